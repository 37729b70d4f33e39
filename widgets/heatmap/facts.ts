// What two articles have to do with each other, in words, and the list of pairs behind a cell or a block.
import type { Context } from "../core/context.ts";
import type { ArticleRecord, Labels } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { headline } from "../core/headline.ts";
import { formatShare, label, labelText } from "../core/labels.ts";
import type { Pair } from "./pairs.ts";

const STEP = 30;

/** The shares both ways, who was first and by what that is known, and a source that both may have. */
export function facts({ labels }: Context, pair: Pair): HTMLElement {
  const { a, b, ab, ba, words, sentences, likely } = pair;
  const [one, other] = a.source === b.source ? [headline(a), headline(b)] : [a.source, b.source];
  const say = (share: number, of: string, within: string) =>
    h("li", {}, label(labels, "messages", "share_of", { share: formatShare(labels, share), a: of, b: within }));
  const first = firstSaid(labels, pair);
  return h(
    "ul",
    { class: "rw-compare-facts" },
    say(ab, one, other),
    say(ba, other, one),
    words > 0 && h("li", {}, label(labels, "messages", "shared_words_n", { n: words })),
    sentences > 0 && h("li", { class: "rw-reworded-count" }, label(labels, "heatmap", "reworded_n", { n: sentences })),
    first && h("li", { class: "rw-heat-first" }, first),
    likely && h("li", { class: "rw-likely" }, label(labels, "heatmap", "likely", { name: likely })),
  );
}

/** Which of a pair was first and by what that is known; null where nothing tells. */
export function firstSaid(labels: Labels, { a, b, first, firstBy }: Pair): DocumentFragment | null {
  const earlier = [a, b].find(({ id }) => id === first);
  if (!earlier) return null;
  const name = a.source === b.source ? headline(earlier) : earlier.source;
  return label(labels, "heatmap", firstBy === "credit" ? "first_credit" : "first_date", { name });
}

/** Pairs as buttons that open the two texts. */
export function pairList(context: Context, pairs: Pair[], choose: (pair: Pair) => void): HTMLElement {
  const list = h("ul", { class: "rw-pairs" });
  const more = h("button", { class: "rw-button rw-more", type: "button" });
  let shown = 0;
  const grow = () => {
    for (const pair of pairs.slice(shown, shown + STEP)) list.append(row(context, pair, choose));
    shown = Math.min(shown + STEP, pairs.length);
    more.hidden = shown >= pairs.length;
    fill(more, label(context.labels, "actions", "show_more", { n: pairs.length - shown }));
  };
  more.addEventListener("click", grow);
  grow();
  return h("div", { class: "rw-pairs-list" }, list, more);
}

function row(context: Context, pair: Pair, choose: (pair: Pair) => void): HTMLElement {
  const open = h(
    "button",
    {
      class: "rw-pair-open",
      type: "button",
      data: { a: pair.a.id, b: pair.b.id },
      on: { click: () => choose(pair) },
    },
    titled(pair.a),
    titled(pair.b),
  );
  return h("li", {}, h("div", { class: "rw-pair" }, open, facts(context, pair)));
}

function titled(article: ArticleRecord): HTMLElement {
  return h(
    "span",
    { class: "rw-pair-article" },
    h("bdi", { class: "rw-source" }, article.source),
    h("bdi", { class: "rw-pair-title" }, headline(article)),
  );
}

/** One sentence for the tray. */
export function factsText(labels: Labels, { a, b, ab, ba, words, sentences }: Pair): string {
  const share = (value: number, of: ArticleRecord, within: ArticleRecord) =>
    labelText(labels, "messages", "share_of", { share: formatShare(labels, value), a: of.source, b: within.source });
  return [
    share(ab, a, b),
    share(ba, b, a),
    labelText(labels, "messages", "shared_words_n", { n: words }),
    sentences > 0 && labelText(labels, "heatmap", "reworded_n", { n: sentences }),
  ]
    .filter(Boolean)
    .join(" · ");
}
