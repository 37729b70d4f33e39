// What a mark is: its rule, its speaker, where its statement or its words stand elsewhere, and what can be corrected.
import type { Context } from "../core/context.ts";
import type { MarkRecord, QuoteRecord } from "../core/contract.ts";
import { type Child, h } from "../core/dom.ts";
import { formatShare, label, labelText } from "../core/labels.ts";
import { reasonText, rulesText, ruleText } from "../core/reasons.ts";
import { articleOf, entityOf, passageOf, quoteOf } from "../core/story.ts";
import type { Act } from "./acts.ts";
import { entityPicker } from "./choose.ts";
import { elsewhere, otherEnd } from "./related.ts";

/** How many other wordings, or names of an entity, are shown. */
const SHOWN = 6;

export interface Inspecting {
  /** The position of the mark, and of all that lie on the same words, outermost first. */
  mark: number;
  stack: number[];
  select: (mark: number) => void;
  follow: (mark: number) => void;
  pin: () => void;
  close: () => void;
  /** Makes a correction; null where nothing can be corrected. */
  make: ((act: Act) => void) | null;
}

/** The card of a mark. */
export function inspect(context: Context, given: Inspecting): HTMLElement {
  const record = context.story.marks[given.mark];
  if (record === undefined) return h("div");
  const { labels } = context;
  const extra = h("div", { class: "rw-card-extra", hidden: true });
  const body = bodyOf(context, record, given);
  const named = { label: labelText(labels, "reader", "mark") };
  return h(
    "section",
    { class: "rw-card", aria: named, data: { layer: record.layer } },
    h(
      "div",
      { class: "rw-card-head" },
      stack(context, given),
      h("span", { class: "rw-spacer" }),
      plain(labelText(labels, "reader", "pin"), "e", given.pin),
      cross(labelText(labels, "actions", "close"), given.close),
    ),
    h("div", { class: "rw-card-body" }, body, given.make && tools(context, record, { ...given, extra }), extra),
  );
}

/** The marks that lie on the same words, one beside the other, to choose from. */
function stack(context: Context, { mark, stack: all, select }: Inspecting): HTMLElement {
  const marks = all.includes(mark) ? all : [mark];
  const passages = marks.filter((one) => context.story.marks[one]?.layer === "passage").length;
  const buttons = marks.map((one) => {
    const record = context.story.marks[one];
    const name = record === undefined ? "" : passages > 1 ? sideOf(context, one) : titleOf(context, record);
    return h(
      "button",
      {
        class: `rw-stack-item rw-of-${record?.layer}`,
        type: "button",
        aria: { pressed: one === mark },
        on: { click: () => select(one) },
      },
      name,
    );
  });
  return h("div", { class: "rw-stack", role: "group" }, buttons);
}

/** What a mark is called beside several passages: a passage by the outlet that shares it. */
function sideOf(context: Context, mark: number): string {
  const { story } = context;
  const there = otherEnd(story, mark);
  const record = story.marks[mark];
  if (there !== undefined) return articleOf(story, story.marks[there]?.article ?? "")?.source ?? "";
  return record === undefined ? "" : titleOf(context, record);
}

function titleOf({ labels }: Context, record: MarkRecord): string {
  if (record.layer === "entity") return labelText(labels, "types", record.type);
  if (record.layer === "quote") return labelText(labels, "kinds", record.type);
  if (record.layer === "passage") return labelText(labels, "columns", "passage");
  return labelText(labels, "columns", record.layer);
}

function bodyOf(context: Context, record: MarkRecord, given: Inspecting): Child {
  if (record.layer === "entity") return entityBody(context, record, given);
  if (record.layer === "passage") return passageBody(context, given);
  const quote = quoteOf(context.story, record.ref);
  return quote === undefined ? null : quoteBody(context, quote, given);
}

