// Who copied whom: the matrix; behind a cell or a block the pairs of articles; behind a pair the two texts.
//
// The selection that all views share holds two names. So a block of cells is this view's own, and of the pairs behind
// it only the one that is opened goes into the shared selection.
import "../core/theme.css";
import "./heatmap.css";
import "./panel.css";
import "./compare.css";
import type { Context, Part, View } from "../core/context.ts";
import type { Selection, Story } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { label, labelText } from "../core/labels.ts";
import { emptyState } from "../core/state.ts";
import { selectOnly } from "../core/store.ts";
import { articleOf, betweenOf } from "../core/story.ts";
import { comparison, ORIGIN } from "./compare.ts";
import { pairList } from "./facts.ts";
import { type Cell, lineAt } from "./matrix.ts";
import { MatrixView } from "./matrixview.ts";
import { type Pair, pairOf, pairsBehind } from "./pairs.ts";
import { type Memory, remembered } from "./state.ts";

export const heatmapView: View = (context) => {
  const { root, story, labels } = context;
  root.classList.add("rw-pane", "rw-heatmap");
  const empty = story.articles.length === 0 ? "empty_corpus" : nothing(story) ? "no_overlap" : null;
  if (empty) {
    fill(root, emptyState(labels, empty));
    return () => root.replaceChildren();
  }
  const view = new HeatmapView(context);
  return () => view.dispose();
};

function nothing({ pairs, reworded }: Story): boolean {
  return pairs.length === 0 && reworded.length === 0;
}

class HeatmapView {
  readonly #context: Context;
  readonly #memory: Memory;
  readonly #unsubscribe: () => void;
  #part: Part | null = null;
  #matrix: MatrixView | null = null;
  /** What the way back from here does. */
  #back: (() => void) | null = null;

  constructor(context: Context) {
    this.#context = context;
    this.#memory = remembered(context);
    this.#unsubscribe = context.store.subscribe((selection, previous) => this.#follow(selection, previous));
    context.root.addEventListener("keydown", this.#escape);
    this.#restore();
  }

  dispose(): void {
    this.#unsubscribe();
    this.#part?.dispose();
    this.#context.root.removeEventListener("keydown", this.#escape);
    this.#context.root.replaceChildren();
  }

  /** What was open before the story was told anew; where the texts are gone, the matrix. */
  #restore(): void {
    const { open, listed } = this.#memory;
    const pair = open && pairOf(this.#context.story, ...open);
    if (pair) this.#showPair(pair, false);
    else if (!listed || !this.#showListed(false)) {
      this.#showMatrix();
      const { pair: chosen, passage } = this.#context.store.get();
      this.#mark(chosen, passage);
    }
  }

  readonly #escape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (this.#back) this.#back();
    else if (this.#matrix?.clear()) this.#matrix.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #showMatrix(): MatrixView {
    Object.assign(this.#memory, { open: null, listed: null });
    const view = new MatrixView(this.#context, this.#memory, {
      choose: (cell) => this.#choose(cell),
      open: (pair) => this.#showPair(pair),
    });
    this.#replace(view);
    this.#back = null;
    this.#matrix = view;
    this.#context.root.replaceChildren();
    view.paint();
    this.#context.root.append(view.element);
    return view;
  }

  #choose(cell: Cell): void {
    const { story, store } = this.#context;
    const { by, lines } = this.#matrix?.matrix ?? { by: "source", lines: [] };
    const [row, column] = [lines[cell.row], lines[cell.column]];
    if (!row || !column) return;
    this.#memory.cell = cell;
    selectOnly(store, { pair: [row.key, column.key] }, ORIGIN);
    if (by === "article") {
      const pair = pairOf(story, row.key, column.key);
      if (pair) this.#showPair(pair);
      return;
    }
    this.#memory.listed = [row.key, column.key];
    this.#showListed();
  }

