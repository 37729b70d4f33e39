// Two texts beside each other, what they share marked alike in both; a passage leads to its other half.
import type { Context, Part } from "../core/context.ts";
import type { ArticleRecord, BlockRecord } from "../core/contract.ts";
import { type Child, fill, h } from "../core/dom.ts";
import { headline } from "../core/headline.ts";
import { formatDate, formatNumber, formatShare, label, labelText } from "../core/labels.ts";
import { picking } from "../core/store.ts";
import { type Pair, type Shared, sharedOf } from "./matrix.ts";

export const ORIGIN = "heatmap";
const COLOURS = 6;
const CONTENT = new Set(["title", "subtitle", "body"]);

/** A part that, once it stands in the document, brings what matters into sight. */
export interface Comparison extends Part {
  settle(): void;
}

/** The texts of a pair, the shared passages numbered, coloured and linked. */
export function comparison(context: Context, pair: Pair): Comparison {
  const shared = sharedOf(context.story, pair);
  const sides = [text(context, pair.a, shared, "a"), text(context, pair.b, shared, "b")];
  const chips = shared.map((one) => chip(context, one));
  const element = h(
    "div",
    { class: "rw-compare" },
    h("div", { class: "rw-compare-head" }, facts(context, pair), passages(context, pair, chips)),
    h("div", { class: "rw-compare-texts" }, sides),
  );
  const pick = (id: string, from: HTMLElement | null) => {
    context.store.set({ pair: [pair.a.id, pair.b.id], passage: id, article: null, mark: null }, ORIGIN);
    align(sides, id, from);
  };
  const listen = (event: Event) => {
    const target = (event.target as Element).closest<HTMLElement>("[data-passage]");
    const key = event instanceof KeyboardEvent ? event.key : "Enter";
    if (!target || (key !== "Enter" && key !== " ")) return;
    event.preventDefault();
    pick(target.dataset["passage"] ?? "", target);
  };
  element.addEventListener("click", listen);
  element.addEventListener("keydown", (event) => {
    if ((event.target as Element).matches("mark")) listen(event);
  });
  const show = () => emphasise(element, context.store.get().passage);
  show();
  const settle = () => {
    const { passage } = context.store.get();
    level(sides, shared.some((one) => one.passage.id === passage) ? passage : (shared[0]?.passage.id ?? null));
  };
  return { element, settle, dispose: context.store.subscribe(show) };
}

/** The shares both ways, in words. */
export function facts(context: Context, { a, b, ab, ba, words, first }: Pair): HTMLElement {
  const { labels } = context;
  const [one, other] = a.source === b.source ? [headline(a), headline(b)] : [a.source, b.source];
  const say = (share: number, of: string, within: string) =>
    h("li", {}, label(labels, "messages", "share_of", { share: formatShare(labels, share), a: of, b: within }));
  const earlier = [a, b].find(({ id }) => id === first);
  return h(
    "ul",
    { class: "rw-compare-facts" },
    say(ab, one, other),
    say(ba, other, one),
    words > 0 && h("li", {}, label(labels, "messages", "shared_words_n", { n: words })),
    earlier &&
      a.source !== b.source &&
      h("li", {}, label(labels, "messages", "first_published"), ": ", h("bdi", {}, earlier.source)),
  );
}

function passages({ labels }: Context, { ab, ba }: Pair, chips: HTMLElement[]): HTMLElement {
  if (chips.length === 0) {
    const why = ab > 0 || ba > 0 ? "few_shared_words" : "no_shared_passage";
    return h("p", { class: "rw-muted rw-compare-none", role: "status" }, label(labels, "messages", why));
  }
  const name = labelText(labels, "messages", "passages_n", { n: chips.length });
  return h(
    "ul",
    { class: "rw-compare-chips", aria: { label: name } },
    chips.map((one) => h("li", {}, one)),
  );
}

function chip({ labels }: Context, { passage, number }: Shared): HTMLElement {
  return h(
    "button",
    {
      class: `rw-shared-chip ${colour(number)}`,
      type: "button",
      data: { passage: passage.id },
      aria: { pressed: false, label: `${labelText(labels, "columns", "passage")} ${formatNumber(labels, number)}` },
      title: labelText(labels, "messages", "shared_words_n", { n: passage.words }),
    },
    formatNumber(labels, number),
  );
}

