// The lanes on the screen: names as HTML, the articles on a canvas, the arrows as SVG, and the one article that has the
// keyboard as an element above them.
import type { CopyRecord, Labels, QuoteRecord } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { labelText } from "../core/labels.ts";
import { Arrows, type Spot } from "./arrows.ts";
import { Cursor } from "./cursor.ts";
import { heads, roving, settle } from "./heads.ts";
import type { Model, Point } from "./model.ts";
import { type Band, badgeOf, badgePlace, type Colours, paint } from "./paint.ts";
import { type Glyph, hit, LANE, laneHeight, placed } from "./place.ts";
import { type Range, Scale } from "./scale.ts";
import type { Scene } from "./scene.ts";
import { ticks } from "./ticks.ts";
import { arrow, moment, nameOf } from "./words.ts";

export interface PlotActions {
  article(point: Point): void;
  many(points: Point[]): void;
  quote(quote: QuoteRecord): void;
  copy(copy: CopyRecord): void;
  nothing(): void;
  source(source: string): void;
  fold(source: string): void;
}

const TICK = 96;
/** A label that begins nearer to the end of the axis would be cut. */
const EDGE = 48;

export class Plot {
  readonly element: HTMLElement;
  readonly field: HTMLElement;
  readonly axis = h("div", { class: "rw-tl-axis", aria: { hidden: true } });
  readonly scroll: HTMLElement;
  readonly cursor: Cursor;
  scale: Scale;
  readonly #labels: Labels;
  readonly #model: Model;
  readonly #actions: PlotActions;
  readonly #heads = h("div", { class: "rw-tl-heads", role: "group" });
  readonly #canvas = h("canvas", { class: "rw-tl-canvas", aria: { hidden: true } });
  readonly #tip = h("div", { class: "rw-tl-tip", hidden: true, aria: { hidden: true } });
  readonly #arrows: Arrows;
  #glyphs: Glyph[] = [];
  #bands: Band[] = [];
  #spots = new Map<string, Spot>();
  #lines: number[] = [];
  #scene: Scene | null = null;
  #colours: Colours | null = null;

