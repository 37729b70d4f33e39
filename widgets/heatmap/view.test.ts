import { beforeEach, describe, expect, it } from "vitest";
import type { Labels, Selection, Story } from "../core/contract.ts";
import { EMPTY_SELECTION } from "../core/contract.ts";
import { alone, passage, shared, shares } from "../core/fixture.ts";
import { mount } from "../core/render.ts";
import { Store } from "../core/store.ts";
import { type By, type Matrix, matrix, type Order } from "./matrix.ts";
import { pairOf, pairsBehind, sharedOf } from "./pairs.ts";
import { strength } from "./ramp.ts";
import { heatmapView } from "./view.ts";

const HOSTILE = "</script><script>window.pwned=1</script>";
const LABELS: Labels = {
  language: "en",
  direction: "ltr",
  sections: { messages: { share_of: "{share} of {a} stands in {b}", shared_words_n: "{n} words" } },
};

function article(id: string, source: string, segments: { text: string; marks: number[] }[]) {
  const blocks = [
    { kind: "body", rule: "", segments },
    { kind: "furniture", rule: "", segments: [{ text: "اقرأ أيضا", marks: [] }] },
  ];
  const rest = { published: "2025-02-12", author: "", url: "", language: "ar", direction: "rtl", words: 4, blocks };
  return { id, source, title: `${id} ${HOSTILE}`, ...rest };
}

function mark(id: string, of: string, ref: string) {
  return {
    id,
    article: of,
    layer: "passage" as const,
    ref,
    type: "",
    start: 0,
    end: 8,
    before: "",
    text: "نص مشترك",
    after: "",
  };
}

/** Two outlets; p1 and p2 of the first share with p3 of the second. */
function story(): Story {
  return {
    digest: "h",
    articles: [
      article("p1", "الضفة", [
        { text: "آخر ", marks: [2] },
        { text: "أول", marks: [0, 4] },
        { text: " تتمة", marks: [0] },
      ]),
      article("p2", "الضفة", [{ text: "ثالث", marks: [5] }]),
      article("p3", "الساحل", [
        { text: "أول تتمة", marks: [1] },
        { text: " آخر ", marks: [3] },
        { text: "ثالث", marks: [6] },
      ]),
    ],
    marks: [
      mark("a:x", "p1", "x"),
      mark("b:x", "p3", "x"),
      mark("a:y", "p1", "y"),
      mark("b:y", "p3", "y"),
      { ...mark("m4", "p1", "e1"), layer: "entity" },
      mark("a:z", "p2", "z"),
      mark("b:z", "p3", "z"),
    ],
    entities: [],
    edges: [],
    quotes: [],
    pairs: [
      shared("p1", "p3", { words: 9, a_in_b: 0.9, b_in_a: 0.5, first: "p1", first_by: "date" }),
      shared("p3", "p2", { words: 3, a_in_b: 0.1, b_in_a: 0.2, likely_source: "الوكالة" }),
    ],
    passages: [
      passage("x", "p1", "p3", { mark_a: 0, mark_b: 1, words: 6 }),
      passage("y", "p1", "p3", { mark_a: 2, mark_b: 3, words: 3 }),
      passage("z", "p2", "p3", { mark_a: 5, mark_b: 6, words: 3 }),
    ],
    sources: ["الضفة", "الساحل"],
    shares: shares([
      [null, 0.6],
      [0.004, null],
    ]),
    fold: {},
  };
}

const choice = (by: By, order: Order = "date", limit = 1000) => {
  return { by, order, limit, also: new Set<string>(), language: "ar" };
};
const keys = ({ lines }: Matrix) => lines.map(({ key }) => key);

