// Searching in folded text: the query is folded by the table that Python sent, and hits are led back to the original.

/** A text folded, and for each of its UTF-16 units where in the original its character began and ended. */
export interface Folded {
  text: string;
  starts: number[];
  ends: number[];
}

/** The spelling that the records' `folded` fields use. */
export function fold(text: string, table: Record<string, string>): string {
  let folded = "";
  for (const character of text) folded += (table[character] ?? character).toLowerCase();
  return folded;
}

/** The words of a query, folded; none for a blank query. */
export function queryWords(query: string, table: Record<string, string>): string[] {
  return fold(query, table).split(/\s+/u).filter(Boolean);
}

/** Whether a folded text holds every word. */
export function matches(folded: string, words: string[]): boolean {
  return words.every((word) => folded.includes(word));
}

/** The stretches of a text, in order: those that a word of the query hits, and those between. */
export function hits(text: string, words: string[], table: Record<string, string>): { text: string; hit: boolean }[] {
  const folded = foldWithMap(text, table);
  const pieces: { text: string; hit: boolean }[] = [];
  let position = 0;
  for (const [start, end] of spans(folded, words)) {
    if (start > position) pieces.push({ text: text.slice(position, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    position = end;
  }
  if (position < text.length) pieces.push({ text: text.slice(position), hit: false });
  return pieces;
}

/** A text folded, and the way back. */
export function foldWithMap(text: string, table: Record<string, string>): Folded {
  const folded: Folded = { text: "", starts: [], ends: [] };
  let position = 0;
  for (const character of text) {
    const replaced = fold(character, table);
    if (replaced === "" && folded.ends.length > 0) folded.ends[folded.ends.length - 1] = position + character.length;
    folded.text += replaced;
    for (let unit = 0; unit < replaced.length; unit++) {
      folded.starts.push(position);
      folded.ends.push(position + character.length);
    }
    position += character.length;
  }
  return folded;
}

/** The spans of the original that words hit, merged where they touch, in order. */
function spans(folded: Folded, words: string[]): [number, number][] {
  const found: [number, number][] = [];
  for (const word of words) {
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + word.length)) {
      found.push([folded.starts[at] ?? 0, folded.ends[at + word.length - 1] ?? 0]);
    }
  }
  found.sort((one, other) => one[0] - other[0]);
  const merged: [number, number][] = [];
  for (const [start, end] of found) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
