// The rows of the three lists: quotations, statements, and what counts as no quotation.
import type { LineageRecord, QuoteRecord, RejectedRecord, Story } from "../core/contract.ts";
import { articleOf, quoteOf } from "../core/story.ts";
import { type Filter, type Found, within } from "./filter.ts";
import { holds, sought } from "./search.ts";
import type { Mode } from "./state.ts";
import { dayOf } from "./table.ts";

/** A row: its key outlasts a correction of the story; `quote` is the quotation that a judgement is of. */
export interface Item {
  key: string;
  quote?: string;
  lineage?: LineageRecord;
  rejected?: RejectedRecord;
}

export function itemsOf(mode: Mode, story: Story, filter: Filter, found: Found): Item[] {
  if (mode === "statements") return statements(story, found);
  if (mode === "rejected") return rejected(story, filter);
  return found.rows.map((row) => story.quotes[row] as QuoteRecord).map(({ id }) => ({ key: id, quote: id }));
}

/** The statements of which a wording is left. */
function statements(story: Story, found: Found): Item[] {
  const left = new Set(found.rows.map((row) => story.quotes[row]?.lineage));
  return story.lineages.filter(({ id }) => left.has(id)).map((lineage) => ({ key: lineage.fullest, lineage }));
}

/** Of the facets only the outlet and the day can narrow what has no speaker. */
function rejected(story: Story, filter: Filter): Item[] {
  const words = sought(filter.query, story);
  const sources = filter.chosen.source;
  return story.rejected
    .filter(({ folded, source, article }) => {
      const day = dayOf(articleOf(story, article)?.published ?? "");
      return holds(folded, words) && (sources.size === 0 || sources.has(source)) && within(day, filter);
    })
    .map((one) => ({
      key: `${one.article}:${story.marks[one.mark]?.start}-${story.marks[one.mark]?.end}`,
      rejected: one,
    }));
}

const LETTERS = 8.2; // pixels, about, of a letter and of a line of text
const LINE = 31;

/** How high a row will be, about. */
export function guess(item: Item, story: Story, width: number, folded: ReadonlySet<string>): number {
  const lines = (letters: number) => Math.max(1, Math.ceil((letters * LETTERS) / Math.max(200, width - 40))) * LINE;
  const { lineage, rejected } = item;
  if (rejected) return 84 + lines(rejected.text.length + 120);
  if (lineage === undefined) return 72 + lines((quoteOf(story, item.quote ?? "")?.text.length ?? 80) + 110);
  if (folded.has(lineage.fullest)) return 120;
  const heights = lineage.wordings
    .slice(0, 12)
    .map(({ quote }) => 62 + lines(quoteOf(story, quote)?.text.length ?? 80));
  return 120 + heights.reduce((sum, height) => sum + height, 0);
}
