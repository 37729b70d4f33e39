// The modules that the plugin takes from the running Lab; one that is not shared costs its part of the plugin only.
import type { Modules, Scope } from "./lab.ts";

const NEEDED = { apputils: "@jupyterlab/apputils", icons: "@jupyterlab/ui-components" };
const WANTED = {
  application: "@jupyterlab/application",
  launcher: "@jupyterlab/launcher",
  browser: "@jupyterlab/filebrowser",
  notebook: "@jupyterlab/notebook",
  settings: "@jupyterlab/settingregistry",
  translation: "@jupyterlab/translation",
  widgets: "@lumino/widgets",
};

export interface Taken {
  modules: Modules;
  /** The packages that this Lab does not share. */
  missing: string[];
}

/** A module that the running Lab shares; with several versions there, the newest. */
export async function shared(from: Scope, name: string): Promise<unknown> {
  const versions = Object.entries(from[name] ?? {});
  versions.sort(([a], [b]) => b.localeCompare(a, "en", { numeric: true }));
  const newest = versions[0];
  if (!newest) {
    throw new Error(`Riwaya: this JupyterLab does not share ${name}. Hint: it needs JupyterLab 4.`);
  }
  const factory = await newest[1].get();
  return factory();
}

/** All that the plugin uses, and the names of what it must do without. */
export async function taken(from: Scope): Promise<Taken> {
  const missing: string[] = [];
  const softly = (name: string) =>
    shared(from, name).catch(() => {
      missing.push(name);
    });
  const entries = [
    ...Object.entries(NEEDED).map(async ([key, name]) => [key, await shared(from, name)]),
    ...Object.entries(WANTED).map(async ([key, name]) => [key, await softly(name)]),
  ];
  return { modules: Object.fromEntries(await Promise.all(entries)) as Modules, missing };
}
