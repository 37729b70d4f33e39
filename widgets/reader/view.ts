// The reader: an article as its page was, with names, quotations and shared passages as layers.
import "../core/theme.css";
import "./reader.css";
import type { Context, Dispose, View } from "../core/context.ts";
import type { ArticleRecord, MarkRecord, Selection } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { labelText } from "../core/labels.ts";
import { emptyState } from "../core/state.ts";
import { picking } from "../core/store.ts";
import { markIndex } from "../core/story.ts";
import { articleList, articleMenu } from "./list.ts";
import { drawPage, hasFurniture, layerOf, type Page, SHOWN, type Shown, steps } from "./page.ts";
import { neighbour, position, type Scope, scopeOf } from "./scope.ts";

const ORIGIN = "reader";
const STATES = ["rw-selected", "rw-selected-span", "rw-related"];

/** The articles, one open, the selected mark in sight. */
export const readerView: View = (context) => {
  if ((context.story.articles ?? []).length === 0) {
    context.root.replaceChildren(emptyState(context.labels, "empty_corpus"));
    return () => context.root.replaceChildren();
  }
  return new Reader(context).dispose;
};

class Reader {
  readonly dispose: Dispose;
  readonly #context: Context;
  readonly #layers: Set<Shown>;
  readonly #list;
  readonly #menu;
  readonly #page = h("div", { class: "rw-page rw-scroll", tabindex: 0, role: "region" });
  readonly #tools = h("div", { class: "rw-toolbar rw-reader-tools" });
  readonly #where = h("span", { class: "rw-number rw-where", role: "status" });
  readonly #follow = h("span", { class: "rw-follow", hidden: true });
  #furniture = true;
  #article: ArticleRecord;
  #drawn: Page | null = null;
  #scope: Scope | null = null;

