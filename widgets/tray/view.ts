// The evidence tray: what was pinned in any view, in the reader's order, with notes, and as files.
import "./tray.css";
import { all, type Context, type Part } from "../core/context.ts";
import { fill, h } from "../core/dom.ts";
import { label, labelText } from "../core/labels.ts";
import { leadingBack } from "../core/pinning.ts";
import { keeping } from "./keeping.ts";
import { findingList } from "./list.ts";
import { cell, type Format, formats, save } from "./saving.ts";

const ORIGIN = "tray";

export interface TrayPlace {
  /** Says in a few words what was done. */
  say(text: string): void;
  /** Shows the texts, where they are hidden. */
  reveal(): void;
  close(): void;
}

/** The tray as a panel: a head, the findings, and what can be done with all of them. */
export function trayPanel(context: Context, place: TrayPlace): Part {
  const { story, labels, store, tray } = context;
  const word = (key: string, values = {}) => labelText(labels, "tray", key, values);
  const nameOf = (id: string) => tray.all.find((one) => one.id === id)?.name ?? "";
  const list = findingList(context, { back, move, remove, note: (id, note) => change(id, note) });
  const empty = h("div", { class: "rw-state" }, h("p", {}, word("empty")), h("p", {}, word("empty_hint")));
  const undo = h("div", { class: "rw-tray-undo", hidden: true });
  const shown = h("div", { class: "rw-tray-code", hidden: true });
  const state = keeping(context);

  function change(id: string, note: string): void {
    if (tray.all.some((one) => one.id === id && one.note !== note)) tray.change(id, { note });
  }
  function back(id: string): void {
    const finding = tray.findings.find((one) => one.id === id);
    const selection = finding === undefined ? null : leadingBack(story, finding);
    if (selection === null) {
      place.say(word("elsewhere", { name: nameOf(id) }));
      return;
    }
    place.reveal();
    store.set(selection, ORIGIN);
  }
  function move(id: string, by: 1 | -1): void {
    tray.move(id, by);
    const findings = tray.findings;
    place.say(word("moved", { n: findings.findIndex((one) => one.id === id) + 1, total: findings.length }));
  }
  function remove(id: string): void {
    const at = tray.findings.findIndex((one) => one.id === id);
    const name = nameOf(id);
    tray.change(id, { gone: true });
    const next = list.element.children[Math.min(at, tray.findings.length - 1)] as HTMLElement | undefined;
    const again = h("button", { class: "rw-button", type: "button" }, word("undo"));
    again.addEventListener("click", () => {
      undo.hidden = true;
      tray.change(id, { gone: false });
      place.say(word("undone", { name }));
      list.element.querySelector<HTMLElement>(`[data-finding="${CSS.escape(id)}"]`)?.focus();
    });
    fill(undo, h("span", {}, label(labels, "tray", "removed", { name })), again);
    undo.hidden = false;
    place.say(word("removed", { name }));
    (next ?? again).focus();
  }
  async function saved(format: Format): Promise<void> {
    try {
      if (format !== "cell") return place.say(word("saved", { file: await save(context, format) }));
      const { code, copied } = await cell(context);
      shown.hidden = copied;
      if (copied) return place.say(word("copied"));
      const text = h("textarea", { class: "rw-input", dir: "ltr", value: code, aria: { label: word("save_cell") } });
      fill(shown, h("p", {}, word("copy_by_hand")), text);
      text.select();
    } catch (error) {
      place.say(word("failed", { reason: error instanceof Error ? error.message : String(error) }));
    }
  }
  const buttons = formats(context).map((format) =>
    h("button", { class: "rw-button", type: "button", on: { click: () => saved(format) } }, word(`save_${format}`)),
  );
  const exports = h(
    "div",
    { class: "rw-tray-exports", role: "group", aria: { label: word("export") } },
    h("span", { class: "rw-muted" }, word("export")),
    buttons,
  );
  const scroll = h("div", { class: "rw-scroll rw-tray-scroll" }, empty, list.element);
  const refresh = () => {
    const none = tray.findings.length === 0;
    empty.hidden = !none;
    list.element.hidden = none;
    for (const button of buttons) button.disabled = none;
  };
  refresh();
  const element = h("section", { class: "rw-pane rw-tray", aria: { label: word("title") } });
  element.append(head(), scroll, undo, shown, exports, state.element);
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) place.close();
  });

  function head(): HTMLElement {
    const name = word("close");
    const props = { class: "rw-button rw-button-quiet", type: "button", title: name, aria: { label: name } };
    const close = h("button", { ...props, on: { click: () => place.close() } }, "×");
    return h("div", { class: "rw-tray-head" }, h("h2", {}, word("title")), state.reload, close);
  }
  return { element, dispose: all(tray.subscribe(refresh), list.dispose, state.dispose) };
}
