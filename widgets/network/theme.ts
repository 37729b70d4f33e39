// The colours of the style sheet as a canvas needs them, and word of when the theme changes.

export interface Palette {
  background: string;
  text: string;
  edge: string;
  accent: string;
  other: string;
  types: Record<string, string>;
  /** The sides of a difference. */
  a: string;
  b: string;
  font: string;
}

/** The colours in force at an element. */
export function palette(element: HTMLElement): Palette {
  const resolve = resolver(element);
  return {
    background: resolve("--rw-bg"),
    text: resolve("--rw-ink"),
    edge: resolve("--rw-line-strong"),
    accent: resolve("--rw-accent"),
    other: resolve("--rw-ink-2"),
    a: resolve("--rw-quote"),
    b: resolve("--rw-passage"),
    types: { PER: resolve("--rw-per"), LOC: resolve("--rw-loc"), ORG: resolve("--rw-org") },
    font: getComputedStyle(element).fontFamily || "sans-serif",
  };
}

/** Calls back when Lab, the page or the system changes between light and dark, until the returned function is called. */
export function observeTheme(element: HTMLElement, changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Lab names the new theme before the colours of its style sheet are in force everywhere: look again a little later.
  const notice = () => {
    clearTimeout(timer);
    requestAnimationFrame(changed);
    timer = setTimeout(changed, 300);
  };
  const observer = new MutationObserver(notice);
  const attributeFilter = ["data-jp-theme-light", "data-jp-theme-name", "class"];
  observer.observe(document.body, { attributes: true, attributeFilter });
  const root = element.closest(".rw-root");
  if (root) observer.observe(root, { attributes: true, attributeFilter: ["class"] });
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", notice);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    dark.removeEventListener("change", notice);
  };
}

/** Colour properties as `rgb(…)`, whatever they were written as: painted on a pixel and read off it. */
function resolver(element: HTMLElement): (property: string) => string {
  const probe = document.createElement("span");
  probe.hidden = true;
  element.append(probe);
  const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const background = read("--rw-bg");
  probe.remove();
  return (property) => {
    element.append(probe);
    const colour = read(property);
    probe.remove();
    return paint(pixel, [background, colour]);
  };

  function read(property: string): string {
    probe.style.color = `var(${property})`;
    return getComputedStyle(probe).color;
  }
}

function paint(pixel: CanvasRenderingContext2D | null, colours: string[]): string {
  if (!pixel) return colours.at(-1) ?? "";
  for (const colour of colours) {
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
  }
  const [red, green, blue] = pixel.getImageData(0, 0, 1, 1).data;
  return `rgb(${red},${green},${blue})`;
}