function entityBody(context: Context, record: MarkRecord, { mark, follow }: Inspecting): Child {
  const { labels, story } = context;
  const entity = entityOf(story, record.ref);
  const others = entity?.aliases.slice(0, SHOWN) ?? [];
  const why = story.reasons[record.why] ?? [];
  return [
    h("p", { class: "rw-card-name" }, h("span", { class: `rw-dot rw-type-${record.type}` }), isolated(entity?.name)),
    h("dl", { class: "rw-facts" }, [
      entity && fact(labels, "mentions", label(labels, "messages", "n_of_total", counts(entity.marks, mark))),
      others.length > 0 && fact(labels, "aliases", listed(others)),
      fact(labels, "rule", coded([record.rule], [ruleText(labels, "rule_name", record.rule)])),
      why.length > 0 && fact(labels, "reason", listed(why.map((one) => reasonText(labels, "why_named", one)))),
    ]),
    entity &&
      entity.marks.length > 1 &&
      h(
        "button",
        { class: "rw-button rw-follow-it", type: "button", on: { click: () => follow(mark) } },
        label(labels, "reader", "follow", { n: entity.marks.length }),
      ),
  ];
}

function counts(marks: number[], mark: number) {
  return { n: marks.indexOf(mark) + 1, total: marks.length };
}

function quoteBody(context: Context, quote: QuoteRecord, { select }: Inspecting): Child {
  const { labels, story } = context;
  const speaker = entityOf(story, quote.speaker)?.marks[0];
  const name = quote.speaker_name ? isolated(quote.speaker_name) : label(labels, "messages", "no_speaker");
  const named = nearest(context, quote) ?? speaker;
  const others = elsewhere(story, quote);
  return [
    h("dl", { class: "rw-facts" }, [
      fact(labels, "speaker", named === undefined ? h("span", {}, name) : go(name, () => select(named))),
      quote.cue && fact(labels, "cue", listed([quote.cue, labelText(labels, "stances", quote.stance)])),
      fact(labels, "rule", coded([quote.rule, quote.flags], rulesText(labels, quote))),
      quote.verdict && fact(labels, "verdict", labelText(labels, "reader", `verdict_${quote.verdict}`), "reader"),
    ]),
    others.length > 0 && h("p", { class: "rw-card-sub" }, label(labels, "reader", "elsewhere_n", { n: others.length })),
    h(
      "ul",
      { class: "rw-others" },
      others.slice(0, SHOWN).map((one) =>
        h(
          "li",
          {},
          other(context, one.mark, () => select(one.mark)),
        ),
      ),
    ),
  ];
}

/** The mention of the speaker in the quotation's own article, where there is one. */
function nearest({ story }: Context, quote: QuoteRecord): number | undefined {
  return entityOf(story, quote.speaker)?.marks.find((mark) => story.marks[mark]?.article === quote.article);
}

function passageBody(context: Context, { mark, select }: Inspecting): Child {
  const { labels, story } = context;
  const passage = passageOf(story, story.marks[mark]?.ref ?? "");
  const there = otherEnd(story, mark);
  if (passage === undefined || there === undefined) return null;
  return [
    h("dl", { class: "rw-facts" }, [
      fact(labels, "words", h("bdi", {}, String(passage.words))),
      fact(labels, "similarity", h("bdi", {}, formatShare(labels, passage.similarity))),
      passage.boilerplate && fact(labels, "boilerplate", label(labels, "reader", "boilerplate_says"), "reader"),
    ]),
    h("p", { class: "rw-card-sub" }, label(labels, "reader", "stands_in")),
    h(
      "ul",
      { class: "rw-others" },
      h(
        "li",
        {},
        other(context, there, () => select(there)),
      ),
    ),
  ];
}

/** Words in another article, as a button that goes there. */
function other({ labels, story }: Context, mark: number, act: () => void): HTMLElement {
  const record = story.marks[mark];
  const article = articleOf(story, record?.article ?? "");
  return h(
    "button",
    { class: "rw-other", type: "button", title: labelText(labels, "reader", "go_there"), on: { click: act } },
    h("bdi", { class: "rw-source" }, article?.source ?? ""),
    h(
      "span",
      { class: "rw-other-text", dir: article?.direction ?? "auto", lang: article?.language ?? "" },
      record?.text,
    ),
  );
}

