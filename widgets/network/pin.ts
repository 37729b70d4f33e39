// From marks of the story to evidence in the tray.
import type { Context } from "../core/context.ts";
import type { EntityRecord } from "../core/contract.ts";
import { labelText } from "../core/labels.ts";
import { spansOf } from "../core/pinning.ts";
import { picking } from "../core/store.ts";
import { entityOf } from "../core/story.ts";
import type { Tie } from "./graph.ts";

/** Pins an entity with all its mentions among the marks. */
export function pinEntity({ tray, story, labels }: Context, entity: EntityRecord, marks: number[]): void {
  const facts = [
    labelText(labels, "types", entity.type),
    labelText(labels, "messages", "mentions_n", { n: marks.length }),
  ];
  const selection = { entity: entity.id };
  tray.pin(story, {
    kind: "entity",
    name: entity.name,
    facts: facts.join(" · "),
    spans: spansOf(story, marks),
    selection,
  });
}

/** Pins a tie with both ends' mentions in each of its sentences that begins with one of the marks. */
export function pinTie({ tray, story, labels }: Context, { edge }: Tie, firsts: number[]): void {
  const wanted = new Set(firsts);
  const units = edge.units.filter(([first]) => first !== undefined && wanted.has(first));
  const name = [edge.a, edge.b].map((id) => entityOf(story, id)?.name ?? id).join(" – ");
  const facts = labelText(labels, "messages", "sentences_together_n", { n: units.length });
  const selection = picking(story, firsts[0] ?? -1);
  tray.pin(story, { kind: "tie", name, facts, spans: spansOf(story, units.flat()), selection });
}
