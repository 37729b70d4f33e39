// Taking a quotation or a statement along: as a citation, as Markdown, and into the tray.
import type { Context } from "../core/context.ts";
import type { QuoteRecord } from "../core/contract.ts";
import { labelText } from "../core/labels.ts";
import { quoteOf } from "../core/story.ts";
import { citation, copied, markdown, spanOf } from "./citation.ts";
import type { Item } from "./items.ts";

/** The quotations of a row: one, or all wordings of a statement. */
function quotesOf({ story }: Context, item: Item): QuoteRecord[] {
  const ids = item.lineage ? item.lineage.wordings.map(({ quote }) => quote) : [item.quote ?? ""];
  return ids.map((id) => quoteOf(story, id)).filter((quote) => quote !== undefined);
}

/** Copies a row; what became of it, in the labels' words. */
export async function copyItem(context: Context, item: Item, as: "copy" | "markdown"): Promise<string> {
  const { story, labels, root } = context;
  const write = as === "copy" ? citation : markdown;
  const text = quotesOf(context, item)
    .map((quote) => write(story, labels, quote))
    .join("\n\n");
  if (text === "") return "";
  return labelText(labels, "finder", (await copied(text, root)) ? "said_copied" : "said_not_copied");
}

/** Pins a row to the tray. */
export function pinItem(context: Context, item: Item): string {
  const { story, labels, tray } = context;
  const quotes = quotesOf(context, item);
  const main = item.lineage ? quoteOf(story, item.lineage.fullest) : quotes[0];
  if (main === undefined) return "";
  const name = main.speaker_name || labelText(labels, "messages", "no_speaker");
  const sources = [...new Set(quotes.map(({ source }) => source))];
  const facts = [main.cue, labelText(labels, "stances", main.stance), sources.join("، ")].filter(Boolean).join(" · ");
  tray.pin(story, {
    kind: item.lineage ? "lineage" : "quote",
    name,
    facts,
    spans: quotes.map((quote) => spanOf(story, quote)),
    selection: { article: main.article, quote: main.id, mark: story.marks[main.mark]?.id ?? null },
  });
  return labelText(labels, "finder", "said_pinned");
}
