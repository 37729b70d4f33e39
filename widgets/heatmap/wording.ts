// The two wordings of a passage laid over the text of the articles: what became of each word.

import type { Context } from "../core/context.ts";
import type { Labels, PassageRecord, PieceRecord } from "../core/contract.ts";
import { type Child, h } from "../core/dom.ts";
import { labelText } from "../core/labels.ts";

export type Side = "a" | "b";

/** What a reader is told of a word: what stands on one side only was cut from the earlier text, or added in the later. */
export type Op = "spelling" | "changed" | "cut" | "added" | "moved";
export const OPS: Op[] = ["spelling", "changed", "cut", "added", "moved"];

const WORDS = /[\p{L}\p{N}]/u;
const KEPT = new Set(["same", "spelling", "moved"]);

/** The pieces of one side of a passage, taken off as far as the text of the article has been drawn. */
export class Wording {
  #pieces: PieceRecord[];

  constructor(pieces: PieceRecord[]) {
    this.#pieces = [...pieces];
  }

  /** The pieces that make up the next stretch of text. */
  take(text: string): PieceRecord[] {
    const found: PieceRecord[] = [];
    let left = text;
    while (this.#pieces[0] && (left !== "" || this.#pieces[0].text === "")) {
      const piece = this.#pieces[0];
      const own = piece.text.slice(0, left.length);
      found.push({ ...piece, text: own });
      left = left.slice(own.length);
      if (own.length === piece.text.length) this.#pieces.shift();
      else this.#pieces[0] = { ...piece, text: piece.text.slice(own.length) };
    }
    return left === "" ? found : [...found, { op: "same", text: left, other: "" }];
  }
}

/** The pieces of a passage on the side of an article. */
export function piecesOn(passage: PassageRecord, article: string): PieceRecord[] {
  return passage.a === article ? passage.pieces_a : passage.pieces_b;
}

/** What a piece is called that stands in the earlier text, or in the later one. */
export function opOf(piece: PieceRecord, earlier: boolean): Op | null {
  if (piece.op === "same") return null;
  if (piece.op !== "only") return piece.op as Op;
  return (piece.text === "") === earlier ? "added" : "cut";
}

/** Of two sentences in other words, what tells is the words that they have in common, wherever these stand. */
export function drawKept({ labels }: Context, pieces: PieceRecord[]): Child[] {
  const title = labelText(labels, "heatmap", "op_kept");
  return pieces.map(({ op, text, other }) => {
    if (KEPT.has(op) && WORDS.test(text)) return h("span", { class: "rw-piece-kept", title }, text);
    return other && text
      ? h("span", { title: labelText(labels, "heatmap", "there", there(labels, op, other)) }, text)
      : text;
  });
}

function there(labels: Labels, op: string, text: string): { op: string; text: string } {
  return { op: labelText(labels, "heatmap", `op_${op}`), text };
}

/** Pieces as text, what differs in elements that say how. */
export function drawPieces({ labels }: Context, pieces: PieceRecord[], earlier: boolean): Child[] {
  return pieces.map((piece) => {
    const op = opOf(piece, earlier);
    if (!op) return piece.text;
    const named = labelText(labels, "heatmap", `op_${op}`);
    const title = piece.other ? labelText(labels, "heatmap", "there", { op: named, text: piece.other }) : named;
    if (piece.text === "") return h("span", { class: `rw-piece rw-piece-gap rw-piece-${op}`, title, role: "note" });
    return h("span", { class: `rw-piece rw-piece-${op}`, title }, piece.text);
  });
}
