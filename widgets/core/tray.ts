// The evidence tray of a page: what was pinned in any view, in the order that the reader gave it.
import type { FindingRecord, Selection, SpanRecord, Story } from "./contract.ts";
import { EMPTY_SELECTION } from "./contract.ts";
import { kept, merged } from "./findings.ts";

export type TrayListener = (findings: FindingRecord[]) => void;

/** What a view gives to be pinned; the tray adds the rest. */
export interface Pinned {
  kind: string;
  name: string;
  facts: string;
  spans: SpanRecord[];
  selection: Partial<Selection>;
}

export class Tray {
  #all: FindingRecord[] = [];
  readonly #listeners = new Set<TrayListener>();

  /** What is in the tray, in its order. */
  get findings(): FindingRecord[] {
    return kept(this.#all);
  }

  /** That, and what was taken out: what a file or another window needs to know. */
  get all(): FindingRecord[] {
    return this.#all;
  }

  pin(story: Story, given: Pinned): FindingRecord {
    const finding: FindingRecord = {
      ...given,
      id: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`,
      corpus: story.digest,
      corpus_name: story.name,
      selection: { ...EMPTY_SELECTION, ...given.selection },
      note: "",
      rank: 1 + Math.max(0, ...this.findings.map(({ rank }) => rank)),
      changed: new Date().toISOString(),
      gone: false,
    };
    this.merge([finding]);
    return finding;
  }

  /** Changes a finding: its note, its rank, or whether it is gone. */
  change(id: string, partial: Partial<Pick<FindingRecord, "note" | "rank" | "gone">>): void {
    const found = this.#all.find((one) => one.id === id);
    if (found === undefined) return;
    this.merge([{ ...found, ...partial, changed: later(found.changed) }]);
  }

  /** Moves a finding by one place, up (-1) or down (1). */
  move(id: string, by: 1 | -1): void {
    const at = this.findings.findIndex((one) => one.id === id);
    if (at >= 0 && this.findings[at + by] !== undefined) this.place(id, at + by);
  }

  /** Moves a finding to a place, counted from 0 among all that are in the tray. */
  place(id: string, index: number): void {
    const list = this.findings;
    const others = list.filter((one) => one.id !== id);
    if (others.length === list.length || list[index]?.id === id) return;
    const [before, after] = [others[index - 1]?.rank, others[index]?.rank];
    const rank = between(before, after);
    if (rank !== before && rank !== after) this.change(id, { rank });
    else this.#number([...others.slice(0, index), ...list.filter((one) => one.id === id), ...others.slice(index)]);
  }

  /** Ranks from 1 on, where there is no number left between two that were halved too often. */
  #number(findings: FindingRecord[]): void {
    const changed = findings.map((finding, index) => ({
      ...finding,
      rank: index + 1,
      changed: later(finding.changed),
    }));
    this.merge(changed);
  }

  /** Takes in what another view, window or file has; whoever listens is told only of what differs. */
  merge(findings: FindingRecord[]): void {
    const next = merged(this.#all, findings);
    if (JSON.stringify(next) === JSON.stringify(this.#all)) return;
    this.#all = next;
    for (const listener of [...this.#listeners]) listener(this.findings);
  }

  subscribe(listener: TrayListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** A time for a change of what was changed at `before`, after it even where the clock says otherwise. */
function later(before: string): string {
  const now = new Date().toISOString();
  return now > before ? now : `${before}+`;
}

function between(before: number | undefined, after: number | undefined): number {
  if (before === undefined) return (after ?? 2) - 1;
  return after === undefined ? before + 1 : (before + after) / 2;
}

const KEY = Symbol.for("riwaya.tray");

/** The tray of this page: one for all views, whichever bundle they come from. */
export function pageTray(): Tray {
  const place = globalThis as unknown as Record<symbol, Tray | undefined>;
  place[KEY] ??= new Tray();
  return place[KEY];
}
