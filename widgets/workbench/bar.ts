// The bar above the views: the way through what was selected, pinning, the evidence, and what is shown.
import { all, type Context, type Dispose, type Part } from "../core/context.ts";
import { type Child, fill, h } from "../core/dom.ts";
import { formatNumber, labelText, type Values } from "../core/labels.ts";
import { pinSelection } from "../core/pinning.ts";
import { type Crumb, crumbs } from "./crumbs.ts";
import type { Layout, Remembered } from "./state.ts";

const ORIGIN = "workbench";
const LAYOUTS: readonly Layout[] = ["main", "both", "reader"];
/** How long a message is seen, in milliseconds. */
const SEEN = 5000;

export interface Acts {
  toggleTray(): void;
  layout(layout: Layout): void;
}

export class Bar implements Part {
  readonly element: HTMLElement;
  readonly dispose: Dispose;
  readonly #context: Context;
  readonly #state: Remembered;
  readonly #said = h("span", { class: "rw-said", role: "status" });
  readonly #trail: HTMLElement;
  readonly #back: HTMLButtonElement;
  readonly #forward: HTMLButtonElement;
  readonly #tray: HTMLButtonElement;
  readonly #count = h("bdi", { class: "rw-tray-count rw-number" });
  readonly #layouts: HTMLButtonElement[];
  #timer = 0;

  constructor(context: Context, state: Remembered, acts: Acts) {
    this.#context = context;
    this.#state = state;
    this.#trail = h("div", { class: "rw-crumbs", role: "group", aria: { label: this.#word("workbench", "selected") } });
    this.#back = this.#stepper(-1);
    this.#forward = this.#stepper(1);
    this.#tray = button("rw-tray-open", this.#word("tray", "open_key"), acts.toggleTray, [
      h("span", {}, this.#word("tray", "open")),
      this.#count,
    ]);
    this.#layouts = LAYOUTS.map((layout) => this.#layoutButton(layout, () => acts.layout(layout)));
    const pin = button("rw-pin", this.#word("tray", "pin_key"), () => this.pin(), [
      h("i", { class: "rw-pin-icon" }),
      h("span", {}, this.#word("tray", "pin")),
    ]);
    pin.setAttribute("aria-label", this.#word("tray", "pin_key"));
    const name = this.#word("workbench", "layout");
    const shown = h("div", { class: "rw-layouts", role: "group", aria: { label: name } }, this.#layouts);
    this.element = h("div", { class: "rw-bar" }, this.#back, this.#forward, this.#trail, this.#said);
    this.element.append(pin, this.#tray, shown);
    const noted = () => {
      state.past.note(context.store.get());
      this.refresh();
    };
    noted();
    const quiet = () => clearTimeout(this.#timer);
    this.dispose = all(
      context.store.subscribe(noted),
      context.tray.subscribe(() => this.refresh()),
      quiet,
    );
  }

  /** Says something for a few seconds, and to a screen reader. */
  say(text: string): void {
    clearTimeout(this.#timer);
    this.#said.textContent = text;
    this.#said.classList.add("rw-seen");
    this.#timer = window.setTimeout(() => this.#said.classList.remove("rw-seen"), SEEN);
  }

  pin(): void {
    const result = pinSelection(this.#context);
    const key = result === null ? "nothing_selected" : result.already ? "already" : "pinned";
    this.say(this.#word("tray", key, { name: result?.pinned.name ?? "" }));
  }

  /** Selects again what was selected before (-1), or after it (1). */
  go(by: 1 | -1): void {
    const selection = this.#state.past.go(by);
    if (selection !== undefined) this.#context.store.set(selection, ORIGIN);
    this.refresh();
  }

  /** Shows things as they are now. */
  refresh(): void {
    const { story, labels, store, tray } = this.#context;
    const parts = crumbs(story, labels, store.get()).map((one) => this.#crumb(one));
    const lead = this.#word("workbench", parts.length > 0 ? "selected" : "nothing");
    const had = this.#trail.contains(document.activeElement);
    fill(this.#trail, h("span", { class: "rw-crumbs-lead rw-muted" }, lead), parts);
    this.#back.disabled = !this.#state.past.can(-1);
    this.#forward.disabled = !this.#state.past.can(1);
    if (had) (this.#trail.querySelector("button") ?? this.#back).focus();
    this.#tray.setAttribute("aria-expanded", String(this.#state.tray));
    this.#count.textContent = formatNumber(labels, tray.findings.length);
    LAYOUTS.forEach((layout, index) => {
      this.#layouts[index]?.setAttribute("aria-pressed", String(layout === this.#state.layout));
    });
  }

  #crumb({ kind, name, clears }: Crumb): HTMLElement {
    const title = this.#word("workbench", "clear_one", { name });
    const clear = () => this.#context.store.set(clears, ORIGIN);
    const props = { class: "rw-crumb-clear", type: "button", title, aria: { label: title }, on: { click: clear } };
    return h("span", { class: `rw-crumb rw-crumb-${kind}` }, h("bdi", { title: name }, name), h("button", props, "×"));
  }

  #stepper(by: 1 | -1): HTMLButtonElement {
    const name = this.#word("workbench", by < 0 ? "back" : "forward");
    const rightward = by > 0 === (this.#context.labels.direction !== "rtl");
    const arrow = h("i", { class: `rw-arrow ${rightward ? "rw-arrow-right" : "rw-arrow-left"}` });
    const title = `${name} (Alt+${rightward ? "→" : "←"})`;
    const made = button("rw-button-quiet rw-way", title, () => this.go(by), [arrow]);
    made.setAttribute("aria-label", name);
    return made;
  }

  #layoutButton(layout: Layout, choose: () => void): HTMLButtonElement {
    const name = this.#word("workbench", layout);
    const made = button(`rw-layout rw-layout-${layout}`, name, choose, [h("i"), h("i")]);
    made.setAttribute("aria-label", name);
    return made;
  }

  #word(section: string, key: string, values: Values = {}): string {
    return labelText(this.#context.labels, section, key, values);
  }
}

function button(name: string, title: string, click: () => void, children: Child[]): HTMLButtonElement {
  return h("button", { class: `rw-button ${name}`, type: "button", title, on: { click } }, children);
}
