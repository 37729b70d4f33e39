// What the reader remembers of itself while it is drawn anew on a corrected story.
import type { Context } from "../core/context.ts";

/** A correction that was made here, and how it is taken back. */
export interface Done {
  /** What was done, as a key of the labels. */
  what: string;
  undo: string;
  /** How often that is asked. */
  times: number;
}

/** Words that are to be selected once they are marked. */
export interface Awaited {
  article: string;
  start: number;
  layer: string;
}

export interface Memory {
  article: string | null;
  scroll: number;
  /** The layers that are switched off. */
  off: Set<string>;
  furniture: boolean;
  /** The runs of furniture that were opened or folded by hand. */
  runs: Map<string, boolean>;
  step: string;
  sort: "source" | "date";
  query: string;
  find: string | null;
  inspector: boolean;
  done: Done[];
  said: { key: string; undo: boolean } | null;
  awaited: Awaited | null;
}

const KEY = "reader";

/** The memory of the reader of this place; made when it is first asked for. */
export function remembered({ memory, story }: Context): Memory {
  let found = memory.get(KEY) as Memory | undefined;
  if (found === undefined) {
    found = {
      article: null,
      scroll: 0,
      off: new Set(),
      furniture: true,
      runs: new Map(),
      step: "all",
      sort: 1.5 * story.sources.length > story.articles.length ? "date" : "source",
      query: "",
      find: null,
      inspector: true,
      done: [],
      said: null,
      awaited: null,
    };
    memory.set(KEY, found);
  }
  return found;
}
