// The bar above the page: which article, which layers, and the steps from mark to mark.
import type { Context } from "../core/context.ts";
import type { ArticleRecord } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { headline } from "../core/headline.ts";
import { labelText } from "../core/labels.ts";
import { layerName, layerSwitch, layersOf } from "./layers.ts";
import type { Memory } from "./memory.ts";
import { hasFurniture } from "./page.ts";
import { position, type Scope } from "./scope.ts";

export interface ToolOptions {
  redraw: () => void;
  step: (by: 1 | -1) => void;
  turn: (by: 1 | -1) => void;
  choosing: () => void;
  find: () => void;
  guide: () => void;
  unfollow: () => void;
}

export class Tools {
  readonly element = h("div", { class: "rw-reader-tools" });
  readonly #context: Context;
  readonly #memory: Memory;
  readonly #options: ToolOptions;
  readonly #where = h("span", { class: "rw-number rw-where", role: "status" });
  readonly #follow = h("span", { class: "rw-follow", hidden: true });
  readonly #layers = h("span", { class: "rw-layer-chips", role: "group" });
  readonly #title = h("button", { class: "rw-button rw-article-open", type: "button" });

  constructor(context: Context, memory: Memory, options: ToolOptions) {
    this.#context = context;
    this.#memory = memory;
    this.#options = options;
    const { labels, story } = context;
    this.#layers.setAttribute("aria-label", labelText(labels, "reader", "layers"));
    this.#title.addEventListener("click", options.choosing);
    this.choosing(false);
    const turns = [this.#button("previous_article", "[", "before", () => options.turn(-1)), this.#title].concat(
      this.#button("next_article", "]", "after", () => options.turn(1)),
    );
    const articles = h("div", { class: "rw-tool-row rw-tool-articles" }, story.articles.length > 1 ? turns : null, [
      h("span", { class: "rw-spacer" }),
      this.#button("find_in_page", "/", "find", options.find),
      this.#button("guide", "?", "help", options.guide),
    ]);
    const steppers = h("span", { class: "rw-steppers" }, [
      this.#stepsOf(),
      this.#button("previous_mark", "p", "up", () => options.step(-1), "actions"),
      this.#where,
      this.#button("next_mark", "n", "down", () => options.step(1), "actions"),
    ]);
    this.element.append(articles, h("div", { class: "rw-tool-row" }, this.#layers, this.#follow, steppers));
  }

  /** Shows the tools as they are for an article. */
  open(article: ArticleRecord): void {
    const { labels } = this.#context;
    fill(
      this.#title,
      h("bdi", { class: "rw-source" }, article.source),
      h("bdi", { class: "rw-article-open-title", lang: article.language }, headline(article)),
      h("span", { class: "rw-caret", aria: { hidden: true } }),
    );
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset["layer"] : undefined;
    const chips = layersOf(this.#context.story).map((layer) =>
      layerSwitch(labels, layer, !this.#memory.off.has(layer), () => this.#toggle(layer)),
    );
    if (hasFurniture(article)) {
      chips.push(layerSwitch(labels, "furniture", this.#memory.furniture, () => this.#toggle("furniture")));
    }
    fill(this.#layers, chips);
    if (focused !== undefined) this.#layers.querySelector<HTMLElement>(`[data-layer="${focused}"]`)?.focus();
  }

  /** Says where among the steps the selected mark stands, and what is being followed. */
  count(marks: number[], mark: number | undefined, scope: Scope | null): void {
    const { labels } = this.#context;
    fill(this.#where, h("bdi", { dir: "ltr" }, position(labels, marks, mark ?? -1)));
    this.#follow.hidden = scope === null;
    if (scope === null) return;
    const name = labelText(labels, "actions", "clear");
    const clear = h("button", { class: "rw-follow-clear", type: "button", title: name, aria: { label: name } }, "×");
    clear.addEventListener("click", this.#options.unfollow);
    fill(this.#follow, h("bdi", {}, scope.name), clear);
  }

  /** Says whether the list of articles lies open over the page. */
  choosing(open: boolean): void {
    this.#title.setAttribute("aria-expanded", String(open));
  }

  #toggle(layer: string): void {
    if (layer === "furniture") this.#memory.furniture = !this.#memory.furniture;
    else if (!this.#memory.off.delete(layer)) this.#memory.off.add(layer);
    this.#options.redraw();
  }

  /** Which marks the steps go through. */
  #stepsOf(): HTMLElement {
    const { labels, story } = this.#context;
    const layers = layersOf(story);
    const named = layers.some((layer) => layer !== "quote" && layer !== "passage");
    const choices = ["all", ...(named ? ["entity"] : []), ...layers];
    if (!choices.includes(this.#memory.step)) this.#memory.step = "all";
    const name = (value: string) => {
      if (value === "all") return labelText(labels, "reader", "all_marks");
      return value === "entity" ? labelText(labels, "layers", "entity") : layerName(labels, value);
    };
    const select = h(
      "select",
      { class: "rw-select rw-steps-of", aria: { label: labelText(labels, "reader", "steps_of") } },
      choices.map((value) => h("option", { value, selected: value === this.#memory.step }, name(value))),
    );
    select.addEventListener("change", () => {
      this.#memory.step = select.value;
      this.#options.redraw();
    });
    return select;
  }

  #button(name: string, key: string, sign: string, act: () => void, section = "reader"): HTMLButtonElement {
    const text = labelText(this.#context.labels, section, name);
    const props = { class: "rw-button rw-step", type: "button", title: `${text} (${key})`, aria: { label: text } };
    return h("button", { ...props, on: { click: act } }, h("span", { class: `rw-card-sign rw-sign-${sign}` }));
  }
}
