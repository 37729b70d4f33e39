// A notebook that opens in a browser tab of its own, as in Notebook 7, is run by the Riwaya of that tab.
const KEY = "riwaya:run";
const SOON = 60_000; // ms that the tab may take to open; later nobody would expect it

/** Leaves a notebook for the tab that opens it. */
export function leave(path: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ path, since: Date.now() }));
  } catch {
    // A browser that keeps nothing opens the notebook all the same; its cells are run by hand.
  }
}

/** Whether the notebook at a path was left to be run; it is so once. */
export function takeOver(path: string): boolean {
  try {
    const left = JSON.parse(localStorage.getItem(KEY) ?? "null") as { path: string; since: number } | null;
    if (left?.path !== path) return false;
    localStorage.removeItem(KEY);
    return Date.now() - left.since < SOON;
  } catch {
    return false;
  }
}
