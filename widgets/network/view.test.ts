import { beforeEach, describe, expect, it } from "vitest";
import type { EdgeRecord, Labels, Selection, Story } from "../core/contract.ts";
import { EMPTY_SELECTION } from "../core/contract.ts";
import { alone, shares } from "../core/fixture.ts";
import { mount } from "../core/render.ts";
import { Store } from "../core/store.ts";
import { around, Counts, found, largest, radius, sentences, shown, ties, width } from "./graph.ts";
import { Boxes, place } from "./place.ts";
import { spread } from "./spread.ts";
import { networkView } from "./view.ts";

const LABELS: Labels = { language: "ar", direction: "rtl", sections: { actions: {}, messages: {} } };
const HOSTILE = "<img src=x onerror=window.pwned=1>";

function mark(id: string, article: string, ref: string, text: string) {
  return {
    id,
    article,
    layer: "entity" as const,
    ref,
    type: "PER",
    start: 0,
    end: 4,
    before: "قال ",
    text,
    after: " أمس",
  };
}

function article(id: string, source: string) {
  const rest = {
    title: "خبر",
    published: "",
    author: "",
    url: "",
    language: "ar",
    direction: "rtl",
    words: 9,
    blocks: [],
  };
  return { id, source, ...rest };
}

function entity(id: string, name: string, type: string, marks: number[]) {
  const rest = { aliases: [], articles: 1, sources: [], x: 0.5, y: 0.5, folded: name.replace("أ", "ا").toLowerCase() };
  return { id, name, type, mentions: marks.length, marks, ...rest };
}

function story(): Story {
  return {
    digest: "d",
    articles: [article("p1", "الضفة"), article("p2", "الساحل")],
    marks: [
      mark("m0", "p1", "e1", "أحمد"),
      mark("m1", "p1", "e1", "أحمد"),
      mark("m2", "p2", "e1", "أحمد"),
      mark("m3", "p1", "e2", "موسكو"),
      mark("m4", "p2", "e3", HOSTILE),
    ],
    entities: [
      entity("e3", HOSTILE, "ORG", [4]),
      entity("e1", "أحمد", "PER", [0, 1, 2]),
      entity("e2", "موسكو", "LOC", [3]),
    ],
    edges: [
      { a: "e1", b: "e2", weight: 1, alpha: 0.5, units: [[0, 1, 3]] },
      { a: "e1", b: "e3", weight: 1, alpha: 0.5, units: [[2, 4]] },
    ],
    quotes: [],
    pairs: [],
    passages: [],
    sources: ["الضفة", "الساحل"],
    shares: shares([]),
    fold: { أ: "ا" },
  };
}

const filters = { words: [], hidden: new Set<string>(), source: "", minimum: 1 };

describe("what is shown", () => {
  const told = story();
  const counts = new Counts(told);

  it("is every entity, most mentioned first", () => {
    expect(shown(told, counts, filters).map(({ entity, mentions }) => [entity.id, mentions])).toEqual([
      ["e1", 3],
      ["e3", 1],
      ["e2", 1],
    ]);
  });

  it("is counted within the chosen outlet", () => {
    const nodes = shown(told, counts, { ...filters, source: "الضفة" });
    expect(nodes.map(({ entity, mentions }) => [entity.id, mentions])).toEqual([
      ["e1", 2],
      ["e2", 1],
    ]);
    expect(ties(told, counts, nodes, "الضفة").map(({ b }) => b)).toEqual(["e2"]);
  });

  it("leaves out types switched off and entities named too seldom", () => {
    expect(shown(told, counts, { ...filters, hidden: new Set(["PER"]) })).toHaveLength(2);
    expect(shown(told, counts, { ...filters, minimum: 2 }).map(({ entity }) => entity.id)).toEqual(["e1"]);
  });

  it("is searched by every word, folded", () => {
    const nodes = shown(told, counts, filters);
    expect(found(nodes, ["احم"]).map(({ entity }) => entity.id)).toEqual(["e1"]);
    expect(found(nodes, [])).toHaveLength(3);
  });

  it("knows the neighbours, and one mark a sentence of a tie", () => {
    expect(around(told.edges, "e2")).toEqual(new Set(["e2", "e1"]));
    expect(sentences(told.edges[0] as EdgeRecord)).toEqual([0]);
  });

  it("groups marks by outlet, the fullest first", () => {
    expect(counts.bySource([0, 1, 2])).toEqual([
      ["الضفة", [0, 1]],
      ["الساحل", [2]],
    ]);
  });

  it("grows with what it counts, within bounds", () => {
    expect(radius(9, 9, 20)).toBe(20);
    expect(radius(1, 9, 20)).toBeLessThan(radius(4, 9, 20));
    expect(largest(10, 500_000)).toBe(24);
    expect(largest(5000, 500_000)).toBe(7);
    expect(width(1, 1)).toBe(1);
    expect(width(8, 8)).toBe(5);
  });
});

