// The tray of a stand-alone page: kept by the browser under the story's digest, where the browser lets a page keep.
import type { Dispose } from "../core/context.ts";
import { dumped, parsed } from "../core/findings.ts";
import type { Tray } from "../core/tray.ts";
import type { KeptBy } from "../tray/keeping.ts";

/** Takes in what was kept, and keeps what changes from now on; a browser that refuses is said to keep nothing. */
export function keepTray(tray: Tray, digest: string): { kept: KeptBy; dispose: Dispose } {
  const key = `riwaya.tray.${digest}`;
  try {
    take(tray, localStorage.getItem(key));
    localStorage.setItem(`${key}.probe`, "");
    localStorage.removeItem(`${key}.probe`);
  } catch {
    return { kept: "nowhere", dispose: () => {} };
  }
  const unsubscribe = tray.subscribe(() => {
    try {
      localStorage.setItem(key, dumped(tray.all));
    } catch {
      // the browser's room is full: what was pinned last is in this page alone
    }
  });
  const heard = (event: StorageEvent) => {
    if (event.key === key) take(tray, event.newValue);
  };
  window.addEventListener("storage", heard);
  return {
    kept: "browser",
    dispose: () => {
      unsubscribe();
      window.removeEventListener("storage", heard);
    },
  };
}

/** What cannot be read is left out: nobody but a page of ours writes there. */
function take(tray: Tray, text: string | null): void {
  try {
    tray.merge(parsed(text ?? ""));
  } catch {
    return;
  }
}
