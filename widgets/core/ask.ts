// Questions to Python: each has an id, and its promise is kept by an answer or broken by an error that says why.

import type { ErrorRecord } from "./contract.ts";

/** Asks by the name of an answer in `workbench/widgets/answers`, such as "entities.merge", with what it is given. */
export type Ask = (what: string, given?: Record<string, unknown>) => Promise<unknown>;

/** The part of a model that carries messages. */
export interface Wire {
  send(content: unknown): void;
  on(event: "msg:custom", callback: (content: unknown) => void): void;
  off(event: "msg:custom", callback: (content: unknown) => void): void;
}

/** What Python refused, in its words and as a code; `refusalText` says it in those of the labels. */
export class Refusal extends Error {
  readonly hint: string;
  readonly code: string;
  readonly values: Record<string, string>;

  constructor({ message, hint = "", code = "", values = {} }: { message: string } & Partial<ErrorRecord>) {
    super(message);
    this.name = "Refusal";
    this.hint = hint;
    this.code = code;
    this.values = values;
  }
}

interface Reply {
  answer: string;
  value?: unknown;
  error?: ErrorRecord;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Refusal): void;
}

/** How to ask through a model, and how to stop listening; what is then unanswered is refused. */
export function asking(wire: Wire): { ask: Ask; dispose: () => void } {
  const waiting = new Map<string, Waiting>();
  const hear = (content: unknown) => {
    const reply = content as Reply;
    const one = waiting.get(reply?.answer);
    if (one === undefined) return;
    waiting.delete(reply.answer);
    if (reply.error) one.reject(new Refusal(reply.error));
    else one.resolve(reply.value);
  };
  wire.on("msg:custom", hear);
  return {
    ask: (what, given = {}) =>
      new Promise((resolve, reject) => {
        const id = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
        waiting.set(id, { resolve, reject });
        wire.send({ ask: what, id, given });
      }),
    dispose: () => {
      wire.off("msg:custom", hear);
      for (const one of waiting.values()) one.reject(new Refusal({ message: "the view was closed.", code: "closed" }));
      waiting.clear();
    },
  };
}
