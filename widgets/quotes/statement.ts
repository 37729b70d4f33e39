// A statement as a card: its wordings outlet by outlet in the order of time, each beside the fullest one.
import type {
  LineageRecord,
  PieceRecord,
  QuoteRecord,
  SilentRecord,
  TieReasonRecord,
  WordingRecord,
} from "../core/contract.ts";
import { type Child, h } from "../core/dom.ts";
import { formatShare, label, labelText } from "../core/labels.ts";
import { reasonText } from "../core/reasons.ts";
import { picking } from "../core/store.ts";
import { articleOf, entityOf, quoteOf } from "../core/story.ts";
import { actButton } from "./acts.ts";
import { lit, type RowContext, where } from "./row.ts";

const OPS = ["changed", "cut", "added", "moved", "spelling"] as const;
const SHOWN = 5; // wordings that a card shows before it is asked for more
const FEW = 2; // wordings that are not worth a question

export interface CardContext extends RowContext {
  folded: ReadonlySet<string>;
  fold(key: string): void;
  /** Selects a quotation from within a card. */
  selectQuote(quote: string): void;
  origin: string;
}

/** What the signs in the wordings mean. */
export function legend(labels: RowContext["labels"]): HTMLElement {
  return h(
    "p",
    { class: "rw-diff-legend rw-muted" },
    OPS.map((op) => h("span", {}, piece({ op, text: labelText(labels, "finder", `op_${op}`), other: "" }))),
    h("span", {}, labelText(labels, "finder", "op_note")),
  );
}

export function statementCard(given: CardContext, lineage: LineageRecord): HTMLElement {
  const { labels, folded } = given;
  const open = !folded.has(lineage.fullest);
  const fullest = quoteOf(given.story, lineage.fullest);
  const sources = new Set(lineage.wordings.map(({ quote }) => quoteOf(given.story, quote)?.source));
  const article = articleOf(given.story, fullest?.article ?? "");
  return h(
    "article",
    { class: "rw-statement", data: { key: lineage.fullest } },
    h(
      "button",
      {
        class: "rw-row rw-quote-row rw-statement-head",
        type: "button",
        tabindex: -1,
        aria: { expanded: open },
        on: { click: () => given.fold(lineage.fullest) },
      },
      h(
        "span",
        { class: "rw-quote-head" },
        h(
          "bdi",
          { class: "rw-speaker" },
          lit(given, lineage.speaker_name || labelText(labels, "messages", "no_speaker")),
        ),
        h("span", { class: "rw-spacer" }),
        h("span", { class: "rw-badge" }, label(labels, "finder", "outlets_n", { n: sources.size })),
        h("span", { class: "rw-muted" }, label(labels, "finder", "wordings_n", { n: lineage.wordings.length })),
      ),
      open
        ? null
        : h(
            "span",
            {
              class: "rw-quote-text rw-text rw-clamped",
              dir: article?.direction ?? "auto",
              lang: article?.language ?? "",
            },
            lit(given, fullest?.text ?? ""),
          ),
    ),
    open ? body(given, lineage) : null,
  );
}

function body(given: CardContext, lineage: LineageRecord): HTMLElement {
  const { labels, story } = given;
  const list = h("ol", { class: "rw-wordings" });
  const more = h("button", { class: "rw-button rw-more", type: "button" });
  const languages = new Set(lineage.wordings.map(({ quote }) => languageOf(given, quote)));
  let shown = 0;
  const grow = () => {
    const left = lineage.wordings.length - shown;
    const next = shown + (left <= SHOWN + FEW ? left : SHOWN);
    for (const one of lineage.wordings.slice(shown, next)) {
      const quote = quoteOf(story, one.quote);
      if (quote) list.append(h("li", {}, wordingRow(given, lineage, one, quote)));
    }
    shown = next;
    more.hidden = shown === lineage.wordings.length;
    more.replaceChildren(label(labels, "actions", "show_more", { n: lineage.wordings.length - shown }));
  };
  more.addEventListener("click", grow);
  grow();
  return h(
    "div",
    { class: "rw-statement-body" },
    languages.size > 1 ? h("p", { class: "rw-note" }, labelText(labels, "finder", "languages_apart")) : null,
    list,
    more,
    lineage.silent.length > 0 ? silence(given, lineage) : null,
    foot(given, lineage),
  );
}

function languageOf({ story }: CardContext, quote: string): string {
  return articleOf(story, quoteOf(story, quote)?.article ?? "")?.language ?? "";
}

/** One outlet's wording; it is a button that leads to its words in the article. */
function wordingRow(given: CardContext, lineage: LineageRecord, one: WordingRecord, quote: QuoteRecord): HTMLElement {
  const { labels, story } = given;
  const article = articleOf(story, quote.article);
  return h(
    "button",
    {
      class: "rw-row rw-wording",
      type: "button",
      data: { quote: quote.id },
      aria: { current: "false" },
      on: { click: () => given.selectQuote(quote.id) },
    },
    h(
      "span",
      { class: "rw-quote-head" },
      where(given, quote),
      one.first ? firstBadge(given, lineage) : null,
      h("span", { class: "rw-spacer" }),
      likeness(given, lineage, one),
    ),
    h(
      "span",
      { class: "rw-wording-how rw-muted" },
      quote.speaker_text ? h("bdi", { class: "rw-called" }, quote.speaker_text) : null,
      quote.cue ? h("bdi", { class: "rw-cue" }, quote.cue) : null,
      h("span", { class: `rw-stance rw-stance-${quote.stance}` }, labelText(labels, "stances", quote.stance)),
      h("span", {}, labelText(labels, "kinds", quote.kind)),
    ),
    h(
      "span",
      { class: "rw-quote-text rw-text", dir: article?.direction ?? "auto", lang: article?.language ?? "" },
      one.pieces.length > 0 ? one.pieces.map(piece) : lit(given, quote.text),
    ),
  );
}

