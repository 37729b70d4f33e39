// The matrix with its controls, what it says of a cell, and what stands beside it.
import { all, type Context, type Dispose, type Part } from "../core/context.ts";
import { type Child, fill, h } from "../core/dom.ts";
import { label } from "../core/labels.ts";
import { kept } from "./block.ts";
import { firstSaid } from "./facts.ts";
import { found, strongest } from "./find.ts";
import { type Grid, type GridActions, type Shown, sentence } from "./grid.ts";
import { CanvasMap } from "./map.ts";
import { type By, type Cell, type Layer, lineAt, type Matrix, matrix, type Order } from "./matrix.ts";
import { boilerplateCells, type Pair, pairOf, rewordedCells } from "./pairs.ts";
import { blockPanel, boilerplatePanel } from "./panel.ts";
import { forget, LINES, type Memory } from "./state.ts";
import { TABLE_LINES, Table } from "./table.ts";
import { onTheme, themeOf } from "./theme.ts";
import { toolbar } from "./toolbar.ts";

const HOW = "wb.overlap(corpus, meaning=True)";

interface Given {
  choose(cell: Cell): void;
  open(pair: Pair): void;
}

/** Everything around the matrix; `matrix` is what it shows now. */
export class MatrixView implements Part {
  readonly element = h("div", { class: "rw-pane rw-heat-view" });
  matrix: Matrix;
  readonly #context: Context;
  readonly #memory: Memory;
  readonly #given: Given;
  readonly #said = h("p", { class: "rw-heat-said" });
  readonly #side = h("div", { class: "rw-heat-side rw-scroll" });
  readonly #unwatch: Dispose;
  #grid: Grid | null = null;
  #shown: Shown | null = null;
  #found: { query: string; at: number } = { query: "", at: -1 };

  constructor(context: Context, memory: Memory, given: Given) {
    this.#context = context;
    this.#memory = memory;
    this.#given = given;
    this.matrix = this.#make();
    this.#unwatch = onTheme(() => this.paint());
    this.#draw();
  }

  dispose(): void {
    all(this.#unwatch, () => this.#grid?.dispose())();
    this.element.remove();
  }

  /** Takes the colours, known only in the document, from the root: before the cells stand in it, so that they are styled once. */
  paint(): void {
    const { root } = this.#context;
    if (root.isConnected) this.#grid?.paint(themeOf(root));
  }

  focus(cell?: Cell): void {
    this.#grid?.focus(cell);
  }

  select(cell: Cell | null): void {
    this.#grid?.select(cell);
  }

  /** Lets go of the block; whether there was one. */
  clear(): boolean {
    const there = this.#memory.block !== null;
    this.#memory.block = null;
    this.#grid?.show(null);
    this.#drawSide();
    return there;
  }

  #make(): Matrix {
    const { story, labels } = this.#context;
    const { by, layer, order, limit, also } = this.#memory;
    return matrix(story, { by, layer, order, limit, also, language: labels.language });
  }

