// The place under the page: the card of the selected mark, or of the words that a reader has selected.
import type { Context } from "../core/context.ts";
import type { ArticleRecord } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { labelText } from "../core/labels.ts";
import { quoteOf } from "../core/story.ts";
import type { Acts } from "./acts.ts";
import { openMenu } from "./choose.ts";
import { paint, unpaint } from "./find.ts";
import { inspect } from "./inspector.ts";
import type { Memory } from "./memory.ts";
import { selectedWords, type Words } from "./offsets.ts";
import type { DrawnBlock, Page } from "./page.ts";
import { pinMark, pinWords } from "./pins.ts";
import { markElements } from "./shown.ts";
import { wordsCard } from "./words.ts";

const KINDS = ["title", "subtitle", "dateline", "byline", "caption", "body", "related", "furniture"];
const CHOSEN = "rw-chosen-words";
/** Milliseconds of rest after which a selection counts as made. */
const REST = 120;

export interface DeskOptions {
  acts: Acts;
  memory: Memory;
  page: HTMLElement;
  frame: HTMLElement;
  select: (mark: number) => void;
  follow: (mark: number) => void;
  resized: () => void;
}

export class Desk {
  readonly element = h("div", { class: "rw-desk" });
  article: ArticleRecord | null = null;
  drawn: Page | null = null;
  readonly #context: Context;
  readonly #options: DeskOptions;
  #mark: number | undefined;
  #words: Words | null = null;
  #timer = 0;
  #closeMenu = () => {};

  constructor(context: Context, options: DeskOptions) {
    this.#context = context;
    this.#options = options;
    document.addEventListener("selectionchange", this.#selected);
  }

  dispose(): void {
    document.removeEventListener("selectionchange", this.#selected);
    window.clearTimeout(this.#timer);
    this.#closeMenu();
    if (this.#words !== null) unpaint(this.#words.range, CHOSEN);
  }

  /** The mark whose card is shown. */
  set mark(mark: number | undefined) {
    if (mark === this.#mark && this.element.childElementCount > 0) return;
    this.#mark = mark;
    if (this.#words === null) this.#draw();
  }

  /** Lets go of the selected words, as when another article opens. */
  forget(): void {
    if (this.#words !== null) unpaint(this.#words.range, CHOSEN);
    this.#words = null;
  }

  /** Pins the selected words or the selected mark; false where neither is. */
  pin(): boolean {
    if (this.#words !== null) pinWords(this.#context, this.article?.id ?? "", this.#words);
    else if (this.#mark !== undefined) pinMark(this.#context, this.#mark);
    else return false;
    this.#options.acts.say("pinned", false);
    return true;
  }

  /** Closes the card; false where none is open. */
  leave(): boolean {
    if (this.#words !== null) {
      this.forget();
      document.getSelection()?.removeAllRanges();
    } else if (this.element.childElementCount > 0) {
      this.#options.memory.inspector = false;
    } else {
      return false;
    }
    this.#draw();
    this.#options.page.focus({ preventScroll: true });
    return true;
  }

  /** Offers the kinds that a block can have. */
  kinds(block: DrawnBlock): void {
    const { start, end, kind } = block.record;
    this.#kindsBeside(block.tag, { start, end }, kind);
  }

  /** The same for the selected words, or the block of the selected mark, or the first block in sight. */
  kindsHere(): boolean {
    const block = this.#blockHere();
    if (block === undefined) return false;
    if (!this.#options.acts.offered) block.tag.focus();
    else if (this.#words !== null) this.#kindsBeside(block.tag, this.#words, "");
    else this.kinds(block);
    return true;
  }

  /** Moves the focus from a block's tag to the next one's; false where no tag has it. */
  walk(by: 1 | -1): boolean {
    const tags = (this.drawn?.blocks ?? []).map(({ tag }) => tag).filter((tag) => tag.offsetParent !== null);
    const at = tags.indexOf(document.activeElement as HTMLElement);
    if (at >= 0) tags[at + by]?.focus();
    return at >= 0;
  }

  #kindsBeside(anchor: HTMLElement, { start, end }: { start: number; end: number }, current: string): void {
    const { labels } = this.#context;
    this.#closeMenu();
    this.#closeMenu = openMenu({
      anchor,
      frame: this.#options.frame,
      name: labelText(labels, "reader", "change_kind"),
      items: KINDS.map((value) => ({ value, name: labelText(labels, "kinds", value) })),
      current,
      choose: (kind) => {
        if (kind === current) return;
        const given = { article: this.article?.id, start, end, kind };
        void this.#options.acts.make({ ask: "pages.mark", given, what: "did_kind" });
      },
    });
  }

  #blockHere(): DrawnBlock | undefined {
    const blocks = this.drawn?.blocks ?? [];
    const focused = blocks.find(({ element }) => element.contains(document.activeElement));
    if (focused !== undefined) return focused;
    const place = this.#words?.range.startContainer ?? this.drawn?.places.get(this.#mark ?? -1)?.[0];
    const holding = place === undefined ? undefined : blocks.find(({ element }) => element.contains(place));
    if (holding !== undefined) return holding;
    const top = this.#options.page.getBoundingClientRect().top;
    return blocks.find(({ element }) => element.getBoundingClientRect().bottom > top + 1) ?? blocks[0];
  }

  #selected = (): void => {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#take(), REST);
  };

  /** Takes the words that are selected on the page now; a selection elsewhere changes nothing. */
  #take(): void {
    const { page } = this.#options;
    const selection = document.getSelection();
    const inside = selection?.anchorNode != null && page.contains(selection.anchorNode);
    if (!inside) return;
    const words = selectedWords(selection, page);
    if (words === null && this.#words === null) return;
    this.forget();
    this.#words = words;
    if (words !== null) paint(CHOSEN, words.range);
    this.#draw();
  }

  #draw(): void {
    fill(this.element, this.#card());
    this.element.hidden = this.element.childElementCount === 0;
    this.#options.resized();
  }

  #card(): HTMLElement | null {
    const { acts, memory, select, follow } = this.#options;
    const make = acts.offered ? acts.make.bind(acts) : null;
    const shared = { make, pin: () => void this.pin(), close: () => void this.leave() };
    const mark = this.#mark;
    const record = this.#context.story.marks[mark ?? -1];
    if (this.#words !== null && this.article !== null) {
      const quote = record === undefined ? undefined : quoteOf(this.#context.story, record.ref);
      const words = this.#words;
      return wordsCard(this.#context, {
        ...shared,
        article: this.article,
        words,
        quote: quote?.article === this.article.id ? quote : undefined,
        kinds: (anchor) => this.#kindsBeside(anchor, words, ""),
      });
    }
    if (mark === undefined || !memory.inspector) return null;
    const place = this.drawn?.places.get(mark)?.[0];
    const stack = place === undefined ? [mark] : markElements(place).reverse();
    return inspect(this.#context, { ...shared, mark, stack, select, follow });
  }
}
