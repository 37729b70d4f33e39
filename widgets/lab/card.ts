// One finding in the panel: what it is, its words with where they stand, the note, and what can be done with it.
import type { FindingRecord, SpanRecord } from "../core/contract.ts";
import { type Child, h, link } from "../core/dom.ts";
import { formatDate } from "../core/labels.ts";
import { type Icon, icon } from "./icons.ts";
import { kindOf } from "./kinds.ts";
import type { Key, Words } from "./words.ts";

/** What can be done with a finding; each is a control of its card. */
export type Act = "up" | "down" | "show" | "insert_markdown" | "insert_code" | "remove";

export interface CardOptions {
  words: Words;
  /** Whether all places and all words show. */
  open: boolean;
  act: (act: Act) => void;
  note: (text: string) => void;
  toggle: () => void;
}

const BUTTONS: [Act, Icon][] = [
  ["show", "show"],
  ["insert_markdown", "text"],
  ["insert_code", "code"],
  ["up", "up"],
  ["down", "down"],
  ["remove", "remove"],
];
const FEW = 2; // places that show at first
const LONG = 320; // characters that fit into the lines that show at first

/** The card; controls carry `data-control`, by which the panel finds them again after it drew anew. */
export function card(finding: FindingRecord, options: CardOptions): HTMLElement {
  const { words, open } = options;
  const spans = open ? finding.spans : finding.spans.slice(0, FEW);
  const long = finding.spans.length > FEW || finding.spans.some(({ text }) => text.length > LONG);
  return h(
    "li",
    {
      class: `rw-lab-card${open ? " rw-lab-open" : ""}`,
      tabindex: -1,
      data: { id: finding.id, control: "card" },
      aria: { keyshortcuts: "Alt+ArrowUp Alt+ArrowDown Delete Enter" },
    },
    h("span", { class: "rw-lab-kind rw-muted" }, kindOf(finding, words)),
    h("strong", { class: "rw-lab-name", dir: "auto" }, finding.name),
    finding.facts && h("p", { class: "rw-lab-facts rw-muted", dir: "auto" }, finding.facts),
    spans.map((span) => place(span, words)),
    long && more(options),
    note(finding, options),
    h("div", { class: "rw-lab-acts" }, BUTTONS.map(button(options))),
  );
}

function place(span: SpanRecord, words: Words): Child {
  const title = span.title && (span.url ? link(span.url, span.title) : h("bdi", {}, span.title));
  const date = span.published && h("bdi", {}, formatDate(words.labels, span.published));
  const parts = [span.source && h("bdi", {}, span.source), title, date].filter(Boolean);
  return h(
    "figure",
    { class: "rw-lab-place", dir: span.direction || "auto" },
    h("blockquote", { class: "rw-text rw-lab-words", dir: span.direction || "auto", lang: span.language }, span.text),
    h(
      "figcaption",
      { class: "rw-muted" },
      parts.map((part, index) => [index > 0 && " · ", part]),
    ),
  );
}

function more({ words, open, toggle }: CardOptions): HTMLElement {
  return h(
    "button",
    {
      type: "button",
      class: "rw-button rw-button-quiet rw-lab-more",
      data: { control: "more" },
      aria: { expanded: open },
      on: { click: toggle },
    },
    words.text(open ? "less" : "all"),
  );
}

function note(finding: FindingRecord, { words, note: write }: CardOptions): HTMLElement {
  const area = h("textarea", {
    class: "rw-input rw-lab-note",
    dir: finding.note ? "auto" : words.labels.direction, // an empty field reads as its hint
    value: finding.note,
    placeholder: words.text("note_hint"),
    data: { control: "note" },
    aria: { label: words.text("note") },
    on: {
      input: () => {
        area.dir = area.value ? "auto" : words.labels.direction;
        write(area.value);
      },
    },
  });
  area.rows = 1;
  return area;
}

function button({ words, act }: CardOptions): (given: [Act, Icon]) => HTMLElement {
  return ([name, drawn]) => {
    const text = words.text(name satisfies Key);
    return h(
      "button",
      {
        type: "button",
        class: "rw-button rw-button-quiet rw-lab-act",
        title: text,
        data: { control: name },
        aria: { label: text },
        on: { click: () => act(name) },
      },
      icon(drawn),
    );
  };
}
