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

function groups(context: Context, given: Selecting, extra: HTMLElement): HTMLElement[] {
  const { labels } = context;
  const { article, words, quote, make } = given;
  const place = { article: article.id, start: words.start, end: words.end };
  const awaited = (layer: string) => ({ article: article.id, start: words.start, layer });
  const button = (name: Node | string, act: (anchor: HTMLElement) => void) => {
    const element = h("button", { class: "rw-button", type: "button" }, name);
    element.addEventListener("click", () => act(element));
    return element;
  };
  const said = (kind: string) =>
    button(labelText(labels, "kinds", kind), () =>
      make?.({ ask: "quotes.add", given: { ...place, kind }, what: "did_quote", awaited: awaited("quote") }),
    );
  const respan = (id: string) =>
    button(label(labels, "reader", "set_span"), () =>
      make?.({
        ask: "quotes.correct",
        given: { quote: id, start: words.start, end: words.end },
        what: "did_span",
        awaited: awaited("quote"),
      }),
    );
  const name = words.text.split(/\s+/u).join(" ");
  const names = (entity: string, type?: string) =>
    make?.({
      ask: "entities.add",
      given: type === undefined ? { ...place, entity } : { ...place, entity, type },
      what: "did_name",
      awaited: awaited("entity"),
    });
  const known = button(label(labels, "reader", "known_entity"), () => {
    const close = () => {
      extra.hidden = true;
    };
    const find = labelText(labels, "reader", "another_entity_find");
    extra.replaceChildren(entityPicker(context, { name: find, choose: (entity) => names(entity), close }));
    extra.hidden = false;
    extra.querySelector<HTMLElement>("input")?.focus();
  });
  return [
    group(labelText(labels, "reader", "a_quotation"), [said("direct"), said("indirect"), quote && respan(quote.id)]),
    group(labelText(labels, "reader", "a_name"), [
      ...TYPES.map((type) => button(labelText(labels, "types", type), () => names(name, type))),
      known,
    ]),
    group(labelText(labels, "reader", "a_kind"), [
      button(labelText(labels, "reader", "choose_kind"), (anchor) => given.kinds(anchor)),
    ]),
  ];
}

function group(name: string, buttons: (HTMLElement | undefined)[]): HTMLElement {
  return h("div", { class: "rw-words-group", role: "group", aria: { label: name } }, [
    h("span", { class: "rw-words-name" }, name),
    buttons,
  ]);
}
