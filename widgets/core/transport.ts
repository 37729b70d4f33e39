// A story as it travels: JSON, compressed with gzip, in which nothing stands twice (see `workbench/widgets/wire.py`).
import type { ArticleRecord, MarkRecord, QuoteRecord, Story } from "./contract.ts";

/** The marks as columns; `at` has four numbers for each, `own` the texts of those that no article holds as they are. */
interface LeanMarks {
  columns: Record<string, unknown[]>;
  at: number[];
  own: [number, string, string, string][];
}

type LeanStory = Omit<Story, "marks" | "quotes"> & { marks: LeanMarks; quotes: Partial<QuoteRecord>[] };

/** The story in some bytes. */
export async function unpacked(bytes: DataView | Uint8Array): Promise<Story> {
  const part = new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
  const stream = new Blob([part]).stream().pipeThrough(new DecompressionStream("gzip"));
  return whole((await new Response(stream).json()) as LeanStory | Story);
}

/** The bytes in base64. */
export function fromBase64(text: string): Uint8Array {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < characters.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}

/** The story with every text where the views look for it. */
function whole(lean: LeanStory | Story): Story {
  if (!isLean(lean)) return lean;
  const marks = wholeMarks(lean.marks, lean.articles);
  const quotes = lean.quotes.map((quote) => {
    const { before = "", text = "", after = "" } = marks[quote.mark as number] ?? {};
    return { before, text, after, ...quote } as QuoteRecord;
  });
  return { ...lean, marks, quotes };
}

/** Whether its marks came as columns; a story that was packed plainly is whole as it is. */
function isLean(story: LeanStory | Story): story is LeanStory {
  return "columns" in story.marks;
}

function wholeMarks({ columns, at, own }: LeanMarks, articles: ArticleRecord[]): MarkRecord[] {
  const texts = new Map(articles.map((article) => [article.id, line(article)]));
  const entries = Object.entries(columns);
  const explicit = new Map(own.map(([number, ...shown]) => [number, shown]));
  return (columns["id"] ?? []).map((_, number) => {
    const mark: Record<string, unknown> = {};
    for (const [key, values] of entries) mark[key] = values[number];
    const text = texts.get(mark["article"] as string) ?? "";
    [mark["before"], mark["text"], mark["after"]] = explicit.get(number) ?? shown(text, at, 4 * number);
    return mark as unknown as MarkRecord;
  });
}

/** The blocks of an article on one line, as Python counted in it. */
function line(article: ArticleRecord): string {
  const pieces = article.blocks.flatMap((block) => block.segments.map((segment) => segment.text));
  return pieces.join("").replace(/[ \t\n\r\f\v\u00a0\u2028\u2029]+/g, " ");
}

/** What stands before a mark, in it and after it; the lengths of what is cut are told below zero. */
function shown(text: string, at: number[], place: number): [string, string, string] {
  const [start = 0, size = 0, before = 0, after = 0] = at.slice(place, place + 4);
  const [lead, trail] = [before < 0 ? ~before : before, after < 0 ? ~after : after];
  const end = start + size;
  return [
    (before < 0 ? "… " : "") + text.slice(start - lead, start),
    text.slice(start, end),
    text.slice(end, end + trail) + (after < 0 ? " …" : ""),
  ];
}
