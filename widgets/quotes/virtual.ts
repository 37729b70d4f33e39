// A list of which only the rows in sight are drawn: their heights are measured as they come, the others are guessed.
import { h } from "../core/dom.ts";

/** What a row is of; its height is kept with it, for the width at which it was measured. */
export interface Row {
  readonly key: string;
  height?: number;
  width?: number;
}

export interface Rows<T extends Row> {
  draw(item: T): HTMLElement;
  /** How high a row may be, in pixels, until it was measured; `width` is that of the list. */
  guess(item: T, width: number): number;
}

/** Where a list is scrolled to: the row at its upper edge, and how far it stands above the edge. */
export interface Anchor {
  key: string;
  above: number;
}

const SPARE = 300; // pixels drawn beyond both edges
const UNSEEN = 600; // the height taken for a list that has none yet
const TRIES = 4; // that a guess and the measured heights need at most to agree

export class VirtualList<T extends Row> {
  readonly scroll: HTMLElement;
  readonly list = h("ol", { class: "rw-virtual", role: "list" });
  readonly #rows: Rows<T>;
  readonly #drawn = new Map<string, HTMLElement>();
  readonly #observer: ResizeObserver;
  #items: T[] = [];
  #places: Map<string, number> | null = null;
  #tops = new Float64Array(1);
  #width = 0;
  #height = UNSEEN;
  #frame = 0;
  #changed: () => void;

  constructor(rows: Rows<T>, changed: () => void = () => {}) {
    this.#rows = rows;
    this.#changed = changed;
    this.scroll = h("div", { class: "rw-scroll rw-virtual-scroll", tabindex: -1 }, this.list);
    this.scroll.addEventListener("scroll", () => this.paint());
    this.#observer = new ResizeObserver(() => this.#later());
    this.#observer.observe(this.scroll);
  }

  get items(): readonly T[] {
    return this.#items;
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.#observer.disconnect();
  }

  /** Shows other rows, from the first or from an anchor. */
  show(items: T[], anchor: Anchor | null = null): void {
    this.#items = items;
    this.#places = null;
    this.forget();
    this.#measureTops();
    this.#pad(0, -1);
    this.goTo(anchor);
  }

