// What the timeline remembers while it is drawn anew: its layers, filters, period, and where the keyboard is.
import type { Context } from "../core/context.ts";
import type { Range } from "./scale.ts";

export const ORIGIN = "timeline";

export type Layer = "published" | "quoted" | "shared" | "printed";

export interface Memory {
  layers: Record<Layer, boolean>;
  query: string;
  /** The speaker (an entity, or `?` and a name) and the statement (a lineage) whose quotations are marked; or none. */
  speaker: string;
  lineage: string;
  /** The outlets whose lanes are folded. */
  hidden: Set<string>;
  /** The period shown; null for the whole. */
  range: Range | null;
  /** The articles behind the number that was opened last. */
  opened: string[] | null;
  current: string | null;
  scroll: number;
}

/** The memory of this view, new where there is none. */
export function memoryOf({ memory }: Context): Memory {
  const found = memory.get(ORIGIN) as Memory | undefined;
  if (found !== undefined) return found;
  const made: Memory = {
    layers: { published: true, quoted: true, shared: true, printed: false },
    query: "",
    speaker: "",
    lineage: "",
    hidden: new Set(),
    range: null,
    opened: null,
    current: null,
    scroll: 0,
  };
  memory.set(ORIGIN, made);
  return made;
}
