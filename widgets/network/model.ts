// What the state makes of the story: the scenes to draw, and the names and ties that the list beside them shows.
import type { EdgeRecord } from "../core/contract.ts";
import type { Index, Part } from "./counting.ts";
import { type Difference, difference, type SidedNode, type SidedTie } from "./difference.ts";
import { type Drawn, near, network, partOf, type Shown, type Size, type Tie } from "./graph.ts";
import { partsOf } from "./periods.ts";
import type { DrawnNode, DrawnTie, Look, Scene } from "./scene.ts";
import type { State } from "./state.ts";

/** One picture: of all, of an outlet, or of a difference. */
export interface Panel {
  /** The outlet; empty where it is not of one. */
  source: string;
  scene: Scene;
  names: number;
  ties: number;
  articles: number;
}

export interface Model {
  panels: Panel[];
  nodes: Shown[];
  ties: { id: string; edge: EdgeRecord; weight: number }[];
  difference: Difference | null;
  /** The parts of the corpus that are shown, and how many articles they leave out as these carry no date. */
  parts: Part[];
  undated: number;
}

export function model(index: Index, state: State): Model {
  if (state.mode === "compare") return comparison(index, state);
  return state.mode === "difference" ? sides(index, state) : one(index, state);
}

function one(index: Index, state: State): Model {
  const part = partOf(state.filters);
  const drawn = network(index, part, state.filters);
  const { nodes, ties } = focused(drawn, state);
  const plane = nodes.map((node) => nodeOf(node, state));
  const scene = { nodes: plane, plane, ties: ties.map(tieOf), mostTie: heaviest(ties) };
  const panels = [{ source: "", scene, names: nodes.length, ties: ties.length, articles: drawn.tally.counted }];
  return { panels, nodes, ties, difference: null, parts: [part], undated: drawn.tally.undated };
}

/** A panel for each outlet on one plane; who is not named in an outlet leaves a ghost at its place. */
function comparison(index: Index, state: State): Model {
  const { outlets, filters } = state;
  const part = { ...partOf(filters), sources: outlets };
  const whole = network(index, part, { ...filters, weight: 1, alpha: 0 });
  const each = outlets.map((source) => network(index, { ...part, sources: [source] }, { ...filters, minimum: 1 }));
  const ties = joined(each);
  const { nodes } = focused({ nodes: whole.nodes, ties }, state);
  const there = new Set(nodes.map(({ entity }) => entity.id));
  const kept = each.map((drawn) => only(drawn, there));
  const values = largestValues(kept, filters.size);
  const plane = stretched(nodes.map((node) => ({ ...nodeOf(node, state), value: values.get(node.entity.id) ?? 0 })));
  const mostTie = Math.max(1, ...kept.map((drawn) => heaviest(drawn.ties)));
  const panels = kept.map((drawn, at) => ({
    source: outlets[at] ?? "",
    scene: { nodes: withGhosts(plane, drawn, filters.size), plane, ties: drawn.ties.map(tieOf), mostTie },
    names: drawn.nodes.length,
    ties: drawn.ties.length,
    articles: drawn.tally.counted,
  }));
  const shown = ties.filter(({ edge }) => there.has(edge.a) && there.has(edge.b));
  return { panels, nodes, ties: shown, difference: null, parts: [part], undated: whole.tally.undated };
}

function sides(index: Index, state: State): Model {
  const { filters, off } = state;
  const parts = partsOf(state);
  const whole = difference(index, parts, filters);
  const found = { ...whole, ...focused(whole, state) };
  const marks = found.nodes.map((node) => ({ ...bare(node, state), value: perThousand(node), look: node.only }));
  const plane = stretched(marks);
  const nodes = plane.filter(({ look }) => !off.has(look));
  const there = new Set(nodes.map(({ id }) => id));
  const kept = found.ties.filter(({ only, edge }) => !off.has(only) && there.has(edge.a) && there.has(edge.b));
  const ties = kept.map((tie) => ({ ...tieOf({ ...tie, weight: perThousand(tie) }), look: tie.only as Look }));
  const scene = { nodes, plane, ties, mostTie: Math.max(1, ...ties.map(({ value }) => value)) };
  const counted = whole.a.counted + whole.b.counted;
  return {
    panels: [{ source: "", scene, names: nodes.length, ties: ties.length, articles: counted }],
    nodes: found.nodes.map(({ entity }) => counts(index, whole, entity.id)),
    ties: found.ties.map(({ id, edge, weightA, weightB }) => ({ id, edge, weight: weightA + weightB })),
    difference: found,
    parts,
    undated: state.between === "periods" ? whole.a.undated : whole.a.undated + whole.b.undated,
  };
}

