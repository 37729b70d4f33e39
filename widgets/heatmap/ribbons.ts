// The bands in the gutter between two texts: each joins a passage to its counterpart.
import { s } from "./svg.ts";

/** A passage as it stands beside the gutter: its vertical extent on either side, in pixels from the gutter's top. */
export interface Band {
  id: string;
  /** The class of its colour. */
  colour: string;
  start: [number, number];
  end: [number, number];
  chosen: boolean;
}

/** Draws the bands that can be seen; a half that is out of sight leads to the edge behind which it lies. */
export function drawRibbons(svg: SVGSVGElement, bands: Band[], [width, height]: [number, number]): void {
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const shown = bands.filter(({ start, end }) => seen(start, height) || seen(end, height));
  shown.sort((one, other) => Number(one.chosen) - Number(other.chosen));
  svg.replaceChildren(
    ...shown.map((band) =>
      s("path", {
        class: `rw-ribbon ${band.colour}${band.chosen ? " rw-chosen" : ""}`,
        "data-passage": band.id,
        d: path(band, [width, height]),
      }),
    ),
  );
}

function seen([top, bottom]: [number, number], height: number): boolean {
  return bottom > 0 && top < height;
}

function path({ start, end }: Band, [width, height]: [number, number]): string {
  const clip = (at: number) => Math.round(Math.max(-8, Math.min(height + 8, at)) * 10) / 10;
  const [a, b, c, d] = [clip(start[0]), clip(start[1]), clip(end[0]), clip(end[1])];
  const middle = width / 2;
  return `M0 ${a}C${middle} ${a} ${middle} ${c} ${width} ${c}V${d}C${middle} ${d} ${middle} ${b} 0 ${b}Z`;
}
