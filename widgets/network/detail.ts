// What stands behind a node or a tie: its mentions or sentences, outlet by outlet.
import { all, type Context, type Part as Piece } from "../core/context.ts";
import type { EntityRecord } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { evidence } from "../core/evidence.ts";
import { formatNumber, label, labelText } from "../core/labels.ts";
import { entityOf } from "../core/story.ts";
import { type Index, type Part, sentences } from "./counting.ts";
import type { Tie } from "./graph.ts";
import { pinEntity, pinTie } from "./pin.ts";
import { sign } from "./shape.ts";
import { say } from "./words.ts";

export const ORIGIN = "network";
const STRONGEST = 8;

export interface DetailActions {
  back(): void;
  tie(id: string): void;
  entity(id: string): void;
  focus(id: string): void;
}

export interface DetailGiven {
  index: Index;
  parts: Part[];
  ties: Tie[];
  actions: DetailActions;
  /** What stands above the evidence besides: corrections, the two sides of a difference. */
  besides: (HTMLElement | null)[];
}

/** An entity: who it is, whom it is named with, and its mentions. */
export function entityDetail(context: Context, entity: EntityRecord, given: DetailGiven): Piece {
  const { labels } = context;
  const { index, parts, actions } = given;
  const marks = index.marksWithin(entity.marks, parts);
  const groups = outlets(context, index, marks);
  const focus = button("focus", () => actions.focus(entity.id), say(labels, "focus"));
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
    h(
      "div",
      { class: "rw-detail-acts" },
      focus,
      pinButton(context, () => pinEntity(context, entity, marks)),
    ),
    given.besides,
    company(context, entity, given),
    groups.element,
  );
  return { element, dispose: groups.dispose };
}

/** A tie: the sentences that name both ends. */
export function tieDetail(context: Context, tie: Tie, given: DetailGiven): Piece {
  const { labels, story } = context;
  const { index, parts, actions } = given;
  const ends = [tie.edge.a, tie.edge.b].flatMap((id) => entityOf(story, id) ?? []);
  const marks = index.marksWithin(sentences(tie.edge), parts);
  const groups = outlets(context, index, marks);
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
    h(
      "div",
      { class: "rw-detail-acts" },
      pinButton(context, () => pinTie(context, tie, marks)),
    ),
    given.besides,
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

function button(name: string, click: () => void, text: Node): HTMLButtonElement {
  return h("button", { class: `rw-button rw-net-small rw-network-${name}`, type: "button", on: { click } }, text);
}

/** Pins once; what was pinned is taken out in the tray. */
function pinButton({ labels }: Context, pin: () => void): HTMLElement {
  const status = h("span", { class: "rw-hidden-label", role: "status" });
  const act = () => {
    pin();
    own.setAttribute("aria-disabled", "true");
    for (const place of [own, status]) place.replaceChildren(say(labels, "pinned"));
  };
  const own = button("pin", () => own.getAttribute("aria-disabled") !== "true" && act(), say(labels, "pin"));
  return h("span", { class: "rw-detail-pin" }, own, status);
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
function company({ labels, story }: Context, entity: EntityRecord, { ties, actions }: DetailGiven) {
  const own = ties.filter(({ edge }) => edge.a === entity.id || edge.b === entity.id);
  if (own.length === 0) return null;
  own.sort((one, other) => other.weight - one.weight);
  const chip = ({ id, edge, weight }: Tie) => {
    const other = entityOf(story, edge.a === entity.id ? edge.b : edge.a);
    return h(
      "li",
      {},
      h(
        "button",
        { class: "rw-net-chip", type: "button", on: { click: () => actions.tie(id) } },
        other && sign(other.type),
        h("bdi", {}, other?.name ?? ""),
        h("bdi", { class: "rw-number rw-muted" }, formatNumber(labels, weight)),
      ),
    );
  };
  const list = h("ul", { class: "rw-net-chips" }, own.slice(0, STRONGEST).map(chip));
  const left = own.length - STRONGEST;
  const more = h("button", { class: "rw-button rw-net-small rw-chips-more", type: "button", hidden: left <= 0 });
  more.append(label(labels, "actions", "show_more", { n: left }));
  more.addEventListener("click", () => {
    list.append(...own.slice(STRONGEST).map(chip));
    more.remove();
  });
  return h("div", { class: "rw-company" }, h("h4", {}, label(labels, "messages", "named_with")), list, more);
}

/** The snippets of marks under the outlets that carry them. */
function outlets(context: Context, index: Index, marks: number[]): Piece {
  const { labels } = context;
  const groups = index
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
