// What the view remembers of itself while it is drawn anew: filters, mode, focus, where one looked.
import type { Story } from "../core/contract.ts";
import { queryWords } from "../core/fold.ts";
import type { Index } from "./counting.ts";
import type { Only } from "./difference.ts";
import { type Filters, NO_FILTERS } from "./graph.ts";
import { besides, halves, type Period } from "./periods.ts";

export type Mode = "network" | "compare" | "difference";
export const MODES: Mode[] = ["network", "compare", "difference"];
/** What the two sides of a difference are. */
export type Between = "outlets" | "periods";

/** Where one looks: the scale, and the middle as a share of the stage. */
export interface Viewpoint {
  scale: number;
  x: number;
  y: number;
}

export interface Focus {
  entity: string;
  steps: 1 | 2;
}

export interface State {
  mode: Mode;
  query: string;
  filters: Filters;
  filtersOpen: boolean;
  focus: Focus | null;
  /** The chosen tie, by its id. */
  tie: string | null;
  /** Entities picked to be merged; null while none is being picked. */
  picked: Set<string> | null;
  /** The outlets that are compared; those whose difference is shown, and its groups that are switched off. */
  outlets: string[];
  sides: [string, string];
  between: Between;
  periods: [Period, Period];
  off: Set<Only>;
  /** Which list of the difference is shown. */
  listed: "nodes" | "ties";
  /** What of an entity's detail is open: its corrections. */
  correcting: boolean;
  /** What to choose, and where the focus goes, once a correction is drawn. */
  next: string | null;
  refocus: string | null;
  viewpoints: Map<string, Viewpoint>;
  /** How far the list beside the picture was scrolled. */
  scrolled: number;
  /** Where each entity was put when it was first seen: a correction moves nobody. */
  places: Map<string, [number, number]>;
}

const KEY = "network";
/** How many outlets may stand side by side, and how many do at first. */
export const PANELS = { least: 2, most: 6, first: 4 };

/** The state in the memory of the page, made fit for the story. */
export function recall(memory: Map<string, unknown>, index: Index): State {
  const kept = memory.get(KEY) as State | undefined;
  const state = kept ?? fresh(index);
  memory.set(KEY, state);
  for (const { id, x, y } of index.story.entities) if (!state.places.has(id)) state.places.set(id, [x, y]);
  if (state.focus && !index.position.has(state.focus.entity)) state.focus = null;
  if (state.tie !== null && !index.tieAt.has(state.tie)) state.tie = null;
  if (state.picked) state.picked = new Set([...state.picked].filter((id) => index.position.has(id)));
  const there = new Set(index.story.sources);
  if (![state.filters.source || [...there][0], ...state.outlets, ...state.sides].every((one) => there.has(one ?? "")))
    Object.assign(state, outletsOf(index.story), { filters: { ...state.filters, source: "" } });
  return state;
}

function fresh(index: Index): State {
  const { story } = index;
  return {
    mode: "network",
    query: "",
    filters: NO_FILTERS,
    filtersOpen: false,
    focus: null,
    tie: null,
    picked: null,
    ...outletsOf(story),
    between: story.sources.length > 1 ? "outlets" : "periods",
    periods: halves(index.dayOf),
    off: new Set(),
    listed: "nodes",
    correcting: false,
    next: null,
    refocus: null,
    viewpoints: new Map(),
    scrolled: 0,
    places: new Map(),
  };
}

/** The pictures that can be drawn: one outlet is compared with none, and one day with no other. */
export function modesOf({ story, days }: Index): Mode[] {
  if (story.sources.length > 1) return MODES;
  return days[0] === days[1] ? ["network"] : ["network", "difference"];
}

/** What two sides of a difference can be. */
export function betweensOf({ story, days }: Index): Between[] {
  const periods: Between[] = days[0] === days[1] ? [] : ["periods"];
  return story.sources.length > 1 ? ["outlets", ...periods] : periods;
}

/** The outlets with most articles: those to compare at first. */
function outletsOf(story: Story): Pick<State, "outlets" | "sides"> {
  const counts = new Map(story.sources.map((source) => [source, 0]));
  for (const { source } of story.articles) counts.set(source, (counts.get(source) ?? 0) + 1);
  const ordered = [...counts].sort(([, a], [, b]) => b - a).map(([source]) => source);
  return { outlets: ordered.slice(0, PANELS.first), sides: [ordered[0] ?? "", ordered[1] ?? ""] };
}

/** The filters with nothing set but how large nodes are drawn. */
export function cleared({ size }: Filters): Filters {
  return { ...NO_FILTERS, size };
}

/** How many filters are set; in a comparison the outlets or the periods are chosen otherwise. */
export function active(state: State): number {
  const { source, since, until, minimum, weight, alpha, hidden } = besides(state.filters, state);
  const set = [source !== "", since !== "" || until !== "", minimum > 1, weight > 1, alpha > 0];
  return set.filter(Boolean).length + Number(hidden.size > 0);
}

/** The state with another query, and its words folded. */
export function searched(state: State, query: string, fold: Record<string, string>): void {
  state.query = query;
  state.filters = { ...state.filters, words: queryWords(query, fold) };
}
