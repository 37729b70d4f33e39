// Several names picked in the list or the picture, to be made one: which of them stays is chosen here.
import type { Context } from "../core/context.ts";
import { h } from "../core/dom.ts";
import { entityOf } from "../core/story.ts";
import type { State } from "./state.ts";
import { said, say } from "./words.ts";

export interface PickActions {
  /** Begins to pick, or ends it. */
  pick(on: boolean): void;
  merge(ids: string[]): void;
}

/** The button that begins to pick names, or what was picked and what to do with it. */
export function pickBar({ story, labels }: Context, { picked }: State, actions: PickActions): HTMLElement {
  const button = (key: string, text: Node, click: () => void) =>
    h("button", { class: `rw-button rw-net-small rw-pick-${key}`, type: "button", on: { click } }, text);
  if (picked === null) return button("start", say(labels, "pick"), () => actions.pick(true));
  const entities = [...picked].flatMap((id) => entityOf(story, id) ?? []).sort((a, b) => b.mentions - a.mentions);
  const select = h("select", { class: "rw-select rw-pick-kept" });
  select.setAttribute("aria-label", said(labels, "pick_kept"));
  select.append(...entities.map(({ id, name }) => h("option", { value: id }, name)));
  const merge = button("merge", say(labels, "merge_n", { n: entities.length }), () => {
    actions.merge([select.value, ...entities.map(({ id }) => id).filter((id) => id !== select.value)]);
  });
  merge.disabled = entities.length < 2;
  return h(
    "div",
    { class: "rw-net-pick", role: "group", aria: { label: said(labels, "pick") } },
    h("p", { class: "rw-muted" }, say(labels, "pick_hint")),
    entities.length > 0 && h("label", { class: "rw-pick-keep" }, say(labels, "pick_kept"), select),
    merge,
    button("end", say(labels, "cancel"), () => actions.pick(false)),
  );
}
