// One selection for a page: views on the same corpus share a store, whichever bundle they come from.
import { EMPTY_SELECTION, type Selection, type Story } from "./contract.ts";

export type Listener<T> = (state: T, previous: T) => void;

/** A value that views read, change and listen to; `origin` in it names who changed it last. */
export class Store<T extends { origin: string | null }> {
  #state: T;
  readonly #listeners = new Set<Listener<T>>();

  constructor(state: T) {
    this.#state = state;
  }

  get(): T {
    return this.#state;
  }

  /** Changes some fields; nobody is told when none of them differs. */
  set(partial: Partial<T>, origin: string): void {
    const previous = this.#state;
    const next = { ...previous, ...partial, origin };
    if (same({ ...next, origin: null }, { ...previous, origin: null })) return;
    this.#state = next;
    for (const listener of [...this.#listeners]) listener(next, previous);
  }

  /** Calls the listener after every change, until the function that it returns is called. */
  subscribe(listener: Listener<T>): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whether anybody listens. */
  get heard(): boolean {
    return this.#listeners.size > 0;
  }
}

/** Whether two selections, or other plain values, hold the same. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const KEY = Symbol.for("riwaya.selections");

/** The selection that all views on the corpus with this digest share on this page. */
export function selectionStore(digest: string): Store<Selection> {
  const place = globalThis as unknown as Record<symbol, Map<string, Store<Selection>> | undefined>;
  place[KEY] ??= new Map();
  const stores = place[KEY];
  let store = stores.get(digest);
  if (store === undefined) {
    store = new Store<Selection>({ ...EMPTY_SELECTION });
    stores.set(digest, store);
  }
  return store;
}

/** The same, but only where a view on that corpus is open. */
export function heardStore(digest: string): Store<Selection> | undefined {
  const place = globalThis as unknown as Record<symbol, Map<string, Store<Selection>> | undefined>;
  const store = place[KEY]?.get(digest);
  return store?.heard ? store : undefined;
}

const FIELD = {
  entity: "entity",
  quote: "quote",
  speaker: "quote",
  cue: "quote",
  rejected: "quote",
  passage: "passage",
  reworded: "passage",
} as const;

/** What selecting one mark changes: the article, the mark, and the entity, quote or passage that it shows. */
export function picking(story: Story, mark: number): Partial<Selection> {
  const record = story.marks[mark];
  if (record === undefined) return {};
  return { article: record.article, mark: record.id, [FIELD[record.layer]]: record.ref };
}

/** Selects one thing and lets go of all else: `selectOnly(store, { entity: "e1" }, "network")`. */
export function selectOnly(store: Store<Selection>, partial: Partial<Selection>, origin: string): void {
  store.set({ ...EMPTY_SELECTION, ...partial }, origin);
}
