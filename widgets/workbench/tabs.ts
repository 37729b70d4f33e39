// Panes of which one is shown, chosen by tabs; a pane is drawn when it is first shown and kept from then on.
import type { Context, Dispose, View } from "../core/context.ts";
import { fill, h } from "../core/dom.ts";
import { formatNumber, labelText } from "../core/labels.ts";

export interface Tab {
  /** The key of its name among the labels of views. */
  key: string;
  /** How many things it shows, and the key of the message that says so. */
  count: number;
  counted: string;
  view: View;
}

let made = 0;

/** Draws into the root, which stands in the document, a bar of tabs and under it the pane of the one in `state`. */
export function tabs(context: Context, given: Tab[], state: { tab: string }): Dispose {
  const { labels, root } = context;
  const prefix = `rw-tabs-${made++}`;
  const disposers: Dispose[] = [];
  const drawn = new Set<number>();
  const panes = given.map((_, index) =>
    h("div", { class: "rw-pane rw-tab-pane", role: "tabpanel", id: `${prefix}-pane-${index}`, hidden: true }),
  );
  const buttons = given.map((tab, index) =>
    h(
      "button",
      {
        class: "rw-tab",
        type: "button",
        role: "tab",
        id: `${prefix}-tab-${index}`,
        title: labelText(labels, "messages", tab.counted, { n: tab.count }),
        aria: { controls: `${prefix}-pane-${index}` },
        on: { click: () => show(index) },
      },
      h("span", {}, labelText(labels, "views", tab.key)),
      h("bdi", { class: "rw-tab-count rw-number" }, formatNumber(labels, tab.count)),
    ),
  );

  function show(chosen: number): void {
    state.tab = given[chosen]?.key ?? "";
    panes.forEach((pane, index) => {
      pane.hidden = index !== chosen;
    });
    buttons.forEach((button, index) => {
      button.setAttribute("aria-selected", String(index === chosen));
      button.tabIndex = index === chosen ? 0 : -1;
    });
    const [pane, tab] = [panes[chosen], given[chosen]];
    if (drawn.has(chosen) || pane === undefined || tab === undefined) return;
    drawn.add(chosen);
    disposers.push(tab.view({ ...context, root: pane }));
  }

  function step(event: KeyboardEvent): void {
    const forward = labels.direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = labels.direction === "rtl" ? "ArrowRight" : "ArrowLeft";
    const by = { [forward]: 1, [backward]: -1 }[event.key];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    if (by === undefined || at < 0) return;
    event.preventDefault();
    const next = (at + by + buttons.length) % buttons.length;
    show(next);
    buttons[next]?.focus();
  }

  panes.forEach((pane, index) => {
    pane.setAttribute("aria-labelledby", `${prefix}-tab-${index}`);
  });
  const bar = h("div", { class: "rw-tabs", role: "tablist", on: { keydown: step } }, buttons);
  fill(root, bar, h("div", { class: "rw-pane rw-tab-panes" }, panes));
  show(
    Math.max(
      0,
      given.findIndex(({ key }) => key === state.tab),
    ),
  );
  return () => {
    for (const dispose of disposers) dispose();
    root.replaceChildren();
  };
}