  constructor(context: Context) {
    const { root, story, store, labels } = context;
    this.#context = context;
    this.#layers = new Set(SHOWN.filter((layer) => story.marks.some((mark) => layerOf(mark.layer) === layer)));
    this.#article = story.articles[0] as ArticleRecord;
    const choose = (article: string) => store.set({ article, mark: null, quote: null }, ORIGIN);
    this.#list = articleList(context, choose);
    this.#menu = articleMenu(context, choose);
    this.#page.setAttribute("aria-label", labelText(labels, "views", "reader"));
    this.#page.addEventListener("click", (event) => this.#click(event));
    this.#page.addEventListener("keydown", (event) => this.#key(event));
    const main = h("div", { class: "rw-pane rw-reader-main" }, this.#tools, this.#page);
    const several = story.articles.length > 1 ? this.#list.element : null;
    const element = h("div", { class: "rw-reader" }, several, main);
    fill(root, element);
    const unsubscribe = store.subscribe((selection) => this.#receive(selection));
    this.dispose = () => {
      unsubscribe();
      element.remove();
    };
    this.#open();
    this.#receive(store.get());
  }

  /** Draws the open article and the tools above it. */
  #open(): void {
    const options = { layers: this.#layers, furniture: this.#furniture };
    this.#drawn = drawPage(this.#context, this.#article, options);
    fill(this.#page, this.#drawn.element);
    this.#list.show(this.#article.id);
    this.#menu.show(this.#article.id);
    this.#drawTools();
  }

  #drawTools(): void {
    const { labels, story } = this.#context;
    const step = (key: string, sign: string, by: 1 | -1) =>
      h(
        "button",
        {
          class: "rw-button rw-step",
          type: "button",
          title: `${labelText(labels, "actions", key)} (${by > 0 ? "n" : "p"})`,
          aria: { label: labelText(labels, "actions", key) },
          on: { click: () => this.#step(by) },
        },
        sign,
      );
    const menu = story.articles.length > 1 ? this.#menu.element : null;
    const steppers = h("span", { class: "rw-steppers" }, [
      step("previous_mark", "↑", -1),
      this.#where,
      step("next_mark", "↓", 1),
    ]);
    fill(this.#tools, menu, this.#switches(), this.#follow, steppers);
  }

  #switches(): HTMLElement {
    const { labels, story } = this.#context;
    const present = SHOWN.filter((layer) => story.marks.some((mark) => mark.layer === layer));
    const switches = present.map((layer) =>
      this.#toggle(`rw-switch rw-switch-${layer}`, labelText(labels, "layers", layer), {
        on: this.#layers.has(layer),
        change: (on) => (on ? this.#layers.add(layer) : this.#layers.delete(layer)),
      }),
    );
    const furniture = this.#toggle("rw-switch rw-switch-furniture", labelText(labels, "layers", "furniture"), {
      on: this.#furniture,
      change: (on) => {
        this.#furniture = on;
      },
    });
    furniture.title = labelText(labels, "actions", this.#furniture ? "hide_furniture" : "show_furniture");
    return h("span", { class: "rw-switches" }, switches, hasFurniture(this.#article) ? furniture : null);
  }

  #toggle(name: string, text: string, { on, change }: { on: boolean; change: (on: boolean) => void }): HTMLElement {
    const box = h("input", { type: "checkbox", checked: on });
    box.addEventListener("change", () => {
      change(box.checked);
      this.#open();
      this.#receive(this.#context.store.get());
      this.#tools.querySelector<HTMLElement>(`.${name.replaceAll(" ", ".")} input`)?.focus();
    });
    return h("label", { class: name }, box, h("span", {}, text));
  }

  /** Follows the selection: opens its article, highlights its marks and brings the selected one into sight. */
  #receive(selection: Selection): void {
    if (selection.origin !== ORIGIN) this.#scope = scopeOf(this.#context.story, selection);
    const mark = this.#target(selection);
    const record = mark === undefined ? undefined : this.#context.story.marks[mark];
    const wanted = record?.article ?? selection.article;
    const article = this.#context.story.articles.find((one) => one.id === wanted);
    const hidden = record !== undefined && !this.#layers.has(layerOf(record.layer));
    if (record !== undefined && hidden) this.#layers.add(layerOf(record.layer));
    if ((article !== undefined && article !== this.#article) || hidden) {
      this.#article = article ?? this.#article;
      this.#open();
      this.#page.scrollTop = 0;
    }
    this.#highlight(selection, mark);
    this.#count(mark);
  }

  /** The mark to show: the selected one, else the first of what another view selected. */
  #target(selection: Selection): number | undefined {
    const { story } = this.#context;
    if (selection.mark !== null) return markIndex(story).get(selection.mark);
    if (selection.quote !== null) return story.quotes.find((quote) => quote.id === selection.quote)?.mark;
    const marks = this.#scope?.marks ?? [];
    const open = selection.article ?? this.#article.id;
    const here = marks.find((mark) => story.marks[mark]?.article === open);
    return here ?? (selection.article === null ? marks[0] : undefined);
  }

  #highlight(selection: Selection, target: number | undefined): void {
    for (const element of this.#page.querySelectorAll(".rw-mark")) element.classList.remove(...STATES);
    const scoped = new Set(this.#scope?.marks);
    const places = this.#drawn?.places ?? new Map<number, HTMLElement[]>();
    for (const [mark, elements] of places) {
      const record = this.#context.story.marks[mark];
      const related = scoped.has(mark) || isOf(record, selection);
      const state = mark === target ? selectedState(record) : related && "rw-related";
      if (state) for (const element of elements) element.classList.add(state);
    }
    const first = places.get(target ?? -1)?.[0];
    if (first !== undefined) this.#reveal(first);
  }

  #reveal(element: HTMLElement): void {
    const box = element.getBoundingClientRect();
    const page = this.#page.getBoundingClientRect();
    if (box.top > page.top + 24 && box.bottom < page.bottom - 24) return;
    this.#page.scrollTop += box.top - page.top - page.height / 3;
  }

  #count(mark: number | undefined): void {
    const { labels, store } = this.#context;
    this.#where.textContent = position(labels, this.#steps(), mark ?? -1);
    this.#follow.hidden = this.#scope === null;
    if (this.#scope === null) return;
    const clear = () => {
      this.#scope = null;
      store.set({ entity: null, passage: null, pair: null, mark: null }, ORIGIN);
      this.#receive(store.get());
    };
    const name = labelText(labels, "actions", "clear");
    fill(
      this.#follow,
      h("bdi", {}, this.#scope.name),
      h(
        "button",
        { class: "rw-follow-clear", type: "button", title: name, aria: { label: name }, on: { click: clear } },
        "×",
      ),
    );
  }

  #steps(): number[] {
    return this.#scope?.marks ?? steps(this.#context.story, this.#article, this.#layers);
  }

  #step(by: 1 | -1): void {
    const current = this.#target(this.#context.store.get());
    const next = neighbour(this.#steps(), current ?? -1, by);
    if (next !== undefined) this.#select(next);
  }

  /** Selects a mark; what is being followed stays selected, anything else is let go of. */
  #select(mark: number): void {
    const { story, store } = this.#context;
    const kept = this.#scope === null ? { entity: null, quote: null, passage: null, pair: null } : {};
    store.set({ ...kept, ...picking(story, mark) }, ORIGIN);
  }

  #click(event: MouseEvent): void {
    const element = (event.target as HTMLElement).closest<HTMLElement>("[data-marks]");
    if (element === null) return;
    const { story, store } = this.#context;
    const marks = (element.dataset["marks"] ?? "").split(" ").map(Number).reverse();
    const current = markIndex(story).get(store.get().mark ?? "");
    const next = marks[(marks.indexOf(current ?? -1) + 1) % marks.length];
    this.#scope = null;
    if (next !== undefined) this.#select(next);
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { n: 1, p: -1 }[event.key] as 1 | -1 | undefined;
    if (by === undefined) return;
    event.preventDefault();
    this.#step(by);
  }
}

/** Whether a mark shows the selected entity, quotation or passage. */
function isOf(mark: MarkRecord | undefined, { entity, quote, passage }: Selection): boolean {
  return mark?.ref === { entity, quote, speaker: quote, cue: quote, rejected: quote, passage }[mark?.layer ?? "entity"];
}

/** A name is selected in full colour; a longer span is tinted, so that it and the names in it stay readable. */
function selectedState(mark: MarkRecord | undefined): string {
  return mark?.layer === "entity" ? "rw-selected" : "rw-selected-span";
}
