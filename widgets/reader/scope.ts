// What the reader steps through: every mark of the article, or only those of what another view selected.
import type { Labels, Selection, Story } from "../core/contract.ts";
import { formatNumber } from "../core/labels.ts";

export interface Scope {
  /** What is being followed, in words; text of the corpus. */
  name: string;
  /** Positions in `story.marks`, article by article. */
  marks: number[];
}

/** The scope that a selection sets, or null where it names nothing that has several marks. */
export function scopeOf(story: Story, selection: Selection): Scope | null {
  if (selection.passage !== null) return passageScope(story, selection.passage);
  if (selection.pair !== null) return pairScope(story, selection.pair);
  if (selection.entity !== null) return entityScope(story, selection.entity);
  return null;
}

/** Where in a scope a mark stands, as "3 / 12". */
export function position(labels: Labels, marks: number[], current: number): string {
  const at = marks.indexOf(current);
  return `${at < 0 ? "–" : formatNumber(labels, at + 1)} / ${formatNumber(labels, marks.length)}`;
}

/** The mark to go to from the current one, around the end; the first or last where none is current. */
export function neighbour(marks: number[], current: number, by: 1 | -1): number | undefined {
  const at = marks.indexOf(current);
  if (at < 0) return by > 0 ? marks[0] : marks.at(-1);
  return marks[(at + by + marks.length) % marks.length];
}

function entityScope(story: Story, id: string): Scope | null {
  const entity = story.entities.find((one) => one.id === id);
  return entity ? { name: entity.name, marks: entity.marks } : null;
}

function passageScope(story: Story, id: string): Scope | null {
  const passage = story.passages.find((one) => one.id === id);
  return passage ? { name: sourceNames(story, passage.a, passage.b), marks: [passage.mark_a, passage.mark_b] } : null;
}

function pairScope(story: Story, [a, b]: [string, string]): Scope | null {
  const sources = new Map(story.articles.map((article) => [article.id, article.source]));
  const isOf = (article: string, name: string) => article === name || sources.get(article) === name;
  const shared = story.passages.filter(
    (one) => (isOf(one.a, a) && isOf(one.b, b)) || (isOf(one.a, b) && isOf(one.b, a)),
  );
  if (shared.length === 0) return null;
  const marks = [...shared.map((one) => one.mark_a), ...shared.map((one) => one.mark_b)];
  return { name: sourceNames(story, a, b), marks };
}

function sourceNames(story: Story, a: string, b: string): string {
  const name = (id: string) => story.articles.find((article) => article.id === id)?.source ?? id;
  return `${name(a)} · ${name(b)}`;
}
