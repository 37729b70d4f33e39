// The evidence tray: what was pinned in any view, in the reader's order, with notes, and as files.
import "./tray.css";
import { all, type Context, type Dispose, type Part } from "../core/context.ts";
import { fill, h } from "../core/dom.ts";
import { label, labelText, type Values } from "../core/labels.ts";
import { leadingBack } from "../core/pinning.ts";
import { refusalText } from "../core/reasons.ts";
import { heardStore, selectOnly } from "../core/store.ts";
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
  return new Panel(context, place);
}

class Panel implements Part {
  readonly element: HTMLElement;
  readonly dispose: Dispose;
  readonly #context: Context;
  readonly #place: TrayPlace;
  readonly #list: Part;
  readonly #empty: HTMLElement;
  readonly #exports: HTMLButtonElement[];
  readonly #undo = h("div", { class: "rw-tray-undo", hidden: true });
  readonly #code = h("div", { class: "rw-tray-code", hidden: true });

  constructor(context: Context, place: TrayPlace) {
    this.#context = context;
    this.#place = place;
    this.#list = findingList(context, {
      back: (id) => this.#back(id),
      move: (id, by) => this.#move(id, by),
      remove: (id) => this.#remove(id),
      note: (id, note) => this.#note(id, note),
    });
    this.#empty = h(
      "div",
      { class: "rw-state" },
      h("p", {}, this.#word("empty")),
      h("p", {}, this.#word("empty_hint")),
    );
    this.#exports = formats(context).map((format) => this.#exportButton(format));
    const state = keeping(context);
    const scroll = h("div", { class: "rw-scroll rw-tray-scroll" }, this.#empty, this.#list.element);
    const parts = [this.#head(state.reload), scroll, this.#undo, this.#code, this.#foot(), state.element];
    this.element = h("section", { class: "rw-pane rw-tray", aria: { label: this.#word("title") } }, parts);
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) place.close();
    });
    this.#refresh();
    this.dispose = all(
      context.tray.subscribe(() => this.#refresh()),
      this.#list.dispose,
      state.dispose,
    );
  }

  #word(key: string, values: Values = {}): string {
    return labelText(this.#context.labels, "tray", key, values);
  }

  #head(reload: HTMLElement): HTMLElement {
    const name = this.#word("close");
    const props = { class: "rw-button rw-button-quiet", type: "button", title: name, aria: { label: name } };
    const close = h("button", { ...props, on: { click: () => this.#place.close() } }, "×");
    return h("div", { class: "rw-tray-head" }, h("h2", {}, this.#word("title")), reload, close);
  }

  #foot(): HTMLElement {
    const name = this.#word("export");
    const props = { class: "rw-tray-exports", role: "group", aria: { label: name } };
    return h("div", props, h("span", { class: "rw-muted" }, name), this.#exports);
  }

  #exportButton(format: Format): HTMLButtonElement {
    const run = () => void this.#save(format);
    return h("button", { class: "rw-button", type: "button", on: { click: run } }, this.#word(`save_${format}`));
  }

  #refresh(): void {
    const none = this.#context.tray.findings.length === 0;
    this.#empty.hidden = !none;
    this.#list.element.hidden = none;
    for (const button of this.#exports) button.disabled = none;
  }

  #nameOf(id: string): string {
    return this.#context.tray.all.find((one) => one.id === id)?.name ?? "";
  }

  #note(id: string, note: string): void {
    const { tray } = this.#context;
    if (tray.all.some((one) => one.id === id && one.note !== note)) tray.change(id, { note });
  }

  #back(id: string): void {
    const { tray, story, store } = this.#context;
    const finding = tray.findings.find((one) => one.id === id);
    const selection = finding === undefined ? null : leadingBack(story, finding);
    if (finding === undefined) return;
    if (selection === null) {
      const there = heardStore(finding.corpus); // another view of this page shows that corpus
      if (there !== undefined) selectOnly(there, finding.selection, ORIGIN);
      const name = finding.corpus_name || finding.corpus.slice(0, 8);
      this.#place.say(there ? this.#word("back_there", { name }) : this.#word("elsewhere", { name: this.#nameOf(id) }));
      return;
    }
    this.#place.reveal();
    store.set(selection, ORIGIN);
  }

  #move(id: string, by: 1 | -1): void {
    const { tray } = this.#context;
    tray.move(id, by);
    const at = tray.findings.findIndex((one) => one.id === id);
    this.#place.say(this.#word("moved", { n: at + 1, total: tray.findings.length }));
  }

  /** Takes a finding out; the focus goes to the one that then stands there, and it can be put back. */
  #remove(id: string): void {
    const { tray, labels } = this.#context;
    const at = tray.findings.findIndex((one) => one.id === id);
    const name = this.#nameOf(id);
    tray.change(id, { gone: true });
    const again = h("button", { class: "rw-button", type: "button" }, this.#word("undo"));
    again.addEventListener("click", () => this.#putBack(id));
    fill(this.#undo, h("span", {}, label(labels, "tray", "removed", { name })), again);
    this.#undo.hidden = false;
    this.#place.say(this.#word("removed", { name }));
    const items = this.#list.element.children;
    const next = items[Math.min(at, items.length - 1)];
    (next instanceof HTMLElement ? next : again).focus();
  }

  #putBack(id: string): void {
    this.#undo.hidden = true;
    this.#context.tray.change(id, { gone: false });
    this.#place.say(this.#word("undone", { name: this.#nameOf(id) }));
    const items = [...this.#list.element.children] as HTMLElement[];
    items.find((one) => one.dataset["finding"] === id)?.focus();
  }

  async #save(format: Format): Promise<void> {
    const { say } = this.#place;
    try {
      if (format === "cell") await this.#cell();
      else say(this.#word("saved", { file: await save(this.#context, format) }));
    } catch (error) {
      say(this.#word("failed", { reason: refusalText(this.#context.labels, error).message }));
    }
  }

  /** The code goes to the clipboard or, where that is closed to us, stands there to be copied by hand. */
  async #cell(): Promise<void> {
    const { code, copied } = await cell(this.#context);
    this.#code.hidden = copied;
    if (copied) this.#place.say(this.#word("copied"));
    const props = { class: "rw-input", dir: "ltr", value: code, aria: { label: this.#word("save_cell") } };
    const text = h("textarea", props);
    fill(this.#code, h("p", {}, this.#word("copy_by_hand")), text);
    if (!copied) text.select();
  }
}
