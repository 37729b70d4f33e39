// Articles, arrows and statements as the evidence tray takes them: with the spans that show them.
import type { Context } from "../core/context.ts";
import type { ArticleRecord, QuoteRecord, Story } from "../core/contract.ts";
import { headline } from "../core/headline.ts";
import { placed, spansOf } from "../core/pinning.ts";
import { articleOf } from "../core/story.ts";
import type { Point } from "./model.ts";
import { towards } from "./words.ts";

/** Pins an article by the span of its title. */
export function pinArticle({ story, tray }: Context, { article, moment }: Point, facts: string): void {
  const spans = [
    placed(story, article.id, { start: moment.head_start, end: moment.head_end, text: headText(article) }),
  ];
  const name = `${article.source}: ${headline(article)}`;
  tray.pin(story, { kind: "article", name, facts, spans, selection: { article: article.id } });
}

/** Pins two articles by the passages that they share. */
export function pinPair({ story, tray, labels }: Context, pair: [string, string], facts: string): void {
  const spans = spansOf(story, sharedMarks(story, pair));
  const name = pair.map((id) => articleOf(story, id)?.source ?? id).join(towards(labels));
  tray.pin(story, { kind: "pair", name, facts, spans, selection: { pair } });
}

/** Pins a statement by all its wordings. */
export function pinStatement({ story, tray }: Context, quotes: QuoteRecord[], name: string, facts: string): void {
  const spans = spansOf(
    story,
    quotes.map(({ mark }) => mark),
  );
  tray.pin(story, { kind: "lineage", name, facts, spans, selection: { quote: quotes[0]?.id ?? null } });
}

/** The marks of the passages that two articles share, first those in the first. */
export function sharedMarks(story: Story, [first, later]: [string, string]): number[] {
  const shared = story.passages.filter(({ a, b }) => (a === first && b === later) || (a === later && b === first));
  const own = (id: string) => shared.map(({ a, mark_a, mark_b }) => (a === id ? mark_a : mark_b));
  return [...own(first), ...own(later)];
}

/** The text of the block that Python gives as the head: the title, else the body's first, else the page's first. */
function headText({ blocks }: ArticleRecord): string {
  const block = blocks.find(({ kind }) => kind === "title") ?? blocks.find(({ kind }) => kind === "body") ?? blocks[0];
  return (block?.segments ?? []).map(({ text }) => text).join("");
}
