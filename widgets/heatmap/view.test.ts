import { beforeEach, describe, expect, it } from "vitest";
import type { Labels, Selection, Story } from "../core/contract.ts";
import { EMPTY_SELECTION } from "../core/contract.ts";
import { alone, block } from "../core/fixture.ts";
import { mount } from "../core/render.ts";
import { Store } from "../core/store.ts";
import { matrix, pairOf, pairsOf, sharedOf, strength } from "./matrix.ts";
import { heatmapView } from "./view.ts";

const HOSTILE = "</script><script>window.pwned=1</script>";
const LABELS: Labels = {
  language: "en",
  direction: "ltr",
  sections: { messages: { share_of: "{share} of {a} stands in {b}" } },
};

function article(id: string, source: string, segments: { text: string; marks: number[] }[]) {
  const blocks = [
    block(
      "body",
      "",
      0,
      segments.map(({ text, marks }) => [text, marks]),
    ),
    block("furniture", "", 90, [["اقرأ أيضا", []]]),
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
    rule: "",
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
    stale: [],
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
    sentences: [],
    quotes: [],
    rejected: [],
    lineages: [],
    particles: { before: [], after: [], shortest: 3 },
    pairs: [
      { a: "p1", b: "p3", words: 9, a_in_b: 0.9, b_in_a: 0.5, first: "p1" },
      { a: "p3", b: "p2", words: 3, a_in_b: 0.1, b_in_a: 0.2, first: "" },
    ],
    passages: [
      { id: "x", a: "p1", b: "p3", mark_a: 0, mark_b: 1, words: 6, similarity: 1, boilerplate: false },
      { id: "y", a: "p1", b: "p3", mark_a: 2, mark_b: 3, words: 3, similarity: 1, boilerplate: false },
      { id: "z", a: "p2", b: "p3", mark_a: 5, mark_b: 6, words: 3, similarity: 1, boilerplate: false },
    ],
    sources: ["الضفة", "الساحل"],
    shares: {
      source: [
        [null, 0.6],
        [0.004, null],
      ],
    },
    when: { moments: [], copies: [], statements: [] },
    fold: {},
  };
}

describe("the matrix", () => {
  it("has a line for each outlet or each article", () => {
    expect(matrix(story(), "source").lines.map(({ key }) => key)).toEqual(["الضفة", "الساحل"]);
    expect(matrix(story(), "article").lines.map(({ key, number }) => [key, number])).toEqual([
      ["p1", 1],
      ["p2", 2],
      ["p3", 3],
    ]);
  });

  it("of very many articles keeps those that share most", () => {
    const told = story();
    const many = Array.from({ length: 80 }, (_, at) => article(`q${at}`, "س", []));
    const pairs = [{ a: "q5", b: "q70", words: 9, a_in_b: 0.1, b_in_a: 0.5, first: "" }];
    const small = matrix({ ...told, articles: many, pairs }, "article");
    expect(small.lines).toHaveLength(60);
    expect(small.lines.map(({ key }) => key)).toContain("q70");
    expect(small.shares[0]?.[0]).toBeNull();
    const [row, column] = ["q70", "q5"].map((id) => small.lines.findIndex(({ key }) => key === id));
    expect(small.shares[row ?? -1]?.[column ?? -1]).toBe(0.5);
    expect(small.shares[column ?? -1]?.[row ?? -1]).toBe(0.1);
  });

  it("turns a pair to the side of the row", () => {
    expect(pairsOf(story(), "article", "p3", "p1").map(({ a, ab, ba }) => [a.id, ab, ba])).toEqual([["p3", 0.5, 0.9]]);
    expect(pairsOf(story(), "source", "الضفة", "الساحل").map(({ a, ab }) => [a.id, ab])).toEqual([
      ["p1", 0.9],
      ["p2", 0.2],
    ]);
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
    root.querySelector<SVGElement>(`[data-row="${row}"][data-column="${column}"]`);
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
    expect(cell(0, 1)?.querySelector("text")?.textContent).toBe("60%");
    expect(cell(1, 0)?.querySelector("text")?.textContent).toBe("0.4%");
    expect(cell(0, 0)?.querySelector("text")).toBeNull();
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
    few.pairs.push({ a: "p1", b: "p2", words: 0, a_in_b: 0.01, b_in_a: 0.02, first: "" });
    open(few);
    click(root.querySelector('[data-by="article"]'));
    click(cell(0, 1));
    expect(root.querySelector(".rw-compare-none")?.textContent).toBe("few shared words");
    expect(root.querySelector(".rw-compare-facts")?.textContent).not.toContain("shared words");
  });

  it("follows what other views select, and opens a pair that Python selects", () => {
    open();
    store.set({ passage: "x" }, "reader");
    expect(cell(0, 1)?.getAttribute("aria-selected")).toBe("true");
    store.set({ pair: ["p1", "p3"] }, "python");
    expect(root.querySelectorAll(".rw-compare-text")).toHaveLength(2);
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
