// All the views: the network, the heatmap and the quotations as tabs, and the reader always beside them.
import "../core/theme.css";
import "./workbench.css";
import "../reader/drawer.css";
import { all, type View } from "../core/context.ts";
import { fill, h } from "../core/dom.ts";
import { emptyState } from "../core/state.ts";
import { heatmapView } from "../heatmap/view.ts";
import { networkView } from "../network/view.ts";
import { quotesView } from "../quotes/view.ts";
import { readerView } from "../reader/view.ts";
import { timelineView } from "../timeline/view.ts";
import { tabs } from "./tabs.ts";

/** The workbench: one selection for all its views. */
export const workbenchView: View = (context) => {
  const { root, story, labels } = context;
  if ((story.articles ?? []).length === 0) {
    root.replaceChildren(emptyState(labels, "empty_corpus"));
    return () => root.replaceChildren();
  }
  const reader = h("div", { class: "rw-pane rw-workbench-reader" });
  const frame = h("div", { class: "rw-workbench" });
  const left = h("div", { class: "rw-pane rw-workbench-main" });
  fill(root, frame);
  frame.append(left, reader);
  const disposeTabs = tabs({ ...context, root: left }, [
    { key: "network", count: story.entities.length, counted: "names_n", view: networkView },
    { key: "heatmap", count: story.passages.length, counted: "passages_n", view: heatmapView },
    { key: "quotes", count: story.quotes.length, counted: "quotes_n", view: quotesView },
    { key: "timeline", count: story.articles.length, counted: "articles_n", view: timelineView },
  ]);
  const disposeReader = readerView({ ...context, root: reader });
  return all(disposeTabs, disposeReader, () => frame.remove());
};
