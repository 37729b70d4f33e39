// The matrix of hundreds of lines: a canvas that scrolls and zooms, and over it the one cell that the keyboard is on,
// with its row and its column, as elements that a screen reader tells.
import { fill, h } from "../core/dom.ts";
import { labelText } from "../core/labels.ts";
import { type Block, spanned } from "./block.ts";
import { act, type Grid, type GridActions, nameOf, type Shown, sentence } from "./grid.ts";
import type { Cell } from "./matrix.ts";
import { cellAt, cornerOf, type Frame, Picture } from "./picture.ts";
import type { Theme } from "./theme.ts";

const LARGEST = 44;
const MARGIN = 10;

export class CanvasMap implements Grid {
  readonly element: HTMLElement;
  readonly #shown: Shown;
  readonly #actions: GridActions;
  readonly #canvas = h("canvas", { class: "rw-heat-canvas", aria: { hidden: true } });
  readonly #live = h("div", { class: "rw-heat-live" });
  readonly #ground: HTMLElement;
  readonly #picture: Picture | null;
  readonly #resize: ResizeObserver;
  readonly #mirrored: boolean;
  #theme: Theme | null = null;
  #current: Cell;
  #on: Cell | null = null;
  #chosen: Cell | null = null;
  #block: Block | null;
  #anchor: Cell | null = null;
  #brushed: Block | null = null;
  #size = 0;
  #asked = 0;

