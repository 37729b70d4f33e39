// The matrix on the screen: headers as HTML, so that names wrap, and the cells as one SVG that arrow keys walk through.
import type { Part } from "../core/context.ts";
import type { Labels } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { formatNumber, formatShare, label, labelText } from "../core/labels.ts";
import { type Line, type Matrix, strength } from "./matrix.ts";
import { s } from "./svg.ts";

export interface Cell {
  row: number;
  column: number;
}

export interface GridActions {
  /** The pointer or the focus is on a cell, or on none. */
  point(cell: Cell | null): void;
  choose(cell: Cell): void;
}

/** Above this much of the strong colour a number is written in the other ink; the style sheet's colours fit it. */
const TURN = 0.65;

const MOVES: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** What a cell says, in words. */
export function sentence(labels: Labels, { lines, shares }: Matrix, { row, column }: Cell): string {
  const share = shares[row]?.[column] ?? 0;
  const [a, b] = [lines[row], lines[column]].map((line) => (line ? nameOf(line) : ""));
  return labelText(labels, "messages", "share_of", { share: formatShare(labels, share), a: a ?? "", b: b ?? "" });
}

export class Grid implements Part {
  readonly element: HTMLElement;
  readonly #labels: Labels;
  readonly #matrix: Matrix;
  readonly #actions: GridActions;
  readonly #cells: SVGGElement[][] = [];
  readonly #rows: HTMLElement[];
  readonly #columns: HTMLElement[];
  readonly #svg = s("svg", { class: "rw-heat-cells", role: "grid" });
  readonly #resize: ResizeObserver;
  #current: Cell = { row: 0, column: 1 };

  constructor(labels: Labels, matrix: Matrix, actions: GridActions) {
    this.#labels = labels;
    this.#matrix = matrix;
    this.#actions = actions;
    this.#rows = matrix.lines.map((line) => rowHead(labels, matrix, line));
    this.#columns = matrix.lines.map((line) => columnHead(labels, matrix, line));
    this.element = this.#frame();
    this.#svg.setAttribute("aria-label", labelText(labels, "figures", `heatmap_${matrix.by}`));
    this.#draw();
    this.#listen();
    this.#resize = new ResizeObserver(() => this.#layout());
    this.#resize.observe(this.element);
    this.#layout();
  }

  dispose(): void {
    this.#resize.disconnect();
    this.element.remove();
  }

  /** Puts the keyboard's focus on a cell. */
  focus({ row, column }: Cell = this.#current): void {
    this.#move(row, column);
    this.#cells[row]?.[column]?.focus();
  }

  /** Shows a cell, or none, as the chosen one. */
  select(cell: Cell | null): void {
    for (const [row, cells] of this.#cells.entries()) {
      for (const [column, element] of cells.entries()) {
        element.setAttribute("aria-selected", String(row === cell?.row && column === cell.column));
      }
    }
    if (cell) this.#move(cell.row, cell.column);
  }

