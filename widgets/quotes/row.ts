// One quotation in the list: who said it, with which word, where and when, the words, and what can be done with it.
import type { Context } from "../core/context.ts";
import type { QuoteRecord, RejectedRecord } from "../core/contract.ts";
import { type Child, h } from "../core/dom.ts";
import { type Icon, icon } from "../core/icons.ts";
import { formatDate, label, labelText } from "../core/labels.ts";
import { reasonText, rulesText } from "../core/reasons.ts";
import { articleOf } from "../core/story.ts";
import { type Act, actButton, JUDGING, SHARING } from "./acts.ts";
import { type Sought, stretches } from "./search.ts";
import { verdictName } from "./table.ts";

/** What a row is drawn with: the words sought, what its buttons do, and whether it can be judged. */
export interface RowContext extends Context {
  words: Sought[];
  act(act: Act, key: string): void;
  select(key: string): void;
}

/** A text with the query's words marked. */
export function lit({ story, words }: RowContext, text: string): Child[] {
  return stretches(text, words, story).map((one) => (one.hit ? h("mark", { class: "rw-hit" }, one.text) : one.text));
}

/** A row whose words are a button, and whose other buttons stand under them. */
export function quoteRow(given: RowContext, quote: QuoteRecord): HTMLElement {
  const { labels, ask, act } = given;
  const acts = [...(ask ? JUDGING : []), ...SHARING];
  const pressed = (one: Act) => (one === "accept" ? quote.verdict === "accepted" : undefined);
  return h(
    "div",
    { class: "rw-quote-item", data: { key: quote.id } },
    h(
      "button",
      {
        class: "rw-row rw-quote-row",
        type: "button",
        tabindex: -1,
        title: rulesText(labels, quote).join(" · "),
        data: { quote: quote.id },
        on: { click: () => given.select(quote.id) },
      },
      head(given, quote),
      words(given, quote),
    ),
    h(
      "div",
      { class: "rw-quote-foot rw-muted" },
      h("span", {}, labelText(labels, "kinds", quote.kind)),
      h("span", { class: `rw-stance rw-stance-${quote.stance}` }, labelText(labels, "stances", quote.stance)),
      verdict(given, quote),
      h("span", { class: "rw-spacer" }),
      h(
        "span",
        { class: "rw-acts" },
        acts.map((one) => actButton(labels, one, () => act(one, quote.id), pressed(one))),
      ),
    ),
  );
}

/** Words that count as no quotation, with the reason. */
export function rejectedRow(given: RowContext, one: RejectedRecord, key: string): HTMLElement {
  const { story, labels, ask, act } = given;
  const mark = story.marks[one.mark];
  const article = articleOf(story, one.article);
  return h(
    "div",
    { class: "rw-quote-item", data: { key } },
    h(
      "button",
      { class: "rw-row rw-quote-row", type: "button", tabindex: -1, on: { click: () => given.select(key) } },
      h("span", { class: "rw-quote-head" }, reason(given, one), h("span", { class: "rw-spacer" }), where(given, one)),
      h(
        "span",
        { class: "rw-quote-text rw-text", dir: article?.direction ?? "auto", lang: article?.language ?? "" },
        h("span", { class: "rw-around" }, mark?.before ?? ""),
        h("s", { class: "rw-rejected" }, lit(given, one.text)),
        h("span", { class: "rw-around" }, mark?.after ?? ""),
      ),
    ),
    ask
      ? h(
          "div",
          { class: "rw-quote-foot rw-muted" },
          h("span", { class: "rw-spacer" }),
          h(
            "span",
            { class: "rw-acts" },
            actButton(labels, "accept", () => act("accept", key)),
          ),
        )
      : null,
  );
}

function reason({ labels }: RowContext, one: RejectedRecord): HTMLElement {
  const who = one.coders.join(", ");
  const key = one.quote ? "rejected_by_coder" : "rejected_by_rule";
  const told = label(labels, "finder", key, { coder: who });
  return h(
    "span",
    { class: "rw-why" },
    icon("reject"),
    h("span", {}, told),
    h("bdi", { class: "rw-muted" }, reasonText(labels, "why_not", one.reason)),
  );
}

function head(given: RowContext, quote: QuoteRecord): HTMLElement {
  const { labels } = given;
  return h(
    "span",
    { class: "rw-quote-head" },
    quote.speaker_name
      ? h("bdi", { class: "rw-speaker" }, lit(given, quote.speaker_name))
      : h("span", { class: "rw-speaker rw-muted" }, labelText(labels, "messages", "no_speaker")),
    quote.cue ? h("bdi", { class: "rw-cue rw-muted" }, quote.cue) : null,
    h("span", { class: "rw-spacer" }),
    where(given, quote),
  );
}

/** The outlet, and the day where there is one. */
export function where({ story, labels }: Context, one: { article: string; source: string }): HTMLElement {
  const published = articleOf(story, one.article)?.published ?? "";
  return h(
    "span",
    { class: "rw-quote-where rw-muted" },
    h("bdi", { class: "rw-source" }, one.source),
    published ? h("time", {}, h("bdi", {}, formatDate(labels, published.slice(0, 10)))) : null,
  );
}

function words(given: RowContext, quote: QuoteRecord): HTMLElement {
  const article = articleOf(given.story, quote.article);
  return h(
    "span",
    { class: "rw-quote-text rw-text", dir: article?.direction ?? "auto", lang: article?.language ?? "" },
    h("span", { class: "rw-around" }, quote.before),
    h("span", { class: "rw-mark rw-layer-quote" }, lit(given, quote.text)),
    h("span", { class: "rw-around" }, quote.after),
  );
}

const SIGNS: Record<string, Icon> = { accepted: "accept", corrected: "correct", added: "added", rejected: "reject" };

function verdict({ labels }: Context, quote: QuoteRecord): Child {
  const sign = SIGNS[quote.verdict];
  if (sign === undefined) return null;
  const who = quote.coders.join(", ");
  const title = labelText(labels, "finder", "judged_by", { coder: who });
  return h(
    "span",
    { class: `rw-verdict rw-verdict-${quote.verdict}`, title },
    icon(sign),
    verdictName(labels, quote.verdict),
  );
}
