// How the selection shows on the page: the selected mark, what belongs to it, and all that is being followed.
import type { Context } from "../core/context.ts";
import type { MarkRecord, Selection } from "../core/contract.ts";
import type { Page } from "./page.ts";
import type { Scope } from "./scope.ts";

const STATES = ["rw-selected", "rw-selected-span", "rw-related"];

export interface Chosen {
  selection: Selection;
  scope: Scope | null;
  mark: number | undefined;
}

/** Gives every mark of the page the look that the selection asks for. */
export function highlight({ story }: Context, page: Page | null, { selection, scope, mark: chosen }: Chosen): void {
  for (const element of page?.element.querySelectorAll(".rw-mark") ?? []) element.classList.remove(...STATES);
  const scoped = new Set(scope?.marks);
  for (const [mark, elements] of page?.places ?? []) {
    const record = story.marks[mark];
    const related = scoped.has(mark) || isOf(record, selection);
    const state = mark === chosen ? selectedState(record) : related && "rw-related";
    if (state) for (const element of elements) element.classList.add(state);
  }
}

/** The marks at a place of the page, innermost first. */
export function markElements(target: HTMLElement): number[] {
  const element = target.closest<HTMLElement>("[data-marks]");
  return (element?.dataset["marks"] ?? "").split(" ").filter(Boolean).map(Number).reverse();
}

/** Whether a mark shows the selected entity, quotation or passage. */
function isOf(mark: MarkRecord | undefined, { entity, quote, passage }: Selection): boolean {
  return (
    mark?.ref ===
    { entity, quote, speaker: quote, cue: quote, rejected: quote, passage, reworded: passage }[mark?.layer ?? "entity"]
  );
}

/** A name is selected in full colour; a longer span is tinted, so that it and the names in it stay readable. */
function selectedState(mark: MarkRecord | undefined): string {
  return mark?.layer === "entity" ? "rw-selected" : "rw-selected-span";
}
