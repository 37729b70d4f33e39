// Finding an outlet or an article by its name, shown or not.
import type { Story } from "../core/contract.ts";
import { fold, matches, queryWords } from "../core/fold.ts";
import { headline } from "../core/headline.ts";
import type { By, Cell, Matrix } from "./matrix.ts";

/** The keys of all lines whose outlet or headline holds the words of a query. */
export function found(story: Story, by: By, query: string): string[] {
  const words = queryWords(query, story.fold);
  if (words.length === 0) return [];
  const hit = (text: string) => matches(fold(text, story.fold), words);
  if (by === "source") return story.sources.filter(hit);
  return story.articles.filter((one) => hit(`${one.source} ${headline(one)}`)).map(({ id }) => id);
}

/** The cell of a line that shares most. */
export function strongest({ filled, lines }: Matrix, row: number): Cell {
  let best = { row, column: row === 0 && lines.length > 1 ? 1 : 0, share: 0 };
  for (const cell of filled) if (cell.row === row && cell.share > best.share) best = cell;
  return { row: best.row, column: best.column };
}
