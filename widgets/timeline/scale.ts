// From time to pixels and back. Time runs from the side where lines of the labels' language begin.

/** A stretch of time in milliseconds of UTC. */
export interface Range {
  from: number;
  to: number;
}

/** No stretch is shown that is shorter than this. */
export const LEAST = 10 * 60_000;

export class Scale {
  readonly perPixel: number;

  constructor(
    readonly range: Range,
    readonly width: number,
    readonly rtl: boolean,
  ) {
    this.perPixel = (range.to - range.from) / Math.max(1, width);
  }

  /** How many pixels after the beginning of the range a moment stands. */
  along(time: number): number {
    return (time - this.range.from) / this.perPixel;
  }

  /** Where so many pixels after the beginning are, from the left edge. */
  x(along: number): number {
    return this.rtl ? this.width - along : along;
  }

  /** The moment at a place from the left edge. */
  time(x: number): number {
    return this.range.from + this.x(x) * this.perPixel;
  }
}

/** The range closer (a factor under 1) or farther, one moment staying where it is, within the whole. */
export function zoomed(range: Range, factor: number, around: number, whole: Range): Range {
  const length = Math.max(LEAST, Math.min(whole.to - whole.from, (range.to - range.from) * factor));
  const share = (around - range.from) / (range.to - range.from);
  return within({ from: around - share * length, to: around + (1 - share) * length }, whole);
}

/** The range moved by a time, within the whole. */
export function panned({ from, to }: Range, by: number, whole: Range): Range {
  return within({ from: from + by, to: to + by }, whole);
}

/** The range between two moments in whichever order, not too short, within the whole. */
export function between(one: number, other: number, whole: Range): Range {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  const lacking = Math.max(0, LEAST - (to - from)) / 2;
  return within({ from: from - lacking, to: to + lacking }, whole);
}

/** The range pushed back inside the whole. */
export function within({ from, to }: Range, whole: Range): Range {
  const length = Math.min(to - from, whole.to - whole.from);
  const start = Math.max(whole.from, Math.min(from, whole.to - length));
  return { from: start, to: start + length };
}