  #anew(): void {
    this.matrix = this.#make();
    this.#draw();
    this.paint();
  }

  #draw(): void {
    const { labels, story } = this.#context;
    const { lines, total } = this.matrix;
    const memory = this.#memory;
    this.#context.root.dataset["layer"] = memory.layer;
    memory.block = kept(memory.block, lines.length);
    const at = memory.cell && memory.cell.row < lines.length && memory.cell.column < lines.length ? memory.cell : null;
    const shown: Shown = {
      labels,
      matrix: this.matrix,
      boilerplate: memory.boilerplate ? boilerplateCells(story, this.matrix) : new Map(),
      reworded: rewordedCells(story, this.matrix),
      at: at ?? { row: 0, column: Math.min(1, lines.length - 1) },
      block: memory.block,
      scroll: memory.scroll,
      size: memory.size,
    };
    this.#grid?.dispose();
    this.#shown = shown;
    this.#grid = lines.length > TABLE_LINES ? new CanvasMap(shown, this.#acts()) : new Table(shown, this.#acts());
    this.#say(null);
    fill(
      this.element,
      toolbar(this.#context, memory, this.#controls(), this.#grid.zoom !== undefined),
      h("p", { class: "rw-heat-note rw-muted" }, this.#note()),
      lines.length < total && this.#more(lines.length, total),
      h("div", { class: "rw-heat-main" }, this.#grid.element, this.#side),
      this.#said,
    );
    this.#drawSide();
  }

  /** What the cells tell; where nobody looked for rewording, how that is done. */
  #note(): Child[] {
    const { labels, story, ask } = this.#context;
    if (this.#memory.layer === "reworded") return [label(labels, "heatmap", "reworded_note")];
    const hint = ask && !story.meaning && label(labels, "heatmap", "reworded_hint", { code: HOW });
    return [label(labels, "figures", "caption_heatmap"), hint && " ", hint];
  }

  #acts(): GridActions {
    return {
      point: (cell) => this.#say(cell),
      choose: (cell) => this.#given.choose(cell),
      brush: (block, done) => {
        this.#memory.block = block;
        this.#grid?.show(block);
        if (!done) return;
        this.#memory.cell = { row: block.bottom, column: block.end };
        this.#drawSide();
      },
      moved: (scroll, size) => Object.assign(this.#memory, { scroll, size }),
    };
  }

  #controls() {
    const change = (changed: Partial<Memory>, selector: string) => {
      Object.assign(this.#memory, changed);
      forget(this.#memory);
      this.#anew();
      this.element.querySelector<HTMLElement>(selector)?.focus();
    };
    return {
      show: (layer: Layer) => change({ layer }, `[data-layer="${layer}"]`),
      turn: (by: By) => change({ by, also: new Set() }, `[data-by="${by}"]`),
      order: (order: Order) => change({ order }, ".rw-heat-order"),
      boilerplate: () => {
        this.#memory.boilerplate = !this.#memory.boilerplate;
        this.#anew();
        this.element.querySelector<HTMLElement>('[data-act="boilerplate"]')?.focus();
      },
      find: (query: string) => this.#find(query),
      zoom: (to: number | "fit") => this.#grid?.zoom?.(to),
    };
  }

  #more(shown: number, total: number): HTMLElement {
    const { labels } = this.#context;
    const more = h(
      "button",
      { class: "rw-button", type: "button", data: { act: "more" } },
      label(labels, "actions", "show_more", { n: Math.min(LINES, total - shown) }),
    );
    more.addEventListener("click", () => {
      this.#memory.limit += LINES;
      forget(this.#memory);
      this.#anew();
    });
    return h("p", { class: "rw-heat-note" }, label(labels, "figures", "rows_of", { shown, total }), " ", more);
  }

  /** What the cell under the pointer or the focus says, and of two articles who was first. */
  #say(cell: Cell | null): void {
    const { labels, story } = this.#context;
    if (!cell || !this.#shown) {
      fill(this.#said, label(labels, "messages", "choose_cell"), " ", label(labels, "heatmap", "brush_hint"));
      return;
    }
    const [a, b] = [this.matrix.lines[cell.row], this.matrix.lines[cell.column]];
    const pair = this.matrix.by === "article" && a && b ? pairOf(story, a.key, b.key) : null;
    const first = pair && firstSaid(labels, pair);
    fill(this.#said, sentence(this.#shown, cell), first && [". ", first]);
  }

  #drawSide(): void {
    const { block, boilerplate } = this.#memory;
    const grid = this.#grid;
    const panels = [
      block &&
        blockPanel(this.#context, this.matrix, block, {
          choose: (pair) => this.#given.open(pair),
          clear: () => {
            this.clear();
            this.focus();
          },
          zoom: grid?.zoom ? () => grid.zoom?.(block) : undefined,
        }),
      boilerplate && boilerplatePanel(this.#context),
    ].filter(Boolean);
    this.#side.hidden = panels.length === 0;
    fill(this.#side, panels as HTMLElement[]);
  }

  /** Goes to the next line that a query finds; one that was not among those shown is shown from now on. */
  #find(query: string): void {
    const keys = found(this.#context.story, this.#memory.by, query);
    this.#found = { query, at: this.#found.query === query ? this.#found.at + 1 : 0 };
    const key = keys[this.#found.at % Math.max(keys.length, 1)];
    if (key === undefined) {
      fill(this.#said, label(this.#context.labels, "messages", "no_match"));
      return;
    }
    if (lineAt(this.matrix, key) < 0) {
      this.#memory.also.add(key);
      forget(this.#memory);
      this.#anew();
      const input = this.element.querySelector<HTMLInputElement>(".rw-heat-find");
      if (input) input.value = query;
      input?.focus();
    }
    const cell = strongest(this.matrix, lineAt(this.matrix, key));
    this.#memory.cell = cell;
    this.select(cell);
    this.#say(cell);
    const many = { n: (this.#found.at % keys.length) + 1, total: keys.length };
    this.#said.append(" · ", label(this.#context.labels, "messages", "n_of_total", many));
  }
}
