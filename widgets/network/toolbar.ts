// Search, outlet and least mentions: the filters above the picture.
import type { Labels, Story } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { queryWords } from "../core/fold.ts";
import { label, labelText } from "../core/labels.ts";
import type { Filters } from "./graph.ts";

export interface Changes {
  filters(changed: Partial<Filters>): void;
  /** Enter in the search: choose the first name found. */
  first(): void;
}

export function toolbar(story: Story, labels: Labels, changes: Changes): HTMLElement {
  return h(
    "div",
    { class: "rw-toolbar", role: "search" },
    searchBox(story, labels, changes),
    story.sources.length > 1 && outletChoice(story, labels, changes),
    leastMentions(story, labels, changes),
  );
}

function searchBox(story: Story, labels: Labels, changes: Changes): HTMLElement {
  const text = labelText(labels, "actions", "find_name");
  const input = h("input", {
    class: "rw-input rw-network-search",
    type: "search",
    placeholder: text,
    dir: "auto",
    aria: { label: text },
  });
  input.addEventListener("input", () => changes.filters({ words: queryWords(input.value, story.fold) }));
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault(); // else the same key presses the button that gets the focus
    changes.first();
  });
  return input;
}

function outletChoice(story: Story, labels: Labels, changes: Changes): HTMLElement {
  const select = h(
    "select",
    { class: "rw-select rw-network-source", aria: { label: labelText(labels, "columns", "source") } },
    h("option", { value: "" }, label(labels, "actions", "all_sources")),
    story.sources.map((source) => h("option", { value: source }, source)),
  );
  select.addEventListener("change", () => changes.filters({ source: select.value }));
  return select;
}

function leastMentions(story: Story, labels: Labels, changes: Changes): HTMLElement {
  const most = Math.max(1, ...story.entities.map(({ mentions }) => mentions));
  const input = h("input", { class: "rw-range", type: "range" });
  const said = h("span", { class: "rw-network-least", aria: { hidden: true } });
  const tell = () => {
    said.replaceChildren(label(labels, "actions", "at_least_mentions", { n: input.valueAsNumber }));
    input.setAttribute("aria-valuetext", labelText(labels, "actions", "at_least_mentions", { n: input.valueAsNumber }));
  };
  Object.assign(input, { min: "1", max: String(Math.min(most, 20)), step: "1", value: "1" });
  input.setAttribute("aria-label", labelText(labels, "columns", "mentions"));
  input.addEventListener("input", () => {
    tell();
    changes.filters({ minimum: input.valueAsNumber });
  });
  tell();
  return h("label", { class: "rw-network-slider" }, input, said);
}