function counts(index: Index, { a, b }: Difference, id: string): Shown {
  const at = index.position.get(id) ?? -1;
  const entity = index.story.entities[at] as Shown["entity"];
  const sum = (key: "mentions" | "articles") => (a[key][at] ?? 0) + (b[key][at] ?? 0);
  return { entity, mentions: sum("mentions"), articles: sum("articles") };
}

/** The sentences of each thousand, of both sides alike: a large outlet does not win by its size. */
function perThousand({ shareA, shareB }: SidedNode | SidedTie): number {
  return 500 * (shareA + shareB);
}

/** Only what lies near the focus, where there is one that is shown. */
function focused<N extends { entity: Shown["entity"] }, T extends { edge: EdgeRecord }>(
  found: { nodes: N[]; ties: T[] },
  { focus }: State,
): { nodes: N[]; ties: T[] } {
  if (focus === null || !found.nodes.some(({ entity }) => entity.id === focus.entity)) {
    return { nodes: found.nodes, ties: found.ties };
  }
  return near(found, focus.entity, focus.steps);
}

/** The ties of several networks as one list, their weights summed, the heaviest first. */
function joined(each: Drawn[]): Tie[] {
  const found = new Map<string, Tie>();
  for (const tie of each.flatMap(({ ties }) => ties)) {
    const there = found.get(tie.id);
    found.set(tie.id, there ? { ...there, weight: there.weight + tie.weight } : tie);
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight);
}

function only({ nodes, ties, tally }: Drawn, there: Set<string>): Drawn {
  return {
    nodes: nodes.filter(({ entity }) => there.has(entity.id)),
    ties: ties.filter(({ edge }) => there.has(edge.a) && there.has(edge.b)),
    tally,
  };
}

function largestValues(each: Drawn[], size: Size): Map<string, number> {
  const values = new Map<string, number>();
  for (const node of each.flatMap(({ nodes }) => nodes)) {
    values.set(node.entity.id, Math.max(values.get(node.entity.id) ?? 0, node[size]));
  }
  return values;
}

/** The largest first, and their places stretched over the whole plane: a few of many need not stand in a corner of it. */
function stretched<N extends DrawnNode>(nodes: N[]): N[] {
  const along = (axis: "x" | "y") => {
    const low = nodes.reduce((least, node) => Math.min(least, node[axis]), 1);
    const high = nodes.reduce((most, node) => Math.max(most, node[axis]), 0);
    return (node: N) => (high - low < 1e-6 ? 0.5 : (node[axis] - low) / (high - low));
  };
  const [x, y] = [along("x"), along("y")];
  return nodes.map((node) => ({ ...node, x: x(node), y: y(node) })).sort((a, b) => b.value - a.value);
}

function withGhosts(plane: DrawnNode[], { nodes }: Drawn, size: Size): DrawnNode[] {
  const values = new Map(nodes.map((node) => [node.entity.id, node[size]]));
  return plane
    .map((node): DrawnNode => {
      const value = values.get(node.id) ?? 0;
      return { ...node, value, look: value > 0 ? "type" : "ghost" };
    })
    .sort((a, b) => b.value - a.value);
}

function nodeOf(node: Shown, state: State): DrawnNode {
  return { ...bare(node, state), value: node[state.filters.size], look: "type" };
}

function bare({ entity: { id, name, type, x, y } }: { entity: Shown["entity"] }, { places }: State) {
  const [left, top] = places.get(id) ?? [x, y];
  return { id, name, type, x: left, y: top };
}

function tieOf({ id, edge: { a, b }, weight }: Tie): DrawnTie {
  return { id, a, b, value: weight, look: "type" };
}

function heaviest(ties: Tie[]): number {
  return ties.reduce((most, { weight }) => Math.max(most, weight), 1);
}
