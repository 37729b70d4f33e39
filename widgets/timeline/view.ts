// Who published, quoted or copied when: lanes of outlets in time, what is selected anywhere lit, its evidence beside it.
import "../core/theme.css";
import "./timeline.css";
import type { Context, Dispose, Part, View } from "../core/context.ts";
import type { Selection } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { icon } from "../core/icons.ts";
import { label, labelText } from "../core/labels.ts";
import { emptyState } from "../core/state.ts";
import { picking, selectOnly } from "../core/store.ts";
import { quoteOf } from "../core/story.ts";
import { observeTheme } from "../network/theme.ts";
import { type DetailGiven, drawn } from "./detail.ts";
import { gestures } from "./gestures.ts";
import { type Memory, memoryOf, ORIGIN } from "./memory.ts";
import { busiest, type Model, modelOf, type Point } from "./model.ts";
import { Overview } from "./overview.ts";
import { type Colours, coloursAt } from "./paint.ts";
import { Plot } from "./plot.ts";
import { panned, type Range, within, zoomed } from "./scale.ts";
import { type Scene, sceneOf } from "./scene.ts";
import { sheetOf } from "./sheet.ts";
import { tools } from "./tools.ts";
import { undatedList } from "./undated.ts";
import { period } from "./words.ts";

const CLOSER = 0.6;

export const timelineView: View = (context) => {
  const { root, story, labels } = context;
  root.classList.add("rw-pane", "rw-timeline");
  if (story.articles.length === 0) {
    fill(root, emptyState(labels, "empty_corpus"));
    return () => root.replaceChildren();
  }
  const model = modelOf(story);
  if (model.whole === null) {
    fill(root, undatedList(context, model));
    return () => root.replaceChildren();
  }
  return new Timeline(context, model, model.whole).dispose;
};

class Timeline {
  readonly dispose: Dispose;
  readonly #context: Context;
  readonly #model: Model;
  readonly #whole: Range;
  readonly #memory: Memory;
  readonly #plot: Plot;
  readonly #overview: Overview;
  readonly #said = h("p", { class: "rw-tl-said", role: "status" });
  readonly #detail = h("section", { class: "rw-pane rw-tl-detail" });
  readonly #given: DetailGiven;
  #colours: Colours;
  #scene: Scene;
  #part: Part | null = null;
  #shown = "";
  #frame = 0;

  constructor(context: Context, model: Model, whole: Range) {
    const { root, story, labels, store } = context;
    this.#context = context;
    this.#model = model;
    this.#whole = whole;
    const fresh = !context.memory.has(ORIGIN);
    this.#memory = memoryOf(context);
    if (fresh) this.#memory.range = busiest(model.points, whole);
    this.#given = {
      context,
      model,
      choose: (point) => this.#choose(point),
      pair: (pair) => this.#select({ pair }),
      quote: (quote) => this.#select(picking(story, quote.mark)),
    };
    this.#plot = this.#makePlot();
    this.#overview = new Overview({ labels, whole, change: (range) => this.#show(range) });
    this.#frameOf(root);
    this.#colours = coloursAt(root);
    this.#scene = sceneOf(story, model, this.#memory, store.get());
    this.#plot.cursor.moved = (point) => this.#follow(point);
    this.#restore();
    const endings = this.#listen();
    this.dispose = () => {
      cancelAnimationFrame(this.#frame);
      for (const end of endings) end();
      this.#part?.dispose();
      root.replaceChildren();
    };
  }

