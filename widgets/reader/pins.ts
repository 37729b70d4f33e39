// What is pinned from a page: a mark with the words that it stands on, or words that a reader has selected.
import type { Context } from "../core/context.ts";
import type { MarkRecord, SpanRecord, Story } from "../core/contract.ts";
import { labelText } from "../core/labels.ts";
import { placed } from "../core/pinning.ts";
import { picking } from "../core/store.ts";
import { articleOf, entityOf, passageOf, quoteOf } from "../core/story.ts";
import type { Words } from "./offsets.ts";

const AROUND = 60;

/** Pins a mark to the tray: a name, a quotation, or a passage with its words in both articles. */
export function pinMark({ story, labels, tray }: Context, position: number): void {
  const mark = story.marks[position];
  if (mark === undefined) return;
  const selection = picking(story, position);
  if (mark.layer === "entity") {
    const name = entityOf(story, mark.ref)?.name ?? mark.text;
    const facts = labelText(labels, "types", mark.type);
    tray.pin(story, { kind: "entity", name, facts, spans: [span(story, mark)], selection });
  } else if (mark.layer === "passage") {
    const passage = passageOf(story, mark.ref);
    const ends = [passage?.mark_a ?? position, passage?.mark_b ?? position].map((at) => story.marks[at] ?? mark);
    const name = ends.map((one) => articleOf(story, one.article)?.source ?? one.article).join(" · ");
    const facts = labelText(labels, "messages", "shared_words_n", { n: passage?.words ?? 0 });
    tray.pin(story, { kind: "passage", name, facts, spans: ends.map((one) => span(story, one)), selection });
  } else {
    const quote = quoteOf(story, mark.ref);
    const said = story.marks[quote?.mark ?? position] ?? mark;
    const name = quote?.speaker_name || labelText(labels, "messages", "no_speaker");
    const facts = [labelText(labels, "kinds", quote?.kind ?? said.type), quote?.cue].filter(Boolean).join(" · ");
    tray.pin(story, { kind: "quote", name, facts, spans: [span(story, said)], selection });
  }
}

/** Pins words of an article. */
export function pinWords({ story, tray }: Context, article: string, { start, end, text }: Words): void {
  const name = text.length > AROUND ? `${text.slice(0, AROUND).trimEnd()} …` : text;
  const spans = [placed(story, article, { start, end, text })];
  tray.pin(story, { kind: "span", name, facts: "", spans, selection: { article } });
}

function span(story: Story, { article, start, end, text }: MarkRecord): SpanRecord {
  return placed(story, article, { start, end, text });
}
