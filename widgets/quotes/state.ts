// What the quote finder remembers of itself while it is drawn anew on a corrected story.
import { type Filter, noFilter } from "./filter.ts";
import type { Judge } from "./judge.ts";
import type { Anchor } from "./virtual.ts";

/** A form under a row. */
export interface Opened {
  key: string;
  element: HTMLElement;
  reveal(): void;
}

export const MODES = ["quotes", "statements", "rejected"] as const;
export type Mode = (typeof MODES)[number];

/** Where one is in the list of a mode: how far it is scrolled, and the row that the keys act on. */
export interface Spot {
  anchor: Anchor | null;
  active: string | null;
  at: number;
}

export interface State {
  filter: Filter;
  mode: Mode;
  /** Whether the facets are unfolded; null until somebody says so. */
  panel: boolean | null;
  help: boolean;
  spots: Record<Mode, Spot>;
  /** What is to have the focus once the view is drawn anew: the active row, the search, or a field of the open form. */
  focus: "row" | "query" | HTMLElement | null;
  /** The form under a row: it stays as it is filled in when the story comes anew. */
  opened: Opened | null;
  /** Who judges now: what a form asks for is asked by the view that is drawn, not by the one that it was opened in. */
  judge: Judge | null;
  /** The statements that are folded. */
  folded: Set<string>;
  coder: string;
  /** What was said last, such as that a quotation was accepted. */
  said: string;
}

const KEY = "quotes";
const CODER = "riwaya.coder";

export function remembered(memory: Map<string, unknown>): State {
  const known = memory.get(KEY) as State | undefined;
  if (known !== undefined) return known;
  const spot = (): Spot => ({ anchor: null, active: null, at: 0 });
  const state: State = {
    filter: noFilter(),
    mode: "quotes",
    panel: null,
    help: false,
    spots: { quotes: spot(), statements: spot(), rejected: spot() },
    focus: null,
    opened: null,
    judge: null,
    folded: new Set(),
    coder: storedCoder(),
    said: "",
  };
  memory.set(KEY, state);
  return state;
}

/** The name under which somebody judges, kept by the browser; where it keeps nothing, by the view alone. */
export function storeCoder(name: string): void {
  try {
    localStorage.setItem(CODER, name);
  } catch {
    // storage is forbidden here: the name lasts as long as the view
  }
}

function storedCoder(): string {
  try {
    return localStorage.getItem(CODER) ?? "";
  } catch {
    return "";
  }
}
