import { describe, expect, it } from "vitest";
import type { Story } from "../core/contract.ts";
import { quote, story } from "../core/fixture.ts";
import { citation, markdown } from "./citation.ts";
import { WORDS } from "./fixture.ts";

import { holds, sought, stretches } from "./search.ts";
import { VirtualList } from "./virtual.ts";

const hits = (text: string, query: string) =>
  stretches(text, sought(query, story()), story()).flatMap(({ text, hit }) => (hit ? [text] : []));

describe("searching", () => {
  const folded = " قال للسفينه السفينه سفينه "; // as Python sends it: the word, then the words that its particles hide

  it("finds a word with other particles than the query has", () => {
    for (const query of ["السفينة", "والسفينة", "سفينة", "للسفينة", "سفي"])
      expect(holds(folded, sought(query, story()))).toBe(true);
    expect(holds(folded, sought("السفينتان", story()))).toBe(false);
  });

  it("takes the rest of a word only for a word of its own", () => {
    expect(holds(" الخالد ", sought("ولد", story()))).toBe(false);
    expect(holds(" انتخابات ", sought("وانتخ", story()))).toBe(false);
  });

  it("marks what was found, without what is written in one with it", () => {
    expect(hits("قال للسفينة: والسّفينة لسفينته", "السفينة")).toEqual(["سفينة", "السّفينة"]);
    expect(hits("the ministry", "ministry's")).toEqual(["ministry"]);
  });
});

describe("citations", () => {
  const page = { title: "خبر [1] <b>", url: "https://example.org/a b", published: "2025-02-12" };
  const given: Story = { ...story(), articles: story().articles.map((one) => ({ ...one, ...page })) };
  const one = quote("q1", "p1", "e1", "وصلت السفينة إلى الواحة", 1);

  it("tell words, speaker, outlet, title, date, place and address", () => {
    const text = citation(given, WORDS, one);
    for (const part of ["وصلت السفينة إلى الواحة", "سامر النجار", "الضفة", page.title, "2025", page.url])
      expect(text).toContain(part);
    expect(text).not.toMatch(/[\u2066-\u2069]/u);
  });

  it("take nothing for a sign of Markdown", () => {
    const text = markdown(given, WORDS, one);
    expect(text.startsWith("> وصلت السفينة إلى الواحة\n>\n> — ")).toBe(true);
    expect(text).toContain("[خبر \\[1\\] \\<b\\>](<https://example.org/a%20b>)");
    const hostile: Story = { ...given, articles: given.articles.map((at) => ({ ...at, url: "javascript:alert(1)" })) };
    expect(markdown(hostile, WORDS, one)).not.toContain("javascript");
  });
});

describe("a virtual list", () => {
  const list = (count: number) => {
    const rows = new VirtualList<{ key: string }>({
      draw: ({ key }) => document.createElement(key === "4" ? "b" : "i"),
      guess: () => 100,
    });
    document.body.replaceChildren(rows.scroll);
    rows.show(Array.from({ length: count }, (_, n) => ({ key: String(n) })));
    return rows;
  };

  it("keeps room for what it does not draw", () => {
    const { list: element, drawn } = list(1000);
    expect(drawn.size).toBeLessThan(20);
    expect(element.style.paddingBlockStart).toBe("0px");
    expect(element.style.paddingBlockEnd).toBe(`${100_000 - 100 * drawn.size}px`);
  });

  it("comes back to an anchor, and draws a row that is asked for", () => {
    const rows = list(1000);
    rows.goTo({ key: "500", above: 30 });
    expect(rows.scroll.scrollTop).toBe(50_030);
    expect(rows.anchor).toEqual({ key: "500", above: 30 });
    expect(rows.row("500")).toBeDefined();
    expect(rows.row("3")).toBeUndefined();
    rows.reveal(3);
    expect(rows.row("3")).toBeDefined();
  });

  it("draws one row anew in its place", () => {
    const rows = list(10);
    const before = rows.row("4");
    rows.redraw("4");
    expect(rows.row("4")).not.toBe(before);
    expect([...rows.list.children].map((row) => row.getAttribute("aria-posinset"))).toEqual(
      Array.from({ length: 10 }, (_, n) => String(n + 1)),
    );
  });
});
