// What stands in the cells: rows and columns by source or by article, and the article pairs behind a cell.
import type { ArticleRecord, PairRecord, PassageRecord, Story } from "../core/contract.ts";
import { headline } from "../core/headline.ts";

export type By = "source" | "article";

/** A row and the column of the same name; `number` tells articles apart where their titles do not fit. */
export interface Line {
  key: string;
  /** The outlet. */
  source: string;
  /** The headline, empty by source. */
  title: string;
  number: number;
}

export interface Matrix {
  by: By;
  lines: Line[];
  /** The share of the row found in the column; null on the diagonal. */
  shares: (number | null)[][];
}

const MOST = 60;

/** The matrix of a story; of very many lines only those that share most. */
export function matrix(story: Story, by: By): Matrix {
  const all = by === "source" ? sourceLines(story) : articleLines(story);
  const totals = by === "source" ? sourceTotals(story) : articleTotals(story);
  const kept = all.length <= MOST ? [...all.keys()] : most(all.map((line) => totals.get(line.key) ?? 0));
  const lines = kept.flatMap((at) => all[at] ?? []);
  const shares = by === "source" ? sourceShares(story, kept) : articleShares(story, lines);
  return { by, lines, shares };
}

/** The places of the largest totals, in the order of the story. */
function most(totals: number[]): number[] {
  const rank = [...totals.keys()].sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0));
  return rank.slice(0, MOST).sort((a, b) => a - b);
}

/** How much each outlet shares with all others, both ways. */
function sourceTotals(story: Story): Map<string, number> {
  const totals = new Map<string, number>();
  for (const [at, row] of story.shares.source.entries()) {
    for (const [other, share] of row.entries()) {
      for (const place of [at, other]) {
        const name = story.sources[place] ?? "";
        totals.set(name, (totals.get(name) ?? 0) + (share ?? 0));
      }
    }
  }
  return totals;
}

/** The same for articles, from the pairs that share anything. */
function articleTotals(story: Story): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { a, b, a_in_b, b_in_a } of story.pairs) {
    for (const id of [a, b]) totals.set(id, (totals.get(id) ?? 0) + a_in_b + b_in_a);
  }
  return totals;
}

function sourceShares(story: Story, kept: number[]): (number | null)[][] {
  return kept.map((row) => kept.map((column) => story.shares.source[row]?.[column] ?? null));
}

/** Articles share nothing, but for the pairs that do. */
function articleShares(story: Story, lines: Line[]): (number | null)[][] {
  const places = new Map(lines.map((line, at) => [line.key, at]));
  const shares: (number | null)[][] = lines.map((_, row) => lines.map((_, column) => (row === column ? null : 0)));
  for (const pair of story.pairs) {
    const [a, b] = [places.get(pair.a), places.get(pair.b)];
    if (a === undefined || b === undefined) continue;
    (shares[a] as number[])[b] = pair.a_in_b;
    (shares[b] as number[])[a] = pair.b_in_a;
  }
  return shares;
}

function sourceLines(story: Story): Line[] {
  return story.sources.map((source, at) => ({ key: source, source, title: "", number: at + 1 }));
}

function articleLines(story: Story): Line[] {
  return story.articles.map((article, at) => {
    return { key: article.id, source: article.source, title: headline(article), number: at + 1 };
  });
}

/** Two articles that share text, the first of them of the row: `ab` is the share of it found in the other. */
export interface Pair {
  a: ArticleRecord;
  b: ArticleRecord;
  ab: number;
  ba: number;
  words: number;
  /** The article that came first, or empty where that is not known. */
  first: string;
}

/** The article pairs behind a cell, those that share most words first. */
export function pairsOf(story: Story, by: By, row: string, column: string): Pair[] {
  const articles = new Map(story.articles.map((article) => [article.id, article]));
  const keyOf = (id: string) => (by === "article" ? id : articles.get(id)?.source);
  const found = story.pairs.flatMap((pair) => {
    if (keyOf(pair.a) === row && keyOf(pair.b) === column) return oriented(articles, pair, false);
    if (keyOf(pair.a) === column && keyOf(pair.b) === row) return oriented(articles, pair, true);
    return [];
  });
  return found.sort((one, other) => other.words - one.words);
}

function oriented(articles: Map<string, ArticleRecord>, pair: PairRecord, turned: boolean): Pair[] {
  const a = articles.get(turned ? pair.b : pair.a);
  const b = articles.get(turned ? pair.a : pair.b);
  if (!a || !b) return [];
  const [ab, ba] = turned ? [pair.b_in_a, pair.a_in_b] : [pair.a_in_b, pair.b_in_a];
  return [{ a, b, ab, ba, words: pair.words, first: pair.first }];
}

/** Two articles as a pair, also where they share nothing. */
export function pairOf(story: Story, a: string, b: string): Pair | null {
  const found = pairsOf(story, "article", a, b)[0];
  if (found) return found;
  const [one, other] = [a, b].map((id) => story.articles.find((article) => article.id === id));
  return one && other ? { a: one, b: other, ab: 0, ba: 0, words: 0, first: "" } : null;
}

/** A shared passage of a pair with its mark on either side, and its number in reading order of the first article. */
export interface Shared {
  passage: PassageRecord;
  a: number;
  b: number;
  number: number;
}

/** The passages that a pair shares, numbered as they come in its first article. */
export function sharedOf(story: Story, pair: Pair): Shared[] {
  const order = new Map(marksInOrder(pair.a).map((mark, at) => [mark, at]));
  const found = story.passages.flatMap((passage) => {
    const { a, b, mark_a, mark_b } = passage;
    if (a === pair.a.id && b === pair.b.id) return [{ passage, a: mark_a, b: mark_b }];
    if (a === pair.b.id && b === pair.a.id) return [{ passage, a: mark_b, b: mark_a }];
    return [];
  });
  found.sort((one, other) => (order.get(one.a) ?? 0) - (order.get(other.a) ?? 0));
  return found.map((shared, at) => ({ ...shared, number: at + 1 }));
}

function marksInOrder(article: ArticleRecord): number[] {
  const marks = article.blocks.flatMap(({ segments }) => segments.flatMap((segment) => segment.marks));
  return [...new Set(marks)];
}

/** How much of the strong colour a share gets, 0 to 1: none for nothing, and even a little is seen. */
export function strength(share: number): number {
  return share <= 0 ? 0 : 0.1 + 0.9 * Math.min(share, 1);
}
