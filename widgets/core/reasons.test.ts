import { describe, expect, it } from "vitest";
import { Refusal } from "./ask.ts";
import type { Labels } from "./contract.ts";
import { reasonText, refusalText, rulesText, ruleText } from "./reasons.ts";

const LABELS: Labels = {
  language: "ar",
  direction: "rtl",
  sections: {
    rule_block: { class: "صنف عنصر HTML: {name}", known_title: "العنوان الذي تذكره الصفحة" },
    rule_quote: { verb_after: "المتحدث بعد فعل القول" },
    flag: { unknown_name: "اسم لا تعرفه القوائم" },
    why_one: { both_on: "كلاهما عن: {words}", words: "كلمات مشتركة: {share}" },
    errors: { name_taken: "يوجد من يسمى {name}." },
  },
};
const plain = (text: string) => text.replaceAll(/[\u2068\u2069]/gu, "");

describe("rules", () => {
  it("are said in the labels' words, by their name or by the family that begins it", () => {
    expect(ruleText(LABELS, "rule_block", "known_title")).toBe("العنوان الذي تذكره الصفحة");
    expect(plain(ruleText(LABELS, "rule_block", "class_author"))).toBe("صنف عنصر HTML: author");
    expect(rulesText(LABELS, { rule: "verb after", flags: "unknown-name" })).toEqual([
      "المتحدث بعد فعل القول",
      "اسم لا تعرفه القوائم",
    ]);
  });

  it("that no label knows, or that are called as what every object has, stay as they are", () => {
    for (const rule of ["of another engine", "constructor", ""]) {
      expect(ruleText(LABELS, "rule_block", rule)).toBe(rule);
    }
  });
});

describe("reasons", () => {
  it("take the values of the labels' language", () => {
    const values = { words: "leader", words_ar: "زعيم", words_en: "leader" };
    expect(plain(reasonText(LABELS, "why_one", { code: "both_on", values }))).toBe("كلاهما عن: زعيم");
    expect(plain(reasonText(LABELS, "why_one", { code: "words", values: { share: "64%" } }))).toBe("كلمات مشتركة: 64%");
    expect(reasonText(LABELS, "why_one", { code: "new_one", values: {} })).toBe("new one");
  });
});

describe("refusals", () => {
  it("are said in the labels' words where they have a code that these know", () => {
    const told = { message: "'e2' is called 'هدى' already.", hint: "entities.merge", values: { name: "هدى" } };
    const known = refusalText(LABELS, new Refusal({ ...told, code: "name_taken" }));
    expect([plain(known.message), known.hint]).toEqual(["يوجد من يسمى هدى.", ""]);
    const other = refusalText(LABELS, new Refusal({ ...told, code: "of_later" }));
    expect([other.message, other.hint]).toEqual([told.message, told.hint]);
    expect(refusalText(LABELS, new Error("lost")).message).toBe("lost");
  });
});
