// The layers of a page: which there are in a story, which are on, and their switches, which are the legend as well.
import type { Labels, MarkRecord, Story } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { labelText } from "../core/labels.ts";

/** What can be switched: a type of names, quotations, passages. A speaker and a cue go with their quotation. */
export type Layered = string;

const ORDER = ["PER", "LOC", "ORG"];
const made = new WeakMap<Story, Layered[]>();

/** The switch that a mark belongs to. */
export function layerOf(mark: MarkRecord): Layered {
  if (mark.layer === "entity") return mark.type;
  return mark.layer === "passage" || mark.layer === "reworded" ? mark.layer : "quote";
}

/** The layers of a story: types of names first, then quotations and passages. Rewording shows beside its counterpart alone. */
export function layersOf(story: Story): Layered[] {
  let found = made.get(story);
  if (found === undefined) {
    const there = new Set(story.marks.filter(({ layer }) => layer !== "reworded").map(layerOf));
    const types = [...there].filter((one) => one !== "quote" && one !== "passage");
    types.sort((one, other) => place(one) - place(other));
    found = [...types, ...["quote", "passage"].filter((one) => there.has(one))];
    made.set(story, found);
  }
  return found;
}

/** What a layer is called. */
export function layerName(labels: Labels, layer: Layered): string {
  const named = labels.sections["types"]?.[layer] !== undefined;
  return named ? labelText(labels, "types", layer) : labelText(labels, "layers", layer);
}

/** A switch with a sample of how its layer looks. */
export function layerSwitch(labels: Labels, layer: Layered, on: boolean, toggle: () => void): HTMLElement {
  const name = layerName(labels, layer);
  const sample = h("span", { class: `rw-sample rw-sample-${layer}`, aria: { hidden: true } });
  return h(
    "button",
    {
      class: "rw-layer-chip",
      type: "button",
      data: { layer },
      aria: { pressed: on, label: labelText(labels, "reader", "layer_of", { name }) },
      on: { click: toggle },
    },
    sample,
    h("span", {}, name),
  );
}

function place(type: string): number {
  const at = ORDER.indexOf(type);
  return at < 0 ? ORDER.length : at;
}
