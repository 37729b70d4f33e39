// The matrix as a table, for as many lines as a page can hold cells: its headers are those of the table itself. It
// stands in the direction of the labels, as a printed heatmap does.
import { h } from "../core/dom.ts";
import { formatNumber, label, labelText } from "../core/labels.ts";
import { type Block, inside, spanned } from "./block.ts";
import { act, figure, type Grid, type GridActions, nameOf, type Shown, sentence } from "./grid.ts";
import type { Cell, Line } from "./matrix.ts";
import type { Theme } from "./theme.ts";

/** The most lines that are drawn as a table. */
export const TABLE_LINES = 40;
const WIDEST = 92;

export class Table implements Grid {
  readonly element: HTMLElement;
  readonly #shown: Shown;
  readonly #actions: GridActions;
  readonly #cells: HTMLElement[][];
  readonly #rows: HTMLElement[];
  readonly #columns: HTMLElement[];
  readonly #table: HTMLElement;
  readonly #resize: ResizeObserver;
  #current: Cell;
  #anchor: Cell | null = null;
  #brushed: Block | null = null;

  constructor(shown: Shown, actions: GridActions) {
    this.#shown = shown;
    this.#actions = actions;
    this.#current = shown.at;
    const { lines, by } = shown.matrix;
    this.#rows = lines.map((line, at) => rowHead(shown, line, at));
    this.#columns = lines.map((line, at) => columnHead(shown, line, at));
    this.#cells = lines.map((_, row) => lines.map((_, column) => drawCell(shown, { row, column })));
    this.#table = h(
      "table",
      {
        class: `rw-heat-table rw-by-${by}`,
        role: "grid",
        aria: { label: labelText(shown.labels, "figures", `heatmap_${by}`), multiselectable: true },
      },
      h("thead", {}, h("tr", {}, corner(shown), this.#columns)),
      h(
        "tbody",
        { class: "rw-heat-rows" },
        this.#rows.map((head, row) => h("tr", {}, head, this.#cells[row])),
      ),
    );
    this.element = h("div", { class: "rw-heat-scroll rw-scroll", dir: shown.labels.direction }, this.#table);
    this.#listen();
    this.#move(this.#current);
    if (shown.block) this.show(shown.block);
    this.#resize = new ResizeObserver(() => this.#layout());
    this.#resize.observe(this.element);
    this.#layout();
  }

  dispose(): void {
    this.#resize.disconnect();
    removeEventListener("pointerup", this.#release);
    this.element.remove();
  }

  focus(cell: Cell = this.#current): void {
    this.#move(cell);
    this.#at(cell)?.focus();
  }

  select(cell: Cell | null): void {
    this.#each((element, row, column) => {
      element.classList.toggle("rw-chosen", row === cell?.row && column === cell.column);
    });
    if (cell) this.#move(cell);
  }

  show(block: Block | null): void {
    this.#each((element, row, column) => {
      const selected = block !== null && inside(block, { row, column });
      element.setAttribute("aria-selected", String(selected));
    });
  }

  paint({ ramp }: Theme): void {
    const { matrix } = this.#shown;
    this.#each((element, row, column) => {
      const share = matrix.share({ row, column });
      if (!share) return;
      const { fill, ink } = ramp.of(share);
      element.style.setProperty("--rw-fill", fill);
      element.style.color = ink;
    });
  }

  #each(change: (element: HTMLElement, row: number, column: number) => void): void {
    for (const [row, cells] of this.#cells.entries()) {
      for (const [column, element] of cells.entries()) change(element, row, column);
    }
  }

  #at({ row, column }: Cell): HTMLElement | undefined {
    return this.#cells[row]?.[column];
  }

  /** Cells grow with the room there is, between bounds. */
  #layout(): void {
    const { lines, by } = this.#shown.matrix;
    const room = this.element.clientWidth - (this.#rows[0]?.offsetWidth ?? 0) - 16;
    const width = Math.min(WIDEST, Math.max(by === "article" ? 36 : 54, Math.floor(room / lines.length) - 2));
    this.#table.classList.toggle("rw-tight", width < 46);
    this.#table.style.setProperty("--rw-cell-width", `${width}px`);
  }

  #listen(): void {
    const table = this.#table;
    table.addEventListener("pointerover", (event) => this.#over(event));
    table.addEventListener("pointerleave", () => this.#point(null));
    table.addEventListener("focusin", (event) => this.#point(cellOf(event)));
    table.addEventListener("focusout", () => this.#point(null));
    table.addEventListener("pointerdown", (event) => this.#press(event));
    table.addEventListener("click", (event) => this.#click(event));
    table.addEventListener("keydown", (event) => this.#key(event));
    addEventListener("pointerup", this.#release);
  }

  /** A finger scrolls; a mouse or a pen brushes. */
  #press(event: PointerEvent): void {
    const cell = cellOf(event);
    this.#brushed = null;
    if (!cell || event.pointerType === "touch" || event.button !== 0) return;
    this.#anchor = event.shiftKey ? this.#current : cell;
    if (event.shiftKey) this.#brush(cell);
  }

  #over(event: PointerEvent): void {
    const cell = cellOf(event);
    this.#point(cell);
    const anchor = this.#anchor;
    const elsewhere = anchor && cell && (cell.row !== anchor.row || cell.column !== anchor.column);
    if (cell && event.buttons & 1 && (elsewhere || this.#brushed)) this.#brush(cell);
  }

  readonly #release = () => {
    if (this.#anchor && this.#brushed) this.#actions.brush(this.#brushed, true);
    this.#anchor = null;
  };

  #brush(to: Cell): void {
    if (!this.#anchor) return;
    getSelection()?.removeAllRanges();
    this.#brushed = spanned(this.#anchor, to);
    this.#actions.brush(this.#brushed, false);
  }

  #click(event: Event): void {
    const cell = cellOf(event);
    if (this.#brushed || !cell || this.#shown.matrix.share(cell) === null) return;
    this.#move(cell);
    this.#actions.choose(cell);
  }

  #key(event: KeyboardEvent): void {
    const cell = cellOf(event);
    const { labels, matrix } = this.#shown;
    const what = cell && act(event, cell, matrix.lines.length, labels.direction === "rtl");
    if (!cell || !what) return;
    event.preventDefault();
    if (what === "choose") {
      if (matrix.share(cell) !== null) this.#actions.choose(cell);
    } else {
      this.#anchor = what.extend ? (this.#anchor ?? cell) : null;
      if (this.#anchor) this.#actions.brush(spanned(this.#anchor, what.to), true);
      this.focus(what.to);
    }
  }

  #point(cell: Cell | null): void {
    for (const [at, head] of this.#rows.entries()) head.classList.toggle("rw-on", at === cell?.row);
    for (const [at, head] of this.#columns.entries()) head.classList.toggle("rw-on", at === cell?.column);
    this.#actions.point(cell);
  }

  /** Of all cells only the current one is reached by Tab. */
  #move(cell: Cell): void {
    this.#at(this.#current)?.setAttribute("tabindex", "-1");
    this.#current = cell;
    this.#at(cell)?.setAttribute("tabindex", "0");
  }
}

function drawCell(shown: Shown, cell: Cell): HTMLElement {
  const { labels, matrix, boilerplate } = shown;
  const share = matrix.share(cell);
  const repeated = boilerplate.has(cell.row * matrix.lines.length + cell.column);
  const kind = share === null ? " rw-blank" : share === 0 ? " rw-zero" : "";
  return h(
    "td",
    {
      class: `rw-cell${kind}${repeated ? " rw-repeated" : ""}${edges(shown, cell)}`,
      role: "gridcell",
      tabindex: -1,
      aria: { label: sentence(shown, cell), selected: false },
      data: { row: cell.row, column: cell.column },
    },
    share ? h("span", { class: "rw-number" }, figure(labels, share)) : null,
  );
}

/** Of a cell in a group that shares with itself, the edges of the group that it lies on. */
function edges({ matrix }: Shown, { row, column }: Cell): string {
  const group = matrix.groups.find(([first, end]) => row >= first && row < end && column >= first && column < end);
  if (!group) return "";
  const [first, last] = [group[0], group[1] - 1];
  const on = { top: row === first, bottom: row === last, start: column === first, end: column === last };
  const names = Object.entries(on).map(([edge, there]) => (there ? ` rw-group-${edge}` : ""));
  return ` rw-group${names.join("")}`;
}

function corner({ labels, matrix }: Shown): HTMLElement {
  return h(
    "td",
    { class: "rw-heat-corner rw-muted", aria: { hidden: true } },
    h(
      "span",
      {},
      matrix.layer === "copied" ? label(labels, "figures", "column_text") : label(labels, "heatmap", "reworded_column"),
      labels.direction === "rtl" ? " ←" : " →",
    ),
    h("span", {}, label(labels, "figures", "row_text"), " ↓"),
  );
}

function place({ labels, matrix }: Shown, line: Line): HTMLElement | false {
  return matrix.by === "article" && h("bdi", { class: "rw-heat-number rw-number" }, formatNumber(labels, line.number));
}

function rowHead(shown: Shown, line: Line, at: number): HTMLElement {
  const title = line.title && h("bdi", { class: "rw-heat-title" }, line.title);
  return h(
    "th",
    { class: "rw-heat-row", role: "rowheader", title: nameOf(line), data: { line: at } },
    h(
      "div",
      { class: "rw-heat-label" },
      place(shown, line),
      h("span", { class: "rw-heat-name" }, h("bdi", { class: "rw-heat-source" }, line.source), title),
    ),
  );
}

function columnHead(shown: Shown, line: Line, at: number): HTMLElement {
  return h(
    "th",
    { class: "rw-heat-column", role: "columnheader", title: nameOf(line), data: { line: at } },
    h("div", {}, place(shown, line), h("span", { class: "rw-heat-column-name", dir: "auto" }, line.source)),
  );
}

function cellOf(event: Event): Cell | null {
  const element = (event.target as Element | null)?.closest<HTMLElement>("[data-row]");
  if (!element) return null;
  return { row: Number(element.dataset["row"]), column: Number(element.dataset["column"]) };
}
