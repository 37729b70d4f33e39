import { describe, expect, it } from "vitest";
import { Boxes, place } from "./place.ts";
import { spread } from "./spread.ts";

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
