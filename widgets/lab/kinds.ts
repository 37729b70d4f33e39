// What a finding is, in words.
import type { FindingRecord } from "../core/contract.ts";
import type { Key, Words } from "./words.ts";

const KINDS: Record<string, Key> = {
  entity: "kind_entity",
  tie: "kind_tie",
  quote: "kind_quote",
  lineage: "kind_lineage",
  passage: "kind_passage",
  reworded: "kind_reworded",
  pair: "kind_pair",
  article: "kind_article",
  span: "kind_span",
};

export function kindOf(finding: FindingRecord, words: Words): string {
  const key = KINDS[finding.kind];
  return key === undefined ? finding.kind : words.text(key);
}
