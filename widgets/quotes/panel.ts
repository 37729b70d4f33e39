// The facets: several values of each, every one with the number of quotations that it would leave.
import type { Context } from "../core/context.ts";
import { h } from "../core/dom.ts";
import { fold, queryWords } from "../core/fold.ts";
import { formatNumber, labelText } from "../core/labels.ts";
import { Days } from "./days.ts";
import type { Filter, Found } from "./filter.ts";
import { FACETS, type Facet, type Table } from "./table.ts";

const SHOWN = 60; // values of a facet that are listed; of more, those that a search leaves
const MANY = 10; // values from which on a facet has a search

export class Panel {
  readonly element: HTMLElement;
  readonly #facets: FacetList[];
  readonly #days: Days;

  constructor(context: Context, table: Table, filter: Filter, change: () => void) {
    const facets = FACETS.filter((facet) => table.columns[facet].values.length > 1);
    this.#facets = facets.map((facet) => new FacetList(context, table, facet, filter, change));
    this.#days = new Days(context, table, filter, change);
    this.element = h(
      "aside",
      { class: "rw-facets", aria: { label: labelText(context.labels, "finder", "filters") } },
      this.#facets.map(({ element }) => element),
      this.#days.element,
    );
  }

  update(found: Found): void {
    for (const facet of this.#facets) facet.update(found.counts[facet.facet]);
    this.#days.update(found.days);
  }
}

class FacetList {
  readonly element: HTMLElement;
  readonly facet: Facet;
  readonly #context: Context;
  readonly #table: Table;
  readonly #filter: Filter;
  readonly #change: () => void;
  readonly #list = h("ul", { class: "rw-options" });
  readonly #options = new Map<number, Option>();
  #query = "";
  #drawn = "";
  #counts: Int32Array = new Int32Array();

  constructor(context: Context, table: Table, facet: Facet, filter: Filter, change: () => void) {
    [this.#context, this.#table, this.facet, this.#filter, this.#change] = [context, table, facet, filter, change];
    const name = labelText(context.labels, "finder", `facet_${facet}`);
    const many = table.columns[facet].values.length > MANY;
    this.element = h(
      "fieldset",
      { class: "rw-facet", data: { facet } },
      h("legend", {}, name),
      many ? this.#search(name) : null,
      this.#list,
    );
  }

  #search(name: string): HTMLInputElement {
    const text = labelText(this.#context.labels, "finder", "find_in", { name });
    const input = h("input", {
      class: "rw-input rw-facet-search",
      type: "search",
      dir: "auto",
      placeholder: labelText(this.#context.labels, "actions", "search"),
      aria: { label: text },
    });
    input.addEventListener("input", () => {
      this.#query = input.value;
      this.update(this.#counts);
    });
    return input;
  }

  update(counts: Int32Array): void {
    this.#counts = counts;
    const { labels } = this.#context;
    const chosen = this.#filter.chosen[this.facet];
    const listed = this.#listed(chosen);
    const options = listed.map((code) => this.#option(code));
    listed.forEach((code, at) => {
      const option = options[at] ?? this.#option(code);
      const count = counts[code] ?? 0;
      option.box.checked = chosen.has(this.#table.columns[this.facet].values[code] ?? "");
      const text = formatNumber(labels, count);
      if (option.count.textContent !== text) option.count.textContent = text; // what stays need not be laid out again
      option.item.classList.toggle("rw-none", count === 0);
    });
    if (listed.join() === this.#drawn) return;
    this.#drawn = listed.join();
    this.#list.replaceChildren(...options.map(({ item }) => item));
  }

  /** The values that are listed: those that are chosen, and the most frequent that a search leaves. */
  #listed(chosen: ReadonlySet<string>): number[] {
    const { fold: table } = this.#context.story;
    const words = queryWords(this.#query, table);
    const { values, names } = this.#table.columns[this.facet];
    const listed: number[] = [];
    for (let code = 0; code < values.length && listed.length < SHOWN; code++) {
      const name = words.length > 0 ? fold(names[code] ?? "", table) : "";
      if (words.every((word) => name.includes(word))) listed.push(code);
    }
    const missing = [...chosen].map((value) => values.indexOf(value)).filter((code) => code >= 0);
    return [...new Set([...listed, ...missing])];
  }

  #option(code: number): Option {
    const known = this.#options.get(code);
    if (known) return known;
    const { values, names } = this.#table.columns[this.facet];
    const value = values[code] ?? "";
    const box = h("input", { type: "checkbox", value });
    const count = h("bdi", { class: "rw-number rw-muted" });
    const name = h("span", { class: "rw-option-name" }, h("bdi", {}, names[code] ?? ""));
    const item = h("li", {}, h("label", { class: "rw-option" }, box, name, count));
    box.addEventListener("change", () => {
      const chosen = this.#filter.chosen[this.facet];
      if (box.checked) chosen.add(value);
      else chosen.delete(value);
      this.#change();
    });
    const option = { item, box, count };
    this.#options.set(code, option);
    return option;
  }
}

interface Option {
  item: HTMLElement;
  box: HTMLInputElement;
  count: HTMLElement;
}