describe("the matrix", () => {
  it("has a line for each outlet or each article", () => {
    expect(keys(matrix(story(), choice("source")))).toEqual(["الضفة", "الساحل"]);
    expect(matrix(story(), choice("article")).lines.map(({ key, number }) => [key, number])).toEqual([
      ["p1", 1],
      ["p2", 2],
      ["p3", 3],
    ]);
  });

  it("is ordered by date with undated articles last, by name, and as Python clustered it", () => {
    const told = story();
    const [one, two, three] = told.articles;
    if (!one || !two || !three) throw new Error("three articles");
    told.articles = [{ ...one, published: "" }, { ...two, published: "2025-03-01" }, three];
    told.shares.article_clusters = { order: [2, 0, 1], sizes: [2, 1] };
    expect(keys(matrix(told, choice("article")))).toEqual(["p3", "p2", "p1"]);
    expect(keys(matrix(told, choice("article", "name")))).toEqual(["p3", "p1", "p2"]);
    const clustered = matrix(told, choice("article", "cluster"));
    expect(keys(clustered)).toEqual(["p3", "p1", "p2"]);
    expect(clustered.groups).toEqual([[0, 2]]);
    expect(keys(matrix(told, choice("source")))).toEqual(["الساحل", "الضفة"]);
  });

  it("of very many articles keeps those that share most, and those that were asked for", () => {
    const told = story();
    const many = Array.from({ length: 80 }, (_, at) => article(`q${at}`, "س", []));
    const pairs = [shared("q5", "q70", { words: 9, a_in_b: 0.1, b_in_a: 0.5 })];
    const given = { ...told, articles: many, pairs };
    const small = matrix(given, { ...choice("article", "date", 60), also: new Set(["q79"]) });
    expect(small.total).toBe(80);
    expect(small.lines).toHaveLength(61);
    expect(keys(small)).toEqual(expect.arrayContaining(["q70", "q79"]));
    const [row, column] = [keys(small).indexOf("q70"), keys(small).indexOf("q5")];
    expect(small.share({ row: 0, column: 0 })).toBeNull();
    expect(small.share({ row, column })).toBe(0.5);
    expect(small.share({ row: column, column: row })).toBe(0.1);
    expect(small.share({ row, column: 0 })).toBe(0);
  });

  it("turns a pair to the side of the row, and counts it once in a block", () => {
    const [articles, sources] = [matrix(story(), choice("article")), matrix(story(), choice("source"))];
    const cell = (row: number, column: number) => ({ top: row, bottom: row, start: column, end: column });
    expect(pairsBehind(story(), articles, cell(2, 0)).map(({ a, ab, ba }) => [a.id, ab, ba])).toEqual([
      ["p3", 0.5, 0.9],
    ]);
    expect(pairsBehind(story(), sources, cell(0, 1)).map(({ a, ab }) => [a.id, ab])).toEqual([
      ["p1", 0.9],
      ["p2", 0.2],
    ]);
    expect(pairsBehind(story(), articles, { top: 0, bottom: 2, start: 0, end: 2 })).toHaveLength(2);
  });

  it("gives a pair also where nothing is shared, and none for an unknown article", () => {
    expect(pairOf(story(), "p1", "p2")).toMatchObject({ ab: 0, ba: 0, words: 0 });
    expect(pairOf(story(), "p1", "none")).toBeNull();
  });

  it("numbers passages as they come in the first text", () => {
    const pair = pairOf(story(), "p1", "p3");
    expect(pair && sharedOf(story(), pair).map(({ passage, number, a, b }) => [passage.id, number, a, b])).toEqual([
      ["y", 1, 2, 3],
      ["x", 2, 0, 1],
    ]);
  });

  it("colours nothing for nothing, and shows even a little", () => {
    expect(strength(0)).toBe(0);
    expect(strength(0.01)).toBeGreaterThan(0.1);
    expect(strength(1)).toBe(1);
  });
});

