// Where the tray is kept, said under it in a line; and taking in what other windows pinned.
import { Refusal } from "../core/ask.ts";
import type { Context, Dispose } from "../core/context.ts";
import type { ErrorRecord } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { label, labelText } from "../core/labels.ts";
import { refusalText } from "../core/reasons.ts";

/** What the stand-alone page says of its tray, under `options.tray`. */
export type KeptBy = "browser" | "nowhere";

interface State {
  path: string;
  error: ErrorRecord | null;
}

/** How long after a change Python is asked whether it could be kept. */
const PAUSE = 250;

/** The line, and the button that reloads: hidden where no kernel keeps a file. */
export function keeping(context: Context): { element: HTMLElement; reload: HTMLElement; dispose: Dispose } {
  const { labels, ask, tray, options } = context;
  const element = h("p", { class: "rw-tray-state", role: "status" });
  const reload = h("button", { class: "rw-button rw-button-quiet", type: "button", hidden: ask === null }, "⟳");
  reload.title = labelText(labels, "tray", "reload_key");
  reload.setAttribute("aria-label", labelText(labels, "tray", "reload"));
  let timer = 0;

  const show = ({ path, error }: State) => {
    element.classList.toggle("rw-tray-failed", error !== null);
    if (error !== null) {
      const reason = refusalText(labels, new Refusal(error)).message;
      fill(element, label(labels, "tray", "not_kept", { reason }));
    } else if (path) fill(element, label(labels, "tray", "kept_in_file", { file: nameOf(path) }));
    else fill(element, labelText(labels, "tray", "kept_nowhere"));
    element.title = path;
  };
  // A kernel that is gone refuses or never answers: what was last said then stays.
  const asking = (what: string) =>
    ask?.(what).then(
      (state) => show(state as State),
      () => {},
    );
  const later = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => asking("tray.state"), PAUSE);
  };
  const again = () => asking("tray.reload");

  reload.addEventListener("click", again);
  if (ask === null) {
    const kept = options["tray"] === "browser" ? "kept_in_browser" : "kept_nowhere";
    fill(element, labelText(labels, "tray", kept));
    return { element, reload, dispose: () => {} };
  }
  again();
  window.addEventListener("focus", again);
  const unsubscribe = tray.subscribe(later);
  return {
    element,
    reload,
    dispose: () => {
      unsubscribe();
      clearTimeout(timer);
      window.removeEventListener("focus", again);
    },
  };
}

function nameOf(path: string): string {
  return path.split(/[\\/]/u).at(-1) ?? path;
}
