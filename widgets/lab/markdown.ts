// Findings as Markdown: what a researcher pastes into a draft, with the words, the outlet, the title and the date.
import type { FindingRecord, SpanRecord } from "../core/contract.ts";
import { safeAddress } from "../core/dom.ts";
import { formatDate } from "../core/labels.ts";
import { kindOf } from "./kinds.ts";
import type { Words } from "./words.ts";

/** A text of one line that Markdown shows as it is. */
export function escaped(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .trim()
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/[\\`*_[\]>#|~$]/g, "\\$&")
    .replace(/^([-+=])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** All findings, one after the other. */
export function markdownOf(findings: FindingRecord[], words: Words): string {
  return `${findings.map((finding) => findingMarkdown(finding, words)).join("\n\n")}\n`;
}

/** One finding: its name, its facts, its words with where they stand, and the note. */
export function findingMarkdown(finding: FindingRecord, words: Words): string {
  const facts = [kindOf(finding, words), finding.facts].filter(Boolean).map(escaped).join(" · ");
  const note = finding.note.split(/\n{2,}/).map(escaped);
  const parts = [`### ${escaped(finding.name)}`, facts, ...finding.spans.map((span) => quoted(span, words)), ...note];
  return parts.filter(Boolean).join("\n\n");
}

function quoted(span: SpanRecord, words: Words): string {
  const title = span.title && escaped(span.title);
  const linked = title && safeAddress(span.url) ? `[${title}](<${address(span.url)}>)` : title;
  const date = span.published && formatDate(words.labels, span.published);
  const where = [escaped(span.source), linked, date]
    .filter(Boolean)
    .join(words.labels.direction === "rtl" ? "، " : ", ");
  const text = `> ${escaped(span.text)}\n>\n> — ${where}`;
  return span.direction === "rtl" ? `<div dir="rtl">\n\n${text}\n\n</div>` : text;
}

function address(url: string): string {
  return url.trim().replaceAll(/[<>\s\\]/g, (char) => encodeURIComponent(char));
}
