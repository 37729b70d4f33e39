// The two texts with the gutter between them: what is level, what follows, and the bands that join the passages.
import type { Part } from "../core/context.ts";
import { h } from "../core/dom.ts";
import type { Shared } from "./pairs.ts";
import { type Band, drawRibbons } from "./ribbons.ts";
import { s } from "./svg.ts";
import { colour } from "./text.ts";
import { type Stretch, together } from "./together.ts";
import type { Side } from "./wording.ts";

type Extent = [number, number];

/** How far under the top of its text a passage comes to stand that was stepped to. */
const BELOW = 32;

export class Halves implements Part {
  readonly element: HTMLElement;
  readonly #bodies: Record<Side, HTMLElement>;
  readonly #svg = s("svg", { class: "rw-ribbons", "aria-hidden": "true", preserveAspectRatio: "none" });
  readonly #shared: Shared[];
  readonly #scroll: ReturnType<typeof together>;
  readonly #resize: ResizeObserver;
  #chosen: string | null = null;
  #asked = 0;

  constructor([a, b]: [HTMLElement, HTMLElement], shared: Shared[], on: () => boolean) {
    this.#shared = shared;
    this.#bodies = { a: bodyOf(a), b: bodyOf(b) };
    const gutter = h("div", { class: "rw-bands" });
    gutter.append(this.#svg);
    this.element = h("div", { class: "rw-compare-texts" }, a, gutter, b);
    this.#scroll = together({
      sides: this.#bodies,
      on,
      measure: () => this.#measure(),
      moved: () => this.#later(),
    });
    this.#resize = new ResizeObserver(() => this.#later());
    for (const body of Object.values(this.#bodies)) this.#resize.observe(body);
  }

  dispose(): void {
    this.#scroll();
    this.#resize.disconnect();
    cancelAnimationFrame(this.#asked);
  }

  /** Shows a passage as the chosen one in the bands. */
  choose(id: string | null): void {
    this.#chosen = id;
    this.#later();
  }

  /** Puts other text into one side. */
  refill(side: Side, children: HTMLElement[]): void {
    this.#scroll.quietly(() => {
      const { scrollTop } = this.#bodies[side];
      this.#bodies[side].replaceChildren(...children);
      this.#bodies[side].scrollTop = scrollTop;
    });
    this.#later();
  }

  /** Brings a passage into sight in both texts, level with the half that was clicked. */
  align(id: string | null, from: HTMLElement | null = null): void {
    if (id === null) return;
    this.#scroll.quietly(() => {
      for (const body of Object.values(this.#bodies)) {
        const mark = markOf(body, id);
        if (!mark || body.contains(from)) continue;
        const clicked = from?.closest(".rw-compare-body");
        const offset = clicked && from ? from.getBoundingClientRect().top - clicked.getBoundingClientRect().top : BELOW;
        body.scrollTop += mark.getBoundingClientRect().top - body.getBoundingClientRect().top - offset;
      }
    });
    this.#later();
  }

  /** Brings a passage into sight in both texts at one height: at that of the text where it comes sooner. */
  level(id: string | null): void {
    if (id === null) return;
    const found = Object.values(this.#bodies).flatMap((body) => {
      const mark = markOf(body, id);
      return mark ? [{ body, at: extent(body, [mark])[0] }] : [];
    });
    const soonest = Math.min(...found.map(({ at }) => at));
    this.#scroll.quietly(() => {
      for (const { body, at } of found) body.scrollTop = at - (soonest < body.clientHeight / 2 ? soonest : BELOW);
    });
    this.#later();
  }

  /** Where the counted passages stand, from the top of each text. */
  #measure(): Stretch[] {
    return this.#shared
      .filter(({ number }) => number > 0)
      .flatMap(({ passage }) => {
        const [a, b] = [this.#extent("a", passage.id), this.#extent("b", passage.id)];
        return a && b ? [{ a, b }] : [];
      });
  }

  #extent(side: Side, id: string): Extent | null {
    const body = this.#bodies[side];
    const marks = [...body.querySelectorAll<HTMLElement>(`mark[data-passage="${CSS.escape(id)}"]`)];
    return marks.length > 0 ? extent(body, marks) : null;
  }

  #later(): void {
    cancelAnimationFrame(this.#asked);
    this.#asked = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    const box = this.#svg.getBoundingClientRect();
    if (box.width === 0) return; // the texts stand one above the other
    const rtl = getComputedStyle(this.element).direction === "rtl";
    const bands = this.#shared.flatMap((one): Band[] => {
      const { passage } = one;
      const [a, b] = (["a", "b"] as const).map((side) => this.#beside(side, passage.id, box.top));
      if (!a || !b) return [];
      const [start, end] = rtl ? [b, a] : [a, b];
      return [{ id: passage.id, colour: colour(one), start, end, chosen: passage.id === this.#chosen }];
    });
    drawRibbons(this.#svg, bands, [box.width, box.height]);
  }

  /** Where a passage stands beside the gutter. */
  #beside(side: Side, id: string, top: number): Extent | null {
    const found = this.#extent(side, id);
    const body = this.#bodies[side];
    const offset = body.getBoundingClientRect().top - body.scrollTop - top;
    return found && [found[0] + offset, found[1] + offset];
  }
}

function bodyOf(text: HTMLElement): HTMLElement {
  return text.querySelector<HTMLElement>(".rw-compare-body") ?? text;
}

function markOf(body: HTMLElement, id: string): HTMLElement | null {
  return body.querySelector<HTMLElement>(`mark[data-passage="${CSS.escape(id)}"]`);
}

function extent(body: HTMLElement, marks: HTMLElement[]): Extent {
  const from = body.getBoundingClientRect().top - body.scrollTop;
  const boxes = marks.map((mark) => mark.getBoundingClientRect());
  return [Math.min(...boxes.map(({ top }) => top)) - from, Math.max(...boxes.map(({ bottom }) => bottom)) - from];
}
