// What an article is called where there is one line for it.
import type { ArticleRecord } from "./contract.ts";

/** The title, or how the text begins where there is none. */
export function headline(article: ArticleRecord): string {
  if (article.title) return article.title;
  const block = article.blocks.find(({ kind }) => kind === "body") ?? article.blocks[0];
  const words = (block?.segments ?? [])
    .map(({ text }) => text)
    .join("")
    .split(/\s+/u)
    .filter(Boolean);
  return words.length > 10 ? `${words.slice(0, 10).join(" ")} …` : words.join(" ") || article.id;
}
