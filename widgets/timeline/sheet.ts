// Which sheet the detail shows: that of the most particular thing which is chosen.
import type { Selection } from "../core/contract.ts";
import { quoteOf } from "../core/story.ts";
import {
  articleSheet,
  type DetailGiven,
  entitySheet,
  manySheet,
  marksSheet,
  pairSheet,
  type Sheet,
  statementSheet,
} from "./detail.ts";
import type { Memory } from "./memory.ts";
import type { Point } from "./model.ts";
import { type Scene, speakerOf } from "./scene.ts";

/** A sheet to be made, and a key that is the same as long as it is. */
export interface Found {
  key: string;
  make(): Sheet;
}

/** The sheet of what is chosen; null where nothing is. */
export function sheetOf(given: DetailGiven, scene: Scene, memory: Memory, selection: Selection): Found | null {
  const { context, model } = given;
  const { pair } = scene;
  if (pair !== null) return { key: `pair ${pair.join(" ")}`, make: () => pairSheet(given, pair) };
  const quote = selection.quote === null ? undefined : quoteOf(context.story, selection.quote);
  const said = model.statements.get(quote?.lineage ?? "");
  if (said)
    return { key: `said ${said.lineage} ${quote?.id}`, make: () => statementSheet(given, said, quote?.id ?? null) };
  if (quote) return { key: `quote ${quote.id}`, make: () => marksSheet(given, quote.speaker_name, [quote.mark]) };
  const entity = selection.entity === null ? null : entitySheet(given, selection.entity);
  if (entity !== null) return { key: `entity ${selection.entity}`, make: () => entity };
  const point = model.byArticle.get(selection.article ?? "");
  if (point) return { key: `article ${point.article.id}`, make: () => articleSheet(given, point) };
  return remembered(given, memory);
}

/** What was opened or chosen in this view alone. */
function remembered(given: DetailGiven, memory: Memory): Found | null {
  const { context, model } = given;
  const points = (memory.opened ?? [])
    .map((id) => model.byArticle.get(id))
    .filter((one): one is Point => one !== undefined);
  if (points.length > 0)
    return { key: `many ${points.map(({ at }) => at).join(" ")}`, make: () => manySheet(given, points) };
  const statement = model.statements.get(memory.lineage);
  if (statement) return { key: `said ${memory.lineage}`, make: () => statementSheet(given, statement, null) };
  if (memory.speaker === "") return null;
  const quotes = context.story.quotes.filter((one) => speakerOf(one) === memory.speaker);
  const [first] = quotes;
  if (first === undefined) return null;
  const marks = quotes.map(({ mark }) => mark);
  return { key: `speaker ${memory.speaker}`, make: () => marksSheet(given, first.speaker_name, marks) };
}
