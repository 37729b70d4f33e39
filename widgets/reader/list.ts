// The articles to choose from: searchable, by outlet or date; only the rows in sight are drawn, however many there are.
import "./list.css";
import type { Context, Part } from "../core/context.ts";
import type { ArticleRecord } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { headline } from "../core/headline.ts";
import { formatDate, formatNumber, label, labelText } from "../core/labels.ts";
import type { Memory } from "./memory.ts";
import { type Row, rows, type Sort } from "./order.ts";

export type Choose = (article: string) => void;

/** The heights of rows in pixels; the style sheet gives them the same. */
const ENTRY = 68;
const GROUP = 30;
/** How many pixels are drawn above and below what is in sight. */
const MARGIN = 300;
/** The height that is drawn where the list has none yet. */
const UNKNOWN = 600;
let lists = 0;

export class ArticleList implements Part {
  readonly element: HTMLElement;
  readonly #context: Context;
  readonly #choose: Choose;
  readonly #memory: Memory;
  readonly #id = `rw-articles-${++lists}`;
  readonly #search: HTMLInputElement;
  readonly #count = h("span", { class: "rw-muted rw-number rw-article-count", role: "status" });
  readonly #sheet = h("div", { class: "rw-article-sheet", role: "presentation" });
  readonly #box: HTMLElement;
  readonly #observer: ResizeObserver;
  #rows: Row[] = [];
  #tops: number[] = [];
  #open = "";
  #active = -1;

