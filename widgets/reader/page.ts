// One article as its page was: blocks of segments, each segment with the marks that lie on it.
import type { Context } from "../core/context.ts";
import type { ArticleRecord, BlockRecord, MarkRecord, SegmentRecord, Story } from "../core/contract.ts";
import { type Child, h, link } from "../core/dom.ts";
import { formatDate, label, labelText } from "../core/labels.ts";
import { ruleText } from "../core/reasons.ts";
import { type Layered, layerOf } from "./layers.ts";
import { drawRun, isFurniture, runs } from "./runs.ts";

const CONTENT = new Set(["title", "subtitle", "body"]);

/** A block as it is drawn; its tag says what it is, by which rule. */
export interface DrawnBlock {
  record: BlockRecord;
  element: HTMLElement;
  tag: HTMLElement;
}

export interface Page {
  element: HTMLElement;
  /** The elements that show a mark, by its position in the story. */
  places: Map<number, HTMLElement[]>;
  blocks: DrawnBlock[];
}

export interface PageOptions {
  layers: ReadonlySet<Layered>;
  furniture: boolean;
  /** The runs of furniture that were opened or folded by hand. */
  runs: Map<string, boolean>;
  /** Offers other kinds for a block; null where nothing can be corrected. */
  choose: ((block: DrawnBlock) => void) | null;
  /** Called when a run was opened or folded. */
  resized: () => void;
}

/** The page of an article with the layers that are on. */
export function drawPage(context: Context, article: ArticleRecord, options: PageOptions): Page {
  const page: Page = { element: h("article", { class: "rw-article" }), places: new Map(), blocks: [] };
  const drawn: HTMLElement[] = [];
  let previous = "";
  for (const run of runs(article.blocks)) {
    const folds = isFurniture(run[0]);
    if (folds && !options.furniture) continue;
    const elements = run.map((block) => {
      const named = block.kind !== previous && !CONTENT.has(block.kind);
      previous = block.kind;
      return drawBlock(context, block, { named, page, options });
    });
    if (folds) drawn.push(drawRun(context.labels, `${article.id}:${run[0]?.start}`, run, { elements, ...options }));
    else drawn.push(...elements);
  }
  const text = h("div", { class: "rw-text", dir: article.direction, lang: article.language }, drawn);
  page.element.append(meta(context, article), ...notices(context, article, options.furniture), text);
  return page;
}

/** The marks of an article whose layers are on, in the order in which they begin; speakers and cues are no steps. */
export function steps(story: Story, article: ArticleRecord, layers: ReadonlySet<Layered>): number[] {
  const found = new Set<number>();
  for (const block of article.blocks) {
    for (const segment of block.segments) {
      for (const mark of segment.marks) {
        const record = story.marks[mark];
        if (record !== undefined && isStep(record) && layers.has(layerOf(record))) found.add(mark);
      }
    }
  }
  return [...found];
}

/** Whether an article has blocks that the furniture switch hides. */
export function hasFurniture(article: ArticleRecord): boolean {
  return article.blocks.some(isFurniture);
}

function isStep(mark: MarkRecord): boolean {
  return mark.layer === "entity" || mark.layer === "quote" || mark.layer === "passage";
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

/** What is said above a page that has nothing to read. */
function notices({ labels }: Context, article: ArticleRecord, furniture: boolean): HTMLElement[] {
  const written = article.blocks.filter(({ segments }) => segments.some(({ text }) => text.trim() !== ""));
  if (written.length > 0 && written.some(({ kind }) => CONTENT.has(kind))) return [];
  const key = written.length === 0 ? "no_text" : furniture ? "only_furniture" : "only_furniture_hidden";
  return [h("p", { class: "rw-notice", role: "note" }, label(labels, "reader", key))];
}

interface BlockOptions {
  named: boolean;
  page: Page;
  options: PageOptions;
}

function drawBlock(context: Context, record: BlockRecord, { named, page, options }: BlockOptions): HTMLElement {
  const { labels, story } = context;
  const kind = labelText(labels, "kinds", record.kind);
  const dim = CONTENT.has(record.kind) ? "" : " rw-dim";
  const text = record.segments.map((segment) => drawSegment(story, segment, options.layers, page.places));
  const tag = drawTag(context, record, kind, options.choose !== null);
  const element = h(
    "div",
    { class: `rw-block rw-kind-${record.kind}${dim}` },
    tag,
    named ? h("span", { class: "rw-kind", lang: labels.language }, h("bdi", {}, kind)) : null,
    record.kind === "title" ? h("h3", {}, text) : h("div", { class: "rw-block-text" }, text),
  );
  const drawn = { record, element, tag };
  tag.addEventListener("click", () => options.choose?.(drawn));
  page.blocks.push(drawn);
  return element;
}

/** What a block is and by which rule; shown while the block is pointed at or its tag has the focus. */
function drawTag({ labels }: Context, record: BlockRecord, kind: string, changes: boolean): HTMLElement {
  const rule = ruleText(labels, "rule_block", record.rule);
  const words = [h("span", {}, kind), rule ? h("bdi", { class: "rw-rule", title: record.rule }, rule) : null];
  const spoken = rule ? `${kind} · ${rule}` : kind;
  const props = { class: "rw-tag", tabindex: -1, lang: labels.language, dir: labels.direction };
  if (!changes) return h("span", { ...props, role: "note", aria: { label: spoken } }, words);
  const name = labelText(labels, "reader", "change_kind");
  return h(
    "button",
    {
      ...props,
      type: "button",
      title: `${name} (b)`,
      aria: { label: `${spoken}: ${name}`, haspopup: "menu", expanded: false },
    },
    words,
    h("span", { class: "rw-caret", aria: { hidden: true } }),
  );
}

function drawSegment(
  story: Story,
  segment: SegmentRecord,
  layers: ReadonlySet<Layered>,
  places: Page["places"],
): HTMLElement {
  const marks = segment.marks.filter((mark) => {
    const record = story.marks[mark];
    return record !== undefined && layers.has(layerOf(record));
  });
  const data: Record<string, string | number> = { start: segment.start };
  if (marks.length === 0) return h("span", { data }, segment.text);
  const classes = new Set(["rw-mark"]);
  for (const mark of marks) for (const name of markClasses(story.marks[mark])) classes.add(name);
  const element = h("mark", { class: [...classes].join(" "), data: { ...data, marks: marks.join(" ") } }, segment.text);
  for (const mark of marks) {
    const there = places.get(mark);
    if (there === undefined) places.set(mark, [element]);
    else there.push(element);
  }
  return element;
}

function markClasses(mark: MarkRecord | undefined): string[] {
  if (mark === undefined) return [];
  return mark.layer === "entity" ? ["rw-layer-entity", `rw-type-${mark.type}`] : [`rw-layer-${mark.layer}`];
}

/** Shows where quotations and passages begin and end, so that those that cross can be told apart. */
export function drawEdges(story: Story, places: Page["places"]): void {
  for (const [mark, elements] of places) {
    const layer = story.marks[mark]?.layer;
    if (layer !== "quote" && layer !== "passage") continue;
    elements[0]?.classList.add(`rw-${layer}-from`);
    elements.at(-1)?.classList.add(`rw-${layer}-to`);
  }
}
