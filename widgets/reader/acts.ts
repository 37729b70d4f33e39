// Corrections made on a page: asked of Python, told in a line with a way back, kept over the drawing that follows.
import { Refusal } from "../core/ask.ts";
import type { Context } from "../core/context.ts";
import { fill, h } from "../core/dom.ts";
import { label, labelText } from "../core/labels.ts";
import { refusalText } from "../core/reasons.ts";
import type { Awaited, Memory } from "./memory.ts";

export interface Act {
  /** The question, and what it is given. */
  ask: string;
  given: Record<string, unknown>;
  /** What was then done, as a key of the labels. */
  what: string;
  /** How often its room is asked to take it back. */
  times?: number;
  /** What is to be selected once it is marked. */
  awaited?: Awaited;
}

export class Acts {
  /** What was done or refused last, and the way back. */
  readonly element = h("div", { class: "rw-reader-said", role: "status", hidden: true });
  /** What was made before the pages were marked as they are. */
  readonly stale: HTMLElement;
  readonly #context: Context;
  readonly #memory: Memory;
  #disposed = false;

  constructor(context: Context, memory: Memory) {
    this.#context = context;
    this.#memory = memory;
    this.stale = this.#drawStale();
    if (memory.said !== null) this.say(memory.said.key, memory.said.undo);
  }

  /** Whether anything can be corrected here. */
  get offered(): boolean {
    return this.#context.ask !== null;
  }

  dispose(): void {
    this.#disposed = true;
  }

  /** Makes a correction; the story comes anew, and with it the view, before or after the answer. */
  async make({ ask, given, what, times = 1, awaited }: Act): Promise<void> {
    const memory = this.#memory;
    const undo = `${ask.split(".")[0]}.undo`;
    const done = { what, undo, times };
    memory.done.push(done);
    memory.awaited = awaited ?? null;
    memory.said = { key: what, undo: true };
    const refused = await this.#asked(ask, given);
    if (refused === null) return this.say(what, true);
    memory.done = memory.done.filter((one) => one !== done);
    memory.awaited = null;
    this.#refuse(refused);
  }

  /** Takes back what was done last in this view. */
  async undo(): Promise<void> {
    const last = this.#memory.done.pop();
    if (last === undefined) return;
    this.#memory.said = { key: "undone", undo: false };
    for (let time = 0; time < last.times; time++) {
      const refused = await this.#asked(last.undo, {});
      if (refused !== null) return this.#refuse(refused);
    }
    if (!this.#disposed) this.say("undone", false);
  }

  /** Says in a line what was done. */
  say(key: string, undo: boolean): void {
    const { labels } = this.#context;
    this.#memory.said = { key, undo };
    const back = undo && this.offered && this.#memory.done.length > 0;
    this.#show(
      h("span", {}, label(labels, "reader", key)),
      back &&
        h(
          "button",
          { class: "rw-button rw-undo", type: "button", on: { click: () => void this.undo() } },
          label(labels, "reader", "undo"),
        ),
    );
  }

  #refuse(refused: Refusal): void {
    this.#memory.said = null;
    if (this.#disposed) return;
    this.element.classList.add("rw-refused");
    const { message, hint } = refusalText(this.#context.labels, refused);
    this.#show(
      h("span", {}, label(this.#context.labels, "reader", "refused"), ": ", h("bdi", { dir: "auto" }, message)),
      hint && h("span", { class: "rw-muted", dir: "auto" }, hint),
    );
  }

  #show(...children: (Node | string | false)[]): void {
    const name = labelText(this.#context.labels, "actions", "close");
    const close = h("button", { class: "rw-plain", type: "button", title: name, aria: { label: name } }, "×");
    close.addEventListener("click", () => {
      this.#memory.said = null;
      this.element.hidden = true;
    });
    if (this.#memory.said !== null) this.element.classList.remove("rw-refused");
    fill(this.element, h("span", { class: "rw-said-words" }, children), close);
    this.element.hidden = false;
  }

  /** Why a question was refused; null where it was not, or where the view was drawn anew before the answer came. */
  async #asked(what: string, given: Record<string, unknown>): Promise<Refusal | null> {
    try {
      await this.#context.ask?.(what, given);
      return null;
    } catch (error) {
      if (this.#disposed) return null;
      return error instanceof Refusal ? error : new Refusal({ message: String(error) });
    }
  }

  #drawStale(): HTMLElement {
    const { labels, story } = this.#context;
    const what = (story.stale ?? []).map((one) => labelText(labels, "reader", `stale_${one}`));
    const bar = h("div", { class: "rw-stale", role: "note", hidden: what.length === 0 });
    const list = new Intl.ListFormat(labels.language || "en", { type: "conjunction" }).format(what);
    const button = h("button", { class: "rw-button rw-again", type: "button" }, label(labels, "reader", "make_again"));
    button.addEventListener("click", () => {
      button.disabled = true;
      fill(button, label(labels, "reader", "making_again"));
      this.#memory.said = { key: "made_again", undo: false };
      void this.#asked("pages.again", {}).then((refused) => {
        if (refused === null) return;
        fill(button, label(labels, "reader", "make_again"));
        button.disabled = false;
        this.#refuse(refused);
      });
    });
    bar.append(h("span", {}, label(labels, "reader", "made_before", { what: list })));
    if (this.offered) bar.append(button);
    return bar;
  }
}