  constructor(context: Context, memory: Memory, choose: Choose) {
    const { labels } = context;
    this.#context = context;
    this.#memory = memory;
    this.#choose = choose;
    const name = labelText(labels, "reader", "find_article");
    this.#search = h("input", {
      class: "rw-input rw-article-search",
      type: "search",
      role: "combobox",
      value: memory.query,
      placeholder: name,
      aria: { label: name, expanded: true, controls: this.#id, autocomplete: "list" },
      on: { input: () => this.#seek(), keydown: (event) => this.#key(event) },
    });
    const listed = { label: labelText(labels, "columns", "articles") };
    this.#box = h(
      "div",
      { class: "rw-article-box rw-scroll", role: "listbox", id: this.#id, tabindex: -1, aria: listed },
      this.#sheet,
    );
    this.#box.addEventListener("scroll", () => this.#draw(), { passive: true });
    const tools = h("div", { class: "rw-article-tools" }, this.#search, this.#sorts(), this.#count);
    this.element = h("nav", { class: "rw-article-list rw-pane", aria: listed }, tools, this.#box);
    this.#observer = new ResizeObserver(() => this.#draw());
    this.#observer.observe(this.#box);
    this.#arrange();
  }

  readonly dispose = () => this.#observer.disconnect();

  /** Marks an article as the open one and brings it into sight. */
  show(article: string): void {
    this.#open = article;
    this.#active = this.#rows.findIndex((row) => "article" in row && row.article.id === article);
    this.reveal();
    this.#draw();
  }

  /** The article before (-1) or after (1) the open one, in the order of the list. */
  neighbour(by: 1 | -1): string | undefined {
    const listed = this.#rows.flatMap((row) => ("article" in row ? [row.article.id] : []));
    const at = listed.indexOf(this.#open);
    if (at < 0) return by > 0 ? listed[0] : listed.at(-1);
    return listed[at + by];
  }

  focus(): void {
    this.#search.focus();
    this.#search.select();
    this.reveal();
  }

  #sorts(): HTMLElement {
    const { labels } = this.#context;
    const button = (sort: Sort) =>
      h(
        "button",
        {
          class: "rw-article-sort",
          type: "button",
          aria: { pressed: sort === this.#memory.sort },
          data: { sort },
          on: { click: () => this.#sortBy(sort) },
        },
        labelText(labels, "reader", `by_${sort}`),
      );
    const name = labelText(labels, "reader", "sort");
    return h("span", { class: "rw-article-sorts", role: "group", aria: { label: name } }, [
      button("source"),
      button("date"),
    ]);
  }

  #sortBy(sort: Sort): void {
    this.#memory.sort = sort;
    for (const button of this.element.querySelectorAll<HTMLElement>(".rw-article-sort")) {
      button.setAttribute("aria-pressed", String(button.dataset["sort"] === sort));
    }
    this.#arrange();
    this.show(this.#open);
  }

  #seek(): void {
    this.#memory.query = this.#search.value;
    this.#box.scrollTop = 0;
    this.#arrange();
    this.#active = this.#rows.findIndex((row) => "article" in row);
    this.#draw();
  }

  /** Puts the rows in order and says where each begins. */
  #arrange(): void {
    const { story, labels } = this.#context;
    this.#rows = rows(story, this.#memory.query, this.#memory.sort);
    this.#tops = [0];
    for (const row of this.#rows) this.#tops.push((this.#tops.at(-1) ?? 0) + height(row));
    this.#sheet.style.blockSize = `${this.#tops.at(-1)}px`;
    const n = this.#rows.filter((row) => "article" in row).length;
    const total = story.articles.length;
    fill(this.#count, n < total ? label(labels, "messages", "n_of_total", { n, total }) : formatNumber(labels, total));
    if (n === 0) fill(this.#sheet, h("p", { class: "rw-state" }, label(labels, "messages", "no_match")));
  }

  #draw(): void {
    if (this.#rows.length === 0) return;
    const top = this.#box.scrollTop - MARGIN;
    const bottom = top + (this.#box.clientHeight || UNKNOWN) + 2 * MARGIN;
    const drawn: HTMLElement[] = [];
    for (let at = firstFrom(this.#tops, top); at < this.#rows.length && (this.#tops[at] ?? 0) < bottom; at++) {
      const row = this.#rows[at];
      if (row !== undefined) drawn.push(this.#row(row, at));
    }
    this.#sheet.replaceChildren(...drawn);
    this.#search.setAttribute("aria-activedescendant", this.#active < 0 ? "" : `${this.#id}-${this.#active}`);
  }

  #row(row: Row, at: number): HTMLElement {
    const element = "article" in row ? this.#entry(row.article, row.place, at) : this.#group(row.source, row.count);
    element.style.insetBlockStart = `${this.#tops[at]}px`;
    return element;
  }

  #group(source: string, count: number): HTMLElement {
    const number = h("span", { class: "rw-number rw-muted" }, formatNumber(this.#context.labels, count));
    return h(
      "div",
      { class: "rw-article-group", role: "presentation" },
      h("bdi", { class: "rw-source" }, source),
      number,
    );
  }

  #entry(article: ArticleRecord, place: number, at: number): HTMLElement {
    const { labels, story } = this.#context;
    const grouped = this.#memory.sort === "source";
    const date = article.published ? h("bdi", {}, formatDate(labels, article.published)) : null;
    const words = h("bdi", { dir: labels.direction }, label(labels, "messages", "words_n", { n: article.words }));
    const card = h(
      "span",
      { class: "rw-article-card", dir: article.direction },
      grouped ? null : h("bdi", { class: "rw-source" }, article.source),
      h("span", { class: "rw-article-title", dir: "auto", lang: article.language }, headline(article)),
      h("span", { class: "rw-muted rw-article-facts" }, date, grouped || !article.published ? words : null),
    );
    const current = article.id === this.#open;
    return h(
      "div",
      {
        class: `rw-row rw-article-entry${at === this.#active ? " rw-active" : ""}`,
        role: "option",
        id: `${this.#id}-${at}`,
        title: headline(article),
        aria: { selected: current, current, setsize: story.articles.length, posinset: place + 1 },
        on: { click: () => this.#choose(article.id) },
      },
      card,
    );
  }

  #key(event: KeyboardEvent): void {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const by = moves[event.key];
    if (event.key === "Enter") {
      const row = this.#rows[this.#active];
      if (row !== undefined && "article" in row) this.#choose(row.article.id);
    } else if (by !== undefined) {
      this.#move(by);
    } else {
      return;
    }
    event.preventDefault();
  }

  #move(by: number): void {
    const sign = Math.sign(by);
    let at = Math.min(Math.max(this.#active + by, 0), this.#rows.length - 1);
    while (this.#rows[at] !== undefined && !("article" in (this.#rows[at] as Row))) at += sign;
    if (this.#rows[at] === undefined) return;
    this.#active = at;
    this.reveal();
    this.#draw();
  }

  /** Scrolls the list alone, never the page that it stands in, until the active row is in sight. */
  reveal(): void {
    const row = this.#rows[this.#active];
    const room = this.#box.clientHeight;
    if (row === undefined || room === 0) return;
    const [top, bottom] = [this.#tops[this.#active] ?? 0, this.#tops[this.#active + 1] ?? 0];
    if (top < this.#box.scrollTop) this.#box.scrollTop = Math.max(0, top - GROUP);
    else if (bottom > this.#box.scrollTop + room) this.#box.scrollTop = bottom - room;
  }
}

function height(row: Row): number {
  return "article" in row ? ENTRY : GROUP;
}

/** The last row that begins at or above a height: found by halves. */
function firstFrom(tops: number[], top: number): number {
  let [low, high] = [0, Math.max(0, tops.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= top) low = middle;
    else high = middle - 1;
  }
  return low;
}
