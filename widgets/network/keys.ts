// Walking the picture by keyboard: arrows go to the next neighbour in that direction on the screen.
import type { Canvas } from "./canvas.ts";
import type { DrawnNode, Scene } from "./scene.ts";

export type Move = { to: DrawnNode } | { zoom: number } | { act: "choose" | "focus" | "leave" };

const DIRECTIONS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const OTHERS: Record<string, Move> = {
  "+": { zoom: 1.4 },
  "=": { zoom: 1.4 },
  "-": { zoom: 1 / 1.4 },
  Enter: { act: "choose" },
  " ": { act: "choose" },
  f: { act: "focus" },
  Escape: { act: "leave" },
};

/** What a key asks for where the cursor is on a node; null for a key that asks nothing here. */
export function walk(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  scene: Scene,
  places: Pick<Canvas, "position">,
  cursor: string | null,
): Move | null {
  if (ctrlKey || metaKey || altKey) return null;
  const direction = DIRECTIONS[key];
  if (direction === undefined) return OTHERS[key] ?? null;
  const nodes = scene.nodes.filter(({ look }) => look !== "ghost");
  const from = nodes.find(({ id }) => id === cursor);
  if (!from) return nodes[0] ? { to: nodes[0] } : null;
  const tied = new Set(scene.ties.flatMap(({ a, b }) => (a === from.id ? [b] : b === from.id ? [a] : [])));
  const to =
    toward(
      from,
      nodes.filter(({ id }) => tied.has(id)),
      { places, direction },
    ) ??
    toward(
      from,
      nodes.filter(({ id }) => id !== from.id),
      { places, direction },
    );
  return to ? { to } : null;
}

/** The nearest node within 60 degrees of a direction; what lies askew counts as further away. */
function toward(
  from: DrawnNode,
  nodes: DrawnNode[],
  { places, direction: [x, y] }: { places: Pick<Canvas, "position">; direction: [number, number] },
): DrawnNode | null {
  const start = places.position(from.id);
  let best: { node: DrawnNode; cost: number } | null = null;
  for (const node of nodes) {
    const at = places.position(node.id);
    if (!start || !at) continue;
    const [dx, dy] = [at.x - start.x, at.y - start.y];
    const along = dx * x + dy * y;
    const askew = Math.abs(dx * y - dy * x);
    if (along <= 0 || askew > along * 1.75) continue;
    const cost = along + 2 * askew;
    if (best === null || cost < best.cost) best = { node, cost };
  }
  return best?.node ?? null;
}
