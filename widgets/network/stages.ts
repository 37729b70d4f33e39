// The pictures: one, or several side by side that share places, sizes, the pointer and where one looks.
import type { Context } from "../core/context.ts";
import { fill, h } from "../core/dom.ts";
import { icon } from "../core/icons.ts";
import { label, labelText } from "../core/labels.ts";
import { Canvas, type Choices } from "./canvas.ts";
import { type Move, walk } from "./keys.ts";
import type { Model, Panel } from "./model.ts";
import { type Light, NO_LIGHT } from "./scene.ts";
import type { State, Viewpoint } from "./state.ts";
import { said, say } from "./words.ts";

export interface StageActions {
  entity(id: string, several: boolean): void;
  focus(id: string): void;
  tie(id: string): void;
  nothing(): void;
}

interface Frame {
  element: HTMLElement;
  stage: HTMLElement;
  head: HTMLElement;
  canvas: Canvas;
}

export class Stages {
  readonly element = h("div", { class: "rw-stages" });
  readonly #context: Context;
  readonly #state: State;
  readonly #actions: StageActions;
  readonly #said = h("span", { class: "rw-hidden-label", role: "status" });
  #frames: Frame[] = [];
  #key = "";
  #model: Model | null = null;
  #light = NO_LIGHT;
  /** Where the arrow keys have gone. */
  #cursor: string | null = null;

  constructor(context: Context, state: State, actions: StageActions) {
    this.#context = context;
    this.#state = state;
    this.#actions = actions;
  }

  /** Draws the model; throws where the browser cannot draw a canvas. */
  draw(model: Model, light: Light): void {
    const key = `${this.#state.mode} ${model.panels.length}`;
    if (key !== this.#key) this.#build(model.panels.length, key);
    this.#model = model;
    this.#light = light;
    this.#frames.forEach((frame, at) => {
      const panel = model.panels[at];
      if (!panel) return;
      this.#title(frame, panel);
      frame.canvas.draw(panel.scene, light);
    });
  }

  reveal(id: string): void {
    for (const { canvas } of this.#frames) canvas.reveal(id);
  }

  /** Shows all, or some nodes as large as they fit. */
  fit(ids?: string[]): void {
    this.#frames[0]?.canvas.fit(ids);
  }

  dispose(): void {
    for (const { canvas } of this.#frames) canvas.dispose();
    this.#frames = [];
    this.element.replaceChildren();
  }

  #build(count: number, key: string): void {
    this.dispose();
    this.#key = key;
    this.element.dataset["panels"] = String(count);
    const frames = Array.from({ length: count }, (_, at) => this.#frame(at));
    fill(this.element, frames, this.#said);
    const start = this.#state.viewpoints.get(key) ?? null;
    this.#frames = frames.map((element, at) => {
      const stage = element.querySelector<HTMLElement>(".rw-stage") as HTMLElement;
      const head = element.querySelector<HTMLElement>(".rw-panel-head") as HTMLElement;
      return { element, stage, head, canvas: new Canvas(stage, this.#choices(at), start) };
    });
  }

  #frame(at: number): HTMLElement {
    const { labels } = this.#context;
    const stage = h("div", { class: "rw-stage", tabindex: 0, role: "application" });
    stage.setAttribute("aria-roledescription", labelText(labels, "views", "network"));
    stage.setAttribute("aria-description", said(labels, "keys"));
    stage.addEventListener("keydown", (event) => this.#press(event, at));
    const head = h("header", { class: "rw-panel-head", hidden: this.#state.mode !== "compare" });
    const box = h("div", { class: "rw-stage-box" }, stage, at === 0 && this.#buttons());
    return h("section", { class: "rw-panel" }, head, box);
  }

  #buttons(): HTMLElement {
    const { labels } = this.#context;
    const button = (key: string, text: string | Node, act: (canvas: Canvas) => void) => {
      const name = labelText(labels, "actions", key);
      const props = { class: "rw-button rw-zoom", type: "button", title: name, aria: { label: name } };
      const click = () => this.#frames[0] && act(this.#frames[0].canvas);
      return h("button", { ...props, on: { click } }, text);
    };
    return h(
      "div",
      { class: "rw-zooms", role: "group" },
      button("zoom_in", "+", (canvas) => canvas.zoom(1.4)),
      button("zoom_out", "−", (canvas) => canvas.zoom(1 / 1.4)),
      button("fit", icon("fit"), (canvas) => canvas.fit()),
    );
  }

  #title({ head, stage }: Frame, { source, names, ties, articles }: Panel): void {
    const { labels } = this.#context;
    const name = source || labelText(labels, "views", "network");
    stage.setAttribute("aria-label", `${name}: ${said(labels, "panel_counts", { names, ties })}`);
    fill(
      head,
      h("bdi", { class: "rw-panel-name", title: source }, source),
      h("span", { class: "rw-muted" }, say(labels, "panel_counts", { names, ties })),
      h("span", { class: "rw-muted" }, label(labels, "messages", "articles_n", { n: articles })),
    );
  }

  #choices(at: number): Choices {
    return {
      ...this.#actions,
      hover: (id) => {
        for (const { canvas } of this.#frames) canvas.point(id);
      },
      moved: (to) => this.#moved(at, to),
    };
  }

  /** What was moved in one panel is moved in all. */
  #moved(at: number, to: Viewpoint | null): void {
    if (to === null) this.#state.viewpoints.delete(this.#key);
    else this.#state.viewpoints.set(this.#key, to);
    this.#frames.forEach(({ canvas }, other) => {
      if (other !== at) canvas.look(to);
    });
  }

  #press(event: KeyboardEvent, at: number): void {
    const panel = this.#model?.panels[at];
    const canvas = this.#frames[at]?.canvas;
    if (!panel || !canvas) return;
    const move = walk(event, panel.scene, canvas, this.#cursor ?? this.#light.entity);
    if (move === null) return;
    event.preventDefault();
    this.#go(move, canvas);
  }

  #go(move: Move, canvas: Canvas): void {
    if ("zoom" in move) canvas.zoom(move.zoom);
    else if ("act" in move) this.#act(move.act);
    else {
      this.#cursor = move.to.id;
      for (const frame of this.#frames) frame.canvas.point(move.to.id);
      this.reveal(move.to.id);
      const type = labelText(this.#context.labels, "types", move.to.type);
      this.#said.textContent = `${move.to.name}, ${type}`;
    }
  }

  #act(act: "choose" | "focus" | "leave"): void {
    if (act === "leave") this.#actions.nothing();
    else if (this.#cursor !== null && act === "choose") this.#actions.entity(this.#cursor, false);
    else if (this.#cursor !== null) this.#actions.focus(this.#cursor);
  }
}
