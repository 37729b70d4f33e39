// The panel's small icons: each a path in a square of 16, drawn in the colour of the text.
const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  up: "M8 13V3.5M3.8 7.6 8 3.4l4.2 4.2",
  down: "M8 3v9.5M3.8 8.4 8 12.6l4.2-4.2",
  show: "M1.6 8S4 3.6 8 3.6 14.4 8 14.4 8 12 12.4 8 12.4 1.6 8 1.6 8ZM8 6.1a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8Z",
  text: "M2.5 3.5h11M2.5 6.5h11M2.5 9.5h7M12 9v5M9.5 11.5h5",
  code: "M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5",
  remove: "M2.5 4.2h11M6.2 4V2.4h3.6V4M4 4.4l.7 9.2h6.6l.7-9.2M6.7 7v4M9.3 7v4",
};

export type Icon = keyof typeof PATHS;

export function icon(name: Icon): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "rw-lab-icon");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
