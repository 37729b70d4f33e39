// A small story for the tests of the views. The outlets, the people and their words are invented.

import type { Context, View } from "./context.ts";
import {
  type ArticleRecord,
  type BlockRecord,
  EMPTY_SELECTION,
  type Labels,
  type MarkRecord,
  type MomentRecord,
  type PairRecord,
  type PassageRecord,
  type Shares,
  type Story,
} from "./contract.ts";
import { mount } from "./render.ts";
import { Store } from "./store.ts";
import { Tray } from "./tray.ts";

export const HOSTILE = `<img src=x onerror="window.pwned=1"></script>`;

const SECTIONS = {
  messages: { n_of_total: "{n} من {total}", words_n: "الكلمات: {n}", no_match: "لا نتائج", error: "حدث خطأ" },
  actions: { clear: "مسح", next_mark: "التالي", previous_mark: "السابق", show_more: "المزيد: {n}" },
  kinds: { direct: "مباشر", related: "ذات صلة" },
};

export const LABELS: Labels = { language: "ar", direction: "rtl", sections: SECTIONS };

const MARKS: [string, string, MarkRecord["layer"], string, string, string][] = [
  ["m0", "p1", "entity", "e1", "PER", "سامر النجار"],
  ["q:q1", "p1", "quote", "q1", "direct", "وصلت السفينة إلى الواحة"],
  ["m1", "p1", "entity", "e2", "LOC", "الواحة"],
  ["a:s1", "p1", "passage", "s1", "", "إلى الواحة"],
  ["m2", "p2", "entity", "e1", "PER", "النجار"],
  ["b:s1", "p2", "passage", "s1", "", "إلى الواحة"],
  ["s:q1", "p1", "speaker", "q1", "direct", "سامر النجار"],
];

/** A story of nothing, for tests to put into it what they need. */
export const EMPTY_STORY: Story = {
  digest: "empty",
  name: "",
  stale: [],
  articles: [],
  marks: [],
  reasons: [],
  entities: [],
  edges: [],
  sentences: [],
  quotes: [],
  rejected: [],
  lineages: [],
  pairs: [],
  passages: [],
  meaning: false,
  reworded: [],
  reworded_pairs: [],
  sources: [],
  shares: shares([]),
  when: { moments: [], copies: [], statements: [] },
  fold: {},
  particles: { before: [], after: [], shortest: 3 },
};

/** Two articles, two entities, a quotation and a shared passage; marks nest and touch. */
export function story(): Story {
  return {
    ...EMPTY_STORY,
    digest: "fixture",
    articles: [first(), second()],
    marks: MARKS.map(([id, article, layer, ref, type, text]) => {
      return {
        id,
        article,
        layer,
        ref,
        type,
        rule: "hand",
        why: -1,
        start: 0,
        end: text.length,
        before: "قبل ",
        text,
        after: " بعد",
      };
    }),
    entities: [entity("e1", "سامر النجار", [0, 4]), entity("e2", "الواحة", [2])],
    edges: [{ a: "e1", b: "e2", weight: 1, alpha: 0.5, units: [[0, 2]] }],
    sentences: [1, 1],
    quotes: [quote("q1", "p1", "e1", "وصلت السفينة إلى الواحة", 1)],
    pairs: [shared("p1", "p2", { words: 2, a_in_b: 0.4, b_in_a: 0.5, first: "p1", first_by: "date" })],
    passages: [passage("s1", "p1", "p2", { mark_a: 3, mark_b: 5 })],
    sources: ["الضفة", "المرفأ"],
    particles: { before: ["وال", "لل", "ال", "و", "ل"], after: ["'s"], shortest: 3 },
    when: { moments: ["p1", "p2"].map(dated), copies: [], statements: [] },
    fold: { أ: "ا", إ: "ا", ة: "ه", "\u0651": "" },
  };
}

