// The picture of the lanes on a canvas: articles as dots, days as bars, many as a number, and the marks of quotations.
import type { Glyph } from "./place.ts";
import { RADIUS } from "./place.ts";
import type { Badge, Scene } from "./scene.ts";

export interface Colours {
  background: string;
  shade: string;
  line: string;
  ink: string;
  point: string;
  accent: string;
  onAccent: string;
  quote: string;
  font: string;
}

/** A lane as it is drawn. */
export interface Band {
  top: number;
  height: number;
  folded: boolean;
  undated: boolean;
}

export interface Picture {
  bands: Band[];
  glyphs: Glyph[];
  /** Where the grid lines stand, from the left edge. */
  lines: number[];
  scene: Scene;
  /** The part of the plane that is in sight. */
  scroll: number;
  width: number;
  height: number;
}

const FADED = 0.28;
const VARIABLES: Record<keyof Omit<Colours, "font">, string> = {
  background: "--rw-bg",
  shade: "--rw-bg-2",
  line: "--rw-line",
  ink: "--rw-ink",
  point: "--rw-per",
  accent: "--rw-accent",
  onAccent: "--rw-on-accent",
  quote: "--rw-quote",
};

/** The colours in force at an element. */
export function coloursAt(element: HTMLElement): Colours {
  const probe = document.createElement("span");
  probe.hidden = true;
  element.append(probe);
  const read = (variable: string) => {
    probe.style.color = `var(${variable})`;
    return getComputedStyle(probe).color;
  };
  const names = Object.entries(VARIABLES).map(([name, variable]) => [name, read(variable)]);
  probe.remove();
  return { ...Object.fromEntries(names), font: getComputedStyle(element).fontFamily || "sans-serif" } as Colours;
}

/** Paints what is in sight; sizes are in pixels of the page, whatever those of the screen are. */
export function paint(canvas: HTMLCanvasElement, picture: Picture, colours: Colours): void {
  const ratio = window.devicePixelRatio || 1;
  const pen = canvas.getContext("2d");
  if (pen === null) return;
  const [width, height] = [Math.round(picture.width * ratio), Math.round(picture.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, picture.width, picture.height);
  pen.setTransform(ratio, 0, 0, ratio, 0, -picture.scroll * ratio);
  bands(pen, picture, colours);
  const { lit, badges } = picture.scene;
  const near = picture.glyphs.filter(({ y }) => y > picture.scroll - 40 && y < picture.scroll + picture.height + 40);
  for (const glyph of near) {
    const bright = lit === null || glyph.points.some(({ article }) => lit.has(article.id));
    pen.globalAlpha = bright ? 1 : FADED;
    draw(pen, glyph, picture.scene, colours);
  }
  pen.globalAlpha = 1;
  for (const glyph of near) {
    const badge = badgeOf(glyph, badges);
    if (badge !== null) mark(pen, glyph, badge, colours);
  }
}

function bands(pen: CanvasRenderingContext2D, { bands: all, lines, width }: Picture, colours: Colours): void {
  const last = all.findLast(({ undated }) => !undated);
  pen.fillStyle = colours.line;
  for (const x of lines) pen.fillRect(Math.round(x), 0, 1, last ? last.top + last.height : 0);
  for (const { top, height, undated, folded } of all) {
    if (undated || folded) {
      pen.fillStyle = colours.shade;
      pen.globalAlpha = folded ? 0.6 : 1; // arrows that pass below stay in sight
      pen.fillRect(0, top, width, height);
      pen.globalAlpha = 1;
    }
    pen.fillStyle = colours.line;
    pen.fillRect(0, top + height - 1, width, 1);
  }
}

function draw(pen: CanvasRenderingContext2D, glyph: Glyph, scene: Scene, colours: Colours): void {
  const chosen = glyph.points.some(({ article }) => article.id === scene.article || scene.pair?.includes(article.id));
  shape(pen, glyph, 0);
  if (glyph.points.length > 1) many(pen, glyph, scene, colours);
  else if (glyph.kind === "dot") fill(pen, colours.point);
  else {
    fill(pen, colours.background);
    pen.save();
    pen.globalAlpha *= 0.45;
    fill(pen, colours.point);
    pen.restore();
    stroke(pen, colours.point, 1.5);
  }
  if (!chosen) return;
  shape(pen, glyph, 3.5);
  stroke(pen, colours.accent, 2.5);
}

/** A number in a pill, filled as far as its articles are lit. */
function many(pen: CanvasRenderingContext2D, glyph: Glyph, { lit }: Scene, colours: Colours): void {
  const share =
    lit === null ? 1 : glyph.points.filter(({ article }) => lit.has(article.id)).length / glyph.points.length;
  const full = share === 1 || share === 0;
  fill(pen, full ? colours.point : colours.background);
  if (!full) {
    pen.save();
    pen.clip();
    pen.fillStyle = colours.point;
    const top = glyph.y + glyph.height / 2 - Math.max(3, glyph.height * share);
    pen.fillRect(glyph.x - glyph.width / 2, top, glyph.width, glyph.height);
    pen.restore();
    shape(pen, glyph, 0);
    stroke(pen, colours.point, 1.5);
  }
  write(pen, String(glyph.points.length), glyph, {
    colours,
    colour: full || share > 0.6 ? colours.background : colours.ink,
  });
}

function shape(pen: CanvasRenderingContext2D, { x, y, width, height, kind, points }: Glyph, more: number): void {
  pen.beginPath();
  const [across, down] = [width / 2 + more, height / 2 + more];
  const round = kind === "bar" ? (points.length > 1 ? 4 : 3) + more : Math.min(across, down);
  pen.roundRect(x - across, y - down, across * 2, down * 2, round);
}

function fill(pen: CanvasRenderingContext2D, colour: string): void {
  pen.fillStyle = colour;
  pen.fill();
}

function stroke(pen: CanvasRenderingContext2D, colour: string, width: number): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke();
}

interface Ink {
  colours: Colours;
  colour: string;
}

function write(pen: CanvasRenderingContext2D, text: string, { x, y }: { x: number; y: number }, ink: Ink): void {
  pen.font = `600 11px ${ink.colours.font}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.direction = "ltr";
  pen.fillStyle = ink.colour;
  pen.fillText(text, x, y + 0.5);
}

/** The first quotation marked on what a glyph stands for. */
export function badgeOf({ points }: Glyph, badges: Map<string, Badge>): Badge | null {
  if (badges.size === 0) return null;
  let first: Badge | null = null;
  for (const { article } of points) {
    const badge = badges.get(article.id);
    if (badge !== undefined && (first === null || badge.rank < first.rank)) first = badge;
  }
  return first;
}

/** Where the mark of a glyph's quotation stands: on its upper end. */
export function badgePlace({ x, y, height, kind, points }: Glyph): { x: number; y: number } {
  return { x, y: y - (kind === "dot" && points.length === 1 ? RADIUS : height / 2) - 4 };
}

function mark(pen: CanvasRenderingContext2D, glyph: Glyph, badge: Badge, colours: Colours): void {
  const place = badgePlace(glyph);
  const size = badge.rank > 0 ? 8.5 : 6.5;
  pen.beginPath();
  pen.moveTo(place.x, place.y - size);
  pen.lineTo(place.x + size, place.y);
  pen.lineTo(place.x, place.y + size);
  pen.lineTo(place.x - size, place.y);
  pen.closePath();
  fill(pen, colours.quote);
  stroke(pen, colours.background, 1.5);
  if (badge.rank > 0) write(pen, String(badge.rank), place, { colours, colour: colours.background });
}
