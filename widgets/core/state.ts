// What a view shows where it has nothing to show.
import type { Labels } from "./contract.ts";
import { h } from "./dom.ts";
import { label } from "./labels.ts";

/** A quiet line in the middle of a view: why it is empty, or what to do first. */
export function emptyState(labels: Labels, key: string): HTMLElement {
  return h("div", { class: "rw-state", role: "status" }, h("p", {}, label(labels, "messages", key)));
}
