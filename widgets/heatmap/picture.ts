// Hundreds of lines painted on a canvas: only what can be seen, whatever the size of a cell.
import type { Block } from "./block.ts";
import { figure, nameOf, type Shown } from "./grid.ts";
import type { Cell, Filled } from "./matrix.ts";
import type { Theme } from "./theme.ts";

/**
 * What is seen: the room, the headers' room in it, how far it is scrolled and how large a cell is, all in pixels. In a
 * mirrored frame the columns run from the right; how far it is scrolled counts from where they begin.
 */
export interface Frame {
  mirrored: boolean;
  width: number;
  height: number;
  head: { width: number; height: number };
  scroll: [number, number];
  size: number;
}

/** What stands out in it. */
export interface Emphasis {
  on: Cell | null;
  chosen: Cell | null;
  block: Block | null;
}

/** The upper left corner of a cell in the frame. */
export function cornerOf({ mirrored, width, head, scroll, size }: Frame, { row, column }: Cell): [number, number] {
  const along = head.width + column * size - scroll[0];
  return [mirrored ? width - along - size : along, head.height + row * size - scroll[1]];
}

/** The cell at a point of the frame; null on the headers and behind the last line. */
export function cellAt(frame: Frame, [x, y]: [number, number], lines: number): Cell | null {
  const { head, scroll, size } = frame;
  const along = frame.mirrored ? frame.width - x : x;
  if (along < head.width || y < head.height) return null;
  const column = Math.floor((along - head.width + scroll[0]) / size);
  const row = Math.floor((y - head.height + scroll[1]) / size);
  return row < lines && column < lines ? { row, column } : null;
}

/** A name whose first letter is of a script that runs from right to left. */
const RTL = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const LABEL = 13;
const FIGURE = 30;

/** Paints the matrix; `cells` with the strongest last, so that they are seen where a cell is less than a pixel. */
export class Picture {
  readonly #paper: CanvasRenderingContext2D;
  readonly #shown: Shown;
  readonly #cells: Filled[];

  constructor(paper: CanvasRenderingContext2D, shown: Shown) {
    this.#paper = paper;
    this.#shown = shown;
    this.#cells = [...shown.matrix.filled].sort((a, b) => a.share - b.share);
  }

