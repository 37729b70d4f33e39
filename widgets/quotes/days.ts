// The days of the quotations: how many fall on each, and from which to which they are wanted.
import type { Context } from "../core/context.ts";
import { fill, h } from "../core/dom.ts";
import { formatDate, formatNumber, label, labelText } from "../core/labels.ts";
import type { Filter } from "./filter.ts";
import { dayOf, isoOf, type Table, UNDATED } from "./table.ts";

const BARS = 32; // at most; a bar is a day, or several of them

export class Days {
  readonly element: HTMLElement;
  readonly #context: Context;
  readonly #filter: Filter;
  readonly #change: () => void;
  readonly #first: number;
  readonly #step: number;
  readonly #bars: HTMLButtonElement[];
  readonly #from: HTMLInputElement;
  readonly #to: HTMLInputElement;
  readonly #undated = h("p", { class: "rw-muted rw-undated" });

  constructor(context: Context, table: Table, filter: Filter, change: () => void) {
    [this.#context, this.#filter, this.#change] = [context, filter, change];
    const days = [...new Set(table.days)].filter((day) => day !== UNDATED).sort((one, other) => one - other);
    this.#first = days[0] ?? 0;
    const last = days.at(-1) ?? this.#first;
    this.#step = Math.max(1, Math.ceil((last - this.#first + 1) / BARS));
    const many = days.length > 0 ? Math.floor((last - this.#first) / this.#step) + 1 : 0;
    this.#bars = Array.from({ length: many }, (_, at) => this.#bar(at));
    this.#from = this.#field("from", last);
    this.#to = this.#field("to", last);
    this.element = h(
      "fieldset",
      { class: "rw-facet rw-facet-days", data: { facet: "days" }, hidden: many === 0 },
      h("legend", {}, labelText(context.labels, "finder", "facet_days")),
      many > 1
        ? h("div", { class: "rw-bars", role: "group", on: { keydown: (event) => this.#walk(event) } }, this.#bars)
        : null,
      h("div", { class: "rw-from-to" }, this.#named("from", this.#from), this.#named("to", this.#to)),
      this.#undated,
    );
  }

  update(counts: Map<number, number>): void {
    const { labels } = this.#context;
    const sums = this.#bars.map(() => 0);
    for (const [day, count] of counts) {
      const at = Math.floor((day - this.#first) / this.#step);
      if (day !== UNDATED) sums[at] = (sums[at] ?? 0) + count;
    }
    const most = Math.max(1, ...sums);
    this.#bars.forEach((bar, at) => {
      const [from, to] = this.#bounds(at);
      const sum = sums[at] ?? 0;
      bar.style.setProperty("--rw-share", String(sum / most));
      const text = `${this.#span(from, to)}: ${formatNumber(labels, sum)}`;
      if (bar.title !== text) {
        bar.title = text;
        bar.setAttribute("aria-label", text);
      }
      bar.setAttribute("aria-pressed", String(this.#covers(from, to)));
    });
    for (const [input, day] of [
      [this.#from, this.#filter.from],
      [this.#to, this.#filter.to],
    ] as const) {
      if (document.activeElement !== input || day === null) input.value = day === null ? "" : isoOf(day);
    }
    const undated = counts.get(UNDATED) ?? 0;
    this.#undated.hidden = undated === 0;
    fill(this.#undated, label(labels, "finder", "undated_n", { n: undated }));
  }

  #bar(at: number): HTMLButtonElement {
    const press = () => {
      const [from, to] = this.#bounds(at);
      const again = this.#filter.from === from && this.#filter.to === to;
      [this.#filter.from, this.#filter.to] = again ? [null, null] : [from, to];
      this.#change();
    };
    return h("button", { class: "rw-day-bar", type: "button", tabindex: at === 0 ? 0 : -1, on: { click: press } });
  }

  #bounds(at: number): [number, number] {
    const from = this.#first + at * this.#step;
    return [from, from + this.#step - 1];
  }

  #span(from: number, to: number): string {
    const { labels } = this.#context;
    const [first, last] = [formatDate(labels, isoOf(from)), formatDate(labels, isoOf(to))];
    return from === to ? first : labelText(labels, "finder", "from_to", { from: first, to: last });
  }

  #covers(from: number, to: number): boolean {
    const { from: first, to: last } = this.#filter;
    return (first !== null || last !== null) && (first ?? from) <= to && (last ?? to) >= from;
  }

  /** Arrow keys go from bar to bar, in the direction of the labels. */
  #walk(event: KeyboardEvent): void {
    const onward = this.#context.labels.direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = this.#context.labels.direction === "rtl" ? "ArrowRight" : "ArrowLeft";
    const by = { [onward]: 1, [back]: -1 }[event.key];
    const at = this.#bars.indexOf(event.target as HTMLButtonElement);
    const next = this.#bars[at + (by ?? 0)];
    if (by === undefined || next === undefined) return;
    event.preventDefault();
    for (const bar of this.#bars) bar.tabIndex = bar === next ? 0 : -1;
    next.focus();
  }

  #field(end: "from" | "to", last: number): HTMLInputElement {
    const input = h("input", { class: "rw-input", type: "date" });
    input.min = isoOf(this.#first);
    input.max = isoOf(last);
    input.addEventListener("change", () => {
      this.#filter[end] = input.value ? dayOf(input.value) : null;
      this.#change();
    });
    return input;
  }

  #named(end: "from" | "to", input: HTMLInputElement): HTMLElement {
    return h("label", {}, h("span", { class: "rw-muted" }, labelText(this.#context.labels, "finder", end)), input);
  }
}
