// What the list is narrowed by: each filter as a chip that takes it away.
import type { Context } from "../core/context.ts";
import { type Child, fill, h } from "../core/dom.ts";
import { icon } from "../core/icons.ts";
import { formatDate, labelText } from "../core/labels.ts";
import { chips as count, type Filter, narrowed, noFilter } from "./filter.ts";
import { FACETS, isoOf, type Table } from "./table.ts";

/** Draws the chips of a filter; `change` is called when one was taken away. */
export function drawChips(context: Context, table: Table, filter: Filter, bar: HTMLElement, change: () => void): void {
  const { labels } = context;
  const chip = (name: string, what: string, drop: () => void) =>
    h(
      "button",
      {
        class: "rw-filter-chip rw-filter-chip",
        type: "button",
        aria: { label: labelText(labels, "finder", "remove_filter", { name: `${what}: ${name}` }) },
        on: { click: () => [drop(), change()] },
      },
      h("span", { class: "rw-muted" }, what),
      h("bdi", {}, name),
      icon("reject"),
    );
  const chosen: Child[] = FACETS.flatMap((facet) =>
    [...filter.chosen[facet]].map((value) => {
      const { values, names } = table.columns[facet];
      const name = names[values.indexOf(value)] ?? value;
      return chip(name, labelText(labels, "finder", `facet_${facet}`), () => filter.chosen[facet].delete(value));
    }),
  );
  if (filter.from !== null || filter.to !== null) {
    const drop = () => {
      [filter.from, filter.to] = [null, null];
    };
    chosen.push(chip(span(context, filter), labelText(labels, "finder", "facet_days"), drop));
  }
  const clear = h(
    "button",
    { class: "rw-button rw-button-quiet rw-clear", type: "button" },
    labelText(labels, "finder", "clear_all"),
  );
  clear.addEventListener("click", () => {
    reset(filter);
    change();
  });
  bar.hidden = count(filter) === 0;
  fill(bar, chosen, narrowed(filter) ? clear : null);
}

/** Lets go of all that a filter narrows. */
export function reset(filter: Filter): void {
  Object.assign(filter, noFilter());
}

function span({ labels }: Context, { from, to }: Filter): string {
  const day = (one: number) => formatDate(labels, isoOf(one));
  if (from !== null && from === to) return day(from);
  if (to === null) return labelText(labels, "finder", "from_day", { from: day(from ?? 0) });
  if (from === null) return labelText(labels, "finder", "to_day", { to: day(to) });
  return labelText(labels, "finder", "from_to", { from: day(from), to: day(to) });
}
