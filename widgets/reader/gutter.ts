// The strip beside the page: where on it quotations, passages and the selected mark stand, and what is in sight now.
import type { Story } from "../core/contract.ts";
import { h } from "../core/dom.ts";

/** The least height of a tick in pixels, and how near two of one lane may stand before they are one. */
const LEAST = 3;
const LANES = ["quote", "passage"] as const;

export class Gutter {
  readonly element = h("div", { class: "rw-gutter", aria: { hidden: true } });
  readonly #ticks = h("div", { class: "rw-gutter-ticks" });
  readonly #window = h("div", { class: "rw-gutter-window" });
  readonly #page: HTMLElement;

  /** `select` is called with the mark of a tick that is clicked. */
  constructor(page: HTMLElement, select: (mark: number) => void) {
    this.#page = page;
    this.element.append(this.#ticks, this.#window);
    this.element.addEventListener("click", (event) => {
      const tick = (event.target as HTMLElement).closest<HTMLElement>("[data-mark]");
      if (tick !== null) select(Number(tick.dataset["mark"]));
      else this.#jump(event.clientY);
    });
    page.addEventListener("scroll", () => this.follow(), { passive: true });
  }

  /** Draws the ticks of the page as it is laid out now. */
  draw(story: Story, places: ReadonlyMap<number, HTMLElement[]>, selected: number | undefined): void {
    const whole = this.#page.scrollHeight;
    const room = this.element.clientHeight;
    this.#ticks.replaceChildren();
    if (whole === 0 || room === 0) return;
    const top = this.#page.getBoundingClientRect().top - this.#page.scrollTop;
    const scale = room / whole;
    const ends: Record<string, number> = {};
    const tick = (lane: string, mark: number, elements: HTMLElement[]) => {
      const [first, last] = [elements[0]?.getBoundingClientRect(), elements.at(-1)?.getBoundingClientRect()];
      if (first === undefined || last === undefined || first.height === 0) return;
      const start = (first.top - top) * scale;
      const size = Math.max(LEAST, (last.bottom - first.top) * scale);
      if (lane !== "selected" && start < (ends[lane] ?? -1)) return;
      ends[lane] = start + Math.min(size, LEAST + 1);
      const style = { "inset-block-start": `${start}px`, "block-size": `${size}px` };
      this.#ticks.append(h("div", { class: `rw-tick rw-tick-${lane}`, style, data: { mark } }));
    };
    for (const [mark, elements] of places) {
      const lane = LANES.find((one) => one === story.marks[mark]?.layer);
      if (lane !== undefined) tick(lane, mark, elements);
    }
    const chosen = selected === undefined ? undefined : places.get(selected);
    if (selected !== undefined && chosen !== undefined) tick("selected", selected, chosen);
    this.follow();
  }

  /** Shows what part of the page is in sight. */
  follow(): void {
    const { scrollTop, clientHeight, scrollHeight } = this.#page;
    this.#window.hidden = scrollHeight <= clientHeight;
    this.#window.style.insetBlockStart = `${(100 * scrollTop) / scrollHeight}%`;
    this.#window.style.blockSize = `${(100 * clientHeight) / scrollHeight}%`;
  }

  #jump(y: number): void {
    const box = this.element.getBoundingClientRect();
    const share = (y - box.top) / box.height;
    this.#page.scrollTop = share * this.#page.scrollHeight - this.#page.clientHeight / 2;
  }
}