describe("the view", () => {
  let root: HTMLElement;
  let store: Store<Selection>;
  const open = (told = story()) =>
    mount(heatmapView, { root, story: told, labels: LABELS, store, options: {}, ...alone() });
  const cell = (row: number, column: number) =>
    root.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
  const act = (element: Element | null, type: string, init: KeyboardEventInit = {}) =>
    element?.dispatchEvent(new KeyboardEvent(type, { bubbles: true, ...init }));
  const click = (element: Element | null) => element?.dispatchEvent(new MouseEvent("click", { bubbles: true }));

  beforeEach(() => {
    root = document.createElement("div");
    document.body.replaceChildren(root);
    store = new Store<Selection>({ ...EMPTY_SELECTION });
  });

  it("says each share in words and as a number, and leaves the diagonal blank", () => {
    open();
    expect(cell(0, 1)?.getAttribute("aria-label")).toContain("60%");
    expect(cell(0, 1)?.textContent).toBe("60%");
    expect(cell(1, 0)?.textContent).toBe("0.4%");
    expect(cell(0, 0)?.textContent).toBe("");
  });

  it("is one stop for Tab, and arrow keys walk in it", () => {
    open();
    const stops = () => [...root.querySelectorAll('[role=gridcell][tabindex="0"]')];
    expect(stops()).toEqual([cell(0, 1)]);
    act(cell(0, 1), "keydown", { key: "ArrowDown" });
    expect(stops()).toEqual([cell(1, 1)]);
    act(cell(1, 1), "keydown", { key: "ArrowDown" });
    act(cell(1, 1), "keydown", { key: "Home" });
    expect(stops()).toEqual([cell(1, 0)]);
  });

  it("opens the article pairs behind two outlets, then the texts, and goes back the same way", () => {
    open();
    act(cell(0, 1), "keydown", { key: "Enter" });
    expect(store.get().pair).toEqual(["الضفة", "الساحل"]);
    expect(root.querySelectorAll(".rw-pair-open")).toHaveLength(2);
    click(root.querySelector(".rw-pair-open"));
    expect(store.get().pair).toEqual(["p1", "p3"]);
    expect(root.querySelectorAll(".rw-compare-text")).toHaveLength(2);
    click(root.querySelector(".rw-back"));
    expect(root.querySelectorAll(".rw-pair-open")).toHaveLength(2);
    click(root.querySelector(".rw-back"));
    expect(store.get().pair).toBeNull();
    expect(cell(0, 1)).not.toBeNull();
  });

  it("marks what two articles share with the same number on both sides, without page furniture", () => {
    open();
    click(root.querySelector('[data-by="article"]'));
    click(cell(0, 2));
    const marks = [...root.querySelectorAll<HTMLElement>("mark")].map((one) => [
      one.dataset["passage"],
      one.textContent,
    ]);
    expect(marks).toEqual([
      ["y", "1آخر "],
      ["x", "2أول تتمة"],
      ["x", "2أول تتمة"],
      ["y", "1 آخر "],
    ]);
    expect(root.textContent).not.toContain("اقرأ أيضا");
    expect(root.querySelector("script")).toBeNull();
  });

  it("selects a passage in both texts", () => {
    open();
    click(root.querySelector('[data-by="article"]'));
    click(cell(0, 2));
    click(root.querySelector('mark[data-passage="x"]'));
    expect(store.get()).toMatchObject({ passage: "x", pair: ["p1", "p3"], mark: null });
    expect(root.querySelectorAll("mark.rw-chosen")).toHaveLength(2);
    click(root.querySelector(".rw-compare-open"));
    expect(store.get()).toMatchObject({ article: "p1", mark: "a:x" });
  });

  it("shows the two texts where nothing is shared, and says so", () => {
    open();
    click(root.querySelector('[data-by="article"]'));
    click(cell(0, 1));
    expect(root.querySelectorAll(".rw-compare-text")).toHaveLength(2);
    expect(root.querySelector(".rw-compare-none")?.textContent).toBe("no shared passage");
  });

  it("says why a share has no passage to show: its words are too few in a row", () => {
    const few = story();
    few.pairs.push(shared("p1", "p2", { a_in_b: 0.01, b_in_a: 0.02 }));
    open(few);
    click(root.querySelector('[data-by="article"]'));
    click(cell(0, 1));
    expect(root.querySelector(".rw-compare-none")?.textContent).toBe("few shared words");
    expect(root.querySelector(".rw-compare-facts")?.textContent).not.toContain("shared words");
  });

  it("follows what other views select, and opens a pair that Python selects", () => {
    open();
    store.set({ passage: "x" }, "reader");
    expect(cell(0, 1)?.classList.contains("rw-chosen")).toBe(true);
    store.set({ pair: ["p1", "p3"] }, "python");
    expect(root.querySelectorAll(".rw-compare-text")).toHaveLength(2);
  });

  it("takes a block by Shift and the arrow keys, lists its pairs, and Escape lets go of it", () => {
    open();
    click(root.querySelector('[data-by="article"]'));
    cell(0, 0)?.focus();
    for (const key of ["ArrowRight", "ArrowRight", "ArrowDown"])
      act(document.activeElement, "keydown", { key, shiftKey: true });
    expect(root.querySelectorAll('[aria-selected="true"]')).toHaveLength(6);
    expect(root.querySelector(".rw-heat-block-facts")?.textContent).toContain("12");
    expect(root.querySelectorAll(".rw-heat-block .rw-pair-open")).toHaveLength(2);
    expect(store.get().pair).toBeNull();
    act(document.activeElement, "keydown", { key: "Escape" });
    expect(root.querySelector(".rw-heat-block")).toBeNull();
    expect(document.activeElement).toBe(cell(1, 2));
  });

  it("comes back by Escape to the cell that was opened", () => {
    open();
    click(root.querySelector('[data-by="article"]'));
    act(cell(0, 2), "keydown", { key: "Enter" });
    act(document.activeElement, "keydown", { key: "Escape" });
    expect(document.activeElement).toBe(cell(0, 2));
  });

  it("steps from passage to passage by keys", () => {
    open();
    store.set({ pair: ["p1", "p3"] }, "python");
    const step = (key: string) => act(root.querySelector(".rw-back"), "keydown", { key, altKey: true });
    step("ArrowDown");
    expect(store.get().passage).toBe("y");
    step("ArrowDown");
    expect(store.get().passage).toBe("x");
    step("ArrowUp");
    expect(store.get().passage).toBe("y");
  });

  it("says who was first and by what that is known, and which source both may have", () => {
    open();
    click(cell(0, 1));
    const said = [...root.querySelectorAll(".rw-pair")].map((one) => one.textContent);
    expect(said[0]).toContain("first date");
    expect(said[1]).toContain("likely");
  });

  it("shows boilerplate apart and only when it is asked for", () => {
    const told = story();
    told.passages.push(passage("w", "p2", "p3", { mark_a: 5, mark_b: 6, boilerplate: true }));
    told.shares.boilerplate = [{ text: "تابعونا", source: "الضفة", articles: 7, reason: "outlet" }];
    const dispose = open(told);
    expect(root.querySelector(".rw-repeated-list")).toBeNull();
    expect(root.querySelectorAll(".rw-repeated")).toHaveLength(0);
    click(root.querySelector('[data-act="boilerplate"]'));
    expect(root.querySelector(".rw-repeated-list")?.textContent).toContain("تابعونا");
    expect(cell(0, 1)?.classList.contains("rw-repeated")).toBe(true);
    expect(cell(0, 1)?.textContent).toBe("60%");
    dispose();
  });

  it("tells what became of the words of a passage, from the earlier text to the later", () => {
    const told = story();
    const [x] = told.passages;
    if (!x) throw new Error("a passage");
    Object.assign(x, {
      differs: true,
      pieces_a: [
        { op: "same", text: "أول ", other: "" },
        { op: "only", text: "تتمة", other: "" },
      ],
      pieces_b: [
        { op: "changed", text: "أول", other: "أولى" },
        { op: "same", text: " تتمة", other: "" },
      ],
    });
    open(told);
    store.set({ pair: ["p1", "p3"] }, "python");
    expect(root.querySelector('[data-side="a"] .rw-op-cut')?.textContent).toBe("تتمة");
    expect(root.querySelector('[data-side="b"] .rw-op-changed')?.getAttribute("title")).toContain("there");
    expect(root.querySelectorAll(".rw-op-legend .rw-op")).toHaveLength(2);
  });

  it("pins a pair and a passage with the words of both sides", () => {
    const others = alone();
    mount(heatmapView, { root, story: story(), labels: LABELS, store, options: {}, ...others });
    store.set({ pair: ["p1", "p3"] }, "python");
    click(root.querySelector('[data-act="pin-pair"]'));
    act(root.querySelector(".rw-back"), "keydown", { key: "ArrowDown", altKey: true });
    click(root.querySelector('[data-act="pin-passage"]'));
    const [pair, one] = others.tray.findings;
    expect(pair?.spans.map(({ article: of }) => of)).toEqual(["p1", "p3", "p1", "p3"]);
    expect(one).toMatchObject({ kind: "passage", selection: { pair: ["p1", "p3"], passage: "y" } });
  });

  it("comes back, drawn anew, with its order, its block and the texts that were open", () => {
    const others = alone();
    const again = () => mount(heatmapView, { root, story: story(), labels: LABELS, store, options: {}, ...others });
    again();
    click(root.querySelector('[data-by="article"]'));
    cell(0, 0)?.focus();
    act(document.activeElement, "keydown", { key: "ArrowRight", shiftKey: true });
    again();
    expect(root.querySelectorAll('[aria-selected="true"]')).toHaveLength(2);
    click(cell(0, 2));
    again();
    expect(root.querySelectorAll(".rw-compare-text")).toHaveLength(2);
  });

  it("draws hundreds of lines on a canvas, the current cell as an element with its headers", () => {
    const told = story();
    told.articles = Array.from({ length: 300 }, (_, at) => article(`q${at}`, "س", []));
    told.pairs = [shared("q5", "q70", { words: 9, a_in_b: 0.1, b_in_a: 0.5 })];
    open(told);
    click(root.querySelector('[data-by="article"]'));
    const grid = root.querySelector(".rw-heat-map");
    expect(grid?.getAttribute("aria-rowcount")).toBe("301");
    expect(grid?.querySelectorAll("[role=gridcell]")).toHaveLength(1);
    act(grid?.querySelector("[role=gridcell]") ?? null, "keydown", { key: "ArrowDown" });
    expect(cell(1, 1)).toBe(document.activeElement);
    expect(grid?.querySelector("[role=rowheader]")?.textContent).toContain("q1 ");
    expect(grid?.querySelector("[role=columnheader]")?.textContent).toContain("q1 ");
  });

  it("finds an article by its name and goes to what it shares most", () => {
    open();
    click(root.querySelector('[data-by="article"]'));
    const input = root.querySelector<HTMLInputElement>(".rw-heat-find");
    if (input) input.value = "p2";
    act(input, "keydown", { key: "Enter" });
    expect(cell(1, 2)?.classList.contains("rw-chosen")).toBe(true);
    if (input) input.value = "nobody";
    act(input, "keydown", { key: "Enter" });
    expect(root.querySelector(".rw-heat-said")?.textContent).toBe("no match");
  });

  it("says so when nothing is shared at all", () => {
    open({ ...story(), pairs: [], passages: [] });
    expect(root.querySelector("[role=status]")?.textContent).toContain("no overlap");
  });

  it("takes everything down again", () => {
    open()();
    expect(root.childElementCount).toBe(0);
  });
});
