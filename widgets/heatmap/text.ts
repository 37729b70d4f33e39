// One of two texts that are compared: its passages numbered and coloured, what differs in them shown word by word.
import type { Context } from "../core/context.ts";
import type { ArticleRecord, Labels, PieceRecord, SegmentRecord } from "../core/contract.ts";
import { type Child, h } from "../core/dom.ts";
import { formatDate, formatNumber, label, labelText } from "../core/labels.ts";
import type { Shared } from "./pairs.ts";
import { drawKept, drawPieces, piecesOn, type Side, Wording } from "./wording.ts";

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

/** The class of a passage's colour; boilerplate has none, and sentences in other words have one of their own. */
export function colour({ kind, number }: Shared): string {
  if (kind === "reworded") return "rw-shared-reworded";
  return kind === "boilerplate" ? "rw-shared-repeated" : `rw-shared-${((number - 1) % COLOURS) + 1}`;
}

/** What stands for it where there is little room, and what it is called. */
export function signOf(labels: Labels, { kind, number }: Shared): { sign: string; name: string } {
  const counted = formatNumber(labels, number);
  if (kind === "copied") return { sign: counted, name: `${labelText(labels, "columns", "passage")} ${counted}` };
  if (kind === "reworded")
    return { sign: `≈${counted}`, name: `${labelText(labels, "heatmap", "reworded")} ${counted}` };
  return { sign: labelText(labels, "heatmap", "repeated_sign"), name: labelText(labels, "heatmap", "boilerplate") };
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
    // a passage inside a sentence that is said in other words stays a passage
    const copied = marks.findIndex((mark) => shared.get(mark)?.kind === "copied");
    const at = Math.max(copied, 0);
    const pieces = taken[at] ?? [{ op: "same", text: segment.text, other: "" }];
    const own = shared.get(marks[at] ?? -1);
    const last = runs.at(-1);
    if (last && last.shared === own) last.pieces.push(...pieces);
    else runs.push({ shared: own, pieces });
  }
  return runs;
}

function drawBlock(context: Context, kind: string, runs: Run[], earlier: boolean): HTMLElement {
  const children = runs.map(({ shared, pieces }) => {
    const drawn =
      shared?.kind === "reworded" ? drawSaid(context, shared, pieces) : drawPieces(context, pieces, earlier);
    return shared ? drawMark(context, shared, drawn) : drawn;
  });
  return h(kind === "title" ? "h3" : "p", { class: `rw-kind-${kind}` }, children);
}

/** A sentence in other words; of two in two languages nothing is compared word by word. */
function drawSaid(context: Context, { passage }: Shared, pieces: PieceRecord[]): Child[] {
  return passage.differs ? drawKept(context, pieces) : pieces.map(({ text }) => text);
}

function drawMark({ labels }: Context, shared: Shared, drawn: ReturnType<typeof drawPieces>): HTMLElement {
  const { sign, name } = signOf(labels, shared);
  const mark = h(
    "mark",
    { class: `rw-shared ${colour(shared)}`, tabindex: 0, role: "button", data: { passage: shared.passage.id } },
    h("span", { class: "rw-shared-number", aria: { hidden: true } }, sign),
    drawn,
  );
  mark.setAttribute("aria-label", `${name}: ${(mark.textContent ?? "").slice(sign.length)}`);
  return mark;
}
