// The difference of two outlets or periods in words: which they are, a legend that switches, and lists of what only one has.
import type { Labels, Story } from "../core/contract.ts";
import { type Child, h } from "../core/dom.ts";
import { matches } from "../core/fold.ts";
import { formatNumber, formatShare, label } from "../core/labels.ts";
import { entityOf } from "../core/story.ts";
import { choice, segments } from "./controls.ts";
import {
  type Difference,
  GROUPS,
  groupCounts,
  type Only,
  type Sided,
  type SidedNode,
  type SidedTie,
} from "./difference.ts";
import { stepped } from "./list.ts";
import { sign } from "./shape.ts";
import type { Between, State } from "./state.ts";
import { said, say } from "./words.ts";

export interface SideActions {
  toggle(only: Only): void;
  list(listed: State["listed"]): void;
  entity(id: string): void;
  tie(id: string): void;
}

export interface SideChoices {
  between: Between;
  /** Whether outlets or periods are compared; null where there is only one of the two to choose. */
  kinds: HTMLElement | null;
  sides: [HTMLElement, HTMLElement];
  swap(): void;
  note: HTMLElement | null;
}

/** What is compared: the choices above the picture, and a button that swaps them. */
export function sideBar(labels: Labels, { between, kinds, sides, swap, note }: SideChoices): HTMLElement {
  const name = said(labels, "swap");
  const props = { class: "rw-button rw-net-small rw-swap", type: "button", title: name, aria: { label: name } };
  const swapping = h("button", { ...props, on: { click: swap } }, "⇄");
  const [a, b] = sides;
  const choices = between === "periods" ? [swapping, a, b, note] : [a, swapping, b];
  return h("div", { class: "rw-network-bar rw-side-bar" }, kinds, choices);
}

/** Whether outlets or periods are compared, where there are both to choose from. */
export function kindsOf(labels: Labels, kinds: Between[], chosen: Between, choose: (kind: Between) => void) {
  if (kinds.length < 2) return null;
  const options = kinds.map((key) => ({ key, text: say(labels, `between_${key}`) }));
  return segments(said(labels, "between"), options, { chosen, choose: (key) => choose(key as Between) });
}

/** Which two outlets. */
export function sideChoices(
  { sources }: Story,
  labels: Labels,
  { sides }: State,
  choose: (sides: [string, string]) => void,
): [HTMLElement, HTMLElement] {
  const [a, b] = sides;
  const set = (at: 0 | 1) => (value: string) => {
    const next: [string, string] = [...sides];
    // Of one outlet on both sides there is no difference: the two are swapped.
    if (value === sides[1 - at]) next.reverse();
    else next[at] = value;
    choose(next);
  };
  const side = (at: 0 | 1, value: string) => {
    const key = at === 0 ? "a" : "b";
    const given = { class: `rw-side-${key}`, name: said(labels, `side_${key}`), value };
    return h("label", { class: "rw-side" }, swatch(key), say(labels, `side_${key}`), choice(given, sources, set(at)));
  };
  return [side(0, a), side(1, b)];
}

/** The groups of the difference as switches with their counts, and the list of one kind under them. */
export function sideList(story: Story, labels: Labels, given: SideListGiven): HTMLElement {
  const { difference, state, actions, words } = given;
  const items: Sided[] = difference[state.listed];
  const counts = groupCounts(items);
  const legend = GROUPS.map((only) => groupSwitch(labels, only, { count: counts[only], off: state.off, actions }));
  const lists = (["nodes", "ties"] as const).map((key) => ({
    key,
    text: say(labels, `listed_${key}`, { n: difference[key].length }),
  }));
  const chosen = { chosen: state.listed, choose: (key: string) => actions.list(key as State["listed"]) };
  const notes = say(labels, "shares_of", { a: difference.a.sentences, b: difference.b.sentences });
  return h(
    "div",
    { class: "rw-sides" },
    h("div", { class: "rw-legend", role: "group" }, legend),
    h("div", { class: "rw-sides-kinds" }, segments(said(labels, "listed"), lists, chosen)),
    h("p", { class: "rw-muted rw-network-hint" }, notes),
    GROUPS.filter((only) => !state.off.has(only)).map((only) => group(story, labels, only, { ...given, words })),
  );
}

