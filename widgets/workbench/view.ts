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
import { timelineView } from "../timeline/view.ts";
import { trayPanel } from "../tray/view.ts";
import { Bar } from "./bar.ts";
import { keys } from "./keys.ts";
import { splitter } from "./splitter.ts";
import { type Layout, type Remembered, remembered } from "./state.ts";
import { type Tab, tabs } from "./tabs.ts";

/** The tabs in their order: a view is one line here. */
const VIEWS = ({ story }: Context): Tab[] => [
  { key: "network", count: story.entities.length, counted: "names_n", view: networkView },
  { key: "heatmap", count: story.passages.length, counted: "passages_n", view: heatmapView },
  { key: "quotes", count: story.quotes.length, counted: "quotes_n", view: quotesView },
  { key: "timeline", count: story.articles.length, counted: "articles_n", view: timelineView },
];

/** The workbench: one selection for all its views. */
export const workbenchView: View = (context) => {
  const { root, story, labels } = context;
  if ((story.articles ?? []).length === 0) {
    root.replaceChildren(emptyState(labels, "empty_corpus"));
    return () => root.replaceChildren();
  }
  return new Frame(context).dispose;
};

class Frame {
  readonly dispose: Dispose;
  readonly #context: Context;
  readonly #state: Remembered;
  readonly #bar: Bar;
  readonly #panes = h("div", { class: "rw-workbench-panes" });
  readonly #main = h("div", { class: "rw-pane rw-workbench-main" });
  readonly #reader = h("div", { class: "rw-pane rw-workbench-reader" });
  readonly #aside = h("aside", { class: "rw-pane rw-workbench-tray" });
  #closeTray: Dispose = () => {};

  constructor(context: Context) {
    const { root, labels } = context;
    this.#context = context;
    this.#state = remembered(context);
    const toggleTray = () => this.#toggleTray();
    this.#bar = new Bar(context, this.#state, { toggleTray, layout: (layout) => this.#layout(layout) });
    const element = h("div", { class: "rw-pane rw-workbench" }, this.#bar.element, this.#panes);
    const between = splitter(context, { frame: this.#panes, main: this.#main }, this.#state);
    this.#panes.append(this.#main, between.element, this.#reader, this.#aside);
    fill(root, element);
    this.#arrange();
    const acts = { pin: () => this.#bar.pin(), tray: toggleTray, go: (by: 1 | -1) => this.#bar.go(by) };
    this.dispose = all(
      tabs({ ...context, root: this.#main }, VIEWS(context), this.#state),
      readerView({ ...context, root: this.#reader }),
      keys(element, labels.direction, acts),
      this.#bar.dispose,
      between.dispose,
      () => this.#closeTray(),
      () => element.remove(),
    );
  }

  #layout(layout: Layout): void {
    this.#state.layout = layout;
    this.#arrange();
  }

  #toggleTray(): void {
    this.#state.tray = !this.#state.tray;
    this.#arrange();
    const inside = ".rw-finding[tabindex='0'], .rw-tray-head button:not([hidden])";
    const [place, wanted] = this.#state.tray ? [this.#aside, inside] : [this.#bar.element, ".rw-tray-open"];
    place.querySelector<HTMLElement>(wanted)?.focus();
  }

  /** Shows the panes that are wanted now. */
  #arrange(): void {
    const { layout, tray } = this.#state;
    this.#panes.className = `rw-workbench-panes rw-show-${layout}${tray ? " rw-with-tray" : ""}`;
    this.#bar.refresh();
    if (tray === this.#aside.hasChildNodes()) return;
    this.#closeTray();
    this.#closeTray = tray ? this.#openTray() : () => {};
  }

  #openTray(): Dispose {
    const panel = trayPanel(this.#context, {
      say: (text) => this.#bar.say(text),
      close: () => this.#toggleTray(),
      reveal: () => this.#state.layout === "main" && this.#layout("both"),
    });
    this.#aside.append(panel.element);
    return all(panel.dispose, () => this.#aside.replaceChildren());
  }
}