function text(context: Context, article: ArticleRecord, shared: Shared[], side: "a" | "b"): HTMLElement {
  const { labels, store, story } = context;
  const numbers = new Map(shared.map((one) => [one[side], one]));
  const first = shared[0]?.[side];
  const open = h(
    "button",
    { class: "rw-button rw-compare-open", type: "button" },
    label(labels, "actions", "open_in_reader"),
  );
  open.addEventListener("click", () => {
    const chosen = shared.find(({ passage }) => passage.id === store.get().passage)?.[side] ?? first;
    store.set(chosen === undefined ? { article: article.id } : picking(story, chosen), ORIGIN);
  });
  return h(
    "section",
    { class: "rw-compare-text rw-pane", aria: { label: `${article.source} – ${article.title}` } },
    h(
      "header",
      { class: "rw-compare-source" },
      h(
        "div",
        {},
        h("bdi", { class: "rw-source" }, article.source),
        article.published && h("bdi", { class: "rw-muted" }, formatDate(labels, article.published)),
      ),
      open,
    ),
    h(
      "div",
      {
        class: "rw-scroll rw-text rw-compare-body",
        dir: article.direction,
        lang: article.language,
        tabindex: 0,
        role: "region",
        aria: { label: article.title || article.source },
      },
      article.blocks.filter(({ kind }) => CONTENT.has(kind)).map((block) => drawBlock(context, block, numbers)),
    ),
  );
}

/** A block, its runs of segments of one shared passage in one mark each. */
function drawBlock(context: Context, block: BlockRecord, numbers: Map<number, Shared>): HTMLElement {
  const runs: { shared: Shared | undefined; text: string }[] = [];
  for (const segment of block.segments) {
    const shared = segment.marks.map((mark) => numbers.get(mark)).find(Boolean);
    const last = runs.at(-1);
    if (last && last.shared === shared) last.text += segment.text;
    else runs.push({ shared, text: segment.text });
  }
  const children = runs.map(({ shared, text }) => (shared ? drawMark(context, shared, text) : text));
  return h(block.kind === "title" ? "h3" : "p", { class: `rw-kind-${block.kind}` }, children);
}

function drawMark({ labels }: Context, { passage, number }: Shared, text: string): Child {
  const shown = formatNumber(labels, number);
  return h(
    "mark",
    {
      class: `rw-shared ${colour(number)}`,
      tabindex: 0,
      role: "button",
      data: { passage: passage.id },
      aria: { label: `${labelText(labels, "columns", "passage")} ${shown}: ${text}` },
    },
    h("span", { class: "rw-shared-number", aria: { hidden: true } }, shown),
    text,
  );
}

function colour(number: number): string {
  return `rw-shared-${((number - 1) % COLOURS) + 1}`;
}

function emphasise(element: HTMLElement, id: string | null): void {
  for (const one of element.querySelectorAll<HTMLElement>("[data-passage]")) {
    const chosen = one.dataset["passage"] === id;
    one.classList.toggle("rw-chosen", chosen);
    if (one.hasAttribute("aria-pressed") || one.tagName === "MARK") one.setAttribute("aria-pressed", String(chosen));
  }
}

/** Brings a passage into sight in both texts, level with the half that was clicked. */
function align(sides: HTMLElement[], id: string, from: HTMLElement | null): void {
  for (const side of sides) {
    const body = side.querySelector<HTMLElement>(".rw-compare-body");
    const mark = body?.querySelector<HTMLElement>(`mark[data-passage="${CSS.escape(id)}"]`);
    if (!body || !mark || mark === from || body.contains(from)) continue;
    const clicked = from?.closest(".rw-compare-body");
    const offset = clicked && from ? from.getBoundingClientRect().top - clicked.getBoundingClientRect().top : 24;
    const now = mark.getBoundingClientRect().top - body.getBoundingClientRect().top;
    body.scrollTop += now - offset;
  }
}

/** Brings the first passage into sight in both texts at one height: at that of the text where it comes sooner. */
function level(sides: HTMLElement[], id: string | null): void {
  if (id === null) return;
  const found = sides.flatMap((side) => {
    const body = side.querySelector<HTMLElement>(".rw-compare-body");
    const mark = body?.querySelector<HTMLElement>(`mark[data-passage="${CSS.escape(id)}"]`);
    if (!body || !mark) return [];
    return [{ body, at: mark.getBoundingClientRect().top - body.getBoundingClientRect().top + body.scrollTop }];
  });
  const soonest = Math.min(...found.map(({ at }) => at));
  for (const { body, at } of found) body.scrollTop = at - (soonest < body.clientHeight / 2 ? soonest : 48);
}

/** The article pairs behind a cell of two sources, as buttons. */
export function pairList(context: Context, pairs: Pair[], choose: (pair: Pair) => void): HTMLElement {
  const list = h("ul", { class: "rw-pairs" });
  const title = (article: ArticleRecord) =>
    h(
      "span",
      { class: "rw-pair-article" },
      h("bdi", { class: "rw-source" }, article.source),
      h("bdi", { class: "rw-pair-title" }, headline(article)),
    );
  fill(
    list,
    pairs.map((pair) =>
      h(
        "li",
        {},
        h(
          "div",
          { class: "rw-pair" },
          h(
            "button",
            { class: "rw-pair-open", type: "button", on: { click: () => choose(pair) } },
            title(pair.a),
            title(pair.b),
          ),
          facts(context, pair),
        ),
      ),
    ),
  );
  return h(
    "div",
    { class: "rw-scroll" },
    h("p", { class: "rw-muted rw-pairs-hint" }, label(context.labels, "messages", "choose_pair")),
    list,
  );
}
