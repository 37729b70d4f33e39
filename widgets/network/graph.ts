// Which entities and ties are shown, and how large: counting over the records, without drawing.
import type { EdgeRecord, EntityRecord } from "../core/contract.ts";
import { matches } from "../core/fold.ts";
import { disparity, type Index, type Part, type Tally } from "./counting.ts";

export type Size = "mentions" | "articles";

export interface Filters {
  /** The words of the search, folded; none for no search. */
  words: string[];
  /** The types that are switched off. */
  hidden: Set<string>;
  /** One outlet, or empty for all. */
  source: string;
  /** The first and the last day, as ISO dates; empty for no limit. */
  since: string;
  until: string;
  /** The least mentions that an entity needs, and the least sentences that a tie needs. */
  minimum: number;
  weight: number;
  /** A tie is shown where its alpha in the disparity filter is below this; 0 shows all. */
  alpha: number;
  /** What the size of a node tells. */
  size: Size;
}

export const NO_FILTERS: Filters = {
  words: [],
  hidden: new Set(),
  source: "",
  since: "",
  until: "",
  minimum: 1,
  weight: 1,
  alpha: 0,
  size: "mentions",
};

/** An entity as it is shown: its counts within the part. */
export interface Shown {
  entity: EntityRecord;
  mentions: number;
  articles: number;
}

/** A tie as it is shown: the sentences of the part that name both. */
export interface Tie {
  id: string;
  edge: EdgeRecord;
  weight: number;
}

/** What is shown of a part, and what was counted for it. */
export interface Drawn {
  nodes: Shown[];
  ties: Tie[];
  tally: Tally;
}

/** The part of the corpus that the filters leave. */
export function partOf({ source, since, until }: Filters): Part {
  return { sources: source === "" ? null : [source], since, until };
}

/** The entities and ties of a part that pass every filter but the search, the largest first. */
export function network(index: Index, part: Part, filters: Filters): Drawn {
  const tally = index.tally(part);
  const nodes = shown(index, tally, filters);
  return { nodes, ties: ties(index, tally, nodes, filters), tally };
}

function shown({ story }: Index, tally: Tally, filters: Filters): Shown[] {
  const nodes: Shown[] = [];
  story.entities.forEach((entity, at) => {
    const mentions = tally.mentions[at] ?? 0;
    if (filters.hidden.has(entity.type) || mentions < Math.max(filters.minimum, 1)) return;
    nodes.push({ entity, mentions, articles: tally.articles[at] ?? 0 });
  });
  return nodes.sort((a, b) => b[filters.size] - a[filters.size] || b.mentions - a.mentions);
}

function ties(index: Index, tally: Tally, nodes: Shown[], filters: Filters): Tie[] {
  const weights = ofTypes(index, tally.weights, filters.hidden);
  const kept = passing(index, weights, filters);
  const present = new Set(nodes.map(({ entity }) => entity.id));
  const found: Tie[] = [];
  index.story.edges.forEach((edge, at) => {
    if (!kept[at] || !present.has(edge.a) || !present.has(edge.b)) return;
    found.push({ id: index.tieIds[at] ?? "", edge, weight: weights[at] ?? 0 });
  });
  return found;
}

/** The weights of the edges between entities of types that are switched on; the others weigh nothing. */
export function ofTypes(index: Index, weights: Int32Array, hidden: Set<string>): Int32Array {
  if (hidden.size === 0) return weights;
  const off = index.story.entities.map(({ type }) => hidden.has(type));
  return weights.map((weight, edge) => (index.ends(edge).some((end) => off[end]) ? 0 : weight));
}

/** Of each edge whether it has the least weight, and means enough; the limits are those of `entities.graph`. */
export function passing(index: Index, weights: Int32Array, { weight, alpha }: Filters): Uint8Array {
  const chance = alpha > 0 ? disparity(index, weights) : null;
  return Uint8Array.from(weights, (own, edge) =>
    Number(own >= Math.max(weight, 1) && (chance === null || (chance[edge] ?? 1) < alpha)),
  );
}

/** Only the nodes within some steps of one, and the ties between them. */
export function near<N extends { entity: EntityRecord }, T extends { edge: EdgeRecord }>(
  { nodes, ties }: { nodes: N[]; ties: T[] },
  id: string,
  steps: number,
): { nodes: N[]; ties: T[] } {
  const reached = new Set([id]);
  let rim = [id];
  const neighbours = neighboursOf(ties);
  for (let step = 0; step < steps; step++) {
    rim = rim.flatMap((one) => neighbours.get(one) ?? []).filter((one) => !reached.has(one));
    for (const one of rim) reached.add(one);
  }
  return {
    nodes: nodes.filter(({ entity }) => reached.has(entity.id)),
    ties: ties.filter(({ edge }) => reached.has(edge.a) && reached.has(edge.b)),
  };
}

/** By entity those that it is tied to. */
export function neighboursOf(ties: { edge: EdgeRecord }[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (one: string, other: string) => {
    const own = found.get(one);
    if (own) own.push(other);
    else found.set(one, [other]);
  };
  for (const { edge } of ties) {
    add(edge.a, edge.b);
    add(edge.b, edge.a);
  }
  return found;
}

/** Those that a search finds; all for no search. */
export function found<N extends { entity: EntityRecord }>(nodes: N[], words: string[]): N[] {
  return words.length === 0 ? nodes : nodes.filter(({ entity }) => matches(entity.folded, words));
}

/** Ids of an entity and of those it is tied to. */
export function around(ties: { edge: EdgeRecord }[], id: string): Set<string> {
  const close = new Set([id]);
  for (const { edge } of ties) {
    if (edge.a === id) close.add(edge.b);
    if (edge.b === id) close.add(edge.a);
  }
  return close;
}

/** The radius of the largest node in pixels: smaller where many share a small stage. */
export function largest(nodes: number, area: number): number {
  return Math.min(24, Math.max(7, 0.2 * Math.sqrt(area / Math.max(nodes, 1))));
}

/** The radius of a node: its area grows with what it counts. */
export function radius(value: number, most: number, large: number): number {
  return large * (0.25 + 0.75 * Math.sqrt(most > 0 ? value / most : 0));
}

/** The width of a tie in pixels. */
export function width(weight: number, most: number): number {
  return 1 + 4 * Math.sqrt(Math.max(0, weight - 1) / Math.max(most - 1, 1));
}
