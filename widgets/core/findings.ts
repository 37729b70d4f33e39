// Findings as they are kept: put together from two windows, in their order, and as a file.
// `workbench/widgets/tray.py` does the same; one fixture that both are tested on holds them together.
import type { FindingRecord, SpanRecord } from "./contract.ts";

const FORMAT = "riwaya-evidence";
const VERSION = 1;
/** Of the digest of a corpus, where it stands for its name. */
const DIGITS = 8;

const TEXTS = ["id", "corpus", "kind", "name", "facts", "note", "changed"] as const;
const SPAN_TEXTS = ["article", "source", "title", "published", "url", "language", "direction", "text"] as const;

/** Both lists as one: of two records with one id the one changed later counts, whichever list comes first. */
export function merged(one: FindingRecord[], other: FindingRecord[]): FindingRecord[] {
  const found = new Map<string, FindingRecord>();
  for (const record of [...one, ...other]) {
    const there = found.get(record.id);
    if (there === undefined || later(record, there)) found.set(record.id, record);
  }
  return [...found.values()].sort(byRank);
}

/** Those that are still in the tray, in its order. */
export function kept(findings: FindingRecord[]): FindingRecord[] {
  return findings.filter((finding) => !finding.gone).sort(byRank);
}

/** What the corpora of findings are called, by their digests; nothing where all are of one. */
export function corpusNames(findings: FindingRecord[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { corpus, corpus_name } of findings) names.set(corpus, names.get(corpus) || corpus_name || "");
  if (names.size < 2) return new Map();
  const called = [...names.values()];
  const alone = (name: string) => name !== "" && called.indexOf(name) === called.lastIndexOf(name);
  const told = (digest: string, name: string) =>
    alone(name) ? name : [name, [...digest].slice(0, DIGITS).join("")].filter(Boolean).join(" · ");
  return new Map([...names].map(([digest, name]) => [digest, told(digest, name)]));
}

/** Spans that stand behind each other in one article: a quotation with its speaker and its verb. */
export function byArticle(spans: SpanRecord[]): SpanRecord[][] {
  const groups: SpanRecord[][] = [];
  for (const span of spans) {
    const last = groups.at(-1);
    if (last?.[0]?.article === span.article) last.push(span);
    else groups.push([span]);
  }
  return groups;
}

/** The file's text. */
export function dumped(findings: FindingRecord[]): string {
  const records = [...findings].sort(byRank);
  return `${JSON.stringify({ format: FORMAT, version: VERSION, findings: records }, null, 1)}\n`;
}

/** The findings in a file's text; an error that says why where it is none of ours. */
export function parsed(text: string): FindingRecord[] {
  if (text.trim() === "") return [];
  const content = JSON.parse(text) as { format?: string; version?: number; findings?: unknown[] } | null;
  if (content?.format !== FORMAT || !Array.isArray(content.findings)) throw new Error("this is no evidence tray.");
  if ((content.version ?? 0) > VERSION)
    throw new Error(`it was written by a newer Riwaya (format ${content.version}).`);
  const broken = content.findings.findIndex((record) => !isFinding(record));
  if (broken >= 0) throw new Error(`finding ${broken + 1} in it is not complete.`);
  return content.findings as FindingRecord[];
}

const RECORD = /^ {2}\{\n[\s\S]*?^ {2}\}/gm; // a finding as `dumped` writes it

/** The findings that are whole in what two saves at once left of a file. */
export function salvaged(text: string): FindingRecord[] {
  return [...text.matchAll(RECORD)].map(([record]) => whole(record)).filter(isFinding);
}

function whole(record: string): unknown {
  try {
    return JSON.parse(record);
  } catch {
    return undefined;
  }
}

/** Whether something read from a file is a finding with all its fields. */
function isFinding(given: unknown): given is FindingRecord {
  if (!isObject(given)) return false;
  const spans = given["spans"];
  return (
    TEXTS.every((name) => typeof given[name] === "string") &&
    Number.isFinite(given["rank"]) &&
    typeof given["gone"] === "boolean" &&
    ["string", "undefined"].includes(typeof given["corpus_name"]) &&
    isObject(given["selection"]) &&
    Array.isArray(spans) &&
    spans.every(isSpan)
  );
}

function isSpan(given: unknown): boolean {
  return (
    isObject(given) &&
    SPAN_TEXTS.every((name) => typeof given[name] === "string") &&
    Number.isInteger(given["start"]) &&
    Number.isInteger(given["end"])
  );
}

function isObject(given: unknown): given is Record<string, unknown> {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}

/** Of two records changed at the same time any may count, as long as it is the same one in every window. */
function later(one: FindingRecord, other: FindingRecord): boolean {
  if (one.changed !== other.changed) return one.changed > other.changed;
  if (one.gone !== other.gone) return one.gone;
  if (one.rank !== other.rank) return one.rank > other.rank;
  if (one.note !== other.note) return one.note > other.note;
  return canonical(one) > canonical(other);
}

/** A record, or several, as text in which the order of the keys plays no part. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

function byRank(one: FindingRecord, other: FindingRecord): number {
  return one.rank - other.rank || (one.id < other.id ? -1 : 1);
}
