// What a canvas is to draw: marks with places and sizes, whatever they stand for.

/** How a mark looks: by its type, or by the side of a difference that it is on; a ghost only keeps a place. */
export type Look = "type" | "a" | "b" | "both" | "ghost";

export interface DrawnNode {
  id: string;
  name: string;
  type: string;
  /** The place on a plane that is 1 wide and 1 high. */
  x: number;
  y: number;
  /** What the size tells. */
  value: number;
  look: Look;
}

export interface DrawnTie {
  id: string;
  a: string;
  b: string;
  value: number;
  look: Look;
}

export interface Scene {
  /** The largest first. */
  nodes: DrawnNode[];
  ties: DrawnTie[];
  /** All that share the layout, the largest first: in every panel each has the same place and the same scale. */
  plane: DrawnNode[];
  mostTie: number;
}

/** What stands out in a scene. */
export interface Light {
  /** The entities to show in full colour; null for all. */
  lit: Set<string> | null;
  entity: string | null;
  tie: string | null;
  /** Entities that are being picked to be merged. */
  picked: Set<string>;
}

export const NO_LIGHT: Light = { lit: null, entity: null, tie: null, picked: new Set() };
