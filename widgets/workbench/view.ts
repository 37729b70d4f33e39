// All the views: as tabs, with the reader beside them, the evidence tray, and the way through what was selected.
import "../core/theme.css";
import "./workbench.css";
import "../reader/drawer.css";
import { all, type Context, type Dispose, type View } from "../core/context.ts";
import { fill, h } from "../core/dom.ts";
import { emptyState } from "../core/state.ts";
import { heatmapView } from "../heatmap/view.ts";
import { networkView } from "../network/view.ts";
import { quotesView } from "../quotes/view.ts";
import { readerView } from "../reader/view.ts";
import { trayPanel } from "../tray/view.ts";
import { bar } from "./bar.ts";
import { keys } from "./keys.ts";
import { splitter } from "./splitter.ts";
import { type Layout, remembered } from "./state.ts";
import { type Tab, tabs } from "./tabs.ts";

/** The workbench: one selection for all its views. */
export const workbenchView: View = (context) => {
  const { root, story, labels } = context;
  if ((story.articles ?? []).length === 0) {
    root.replaceChildren(emptyState(labels, "empty_corpus"));
    return () => root.replaceChildren();
  }
  const state = remembered(context);
  const left = h("div", { class: "rw-pane rw-workbench-main" });
  const reader = h("div", { class: "rw-pane rw-workbench-reader" });
  const aside = h("aside", { class: "rw-pane rw-workbench-tray" });
  const panes = h("div", { class: "rw-workbench-panes" });
  const above = bar(context, state, { toggleTray, layout });
  const between = splitter(context, { frame: panes, main: left }, state);
  const frame = h("div", { class: "rw-pane rw-workbench" }, above.element, panes);
  let closeTray: Dispose = () => {};

  function layout(next: Layout): void {
    state.layout = next;
    arrange();
  }
  function toggleTray(): void {
    state.tray = !state.tray;
    arrange();
    const first = aside.querySelector<HTMLElement>(".rw-finding[tabindex='0'], .rw-tray-head button:not([hidden])");
    if (state.tray) first?.focus();
    else above.element.querySelector<HTMLElement>(".rw-tray-open")?.focus();
  }
  function arrange(): void {
    panes.className = `rw-workbench-panes rw-show-${state.layout}${state.tray ? " rw-with-tray" : ""}`;
    above.refresh();
    if (state.tray === aside.hasChildNodes()) return;
    closeTray();
    closeTray = state.tray ? openTray() : () => {};
  }
  function openTray(): Dispose {
    const reveal = () => state.layout === "main" && layout("both");
    const panel = trayPanel(context, { say: above.say, close: toggleTray, reveal });
    aside.append(panel.element);
    return all(panel.dispose, () => aside.replaceChildren());
  }
  fill(root, frame);
  panes.append(left, between.element, reader, aside);
  arrange();
  const disposeTabs = tabs({ ...context, root: left }, VIEWS(context), state);
  const disposeReader = readerView({ ...context, root: reader });
  const unbind = keys(frame, labels.direction, { pin: above.pin, tray: toggleTray, go: above.go });
  const disposeParts = all(unbind, above.dispose, between.dispose, () => closeTray());
  return all(disposeTabs, disposeReader, disposeParts, () => frame.remove());
};

/** The tabs in their order: a view is one line here. */
const VIEWS = ({ story }: Context): Tab[] => [
  { key: "network", count: story.entities.length, counted: "names_n", view: networkView },
  { key: "heatmap", count: story.passages.length, counted: "passages_n", view: heatmapView },
  { key: "quotes", count: story.quotes.length, counted: "quotes_n", view: quotesView },
];
