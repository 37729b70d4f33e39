// What stands beside the matrix: what is behind a block of cells, and what outlets print on page after page.
import type { Context } from "../core/context.ts";
import { h } from "../core/dom.ts";
import { formatNumber, label, labelText } from "../core/labels.ts";
import type { Block } from "./block.ts";
import { pairList } from "./facts.ts";
import type { Matrix } from "./matrix.ts";
import { type Pair, pairsBehind } from "./pairs.ts";

export interface PanelActions {
  choose(pair: Pair): void;
  clear(): void;
  /** Makes the block as large as the room; absent where cells have one size. */
  zoom?: (() => void) | undefined;
}

const NAMES = 8;

/** How many pairs and shared words a block holds and of which outlets, and the list of its pairs. */
export function blockPanel(context: Context, matrix: Matrix, block: Block, actions: PanelActions): HTMLElement {
  const { labels, story } = context;
  const pairs = pairsBehind(story, matrix, block);
  const sum = (of: (pair: Pair) => number) => pairs.reduce((total, pair) => total + of(pair), 0);
  const counted =
    matrix.layer === "copied"
      ? label(labels, "messages", "shared_words_n", { n: sum(({ words }) => words) })
      : label(labels, "heatmap", "reworded_n", { n: sum(({ sentences }) => sentences) });
  const outlets = [...new Set(pairs.flatMap(({ a, b }) => [a.source, b.source]))];
  const button = (act: string, section: string, run: () => void) =>
    h("button", { class: "rw-button", type: "button", data: { act }, on: { click: run } }, label(labels, section, act));
  return h(
    "section",
    { class: "rw-heat-block", aria: { label: labelText(labels, "heatmap", "block") } },
    h(
      "div",
      { class: "rw-heat-block-head", role: "status" },
      h(
        "p",
        { class: "rw-heat-block-facts" },
        h("span", {}, label(labels, "heatmap", "pairs_n", { n: pairs.length })),
        h("span", {}, counted),
      ),
      h("p", { class: "rw-heat-block-outlets" }, names(context, outlets)),
    ),
    h(
      "div",
      { class: "rw-heat-block-acts" },
      actions.zoom && button("zoom_block", "heatmap", actions.zoom),
      button("clear", "actions", actions.clear),
    ),
    pairList(context, pairs, actions.choose),
  );
}

/** The outlets by name, of very many the first. */
function names({ labels }: Context, outlets: string[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(label(labels, "heatmap", "outlets_n", { n: outlets.length }));
  for (const outlet of outlets.slice(0, NAMES))
    fragment.append(" ", h("bdi", { class: "rw-heat-block-outlet" }, outlet));
  if (outlets.length > NAMES) fragment.append(" …");
  return fragment;
}

/** What is printed on page after page: the words, the outlet and on how many of its pages; longest use first. */
export function boilerplatePanel({ labels, story }: Context): HTMLElement {
  const rows = story.shares.boilerplate.map(({ text, source, articles, reason }) =>
    h(
      "li",
      { class: "rw-repeated-row" },
      h(
        "div",
        { class: "rw-repeated-where" },
        h("bdi", { class: "rw-source" }, source),
        h("span", { class: "rw-muted" }, label(labels, "messages", "articles_n", { n: articles })),
        h("span", { class: "rw-muted" }, label(labels, "heatmap", `reason_${reason}`)),
      ),
      h("p", { class: "rw-text rw-repeated-text", dir: "auto" }, text),
    ),
  );
  const title = labelText(labels, "heatmap", "boilerplate");
  return h(
    "section",
    { class: "rw-repeated-list", aria: { label: title } },
    h("h3", {}, title, " ", h("bdi", { class: "rw-number rw-muted" }, formatNumber(labels, rows.length))),
    h("p", { class: "rw-muted" }, label(labels, "heatmap", "boilerplate_note")),
    h("ul", {}, rows),
  );
}
