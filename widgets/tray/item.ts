// One finding of the tray: what it is, its words with where they stand, and the note on it.
import type { FindingRecord, Labels, SpanRecord } from "../core/contract.ts";
import { type Child, fill, h } from "../core/dom.ts";
import { byArticle } from "../core/findings.ts";
import { formatDate, label, labelText } from "../core/labels.ts";

const FIRST_SPANS = 3;
/** How long after the last letter a note is kept: another window sees it then. */
const PAUSE = 700;

export interface Acts {
  back(id: string): void;
  move(id: string, by: 1 | -1): void;
  remove(id: string): void;
  note(id: string, text: string): void;
}

/** The place of a finding, whether it leads to a place in this story, and its corpus where there are several. */
export interface At {
  index: number;
  total: number;
  here: boolean;
  corpus: string;
}

export interface Item {
  element: HTMLLIElement;
  /** Shows the finding as it is now, at its place; a note that is being written is left alone. */
  show(finding: FindingRecord, at: At): void;
  /** Keeps what was written so far. */
  flush(): void;
}

/** The element of a finding; it is drawn by `show`. */
export function item(labels: Labels, id: string, acts: Acts): Item {
  const element = h("li", { class: "rw-finding", tabindex: -1, data: { finding: id } });
  const head = h("div", { class: "rw-finding-head" });
  const words = h("div", { class: "rw-finding-words" });
  const note = h("textarea", { class: "rw-input rw-finding-note", dir: "auto" });
  const word = (key: string, values = {}) => labelText(labels, "tray", key, values);
  let drawn = "";
  let open = false;
  let timer = 0;

  const keep = () => {
    clearTimeout(timer);
    timer = 0;
    acts.note(id, note.value);
  };
  note.rows = 1;
  note.placeholder = word("note_hint");
  note.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(keep, PAUSE);
  });
  note.addEventListener("blur", () => timer !== 0 && keep());
  element.append(head, words, note);

  function show(finding: FindingRecord, at: At): void {
    if (timer === 0 && note.value !== finding.note) note.value = finding.note;
    const now = JSON.stringify([finding.kind, finding.name, finding.facts, finding.spans, at]);
    if (now === drawn) return;
    drawn = now;
    note.setAttribute("aria-label", word("note_of", { name: finding.name }));
    element.setAttribute(
      "aria-label",
      `${at.index + 1}. ${word(`kind_${finding.kind}`)}: ${finding.name}${at.corpus && ` (${at.corpus})`}`,
    );
    redrawn(head, () => fill(head, headOf(finding, at)));
    drawWords(finding, at);
  }

  function headOf(finding: FindingRecord, { index, total, here }: At) {
    const { name } = finding;
    const act = (key: string, sign: string, run: () => void, disabled = false) => {
      const props = {
        class: `rw-button rw-button-quiet rw-finding-${key}`,
        type: "button",
        title: word(key),
        disabled,
      };
      return h("button", { ...props, aria: { label: `${word(key)}: ${name}` }, on: { click: run } }, sign);
    };
    const back = h(
      "button",
      {
        class: "rw-finding-name",
        type: "button",
        title: word(here ? "back" : "elsewhere", { name }),
        on: { click: () => acts.back(id) },
      },
      h("bdi", {}, name),
    );
    return [
      h("span", { class: "rw-finding-grip", title: word("drag"), aria: { hidden: true } }, "⠿"),
      h("span", { class: `rw-tray-chip rw-chip-${finding.kind}` }, word(`kind_${finding.kind}`)),
      back,
      h("span", { class: "rw-finding-acts" }, [
        act("up", "↑", () => acts.move(id, -1), index === 0),
        act("down", "↓", () => acts.move(id, 1), index === total - 1),
        act("remove", "×", () => acts.remove(id)),
      ]),
    ];
  }

  /** Which corpus it is of, where the tray holds findings of several or this one is of none that is shown here. */
  function ofCorpus(finding: FindingRecord, { here, corpus }: At): HTMLElement | null {
    const name = corpus || (here ? "" : finding.corpus_name || word("elsewhere_chip"));
    if (name === "") return null;
    const chip = h("bdi", { class: `rw-tray-chip rw-chip-corpus${here ? "" : " rw-chip-elsewhere"}` }, name);
    return h("p", { class: "rw-finding-facts" }, `${word("corpus")}: `, chip);
  }

  function drawWords(finding: FindingRecord, at: At): void {
    const spans = open ? finding.spans : finding.spans.slice(0, FIRST_SPANS);
    const rest = finding.spans.length - spans.length;
    const more = h("button", { class: "rw-button rw-button-quiet rw-finding-more", type: "button" });
    more.append(label(labels, "tray", "more_spans", { n: rest }));
    more.addEventListener("click", () => {
      open = true;
      drawWords(finding, at);
    });
    fill(
      words,
      ofCorpus(finding, at),
      finding.facts ? h("p", { class: "rw-finding-facts", dir: "auto" }, finding.facts) : null,
      byArticle(spans).map((group) => quoted(labels, group)),
      rest > 0 ? more : null,
    );
  }

  return { element, show, flush: () => timer !== 0 && keep() };
}

/** Words of one article as they were pinned, each with its offsets, and under them where they stand. */
function quoted(labels: Labels, spans: SpanRecord[]): HTMLElement {
  const [span] = spans as [SpanRecord, ...SpanRecord[]];
  const where: Child[] = [h("bdi", { class: "rw-source" }, span.source)];
  if (span.title) where.push(h("bdi", { class: "rw-finding-title" }, span.title));
  if (span.published) where.push(h("time", {}, h("bdi", {}, formatDate(labels, span.published))));
  const cite = h(
    "figcaption",
    { class: "rw-finding-where" },
    where.map((part) => h("span", {}, part)),
  );
  const texts = spans.filter(({ text }) => text).map((one) => wordsOf(labels, one));
  return h("figure", { class: "rw-finding-span" }, texts, cite);
}

function wordsOf(labels: Labels, span: SpanRecord): HTMLElement {
  const { direction, language, start, end } = span;
  const places = `${start}–${end}`;
  return h(
    "blockquote",
    { class: "rw-finding-text", dir: direction || "auto" },
    h("span", { class: "rw-text", dir: direction || "auto", lang: language }, span.text),
    " ",
    h(
      "bdi",
      {
        class: "rw-finding-place rw-number",
        dir: "ltr",
        title: labelText(labels, "tray", "place", { places, article: span.article }),
      },
      places,
    ),
  );
}

/** Draws a head anew and leaves the focus on the button of the same kind or, where it is off now, on one beside it. */
function redrawn(head: HTMLElement, draw: () => void): void {
  const had = head.contains(document.activeElement) ? document.activeElement?.className : undefined;
  draw();
  if (had === undefined) return;
  const buttons = [...head.querySelectorAll<HTMLButtonElement>("button:not(:disabled)")];
  const beside = head.querySelector<HTMLButtonElement>(".rw-finding-acts button:not(:disabled)");
  (buttons.find(({ className }) => className === had) ?? beside)?.focus();
}
