// The articles to choose from: a list beside the page where there is room, a menu above it where there is not.
import type { Context, Part } from "../core/context.ts";
import type { ArticleRecord } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { headline } from "../core/headline.ts";
import { formatDate, label, labelText } from "../core/labels.ts";

export type Choose = (article: string) => void;

/** A list of the articles as buttons, the open one marked as current. */
export function articleList(context: Context, choose: Choose): Part & { show(article: string): void } {
  const buttons = new Map(
    context.story.articles.map((article) => [article.id, entry(context, article, () => choose(article.id))]),
  );
  const items = [...buttons.values()].map((button) => h("li", {}, button));
  const element = h(
    "nav",
    { class: "rw-article-list rw-scroll", aria: { label: labelText(context.labels, "columns", "articles") } },
    h("ul", {}, items),
  );
  const show = (article: string) => {
    for (const [id, button] of buttons) button.setAttribute("aria-current", String(id === article));
    const button = buttons.get(article);
    if (button !== undefined) reveal(element, button);
  };
  return { element, show, dispose: () => {} };
}

/** The same as a menu. */
export function articleMenu({ story, labels }: Context, choose: Choose): Part & { show(article: string): void } {
  const options = story.articles.map((article) => h("option", { value: article.id }, oneLine(article)));
  const element = h(
    "select",
    {
      class: "rw-select rw-article-menu",
      aria: { label: labelText(labels, "columns", "article") },
      on: { change: () => choose(element.value) },
    },
    options,
  );
  const show = (article: string) => {
    element.value = article;
    element.dir = story.articles.find(({ id }) => id === article)?.direction ?? "auto";
  };
  return { element, show, dispose: () => {} };
}

function entry({ labels }: Context, article: ArticleRecord, choose: () => void): HTMLElement {
  const date = article.published ? h("bdi", {}, formatDate(labels, article.published)) : null;
  const facts = [date, h("bdi", { dir: labels.direction }, label(labels, "messages", "words_n", { n: article.words }))];
  const card = h(
    "span",
    { class: "rw-article-card", dir: article.direction },
    h("bdi", { class: "rw-source" }, article.source),
    h("span", { class: "rw-article-title", dir: "auto" }, headline(article)),
    h("span", { class: "rw-muted rw-article-facts" }, facts),
  );
  return h("button", { class: "rw-row rw-article-entry", type: "button", on: { click: choose } }, card);
}

function oneLine(article: ArticleRecord): string {
  return `\u2068${article.source}\u2069 · \u2068${headline(article)}\u2069`;
}

/** Scrolls the list alone, never the page that it stands in, until the button is in sight. */
function reveal(list: HTMLElement, button: HTMLElement): void {
  const [box, frame] = [button.getBoundingClientRect(), list.getBoundingClientRect()];
  if (box.top < frame.top) list.scrollTop += box.top - frame.top;
  else if (box.bottom > frame.bottom) list.scrollTop += box.bottom - frame.bottom;
}
