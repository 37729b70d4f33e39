// Which outlets stand side by side: those chosen, each with a way out, and a choice of the others.
import type { Labels, Story } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { choice } from "./controls.ts";
import { PANELS, type State } from "./state.ts";
import { said } from "./words.ts";

export function outletChoices({ sources }: Story, labels: Labels, { outlets }: State, set: (chosen: string[]) => void) {
  const others = sources.filter((source) => !outlets.includes(source));
  const chip = (source: string) => {
    const name = said(labels, "remove_outlet", { name: source });
    const remove = h("button", { class: "rw-chip-remove", type: "button", title: name, aria: { label: name } }, "×");
    remove.disabled = outlets.length <= PANELS.least;
    remove.addEventListener("click", () => set(outlets.filter((one) => one !== source)));
    return h("li", { class: "rw-net-chip rw-outlet-chip" }, h("bdi", { title: source }, source), remove);
  };
  const add = {
    class: "rw-outlet-add",
    name: said(labels, "add_outlet"),
    value: "",
    first: said(labels, "add_outlet"),
  };
  const room = others.length > 0 && outlets.length < PANELS.most;
  return h(
    "div",
    { class: "rw-network-bar", role: "group", aria: { label: said(labels, "outlets") } },
    h("ul", { class: "rw-net-chips rw-outlet-chips" }, outlets.map(chip)),
    room && choice(add, others, (source) => source && set([...outlets, source])),
  );
}
