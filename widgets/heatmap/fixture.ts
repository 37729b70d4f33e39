// A small story for the tests of the heatmap: two outlets, what they share, and markup in a title. All invented.
import type { Story } from "../core/contract.ts";
import { block, EMPTY_STORY, passage, shared, shares } from "../core/fixture.ts";

const HOSTILE = "</script><script>window.pwned=1</script>";

/** An article of one block of content and one of furniture. */
export function article(id: string, source: string, segments: { text: string; marks: number[] }[]) {
  const body = segments.map(({ text, marks }): [string, number[]] => [text, marks]);
  const blocks = [block("body", "", 0, body), block("furniture", "", 90, [["اقرأ أيضا", []]])];
  const rest = { published: "2025-02-12", author: "", url: "", language: "ar", direction: "rtl", words: 4, blocks };
  return { id, source, title: `${id} ${HOSTILE}`, ...rest };
}

function mark(id: string, of: string, ref: string) {
  return {
    id,
    article: of,
    layer: "passage" as const,
    ref,
    type: "",
    rule: "",
    why: -1,
    start: 0,
    end: 8,
    before: "",
    text: "نص مشترك",
    after: "",
  };
}

/** The same, and what p2 says in other words of p3: one sentence, beside the passage that both share. */
export function retold(): Story {
  const told = story();
  const [one, two, three] = told.articles;
  if (!one || !two || !three) throw new Error("three articles");
  const more = (from: typeof one, mark: number, text: string) => ({
    ...from,
    blocks: [...from.blocks, block("body", "", 50, [[text, [mark]]])],
  });
  const pieces = (op: string, text: string) => ({ op, text, other: op === "same" ? "" : "بدل" });
  return {
    ...told,
    articles: [one, more(two, 7, "عاد المركب سالما"), more(three, 8, "رجع المركب")],
    marks: [
      ...told.marks,
      { ...mark("a:r1", "p2", "r1"), layer: "reworded" },
      { ...mark("b:r1", "p3", "r1"), layer: "reworded" },
    ],
    meaning: true,
    reworded: [
      {
        ...{ id: "r1", a: "p2", b: "p3", mark_a: 7, mark_b: 8, score: 0.83, languages: "ar", stretch: "s1" },
        pieces_a: [pieces("changed", "عاد"), pieces("same", " المركب"), { op: "only", text: " سالما", other: "" }],
        pieces_b: [pieces("changed", "رجع"), pieces("same", " المركب")],
      },
    ],
    reworded_pairs: [{ a: "p2", b: "p3", sentences: 1, a_in_b: 0.5, b_in_a: 0.25, first: "p2", first_by: "date" }],
    shares: {
      ...told.shares,
      reworded: [
        [null, 0.3],
        [0.2, null],
      ],
    },
  };
}

/** Two outlets; p1 and p2 of the first share with p3 of the second. */
export function story(): Story {
  return {
    ...EMPTY_STORY,
    digest: "h",
    articles: [
      article("p1", "الضفة", [
        { text: "آخر ", marks: [2] },
        { text: "أول", marks: [0, 4] },
        { text: " تتمة", marks: [0] },
      ]),
      article("p2", "الضفة", [{ text: "ثالث", marks: [5] }]),
      article("p3", "الساحل", [
        { text: "أول تتمة", marks: [1] },
        { text: " آخر ", marks: [3] },
        { text: "ثالث", marks: [6] },
      ]),
    ],
    marks: [
      mark("a:x", "p1", "x"),
      mark("b:x", "p3", "x"),
      mark("a:y", "p1", "y"),
      mark("b:y", "p3", "y"),
      { ...mark("m4", "p1", "e1"), layer: "entity" },
      mark("a:z", "p2", "z"),
      mark("b:z", "p3", "z"),
    ],
    pairs: [
      shared("p1", "p3", { words: 9, a_in_b: 0.9, b_in_a: 0.5, first: "p1", first_by: "date" }),
      shared("p3", "p2", { words: 3, a_in_b: 0.1, b_in_a: 0.2, likely_source: "الوكالة" }),
    ],
    passages: [
      passage("x", "p1", "p3", { mark_a: 0, mark_b: 1, words: 6 }),
      passage("y", "p1", "p3", { mark_a: 2, mark_b: 3, words: 3 }),
      passage("z", "p2", "p3", { mark_a: 5, mark_b: 6, words: 3 }),
    ],
    sources: ["الضفة", "الساحل"],
    shares: shares([
      [null, 0.6],
      [0.004, null],
    ]),
  };
}
