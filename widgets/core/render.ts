// From a view to an anywidget module: reads the traits, draws, and keeps the selection on both sides the same.
import type { Context, Dispose, View } from "./context.ts";
import type { Labels, Selection, Story, Traits } from "./contract.ts";
import { EMPTY_SELECTION } from "./contract.ts";
import { fill, h } from "./dom.ts";
import { labelText } from "./labels.ts";
import { type Store, same, selectionStore } from "./store.ts";

/** The part of an anywidget model that we use. */
export interface Model {
  get<K extends keyof Traits>(name: K): Traits[K];
  set<K extends keyof Traits>(name: K, value: Traits[K]): void;
  on(event: string, callback: () => void): void;
  off(event: string, callback: () => void): void;
  save_changes(): void;
}

export interface Widget {
  render(given: { model: Model; el: HTMLElement }): Dispose;
}

/** The anywidget module of a view. */
export function widget(view: View): Widget {
  return {
    render({ model, el }) {
      let dispose: Dispose = () => {};
      const draw = () => {
        dispose();
        dispose = start(view, model, el);
      };
      const events = ["change:story", "change:labels", "change:options"];
      const cancel = whenInDocument(el, () => {
        for (const event of events) model.on(event, draw);
        draw();
      });
      return () => {
        cancel();
        for (const event of events) model.off(event, draw);
        dispose();
      };
    },
  };
}

/** Draws once the element stands in the document: Lab hands it over before, when it has no size and no colours yet. */
function whenInDocument(el: HTMLElement, draw: () => void): Dispose {
  if (el.isConnected) {
    draw();
    return () => {};
  }
  el.replaceChildren(h("div", { class: "rw-root" })); // keeps the place, so that nothing jumps
  const observer = new ResizeObserver(() => {
    if (!el.isConnected) return;
    observer.disconnect();
    draw();
  });
  observer.observe(el);
  return () => observer.disconnect();
}

function start(view: View, model: Model, el: HTMLElement): Dispose {
  const story = model.get("story");
  const labels = model.get("labels");
  const root = h("div");
  el.replaceChildren(root);
  const store = selectionStore(story.digest ?? "");
  const unlink = mirror(model, store);
  const dispose = mount(view, { root, story, labels, store, options: model.get("options") ?? {} });
  return () => {
    unlink();
    dispose();
    root.remove();
  };
}

/** Draws a view into `context.root`; a view that fails shows an error state and does not throw. */
export function mount(view: View, context: Context): Dispose {
  const { root, labels, options } = context;
  root.classList.add("rw-root", "rw-pane");
  if (options["height"]) root.style.setProperty("--rw-height", length(options["height"]));
  root.dir = labels.direction || "ltr";
  root.lang = labels.language || "en";
  root.addEventListener("focusin", keepKeys);
  try {
    return view(context);
  } catch (error) {
    fill(root, failure(labels, error));
    return () => {};
  }
}

function length(height: unknown): string {
  return typeof height === "number" ? `${height}px` : String(height);
}

/** Keeps Lab from taking the keys pressed in a view: it looks for this attribute on the very element that has the focus. */
function keepKeys({ target }: FocusEvent): void {
  if (target instanceof Element) target.setAttribute("data-lm-suppress-shortcuts", "true");
}

function failure(labels: Labels, error: unknown): HTMLElement {
  const reason = error instanceof Error ? error.message : String(error);
  const text = labels.sections ? labelText(labels, "messages", "error") : "Error";
  return h("div", { class: "rw-state rw-error", role: "alert" }, h("p", {}, text), h("p", { dir: "auto" }, reason));
}

function mirror(model: Model, store: Store<Selection>): Dispose {
  const receive = () => store.set({ ...EMPTY_SELECTION, ...model.get("selected") }, "python");
  const send = (selection: Selection) => {
    if (same(model.get("selected"), selection)) return;
    model.set("selected", selection);
    model.save_changes();
  };
  if (isEmpty(store.get())) receive();
  else send(store.get());
  model.on("change:selected", receive);
  const unsubscribe = store.subscribe(send);
  return () => {
    unsubscribe();
    model.off("change:selected", receive);
  };
}

function isEmpty(selection: Selection): boolean {
  return Object.entries(selection).every(([name, value]) => name === "origin" || value === null);
}

/** Whether a story has been sent. */
export function hasArticles(story: Story): boolean {
  return (story.articles ?? []).length > 0;
}
