// The controls over the matrix, and its legend.
import type { Context } from "../core/context.ts";
import { type Child, h } from "../core/dom.ts";
import { formatShare, label, labelText } from "../core/labels.ts";
import { type By, type Layer, ORDERS, type Order } from "./matrix.ts";
import type { Memory } from "./state.ts";

export interface ToolbarActions {
  show(layer: Layer): void;
  turn(by: By): void;
  order(order: Order): void;
  boilerplate(): void;
  /** Goes to the next line that a query finds. */
  find(query: string): void;
  zoom(to: number | "fit"): void;
}

/** The toolbar; `zooms` where the cells have more than one size. */
export function toolbar(context: Context, memory: Memory, actions: ToolbarActions, zooms: boolean): HTMLElement {
  return h(
    "div",
    { class: "rw-toolbar" },
    layers(context, memory, actions),
    by(context, memory, actions),
    order(context, memory, actions),
    boilerplate(context, memory, actions),
    search(context, actions),
    zooms && zoom(context, actions),
    h("span", { class: "rw-spacer" }),
    legend(context, memory),
  );
}

/** Which of the two the cells tell of; offered where sentences in other words were looked for. */
function layers({ labels, story }: Context, memory: Memory, actions: ToolbarActions): HTMLElement | null {
  if (!story.meaning) return null;
  const button = (layer: Layer) =>
    h(
      "button",
      {
        class: "rw-button",
        type: "button",
        data: { layer },
        aria: { pressed: memory.layer === layer },
        on: { click: () => actions.show(layer) },
      },
      label(labels, "heatmap", layer),
    );
  const name = labelText(labels, "heatmap", "layer");
  return h(
    "div",
    { class: "rw-segmented", role: "group", aria: { label: name } },
    button("copied"),
    button("reworded"),
  );
}

function by({ labels, story }: Context, memory: Memory, actions: ToolbarActions): HTMLElement | null {
  if (story.sources.length < 2) return null;
  const button = (by: By) =>
    h(
      "button",
      {
        class: "rw-button",
        type: "button",
        data: { by },
        aria: { pressed: memory.by === by },
        on: { click: () => actions.turn(by) },
      },
      label(labels, "actions", `by_${by}`),
    );
  const name = labelText(labels, "views", "heatmap");
  return h("div", { class: "rw-segmented", role: "group", aria: { label: name } }, button("source"), button("article"));
}

function order({ labels }: Context, memory: Memory, actions: ToolbarActions): HTMLElement {
  const options = ORDERS.map((order) =>
    h("option", { value: order, selected: memory.order === order }, labelText(labels, "heatmap", `order_${order}`)),
  );
  const name = labelText(labels, "heatmap", "order");
  const select = h("select", { class: "rw-select rw-heat-order", title: name, aria: { label: name } }, options);
  select.addEventListener("change", () => actions.order(select.value as Order));
  return select;
}

/** Boilerplate is offered where there is some. */
function boilerplate({ labels, story }: Context, memory: Memory, actions: ToolbarActions): HTMLElement | null {
  const there = story.shares.boilerplate.length > 0 || story.passages.some((passage) => passage.boilerplate);
  if (!there) return null;
  return h(
    "button",
    {
      class: "rw-button rw-layer-toggle",
      type: "button",
      data: { act: "boilerplate" },
      aria: { pressed: memory.boilerplate },
      on: { click: () => actions.boilerplate() },
    },
    h("span", { class: "rw-repeated-sample", aria: { hidden: true } }),
    label(labels, "heatmap", "boilerplate"),
  );
}

function search({ labels, story }: Context, actions: ToolbarActions): HTMLElement | null {
  if (story.articles.length < 2) return null;
  const name = labelText(labels, "heatmap", "find");
  const input = h("input", {
    class: "rw-input rw-heat-find",
    type: "search",
    placeholder: name,
    aria: { label: name },
  });
  input.dir = "auto";
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    actions.find(input.value);
  });
  return input;
}

function zoom({ labels }: Context, actions: ToolbarActions): HTMLElement {
  const button = (key: string, sign: Child, to: number | "fit") => {
    const name = labelText(labels, "actions", key);
    return h(
      "button",
      {
        class: "rw-button",
        type: "button",
        title: name,
        data: { act: key },
        aria: { label: name },
        on: { click: () => actions.zoom(to) },
      },
      sign,
    );
  };
  return h(
    "div",
    { class: "rw-segmented", role: "group", aria: { label: labelText(labels, "heatmap", "zoom") } },
    button("zoom_out", "−", 1 / 1.5),
    button("zoom_in", "+", 1.5),
    button("fit", label(labels, "actions", "fit"), "fit"),
  );
}

function legend({ labels }: Context, { layer }: Memory): HTMLElement {
  const name = layer === "copied" ? label(labels, "figures", "share") : label(labels, "heatmap", "reworded_share");
  const end = (share: number) => h("bdi", { class: "rw-number" }, formatShare(labels, share));
  return h(
    "div",
    { class: "rw-heat-legend" },
    h("span", { class: "rw-muted" }, name),
    h("span", { class: "rw-heat-scale", dir: "ltr" }, end(0), h("span", { class: "rw-heat-ramp" }), end(1)),
  );
}
