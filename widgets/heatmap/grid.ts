// What the two ways of drawing the matrix have in common: what a reader can do in it, and what a cell says.
import type { Part } from "../core/context.ts";
import type { Labels } from "../core/contract.ts";
import { formatShare, labelText } from "../core/labels.ts";
import type { Block } from "./block.ts";
import type { Cell, Layer, Line, Matrix } from "./matrix.ts";
import type { Theme } from "./theme.ts";

export interface GridActions {
  /** The pointer or the focus is on a cell, or on none. */
  point(cell: Cell | null): void;
  choose(cell: Cell): void;
  /** A block is being brushed; once it is done, what is behind it is shown: before, nothing may move under the pointer. */
  brush(block: Block, done: boolean): void;
  /** Where the matrix was scrolled to, and how large a cell is, in pixels. */
  moved(scroll: [number, number], size: number): void;
}

/** All that a grid shows. */
export interface Shown {
  labels: Labels;
  matrix: Matrix;
  /** How many passages of boilerplate lie behind a cell, by row * lines + column; empty where that layer is off. */
  boilerplate: ReadonlyMap<number, number>;
  /** How many sentences in other words lie behind a cell, likewise. */
  reworded: ReadonlyMap<number, number>;
  /** The cell that Tab reaches. */
  at: Cell;
  block: Block | null;
  /** Where it was scrolled to before, and the size of its cells. */
  scroll: [number, number];
  size: number | null;
}

export interface Grid extends Part {
  /** Puts the keyboard's focus on a cell, that which had it last where none is named. */
  focus(cell?: Cell): void;
  /** Shows a cell, or none, as the chosen one. */
  select(cell: Cell | null): void;
  show(block: Block | null): void;
  paint(theme: Theme): void;
  /** Changes the size of the cells: by a factor, to fit all, or to fit a block; a table has one size. */
  zoom?(to: number | "fit" | Block): void;
}

/** What a key does to the current cell. */
export type Act = { to: Cell; extend: boolean } | "choose" | null;

const PAGE = 10;
const MOVES: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-PAGE, 0],
  PageDown: [PAGE, 0],
};

/** The act of a key; in a mirrored matrix, whose columns run from the right, the arrows turn round. */
export function act(event: KeyboardEvent, { row, column }: Cell, lines: number, mirrored = false): Act {
  const last = lines - 1;
  const extend = event.shiftKey;
  if (event.key === "Enter" || event.key === " ") return "choose";
  if (event.key === "Home") return { to: { row: event.ctrlKey ? 0 : row, column: 0 }, extend };
  if (event.key === "End") return { to: { row: event.ctrlKey ? last : row, column: last }, extend };
  const move = MOVES[event.key];
  if (!move) return null;
  const keep = (at: number) => Math.max(0, Math.min(last, at));
  const across = mirrored ? -move[1] : move[1];
  return { to: { row: keep(row + move[0]), column: keep(column + across) }, extend };
}

const SHARE_OF: Record<Layer, [string, string]> = {
  copied: ["messages", "share_of"],
  reworded: ["heatmap", "reworded_of"],
};

/** What a cell says, in words. */
export function sentence({ labels, matrix, boilerplate, reworded }: Shown, cell: Cell): string {
  const share = matrix.share(cell);
  const key = cell.row * matrix.lines.length + cell.column;
  const [repeated, sentences] = [boilerplate.get(key), reworded.get(key)];
  const [a, b] = [matrix.lines[cell.row], matrix.lines[cell.column]].map((line) => (line ? nameOf(line) : ""));
  // an estimate is told as it stands in the cell; of what was counted a tenth of a percent more
  const said = (matrix.layer === "reworded" && figure(labels, share ?? 0)) || formatShare(labels, share ?? 0);
  const shares =
    share === null
      ? labelText(labels, "heatmap", "itself", { a: a ?? "" })
      : labelText(labels, ...SHARE_OF[matrix.layer], { share: said, a: a ?? "", b: b ?? "" });
  return [
    shares,
    sentences && labelText(labels, "heatmap", "reworded_n", { n: sentences }),
    repeated && labelText(labels, "heatmap", "boilerplate_n", { n: repeated }),
  ]
    .filter(Boolean)
    .join(". ");
}

/** A share as it stands in a cell: small ones to a tenth of a percent, others to a whole one, nothing for nothing. */
export function figure(labels: Labels, share: number): string {
  return share > 0 ? formatShare(labels, share < 0.01 ? share : Math.round(share * 100) / 100) : "";
}

export function nameOf({ source, title }: Line): string {
  return title ? `${source} – ${title}` : source;
}
