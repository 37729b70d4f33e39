// A small story for the tests of the views. The outlets, the people and their words are invented.

import type { Context, View } from "./context.ts";
import {
  type ArticleRecord,
  EMPTY_SELECTION,
  type Labels,
  type MarkRecord,
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

/** Two articles, two entities, a quotation and a shared passage; marks nest and touch. */
export function story(): Story {
  return {
    digest: "fixture",
    articles: [first(), second()],
    marks: MARKS.map(([id, article, layer, ref, type, text]) => {
      return { id, article, layer, ref, type, start: 0, end: text.length, before: "قبل ", text, after: " بعد" };
    }),
    entities: [entity("e1", "سامر النجار", [0, 4]), entity("e2", "الواحة", [2])],
    edges: [{ a: "e1", b: "e2", weight: 1, alpha: 0.5, units: [[0, 2]] }],
    quotes: [quote("q1", "p1", "e1", "وصلت السفينة إلى الواحة", 1)],
    pairs: [shared("p1", "p2", { words: 2, a_in_b: 0.4, b_in_a: 0.5, first: "p1", first_by: "date" })],
    passages: [passage("s1", "p1", "p2", { mark_a: 3, mark_b: 5 })],
    sources: ["الضفة", "المرفأ"],
    shares: shares([]),
    fold: { أ: "ا", إ: "ا", ة: "ه", "\u0651": "" },
  };
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
  return { source, source_clusters: clusters, article_clusters: clusters, boilerplate: [], ...known };
}

/** A quotation; `mark` is its position among the marks. */
export function quote(id: string, article: string, speaker: string, text: string, mark: number) {
  const facts = { kind: "direct", cue: "قال", stance: "neutral", rule: "marks", flags: "", lineage: id, verdict: "" };
  const name = speaker ? "سامر النجار" : "";
  const source = article === "p1" ? "الضفة" : "المرفأ";
  const folded = `${text} ${name}`.replaceAll("إ", "ا").replaceAll("ة", "ه");
  const around = { before: "قال: «", after: "».", folded, mark };
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
  return { id, name, type: "PER", aliases: [], ...counts, marks, x: 0, y: 0, folded: name };
}

function first(): ArticleRecord {
  const segments = [
    { text: "سامر النجار", marks: [6, 0] },
    { text: ": «", marks: [] },
    { text: "وصلت السفينة ", marks: [1] },
    { text: "إلى ", marks: [1, 3] },
    { text: "الواحة", marks: [1, 3, 2] },
    { text: "»", marks: [] },
  ];
  const related = { kind: "related", rule: "related heading", segments: [{ text: "خبر آخر", marks: [] }] };
  return page("p1", "الضفة", [{ kind: "body", rule: "", segments }, related]);
}

function second(): ArticleRecord {
  const segments = [
    { text: "النجار", marks: [4] },
    { text: " يصل ", marks: [] },
    { text: "إلى الواحة", marks: [5] },
  ];
  return page("p2", "المرفأ", [{ kind: "body", rule: "", segments }]);
}

function page(id: string, source: string, blocks: ArticleRecord["blocks"]): ArticleRecord {
  const facts = { title: `خبر ${id}`, published: "2025-02-12", author: "", url: "", words: 5 };
  return { id, source, ...facts, language: "ar", direction: "rtl", blocks };
}
