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
    const now = new Date().toISOString();
    this.merge([{ ...found, ...partial, changed: now > found.changed ? now : `${found.changed}+` }]);
  }

  /** Moves a finding by one place, up (-1) or down (1). */
  move(id: string, by: 1 | -1): void {
    const list = this.findings;
    const at = list.findIndex((one) => one.id === id);
    const [there, beyond] = [list[at + by], list[at + 2 * by]];
    if (at < 0 || there === undefined) return;
    const rank = beyond === undefined ? there.rank + by : (there.rank + beyond.rank) / 2;
    this.change(id, { rank });
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

const KEY = Symbol.for("riwaya.tray");

/** The tray of this page: one for all views, whichever bundle they come from. */
export function pageTray(): Tray {
  const place = globalThis as unknown as Record<symbol, Tray | undefined>;
  place[KEY] ??= new Tray();
  return place[KEY];
}
