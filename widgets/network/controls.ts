// Small controls that the view is made of: a slider that says its value, buttons of which one is chosen, a choice.
import { type Child, h } from "../core/dom.ts";

export interface SliderGiven {
  class: string;
  /** The name for readers of the screen. */
  name: string;
  most: number;
  least?: number;
  value: number;
  /** What a position means: as nodes beside the slider, and as text for readers of the screen. */
  tell(value: number): { nodes: Child; text: string };
  change(value: number): void;
}

/** A range that says beside it what its position means. */
export function slider({ name, most, least = 1, value, tell, change, ...given }: SliderGiven): HTMLElement {
  const input = h("input", { class: `rw-range ${given.class}`, type: "range", aria: { label: name } });
  const words = h("span", { class: "rw-network-told", aria: { hidden: true } });
  Object.assign(input, { min: String(least), max: String(Math.max(most, least)), step: "1" });
  input.value = String(value);
  const show = () => {
    const { nodes, text } = tell(input.valueAsNumber);
    words.replaceChildren(...[nodes].flat().filter((one): one is Node => one instanceof Node));
    input.setAttribute("aria-valuetext", text);
  };
  input.addEventListener("input", () => {
    show();
    change(input.valueAsNumber);
  });
  show();
  return h("label", { class: "rw-network-slider" }, words, input);
}

export interface Option {
  key: string;
  text: Child;
}

/** Buttons of which one is pressed; the arrow keys go from one to the next. */
export function segments(
  name: string,
  options: Option[],
  { chosen, choose }: { chosen: string; choose(key: string): void },
): HTMLElement {
  const buttons = options.map(({ key, text }) => {
    const props = { class: "rw-button rw-segment", type: "button", role: "radio", data: { key } };
    const on = { click: () => choose(key) };
    return h("button", { ...props, tabindex: key === chosen ? 0 : -1, aria: { checked: key === chosen }, on }, text);
  });
  const group = h("div", { class: "rw-net-segments", role: "radiogroup", aria: { label: name } }, buttons);
  group.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const by = arrow(event, group);
    if (by === 0 || at < 0) return;
    event.preventDefault();
    const next = options[(at + by + options.length) % options.length];
    if (!next) return;
    const { parentElement } = group;
    choose(next.key);
    const drawn = group.isConnected ? group : parentElement; // the choice may have drawn the buttons anew
    drawn?.querySelector<HTMLElement>(`.rw-segment[data-key="${next.key}"]`)?.focus();
  });
  return group;
}

/** Marks another button of segments as the chosen one. */
export function mark(group: HTMLElement, chosen: string): void {
  for (const button of group.querySelectorAll<HTMLElement>(".rw-segment")) {
    const on = button.dataset["key"] === chosen;
    button.setAttribute("aria-checked", String(on));
    button.tabIndex = on ? 0 : -1;
  }
}

/** One step on or back that an arrow key asks for, in the direction of the text; 0 for another key. */
export function arrow({ key }: KeyboardEvent, within: HTMLElement): number {
  const on = getComputedStyle(within).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (key === "ArrowDown" || key === on) return 1;
  return key === "ArrowUp" || key === "ArrowLeft" || key === "ArrowRight" ? -1 : 0;
}

/** A choice among names: the values are their own words. */
export function choice(
  given: { class: string; name: string; value: string; first?: string },
  values: string[],
  choose: (value: string) => void,
): HTMLSelectElement {
  const option = (value: string, text: string) => h("option", { value, selected: value === given.value }, text);
  const select = h(
    "select",
    { class: `rw-select ${given.class}`, aria: { label: given.name } },
    given.first !== undefined && option("", given.first),
    values.map((value) => option(value, value)),
  );
  select.addEventListener("change", () => choose(select.value));
  return select;
}
