// From a view to an anywidget module: reads the traits, draws, and keeps the selection on both sides the same.
import { asking, type Wire } from "./ask.ts";
import { all, type Context, type Dispose, type View } from "./context.ts";
import type { Labels, Selection, Story, Traits } from "./contract.ts";
import { EMPTY_SELECTION } from "./contract.ts";
import { fill, h } from "./dom.ts";
import { labelText } from "./labels.ts";
import { type Store, same, selectionStore } from "./store.ts";
import { unpacked } from "./transport.ts";
import { pageTray, type Tray } from "./tray.ts";

/** The part of an anywidget model that we use. */
export interface Model extends Wire {
  get<K extends keyof Traits>(name: K): Traits[K];
  set<K extends keyof Traits>(name: K, value: Traits[K]): void;
  on(event: string, callback: (content: unknown) => void): void;
  off(event: string, callback: (content: unknown) => void): void;
  save_changes(): void;
}

interface Place {
  model: Model;
  el: HTMLElement;
  memory: Map<string, unknown>;
}

export interface Widget {
  render(given: { model: Model; el: HTMLElement }): Dispose;
}

/** The anywidget module of a view. */
export function widget(view: View): Widget {
  return {
    render({ model, el }) {
      const memory = new Map<string, unknown>();
      let dispose: Dispose = () => {};
      let drawings = 0;
      const put = (next: () => Dispose) => {
        dispose();
        dispose = next();
      };
      // What stands there stays until the new story is decoded; of two that were sent, the later one is drawn.
      const draw = () => {
        drawings += 1;
        const number = drawings;
        unpacked(model.get("story")).then(
          (story) => number === drawings && put(() => show(view, story, { model, el, memory })),
          (error: unknown) => number === drawings && put(() => broken(el, model.get("labels"), error)),
        );
      };
      const events = ["change:story", "change:labels", "change:options"];
      const cancel = whenInDocument(el, () => {
        for (const event of events) model.on(event, draw);
        draw();
      });
      return () => {
        cancel();
        drawings += 1;
        for (const event of events) model.off(event, draw);
        put(() => () => {});
        el.replaceChildren();
      };
    },
  };
}

/** Draws once the element stands in the document: Lab hands it over before, when it has no size and no colours yet. */
function whenInDocument(el: HTMLElement, draw: () => void): Dispose {
  el.replaceChildren(h("div", { class: "rw-root" })); // keeps the place, so that nothing jumps
  if (el.isConnected) {
    draw();
    return () => {};
  }
  const observer = new ResizeObserver(() => {
    if (!el.isConnected) return;
    observer.disconnect();
    draw();
  });
  observer.observe(el);
  return () => observer.disconnect();
}

function show(view: View, story: Story, { model, el, memory }: Place): Dispose {
  const labels = model.get("labels");
  const root = h("div");
  el.replaceChildren(root);
  const store = selectionStore(story.digest ?? "");
  const tray = pageTray();
  const unlink = all(mirror(model, store), mirrorTray(model, tray));
  const { ask, dispose: hangUp } = asking(model);
  const options = model.get("options") ?? {};
  const dispose = mount(view, { root, story, labels, store, options, ask, tray, memory });
  return all(unlink, hangUp, dispose);
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

/** What came cannot be read as a story. */
function broken(el: HTMLElement, labels: Labels, error: unknown): Dispose {
  el.replaceChildren(h("div", { class: "rw-root" }, failure(labels, error)));
  return () => {};
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

/** The tray of the page and the one that Python has: each takes in what the other changed. */
function mirrorTray(model: Model, tray: Tray): Dispose {
  const receive = () => tray.merge(model.get("tray") ?? []);
  const send = () => {
    if (same(model.get("tray"), tray.all)) return;
    model.set("tray", tray.all);
    model.save_changes();
  };
  receive();
  send();
  model.on("change:tray", receive);
  const unsubscribe = tray.subscribe(send);
  return () => {
    unsubscribe();
    model.off("change:tray", receive);
  };
}

function isEmpty(selection: Selection): boolean {
  return Object.entries(selection).every(([name, value]) => name === "origin" || value === null);
}
