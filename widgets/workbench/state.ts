// What the workbench remembers of itself while it is drawn anew on a corrected story.
import type { Context } from "../core/context.ts";
import { Past } from "./history.ts";

export type Layout = "both" | "main" | "reader";

export interface Remembered {
  /** The key of the open tab; empty: the first. */
  tab: string;
  layout: Layout;
  /** The share of the room that the tabs have beside the reader. */
  share: number;
  /** Whether the evidence tray is open. */
  tray: boolean;
  past: Past;
}

export const SHARE = 0.535;

const KEY = "workbench";

/** The one record of the workbench in its context's memory: changed in place. */
export function remembered({ memory }: Context): Remembered {
  const found = memory.get(KEY) as Remembered | undefined;
  const made = found ?? { tab: "", layout: "both", share: SHARE, tray: false, past: new Past() };
  memory.set(KEY, made);
  return made;
}
