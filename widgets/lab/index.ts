/**
 * A module-federation container written out by hand: what Lab's loader asks of a prebuilt extension.
 *
 * Lab loads this script, calls `init` with the share scope (package name -> version -> getter), and then
 * `get("./extension")` for a factory of the plugin. Taking modules out of the scope needs no bundler plugin.
 */
import type { Scope } from "./lab.ts";
import { taken } from "./modules.ts";
import { plugin } from "./plugin.ts";

declare global {
  interface Window {
    _JUPYTERLAB?: Record<string, unknown>;
  }
}

let scope: Scope = {};

export const container = {
  init(given: Scope): void {
    scope = given;
  },

  async get(module: string): Promise<() => unknown> {
    if (module !== "./extension") {
      throw new Error(`Riwaya: the extension has no module ${module}.`);
    }
    const built = plugin(await taken(scope));
    return () => ({ __esModule: true, default: built });
  },
};

window._JUPYTERLAB ??= {};
window._JUPYTERLAB["riwaya"] = container;