export interface SideListGiven {
  difference: Difference;
  state: State;
  words: string[];
  actions: SideActions;
}

function groupSwitch(labels: Labels, only: Only, given: { count: number; off: Set<Only>; actions: SideActions }) {
  const props = { class: `rw-legend-type rw-only-${only}`, type: "button", data: { only } };
  return h(
    "button",
    { ...props, aria: { pressed: !given.off.has(only) }, on: { click: () => given.actions.toggle(only) } },
    swatch(only),
    say(labels, `only_${only}`),
    h("bdi", { class: "rw-number" }, formatNumber(labels, given.count)),
  );
}

/** The look of a side: full, an outline of dashes, or grey. */
export function swatch(only: Only): HTMLElement {
  return h("span", { class: `rw-swatch rw-swatch-${only}`, aria: { hidden: true } });
}

function group(story: Story, labels: Labels, only: Only, given: SideListGiven): HTMLElement | null {
  const { difference, state, words, actions } = given;
  const rows: Child[] = [];
  const most = Math.max(1e-9, ...difference[state.listed].map(({ shareA, shareB }) => Math.max(shareA, shareB)));
  if (state.listed === "nodes") {
    const own = difference.nodes.filter((node) => node.only === only && matches(node.entity.folded, words));
    if (own.length > 0) rows.push(stepped(labels, own, (node) => nodeRow(labels, node, most, actions)));
  } else {
    const folded = ({ edge }: SidedTie) => [edge.a, edge.b].map((id) => entityOf(story, id)?.folded ?? "").join(" ");
    const own = difference.ties.filter((tie) => tie.only === only && matches(folded(tie), words));
    if (own.length > 0) rows.push(stepped(labels, own, (tie) => tieRow(story, labels, tie, { most, actions })));
  }
  if (rows.length === 0)
    rows.push(h("p", { class: "rw-muted rw-network-none" }, label(labels, "messages", "no_match")));
  const heading = h("h4", { class: "rw-outlet-name" }, h("span", {}, swatch(only), " ", say(labels, `only_${only}`)));
  return h("section", { class: "rw-side-group", data: { group: only } }, heading, rows);
}

function nodeRow(labels: Labels, node: SidedNode, most: number, actions: SideActions): HTMLElement {
  const { entity } = node;
  return h(
    "button",
    { class: "rw-name", type: "button", data: { entity: entity.id }, on: { click: () => actions.entity(entity.id) } },
    sign(entity.type),
    h("span", { class: "rw-name-text" }, h("bdi", {}, entity.name)),
    h("span", { class: "rw-hidden-label" }, label(labels, "types", entity.type)),
    shares(labels, node, most),
  );
}

function tieRow(
  story: Story,
  labels: Labels,
  tie: SidedTie,
  { most, actions }: { most: number; actions: SideActions },
) {
  const name = (id: string) => h("bdi", {}, entityOf(story, id)?.name ?? id);
  return h(
    "button",
    { class: "rw-name", type: "button", data: { tie: tie.id }, on: { click: () => actions.tie(tie.id) } },
    h("span", { class: "rw-name-text" }, name(tie.edge.a), " – ", name(tie.edge.b)),
    shares(labels, tie, most),
  );
}

/** The share on each side that has it, as a figure with a bar. */
export function shares(labels: Labels, { only, shareA, shareB }: Sided, most: number): HTMLElement {
  const line = (key: "a" | "b", share: number) =>
    h(
      "span",
      { class: "rw-share" },
      h("span", { class: "rw-share-side" }, say(labels, `letter_${key}`)),
      h(
        "span",
        { class: "rw-share-track", aria: { hidden: true } },
        h("span", { class: `rw-share-bar rw-swatch-${key}`, style: { "inline-size": `${(100 * share) / most}%` } }),
      ),
      h("bdi", { class: "rw-number" }, formatShare(labels, share)),
    );
  return h("span", { class: "rw-shares" }, only !== "b" && line("a", shareA), only !== "a" && line("b", shareB));
}
