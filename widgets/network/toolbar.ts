// Above the picture: search, what is drawn, and the fold-out filters with how many of them are set.
import type { Labels, Story } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { labelText } from "../core/labels.ts";
import { mark, segments } from "./controls.ts";
import { indexOf } from "./counting.ts";
import { filterPanel } from "./filters.ts";
import type { Filters } from "./graph.ts";
import { active, type Mode, modesOf, type State } from "./state.ts";
import { said, say } from "./words.ts";

export interface Changes {
  query(text: string): void;
  filters(changed: Partial<Filters>): void;
  clear(): void;
  mode(mode: Mode): void;
  /** Enter in the search: choose the first name found. */
  first(): void;
}

let made = 0;

export class Toolbar {
  readonly element: HTMLElement;
  readonly #story: Story;
  readonly #labels: Labels;
  readonly #changes: Changes;
  readonly #panel: HTMLElement;
  readonly #button: HTMLButtonElement;
  readonly #modes: HTMLElement | null;
  /** Whether what the panel holds is another by now; it is made when it is seen. */
  #stale = true;

  constructor(story: Story, labels: Labels, state: State, changes: Changes) {
    this.#story = story;
    this.#labels = labels;
    this.#changes = changes;
    const id = `rw-network-filters-${made++}`;
    this.#panel = h("div", { class: "rw-network-filters", id, role: "group", hidden: !state.filtersOpen });
    this.#panel.setAttribute("aria-label", said(labels, "filters"));
    const aria = { controls: id, expanded: state.filtersOpen };
    this.#button = h("button", { class: "rw-button rw-network-open", type: "button", aria });
    this.#button.addEventListener("click", () => this.#open(state));
    const modes = modesOf(indexOf(story));
    this.#modes = modes.length > 1 ? this.#modeButtons(state, modes) : null;
    const row = h("div", { class: "rw-toolbar", role: "search" }, this.#search(state), this.#modes, this.#button);
    this.element = h("div", { class: "rw-network-top" }, row, this.#panel);
    this.refresh(state, "all");
  }

  /** Shows how many filters are set and which picture is chosen; the panel anew where what it holds is another. */
  refresh(state: State, what: "all" | "counts"): void {
    const n = active(state);
    fill(this.#button, say(this.#labels, n > 0 ? "filters_n" : "filters", { n }));
    this.#button.classList.toggle("rw-on", n > 0);
    if (this.#modes) mark(this.#modes, state.mode);
    if (what === "all") this.#stale = true;
    if (this.#stale && state.filtersOpen) this.#fill(state);
    const clear = this.#panel.querySelector<HTMLButtonElement>(".rw-network-clear");
    if (clear) clear.disabled = n === 0;
  }

  #fill(state: State): void {
    this.#stale = false;
    fill(this.#panel, filterPanel(this.#story, this.#labels, state, this.#changes));
  }

  #open(state: State): void {
    state.filtersOpen = !state.filtersOpen;
    if (this.#stale) this.refresh(state, "counts");
    this.#panel.hidden = !state.filtersOpen;
    this.#button.setAttribute("aria-expanded", String(state.filtersOpen));
  }

  #search(state: State): HTMLElement {
    const text = labelText(this.#labels, "actions", "find_name");
    const input = h("input", {
      class: "rw-input rw-network-search",
      type: "search",
      placeholder: text,
      value: state.query,
      dir: "auto",
      aria: { label: text },
    });
    input.addEventListener("input", () => this.#changes.query(input.value));
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault(); // else the same key presses the button that gets the focus
      this.#changes.first();
    });
    return input;
  }

  #modeButtons({ mode }: State, modes: Mode[]): HTMLElement {
    const options = modes.map((key) => ({ key, text: say(this.#labels, `mode_${key}`) }));
    const choose = (key: string) => this.#changes.mode(key as Mode);
    return segments(said(this.#labels, "mode"), options, { chosen: mode, choose });
  }
}
