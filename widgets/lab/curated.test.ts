import { describe, expect, it } from "vitest";
import { inLanguage } from "./curated.ts";

const one = (name: string, language: string) => ({ name, title: name, language });
const ALL = [one("00", "en"), one("01", "en"), one("01-ar", "ar")];

describe("the notebooks that came along", () => {
  it("begin with those in the reader's language, where there are any", () => {
    expect(inLanguage(ALL, "ar").map(({ name }) => name)).toEqual(["01-ar", "00", "01"]);
    expect(inLanguage(ALL, "en").map(({ name }) => name)).toEqual(["00", "01"]);
    expect(inLanguage(ALL, "fr").map(({ name }) => name)).toEqual(["00", "01"]);
  });
});
