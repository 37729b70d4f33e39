// Arrows from earlier to later articles that share text: as SVG, so that each has a name and can be reached by keyboard.
import type { CopyRecord } from "../core/contract.ts";
import { s } from "../heatmap/svg.ts";

/** Where an article stands, and how far around it an arrow keeps away. */
export interface Spot {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface ArrowsGiven {
  name: string;
  nameOf(copy: CopyRecord): string;
  choose(copy: CopyRecord): void;
}

interface Drawn {
  copy: CopyRecord;
  element: SVGGElement;
}

const GAP = 3;
const HEAD = 7;

export class Arrows {
  readonly element: SVGSVGElement;
  readonly #given: ArrowsGiven;
  #drawn: Drawn[] = [];
  #key = "";
  #current = 0;

  constructor(given: ArrowsGiven) {
    this.#given = given;
    this.element = s("svg", { class: "rw-tl-arrows", role: "listbox", "aria-label": given.name });
    this.element.addEventListener("keydown", (event) => this.#step(event));
    this.element.addEventListener("focusin", (event) => {
      const at = this.#drawn.findIndex(({ element }) => element === event.target);
      if (at >= 0) this.#move(at);
    });
  }

  /** Draws arrows between spots; an arrow without a place on either side is left out. */
  draw(copies: CopyRecord[], spots: Map<string, Spot>, look: (copy: CopyRecord) => string): void {
    const shown = copies.filter(({ first, later }) => apart(spots.get(first), spots.get(later)));
    const key = shown.map(({ first, later }) => `${first}>${later}`).join("\n");
    if (key !== this.#key) this.#replace(shown, key);
    const most = Math.max(1, ...copies.map(({ words }) => words));
    for (const { copy, element } of this.#drawn) {
      const [from, to] = [spots.get(copy.first), spots.get(copy.later)];
      if (from === undefined || to === undefined) continue;
      const width = 1 + 4 * Math.sqrt(copy.words / most);
      shape(element, curve(from, to, width), width);
      element.setAttribute("class", `rw-tl-arrow ${look(copy)}`);
      element.setAttribute("aria-selected", String(look(copy).includes("rw-chosen")));
    }
  }

  /** The arrow that an event is on. */
  at(target: EventTarget | null): CopyRecord | null {
    const element = (target as Element | null)?.closest?.(".rw-tl-arrow");
    return this.#drawn.find((one) => one.element === element)?.copy ?? null;
  }

  #replace(shown: CopyRecord[], key: string): void {
    this.#key = key;
    this.#current = 0;
    this.#drawn = shown.map((copy, at) => {
      const name = this.#given.nameOf(copy);
      const attributes = { role: "option", tabindex: at === 0 ? 0 : -1, "aria-label": name };
      const paths = ["rw-tl-reach", "rw-tl-curve", "rw-tl-head"].map((part) => s("path", { class: part }));
      return { copy, element: s("g", attributes, s("title", {}, name), ...paths) };
    });
    this.element.toggleAttribute("hidden", shown.length === 0);
    this.element.replaceChildren(...this.#drawn.map(({ element }) => element));
  }

  #step(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const here = this.#drawn[this.#current];
    if (by !== undefined) {
      this.#move((this.#current + by + this.#drawn.length) % this.#drawn.length);
      this.#drawn[this.#current]?.element.focus();
    } else if ((event.key === "Enter" || event.key === " ") && here) this.#given.choose(here.copy);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #move(at: number): void {
    this.#drawn[this.#current]?.element.setAttribute("tabindex", "-1");
    this.#current = at;
    this.#drawn[at]?.element.setAttribute("tabindex", "0");
  }
}

function apart(one: Spot | undefined, other: Spot | undefined): boolean {
  return one !== undefined && other !== undefined && Math.hypot(one.x - other.x, one.y - other.y) > 4;
}

interface Curve {
  path: string;
  head: string;
}

/** A bow from one spot to the other that ends in an arrowhead at its rim. */
function curve(from: Spot, to: Spot, width: number): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const bow = Math.min(46, 10 + length * 0.16);
  const side = dx >= 0 ? 1 : -1;
  const middle = {
    x: (from.x + to.x) / 2 + (side * dy * bow) / length,
    y: (from.y + to.y) / 2 - (side * dx * bow) / length,
  };
  const start = rim(from, middle, GAP);
  const tip = rim(to, middle, GAP);
  const size = HEAD + width;
  const angle = Math.atan2(tip.y - middle.y, tip.x - middle.x);
  const base = { x: tip.x - Math.cos(angle) * size, y: tip.y - Math.sin(angle) * size };
  const wing = (turn: number) =>
    point(base.x + Math.cos(angle + turn) * size * 0.48, base.y + Math.sin(angle + turn) * size * 0.48);
  return {
    path: `M${point(start.x, start.y)} Q${point(middle.x, middle.y)} ${point(base.x, base.y)}`,
    head: `M${point(tip.x, tip.y)} L${wing(Math.PI / 2)} L${wing(-Math.PI / 2)} Z`,
  };
}

/** Where the way from a spot's middle towards a point leaves the spot. */
function rim(spot: Spot, towards: { x: number; y: number }, gap: number): { x: number; y: number } {
  const [dx, dy] = [towards.x - spot.x, towards.y - spot.y];
  const across = Math.min(spot.width, 2 * spot.height) / 2 + gap;
  const down = spot.height / 2 + gap;
  const share = 1 / Math.max(Math.abs(dx) / across, Math.abs(dy) / down, 1);
  return { x: spot.x + dx * share, y: spot.y + dy * share };
}

function point(x: number, y: number): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

function shape(element: SVGGElement, { path, head }: Curve, width: number): void {
  const [reach, line, tip] = element.querySelectorAll("path");
  reach?.setAttribute("d", path);
  line?.setAttribute("d", path);
  line?.setAttribute("stroke-width", width.toFixed(2));
  tip?.setAttribute("d", head);
}
