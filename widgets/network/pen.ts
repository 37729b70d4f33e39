// What a picture is drawn with: a canvas of its own at first (`still.ts`), vis-network from when it is needed (`engine.ts`).
import type { NodeLook, TieLook } from "./looks.ts";

export interface Point {
  x: number;
  y: number;
}

/** All marks of a picture as they look now. */
export interface Looks {
  nodes: NodeLook[];
  ties: TieLook[];
}

/** The names and meanings are those of vis-network. */
export interface Pen {
  /** Takes in how the marks look now. */
  hold(looks: Looks): void;
  /** Draws at once. */
  redraw(): void;
  /** Draws with the next frame, once for all that ask. */
  request(): void;
  setSize(width: string, height: string): void;
  moveTo(to: { position?: Point; scale?: number }): void;
  getScale(): number;
  getViewPosition(): Point;
  canvasToDOM(point: Point): Point;
  DOMtoCanvas(point: Point): Point;
  destroy(): void;
}

/** Draws what lies over the marks. */
export type Over = (context: CanvasRenderingContext2D) => void;