  get #range(): Range {
    return this.#memory.range ?? this.#whole;
  }

  #makePlot(): Plot {
    const { story } = this.#context;
    return new Plot(this.#context.labels, this.#model, this.#corner(), {
      article: (point) => this.#choose(point),
      many: (points) => {
        this.#memory.opened = points.map(({ article }) => article.id);
        this.#select({});
      },
      quote: (quote) => this.#select(picking(story, quote.mark)),
      copy: ({ first, later }) => this.#select({ pair: [first, later] }),
      nothing: () => {
        this.#memory.opened = null;
        this.#select({});
      },
      source: (source) => this.#select(this.#context.store.get().source === source ? {} : { source }),
      fold: (source) => {
        const { hidden } = this.#memory;
        if (!hidden.delete(source)) hidden.add(source);
        this.#filter();
        const head = [...this.#plot.element.querySelectorAll<HTMLElement>(".rw-tl-head")];
        head
          .find((one) => one.dataset["source"] === source)
          ?.querySelector("input")
          ?.focus();
      },
    });
  }

  /** Above the names: all outlets shown, or none. */
  #corner(): HTMLElement {
    const { labels } = this.#context;
    const all = h("button", { class: "rw-button rw-button-quiet rw-tl-all", type: "button" });
    all.append(label(labels, "timeline", "all_outlets"));
    all.addEventListener("click", () => {
      const { hidden } = this.#memory;
      const { sources } = this.#context.story;
      if (hidden.size > 0) hidden.clear();
      else for (const source of sources) hidden.add(source);
      this.#filter();
    });
    return h("div", { class: "rw-tl-corner" }, all);
  }

  #frameOf(root: HTMLElement): void {
    const bar = tools(this.#context, this.#model, this.#memory, () => this.#filter());
    const foot = h("div", { class: "rw-tl-foot" }, this.#buttons(), this.#overview.element);
    const main = h("div", { class: "rw-pane rw-tl-main" }, this.#plot.element, this.#said, foot);
    fill(root, bar, h("div", { class: "rw-tl-frame" }, main, this.#detail));
  }

  #buttons(): HTMLElement {
    const { labels } = this.#context;
    const button = (name: string, sign: string | Node, click: () => void) =>
      h("button", { class: "rw-button", type: "button", title: name, aria: { label: name }, on: { click } }, sign);
    return h(
      "div",
      { class: "rw-tl-zoom" },
      button(labelText(labels, "actions", "zoom_in"), "+", () => this.#zoom(CLOSER)),
      button(labelText(labels, "actions", "zoom_out"), "−", () => this.#zoom(1 / CLOSER)),
      button(labelText(labels, "actions", "fit"), icon("fit"), () => this.#show(this.#whole)),
    );
  }

  #listen(): Dispose[] {
    const { root, store } = this.#context;
    const resize = new ResizeObserver(() => this.#later());
    resize.observe(this.#plot.field);
    resize.observe(this.#plot.scroll);
    const key = (event: KeyboardEvent) => this.#key(event);
    const scrolled = () => {
      this.#memory.scroll = this.#plot.scroll.scrollTop;
    };
    root.addEventListener("keydown", key);
    this.#plot.scroll.addEventListener("scroll", scrolled);
    return [
      () => resize.disconnect(),
      () => root.removeEventListener("keydown", key),
      () => this.#plot.scroll.removeEventListener("scroll", scrolled),
      observeTheme(root, () => {
        this.#colours = coloursAt(root);
        this.#later();
      }),
      gestures(this.#plot, {
        zoom: (factor, around) => this.#zoom(factor, around),
        pan: (by) => this.#show(panned(this.#range, by, this.#whole)),
        brush: (range) => this.#show(within(range, this.#whole)),
      }),
      store.subscribe((selection) => this.#hear(selection)),
    ];
  }

  /** Brings back what was remembered; what is no longer there is let go. */
  #restore(): void {
    const memory = this.#memory;
    if (memory.range !== null) memory.range = within(memory.range, this.#whole);
    if (!this.#model.statements.has(memory.lineage)) memory.lineage = "";
    memory.opened = memory.opened?.filter((id) => this.#model.byArticle.has(id)) ?? null;
    const point = this.#model.byArticle.get(memory.current ?? "");
    if (point) this.#plot.cursor.place(point);
    this.#filter();
    this.#plot.scroll.scrollTop = memory.scroll;
  }

  /** The filters changed, or the selection: the scene is made anew. */
  #filter(): void {
    this.#renew();
    this.#draw(true);
    const { points } = this.#scene;
    this.#overview.draw(points, this.#colours);
  }

  #renew(): void {
    const { story, store } = this.#context;
    this.#scene = sceneOf(story, this.#model, this.#memory, store.get());
    this.#drawDetail();
  }

  #draw(lanes: boolean): void {
    const folded = lanes ? this.#memory.hidden : null;
    this.#plot.draw(this.#scene, this.#range, { colours: this.#colours, folded });
    this.#overview.show(this.#range);
    this.#say();
  }

  /** Draws with the next frame, once for all that happens until then. */
  #later(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#draw(false);
      this.#overview.draw(this.#scene.points, this.#colours);
    });
  }

  #show(range: Range): void {
    const whole = range.to - range.from >= this.#whole.to - this.#whole.from;
    this.#memory.range = whole ? null : range;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw(false));
  }

  #zoom(factor: number, around?: number): void {
    const { from, to } = this.#range;
    this.#show(zoomed(this.#range, factor, around ?? (from + to) / 2, this.#whole));
  }

  /** The period in words, how many articles are in it, and what is not drawn. */
  #say(): void {
    const { labels, story } = this.#context;
    const { from, to } = this.#range;
    const inside = this.#scene.points.filter(({ start, end }) => end >= from && start <= to).length;
    const total = story.articles.length;
    const without = this.#model.lanes.find(({ undated }) => undated)?.points.length ?? 0;
    const { arrows, allArrows } = this.#scene;
    const unknown = story.pairs.filter(({ words, first }) => words > 0 && first === "").length;
    const notes = [
      label(labels, "timeline", "articles_in", { n: inside, total }),
      arrows.length < allArrows && label(labels, "timeline", "arrows_of", { n: arrows.length, total: allArrows }),
      unknown > 0 && this.#memory.layers.shared && label(labels, "timeline", "unordered_n", { n: unknown }),
      without > 0 && label(labels, "timeline", "undated_n", { n: without }),
      this.#model.points.some(({ moment }) => moment.zoned) && label(labels, "figures", "utc"),
    ];
    const spans = notes.filter((note) => note !== false).map((note) => h("span", {}, note));
    fill(this.#said, h("strong", {}, period(labels, this.#range)), spans);
  }

  #drawDetail(): void {
    const { store, labels } = this.#context;
    const found = sheetOf(this.#given, this.#scene, this.#memory, store.get());
    this.#detail.setAttribute("aria-label", labelText(labels, "timeline", "detail"));
    this.#context.root.classList.toggle("rw-tl-open", found !== null);
    if ((found?.key ?? "") === this.#shown && this.#part !== null) return;
    this.#part?.dispose();
    this.#shown = found?.key ?? "";
    const focused = this.#detail.contains(document.activeElement);
    const close = () => {
      this.#back();
      if (this.#part === null) this.#plot.cursor.focus();
    };
    this.#part = found && drawn(this.#context, found.make(), { close, back: this.#inList(store.get()) });
    const hint = h("p", { class: "rw-muted rw-tl-hint" }, label(labels, "timeline", "hint"));
    fill(this.#detail, this.#part?.element ?? hint);
    if (focused) this.#detail.querySelector<HTMLElement>("h3")?.focus();
  }

  #choose(point: Point): void {
    const memory = this.#memory;
    if (!memory.opened?.includes(point.article.id)) memory.opened = null;
    this.#plot.cursor.place(point);
    memory.current = point.article.id;
    this.#select({ article: point.article.id });
    this.#plot.reveal(point.article.id);
  }

  #select(partial: Partial<Selection>): void {
    const { store } = this.#context;
    const before = store.get();
    selectOnly(store, partial, ORIGIN);
    if (store.get() === before) this.#renewed();
  }

  #renewed(): void {
    this.#renew();
    this.#draw(false);
  }

  /** Another view, or this one, selected something: it is lit, and brought into sight where it came from elsewhere. */
  #hear(selection: Selection): void {
    if (selection.origin !== ORIGIN) this.#memory.opened = null;
    this.#renewed();
    const id = selection.quote === null ? selection.article : quoteOf(this.#context.story, selection.quote)?.article;
    const point = this.#model.byArticle.get(id ?? "");
    if (point && selection.origin !== ORIGIN) {
      this.#plot.cursor.place(point);
      this.#follow(point);
    }
  }

  /** Moves the period and the lanes so that an article can be seen. */
  #follow(point: Point): void {
    this.#memory.current = point.article.id;
    const { from, to } = this.#range;
    if (point.start > to || point.end < from) {
      const room = (to - from) * 0.1;
      const by = point.start > to ? point.end - to + room : point.start - from - room;
      this.#memory.range = panned(this.#range, by, this.#whole);
    }
    this.#draw(false);
    this.#plot.reveal(point.article.id);
  }

  #key(event: KeyboardEvent): void {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const point = this.#plot.cursor.point;
    const around = point && !Number.isNaN(point.start) ? (point.start + point.end) / 2 : undefined;
    if (event.key === "+" || event.key === "=") this.#zoom(CLOSER, around);
    else if (event.key === "-") this.#zoom(1 / CLOSER, around);
    else if (event.key === "0") this.#show(this.#whole);
    else if (event.key === "Escape") this.#back();
    else return;
    event.preventDefault();
  }

  /** One step back: from an article to the list it was in, from what is selected to nothing, then from a statement. */
  #back(): void {
    const memory = this.#memory;
    const inList = this.#inList(this.#context.store.get());
    const nothing = Object.entries(this.#context.store.get()).every(
      ([key, value]) => key === "origin" || value === null,
    );
    if (!inList) {
      memory.opened = null;
      if (nothing) [memory.lineage, memory.speaker] = ["", ""];
    }
    this.#select({});
    if (!inList && nothing) this.#redrawTools();
  }

  /** Whether an article is open that was chosen from the list behind a number. */
  #inList({ article }: Selection): boolean {
    return article !== null && (this.#memory.opened?.includes(article) ?? false);
  }

  #redrawTools(): void {
    const bar = this.#context.root.querySelector(".rw-tl-tools");
    bar?.replaceWith(tools(this.#context, this.#model, this.#memory, () => this.#filter()));
  }
}
