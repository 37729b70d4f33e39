// The quotations as columns of numbers, made once: a key typed is answered from these, never from the records.
import type { Labels, QuoteRecord, Story } from "../core/contract.ts";
import { labelText } from "../core/labels.ts";
import { articleOf } from "../core/story.ts";

export const FACETS = ["speaker", "source", "stance", "kind", "verdict"] as const;
export type Facet = (typeof FACETS)[number];

export const UNDATED = -1;
const DAY = 86_400_000;

/** The values of a facet, the most frequent first, and for each quotation the position of its value. */
export interface Column {
  values: string[];
  names: string[];
  totals: number[];
  codes: Int32Array;
}

export interface Table {
  quotes: QuoteRecord[];
  columns: Record<Facet, Column>;
  /** Days since 1970 of each quotation's article; UNDATED where it has no date. */
  days: Int32Array;
}

export function tableOf(story: Story, labels: Labels): Table {
  const { quotes } = story;
  const columns = Object.fromEntries(FACETS.map((facet) => [facet, columnOf(quotes, facet, labels)]));
  const days = Int32Array.from(quotes, (quote) => dayOf(articleOf(story, quote.article)?.published ?? ""));
  return { quotes, columns: columns as Table["columns"], days };
}

/** The day of an ISO date, counted from 1970. */
export function dayOf(iso: string): number {
  const time = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? UNDATED : time / DAY;
}

/** The ISO date of a day. */
export function isoOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The value of a quotation in a facet; speakers that are no entity are told apart by their words. */
export function facetValue(quote: QuoteRecord, facet: Facet): string {
  return facet === "speaker" ? quote.speaker || `?${quote.speaker_name}` : quote[facet];
}

function columnOf(quotes: QuoteRecord[], facet: Facet, labels: Labels): Column {
  const found = new Map<string, { name: string; total: number }>();
  for (const quote of quotes) {
    const value = facetValue(quote, facet);
    const known = found.get(value);
    if (known) known.total += 1;
    else found.set(value, { name: nameOf(quote, facet, labels), total: 1 });
  }
  const order = [...found].sort((one, other) => other[1].total - one[1].total);
  const codes = new Map(order.map(([value], code) => [value, code]));
  return {
    values: order.map(([value]) => value),
    names: order.map(([, { name }]) => name),
    totals: order.map(([, { total }]) => total),
    codes: Int32Array.from(quotes, (quote) => codes.get(facetValue(quote, facet)) ?? 0),
  };
}

function nameOf(quote: QuoteRecord, facet: Facet, labels: Labels): string {
  if (facet === "speaker") return quote.speaker_name || labelText(labels, "messages", "no_speaker");
  if (facet === "source") return quote.source;
  if (facet === "verdict") return verdictName(labels, quote.verdict);
  return labelText(labels, facet === "kind" ? "kinds" : "stances", quote[facet]);
}

export function verdictName(labels: Labels, verdict: string): string {
  return labelText(labels, "finder", verdict ? `verdict_${verdict}` : "verdict_none");
}
