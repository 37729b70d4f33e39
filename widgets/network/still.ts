// The picture before vis-network is there, and just as vis-network draws it: nobody waits for an engine to see the names.
import type { NodeLook, TieLook } from "./looks.ts";
import type { Looks, Over, Pen, Point } from "./pen.ts";

export class Still implements Pen {
  readonly #stage: HTMLElement;
  readonly #canvas = document.createElement("canvas");
  readonly #context: CanvasRenderingContext2D;
  readonly #over: Over;
  #looks: Looks = { nodes: [], ties: [] };
  #size = { width: 0, height: 0 };
  #middle: Point = { x: 0, y: 0 };
  #scale = 1;
  #frame = 0;

  /** Throws where the browser cannot draw a canvas. */
  constructor(stage: HTMLElement, over: Over) {
    const context = this.#canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    [this.#stage, this.#context, this.#over] = [stage, context, over];
    this.#canvas.className = "rw-still";
    this.#canvas.setAttribute("aria-hidden", "true");
    stage.append(this.#canvas);
  }

  hold(looks: Looks): void {
    this.#looks = looks;
    this.request();
  }

  request(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.redraw());
  }

  redraw(): void {
    cancelAnimationFrame(this.#frame);
    const { width, height } = this.#size;
    if (width === 0) return; // hidden for now
    const context = this.#context;
    const ratio = this.#canvas.width / width;
    const { x, y } = this.canvasToDOM({ x: 0, y: 0 });
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    context.save();
    context.translate(x, y);
    context.scale(this.#scale, this.#scale);
    const at = new Map(this.#looks.nodes.map((node) => [node.id, node]));
    for (const tie of this.#looks.ties) this.#tie(tie, at.get(tie.from), at.get(tie.to));
    for (const node of this.#looks.nodes) this.#node(node);
    this.#over(context);
    context.restore();
  }

  setSize(): void {
    const { clientWidth: width, clientHeight: height } = this.#stage;
    this.#size = { width, height };
    const ratio = devicePixelRatio || 1;
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
  }

  moveTo({ position = this.#middle, scale = this.#scale }: { position?: Point; scale?: number }): void {
    this.#middle = position;
    this.#scale = scale;
    this.request();
  }

  getScale(): number {
    return this.#scale;
  }

  getViewPosition(): Point {
    return this.#middle;
  }

  canvasToDOM({ x, y }: Point): Point {
    const { width, height } = this.#size;
    return { x: (x - this.#middle.x) * this.#scale + width / 2, y: (y - this.#middle.y) * this.#scale + height / 2 };
  }

  DOMtoCanvas({ x, y }: Point): Point {
    const { width, height } = this.#size;
    return { x: (x - width / 2) / this.#scale + this.#middle.x, y: (y - height / 2) / this.#scale + this.#middle.y };
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#canvas.remove();
  }

  #tie({ width, dashes, color }: TieLook, from: NodeLook | undefined, to: NodeLook | undefined): void {
    if (!from || !to) return;
    const context = this.#context;
    context.globalAlpha = color.opacity;
    context.strokeStyle = color.color;
    context.lineWidth = Math.max(width, 0.3 / this.#scale);
    context.lineCap = dashes ? "round" : "butt";
    context.setLineDash(dashes || []);
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  }

  #node({ x, y, size, shape, color, opacity, borderWidth, shapeProperties: { borderDashes } }: NodeLook): void {
    const context = this.#context;
    context.globalAlpha = opacity;
    context.fillStyle = color.background;
    context.strokeStyle = color.border;
    context.lineWidth = Math.min(2 * size, borderWidth / this.#scale);
    context.setLineDash(borderDashes || []);
    context.beginPath();
    SHAPES[shape](context, x, y, size);
    context.closePath();
    context.fill();
    context.stroke();
    context.globalAlpha = 1;
    context.setLineDash([]);
  }
}

type Outline = (context: CanvasRenderingContext2D, x: number, y: number, size: number) => void;

/** The forms of vis-network; the middle of a triangle lies where its weight does. */
const SHAPES: Record<NodeLook["shape"], Outline> = {
  dot: (context, x, y, size) => context.arc(x, y, size, 0, 2 * Math.PI),
  square: (context, x, y, size) => context.rect(x - size, y - size, 2 * size, 2 * size),
  diamond: (context, x, y, size) => {
    context.moveTo(x, y + size);
    context.lineTo(x + size, y);
    context.lineTo(x, y - size);
    context.lineTo(x - size, y);
  },
  triangle: (context, x, y, size) => {
    const side = 1.15 * size;
    const [middle, within] = [y + 0.275 * side, side / Math.sqrt(3)];
    context.moveTo(x, middle - side * Math.sqrt(3) + within);
    context.lineTo(x + side, middle + within);
    context.lineTo(x - side, middle + within);
  },
};
