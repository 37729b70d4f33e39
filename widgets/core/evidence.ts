// The list of snippets behind a number: each is a button that selects its mark and so opens the reader there.
import "./evidence.css";
import type { Context, Part } from "./context.ts";
import type { MarkRecord, Story } from "./contract.ts";
import { h } from "./dom.ts";
import { label } from "./labels.ts";
import { picking } from "./store.ts";
import { articleOf } from "./story.ts";

export interface EvidenceOptions {
  /** The name of the view that selects. */
  origin: string;
  /** How many snippets to show at first, and to add with each "more". */
  step?: number;
}

/** The snippets of marks (positions in `story.marks`), in the order given; the selected one is marked as current. */
export function evidence(context: Context, marks: number[], { origin, step = 100 }: EvidenceOptions): Part {
  const { story, labels, store } = context;
  const buttons = new Map<string, HTMLElement>();
  const list = h("ol", { class: "rw-evidence" });
  const more = h("button", { class: "rw-button rw-more", type: "button" });
  let shown = 0;

  const current = () => {
    const { mark } = store.get();
    for (const [id, button] of buttons) button.setAttribute("aria-current", String(id === mark));
  };
  const grow = () => {
    for (const position of marks.slice(shown, shown + step)) {
      const record = story.marks[position];
      if (record === undefined) continue;
      const button = snippet(story, record, () => store.set(picking(story, position), origin));
      buttons.set(record.id, button);
      list.append(h("li", {}, button));
    }
    shown = Math.min(shown + step, marks.length);
    more.hidden = shown >= marks.length;
    more.replaceChildren(label(labels, "actions", "show_more", { n: marks.length - shown }));
    current();
  };

  more.addEventListener("click", grow);
  grow();
  return { element: h("div", { class: "rw-evidence-list" }, list, more), dispose: store.subscribe(current) };
}

function snippet(story: Story, record: MarkRecord, select: () => void): HTMLElement {
  const article = articleOf(story, record.article);
  return h(
    "button",
    { class: "rw-row rw-snippet", type: "button", on: { click: select } },
    h(
      "span",
      { class: "rw-snippet-where" },
      h("bdi", { class: "rw-source" }, article?.source ?? record.article),
      article?.title ? h("bdi", { class: "rw-snippet-title" }, article.title) : null,
    ),
    h(
      "span",
      { class: "rw-snippet-text rw-text", dir: article?.direction ?? "auto", lang: article?.language ?? "" },
      record.before,
      h("strong", { class: `rw-mark rw-layer-${record.layer} rw-type-${record.type}` }, record.text),
      record.after,
    ),
  );
}
