// Where the marks of a scene stand on a stage of some size, and how large they are.
import { largest, radius } from "./graph.ts";
import type { DrawnNode } from "./scene.ts";
import { type Disc, spread } from "./spread.ts";

export const MARGIN = 40;
/** Room under the nodes, where the buttons lie. */
const FOOT = 64;

export interface Area {
  width: number;
  height: number;
}

/** The disc of each mark of a plane, by id; the same plane and area give the same discs. */
export function layout(plane: DrawnNode[], { width, height }: Area): Map<string, Disc> {
  const most = Math.max(0, ...plane.slice(0, 1).map(({ value }) => value));
  const large = largest(plane.length, width * height);
  const margin = Math.min(MARGIN, width / 8);
  const discs = plane.map(({ x, y, value }) => ({
    x: margin + x * Math.max(width - 2 * margin, 1),
    y: margin + y * Math.max(height - margin - Math.min(FOOT, height / 5), 1),
    radius: radius(value, most, large),
  }));
  const apart = spread(discs, { width, height, margin });
  return new Map(plane.map(({ id }, at) => [id, apart[at] as Disc]));
}

/** The radius that a value has on the scale of a plane. */
export function scaled(plane: DrawnNode[], { width, height }: Area): (value: number) => number {
  const most = plane[0]?.value ?? 1;
  const large = largest(plane.length, width * height);
  return (value) => radius(value, most, large);
}
