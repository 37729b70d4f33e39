// What the marks look like and which keys there are.
import type { Context } from "../core/context.ts";
import { h } from "../core/dom.ts";
import { label, labelText } from "../core/labels.ts";
import { cross } from "./inspector.ts";
import { layerName, layersOf } from "./layers.ts";

const PARTS = ["speaker", "cue"];
const STATES = ["selected", "related"];
const KEYS: [string, string][] = [
  ["n", "key_next"],
  ["p", "key_previous"],
  ["[", "key_previous_article"],
  ["]", "key_next_article"],
  ["l", "key_list"],
  ["/", "key_find"],
  ["e", "key_pin"],
  ["b", "key_kind"],
  ["b", "key_rule"],
  ["Ctrl+Z", "key_undo"],
  ["Esc", "key_close"],
];
const CORRECTS = new Set(["key_kind", "key_undo"]);
const READS = new Set(["key_rule"]);

/** The legend and the keys, hidden until they are asked for. */
export function guide(context: Context, close: () => void): HTMLElement {
  const { labels, story, ask } = context;
  const layers = layersOf(story);
  const sample = (name: string, text: string) => h("li", {}, h("span", { class: `rw-sample rw-sample-${name}` }), text);
  const parts = layers.includes("quote") ? PARTS : [];
  const keys = KEYS.filter(([, key]) => !(ask === null ? CORRECTS : READS).has(key));
  const title = labelText(labels, "reader", "guide");
  return h(
    "section",
    { class: "rw-guide rw-scroll", hidden: true, role: "dialog", aria: { label: title } },
    h("div", { class: "rw-guide-head" }, h("strong", {}, title), cross(labelText(labels, "actions", "close"), close)),
    h("ul", { class: "rw-guide-marks" }, [
      ...layers.map((layer) => sample(layer, layerName(labels, layer))),
      ...parts.map((part) => sample(part, labelText(labels, "columns", part))),
      ...STATES.map((state) => sample(state, labelText(labels, "reader", `looks_${state}`))),
    ]),
    h(
      "dl",
      { class: "rw-guide-keys" },
      keys.map(([key, does]) => [
        h("dt", {}, h("kbd", { dir: "ltr" }, key)),
        h("dd", {}, label(labels, "reader", does)),
      ]),
    ),
    h("p", { class: "rw-muted" }, label(labels, "reader", ask === null ? "guide_reads" : "guide_corrects")),
  );
}
