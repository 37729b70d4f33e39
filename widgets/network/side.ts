// Beside the pictures: the legend and the names, or what stands behind the node or the tie that was chosen.
import type { Context, Part as Piece } from "../core/context.ts";
import { type Child, fill, h } from "../core/dom.ts";
import { label } from "../core/labels.ts";
import { entityOf } from "../core/story.ts";
import type { Corrections } from "./corrections.ts";
import type { Index } from "./counting.ts";
import { entityDetail, tieDetail } from "./detail.ts";
import type { Only, Sided } from "./difference.ts";
import { legend, names, roam } from "./list.ts";
import type { Model } from "./model.ts";
import { pickBar } from "./picking.ts";
import { shares, sideList } from "./sides.ts";
import type { State } from "./state.ts";
import { say } from "./words.ts";

export interface SideActions {
  entity(id: string): void;
  tie(id: string): void;
  back(): void;
  focus(id: string): void;
  type(type: string): void;
  only(one: Only): void;
  list(listed: State["listed"]): void;
  pick(id: string): void;
  picking(on: boolean): void;
}

export class Side {
  readonly element = h("div", { class: "rw-network-side" });
  readonly #context: Context;
  readonly #index: Index;
  readonly #corrections: Corrections | null;
  readonly #actions: SideActions;
  readonly #types: string[];
  #detail: Piece | null = null;
  #shown = "";

  constructor(context: Context, index: Index, corrections: Corrections | null, actions: SideActions) {
    this.#context = context;
    this.#index = index;
    this.#corrections = corrections;
    this.#actions = actions;
    this.#types = [...new Set(context.story.entities.map(({ type }) => type))].sort(byType);
    roam(this.element);
  }

  dispose(): void {
    this.#detail?.dispose();
  }

  /** Scrolls to where it was before the view was drawn anew, puts the focus back, and remembers where one scrolls. */
  restore(state: State): void {
    if (state.scrolled > 0) this.element.scrollTop = state.scrolled;
    this.element.addEventListener("scroll", () => {
      state.scrolled = this.element.scrollTop;
    });
    if (state.refocus === null) return;
    this.focusOn(state.refocus);
    state.refocus = null;
  }

  focusOn(selector: string): void {
    this.element.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }

  /** Shows the detail of what is chosen, else the list. */
  draw(state: State, model: Model, chosen: string | null): void {
    this.#detail?.dispose();
    this.#detail = this.#newDetail(state, model, chosen);
    const shown = state.tie ?? chosen ?? "";
    const top = shown === this.#shown ? state.scrolled : 0;
    this.#shown = shown;
    fill(this.element, this.#corrections?.alert, this.#detail?.element ?? this.#list(state, model, chosen));
    if (top === 0 && state.scrolled === 0) return; // where it is; to ask or to tell would cost a layout
    this.element.scrollTop = top;
    state.scrolled = top;
  }

  #list(state: State, model: Model, chosen: string | null): Child {
    const { labels, story } = this.#context;
    const { filters, picked } = state;
    const actions = { ...this.#actions, toggle: this.#actions.only };
    const given = { nodes: model.nodes, words: filters.words, chosen, size: filters.size, picked };
    return [
      legend(labels, this.#types, filters.hidden, (type) => this.#actions.type(type)),
      model.undated > 0 && h("p", { class: "rw-network-hint" }, say(labels, "undated_left_out", { n: model.undated })),
      this.#corrections && this.#correctionBar(state),
      model.difference
        ? sideList(story, labels, { difference: model.difference, state, words: filters.words, actions })
        : [
            h("p", { class: "rw-muted rw-network-hint" }, label(labels, "messages", "choose_node")),
            names(labels, given, { choose: (id) => this.#actions.entity(id), pick: (id) => this.#actions.pick(id) }),
          ],
    ];
  }

  #correctionBar(state: State): HTMLElement {
    const actions = {
      pick: (on: boolean) => this.#actions.picking(on),
      merge: (ids: string[]) => this.#corrections?.merge(ids),
    };
    return h(
      "div",
      { class: "rw-network-corrections" },
      state.mode !== "difference" && pickBar(this.#context, state, actions),
      this.#corrections?.bar(),
    );
  }

  #newDetail(state: State, model: Model, chosen: string | null): Piece | null {
    const { story } = this.#context;
    const { parts, ties } = model;
    const given = { index: this.#index, parts, ties, actions: this.#actions };
    if (state.tie !== null) {
      const edge = story.edges[this.#index.tieAt.get(state.tie) ?? -1];
      if (!edge) return null;
      const sided = model.difference?.ties.find(({ id }) => id === state.tie);
      return tieDetail(
        this.#context,
        { id: state.tie, edge, weight: edge.weight },
        { ...given, besides: [this.#sides(sided)] },
      );
    }
    const entity = chosen === null ? undefined : entityOf(story, chosen);
    if (!entity) return null;
    const sided = model.difference?.nodes.find((node) => node.entity.id === chosen);
    const besides = [this.#sides(sided), this.#corrections?.form(entity) ?? null];
    return entityDetail(this.#context, entity, { ...given, besides });
  }

  /** The share of what is chosen on both sides of a difference. */
  #sides(sided: Sided | undefined): HTMLElement | null {
    if (!sided) return null;
    const { labels } = this.#context;
    const most = Math.max(sided.shareA, sided.shareB, 1e-9);
    return h(
      "div",
      { class: "rw-detail-sides" },
      h("span", {}, say(labels, `only_${sided.only}`)),
      shares(labels, sided, most),
    );
  }
}

const ORDER = ["PER", "LOC", "ORG"];

function byType(a: string, b: string): number {
  return ((ORDER.indexOf(a) + 9) % 9) - ((ORDER.indexOf(b) + 9) % 9) || a.localeCompare(b);
}
