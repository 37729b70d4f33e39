// A view with a reader at its side, which opens at the span that the view selects.
import "./drawer.css";
import { all, type View } from "../core/context.ts";
import { h } from "../core/dom.ts";
import { labelText } from "../core/labels.ts";
import { readerView } from "./view.ts";

/** The view, and beside it a reader that opens when `origin` (the view's own name) selects a mark or an article. */
export function withReader(view: View, origin: string): View {
  return (context) => {
    const { root, labels, store } = context;
    const main = h("div", { class: "rw-pane rw-drawer-main" });
    const pane = h("div", { class: "rw-pane rw-drawer-reader" });
    const aside = h("aside", { class: "rw-pane rw-drawer", hidden: true }, head(), pane);
    aside.setAttribute("aria-label", labelText(labels, "views", "reader"));
    const frame = h("div", { class: "rw-with-drawer" }, main, aside);
    root.replaceChildren(frame);
    let opener: Element | null = null;
    let dispose = () => {};

    function head(): HTMLElement {
      const name = labelText(labels, "actions", "close");
      const button = h("button", { class: "rw-button rw-button-quiet", type: "button", title: name }, "×");
      button.setAttribute("aria-label", name);
      button.addEventListener("click", close);
      return h("div", { class: "rw-drawer-head" }, h("strong", {}, labelText(labels, "views", "reader")), button);
    }
    function open(): void {
      if (!aside.hidden) return;
      opener = document.activeElement;
      aside.hidden = false;
      frame.classList.add("rw-open");
      dispose = readerView({ ...context, root: pane });
    }
    function close(): void {
      if (aside.hidden) return;
      dispose();
      aside.hidden = true;
      frame.classList.remove("rw-open");
      if (opener instanceof HTMLElement) opener.focus();
    }
    aside.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
    });
    const unsubscribe = store.subscribe((selection) => {
      if (selection.origin === origin && (selection.mark ?? selection.article) !== null) open();
    });
    const viewDispose = view({ ...context, root: main });
    return all(unsubscribe, close, viewDispose, () => root.replaceChildren());
  };
}
