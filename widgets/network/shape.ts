// The small drawing that stands for a type: form and colour both tell it, so that neither is needed alone.

const NAMESPACE = "http://www.w3.org/2000/svg";
const PATHS: Record<string, string> = {
  PER: "M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10z",
  LOC: "M1.6 1.6h8.8v8.8h-8.8z",
  ORG: "M6 0L12 6L6 12L0 6z",
};
const OTHER = "M6 1L11.5 10.8H.5z";

/** The sign of an entity type, hidden from readers of the screen: a word stands beside it. */
export function sign(type: string): SVGSVGElement {
  const svg = document.createElementNS(NAMESPACE, "svg");
  svg.setAttribute("class", `rw-net-sign rw-type-${type}`);
  svg.setAttribute("viewBox", "0 0 12 12");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(NAMESPACE, "path");
  path.setAttribute("d", PATHS[type] ?? OTHER);
  svg.append(path);
  return svg;
}
