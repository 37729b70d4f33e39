// The keyboard's place among the articles: one element, which moves in time and between lanes.
import type { Labels } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { labelText } from "../core/labels.ts";
import type { Model, Point } from "./model.ts";
import type { Glyph } from "./place.ts";
import { nameOf } from "./words.ts";

export class Cursor {
  readonly element: HTMLElement;
  /** Called when the keyboard came to an article, which may be out of sight. */
  moved: (point: Point) => void = () => {};
  readonly #labels: Labels;
  readonly #model: Model;
  readonly #choose: (point: Point) => void;
  #points: Point[] = [];
  #point: Point | null = null;

  constructor(labels: Labels, model: Model, choose: (point: Point) => void) {
    this.#labels = labels;
    this.#model = model;
    this.#choose = choose;
    const name = labelText(labels, "timeline", "articles_in_time");
    this.element = h("div", { class: "rw-tl-cursor", role: "listbox", aria: { label: name } });
    this.element.addEventListener("keydown", (event) => this.#key(event));
  }

  get point(): Point | null {
    return this.#point;
  }

  /** The articles that it can come to, and where they stand. */
  draw(points: Point[], glyphOf: (id: string) => Glyph | null): void {
    this.#points = points;
    if (this.#point === null || !points.includes(this.#point)) this.#point = points[0] ?? null;
    const focused = this.element.contains(document.activeElement);
    const glyph = this.#point && glyphOf(this.#point.article.id);
    if (this.#point === null) this.element.replaceChildren();
    else this.#put(this.#point, glyph);
    if (focused) this.focus();
  }

  /** Makes an article the one that Tab leads to. */
  place(point: Point): void {
    this.#point = point;
  }

  focus(): void {
    (this.element.firstElementChild as HTMLElement | null)?.focus({ preventScroll: true });
  }

  #put(point: Point, glyph: Glyph | null): void {
    const { firstElementChild: old } = this.element;
    const box = glyph ?? { x: -99, y: 0, width: 0, height: 0 };
    const option =
      old instanceof HTMLElement && old.dataset["article"] === point.article.id ? old : this.#option(point);
    const size = { width: Math.max(16, box.width + 8), height: Math.max(16, box.height + 8) };
    option.style.setProperty("transform", `translate(${box.x - size.width / 2}px, ${box.y - size.height / 2}px)`);
    option.style.setProperty("inline-size", `${size.width}px`);
    option.style.setProperty("block-size", `${size.height}px`);
    option.setAttribute("aria-posinset", String(this.#points.indexOf(point) + 1));
    option.setAttribute("aria-setsize", String(this.#points.length));
    if (option !== old) this.element.replaceChildren(option);
  }

  #option(point: Point): HTMLElement {
    return h("div", {
      class: "rw-tl-at",
      role: "option",
      tabindex: 0,
      data: { article: point.article.id },
      aria: { label: nameOf(this.#labels, this.#model, point), selected: false },
    });
  }

  #key(event: KeyboardEvent): void {
    const point = this.#point;
    if (point === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = this.#next(point, event.key);
    if (event.key === "Enter" || event.key === " ") this.#choose(point);
    else if (next === undefined) return;
    else if (next !== point) this.#go(next);
    event.preventDefault();
    event.stopPropagation();
  }

  #go(point: Point): void {
    this.#point = point;
    this.#put(point, null);
    this.focus();
    this.moved(point);
  }

  /** Where a key leads; undefined for a key that leads nowhere. */
  #next(point: Point, key: string): Point | undefined {
    const rtl = this.#labels.direction === "rtl";
    const at = this.#points.indexOf(point);
    if (key === "Home") return this.#points[0];
    if (key === "End") return this.#points.at(-1);
    if (key === (rtl ? "ArrowLeft" : "ArrowRight")) return this.#points[at + 1] ?? point;
    if (key === (rtl ? "ArrowRight" : "ArrowLeft")) return this.#points[at - 1] ?? point;
    if (key === "ArrowDown") return this.#beside(point, 1);
    if (key === "ArrowUp") return this.#beside(point, -1);
    return undefined;
  }

  /** The article nearest in time in the next lane that has one. */
  #beside(point: Point, by: 1 | -1): Point {
    let best = point;
    for (const one of this.#points) {
      if ((one.lane - point.lane) * by <= 0) continue;
      const lanes = Math.abs(one.lane - point.lane) - Math.abs(best.lane - point.lane);
      const nearer = Math.abs(one.at - point.at) < Math.abs(best.at - point.at);
      if (best === point || lanes < 0 || (lanes === 0 && closer(one, best, point, nearer))) best = one;
    }
    return best;
  }
}

function closer(one: Point, best: Point, point: Point, otherwise: boolean): boolean {
  const [a, b] = [one, best].map(({ start }) => Math.abs(start - point.start)) as [number, number];
  return Number.isNaN(a) || Number.isNaN(b) ? otherwise : a < b;
}
