// Which other entity is the same: found by words, those that share words with the name first.
import type { Context } from "../core/context.ts";
import type { EntityRecord } from "../core/contract.ts";
import { fill, h } from "../core/dom.ts";
import { matches, queryWords } from "../core/fold.ts";
import { formatNumber, label } from "../core/labels.ts";
import { sign } from "./shape.ts";
import { said, say } from "./words.ts";

const SHOWN = 6;

/** A search for another entity; choosing one calls back with its id. */
export function mergeSearch({ story, labels }: Context, entity: EntityRecord, choose: (other: string) => void) {
  const others = likely(story.entities, entity, story.fold);
  const list = h("ul", { class: "rw-merge-list" });
  const input = h("input", { class: "rw-input rw-merge-search", type: "search", dir: "auto" });
  const name = said(labels, "merge_with");
  input.placeholder = name;
  input.setAttribute("aria-label", name);
  const row = (other: EntityRecord) =>
    h(
      "li",
      {},
      h(
        "button",
        {
          class: "rw-net-chip rw-merge",
          type: "button",
          data: { merge: other.id },
          on: { click: () => choose(other.id) },
        },
        sign(other.type),
        h("bdi", {}, other.name),
        h("bdi", { class: "rw-number rw-muted" }, formatNumber(labels, other.mentions)),
      ),
    );
  const show = () => {
    const words = queryWords(input.value, story.fold);
    const hits = others.filter(({ folded }) => matches(folded, words));
    fill(list, hits.slice(0, SHOWN).map(row));
    if (hits.length === 0) list.append(h("li", { class: "rw-muted" }, label(labels, "messages", "no_match")));
  };
  input.addEventListener("input", show);
  show();
  return h("div", { class: "rw-correct-merge" }, h("p", { class: "rw-muted" }, say(labels, "merge_same")), input, list);
}

/** The other entities: those that share most words with this one first, then as they stand. */
export function likely(entities: EntityRecord[], entity: EntityRecord, fold: Record<string, string>): EntityRecord[] {
  const words = queryWords(entity.name, fold);
  const shared = (other: EntityRecord) => words.filter((word) => ` ${other.folded} `.includes(word)).length;
  return entities
    .filter(({ id }) => id !== entity.id)
    .map((other) => ({ other, score: shared(other) }))
    .sort((a, b) => b.score - a.score || b.other.mentions - a.other.mentions)
    .map(({ other }) => other);
}
