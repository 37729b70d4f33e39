// Which quotations a search and its facets leave.
import type { Labels, QuoteRecord, Story } from "../core/contract.ts";
import { matches, queryWords } from "../core/fold.ts";
import { labelText } from "../core/labels.ts";

export const FACETS = ["speaker", "source", "kind", "stance"] as const;
export type Facet = (typeof FACETS)[number];

export interface Filter {
  query: string;
  chosen: Partial<Record<Facet, string>>;
}

/** What a facet can be set to: its value, its name, and how many quotations have it; most frequent first. */
export interface Choice {
  value: string;
  name: string;
  count: number;
}

/** The quotations that hold every word of the query and have every chosen value, in the story's order. */
export function filtered(story: Story, { query, chosen }: Filter): QuoteRecord[] {
  const words = queryWords(query, story.fold);
  const facets = FACETS.filter((facet) => chosen[facet]);
  return story.quotes.filter(
    (quote) => facets.every((facet) => facetValue(quote, facet) === chosen[facet]) && matches(quote.folded, words),
  );
}

/** The choices of a facet. */
export function choices(story: Story, labels: Labels, facet: Facet): Choice[] {
  const found = new Map<string, Choice>();
  for (const quote of story.quotes) {
    const value = facetValue(quote, facet);
    const choice = found.get(value) ?? { value, name: nameOf(quote, facet, labels), count: 0 };
    choice.count += 1;
    found.set(value, choice);
  }
  return [...found.values()].sort((one, other) => other.count - one.count);
}

/** The value of a quotation in a facet; speakers that are no entity are told apart by their words. */
export function facetValue(quote: QuoteRecord, facet: Facet): string {
  return facet === "speaker" ? quote.speaker || `?${quote.speaker_name}` : quote[facet];
}

function nameOf(quote: QuoteRecord, facet: Facet, labels: Labels): string {
  if (facet === "speaker") return quote.speaker_name || labelText(labels, "messages", "no_speaker");
  if (facet === "source") return quote.source;
  return labelText(labels, facet === "kind" ? "kinds" : "stances", quote[facet]);
}
