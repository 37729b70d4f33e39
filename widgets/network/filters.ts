// The fold-out filters: outlet, days, least counts, significance, and what the size of a node tells.
import type { Labels, Story } from "../core/contract.ts";
import { type Child, h } from "../core/dom.ts";
import { labelText } from "../core/labels.ts";
import { choice, mark, segments, slider } from "./controls.ts";
import { indexOf } from "./counting.ts";
import type { Filters, Size } from "./graph.ts";
import type { State } from "./state.ts";
import { said, say } from "./words.ts";

/** The steps of the significance slider: the alpha below which a tie is shown, 0 for all ties. */
export const ALPHAS = [0, 0.5, 0.2, 0.1, 0.05, 0.01];
const MOST = 20;

export interface FilterChanges {
  filters(changed: Partial<Filters>): void;
  clear(): void;
}

export function filterPanel(story: Story, labels: Labels, state: State, changes: FilterChanges): Child {
  const { filters, mode } = state;
  const periods = mode === "difference" && state.between === "periods";
  return [
    (mode === "network" || periods) && story.sources.length > 1 && outlet(story, labels, filters, changes),
    !periods && days(story, labels, filters, changes),
    leastMentions(story, labels, filters, changes),
    leastWeight(story, labels, filters, changes),
    significance(labels, filters, changes),
    mode !== "difference" && size(labels, filters, changes),
    h(
      "button",
      { class: "rw-button rw-network-clear", type: "button", on: { click: () => changes.clear() } },
      say(labels, "clear_filters"),
    ),
  ];
}

function outlet({ sources }: Story, labels: Labels, { source }: Filters, changes: FilterChanges): HTMLElement {
  const first = labelText(labels, "actions", "all_sources");
  const name = labelText(labels, "columns", "source");
  const given = { class: "rw-network-source", name, value: source, first };
  return choice(given, sources, (chosen) => changes.filters({ source: chosen }));
}

/** First and last day; what carries no date is said, as a period leaves it out. */
function days(story: Story, labels: Labels, { since, until }: Filters, changes: FilterChanges): HTMLElement | null {
  const { days, undated } = indexOf(story);
  if (days[0] === "") return null;
  const input = (key: "since" | "until", value: string) => {
    const field = h("input", { class: `rw-input rw-network-${key}`, type: "date", value });
    [field.min, field.max] = days;
    field.addEventListener("change", () => changes.filters({ [key]: field.value }));
    return h("label", { class: "rw-network-day" }, h("span", {}, say(labels, key)), field);
  };
  return h(
    "div",
    { class: "rw-network-days" },
    input("since", since),
    input("until", until),
    undated > 0 && h("span", { class: "rw-muted" }, say(labels, "undated_n", { n: undated })),
  );
}

function leastMentions(story: Story, labels: Labels, { minimum }: Filters, changes: FilterChanges): HTMLElement {
  const most = Math.max(1, ...story.entities.map(({ mentions }) => mentions));
  return slider({
    class: "rw-network-minimum",
    name: labelText(labels, "columns", "mentions"),
    most: Math.min(most, MOST),
    value: minimum,
    tell: (n) => ({ nodes: say(labels, "least_mentions", { n }), text: said(labels, "least_mentions", { n }) }),
    change: (value) => changes.filters({ minimum: value }),
  });
}

function leastWeight({ edges }: Story, labels: Labels, { weight }: Filters, changes: FilterChanges): HTMLElement {
  const most = edges.reduce((most, edge) => Math.max(most, edge.weight), 1);
  return slider({
    class: "rw-network-weight",
    name: said(labels, "weight"),
    most: Math.min(most, MOST),
    value: weight,
    tell: (n) => ({ nodes: say(labels, "least_weight", { n }), text: said(labels, "least_weight", { n }) }),
    change: (value) => changes.filters({ weight: value }),
  });
}

function significance(labels: Labels, { alpha }: Filters, changes: FilterChanges): HTMLElement {
  const key = (step: number) => (step === 0 ? "significance_off" : "significance_below");
  const values = (step: number) => ({ n: decimal(labels, ALPHAS[step] ?? 0) });
  const range = slider({
    class: "rw-network-alpha",
    name: said(labels, "significance"),
    least: 0,
    most: ALPHAS.length - 1,
    value: Math.max(0, ALPHAS.indexOf(alpha)),
    tell: (step) => ({ nodes: say(labels, key(step), values(step)), text: said(labels, key(step), values(step)) }),
    change: (step) => changes.filters({ alpha: ALPHAS[step] ?? 0 }),
  });
  const help = h("p", { class: "rw-muted rw-network-help", hidden: true }, say(labels, "significance_help"));
  const text = said(labels, "significance_what");
  const title = said(labels, "significance_help");
  const aria = { label: text, expanded: false };
  const ask = h("button", { class: "rw-button rw-network-ask", type: "button", title, aria }, "?");
  ask.addEventListener("click", () => {
    help.hidden = !help.hidden;
    ask.setAttribute("aria-expanded", String(!help.hidden));
  });
  return h("div", { class: "rw-network-significance" }, range, ask, help);
}

/** Two decimals, in the digits of the labels: 0.05 is a limit, not a measure to be rounded. */
function decimal({ language }: Labels, value: number): string {
  return new Intl.NumberFormat(`${language || "en"}-u-nu-latn`, { maximumFractionDigits: 2 }).format(value);
}

function size(labels: Labels, { size }: Filters, changes: FilterChanges): HTMLElement {
  const options = (["mentions", "articles"] as Size[]).map((key) => ({ key, text: say(labels, `size_${key}`) }));
  const group = segments(said(labels, "size"), options, {
    chosen: size,
    choose: (key) => {
      mark(group, key);
      changes.filters({ size: key as Size });
    },
  });
  return h("div", { class: "rw-network-size" }, h("span", { class: "rw-muted" }, say(labels, "size")), group);
}
