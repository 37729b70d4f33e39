// What two sides tie together differently, by the definitions of `entities.difference`: shares of all sentences.
import type { EdgeRecord, EntityRecord } from "../core/contract.ts";
import type { Index, Part, Tally } from "./counting.ts";
import { type Filters, ofTypes, passing } from "./graph.ts";

export type Only = "a" | "b" | "both";
export const GROUPS: Only[] = ["a", "b", "both"];

/** Counts on both sides, and the shares of all sentences of each side. */
export interface Sided {
  only: Only;
  weightA: number;
  weightB: number;
  shareA: number;
  shareB: number;
  /** The share in A less the share in B. */
  difference: number;
}

export interface SidedNode extends Sided {
  entity: EntityRecord;
}

export interface SidedTie extends Sided {
  id: string;
  edge: EdgeRecord;
}

export interface Difference {
  nodes: SidedNode[];
  ties: SidedTie[];
  a: Tally;
  b: Tally;
}

/** Both sides counted on one set of nodes, what differs most first; a tie stays that passes the limits on either side. */
export function difference(index: Index, sides: [Part, Part], filters: Filters): Difference {
  const [a, b] = sides.map((part) => index.tally(part)) as [Tally, Tally];
  const nodes: SidedNode[] = [];
  index.story.entities.forEach((entity, at) => {
    const mentions = (a.mentions[at] ?? 0) + (b.mentions[at] ?? 0);
    if (filters.hidden.has(entity.type) || mentions < Math.max(filters.minimum, 1)) return;
    nodes.push({ entity, ...sided([a.units[at] ?? 0, b.units[at] ?? 0], [a, b]) });
  });
  return { nodes: nodes.sort(mostDifferent), ties: tiesOfBoth(index, [a, b], nodes, filters), a, b };
}

function tiesOfBoth(index: Index, sides: [Tally, Tally], nodes: SidedNode[], filters: Filters): SidedTie[] {
  const weights = sides.map((side) => ofTypes(index, side.weights, filters.hidden)) as [Int32Array, Int32Array];
  const kept = weights.map((own) => passing(index, own, filters));
  const present = new Set(nodes.map(({ entity }) => entity.id));
  const found: SidedTie[] = [];
  index.story.edges.forEach((edge, at) => {
    if (!kept.some((side) => side[at]) || !present.has(edge.a) || !present.has(edge.b)) return;
    const own: [number, number] = [weights[0][at] ?? 0, weights[1][at] ?? 0];
    found.push({ id: index.tieIds[at] ?? "", edge, ...sided(own, sides) });
  });
  return found.sort(mostDifferent);
}

function sided([weightA, weightB]: [number, number], [a, b]: [Tally, Tally]): Sided {
  const shareA = a.sentences > 0 ? weightA / a.sentences : 0;
  const shareB = b.sentences > 0 ? weightB / b.sentences : 0;
  const only = weightB === 0 ? "a" : weightA === 0 ? "b" : "both";
  return { only, weightA, weightB, shareA, shareB, difference: shareA - shareB };
}

function mostDifferent(one: Sided, other: Sided): number {
  return Math.abs(other.difference) - Math.abs(one.difference);
}

/** How many are only in A, only in B, in both. */
export function groupCounts(items: Sided[]): Record<Only, number> {
  const counts = { a: 0, b: 0, both: 0 };
  for (const { only } of items) counts[only] += 1;
  return counts;
}
