// The picture: vis-network draws nodes and ties where Python put them; the names are drawn here, in screen pixels.
import { DataSet } from "vis-data/esnext";
import { type Edge, Network, type Node } from "vis-network/esnext";
import type { EdgeRecord } from "../core/contract.ts";
import { largest, radius, type Shown, tieId, width } from "./graph.ts";
import { type Box, type Named, place } from "./place.ts";
import { type Disc, spread } from "./spread.ts";
import { observeTheme, type Palette, palette } from "./theme.ts";

export interface Scene {
  nodes: Shown[];
  edges: EdgeRecord[];
  /** The entities to show in full colour; null for all. */
  lit: Set<string> | null;
  /** The chosen entity or tie. */
  entity: string | null;
  tie: string | null;
}

export interface Choices {
  entity(id: string): void;
  tie(id: string): void;
  nothing(): void;
}

const FONT_SIZE = 13;
const LINE = 18;
const MARGIN = 40;
/** Room under the nodes, where the buttons lie. */
const FOOT = 64;
// Each shape with what makes its area that of a circle of the same size.
const SHAPES: Record<string, [string, number]> = { PER: ["dot", 1], LOC: ["square", 0.886], ORG: ["diamond", 1.25] };
const OTHER: [string, number] = ["triangle", 1.1];

export class Canvas {
  readonly #stage: HTMLElement;
  readonly #network: Network;
  readonly #nodes = new DataSet<Node>();
  readonly #edges = new DataSet<Edge>();
  readonly #names = new Map<string, { text: string; width: number; direction: CanvasDirection }>();
  readonly #stopTheme: () => void;
  readonly #resize: ResizeObserver;
  #palette: Palette;
  #scene: Scene = { nodes: [], edges: [], lit: null, entity: null, tie: null };
  #hovered: string | null = null;
  #size = { width: 0, height: 0 };
  #discs: Disc[] = [];

  constructor(stage: HTMLElement, choices: Choices) {
    this.#stage = stage;
    this.#palette = palette(stage);
    this.#network = new Network(stage, { nodes: this.#nodes, edges: this.#edges }, OPTIONS);
    this.#listen(choices);
    this.#stopTheme = observeTheme(stage, () => this.#recolour());
    this.#resize = new ResizeObserver(() => this.#fitSize());
    this.#resize.observe(stage);
    const frame = stage.querySelector<HTMLElement>(".vis-network");
    frame?.removeAttribute("tabindex");
    frame?.setAttribute("aria-hidden", "true");
  }