  #frame(): HTMLElement {
    const { lines } = this.#matrix;
    const corner = h(
      "div",
      { class: "rw-heat-corner rw-muted", aria: { hidden: true } },
      h("span", {}, label(this.#labels, "figures", "column_text"), " →"),
      h("span", {}, label(this.#labels, "figures", "row_text"), " ↓"),
    );
    const grid = h(
      "div",
      { class: `rw-heat-grid rw-by-${this.#matrix.by}`, dir: "ltr", style: { "--rw-n": String(lines.length) } },
      corner,
      h("div", { class: "rw-heat-columns" }, this.#columns),
      h("div", { class: "rw-heat-rows" }, this.#rows),
    );
    grid.append(this.#svg);
    return h("div", { class: "rw-heat-scroll rw-scroll", dir: "ltr" }, grid);
  }

  #draw(): void {
    const { lines } = this.#matrix;
    for (const [row] of lines.entries()) {
      const cells = lines.map((_, column) => this.#cell({ row, column }));
      this.#cells.push(cells);
      this.#svg.append(s("g", { role: "row" }, ...cells));
    }
    this.#move(0, lines.length > 1 ? 1 : 0);
  }

  #cell(cell: Cell): SVGGElement {
    const share = this.#matrix.shares[cell.row]?.[cell.column] ?? null;
    const place = { "data-row": cell.row, "data-column": cell.column };
    if (share === null) {
      return s(
        "g",
        { class: "rw-cell rw-blank", role: "gridcell", tabindex: -1, "aria-label": "–", ...place },
        s("rect"),
      );
    }
    const much = strength(share);
    const text = s("text", { "aria-hidden": "true" }, formatShare(this.#labels, rounded(share)));
    const kind = share === 0 ? "rw-cell rw-zero" : much > TURN ? "rw-cell rw-strong" : "rw-cell";
    const name = sentence(this.#labels, this.#matrix, cell);
    const element = s(
      "g",
      { class: kind, role: "gridcell", tabindex: -1, "aria-label": name, ...place },
      s("rect"),
      text,
    );
    element.style.setProperty("--rw-much", `${Math.round(much * 1000) / 10}%`);
    return element;
  }

  /** Gives every cell its place; cells grow with the room there is, between bounds. */
  #layout(): void {
    const count = this.#matrix.lines.length;
    const room = Math.max(this.element.clientWidth - headWidth(this.element) - 16, 0);
    const least = this.#matrix.by === "article" ? 33 : 54;
    const width = Math.min(92, Math.max(least, Math.floor(room / count)));
    const height = this.#matrix.by === "article" ? 44 : 42;
    const grid = this.#svg.parentElement;
    grid?.classList.toggle("rw-tight", width < 46);
    grid?.style.setProperty("--rw-cell-width", `${width}px`);
    grid?.style.setProperty("--rw-cell-height", `${height}px`);
    this.#svg.setAttribute("width", String(width * count));
    this.#svg.setAttribute("height", String(height * count));
    for (const [row, cells] of this.#cells.entries()) {
      for (const [column, cell] of cells.entries()) place(cell, column * width, row * height, { width, height });
    }
  }

  #listen(): void {
    const svg = this.#svg;
    const leave = () => this.#point(null);
    svg.addEventListener("pointerover", (event) => this.#point(cellOf(event)));
    svg.addEventListener("pointerleave", leave);
    svg.addEventListener("focusin", (event) => this.#point(cellOf(event)));
    svg.addEventListener("focusout", leave);
    svg.addEventListener("click", (event) => this.#choose(cellOf(event)));
    svg.addEventListener("keydown", (event) => this.#key(event));
  }

  #point(cell: Cell | null): void {
    const on = cell && this.#share(cell) !== null ? cell : null;
    for (const [at, head] of this.#rows.entries()) head.classList.toggle("rw-on", at === on?.row);
    for (const [at, head] of this.#columns.entries()) head.classList.toggle("rw-on", at === on?.column);
    this.#actions.point(on);
  }

  #choose(cell: Cell | null): void {
    if (!cell || this.#share(cell) === null) return;
    this.#move(cell.row, cell.column);
    this.#actions.choose(cell);
  }

  #key(event: KeyboardEvent): void {
    const cell = cellOf(event);
    if (!cell) return;
    const last = this.#matrix.lines.length - 1;
    const [down, right] = MOVES[event.key] ?? [0, 0];
    const keep = (at: number) => Math.max(0, Math.min(last, at));
    if (event.key === "Enter" || event.key === " ") this.#choose(cell);
    else if (event.key === "Home") this.focus({ row: cell.row, column: 0 });
    else if (event.key === "End") this.focus({ row: cell.row, column: last });
    else if (down || right) this.focus({ row: keep(cell.row + down), column: keep(cell.column + right) });
    else return;
    event.preventDefault();
  }

  /** Of all cells only the current one is reached by Tab. */
  #move(row: number, column: number): void {
    this.#cells[this.#current.row]?.[this.#current.column]?.setAttribute("tabindex", "-1");
    this.#current = { row, column };
    this.#cells[row]?.[column]?.setAttribute("tabindex", "0");
  }

  #share({ row, column }: Cell): number | null {
    return this.#matrix.shares[row]?.[column] ?? null;
  }
}

/** Small shares to a tenth of a percent, others to a whole one. */
function rounded(share: number): number {
  return share < 0.01 ? share : Math.round(share * 100) / 100;
}

function nameOf({ source, title }: Line): string {
  return title ? `${source} – ${title}` : source;
}

function rowHead(labels: Labels, { by }: Matrix, line: Line): HTMLElement {
  const number = by === "article" && h("bdi", { class: "rw-heat-number rw-number" }, formatNumber(labels, line.number));
  const title = line.title && h("bdi", { class: "rw-heat-title" }, line.title);
  const text = h("span", { class: "rw-heat-name" }, h("bdi", { class: "rw-heat-source" }, line.source), title);
  return h("div", { class: "rw-heat-row", title: nameOf(line) }, number, text);
}

function columnHead(labels: Labels, { by }: Matrix, line: Line): HTMLElement {
  const number = by === "article" && h("bdi", { class: "rw-heat-number rw-number" }, formatNumber(labels, line.number));
  return h(
    "div",
    { class: "rw-heat-column", title: nameOf(line) },
    number,
    h("span", { class: "rw-heat-column-name", dir: "auto" }, line.source),
  );
}

function headWidth(scroll: HTMLElement): number {
  return scroll.querySelector<HTMLElement>(".rw-heat-rows")?.offsetWidth ?? 0;
}

function place(cell: SVGGElement, x: number, y: number, { width, height }: { width: number; height: number }): void {
  const [rect, text] = [cell.querySelector("rect"), cell.querySelector("text")];
  cell.setAttribute("transform", `translate(${x} ${y})`);
  const box = { x: 1, y: 1, width: width - 2, height: height - 2, rx: 3 };
  for (const [name, value] of Object.entries(box)) rect?.setAttribute(name, String(value));
  text?.setAttribute("x", String(width / 2));
  text?.setAttribute("y", String(height / 2));
}

function cellOf(event: Event): Cell | null {
  const element = (event.target as Element | null)?.closest<SVGGElement>("[data-row]");
  if (!element) return null;
  return { row: Number(element.dataset["row"]), column: Number(element.dataset["column"]) };
}