interface Tooling extends Inspecting {
  extra: HTMLElement;
}

/** What can be corrected in a mark. */
function tools(context: Context, record: MarkRecord, given: Tooling): Child {
  const { labels } = context;
  const button = (key: string, act: () => void) =>
    h("button", { class: "rw-button", type: "button", on: { click: act } }, label(labels, "reader", key));
  const { article, start, end } = record;
  if (record.layer === "entity") {
    const marks = entityOf(context.story, record.ref)?.marks.length ?? 0;
    const dropped = `${record.text} ✗ ${article}:${start}`;
    const given_ = { entity: record.ref, article, start, end, name: dropped };
    return h("div", { class: "rw-card-tools" }, [
      button("not_a_name", () =>
        given.make?.({ ask: "entities.unname", given: given_, what: "did_unname", times: marks < 2 ? 1 : 2 }),
      ),
      button("another_entity", () =>
        pick(context, given, "another_entity", [], (entity) =>
          given.make?.({ ask: "entities.add", given: { article, start, end, entity }, what: "did_rename" }),
        ),
      ),
    ]);
  }
  if (record.layer === "passage") return null;
  const quote = record.ref;
  const nobody = [{ value: "", name: labelText(labels, "reader", "nobody") }];
  return h("div", { class: "rw-card-tools" }, [
    button("choose_speaker", () =>
      pick(context, given, "choose_speaker", nobody, (speaker) =>
        given.make?.({ ask: "quotes.correct", given: { quote, speaker }, what: "did_speaker" }),
      ),
    ),
    button("accept_quote", () => given.make?.({ ask: "quotes.accept", given: { quote }, what: "did_accept" })),
    button("reject_quote", () => given.make?.({ ask: "quotes.reject", given: { quote }, what: "did_reject" })),
  ]);
}

function pick(
  context: Context,
  { extra }: Tooling,
  key: string,
  first: { value: string; name: string }[],
  choose: (value: string) => void,
): void {
  const close = () => {
    extra.hidden = true;
    extra.replaceChildren();
  };
  const field = entityPicker(context, {
    name: labelText(context.labels, "reader", `${key}_find`),
    first,
    choose,
    close,
  });
  extra.replaceChildren(field);
  extra.hidden = false;
  field.querySelector<HTMLElement>("input")?.focus();
}

function fact(labels: Context["labels"], key: string, value: Child, section = "columns"): Child {
  return h("div", {}, h("dt", {}, label(labels, section, key)), h("dd", {}, value));
}

function isolated(text: string | undefined): HTMLElement {
  return h("bdi", {}, text ?? "");
}

/** Texts in a row, each by itself, so that those of two directions do not mix. */
function listed(texts: string[]): Child {
  return texts.map((text, at) => [at > 0 ? " · " : null, isolated(text)]);
}

/** Rules in words; pointed at, they say their names in the frames. */
function coded(codes: string[], words: string[]): HTMLElement {
  return h("span", { title: codes.filter(Boolean).join(" · ") }, listed(words));
}

function go(name: Child, act: () => void): HTMLElement {
  return h("button", { class: "rw-plain rw-link", type: "button", on: { click: act } }, name);
}

/** A quiet button with the key that does the same. */
export function plain(name: string, key: string, act: () => void): HTMLElement {
  const title = key === "" ? name : `${name} (${key})`;
  return h("button", { class: "rw-button rw-reader-small", type: "button", title, on: { click: act } }, name);
}

/** The button that closes something. */
export function cross(name: string, act: () => void): HTMLElement {
  return h(
    "button",
    { class: "rw-plain rw-cross", type: "button", title: name, aria: { label: name }, on: { click: act } },
    "×",
  );
}
