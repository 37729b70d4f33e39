// Who is named, and beside whom: the picture, the list beside it, and what stands behind each node and tie.
import "../core/theme.css";
import "./network.css";
import type { Context, Part, View } from "../core/context.ts";
import type { EdgeRecord, Selection } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { label, labelText } from "../core/labels.ts";
import { emptyState } from "../core/state.ts";
import { selectOnly } from "../core/store.ts";
import { Canvas } from "./canvas.ts";
import { entityDetail, ORIGIN, tieDetail } from "./detail.ts";
import { around, Counts, type Filters, found, type Shown, shown, tieId, ties } from "./graph.ts";
import { legend, names } from "./list.ts";
import { toolbar } from "./toolbar.ts";

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
  readonly #counts: Counts;
  readonly #types: string[];
  readonly #stage = h("div", { class: "rw-stage" });
  readonly #side = h("div", { class: "rw-network-side" });
  readonly #canvas: Canvas | null;
  readonly #unsubscribe: () => void;
  #filters: Filters = { words: [], hidden: new Set(), source: "", minimum: 1 };
  #nodes: Shown[] = [];
  #edges: EdgeRecord[] = [];
  #tie: EdgeRecord | null = null;
  #detail: Part | null = null;

  constructor(context: Context) {
    this.#context = context;
    const { root, story, labels, store } = context;
    this.#counts = new Counts(story);
    this.#types = [...new Set(story.entities.map(({ type }) => type))].sort(byType);
    const bar = toolbar(story, labels, { filters: (changed) => this.#filter(changed), first: () => this.#first() });
    const main = h("div", { class: "rw-network-main" }, h("div", { class: "rw-stage-box" }, this.#stage), this.#side);
    fill(root, bar, main);
    this.#canvas = this.#picture();
    this.#unsubscribe = store.subscribe((selection, previous) => this.#follow(selection, previous));
    this.#refresh();
  }

  dispose(): void {
    this.#unsubscribe();
    this.#detail?.dispose();
    this.#canvas?.dispose();
    this.#context.root.replaceChildren();
  }

  /** The canvas with its buttons; null where the browser cannot draw one, and the list has the whole view. */
  #picture(): Canvas | null {
    const { labels, story } = this.#context;
    this.#stage.setAttribute("role", "img");
    this.#stage.setAttribute(
      "aria-label",
      `${labelText(labels, "views", "network")}: ${labelText(labels, "messages", "names_n", { n: story.entities.length })}`,
    );
    try {
      const canvas = new Canvas(this.#stage, {
        entity: (id) => this.#choose(id),
        tie: (id) => this.#chooseTie(id),
        nothing: () => this.#back(),
      });
      this.#stage.after(this.#buttons(canvas));
      return canvas;
    } catch {
      this.#stage.parentElement?.remove();
      this.#side.classList.add("rw-alone");
      return null;
    }
  }

  #buttons(canvas: Canvas): HTMLElement {
    const { labels } = this.#context;
    const button = (key: string, text: string, act: () => void) => {
      const name = labelText(labels, "actions", key);
      const props = { class: "rw-button rw-zoom", type: "button", title: name, aria: { label: name } };
      return h("button", { ...props, on: { click: act } }, text);
    };
    return h(
      "div",
      { class: "rw-zooms", role: "group" },
      button("zoom_in", "+", () => canvas.zoom(1.4)),
      button("zoom_out", "−", () => canvas.zoom(1 / 1.4)),
      button("fit", "⤢", () => canvas.fit()),
    );
  }

  #filter(changed: Partial<Filters>): void {
    this.#filters = { ...this.#filters, ...changed };
    this.#refresh();
  }

  #toggle(type: string): void {
    const hidden = new Set(this.#filters.hidden);
    if (!hidden.delete(type)) hidden.add(type);
    this.#filter({ hidden });
    this.#side.querySelector<HTMLElement>(`[data-type="${CSS.escape(type)}"]`)?.focus();
  }

  #first(): void {
    const node = found(this.#nodes, this.#filters.words)[0];
    if (node) this.#choose(node.entity.id);
  }

  #choose(id: string): void {
    this.#tie = null;
    selectOnly(this.#context.store, { entity: id }, ORIGIN);
    this.#refresh();
    this.#focusDetail();
  }

  #chooseTie(id: string): void {
    const edge = this.#edges.find((one) => tieId(one) === id);
    if (!edge) return;
    this.#tie = edge;
    selectOnly(this.#context.store, {}, ORIGIN);
    this.#refresh();
    this.#focusDetail();
  }

  #back(): void {
    const last = this.#chosen();
    this.#tie = null;
    selectOnly(this.#context.store, {}, ORIGIN);
    this.#refresh();
    if (last) this.#side.querySelector<HTMLElement>(`[data-entity="${CSS.escape(last)}"]`)?.focus();
  }

  /** Another view, or Python, selected something. */
  #follow(selection: Selection, previous: Selection): void {
    if (selection.origin === ORIGIN || selection.entity === previous.entity) return;
    this.#tie = null;
    this.#refresh();
  }

  #chosen(): string | null {
    return this.#tie === null ? this.#context.store.get().entity : null;
  }

  #focusDetail(): void {
    this.#side.querySelector<HTMLElement>(".rw-back")?.focus({ preventScroll: true });
  }

  #refresh(): void {
    const { story } = this.#context;
    this.#nodes = shown(story, this.#counts, this.#filters);
    this.#edges = ties(story, this.#counts, this.#nodes, this.#filters.source);
    const entity = this.#chosen();
    const tie = this.#tie && tieId(this.#tie);
    this.#canvas?.draw({ nodes: this.#nodes, edges: this.#edges, lit: this.#lit(entity), entity, tie });
    if (entity !== null) this.#canvas?.reveal(entity);
    this.#refreshSide(entity);
  }

  #lit(entity: string | null): Set<string> | null {
    if (this.#tie) return new Set([this.#tie.a, this.#tie.b]);
    if (entity !== null && this.#nodes.some((node) => node.entity.id === entity)) return around(this.#edges, entity);
    const { words } = this.#filters;
    return words.length > 0 ? new Set(found(this.#nodes, words).map((node) => node.entity.id)) : null;
  }

  #refreshSide(chosen: string | null): void {
    const { labels } = this.#context;
    this.#detail?.dispose();
    this.#detail = this.#newDetail(chosen);
    if (this.#detail) {
      fill(this.#side, this.#detail.element);
      return;
    }
    const { hidden, words } = this.#filters;
    fill(
      this.#side,
      legend(labels, this.#types, hidden, (type) => this.#toggle(type)),
      h("p", { class: "rw-muted rw-network-hint" }, label(labels, "messages", "choose_node")),
      names(labels, { nodes: this.#nodes, words, chosen }, (id) => this.#choose(id)),
    );
  }

  #newDetail(chosen: string | null): Part | null {
    const { source } = this.#filters;
    const actions = {
      back: () => this.#back(),
      tie: (edge: EdgeRecord) => this.#chooseTie(tieId(edge)),
      entity: (id: string) => this.#choose(id),
    };
    if (this.#tie) return tieDetail(this.#context, this.#counts, this.#tie, { source, actions });
    const entity = this.#context.story.entities.find(({ id }) => id === chosen);
    if (!entity) return null;
    return entityDetail(this.#context, this.#counts, entity, { source, edges: this.#edges, actions });
  }
}

const ORDER = ["PER", "LOC", "ORG"];

function byType(a: string, b: string): number {
  return ((ORDER.indexOf(a) + 9) % 9) - ((ORDER.indexOf(b) + 9) % 9) || a.localeCompare(b);
}
