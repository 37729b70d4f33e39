// The keys of the workbench, wherever in it the focus is; not while somebody writes.
import type { Dispose } from "../core/context.ts";

export interface KeyActs {
  pin(): void;
  tray(): void;
  go(by: 1 | -1): void;
}

const WRITING =
  "input:not([type=checkbox], [type=radio], [type=range], [type=button]), textarea, select, [contenteditable]";

/** Listens in an element until the function that it returns is called. */
export function keys(element: HTMLElement, direction: string, acts: KeyActs): Dispose {
  const back = direction === "rtl" ? "ArrowRight" : "ArrowLeft";
  const forward = direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const press = (event: KeyboardEvent) => {
    const { target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    if (target instanceof Element && target.matches(WRITING)) return;
    const plain: Record<string, () => void> = { e: acts.pin, t: acts.tray };
    const held: Record<string, () => void> = { [back]: () => acts.go(-1), [forward]: () => acts.go(1) };
    const act = (event.altKey ? held : plain)[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  element.addEventListener("keydown", press);
  return () => element.removeEventListener("keydown", press);
}
