// The reader: an article as its page was, with names, quotations and shared passages as layers.
import "../core/theme.css";
import "./reader.css";
import "./card.css";
import type { Context, Dispose, View } from "../core/context.ts";
import type { ArticleRecord, Selection } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { labelText } from "../core/labels.ts";
import { emptyState } from "../core/state.ts";
import { picking } from "../core/store.ts";
import { articleOf, markIndex, quoteOf } from "../core/story.ts";
import { Acts } from "./acts.ts";
import { Desk } from "./desk.ts";
import { Find } from "./find.ts";
import { guide } from "./guide.ts";
import { Gutter } from "./gutter.ts";
import { isUndo, keyOf } from "./keys.ts";
import { layerOf, layersOf } from "./layers.ts";
import { ArticleList } from "./list.ts";
import { type Memory, remembered } from "./memory.ts";
import { drawEdges, drawPage, type Page } from "./page.ts";
import { unfold } from "./runs.ts";
import { neighbour, type Scope, scopeOf, stepsOf } from "./scope.ts";
import { highlight, markElements } from "./shown.ts";
import { Tools } from "./tools.ts";

const ORIGIN = "reader";

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
  readonly #memory: Memory;
  readonly #list: ArticleList | null;
  readonly #page = h("div", { class: "rw-page rw-scroll", tabindex: 0, role: "region" });
  readonly #main = h("div", { class: "rw-pane rw-reader-main" });
  readonly #element: HTMLElement;
  readonly #tools: Tools;
  readonly #acts: Acts;
  readonly #desk: Desk;
  readonly #gutter: Gutter;
  readonly #find: Find;
  readonly #guide: HTMLElement;
  #article: ArticleRecord;
  #drawn: Page | null = null;
  #scope: Scope | null = null;
  #mark: number | undefined;
  /** Whether the selected mark stays in sight while the room for the page changes: until the reader scrolls. */
  #held = false;

  constructor(context: Context) {
    const { root, story, store } = context;
    this.#context = context;
    this.#memory = remembered(context);
    this.#article = (articleOf(story, this.#memory.article ?? "") ?? story.articles[0]) as ArticleRecord;
    this.#list = story.articles.length > 1 ? new ArticleList(context, this.#memory, (id) => this.#choose(id)) : null;
    this.#acts = new Acts(context, this.#memory);
    this.#gutter = new Gutter(this.#page, (mark) => this.#select(mark));
    this.#find = this.#makeFind();
    this.#guide = guide(context, () => this.#showGuide(false));
    this.#tools = this.#makeTools();
    this.#desk = this.#makeDesk();
    this.#element = h("div", { class: "rw-reader" }, this.#list?.element, this.#main);
    const unlisten = this.#listen();
    this.#fillMain();
    fill(root, this.#element);
    const unsubscribe = store.subscribe((selection) => this.#receive(selection));
    this.dispose = () => {
      unsubscribe();
      unlisten();
      this.#list?.dispose();
      this.#acts.dispose();
      this.#find.dispose();
      this.#desk.dispose();
      this.#element.remove();
    };
    this.#begin();
  }

  #fillMain(): void {
    this.#page.setAttribute("aria-label", labelText(this.#context.labels, "views", "reader"));
    const middle = h("div", { class: "rw-page-frame" }, this.#page, this.#gutter.element, this.#guide);
    this.#find.element.hidden = this.#memory.find === null;
    fill(
      this.#main,
      this.#tools.element,
      this.#find.element,
      this.#acts.stale,
      middle,
      this.#acts.element,
      this.#desk.element,
    );
  }

  /** Opens where the reader was before the story came anew, or else at what is selected. */
  #begin(): void {
    const { scroll, article } = this.#memory;
    this.#open();
    const awaited = this.#awaited();
    this.#receive(this.#context.store.get(), article !== this.#article.id);
    if (article === this.#article.id) this.#page.scrollTop = scroll;
    if (awaited !== undefined) this.#select(awaited);
    requestAnimationFrame(() => this.#drawGutter());
  }

  /** The mark of the words that were marked just now. */
  #awaited(): number | undefined {
    const { awaited } = this.#memory;
    this.#memory.awaited = null;
    if (awaited === null) return undefined;
    const { marks } = this.#context.story;
    const fits = (at: number) => {
      const mark = marks[at];
      return mark?.article === awaited.article && mark.start === awaited.start && mark.layer === awaited.layer;
    };
    return [...marks.keys()].find(fits);
  }

  /** Draws the open article, and the tools above it as they are for it. */
  #open(): void {
    const memory = this.#memory;
    this.#desk.article = this.#article;
    this.#drawn = drawPage(this.#context, this.#article, {
      layers: this.#layers,
      furniture: memory.furniture,
      runs: memory.runs,
      choose: this.#context.ask === null ? null : (block) => this.#desk.kinds(block),
      resized: () => this.#drawGutter(),
    });
    drawEdges(this.#context.story, this.#drawn.places);
    fill(this.#page, this.#drawn.element);
    this.#desk.drawn = this.#drawn;
    this.#list?.show(this.#article.id);
    this.#tools.open(this.#article);
    if (memory.find !== null) this.#find.look();
    this.#drawGutter();
  }

  get #layers(): Set<string> {
    return new Set(layersOf(this.#context.story).filter((layer) => !this.#memory.off.has(layer)));
  }

  #redraw(): void {
    const top = this.#page.scrollTop;
    this.#open();
    this.#page.scrollTop = top;
    this.#receive(this.#context.store.get(), false);
  }

  /** Follows the selection: opens its article, highlights its marks and brings the selected one into sight. */
  #receive(selection: Selection, reveal = true): void {
    const { story } = this.#context;
    if (selection.origin !== ORIGIN) this.#scope = scopeOf(story, selection);
    const mark = this.#target(selection);
    const record = mark === undefined ? undefined : story.marks[mark];
    const article = articleOf(story, record?.article ?? selection.article ?? "");
    const hidden = record !== undefined && this.#memory.off.delete(layerOf(record));
    if ((article !== undefined && article !== this.#article) || hidden) {
      this.#article = article ?? this.#article;
      this.#desk.forget();
      this.#open();
      this.#page.scrollTop = 0;
    }
    this.#memory.article = this.#article.id;
    this.#mark = mark;
    highlight(this.#context, this.#drawn, { selection, scope: this.#scope, mark });
    const first = this.#drawn?.places.get(mark ?? -1)?.[0];
    this.#desk.mark = selection.mark === null && selection.quote === null ? undefined : mark;
    this.#held = reveal;
    if (reveal && first !== undefined) this.#reveal(first);
    this.#tools.count(this.#steps(), mark, this.#scope);
    this.#drawGutter();
  }

  /** The mark to show: the selected one, else the first of what another view selected. */
  #target(selection: Selection): number | undefined {
    const { story } = this.#context;
    if (selection.mark !== null) return markIndex(story).get(selection.mark);
    if (selection.quote !== null) return quoteOf(story, selection.quote)?.mark;
    const marks = this.#scope?.marks ?? [];
    const open = selection.article ?? this.#article.id;
    const here = marks.find((mark) => story.marks[mark]?.article === open);
    return here ?? (selection.article === null ? marks[0] : undefined);
  }

  #drawGutter(): void {
    this.#gutter.draw(this.#context.story, this.#drawn?.places ?? new Map(), this.#mark);
  }

  #reveal(thing: HTMLElement | Range): void {
    const element = thing instanceof Range ? thing.startContainer.parentElement : thing;
    if (element !== null) unfold(element);
    const box = thing.getBoundingClientRect();
    const page = this.#page.getBoundingClientRect();
    if (box.top > page.top + 24 && box.bottom < page.bottom - 24) return;
    this.#page.scrollTop += box.top - page.top - page.height / 3;
  }

  #steps(): number[] {
    return stepsOf(this.#context.story, this.#article, { scope: this.#scope, on: this.#layers, of: this.#memory.step });
  }

  #step(by: 1 | -1): void {
    const next = neighbour(this.#steps(), this.#mark ?? -1, by);
    if (next !== undefined) this.#select(next);
  }

  /** Selects a mark; what is being followed stays selected, anything else is let go of. */
  #select(mark: number): void {
    const { story, store } = this.#context;
    const kept = this.#scope === null ? { entity: null, quote: null, passage: null, pair: null } : {};
    store.set({ ...kept, ...picking(story, mark) }, ORIGIN);
  }

  #choose(article: string): void {
    this.#element.classList.remove("rw-choosing");
    this.#context.store.set({ article, mark: null, quote: null }, ORIGIN);
    if (article !== this.#article.id) this.#receive(this.#context.store.get());
  }

  #turn(by: 1 | -1): void {
    const next = this.#list?.neighbour(by);
    if (next !== undefined) this.#choose(next);
  }

  #makeTools(): Tools {
    const { store } = this.#context;
    return new Tools(this.#context, this.#memory, {
      redraw: () => this.#redraw(),
      step: (by) => this.#step(by),
      turn: (by) => this.#turn(by),
      choosing: () => this.#showList(!this.#element.classList.contains("rw-choosing")),
      find: () => this.#showFind(Boolean(this.#find.element.hidden)),
      guide: () => this.#showGuide(Boolean(this.#guide.hidden)),
      unfollow: () => {
        this.#scope = null;
        store.set({ entity: null, passage: null, pair: null, mark: null }, ORIGIN);
        this.#receive(store.get());
      },
    });
  }

  #makeFind(): Find {
    return new Find(this.#context, {
      query: this.#memory.find ?? "",
      blocks: () => this.#drawn?.blocks.map(({ element }) => element) ?? [],
      reveal: (hit) => this.#reveal(hit),
      changed: (query) => {
        this.#memory.find = query;
      },
      close: () => this.#showFind(false),
    });
  }

  #makeDesk(): Desk {
    return new Desk(this.#context, {
      acts: this.#acts,
      memory: this.#memory,
      page: this.#page,
      frame: this.#main,
      select: (mark) => {
        this.#scope = null;
        this.#select(mark);
      },
      follow: (mark) => {
        const entity = this.#context.story.marks[mark]?.ref ?? null;
        this.#scope = scopeOf(this.#context.story, { ...this.#context.store.get(), entity, passage: null, pair: null });
        this.#receive(this.#context.store.get(), false);
      },
      resized: () => this.#drawGutter(),
    });
  }

  #showFind(shown: boolean): void {
    this.#find.element.hidden = !shown;
    this.#memory.find = shown ? (this.#memory.find ?? "") : null;
    if (shown) {
      this.#find.look();
      this.#find.focus();
    } else {
      this.#find.dispose();
      this.#page.focus({ preventScroll: true });
    }
  }

  #showGuide(shown: boolean): void {
    this.#guide.hidden = !shown;
    if (shown) this.#guide.querySelector<HTMLElement>("button")?.focus();
    else this.#page.focus({ preventScroll: true });
  }

  #showList(shown: boolean): void {
    this.#element.classList.toggle("rw-choosing", shown);
    this.#tools.choosing(shown);
    if (shown) this.#list?.focus();
    else this.#tools.element.querySelector<HTMLElement>(".rw-article-open")?.focus();
  }

  #listen(): Dispose {
    this.#page.addEventListener("click", (event) => this.#click(event));
    this.#element.addEventListener("keydown", (event) => this.#key(event));
    const scrolled = () => {
      this.#memory.scroll = this.#page.scrollTop;
    };
    this.#page.addEventListener("scroll", scrolled, { passive: true });
    const letGo = () => {
      this.#held = false;
    };
    for (const event of ["wheel", "touchmove"] as const) this.#page.addEventListener(event, letGo, { passive: true });
    const observer = new ResizeObserver(() => {
      const first = this.#held ? this.#drawn?.places.get(this.#mark ?? -1)?.[0] : undefined;
      if (first !== undefined) this.#reveal(first);
      this.#drawGutter();
    });
    observer.observe(this.#page);
    return () => observer.disconnect();
  }

  #click(event: MouseEvent): void {
    const marks = markElements(event.target as HTMLElement);
    if (marks.length === 0 || document.getSelection()?.isCollapsed === false) return;
    const at = marks.indexOf(this.#mark ?? -1);
    const next = marks[(at + 1) % marks.length];
    this.#scope = null;
    this.#memory.inspector = true;
    if (next !== undefined) this.#select(next);
  }

  #key(event: KeyboardEvent): void {
    if (isUndo(event) && this.#context.ask !== null && this.#memory.done.length > 0) {
      event.preventDefault();
      void this.#acts.undo();
      return;
    }
    const key = keyOf(event);
    const acts: Record<string, () => unknown> = {
      n: () => this.#step(1),
      p: () => this.#step(-1),
      "[": () => this.#turn(-1),
      "]": () => this.#turn(1),
      "/": () => this.#showFind(true),
      "?": () => this.#showGuide(Boolean(this.#guide.hidden)),
      l: () => this.#list !== null && this.#showList(true),
      b: () => this.#desk.kindsHere(),
      ArrowDown: () => this.#desk.walk(1),
      ArrowUp: () => this.#desk.walk(-1),
      e: () => this.#desk.pin(),
      Escape: () => this.#leave(),
    };
    const act = key === null ? undefined : acts[key];
    if (act === undefined || act() === false) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Closes what lies on top; false where nothing does. */
  #leave(): boolean {
    if (!this.#guide.hidden) this.#showGuide(false);
    else if (this.#element.classList.contains("rw-choosing")) this.#showList(false);
    else if (!this.#find.element.hidden) this.#showFind(false);
    else return this.#desk.leave();
    return true;
  }
}
