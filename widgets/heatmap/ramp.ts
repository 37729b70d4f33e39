// The colours of the cells: one hue from the background to a strong blue, so that lightness alone carries the share and
// it survives grey paper and colour-blind eyes; and the ink that can be read on each shade.

export type Colour = readonly [number, number, number];

export interface Shade {
  fill: string;
  ink: string;
}

const BLACK: Colour = [0, 0, 0];
const WHITE: Colour = [255, 255, 255];
const STEPS = 100;
/** How much of the strong colour the smallest share gets. */
const LEAST = 0.18;

/** How much of the strong colour a share gets, 0 to 1: none for nothing, and even a little is seen. */
export function strength(share: number): number {
  return share <= 0 ? 0 : LEAST + (1 - LEAST) * Math.min(share, 1);
}

/** The shades from a background to a strong colour. */
export class Ramp {
  readonly #shades: Shade[];

  constructor(background: Colour, strong: Colour) {
    this.#shades = Array.from({ length: STEPS + 1 }, (_, step) => {
      const colour = mixed(background, strong, step / STEPS);
      return { fill: css(colour), ink: css(inkOn(colour)) };
    });
  }

  of(share: number): Shade {
    return this.#shades[Math.round(strength(share) * STEPS)] ?? { fill: "", ink: "" };
  }
}

/** Black or white, whichever stands out more: of the two one has always a contrast of 4.58 or more. */
export function inkOn(colour: Colour): Colour {
  return contrast(colour, BLACK) >= contrast(colour, WHITE) ? BLACK : WHITE;
}

/** The contrast of two colours as WCAG 2 defines it, 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function mixed(from: Colour, to: Colour, much: number): Colour {
  const [r, g, b] = [0, 1, 2].map((part) => Math.round((from[part] ?? 0) * (1 - much) + (to[part] ?? 0) * much));
  return [r ?? 0, g ?? 0, b ?? 0];
}

/** A colour as a computed style tells it: rgb(...), or color(srgb ...) where it was mixed. */
export function parsed(text: string): Colour {
  const numbers = (text.replace(/^color\(srgb/, "(").match(/[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  const scale = text.startsWith("color(") ? 255 : 1;
  const [r = 0, g = 0, b = 0] = numbers.map((value) => value * scale);
  return [r, g, b];
}

function css([r, g, b]: Colour): string {
  return `rgb(${r}, ${g}, ${b})`;
}
