// A block of cells: brushed with the pointer or with Shift and the arrow keys.
import type { Cell } from "./matrix.ts";

/** The rows from `top` to `bottom` and the columns from `start` to `end`, all of them inside. */
export interface Block {
  top: number;
  bottom: number;
  start: number;
  end: number;
}

/** The block that two cells span. */
export function spanned(one: Cell, other: Cell): Block {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    start: Math.min(one.column, other.column),
    end: Math.max(one.column, other.column),
  };
}

export function inside({ top, bottom, start, end }: Block, { row, column }: Cell): boolean {
  return row >= top && row <= bottom && column >= start && column <= end;
}

/** A remembered block, where the matrix still has such lines. */
export function kept(block: Block | null, lines: number): Block | null {
  return block && block.bottom < lines && block.end < lines ? block : null;
}
