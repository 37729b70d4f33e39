// What is selected, in words: the name or the quotation, and the article that it is seen in.
import type { Labels, Selection, Story } from "../core/contract.ts";
import { headline } from "../core/headline.ts";
import { labelText } from "../core/labels.ts";
import { articleOf, betweenOf, entityOf, quoteOf } from "../core/story.ts";

export interface Crumb {
  /** What it is, for its colour: entity, quote, passage, pair, article. */
  kind: string;
  name: string;
  /** What is let go of with it. */
  clears: Partial<Selection>;
}

/** The parts of a selection, the thing first, then where it stands. */
export function crumbs(story: Story, labels: Labels, selection: Selection): Crumb[] {
  const thing = thingOf(story, labels, selection);
  const article = selection.article === null ? undefined : articleOf(story, selection.article);
  if (article === undefined) return thing === null ? [] : [thing];
  const { source } = article;
  const name =
    thing === null ? `${source} · ${headline(article)}` : labelText(labels, "workbench", "in_article", { source });
  const place = { kind: "article", name, clears: { article: null, mark: null } };
  return thing === null ? [place] : [thing, place];
}

function thingOf(story: Story, labels: Labels, { entity, quote, passage, pair, source }: Selection): Crumb | null {
  const named = (id: string) => articleOf(story, id)?.source ?? id;
  if (quote !== null)
    return { kind: "quote", name: quoteName(story, labels, quote), clears: { quote: null, mark: null } };
  if (passage !== null) {
    const found = betweenOf(story, passage);
    const name = found === undefined ? passage : `${named(found.a)} · ${named(found.b)}`;
    return { kind: "passage", name, clears: { passage: null, mark: null } };
  }
  if (pair !== null) return { kind: "pair", name: pair.map(named).join(" · "), clears: { pair: null, mark: null } };
  if (entity !== null) {
    return { kind: "entity", name: entityOf(story, entity)?.name ?? entity, clears: { entity: null, mark: null } };
  }
  return source === null ? null : { kind: "source", name: source, clears: { source: null } };
}

function quoteName(story: Story, labels: Labels, id: string): string {
  const quote = quoteOf(story, id);
  if (quote === undefined) return id;
  return `${quote.speaker_name || labelText(labels, "messages", "no_speaker")}: ${quote.text}`;
}
