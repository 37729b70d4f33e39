// From what is selected to a finding: its kind, its name, its facts, and the words with where they stand.
import type { Context } from "./context.ts";
import type {
  FindingRecord,
  Labels,
  MarkRecord,
  PassageRecord,
  RewordedRecord,
  Selection,
  SpanRecord,
  Story,
} from "./contract.ts";
import { EMPTY_SELECTION } from "./contract.ts";
import { headline } from "./headline.ts";
import { formatDate, formatNumber, formatShare, labelText } from "./labels.ts";
import { picking, same } from "./store.ts";
import { articleOf, betweenOf, entityOf, markIndex, quoteOf } from "./story.ts";
import type { Pinned, Tray } from "./tray.ts";

/** How many spans one finding holds: a name may stand in ten thousand places. */
export const MOST_SPANS = 40;

type Told = Pick<Context, "story" | "labels">;

/** What is selected as something to pin; null where nothing is selected. */
export function pinnedOf(told: Told, selection: Selection): Pinned | null {
  const mark = markOf(told.story, selection.mark);
  const quote = selection.quote ?? (isQuoted(mark) ? mark.ref : null);
  const { passage, pair, entity, article } = selection;
  if (mark?.layer === "entity" && quote === null) return mention(told, mark);
  if (quote !== null) return quotation(told, quote);
  if (passage !== null) return shared(told, passage);
  if (pair !== null) return twoTexts(told, pair);
  if (entity !== null) return named(told, entity);
  return article === null ? null : page(told, article);
}

/** Pins what is selected; tells also whether it was in the tray already, and then pins nothing. */
export function pinSelection(context: Context): { pinned: Pinned; already: boolean } | null {
  const pinned = pinnedOf(context, context.store.get());
  if (pinned === null) return null;
  const already = there(context.tray, context.story, pinned) !== undefined;
  if (!already) context.tray.pin(context.story, pinned);
  return { pinned, already };
}

/** The finding in the tray that holds the same words for the same reason. */
export function there(tray: Tray, story: Story, pinned: Pinned): FindingRecord | undefined {
  const places = (spans: SpanRecord[]) => spans.map(({ article, start, end }) => [article, start, end]);
  return tray.findings.find(
    (one) =>
      one.corpus === story.digest &&
      one.kind === pinned.kind &&
      one.name === pinned.name &&
      same(places(one.spans), places(pinned.spans)),
  );
}

/** Where a finding leads to in this story: what was selected, else its words, else its article; null: nowhere. */
export function leadingBack(story: Story, finding: FindingRecord): Partial<Selection> | null {
  if (finding.corpus === story.digest && known(story, finding.selection)) {
    return { ...EMPTY_SELECTION, ...finding.selection };
  }
  for (const span of finding.spans) {
    const article = articleOf(story, span.article);
    if (article?.source !== span.source) continue;
    const mark = story.marks.findIndex(
      (one) => one.article === span.article && one.start === span.start && one.end === span.end,
    );
    return { ...EMPTY_SELECTION, article: article.id, ...(mark < 0 ? {} : picking(story, mark)) };
  }
  return null;
}

/** The words of a mark and where they stand. */
export function spanOf(story: Story, mark: MarkRecord): SpanRecord {
  return placed(story, mark.article, mark);
}

/** The spans that some marks stand for, by their positions in the story. */
export function spansOf(story: Story, marks: number[]): SpanRecord[] {
  return marks.flatMap((position) => {
    const mark = story.marks[position];
    return mark === undefined ? [] : [spanOf(story, mark)];
  });
}

/** Some words of an article, with what is known of it. */
export function placed(story: Story, id: string, words: Pick<SpanRecord, "start" | "end" | "text">): SpanRecord {
  const found = articleOf(story, id);
  const { source = "", title = "", published = "", url = "", language = "", direction = "auto" } = found ?? {};
  const { start, end, text } = words;
  return { article: id, source, title, published, url, language, direction, start, end, text };
}

function mention({ story, labels }: Told, mark: MarkRecord): Pinned {
  const entity = entityOf(story, mark.ref);
  const facts = joined([labels.sections["types"]?.[mark.type], articleOf(story, mark.article)?.source]);
  const selection = { article: mark.article, mark: mark.id, entity: mark.ref };
  return { kind: "span", name: entity?.name ?? mark.text, facts, spans: [spanOf(story, mark)], selection };
}

function quotation({ story, labels }: Told, id: string): Pinned | null {
  const quote = quoteOf(story, id);
  const mark = story.marks[quote?.mark ?? -1];
  if (quote === undefined || mark === undefined) return null;
  const parts = [`s:${id}`, `c:${id}`].map((part) => markOf(story, part)).filter((part) => part !== undefined);
  const { sections } = labels;
  const kind = sections["kinds"]?.[quote.kind];
  const stance = sections["stances"]?.[quote.stance];
  const name = quote.speaker_name || labelText(labels, "messages", "no_speaker");
  return {
    kind: "quote",
    name,
    facts: joined([kind, quote.cue, stance]),
    spans: [mark, ...parts].map((part) => spanOf(story, part)),
    selection: { article: mark.article, mark: mark.id, quote: id },
  };
}

