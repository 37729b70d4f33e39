import { describe, expect, it } from "vitest";
import { disparity, EVERYTHING, indexOf, sentences } from "./counting.ts";
import { difference, groupCounts } from "./difference.ts";
import { story } from "./fixture.ts";
import { around, found, largest, NO_FILTERS, near, network, partOf, radius, width } from "./graph.ts";
import { walk } from "./keys.ts";
import { model } from "./model.ts";
import { halves } from "./periods.ts";
import { active, betweensOf, modesOf, recall } from "./state.ts";

const told = story();
const index = indexOf(told);
const of = (filters: Partial<typeof NO_FILTERS>) => {
  const all = { ...NO_FILTERS, ...filters };
  return network(index, partOf(all), all);
};

describe("what is shown", () => {
  it("is every entity, most mentioned first", () => {
    expect(of({}).nodes.map(({ entity, mentions, articles }) => [entity.id, mentions, articles])).toEqual([
      ["e1", 3, 2],
      ["e3", 1, 1],
      ["e2", 1, 1],
    ]);
  });

  it("is counted within the chosen outlet, ties by their sentences there", () => {
    const { nodes, ties } = of({ source: "الضفة" });
    expect(nodes.map(({ entity, mentions }) => [entity.id, mentions])).toEqual([
      ["e1", 2],
      ["e2", 1],
    ]);
    expect(ties.map(({ edge, weight }) => [edge.b, weight])).toEqual([["e2", 1]]);
  });

  it("is counted within a period, which an article without a date is not in", () => {
    const { nodes, tally } = of({ since: "2025-02-12", until: "2025-02-12" });
    expect(nodes.map(({ entity }) => entity.id)).toEqual(["e1", "e2"]);
    expect([tally.counted, tally.undated]).toEqual([1, 1]);
    expect(of({ until: "2025-02-11" }).nodes).toEqual([]);
    expect(index.days).toEqual(["2025-02-12", "2025-02-12"]);
  });

  it("leaves out types switched off, entities named too seldom and ties of too few sentences", () => {
    expect(of({ hidden: new Set(["PER"]) })).toMatchObject({ nodes: [{}, {}], ties: [] });
    expect(of({ minimum: 2 }).nodes.map(({ entity }) => entity.id)).toEqual(["e1"]);
    expect(of({ weight: 2 }).ties).toEqual([]);
  });

  it("is searched by every word, folded", () => {
    expect(found(of({}).nodes, ["احم"]).map(({ entity }) => entity.id)).toEqual(["e1"]);
    expect(found(of({}).nodes, [])).toHaveLength(3);
  });

  it("knows the neighbours, near and further, and one mark a sentence of a tie", () => {
    expect(around(of({}).ties, "e2")).toEqual(new Set(["e2", "e1"]));
    expect(near(of({}), "e2", 1).nodes).toHaveLength(2);
    expect(near(of({}), "e2", 2).ties).toHaveLength(2);
    expect(told.edges.map(sentences)).toEqual([[0], [2]]);
  });

  it("groups marks by outlet, the fullest first", () => {
    expect(index.bySource([0, 1, 2])).toEqual([
      ["الضفة", [0, 1]],
      ["الساحل", [2]],
    ]);
  });

  it("grows with what it counts, within bounds", () => {
    expect(radius(9, 9, 20)).toBe(20);
    expect(radius(0.1, 0.2, 20)).toBeLessThan(radius(0.2, 0.2, 20));
    expect(largest(10, 500_000)).toBe(24);
    expect(largest(5000, 500_000)).toBe(7);
    expect([width(1, 1), width(8, 8), width(0.5, 8)]).toEqual([1, 5, 1]);
  });
});

describe("the disparity filter", () => {
  it("gives what Python gives: the example of its docstring", () => {
    const star = story();
    star.entities = ["a", "b", "c", "d"].map((id) => ({ ...(star.entities[0] as (typeof star.entities)[0]), id }));
    star.edges = ["b", "c", "d"].map((b) => ({ a: "a", b, weight: 1, alpha: 1, units: [] }));
    const alpha = disparity(indexOf(star), Int32Array.from([8, 1, 1]));
    expect([...alpha].map((one) => one.toFixed(2))).toEqual(["0.04", "0.81", "0.81"]);
  });

  it("never keeps a tie whose ends have no other", () => {
    expect([...disparity(index, Int32Array.from([5, 0]))]).toEqual([1, 1]);
  });
});

describe("the difference of two outlets", () => {
  const sides = ["الضفة", "الساحل"].map((source) => ({ ...EVERYTHING, sources: [source] }));
  const found = difference(index, sides as [typeof EVERYTHING, typeof EVERYTHING], NO_FILTERS);

  it("is of shares of all sentences, what differs most first", () => {
    expect(found.nodes.map(({ entity, only, shareA, shareB }) => [entity.id, only, shareA, shareB])).toEqual([
      ["e2", "a", 0.25, 0],
      ["e3", "b", 0, 0.2],
      ["e1", "both", 0.25, 0.2],
    ]);
    expect(found.ties.map(({ only }) => only)).toEqual(["a", "b"]);
    expect(groupCounts(found.nodes)).toEqual({ a: 1, b: 1, both: 1 });
  });
});

