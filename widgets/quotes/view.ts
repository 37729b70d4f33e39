// The quote finder: search by word, narrow by speaker, outlet, kind and stance, open the reader at the words.
import "../core/theme.css";
import "./quotes.css";
import type { Context, Dispose, View } from "../core/context.ts";
import type { QuoteRecord, Selection } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { queryWords } from "../core/fold.ts";
import { label, labelText } from "../core/labels.ts";
import { emptyState } from "../core/state.ts";
import { picking, selectOnly } from "../core/store.ts";
import { choices, FACETS, type Facet, type Filter, filtered } from "./filter.ts";
import { quoteRow } from "./row.ts";

export const ORIGIN = "quotes";
const STEP = 100;
const ALL: Record<Facet, string> = {
  speaker: "all_speakers",
  source: "all_sources",
  kind: "all_kinds",
  stance: "all_stances",
};

/** The quotations as a list that a search and four facets narrow. */
export const quotesView: View = (context) => {
  const { root, story, labels } = context;
  if ((story.quotes ?? []).length > 0) return new Finder(context).dispose;
  root.replaceChildren(emptyState(labels, "no_quotes"));
  return () => root.replaceChildren();
};

class Finder {
  readonly dispose: Dispose;
  readonly #context: Context;
  readonly #filter: Filter = { query: "", chosen: {} };
  readonly #search: HTMLInputElement;
  readonly #facets: HTMLSelectElement[];
  readonly #clear: HTMLButtonElement;
  readonly #count = h("span", { class: "rw-muted rw-number rw-count", role: "status" });
  readonly #list = h("ol", { class: "rw-quote-list" });
  readonly #more = h("button", { class: "rw-button rw-more", type: "button" });
  readonly #scroll = h("div", { class: "rw-scroll" }, this.#list, this.#more);
  #found: QuoteRecord[] = [];
  #shown = 0;

  constructor(context: Context) {
    const { root, labels, store } = context;
    this.#context = context;
    this.#search = this.#searchBox();
    this.#facets = FACETS.map((facet) => this.#facet(facet));
    this.#clear = h("button", { class: "rw-button", type: "button", on: { click: () => this.#reset() } });
    this.#clear.append(label(labels, "actions", "clear"));
    this.#more.addEventListener("click", () => this.#grow());
    const tools = h("div", { class: "rw-toolbar rw-finder-tools", role: "search" });
    tools.append(this.#search, this.#count, this.#clear, h("span", { class: "rw-facets" }, this.#facets));
    const element = h("div", { class: "rw-pane rw-finder" }, tools, this.#scroll);
    fill(root, element);
    this.#refresh();
    const unsubscribe = store.subscribe((selection) => this.#follow(selection));
    this.dispose = () => {
      unsubscribe();
      element.remove();
    };
  }

  #searchBox(): HTMLInputElement {
    const text = labelText(this.#context.labels, "actions", "search_quotes");
    const input = h("input", {
      class: "rw-input",
      type: "search",
      dir: "auto",
      placeholder: text,
      aria: { label: text },
    });
    input.addEventListener("input", () => {
      this.#filter.query = input.value;
      this.#refresh();
    });
    return input;
  }

  #facet(facet: Facet): HTMLSelectElement {
    const { story, labels } = this.#context;
    const options = choices(story, labels, facet).map(({ value, name, count }) =>
      h("option", { value }, `\u2068${name}\u2069 (${count})`),
    );
    const any = h("option", { value: "" }, labelText(labels, "actions", ALL[facet]));
    const select = h(
      "select",
      { class: "rw-select", aria: { label: labelText(labels, "columns", facet) } },
      any,
      options,
    );
    select.addEventListener("change", () => {
      this.#filter.chosen[facet] = select.value;
      this.#refresh();
    });
    return select;
  }

  #reset(): void {
    this.#filter.query = "";
    this.#filter.chosen = {};
    this.#search.value = "";
    for (const select of this.#facets) select.value = "";
    this.#refresh();
    this.#search.focus();
  }

  /** Finds again and draws the first rows. */
  #refresh(): void {
    const { story, labels, store } = this.#context;
    this.#found = filtered(story, this.#filter);
    this.#shown = 0;
    this.#list.replaceChildren();
    this.#scroll.scrollTop = 0;
    this.#clear.disabled = !this.#filter.query && !Object.values(this.#filter.chosen).some(Boolean);
    fill(this.#count, label(labels, "messages", "n_of_total", { n: this.#found.length, total: story.quotes.length }));
    if (this.#found.length === 0) this.#list.append(h("li", {}, this.#nothing()));
    this.#grow();
    this.#highlight(store.get());
  }

  /** Nothing matches, and the way back. */
  #nothing(): HTMLElement {
    const { labels } = this.#context;
    const clear = h("button", { class: "rw-button", type: "button", on: { click: () => this.#reset() } });
    clear.append(label(labels, "actions", "clear"));
    const state = emptyState(labels, "no_match");
    state.append(clear);
    return state;
  }

  #grow(): void {
    const { story, labels, store } = this.#context;
    const words = queryWords(this.#filter.query, story.fold);
    for (const quote of this.#found.slice(this.#shown, this.#shown + STEP)) {
      const select = () => selectOnly(store, picking(story, quote.mark), ORIGIN);
      this.#list.append(h("li", {}, quoteRow(this.#context, quote, words, select)));
    }
    this.#shown = Math.min(this.#shown + STEP, this.#found.length);
    const left = this.#found.length - this.#shown;
    this.#more.hidden = left === 0;
    fill(this.#more, label(labels, "actions", "show_more", { n: left }));
    this.#highlight(store.get());
  }

  #highlight(selection: Selection): void {
    const rows = this.#list.querySelectorAll<HTMLElement>(".rw-quote-row");
    rows.forEach((row, index) => {
      const quote = this.#found[index];
      row.setAttribute("aria-current", String(quote?.id === selection.quote));
      row.classList.toggle("rw-by-selected", selection.entity !== null && quote?.speaker === selection.entity);
    });
  }

  /** Another view selected something: its quotation is brought into sight. */
  #follow(selection: Selection): void {
    const at = this.#found.findIndex((quote) => quote.id === selection.quote);
    while (at >= this.#shown) this.#grow();
    this.#highlight(selection);
    if (at < 0 || selection.origin === ORIGIN) return;
    const row = this.#list.children[at] as HTMLElement;
    const [top, bottom] = [this.#scroll.scrollTop, this.#scroll.scrollTop + this.#scroll.clientHeight];
    if (row.offsetTop < top || row.offsetTop + row.offsetHeight > bottom) this.#scroll.scrollTop = row.offsetTop - 40;
  }
}
