// Who is named, and beside whom: the pictures, the list beside them, and what stands behind each node and tie.
import "../core/theme.css";
import "./network.css";
import "./controls.css";
import "./panels.css";
import type { Context, View } from "../core/context.ts";
import type { Selection } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { Later } from "../core/later.ts";
import { emptyState } from "../core/state.ts";
import { selectOnly } from "../core/store.ts";
import { Corrections } from "./corrections.ts";
import { type Index, indexOf } from "./counting.ts";
import { ORIGIN } from "./detail.ts";
import type { Only } from "./difference.ts";
import { focusBar } from "./focusbar.ts";
import { around, type Filters, found } from "./graph.ts";
import { type Model, model } from "./model.ts";
import { outletChoices } from "./outlets.ts";
import { partsOf, periodChoices, periodNote } from "./periods.ts";
import type { Light } from "./scene.ts";
import { Side } from "./side.ts";
import { kindsOf, sideBar, sideChoices } from "./sides.ts";
import { Stages } from "./stages.ts";
import { type Between, betweensOf, cleared, type Focus, type Mode, recall, type State, searched } from "./state.ts";
import { Toolbar } from "./toolbar.ts";
import { say } from "./words.ts";

export const networkView: View = (context) => {
  const { root, story, labels } = context;
  root.classList.add("rw-pane", "rw-network");
  if (story.articles.length === 0) return only(root, emptyState(labels, "empty_corpus"));
  if (story.entities.length === 0) return only(root, emptyState(labels, "no_entities"));
  const view = new NetworkView(context);
  return () => view.dispose();
};

function only(root: HTMLElement, element: HTMLElement): () => void {
  fill(root, element);
  return () => root.replaceChildren();
}

class NetworkView {
  readonly #context: Context;
  readonly #index: Index;
  readonly #state: State;
  readonly #toolbar: Toolbar;
  readonly #corrections: Corrections | null;
  readonly #bars = h("div", { class: "rw-network-bars" });
  readonly #empty = h("div", { class: "rw-state rw-network-empty", hidden: true, role: "status" });
  readonly #picture: HTMLElement;
  readonly #main: HTMLElement;
  readonly #side: Side;
  readonly #unsubscribe: () => void;
  readonly #later: Later;
  #stages: Stages | null;
  #model: Model;

