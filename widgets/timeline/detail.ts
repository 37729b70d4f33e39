// What is chosen, in words and with its evidence: an article, an arrow, a statement on its way, or many articles.
import type { Context, Dispose, Part } from "../core/context.ts";
import type { CopyRecord, QuoteRecord, StatementRecord } from "../core/contract.ts";
import { type Child, h } from "../core/dom.ts";
import { evidence } from "../core/evidence.ts";
import { headline } from "../core/headline.ts";
import { formatDate, formatShare, label, labelText } from "../core/labels.ts";
import { articleOf, entityOf, quoteOf } from "../core/story.ts";
import { ORIGIN } from "./memory.ts";
import type { Model, Point } from "./model.ts";
import { pinArticle, pinPair, pinStatement, sharedMarks } from "./pins.ts";
import { wording } from "./tools.ts";
import { moment, order, towards } from "./words.ts";

const MANY = 200;

export interface DetailGiven {
  context: Context;
  model: Model;
  choose(point: Point): void;
  pair(pair: [string, string]): void;
  quote(quote: QuoteRecord): void;
}

export interface Sheet {
  title: Child;
  body: Child[];
  pin?: () => void;
  dispose?: Dispose;
}

/** An article: when it came, what it shares with earlier and later ones, and whom it quotes. */
export function articleSheet(given: DetailGiven, point: Point): Sheet {
  const { context, model } = given;
  const { labels } = context;
  const { article } = point;
  const when = moment(labels, point);
  const own = model.copiesOf.get(article.id) ?? [];
  const stated = point.moment.stated === "day" ? h("span", {}, label(labels, "figures", "day_stated")) : null;
  const page = point.moment.zoned
    ? h("span", {}, label(labels, "timeline", "on_page", { time: formatDate(labels, article.published) }))
    : null;
  const marks = (model.quotesOf.get(article.id) ?? []).map(({ mark }) => mark);
  const quotes = marks.length > 0 ? evidence(context, marks, { origin: ORIGIN, step: 20 }) : null;
  return {
    title: h("bdi", {}, article.source),
    pin: () => pinArticle(context, point, when),
    body: [
      h("p", { class: "rw-tl-title", dir: article.direction, lang: article.language }, headline(article)),
      h("p", { class: "rw-tl-facts rw-muted" }, h("bdi", {}, when), stated, page),
      copyList(
        given,
        "earlier",
        own.filter(({ later }) => later === article.id),
      ),
      copyList(
        given,
        "later",
        own.filter(({ first }) => first === article.id),
      ),
      quotes && h("h4", {}, label(labels, "messages", "quotes_n", { n: marks.length })),
      quotes?.element,
    ],
    ...(quotes ? { dispose: quotes.dispose } : {}),
  };
}

function copyList(given: DetailGiven, key: "earlier" | "later", copies: CopyRecord[]): Child {
  const { labels, story } = given.context;
  if (copies.length === 0) return null;
  const rows = copies.slice(0, MANY).map((copy) => {
    const other = articleOf(story, key === "earlier" ? copy.first : copy.later);
    const words = label(labels, "messages", "shared_words_n", { n: copy.words });
    const title = other ? headline(other) : "";
    const facts = [h("span", {}, words), h("span", {}, order(labels, copy.by))];
    if (copy.boilerplate) facts.push(h("span", {}, labelText(labels, "timeline", "printed")));
    return row(other?.source ?? "", title, facts, () => given.pair([copy.first, copy.later]));
  });
  const heading = key === "earlier" ? label(labels, "timeline", "earlier") : label(labels, "timeline", "later");
  return [h("h4", {}, heading), h("ul", { class: "rw-tl-list" }, rows)];
}

function row(source: string, title: string, facts: Child[], choose: () => void, current = false): HTMLElement {
  const button = h(
    "button",
    { class: "rw-row rw-tl-row", type: "button", aria: { current }, on: { click: choose } },
    h("bdi", { class: "rw-source" }, source),
    h("span", { class: "rw-tl-row-title", dir: "auto" }, title),
    h("span", { class: "rw-tl-facts rw-muted" }, facts),
  );
  return h("li", {}, button);
}

/** Two articles: which was earlier as far as is known, and the passages that they share. */
export function pairSheet({ context, model }: DetailGiven, pair: [string, string]): Sheet {
  const { labels, story } = context;
  const copy = (model.copiesOf.get(pair[0]) ?? []).find(
    ({ first, later }) => pair.includes(first) && pair.includes(later),
  );
  const [a, b] = (copy ? [copy.first, copy.later] : pair).map((id) => model.byArticle.get(id));
  const line = (point: Point | undefined, key: string) =>
    point &&
    h(
      "li",
      {},
      h("span", { class: "rw-muted" }, key),
      " ",
      h("bdi", {}, point.article.source),
      " · ",
      h("bdi", {}, moment(labels, point)),
    );
  const keys = copy ? [labelText(labels, "timeline", "first"), labelText(labels, "timeline", "then")] : ["", ""];
  const facts = factsOf(context, copy);
  const found = copy ? ([copy.first, copy.later] as [string, string]) : pair;
  const list = evidence(context, sharedMarks(story, found), { origin: ORIGIN, step: 40 });
  const text = facts.map((fact) => fact.textContent ?? "").join(" · ");
  return {
    title: [
      h("bdi", {}, a?.article.source ?? ""),
      copy ? towards(labels) : " · ",
      h("bdi", {}, b?.article.source ?? ""),
    ],
    pin: () => pinPair(context, found, text),
    dispose: list.dispose,
    body: [
      h("ul", { class: "rw-tl-ends" }, line(a, keys[0] ?? ""), line(b, keys[1] ?? "")),
      h("p", { class: "rw-tl-facts rw-muted" }, facts),
      list.element,
    ],
  };
}

