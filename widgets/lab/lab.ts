/**
 * What of JupyterLab this plugin uses, written as the shapes it needs.
 *
 * The modules themselves come from the running Lab (its share scope), so nothing of Lab is installed,
 * bundled or pinned here; the browser tests hold these shapes against a real JupyterLab.
 */

export interface Commands {
  addCommand(id: string, options: Record<string, unknown>): unknown;
  execute(id: string, args?: Record<string, unknown>): Promise<unknown>;
}

export interface Application {
  commands: Commands;
}

export interface Launcher {
  add(item: { command: string; category: string; rank: number; kernelIconUrl: string }): unknown;
}

export interface Palette {
  addItem(item: { command: string; category: string; args?: Record<string, unknown> }): unknown;
}

interface SharedCell {
  setSource(source: string): void;
}

export interface NotebookPanel {
  context: { ready: Promise<unknown> };
  revealed: Promise<unknown>;
  content: { model: { sharedModel: { cells: SharedCell[] } } | null };
}

export interface Modules {
  launcher: { ILauncher: unknown };
  apputils: { ICommandPalette: unknown };
  icons: { LabIcon: new (options: { name: string; svgstr: string }) => unknown };
}

/** One entry of the share scope: a package's versions, each with a getter of its factory. */
export type Scope = Record<string, Record<string, { get: () => Promise<() => unknown> }>>;
