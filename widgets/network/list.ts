// The names beside the picture: the legend, and a list that does all the picture does where there is none.
import type { Labels } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { formatNumber, label, labelText } from "../core/labels.ts";
import { found, type Shown, type Size } from "./graph.ts";
import { sign } from "./shape.ts";
import { said } from "./words.ts";

const STEP = 200;

export interface ListState {
  nodes: Shown[];
  words: string[];
  chosen: string | null;
  size: Size;
  /** Those picked to be merged; null where none is being picked. */
  picked: Set<string> | null;
}

export interface ListActions {
  choose(id: string): void;
  pick(id: string): void;
}

/** The types as buttons that switch them off and on, each with its sign: the legend. */
export function legend(labels: Labels, types: string[], hidden: Set<string>, toggle: (type: string) => void) {
  const button = (type: string) =>
    h(
      "button",
      {
        class: `rw-legend-type rw-type-${type}`,
        type: "button",
        aria: { pressed: !hidden.has(type) },
        data: { type },
        on: { click: () => toggle(type) },
      },
      sign(type),
      label(labels, "types", type),
    );
  return h("div", { class: "rw-legend", role: "group" }, types.map(button));
}

/** The names found, in their order, as buttons; with a box each where names are picked. */
export function names(labels: Labels, state: ListState, actions: ListActions): HTMLElement {
  const all = found(state.nodes, state.words);
  if (all.length === 0) {
    return h("p", { class: "rw-muted rw-network-none", role: "status" }, label(labels, "messages", "no_match"));
  }
  return stepped(labels, all, (node) => nameRow(labels, node, state, actions));
}

/** A list that is shown in steps. */
export function stepped<T>(labels: Labels, items: T[], row: (item: T) => HTMLElement): HTMLElement {
  const list = h("ul", { class: "rw-names" });
  const more = h("button", { class: "rw-button rw-more", type: "button" });
  const grow = () => {
    const next = items.slice(list.childElementCount, list.childElementCount + STEP);
    list.append(...next.map((item) => h("li", { class: "rw-name-item" }, row(item))));
    const left = items.length - list.childElementCount;
    more.hidden = left === 0;
    more.replaceChildren(label(labels, "actions", "show_more", { n: left }));
  };
  more.addEventListener("click", grow);
  grow();
  return h("div", { class: "rw-names-box" }, list, more);
}

function nameRow(labels: Labels, node: Shown, state: ListState, actions: ListActions): HTMLElement {
  const { entity } = node;
  const value = node[state.size];
  const counted = labelText(labels, "messages", `${state.size}_n`, { n: value });
  const button = h(
    "button",
    {
      class: "rw-name",
      type: "button",
      aria: { current: entity.id === state.chosen },
      data: { entity: entity.id },
      on: { click: ({ ctrlKey, metaKey }) => (ctrlKey || metaKey ? actions.pick : actions.choose)(entity.id) },
    },
    sign(entity.type),
    h("span", { class: "rw-name-text" }, h("bdi", {}, entity.name)),
    h("span", { class: "rw-hidden-label" }, label(labels, "types", entity.type)),
    h("bdi", { class: "rw-number rw-muted", aria: { hidden: true } }, formatNumber(labels, value)),
    h("span", { class: "rw-hidden-label" }, counted),
  );
  if (state.picked === null) return button;
  const name = said(labels, "pick_name", { name: entity.name });
  const box = h("input", { class: "rw-name-box", type: "checkbox", checked: state.picked.has(entity.id) });
  box.setAttribute("aria-label", name);
  box.addEventListener("change", () => actions.pick(entity.id));
  return h("div", { class: "rw-name-picked" }, box, button);
}

/** The arrow keys, Home and End go through the names of a list. */
export function roam(list: HTMLElement): void {
  list.addEventListener("keydown", (event) => {
    const buttons = [...list.querySelectorAll<HTMLElement>(".rw-name")];
    const at = buttons.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    const next = to === undefined ? undefined : buttons[to];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
