// A small story for the tests of the network. The outlets are invented.
import type { Story } from "../core/contract.ts";
import { EMPTY_STORY } from "../core/fixture.ts";

export const HOSTILE = "<img src=x onerror=window.pwned=1>";

function mark(id: string, article: string, ref: string, text: string) {
  return {
    id,
    article,
    layer: "entity" as const,
    ref,
    type: "PER",
    start: 0,
    end: 4,
    rule: "",
    why: -1,
    before: "قال ",
    text,
    after: " أمس",
  };
}

function article(id: string, source: string, published: string) {
  const rest = {
    title: "خبر",
    author: "",
    url: "",
    language: "ar",
    direction: "rtl",
    words: 9,
    blocks: [],
  };
  return { id, source, published, ...rest };
}

function entity(id: string, name: string, type: string, marks: number[], units: number[]) {
  const rest = { aliases: [], articles: 1, sources: [], x: 0.5, y: 0.5, folded: name.replace("أ", "ا").toLowerCase() };
  return { id, name, type, mentions: marks.length, marks, units, ...rest };
}

/** Two outlets, three entities, two ties; the second article carries no date. */
export function story(): Story {
  return {
    ...EMPTY_STORY,
    digest: "d",
    articles: [article("p1", "الضفة", "2025-02-12T09:00:00"), article("p2", "الساحل", "")],
    marks: [
      mark("m0", "p1", "e1", "أحمد"),
      mark("m1", "p1", "e1", "أحمد"),
      mark("m2", "p2", "e1", "أحمد"),
      mark("m3", "p1", "e2", "موسكو"),
      mark("m4", "p2", "e3", HOSTILE),
    ],
    entities: [
      entity("e3", HOSTILE, "ORG", [4], [4]),
      entity("e1", "أحمد", "PER", [0, 1, 2], [0, 2]),
      entity("e2", "موسكو", "LOC", [3], [3]),
    ],
    edges: [
      { a: "e1", b: "e2", weight: 1, alpha: 0.5, units: [[0, 1, 3]] },
      { a: "e1", b: "e3", weight: 1, alpha: 0.5, units: [[2, 4]] },
    ],
    sentences: [4, 5],
    sources: ["الضفة", "الساحل"],
    fold: { أ: "ا" },
  };
}
