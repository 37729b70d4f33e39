// How each mark is drawn: form and colour by type, or line and colour by the side that has it.
import { width } from "./graph.ts";
import type { DrawnNode, DrawnTie, Light, Look } from "./scene.ts";
import type { Disc } from "./spread.ts";
import type { Palette } from "./theme.ts";

type Shape = "dot" | "square" | "diamond" | "triangle";

/** A node in the words of vis-network. */
export interface NodeLook {
  id: string;
  x: number;
  y: number;
  shape: Shape;
  size: number;
  color: { background: string; border: string; highlight: Fill; hover: Fill };
  borderWidth: number;
  shapeProperties: { borderDashes: number[] | false };
  opacity: number;
}

interface Fill {
  background: string;
  border: string;
}

/** A tie in the words of vis-network. */
export interface TieLook {
  id: string;
  from: string;
  to: string;
  width: number;
  dashes: number[] | false;
  color: { color: string; highlight: string; hover: string; opacity: number };
}

// Each shape with what makes its area that of a circle of the same size.
const SHAPES: Record<string, [Shape, number]> = { PER: ["dot", 1], LOC: ["square", 0.886], ORG: ["diamond", 1.25] };
const OTHER: [Shape, number] = ["triangle", 1.1];
/** The radius of a ghost. */
export const GHOST = 2;
const FAINT = 0.18;
const DASHES: [number, number] = [7, 5];
const NODE_DASHES: [number, number] = [4, 3];

/** A node: of side A full, of side B an outline of dashes, of both a grey one. */
export function nodeLook(node: DrawnNode, { x, y, radius }: Disc, light: Light, palette: Palette): NodeLook {
  const chosen = node.id === light.entity || light.picked.has(node.id);
  const [shape, factor] = node.look === "ghost" ? (["dot", 1] as const) : (SHAPES[node.type] ?? OTHER);
  const fill = fillOf(node, palette);
  const hollow = node.look === "b";
  const background = hollow ? palette.background : fill;
  const border = chosen ? palette.text : hollow ? fill : palette.background;
  return {
    id: node.id,
    x: Math.round(x), // vis-network would cut it
    y: Math.round(y),
    shape,
    size: node.look === "ghost" ? GHOST : factor * radius,
    color: { background, border, highlight: { background, border }, hover: { background, border } },
    borderWidth: chosen ? 3 : hollow ? 2.5 : 1.5,
    shapeProperties: { borderDashes: hollow && !chosen ? NODE_DASHES : false },
    opacity: light.lit === null || light.lit.has(node.id) ? 1 : FAINT,
  };
}

/** A tie; `ties` is how many there are: they are fainter where they are many, unless few of them are lit. */
export function tieLook(tie: DrawnTie, light: Light, palette: Palette, { ties, most }: Many): TieLook {
  const chosen = tie.id === light.tie;
  const bright = light.lit === null || (light.lit.has(tie.a) && light.lit.has(tie.b));
  const color = chosen ? palette.accent : tieColour(tie.look, palette);
  return {
    id: tie.id,
    from: tie.a,
    to: tie.b,
    width: width(tie.value, most) + (chosen ? 2 : 0),
    dashes: tie.look === "b" ? DASHES : false,
    color: { color, highlight: color, hover: palette.accent, opacity: bright ? opacity(tie.look, light, ties) : 0.06 },
  };
}

interface Many {
  ties: number;
  most: number;
}

function opacity(look: Look, { lit }: Light, ties: number): number {
  const one = look === "a" || look === "b" ? 0.85 : 0.5;
  return lit === null ? Math.max(0.07, Math.min(one, (18 * one) / Math.sqrt(ties + 1))) : one;
}

function fillOf({ look, type }: DrawnNode, palette: Palette): string {
  if (look === "type") return palette.types[type] ?? palette.other;
  return look === "a" ? palette.a : look === "b" ? palette.b : look === "both" ? palette.other : palette.edge;
}

function tieColour(look: Look, palette: Palette): string {
  return look === "a" ? palette.a : look === "b" ? palette.b : palette.edge;
}