function firstBadge({ labels }: CardContext, { first, wordings }: LineageRecord): Child {
  if (wordings.length < 2) return null;
  if (first === "together") return h("span", { class: "rw-badge" }, labelText(labels, "finder", "first_together"));
  const reason = first ? labelText(labels, "finder", `first_${first}`) : "";
  return h(
    "span",
    { class: "rw-badge rw-quote-first" },
    [labelText(labels, "finder", "first"), reason].filter(Boolean).join(": "),
  );
}

/** Which wording the others are compared with, and how much of it the others have. */
function likeness({ labels }: CardContext, { wordings }: LineageRecord, one: WordingRecord): Child {
  if (wordings.length < 2) return null;
  if (!one.against) {
    const compared = wordings.some(({ against }) => against === one.quote);
    return compared ? h("span", { class: "rw-badge rw-fullest" }, labelText(labels, "finder", "fullest")) : null;
  }
  const share = formatShare(labels, one.similarity);
  return h("span", { class: "rw-muted rw-number" }, label(labels, "finder", "alike", { share }));
}

/** A stretch of a wording. What was cut is struck through, what was added is underlined: by more than its colour. */
function piece({ op, text, other }: PieceRecord): Child {
  if (op === "same") return text;
  const props = { class: `rw-op rw-op-${op}`, ...(other && op !== "moved" ? { title: other } : {}) };
  if (op === "cut") return h("del", props, text);
  return op === "spelling" ? h("span", props, text) : h("ins", props, text);
}

/** The outlets that carry the speaker and not this. */
function silence(given: CardContext, lineage: LineageRecord): HTMLElement {
  const { labels } = given;
  return h(
    "div",
    { class: "rw-silent" },
    h("span", { class: "rw-muted" }, labelText(labels, "finder", "silent")),
    h(
      "ul",
      {},
      lineage.silent.map((one) => h("li", {}, silentButton(given, lineage, one))),
    ),
  );
}

function silentButton(given: CardContext, lineage: LineageRecord, one: SilentRecord): HTMLElement {
  const { labels, store } = given;
  const key = one.carries === "quotes" ? "silent_quotes" : "silent_names";
  const n = one.carries === "quotes" ? one.quotes : one.mentions;
  return h(
    "button",
    {
      class: "rw-filter-chip",
      type: "button",
      on: { click: () => store.set(speakerIn(given, lineage, one), given.origin) },
    },
    h("bdi", { class: "rw-source" }, one.source),
    h("span", { class: "rw-muted" }, label(labels, "finder", key, { n })),
  );
}

/** The first words of the speaker in an outlet that leaves the statement out, or the first place of his name. */
function speakerIn({ story }: CardContext, lineage: LineageRecord, one: SilentRecord) {
  const there = new Set(one.articles);
  const speakers = new Set(lineage.wordings.map(({ quote }) => quoteOf(story, quote)?.speaker).filter(Boolean));
  const quote = story.quotes.find(({ speaker, article }) => speakers.has(speaker) && there.has(article));
  if (one.carries === "quotes" && quote) return picking(story, quote.mark);
  for (const speaker of speakers) {
    const mark = entityOf(story, speaker ?? "")?.marks.find((at) => there.has(story.marks[at]?.article ?? ""));
    if (mark !== undefined) return picking(story, mark);
  }
  return { article: one.articles[0] ?? null, mark: null };
}

/** Why two quotations are one statement: their outlets, and what they share. */
function told({ story, labels }: CardContext, { a, b, why }: TieReasonRecord): Child[] {
  const ends = [a, b].map((id) => quoteOf(story, id)?.source ?? id);
  const words = why.flatMap((one, at) => [at > 0 ? " · " : ": ", h("bdi", {}, reasonText(labels, "why_one", one))]);
  return [h("bdi", { title: a }, ends[0]), " ~ ", h("bdi", { title: b }, ends[1]), ...words];
}

function foot(given: CardContext, lineage: LineageRecord): HTMLElement {
  const { labels, act } = given;
  const reasons = lineage.reasons.map((reason) => h("li", {}, told(given, reason)));
  return h(
    "div",
    { class: "rw-quote-foot" },
    reasons.length > 0
      ? h(
          "details",
          { class: "rw-reasons rw-muted" },
          h("summary", {}, labelText(labels, "finder", "reasons")),
          h("ul", {}, reasons),
        )
      : null,
    h("span", { class: "rw-spacer" }),
    h(
      "span",
      { class: "rw-acts" },
      (["copy", "markdown", "pin"] as const).map((one) => actButton(labels, one, () => act(one, lineage.fullest))),
    ),
  );
}
