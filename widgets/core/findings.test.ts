import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { FindingRecord, Labels } from "./contract.ts";
import { dumped, kept, merged, parsed } from "./findings.ts";
import { markdown } from "./markdown.ts";

interface Case {
  one: FindingRecord[];
  other: FindingRecord[];
  file: string;
  language: string;
  markdown: string;
}

const given = JSON.parse(readFileSync("../tests/data/tray/cases.json", "utf-8")) as {
  labels: Record<string, Record<string, string>>;
  cases: Case[];
};

describe("trays that Python put together", () => {
  it.each(given.cases.map((one, number) => ({ ...one, number })))("are the same here: $number", (one) => {
    const file: unknown = JSON.parse(one.file);
    expect(JSON.parse(dumped(merged(one.one, one.other)))).toEqual(file);
    expect(JSON.parse(dumped(merged(one.other, one.one)))).toEqual(file);
    expect(JSON.parse(dumped(parsed(one.file)))).toEqual(file);
  });

  it.each(given.cases.map((one, number) => ({ ...one, number })))("are the same as Markdown: $number", (one) => {
    const labels: Labels = {
      language: one.language,
      direction: "ltr",
      sections: { tray: given.labels[one.language] ?? {} },
    };
    expect(markdown(kept(merged(one.one, one.other)), labels)).toBe(one.markdown);
  });
});

describe("a file that is none of ours", () => {
  const whole = given.cases.flatMap(({ one }) => one).find(({ spans }) => spans.length > 0) as FindingRecord;
  const file = (findings: unknown, version: unknown = 1) =>
    JSON.stringify({ format: "riwaya-evidence", version, findings });

  it.each([
    ["{}", "no evidence tray"],
    ["null", "no evidence tray"],
    [file({}), "no evidence tray"],
    [file([], 2), "newer"],
    [file([whole, 3]), "finding 2"],
    [file([{ ...whole, rank: "1" }]), "finding 1"],
    [file([{ ...whole, spans: [{ ...whole.spans[0], start: 0.5 }] }]), "finding 1"],
    [file([{ ...whole, note: undefined }]), "finding 1"],
  ])("is refused and says why: %s", (text, why) => {
    expect(() => parsed(text)).toThrow(why);
  });

  it("may be empty, or not there yet", () => {
    expect(parsed(" \n")).toEqual([]);
    expect(parsed(file([whole]))).toHaveLength(1);
  });
});
