// Judgements: asked of Python, which keeps them and sends the story anew; until then the row says that it waits.
import type { Context } from "../core/context.ts";
import { labelText } from "../core/labels.ts";
import { refusalText } from "../core/reasons.ts";
import { quoteOf } from "../core/story.ts";
import type { Act } from "./acts.ts";
import { type Choices, correctionForm, reasonForm } from "./form.ts";
import type { Item } from "./items.ts";
import type { State } from "./state.ts";

/** What the view does for a judgement. */
export interface Desk {
  say(text: string, alert?: boolean): void;
  /** Opens a form under a row; null closes it. */
  open(form: { key: string; element: HTMLElement; reveal(): void } | null): void;
  /** The row that takes the place of one that goes. */
  leave(key: string): void;
  wait(key: string, waiting: boolean): void;
}

export class Judge {
  readonly #context: Context;
  readonly #state: State;
  readonly #desk: Desk;

  constructor(context: Context, state: State, desk: Desk) {
    [this.#context, this.#state, this.#desk] = [context, state, desk];
    state.judge = this;
  }

  /** Judges a row, or takes the last judgement back; whether the act is one of these. */
  run(act: Act, item: Item | undefined): boolean {
    if (this.#context.ask === null) return false;
    if (act === "undo" || act === "redo") this.#ask(act, `said_${act}`, item?.key ?? "", {});
    else if (act === "accept" && item?.rejected) this.#restore(item);
    else if (item?.quote === undefined) return false;
    else if (act === "accept") this.#ask("accept", "said_accepted", item.key, { quote: item.quote, ...this.#coder });
    else if (act === "reject") this.#reject(item.key, item.quote);
    else if (act === "correct") this.#correct(item.key, item.quote);
    else return false;
    return true;
  }

  get #coder(): { coder?: string } {
    return this.#state.coder ? { coder: this.#state.coder } : {};
  }

  /** What was rejected is accepted; what the rules left out is added. */
  #restore({ key, rejected }: Item): void {
    if (rejected === undefined) return;
    const mark = this.#context.story.marks[rejected.mark];
    this.#desk.leave(key);
    if (rejected.quote) this.#ask("accept", "said_accepted", key, { quote: rejected.quote, ...this.#coder });
    else {
      const span = { article: rejected.article, start: mark?.start, end: mark?.end };
      this.#ask("add", "said_added", key, { ...span, ...this.#coder });
    }
  }

  #reject(key: string, quote: string): void {
    const save = (reason: string) => this.#state.judge?.reject(key, quote, reason);
    this.#desk.open({ key, ...reasonForm(this.#context, save, () => this.#state.judge?.close()) });
  }

  /** What a form asks for: see `State.judge`. */
  reject(key: string, quote: string, reason: string): void {
    this.close();
    this.#desk.leave(key);
    this.#ask("reject", "said_rejected", key, { quote, reason, ...this.#coder });
  }

  correct(key: string, quote: string, said: Record<string, unknown>): void {
    if (Object.keys(said).every((name) => name === "reason")) {
      this.#desk.say(labelText(this.#context.labels, "finder", "said_nothing"), true);
      return;
    }
    const form = this.#state.opened;
    this.close();
    this.#ask("correct", "said_corrected", key, { quote, ...said, ...this.#coder }, () => this.#desk.open(form));
  }

  close(): void {
    this.#desk.open(null);
  }

  #correct(key: string, id: string): void {
    const { ask } = this.#context;
    const quote = quoteOf(this.#context.story, id);
    if (ask === null || quote === undefined) return;
    this.#desk.wait(key, true);
    ask("quotes.words", { quote: id }).then(
      (choices) => {
        this.#desk.wait(key, false);
        const acts = {
          save: (said: Record<string, unknown>) => this.#state.judge?.correct(key, id, said),
          close: () => this.#state.judge?.close(),
        };
        const form = correctionForm(this.#context, quote, choices as Choices, acts);
        this.#desk.open({ key, ...form });
      },
      (error: unknown) => this.#refused(key, error),
    );
  }

  /** The story comes anew before the answer does: what is to be said then is remembered first. */
  #ask(what: string, said: string, key: string, given: Record<string, unknown>, refused = () => {}): void {
    const { ask, labels } = this.#context;
    if (ask === null) return;
    this.#desk.wait(key, true);
    this.#state.said = labelText(labels, "finder", said);
    ask(`quotes.${what}`, given).then(
      () => {
        this.#desk.wait(key, false);
        this.#desk.say(labelText(labels, "finder", said));
      },
      (error: unknown) => {
        if (this.#refused(key, error)) refused();
      },
    );
  }

  /** Says why something was refused; not where the answer was lost because the story came before it. */
  #refused(key: string, error: unknown): boolean {
    if (this.#state.judge !== this) return false;
    this.#state.said = "";
    this.#desk.wait(key, false);
    const { message, hint } = refusalText(this.#context.labels, error);
    this.#desk.say([message, hint].filter(Boolean).join(" "), true);
    return true;
  }
}