  /** The pairs behind two outlets, or their texts where there is one pair; whether there are such outlets. */
  #showListed(focus = true): boolean {
    const { story, labels, store } = this.#context;
    const [a, b] = this.#memory.listed ?? ["", ""];
    if (!story.sources.includes(a) || !story.sources.includes(b)) return false;
    const matrix = { by: "source" as const, layer: this.#memory.layer, lines: [a, b].map((key) => ({ key })) };
    const pairs = pairsBehind(story, matrix, { top: 0, bottom: 0, start: 1, end: 1 });
    const only = pairs.length === 1 ? pairs[0] : undefined;
    if (only) {
      this.#memory.listed = null;
      this.#showPair(only, focus);
      return true;
    }
    selectOnly(store, { pair: [a, b] }, ORIGIN);
    this.#memory.open = null;
    const list = pairs.length > 0 && [
      h("p", { class: "rw-muted rw-pairs-hint" }, label(labels, "messages", "choose_pair")),
      pairList(this.#context, pairs, (pair) => this.#showPair(pair)),
    ];
    const element = list ? h("div", { class: "rw-scroll" }, list) : emptyState(labels, "no_shared_passage");
    this.#show({ element, dispose: () => {} }, [a, b], () => this.#toMatrix(), focus);
    return true;
  }

  #showPair(pair: Pair, focus = true): void {
    const { a, b } = pair;
    const { passage, pair: chosen } = this.#context.store.get();
    this.#memory.open = [a.id, b.id];
    const same = chosen?.includes(a.id) && chosen.includes(b.id);
    if (!same) selectOnly(this.#context.store, { pair: [a.id, b.id] }, ORIGIN);
    else if (passage === null) this.#context.store.set({ pair: [a.id, b.id] }, ORIGIN);
    const part = comparison(this.#context, pair, this.#memory);
    const back = () => (this.#memory.listed ? void this.#showListed() : this.#toMatrix());
    this.#show(part, [a.source, b.source], back, focus);
    part.settle();
  }

  #show(part: Part, names: [string, string], back: () => void, focus: boolean): void {
    const { root, labels } = this.#context;
    const text = labelText(labels, "actions", "back");
    const button = h("button", { class: "rw-button rw-back", type: "button", title: text, aria: { label: text } });
    button.addEventListener("click", back);
    const title = h("h3", { class: "rw-heat-pair-names" }, h("bdi", {}, names[0]), " ⇄ ", h("bdi", {}, names[1]));
    this.#replace(part);
    this.#back = back;
    fill(root, h("div", { class: "rw-toolbar rw-heat-head" }, button, title), part.element);
    if (focus) button.focus({ preventScroll: true });
  }

  #toMatrix(): void {
    selectOnly(this.#context.store, {}, ORIGIN);
    this.#showMatrix().focus();
  }

  #replace(part: Part): void {
    this.#part?.dispose();
    this.#part = part;
    this.#matrix = null;
  }

  /** Another view, or Python, chose a pair or a passage: the cell is shown; a pair of articles from Python is opened. */
  #follow(selection: Selection, previous: Selection): void {
    if (selection.origin === ORIGIN) return;
    const turned = JSON.stringify(selection.pair) !== JSON.stringify(previous.pair);
    if (selection.origin === "python" && selection.pair && turned) {
      const pair = pairOf(this.#context.story, ...selection.pair);
      if (pair) this.#showPair(pair, false);
    }
    this.#mark(selection.pair, selection.passage);
  }

  #mark(pair: [string, string] | null, passage: string | null): void {
    const found = passage === null ? undefined : betweenOf(this.#context.story, passage);
    const keys = pair ?? (found ? [found.a, found.b] : null);
    this.#matrix?.select(keys && this.#find(keys[0] ?? "", keys[1] ?? ""));
  }

  #find(a: string, b: string): Cell | null {
    const matrix = this.#matrix?.matrix;
    if (!matrix) return null;
    const keyOf = (key: string) =>
      matrix.by === "source" ? (articleOf(this.#context.story, key)?.source ?? key) : key;
    const [row, column] = [lineAt(matrix, keyOf(a)), lineAt(matrix, keyOf(b))];
    return row < 0 || column < 0 ? null : { row, column };
  }
}
