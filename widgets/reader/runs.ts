// Runs of page furniture: what stands together is one piece, and a long one is folded to a line.
import type { BlockRecord, Labels } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { label, labelText } from "../core/labels.ts";
import { ruleText } from "../core/reasons.ts";

const FURNITURE = new Set(["related", "furniture"]);
/** A run with more lines than this is folded at first. */
const LONG = 3;
/** How many kinds of furniture the line of a folded run names. */
const NAMED = 2;

export interface RunOptions {
  elements: HTMLElement[];
  runs: Map<string, boolean>;
  resized: () => void;
}

/** Whether a block is furniture or a related story. */
export function isFurniture(block: BlockRecord | undefined): boolean {
  return block !== undefined && FURNITURE.has(block.kind);
}

/** The blocks in their order: a run of furniture together, every other block alone. */
export function runs(blocks: BlockRecord[]): BlockRecord[][] {
  const found: BlockRecord[][] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    if (isFurniture(block) && isFurniture(last?.[0])) last?.push(block);
    else found.push([block]);
  }
  return found;
}

/** A run as a line that opens and folds it; `key` names it among those that were opened by hand. */
export function drawRun(labels: Labels, key: string, run: BlockRecord[], options: RunOptions): HTMLElement {
  const n = run.reduce((sum, block) => sum + lines(block), 0);
  const body = h("div", { class: "rw-run-body" }, options.elements);
  if (n <= LONG && !options.runs.has(key)) return h("div", { class: "rw-run" }, body);
  const name = h("span", {}, label(labels, "reader", "furniture_lines", { n, what: what(labels, run) }));
  const button = h(
    "button",
    { class: "rw-run-head", type: "button", dir: labels.direction, lang: labels.language },
    h("span", { class: "rw-turn", aria: { hidden: true } }),
    name,
  );
  const element = h("section", { class: "rw-run", data: { run: key } }, button, body);
  const set = (open: boolean) => {
    body.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  set(options.runs.get(key) ?? false);
  button.addEventListener("click", () => {
    options.runs.set(key, Boolean(body.hidden));
    set(Boolean(body.hidden));
    options.resized();
  });
  return element;
}

/** Opens the run that an element stands in. */
export function unfold(element: HTMLElement): void {
  const body = element.closest<HTMLElement>(".rw-run-body");
  if (body?.hidden) body.parentElement?.querySelector<HTMLElement>(".rw-run-head")?.click();
}

function lines({ segments }: BlockRecord): number {
  const text = segments.map((segment) => segment.text).join("");
  return text.split("\n").filter((line) => line.trim() !== "").length;
}

/** The rules that marked a run, the most frequent first; the kinds of its blocks where no rule is named. */
function what(labels: Labels, run: BlockRecord[]): string {
  const counts = new Map<string, number>();
  for (const block of run) {
    const name = ruleText(labels, "rule_block", block.rule) || labelText(labels, "kinds", block.kind);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts].sort((one, other) => other[1] - one[1]).map(([name]) => name);
  return names.slice(0, NAMED).join(" · ") + (names.length > NAMED ? " · …" : "");
}