  constructor(labels: Labels, model: Model, corner: HTMLElement, actions: PlotActions) {
    this.#labels = labels;
    this.#model = model;
    this.#actions = actions;
    this.scale = new Scale(model.whole ?? { from: 0, to: 1 }, 1, labels.direction === "rtl");
    this.#arrows = new Arrows({
      name: labelText(labels, "timeline", "arrows"),
      nameOf: (copy) => arrow(labels, model, copy),
      choose: actions.copy,
    });
    this.cursor = new Cursor(labels, model, (point) => actions.article(point));
    this.#heads.setAttribute("aria-label", labelText(labels, "columns", "sources"));
    // Pixels count from the left here; what holds words says its own direction.
    this.field = h(
      "div",
      { class: "rw-tl-field", dir: "ltr" },
      this.#arrows.element,
      this.#canvas,
      this.cursor.element,
      this.#tip,
    );
    const plane = h("div", { class: "rw-tl-plane" }, corner, this.axis, this.#heads, this.field);
    this.scroll = h("div", { class: "rw-scroll rw-tl-scroll" }, plane);
    this.element = this.scroll;
    roving(this.#heads);
    this.#listen();
  }

  /** Draws a scene over a period; the names of the lanes are drawn anew where `lanes` says that they changed. */
  draw(scene: Scene, range: Range, { colours, folded }: { colours: Colours; folded: Set<string> | null }): void {
    this.#scene = scene;
    this.#colours = colours;
    if (folded !== null) this.#drawHeads(scene, folded);
    this.scale = new Scale(range, this.field.clientWidth, this.#labels.direction === "rtl");
    const shown = new Map(this.#model.lanes.map((lane) => [lane, [] as Point[]]));
    for (const point of scene.points) shown.get(this.#model.lanes[point.lane] as never)?.push(point);
    this.#glyphs = this.#model.lanes.flatMap((lane, at) => {
      const band = this.#bands[at] as Band;
      return band.folded ? [] : placed(lane, shown.get(lane) ?? [], band.top, band.height, this.scale);
    });
    this.#spots = this.#spotsOf(scene);
    this.#drawAxis();
    this.#drawArrows(scene);
    this.cursor.draw(scene.points, (id) => this.#glyphOf(id));
    this.repaint();
  }

  /** Paints again what is in sight, after scrolling. */
  repaint(): void {
    if (this.#scene === null || this.#colours === null) return;
    const height = Math.max(0, Math.min(this.scroll.clientHeight - this.axis.offsetHeight, this.field.clientHeight));
    this.#canvas.style.setProperty("block-size", `${height}px`);
    this.#canvas.style.setProperty("inset-block-start", `${this.axis.offsetHeight}px`);
    const picture = {
      bands: this.#bands,
      glyphs: this.#glyphs,
      lines: this.#lines,
      scene: this.#scene,
      scroll: this.scroll.scrollTop,
      width: this.field.clientWidth,
      height,
    };
    paint(this.#canvas, picture, this.#colours);
  }

  /** Scrolls the lane of an article into sight. */
  reveal(id: string): void {
    const spot = this.#spots.get(id);
    if (spot === undefined) return;
    const [top, room] = [this.scroll.scrollTop, this.scroll.clientHeight - this.axis.offsetHeight];
    if (spot.y - 24 < top || spot.y + 24 > top + room) this.scroll.scrollTop = spot.y - room / 2;
  }

  #glyphOf(id: string): Glyph | null {
    return this.#glyphs.find(({ points }) => points.some(({ article }) => article.id === id)) ?? null;
  }

  #drawHeads(scene: Scene, folded: Set<string>): void {
    let top = 0;
    const counts = new Map<number, number>();
    for (const { lane } of scene.points) counts.set(lane, (counts.get(lane) ?? 0) + 1);
    this.#bands = this.#model.lanes.map(({ source, undated, points }) => {
      const height = !undated && folded.has(source) ? LANE.folded : laneHeight(points);
      const band = { top, height, undated, folded: height === LANE.folded };
      top += height;
      return band;
    });
    const given = { labels: this.#labels, lanes: this.#model.lanes, bands: this.#bands, counts };
    this.#heads.replaceChildren(...heads(given, this.#actions));
    settle(this.#heads, null);
    this.field.style.setProperty("block-size", `${top}px`);
    this.#arrows.element.setAttribute("height", String(top));
  }

  /** Where every article of the scene stands: at its glyph, or where it would be outside the period. */
  #spotsOf({ arrows }: Scene): Map<string, Spot> {
    const spots = new Map<string, Spot>();
    for (const glyph of this.#glyphs) for (const { article } of glyph.points) spots.set(article.id, glyph);
    for (const id of arrows.flatMap(({ first, later }) => [first, later])) {
      const point = this.#model.byArticle.get(id);
      const band = point && this.#bands[point.lane];
      if (spots.has(id) || !point || !band || Number.isNaN(point.start)) continue;
      const along = Math.max(-60, Math.min(this.scale.width + 60, this.scale.along((point.start + point.end) / 2)));
      spots.set(id, { x: this.scale.x(along), y: band.top + band.height / 2, width: 1, height: 1 });
    }
    return spots;
  }

  #drawAxis(): void {
    const { scale } = this;
    const found = ticks(this.#labels, scale.range, TICK * scale.perPixel);
    this.#lines = found.map(({ time }) => scale.x(scale.along(time)));
    const shown = found.map(({ time, text, under }) => {
      const along = scale.along(time);
      const style = { "inset-inline-start": `${along.toFixed(1)}px` };
      if (scale.width - along < EDGE) return h("div", { class: "rw-tl-tick", style });
      return h("div", { class: "rw-tl-tick", style }, h("bdi", {}, text), h("bdi", { class: "rw-tl-under" }, under));
    });
    this.axis.replaceChildren(...shown);
  }

  #drawArrows({ arrows, lit, pair }: Scene): void {
    const inside = arrows.filter(({ first, later }) => this.#inSight(first) || this.#inSight(later));
    this.#arrows.draw(inside, this.#spots, ({ first, later, by, boilerplate }) => {
      const chosen = pair?.includes(first) && pair.includes(later);
      const bright = lit === null || (lit.has(first) && lit.has(later));
      const looks = [`rw-by-${by}`, boilerplate && "rw-printed", chosen && "rw-chosen", !bright && "rw-faded"];
      return looks.filter(Boolean).join(" ");
    });
  }

  #inSight(id: string): boolean {
    const spot = this.#spots.get(id);
    return spot !== undefined && spot.x >= 0 && spot.x <= this.scale.width;
  }

  #listen(): void {
    this.scroll.addEventListener("scroll", () => this.repaint());
    this.field.addEventListener("click", (event) => this.#click(event));
    this.field.addEventListener("pointermove", (event) => this.#point(event));
    this.field.addEventListener("pointerleave", () => {
      this.#tip.hidden = true;
    });
  }

  #place(event: MouseEvent): { x: number; y: number } {
    const box = this.field.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  #click(event: MouseEvent): void {
    const { x, y } = this.#place(event);
    const badges = this.#scene?.badges ?? new Map();
    const marked = this.#glyphs.find((glyph) => {
      const place = badgePlace(glyph);
      return badgeOf(glyph, badges) !== null && Math.hypot(place.x - x, place.y - y) < 8;
    });
    const badge = marked && badgeOf(marked, badges);
    const glyph = hit(this.#glyphs, x, y);
    const copy = this.#arrows.at(event.target);
    if (badge) this.#actions.quote(badge.quote);
    else if (glyph && glyph.points.length > 1) this.#actions.many(glyph.points);
    else if (glyph?.points[0]) this.#actions.article(glyph.points[0]);
    else if (copy) this.#actions.copy(copy);
    else this.#actions.nothing();
  }

  #point(event: PointerEvent): void {
    const { x, y } = this.#place(event);
    const glyph = hit(this.#glyphs, x, y);
    this.field.classList.toggle("rw-over", glyph !== null);
    this.#tip.hidden = glyph === null;
    const [point] = glyph?.points ?? [];
    if (glyph === null || point === undefined) return;
    const text =
      glyph.points.length > 1
        ? labelText(this.#labels, "messages", "articles_n", { n: glyph.points.length })
        : nameOf(this.#labels, this.#model, point);
    const clock = glyph.points.length > 1 ? `${point.article.source} · ${moment(this.#labels, point)}` : "";
    const more = clock ? h("span", { class: "rw-muted" }, clock) : "";
    this.#tip.replaceChildren(h("div", { dir: this.#labels.direction }, h("span", {}, text), more));
    const room = this.scale.width - this.#tip.offsetWidth - 4;
    const [left, top] = [Math.max(4, Math.min(glyph.x - 20, room)), glyph.y + glyph.height / 2 + 8];
    this.#tip.style.setProperty("transform", `translate(${left}px, ${top}px)`);
  }
}
