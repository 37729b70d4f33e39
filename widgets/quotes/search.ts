// What a query finds: its words as they are typed, or whole words without the particles that Python names.
import type { ParticlesRecord, Story } from "../core/contract.ts";
import { type Folded, foldWithMap, queryWords } from "../core/fold.ts";

/** A word of a query, folded: as typed it may stand anywhere, its readings only as words of their own. */
export interface Sought {
  typed: string;
  readings: string[];
}

export interface Stretch {
  text: string;
  hit: boolean;
}

/** The words of a query; none for a blank one. */
export function sought(query: string, story: Story): Sought[] {
  return queryWords(query, story.fold).map((typed) => ({ typed, readings: readings(typed, story.particles) }));
}

/** Whether what Python sent for searching holds every word. */
export function holds(folded: string, words: Sought[]): boolean {
  return words.every(({ typed, readings }) => folded.includes(typed) || readings.some((one) => holdsWord(folded, one)));
}

function holdsWord(folded: string, word: string): boolean {
  return folded.includes(` ${word} `);
}

/** A word without what is written in one with it, in every way that leaves enough of it. */
function readings(typed: string, { before, after, shortest }: ParticlesRecord): string[] {
  const fronts = before.filter((front) => typed.startsWith(front)).map((front) => typed.slice(front.length));
  const backs = after.filter((back) => typed.endsWith(back)).map((back) => typed.slice(0, -back.length));
  return [...new Set([...fronts, ...backs])].filter((rest) => rest.length >= shortest);
}

/** The stretches of a text, in order: those that a word of the query hits, and those between. */
export function stretches(text: string, words: Sought[], story: Story): Stretch[] {
  if (words.length === 0) return [{ text, hit: false }];
  const folded = foldWithMap(text, story.fold);
  const found: Stretch[] = [];
  let position = 0;
  for (const [start, end] of merged(spans(folded, words, story.particles))) {
    if (start > position) found.push({ text: text.slice(position, start), hit: false });
    found.push({ text: text.slice(start, end), hit: true });
    position = end;
  }
  if (position < text.length) found.push({ text: text.slice(position), hit: false });
  return found;
}

function spans(folded: Folded, words: Sought[], particles: ParticlesRecord): [number, number][] {
  const found: [number, number][] = [];
  const add = (at: number, length: number) =>
    found.push([folded.starts[at] ?? 0, folded.ends[at + length - 1] ?? folded.starts[at] ?? 0]);
  for (const { typed, readings } of words) {
    for (const at of places(folded.text, typed)) add(at, typed.length);
    for (const reading of readings) {
      for (const at of places(folded.text, reading)) {
        if (standsAlone(folded.text, at, reading.length, particles)) add(at, reading.length);
      }
    }
  }
  return found.sort((one, other) => one[0] - other[0]);
}

function* places(text: string, word: string): Iterable<number> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) yield at;
}

const LETTER = /[\p{L}\p{N}]/u;

/** Whether only particles are written in one with what stands at a place. */
function standsAlone(text: string, at: number, length: number, { before, after }: ParticlesRecord): boolean {
  let start = at;
  while (start > 0 && LETTER.test(text[start - 1] ?? "")) start -= 1;
  const front = text.slice(start, at);
  if (front !== "" && !before.includes(front)) return false;
  const rest = text.slice(at + length);
  return !LETTER.test(rest[0] ?? "") || after.some((back) => rest.startsWith(back));
}

function merged(found: [number, number][]): [number, number][] {
  const spans: [number, number][] = [];
  for (const [start, end] of found) {
    const last = spans.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else spans.push([start, end]);
  }
  return spans;
}
