// Who copied whom: the matrix; behind a cell the pairs of articles; behind a pair the two texts.
import "../core/theme.css";
import "./heatmap.css";
import type { Context, Part, View } from "../core/context.ts";
import type { Selection } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { formatShare, label, labelText } from "../core/labels.ts";
import { emptyState } from "../core/state.ts";
import { selectOnly } from "../core/store.ts";
import { comparison, ORIGIN, pairList } from "./compare.ts";
import { type Cell, Grid, sentence } from "./grid.ts";
import { type By, type Matrix, matrix, type Pair, pairOf, pairsOf } from "./matrix.ts";

export const heatmapView: View = (context) => {
  const { root, story, labels } = context;
  root.classList.add("rw-pane", "rw-heatmap");
  const empty = story.articles.length === 0 ? "empty_corpus" : story.pairs.length === 0 ? "no_overlap" : null;
  if (empty) {
    fill(root, emptyState(labels, empty));
    return () => root.replaceChildren();
  }
  const view = new HeatmapView(context);
  return () => view.dispose();
};

class HeatmapView {
  readonly #context: Context;
  readonly #unsubscribe: () => void;
  #matrix: Matrix;
  #cell: Cell | null = null;
  #part: Part | null = null;
  #grid: Grid | null = null;

  constructor(context: Context) {
    this.#context = context;
    const several = context.story.sources.length > 1;
    this.#matrix = matrix(context.story, several ? "source" : "article");
    this.#unsubscribe = context.store.subscribe((selection) => this.#follow(selection));
    this.#showGrid();
    this.#follow(context.store.get());
  }

  dispose(): void {
    this.#unsubscribe();
    this.#part?.dispose();
    this.#context.root.replaceChildren();
  }

  #showGrid(): Grid {
    const { root, labels, story } = this.#context;
    const said = h("p", { class: "rw-heat-said", dir: "auto" });
    const say = (cell: Cell | null) =>
      fill(said, cell ? sentence(labels, this.#matrix, cell) : label(labels, "messages", "choose_cell"));
    const grid = new Grid(labels, this.#matrix, { point: say, choose: (cell) => this.#choose(cell) });
    say(null);
    const shown = this.#matrix.lines.length;
    const total = story[this.#matrix.by === "article" ? "articles" : "sources"].length;
    this.#replace(grid);
    fill(
      root,
      h("div", { class: "rw-toolbar" }, this.#switch(), h("span", { class: "rw-spacer" }), this.#legend()),
      h("p", { class: "rw-heat-note rw-muted" }, label(labels, "figures", "caption_heatmap")),
      shown < total && h("p", { class: "rw-heat-note" }, label(labels, "figures", "rows_of", { shown, total })),
      grid.element,
      said,
    );
    this.#grid = grid;
    return grid;
  }

  #switch(): HTMLElement | null {
    const { labels, story } = this.#context;
    if (story.sources.length < 2) return null;
    const button = (by: By) =>
      h(
        "button",
        {
          class: "rw-button",
          type: "button",
          data: { by },
          aria: { pressed: this.#matrix.by === by },
          on: { click: () => this.#turn(by) },
        },
        label(labels, "actions", `by_${by}`),
      );
    const name = labelText(labels, "views", "heatmap");
    return h(
      "div",
      { class: "rw-segmented", role: "group", aria: { label: name } },
      button("source"),
      button("article"),
    );
  }

  #turn(by: By): void {
    this.#matrix = matrix(this.#context.story, by);
    this.#cell = null;
    this.#showGrid();
    this.#context.root.querySelector<HTMLElement>(`[data-by="${by}"]`)?.focus();
  }

  #legend(): HTMLElement {
    const { labels } = this.#context;
    const end = (share: number) => h("bdi", { class: "rw-number" }, formatShare(labels, share));
    return h(
      "div",
      { class: "rw-heat-legend" },
      h("span", { class: "rw-muted" }, label(labels, "figures", "share")),
      h("span", { class: "rw-heat-scale", dir: "ltr" }, end(0), h("span", { class: "rw-heat-ramp" }), end(1)),
    );
  }

  #choose(cell: Cell): void {
    const { story, store } = this.#context;
    const [row, column] = [this.#matrix.lines[cell.row], this.#matrix.lines[cell.column]];
    if (!row || !column) return;
    this.#cell = cell;
    selectOnly(store, { pair: [row.key, column.key] }, ORIGIN);
    if (this.#matrix.by === "article") {
      this.#showPair(pairOf(story, row.key, column.key), () => this.#back());
      return;
    }
    const pairs = pairsOf(story, "source", row.key, column.key);
    if (pairs.length === 1) this.#showPair(pairs[0] ?? null, () => this.#back());
    else this.#showPairs(pairs, [row.key, column.key]);
  }

  #showPairs(pairs: Pair[], sources: [string, string]): void {
    const { labels } = this.#context;
    const element =
      pairs.length === 0
        ? emptyState(labels, "no_shared_passage")
        : pairList(this.#context, pairs, (pair) =>
            this.#showPair(pair, () => {
              selectOnly(this.#context.store, { pair: sources }, ORIGIN);
              this.#showPairs(pairs, sources);
            }),
          );
    this.#show({ element, dispose: () => {} }, sources, () => this.#back());
  }

  #showPair(pair: Pair | null, back: () => void): void {
    if (!pair) return;
    selectOnly(this.#context.store, { pair: [pair.a.id, pair.b.id] }, ORIGIN);
    const part = comparison(this.#context, pair);
    this.#show(part, [pair.a.source, pair.b.source], back);
    part.settle();
  }

  #show(part: Part, names: [string, string], back: () => void): void {
    const { root, labels } = this.#context;
    const text = labelText(labels, "actions", "back");
    const button = h("button", { class: "rw-button rw-back", type: "button", title: text, aria: { label: text } });
    button.addEventListener("click", back);
    const title = h("h3", { class: "rw-heat-pair-names" }, h("bdi", {}, names[0]), " ⇄ ", h("bdi", {}, names[1]));
    this.#replace(part);
    fill(root, h("div", { class: "rw-toolbar rw-heat-head" }, button, title), part.element);
    button.focus({ preventScroll: true });
  }

  #back(): void {
    selectOnly(this.#context.store, {}, ORIGIN);
    const cell = this.#cell ?? undefined;
    this.#showGrid().focus(cell);
  }

  #replace(part: Part): void {
    this.#part?.dispose();
    this.#part = part;
    this.#grid = null;
  }

  /** Another view, or Python, chose a pair or a passage: the cell is shown; a pair of articles from Python is opened. */
  #follow(selection: Selection): void {
    if (selection.origin === ORIGIN) return;
    const { story } = this.#context;
    const passage = story.passages.find(({ id }) => id === selection.passage);
    const keys = selection.pair ?? (passage ? [passage.a, passage.b] : null);
    if (selection.origin === "python" && selection.pair) {
      const pair = pairOf(story, ...selection.pair);
      if (pair) this.#showPair(pair, () => this.#back());
    }
    this.#grid?.select(keys && this.#find(keys[0] ?? "", keys[1] ?? ""));
  }

  #find(a: string, b: string): Cell | null {
    const { story } = this.#context;
    const keyOf = (key: string) => {
      const article = this.#matrix.by === "source" ? story.articles.find(({ id }) => id === key) : undefined;
      return article ? article.source : key;
    };
    const [row, column] = [a, b].map((key) => this.#matrix.lines.findIndex((line) => line.key === keyOf(key)));
    return row === undefined || column === undefined || row < 0 || column < 0 ? null : { row, column };
  }
}
