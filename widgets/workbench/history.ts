// The selections so far, to go back and forward through as a browser does.
import type { Selection } from "../core/contract.ts";
import { same } from "../core/store.ts";

const LONGEST = 200;

export class Past {
  #steps: Selection[] = [];
  #at = -1;
  #empty = true;

  /** Notes a selection; one that was reached by going back or forward, or is the same as the last, adds nothing. */
  note(selection: Selection): void {
    const plain = { ...selection, origin: null };
    this.#empty = Object.values(plain).every((value) => value === null);
    if (this.#empty || same(this.#steps[this.#at], plain)) return;
    this.#steps = [...this.#steps.slice(0, this.#at + 1), plain].slice(-LONGEST);
    this.#at = this.#steps.length - 1;
  }

  /** The selection one step back (-1) or forward (1), which then is where we are; undefined: there is none. */
  go(by: 1 | -1): Selection | undefined {
    const to = this.#target(by);
    const found = this.#steps[to];
    if (found !== undefined) this.#at = to;
    return found;
  }

  can(by: 1 | -1): boolean {
    return this.#steps[this.#target(by)] !== undefined;
  }

  /** From an empty selection one goes back to the last one. */
  #target(by: 1 | -1): number {
    return this.#empty && by < 0 ? this.#at : this.#at + by;
  }
}
