// Which entities and ties are shown, and how large: counting over the records, without drawing.
import type { EdgeRecord, EntityRecord, Story } from "../core/contract.ts";
import { matches } from "../core/fold.ts";

export interface Filters {
  /** The words of the search, folded; none for no search. */
  words: string[];
  /** The types that are switched off. */
  hidden: Set<string>;
  /** One outlet, or empty for all. */
  source: string;
  /** The least mentions that an entity needs. */
  minimum: number;
}

/** An entity as it is shown: `mentions` counts those in the chosen outlet. */
export interface Shown {
  entity: EntityRecord;
  mentions: number;
}

/** The counts of a story that filtering needs, made once. */
export class Counts {
  readonly #story: Story;
  readonly #sourceOf: Map<string, string>;

  constructor(story: Story) {
    this.#story = story;
    this.#sourceOf = new Map(story.articles.map((article) => [article.id, article.source]));
  }

  /** The outlet that carries a mark. */
  source(mark: number): string {
    return this.#sourceOf.get(this.#story.marks[mark]?.article ?? "") ?? "";
  }

  /** How often an entity is mentioned, in one outlet or, for "", in all. */
  mentions(entity: EntityRecord, source: string): number {
    return source === "" ? entity.mentions : this.within(entity.marks, source).length;
  }

  /** Those of the marks that stand in one outlet or, for "", in any. */
  within(marks: number[], source: string): number[] {
    return source === "" ? marks : marks.filter((mark) => this.source(mark) === source);
  }

  /** The marks by outlet, the outlet with most marks first. */
  bySource(marks: number[]): [string, number[]][] {
    const groups = new Map<string, number[]>();
    for (const mark of marks) {
      const source = this.source(mark);
      groups.set(source, [...(groups.get(source) ?? []), mark]);
    }
    return [...groups].sort(([, a], [, b]) => b.length - a.length);
  }
}

/** The entities that pass every filter but the search, most mentioned first. */
export function shown(story: Story, counts: Counts, filters: Filters): Shown[] {
  return story.entities
    .filter((entity) => !filters.hidden.has(entity.type))
    .map((entity) => ({ entity, mentions: counts.mentions(entity, filters.source) }))
    .filter(({ mentions }) => mentions >= Math.max(filters.minimum, 1))
    .sort((a, b) => b.mentions - a.mentions);
}

/** The ties between two shown entities that one outlet, or any, makes. */
export function ties(story: Story, counts: Counts, nodes: Shown[], source: string): EdgeRecord[] {
  const present = new Set(nodes.map(({ entity }) => entity.id));
  return story.edges.filter(
    (edge) => present.has(edge.a) && present.has(edge.b) && counts.within(sentences(edge), source).length > 0,
  );
}

/** Those that a search finds; all for no search. */
export function found(nodes: Shown[], words: string[]): Shown[] {
  return nodes.filter(({ entity }) => matches(entity.folded, words));
}

/** Ids of an entity and of those it is tied to. */
export function around(edges: EdgeRecord[], id: string): Set<string> {
  const near = new Set([id]);
  for (const { a, b } of edges) {
    if (a === id) near.add(b);
    if (b === id) near.add(a);
  }
  return near;
}

/** The ties of one entity, strongest first. */
export function tiesOf(edges: EdgeRecord[], id: string): EdgeRecord[] {
  return edges.filter(({ a, b }) => a === id || b === id).sort((one, other) => other.weight - one.weight);
}

/** One name for a tie, whichever end comes first. */
export function tieId({ a, b }: { a: string; b: string }): string {
  return JSON.stringify(a < b ? [a, b] : [b, a]);
}

/** One mark a sentence: the first mention of either end in each. */
export function sentences(edge: EdgeRecord): number[] {
  return edge.units.flatMap((unit) => unit.slice(0, 1));
}

/** The radius of the largest node in pixels: smaller where many share a small stage. */
export function largest(nodes: number, area: number): number {
  return Math.min(24, Math.max(7, 0.2 * Math.sqrt(area / Math.max(nodes, 1))));
}

/** The radius of a node: its area grows with the mentions. */
export function radius(mentions: number, most: number, large: number): number {
  return large * (0.25 + 0.75 * Math.sqrt(mentions / Math.max(most, 1)));
}

/** The width of a tie in pixels. */
export function width(weight: number, most: number): number {
  return 1 + 4 * Math.sqrt((weight - 1) / Math.max(most - 1, 1));
}
