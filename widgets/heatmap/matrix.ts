// What stands in the cells: rows and columns by outlet or by article, in an order, with the shares that are not zero.
import type { ClusterRecord, Story } from "../core/contract.ts";
import { headline } from "../core/headline.ts";

export type By = "source" | "article";
export type Order = "name" | "date" | "cluster";
/** What is shared: words, or what they say. The two are never added up. */
export type Layer = "copied" | "reworded";
export const ORDERS: Order[] = ["date", "name", "cluster"];

export interface Cell {
  row: number;
  column: number;
}

/** A row and the column of the same name; `number` is its place, which stands where a name does not fit. */
export interface Line {
  key: string;
  /** The outlet. */
  source: string;
  /** The headline, empty by source. */
  title: string;
  /** ISO, of an outlet that of its first article; empty where it is not known. */
  published: string;
  number: number;
}

export interface Filled extends Cell {
  share: number;
}

export interface Matrix {
  by: By;
  layer: Layer;
  order: Order;
  lines: Line[];
  /** How many there are, shown or not. */
  total: number;
  /** The lines that share with each other, as stretches [first, end); only in the order by cluster. */
  groups: [number, number][];
  /** The cells that are not zero. */
  filled: Filled[];
  /** The share of the row found in the column; null on the diagonal. */
  share(cell: Cell): number | null;
}

export interface Choice {
  by: By;
  layer: Layer;
  order: Order;
  /** How many lines to show: those that share most. */
  limit: number;
  /** Lines to show in any case, by key. */
  also: ReadonlySet<string>;
  /** Of the labels, for the order by name. */
  language: string;
}

interface Candidate extends Omit<Line, "number"> {
  /** Its position in the story. */
  at: number;
}

/** The matrix of a story; of very many lines those that share most. */
export function matrix(story: Story, choice: Choice): Matrix {
  const { by, layer, order } = choice;
  const all = by === "source" ? sourceLines(story) : articleLines(story);
  const kept = ordered(story, most(all, totals(story, choice), choice), choice);
  const lines = kept.map(({ key, source, title, published }, at) => ({
    key,
    source,
    title,
    published,
    number: at + 1,
  }));
  const filled = by === "source" ? sourceCells(story, kept, layer) : articleCells(story, kept, layer);
  const known = new Map(filled.map(({ row, column, share }) => [row * lines.length + column, share]));
  const clusters = order === "cluster" ? clustersOf(story, by) : null;
  return {
    by,
    layer,
    order,
    lines,
    total: all.length,
    groups: clusters ? groups(clusters, new Set(kept.map(({ at }) => at))) : [],
    filled,
    share: ({ row, column }) => (row === column ? null : (known.get(row * lines.length + column) ?? 0)),
  };
}

/** The line with a key, or -1. */
export function lineAt({ lines }: Matrix, key: string): number {
  return lines.findIndex((line) => line.key === key);
}

function most(all: Candidate[], totals: Map<string, number>, { limit, also }: Choice): Candidate[] {
  if (all.length <= limit) return all;
  const rank = [...all].sort((a, b) => (totals.get(b.key) ?? 0) - (totals.get(a.key) ?? 0) || a.at - b.at);
  const kept = new Set([...rank.slice(0, limit), ...all.filter(({ key }) => also.has(key))]);
  return all.filter((line) => kept.has(line));
}

function ordered(story: Story, lines: Candidate[], { by, order, language }: Choice): Candidate[] {
  if (order === "name") {
    const { compare } = new Intl.Collator(language, { numeric: true });
    return lines.sort((a, b) => compare(a.source, b.source) || compare(a.title, b.title) || a.at - b.at);
  }
  if (order === "date") return lines.sort((a, b) => byDate(a, b) || a.at - b.at);
  const rank = new Map(clustersOf(story, by).order.map((at, place) => [at, place]));
  return lines.sort((a, b) => (rank.get(a.at) ?? a.at) - (rank.get(b.at) ?? b.at));
}

/** Earlier first; what has no date last. */
function byDate(a: Candidate, b: Candidate): number {
  if (a.published === b.published) return 0;
  if (!a.published || !b.published) return a.published ? -1 : 1;
  return a.published < b.published ? -1 : 1;
}

function clustersOf(story: Story, by: By): ClusterRecord {
  return by === "source" ? story.shares.source_clusters : story.shares.article_clusters;
}

/** The groups of more than one, counted in the lines that are shown. */
function groups({ order, sizes }: ClusterRecord, shown: ReadonlySet<number>): [number, number][] {
  const found: [number, number][] = [];
  let [place, line] = [0, 0];
  for (const size of sizes) {
    const here = order.slice(place, place + size).filter((at) => shown.has(at)).length;
    if (here > 1) found.push([line, line + here]);
    place += size;
    line += here;
  }
  return found;
}

/** How much each line shares with all others, both ways. */
function totals(story: Story, { by, layer }: Choice): Map<string, number> {
  const found = new Map<string, number>();
  const add = (key: string, share: number) => found.set(key, (found.get(key) ?? 0) + share);
  if (by === "article") {
    for (const { a, b, a_in_b, b_in_a } of shared(story, layer)) for (const id of [a, b]) add(id, a_in_b + b_in_a);
    return found;
  }
  for (const [row, shares] of square(story, layer).entries()) {
    for (const [column, share] of shares.entries()) {
      for (const at of [row, column]) add(story.sources[at] ?? "", share ?? 0);
    }
  }
  return found;
}

/** The shares by source. */
function square({ shares }: Story, layer: Layer): (number | null)[][] {
  return layer === "copied" ? shares.source : shares.reworded;
}

/** The pairs of articles with the shares of both. */
function shared(story: Story, layer: Layer): { a: string; b: string; a_in_b: number; b_in_a: number }[] {
  return layer === "copied" ? story.pairs : story.reworded_pairs;
}

function sourceCells(story: Story, kept: Candidate[], layer: Layer): Filled[] {
  const shares = square(story, layer);
  return kept.flatMap((one, row) =>
    kept.flatMap((other, column) => {
      const share = shares[one.at]?.[other.at] ?? 0;
      return share > 0 && row !== column ? [{ row, column, share }] : [];
    }),
  );
}

/** Articles share nothing, but for the pairs that do. */
function articleCells(story: Story, kept: Candidate[], layer: Layer): Filled[] {
  const places = new Map(kept.map(({ key }, place) => [key, place]));
  const cells: Filled[] = [];
  for (const pair of shared(story, layer)) {
    const [row, column] = [places.get(pair.a), places.get(pair.b)];
    if (row === undefined || column === undefined) continue;
    if (pair.a_in_b > 0) cells.push({ row, column, share: pair.a_in_b });
    if (pair.b_in_a > 0) cells.push({ row: column, column: row, share: pair.b_in_a });
  }
  return cells;
}

function sourceLines(story: Story): Candidate[] {
  const first = new Map<string, string>();
  for (const { source, published } of story.articles) {
    const known = first.get(source);
    if (published && (!known || published < known)) first.set(source, published);
  }
  return story.sources.map((source, at) => {
    return { key: source, source, title: "", published: first.get(source) ?? "", at };
  });
}

function articleLines(story: Story): Candidate[] {
  return story.articles.map((article, at) => {
    const { id, source, published } = article;
    return { key: id, source, title: headline(article), published, at };
  });
}
