// Questions to Python: each has an id, and its promise is kept by an answer or broken by an error that says why.

/** Asks by the name of an answer in `workbench/widgets/answers`, such as "entities.merge", with what it is given. */
export type Ask = (what: string, given?: Record<string, unknown>) => Promise<unknown>;

/** The part of a model that carries messages. */
export interface Wire {
  send(content: unknown): void;
  on(event: "msg:custom", callback: (content: unknown) => void): void;
  off(event: "msg:custom", callback: (content: unknown) => void): void;
}

/** What Python refused, with what to try. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
    this.name = "Refusal";
  }
}

interface Reply {
  answer: string;
  value?: unknown;
  error?: { message: string; hint: string };
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
    if (reply.error) one.reject(new Refusal(reply.error.message, reply.error.hint));
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
      for (const one of waiting.values()) one.reject(new Refusal("the view was closed.", ""));
      waiting.clear();
    },
  };
}
