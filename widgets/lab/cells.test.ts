import { describe, expect, it } from "vitest";
import type { FindingRecord } from "../core/contract.ts";
import { EMPTY_SELECTION } from "../core/contract.ts";
import { findingCell, firstCells, folderCells, notebookOf, pagesCells, pythonString } from "./cells.ts";
import { escaped, findingMarkdown } from "./markdown.ts";
import { Words } from "./words.ts";

const english = new Words("en");
const arabic = new Words("ar-SA");

const SPAN = {
  article: "a1",
  source: "أفق [النخيل]",
  title: "عودة الميناء",
  published: "2025-02-12",
  url: "https://example.org/a b",
  language: "ar",
  direction: "rtl",
  start: 3,
  end: 9,
  text: "لن يتوقف\nالميناء $5$",
};

const FINDING: FindingRecord = {
  id: "f1",
  corpus: "d1",
  kind: "quote",
  name: "سالم\nالورداني",
  facts: "2 outlets",
  spans: [SPAN],
  selection: { ...EMPTY_SELECTION, quote: "q1", pair: ["a1", "a2"], origin: "quotes" },
  note: "first\n\n# second",
  rank: 1,
  changed: "2025-02-12T10:00:00.000Z",
  gone: false,
};

describe("a Python string", () => {
  it("stays one line with the same characters", () => {
    expect(pythonString("صحف اليوم")).toBe('"صحف اليوم"');
    expect(pythonString('a"b\\c\n\t')).toBe('"a\\"b\\\\c\\n\\t"');
    expect(pythonString("\u2028\u202e\u0000\ud800")).toBe('"\\u2028\\u202e\\u0000\\ud800"');
    expect(pythonString("😀 '")).toBe('"😀 \'"');
  });
});

describe("the cells", () => {
  it("load a folder beside the notebook, and switch the language where it is not English", () => {
    const [, code] = folderCells(arabic, 'صحف "1"', 'صحف "1"');
    expect(code?.source).toContain('wb.language("ar")');
    expect(code?.source).toContain('corpus = wb.load("صحف \\"1\\"")');
    expect(folderCells(english, "a", "a").some(({ source }) => source.includes("wb.language"))).toBe(false);
  });

  it("load chosen pages", () => {
    expect(pagesCells(english, "a", ["a.html", "b'.txt"])[1]?.source).toContain(
      'wb.load([\n    "a.html",\n    "b\'.txt",\n])',
    );
  });

  it("make a notebook for a kernel that speaks Python", () => {
    const kernels = {
      default: "ir",
      kernelspecs: {
        ir: { language: "R", display_name: "R" },
        py: { language: "python", display_name: "Py" },
      },
    };
    const made = notebookOf(firstCells(english), kernels) as { metadata: object; cells: { id: string }[] };
    expect(made.metadata).toEqual({ kernelspec: { name: "py", display_name: "Py", language: "python" } });
    expect(new Set(made.cells.map(({ id }) => id)).size).toBe(4);
  });

  it("open a finding again", () => {
    const { source } = findingCell(english, FINDING);
    expect(source.split("\n")[0]).toBe("# Opens the finding again: سالم الورداني");
    expect(source).toContain('"quote": "q1"');
    expect(source).toContain('"pair": ["a1", "a2"]');
    expect(source).not.toContain("origin");
  });
});

describe("Markdown", () => {
  it("shows marks as they are", () => {
    expect(escaped("a_b *c* <i> $x$ [d]\n# e")).toBe("a\\_b \\*c\\* &lt;i\\> \\$x\\$ \\[d\\] \\# e");
    expect(escaped("1. x")).toBe("1\\. x");
    expect(escaped("- x")).toBe("\\- x");
  });

  it("brings the words, where they stand and the note", () => {
    const text = findingMarkdown(FINDING, english);
    expect(text).toMatch(/^<div dir="rtl" align="right">\n\n### سالم الورداني\n\nQuotation · 2 outlets/);
    expect(text).toContain(
      "> لن يتوقف الميناء \\$5\\$\n>\n> — أفق \\[النخيل\\]، [عودة الميناء](<https://example.org/a%20b>)، ",
    );
    const mixed = { ...FINDING, spans: [{ ...SPAN, direction: "ltr" }, SPAN] };
    expect(findingMarkdown(mixed, english)).toMatch(/^### [\s\S]*<div dir="rtl" align="right">\n\n> لن/);
    expect(text).toContain("first\n\n\\# second");
    const link = findingMarkdown({ ...FINDING, spans: [{ ...SPAN, url: "javascript:alert(1)" }] }, english);
    expect(link).not.toContain("javascript");
  });
});
