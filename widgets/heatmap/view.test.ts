import { beforeEach, describe, expect, it } from "vitest";
import type { Labels, Selection } from "../core/contract.ts";
import { EMPTY_SELECTION } from "../core/contract.ts";
import { alone, passage, shared } from "../core/fixture.ts";
import { mount } from "../core/render.ts";
import { Store } from "../core/store.ts";
import { article, retold, story } from "./fixture.ts";
import { heatmapView } from "./view.ts";

const LABELS: Labels = {
  language: "en",
  direction: "ltr",
  sections: { messages: { share_of: "{share} of {a} stands in {b}", shared_words_n: "{n} words" } },
};

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
    expect(root.querySelector('[data-side="a"] .rw-piece-cut')?.textContent).toBe("تتمة");
    expect(root.querySelector('[data-side="b"] .rw-piece-changed')?.getAttribute("title")).toContain("there");
    expect(root.querySelectorAll(".rw-piece-legend .rw-piece")).toHaveLength(2);
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

  describe("with sentences in other words", () => {
    const turn = (layer: string) => click(root.querySelector(`[data-layer="${layer}"]`));
    const show = (by: string) => click(root.querySelector(`[data-by="${by}"]`));

    it("has a layer of its own for them, and adds nothing up", () => {
      open(retold());
      expect(cell(0, 1)?.textContent).toBe("60%");
      expect(cell(0, 1)?.getAttribute("aria-label")).toContain("reworded n");
      turn("reworded");
      expect([cell(0, 1)?.textContent, cell(1, 0)?.textContent]).toEqual(["30%", "20%"]);
      expect(root.querySelector('[data-layer="reworded"][aria-pressed="true"]')).not.toBeNull();
      show("article");
      expect([cell(1, 2)?.textContent, cell(0, 2)?.textContent]).toEqual(["50%", ""]);
      turn("copied");
      expect([cell(1, 2)?.textContent, cell(0, 2)?.textContent]).toEqual(["20%", "90%"]);
    });

    it("lists the pairs of the layer that is shown", () => {
      open(retold());
      act(cell(0, 1), "keydown", { key: "Enter" });
      expect(root.querySelectorAll(".rw-pair-open")).toHaveLength(2);
      click(root.querySelector(".rw-back"));
      turn("reworded");
      act(cell(0, 1), "keydown", { key: "Enter" });
      expect(store.get().pair).toEqual(["p2", "p3"]);
    });

    it("joins the two sentences, apart from passages, with the words that both have", () => {
      open(retold());
      turn("reworded");
      show("article");
      click(cell(1, 2));
      const marks = [...root.querySelectorAll<HTMLElement>("mark.rw-shared-reworded")].map((one) => one.textContent);
      expect(marks).toEqual(["≈1عاد المركب سالما", "≈1رجع المركب"]);
      expect([...root.querySelectorAll("mark .rw-piece-kept")].map((one) => one.textContent)).toEqual([
        " المركب",
        " المركب",
      ]);
      expect(root.querySelectorAll("mark:not(.rw-shared-reworded)")).toHaveLength(2);
      click(root.querySelector('mark[data-passage="r1"]'));
      expect(store.get()).toMatchObject({ passage: "r1", pair: ["p2", "p3"] });
      expect(root.querySelectorAll("mark.rw-chosen")).toHaveLength(2);
    });

    it("draws two languages without comparing their words", () => {
      const told = retold();
      for (const one of told.reworded) Object.assign(one, { pieces_a: [], pieces_b: [] });
      open(told);
      show("article");
      click(cell(1, 2));
      expect(root.querySelectorAll("mark.rw-shared-reworded")).toHaveLength(2);
      expect(root.querySelector(".rw-piece-kept")).toBeNull();
    });

    it("is shown where nothing is copied at all", () => {
      open({ ...retold(), pairs: [], passages: [] });
      turn("reworded");
      expect(cell(0, 1)?.textContent).toBe("30%");
    });

    it("is absent where nobody looked, with how to look where Python can be asked", () => {
      open();
      expect(root.querySelector("[data-layer=copied]")).toBeNull();
      expect(root.textContent).not.toContain("reworded hint");
      mount(heatmapView, {
        root,
        story: story(),
        labels: LABELS,
        store,
        options: {},
        ...alone(),
        ask: async () => null,
      });
      expect(root.textContent).toContain("reworded hint");
    });
  });
});
