// The outlets, the people and their words are invented.
import { beforeEach, describe, expect, it } from "vitest";
import type { ArticleRecord, CopyRecord, MomentRecord, Story } from "../core/contract.ts";
import { draw, quote, story } from "../core/fixture.ts";
import { memoryOf, ORIGIN } from "./memory.ts";
import { busiest, modelOf, titled } from "./model.ts";
import { counted } from "./overview.ts";
import { hit, LANE, placed } from "./place.ts";
import { between, LEAST, panned, Scale, zoomed } from "./scale.ts";
import { MOST_ARROWS, sceneOf } from "./scene.ts";
import { ticks } from "./ticks.ts";
import { timelineView } from "./view.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse("2025-02-12T00:00:00Z");
const EN = { language: "en", direction: "ltr", sections: {} };
const AR = { language: "ar", direction: "rtl", sections: {} };

/** Articles of outlets (a letter each) at hours after the start; a day where the hour is a string, undated where null. */
function told(...given: [string, number | string | null][]): Story {
  const base = story();
  const page = base.articles[0] as ArticleRecord;
  const articles = given.map(([source], at) => ({ ...page, id: `a${at}`, source, title: `Title ${at}` }));
  const iso = (time: number) => new Date(time).toISOString().slice(0, 23);
  const moments = given.map(([, when], at): MomentRecord => {
    const head = { article: `a${at}`, zoned: false, head_start: 0, head_end: 7 };
    if (when === null) return { ...head, stated: "none", start: "", end: "" };
    const time = START + Number(when) * HOUR;
    if (typeof when === "string") return { ...head, stated: "day", start: iso(time), end: iso(time + DAY) };
    return { ...head, stated: "hour", start: iso(time), end: iso(time) };
  });
  const when = { moments, copies: [], statements: [] };
  return { ...base, articles, marks: [], entities: [], quotes: [], pairs: [], passages: [], when };
}

function copy(first: string, later: string, words: number, boilerplate = false): CopyRecord {
  return { first, later, by: "date", words, share: 0.5, likely: "", boilerplate };
}

describe("the model", () => {
  it("has lanes in the order of the first dates, the undated apart at the end", () => {
    const { lanes, points } = modelOf(told(["B", 1], ["A", 2], ["B", 3], ["A", null]));
    expect(lanes.map(({ source, undated, points: own }) => [source, undated, own.length])).toEqual([
      ["B", false, 2],
      ["A", false, 1],
      ["", true, 1],
    ]);
    expect(points.map(({ lane }) => lane)).toEqual([0, 1, 0, 2]);
  });

  it("has no time where no article has a date", () => {
    expect(modelOf(told(["A", null])).whole).toBeNull();
  });

  it("finds the part of the time in which most came, in whole days", () => {
    const given = told(["A", 1], ["A", 5], ["B", 9], ["B", 12], ["A", 4000]);
    const { points, whole } = modelOf(given);
    expect(whole && busiest(points, whole)).toEqual({ from: START, to: START + 2 * DAY });
    const even = modelOf(told(["A", 1], ["A", 50], ["B", 100]));
    expect(even.whole && busiest(even.points, even.whole)).toBeNull();
  });

  it("searches titles in folded spelling", () => {
    expect(titled(told(["A", 1], ["A", 2]), "TITLE 1")).toEqual(new Set(["a1"]));
    expect(titled(told(["A", 1]), " ")).toBeNull();
  });
});

describe("the scale", () => {
  const whole = { from: 0, to: 100 * DAY };

  it("runs from the right in Arabic", () => {
    const range = { from: 0, to: 1000 };
    expect(new Scale(range, 500, false).x(new Scale(range, 500, false).along(100))).toBe(50);
    const rtl = new Scale(range, 500, true);
    expect(rtl.x(rtl.along(100))).toBe(450);
    expect(rtl.time(450)).toBe(100);
  });

  it("zooms around a moment, within bounds", () => {
    const near = zoomed({ from: 0, to: 10 * DAY }, 0.5, 4 * DAY, whole);
    expect(near).toEqual({ from: 2 * DAY, to: 7 * DAY });
    expect(zoomed(near, 1000, DAY, whole)).toEqual(whole);
    const least = zoomed(near, 1e-9, 4 * DAY, whole);
    expect(least.to - least.from).toBeCloseTo(LEAST);
  });

  it("stops at the ends", () => {
    expect(panned({ from: 0, to: DAY }, -DAY, whole)).toEqual({ from: 0, to: DAY });
    expect(panned({ from: 0, to: DAY }, 1e12, whole).to).toBe(whole.to);
    expect(between(5 * DAY, 2 * DAY, whole)).toEqual({ from: 2 * DAY, to: 5 * DAY });
  });
});

