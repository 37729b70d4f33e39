import { describe, expect, it, vi } from "vitest";
import { EMPTY_SELECTION, type Selection } from "../core/contract.ts";
import { alone, LABELS, story } from "../core/fixture.ts";
import { Store } from "../core/store.ts";
import { crumbs } from "./crumbs.ts";
import { Past } from "./history.ts";
import { keys } from "./keys.ts";
import { tabs } from "./tabs.ts";

const selection = (given: Partial<Selection>): Selection => ({ ...EMPTY_SELECTION, ...given });
const entity = (id: string) => selection({ entity: id });

describe("the way through selections", () => {
  it("goes back and forward, and a new selection ends what was ahead", () => {
    const past = new Past();
    for (const id of ["a", "b", "c"]) past.note(entity(id));
    expect(past.can(1)).toBe(false);
    expect(past.go(-1)?.entity).toBe("b");
    expect(past.go(-1)?.entity).toBe("a");
    expect(past.go(-1)).toBeUndefined();
    expect(past.go(1)?.entity).toBe("b");
    past.note({ ...entity("b"), origin: "workbench" });
    past.note(entity("d"));
    expect([past.can(1), past.go(-1)?.entity, past.go(1)?.entity]).toEqual([false, "b", "d"]);
  });

  it("leads from nothing back to what was let go of", () => {
    const past = new Past();
    past.note(selection({}));
    expect(past.can(-1)).toBe(false);
    past.note(entity("a"));
    past.note(selection({}));
    expect(past.can(-1)).toBe(true);
    expect(past.go(-1)?.entity).toBe("a");
  });

  it("forgets what is long past", () => {
    const past = new Past();
    for (let number = 0; number < 500; number++) past.note(entity(String(number)));
    let steps = 0;
    while (past.go(-1) !== undefined) steps += 1;
    expect(steps).toBe(199);
  });
});

describe("the crumbs", () => {
  const labels = { ...LABELS, sections: { ...LABELS.sections, workbench: { in_article: "في {source}" } } };
  const names = (given: Partial<Selection>) => crumbs(story(), labels, selection(given)).map(({ name }) => name);

  it("name the thing and where it stands", () => {
    expect(names({})).toEqual([]);
    expect(names({ entity: "e1", article: "p2", mark: "m2" })).toEqual(["سامر النجار", "في \u2068المرفأ\u2069"]);
    expect(names({ article: "p1" })).toEqual(["الضفة · خبر p1"]);
    expect(names({ quote: "q1" })).toEqual(["سامر النجار: وصلت السفينة إلى الواحة"]);
    expect(names({ passage: "s1" })).toEqual(["الضفة · المرفأ"]);
    expect(names({ pair: ["p1", "المرفأ"] })).toEqual(["الضفة · المرفأ"]);
    expect(names({ entity: "gone", quote: null })).toEqual(["gone"]);
  });

  it("let go of no more than they name", () => {
    const given = selection({ entity: "e1", article: "p2", mark: "m2" });
    expect(crumbs(story(), labels, given).map(({ clears }) => Object.keys(clears))).toEqual([
      ["entity", "mark"],
      ["article", "mark"],
    ]);
  });
});

describe("the keys", () => {
  it("act where nobody writes, and leave all others alone", () => {
    const root = document.createElement("div");
    root.innerHTML = "<button></button><input type='search'><input type='checkbox'><textarea></textarea>";
    const acts = { pin: vi.fn(), tray: vi.fn(), go: vi.fn() };
    const unbind = keys(root, "rtl", acts);
    const press = (target: string, key: string, more = {}) => {
      const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
      root.querySelector(target)?.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(press("button", "e")).toBe(true);
    expect(press("input[type=checkbox]", "t")).toBe(true);
    expect(press("button", "ArrowRight", { altKey: true })).toBe(true);
    expect(press("button", "ArrowLeft", { altKey: true })).toBe(true);
    for (const target of ["input", "textarea"]) expect(press(target, "e")).toBe(false);
    expect(press("button", "e", { ctrlKey: true })).toBe(false);
    expect(press("button", "ArrowRight")).toBe(false);
    expect([acts.pin.mock.calls.length, acts.tray.mock.calls.length, acts.go.mock.calls]).toEqual([1, 1, [[-1], [1]]]);
    unbind();
    expect(press("button", "e")).toBe(false);
  });
});

describe("the tabs", () => {
  it("open where one was before", () => {
    const root = document.createElement("div");
    const drawn: string[] = [];
    const view = (key: string) => () => {
      drawn.push(key);
      return () => {};
    };
    const given = ["a", "b"].map((key) => ({ key, count: 1, counted: "names_n", view: view(key) }));
    const state = { tab: "b" };
    const store = new Store<Selection>(selection({}));
    const context = { root, story: story(), labels: LABELS, store, options: {}, ...alone() };
    tabs(context, given, state);
    expect(drawn).toEqual(["b"]);
    root.querySelector<HTMLElement>("[role=tab]")?.click();
    expect([state.tab, drawn]).toEqual(["a", ["b", "a"]]);
    state.tab = "gone";
    tabs(context, given, state);
    expect(state.tab).toBe("a");
  });
});
