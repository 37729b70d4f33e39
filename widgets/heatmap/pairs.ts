// The pairs of articles behind the cells, and the passages of a pair.
import type { ArticleRecord, PairRecord, PassageRecord, Story } from "../core/contract.ts";
import { articleOf } from "../core/story.ts";
import type { Block } from "./block.ts";
import { inside } from "./block.ts";
import type { By, Matrix } from "./matrix.ts";

/** Two articles that share text, the first of them of the row: `ab` is the share of it found in the other. */
export interface Pair {
  a: ArticleRecord;
  b: ArticleRecord;
  ab: number;
  ba: number;
  words: number;
  /** The article that came first, or empty where that is not known. */
  first: string;
  /** What that is known by: date, credit or empty. */
  firstBy: string;
  /** Agencies that are credited and have no page in the corpus. */
  likely: string;
}

/** A shared passage of a pair with its mark on either side, and its number in reading order of the first article. */
export interface Shared {
  passage: PassageRecord;
  a: number;
  b: number;
  /** 0 for boilerplate, which is not counted. */
  number: number;
}

/** Of a matrix what tells which line an article belongs to. */
export interface Lines {
  by: By;
  lines: { key: string }[];
}

interface Indexes {
  pairs: Map<string, PairRecord>;
  passages: Map<string, PassageRecord[]>;
}

const made = new WeakMap<Story, Indexes>();

function indexes(story: Story): Indexes {
  let found = made.get(story);
  if (found === undefined) {
    found = { pairs: new Map(), passages: new Map() };
    for (const pair of story.pairs) found.pairs.set(keyOf(pair.a, pair.b), pair);
    for (const passage of story.passages) {
      const key = keyOf(passage.a, passage.b);
      const there = found.passages.get(key);
      if (there) there.push(passage);
      else found.passages.set(key, [passage]);
    }
    made.set(story, found);
  }
  return found;
}

function keyOf(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a]);
}

/** Two articles as a pair, also where they share nothing. */
export function pairOf(story: Story, a: string, b: string): Pair | null {
  const record = indexes(story).pairs.get(keyOf(a, b));
  if (record) return oriented(story, record, record.a !== a);
  const [one, other] = [articleOf(story, a), articleOf(story, b)];
  const nothing = { ab: 0, ba: 0, words: 0, first: "", firstBy: "", likely: "" };
  return one && other && one !== other ? { a: one, b: other, ...nothing } : null;
}

/** The article pairs behind a block of cells, those that share most words first; each pair once. */
export function pairsBehind(story: Story, matrix: Lines, block: Block): Pair[] {
  const lines = new Map(matrix.lines.map(({ key }, at) => [key, at]));
  const place = (id: string) => lines.get(matrix.by === "article" ? id : (articleOf(story, id)?.source ?? ""));
  const found = story.pairs.flatMap((record) => {
    const [a, b] = [place(record.a), place(record.b)];
    if (a === undefined || b === undefined || a === b) return [];
    if (inside(block, { row: a, column: b })) return oriented(story, record, false) ?? [];
    return inside(block, { row: b, column: a }) ? (oriented(story, record, true) ?? []) : [];
  });
  return found.sort((one, other) => other.words - one.words || other.ab + other.ba - one.ab - one.ba);
}

function oriented(story: Story, record: PairRecord, turned: boolean): Pair | null {
  const a = articleOf(story, turned ? record.b : record.a);
  const b = articleOf(story, turned ? record.a : record.b);
  if (!a || !b) return null;
  const [ab, ba] = turned ? [record.b_in_a, record.a_in_b] : [record.a_in_b, record.b_in_a];
  const { words, first, first_by, likely_source } = record;
  return { a, b, ab, ba, words, first, firstBy: first_by, likely: likely_source };
}

/** The passages that a pair shares, numbered as they come in its first article; behind them its boilerplate. */
export function sharedOf(story: Story, pair: Pair): Shared[] {
  const order = new Map(marksInOrder(pair.a).map((mark, at) => [mark, at]));
  const found = (indexes(story).passages.get(keyOf(pair.a.id, pair.b.id)) ?? []).map((passage) => {
    const [a, b] = passage.a === pair.a.id ? [passage.mark_a, passage.mark_b] : [passage.mark_b, passage.mark_a];
    return { passage, a, b };
  });
  const rank = ({ passage, a }: { passage: PassageRecord; a: number }) =>
    (passage.boilerplate ? order.size : 0) + (order.get(a) ?? 0);
  found.sort((one, other) => rank(one) - rank(other));
  return found.map((shared, at) => ({ ...shared, number: shared.passage.boilerplate ? 0 : at + 1 }));
}

function marksInOrder(article: ArticleRecord): number[] {
  const marks = article.blocks.flatMap(({ segments }) => segments.flatMap((segment) => segment.marks));
  return [...new Set(marks)];
}

/** How many passages of boilerplate lie behind each cell, those on one outlet's own pages on the diagonal. */
export function boilerplateCells(story: Story, { by, lines }: Matrix): Map<number, number> {
  const places = new Map(lines.map(({ key }, at) => [key, at]));
  const place = (id: string) => places.get(by === "article" ? id : (articleOf(story, id)?.source ?? ""));
  const found = new Map<number, number>();
  for (const { a, b, boilerplate } of story.passages) {
    const [row, column] = [place(a), place(b)];
    if (!boilerplate || row === undefined || column === undefined) continue;
    for (const key of new Set([row * lines.length + column, column * lines.length + row])) {
      found.set(key, (found.get(key) ?? 0) + 1);
    }
  }
  return found;
}
