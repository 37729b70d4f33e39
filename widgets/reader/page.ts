// One article as its page was: blocks of segments, each segment with the marks that lie on it.
import type { Context } from "../core/context.ts";
import type { ArticleRecord, BlockRecord, Layer, MarkRecord, SegmentRecord, Story } from "../core/contract.ts";
import { type Child, h, link } from "../core/dom.ts";
import { formatDate, label, labelText } from "../core/labels.ts";

/** The layers that a reader can switch; a speaker and a cue go with their quotation. */
export type Shown = "entity" | "quote" | "passage";
export const SHOWN: readonly Shown[] = ["entity", "quote", "passage"];

const CONTENT = new Set(["title", "subtitle", "body"]);
const FURNITURE = new Set(["caption", "related", "furniture"]);

/** The switch that a mark's layer belongs to. */
export function layerOf(layer: Layer): Shown {
  return layer === "entity" || layer === "passage" ? layer : "quote";
}

export interface Page {
  element: HTMLElement;
  /** The elements that show a mark, by its position in the story. */
  places: Map<number, HTMLElement[]>;
}

export interface PageOptions {
  layers: ReadonlySet<Shown>;
  furniture: boolean;
}

/** The page of an article with the layers that are on. */
export function drawPage(context: Context, article: ArticleRecord, options: PageOptions): Page {
  const places: Page["places"] = new Map();
  const blocks = article.blocks.filter((block) => options.furniture || !FURNITURE.has(block.kind));
  const drawn = blocks.map((block, index) => {
    const named = block.kind !== blocks[index - 1]?.kind && !CONTENT.has(block.kind);
    return drawBlock(context, block, named, (segment) => drawSegment(context.story, segment, options.layers, places));
  });
  const text = h("div", { class: "rw-text", dir: article.direction, lang: article.language }, drawn);
  return { element: h("article", { class: "rw-article" }, meta(context, article), text), places };
}

/** The marks of an article whose layers are on, in the order in which they begin; speakers and cues are not steps. */
export function steps(story: Story, article: ArticleRecord, layers: ReadonlySet<Shown>): number[] {
  const found = new Set<number>();
  for (const block of article.blocks) {
    for (const segment of block.segments) {
      for (const mark of segment.marks) {
        const layer = story.marks[mark]?.layer;
        if (layer !== undefined && layers.has(layer as Shown)) found.add(mark);
      }
    }
  }
  return [...found];
}

/** Whether an article has blocks that the furniture switch hides. */
export function hasFurniture(article: ArticleRecord): boolean {
  return article.blocks.some((block) => FURNITURE.has(block.kind));
}

function meta({ labels }: Context, article: ArticleRecord): HTMLElement {
  const parts: Child[] = [h("bdi", { class: "rw-source" }, article.source)];
  if (article.published) parts.push(h("time", {}, h("bdi", {}, formatDate(labels, article.published))));
  if (article.author) parts.push(h("bdi", {}, article.author));
  parts.push(h("span", {}, label(labels, "messages", "words_n", { n: article.words })));
  if (article.url) parts.push(link(article.url, article.url));
  return h(
    "p",
    { class: "rw-meta" },
    parts.map((part) => h("span", { class: "rw-meta-part" }, part)),
  );
}

function drawBlock(
  { labels }: Context,
  block: BlockRecord,
  named: boolean,
  draw: (segment: SegmentRecord) => Child,
): HTMLElement {
  const kind = labelText(labels, "kinds", block.kind);
  const dim = CONTENT.has(block.kind) ? "" : " rw-dim";
  return h(
    block.kind === "title" ? "h3" : "div",
    { class: `rw-block rw-kind-${block.kind}${dim}`, title: block.rule ? `${kind} · ${block.rule}` : kind },
    named ? h("span", { class: "rw-kind", lang: labels.language }, h("bdi", {}, kind)) : null,
    block.segments.map(draw),
  );
}

function drawSegment(
  story: Story,
  segment: SegmentRecord,
  layers: ReadonlySet<Shown>,
  places: Map<number, HTMLElement[]>,
): Child {
  const marks = segment.marks.filter((mark) => {
    const layer = story.marks[mark]?.layer;
    return layer !== undefined && layers.has(layerOf(layer));
  });
  if (marks.length === 0) return segment.text;
  const classes = new Set(["rw-mark"]);
  for (const mark of marks) for (const name of markClasses(story.marks[mark])) classes.add(name);
  const element = h("mark", { class: [...classes].join(" "), data: { marks: marks.join(" ") } }, segment.text);
  for (const mark of marks) places.set(mark, [...(places.get(mark) ?? []), element]);
  return element;
}

function markClasses(mark: MarkRecord | undefined): string[] {
  if (mark === undefined) return [];
  return mark.layer === "entity" ? ["rw-layer-entity", `rw-type-${mark.type}`] : [`rw-layer-${mark.layer}`];
}
