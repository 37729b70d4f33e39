// The findings as a list that can be put in another order: by buttons, by keys, and by dragging.
import type { Context, Part } from "../core/context.ts";
import type { FindingRecord } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { corpusNames } from "../core/findings.ts";
import { labelText } from "../core/labels.ts";
import { leadingBack } from "../core/pinning.ts";
import { dragging } from "./drag.ts";
import { type Acts, type Item, item } from "./item.ts";

/** The list; it shows what the tray holds until it is disposed of, and then keeps notes that are half written. */
export function findingList(context: Context, acts: Acts): Part {
  const { story, labels, tray } = context;
  const items = new Map<string, Item>();
  const list = h("ol", { class: "rw-findings", aria: { label: labelText(labels, "tray", "title") } });
  const made = (id: string) => {
    const found = items.get(id) ?? item(labels, id, acts);
    items.set(id, found);
    return found;
  };

  function show(findings: FindingRecord[]): void {
    const ids = new Set(findings.map(({ id }) => id));
    for (const [id, one] of items) {
      if (ids.has(id)) continue;
      one.element.remove();
      items.delete(id);
    }
    const names = corpusNames(findings);
    findings.forEach((finding, index) => {
      const here = leadingBack(story, finding) !== null;
      const { element, show: draw } = made(finding.id);
      draw(finding, { index, total: findings.length, here, corpus: names.get(finding.corpus) ?? "" });
      if (list.children[index] !== element) put(list, element, index);
    });
    const elements = [...list.children] as HTMLElement[];
    if (!elements.some(({ tabIndex }) => tabIndex === 0)) elements[0]?.setAttribute("tabindex", "0");
  }

  list.addEventListener("focusin", ({ target }) => {
    const own = (target as HTMLElement).closest<HTMLElement>(".rw-finding");
    for (const one of list.children) one.setAttribute("tabindex", one === own ? "0" : "-1");
  });
  list.addEventListener("keydown", (event) => key(event, list, acts));
  const stopDragging = dragging(list, (id, index) => tray.place(id, index));
  show(tray.findings);
  const unsubscribe = tray.subscribe(show);
  return {
    element: list,
    dispose: () => {
      unsubscribe();
      stopDragging();
      for (const one of items.values()) one.flush();
    },
  };
}

/** Puts an element at a place and lets what in it has the focus keep it. */
function put(list: HTMLElement, element: HTMLElement, index: number): void {
  const focused = element.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
  list.insertBefore(element, list.children[index] ?? null);
  focused?.focus();
}

function key(event: KeyboardEvent, list: HTMLElement, acts: Acts): void {
  const own = (event.target as HTMLElement).closest<HTMLElement>(".rw-finding");
  const id = own?.dataset["finding"];
  if (own === null || id === undefined || event.ctrlKey || event.metaKey) return;
  const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key as "ArrowUp" | "ArrowDown"];
  if (event.altKey && by !== undefined) acts.move(id, by);
  else if (event.target !== own || event.altKey) return;
  else if (by !== undefined) step(list, own, by);
  else if (event.key === "Enter") acts.back(id);
  else if (event.key === "Delete") acts.remove(id);
  else return;
  event.preventDefault();
}

function step(list: HTMLElement, own: HTMLElement, by: 1 | -1): void {
  const elements = [...list.children] as HTMLElement[];
  elements[elements.indexOf(own) + by]?.focus();
}
