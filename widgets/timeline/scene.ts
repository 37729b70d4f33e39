// What is shown at a time: which articles and arrows the filters leave, whose words are marked, and what is lit.
import type { CopyRecord, QuoteRecord, Selection, Story } from "../core/contract.ts";
import { entityOf, passageOf, quoteOf } from "../core/story.ts";
import type { Memory } from "./memory.ts";
import { type Model, type Point, titled } from "./model.ts";

/** So many arrows are drawn at most, those of most words. */
export const MOST_ARROWS = 80;

/** A quotation marked on an article; `rank` is its place in the order of publication, 0 where there is none. */
export interface Badge {
  quote: QuoteRecord;
  rank: number;
}

export interface Scene {
  /** In order of time. */
  points: Point[];
  badges: Map<string, Badge>;
  /** The statement that the badges are of, or empty. */
  lineage: string;
  arrows: CopyRecord[];
  /** How many arrows there would be. */
  allArrows: number;
  /** The articles in full colour; null for all. */
  lit: Set<string> | null;
  article: string | null;
  pair: [string, string] | null;
}

/** The value of a quotation's speaker in the menu; who is no entity is known by the words for him. */
export function speakerOf(quote: QuoteRecord): string {
  return quote.speaker || (quote.speaker_name ? `?${quote.speaker_name}` : "");
}

/** The scene that filters and selection make. */
export function sceneOf(story: Story, model: Model, memory: Memory, selection: Selection): Scene {
  const lineage = statementOf(story, model, memory, selection);
  const badges = memory.layers.quoted ? badgesOf(story, model, { memory, selection, lineage }) : new Map();
  const kept = titled(story, memory.query);
  const open = model.points.filter(
    ({ article }) => !memory.hidden.has(article.source) && (kept === null || kept.has(article.id)),
  );
  const there = new Set(open.map(({ article }) => article.id));
  const pair = pairOf(story, model, selection);
  const candidates = model.copies.filter(
    (copy) => drawn(copy, memory) && there.has(copy.first) && there.has(copy.later),
  );
  const lit = litBy(story, model, { selection, candidates, badges, pair });
  const arrows = strongest(candidates, lit, pair);
  const ends = new Set(arrows.flatMap(({ first, later }) => [first, later]));
  const points = memory.layers.published
    ? open
    : open.filter(({ article: { id } }) => badges.has(id) || ends.has(id) || id === selection.article);
  return { points, badges, lineage, arrows, allArrows: candidates.length, lit, article: selection.article, pair };
}

function drawn({ boilerplate }: CopyRecord, { layers }: Memory): boolean {
  return boilerplate ? layers.printed : layers.shared;
}

/** The statement chosen here, or that of the quotation selected anywhere. */
function statementOf(story: Story, model: Model, memory: Memory, selection: Selection): string {
  const quote = selection.quote === null ? undefined : quoteOf(story, selection.quote);
  const chosen = memory.lineage || (memory.speaker === "" ? (quote?.lineage ?? "") : "");
  return model.statements.has(chosen) ? chosen : "";
}

interface Chosen {
  memory: Memory;
  selection: Selection;
  lineage: string;
}

function badgesOf(story: Story, model: Model, { memory, selection, lineage }: Chosen): Map<string, Badge> {
  const badges = new Map<string, Badge>();
  const put = (quote: QuoteRecord | undefined, rank: number) => {
    if (quote !== undefined && !badges.has(quote.article)) badges.set(quote.article, { quote, rank });
  };
  const statement = model.statements.get(lineage);
  if (statement !== undefined) {
    statement.quotes.forEach((id, at) => {
      put(quoteOf(story, id), statement.ranks[at] ?? 0);
    });
  } else if (memory.speaker !== "") {
    for (const quote of story.quotes) if (speakerOf(quote) === memory.speaker) put(quote, 0);
  } else if (selection.quote !== null) {
    put(quoteOf(story, selection.quote), 0);
  }
  return badges;
}

/** The two articles that are selected, by themselves or by a passage that they share. */
function pairOf(story: Story, { byArticle }: Model, { pair, passage }: Selection): [string, string] | null {
  if (pair?.every((id) => byArticle.has(id))) return pair;
  const shared = passage === null ? undefined : passageOf(story, passage);
  return shared === undefined ? null : [shared.a, shared.b];
}

interface Given {
  selection: Selection;
  candidates: CopyRecord[];
  badges: Map<string, Badge>;
  pair: [string, string] | null;
}

function litBy(story: Story, model: Model, { selection, candidates, badges, pair }: Given): Set<string> | null {
  if (pair !== null) return new Set(pair);
  if (selection.pair !== null) return betweenOutlets(story, selection.pair);
  if (selection.quote !== null && badges.size > 0) return new Set(badges.keys());
  if (selection.entity !== null) {
    const marks = entityOf(story, selection.entity)?.marks ?? [];
    return new Set(marks.map((mark) => story.marks[mark]?.article ?? ""));
  }
  if (selection.source !== null) return ofOutlet(model, selection.source);
  if (badges.size > 0) return new Set(badges.keys());
  if (selection.article !== null) return around(selection.article, candidates);
  return null;
}

function around(article: string, candidates: CopyRecord[]): Set<string> {
  const own = candidates.filter(({ first, later }) => first === article || later === article);
  return new Set([article, ...own.flatMap(({ first, later }) => [first, later])]);
}

function ofOutlet({ points }: Model, source: string): Set<string> {
  return new Set(points.filter(({ article }) => article.source === source).map(({ article }) => article.id));
}

/** The articles of two outlets that share text with the other's. */
function betweenOutlets(story: Story, names: [string, string]): Set<string> {
  const sources = new Map(story.articles.map(({ id, source }) => [id, source]));
  const both = story.pairs.filter(({ a, b }) => {
    const found = [sources.get(a), sources.get(b)];
    return found.includes(names[0]) && found.includes(names[1]) && (names[0] === names[1]) === (found[0] === found[1]);
  });
  return new Set(both.flatMap(({ a, b }) => [a, b]));
}

/** Of many arrows those of most words; first those between what is lit, and the selected one whatever it has. */
function strongest(candidates: CopyRecord[], lit: Set<string> | null, pair: [string, string] | null): CopyRecord[] {
  if (candidates.length <= MOST_ARROWS) return candidates;
  const weight = ({ first, later, words }: CopyRecord) => {
    if (pair?.includes(first) && pair.includes(later)) return 2e9;
    return lit?.has(first) && lit.has(later) ? 1e9 + words : words;
  };
  return [...candidates].sort((one, other) => weight(other) - weight(one)).slice(0, MOST_ARROWS);
}
