// Where the articles of a lane stand: each on its own as long as there is room, else many under one number.
import type { Lane, Point } from "./model.ts";
import type { Scale } from "./scale.ts";

/** What is drawn for one article or for several: its middle, its size, and whom it stands for. */
export interface Glyph {
  kind: "dot" | "bar";
  points: Point[];
  /** From the left edge and the top of the plane. */
  x: number;
  y: number;
  width: number;
  height: number;
}

export const RADIUS = 5;
const ROWS = [0, -1, 1];
const ROW = 11;
const BIN = 28;
const MANY = 18;
const BAR = 8;
const SHORTEST = 8;
/** A day narrower than this holds no number. */
const NARROW = 22;

export const LANE = { one: 42, both: 62, folded: 24 };

/** How high a lane is that shows these points. */
export function laneHeight(points: Point[]): number {
  const days = points.some(({ moment }) => moment.stated === "day");
  const hours = points.some(({ moment }) => moment.stated !== "day");
  return days && hours ? LANE.both : LANE.one;
}

/** The glyphs of the points of a lane that is `height` high and begins at `top`. */
export function placed(lane: Lane, points: Point[], top: number, height: number, scale: Scale): Glyph[] {
  if (lane.undated) return inRow(points, top + height / 2, scale);
  const near = points.filter(({ start, end }) => seen(scale, start, end));
  const hours = near.filter(({ moment }) => moment.stated === "hour");
  const days = near.filter(({ moment }) => moment.stated === "day");
  const both = height === LANE.both;
  return [
    ...dots(hours, both ? top + 20 : top + height / 2, scale),
    ...bars(days, both ? top + 48 : top + height / 2, scale),
  ];
}

function seen(scale: Scale, start: number, end: number): boolean {
  const margin = BIN * scale.perPixel;
  return end >= scale.range.from - margin && start <= scale.range.to + margin;
}

function dots(points: Point[], middle: number, scale: Scale): Glyph[] {
  const bin = BIN * scale.perPixel;
  let ends = ROWS.map(() => Number.NEGATIVE_INFINITY);
  return binned(points, bin).flatMap(([number, own]) => {
    const taken = rows(own, ends, scale);
    if (taken !== null) {
      ends = taken.ends;
      return own.map((point, at) => {
        const y = middle + (ROWS[taken.rows[at] ?? 0] ?? 0) * ROW;
        return glyph("dot", [point], scale.x(scale.along(point.start)), y, 2 * RADIUS, 2 * RADIUS);
      });
    }
    const width = numberWidth(own.length);
    const from = scale.along(number * bin);
    const mean = own.reduce((sum, { start }) => sum + scale.along(start), 0) / own.length;
    const along = Math.max(from + width / 2, Math.min(from + BIN - width / 2, mean));
    ends = ROWS.map(() => from + BIN);
    return [glyph("dot", own, scale.x(along), middle, width, MANY)];
  });
}

/** In which row each point finds room after what stands there; null where one finds none. */
function rows(points: Point[], taken: number[], scale: Scale): { rows: number[]; ends: number[] } | null {
  const ends = [...taken];
  const found: number[] = [];
  for (const point of points) {
    const along = scale.along(point.start);
    const row = ends.findIndex((end) => along - RADIUS >= end);
    if (row < 0) return null;
    ends[row] = along + RADIUS + 1;
    found.push(row);
  }
  return { rows: found, ends };
}

/** Days as bars over the whole of the day; narrow days together. */
function bars(points: Point[], middle: number, scale: Scale): Glyph[] {
  const day = 86_400_000 / scale.perPixel;
  const bin = day >= NARROW ? 86_400_000 : BIN * scale.perPixel;
  return binned(points, bin).flatMap(([, own]) => {
    const from = scale.along(Math.min(...own.map(({ start }) => start)));
    const to = scale.along(Math.max(...own.map(({ end }) => end)));
    const along = scale.x((from + to) / 2);
    if (own.length === 1) return [glyph("bar", own, along, middle, Math.max(SHORTEST, to - from - 2), BAR)];
    if (own.length === 2 && day >= NARROW) {
      return own.map((point, at) => glyph("bar", [point], along, middle + (at ? 6 : -6), to - from - 2, BAR));
    }
    return [glyph("bar", own, along, middle, Math.max(numberWidth(own.length), to - from - 2), MANY)];
  });
}

/** Articles without a date: beside each other, as far as there is room. */
function inRow(points: Point[], middle: number, scale: Scale): Glyph[] {
  const step = 2 * RADIUS + 5;
  const room = Math.max(0, Math.floor((scale.width - 60) / step));
  const single = points.length <= room ? points.length : 0;
  const shown = points.slice(0, single).map((point, at) => {
    return glyph("dot", [point], scale.x(14 + at * step), middle, 2 * RADIUS, 2 * RADIUS);
  });
  if (single === points.length) return shown;
  return [glyph("dot", points, scale.x(30), middle, numberWidth(points.length), MANY)];
}

/** Points by the bin that they begin in; bins hang on time, so that they stay while the range moves. */
function binned(points: Point[], bin: number): [number, Point[]][] {
  const bins = new Map<number, Point[]>();
  for (const point of points) {
    const number = Math.floor(point.start / bin);
    const own = bins.get(number);
    if (own === undefined) bins.set(number, [point]);
    else own.push(point);
  }
  return [...bins];
}

function numberWidth(count: number): number {
  return 13 + 6.5 * String(count).length;
}

function glyph(kind: Glyph["kind"], points: Point[], x: number, y: number, width: number, height: number): Glyph {
  return { kind, points, x, y, width, height };
}

/** The glyph at a place, the one drawn last where several are. */
export function hit(glyphs: Glyph[], x: number, y: number): Glyph | null {
  const found = glyphs.findLast((one) => {
    const [across, down] = [Math.max(one.width / 2, 7), Math.max(one.height / 2, 7)];
    return Math.abs(one.x - x) <= across + 1 && Math.abs(one.y - y) <= down;
  });
  return found ?? null;
}
