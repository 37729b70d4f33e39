// Nodes that lie on each other are pushed apart a little: how large they are on this screen, Python does not know.

export interface Disc {
  x: number;
  y: number;
  radius: number;
}

export interface Room {
  width: number;
  height: number;
  margin: number;
}

/** The least and the most room between two nodes, in pixels: a name fits into the most. */
const GAP = 6;
const WIDE = 26;
const ROUNDS = 60;
const MOST = 400;

/** Pairs that stand farther apart than this beyond the room between them are not looked at until they may have met. */
const SLACK = 24;

/** The same discs in the same order, moved only as far as it takes that none covers another; of very many, none is. */
export function spread(discs: Disc[], room: Room): Disc[] {
  const moved = discs.map((disc) => ({ ...disc }));
  if (moved.length > MOST) return moved;
  const gap = gapFor(moved.length, room);
  const before = new Float64Array(2 * moved.length);
  let pairs = near(moved, gap);
  let drift = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, { x, y }] of moved.entries()) before.set([x, y], 2 * at);
    const pushed = pushAll(moved, pairs, gap);
    for (const disc of moved) keepInside(disc, room);
    drift += farthest(moved, before);
    if (!pushed && drift === 0) break;
    if (pushed && 2 * drift < SLACK) continue;
    pairs = near(moved, gap);
    drift = 0;
  }
  return moved;
}

/** The pairs that may meet soon, as places in the list one after the other. */
function near(discs: Disc[], gap: number): number[] {
  const pairs: number[] = [];
  for (let at = 0; at < discs.length; at++) {
    const one = discs[at] as Disc;
    for (let next = at + 1; next < discs.length; next++) {
      const other = discs[next] as Disc;
      const reach = one.radius + other.radius + gap + SLACK;
      if (Math.abs(other.x - one.x) < reach && Math.abs(other.y - one.y) < reach) pairs.push(at, next);
    }
  }
  return pairs;
}

/** How far the one went that went farthest. */
function farthest(discs: Disc[], before: Float64Array): number {
  let most = 0;
  discs.forEach(({ x, y }, at) => {
    most = Math.max(most, Math.hypot(x - (before[2 * at] ?? x), y - (before[2 * at + 1] ?? y)));
  });
  return most;
}

/** The fewer nodes on the stage, the more room each has for its name. */
function gapFor(count: number, { width, height }: Room): number {
  return Math.max(GAP, Math.min(WIDE, 0.3 * Math.sqrt((width * height) / Math.max(count, 1))));
}

function pushAll(discs: Disc[], pairs: number[], gap: number): boolean {
  let pushed = false;
  for (let at = 0; at < pairs.length; at += 2) {
    const next = pairs[at + 1] as number;
    pushed = push(discs[pairs[at] as number] as Disc, discs[next] as Disc, next, gap) || pushed;
  }
  return pushed;
}

/** Moves both halfway apart; two on one spot part in a direction of their own. */
function push(one: Disc, other: Disc, seed: number, gap: number): boolean {
  const wanted = one.radius + other.radius + gap;
  let [dx, dy] = [other.x - one.x, other.y - one.y];
  if (Math.abs(dx) >= wanted || Math.abs(dy) >= wanted) return false;
  let distance = Math.hypot(dx, dy);
  if (distance >= wanted - 0.01) return false;
  if (distance < 0.01) {
    [dx, dy] = [Math.cos(seed * 2.4), Math.sin(seed * 2.4)];
    distance = 1;
  }
  const half = (wanted - Math.min(distance, wanted)) / 2 / distance;
  one.x -= dx * half;
  one.y -= dy * half;
  other.x += dx * half;
  other.y += dy * half;
  return true;
}

function keepInside(disc: Disc, { width, height, margin }: Room): void {
  disc.x = Math.max(margin, Math.min(width - margin, disc.x));
  disc.y = Math.max(margin, Math.min(height - margin, disc.y));
}
