// Finding the records of a story by their ids: one index each, made when it is first needed.
import type { ArticleRecord, EntityRecord, PassageRecord, QuoteRecord, RewordedRecord, Story } from "./contract.ts";

interface Indexes {
  marks?: Map<string, number>;
  articles?: Map<string, ArticleRecord>;
  entities?: Map<string, EntityRecord>;
  quotes?: Map<string, QuoteRecord>;
  passages?: Map<string, PassageRecord>;
  reworded?: Map<string, RewordedRecord>;
}

const made = new WeakMap<Story, Indexes>();

function of(story: Story): Indexes {
  let indexes = made.get(story);
  if (indexes === undefined) {
    indexes = {};
    made.set(story, indexes);
  }
  return indexes;
}

/** The position of each mark by its id. */
export function markIndex(story: Story): Map<string, number> {
  const indexes = of(story);
  indexes.marks ??= new Map(story.marks.map((mark, position) => [mark.id, position]));
  return indexes.marks;
}

/** The article with an id. */
export function articleOf(story: Story, id: string): ArticleRecord | undefined {
  const indexes = of(story);
  indexes.articles ??= byId(story.articles);
  return indexes.articles.get(id);
}

/** The entity with an id. */
export function entityOf(story: Story, id: string): EntityRecord | undefined {
  const indexes = of(story);
  indexes.entities ??= byId(story.entities);
  return indexes.entities.get(id);
}

/** The quotation with an id. */
export function quoteOf(story: Story, id: string): QuoteRecord | undefined {
  const indexes = of(story);
  indexes.quotes ??= byId(story.quotes);
  return indexes.quotes.get(id);
}

/** The passage with an id. */
export function passageOf(story: Story, id: string): PassageRecord | undefined {
  const indexes = of(story);
  indexes.passages ??= byId(story.passages);
  return indexes.passages.get(id);
}

/** Two sentences that say the same in other words, by their id. */
export function rewordedOf(story: Story, id: string): RewordedRecord | undefined {
  const indexes = of(story);
  indexes.reworded ??= byId(story.reworded);
  return indexes.reworded.get(id);
}

/** What two articles have in common, word for word or in other words. */
export function betweenOf(story: Story, id: string): PassageRecord | RewordedRecord | undefined {
  return passageOf(story, id) ?? rewordedOf(story, id);
}

function byId<T extends { id: string }>(records: T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}
