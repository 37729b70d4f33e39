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

/** Markdown in the direction of its words; `align` because Lab's own style aligns all to the left. */
export function directed(text: string, direction: string, around = "ltr"): string {
  if (direction === around) return text;
  const [dir, align] = direction === "rtl" ? ["rtl", "right"] : ["ltr", "left"];
  return `<div dir="${dir}" align="${align}">\n\n${text}\n\n</div>`;
}

/** One finding: its name, its facts, its words with where they stand, and the note. */
export function findingMarkdown(finding: FindingRecord, words: Words): string {
  const facts = [kindOf(finding, words), finding.facts].filter(Boolean).map(escaped).join(" · ");
  const note = finding.note.split(/\n{2,}/).map(escaped);
  const own = finding.spans[0]?.direction ?? words.labels.direction;
  const quotations = finding.spans.map((span) => directed(quoted(span, words), span.direction, own));
  const parts = [`### ${escaped(finding.name)}`, facts, ...quotations, ...note];
  return directed(parts.filter(Boolean).join("\n\n"), own);
}

function quoted(span: SpanRecord, words: Words): string {
  const title = span.title && escaped(span.title);
  const linked = title && safeAddress(span.url) ? `[${title}](<${address(span.url)}>)` : title;
  const date = span.published && formatDate(words.labels, span.published);
  const where = [escaped(span.source), linked, date].filter(Boolean).join(span.direction === "rtl" ? "، " : ", ");
  return `> ${escaped(span.text)}\n>\n> — ${where}`;
}

function address(url: string): string {
  return url.trim().replaceAll(/[<>\s\\]/g, (char) => encodeURIComponent(char));
}
