// Two texts beside each other, what they share marked alike in both and joined by bands; a passage leads to its half
// in the other text, and the texts scroll together.
import { all, type Context, type Part } from "../core/context.ts";
import type { PieceRecord } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { formatShare, label, labelText } from "../core/labels.ts";
import { picking } from "../core/store.ts";
import { facts } from "./facts.ts";
import { Halves } from "./halves.ts";
import { type Pair, type Shared, sharedOf } from "./pairs.ts";
import { pinPair, pinShared } from "./pins.ts";
import type { Memory } from "./state.ts";
import { colour, drawText, type Half, signOf, text } from "./text.ts";
import { OPS, opOf, piecesOn, type Side } from "./wording.ts";

export const ORIGIN = "heatmap";

/** A part that, once it stands in the document, brings what matters into sight. */
export interface Comparison extends Part {
  settle(): void;
}

/** The texts of a pair, the shared passages numbered, coloured and linked. */
export function comparison(context: Context, pair: Pair, memory: Memory): Comparison {
  return new Compare(context, pair, memory);
}

class Compare implements Comparison {
  readonly element: HTMLElement;
  readonly dispose: () => void;
  readonly #context: Context;
  readonly #pair: Pair;
  readonly #shared: Shared[];
  readonly #memory: Memory;
  readonly #halves: Halves;
  readonly #legend = h("div", { class: "rw-piece-legend" });
  readonly #said = h("span", { class: "rw-pinned", role: "status" });

