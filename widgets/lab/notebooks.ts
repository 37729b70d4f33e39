// Making notebooks, opening them and running them; what goes wrong is said in words, with what to do.
import { firstCells, folderCells, notebookOf, pagesCells } from "./cells.ts";
import { CURATED, fetchCurated } from "./curated.ts";
import { fileName, folderOf, nameOf, newNotebook, reasonOf } from "./files.ts";
import { leave, takeOver } from "./handover.ts";
import type { Application, Model, Modules, NewCell, NotebookPanel, NotebookTracker } from "./lab.ts";
import { ENDINGS, type Key, type Words } from "./words.ts";

/** A notebook that was made: where it stands, and its panel unless it opened in a tab of its own. */
interface Made {
  path: string;
  panel: NotebookPanel | undefined;
}

export class Notebooks {
  readonly #app: Application;
  readonly #modules: Modules;
  readonly #words: Words;

  constructor(app: Application, modules: Modules, words: Words) {
    this.#app = app;
    this.#modules = modules;
    this.#words = words;
  }

  /** A notebook that starts on the sample. */
  compareNew(folder: string): Promise<void> {
    return this.#make(folder, this.#words.plain("file_new"), firstCells(this.#words));
  }

  /** A notebook on a folder, beside it; in it where the folder is the one that Lab was started in. */
  async compareFolder(folder: string): Promise<void> {
    const name = nameOf(folder);
    const stem = fileName(name || this.#words.plain("file_new"));
    await this.#make(folderOf(folder), stem, folderCells(this.#words, name || stem, name || "."), true);
  }

  /** A notebook on the chosen files, beside them. */
  async comparePages(chosen: Model[]): Promise<void> {
    const pages = chosen.filter(isPage);
    const [first] = pages;
    if (first === undefined) {
      this.say("no_pages", "no_pages_hint");
      return;
    }
    const stem = pages.length === 1 ? fileName(first.name.replace(/\.\w+$/, "")) : this.#words.plain("file_new");
    const cells = pagesCells(
      this.#words,
      stem,
      pages.map(({ name }) => name),
    );
    await this.#make(folderOf(first.path), stem, cells, true);
  }

  /** A copy of a notebook that came with Riwaya. */
  async openCurated(name: string, folder: string): Promise<void> {
    const curated = CURATED.find((one) => one.name === name);
    if (curated === undefined) return;
    let content: object;
    try {
      content = await fetchCurated(curated);
    } catch (error) {
      this.say("failed_get", "failed_get_hint", reasonOf(error));
      return;
    }
    await this.#put(folder, name.replace(/\.ipynb$/, ""), content);
  }

  /** Runs the notebook that another tab made, where this tab was opened for it. */
  runWhatWasLeft(tracker: NotebookTracker): void {
    const look = () => {
      const panel = tracker.currentWidget;
      if (panel !== null && takeOver(panel.context.path)) void this.#run(panel);
    };
    tracker.currentChanged.connect(look);
    look();
  }

  /** An error, in words. */
  say(what: Key, hint: Key, reason = ""): void {
    const message = `${this.#words.text(what, { reason })} ${this.#words.text(hint)}`;
    this.#modules.apputils.Notification.error(message, { autoClose: false });
  }

  async #make(folder: string, stem: string, cells: NewCell[], run = false): Promise<void> {
    const kernels = this.#app.serviceManager.kernelspecs?.specs;
    const made = await this.#put(folder, stem, notebookOf(cells, kernels));
    if (!run || made === undefined) return;
    if (made.panel === undefined) leave(made.path);
    else await this.#run(made.panel);
  }

  /** Writes a new notebook and opens it; undefined where it could not. */
  async #put(folder: string, stem: string, content: object): Promise<Made | undefined> {
    try {
      const path = await newNotebook(this.#app.serviceManager.contents, folder, stem, content);
      const opened = await this.#app.commands.execute("docmanager:open", { path, factory: "Notebook" });
      const panel = opened as NotebookPanel | undefined;
      return { path, panel: panel?.isDisposed ? undefined : panel };
    } catch (error) {
      this.say("failed", "failed_hint", reasonOf(error));
      return undefined;
    }
  }

  async #run(panel: NotebookPanel): Promise<void> {
    const actions = this.#modules.notebook?.NotebookActions;
    try {
      await Promise.all([panel.context.ready, panel.revealed]);
      await panel.sessionContext.ready;
      await actions?.runAll(panel.content, panel.sessionContext);
    } catch (error) {
      this.say("failed_run", "failed_run_hint", reasonOf(error));
    }
  }
}

/** Whether Riwaya reads such a file. */
export function isPage({ name, type }: Model): boolean {
  return type !== "directory" && ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
}
