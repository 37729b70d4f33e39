import { describe, expect, it } from "vitest";
import type { Context } from "./context.ts";
import { EMPTY_SELECTION, type Selection, type Story } from "./contract.ts";
import { alone, LABELS, story } from "./fixture.ts";
import { leadingBack, MOST_SPANS, pinnedOf, pinSelection } from "./pinning.ts";
import { Store } from "./store.ts";

const told = story();
const labels = {
  ...LABELS,
  sections: {
    ...LABELS.sections,
    messages: { ...LABELS.sections["messages"], share_of: "{share} of {a} in {b}", passages_n: "مقاطع: {n}" },
    stances: { neutral: "محايد" },
    types: { PER: "شخص" },
  },
};

function pinned(selection: Partial<Selection>, given: Story = told) {
  return pinnedOf({ story: given, labels }, { ...EMPTY_SELECTION, ...selection });
}

describe("what is selected becomes a finding", () => {
  it("a quotation with its speaker, and what it leads back to", () => {
    const finding = pinned({ quote: "q1" });
    expect(finding).toMatchObject({ kind: "quote", name: "سامر النجار", facts: "مباشر · قال · محايد" });
    expect(finding?.spans.map(({ text }) => text)).toEqual(["وصلت السفينة إلى الواحة", "سامر النجار"]);
    expect(finding?.spans[0]).toMatchObject({ article: "p1", source: "الضفة", start: 0, direction: "rtl" });
    expect(finding?.selection).toEqual({ article: "p1", mark: "q:q1", quote: "q1" });
    expect(pinned({ mark: "s:q1", quote: "q1" })).toEqual(finding);
    expect(pinned({ mark: "s:q1" })).toEqual(finding);
  });

  it("a name with its mentions, or one mention alone", () => {
    expect(pinned({ entity: "e1" })).toMatchObject({
      kind: "entity",
      name: "سامر النجار",
      selection: { entity: "e1" },
    });
    expect(pinned({ entity: "e1" })?.spans).toHaveLength(2);
    expect(pinned({ entity: "e1", mark: "m2" })).toMatchObject({ kind: "span", facts: "شخص · المرفأ" });
    const many = { ...told, entities: told.entities.map((one) => ({ ...one, marks: Array(99).fill(0) as number[] })) };
    expect(pinned({ entity: "e1" }, many)?.spans).toHaveLength(MOST_SPANS);
  });

  it("a passage or two texts with both sides", () => {
    expect(pinned({ passage: "s1" })?.spans.map(({ source }) => source)).toEqual(["الضفة", "المرفأ"]);
    const pair = pinned({ pair: ["p2", "p1"] });
    expect(pair).toMatchObject({ kind: "pair", name: "المرفأ · الضفة" });
    expect(pair?.facts).toContain("50");
    expect(pair?.facts).toContain("مقاطع: 1");
    expect(pinned({ pair: ["الضفة", "المرفأ"] })?.spans).toHaveLength(2);
  });

  it("two texts that share nothing as two articles, and an article without any of its words", () => {
    const none = { ...told, passages: [], pairs: [] };
    expect(pinned({ pair: ["p1", "p2"] }, none)?.spans.map(({ article, end }) => [article, end])).toEqual([
      ["p1", 0],
      ["p2", 0],
    ]);
    expect(pinned({ article: "p1" })).toMatchObject({ kind: "article", spans: [{ start: 0, end: 0, text: "" }] });
  });

  it("nothing where nothing is selected, or what is not there", () => {
    expect(pinned({})).toBeNull();
    expect(pinned({ quote: "q9" })).toBeNull();
    expect(pinned({ passage: "s9" })).toBeNull();
    expect(pinned({ entity: "e9" })).toBeNull();
    expect(pinned({ article: "p9" })).toBeNull();
  });

  it("isolates the names within a sentence, and nothing else", () => {
    const pair = pinned({ pair: ["p1", "p2"] });
    expect(pair?.facts).toContain("\u2068الضفة\u2069");
    expect(JSON.stringify({ ...pair, facts: "" })).not.toMatch(/[\u2066-\u2069]/u);
    for (const other of [pinned({ quote: "q1" }), pinned({ passage: "s1" }), pinned({ article: "p1" })]) {
      expect(other).not.toBeNull();
      expect(JSON.stringify(other)).not.toMatch(/[\u2066-\u2069]/u);
    }
  });
});

describe("pinning", () => {
  const context = (): Context => {
    const store = new Store<Selection>({ ...EMPTY_SELECTION });
    return { root: document.createElement("div"), story: told, labels, store, options: {}, ...alone() };
  };

  it("happens once, and again after it was taken out", () => {
    const one = context();
    expect(pinSelection(one)).toBeNull();
    one.store.set({ quote: "q1" }, "test");
    expect(pinSelection(one)?.already).toBe(false);
    expect(pinSelection(one)?.already).toBe(true);
    expect(one.tray.findings).toHaveLength(1);
    one.tray.change(one.tray.findings[0]?.id ?? "", { gone: true });
    expect(pinSelection(one)?.already).toBe(false);
    expect(one.tray.findings).toHaveLength(1);
  });

  it("leads back to what was selected, to its words, to its article, or nowhere", () => {
    const one = context();
    one.store.set({ quote: "q1" }, "test");
    pinSelection(one);
    const [finding] = one.tray.findings;
    if (finding === undefined) throw new Error("nothing pinned");
    expect(leadingBack(told, finding)).toMatchObject({ quote: "q1", mark: "q:q1" });
    const elsewhere = { ...finding, corpus: "another" };
    expect(leadingBack(told, elsewhere)).toMatchObject({ quote: "q1", article: "p1" });
    const without = { ...told, quotes: [], marks: told.marks.slice(2), digest: "later" };
    expect(leadingBack(without, finding)).toEqual({ ...EMPTY_SELECTION, article: "p1" });
    const foreign = { ...finding, spans: finding.spans.map((span) => ({ ...span, source: "سواها" })) };
    expect(leadingBack({ ...told, digest: "later" }, foreign)).toBeNull();
  });
});

describe("the order of the tray", () => {
  it("holds where numbers between two have run out", () => {
    const { tray } = { ...alone() };
    const ids = ["a", "b", "c"].map((name) => {
      const given = { kind: "span", name, facts: "", spans: [], selection: {} };
      return tray.pin(told, given).id;
    });
    for (let turn = 0; turn < 200; turn++) tray.place(ids[turn % 2 === 0 ? 2 : 1] ?? "", 1);
    const names = () => tray.findings.map(({ name }) => name).join("");
    expect(new Set(names())).toEqual(new Set("abc"));
    tray.place(ids[2] ?? "", 0);
    expect(names()).toBe("cab");
    tray.place(ids[2] ?? "", 2);
    expect(names()).toBe("abc");
    expect(new Set(tray.findings.map(({ rank }) => rank)).size).toBe(3);
  });
});
