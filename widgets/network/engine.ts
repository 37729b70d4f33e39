// vis-network, as the picture uses it. It is read and set up only once the picture stands there: see `canvas.ts`.
//
// Each network has listeners of its own. Beside component-emitter 2 vis-network keeps those of all networks of a page in
// one map on their prototype, so that a click or a drag in one would be heard by all.
import { DataSet } from "vis-data/esnext";
import { type Edge, Network, type Node } from "vis-network/esnext";
import type { Looks, Over, Pen } from "./pen.ts";

type Listeners = Map<string, unknown[]>;

const own = new WeakMap<object, Listeners>();

Object.defineProperty(Network.prototype, "_callbacks", {
  configurable: true,
  get(this: object): Listeners {
    let listeners = own.get(this);
    if (listeners === undefined) {
      listeners = new Map();
      own.set(this, listeners);
    }
    return listeners;
  },
});

const OPTIONS = {
  autoResize: false,
  physics: false,
  layout: { improvedLayout: false },
  nodes: { chosen: false, label: undefined, title: undefined },
  edges: { smooth: false, chosen: false, hoverWidth: 1.5, selectionWidth: 0 },
  interaction: {
    hover: true,
    dragNodes: false, // a node stands where Python put it, in every panel
    zoomView: false,
    keyboard: false,
    tooltipDelay: 1e9,
    selectConnectedEdges: false,
  },
};

/** A network of marks; one that stands in the stage gives way to it. */
export class Engine extends Network implements Pen {
  readonly #nodes: Keyed<Node>;
  readonly #edges: Keyed<Edge>;

  constructor(stage: HTMLElement, { nodes, ties }: Looks, over: Over) {
    const held = { nodes: new Keyed<Node>(nodes), edges: new Keyed<Edge>(ties) };
    super(stage, { nodes: held.nodes.set, edges: held.edges.set }, OPTIONS);
    [this.#nodes, this.#edges] = [held.nodes, held.edges];
    this.on("afterDrawing", over);
    const frame = stage.querySelector<HTMLElement>(".vis-network");
    frame?.removeAttribute("tabindex");
    frame?.setAttribute("aria-hidden", "true");
  }

  hold({ nodes, ties }: Looks): void {
    this.#tell("_blockRedraw"); // it would draw after each of both
    this.#nodes.hold(nodes);
    this.#edges.hold(ties);
    this.#tell("_allowRedraw");
    this.request();
  }

  request(): void {
    this.#tell("_requestRedraw");
  }

  #tell(event: Told): void {
    (this as unknown as Inside).body.emitter.emit(event);
  }
}

type Told = "_blockRedraw" | "_allowRedraw" | "_requestRedraw";

/** What vis-network tells itself by: the only way to one drawing a frame. */
interface Inside {
  body: { emitter: { emit(event: Told): void } };
}

/** A data set of vis-network that is told only of the items that changed. */
class Keyed<T extends { id?: string | number }> {
  readonly set: DataSet<T, "id">;
  #keys: Map<string | number, string>;

  constructor(items: T[]) {
    this.#keys = keysOf(items);
    this.set = new DataSet<T, "id">(items);
  }

  hold(items: T[]): void {
    const keys = keysOf(items);
    this.set.remove([...this.#keys.keys()].filter((id) => !keys.has(id)));
    const changed = items.filter(({ id }) => keys.get(id as string | number) !== this.#keys.get(id as string | number));
    this.set.update(changed as Parameters<typeof this.set.update>[0]);
    this.#keys = keys;
  }
}

function keysOf<T extends { id?: string | number }>(items: T[]): Map<string | number, string> {
  return new Map(items.map((item) => [item.id as string | number, JSON.stringify(item)]));
}
