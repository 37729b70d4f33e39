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

/** The same discs in the same order, moved only as far as it takes that none covers another; of very many, none is. */
export function spread(discs: Disc[], room: Room): Disc[] {
  const moved = discs.map((disc) => ({ ...disc }));
  if (moved.length > MOST) return moved;
  const gap = gapFor(moved.length, room);
  for (let round = 0; round < ROUNDS; round++) {
    if (!pushAll(moved, gap)) break;
    for (const disc of moved) keepInside(disc, room);
  }
  return moved;
}

/** The fewer nodes on the stage, the more room each has for its name. */
function gapFor(count: number, { width, height }: Room): number {
  return Math.max(GAP, Math.min(WIDE, 0.3 * Math.sqrt((width * height) / Math.max(count, 1))));
}

function pushAll(discs: Disc[], gap: number): boolean {
  let pushed = false;
  for (const [at, one] of discs.entries()) {
    for (let next = at + 1; next < discs.length; next++) pushed = push(one, discs[next] as Disc, next, gap) || pushed;
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
