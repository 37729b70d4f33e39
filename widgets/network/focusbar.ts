// Over a picture that shows only one node's surroundings: whose, how far, and the way back.
import type { Labels, Story } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { entityOf } from "../core/story.ts";
import { segments } from "./controls.ts";
import type { Focus } from "./state.ts";
import { said, say } from "./words.ts";

export function focusBar(story: Story, labels: Labels, focus: Focus, set: (focus: Focus | null) => void): HTMLElement {
  const name = entityOf(story, focus.entity)?.name ?? focus.entity;
  const steps = (["1", "2"] as const).map((key) => ({ key, text: say(labels, `steps_${key}`) }));
  const choose = (key: string) => set({ ...focus, steps: key === "2" ? 2 : 1 });
  return h(
    "div",
    { class: "rw-network-bar rw-focus-bar", role: "group" },
    h("span", { class: "rw-focus-name" }, say(labels, "focused_on", { name })),
    segments(said(labels, "steps"), steps, { chosen: String(focus.steps), choose }),
    h(
      "button",
      { class: "rw-button rw-net-small rw-focus-end", type: "button", on: { click: () => set(null) } },
      say(labels, "show_all"),
    ),
  );
}