function shared({ story, labels }: Told, id: string): Pinned | null {
  const passage = betweenOf(story, id);
  if (passage === undefined) return null;
  const facts =
    "words" in passage
      ? labelText(labels, "messages", "shared_words_n", { n: passage.words })
      : labelText(labels, "heatmap", "likely_same", { share: formatShare(labels, passage.score) });
  return {
    kind: "words" in passage ? "passage" : "reworded",
    name: joined([passage.a, passage.b].map((article) => articleOf(story, article)?.source)),
    facts: plain(facts),
    spans: sides(story, [passage]),
    selection: { passage: id, article: passage.a, mark: story.marks[passage.mark_a]?.id ?? null },
  };
}

function twoTexts({ story, labels }: Told, pair: [string, string]): Pinned {
  const [a, b] = pair;
  const isOf = (article: string, name: string) => article === name || articleOf(story, article)?.source === name;
  const passages = story.passages.filter(
    (one) => (isOf(one.a, a) && isOf(one.b, b)) || (isOf(one.a, b) && isOf(one.b, a)),
  );
  const spans = sides(story, passages);
  const found = pairName(story, a, b);
  return {
    kind: "pair",
    name: found,
    facts: joined([shareFacts({ story, labels }, a, b), counted(labels, "passages_n", passages.length)]),
    spans: spans.length > 0 ? spans.slice(0, MOST_SPANS) : pair.flatMap((name) => whole(story, name)),
    selection: { pair },
  };
}

function pairName(story: Story, a: string, b: string): string {
  const [one, other] = [articleOf(story, a), articleOf(story, b)];
  if (one === undefined || other === undefined || one.source !== other.source) {
    return joined([one?.source ?? a, other?.source ?? b]);
  }
  return joined([headline(one), headline(other)]);
}

function shareFacts({ story, labels }: Told, a: string, b: string): string {
  const row = story.pairs.find((one) => (one.a === a && one.b === b) || (one.a === b && one.b === a));
  const [from, to] = [story.sources.indexOf(a), story.sources.indexOf(b)];
  const share = row === undefined ? story.shares.source[from]?.[to] : row.a === a ? row.a_in_b : row.b_in_a;
  if (share === undefined || share === null) return "";
  const name = (id: string) => articleOf(story, id)?.source ?? id;
  // a sentence with names in it keeps its isolates: without them a name that begins with a digit turns it round
  return labelText(labels, "messages", "share_of", { share: formatShare(labels, share), a: name(a), b: name(b) });
}

function named({ story, labels }: Told, id: string): Pinned | null {
  const entity = entityOf(story, id);
  if (entity === undefined) return null;
  const facts = [
    labels.sections["types"]?.[entity.type],
    counted(labels, "mentions_n", entity.mentions),
    counted(labels, "articles_n", entity.articles),
  ];
  const spans = spansOf(story, entity.marks.slice(0, MOST_SPANS));
  return { kind: "entity", name: entity.name, facts: joined(facts), spans, selection: { entity: id } };
}

function page({ story, labels }: Told, id: string): Pinned | null {
  const article = articleOf(story, id);
  if (article === undefined) return null;
  const date = article.published && plain(formatDate(labels, article.published));
  const facts = joined([article.source, date, counted(labels, "words_n", article.words)]);
  return { kind: "article", name: headline(article), facts, spans: whole(story, id), selection: { article: id } };
}

/** An article as a whole: no words of it, which only stand in Python with their offsets. */
function whole(story: Story, id: string): SpanRecord[] {
  return articleOf(story, id) === undefined ? [] : [placed(story, id, { start: 0, end: 0, text: "" })];
}

function sides(story: Story, passages: (PassageRecord | RewordedRecord)[]): SpanRecord[] {
  return passages.flatMap(({ mark_a, mark_b }) => spansOf(story, [mark_a, mark_b]));
}

function markOf(story: Story, id: string | null): MarkRecord | undefined {
  return id === null ? undefined : story.marks[markIndex(story).get(id) ?? -1];
}

function isQuoted(mark: MarkRecord | undefined): mark is MarkRecord {
  return mark !== undefined && ["quote", "speaker", "cue"].includes(mark.layer);
}

/** Whether all that a selection names is in the story: a correction may have taken a name or a quotation out. */
function known(story: Story, { article, mark, entity, quote, passage }: Selection): boolean {
  return (
    (article === null || articleOf(story, article) !== undefined) &&
    (mark === null || markIndex(story).has(mark)) &&
    (entity === null || entityOf(story, entity) !== undefined) &&
    (quote === null || quoteOf(story, quote) !== undefined) &&
    (passage === null || betweenOf(story, passage) !== undefined)
  );
}

function counted(labels: Labels, key: string, n: number): string {
  return plain(labelText(labels, "messages", key, { n: formatNumber(labels, n) }));
}

function joined(parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(" · ");
}

/** Without the characters that isolate a value in a line: they would travel into files and frames. */
function plain(text: string): string {
  return text.replace(/[\u2066-\u2069]/gu, "");
}
