// Putting names right, where Python answers: the same corrections as `entities.merge` and its fellows, with undo.

import type { Context } from "../core/context.ts";
import type { EntityRecord } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { labelText } from "../core/labels.ts";
import { refusalText } from "../core/reasons.ts";
import { entityOf } from "../core/story.ts";
import { mergeSearch } from "./merge.ts";
import type { State } from "./state.ts";
import { said, say } from "./words.ts";

interface History {
  undo: number;
  redo: number;
}

export class Corrections {
  /** Where a refusal is said, with what to try. */
  readonly alert = h("div", { class: "rw-network-refused", role: "alert", hidden: true });
  readonly #context: Context;
  readonly #state: State;
  #history: History = { undo: 0, redo: 0 };
  #bars: HTMLElement[] = [];
  #closed = false;

  constructor(context: Context, state: State) {
    this.#context = context;
    this.#state = state;
    this.#learn();
  }

  dispose(): void {
    this.#closed = true;
  }

  /** Undo and redo, as buttons that can be pressed while there is something to take back or to make again. */
  bar(): HTMLElement {
    const { labels } = this.#context;
    const button = (key: "undo" | "redo", glyph: string) => {
      const name = said(labels, key);
      const props = { class: `rw-button rw-net-small rw-network-${key}`, type: "button", title: name };
      const click = () => this.#do(key, {}, `.rw-network-${key}`);
      const sign = h("span", { class: "rw-glyph", aria: { hidden: true } }, glyph);
      return h("button", { ...props, data: { history: key }, on: { click } }, sign, name);
    };
    const bar = h("div", { class: "rw-network-history", role: "group" }, button("undo", "↶"), button("redo", "↷"));
    this.#bars = [...this.#bars.filter(({ isConnected }) => isConnected), bar];
    this.#showHistory();
    return bar;
  }

  /** What can be said of one entity: its name, its type, that it is none, that it is another. */
  form(entity: EntityRecord): HTMLElement {
    const { labels } = this.#context;
    const summary = h("summary", { class: "rw-correct-open" }, say(labels, "correct"));
    const box = h(
      "details",
      { class: "rw-correct" },
      summary,
      h("div", { class: "rw-correct-row" }, this.#naming(entity)),
      h("div", { class: "rw-correct-row" }, this.#typing(entity), this.#dropping(entity)),
      mergeSearch(this.#context, entity, (other) => this.merge([entity.id, other])),
      this.bar(),
    );
    box.open = this.#state.correcting;
    box.addEventListener("toggle", () => {
      this.#state.correcting = box.open;
    });
    return box;
  }

  /** Makes several entities one: the first stays, and its type. */
  merge(ids: string[]): void {
    const { story } = this.#context;
    const types = new Set(ids.map((id) => entityOf(story, id)?.type));
    const type = types.size > 1 ? entityOf(story, ids[0] ?? "")?.type : undefined;
    this.#state.next = ids[0] ?? null;
    this.#do("merge", { entities: ids, ...(type && { type }) }, ".rw-correct-open");
  }

  #naming(entity: EntityRecord): HTMLElement {
    const { labels } = this.#context;
    const name = said(labels, "new_name");
    const input = h("input", { class: "rw-input rw-correct-name", type: "text", value: entity.name, dir: "auto" });
    input.setAttribute("aria-label", name);
    const act = () => this.#do("rename", { entity: entity.id, name: input.value }, ".rw-correct-name");
    const save = h(
      "button",
      { class: "rw-button rw-net-small", type: "button", on: { click: act } },
      say(labels, "rename"),
    );
    // No form: Lab takes the key that would send it.
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) {
        event.preventDefault();
        act();
      }
      if (event.key !== "Escape") return;
      event.stopPropagation();
      input.value = entity.name;
    });
    return h("div", { class: "rw-correct-naming" }, input, save);
  }

  #typing(entity: EntityRecord): HTMLElement {
    const { labels } = this.#context;
    const types = Object.keys(labels.sections["types"] ?? {});
    const option = (type: string) =>
      h("option", { value: type, selected: type === entity.type }, labelText(labels, "types", type));
    const select = h("select", { class: "rw-select rw-correct-type" }, types.map(option));
    select.setAttribute("aria-label", labelText(labels, "columns", "type"));
    select.addEventListener("change", () =>
      this.#do("retype", { entity: entity.id, type: select.value }, ".rw-correct-type"),
    );
    return select;
  }

  #dropping(entity: EntityRecord): HTMLElement {
    const click = () => this.#do("drop", { entity: entity.id }, ".rw-network-undo");
    const props = { class: "rw-button rw-net-small rw-correct-drop", type: "button", on: { click } };
    return h("button", props, say(this.#context.labels, "drop"));
  }

  /** Asks Python. What it corrects comes as a story anew; then the focus goes back to where it was. */
  #do(what: string, given: Record<string, unknown>, refocus: string): void {
    const { ask } = this.#context;
    if (!ask) return;
    this.alert.hidden = true;
    this.#state.refocus = refocus;
    ask(`entities.${what}`, given).then(
      () => this.#learn(),
      (error: unknown) => this.#refused(error),
    );
  }

  #refused(error: unknown): void {
    if (this.#closed) return; // drawn anew before the answer came
    this.#state.refocus = null;
    this.#state.next = null;
    const { message, hint } = refusalText(this.#context.labels, error);
    const close = h(
      "button",
      { class: "rw-button rw-net-small", type: "button" },
      say(this.#context.labels, "dismiss"),
    );
    close.addEventListener("click", () => {
      this.alert.hidden = true;
    });
    fill(this.alert, h("p", { dir: "auto" }, message), hint && h("p", { class: "rw-muted", dir: "auto" }, hint), close);
    this.alert.hidden = false;
    this.alert.scrollIntoView({ block: "nearest" });
  }

  #learn(): void {
    this.#context.ask?.("entities.history").then(
      (history) => {
        this.#history = history as History;
        this.#showHistory();
      },
      () => {}, // the view was closed, or shows no entities: both stay off
    );
  }

  #showHistory(): void {
    for (const button of this.#bars.flatMap((bar) => [...bar.querySelectorAll<HTMLButtonElement>("[data-history]")])) {
      button.setAttribute("aria-disabled", String(this.#history[button.dataset["history"] as keyof History] === 0));
    }
  }
}