  paint(frame: Frame, theme: Theme, emphasis: Emphasis): void {
    const { head, width, height } = frame;
    this.#paper.fillStyle = theme.inks.ground;
    this.#paper.fillRect(0, 0, width, height);
    this.#within(frame, [head.width, head.height, width, height], () => {
      this.#diagonal(frame, theme);
      this.#shares(frame, theme);
      this.#repeated(frame, theme);
      this.#outlines(frame, theme, emphasis);
    });
    this.#within(frame, [0, head.height - LABEL / 2, head.width, height], () =>
      this.#rows(frame, theme, emphasis.on?.row ?? -1),
    );
    this.#within(frame, [head.width - LABEL, 0, width, head.height], () =>
      this.#columns(frame, theme, emphasis.on?.column ?? -1),
    );
  }

  /** Draws only between these bounds: from where rows begin to where they end, from top to bottom. */
  #within(frame: Frame, [start, top, end, bottom]: [number, number, number, number], draw: () => void): void {
    const left = frame.mirrored ? frame.width - end : start;
    this.#paper.save();
    this.#paper.beginPath();
    this.#paper.rect(left, top, end - start, bottom - top);
    this.#paper.clip();
    draw();
    this.#paper.restore();
  }

  #diagonal(frame: Frame, { inks }: Theme): void {
    this.#paper.fillStyle = inks.line;
    const [first, end] = seen(frame, 1, this.#shown.matrix.lines.length);
    for (let at = first; at < end; at++) this.#fill(frame, { row: at, column: at });
    const last = this.#shown.matrix.lines.length - 1;
    const side = (last + 1) * frame.size;
    const [left, top] = cornerOf(frame, { row: 0, column: frame.mirrored ? last : 0 });
    this.#paper.strokeStyle = inks.line;
    this.#paper.strokeRect(left - 0.5, top - 0.5, side + 1, side + 1);
  }

  #shares(frame: Frame, { ramp, inks }: Theme): void {
    const count = this.#shown.matrix.lines.length;
    const [rows, columns] = [seen(frame, 1, count), seen(frame, 0, count)];
    const paper = this.#paper;
    paper.font = `11px ${inks.font}`;
    paper.textAlign = "center";
    paper.textBaseline = "middle";
    for (const cell of this.#cells) {
      if (cell.row < rows[0] || cell.row >= rows[1] || cell.column < columns[0] || cell.column >= columns[1]) continue;
      const { fill, ink } = ramp.of(cell.share);
      paper.fillStyle = fill;
      this.#fill(frame, cell);
      if (frame.size < FIGURE) continue;
      const [x, y] = cornerOf(frame, cell);
      paper.fillStyle = ink;
      paper.fillText(figure(this.#shown.labels, cell.share), x + frame.size / 2, y + frame.size / 2);
    }
  }

  /** Boilerplate is an outline with a stroke through it, never a shade. */
  #repeated(frame: Frame, { inks }: Theme): void {
    const count = this.#shown.matrix.lines.length;
    const paper = this.#paper;
    paper.strokeStyle = inks.muted;
    paper.lineWidth = 1;
    const side = Math.max(frame.size - 3, 1);
    for (const key of this.#shown.boilerplate.keys()) {
      const [x, y] = cornerOf(frame, { row: Math.floor(key / count), column: key % count });
      if (x < -frame.size || y < -frame.size || x > frame.width || y > frame.height) continue;
      paper.strokeRect(x + 1.5, y + 1.5, side, side);
      paper.beginPath();
      paper.moveTo(x + 1.5, y + 1.5 + side);
      paper.lineTo(x + 1.5 + side, y + 1.5);
      paper.stroke();
    }
  }

  #outlines(frame: Frame, { inks }: Theme, { on, chosen, block }: Emphasis): void {
    const paper = this.#paper;
    paper.strokeStyle = inks.muted;
    paper.lineWidth = 1;
    for (const [first, end] of this.#shown.matrix.groups) {
      this.#outline(frame, { top: first, bottom: end - 1, start: first, end: end - 1 });
    }
    paper.strokeStyle = inks.accent;
    paper.fillStyle = inks.accent;
    if (on) {
      const [x, y] = cornerOf(frame, on);
      paper.globalAlpha = 0.16;
      paper.fillRect(0, y, frame.width, frame.size);
      paper.fillRect(x, frame.head.height, frame.size, frame.height);
      paper.globalAlpha = 1;
    }
    paper.lineWidth = 2;
    if (block) this.#outline(frame, block);
    if (chosen) this.#outline(frame, { top: chosen.row, bottom: chosen.row, start: chosen.column, end: chosen.column });
  }

  #outline(frame: Frame, { top, bottom, start, end }: Block): void {
    const [x, y] = cornerOf(frame, { row: top, column: frame.mirrored ? end : start });
    this.#paper.strokeRect(x, y, (end - start + 1) * frame.size, (bottom - top + 1) * frame.size);
  }

  #fill(frame: Frame, cell: Cell): void {
    const [x, y] = cornerOf(frame, cell);
    const side = frame.size > 5 ? frame.size - 1 : Math.max(frame.size, 2);
    this.#paper.fillRect(x, y, side, side);
  }

  /** Names where they fit; of lines that stand closer only every second, third … */
  #rows(frame: Frame, { inks }: Theme, on: number): void {
    const { lines } = this.#shown.matrix;
    const paper = this.#paper;
    paper.textBaseline = "middle";
    paper.textAlign = frame.mirrored ? "left" : "right";
    const from = (gap: number) => (frame.mirrored ? frame.width - frame.head.width + gap : frame.head.width - gap);
    for (const at of thinned(seen(frame, 1, lines.length), frame.size, on)) {
      const line = lines[at];
      if (!line) continue;
      const y = cornerOf(frame, { row: at, column: 0 })[1] + frame.size / 2;
      paper.font = `${at === on ? "bold " : ""}12px ${inks.font}`;
      paper.fillStyle = at === on ? inks.accent : inks.muted;
      paper.fillText(String(line.number), from(6), y);
      paper.fillStyle = at === on ? inks.accent : inks.ink;
      const room = frame.head.width - 46;
      paper.direction = RTL.test(line.source) ? "rtl" : "ltr";
      paper.fillText(fitted(paper, nameOf(line), room), from(40), y);
    }
  }

  #columns(frame: Frame, { inks }: Theme, on: number): void {
    const { lines } = this.#shown.matrix;
    const paper = this.#paper;
    paper.textBaseline = "bottom";
    paper.textAlign = "center";
    for (const at of thinned(seen(frame, 0, lines.length), frame.size / 2.4, on)) {
      const x = cornerOf(frame, { row: 0, column: at })[0] + frame.size / 2;
      paper.font = `${at === on ? "bold " : ""}12px ${inks.font}`;
      paper.fillStyle = at === on ? inks.accent : inks.muted;
      paper.fillText(String(lines[at]?.number ?? ""), x, frame.head.height - 5);
    }
  }
}

/** The lines along an axis (0: columns, 1: rows) that can be seen, as a stretch [first, end). */
function seen({ width, height, head, scroll, size }: Frame, axis: 0 | 1, lines: number): [number, number] {
  const room = axis === 0 ? width - head.width : height - head.height;
  const from = scroll[axis];
  return [Math.max(0, Math.floor(from / size)), Math.min(lines, Math.ceil((from + room) / size) + 1)];
}

/** Of these lines those whose labels do not touch, and the one that stands out in place of its neighbours. */
function thinned([first, end]: [number, number], size: number, on: number): number[] {
  const step = Math.max(1, Math.ceil(LABEL / size));
  const found: number[] = [];
  for (let at = Math.ceil(first / step) * step; at < end; at += step) {
    if (on < 0 || Math.abs(at - on) >= step) found.push(at);
  }
  return on >= first && on < end ? [...found, on] : found;
}

function fitted(paper: CanvasRenderingContext2D, text: string, room: number): string {
  if (paper.measureText(text).width <= room) return text;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (paper.measureText(`${text.slice(0, middle)}…`).width <= room) low = middle;
    else high = middle - 1;
  }
  return `${text.slice(0, low).trimEnd()}…`;
}
