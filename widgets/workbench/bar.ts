// The bar above the views: the way through what was selected, pinning, the evidence, and what is shown.
import type { Context, Part } from "../core/context.ts";
import { all } from "../core/context.ts";
import { fill, h } from "../core/dom.ts";
import { formatNumber, labelText } from "../core/labels.ts";
import { pinSelection } from "../core/pinning.ts";
import { crumbs } from "./crumbs.ts";
import type { Layout, Remembered } from "./state.ts";

const ORIGIN = "workbench";
const LAYOUTS: readonly Layout[] = ["main", "both", "reader"];
/** How long a message is seen. */
const SEEN = 5000;

export interface Acts {
  toggleTray(): void;
  layout(layout: Layout): void;
}

export interface Bar extends Part {
  say(text: string): void;
  pin(): void;
  go(by: 1 | -1): void;
  /** Shows which buttons are pressed. */
  refresh(): void;
}

/** The bar; the workbench tells it what its buttons do. */
export function bar(context: Context, state: Remembered, acts: Acts): Bar {
  const { labels, store, story, tray } = context;
  const word = (section: string, key: string, values = {}) => labelText(labels, section, key, values);
  const said = h("span", { class: "rw-said", role: "status", aria: { live: "polite" } });
  const trail = h("div", { class: "rw-crumbs", role: "group", aria: { label: word("workbench", "selected") } });
  const count = h("bdi", { class: "rw-tray-count rw-number" });
  let timer = 0;

  function say(text: string): void {
    clearTimeout(timer);
    said.textContent = text;
    said.classList.add("rw-seen");
    timer = window.setTimeout(() => said.classList.remove("rw-seen"), SEEN);
  }
  function pin(): void {
    const result = pinSelection(context);
    const key = result === null ? "nothing_selected" : result.already ? "already" : "pinned";
    say(word("tray", key, { name: result?.pinned.name ?? "" }));
  }
  function go(by: 1 | -1): void {
    const selection = state.past.go(by);
    if (selection !== undefined) store.set({ ...selection }, ORIGIN);
    refresh();
  }
  const stepper = (by: 1 | -1) => {
    const name = word("workbench", by < 0 ? "back" : "forward");
    const keys = by < 0 === (labels.direction === "rtl") ? "Alt+→" : "Alt+←";
    const props = { class: "rw-button rw-button-quiet rw-way", type: "button", title: `${name} (${keys})` };
    return h(
      "button",
      { ...props, aria: { label: name }, on: { click: () => go(by) } },
      h("i", { class: by < 0 ? "rw-arrow" : "rw-arrow rw-arrow-on" }),
    );
  };
  const ways = { "-1": stepper(-1), "1": stepper(1) };
  const pinning = button(
    "rw-pin",
    word("tray", "pin_key"),
    pin,
    h("i", { class: "rw-pin-icon" }),
    h("span", {}, word("tray", "pin")),
  );
  const opening = button(
    "rw-tray-open",
    word("tray", "open_key"),
    acts.toggleTray,
    h("span", {}, word("tray", "open")),
    count,
  );
  const layouts = LAYOUTS.map((layout) =>
    button(`rw-layout rw-layout-${layout}`, word("workbench", layout), () => acts.layout(layout), h("i"), h("i")),
  );
  LAYOUTS.forEach((layout, index) => {
    layouts[index]?.setAttribute("aria-label", word("workbench", layout));
  });
  const shown = h("div", { class: "rw-layouts", role: "group", aria: { label: word("workbench", "layout") } }, layouts);

  function drawTrail(): void {
    const parts = crumbs(story, labels, store.get()).map(({ kind, name, clears }) => {
      const clear = word("workbench", "clear_one", { name });
      const props = { class: "rw-crumb-clear", type: "button", title: clear, aria: { label: clear } };
      const letGo = h("button", { ...props, on: { click: () => store.set(clears, ORIGIN) } }, "×");
      return h("span", { class: `rw-crumb rw-crumb-${kind}` }, h("bdi", { title: name }, name), letGo);
    });
    const lead = word("workbench", parts.length > 0 ? "selected" : "nothing");
    fill(trail, h("span", { class: "rw-crumbs-lead rw-muted" }, lead), parts);
  }
  function refresh(): void {
    drawTrail();
    ways["-1"].disabled = !state.past.can(-1);
    ways["1"].disabled = !state.past.can(1);
    opening.setAttribute("aria-expanded", String(state.tray));
    count.textContent = formatNumber(labels, tray.findings.length);
    LAYOUTS.forEach((layout, index) => {
      layouts[index]?.setAttribute("aria-pressed", String(layout === state.layout));
    });
  }
  const noted = () => {
    state.past.note(store.get());
    refresh();
  };
  noted();
  const element = h("div", { class: "rw-bar" }, [ways["-1"], ways["1"]], trail, said, pinning, opening, shown);
  const dispose = all(store.subscribe(noted), tray.subscribe(refresh), () => clearTimeout(timer));
  return { element, dispose, say, pin, go, refresh };
}

function button(name: string, title: string, click: () => void, ...children: HTMLElement[]): HTMLButtonElement {
  return h("button", { class: `rw-button ${name}`, type: "button", title, on: { click } }, children);
}