function factsOf({ labels }: Context, copy: CopyRecord | undefined): HTMLElement[] {
  const fact = (text: string | DocumentFragment) => h("span", {}, text);
  if (copy === undefined) return [fact(label(labels, "timeline", "no_order"))];
  const facts = [
    fact(label(labels, "messages", "shared_words_n", { n: copy.words })),
    fact(label(labels, "timeline", "share_later", { share: formatShare(labels, copy.share) })),
    fact(order(labels, copy.by)),
  ];
  if (copy.likely) facts.push(fact(label(labels, "timeline", "likely", { agency: copy.likely })));
  if (copy.boilerplate) facts.push(fact(label(labels, "timeline", "printed")));
  return facts;
}

/** A statement: who had it first, and its wordings in order of publication. */
export function statementSheet(given: DetailGiven, statement: StatementRecord, current: string | null): Sheet {
  const { context, model } = given;
  const { labels, story } = context;
  const quotes = statement.quotes.map((id) => quoteOf(story, id)).filter((quote) => quote !== undefined);
  const speaker = quotes.find(({ speaker_name }) => speaker_name)?.speaker_name ?? "";
  const first = statement.first
    ? label(labels, "timeline", "first_by", { source: statement.first })
    : label(labels, "timeline", "first_unknown");
  const rows = quotes.map((quote, at) => {
    const point = model.byArticle.get(quote.article);
    const rank = statement.ranks[at] ?? 0;
    const number = h("span", { class: "rw-tl-rank rw-number" }, rank > 0 ? String(rank) : "–");
    const when = h("bdi", {}, point ? moment(labels, point) : "");
    const entry = row(quote.source, quote.text, [when], () => given.quote(quote), quote.id === current);
    entry.prepend(number);
    return entry;
  });
  const name = wording(quotes);
  const facts = h("p", { class: "rw-tl-first" }, first);
  return {
    title: speaker ? h("bdi", {}, speaker) : labelText(labels, "messages", "no_speaker"),
    pin: () => pinStatement(context, quotes, name, facts.textContent ?? ""),
    body: [facts, h("ol", { class: "rw-tl-list rw-tl-way" }, rows)],
  };
}

/** Many articles that stand under one number. */
export function manySheet({ context, choose }: DetailGiven, points: Point[]): Sheet {
  const { labels, store } = context;
  const rows = points.slice(0, MANY).map((point) => {
    const when = h("bdi", {}, moment(labels, point));
    const current = point.article.id === store.get().article;
    return row(point.article.source, headline(point.article), [when], () => choose(point), current);
  });
  const left = points.length - MANY;
  const note = left > 0 ? h("p", { class: "rw-muted" }, label(labels, "timeline", "zoom_for_more", { n: left })) : null;
  return {
    title: label(labels, "messages", "articles_n", { n: points.length }),
    body: [h("ul", { class: "rw-tl-list" }, rows), note],
  };
}

/** Marks of something that another view selected, or of a speaker. */
export function marksSheet({ context }: DetailGiven, title: string, marks: number[]): Sheet {
  const list = evidence(context, marks, { origin: ORIGIN, step: 40 });
  return { title: h("bdi", {}, title), body: [list.element], dispose: list.dispose };
}

/** The mentions of an entity. */
export function entitySheet(given: DetailGiven, id: string): Sheet | null {
  const entity = entityOf(given.context.story, id);
  return entity ? marksSheet(given, entity.name, entity.marks) : null;
}

/** A sheet with its head: the way back where there is one, the title, the pin, and how to close it. */
export function drawn({ labels }: Context, sheet: Sheet, { close, back }: { close: () => void; back: boolean }): Part {
  const pinned = h("span", { class: "rw-hidden-label", role: "status" });
  const pin = sheet.pin;
  const pinButton =
    pin &&
    h(
      "button",
      {
        class: "rw-button rw-tl-pin",
        type: "button",
        on: {
          click: () => {
            pin();
            pinned.textContent = labelText(labels, "timeline", "pinned");
            pinButton?.classList.add("rw-done");
          },
        },
      },
      label(labels, "timeline", "pin"),
    );
  const name = labelText(labels, "actions", back ? "back" : "close");
  const style = `rw-button rw-button-quiet rw-tl-close${back ? " rw-tl-back" : ""}`;
  const shut = h("button", { class: style, type: "button", title: name, aria: { label: name }, on: { click: close } });
  const title = h("h3", { tabindex: -1 }, sheet.title);
  const head = h("div", { class: "rw-tl-detail-head" }, back && shut, title, pinned, pinButton, !back && shut);
  const element = h("div", { class: "rw-pane rw-tl-sheet" }, head, h("div", { class: "rw-scroll" }, sheet.body));
  return { element, dispose: () => sheet.dispose?.() };
}
