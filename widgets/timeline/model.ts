// A story as a timeline has it: the articles in order of time, the lanes of the outlets, and who shares and says what.
import type { ArticleRecord, CopyRecord, MomentRecord, QuoteRecord, StatementRecord, Story } from "../core/contract.ts";
import { fold, matches, queryWords } from "../core/fold.ts";
import { headline } from "../core/headline.ts";
import { articleOf } from "../core/story.ts";
import type { Range } from "./scale.ts";

const HOUR = 3_600_000;
/** The share of the articles that makes a period busy, and how many times it must fit into the whole time. */
const BUSY = 0.8;
const SMALL = 6;

/** An article in time, from `start` to `end` in milliseconds of UTC; both are NaN where it has no date. */
export interface Point {
  /** Its place in the order of time. */
  at: number;
  article: ArticleRecord;
  moment: MomentRecord;
  start: number;
  end: number;
  lane: number;
}

/** The articles of one outlet; or, in the last lane, those of all outlets that have no date. */
export interface Lane {
  source: string;
  points: Point[];
  undated: boolean;
}

export interface Model {
  points: Point[];
  byArticle: Map<string, Point>;
  lanes: Lane[];
  /** From the first to the last date, with some room; null where no article has one. */
  whole: Range | null;
  copies: CopyRecord[];
  copiesOf: Map<string, CopyRecord[]>;
  quotesOf: Map<string, QuoteRecord[]>;
  statements: Map<string, StatementRecord>;
}

/** The model of a story; lanes stand in the order in which the outlets published first. */
export function modelOf(story: Story): Model {
  const points: Point[] = [];
  const lanes: Lane[] = [];
  const laneOf = new Map<string, number>();
  for (const moment of story.when.moments) {
    const article = articleOf(story, moment.article);
    if (article === undefined) continue;
    const undated = moment.stated === "none";
    const key = undated ? "" : `=${article.source}`;
    if (!laneOf.has(key))
      laneOf.set(key, lanes.push({ source: undated ? "" : article.source, points: [], undated }) - 1);
    const lane = laneOf.get(key) as number;
    const [start, end] = [Date.parse(`${moment.start}Z`), Date.parse(`${moment.end}Z`)];
    const point = { at: points.length, article, moment, start, end, lane };
    points.push(point);
    lanes[lane]?.points.push(point);
  }
  return {
    points,
    byArticle: new Map(points.map((point) => [point.article.id, point])),
    lanes,
    whole: extent(points),
    copies: story.when.copies,
    copiesOf: grouped(story.when.copies, ({ first, later }) => [first, later]),
    quotesOf: grouped(story.quotes, ({ article }) => [article]),
    statements: new Map(story.when.statements.map((one) => [one.lineage, one])),
  };
}

function extent(points: Point[]): Range | null {
  const dated = points.filter(({ start }) => !Number.isNaN(start));
  const [first] = dated;
  if (first === undefined) return null;
  const last = dated.reduce((latest, { end }) => Math.max(latest, end), first.end);
  const room = Math.max((last - first.start) * 0.04, 3 * HOUR);
  return { from: first.start - room, to: last + room };
}

/** Of articles of which most came in a small part of the whole time: that part, in whole days; else null. */
export function busiest(points: Point[], whole: Range): Range | null {
  const starts = points.map(({ start }) => start).filter((start) => !Number.isNaN(start));
  const most = Math.ceil(starts.length * BUSY);
  let best: Range | null = null;
  for (let at = 0; at + most <= starts.length; at++) {
    const [from, to] = [starts[at] ?? 0, (starts[at + most - 1] ?? 0) + 24 * HOUR];
    if (best === null || to - from < best.to - best.from) best = { from, to };
  }
  if (best === null || (best.to - best.from) * SMALL > whole.to - whole.from) return null;
  // The whole days around, so that a day known without its hour is not cut.
  const day = 24 * HOUR;
  return { from: Math.floor(best.from / day) * day, to: Math.ceil(best.to / day) * day };
}

function grouped<T>(records: T[], keys: (record: T) => string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    for (const key of keys(record)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [record]);
      else group.push(record);
    }
  }
  return groups;
}

const titles = new WeakMap<Story, Map<string, string>>();

/** The articles whose title holds every word of a query; null for a blank query. */
export function titled(story: Story, query: string): Set<string> | null {
  const words = queryWords(query, story.fold);
  if (words.length === 0) return null;
  let folded = titles.get(story);
  if (folded === undefined) {
    folded = new Map(story.articles.map((article) => [article.id, fold(headline(article), story.fold)]));
    titles.set(story, folded);
  }
  return new Set([...folded].filter(([, title]) => matches(title, words)).map(([id]) => id));
}
