// The names on the picture, drawn in screen pixels: the most important first, none over another.
import type { Area } from "./layout.ts";
import { type Box, type Named, place } from "./place.ts";
import type { Palette } from "./theme.ts";

const FONT_SIZE = 13;
const LINE = 18;
const LONGEST = 40;
/** So many square pixels of the stage for each name. */
const ROOM = 6000;
const FEWEST = 12;
/** So many of the largest nodes are covered by no name. */
const LARGE = 12;

/** A node that may be named, in pixels of the stage; the most important first. */
export interface Candidate {
  id: string;
  name: string;
  x: number;
  y: number;
  radius: number;
  forced: boolean;
  /** Only keeps names off itself. */
  silent: boolean;
}

interface Measured {
  text: string;
  width: number;
  direction: CanvasDirection;
}

export class Naming {
  readonly #measured = new Map<string, Measured>();
  #offsets: { id: string; dx: number; dy: number }[] = [];

  /** Forgets the widths of names: the font has changed. */
  forget(): void {
    this.#measured.clear();
  }

  /** Draws the names; while the picture is dragged, each stays with its node as it was placed before. */
  draw(context: CanvasRenderingContext2D, given: Candidate[], setting: Setting): void {
    const { canvas } = context;
    const ratio = canvas.width / Math.max(canvas.clientWidth, 1);
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.font = `${FONT_SIZE}px ${setting.palette.font}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = setting.palette.background;
    context.fillStyle = setting.palette.text;
    const byId = new Map(given.map((one) => [one.id, one]));
    if (!setting.moving) this.#offsets = this.#placed(context, given, byId, setting);
    for (const { id, dx, dy } of this.#offsets) {
      const node = byId.get(id);
      if (!node) continue;
      const { text, direction } = this.#measure(context, node);
      context.direction = direction;
      context.strokeText(text, node.x + dx, node.y + dy);
      context.fillText(text, node.x + dx, node.y + dy);
    }
    context.restore();
  }

  #placed(context: CanvasRenderingContext2D, given: Candidate[], byId: Map<string, Candidate>, setting: Setting) {
    const { area, over } = setting;
    const limit = Math.max(FEWEST, Math.round((area.width * area.height) / ROOM));
    const loud = given.filter(({ silent }) => !silent);
    const kept = [...loud, ...given.filter(({ silent }) => silent)].filter(
      ({ forced }, at) => forced || at < 2 * limit,
    );
    // Where very many stand, a name may cover all but the largest: else none would find a place.
    const crowded = loud.length > 2 * limit;
    const named: Named[] = kept.map((one, at) => {
      const asks = !one.silent && (one.forced || at < limit);
      const radius = crowded && at >= LARGE ? 0 : one.radius;
      return { ...one, radius, width: asks ? this.#measure(context, one).width + 6 : 0 };
    });
    const most = Math.min(limit, loud.length);
    return place(named, LINE, { ...area, over, limit: most }).map(({ id, x, y }) => {
      const node = byId.get(id) as Candidate;
      return { id, dx: x - node.x, dy: y - node.y };
    });
  }

  #measure(context: CanvasRenderingContext2D, { id, name }: Candidate): Measured {
    let found = this.#measured.get(id);
    if (found === undefined) {
      const text = name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
      found = { text, width: context.measureText(text).width, direction: direction(text) };
      this.#measured.set(id, found);
    }
    return found;
  }
}

export interface Setting {
  palette: Palette;
  area: Area;
  /** What lies over the stage, such as buttons. */
  over: Box[];
  /** Whether the picture is being dragged. */
  moving: boolean;
}

/** The direction of a name: that of its first letter. */
export function direction(text: string): CanvasDirection {
  const letter = /\p{L}/u.exec(text)?.[0] ?? "";
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(letter) ? "rtl" : "ltr";
}
