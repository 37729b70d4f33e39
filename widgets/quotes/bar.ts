// How far the judging is: the progress, what is still open, who judges, and how far the coders agree.
import type { Context } from "../core/context.ts";
import type { Story } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { formatShare, label, labelText } from "../core/labels.ts";
import { refusalText } from "../core/reasons.ts";
import { type Act, actButton } from "./acts.ts";
import { type State, storeCoder } from "./state.ts";

interface Agreement {
  a: string;
  b: string;
  part: string;
  items: number;
  observed: number | null;
  kappa: number | null;
  note: string;
}

/** How many quotations somebody has judged, those that he rejected too; of how many there were. */
export function progress(story: Story, coder: string): { n: number; total: number } {
  const rejected = story.rejected.filter(({ quote }) => quote !== "");
  const judged = [...story.quotes, ...rejected].filter(({ coders }) =>
    coder ? coders.includes(coder) : coders.length > 0,
  );
  return { n: judged.length, total: story.quotes.length + rejected.length };
}

export class Bar {
  readonly element: HTMLElement;
  readonly #context: Context;
  readonly #state: State;
  readonly #change: () => void;
  readonly #told = h("span", { class: "rw-progress-told rw-number" });
  readonly #progress = h("progress", {});
  readonly #open: HTMLButtonElement;

  constructor(context: Context, state: State, act: (act: Act) => void, change: () => void) {
    [this.#context, this.#state, this.#change] = [context, state, change];
    const { labels } = context;
    this.#open = h(
      "button",
      { class: "rw-button rw-open-only", type: "button" },
      labelText(labels, "finder", "not_judged"),
    );
    this.#open.addEventListener("click", () => {
      state.filter.open = state.filter.open === null ? state.coder : null;
      change();
    });
    this.element = h(
      "div",
      { class: "rw-judging", role: "group", aria: { label: labelText(labels, "finder", "judging") } },
      h("label", { class: "rw-progress" }, this.#progress, this.#told),
      this.#open,
      this.#coder(),
      h(
        "span",
        { class: "rw-acts" },
        actButton(labels, "undo", () => act("undo")),
        actButton(labels, "redo", () => act("redo")),
      ),
      this.#agreement(),
    );
    this.update();
  }

  update(): void {
    const { story, labels } = this.#context;
    const { coder, filter } = this.#state;
    const { n, total } = progress(story, coder);
    this.#progress.max = Math.max(1, total);
    this.#progress.value = n;
    fill(this.#told, label(labels, "finder", coder ? "judged_n_by" : "judged_n", { n, total, coder }));
    this.#open.setAttribute("aria-pressed", String(filter.open !== null));
  }

  #coder(): HTMLElement {
    const text = labelText(this.#context.labels, "finder", "coder");
    const input = h("input", {
      class: "rw-input rw-coder",
      type: "text",
      dir: "auto",
      placeholder: text,
      value: this.#state.coder,
    });
    input.setAttribute("aria-label", text);
    input.setAttribute("autocomplete", "off");
    input.addEventListener("change", () => {
      this.#state.coder = input.value.trim().replace(/\s+/gu, " ");
      storeCoder(this.#state.coder);
      if (this.#state.filter.open !== null) this.#state.filter.open = this.#state.coder;
      this.#change();
    });
    return input;
  }

  /** Where two have judged: how far they agree, asked of Python when it is unfolded. */
  #agreement(): HTMLElement | null {
    const { story, labels, ask } = this.#context;
    const coders = new Set([...story.quotes, ...story.rejected].flatMap(({ coders }) => coders));
    if (coders.size < 2 || ask === null) return null;
    const place = h("div", { class: "rw-agreement-place" }, labelText(labels, "messages", "loading"));
    const summary = h("summary", {}, label(labels, "finder", "coders_n", { n: coders.size }));
    const details = h("details", { class: "rw-agreement" }, summary, place);
    details.addEventListener("toggle", () => {
      if (!details.open || details.dataset["asked"]) return;
      details.dataset["asked"] = "yes";
      ask("quotes.agreement").then(
        (rows) => fill(place, this.#agreed(rows as Agreement[])),
        (error: unknown) => fill(place, h("p", { dir: "auto" }, refusalText(labels, error).message)),
      );
    });
    return details;
  }

  #agreed(rows: Agreement[]): HTMLElement {
    const { labels } = this.#context;
    const heads = ["agree_who", "agree_part", "agree_items", "agree_observed", "agree_kappa"];
    const cells = (row: Agreement) => [
      h("td", {}, h("bdi", {}, row.a), row.b ? " · " : "", h("bdi", {}, row.b)),
      h("td", {}, labelText(labels, "finder", `part_${row.part}`)),
      h("td", { class: "rw-number" }, String(row.items)),
      h("td", { class: "rw-number" }, row.observed === null ? "–" : formatShare(labels, row.observed)),
      h("td", { class: "rw-number", title: row.note }, h("bdi", {}, row.kappa === null ? "–" : row.kappa.toFixed(2))),
    ];
    return h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          heads.map((key) => h("th", {}, labelText(labels, "finder", key))),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map((row) => h("tr", {}, cells(row))),
      ),
    );
  }
}
