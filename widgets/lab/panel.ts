// The evidence tray beside the notebooks: what was pinned in the folder that is worked in.
import type { FindingRecord } from "../core/contract.ts";
import { append, fill, h } from "../core/dom.ts";
import { fold, matches, queryWords } from "../core/fold.ts";
import { label } from "../core/labels.ts";
import type { Act } from "./card.ts";
import type { EvidenceFile } from "./evidence.ts";
import { FindingList } from "./list.ts";
import { markdownOf } from "./markdown.ts";
import type { Shelf } from "./shelf.ts";
import { FOLD, type Key, type Words } from "./words.ts";

/** What the panel asks of Lab. */
export interface PanelActs {
  insertMarkdown: (finding: FindingRecord) => void;
  insertCode: (finding: FindingRecord) => void;
  show: (finding: FindingRecord) => void;
}

export class Panel {
  readonly node = h("div", { class: "rw-root rw-pane rw-lab" });
  readonly #shelf: Shelf;
  readonly #words: Words;
  readonly #acts: PanelActs;
  readonly #list: FindingList;
  readonly #search = h("input", { type: "search", class: "rw-input rw-lab-search" });
  readonly #title = h("h2", { class: "rw-lab-title" });
  readonly #file = h("p", { class: "rw-lab-file rw-muted" });
  readonly #copy = h("button", { type: "button", class: "rw-button rw-lab-copy" });
  readonly #state = h("div", { class: "rw-lab-state" });
  readonly #said = h("div", { class: "rw-lab-said", role: "status" });
  #removed: { id: string; file: EvidenceFile } | undefined;

  constructor(shelf: Shelf, words: Words, acts: PanelActs) {
    this.#shelf = shelf;
    this.#words = words;
    this.#acts = acts;
    this.#list = new FindingList(words, {
      act: (finding, act) => this.#act(finding, act),
      note: ({ id }, note) => this.#shelf.current.tray.change(id, { note }),
    });
    this.#search.addEventListener("input", () => this.draw());
    this.#copy.addEventListener("click", () => void this.#copyAll());
    this.node.addEventListener("focusin", keepKeys);
    const head = h("header", { class: "rw-lab-top" }, this.#title, this.#file, this.#search, this.#copy);
    append(this.node, [head, this.#state, this.#list.element, this.#said]);
    shelf.subscribe(() => this.draw());
    this.draw();
  }

  /** Draws all of it in the language of the moment. */
  draw(): void {
    const { labels } = this.#words;
    const { path, tray } = this.#shelf.current;
    const findings = tray.findings;
    const found = this.#found(findings);
    this.node.dir = labels.direction;
    this.node.lang = labels.language;
    fill(this.#title, this.#words.text("tray"));
    fill(
      this.#file,
      h("bdi", { title: path }, path),
      " · ",
      label(labels, "lab", "findings_n", { n: findings.length }),
    );
    this.#search.dir = this.#search.value ? "auto" : labels.direction;
    this.#search.placeholder = this.#words.text("search");
    this.#search.setAttribute("aria-label", this.#words.text("search"));
    fill(this.#copy, this.#words.text("copy_all"));
    this.#search.hidden = findings.length === 0;
    this.#copy.hidden = findings.length === 0;
    this.#list.element.setAttribute("aria-label", this.#words.text("tray"));
    this.#list.draw(found);
    this.#list.element.hidden = found.length === 0;
    this.#drawState(findings.length, found.length);
  }

  #found(findings: FindingRecord[]): FindingRecord[] {
    const query = queryWords(this.#search.value, FOLD);
    return query.length === 0 ? findings : findings.filter((finding) => matches(fold(textOf(finding), FOLD), query));
  }

  #drawState(all: number, found: number): void {
    const { state, path } = this.#shelf.current;
    const file = path.slice(path.lastIndexOf("/") + 1);
    const parts: HTMLElement[] = [];
    if (state.is === "broken" || state.is === "unsaved") parts.push(this.#trouble(state.is, file, state.reason));
    else if (all === 0) parts.push(this.#hint("empty", "empty_hint", file));
    if (all > 0 && found === 0) parts.push(this.#hint("no_match"));
    // A reader is told once, not at every look at the file.
    const next = h("div", {}, parts);
    if (next.textContent !== this.#state.textContent) fill(this.#state, parts);
  }

  #hint(key: Key, more?: Key, file = ""): HTMLElement {
    const text = more && label(this.#words.labels, "lab", more, { file });
    return h("div", { class: "rw-state" }, h("p", {}, this.#words.text(key)), text && h("p", {}, text));
  }

  #trouble(what: "broken" | "unsaved", file: string, reason: string): HTMLElement {
    return h(
      "div",
      { class: "rw-lab-trouble", role: "alert" },
      h("p", {}, label(this.#words.labels, "lab", what, { file })),
      h("p", { class: "rw-muted", dir: "auto" }, reason),
      h("p", {}, this.#words.text(what === "broken" ? "broken_hint" : "unsaved_hint")),
      this.#button("again", () => void this.#shelf.current.sync()),
    );
  }

  #button(key: Key, click: () => void): HTMLElement {
    return h("button", { type: "button", class: "rw-button", on: { click } }, this.#words.text(key));
  }

  #act(finding: FindingRecord, act: Act): void {
    const { tray } = this.#shelf.current;
    const acts: Record<Act, () => void> = {
      up: () => tray.move(finding.id, -1),
      down: () => tray.move(finding.id, 1),
      show: () => this.#acts.show(finding),
      insert_markdown: () => this.#acts.insertMarkdown(finding),
      insert_code: () => this.#acts.insertCode(finding),
      remove: () => this.#remove(finding),
    };
    acts[act]();
  }

  #remove(finding: FindingRecord): void {
    this.#removed = { id: finding.id, file: this.#shelf.current };
    this.#shelf.current.tray.change(finding.id, { gone: true });
    const text = label(this.#words.labels, "lab", "removed", { name: finding.name });
    fill(
      this.#said,
      h("span", {}, text),
      this.#button("undo", () => this.#undo()),
    );
  }

  #undo(): void {
    if (this.#removed === undefined) return;
    const { id, file } = this.#removed;
    this.#removed = undefined;
    file.tray.change(id, { gone: false });
    fill(this.#said);
    this.#list.focus(id);
  }

  async #copyAll(): Promise<void> {
    const text = markdownOf(this.#shelf.current.tray.findings, this.#words);
    const done = await copied(text);
    fill(this.#said, h("span", {}, this.#words.text(done ? "copied" : "not_copied")));
  }
}

function textOf(finding: FindingRecord): string {
  const words = finding.spans.map(({ text, source, title }) => `${text} ${source} ${title}`);
  return [finding.name, finding.facts, finding.note, ...words].join(" ");
}

/** Whether the clipboard took the text; an address without https has no clipboard but the old way. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = h("textarea", { value: text, class: "rw-hidden-label" });
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

/** Keeps Lab from taking the keys pressed here: it looks for this attribute on the element that has the focus. */
function keepKeys({ target }: FocusEvent): void {
  if (target instanceof Element) target.setAttribute("data-lm-suppress-shortcuts", "true");
}
