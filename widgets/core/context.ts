// What a view is given, and what it gives back.
import type { Labels, Selection, Story } from "./contract.ts";
import type { Store } from "./store.ts";

export interface Context {
  root: HTMLElement;
  story: Story;
  labels: Labels;
  store: Store<Selection>;
  options: Record<string, unknown>;
}

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
