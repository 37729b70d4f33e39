import { describe, expect, it } from "vitest";
import type { PieceRecord } from "../core/contract.ts";
import { kept, spanned } from "./block.ts";
import { act } from "./grid.ts";
import { cellAt, cornerOf, type Frame } from "./picture.ts";
import { type Colour, contrast, inkOn, mixed, parsed, Ramp, strength } from "./ramp.ts";
import { counterpart, pointsOf, rising } from "./together.ts";
import { opOf, Wording } from "./wording.ts";

const THEMES: [string, Colour, Colour][] = [
  ["light", [255, 255, 255], [8, 48, 107]],
  ["dark", [22, 25, 29], [135, 168, 205]],
  ["Lab dark", [17, 17, 17], [135, 168, 205]],
];

describe("the ramp", () => {
  it.each(THEMES)("%s: a number can be read on every shade", (_, ground, strong) => {
    for (let step = 0; step <= 1000; step++) {
      const shade = mixed(ground, strong, strength(step / 1000));
      expect(contrast(shade, inkOn(shade))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(THEMES)("%s: more is always stronger, and a little stands off from nothing", (_, ground, strong) => {
    const steps = Array.from({ length: 101 }, (_, step) =>
      contrast(ground, mixed(ground, strong, strength(step / 100))),
    );
    for (const [at, one] of steps.slice(1).entries()) expect(one).toBeGreaterThanOrEqual(steps[at] ?? 0);
    expect(steps[1]).toBeGreaterThan(1.15);
    expect(steps[100]).toBeGreaterThan(5);
  });

  it("reads the colours of a computed style, mixed or not", () => {
    expect(parsed("rgb(8, 48, 107)")).toEqual([8, 48, 107]);
    expect(parsed("color(srgb 0.2 0.4 1)")).toEqual([51, 102, 255]);
    const ramp = new Ramp([255, 255, 255], [0, 0, 0]);
    expect(ramp.of(1)).toEqual({ fill: "rgb(0, 0, 0)", ink: "rgb(255, 255, 255)" });
  });
});

describe("a block", () => {
  it("is what two cells span, whichever came first", () => {
    expect(spanned({ row: 4, column: 1 }, { row: 2, column: 3 })).toEqual({ top: 2, bottom: 4, start: 1, end: 3 });
    expect(kept({ top: 0, bottom: 4, start: 0, end: 1 }, 4)).toBeNull();
  });
});

describe("keys", () => {
  const press = (key: string, init: KeyboardEventInit = {}) =>
    act(new KeyboardEvent("keydown", { key, ...init }), { row: 1, column: 1 }, 3);
  it("walk, stop at the edge, go to the ends, and with Shift take a block along", () => {
    expect(press("ArrowLeft")).toEqual({ to: { row: 1, column: 0 }, extend: false });
    expect(act(new KeyboardEvent("keydown", { key: "ArrowLeft" }), { row: 1, column: 0 }, 3, true)).toEqual({
      to: { row: 1, column: 1 },
      extend: false,
    });
    expect(press("PageDown", { shiftKey: true })).toEqual({ to: { row: 2, column: 1 }, extend: true });
    expect(press("Home")).toEqual({ to: { row: 1, column: 0 }, extend: false });
    expect(press("End", { ctrlKey: true })).toEqual({ to: { row: 2, column: 2 }, extend: false });
    expect(press("Enter")).toBe("choose");
    expect(press("x")).toBeNull();
  });
});

describe("the picture", () => {
  const room = { width: 500, height: 300, head: { width: 100, height: 20 } };
  const frame: Frame = { ...room, mirrored: false, scroll: [50, 10], size: 10 };
  it("finds the cell at a point, none on the headers and behind the last line", () => {
    expect(cellAt(frame, [105, 25], 50)).toEqual({ row: 1, column: 5 });
    expect(cornerOf(frame, { row: 1, column: 5 })).toEqual([100, 20]);
    expect(cellAt(frame, [99, 25], 50)).toBeNull();
    expect(cellAt(frame, [105, 25], 5)).toBeNull();
  });

  it("has its columns from the right where it is mirrored, its rows' names there too", () => {
    const mirrored = { ...frame, mirrored: true };
    expect(cellAt(mirrored, [395, 25], 50)).toEqual({ row: 1, column: 5 });
    expect(cornerOf(mirrored, { row: 1, column: 5 })).toEqual([390, 20]);
    expect(cellAt(mirrored, [401, 25], 50)).toBeNull();
    for (const column of [5, 6, 20]) {
      const [x, y] = cornerOf(mirrored, { row: 3, column });
      expect(cellAt(mirrored, [x + 5, y + 5], 50)).toEqual({ row: 3, column });
    }
  });
});

describe("two texts that scroll together", () => {
  const moved = [
    { a: [10, 20], b: [310, 320] },
    { a: [100, 200], b: [50, 150] },
    { a: [300, 320], b: [250, 270] },
  ].map(({ a, b }) => ({ a: a as [number, number], b: b as [number, number] }));
  it("follow the passages that stand in one order in both", () => {
    expect(rising(moved).map(({ a }) => a[0])).toEqual([100, 300]);
    expect(rising([])).toEqual([]);
  });
  it("are level along a passage and even between two, from either side", () => {
    const points = pointsOf(moved, [400, 350], "a");
    expect(counterpart(points, 0)).toBe(0);
    expect(counterpart(points, 150)).toBe(100);
    expect(counterpart(points, 250)).toBe(200);
    expect(counterpart(points, 900)).toBe(350);
    expect(counterpart(pointsOf(moved, [400, 350], "b"), 100)).toBe(150);
  });
});

describe("the wording of a passage", () => {
  const pieces: PieceRecord[] = [
    { op: "same", text: "قال ", other: "" },
    { op: "changed", text: "بوتين", other: "بوتن" },
    { op: "only", text: "", other: "أمس" },
    { op: "same", text: " نعم", other: "" },
  ];
  it("is laid over the segments of the text, wherever these are cut", () => {
    const wording = new Wording(pieces);
    const taken = ["قال بو", "تين ", "نعم"].map((text) => wording.take(text));
    expect(taken.map((part) => part.map(({ op, text }) => [op, text]))).toEqual([
      [
        ["same", "قال "],
        ["changed", "بو"],
      ],
      [
        ["changed", "تين"],
        ["only", ""],
        ["same", " "],
      ],
      [["same", "نعم"]],
    ]);
    expect(new Wording([]).take("نص")).toEqual([{ op: "same", text: "نص", other: "" }]);
  });
  it("calls cut what only the earlier text has, and added what only the later one has", () => {
    const [cut, gap] = [
      { op: "only", text: "أمس", other: "" },
      { op: "only", text: "", other: "أمس" },
    ];
    expect([opOf(cut, true), opOf(gap, false)]).toEqual(["cut", "cut"]);
    expect([opOf(cut, false), opOf(gap, true)]).toEqual(["added", "added"]);
    expect(opOf({ op: "same", text: "", other: "" }, true)).toBeNull();
  });
});
