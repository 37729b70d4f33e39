// The names of the lanes: each selects its outlet, and a switch beside it folds the lane away.
import type { Labels } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { formatNumber, labelText } from "../core/labels.ts";
import type { Lane } from "./model.ts";
import type { Band } from "./paint.ts";

export interface HeadsGiven {
  labels: Labels;
  lanes: Lane[];
  bands: Band[];
  counts: Map<number, number>;
}

export interface HeadActions {
  source(source: string): void;
  fold(source: string): void;
}

const STOPS = [".rw-tl-fold", "button.rw-tl-outlet"];

/** Of the switches and names Tab reaches those of one lane; up and down lead to the other lanes. */
export function roving(element: HTMLElement): void {
  element.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stop = STOPS.find((one) => (event.target as Element).matches(one));
    if (by === undefined || stop === undefined) return;
    const own = [...element.querySelectorAll<HTMLElement>(stop)];
    event.preventDefault();
    own[own.indexOf(event.target as HTMLElement) + by]?.focus();
  });
  element.addEventListener("focusin", ({ target }) => {
    settle(element, (target as Element).closest(".rw-tl-head"));
  });
}

/** Makes the controls of one lane those that Tab reaches; of the first where none is given. */
export function settle(element: HTMLElement, head: Element | null): void {
  const chosen = head ?? element.firstElementChild;
  for (const stop of element.querySelectorAll(STOPS.join())) {
    stop.setAttribute("tabindex", chosen?.contains(stop) ? "0" : "-1");
  }
}

/** A head for each lane, as high as its lane. */
export function heads({ labels, lanes, bands, counts }: HeadsGiven, actions: HeadActions): HTMLElement[] {
  return lanes.map((lane, at) => {
    const band = bands[at] as Band;
    const count = h("bdi", { class: "rw-number rw-muted" }, formatNumber(labels, counts.get(at) ?? 0));
    const style = { "block-size": `${band.height}px` };
    if (lane.undated) {
      const name = h("span", { class: "rw-tl-outlet" }, labelText(labels, "figures", "no_date"));
      return h("div", { class: "rw-tl-head rw-undated", style }, name, count);
    }
    return h(
      "div",
      { class: `rw-tl-head${band.folded ? " rw-folded" : ""}`, style, data: { source: lane.source } },
      foldSwitch(labels, lane.source, { folded: band.folded, fold: () => actions.fold(lane.source) }),
      h(
        "button",
        {
          class: "rw-tl-outlet",
          type: "button",
          title: lane.source,
          on: { click: () => actions.source(lane.source) },
        },
        h("bdi", {}, lane.source || labelText(labels, "figures", "no_name")),
      ),
      band.folded ? null : count,
    );
  });
}

function foldSwitch(
  labels: Labels,
  source: string,
  { folded, fold }: { folded: boolean; fold: () => void },
): HTMLElement {
  const name = labelText(labels, "timeline", "show_outlet", { source });
  const box = h("input", {
    class: "rw-tl-fold",
    type: "checkbox",
    checked: !folded,
    title: name,
    aria: { label: name },
  });
  box.addEventListener("change", fold);
  return box;
}
