// The signs on buttons: drawn, so that they look alike on every machine and in both themes, and no font is sought for them.
const SPACE = "http://www.w3.org/2000/svg";

const PATHS = {
  accept: "M3 8.5 6.5 12 13 4.5",
  reject: "M4 4l8 8M12 4l-8 8",
  correct: "M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3zM9 4.7 11.3 7",
  added: "M8 3v10M3 8h10",
  copy: "M6 6h7v8H6zM10 6V3H3v8h3",
  markdown: "M2 12V4l3 4 3-4v8M12 4v7M9.8 9 12 11.5 14.2 9",
  pin: "M5 2.5h6M6 2.5v5L4 9.5h8l-2-2v-5M8 9.5V14",
  undo: "M6 3 3 6l3 3M3 6h6a4 4 0 0 1 0 8H6",
  redo: "M10 3l3 3-3 3M13 6H7a4 4 0 0 0 0 8h3",
  filter: "M2 3.5h12L9.5 9v4.5l-3-1.5V9z",
  open: "M6 4l4 4-4 4",
  fit: "M9.5 2.5h4v4M13.5 2.5 9 7M6.5 13.5h-4v-4M2.5 13.5 7 9",
} as const;

export type Icon = keyof typeof PATHS;

/** A sign of the size of the letters beside it; it says nothing to a screen reader. */
export function icon(name: Icon): SVGElement {
  const svg = document.createElementNS(SPACE, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `rw-icon rw-icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SPACE, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
