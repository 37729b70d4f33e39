// What goes to the evidence tray: a pair or a passage, with the words of both sides.
import type { Context } from "../core/context.ts";
import type { SpanRecord, Story } from "../core/contract.ts";
import { formatShare, labelText } from "../core/labels.ts";
import { spansOf } from "../core/pinning.ts";
import { factsText } from "./facts.ts";
import type { Pair, Shared } from "./pairs.ts";
import { signOf } from "./text.ts";

/** Pins two articles with all that they share. */
export function pinPair({ story, labels, tray }: Context, pair: Pair, shared: Shared[]): void {
  tray.pin(story, {
    kind: "pair",
    name: `${pair.a.source} ⇄ ${pair.b.source}`,
    facts: factsText(labels, pair),
    spans: shared.flatMap((one) => spans(story, one)),
    selection: { pair: [pair.a.id, pair.b.id] },
  });
}

/** Pins one passage, or two sentences of which one rewords the other, in both articles. */
export function pinShared({ story, labels, tray }: Context, pair: Pair, shared: Shared): void {
  const { name } = signOf(labels, shared);
  const reworded = shared.kind === "reworded";
  tray.pin(story, {
    kind: reworded ? "reworded" : "passage",
    name: `${name}: ${pair.a.source} ⇄ ${pair.b.source}`,
    facts: reworded
      ? labelText(labels, "heatmap", "likely_same", { share: formatShare(labels, shared.passage.similarity) })
      : labelText(labels, "messages", "shared_words_n", { n: shared.passage.words }),
    spans: spans(story, shared),
    selection: { pair: [pair.a.id, pair.b.id], passage: shared.passage.id },
  });
}

function spans(story: Story, { a, b }: Shared): SpanRecord[] {
  return spansOf(story, [a, b]);
}
