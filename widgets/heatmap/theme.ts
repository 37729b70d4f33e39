// The theme's colours as numbers, and a notice when they change.
import type { Dispose } from "../core/context.ts";
import { type Colour, parsed, Ramp } from "./ramp.ts";

const NAMES = { ink: "--rw-ink", muted: "--rw-ink-2", line: "--rw-line", accent: "--rw-accent", ground: "--rw-bg" };

export type Inks = Record<keyof typeof NAMES, string> & { font: string };

/** The colours that a picture is drawn in. */
export interface Theme {
  ramp: Ramp;
  inks: Inks;
}

/** The theme as it stands in the place of an element. */
export function themeOf(element: HTMLElement): Theme {
  const probe = document.createElement("span");
  element.append(probe);
  const style = getComputedStyle(probe);
  const of = (name: string): string => {
    probe.style.color = `var(${name})`;
    return style.color;
  };
  const inks = Object.fromEntries(Object.entries(NAMES).map(([key, name]) => [key, of(name)]));
  const strong: Colour = parsed(of("--rw-heat"));
  const theme = { ramp: new Ramp(parsed(inks["ground"] ?? ""), strong), inks: { ...inks, font: style.fontFamily } };
  probe.remove();
  return theme as Theme;
}

/** Calls back when Lab or the system turns to another theme. */
export function onTheme(changed: () => void): Dispose {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Lab names the new theme before the colours of its style sheet are in force everywhere: look again a little later.
  const later = () => {
    clearTimeout(timer);
    requestAnimationFrame(changed);
    timer = setTimeout(changed, 300);
  };
  const observer = new MutationObserver(later);
  for (const element of [document.body, document.documentElement]) {
    observer.observe(element, { attributeFilter: ["class", "data-jp-theme-name", "data-jp-theme-light"] });
  }
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", later);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    dark.removeEventListener("change", later);
  };
}
