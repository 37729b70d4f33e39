// What the view remembers of itself while it is drawn anew: how it is ordered, what was brushed, what was open.
import type { Context } from "../core/context.ts";
import type { Block } from "./block.ts";
import type { By, Cell, Layer, Order } from "./matrix.ts";

export interface Memory {
  by: By;
  order: Order;
  /** What the cells tell of: what is copied, or what is said in other words. */
  layer: Layer;
  /** Whether boilerplate is shown, as a layer of its own. */
  boilerplate: boolean;
  /** Whether two texts scroll together. */
  together: boolean;
  /** How many lines are shown. */
  limit: number;
  /** Lines that were searched for, by key. */
  also: Set<string>;
  cell: Cell | null;
  block: Block | null;
  /** A cell of two outlets whose pairs are listed. */
  listed: [string, string] | null;
  /** Two articles whose texts are open. */
  open: [string, string] | null;
  scroll: [number, number];
  size: number | null;
}

const KEY = "heatmap";

/** How many lines are drawn at first, and added with each "more". */
export const LINES = 1000;

/** What this view remembers; kept and changed in place. */
export function remembered({ memory, story }: Context): Memory {
  const known = memory.get(KEY) as Memory | undefined;
  if (known) return known;
  const fresh: Memory = {
    by: story.sources.length > 1 ? "source" : "article",
    order: "date",
    layer: "copied",
    boilerplate: false,
    together: true,
    limit: LINES,
    also: new Set(),
    cell: null,
    block: null,
    listed: null,
    open: null,
    scroll: [0, 0],
    size: null,
  };
  memory.set(KEY, fresh);
  return fresh;
}

/** Lets go of what belongs to the lines as they were. */
export function forget(memory: Memory): void {
  Object.assign(memory, { cell: null, block: null, scroll: [0, 0], size: null });
}
