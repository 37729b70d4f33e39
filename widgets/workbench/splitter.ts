// The bar between the views and the reader: dragged, moved by keys, put back by a double click.
import type { Context, Part } from "../core/context.ts";
import { h } from "../core/dom.ts";
import { labelText } from "../core/labels.ts";
import { type Remembered, SHARE } from "./state.ts";

const [LEAST, MOST] = [0.2, 0.8];
const STEP = 0.02;

/** The bar; it sets the shares of `frame`'s columns, or of its rows where they stand above each other. */
export function splitter(context: Context, { frame, main }: Record<"frame" | "main", HTMLElement>, state: Remembered) {
  const { labels } = context;
  const name = labelText(labels, "workbench", "splitter");
  const bar = h("div", { class: "rw-splitter", role: "separator", tabindex: 0, title: name, aria: { label: name } });
  const rtl = labels.direction === "rtl";
  const stacked = () => getComputedStyle(frame).getPropertyValue("--rw-stacked").trim() === "1";

  function set(share: number): void {
    state.share = Math.min(MOST, Math.max(LEAST, share));
    frame.style.setProperty("--rw-main", `${state.share}fr`);
    frame.style.setProperty("--rw-reader", `${1 - state.share}fr`);
    bar.setAttribute("aria-valuenow", String(Math.round(100 * state.share)));
  }
  function shareAt({ clientX, clientY }: PointerEvent): number {
    const [box, reader] = [main.getBoundingClientRect(), bar.nextElementSibling?.getBoundingClientRect()];
    if (reader === undefined) return state.share;
    if (stacked()) return (clientY - box.top) / (box.height + reader.height);
    return (rtl ? box.right - clientX : clientX - box.left) / (box.width + reader.width);
  }
  function key(event: KeyboardEvent): void {
    const grow = stacked() ? "ArrowDown" : rtl ? "ArrowLeft" : "ArrowRight";
    const shrink = stacked() ? "ArrowUp" : rtl ? "ArrowRight" : "ArrowLeft";
    const step = event.shiftKey ? 5 * STEP : STEP;
    const to = { [grow]: state.share + step, [shrink]: state.share - step, Home: LEAST, End: MOST, Enter: SHARE };
    const share = to[event.key];
    if (share === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    set(share);
  }
  bar.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    bar.setPointerCapture(event.pointerId);
    bar.classList.add("rw-held");
  });
  bar.addEventListener("pointermove", (event) => {
    if (bar.hasPointerCapture(event.pointerId)) set(shareAt(event));
  });
  for (const end of ["pointerup", "pointercancel"]) bar.addEventListener(end, () => bar.classList.remove("rw-held"));
  bar.addEventListener("dblclick", () => set(SHARE));
  bar.addEventListener("keydown", key);
  bar.setAttribute("aria-valuemin", String(100 * LEAST));
  bar.setAttribute("aria-valuemax", String(100 * MOST));
  const turned = new ResizeObserver(() => bar.setAttribute("aria-orientation", stacked() ? "horizontal" : "vertical"));
  turned.observe(frame);
  set(state.share);
  return { element: bar, dispose: () => turned.disconnect() } satisfies Part;
}
