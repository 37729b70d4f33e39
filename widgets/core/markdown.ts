// The evidence tray as Markdown. `workbench/widgets/exports/markdown.py` writes the same for those who call it there.
import type { FindingRecord, Labels, SpanRecord } from "./contract.ts";
import { byArticle, corpusNames } from "./findings.ts";

const ACTS = /[\\`*_[\]<>#|~&$]/gu;
const BEGINS = /^([ \t]*[0-9]*)([-+=:.)])/gmu;
const LINES = /\r\n|\r|\n/u;
const ADDRESS = /^https?:\/\/[^\s<>"]+$/iu;

/** What is in the tray, in the order given; each piece of text isolated, so that directions do not mix. */
export function markdown(findings: FindingRecord[], labels: Labels): string {
  const parts = [`# ${word(labels, "title")}`, escaped(word(labels, "offsets_note"))];
  const names = corpusNames(findings);
  findings.forEach((finding, index) => {
    parts.push(...section(finding, index + 1, labels, names.get(finding.corpus) ?? ""));
  });
  return `${parts.join("\n\n")}\n`;
}

function section(finding: FindingRecord, number: number, labels: Labels, corpus: string): string[] {
  const parts = [`## ${number}. ${word(labels, `kind_${finding.kind}`)}: ${isolated(finding.name)}`];
  if (finding.facts) parts.push(escaped(finding.facts));
  if (corpus) parts.push(`${word(labels, "corpus")}: ${isolated(corpus)}`);
  for (const spans of byArticle(finding.spans)) {
    parts.push(...spans.filter(({ text }) => text).map(({ text }) => quoted(text)));
    parts.push(source(spans, labels));
  }
  const note = finding.note.trim();
  if (note) parts.push(`**${word(labels, "note")}:** ${escaped(note)}`);
  return parts;
}

function quoted(text: string): string {
  return escaped(text)
    .split(LINES)
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}

/** Where words of one article stand, in one line. */
function source(spans: SpanRecord[], labels: Labels): string {
  const [span] = spans as [SpanRecord, ...SpanRecord[]];
  const parts = [span.source, span.title, moment(span.published)].filter(Boolean).map(isolated);
  if (ADDRESS.test(span.url)) parts.push(`<${span.url}>`);
  const places = spans.filter(({ start, end }) => end > start).map(({ start, end }) => `${start}–${end}`);
  if (places.length > 0) {
    const place = word(labels, "place").replace("{places}", `\u2068${places.join(", ")}\u2069`);
    parts.push(place.replace("{article}", () => isolated(span.article)));
  }
  return `— ${parts.join(" · ")}`;
}

/** A date as ISO 8601, with its hour where one is stated. */
function moment(published: string): string {
  const [day, hour] = [published.slice(0, 10), published.slice(11, 16)];
  return hour === "" || hour === "00:00" ? day : `${day} ${hour}`;
}

/** A value within a line, so that nothing in it begins one. */
function isolated(text: string): string {
  return `\u2068${inline(text.split(LINES).join(" "))}\u2069`;
}

function inline(text: string): string {
  return text.replace(ACTS, (character) => `\\${character}`);
}

/** Text that says in Markdown what it says. */
function escaped(text: string): string {
  return inline(text).replace(BEGINS, "$1\\$2");
}

function word(labels: Labels, key: string): string {
  return labels.sections["tray"]?.[key] ?? key;
}
