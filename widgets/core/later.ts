// What follows others is drawn with the next frame, once for all that happened in this one; a view out of sight waits.
import type { Dispose } from "./context.ts";

/** Asks for an act: it is done in the next frame in which the element can be seen. */
export class Later {
  readonly #act: () => void;
  readonly #observer: ResizeObserver;
  #frame = 0;
  #seen = true;
  #waiting = false;

  constructor(element: HTMLElement, act: () => void) {
    this.#act = act;
    this.#observer = new ResizeObserver((entries) => {
      const box = entries.at(-1)?.contentRect;
      this.#seen = box === undefined || box.width > 0;
      if (this.#seen && this.#waiting) this.ask();
    });
    this.#observer.observe(element);
  }

  ask(): void {
    this.#waiting = true;
    if (this.#seen && this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#now());
  }

  readonly stop: Dispose = () => {
    cancelAnimationFrame(this.#frame);
    this.#observer.disconnect();
  };

  #now(): void {
    this.#frame = 0;
    this.#waiting = false;
    this.#act();
  }
}
