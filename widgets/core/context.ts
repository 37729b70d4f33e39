// What a view is given, and what it gives back.
import type { Ask } from "./ask.ts";
import type { FindingRecord, Labels, Selection, Story } from "./contract.ts";
import type { Store } from "./store.ts";
import type { Tray } from "./tray.ts";

export interface Context {
  root: HTMLElement;
  story: Story;
  labels: Labels;
  store: Store<Selection>;
  options: Record<string, unknown>;
  /** Asks Python to change something; null where there is no kernel, and a view then offers no such change. */
  ask: Ask | null;
  /** What was pinned as evidence, shared by all views of the page. */
  tray: Tray;
  /** What a view remembers of itself (filters, its tab) while it is drawn anew on a corrected story, by its own key. */
  memory: Map<string, unknown>;
}

export type { Ask, FindingRecord, Tray };

export type Dispose = () => void;

/**
 * Draws into `context.root`, a column (`rw-pane`) of a given height: a view fills it and scrolls inside.
 * What it returns takes everything down again.
 */
export type View = (context: Context) => Dispose;

/** A piece of a view: its element, and how to let go of it. */
export interface Part {
  element: HTMLElement;
  dispose: Dispose;
}

/** A disposer that calls several. */
export function all(...disposers: Dispose[]): Dispose {
  return () => {
    for (const dispose of disposers) dispose();
  };
}
