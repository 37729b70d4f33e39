// What stands behind a node or a tie: its mentions or sentences, outlet by outlet.
import { all, type Context, type Part } from "../core/context.ts";
import type { EdgeRecord, EntityRecord } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { evidence } from "../core/evidence.ts";
import { formatNumber, label, labelText } from "../core/labels.ts";
import { type Counts, sentences, tiesOf } from "./graph.ts";
import { sign } from "./shape.ts";

export const ORIGIN = "network";
const STRONGEST = 8;

export interface DetailActions {
  back(): void;
  tie(edge: EdgeRecord): void;
  entity(id: string): void;
}

/** An entity: who it is, whom it is named with, and its mentions. */
export function entityDetail(
  context: Context,
  counts: Counts,
  entity: EntityRecord,
  { source, edges, actions }: { source: string; edges: EdgeRecord[]; actions: DetailActions },
): Part {
  const { labels } = context;
  const marks = counts.within(entity.marks, source);
  const groups = outlets(context, counts, marks);
  const element = h(
    "section",
    { class: "rw-detail", aria: { label: entity.name } },
    heading(context, actions, [nameOf(entity)]),
    h(
      "p",
      { class: "rw-muted rw-detail-facts" },
      label(labels, "types", entity.type),
      " · ",
      label(labels, "messages", "mentions_n", { n: marks.length }),
      " · ",
      label(labels, "messages", "articles_n", { n: articles(context, marks) }),
    ),
    also(context, entity),
    company(context, entity, edges, actions),
    groups.element,
  );
  return { element, dispose: groups.dispose };
}

/** A tie: the sentences that name both ends. */
export function tieDetail(
  context: Context,
  counts: Counts,
  edge: EdgeRecord,
  { source, actions }: { source: string; actions: DetailActions },
): Part {
  const { labels, story } = context;
  const ends = [edge.a, edge.b].flatMap((id) => story.entities.filter((entity) => entity.id === id));
  const marks = counts.within(sentences(edge), source);
  const groups = outlets(context, counts, marks);
  const names = ends.map((entity) =>
    h(
      "button",
      { class: "rw-button-quiet rw-detail-end", type: "button", on: { click: () => actions.entity(entity.id) } },
      nameOf(entity),
    ),
  );
  const element = h(
    "section",
    { class: "rw-detail", aria: { label: ends.map(({ name }) => name).join(" – ") } },
    heading(context, actions, names),
    h(
      "p",
      { class: "rw-muted rw-detail-facts" },
      label(labels, "messages", "sentences_together_n", { n: marks.length }),
    ),
    groups.element,
  );
  return { element, dispose: groups.dispose };
}

function heading({ labels }: Context, actions: DetailActions, names: HTMLElement[]): HTMLElement {
  const text = labelText(labels, "actions", "back");
  const back = h("button", { class: "rw-button rw-back", type: "button", aria: { label: text }, title: text }, "");
  back.addEventListener("click", () => actions.back());
  return h("header", { class: "rw-detail-head" }, back, h("h3", { class: "rw-detail-name" }, names));
}

function nameOf(entity: EntityRecord): HTMLElement {
  return h("span", { class: "rw-detail-title" }, sign(entity.type), h("bdi", {}, entity.name));
}

function also({ labels }: Context, { aliases }: EntityRecord): HTMLElement | null {
  if (aliases.length === 0) return null;
  return h(
    "p",
    { class: "rw-detail-also" },
    h("span", { class: "rw-muted" }, label(labels, "columns", "aliases"), ": "),
    aliases.map((alias, index) => [index > 0 && " · ", h("bdi", {}, alias)]),
  );
}

/** The strongest ties as buttons: the way to a tie for who has no mouse. */
function company({ labels, story }: Context, entity: EntityRecord, edges: EdgeRecord[], actions: DetailActions) {
  const strongest = tiesOf(edges, entity.id).slice(0, STRONGEST);
  if (strongest.length === 0) return null;
  const chip = (edge: EdgeRecord) => {
    const other = story.entities.find(({ id }) => id === (edge.a === entity.id ? edge.b : edge.a));
    return h(
      "li",
      {},
      h(
        "button",
        { class: "rw-chip", type: "button", on: { click: () => actions.tie(edge) } },
        other && sign(other.type),
        h("bdi", {}, other?.name ?? ""),
        h("bdi", { class: "rw-number rw-muted" }, formatNumber(labels, edge.weight)),
      ),
    );
  };
  return h(
    "div",
    { class: "rw-company" },
    h("h4", {}, label(labels, "messages", "named_with")),
    h("ul", { class: "rw-chips" }, strongest.map(chip)),
  );
}

/** The snippets of marks under the outlets that carry them. */
function outlets(context: Context, counts: Counts, marks: number[]): Part {
  const { labels } = context;
  const groups = counts
    .bySource(marks)
    .map(([source, own]) => ({ source, own, ...evidence(context, own, { origin: ORIGIN, step: 20 }) }));
  const element = h(
    "div",
    { class: "rw-outlets" },
    groups.map(({ source, own, element }) =>
      h(
        "section",
        { class: "rw-outlet", data: { source } },
        h(
          "h4",
          { class: "rw-outlet-name" },
          h("bdi", {}, source),
          h("bdi", { class: "rw-number rw-muted" }, formatNumber(labels, own.length)),
        ),
        element,
      ),
    ),
  );
  return { element, dispose: all(...groups.map((group) => group.dispose)) };
}

function articles({ story }: Context, marks: number[]): number {
  return new Set(marks.map((mark) => story.marks[mark]?.article)).size;
}
