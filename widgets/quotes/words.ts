// Choosing words of a page: the first and the last one, by mouse or by keys. Their offsets come from Python.
import type { Labels } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { labelText } from "../core/labels.ts";

export interface PageWord {
  text: string;
  start: number;
  end: number;
  /** What stands before the word. */
  gap: string;
}

export type Range = [number, number];

export const PARTS = ["span", "speaker", "cue"] as const;
export type Part = (typeof PARTS)[number];

export class WordChooser {
  readonly element: HTMLElement;
  readonly ranges: Record<Part, Range | null>;
  readonly #words: PageWord[];
  readonly #buttons: HTMLButtonElement[];
  readonly #parts: HTMLButtonElement[];
  readonly #none: HTMLButtonElement;
  readonly #direction: string;
  #part: Part = "span";
  #first = -1; // the word chosen as one end, until the other one is

  constructor(
    labels: Labels,
    words: PageWord[],
    rest: string,
    ranges: Record<Part, Range | null>,
    page: { dir: string; lang: string },
  ) {
    [this.#words, this.ranges, this.#direction] = [words, { ...ranges }, page.dir];
    this.#buttons = words.map((word, at) =>
      h("button", { class: "rw-word", type: "button", tabindex: -1, on: { click: () => this.#choose(at) } }, word.text),
    );
    this.#parts = PARTS.map((part) =>
      h(
        "button",
        { class: `rw-button rw-part rw-part-${part}`, type: "button", on: { click: () => this.#turn(part) } },
        labelText(labels, "finder", `words_${part}`),
      ),
    );
    this.#none = h(
      "button",
      { class: "rw-button rw-button-quiet", type: "button" },
      labelText(labels, "finder", "no_words"),
    );
    this.#none.addEventListener("click", () => this.#drop());
    const text = words.flatMap((word, at) => [word.gap, this.#buttons[at] ?? ""]);
    const name = labelText(labels, "finder", "choose_words");
    this.element = h(
      "div",
      { class: "rw-words-chooser" },
      h(
        "div",
        { class: "rw-parts", role: "group", aria: { label: name } },
        h("span", { class: "rw-muted" }, name),
        this.#parts,
        this.#none,
      ),
      h(
        "div",
        {
          class: "rw-words rw-text",
          dir: page.dir,
          lang: page.lang,
          role: "group",
          on: { keydown: (event) => this.#walk(event) },
        },
        text,
        rest,
      ),
    );
    this.#draw(this.#at(this.ranges.span)[0]);
  }

  /** Focuses the first word of the quotation, once the form stands in the page. */
  reveal(): void {
    const button = this.#buttons.find(({ tabIndex }) => tabIndex === 0);
    button?.focus({ preventScroll: true });
    if (button?.parentElement) button.parentElement.scrollTop = button.offsetTop - button.parentElement.offsetTop - 40;
  }

  #turn(part: Part): void {
    this.#part = part;
    this.#first = -1;
    this.#draw(this.#at(this.ranges[part])[0]);
  }

  #drop(): void {
    this.ranges[this.#part] = null;
    this.#first = -1;
    this.#draw();
  }

  /** The first word begins a range, the next one ends it, on whichever side it stands. */
  #choose(at: number): void {
    const from = this.#first < 0 ? at : Math.min(at, this.#first);
    const to = this.#first < 0 ? at : Math.max(at, this.#first);
    this.#first = this.#first < 0 ? at : -1;
    const [begin, end] = [this.#words[from], this.#words[to]];
    if (begin && end) this.ranges[this.#part] = [begin.start, end.end];
    this.#draw(at);
  }

  /** The positions of the words of a range. */
  #at(range: Range | null): [number, number] {
    if (range === null) return [-1, -1];
    const inside = (word: PageWord) => word.start < range[1] && range[0] < word.end;
    return [this.#words.findIndex(inside), this.#words.findLastIndex(inside)];
  }

  #draw(current = -1): void {
    const places = PARTS.map((part) => [part, this.#at(this.ranges[part])] as const);
    const stop = current >= 0 ? current : Math.max(0, this.#at(this.ranges.span)[0]);
    this.#buttons.forEach((button, at) => {
      for (const [part, [from, to]] of places)
        button.classList.toggle(`rw-in-${part}`, from >= 0 && from <= at && at <= to);
      const [from, to] = places.find(([part]) => part === this.#part)?.[1] ?? [-1, -1];
      button.setAttribute("aria-pressed", String(from >= 0 && from <= at && at <= to));
      button.classList.toggle("rw-begun", at === this.#first);
      button.tabIndex = at === stop ? 0 : -1;
    });
    this.#parts.forEach((button, at) => {
      button.setAttribute("aria-pressed", String(PARTS[at] === this.#part));
    });
    this.#none.hidden = this.#part === "span";
  }

  /** Arrow keys go from word to word, as the page runs. */
  #walk(event: KeyboardEvent): void {
    const onward = this.#direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = this.#direction === "rtl" ? "ArrowRight" : "ArrowLeft";
    const by = { [onward]: 1, [back]: -1, ArrowDown: 8, ArrowUp: -8 }[event.key];
    const at = this.#buttons.indexOf(event.target as HTMLButtonElement);
    if (by === undefined || at < 0) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(at + by, this.#buttons.length - 1));
    this.#draw(next);
    this.#buttons[next]?.focus();
  }
}
