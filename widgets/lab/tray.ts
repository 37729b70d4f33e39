// Puts the evidence tray into Lab: its panel, when it looks at the file, and what it does in the current notebook.

import type { FindingRecord } from "../core/contract.ts";
import { heardStore, selectOnly } from "../core/store.ts";
import themeStyle from "../core/theme.css";
import { pageTray } from "../core/tray.ts";
import { findingCell, prose } from "./cells.ts";
import { folderOf, within } from "./files.ts";
import type { Application, Modules, NewCell, NotebookPanel, Services, Widget } from "./lab.ts";
import { findingMarkdown } from "./markdown.ts";
import panelStyle from "./panel.css";
import { Panel } from "./panel.ts";
import { DEFAULTS } from "./settings.ts";
import { Shelf } from "./shelf.ts";
import type { Key, Words } from "./words.ts";

const LOOK = 3000; // ms between two looks at the file while the panel shows

export class TrayPanel {
  readonly #app: Application;
  readonly #modules: Modules;
  readonly #services: Services;
  readonly #words: Words;
  readonly #shelf: Shelf;
  readonly #panel: Panel;
  readonly #widget: Widget | undefined;
  #file = DEFAULTS.evidenceFile;

  constructor(app: Application, modules: Modules, services: Services, words: Words, icon: unknown) {
    this.#app = app;
    this.#modules = modules;
    this.#services = services;
    this.#words = words;
    this.#shelf = new Shelf(app.serviceManager.contents, pageTray(), this.#path());
    this.#panel = new Panel(this.#shelf, words, {
      insertMarkdown: (finding) => this.#insert(prose(findingMarkdown(finding, words))),
      insertCode: (finding) => this.#insert(findingCell(words, finding)),
      show: (finding) => this.#show(finding),
    });
    this.#widget = this.#place(icon);
    services.notebooks?.currentChanged.connect(() => this.#lookIfShown());
    window.addEventListener("focus", () => this.#lookIfShown());
    setInterval(() => this.#lookIfShown(), LOOK);
  }

  /** Uses a file of this name from now on, and the words of the moment. */
  use(file: string): void {
    this.#file = file;
    this.#lookIfShown();
    this.#name();
    this.#panel.draw();
  }

  /** Opens the side panel. */
  open(): void {
    if (this.#widget !== undefined) this.#app.shell.activateById(this.#widget.id);
    this.look();
  }

  /** Looks at the file of the folder that is worked in. */
  look(): void {
    this.#shelf.turn(this.#path());
    void this.#shelf.look();
  }

  /** What is pinned goes to the file at once; only what others wrote can wait until somebody looks. */
  #lookIfShown(): void {
    this.#shelf.turn(this.#path());
    if (this.#widget?.isVisible) void this.#shelf.look();
  }

  #path(): string {
    const { notebooks, browsers, browser } = this.#services;
    const notebook = notebooks?.currentWidget;
    const shown = (browsers?.tracker.currentWidget ?? browser)?.model.path ?? "";
    return within(notebook ? folderOf(notebook.context.path) : shown, this.#file);
  }

  #place(icon: unknown): Widget | undefined {
    const { Widget } = this.#modules.widgets ?? {};
    if (Widget === undefined) return undefined;
    const style = document.createElement("style");
    style.textContent = `${themeStyle}\n${panelStyle}`;
    document.head.append(style);
    const widget = new Widget({ node: this.#panel.node });
    widget.id = "riwaya-evidence";
    widget.title.icon = icon;
    widget.onAfterShow = () => this.look();
    this.#app.shell.add(widget, "right", { rank: 900 });
    this.#services.restorer?.add(widget, widget.id);
    return widget;
  }

  #name(): void {
    if (this.#widget !== undefined) this.#widget.title.caption = this.#words.text("tray");
  }

  #insert(cell: NewCell): void {
    const content = this.#notebook()?.content;
    if (!content?.model) return;
    const at = content.activeCellIndex + 1;
    content.model.sharedModel.insertCell(at, cell);
    content.activeCellIndex = at;
    if (cell.cell_type === "markdown" && content.activeCell) content.activeCell.rendered = true;
  }

  #notebook(): NotebookPanel | null {
    const notebook = this.#services.notebooks?.currentWidget ?? null;
    if (notebook === null) this.#say("no_notebook");
    return notebook;
  }

  /** Selects the finding in the views on its corpus, and brings them into sight where they stand in this notebook. */
  #show(finding: FindingRecord): void {
    const store = heardStore(finding.corpus);
    if (store === undefined) {
      this.#say("no_view");
      return;
    }
    selectOnly(store, finding.selection, "tray");
    const view = this.#services.notebooks?.currentWidget?.node.querySelector(".rw-root");
    view?.scrollIntoView({ block: "nearest" });
  }

  #say(key: Key): void {
    this.#modules.apputils.Notification.info(this.#words.text(key), { autoClose: 6000 });
  }
}
