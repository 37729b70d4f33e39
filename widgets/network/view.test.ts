import { beforeEach, describe, expect, it, vi } from "vitest";
import { Refusal } from "../core/ask.ts";
import type { Context } from "../core/context.ts";
import type { Labels, Selection, Story } from "../core/contract.ts";
import { EMPTY_SELECTION } from "../core/contract.ts";
import { alone } from "../core/fixture.ts";
import { mount } from "../core/render.ts";
import { Store } from "../core/store.ts";
import { Tray } from "../core/tray.ts";
import { HOSTILE, story } from "./fixture.ts";
import { networkView } from "./view.ts";

const frame = () => new Promise((done) => requestAnimationFrame(done));
const HISTORY = { undo: 1, redo: 0 };
const LABELS: Labels = { language: "ar", direction: "rtl", sections: { actions: {}, messages: {} } };

describe("the view, where no canvas draws", () => {
  let root: HTMLElement;
  let store: Store<Selection>;
  const open = (told: Story, given: Partial<Context> = {}) =>
    mount(networkView, { root, story: told, labels: LABELS, store, options: {}, ...alone(), ...given });
  const click = (selector: string) => root.querySelector<HTMLElement>(selector)?.click();
  const slide = (selector: string, value: number) => {
    const input = root.querySelector<HTMLInputElement>(selector);
    if (input) input.value = String(value);
    input?.dispatchEvent(new Event("input"));
  };
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
    click(".rw-net-chip");
    expect(root.querySelectorAll(".rw-detail-end")).toHaveLength(2);
    expect(root.querySelectorAll(".rw-snippet")).toHaveLength(1);
    click(".rw-snippet");
    expect(store.get().mark).toBe("m0");
    expect(root.querySelectorAll(".rw-detail-end")).toHaveLength(2);
  });

  it("follows an entity that another view selects", async () => {
    open(story());
    store.set({ entity: "e2" }, "quotes");
    await frame();
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

  it("counts the filters that are set, and clears them where nothing is left", () => {
    open(story());
    click(".rw-network-open");
    slide(".rw-network-minimum", 3);
    expect(names()).toEqual(["أحمد"]);
    click('[data-type="PER"]');
    expect(root.querySelector(".rw-network-open")?.textContent).toBe("filters n");
    expect(root.querySelector(".rw-network-open")?.classList).toContain("rw-on");
    click(".rw-network-clear");
    expect(names()).toHaveLength(3);
    expect(root.querySelector(".rw-network-open")?.classList).not.toContain("rw-on");
  });

  it("leaves out what carries no date within a period, and says so", () => {
    open(story());
    click(".rw-network-open");
    expect(root.querySelector(".rw-network-days")?.textContent).toContain("undated n");
    const since = root.querySelector<HTMLInputElement>(".rw-network-since");
    if (since) since.value = "2025-02-12";
    since?.dispatchEvent(new Event("change"));
    expect(names()).not.toContain(HOSTILE);
    expect(root.querySelector(".rw-network-side")?.textContent).toContain("undated left out");
  });

  it("lists what only one of two outlets has, and switches the groups", () => {
    open(story());
    click('[data-key="difference"]');
    const group = (only: string) =>
      [...root.querySelectorAll(`[data-group="${only}"] .rw-name-text`)].map((one) => one.textContent);
    expect([group("a"), group("b"), group("both")]).toEqual([["موسكو"], [HOSTILE], ["أحمد"]]);
    click('[data-only="a"]');
    expect([group("a"), group("b")]).toEqual([[], [HOSTILE]]);
    click('[data-key="ties"]');
    expect(group("b")).toEqual([`أحمد – ${HOSTILE}`]);
    click('[data-group="b"] .rw-name');
    expect(root.querySelectorAll(".rw-detail-end")).toHaveLength(2);
  });

  it("shows only the surroundings of a name, and all again", () => {
    open(story());
    click('[data-entity="e2"]');
    click(".rw-network-focus");
    click(".rw-back");
    expect(names()).toEqual(["أحمد", "موسكو"]);
    click('.rw-focus-bar [data-key="2"]');
    expect(names()).toHaveLength(3);
    click(".rw-focus-end");
    expect(root.querySelector(".rw-focus-bar")).toBeNull();
  });

  it("pins a name with its mentions, and a tie with those in its sentences", () => {
    const tray = new Tray();
    open(story(), { tray });
    click('[data-entity="e1"]');
    click(".rw-network-pin");
    click(".rw-network-pin");
    click(".rw-net-chip");
    click(".rw-network-pin");
    expect(tray.findings.map(({ kind, spans }) => [kind, spans.length])).toEqual([
      ["entity", 3],
      ["tie", 3],
    ]);
    expect(tray.findings[0]).toMatchObject({ name: "أحمد", selection: { entity: "e1" } });
    expect(tray.findings[0]?.spans[2]).toMatchObject({ article: "p2", source: "الساحل", start: 0, end: 4 });
  });

  it("comes back as it was after a correction: filters, mode, the name that is left", () => {
    const memory = new Map<string, unknown>();
    const asked: unknown[] = [];
    const ask = async (...given: unknown[]) => {
      asked.push(given);
      return HISTORY;
    };
    const close = open(story(), { memory, ask });
    slide(".rw-network-minimum", 1);
    click('[data-entity="e2"]');
    click('[data-merge="e1"]');
    expect(asked).toContainEqual(["entities.merge", { entities: ["e2", "e1"], type: "LOC" }]);
    close();
    const left = story();
    open({ ...left, entities: left.entities.filter(({ id }) => id !== "e1"), edges: [] }, { memory, ask });
    expect(store.get().entity).toBe("e2");
    expect(root.querySelector(".rw-detail")?.getAttribute("aria-label")).toBe("موسكو");
  });

  it("says what was refused, with the hint", async () => {
    const ask = async (what: string) => {
      if (what === "entities.rename") throw new Refusal({ message: "taken", hint: "take another" });
      return HISTORY;
    };
    open(story(), { ask });
    click('[data-entity="e2"]');
    root.querySelector(".rw-correct-name")?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
    await vi.waitFor(() => expect(root.querySelector("[role=alert]")?.textContent).toContain("take another"));
  });

  it("merges several that were picked into the one that stays", () => {
    const asked: unknown[] = [];
    const ask = async (...given: unknown[]) => {
      asked.push(given);
      return HISTORY;
    };
    open(story(), { ask });
    click(".rw-pick-start");
    const boxes = () => [...root.querySelectorAll<HTMLInputElement>(".rw-name-box")];
    for (const at of [0, 2]) boxes()[at]?.dispatchEvent(new Event("change"));
    click(".rw-pick-merge");
    expect(asked).toContainEqual(["entities.merge", { entities: ["e1", "e2"], type: "PER" }]);
  });

  it("offers no correction where nobody answers", () => {
    open(story());
    expect(root.querySelector(".rw-pick-start, .rw-network-history")).toBeNull();
  });

  it("takes everything down again", () => {
    const dispose = open(story());
    dispose();
    expect(root.childElementCount).toBe(0);
    store.set({ entity: "e2" }, "quotes");
    expect(root.childElementCount).toBe(0);
  });
});
