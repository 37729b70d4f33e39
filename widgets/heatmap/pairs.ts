// The pairs of articles behind the cells, and the passages of a pair.
import type {
  ArticleRecord,
  PairRecord,
  PassageRecord,
  RewordedPairRecord,
  RewordedRecord,
  Story,
} from "../core/contract.ts";
import { articleOf } from "../core/story.ts";
import type { Block } from "./block.ts";
import { inside } from "./block.ts";
import type { By, Layer, Matrix } from "./matrix.ts";

/** Two articles that share text, the first of them of the row: `ab` is the share of it found in the other. */
export interface Pair {
  a: ArticleRecord;
  b: ArticleRecord;
  ab: number;
  ba: number;
  words: number;
  /** How many sentences both say in other words; they are no part of the shares. */
  sentences: number;
  /** The article that came first, or empty where that is not known. */
  first: string;
  /** What that is known by: date, credit or empty. */
  firstBy: string;
  /** Agencies that are credited and have no page in the corpus. */
  likely: string;
}

export type Kind = "copied" | "reworded" | "boilerplate";

/** What a pair shares with its mark on either side, and its number in reading order of the first article. */
export interface Shared {
  passage: PassageRecord;
  kind: Kind;
  a: number;
  b: number;
  /** Counted within its kind; 0 for boilerplate, which is not counted. */
  number: number;
}

/** Of a matrix what tells which line an article belongs to. */
export interface Lines {
  by: By;
  layer: Layer;
  lines: { key: string }[];
}

interface Indexes {
  pairs: Map<string, PairRecord>;
  passages: Map<string, PassageRecord[]>;
  reworded: Map<string, RewordedRecord[]>;
  sentences: Map<string, RewordedPairRecord>;
}

const made = new WeakMap<Story, Indexes>();

function indexes(story: Story): Indexes {
  let found = made.get(story);
  if (found === undefined) {
    found = {
      pairs: new Map(story.pairs.map((pair) => [keyOf(pair.a, pair.b), pair])),
      passages: byPair(story.passages),
      reworded: byPair(story.reworded),
      sentences: new Map(story.reworded_pairs.map((pair) => [keyOf(pair.a, pair.b), pair])),
    };
    made.set(story, found);
  }
  return found;
}

function byPair<T extends { a: string; b: string }>(records: T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const record of records) {
    const key = keyOf(record.a, record.b);
    const there = found.get(key);
    if (there) there.push(record);
    else found.set(key, [record]);
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
  const told = indexes(story).sentences.get(keyOf(a, b));
  const known = { sentences: told?.sentences ?? 0, first: told?.first ?? "", firstBy: told?.first_by ?? "" };
  return one && other && one !== other ? { a: one, b: other, ab: 0, ba: 0, words: 0, likely: "", ...known } : null;
}

/** The article pairs of a layer behind a block of cells, those that share most first; each pair once. */
export function pairsBehind(story: Story, matrix: Lines, block: Block): Pair[] {
  const lines = new Map(matrix.lines.map(({ key }, at) => [key, at]));
  const place = (id: string) => lines.get(matrix.by === "article" ? id : (articleOf(story, id)?.source ?? ""));
  const records = matrix.layer === "copied" ? story.pairs : story.reworded_pairs;
  const found = records.flatMap((record) => {
    const [a, b] = [place(record.a), place(record.b)];
    if (a === undefined || b === undefined || a === b) return [];
    if (inside(block, { row: a, column: b })) return pairOf(story, record.a, record.b) ?? [];
    return inside(block, { row: b, column: a }) ? (pairOf(story, record.b, record.a) ?? []) : [];
  });
  if (matrix.layer === "reworded") return found.sort((one, other) => other.sentences - one.sentences);
  return found.sort((one, other) => other.words - one.words || other.ab + other.ba - one.ab - one.ba);
}

function oriented(story: Story, record: PairRecord, turned: boolean): Pair | null {
  const a = articleOf(story, turned ? record.b : record.a);
  const b = articleOf(story, turned ? record.a : record.b);
  if (!a || !b) return null;
  const [ab, ba] = turned ? [record.b_in_a, record.a_in_b] : [record.a_in_b, record.b_in_a];
  const { words, first, first_by, likely_source } = record;
  const sentences = indexes(story).sentences.get(keyOf(a.id, b.id))?.sentences ?? 0;
  return { a, b, ab, ba, words, sentences, first, firstBy: first_by, likely: likely_source };
}

/** What a pair shares as it comes in its first article: the passages, the sentences in other words, the boilerplate. */
export function sharedOf(story: Story, pair: Pair): Shared[] {
  const { passages, reworded } = indexes(story);
  const key = keyOf(pair.a.id, pair.b.id);
  const found = [...(passages.get(key) ?? []), ...(reworded.get(key) ?? []).map(asPassage)];
  const order = new Map(marksInOrder(pair.a).map((mark, at) => [mark, at]));
  const sides = found.map((passage): Omit<Shared, "number"> => {
    const [a, b] = passage.a === pair.a.id ? [passage.mark_a, passage.mark_b] : [passage.mark_b, passage.mark_a];
    const kind = passage.boilerplate
      ? "boilerplate"
      : reworded.get(key)?.some(({ id }) => id === passage.id)
        ? "reworded"
        : "copied";
    return { passage, kind, a, b };
  });
  const inOrder = (kind: Kind) =>
    sides
      .filter((one) => one.kind === kind)
      .sort((one, other) => (order.get(one.a) ?? 0) - (order.get(other.a) ?? 0))
      .map((one, at): Shared => ({ ...one, number: kind === "boilerplate" ? 0 : at + 1 }));
  return [...inOrder("copied"), ...inOrder("reworded"), ...inOrder("boilerplate")];
}

/** Two sentences in other words as a passage of which no word is counted. */
function asPassage({ id, a, b, mark_a, mark_b, score, pieces_a, pieces_b }: RewordedRecord): PassageRecord {
  const differs = pieces_a.length > 0;
  return { id, a, b, mark_a, mark_b, words: 0, similarity: score, boilerplate: false, differs, pieces_a, pieces_b };
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

/** How many sentences lie behind each cell that the other line says in other words. */
export function rewordedCells(story: Story, { by, lines }: Matrix): Map<number, number> {
  const places = new Map(lines.map(({ key }, at) => [key, at]));
  const place = (id: string) => places.get(by === "article" ? id : (articleOf(story, id)?.source ?? ""));
  const found = new Map<number, number>();
  for (const { a, b, sentences } of story.reworded_pairs) {
    const [row, column] = [place(a), place(b)];
    if (row === undefined || column === undefined || row === column) continue;
    for (const key of [row * lines.length + column, column * lines.length + row]) {
      found.set(key, (found.get(key) ?? 0) + sentences);
    }
  }
  return found;
}
