// The list of the finder: draws the rows in sight, knows the one that the keys act on, and lights what is selected.

import type { Context } from "../core/context.ts";
import { fill, h } from "../core/dom.ts";
import { picking, selectOnly } from "../core/store.ts";
import { quoteOf } from "../core/story.ts";
import type { Act } from "./acts.ts";
import { guess, type Item } from "./items.ts";
import { quoteRow, rejectedRow } from "./row.ts";
import { sought } from "./search.ts";
import type { Opened, Spot, State } from "./state.ts";
import { statementCard } from "./statement.ts";
import { VirtualList } from "./virtual.ts";

export class Listing {
  readonly rows: VirtualList<Item>;
  readonly #context: Context;
  readonly #state: State;
  readonly #origin: string;
  readonly #act: (act: Act, key: string) => void;
  readonly #waiting = new Set<string>();

  constructor(context: Context, state: State, origin: string, act: (act: Act, key: string) => void) {
    [this.#context, this.#state, this.#origin, this.#act] = [context, state, origin, act];
    const { story } = context;
    this.rows = new VirtualList<Item>(
      {
        draw: (item) => this.#draw(item),
        guess: (item, width) => guess(item, story, width, state.folded),
      },
      () => this.light(),
    );
    this.rows.scroll.addEventListener("focusin", ({ target }) => this.#focused(target as Element));
  }

  /** Where one is in the list that is shown. */
  get spot(): Spot {
    return this.#state.spots[this.#state.mode];
  }

  get active(): Item | undefined {
    return this.rows.items[this.rows.at(this.spot.active)];
  }

  /** Shows other rows; the active one stays where it is still there, else the one that took its place. */
  show(items: Item[], empty: () => HTMLElement, keep: boolean): void {
    const { spot } = this;
    this.rows.show(items, keep ? spot.anchor : null);
    if (this.rows.at(spot.active) < 0) {
      spot.at = keep ? Math.min(spot.at, items.length - 1) : 0;
      spot.active = items[Math.max(0, spot.at)]?.key ?? null;
    }
    if (items.length === 0) fill(this.rows.list, h("li", { class: "rw-nothing" }, empty()));
    else this.rows.list.querySelector(":scope > .rw-nothing")?.remove();
    this.light();
  }

  /** Keeps where one is, before the view goes. */
  remember(): void {
    this.spot.anchor = this.rows.anchor;
    this.spot.at = Math.max(0, this.rows.at(this.spot.active));
  }

  /** Steps to another row, and into the list. */
  step(by: number): void {
    const at = this.rows.at(this.spot.active);
    const next = Math.max(0, Math.min(at + by, this.rows.items.length - 1));
    this.spot.active = this.rows.items[next]?.key ?? null;
    this.focus();
  }

  focus(): void {
    const { spot } = this;
    const row = this.rows.reveal(this.rows.at(spot.active));
    this.light();
    row?.querySelector<HTMLElement>(".rw-quote-row")?.focus({ preventScroll: true });
  }

  /** A form under a row; the one that is open is closed. */
  open(form: Opened | null): void {
    const before = this.#state.opened;
    this.#state.opened = form;
    if (before) {
      const inside = before.element.contains(document.activeElement);
      before.element.remove();
      if (inside && form === null) this.focus();
    }
    if (form === null) return;
    this.spot.active = form.key;
    this.rows.reveal(this.rows.at(form.key))?.firstElementChild?.append(form.element);
    this.rows.paint();
    this.rows.reveal(this.rows.at(form.key));
    form.reveal();
  }

  wait(key: string, waiting: boolean): void {
    if (waiting) this.#waiting.add(key);
    else this.#waiting.delete(key);
    this.light();
  }

  /** Marks the rows in sight: the active one, the selected one, those of the selected speaker, those that wait. */
  light(): void {
    const { quote, entity } = this.#context.store.get();
    const { active } = this.spot;
    for (const [key, row] of this.rows.drawn) {
      const item = this.rows.items[this.rows.at(key)];
      const button = row.querySelector<HTMLElement>(".rw-quote-row");
      if (button === null || item === undefined) continue;
      button.tabIndex = key === active ? 0 : -1;
      row.classList.toggle("rw-active", key === active);
      row.setAttribute("aria-busy", String(this.#waiting.has(key)));
      const speaker = item.lineage?.speaker ?? quoteOf(this.#context.story, item.quote ?? "")?.speaker;
      button.classList.toggle("rw-by-selected", entity !== null && speaker === entity);
      if (item.lineage === undefined) button.setAttribute("aria-current", String(this.#selected(item, quote)));
      for (const wording of row.querySelectorAll<HTMLElement>(".rw-wording"))
        wording.setAttribute("aria-current", String(wording.dataset["quote"] === quote));
    }
  }

  /** Another view selected a quotation: it is brought into sight. */
  follow(quote: string): void {
    const at = this.rows.items.findIndex((item) => holdsQuote(item, quote));
    if (at < 0) return;
    this.spot.active = this.rows.items[at]?.key ?? null;
    this.rows.reveal(at);
    this.light();
  }

  select(key: string): void {
    const { story, store } = this.#context;
    const item = this.rows.items[this.rows.at(key)];
    const mark = item?.rejected?.mark ?? quoteOf(story, item?.quote ?? "")?.mark;
    if (mark !== undefined) selectOnly(store, picking(story, mark), this.#origin);
  }

  #selected(item: Item, quote: string | null): boolean {
    if (item.rejected) return this.#context.store.get().mark === this.#context.story.marks[item.rejected.mark]?.id;
    return item.quote === quote;
  }

  #draw(item: Item): HTMLElement {
    const { story } = this.#context;
    const given = {
      ...this.#context,
      words: sought(this.#state.filter.query, story),
      act: this.#act,
      select: (key: string) => this.select(key),
    };
    let element: HTMLElement;
    if (item.rejected) element = rejectedRow(given, item.rejected, item.key);
    else if (item.lineage) element = statementCard({ ...given, ...this.#card() }, item.lineage);
    else {
      const quote = quoteOf(story, item.quote ?? "");
      element = quote ? quoteRow(given, quote) : h("div");
    }
    const { opened } = this.#state;
    if (opened?.key === item.key) element.append(opened.element);
    return element;
  }

  #card() {
    const { folded } = this.#state;
    return {
      folded,
      origin: this.#origin,
      selectQuote: (quote: string) => {
        const mark = quoteOf(this.#context.story, quote)?.mark;
        if (mark !== undefined) selectOnly(this.#context.store, picking(this.#context.story, mark), this.#origin);
      },
      fold: (key: string) => {
        if (!folded.delete(key)) folded.add(key);
        this.spot.active = key;
        this.rows.redraw(key);
        this.focus();
      },
    };
  }

  #focused(target: Element): void {
    const key = target.closest<HTMLElement>("[data-key]")?.dataset["key"];
    if (key === undefined || key === this.spot.active) return;
    this.spot.active = key;
    this.light();
  }
}

function holdsQuote(item: Item, quote: string): boolean {
  return item.quote === quote || (item.lineage?.wordings.some((one) => one.quote === quote) ?? false);
}
