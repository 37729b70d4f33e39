import { describe, expect, it } from "vitest";
import { shared } from "../core/fixture.ts";
import { article, story } from "./fixture.ts";
import { type By, type Layer, type Matrix, matrix, type Order } from "./matrix.ts";
import { pairOf, pairsBehind, sharedOf } from "./pairs.ts";
import { strength } from "./ramp.ts";

const choice = (by: By, order: Order = "date", limit = 1000, layer: Layer = "copied") => {
  return { by, layer, order, limit, also: new Set<string>(), language: "ar" };
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
