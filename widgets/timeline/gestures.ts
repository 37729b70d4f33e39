// The pointer on the lanes: drag to move in time, drag on the axis or with Shift to choose a period, wheel with Ctrl to
// zoom; without Ctrl the wheel scrolls the lanes, and only its sideways part moves in time.
import type { Dispose } from "../core/context.ts";
import { h } from "../core/dom.ts";
import type { Plot } from "./plot.ts";
import { between, type Range } from "./scale.ts";

export interface Gestures {
  zoom(factor: number, around: number): void;
  pan(by: number): void;
  brush(range: Range): void;
}

const STILL = 4;

interface Held {
  x: number;
  last: number;
  brush: boolean;
  moved: boolean;
}

/** Listens on a plot until the returned function is called. */
export function gestures(plot: Plot, { zoom, pan, brush }: Gestures): Dispose {
  const { field, axis } = plot;
  const band = h("div", { class: "rw-tl-brush", hidden: true, aria: { hidden: true } });
  field.append(band);
  let held: Held | null = null;
  const x = (event: MouseEvent) => event.clientX - field.getBoundingClientRect().left;

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    held = { x: x(event), last: x(event), brush: event.shiftKey || event.currentTarget === axis, moved: false };
  };
  const move = (event: PointerEvent) => {
    if (held === null) return;
    const now = x(event);
    if (!held.moved && Math.abs(now - held.x) < STILL) return;
    if (!held.moved) (event.currentTarget as Element).setPointerCapture(event.pointerId);
    held.moved = true;
    if (held.brush) stretch(band, held.x, now);
    else pan(plot.scale.time(held.last) - plot.scale.time(now));
    held.last = now;
  };
  const up = (event: PointerEvent) => {
    if (held?.moved && held.brush) {
      const { range } = plot.scale;
      brush(between(plot.scale.time(held.x), plot.scale.time(x(event)), range));
    }
    if (held?.moved) field.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => field.removeEventListener("click", swallow, { capture: true }));
    held = null;
    band.hidden = true;
  };
  const wheel = (event: WheelEvent) => {
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (event.ctrlKey || event.metaKey) zoom(Math.exp(event.deltaY * 0.004), plot.scale.time(x(event)));
    else if (sideways) pan(plot.scale.time(event.deltaX) - plot.scale.time(0));
    else return;
    event.preventDefault();
  };
  const end = new AbortController();
  const { signal } = end;
  for (const place of [field, axis]) {
    place.addEventListener("pointerdown", down, { signal });
    place.addEventListener("pointermove", move, { signal });
    place.addEventListener("pointerup", up, { signal });
    place.addEventListener("pointercancel", up, { signal });
    place.addEventListener("wheel", wheel, { passive: false, signal });
  }
  return () => {
    end.abort();
    band.remove();
  };
}

/** The click that ends a drag chooses nothing. */
function swallow(event: Event): void {
  event.stopPropagation();
}

function stretch(band: HTMLElement, from: number, to: number): void {
  band.hidden = false;
  band.style.setProperty("transform", `translateX(${Math.min(from, to)}px)`);
  band.style.setProperty("inline-size", `${Math.abs(to - from)}px`);
}
