/**
 * A module-federation container written out by hand: what Lab's loader asks of a prebuilt extension.
 *
 * Lab loads this script, calls `init` with the share scope (package name -> version -> getter), and then
 * `get("./extension")` for a factory of the plugin. Taking three modules out of the scope needs no bundler plugin.
 */
import type { Modules, Scope } from "./lab";
import { plugin } from "./plugin";

declare global {
  interface Window {
    _JUPYTERLAB?: Record<string, unknown>;
  }
}

let scope: Scope = {};

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

export const container = {
  init(given: Scope): void {
    scope = given;
  },

  async get(module: string): Promise<() => unknown> {
    if (module !== "./extension") {
      throw new Error(`Riwaya: the extension has no module ${module}.`);
    }
    const [launcher, apputils, icons] = await Promise.all(
      ["@jupyterlab/launcher", "@jupyterlab/apputils", "@jupyterlab/ui-components"].map((name) => shared(scope, name)),
    );
    const built = plugin({ launcher, apputils, icons } as Modules);
    return () => ({ __esModule: true, default: built });
  },
};

window._JUPYTERLAB ??= {};
window._JUPYTERLAB.riwaya = container;
