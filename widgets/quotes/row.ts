// One quotation in the list: who said it, with which word, in which outlet, and the words themselves.
import type { Context } from "../core/context.ts";
import type { QuoteRecord } from "../core/contract.ts";
import { type Child, h } from "../core/dom.ts";
import { hits } from "../core/fold.ts";
import { labelText } from "../core/labels.ts";

/** A row as a button; the query's words are marked in the quotation. */
export function quoteRow(context: Context, quote: QuoteRecord, words: string[], select: () => void): HTMLElement {
  const { story, labels } = context;
  const article = story.articles.find((one) => one.id === quote.article);
  const lit = (text: string): Child[] =>
    hits(text, words, story.fold).map((piece) => (piece.hit ? h("mark", { class: "rw-hit" }, piece.text) : piece.text));
  return h(
    "button",
    {
      class: "rw-row rw-quote-row",
      type: "button",
      title: why(quote),
      data: { quote: quote.id },
      on: { click: select },
    },
    h(
      "span",
      { class: "rw-quote-head" },
      quote.speaker_name
        ? h("bdi", { class: "rw-speaker" }, lit(quote.speaker_name))
        : h("span", { class: "rw-speaker rw-muted" }, labelText(labels, "messages", "no_speaker")),
      quote.cue ? h("bdi", { class: "rw-cue rw-muted" }, quote.cue) : null,
      h("span", { class: "rw-spacer" }),
      h("bdi", { class: "rw-muted" }, quote.source),
    ),
    h(
      "span",
      { class: "rw-quote-text rw-text", dir: article?.direction ?? "auto", lang: article?.language ?? "" },
      h("span", { class: "rw-around" }, quote.before),
      h("span", { class: "rw-mark rw-layer-quote" }, lit(quote.text)),
      h("span", { class: "rw-around" }, quote.after),
    ),
    h(
      "span",
      { class: "rw-quote-facts rw-muted" },
      h("span", {}, labelText(labels, "kinds", quote.kind)),
      h("span", { class: `rw-stance rw-stance-${quote.stance}` }, labelText(labels, "stances", quote.stance)),
    ),
  );
}

function why(quote: QuoteRecord): string {
  return [quote.rule, quote.flags].filter(Boolean).join(" · ");
}