  constructor(context: Context) {
    this.#context = context;
    const { root, story, labels, store, memory } = context;
    this.#index = indexOf(story);
    this.#state = recall(memory, this.#index);
    this.#corrections = context.ask ? new Corrections(context, this.#state) : null;
    this.#toolbar = new Toolbar(story, labels, this.#state, {
      query: (text) => this.#search(text),
      filters: (changed) => this.#filter(changed),
      clear: () => this.#clear(),
      mode: (mode) => this.#mode(mode),
      first: () => this.#first(),
    });
    this.#side = this.#newSide();
    this.#stages = this.#newStages();
    this.#picture = h("div", { class: "rw-network-picture" }, this.#bars, this.#stages.element, this.#empty);
    this.#main = h("div", { class: "rw-network-main" }, this.#picture, this.#side.element);
    this.#fillEmpty();
    fill(root, this.#toolbar.element, this.#main);
    this.#model = model(this.#index, this.#state);
    this.#takeNext();
    this.#drawBars();
    this.#draw();
    this.#later = new Later(root, () => this.#draw());
    this.#unsubscribe = store.subscribe((selection, previous) => this.#follow(selection, previous));
    this.#side.restore(this.#state);
  }

  dispose(): void {
    this.#unsubscribe();
    this.#later.stop();
    this.#side.dispose();
    this.#corrections?.dispose();
    this.#stages?.dispose();
    this.#context.root.replaceChildren();
  }

  #newSide(): Side {
    return new Side(this.#context, this.#index, this.#corrections, {
      entity: (id) => this.#choose(id),
      tie: (id) => this.#chooseTie(id),
      back: () => this.#back(),
      focus: (id) => this.#focus({ entity: id, steps: 1 }),
      type: (type) => this.#toggleType(type),
      only: (one) => this.#toggleGroup(one),
      list: (listed) => this.#change({ listed }),
      pick: (id) => this.#pick(id),
      picking: (on) => this.#change({ picked: on ? new Set() : null }),
    });
  }

  #newStages(): Stages {
    return new Stages(this.#context, this.#state, {
      entity: (id, several) => (several && this.#corrections ? this.#pick(id) : this.#choose(id)),
      focus: (id) => this.#focus({ entity: id, steps: 1 }),
      tie: (id) => this.#chooseTie(id),
      nothing: () => this.#back(),
    });
  }

  #fillEmpty(): void {
    const { labels } = this.#context;
    const clear = h("button", { class: "rw-button", type: "button", on: { click: () => this.#clear() } });
    clear.append(say(labels, "clear_filters"));
    fill(this.#empty, h("p", {}, say(labels, "nothing_left")), clear);
  }

  /** After a correction the entity that is left is chosen; one that is no more is let go of. */
  #takeNext(): void {
    const { store } = this.#context;
    const { next } = this.#state;
    const { entity } = store.get();
    this.#state.next = null;
    if (next !== null && this.#index.position.has(next)) {
      Object.assign(this.#state, { picked: null, tie: null });
      selectOnly(store, { entity: next }, ORIGIN);
    } else if (entity !== null && !this.#index.position.has(entity)) selectOnly(store, {}, ORIGIN);
  }

  // What the user changes

  #change(changed: Partial<State>): void {
    Object.assign(this.#state, changed);
    this.#draw();
  }

  #search(text: string): void {
    searched(this.#state, text, this.#context.story.fold);
    this.#draw();
  }

  #filter(changed: Partial<Filters>): void {
    this.#state.filters = { ...this.#state.filters, ...changed };
    this.#remodel("counts");
  }

  #clear(): void {
    const { words } = this.#state.filters;
    this.#state.filters = { ...cleared(this.#state.filters), words };
    this.#state.off.clear();
    this.#state.focus = null;
    this.#remodel("all");
  }

  #mode(mode: Mode): void {
    if (mode === this.#state.mode) return;
    this.#state.mode = mode;
    this.#remodel("all");
  }

  #focus(focus: Focus | null): void {
    this.#state.focus = focus;
    this.#remodel("counts");
    this.#stages?.fit(focus ? this.#model.nodes.map(({ entity }) => entity.id) : undefined);
  }

  #toggleType(type: string): void {
    const hidden = new Set(this.#state.filters.hidden);
    if (!hidden.delete(type)) hidden.add(type);
    this.#filter({ hidden });
    this.#side.focusOn(`[data-type="${CSS.escape(type)}"]`);
  }

  #toggleGroup(one: Only): void {
    const { off } = this.#state;
    if (!off.delete(one)) off.add(one);
    this.#remodel("counts");
    this.#side.focusOn(`[data-only="${one}"]`);
  }

  #pick(id: string): void {
    if (!this.#corrections) return;
    const picked = new Set(this.#state.picked);
    if (!picked.delete(id)) picked.add(id);
    this.#state.tie = null;
    selectOnly(this.#context.store, {}, ORIGIN);
    this.#change({ picked });
    this.#side.focusOn(`.rw-name-picked:has([data-entity="${CSS.escape(id)}"]) input`);
  }

  #first(): void {
    const node = found(this.#model.nodes, this.#state.filters.words)[0];
    if (node) this.#choose(node.entity.id);
  }

  #choose(id: string): void {
    this.#state.tie = null;
    selectOnly(this.#context.store, { entity: id }, ORIGIN);
    this.#draw();
    this.#side.focusOn(".rw-back");
  }

  #chooseTie(id: string): void {
    this.#state.tie = id;
    selectOnly(this.#context.store, {}, ORIGIN);
    this.#draw();
    this.#side.focusOn(".rw-back");
  }

  #back(): void {
    const last = this.#chosen();
    this.#state.tie = null;
    selectOnly(this.#context.store, {}, ORIGIN);
    this.#draw();
    if (last) this.#side.focusOn(`[data-entity="${CSS.escape(last)}"]`);
  }

  /** Another view, or Python, selected something. */
  #follow(selection: Selection, previous: Selection): void {
    if (selection.origin === ORIGIN || selection.entity === previous.entity) return;
    this.#state.tie = null;
    this.#later.ask();
  }

  // What is drawn

  #chosen(): string | null {
    const { entity } = this.#context.store.get();
    return this.#state.tie === null && entity !== null && this.#index.position.has(entity) ? entity : null;
  }

  /** What is shown is another: the scenes are made anew. */
  #remodel(toolbar: "all" | "counts"): void {
    this.#model = model(this.#index, this.#state);
    this.#toolbar.refresh(this.#state, toolbar);
    this.#drawBars();
    this.#draw();
  }

  #drawBars(): void {
    const { story, labels } = this.#context;
    const { mode, focus } = this.#state;
    this.#main.dataset["mode"] = mode;
    const set = (outlets: string[]) => {
      this.#state.outlets = outlets;
      this.#remodel("counts");
    };
    fill(
      this.#bars,
      mode === "compare" && outletChoices(story, labels, this.#state, set),
      mode === "difference" && this.#sideBar(),
      focus && focusBar(story, labels, focus, (next) => this.#focus(next)),
    );
  }

  /** What the sides of a difference are, and a way to change it. */
  #sideBar(): HTMLElement {
    const { story, labels } = this.#context;
    const state = this.#state;
    const change = (changed: Partial<State>, what: "all" | "counts" = "counts") => {
      Object.assign(state, changed);
      this.#remodel(what);
    };
    const again = (periods: State["periods"], refocus: string) => {
      change({ periods });
      this.#bars.querySelector<HTMLElement>(refocus)?.focus();
    };
    const kind = (between: Between) => {
      change({ between }, "all");
      this.#bars.querySelector<HTMLElement>(`.rw-side-bar [data-key="${between}"]`)?.focus();
    };
    const periods = state.between === "periods";
    return sideBar(labels, {
      between: state.between,
      kinds: kindsOf(labels, betweensOf(this.#index), state.between, kind),
      sides: periods
        ? periodChoices(this.#index, labels, state, again)
        : sideChoices(story, labels, state, (sides) => change({ sides })),
      note: periods ? periodNote(this.#index, labels, partsOf(state)) : null,
      swap: () => {
        const { sides, periods } = state;
        change({ sides: [sides[1], sides[0]], periods: [periods[1], periods[0]] });
        this.#bars.querySelector<HTMLElement>(".rw-swap")?.focus();
      },
    });
  }

  #draw(): void {
    const entity = this.#chosen();
    const light = {
      lit: this.#lit(entity),
      entity,
      tie: this.#state.tie,
      picked: this.#state.picked ?? new Set<string>(),
    };
    this.#empty.hidden = this.#model.nodes.length > 0;
    this.#side.draw(this.#state, this.#model, entity);
    this.#paint(light, entity);
  }

  /** Where the browser cannot draw a canvas, the list has the whole view. */
  #paint(light: Light, entity: string | null): void {
    try {
      this.#stages?.draw(this.#model, light);
      if (entity !== null) this.#stages?.reveal(entity);
    } catch {
      this.#stages = null;
      this.#main.before(this.#bars);
      this.#picture.remove();
      this.#side.element.classList.add("rw-alone");
    }
  }

  #lit(entity: string | null): Set<string> | null {
    const { tie, filters } = this.#state;
    const { nodes, ties } = this.#model;
    if (tie !== null) {
      const edge = this.#context.story.edges[this.#index.tieAt.get(tie) ?? -1];
      return new Set(edge ? [edge.a, edge.b] : []);
    }
    if (entity !== null && nodes.some((node) => node.entity.id === entity)) return around(ties, entity);
    return filters.words.length > 0 ? new Set(found(nodes, filters.words).map((node) => node.entity.id)) : null;
  }
}
