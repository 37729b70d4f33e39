// Where names go on the canvas: the most mentioned first, each where it covers no other name and no node.

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A node on the screen with the size of its name; `forced` names are shown whatever they cover. */
export interface Named {
  id: string;
  x: number;
  y: number;
  radius: number;
  width: number;
  forced: boolean;
}

/** The middle of a name. */
export interface Placed {
  id: string;
  x: number;
  y: number;
}

const CELL = 96;
const GAP = 3;
/** So many of the most important names may touch the rim of a node where they find no other place, or lie on their own. */
const LEADS = 12;
/** The part of a node's radius that no name may cover. */
const CORE = 0.6;

/** Boxes in a grid of cells, so that asking what covers a place looks only near it. */
export class Boxes {
  readonly #cells = new Map<string, Box[]>();

  add(box: Box): void {
    for (const key of keys(box)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(box);
      else this.#cells.set(key, [box]);
    }
  }

  hits(box: Box): boolean {
    return keys(box).some((key) => this.#cells.get(key)?.some((other) => overlap(box, other)) ?? false);
  }
}

/** The stage that names must stay on; what lies `over` it, they stay clear of. Only the first `limit` get a name. */
export interface Stage {
  width: number;
  height: number;
  over?: Box[];
  limit?: number;
}

/** Places for names of one line height, given in order of importance; who finds no free place gets none. */
export function place(names: Named[], lineHeight: number, stage: Stage): Placed[] {
  const nodes = new Boxes();
  const cores = new Boxes();
  const texts = new Boxes();
  for (const box of stage.over ?? []) texts.add(box);
  for (const { x, y, radius } of names) {
    nodes.add(square(x, y, radius));
    cores.add(square(x, y, radius * CORE));
  }
  const placed: Placed[] = [];
  const leads = new Set(names.slice(0, LEADS).map(({ id }) => id));
  const asking = names.filter(({ forced }, at) => forced || at < (stage.limit ?? names.length));
  for (const name of asking.sort((a, b) => Number(b.forced) - Number(a.forced))) {
    const near = spots(name, lineHeight).map((spot) => inside(spot, stage));
    const box = near.find((spot) => !texts.hits(spot) && !nodes.hits(spot));
    const may = name.forced || leads.has(name.id);
    const lead = may ? near.find((spot) => !texts.hits(spot) && !cores.hits(spot)) : undefined;
    const own = may
      ? [onNode(name, lineHeight)].find((spot) => !texts.hits(spot) && !hides(spot, name, names))
      : undefined;
    const chosen = box ?? lead ?? own ?? (name.forced ? near[0] : undefined);
    if (!chosen) continue;
    texts.add(chosen);
    placed.push({ id: name.id, x: chosen.x + chosen.width / 2, y: chosen.y + chosen.height / 2 });
  }
  return placed;
}

/** Below the node, above it, at its sides, then at its corners. */
function spots({ x, y, radius, width }: Named, height: number): Box[] {
  const middle = { width, height };
  const corner = radius * 0.7 + GAP; // from the middle of a round node to where a box touches its rim askew
  return [
    { x: x - width / 2, y: y + radius + GAP, ...middle },
    { x: x - width / 2, y: y - radius - GAP - height, ...middle },
    { x: x + radius + GAP, y: y - height / 2, ...middle },
    { x: x - radius - GAP - width, y: y - height / 2, ...middle },
    { x: x + corner, y: y + corner, ...middle },
    { x: x - corner - width, y: y + corner, ...middle },
    { x: x + corner, y: y - corner - height, ...middle },
    { x: x - corner - width, y: y - corner - height, ...middle },
  ];
}

/** Across the node itself. */
function onNode({ x, y, width }: Named, height: number): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** Whether a box hides the middle of a node that is not the name's own. */
function hides(box: Box, name: Named, names: Named[]): boolean {
  return names.some(({ id, x, y, radius }) => id !== name.id && overlap(box, square(x, y, radius * CORE)));
}

/** The box moved so far that the stage holds it whole. */
function inside(box: Box, { width, height }: Stage): Box {
  const x = Math.max(0, Math.min(box.x, width - box.width));
  const y = Math.max(0, Math.min(box.y, height - box.height));
  return { ...box, x, y };
}

function square(x: number, y: number, radius: number): Box {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function keys({ x, y, width, height }: Box): string[] {
  const found: string[] = [];
  for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++) {
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++) found.push(`${column},${row}`);
  }
  return found;
}
