// Two texts that scroll together: where one stands at a passage, the other comes to its counterpart.
import type { Dispose } from "../core/context.ts";

/** A stretch of both texts, in pixels from the top of each. */
export interface Stretch {
  a: [number, number];
  b: [number, number];
}

/** How far down the reading line stands: what is level with it on one side is level with it on the other. */
const LINE = 0.3;

/** Of stretches those that rise on both sides and together are the longest. */
export function rising(stretches: Stretch[]): Stretch[] {
  const sorted = [...stretches].sort((one, other) => one.a[0] - other.a[0] || one.b[0] - other.b[0]);
  const chains: { length: number; before: number }[] = [];
  for (const one of sorted) {
    let [length, before] = [0, -1];
    for (const [at, chain] of chains.entries()) {
      if (chain.length > length && follows(one, sorted[at])) [length, before] = [chain.length, at];
    }
    chains.push({ length: length + Math.max(one.a[1] - one.a[0], 1), before });
  }
  const found: Stretch[] = [];
  let at = chains.findIndex(({ length }) => length === Math.max(...chains.map((chain) => chain.length)));
  for (; at >= 0; at = chains[at]?.before ?? -1) found.unshift(...sorted.slice(at, at + 1));
  return found;
}

/** Whether a stretch begins, on both sides, where another one has ended; lines of type touch. */
function follows({ a, b }: Stretch, other: Stretch | undefined): boolean {
  return other !== undefined && other.a[1] <= a[0] + 1 && other.b[1] <= b[0] + 1;
}

/** The place in the other text for a place in one: along the stretches, and evenly between them. */
export function counterpart(points: [number, number][], place: number): number {
  const next = points.findIndex(([from]) => from > place);
  if (next === 0) return points[0]?.[1] ?? place;
  const low = points[next < 0 ? points.length - 1 : next - 1];
  const high = next < 0 ? undefined : points[next];
  if (!low) return place;
  if (!high) return low[1];
  const share = (place - low[0]) / Math.max(high[0] - low[0], 1);
  return low[1] + share * (high[1] - low[1]);
}

/** The points that a text's place is led by: the ends of both texts and those of the stretches. */
export function pointsOf(stretches: Stretch[], ends: [number, number], from: "a" | "b"): [number, number][] {
  const to = from === "a" ? "b" : "a";
  const inner = rising(stretches).flatMap((one): [number, number][] => [
    [one[from][0], one[to][0]],
    [one[from][1], one[to][1]],
  ]);
  const [own, other] = from === "a" ? ends : [ends[1], ends[0]];
  return [[0, 0], ...inner, [own, other]];
}

interface Given {
  sides: { a: HTMLElement; b: HTMLElement };
  /** Whether they scroll together now. */
  on(): boolean;
  measure(): Stretch[];
  /** Something was scrolled. */
  moved(): void;
}

/** Scrolls one text as the reader scrolls the other; what it does itself it does not answer. */
export function together({ sides, on, measure, moved }: Given): Dispose & { quietly(act: () => void): void } {
  const own = new Map<HTMLElement, number>();
  const lead = (from: "a" | "b") => {
    const [leader, follower] = from === "a" ? [sides.a, sides.b] : [sides.b, sides.a];
    moved();
    const expected = own.get(leader);
    own.delete(leader);
    if (!on() || (expected !== undefined && Math.abs(expected - leader.scrollTop) < 2)) return;
    const line = leader.clientHeight * LINE;
    const points = pointsOf(measure(), [sides.a.scrollHeight, sides.b.scrollHeight], from);
    const place = counterpart(points, leader.scrollTop + line);
    const room = follower.scrollHeight - follower.clientHeight;
    const to = Math.max(0, Math.min(room, place - follower.clientHeight * LINE));
    if (Math.abs(to - follower.scrollTop) < 1) return;
    follower.scrollTop = to;
    own.set(follower, follower.scrollTop);
  };
  const listeners = { a: () => lead("a"), b: () => lead("b") };
  for (const side of ["a", "b"] as const) sides[side].addEventListener("scroll", listeners[side], { passive: true });
  const dispose = () => {
    for (const side of ["a", "b"] as const) sides[side].removeEventListener("scroll", listeners[side]);
  };
  /** Scrolls that the view makes on both sides, which lead nobody. */
  const quietly = (act: () => void) => {
    act();
    for (const side of [sides.a, sides.b]) own.set(side, side.scrollTop);
  };
  return Object.assign(dispose, { quietly });
}
