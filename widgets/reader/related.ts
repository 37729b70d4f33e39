// What a mark is related to in other articles, by indexes made once for a story.
import type { QuoteRecord, Story } from "../core/contract.ts";
import { passageOf } from "../core/story.ts";

interface Indexes {
  lineages: Map<string, QuoteRecord[]>;
}

const made = new WeakMap<Story, Indexes>();

function of(story: Story): Indexes {
  let indexes = made.get(story);
  if (indexes === undefined) {
    const lineages = new Map<string, QuoteRecord[]>();
    for (const quote of story.quotes) {
      const there = lineages.get(quote.lineage);
      if (there === undefined) lineages.set(quote.lineage, [quote]);
      else there.push(quote);
    }
    indexes = { lineages };
    made.set(story, indexes);
  }
  return indexes;
}

/** The same statement elsewhere: the other quotations of its lineage. */
export function elsewhere(story: Story, quote: QuoteRecord): QuoteRecord[] {
  if (quote.lineage === "") return [];
  return (of(story).lineages.get(quote.lineage) ?? []).filter((one) => one !== quote);
}

/** The mark of a passage in its other article. */
export function otherEnd(story: Story, mark: number): number | undefined {
  const passage = passageOf(story, story.marks[mark]?.ref ?? "");
  if (passage === undefined) return undefined;
  return passage.mark_a === mark ? passage.mark_b : passage.mark_a;
}
