// Finding within the open page: the query and the text are folded alike, hits are shown without touching the text.
import type { Context, Part } from "../core/context.ts";
import { fill, h } from "../core/dom.ts";
import { fold, hits } from "../core/fold.ts";
import { formatNumber, labelText } from "../core/labels.ts";

const ALL = "rw-hit";
const CURRENT = "rw-hit-current";

export interface FindOptions {
  query: string;
  /** The texts to look in, in their order. */
  blocks: () => HTMLElement[];
  reveal: (hit: Range) => void;
  changed: (query: string) => void;
  close: () => void;
}

/** The bar with the field, the count and the steps. */
export class Find implements Part {
  readonly element: HTMLElement;
  readonly #context: Context;
  readonly #options: FindOptions;
  readonly #field: HTMLInputElement;
  readonly #count = h("span", { class: "rw-number rw-where", role: "status" });
  #hits: Range[] = [];
  #at = -1;

  constructor(context: Context, options: FindOptions) {
    this.#context = context;
    this.#options = options;
    const name = labelText(context.labels, "reader", "find_in_page");
    this.#field = h("input", {
      class: "rw-input rw-find-field",
      type: "search",
      dir: "auto",
      value: options.query,
      placeholder: name,
      aria: { label: name },
      on: { input: () => this.#typed(), keydown: (event) => this.#key(event) },
    });
    const button = (key: string, sign: string, act: () => void) => {
      const title = labelText(context.labels, "reader", key);
      return h(
        "button",
        { class: "rw-button rw-step", type: "button", title, aria: { label: title }, on: { click: act } },
        sign,
      );
    };
    this.element = h("div", { class: "rw-find", role: "search" }, [
      this.#field,
      this.#count,
      button("previous_hit", "↑", () => this.step(-1)),
      button("next_hit", "↓", () => this.step(1)),
      button("close_find", "×", options.close),
    ]);
  }

  readonly dispose = () => {
    for (const hit of this.#hits) unpaint(hit);
  };

  /** The hits in the page as it is drawn now. */
  get hits(): readonly Range[] {
    return this.#hits;
  }

  focus(): void {
    this.#field.focus();
    this.#field.select();
  }

  /** Looks again, after the page was drawn anew. */
  look(): void {
    this.dispose();
    const query = fold(this.#field.value.trim(), this.#context.story.fold).replace(/\s+/gu, " ");
    this.#hits = query === "" ? [] : this.#options.blocks().flatMap((block) => found(block, query, this.#context));
    this.#at = Math.min(this.#at, this.#hits.length - 1);
    for (const hit of this.#hits) paint(ALL, hit);
    this.#say();
  }

  step(by: 1 | -1): void {
    if (this.#hits.length === 0) return;
    const from = this.#at < 0 && by < 0 ? 0 : this.#at;
    this.#at = (from + by + this.#hits.length) % this.#hits.length;
    this.#say();
    const hit = this.#hits[this.#at];
    if (hit !== undefined) this.#options.reveal(hit);
  }

  #typed(): void {
    this.#at = -1;
    this.#options.changed(this.#field.value);
    this.look();
    this.step(1);
  }

  #say(): void {
    const { labels } = this.#context;
    const current = this.#hits[this.#at];
    for (const hit of this.#hits) unpaint(hit, CURRENT);
    if (current !== undefined) paint(CURRENT, current);
    const at = this.#at < 0 ? "–" : formatNumber(labels, this.#at + 1);
    const total = formatNumber(labels, this.#hits.length);
    const none = this.#field.value.trim() !== "" && this.#hits.length === 0;
    fill(this.#count, none ? labelText(labels, "messages", "no_match") : h("bdi", { dir: "ltr" }, `${at} / ${total}`));
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Enter") this.step(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") this.#options.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Where the folded query stands in a block, across its segments. */
function found(block: HTMLElement, query: string, { story }: Context): Range[] {
  const segments = [...block.querySelectorAll<HTMLElement>("[data-start]")];
  const text = segments.map((segment) => segment.textContent ?? "").join("");
  const ranges: Range[] = [];
  let position = 0;
  for (const piece of hits(text, [query], story.fold)) {
    if (piece.hit) ranges.push(rangeOf(segments, position, position + piece.text.length));
    position += piece.text.length;
  }
  return ranges;
}

function rangeOf(segments: HTMLElement[], start: number, end: number): Range {
  const range = document.createRange();
  let position = 0;
  for (const segment of segments) {
    const node = segment.firstChild;
    const length = (segment.textContent ?? "").length;
    if (node !== null) {
      if (start >= position && start < position + length) range.setStart(node, start - position);
      if (end > position && end <= position + length) range.setEnd(node, end - position);
    }
    position += length;
  }
  return range;
}

/** Shows a range in a way that the style sheet names; the browser draws it over the text as it stands. */
export function paint(name: string, range: Range): void {
  if (typeof Highlight === "undefined") return;
  const there = CSS.highlights.get(name);
  if (there !== undefined) there.add(range);
  else CSS.highlights.set(name, new Highlight(range));
}

/** Lets go of a range, under one name or all. */
export function unpaint(range: Range, ...names: string[]): void {
  if (typeof Highlight === "undefined") return;
  for (const name of names.length > 0 ? names : [ALL, CURRENT]) CSS.highlights.get(name)?.delete(range);
}
