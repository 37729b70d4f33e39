// One of two texts that are compared: its passages numbered and coloured, what differs in them shown word by word.
import type { Context } from "../core/context.ts";
import type { ArticleRecord, PieceRecord, SegmentRecord } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { formatDate, formatNumber, label, labelText } from "../core/labels.ts";
import type { Shared } from "./pairs.ts";
import { drawPieces, piecesOn, type Side, Wording } from "./wording.ts";

const COLOURS = 6;
const CONTENT = new Set(["title", "subtitle", "body"]);

interface Run {
  shared: Shared | undefined;
  pieces: PieceRecord[];
}

/** What is drawn: a text, on which side of which pair, and the passages that it shares. */
export interface Half {
  article: ArticleRecord;
  side: Side;
  /** Whether it is the earlier of the two. */
  earlier: boolean;
  shared: Shared[];
}

/** The passages on one side by their marks, and how far each has been drawn. */
interface Drawing {
  shared: Map<number, Shared>;
  wordings: Map<number, Wording>;
}

/** A text with its heading; `open` leads to the reader. */
export function text(context: Context, half: Half, open: () => void): HTMLElement {
  const { article, side } = half;
  const { labels } = context;
  const button = h(
    "button",
    { class: "rw-button rw-compare-open", type: "button", on: { click: open } },
    label(labels, "actions", "open_in_reader"),
  );
  const date = article.published && h("bdi", { class: "rw-muted" }, formatDate(labels, article.published));
  const body = h("div", {
    class: "rw-scroll rw-text rw-compare-body",
    dir: article.direction,
    lang: article.language,
    tabindex: 0,
    role: "region",
    data: { side },
    aria: { label: article.title || article.source },
  });
  body.append(...drawText(context, half));
  return h(
    "section",
    { class: "rw-compare-text rw-pane", aria: { label: `${article.source} – ${article.title}` } },
    h(
      "header",
      { class: "rw-compare-source" },
      h("div", {}, h("bdi", { class: "rw-source" }, article.source), date),
      button,
    ),
    body,
  );
}

/** The class of a passage's colour; boilerplate has none. */
export function colour(number: number): string {
  return number === 0 ? "rw-shared-repeated" : `rw-shared-${((number - 1) % COLOURS) + 1}`;
}

/** The blocks of the content; what lies in others is passed over, but its pieces are taken off all the same. */
export function drawText(context: Context, { article, side, earlier, shared }: Half): HTMLElement[] {
  const drawing: Drawing = {
    shared: new Map(shared.map((one) => [one[side], one])),
    wordings: new Map(shared.map((one) => [one[side], new Wording(piecesOn(one.passage, article.id))])),
  };
  return article.blocks.flatMap(({ kind, segments }) => {
    const runs = runsOf(segments, drawing);
    return CONTENT.has(kind) ? [drawBlock(context, kind, runs, earlier)] : [];
  });
}

/** The text of a block in runs of one shared passage each. */
function runsOf(segments: SegmentRecord[], { shared, wordings }: Drawing): Run[] {
  const runs: Run[] = [];
  for (const segment of segments) {
    const marks = segment.marks.filter((mark) => shared.has(mark));
    const taken = marks.map((mark) => wordings.get(mark)?.take(segment.text) ?? []);
    const pieces = taken[0] ?? [{ op: "same", text: segment.text, other: "" }];
    const own = marks[0] === undefined ? undefined : shared.get(marks[0]);
    const last = runs.at(-1);
    if (last && last.shared === own) last.pieces.push(...pieces);
    else runs.push({ shared: own, pieces });
  }
  return runs;
}

function drawBlock(context: Context, kind: string, runs: Run[], earlier: boolean): HTMLElement {
  const children = runs.map(({ shared, pieces }) => {
    const drawn = drawPieces(context, pieces, earlier);
    return shared ? drawMark(context, shared, drawn) : drawn;
  });
  return h(kind === "title" ? "h3" : "p", { class: `rw-kind-${kind}` }, children);
}

function drawMark({ labels }: Context, { passage, number }: Shared, drawn: ReturnType<typeof drawPieces>): HTMLElement {
  const shown = number > 0 ? formatNumber(labels, number) : labelText(labels, "heatmap", "repeated_sign");
  const mark = h(
    "mark",
    { class: `rw-shared ${colour(number)}`, tabindex: 0, role: "button", data: { passage: passage.id } },
    h("span", { class: "rw-shared-number", aria: { hidden: true } }, shown),
    drawn,
  );
  const named =
    number > 0 ? `${labelText(labels, "columns", "passage")} ${shown}` : labelText(labels, "heatmap", "boilerplate");
  mark.setAttribute("aria-label", `${named}: ${(mark.textContent ?? "").slice(shown.length)}`);
  return mark;
}