  /** Draws one row anew, or all that are in sight. */
  forget(key?: string): void {
    for (const [known, row] of [...this.#drawn]) {
      if (key === undefined || known === key) this.#remove(known, row);
    }
  }

  /** Draws one row anew where it stands. */
  redraw(key: string): void {
    this.forget(key);
    this.paint();
  }

  at(key: string | null): number {
    if (key === null) return -1;
    this.#places ??= new Map(this.#items.map((item, index) => [item.key, index]));
    return this.#places.get(key) ?? -1;
  }

  row(key: string | null): HTMLElement | undefined {
    return key === null ? undefined : this.#drawn.get(key);
  }

  get drawn(): ReadonlyMap<string, HTMLElement> {
    return this.#drawn;
  }

  /** Where it is scrolled to. */
  get anchor(): Anchor | null {
    const index = this.#indexAt(this.scroll.scrollTop);
    const key = this.#items[index]?.key;
    return key === undefined ? null : { key, above: this.scroll.scrollTop - this.#top(index) };
  }

  goTo(anchor: Anchor | null): void {
    const index = this.at(anchor?.key ?? null);
    if (index < 0) this.#first();
    this.scroll.scrollTop = index < 0 ? 0 : this.#top(index) + (anchor?.above ?? 0);
    this.paint();
    if (index >= 0) this.scroll.scrollTop = this.#top(index) + (anchor?.above ?? 0);
  }

  /** Brings a row into sight, and draws it. */
  reveal(index: number): HTMLElement | undefined {
    const key = this.#items[index]?.key;
    if (key === undefined) return undefined;
    for (let left = TRIES; left > 0; left--) {
      const [top, bottom] = [this.#top(index), this.#top(index + 1)];
      const [start, room] = [this.scroll.scrollTop, this.#room];
      if (this.#drawn.has(key) && top >= start && bottom <= start + room) break;
      const above = top < start || bottom - top > room;
      this.scroll.scrollTop = above ? top : bottom - room;
      this.paint();
    }
    return this.#drawn.get(key);
  }

  /** Draws what is in sight, measures it, and draws again while that moves other rows into sight. */
  paint(): void {
    for (let left = TRIES; left > 0; left--) {
      const start = this.scroll.scrollTop;
      const first = this.#indexAt(start - SPARE);
      const last = Math.min(this.#indexAt(start + this.#room + SPARE), this.#items.length - 1);
      this.#draw(first, last);
      this.#pad(first, last);
      if (!this.#measure(first, last)) break;
    }
    this.#changed();
  }

  get #room(): number {
    this.#height = this.scroll.clientHeight || UNSEEN;
    return this.#height;
  }

  /** Draws the first rows without a look at the page, so that one layout does for them and for what was drawn before. */
  #first(): void {
    const last = Math.min(this.#indexAt(this.#height + SPARE), this.#items.length - 1);
    this.#draw(0, last);
    this.#pad(0, last);
  }

  #draw(first: number, last: number): void {
    const wanted = new Set(this.#items.slice(first, last + 1).map(({ key }) => key));
    for (const [key, row] of [...this.#drawn]) if (!wanted.has(key)) this.#remove(key, row);
    let before: Element | null = this.list.firstElementChild;
    for (let index = first; index <= last; index++) {
      const item = this.#items[index];
      if (item === undefined) continue;
      let row = this.#drawn.get(item.key);
      if (row === undefined) {
        row = h("li", { aria: { setsize: this.#items.length, posinset: index + 1 } }, this.#rows.draw(item));
        this.#drawn.set(item.key, row);
        this.#observer.observe(row);
      }
      if (row === before) before = before.nextElementSibling;
      else this.list.insertBefore(row, before);
    }
  }

  #remove(key: string, row: HTMLElement): void {
    if (row.contains(document.activeElement)) this.scroll.focus({ preventScroll: true }); // the keys still work there
    this.#observer.unobserve(row);
    this.#drawn.delete(key);
    row.remove();
  }

  /** The space of the rows that are not drawn. */
  #pad(first: number, last: number): void {
    const total = this.#tops[this.#items.length] ?? 0;
    this.list.style.paddingBlockStart = `${this.#top(first)}px`;
    this.list.style.paddingBlockEnd = `${Math.max(0, total - this.#top(last + 1))}px`;
  }

  /** Takes the heights of what is drawn; whether any differs. What is in sight stays where it is seen. */
  #measure(first: number, last: number): boolean {
    const anchor = this.anchor;
    let differs = false;
    for (const item of this.#items.slice(first, last + 1)) {
      const height = this.#drawn.get(item.key)?.offsetHeight ?? 0;
      if (height > 0 && (height !== item.height || item.width !== this.#width)) {
        [item.height, item.width] = [height, this.#width];
        differs = true;
      }
    }
    if (!differs) return false;
    this.#measureTops();
    this.#pad(first, last);
    const place = anchor === null ? -1 : this.at(anchor.key);
    const wanted = this.#top(place) + (anchor?.above ?? 0);
    if (place >= 0 && Math.abs(wanted - this.scroll.scrollTop) >= 1) this.scroll.scrollTop = wanted;
    return true;
  }

  #measureTops(): void {
    const tops = new Float64Array(this.#items.length + 1);
    let top = 0;
    this.#items.forEach((item, index) => {
      if (item.height === undefined || item.width !== this.#width) {
        [item.height, item.width] = [this.#rows.guess(item, this.#width || UNSEEN), this.#width];
      }
      top += item.height;
      tops[index + 1] = top;
    });
    this.#tops = tops;
  }

  #top(index: number): number {
    return this.#tops[Math.max(0, Math.min(index, this.#items.length))] ?? 0;
  }

  /** The row that stands at a height. */
  #indexAt(height: number): number {
    let [low, high] = [0, Math.max(0, this.#items.length - 1)];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#top(middle) <= height) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** A row or the list has another size: what was measured at another width is guessed again. */
  #later(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const width = this.scroll.clientWidth;
      if (width !== this.#width) {
        const anchor = this.anchor;
        this.#width = width;
        this.#measureTops();
        this.goTo(anchor);
      } else this.paint();
    });
  }
}