  constructor(context: Context, pair: Pair, memory: Memory) {
    this.#context = context;
    this.#pair = pair;
    this.#memory = memory;
    const found = sharedOf(context.story, pair);
    this.#shared = memory.boilerplate ? found : found.filter(({ kind }) => kind !== "boilerplate");
    const side = (name: Side) => text(context, this.#half(name), () => this.#open(name));
    this.#halves = new Halves([side("a"), side("b")], this.#shared, () => memory.together);
    this.element = h("div", { class: "rw-compare" }, this.#head(), this.#legend, this.#halves.element);
    this.#drawLegend();
    this.#listen();
    const unsubscribe = context.store.subscribe((selection, previous) => {
      this.#emphasise();
      if (selection.origin !== ORIGIN && selection.passage !== previous.passage) this.#halves.align(selection.passage);
    });
    this.dispose = all(
      unsubscribe,
      () => this.#halves.dispose(),
      () => context.root.removeEventListener("keydown", this.#key),
    );
    this.#emphasise();
    this.#ask();
  }

  settle(): void {
    const { passage } = this.#context.store.get();
    const known = this.#shared.some((one) => one.passage.id === passage);
    const first = this.#shared.find(({ kind }) => kind === this.#memory.layer) ?? this.#shared[0];
    this.#halves.level(known ? passage : (first?.passage.id ?? null));
  }

  #half(side: Side): Half {
    return { article: this.#pair[side], side, earlier: side === this.#earlier, shared: this.#shared };
  }

  /** The side that the other is told from: that of the earlier text, or the first where that is not known. */
  get #earlier(): Side {
    return this.#pair.first === this.#pair.b.id ? "b" : "a";
  }

  #head(): HTMLElement {
    const { labels } = this.#context;
    const together = h(
      "button",
      { class: "rw-button", type: "button", data: { act: "together" }, aria: { pressed: this.#memory.together } },
      label(labels, "heatmap", "together"),
    );
    together.addEventListener("click", () => {
      this.#memory.together = !this.#memory.together;
      together.setAttribute("aria-pressed", String(this.#memory.together));
    });
    const pin = (what: "pair" | "passage") =>
      h(
        "button",
        { class: "rw-button", type: "button", data: { act: `pin-${what}` }, on: { click: () => this.#pin(what) } },
        label(labels, "heatmap", `pin_${what}`),
      );
    return h(
      "div",
      { class: "rw-compare-head" },
      facts(this.#context, this.#pair),
      this.#passages(),
      h("div", { class: "rw-compare-acts" }, together, pin("pair"), pin("passage"), this.#said),
    );
  }

  #passages(): HTMLElement {
    const { labels } = this.#context;
    if (this.#shared.length === 0) {
      const why = this.#pair.ab > 0 || this.#pair.ba > 0 ? "few_shared_words" : "no_shared_passage";
      return h("p", { class: "rw-muted rw-compare-none", role: "status" }, label(labels, "messages", why));
    }
    const { sentences } = this.#pair;
    const name = [
      labelText(labels, "messages", "passages_n", { n: this.#counted().length }),
      sentences > 0 && labelText(labels, "heatmap", "reworded_n", { n: sentences }),
    ]
      .filter(Boolean)
      .join(" · ");
    const step = (by: 1 | -1) => {
      const key = by > 0 ? "next_passage" : "previous_passage";
      const title = labelText(labels, "heatmap", key);
      const button = h("button", {
        class: `rw-button rw-step rw-step-${by > 0 ? "next" : "previous"}`,
        type: "button",
        title,
        aria: { label: title, keyshortcuts: by > 0 ? "Alt+ArrowDown" : "Alt+ArrowUp" },
        on: { click: () => this.#step(by) },
      });
      return button;
    };
    return h(
      "div",
      { class: "rw-compare-steps" },
      step(-1),
      h(
        "ul",
        { class: "rw-compare-chips", aria: { label: name } },
        this.#shared.map((one) => h("li", {}, this.#chip(one))),
      ),
      step(1),
    );
  }

  #counted(): Shared[] {
    return this.#shared.filter(({ kind }) => kind === "copied");
  }

  #chip(shared: Shared): HTMLElement {
    const { labels } = this.#context;
    const { passage, kind } = shared;
    const { sign, name } = signOf(labels, shared);
    const title =
      kind === "reworded"
        ? labelText(labels, "heatmap", "likely_same", { share: formatShare(labels, passage.similarity) })
        : labelText(labels, "messages", "shared_words_n", { n: passage.words });
    return h(
      "button",
      {
        class: `rw-shared-chip ${colour(shared)}`,
        type: "button",
        data: { passage: passage.id },
        aria: { pressed: false, label: name },
        title,
      },
      sign,
    );
  }

  #listen(): void {
    const pick = (event: Event) => {
      const target = (event.target as Element).closest<HTMLElement>("[data-passage]");
      if (!target) return;
      event.preventDefault();
      this.#pick(target.dataset["passage"] ?? "", target);
    };
    this.element.addEventListener("click", pick);
    this.element.addEventListener("keydown", (event) => {
      if ((event.target as Element).matches("mark") && (event.key === "Enter" || event.key === " ")) pick(event);
    });
    this.#context.root.addEventListener("keydown", this.#key);
  }

  /** Steps wherever in the view the focus is. */
  readonly #key = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    event.preventDefault();
    this.#step(event.key === "ArrowDown" ? 1 : -1);
  };

  #pick(id: string, from: HTMLElement | null): void {
    const { a, b } = this.#pair;
    this.#context.store.set({ pair: [a.id, b.id], passage: id, article: null, mark: null }, ORIGIN);
    this.#halves.align(id, from);
  }

  /** To the next passage or the one before, round the end. */
  #step(by: 1 | -1): void {
    const { passage } = this.#context.store.get();
    const at = this.#shared.findIndex((one) => one.passage.id === passage);
    const next = at < 0 && by < 0 ? this.#shared.length - 1 : (at + by + this.#shared.length) % this.#shared.length;
    const chosen = this.#shared[next];
    if (chosen) this.#pick(chosen.passage.id, null);
  }

  #emphasise(): void {
    const { passage } = this.#context.store.get();
    for (const one of this.element.querySelectorAll<HTMLElement>("button[data-passage], mark[data-passage]")) {
      const chosen = one.dataset["passage"] === passage;
      one.classList.toggle("rw-chosen", chosen);
      one.setAttribute("aria-pressed", String(chosen));
    }
    const known = this.#shared.some((one) => one.passage.id === passage);
    const button = this.element.querySelector<HTMLButtonElement>('[data-act="pin-passage"]');
    if (button) button.disabled = !known;
    this.#halves.choose(passage);
  }

  #open(side: Side): void {
    const { store, story } = this.#context;
    const { passage } = store.get();
    const chosen = this.#shared.find((one) => one.passage.id === passage) ?? this.#shared[0];
    store.set(chosen ? picking(story, chosen[side]) : { article: this.#pair[side].id }, ORIGIN);
  }

  #pin(what: "pair" | "passage"): void {
    const { passage } = this.#context.store.get();
    const chosen = this.#shared.find((one) => one.passage.id === passage);
    if (what === "passage" && chosen) pinShared(this.#context, this.#pair, chosen);
    if (what === "pair") pinPair(this.#context, this.#pair, this.#counted());
    fill(this.#said, label(this.#context.labels, "heatmap", "pinned"));
  }

  /** The ways in which words differ that stand in these texts. */
  #drawLegend(): void {
    const { labels } = this.#context;
    const [from, to] = this.#earlier === "a" ? [this.#pair.a, this.#pair.b] : [this.#pair.b, this.#pair.a];
    const reworded = this.#shared.filter(({ kind }) => kind === "reworded");
    const there = new Set(
      this.#counted().flatMap(({ passage }) => [
        ...piecesOn(passage, from.id).map((piece) => opOf(piece, true)),
        ...piecesOn(passage, to.id).map((piece) => opOf(piece, false)),
      ]),
    );
    const shown = OPS.filter((op) => there.has(op));
    const untold = this.#untold().length > 0;
    this.#legend.hidden = shown.length === 0 && reworded.length === 0 && !untold;
    const names = { a: from.source, b: to.source };
    fill(
      this.#legend,
      shown.length > 0 && h("span", { class: "rw-muted" }, label(labels, "heatmap", "from_to", names)),
      shown.map((op) => h("span", { class: `rw-piece rw-piece-${op}` }, label(labels, "heatmap", `op_${op}`))),
      reworded.length > 0 && h("span", { class: "rw-piece-reworded" }, "≈ ", label(labels, "heatmap", "reworded")),
      reworded.some(({ passage }) => passage.differs) &&
        h("span", { class: "rw-piece-kept" }, label(labels, "heatmap", "op_kept")),
      untold && h("span", { class: "rw-muted" }, label(labels, "heatmap", "untold")),
    );
  }

  /** The passages that differ in ways that did not come with the story. */
  #untold(): Shared[] {
    return this.#counted().filter(({ passage }) => passage.differs && passage.pieces_a.length === 0);
  }

  /** Of a large story the differences of a passage come when they are asked for; without Python they are not shown. */
  #ask(): void {
    const { ask } = this.#context;
    const untold = this.#untold();
    if (!ask || untold.length === 0) return;
    const asked = untold.map(async ({ passage }) => {
      const [a, b] = (await ask("overlap.pieces", { passage: passage.id })) as [PieceRecord[], PieceRecord[]];
      passage.pieces_a = a;
      passage.pieces_b = b;
    });
    Promise.allSettled(asked).then(() => {
      for (const side of ["a", "b"] as const) {
        this.#halves.refill(side, drawText(this.#context, this.#half(side)));
      }
      this.#emphasise();
      this.#drawLegend();
    });
  }
}
