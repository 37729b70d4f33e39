// The rows of the three lists: quotations, statements, and what counts as no quotation.
import type { LineageRecord, RejectedRecord, Story } from "../core/contract.ts";
import { articleOf, quoteOf } from "../core/story.ts";
import { type Filter, type Found, within } from "./filter.ts";
import { holds, sought } from "./search.ts";
import type { Mode } from "./state.ts";
import { dayOf } from "./table.ts";
import type { Row } from "./virtual.ts";

/** A row: its key outlasts a correction of the story; `quote` is the quotation that a judgement is of. */
export interface Item extends Row {
  quote?: string;
  lineage?: LineageRecord;
  rejected?: RejectedRecord;
}

/** The rows of a story, made once: with each its height is kept. */
export class Items {
  readonly #story: Story;
  readonly #quotes: Item[];
  readonly #statements: Item[];
  readonly #rejected: (Item & { rejected: RejectedRecord })[];

  constructor(story: Story) {
    this.#story = story;
    this.#quotes = story.quotes.map(({ id }) => ({ key: id, quote: id }));
    this.#statements = story.lineages.map((lineage) => ({ key: lineage.fullest, lineage }));
    this.#rejected = story.rejected.map((one) => ({ key: story.marks[one.mark]?.id ?? "", rejected: one }));
  }

  of(mode: Mode, filter: Filter, found: Found): Item[] {
    if (mode === "statements") return this.#left(found);
    if (mode === "rejected") return this.#leftOut(filter);
    return found.rows.map((row) => this.#quotes[row] as Item);
  }

  /** The statements of which a wording is left. */
  #left(found: Found): Item[] {
    const left = new Set(found.rows.map((row) => this.#story.quotes[row]?.lineage));
    return this.#statements.filter(({ lineage }) => left.has(lineage?.id));
  }

  /** Of the facets only the outlet and the day can narrow what has no speaker. */
  #leftOut(filter: Filter): Item[] {
    const words = sought(filter.query, this.#story);
    const sources = filter.chosen.source;
    return this.#rejected.filter(({ rejected: { folded, source, article } }) => {
      const day = dayOf(articleOf(this.#story, article)?.published ?? "");
      return holds(folded, words) && (sources.size === 0 || sources.has(source)) && within(day, filter);
    });
  }
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
  const heights = lineage.wordings.slice(0, 5).map(({ quote }) => 62 + lines(quoteOf(story, quote)?.text.length ?? 80));
  return 120 + heights.reduce((sum, height) => sum + height, 0);
}
