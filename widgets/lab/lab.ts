/**
 * What of JupyterLab this plugin uses, written as the shapes it needs.
 *
 * The modules themselves come from the running Lab (its share scope), so nothing of Lab is installed,
 * bundled or pinned here; the browser tests hold these shapes against a real JupyterLab.
 */

/** A service by which Lab's plugins find each other; only its identity counts. */
export type Token = object;

export interface Signal<T = unknown> {
  connect(slot: (sender: unknown, change: T) => void): unknown;
}

export type Arguments = Record<string, unknown>;

export interface CommandOptions {
  label: (args: Arguments) => string;
  caption?: (args: Arguments) => string;
  icon?: unknown;
  isVisible?: (args: Arguments) => boolean;
  execute: (args: Arguments) => unknown;
}

export interface Commands {
  addCommand(id: string, options: CommandOptions): unknown;
  execute(id: string, args?: Arguments): Promise<unknown>;
  notifyCommandChanged(): void;
}

/** A file, folder or notebook on the server. */
export interface Model {
  path: string;
  name: string;
  type: string;
  content?: unknown;
  last_modified?: string;
}

export interface Contents {
  get(path: string, options: Arguments): Promise<Model>;
  save(path: string, options: Arguments): Promise<Model>;
  newUntitled(options: { path: string; type: string }): Promise<Model>;
  rename(path: string, to: string): Promise<Model>;
  delete(path: string): Promise<void>;
  fileChanged: Signal<{ newValue: { path?: string } | null }>;
}

export interface Kernels {
  default: string;
  kernelspecs: Record<string, { language: string; display_name: string } | undefined>;
}

export interface Application {
  commands: Commands;
  serviceManager: { contents: Contents; kernelspecs?: { specs: Kernels | null } };
  shell: { add(widget: Widget, area: string, options: { rank: number }): void; activateById(id: string): void };
  contextMenu?: { addItem(item: { command: string; args: Arguments; selector: string; rank: number }): unknown };
  contextMenuHitTest?(found: (node: HTMLElement) => boolean): HTMLElement | undefined;
}

export interface Card {
  command: string;
  category: string;
  categoryRank: number;
  rank: number;
  args?: Arguments;
}

export interface Launcher {
  add(item: Card): unknown;
}

export interface Palette {
  addItem(item: { command: string; category: string; args?: Arguments }): unknown;
}

export interface NewCell {
  cell_type: "markdown" | "code";
  source: string;
  metadata: Arguments;
}

/** What a notebook shows: its cells as a document shared by all who edit it. */
export interface NotebookContent {
  activeCellIndex: number;
  activeCell: { rendered?: boolean } | null;
  model: { sharedModel: { insertCell(index: number, cell: NewCell): unknown } } | null;
}

export interface NotebookPanel {
  isDisposed: boolean;
  node: HTMLElement;
  context: { path: string; ready: Promise<unknown> };
  sessionContext: { ready: Promise<unknown> };
  revealed: Promise<unknown>;
  content: NotebookContent;
}

export interface NotebookTracker {
  currentWidget: NotebookPanel | null;
  currentChanged: Signal;
}

export interface FileBrowser {
  model: { path: string };
  selectedItems(): Iterable<Model>;
}

export interface BrowserFactory {
  tracker: { currentWidget: FileBrowser | null };
}

export interface Settings {
  composite: Arguments;
  changed: Signal;
}

export interface SettingRegistry {
  load(id: string): Promise<Settings>;
}

export interface Translator {
  languageCode: string;
}

export interface Widget {
  id: string;
  node: HTMLElement;
  isVisible: boolean;
  title: { label: string; caption: string; icon: unknown };
  onAfterShow: () => void;
}

export interface Notification {
  error(message: string, options: { autoClose: number | false }): string;
  warning(message: string, options: { autoClose: number | false }): string;
  info(message: string, options: { autoClose: number | false }): string;
}

/** What the share scope gives; a module that this Lab does not share is undefined. */
export interface Modules {
  apputils: { ICommandPalette: Token; Notification: Notification };
  icons: { LabIcon: new (options: { name: string; svgstr: string }) => unknown };
  application?: { ILayoutRestorer: Token } | undefined;
  launcher?: { ILauncher: Token } | undefined;
  browser?: { IFileBrowserFactory: Token; IDefaultFileBrowser: Token } | undefined;
  notebook?:
    | {
        INotebookTracker: Token;
        NotebookActions: { runAll(notebook: NotebookContent, session: object): Promise<boolean> };
      }
    | undefined;
  settings?: { ISettingRegistry: Token } | undefined;
  translation?: { ITranslator: Token } | undefined;
  widgets?: { Widget: new (options: { node: HTMLElement }) => Widget } | undefined;
}

/** What Lab's other plugins offer; null where the application has no such thing. */
export interface Services {
  palette: Palette | null;
  restorer: { add(widget: Widget, name: string): void } | null;
  launcher: Launcher | null;
  browsers: BrowserFactory | null;
  browser: FileBrowser | null;
  notebooks: NotebookTracker | null;
  settings: SettingRegistry | null;
  translator: Translator | null;
}

/** One entry of the share scope: a package's versions, each with a getter of its factory. */
export type Scope = Record<string, Record<string, { get: () => Promise<() => unknown> }>>;
