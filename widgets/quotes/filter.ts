// Which quotations a search and its facets leave, and how many each other choice would: one pass over the columns.
import type { Story } from "../core/contract.ts";
import { sought } from "./search.ts";
import { type Column, FACETS, type Facet, type Table, UNDATED } from "./table.ts";
import { Vocabulary } from "./vocabulary.ts";

export interface Filter {
  query: string;
  /** For each facet the values of which one is wanted; none: all. */
  chosen: Record<Facet, Set<string>>;
  /** The first and the last day wanted; null: no bound. */
  from: number | null;
  to: number | null;
  /** Only what the coder of this name has not judged; empty: nobody has. Null: all. */
  open: string | null;
}

export interface Found {
  /** The positions of the quotations that are left. */
  rows: number[];
  /** How many quotations have each value of a facet, as the other filters leave them. */
  counts: Record<Facet, Int32Array>;
  /** The same by day; what has no date is counted apart. */
  days: Map<number, number>;
}

export function noFilter(): Filter {
  const chosen = Object.fromEntries(FACETS.map((facet) => [facet, new Set<string>()])) as Filter["chosen"];
  return { query: "", chosen, from: null, to: null, open: null };
}

/** Whether anything is narrowed. */
export function narrowed(filter: Filter): boolean {
  return filter.query.trim() !== "" || chips(filter) > 0;
}

/** How many filters there are besides the search. */
export function chips(filter: Filter): number {
  const values = FACETS.reduce((sum, facet) => sum + filter.chosen[facet].size, 0);
  return values + Number(filter.from !== null || filter.to !== null) + Number(filter.open !== null);
}

/** Which quotations hold the query: kept for as long as the query stays. */
export class Search {
  #query = "";
  #held: Uint8Array;
  #vocabulary: Vocabulary | null = null;

  constructor(
    readonly story: Story,
    readonly table: Table,
  ) {
    this.#held = new Uint8Array(table.quotes.length).fill(1);
  }

  /** Reads all words, so that the first key typed need not wait for it. */
  prepare(): Vocabulary {
    this.#vocabulary ??= new Vocabulary(this.table.quotes.map(({ folded }) => folded));
    return this.#vocabulary;
  }

  held(query: string): Uint8Array {
    if (query === this.#query) return this.#held;
    const words = sought(query, this.story);
    this.#held = words.length > 0 ? this.prepare().holding(words) : this.#held.slice().fill(1);
    this.#query = query;
    return this.#held;
  }
}

const DAYS = 1 << FACETS.length;

/** What a filter leaves. A quotation that fails in one facet alone counts there, and nowhere else. */
export function find(search: Search, filter: Filter): Found {
  const { table } = search;
  const held = search.held(filter.query);
  const wanted = FACETS.map((facet) => wantedCodes(table, filter, facet));
  const columns = FACETS.map((facet) => table.columns[facet]);
  const counts = columns.map(({ values }) => new Int32Array(values.length));
  const found: Found = { rows: [], counts: byFacet(counts), days: new Map() };
  const days = found.days;
  for (let row = 0; row < table.quotes.length; row++) {
    if (!held[row] || !isOpen(table, row, filter.open)) continue;
    const day = table.days[row] ?? UNDATED;
    const failed = failures(columns, wanted, row) | (within(day, filter) ? 0 : DAYS);
    if (failed === 0) found.rows.push(row);
    if (failed === 0 || failed === DAYS) days.set(day, (days.get(day) ?? 0) + 1);
    if (failed < DAYS) count(columns, counts, row, failed);
  }
  return found;
}

/** The facets that a quotation fails in, as bits. */
function failures(columns: Column[], wanted: Uint8Array[], row: number): number {
  let failed = 0;
  for (let at = 0; at < columns.length; at++) {
    if (!wanted[at]?.[columns[at]?.codes[row] ?? 0]) failed |= 1 << at;
  }
  return failed;
}

function count(columns: Column[], counts: Int32Array[], row: number, failed: number): void {
  for (let at = 0; at < columns.length; at++) {
    const sums = counts[at];
    const code = columns[at]?.codes[row] ?? 0;
    if (sums !== undefined && (failed === 0 || failed === 1 << at)) sums[code] = (sums[code] ?? 0) + 1;
  }
}

function byFacet(counts: Int32Array[]): Found["counts"] {
  return Object.fromEntries(FACETS.map((facet, at) => [facet, counts[at]])) as Found["counts"];
}

/** For each value of a facet whether it is wanted. */
function wantedCodes(table: Table, filter: Filter, facet: Facet): Uint8Array {
  const chosen = filter.chosen[facet];
  return Uint8Array.from(table.columns[facet].values, (value) => Number(chosen.size === 0 || chosen.has(value)));
}

export function within(day: number, { from, to }: Filter): boolean {
  if (from === null && to === null) return true;
  return day !== UNDATED && (from === null || day >= from) && (to === null || day <= to);
}

function isOpen(table: Table, row: number, open: string | null): boolean {
  const coders = table.quotes[row]?.coders ?? [];
  if (open === null) return true;
  return open === "" ? coders.length === 0 : !coders.includes(open);
}