  draw(scene: Scene): void {
    this.#scene = scene;
    if (this.#size.width === 0) this.#measure();
    this.#discs = this.#layout();
    replace(
      this.#nodes,
      scene.nodes.map((node, at) => this.#node(node, this.#discs[at] as Disc)),
    );
    const most = Math.max(1, ...scene.edges.map((edge) => edge.weight));
    replace(
      this.#edges,
      scene.edges.map((edge) => this.#edge(edge, most)),
    );
    this.#network.redraw();
  }

  /** Zooms by a factor around the middle, or around a point of the stage. */
  zoom(factor: number, at?: { x: number; y: number }): void {
    const scale = Math.min(8, Math.max(0.2, this.#network.getScale() * factor));
    const view = this.#network.getViewPosition();
    if (!at) {
      this.#network.moveTo({ scale });
      return;
    }
    const point = this.#network.DOMtoCanvas(at);
    const ratio = this.#network.getScale() / scale;
    const position = { x: point.x + (view.x - point.x) * ratio, y: point.y + (view.y - point.y) * ratio };
    this.#network.moveTo({ scale, position });
  }

  /** Shows the whole plane. */
  fit(): void {
    this.#network.moveTo({ position: { x: this.#size.width / 2, y: this.#size.height / 2 }, scale: 1 });
  }

  /** Brings a node into view where it is not. */
  reveal(id: string): void {
    if (!this.#nodes.get(id)) return;
    const at = this.#network.canvasToDOM(this.#network.getPosition(id));
    const { clientWidth, clientHeight } = this.#stage;
    const inside = at.x > 20 && at.y > 20 && at.x < clientWidth - 20 && at.y < clientHeight - 20;
    if (!inside) this.#network.moveTo({ position: this.#network.getPosition(id) });
  }

  /** Where a node stands on the stage, in pixels: for tests and for whoever points at it. */
  position(id: string): { x: number; y: number } {
    return this.#network.canvasToDOM(this.#network.getPosition(id));
  }

  dispose(): void {
    this.#resize.disconnect();
    this.#stopTheme();
    this.#network.destroy();
  }

  #listen({ entity, tie, nothing }: Choices): void {
    const network = this.#network;
    network.on("click", ({ nodes, edges }: { nodes: string[]; edges: string[] }) => {
      network.unselectAll();
      if (nodes[0] !== undefined) entity(nodes[0]);
      else if (edges[0] !== undefined) tie(edges[0]);
      else nothing();
    });
    network.on("hoverNode", ({ node }: { node: string }) => this.#hover(node));
    network.on("blurNode", () => this.#hover(null));
    network.on("hoverEdge", () => this.#point(true));
    network.on("blurEdge", () => this.#point(false));
    network.on("afterDrawing", (context: CanvasRenderingContext2D) => this.#drawNames(context));
    this.#stage.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
  }

  /** The wheel scrolls the page; with Ctrl or Command, as two fingers on a touch pad send it, it zooms. */
  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = this.#stage.getBoundingClientRect();
    this.zoom(Math.exp(-event.deltaY / 300), { x: event.clientX - box.left, y: event.clientY - box.top });
  }

  #hover(id: string | null): void {
    this.#hovered = id;
    this.#point(id !== null);
    this.#network.redraw();
  }

  #point(on: boolean): void {
    this.#stage.style.cursor = on ? "pointer" : "";
  }

  #recolour(): void {
    this.#palette = palette(this.#stage);
    this.#names.clear();
    this.draw(this.#scene);
  }

  #measure(): void {
    this.#size = { width: this.#stage.clientWidth, height: this.#stage.clientHeight };
    this.fit();
  }

  #fitSize(): void {
    const { clientWidth, clientHeight } = this.#stage;
    if (clientWidth === 0 || clientHeight === 0) return; // hidden for now
    if (clientWidth === this.#size.width && clientHeight === this.#size.height) return;
    this.#measure();
    this.draw(this.#scene);
    this.fit();
  }

  /** Where the nodes of the scene stand, and how large, on a stage of this size. */
  #layout(): Disc[] {
    const { width, height } = this.#size;
    const { nodes } = this.#scene;
    const most = nodes[0]?.mentions ?? 1;
    const large = largest(nodes.length, width * height);
    const discs = nodes.map(({ entity, mentions }) => ({
      x: MARGIN + entity.x * Math.max(width - 2 * MARGIN, 1),
      y: MARGIN + entity.y * Math.max(height - MARGIN - FOOT, 1),
      radius: radius(mentions, most, large),
    }));
    return spread(discs, { width, height, margin: MARGIN });
  }

  #node({ entity }: Shown, { x, y, radius }: Disc): Node {
    const { lit } = this.#scene;
    const chosen = entity.id === this.#scene.entity;
    const fill = this.#palette.types[entity.type] ?? this.#palette.other;
    const [shape, factor] = SHAPES[entity.type] ?? OTHER;
    const border = chosen ? this.#palette.text : this.#palette.background;
    return {
      id: entity.id,
      x,
      y,
      shape,
      size: factor * radius,
      color: { background: fill, border, highlight: { background: fill, border }, hover: { background: fill, border } },
      borderWidth: chosen ? 3 : 1.5,
      opacity: lit === null || lit.has(entity.id) ? 1 : 0.18,
    };
  }

  #edge(edge: EdgeRecord, most: number): Edge {
    const { lit, tie, edges } = this.#scene;
    const id = tieId(edge);
    const chosen = id === tie;
    const bright = lit === null || (lit.has(edge.a) && lit.has(edge.b));
    const colour = chosen ? this.#palette.accent : this.#palette.edge;
    return {
      id,
      from: edge.a,
      to: edge.b,
      width: width(edge.weight, most) + (chosen ? 2 : 0),
      color: {
        color: colour,
        highlight: colour,
        hover: this.#palette.accent,
        opacity: bright ? this.#faint(edges.length) : 0.08,
      },
    };
  }

  /** Ties are fainter where they are many, unless few of them are lit. */
  #faint(ties: number): number {
    return this.#scene.lit === null ? Math.max(0.07, Math.min(0.5, 9 / Math.sqrt(ties + 1))) : 0.5;
  }

  #drawNames(context: CanvasRenderingContext2D): void {
    const { canvas } = context;
    const ratio = canvas.width / Math.max(canvas.clientWidth, 1);
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.font = `${FONT_SIZE}px ${this.#palette.font}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = this.#palette.background;
    context.fillStyle = this.#palette.text;
    for (const { id, x, y } of place(this.#onScreen(context), LINE, { ...this.#size, over: this.#over() })) {
      const { text, direction } = this.#name(context, id);
      context.direction = direction;
      context.strokeText(text, x, y);
      context.fillText(text, x, y);
    }
    context.restore();
  }

  /** The buttons that lie over the corner of the stage. */
  #over(): Box[] {
    const buttons = this.#stage.nextElementSibling;
    if (!(buttons instanceof HTMLElement)) return [];
    const { offsetLeft: x, offsetTop: y, offsetWidth: width, offsetHeight: height } = buttons;
    return [{ x, y, width, height }];
  }

  /** The nodes in view with the widths of their names; a name outside the lit ones waits for the pointer. */
  #onScreen(context: CanvasRenderingContext2D): Named[] {
    const { nodes, lit, entity } = this.#scene;
    const scale = this.#network.getScale();
    const named: Named[] = [];
    for (const [index, { entity: one }] of nodes.entries()) {
      const forced = one.id === this.#hovered || one.id === entity;
      if (!forced && lit !== null && !lit.has(one.id)) continue;
      const at = this.position(one.id);
      if (at.x < 0 || at.y < 0 || at.x > this.#size.width || at.y > this.#size.height) continue;
      const size = scale * (this.#discs[index]?.radius ?? 0);
      named.push({ id: one.id, ...at, radius: size, width: this.#name(context, one.id, one.name).width + 6, forced });
    }
    return named;
  }

  #name(context: CanvasRenderingContext2D, id: string, full = id) {
    let name = this.#names.get(id);
    if (name === undefined) {
      const short = full.length > 40 ? `${full.slice(0, 39)}…` : full;
      name = { text: short, width: context.measureText(short).width, direction: direction(short) };
      this.#names.set(id, name);
    }
    return name;
  }
}

const OPTIONS = {
  autoResize: true,
  physics: false,
  layout: { improvedLayout: false },
  nodes: { chosen: false, label: undefined, title: undefined },
  edges: { smooth: false, chosen: false, hoverWidth: 1.5, selectionWidth: 0 },
  interaction: { hover: true, zoomView: false, keyboard: false, tooltipDelay: 1e9, selectConnectedEdges: false },
};

/** The direction of a name: that of its first letter. */
export function direction(text: string): CanvasDirection {
  const letter = /\p{L}/u.exec(text)?.[0] ?? "";
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(letter) ? "rtl" : "ltr";
}

/** Makes a data set hold these items: adds, changes and removes what differs. */
function replace<T extends { id?: string | number }>(set: DataSet<T, "id">, items: T[]): void {
  const kept = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !kept.has(id)));
  set.update(items as Parameters<typeof set.update>[0]);
}
