// No article has a date: there is no time to draw, so the articles are listed.
import type { Context } from "../core/context.ts";
import { h } from "../core/dom.ts";
import { headline } from "../core/headline.ts";
import { label } from "../core/labels.ts";
import { selectOnly } from "../core/store.ts";
import { ORIGIN } from "./memory.ts";
import type { Model } from "./model.ts";

/** The articles as buttons that select them, under a line that says why there is no timeline. */
export function undatedList({ labels, store }: Context, { points }: Model): HTMLElement {
  const rows = points.map(({ article }) =>
    h(
      "li",
      {},
      h(
        "button",
        {
          class: "rw-row rw-tl-row",
          type: "button",
          on: { click: () => selectOnly(store, { article: article.id }, ORIGIN) },
        },
        h("bdi", { class: "rw-source" }, article.source),
        h("span", { class: "rw-tl-row-title", dir: "auto" }, headline(article)),
      ),
    ),
  );
  return h(
    "div",
    { class: "rw-pane rw-tl-undated" },
    h("p", { class: "rw-tl-none", role: "status" }, label(labels, "timeline", "no_dates", { n: points.length })),
    h("ul", { class: "rw-tl-list rw-scroll" }, rows),
  );
}