describe("the ticks", () => {
  const range = (hours: number) => ({ from: START, to: START + hours * HOUR });

  it("go from minutes to years", () => {
    expect(ticks(EN, range(1), 10 * 60_000).map(({ text }) => text)).toContain("00:10");
    expect(ticks(EN, range(72), 6 * HOUR)[0]).toMatchObject({ text: "00:00", under: "Feb 12, 2025" });
    expect(ticks(EN, range(24 * 10), DAY)[1]).toMatchObject({ text: "Feb 13", under: "" });
    expect(ticks(EN, range(24 * 400), 30 * DAY).map(({ text }) => text)).toContain("Mar");
    expect(ticks(EN, range(24 * 365 * 30), 1000 * DAY).map(({ text }) => text)).toContain("2030");
  });

  it("have the words of the labels' language and Latin digits", () => {
    expect(ticks(AR, range(24 * 3), DAY)[0]).toMatchObject({ text: "12 فبراير", under: "2025" });
  });
});

describe("the places", () => {
  const scale = (hours: number) => new Scale({ from: START, to: START + hours * HOUR }, 960, false);
  const glyphs = (given: Story, hours: number, height = LANE.one) => {
    const [lane] = modelOf(given).lanes;
    return lane ? placed(lane, lane.points, 0, height, scale(hours)) : [];
  };

  it("are points where the hour is known, and the whole day where it is not", () => {
    const [bar] = glyphs(told(["A", "0"]), 48);
    expect(bar).toMatchObject({ kind: "bar", x: 240, width: 478 });
    const [dot] = glyphs(told(["A", 12]), 48);
    expect(dot).toMatchObject({ kind: "dot", x: 240, width: 10 });
  });

  it("lie above each other at one time, and under one number where they are many", () => {
    const two = glyphs(told(["A", 1], ["A", 1]), 48);
    expect(two.map(({ points }) => points.length)).toEqual([1, 1]);
    expect(two[0]?.y).not.toBe(two[1]?.y);
    const many = glyphs(told(...Array.from({ length: 9 }, (): [string, number] => ["A", 1])), 48);
    expect(many.map(({ points }) => points.length)).toEqual([9]);
  });

  it("keep every article of the period exactly once", () => {
    const given = told(
      ...Array.from({ length: 400 }, (_, at): [string, number | string] => ["A", at % 3 ? at / 9 : `${24 * (at % 2)}`]),
    );
    const found = glyphs(given, 48, LANE.both).flatMap(({ points }) => points.map(({ at }) => at));
    expect(found.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 400 }, (_, at) => at));
  });

  it("are found where they are pointed at", () => {
    const found = glyphs(told(["A", 12], ["A", 36]), 48);
    expect(hit(found, 242, 21)?.points[0]?.at).toBe(0);
    expect(hit(found, 400, 21)).toBeNull();
  });
});

it("an article of which only the day is known counts in parts over its day", () => {
  const { points } = modelOf(told(["A", "0"], ["A", 3]));
  const counts = counted(points, { from: START, to: START + DAY - 1 }, 6 * HOUR);
  expect(counts).toEqual([1.25, 0.25, 0.25, 0.25]);
});

