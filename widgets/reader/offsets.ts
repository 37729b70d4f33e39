// From the words that a reader has selected to a span: code points are counted within one segment, never across.

/** Some words of the open article: where they stand, in code points, and the text between. */
export interface Words {
  start: number;
  end: number;
  text: string;
  range: Range;
}

/** The selected words of a page without the white space around them; null where none are selected. */
export function selectedWords(selection: Selection | null, page: HTMLElement): Words | null {
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  return wordsOf(selection.getRangeAt(0), page);
}

/** The words in a range; what is no text of the article (a label, a button) does not count. */
export function wordsOf(range: Range, page: HTMLElement): Words | null {
  if (!range.intersectsNode(page)) return null;
  const pieces = [...page.querySelectorAll<HTMLElement>("[data-start]")]
    .filter((segment) => range.intersectsNode(segment))
    .map((segment) => piece(range, segment))
    .filter(({ text }) => text !== "");
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) return null;
  const text = pieces.map((one) => one.text).join("");
  const words = text.trim();
  if (words === "") return null;
  const start = first.start + points(text.slice(0, text.indexOf(words)));
  const end = last.start + points(last.text) - points(text.slice(text.indexOf(words) + words.length));
  return { start, end, text: words, range: range.cloneRange() };
}

/** How many code points a text has. */
export function points(text: string): number {
  return Array.from(text).length;
}

/** The part of a segment that lies in a range, and where in the article it begins. */
function piece(range: Range, segment: HTMLElement): { start: number; text: string } {
  const text = segment.textContent ?? "";
  const from = unit(range.startContainer, range.startOffset, segment) ?? 0;
  const to = unit(range.endContainer, range.endOffset, segment) ?? text.length;
  const start = Number(segment.dataset["start"]) + points(text.slice(0, from));
  return { start, text: text.slice(from, to) };
}

/** A boundary of a range as an offset into the segment's one text; null where it lies outside. */
function unit(container: Node, offset: number, segment: HTMLElement): number | null {
  if (container === segment) return offset === 0 ? 0 : (segment.textContent ?? "").length;
  return segment.contains(container) ? offset : null;
}