describe("nodes on the canvas", () => {
  const room = { width: 400, height: 300, margin: 20 };
  const disc = (x: number, y: number) => ({ x, y, radius: 10 });

  it("stay where they are unless they cover each other", () => {
    const apart = [disc(50, 50), disc(200, 200)];
    expect(spread(apart, room)).toEqual(apart);
  });

  it("are pushed apart within the stage, also from one spot", () => {
    const moved = spread([disc(20, 20), disc(20, 20), disc(25, 20), disc(200, 150)], room);
    for (const [at, one] of moved.entries()) {
      expect(one.x).toBeGreaterThanOrEqual(20);
      for (const other of moved.slice(at + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(20);
      }
    }
    expect(moved[3]).toEqual(disc(200, 150));
  });
});

describe("names on the canvas", () => {
  const stage = { width: 400, height: 300 };
  const named = (id: string, x: number, y: number, forced = false) => ({ id, x, y, radius: 8, width: 60, forced });

  it("never cover each other", () => {
    const names = Array.from({ length: 40 }, (_, at) =>
      named(String(at), 40 + (at % 8) * 40, 40 + Math.floor(at / 8) * 40),
    );
    const placed = place(names, 18, stage);
    expect(placed.length).toBeGreaterThan(5);
    for (const [at, one] of placed.entries()) {
      for (const other of placed.slice(at + 1)) {
        expect(Math.abs(one.x - other.x) >= 60 || Math.abs(one.y - other.y) >= 18).toBe(true);
      }
    }
  });

  it("go to the most important first, and always to the chosen one", () => {
    const names = [named("first", 100, 100), named("second", 101, 101), named("chosen", 102, 102, true)];
    expect(place(names, 18, stage)[0]?.id).toBe("chosen");
  });

  it("never hide the middle of another node, however many stand about", () => {
    const names = Array.from({ length: 25 }, (_, at) =>
      named(String(at), 120 + (at % 5) * 30, 80 + Math.floor(at / 5) * 30),
    );
    for (const { id, x, y } of place(names, 18, stage)) {
      const others = names.filter((name) => name.id !== id);
      const hidden = others.filter((name) => Math.abs(name.x - x) < 30 && Math.abs(name.y - y) < 9);
      expect(hidden).toEqual([]);
    }
  });

  it("stay on the stage", () => {
    for (const { x, y } of place([named("a", 0, 0), named("b", 400, 300)], 18, stage)) {
      expect(x).toBeGreaterThanOrEqual(30);
      expect(x).toBeLessThanOrEqual(370);
      expect(y).toBeGreaterThanOrEqual(9);
      expect(y).toBeLessThanOrEqual(291);
    }
  });

  it("are found through cells that a box spans", () => {
    const boxes = new Boxes();
    boxes.add({ x: -50, y: -50, width: 300, height: 10 });
    expect(boxes.hits({ x: 240, y: -45, width: 5, height: 5 })).toBe(true);
    expect(boxes.hits({ x: 260, y: -45, width: 5, height: 5 })).toBe(false);
  });
});

describe("the view, where no canvas draws", () => {
  let root: HTMLElement;
  let store: Store<Selection>;
  const open = (told: Story) =>
    mount(networkView, { root, story: told, labels: LABELS, store, options: {}, ...alone() });
  const click = (selector: string) => root.querySelector<HTMLElement>(selector)?.click();
  const names = () => [...root.querySelectorAll(".rw-name bdi:first-child")].map((name) => name.textContent);

  beforeEach(() => {
    root = document.createElement("div");
    document.body.replaceChildren(root);
    store = new Store<Selection>({ ...EMPTY_SELECTION });
  });

  it("lists every name, as text", () => {
    open(story());
    expect(names()).toContain(HOSTILE);
    expect(root.querySelector("img")).toBeNull();
  });

  it("opens the mentions of a name by outlet, and goes back", () => {
    open(story());
    click('[data-entity="e1"]');
    expect(store.get().entity).toBe("e1");
    expect([...root.querySelectorAll<HTMLElement>(".rw-outlet")].map((one) => one.dataset["source"])).toEqual([
      "الضفة",
      "الساحل",
    ]);
    expect(root.querySelectorAll(".rw-snippet")).toHaveLength(3);
    click(".rw-back");
    expect(store.get().entity).toBeNull();
    expect(names()).toHaveLength(3);
  });

  it("selects the span of a mention", () => {
    open(story());
    click('[data-entity="e1"]');
    click(".rw-snippet");
    expect(store.get()).toMatchObject({ article: "p1", mark: "m0", entity: "e1", origin: "network" });
  });

  it("opens the sentences of a tie, and keeps them while one is read", () => {
    open(story());
    click('[data-entity="e1"]');
    click(".rw-chip");
    expect(root.querySelectorAll(".rw-detail-end")).toHaveLength(2);
    expect(root.querySelectorAll(".rw-snippet")).toHaveLength(1);
    click(".rw-snippet");
    expect(store.get().mark).toBe("m0");
    expect(root.querySelectorAll(".rw-detail-end")).toHaveLength(2);
  });

  it("follows an entity that another view selects", () => {
    open(story());
    store.set({ entity: "e2" }, "quotes");
    expect(root.querySelector(".rw-detail")?.getAttribute("aria-label")).toBe("موسكو");
  });

  it("filters by search, type and outlet", () => {
    open(story());
    const search = root.querySelector<HTMLInputElement>("input[type=search]");
    if (search) search.value = "أحم";
    search?.dispatchEvent(new Event("input"));
    expect(names()).toEqual(["أحمد"]);
    if (search) search.value = "";
    search?.dispatchEvent(new Event("input"));
    click('[data-type="PER"]');
    expect(names()).not.toContain("أحمد");
    expect(root.querySelector('[data-type="PER"]')?.getAttribute("aria-pressed")).toBe("false");
  });

  it("says so when there are no names, and none that match", () => {
    open({ ...story(), entities: [] });
    expect(root.querySelector("[role=status]")?.textContent).toContain("no entities");
    open({ ...story(), articles: [] });
    expect(root.querySelector("[role=status]")?.textContent).toContain("empty corpus");
  });

  it("takes everything down again", () => {
    const dispose = open(story());
    dispose();
    expect(root.childElementCount).toBe(0);
    store.set({ entity: "e2" }, "quotes");
    expect(root.childElementCount).toBe(0);
  });
});
