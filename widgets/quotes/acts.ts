// What can be done with a row: the same by its buttons and by keys.
import type { Labels } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { type Icon, icon } from "../core/icons.ts";
import { labelText } from "../core/labels.ts";

export const JUDGING = ["accept", "reject", "correct"] as const;
export const SHARING = ["copy", "markdown", "pin"] as const;
export type Act = (typeof JUDGING)[number] | (typeof SHARING)[number] | "undo" | "redo" | "next" | "previous" | "help";

const KEYS: Record<string, Act> = {
  a: "accept",
  r: "reject",
  c: "correct",
  u: "undo",
  z: "redo",
  y: "copy",
  m: "markdown",
  p: "pin",
  j: "next",
  k: "previous",
  ArrowDown: "next",
  ArrowUp: "previous",
  "?": "help",
};

/** What a key asks for. Where the keyboard writes no Latin letters, its place on the keyboard counts. */
export function actOf(event: KeyboardEvent): Act | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const latin = /^[a-z]$/iu.test(event.key) ? event.key.toLowerCase() : "";
  const placed = event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : "";
  const other = event.key === "؟" || (event.code === "Slash" && event.shiftKey) ? "?" : event.key;
  return KEYS[latin || placed || other] ?? null;
}

/** The key of an act, as it is shown. */
export function keyOf(act: Act): string {
  return Object.entries(KEYS).find(([, one]) => one === act)?.[0] ?? "";
}

/** A small button with a sign; its name says what it does, and its title the key too. */
export function actButton(labels: Labels, act: Act, press: () => void, pressed?: boolean): HTMLButtonElement {
  const name = labelText(labels, "finder", act);
  const button = h(
    "button",
    {
      class: `rw-act rw-act-${act}`,
      type: "button",
      title: `${name} (${keyOf(act)})`,
      aria: pressed === undefined ? { label: name } : { label: name, pressed },
      data: { act },
      on: { click: press },
    },
    icon(act as Icon),
  );
  return button;
}

/** The line that shows the keys. */
export function helpLine(labels: Labels, judging: boolean): HTMLElement {
  const moving = ["next", "previous"] as const;
  const changing = judging ? ([...JUDGING, "undo", "redo"] as const) : [];
  const acts: readonly Act[] = [...moving, ...changing, ...SHARING, "help"];
  return h(
    "p",
    { class: "rw-finder-help" },
    acts.map((act) =>
      h("span", { class: "rw-key" }, h("kbd", { dir: "ltr" }, keyOf(act)), ` ${labelText(labels, "finder", act)}`),
    ),
  );
}
