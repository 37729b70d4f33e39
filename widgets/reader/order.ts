// The articles in the order of the list: by outlet or by date, and those that a search leaves.
import type { ArticleRecord, Story } from "../core/contract.ts";
import { fold, matches, queryWords } from "../core/fold.ts";
import { headline } from "../core/headline.ts";

export type Sort = "source" | "date";

/** A row of the list: an outlet above its articles, or an article with its place among all that are listed. */
export type Row = { source: string; count: number } | { article: ArticleRecord; place: number };

const folded = new WeakMap<Story, Map<string, string>>();

/** The rows of the list. Of the same outlet the earlier article comes first; those without a date come last. */
export function rows(story: Story, query: string, sort: Sort): Row[] {
  const words = queryWords(query, story.fold);
  const kept = words.length === 0 ? [...story.articles] : found(story, words);
  const byDate = (one: ArticleRecord, other: ArticleRecord) => compare(date(one), date(other));
  if (sort === "date") return kept.sort(byDate).map((article, place) => ({ article, place }));
  const groups = new Map<string, ArticleRecord[]>(story.sources.map((source) => [source, []]));
  for (const article of kept) {
    const group = groups.get(article.source);
    if (group === undefined) groups.set(article.source, [article]);
    else group.push(article);
  }
  const list: Row[] = [];
  let place = 0;
  for (const [source, articles] of groups) {
    if (articles.length === 0) continue;
    list.push({ source, count: articles.length });
    for (const article of articles.sort(byDate)) list.push({ article, place: place++ });
  }
  return list;
}

function found(story: Story, words: string[]): ArticleRecord[] {
  let texts = folded.get(story);
  if (texts === undefined) {
    texts = new Map();
    folded.set(story, texts);
  }
  return story.articles.filter((article) => {
    let text = texts.get(article.id);
    if (text === undefined) {
      text = fold(`${headline(article)} ${article.source} ${article.published} ${article.author}`, story.fold);
      texts.set(article.id, text);
    }
    return matches(text, words);
  });
}

function date(article: ArticleRecord): string {
  return article.published || "\uffff";
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
