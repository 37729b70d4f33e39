// The words of all that is searched, each with the rows that hold it: a query is looked for among the words, which are
// far fewer than the texts, so that a key typed is answered at once.
import type { Sought } from "./search.ts";

export class Vocabulary {
  readonly #rows = new Map<string, number[]>();
  readonly #size: number;

  /** @param folded what Python sent for searching, of each row */
  constructor(folded: readonly string[]) {
    this.#size = folded.length;
    folded.forEach((text, row) => {
      for (const word of text.split(/\s+/u)) this.#add(word, row);
    });
  }

  #add(word: string, row: number): void {
    const rows = this.#rows.get(word);
    if (rows === undefined) this.#rows.set(word, [row]);
    else if (rows[rows.length - 1] !== row) rows.push(row);
  }

  /** For each row whether it holds all words of a query. */
  holding(words: Sought[]): Uint8Array {
    const held = new Uint8Array(this.#size).fill(1);
    for (const word of words) {
      const one = this.#holdingOne(word);
      for (let row = 0; row < held.length; row++) held[row] = (held[row] ?? 0) & (one[row] ?? 0);
    }
    return held;
  }

  #holdingOne({ typed, readings }: Sought): Uint8Array {
    const held = new Uint8Array(this.#size);
    const mark = (rows: number[]) => {
      for (const row of rows) held[row] = 1;
    };
    for (const [word, rows] of this.#rows) if (word.includes(typed)) mark(rows);
    for (const reading of readings) mark(this.#rows.get(reading) ?? []);
    return held;
  }
}
