// What the reader steps through: every mark of the article, or only those of what another view selected.
import type { ArticleRecord, Labels, Selection, Story } from "../core/contract.ts";
import { formatNumber } from "../core/labels.ts";
import { articleOf, entityOf, passageOf } from "../core/story.ts";
import { layerOf } from "./layers.ts";
import { steps } from "./page.ts";

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

export interface Stepping {
  scope: Scope | null;
  /** The layers that are on. */
  on: ReadonlySet<string>;
  /** "all", "entity" for names of any type, or one layer. */
  of: string;
}

/** The marks to step through: what is followed, or those of the open article in the chosen layers. */
export function stepsOf(story: Story, article: ArticleRecord, { scope, on, of }: Stepping): number[] {
  if (scope !== null) return scope.marks;
  const marks = steps(story, article, on);
  if (of === "all") return marks;
  return marks.filter((mark) => {
    const record = story.marks[mark];
    return record !== undefined && (of === "entity" ? record.layer === "entity" : layerOf(record) === of);
  });
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
  const entity = entityOf(story, id);
  return entity ? { name: entity.name, marks: entity.marks } : null;
}

function passageScope(story: Story, id: string): Scope | null {
  const passage = passageOf(story, id);
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
  const name = (id: string) => articleOf(story, id)?.source ?? id;
  return `${name(a)} · ${name(b)}`;
}