describe("the difference of two periods", () => {
  const dated = () => {
    const told = story();
    told.articles[1] = { ...(told.articles[1] as (typeof told.articles)[0]), published: "2025-02-14" };
    return indexOf(told);
  };

  it("begins with two halves that share no day", () => {
    const half = (days: string[]) => halves(days).map(({ since, until }) => [since, until]);
    expect(half(["2025-01-03", "", "2025-01-01", "2025-01-02", "2025-01-02"])).toEqual([
      ["2025-01-01", "2025-01-01"],
      ["2025-01-02", "2025-01-03"],
    ]);
    expect(half(["2025-01-01", "2025-01-01", "2025-01-01", "2025-01-09"])).toEqual([
      ["2025-01-01", "2025-01-01"],
      ["2025-01-09", "2025-01-09"],
    ]);
    expect(half(["2025-01-01", "2025-01-01", ""])).toEqual([
      ["", ""],
      ["", ""],
    ]);
  });

  it("counts each period, and shows what stands in either", () => {
    const own = dated();
    const state = { ...recall(new Map(), own), mode: "difference" as const, between: "periods" as const };
    const { difference: found, parts } = model(own, state);
    expect(found?.nodes.map(({ entity, only }) => [entity.id, only])).toEqual([
      ["e2", "a"],
      ["e3", "b"],
      ["e1", "both"],
    ]);
    expect([found?.a.sentences, found?.b.sentences]).toEqual([4, 5]);
    expect(own.marksWithin([0, 2, 4], parts)).toEqual([0, 2, 4]);
    expect(own.marksWithin([0, 2, 4], parts.slice(1))).toEqual([2, 4]);
    const others = { ...state, filters: { ...NO_FILTERS, source: "الضفة", since: "2025-02-14" } };
    expect(model(own, others).difference?.nodes.map(({ only }) => only)).toEqual(["a", "a"]);
    expect(active(others)).toBe(1);
  });

  it("is offered where there are two days, that of outlets where there are two", () => {
    expect([modesOf(index), betweensOf(index)]).toEqual([["network", "compare", "difference"], ["outlets"]]);
    expect(betweensOf(dated())).toEqual(["outlets", "periods"]);
    const alone = dated().story;
    alone.sources = ["الضفة"];
    expect([modesOf(indexOf(alone)), betweensOf(indexOf(alone))]).toEqual([["network", "difference"], ["periods"]]);
  });
});

describe("the scenes", () => {
  const fresh = () => recall(new Map(), index);

  it("of a comparison have one place and one scale for a name, and a ghost where it is not named", () => {
    const { panels } = model(index, { ...fresh(), mode: "compare" });
    const [one, other] = panels.map(({ scene }) => new Map(scene.nodes.map((node) => [node.id, node])));
    expect(panels.map(({ names, ties }) => [names, ties])).toEqual([
      [2, 1],
      [2, 1],
    ]);
    expect([one?.get("e3")?.look, other?.get("e3")?.look]).toEqual(["ghost", "type"]);
    expect([one?.get("e1")?.x, one?.get("e1")?.y]).toEqual([other?.get("e1")?.x, other?.get("e1")?.y]);
    expect(panels[0]?.scene.plane).toBe(panels[1]?.scene.plane);
  });

  it("of a difference leave out groups that are switched off, and ties that would hang in the air", () => {
    const state = { ...fresh(), mode: "difference" as const, off: new Set(["both" as const]) };
    const { panels, difference } = model(index, state);
    expect(panels[0]?.scene.nodes.map(({ look }) => look).sort()).toEqual(["a", "b"]);
    expect(panels[0]?.scene.ties).toEqual([]);
    expect(difference?.nodes).toHaveLength(3);
  });

  it("keep every name where it first was", () => {
    const memory = new Map<string, unknown>();
    recall(memory, index);
    const moved = story();
    for (const entity of moved.entities) entity.x = 0.9;
    const { panels } = model(indexOf(moved), recall(memory, indexOf(moved)));
    expect(panels[0]?.scene.nodes[0]?.x).toBe(0.5);
  });

  it("are walked by arrow keys, to neighbours first", () => {
    const { scene } = model(index, fresh()).panels[0] ?? {};
    const places = {
      position: (id: string) => ({ e1: { x: 50, y: 50 }, e2: { x: 90, y: 50 } })[id] ?? { x: 70, y: 52 },
    };
    const press = (key: string, cursor: string | null) =>
      scene ? walk({ key } as KeyboardEvent, scene, places, cursor) : null;
    expect(press("ArrowRight", null)).toMatchObject({ to: { id: "e1" } });
    expect(press("ArrowRight", "e1")).toMatchObject({ to: { id: "e3" } });
    expect(press("ArrowLeft", "e2")).toMatchObject({ to: { id: "e1" } });
    expect(press("Enter", "e1")).toEqual({ act: "choose" });
    expect(press("x", "e1")).toBeNull();
  });
});
