// Counting over a story: what never changes is laid out once, then every filter is one walk over arrays of numbers.
import type { EdgeRecord, Story } from "../core/contract.ts";

/** Which articles count: outlets (null for all) and days, as ISO dates; an empty day leaves that side open. */
export interface Part {
  sources: string[] | null;
  since: string;
  until: string;
}

export const EVERYTHING: Part = { sources: null, since: "", until: "" };

/** What a part of the corpus holds: by entity and by edge, in the order of the story. */
export interface Tally {
  mentions: Int32Array;
  articles: Int32Array;
  /** Sentences that name the entity. */
  units: Int32Array;
  /** Sentences that name both ends of the edge. */
  weights: Int32Array;
  /** All sentences of the part, what shares are shares of. */
  sentences: number;
  /** How many articles count, and how many do not because they carry no date. */
  counted: number;
  undated: number;
}

export class Index {
  readonly story: Story;
  readonly position: Map<string, number>;
  readonly tieIds: string[];
  readonly tieAt: Map<string, number>;
  /** The first and the last day that an article states; empty where none does. */
  readonly days: [string, string];
  /** The day of each article, in the order of the story; empty where it states none. */
  readonly dayOf: readonly string[];
  readonly undated: number;
  readonly #articleOfMark: Int32Array;
  readonly #ends: Int32Array;

  constructor(story: Story) {
    this.story = story;
    const articles = new Map(story.articles.map(({ id }, at) => [id, at]));
    this.#articleOfMark = Int32Array.from(story.marks, ({ article }) => articles.get(article) ?? -1);
    this.dayOf = story.articles.map(({ published }) => published.slice(0, 10));
    const dated = this.dayOf.filter(Boolean).sort();
    this.days = [dated[0] ?? "", dated.at(-1) ?? ""];
    this.undated = this.dayOf.length - dated.length;
    this.position = new Map(story.entities.map(({ id }, at) => [id, at]));
    this.tieIds = story.edges.map(tieId);
    this.tieAt = new Map(this.tieIds.map((id, at) => [id, at]));
    this.#ends = Int32Array.from(story.edges.flatMap(({ a, b }) => [this.#at(a), this.#at(b)]));
  }

  /** The positions of both ends of an edge among the entities. */
  ends(edge: number): [number, number] {
    return [this.#ends[2 * edge] ?? -1, this.#ends[2 * edge + 1] ?? -1];
  }

  /** Of each article whether it counts. */
  within({ sources, since, until }: Part): Uint8Array {
    const outlets = sources && new Set(sources);
    return Uint8Array.from(this.story.articles, ({ source }, at) => {
      if (outlets && !outlets.has(source)) return 0;
      const day = this.dayOf[at] ?? "";
      if (!since && !until) return 1;
      return Number(day !== "" && (since || day) <= day && day <= (until || day));
    });
  }

  /** Those of the marks that stand in articles that count in one of the parts. */
  marksWithin(marks: number[], parts: Part[]): number[] {
    const inside = parts.map((part) => this.within(part));
    return marks.filter((mark) => inside.some((own) => own[this.#articleOfMark[mark] ?? -1] === 1));
  }

  /** The marks by the outlet that carries them, the outlet with most marks first. */
  bySource(marks: number[]): [string, number[]][] {
    const groups = new Map<string, number[]>();
    for (const mark of marks) {
      const source = this.story.articles[this.#articleOfMark[mark] ?? -1]?.source ?? "";
      const group = groups.get(source);
      if (group) group.push(mark);
      else groups.set(source, [mark]);
    }
    return [...groups].sort(([, a], [, b]) => b.length - a.length);
  }

  tally(part: Part): Tally {
    const { entities, edges } = this.story;
    const inside = this.within(part);
    const seen = new Int32Array(inside.length).fill(-1);
    const articles = new Int32Array(entities.length);
    entities.forEach(({ marks }, at) => {
      articles[at] = this.#distinct(marks, { inside, seen, stamp: at });
    });
    return {
      mentions: Int32Array.from(entities, ({ marks }) => this.#count(marks, inside)),
      articles,
      units: Int32Array.from(entities, ({ units }) => this.#count(units, inside)),
      weights: Int32Array.from(edges, (edge) => this.#count(sentences(edge), inside)),
      sentences: this.story.sentences.reduce((sum, count, at) => sum + count * (inside[at] ?? 0), 0),
      counted: inside.reduce((sum, one) => sum + one, 0),
      undated: part.since || part.until ? this.#undatedOf(part.sources) : 0,
    };
  }

  #at(id: string): number {
    return this.position.get(id) ?? -1;
  }

  #count(marks: number[], inside: Uint8Array): number {
    let count = 0;
    for (const mark of marks) count += inside[this.#articleOfMark[mark] ?? -1] ?? 0;
    return count;
  }

  #distinct(marks: number[], { inside, seen, stamp }: { inside: Uint8Array; seen: Int32Array; stamp: number }): number {
    let count = 0;
    for (const mark of marks) {
      const article = this.#articleOfMark[mark] ?? -1;
      if (inside[article] !== 1 || seen[article] === stamp) continue;
      seen[article] = stamp;
      count += 1;
    }
    return count;
  }

  #undatedOf(sources: string[] | null): number {
    return this.story.articles.filter(
      ({ source }, at) => this.dayOf[at] === "" && (sources === null || sources.includes(source)),
    ).length;
  }
}

const made = new WeakMap<Story, Index>();

/** The index of a story, made when it is first needed. */
export function indexOf(story: Story): Index {
  let index = made.get(story);
  if (index === undefined) {
    index = new Index(story);
    made.set(story, index);
  }
  return index;
}

/**
 * Of each edge how likely chance alone gives it so much of a node's weight, the smaller of both ends: the disparity
 * filter (Serrano, Boguñá and Vespignani, PNAS 106, 2009), as in `workbench/extractors/entities/backbone.py`, within
 * the weights of one part. Edges without weight there are no ties, and have 1.
 */
export function disparity(index: Index, weights: Int32Array): Float64Array {
  const degree = new Int32Array(index.story.entities.length);
  const strength = new Float64Array(degree.length);
  weights.forEach((weight, edge) => {
    if (weight === 0) return;
    for (const end of index.ends(edge)) {
      degree[end] = (degree[end] ?? 0) + 1;
      strength[end] = (strength[end] ?? 0) + weight;
    }
  });
  const chance = (end: number, weight: number) => {
    const ties = degree[end] ?? 0;
    return ties > 1 ? (1 - weight / (strength[end] ?? 1)) ** (ties - 1) : 1;
  };
  return Float64Array.from(weights, (weight, edge) =>
    weight === 0 ? 1 : Math.min(...index.ends(edge).map((end) => chance(end, weight))),
  );
}

/** One name for a tie, whichever end comes first. */
export function tieId({ a, b }: { a: string; b: string }): string {
  return JSON.stringify(a < b ? [a, b] : [b, a]);
}

const firsts = new WeakMap<EdgeRecord, number[]>();

/** One mark a sentence: the first mention of either end in each. */
export function sentences(edge: EdgeRecord): number[] {
  let found = firsts.get(edge);
  if (found === undefined) {
    found = edge.units.flatMap((unit) => unit.slice(0, 1));
    firsts.set(edge, found);
  }
  return found;
}