  constructor(shown: Shown, actions: GridActions) {
    this.#shown = shown;
    this.#actions = actions;
    this.#current = shown.at;
    this.#block = shown.block;
    this.#mirrored = shown.labels.direction === "rtl";
    const paper = this.#canvas.getContext("2d");
    this.#picture = paper && new Picture(paper, shown);
    const lines = shown.matrix.lines.length + 1;
    this.#ground = h("div", { class: "rw-heat-ground", role: "presentation" }, this.#canvas, this.#live);
    this.element = h(
      "div",
      {
        class: "rw-heat-scroll rw-heat-map rw-scroll",
        dir: shown.labels.direction,
        role: "grid",
        aria: {
          label: labelText(shown.labels, "figures", `heatmap_${shown.matrix.by}`),
          rowcount: lines,
          colcount: lines,
          multiselectable: true,
        },
      },
      this.#ground,
    );
    this.#listen();
    let first = true;
    this.#resize = new ResizeObserver(() => {
      this.#fit(first ? shown.size : this.#size);
      if (first) this.#scrollTo(...shown.scroll);
      first = false;
    });
    this.#resize.observe(this.element);
    this.#tell();
  }

  dispose(): void {
    this.#resize.disconnect();
    cancelAnimationFrame(this.#asked);
    this.element.remove();
  }

  focus(cell: Cell = this.#current): void {
    this.#current = cell;
    this.#reveal(cell);
    this.#tell();
    this.#live.querySelector<HTMLElement>("[role=gridcell]")?.focus({ preventScroll: true });
  }

  select(cell: Cell | null): void {
    this.#chosen = cell;
    if (cell) {
      this.#current = cell;
      this.#reveal(cell);
      this.#tell();
    }
    this.#draw();
  }

  show(block: Block | null): void {
    this.#block = block;
    this.#draw();
  }

  paint(theme: Theme): void {
    this.#theme = theme;
    this.#draw();
  }

  zoom(to: number | "fit" | Block): void {
    const { width, height, head } = this.#frame();
    if (to === "fit") this.#fit(null);
    else if (typeof to === "number") this.#scale(this.#size * to, this.#current);
    else {
      const [rows, columns] = [to.bottom - to.top + 1, to.end - to.start + 1];
      const size = Math.min((width - head.width - MARGIN) / columns, (height - head.height - MARGIN) / rows);
      this.#fit(size);
      this.#scrollTo(to.start * this.#size, to.top * this.#size);
    }
    this.#actions.moved(this.#frame().scroll, this.#size);
  }

  /** Another size of the cells, by which one of them stays where it is. */
  #scale(size: number, { row, column }: Cell): void {
    const before = cornerOf(this.#frame(), { row, column });
    this.#fit(size);
    const after = cornerOf(this.#frame(), { row, column });
    this.element.scrollBy(after[0] - before[0], after[1] - before[1]);
  }

  #fit(size: number | null): void {
    const { width, height, head } = this.#frame();
    const lines = this.#shown.matrix.lines.length;
    const least = Math.max(0.25, Math.min(width - head.width - MARGIN, height - head.height - MARGIN) / lines);
    this.#size = Math.min(LARGEST, Math.max(least, size ?? least));
    const side = Math.ceil(lines * this.#size);
    this.#ground.style.setProperty("width", `${Math.max(head.width + side + MARGIN, width)}px`);
    this.#ground.style.setProperty("height", `${Math.max(head.height + side + MARGIN, height)}px`);
    this.#place();
    this.#draw();
  }

  #frame(): Frame {
    const { clientWidth: width, clientHeight: height, scrollLeft, scrollTop } = this.element;
    const head = { width: Math.round(Math.min(260, Math.max(110, width * 0.3))), height: 24 };
    const scroll: Frame["scroll"] = [Math.abs(scrollLeft), scrollTop];
    return { mirrored: this.#mirrored, width, height, head, scroll, size: this.#size };
  }

  #draw(): void {
    cancelAnimationFrame(this.#asked);
    this.#asked = requestAnimationFrame(() => {
      const frame = this.#frame();
      if (!this.#theme || !this.#picture || frame.width === 0) return;
      const ratio = devicePixelRatio || 1;
      const canvas = this.#canvas;
      const [width, height] = [Math.round(frame.width * ratio), Math.round(frame.height * ratio)];
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
      canvas.style.setProperty("width", `${frame.width}px`);
      canvas.style.setProperty("height", `${frame.height}px`);
      canvas.getContext("2d")?.setTransform(ratio, 0, 0, ratio, 0, 0);
      this.#picture.paint(frame, this.#theme, { on: this.#on, chosen: this.#chosen, block: this.#block });
    });
  }

  #reveal({ row, column }: Cell): void {
    const { width, height, head, scroll } = this.#frame();
    const into = (at: number, from: number, room: number) => {
      const [start, end] = [at * this.#size, (at + 1) * this.#size];
      return start < from ? start : end > from + room ? end - room : from;
    };
    const to = [into(column, scroll[0], width - head.width), into(row, scroll[1], height - head.height)] as const;
    if (to[0] !== scroll[0] || to[1] !== scroll[1]) this.#scrollTo(...to);
  }

  /** Scrolls so far from where the rows begin: to the left of it the browser counts below zero. */
  #scrollTo(along: number, down: number): void {
    this.element.scrollTo(this.#mirrored ? -along : along, down);
  }

  /** The current cell with its row and column, as elements. */
  #tell(): void {
    const { matrix } = this.#shown;
    const { row, column } = this.#current;
    const [of, within] = [matrix.lines[row], matrix.lines[column]];
    const held = this.#live.contains(document.activeElement);
    const cell = h("div", {
      class: "rw-heat-active",
      role: "gridcell",
      tabindex: 0,
      data: { row, column },
      aria: { label: sentence(this.#shown, this.#current), colindex: column + 2 },
    });
    const head = (role: string, text: string, colindex: number) =>
      h("div", { class: "rw-hidden-label", role, aria: { colindex } }, text);
    fill(
      this.#live,
      h("div", { role: "row", aria: { rowindex: 1 } }, head("columnheader", within ? nameOf(within) : "", column + 2)),
      h("div", { role: "row", aria: { rowindex: row + 2 } }, head("rowheader", of ? nameOf(of) : "", 1), cell),
    );
    this.#place();
    if (held) cell.focus({ preventScroll: true });
  }

  #place(): void {
    const cell = this.#live.querySelector<HTMLElement>("[role=gridcell]");
    const { head } = this.#frame();
    const { row, column } = this.#current;
    const side = Math.max(this.#size, 6);
    cell?.style.setProperty("inset-inline-start", `${head.width + column * this.#size}px`);
    cell?.style.setProperty("inset-block-start", `${head.height + row * this.#size}px`);
    cell?.style.setProperty("width", `${side}px`);
    cell?.style.setProperty("height", `${side}px`);
  }

  #listen(): void {
    const { element } = this;
    element.addEventListener("scroll", () => {
      this.#draw();
      this.#actions.moved(this.#frame().scroll, this.#size);
    });
    element.addEventListener("pointermove", (event) => this.#over(event));
    element.addEventListener("pointerleave", () => this.#point(null));
    element.addEventListener("pointerdown", (event) => this.#press(event));
    element.addEventListener("pointerup", () => this.#release());
    element.addEventListener("click", (event) => this.#click(event));
    element.addEventListener("keydown", (event) => this.#key(event));
    element.addEventListener("focusin", () => this.#point(this.#current));
    element.addEventListener("focusout", () => this.#point(null));
    element.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
  }

  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.#scale(this.#size * (event.deltaY < 0 ? 1.25 : 0.8), this.#under(event) ?? this.#current);
    this.#actions.moved(this.#frame().scroll, this.#size);
  }

  #under(event: MouseEvent): Cell | null {
    const box = this.element.getBoundingClientRect();
    const lines = this.#shown.matrix.lines.length;
    const [x, y] = [event.clientX - box.x - this.element.clientLeft, event.clientY - box.y];
    return cellAt(this.#frame(), [x, y], lines);
  }

  #press(event: PointerEvent): void {
    const cell = this.#under(event);
    this.#brushed = null;
    if (!cell || event.pointerType === "touch" || event.button !== 0) return;
    event.preventDefault();
    this.element.setPointerCapture(event.pointerId);
    this.#anchor = event.shiftKey ? this.#current : cell;
    if (event.shiftKey) this.#brush(cell);
  }

  #over(event: PointerEvent): void {
    const cell = this.#under(event);
    this.#point(cell);
    const anchor = this.#anchor;
    const elsewhere = anchor && cell && (cell.row !== anchor.row || cell.column !== anchor.column);
    if (cell && event.buttons & 1 && (elsewhere || this.#brushed)) this.#brush(cell);
  }

  #brush(to: Cell): void {
    if (!this.#anchor) return;
    this.#brushed = spanned(this.#anchor, to);
    this.#actions.brush(this.#brushed, false);
  }

  #release(): void {
    if (this.#anchor && this.#brushed) this.#actions.brush(this.#brushed, true);
    this.#anchor = null;
  }

  #click(event: MouseEvent): void {
    const cell = this.#under(event);
    if (this.#brushed) this.focus();
    if (this.#brushed || !cell || this.#shown.matrix.share(cell) === null) return;
    this.#current = cell;
    this.#actions.choose(cell);
  }

  #key(event: KeyboardEvent): void {
    const cell = this.#current;
    const what = act(event, cell, this.#shown.matrix.lines.length, this.#mirrored);
    if (!what) return;
    event.preventDefault();
    if (what === "choose") {
      if (this.#shown.matrix.share(cell) !== null) this.#actions.choose(cell);
    } else {
      this.#anchor = what.extend ? (this.#anchor ?? cell) : null;
      if (this.#anchor) this.#actions.brush(spanned(this.#anchor, what.to), true);
      this.focus(what.to);
      this.#point(what.to);
    }
  }

  #point(cell: Cell | null): void {
    this.#on = cell;
    this.#actions.point(cell);
    this.#draw();
  }
}
