// The strip below: how many articles came when over the whole time, and the window on the period that is shown.
import type { Labels } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { labelText } from "../core/labels.ts";
import type { Point } from "./model.ts";
import type { Colours } from "./paint.ts";
import { between, panned, type Range, Scale, zoomed } from "./scale.ts";
import { period } from "./words.ts";

const HOUR = 3_600_000;
const BINS = [1, 3, 6, 12, 24, 7 * 24, 30 * 24, 365 * 24].map((hours) => hours * HOUR);
const BAR = 4;
const HEIGHT = 38;

export interface OverviewGiven {
  labels: Labels;
  whole: Range;
  change(range: Range): void;
}

type Grip = "from" | "to" | "window" | "new";

export class Overview {
  readonly element: HTMLElement;
  readonly #given: OverviewGiven;
  readonly #canvas = h("canvas", { class: "rw-tl-counts", aria: { hidden: true } });
  readonly #window: HTMLElement;
  readonly #ends: Record<"from" | "to", HTMLElement>;
  #range: Range;
  #held: { grip: Grip; time: number; range: Range } | null = null;

  constructor(given: OverviewGiven) {
    this.#given = given;
    this.#range = given.whole;
    this.#ends = { from: this.#end("from"), to: this.#end("to") };
    const name = labelText(given.labels, "timeline", "overview");
    this.#window = h("div", { class: "rw-tl-window", tabindex: 0, role: "group", aria: { label: name } });
    this.#window.append(this.#ends.from, this.#ends.to);
    this.element = h("div", { class: "rw-tl-overview", title: name }, this.#canvas, this.#window);
    this.element.addEventListener("pointerdown", (event) => this.#grip(event));
    this.element.addEventListener("pointermove", (event) => this.#drag(event));
    this.element.addEventListener("keydown", (event) => this.#key(event));
    for (const end of ["pointerup", "pointercancel"] as const) {
      this.element.addEventListener(end, () => {
        this.#held = null;
      });
    }
  }

  /** Shows a period in the window. */
  show(range: Range): void {
    const { whole, labels } = this.#given;
    this.#range = range;
    const share = (time: number) => ((time - whole.from) / (whole.to - whole.from)) * 100;
    this.#window.style.setProperty("inset-inline-start", `${share(range.from)}%`);
    this.#window.style.setProperty("inline-size", `${share(range.to) - share(range.from)}%`);
    for (const end of ["from", "to"] as const) {
      this.#ends[end].setAttribute("aria-valuenow", String(Math.round(share(range[end]))));
      this.#ends[end].setAttribute("aria-valuetext", period(labels, range));
    }
  }

  /** Draws the counts of articles; one of which only the day is known counts in equal parts over its day. */
  draw(points: Point[], colours: Colours): void {
    const width = this.element.clientWidth;
    const scale = this.#scale();
    const { whole } = this.#given;
    const bin = BINS.find((one) => (whole.to - whole.from) / one <= width / BAR) ?? (BINS.at(-1) as number);
    const counts = counted(points, whole, bin);
    const most = Math.max(1, ...counts);
    const ratio = window.devicePixelRatio || 1;
    [this.#canvas.width, this.#canvas.height] = [Math.round(width * ratio), HEIGHT * ratio];
    const pen = this.#canvas.getContext("2d");
    if (pen === null) return;
    pen.scale(ratio, ratio);
    pen.fillStyle = colours.point;
    const first = Math.floor(whole.from / bin);
    counts.forEach((count, at) => {
      if (count === 0) return;
      const [one, other] = [at, at + 1].map((step) => scale.x(scale.along((first + step) * bin))) as [number, number];
      const tall = Math.max(2, (count / most) * (HEIGHT - 4));
      const across = Math.max(1.5, Math.abs(other - one) - 1);
      pen.fillRect(Math.min(one, other) + 0.5, HEIGHT - tall, across, tall);
    });
  }

  #scale(): Scale {
    return new Scale(this.#given.whole, this.element.clientWidth, this.#given.labels.direction === "rtl");
  }

  #end(end: "from" | "to"): HTMLElement {
    const name = labelText(this.#given.labels, "timeline", end);
    const range = { valuemin: 0, valuemax: 100, valuenow: 0, label: name };
    return h("div", { class: `rw-tl-end rw-tl-${end}`, role: "slider", tabindex: 0, aria: range, data: { end } });
  }

  #time(event: PointerEvent): number {
    return this.#scale().time(event.clientX - this.element.getBoundingClientRect().left);
  }

  #grip(event: PointerEvent): void {
    if (event.button !== 0) return;
    const target = event.target as HTMLElement;
    const whole = this.#range.from <= this.#given.whole.from && this.#range.to >= this.#given.whole.to;
    const end = target.dataset["end"] as "from" | "to" | undefined;
    const grip: Grip = end ?? (target === this.#window && !whole ? "window" : "new");
    this.#held = { grip, time: this.#time(event), range: this.#range };
    this.element.setPointerCapture(event.pointerId);
  }

  #drag(event: PointerEvent): void {
    if (this.#held === null) return;
    const { grip, time, range } = this.#held;
    const { whole, change } = this.#given;
    const now = this.#time(event);
    if (grip === "window") change(panned(range, now - time, whole));
    else if (grip === "new") change(between(time, now, whole));
    else change(between(grip === "from" ? range.to : range.from, now, whole));
  }

  #key(event: KeyboardEvent): void {
    const { whole, change, labels } = this.#given;
    const forward = labels.direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = labels.direction === "rtl" ? "ArrowRight" : "ArrowLeft";
    const sign = { [forward]: 1, [backward]: -1 }[event.key];
    const { from, to } = this.#range;
    const end = (event.target as HTMLElement).dataset["end"];
    const factor = { "+": 0.7, "=": 0.7, "-": 1 / 0.7 }[event.key];
    if (factor !== undefined) change(zoomed(this.#range, factor, (from + to) / 2, whole));
    else if (sign === undefined) return;
    else if (end === undefined) change(panned(this.#range, sign * (to - from) * 0.2, whole));
    else {
      const by = sign * (whole.to - whole.from) * 0.02;
      change(between(end === "from" ? from + by : from, end === "to" ? to + by : to, whole));
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

/** How many articles fall into each stretch of time. */
export function counted(points: Point[], whole: Range, bin: number): number[] {
  const first = Math.floor(whole.from / bin);
  const counts = new Array<number>(Math.floor(whole.to / bin) - first + 1).fill(0);
  const add = (at: number, count: number) => {
    counts[at - first] = (counts[at - first] ?? 0) + count;
  };
  for (const { start, end } of points) {
    if (Number.isNaN(start)) continue;
    const [from, to] = [Math.floor(start / bin), Math.floor(Math.max(start, end - 1) / bin)];
    for (let at = from; at <= to; at++) add(at, 1 / (to - from + 1));
  }
  return counts;
}
