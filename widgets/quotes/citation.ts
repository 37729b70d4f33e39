// A quotation as it is cited: its words, who said them, and where they stand; as plain text and as Markdown.
import type { Labels, QuoteRecord, SpanRecord, Story } from "../core/contract.ts";
import { formatDate, labelText } from "../core/labels.ts";
import { placed } from "../core/pinning.ts";

const CONTROLS = /[\u2066-\u2069]/gu;

/** Words, speaker, outlet, title, date; the address and the offsets on a line of their own. */
export function citation(story: Story, labels: Labels, quote: QuoteRecord): string {
  const span = spanOf(story, quote);
  const fill = (key: string, values: Record<string, string>) => plain(labelText(labels, "finder", key, values));
  const said = fill("cite_words", { text: oneLine(span.text) });
  const title = span.title ? fill("cite_title", { title: oneLine(span.title) }) : "";
  const date = span.published ? formatDate(labels, span.published) : "";
  const where = list(labels, [quote.speaker_name, span.source, title, date]);
  return [`${said} — ${where}`, offsets(labels, span), span.url].filter(Boolean).join("\n");
}

/** The same as a block quotation of Markdown; nothing in it is taken for a sign of Markdown. */
export function markdown(story: Story, labels: Labels, quote: QuoteRecord): string {
  const span = spanOf(story, quote);
  const lines = span.text.split(/\r?\n/u).map((line) => `> ${escaped(line)}`.trimEnd());
  const title = escaped(oneLine(span.title || span.source));
  const address = /^https?:/iu.test(span.url)
    ? `[${title}](<${span.url.replace(/[<>\s]/gu, encodeURIComponent)}>)`
    : title;
  const date = span.published ? formatDate(labels, span.published) : "";
  const where = [escaped(quote.speaker_name), escaped(span.source), address, date];
  return [...lines, ">", `> — ${list(labels, where)} (${offsets(labels, span)})`].join("\n");
}

/** The place of a quotation, as it is pinned. */
export function spanOf(story: Story, { article, mark }: { article: string; mark: number }): SpanRecord {
  return placed(story, article, story.marks[mark] ?? { start: 0, end: 0, text: "" });
}

function offsets(labels: Labels, { article, start, end }: SpanRecord): string {
  const values = { article, start: String(start), end: String(end) };
  return plain(labelText(labels, "finder", "cite_place", values));
}

function list(labels: Labels, parts: string[]): string {
  return parts.filter(Boolean).join(plain(labelText(labels, "finder", "cite_comma")));
}

/** Without the controls of direction that labels put around values: in a plain text they would stay behind. */
function plain(text: string): string {
  return text.replace(CONTROLS, "");
}

function oneLine(text: string): string {
  return text.split(/\s+/u).filter(Boolean).join(" ");
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/gu, "\\$&").replace(/^(\s*)([-+]|\d+[.)])(\s)/u, "$1\\$2$3");
}

/** Puts a text on the clipboard; where the browser forbids it, through a field that is selected and copied. */
export async function copied(text: string, beside: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByHand(text, beside);
  }
}

function copiedByHand(text: string, beside: HTMLElement): boolean {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "rw-hidden-label";
  beside.append(area);
  area.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
