// A story of several outlets for the tests of the finder. The outlets, the people and their words are invented.
import type { ArticleRecord, Labels, LineageRecord, QuoteRecord, Story } from "../core/contract.ts";
import { LABELS, quote, story } from "../core/fixture.ts";

const FINDER = {
  cite_words: "«{text}»",
  cite_title: "«{title}»",
  cite_comma: "، ",
  cite_place: "{article}، {start}-{end}",
  judged_n: "{n} من {total}",
  judged_n_by: "{coder}: {n} من {total}",
  said_copied: "تم النسخ",
};

/** The labels of the other tests, and those of the finder that put values together. */
export const WORDS: Labels = { ...LABELS, sections: { ...LABELS.sections, finder: FINDER } };

/** Three quotations of two outlets, one of them indirect and distancing. */
export function several(): Story {
  const quotes = [
    quote("q1", "p1", "e1", "وصلت السفينة إلى الواحة", 1),
    { ...quote("q2", "p2", "", "تأخرت الإدارة", 4), kind: "indirect", stance: "distancing", flags: "unnamed" },
    quote("q3", "p2", "e1", "نعم", 5),
  ];
  return { ...story(), quotes };
}

/** As many quotations as told, of which every seventh is of a longer text. */
export function many(count: number): Story {
  const quotes = Array.from({ length: count }, (_, n) =>
    quote(
      `q${n}`,
      n % 3 ? "p1" : "p2",
      n % 2 ? "e1" : "",
      `قول ${n} ${n % 7 ? "" : "وللسفينة كلام طويل ".repeat(9)}`,
      1,
    ),
  );
  return { ...story(), quotes };
}

/** One statement in three wordings: two Arabic ones, of which the first is shorter, and an English one. */
export function traced(): Story {
  const given = several();
  const [first, , third] = given.quotes as [QuoteRecord, QuoteRecord, QuoteRecord];
  const english = { ...quote("q4", "p3", "e1", "Yes, at noon", 1), source: "Harbour Post", cue: "said" };
  const wording = { against: "", similarity: 1, first: false, pieces: [] };
  const pieces = [
    { op: "cut", text: "نعم وصلت ", other: "" },
    { op: "spelling", text: "الواحة", other: "الواحه" },
    { op: "same", text: " في ", other: "" },
    { op: "added", text: "الظهر", other: "" },
  ];
  const lineage: LineageRecord = {
    id: "l1",
    speaker: "e1",
    speaker_name: "سامر النجار",
    fullest: "q1",
    first: "published",
    wordings: [
      { ...wording, quote: "q3", against: "q1", similarity: 0.5, first: true, pieces },
      { ...wording, quote: "q1" },
      { ...wording, quote: "q4" },
    ],
    silent: [{ source: "المرفأ", carries: "names", quotes: 0, mentions: 2, articles: ["p2"] }],
    reasons: [{ a: "q1", b: "q3", why: [{ code: "words", values: { share: "64%" } }] }],
  };
  const quotes = [first, third, english].map((one) => ({ ...one, lineage: "l1" }));
  const page = {
    ...(given.articles[0] as ArticleRecord),
    id: "p3",
    source: "Harbour Post",
    language: "en",
    direction: "ltr",
  };
  return { ...given, articles: [...given.articles, page], quotes, lineages: [lineage] };
}

/** What one coder has accepted, and what he, the rules and another have rejected. */
export function judged(): Story {
  const given = several();
  const [first, ...others] = given.quotes as [QuoteRecord, ...QuoteRecord[]];
  const accepted = { ...first, verdict: "accepted", coders: ["ليلى"] };
  const one = { article: "p1", source: "الضفة", text: "وصلت السفينة", mark: 1, folded: " وصلت السفينه " };
  const why = { code: "", values: {} };
  const rejected = [
    { ...one, quote: "q9", reason: why, coders: ["عمر"] },
    { ...one, quote: "", reason: { code: "scare_word", values: {} }, coders: [], mark: 3 },
  ];
  return { ...given, quotes: [accepted, ...others], rejected };
}
