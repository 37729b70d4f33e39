// What can be done with words that a reader has selected: pinned, named, marked as a quotation or as another kind.
import type { Context } from "../core/context.ts";
import type { ArticleRecord, QuoteRecord } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { label, labelText } from "../core/labels.ts";
import type { Act } from "./acts.ts";
import { entityPicker } from "./choose.ts";
import { cross, plain } from "./inspector.ts";
import type { Words } from "./offsets.ts";

const TYPES = ["PER", "LOC", "ORG"];

export interface Selecting {
  article: ArticleRecord;
  words: Words;
  /** The quotation that is selected, whose span these words can become. */
  quote: QuoteRecord | undefined;
  pin: () => void;
  close: () => void;
  /** Offers the kinds of blocks beside a button. */
  kinds: (anchor: HTMLElement) => void;
  make: ((act: Act) => void) | null;
}

/** The card of selected words. */
export function wordsCard(context: Context, given: Selecting): HTMLElement {
  const { labels } = context;
  const { article, words } = given;
  const extra = h("div", { class: "rw-card-extra", hidden: true });
  const title = labelText(labels, "reader", "selected_words");
  const card = h(
    "section",
    { class: "rw-card rw-words", aria: { label: title } },
    h(
      "div",
      { class: "rw-card-head" },
      h("strong", {}, title),
      h("q", { class: "rw-words-text", dir: article.direction, lang: article.language }, words.text),
      h("span", { class: "rw-spacer" }),
      plain(labelText(labels, "reader", "pin"), "e", given.pin),
      cross(labelText(labels, "actions", "close"), given.close),
    ),
    given.make && h("div", { class: "rw-card-body" }, groups(context, given, extra), extra),
  );
  // A press on a button must not take the selection away from the words that it is about.
  card.addEventListener("mousedown", (event) => {
    if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
  });
  return card;
}

type Button = (name: Node | string, act: (anchor: HTMLElement) => void) => HTMLElement;

const button: Button = (name, act) => {
  const element = h("button", { class: "rw-button", type: "button" }, name);
  element.addEventListener("click", () => act(element));
  return element;
};

function groups(context: Context, given: Selecting, extra: HTMLElement): HTMLElement[] {
  const { labels } = context;
  return [
    group(labelText(labels, "reader", "a_quotation"), quotations(context, given)),
    group(labelText(labels, "reader", "a_name"), names(context, given, extra)),
    group(labelText(labels, "reader", "a_kind"), [
      button(labelText(labels, "reader", "choose_kind"), (anchor) => given.kinds(anchor)),
    ]),
  ];
}

/** The words as a quotation, or as the span of the one that is selected. */
function quotations({ labels }: Context, { article, words, quote, make }: Selecting): HTMLElement[] {
  const { start, end } = words;
  const awaited = { article: article.id, start, layer: "quote" };
  const said = (kind: string) =>
    button(labelText(labels, "kinds", kind), () =>
      make?.({ ask: "quotes.add", given: { article: article.id, start, end, kind }, what: "did_quote", awaited }),
    );
  const added = [said("direct"), said("indirect")];
  if (quote === undefined) return added;
  const respan = button(label(labels, "reader", "set_span"), () =>
    make?.({ ask: "quotes.correct", given: { quote: quote.id, start, end }, what: "did_span", awaited }),
  );
  return [...added, respan];
}

/** The words as a name of a type, or as one more mention of an entity. */
function names(context: Context, { article, words, make }: Selecting, extra: HTMLElement): HTMLElement[] {
  const { labels } = context;
  const place = { article: article.id, start: words.start, end: words.end };
  const awaited = { article: article.id, start: words.start, layer: "entity" };
  const add = (given: Record<string, string>) =>
    make?.({ ask: "entities.add", given: { ...place, ...given }, what: "did_name", awaited });
  const name = words.text.split(/\s+/u).join(" ");
  const known = button(label(labels, "reader", "known_entity"), () => {
    const close = () => {
      extra.hidden = true;
    };
    const find = labelText(labels, "reader", "another_entity_find");
    extra.replaceChildren(entityPicker(context, { name: find, choose: (entity) => add({ entity }), close }));
    extra.hidden = false;
    extra.querySelector<HTMLElement>("input")?.focus();
  });
  return [...TYPES.map((type) => button(labelText(labels, "types", type), () => add({ entity: name, type }))), known];
}

function group(name: string, buttons: HTMLElement[]): HTMLElement {
  return h("div", { class: "rw-words-group", role: "group", aria: { label: name } }, [
    h("span", { class: "rw-words-name" }, name),
    buttons,
  ]);
}
