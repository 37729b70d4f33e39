// Findings as they are kept: put together from two windows, in their order, and as a file.
import type { FindingRecord } from "./contract.ts";

const FORMAT = "riwaya-evidence";
const VERSION = 1;

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

/** The file's text. */
export function dumped(findings: FindingRecord[]): string {
  const records = [...findings].sort(byRank);
  return `${JSON.stringify({ format: FORMAT, version: VERSION, findings: records }, null, 1)}\n`;
}

/** The findings in a file's text; an error that says why where it is none of ours. */
export function parsed(text: string): FindingRecord[] {
  if (text.trim() === "") return [];
  const content = JSON.parse(text) as { format?: string; version?: number; findings?: FindingRecord[] };
  if (content?.format !== FORMAT || !Array.isArray(content.findings)) throw new Error("this is no evidence tray.");
  if ((content.version ?? 0) > VERSION)
    throw new Error(`it was written by a newer Riwaya (format ${content.version}).`);
  return content.findings;
}

function later(one: FindingRecord, other: FindingRecord): boolean {
  if (one.changed !== other.changed) return one.changed > other.changed;
  return JSON.stringify(one) > JSON.stringify(other);
}

function byRank(one: FindingRecord, other: FindingRecord): number {
  return one.rank - other.rank || (one.id < other.id ? -1 : 1);
}
