// The names beside the picture: the legend, and a list that does all the picture does where there is none.
import type { Labels } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { formatNumber, label } from "../core/labels.ts";
import { found, type Shown } from "./graph.ts";
import { sign } from "./shape.ts";

const STEP = 200;

export interface ListState {
  nodes: Shown[];
  words: string[];
  chosen: string | null;
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

/** The names found, most mentioned first, as buttons. */
export function names(labels: Labels, { nodes, words, chosen }: ListState, choose: (id: string) => void): HTMLElement {
  const all = found(nodes, words);
  if (all.length === 0) {
    return h("p", { class: "rw-muted rw-network-none", role: "status" }, label(labels, "messages", "no_match"));
  }
  const list = h("ul", { class: "rw-names" });
  const more = h("button", { class: "rw-button rw-more", type: "button" });
  const grow = () => {
    const next = all.slice(list.childElementCount, list.childElementCount + STEP);
    list.append(...next.map((node) => h("li", {}, nameButton(labels, node, chosen, choose))));
    const left = all.length - list.childElementCount;
    more.hidden = left === 0;
    more.replaceChildren(label(labels, "actions", "show_more", { n: left }));
  };
  more.addEventListener("click", grow);
  grow();
  return h("div", { class: "rw-names-box" }, list, more);
}

function nameButton(labels: Labels, { entity, mentions }: Shown, chosen: string | null, choose: (id: string) => void) {
  return h(
    "button",
    {
      class: "rw-name",
      type: "button",
      aria: { current: entity.id === chosen },
      data: { entity: entity.id },
      on: { click: () => choose(entity.id) },
    },
    sign(entity.type),
    h("span", { class: "rw-name-text" }, h("bdi", {}, entity.name)),
    h("span", { class: "rw-hidden-label" }, label(labels, "types", entity.type)),
    h("bdi", { class: "rw-number rw-muted", aria: { hidden: true } }, formatNumber(labels, mentions)),
    h("span", { class: "rw-hidden-label" }, label(labels, "messages", "mentions_n", { n: mentions })),
  );
}