describe("the scene", () => {
  const given = () => {
    const made = told(["A", 1], ["B", 30], ["C", 60]);
    made.when.copies = [copy("a0", "a1", 40), copy("a1", "a2", 8, true)];
    made.quotes = ["a0", "a2"].map((id, at) => ({ ...quote(`q${at}`, id, "e1", "قول", 0), lineage: "l1" }));
    made.when.statements = [{ lineage: "l1", first: "A", quotes: ["q0", "q1"], ranks: [1, 2] }];
    return made;
  };
  const scene = (made: Story, change: (given: ReturnType<typeof draw>) => void = () => {}) => {
    const context = draw(() => () => {}, made);
    change(context);
    return sceneOf(made, modelOf(made), memoryOf(context), context.store.get());
  };

  it("keeps boilerplate apart until it is asked for", () => {
    expect(scene(given()).arrows.map(({ words }) => words)).toEqual([40]);
    const all = scene(given(), (context) => {
      memoryOf(context).layers.printed = true;
    });
    expect(all.arrows).toHaveLength(2);
  });

  it("numbers the wordings of a statement, and lights those who carry it", () => {
    const found = scene(given(), (context) => {
      memoryOf(context).lineage = "l1";
    });
    expect([...found.badges].map(([id, { rank }]) => [id, rank])).toEqual([
      ["a0", 1],
      ["a2", 2],
    ]);
    expect(found.lit).toEqual(new Set(["a0", "a2"]));
  });

  it("lights what is selected anywhere", () => {
    const lit = (partial: object) => scene(given(), ({ store }) => store.set(partial, "reader")).lit;
    expect(lit({ quote: "q1" })).toEqual(new Set(["a0", "a2"]));
    expect(lit({ pair: ["a0", "a1"] })).toEqual(new Set(["a0", "a1"]));
    expect(lit({ source: "B" })).toEqual(new Set(["a1"]));
    expect(lit({ article: "a0" })).toEqual(new Set(["a0", "a1"]));
    expect(lit({})).toBeNull();
  });

  it("of very many arrows draws those of most words, and the selected one", () => {
    const made = given();
    made.when.copies = Array.from({ length: 300 }, (_, at) => copy(`a${at % 2}`, "a2", 300 - at));
    expect(scene(made).arrows).toHaveLength(MOST_ARROWS);
    expect(scene(made).allArrows).toBe(300);
  });
});

describe("the view", () => {
  const key = (element: Element | null, name: string) =>
    element?.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true }));
  const at = () => document.querySelector<HTMLElement>(".rw-tl-at");
  const given = () => {
    const made = told(["A", 1], ["B", 30], ["A", 60]);
    made.when.copies = [copy("a0", "a1", 40)];
    made.pairs = [
      { a: "a0", b: "a1", words: 40, a_in_b: 0.5, b_in_a: 0.5, first: "a0", first_by: "date", likely_source: "" },
    ];
    return made;
  };

  beforeEach(() => document.body.replaceChildren());

  it("walks in time and between lanes, mirrored from right to left", () => {
    draw(timelineView, given());
    at()?.focus();
    key(at(), "ArrowLeft");
    expect(at()?.dataset["article"]).toBe("a1");
    expect(document.activeElement).toBe(at());
    key(at(), "ArrowUp");
    expect(at()?.dataset["article"]).toBe("a0");
    key(at(), "End");
    expect(at()?.dataset["article"]).toBe("a2");
    expect(at()?.getAttribute("aria-posinset")).toBe("3");
  });

  it("opens an article with Enter, and lets go of it with Escape", () => {
    const { store } = draw(timelineView, given());
    key(at(), "Enter");
    expect(store.get()).toMatchObject({ article: "a0", origin: ORIGIN });
    expect(document.querySelector(".rw-tl-sheet h3")?.textContent).toBe("A");
    key(at(), "Escape");
    expect(store.get().article).toBeNull();
    expect(document.querySelector(".rw-tl-sheet")).toBeNull();
  });

  it("pins an article with the span of its title, and an arrow", () => {
    const { tray } = draw(timelineView, given());
    key(at(), "Enter");
    document.querySelector<HTMLElement>(".rw-tl-pin")?.click();
    document.querySelector<HTMLElement>(".rw-tl-row")?.click();
    document.querySelector<HTMLElement>(".rw-tl-pin")?.click();
    expect(tray.findings.map(({ kind, selection }) => [kind, selection.article, selection.pair])).toEqual([
      ["article", "a0", null],
      ["pair", null, ["a0", "a1"]],
    ]);
    expect(tray.findings[0]?.spans[0]).toMatchObject({ article: "a0", start: 0, end: 7 });
  });

  it("folds a lane away, and keeps it so when drawn anew", () => {
    const first = draw(timelineView, given());
    const box = first.root.querySelector<HTMLInputElement>(".rw-tl-fold");
    box?.click();
    expect(at()?.dataset["article"]).toBe("a1");
    first.dispose();
    timelineView(first);
    expect(first.root.querySelectorAll(".rw-tl-head.rw-folded")).toHaveLength(1);
  });

  it("says so where no article has a date, and lists them", () => {
    const { root, store } = draw(timelineView, told(["A", null], ["B", null]));
    expect(root.querySelector("[role=status]")?.textContent).toContain("no dates");
    root.querySelectorAll<HTMLElement>(".rw-tl-row")[1]?.click();
    expect(store.get().article).toBe("a1");
  });

  it("says so where there is no article, and takes everything down", () => {
    expect(draw(timelineView, told()).root.querySelector("[role=status]")).not.toBeNull();
    const { root, dispose } = draw(timelineView, given());
    dispose();
    expect(root.childElementCount).toBe(0);
  });
});
