import { describe, expect, it, vi } from "vitest";
import type { View } from "../core/context.ts";
import { draw, HOSTILE, story } from "../core/fixture.ts";
import { picking, selectOnly } from "../core/store.ts";
import { withReader } from "./drawer.ts";
import { readerView } from "./view.ts";

const text = (root: HTMLElement, selector: string) =>
  [...root.querySelectorAll(selector)].map((one) => one.textContent);
const click = (root: HTMLElement, selector: string) => root.querySelector<HTMLElement>(selector)?.click();
const press = (root: HTMLElement, key: string) =>
  root.querySelector(".rw-page")?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));

describe("the reader", () => {
  it("shows the page as it was, right to left", () => {
    const { root } = draw(readerView);
    expect(text(root, ".rw-block-text")).toEqual(["سامر النجار: «وصلت السفينة إلى الواحة»", "خبر آخر"]);
    expect(root.querySelector<HTMLElement>(".rw-article .rw-text")?.dir).toBe("rtl");
    expect(root.querySelector(".rw-meta")?.textContent).toContain("الضفة");
    expect(root.querySelector(".rw-kind-related .rw-tag")?.getAttribute("aria-label")).toBe(
      "ذات صلة · related heading",
    );
  });

  it("greys furniture and hides it on demand", () => {
    const { root } = draw(readerView);
    expect(root.querySelector(".rw-kind-related")?.classList).toContain("rw-dim");
    click(root, "[data-layer=furniture]");
    expect(root.querySelector(".rw-kind-related")).toBeNull();
    click(root, "[data-layer=furniture]");
    expect(root.querySelector(".rw-kind-related")).not.toBeNull();
  });

  it("switches layers", () => {
    const { root } = draw(readerView);
    expect(text(root, ".rw-layer-entity")).toEqual(["سامر النجار", "الواحة"]);
    click(root, "[data-layer=PER]");
    click(root, "[data-layer=LOC]");
    expect(text(root, ".rw-layer-entity")).toEqual([]);
    expect(text(root, ".rw-layer-quote")).toEqual(["وصلت السفينة ", "إلى ", "الواحة"]);
    click(root, ".rw-layer-chip[data-layer=quote]");
    expect(text(root, ".rw-layer-speaker")).toEqual([]);
  });

  it("selects the innermost mark, then the one around it", () => {
    const { root, store } = draw(readerView);
    click(root, ".rw-type-LOC");
    expect(store.get()).toMatchObject({ article: "p1", mark: "m1", entity: "e2", origin: "reader" });
    expect(text(root, ".rw-selected")).toEqual(["الواحة"]);
    click(root, ".rw-type-LOC");
    expect(store.get()).toMatchObject({ mark: "a:s1", passage: "s1", entity: null });
    expect(text(root, ".rw-selected-span")).toEqual(["إلى ", "الواحة"]);
  });

  it("opens the article of what another view selects", () => {
    const { root, store, story } = draw(readerView);
    store.set(picking(story, 4), "network");
    expect(text(root, ".rw-selected")).toEqual(["النجار"]);
    expect(root.querySelector(".rw-article-entry[aria-selected=true]")?.textContent).toContain("خبر p2");
  });

  it("turns a hidden layer on when a mark of it is selected", () => {
    const { root, store, story } = draw(readerView);
    click(root, ".rw-layer-chip[data-layer=quote]");
    store.set(picking(story, 1), "quotes");
    expect(text(root, ".rw-selected-span").join("")).toBe("وصلت السفينة إلى الواحة");
  });

  it("follows an entity through the articles by button and by key", () => {
    const { root, store } = draw(readerView);
    selectOnly(store, { entity: "e1" }, "network");
    expect(root.querySelector(".rw-follow bdi")?.textContent).toBe("سامر النجار");
    expect(root.querySelector(".rw-where")?.textContent).toBe("1 / 2");
    click(root, ".rw-steppers .rw-step:last-child");
    expect(store.get()).toMatchObject({ article: "p2", mark: "m2", entity: "e1" });
    press(root, "n");
    expect(store.get()).toMatchObject({ article: "p1", mark: "m0" });
    press(root, "p");
    expect(store.get()).toMatchObject({ article: "p2" });
    click(root, ".rw-follow-clear");
    expect(store.get()).toMatchObject({ entity: null, mark: null });
    expect(root.querySelector<HTMLElement>(".rw-follow")?.hidden).toBe(true);
  });

  it("steps through all marks of the article where nothing is followed", () => {
    const { root, store } = draw(readerView);
    const seen: (string | null)[] = [];
    for (let step = 0; step < 4; step++) {
      press(root, "n");
      seen.push(store.get().mark);
    }
    expect(seen).toEqual(["m0", "q:q1", "a:s1", "m1"]);
    expect(store.get()).toMatchObject({ entity: "e2", quote: null, passage: null });
  });

  it("shows the passages of a pair of outlets", () => {
    const { root, store } = draw(readerView);
    selectOnly(store, { pair: ["المرفأ", "الضفة"] }, "heatmap");
    expect(root.querySelector(".rw-where")?.textContent).toBe("1 / 2");
    press(root, "n");
    expect(store.get()).toMatchObject({ article: "p2", passage: "s1", pair: ["المرفأ", "الضفة"] });
  });

  it("stays in the article that the reader chooses", () => {
    const { root, store } = draw(readerView);
    selectOnly(store, { quote: "q1" }, "quotes");
    root.querySelectorAll<HTMLElement>(".rw-article-entry")[1]?.click();
    expect(root.querySelector(".rw-meta")?.textContent).toContain("المرفأ");
  });

  it("shows hostile text as text", () => {
    const hostile = story();
    const article = hostile.articles[0];
    if (article) {
      Object.assign(article, { title: HOSTILE, source: HOSTILE, author: HOSTILE, url: "javascript:alert(1)" });
      article.blocks[0]?.segments.push({ start: 40, text: HOSTILE, marks: [0] });
    }
    const { root } = draw(readerView, hostile);
    expect(root.querySelectorAll("img, script, a")).toHaveLength(0);
    expect(root.querySelector(".rw-kind-body")?.textContent).toContain(HOSTILE);
  });

  it("says so where there are no articles, and lets go of the store", () => {
    expect(draw(readerView, { ...story(), articles: [] }).root.querySelector("[role=status]")).not.toBeNull();
    const { root, store, dispose } = draw(readerView);
    dispose();
    store.set({ entity: "e1" }, "network");
    expect(root.children).toHaveLength(0);
  });
});

describe("the drawer", () => {
  const disposed = vi.fn();
  const view: View = ({ root }) => {
    root.append("منظر");
    return disposed;
  };

  it("opens where its own view selects a mark, and closes by button and Escape", () => {
    const { root, store, story } = draw(withReader(view, "network"));
    const drawer = root.querySelector<HTMLElement>(".rw-drawer");
    store.set(picking(story, 0), "quotes");
    expect(drawer?.hidden).toBe(true);
    store.set(picking(story, 4), "network");
    expect(drawer?.hidden).toBe(false);
    expect(text(root, ".rw-selected")).toEqual(["النجار"]);
    drawer?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    expect(drawer?.hidden).toBe(true);
    store.set(picking(story, 0), "network");
    click(root, ".rw-drawer-head button");
    expect(drawer?.hidden).toBe(true);
  });

  it("takes its view down with it", () => {
    const { root, dispose } = draw(withReader(view, "network"));
    dispose();
    expect(disposed).toHaveBeenCalled();
    expect(root.children).toHaveLength(0);
  });
});