/** When an article was published: only the day is known. */
export function dated(article: string): MomentRecord {
  const [start, end] = ["2025-02-12T00:00:00.000", "2025-02-13T00:00:00.000"];
  return { article, stated: "day", start, end, zoned: false, head_start: 0, head_end: 6 };
}

/** Two articles that share text. */
export function shared(a: string, b: string, known: Partial<PairRecord> = {}): PairRecord {
  return { a, b, words: 0, a_in_b: 0, b_in_a: 0, first: "", first_by: "", likely_source: "", ...known };
}

/** A passage that two articles share word for word. */
export function passage(id: string, a: string, b: string, known: Partial<PassageRecord> = {}): PassageRecord {
  const alike = { words: 2, similarity: 1, boilerplate: false, differs: false, pieces_a: [], pieces_b: [] };
  return { id, a, b, mark_a: 0, mark_b: 0, ...alike, ...known };
}

/** What the outlets share, in no order but their own. */
export function shares(source: Shares["source"], known: Partial<Shares> = {}): Shares {
  const clusters = { order: [], sizes: [] };
  return { source, reworded: [], source_clusters: clusters, article_clusters: clusters, boilerplate: [], ...known };
}

/** A quotation; `mark` is its position among the marks. */
export function quote(id: string, article: string, speaker: string, text: string, mark: number) {
  const facts = { kind: "direct", cue: "قال", stance: "neutral", rule: "marks", flags: "", lineage: id, verdict: "" };
  const name = speaker ? "سامر النجار" : "";
  const source = article === "p1" ? "الضفة" : "المرفأ";
  const folded = `${text} ${name}`.replaceAll("إ", "ا").replaceAll("ة", "ه");
  const around = { before: "قال: «", after: "».", folded, mark, coders: [] };
  return { id, article, source, text, speaker, speaker_name: name, speaker_text: name, ...facts, ...around };
}

/** What a view is given where nobody answers: no kernel, an empty tray, nothing to remember. */
export function alone() {
  return { ask: null, tray: new Tray(), memory: new Map<string, unknown>() };
}

/** A view drawn on a story in the document. */
export function draw(view: View, given: Story = story(), labels: Labels = LABELS) {
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  const store = new Store({ ...EMPTY_SELECTION });
  const context: Context = { root, story: given, labels, store, options: {}, ...alone() };
  return { ...context, dispose: mount(view, context) };
}

function entity(id: string, name: string, marks: number[]) {
  const counts = { mentions: marks.length, articles: 1, sources: ["الضفة"] };
  return { id, name, type: "PER", aliases: [], ...counts, marks, units: marks, x: 0, y: 0, folded: name };
}

function first(): ArticleRecord {
  const pieces: Piece[] = [
    ["سامر النجار", [6, 0]],
    [": «", []],
    ["وصلت السفينة ", [1]],
    ["إلى ", [1, 3]],
    ["الواحة", [1, 3, 2]],
    ["»", []],
  ];
  const body = block("body", "", 0, pieces);
  return page("p1", "الضفة", [body, block("related", "related heading", body.end + 1, [["خبر آخر", []]])]);
}

function second(): ArticleRecord {
  const pieces: Piece[] = [
    ["النجار", [4]],
    [" يصل ", []],
    ["إلى الواحة", [5]],
  ];
  return page("p2", "المرفأ", [block("body", "", 0, pieces)]);
}

type Piece = [string, number[]];

/** A block that begins at `start`, of texts with the marks on them. */
export function block(kind: string, rule: string, start: number, pieces: Piece[]): BlockRecord {
  let end = start;
  const segments = pieces.map(([text, marks]) => {
    const segment = { start: end, text, marks };
    end += [...text].length;
    return segment;
  });
  return { start, end, kind, rule, segments };
}

function page(id: string, source: string, blocks: ArticleRecord["blocks"]): ArticleRecord {
  const facts = { title: `خبر ${id}`, published: "2025-02-12", author: "", url: "", words: 5 };
  return { id, source, ...facts, language: "ar", direction: "rtl", blocks };
}
