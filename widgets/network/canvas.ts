// The picture: nodes and ties where Python put them, and the names, in screen pixels. It is drawn at once as it stands;
// vis-network, which hears the mouse, comes when the page is quiet or the pointer is near.
import type { Engine } from "./engine.ts";
import { type Area, layout, scaled } from "./layout.ts";
import { GHOST, nodeLook, tieLook } from "./looks.ts";
import { type Candidate, Naming } from "./naming.ts";
import type { Looks, Pen } from "./pen.ts";
import type { Box } from "./place.ts";
import { type DrawnNode, type Light, NO_LIGHT, type Scene } from "./scene.ts";
import type { Disc } from "./spread.ts";
import type { Viewpoint } from "./state.ts";
import { Still } from "./still.ts";
import { observeTheme, type Palette, palette } from "./theme.ts";

export interface Choices {
  entity(id: string, several: boolean): void;
  focus(id: string): void;
  tie(id: string): void;
  nothing(): void;
  hover(id: string | null): void;
  /** The picture was moved or zoomed by hand; null: to the whole plane. */
  moved(to: Viewpoint | null): void;
}

const NOTHING: Scene = { nodes: [], ties: [], plane: [], mostTie: 1 };
const ZOOM: [number, number] = [0.2, 8];
const QUIET = 300; // milliseconds after which vis-network is set up, when the picture has been drawn

export class Canvas {
  readonly #stage: HTMLElement;
  readonly #naming = new Naming();
  readonly #choices: Choices;
  readonly #stopTheme: () => void;
  readonly #resize: ResizeObserver;
  #pen: Pen;
  #engine: Engine | null = null;
  #looks: Looks = { nodes: [], ties: [] };
  #waking: ReturnType<typeof setTimeout> | undefined;
  #asleep = true;
  #gone = false;
  #palette: Palette;
  #scene = NOTHING;
  #light = NO_LIGHT;
  #hovered: string | null = null;
  #area: Area = { width: 0, height: 0 };
  #discs = new Map<string, Disc>();
  #placed: { plane: DrawnNode[]; area: Area } | null = null;
  #moving = false;
  /** Where the user looks; null while nothing but the whole plane was looked at. */
  #looked: Viewpoint | null;

  constructor(stage: HTMLElement, choices: Choices, start: Viewpoint | null = null) {
    this.#stage = stage;
    this.#choices = choices;
    this.#looked = start;
    this.#palette = palette(stage);
    this.#pen = new Still(stage, (context) => this.#drawNames(context));
    this.#listen(choices);
    this.#stopTheme = observeTheme(stage, () => this.#recolour());
    this.#resize = new ResizeObserver(() => this.#fitSize());
    this.#resize.observe(stage);
    requestAnimationFrame(() => requestAnimationFrame(() => this.#rest())); // the first draws, the second follows
  }

  draw(scene: Scene, light: Light): void {
    this.#scene = scene;
    this.#light = light;
    if (this.#area.width === 0) this.#measure();
    this.#arrange();
    const { nodes, ties, mostTie } = scene;
    const many = { ties: ties.length, most: mostTie };
    const radiusOf = scaled(scene.plane, this.#area);
    this.#looks = {
      nodes: nodes.map((node) => nodeLook(node, this.#disc(node, radiusOf), light, this.#palette)),
      ties: ties.map((tie) => tieLook(tie, light, this.#palette, many)),
    };
    this.#pen.hold(this.#looks);
  }

  /** Shows a node as under the pointer. */
  point(id: string | null): void {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.#pen.request();
  }

  /** Zooms by a factor around the middle, or around a point of the stage. */
  zoom(factor: number, at?: { x: number; y: number }): void {
    const scale = Math.min(ZOOM[1], Math.max(ZOOM[0], this.#pen.getScale() * factor));
    const view = this.#pen.getViewPosition();
    const point = at ? this.#pen.DOMtoCanvas(at) : view;
    const ratio = this.#pen.getScale() / scale;
    const position = { x: point.x + (view.x - point.x) * ratio, y: point.y + (view.y - point.y) * ratio };
    this.#pen.moveTo({ scale, position });
    this.#moved();
  }

  /** Shows the whole plane, or some nodes of it as large as they fit. */
  fit(ids?: string[]): void {
    const { width, height } = this.#area;
    this.#looked = null;
    const discs = (ids ?? []).flatMap((id) => this.#discs.get(id) ?? []);
    if (discs.length === 0) {
      this.#whole();
    } else {
      const [xs, ys] = [discs.map(({ x }) => x), discs.map(({ y }) => y)];
      const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      const fitting = Math.min((width - 160) / Math.max(right - left, 1), (height - 140) / Math.max(bottom - top, 1));
      const scale = Math.min(2.5, Math.max(0.6, fitting));
      this.#pen.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale });
      this.#looked = this.viewpoint;
    }
    this.#choices.moved(this.#looked);
  }

  get viewpoint(): Viewpoint {
    const { x, y } = this.#pen.getViewPosition();
    const { width, height } = this.#area;
    return { scale: this.#pen.getScale(), x: x / Math.max(width, 1), y: y / Math.max(height, 1) };
  }

  /** Looks from where somebody else does, and tells nobody. */
  look(viewpoint: Viewpoint | null): void {
    this.#looked = viewpoint;
    if (viewpoint === null) {
      this.#whole();
      return;
    }
    const { scale, x, y } = viewpoint;
    this.#pen.moveTo({ position: { x: x * this.#area.width, y: y * this.#area.height }, scale });
  }

  /** Brings a node into view where it is not. */
  reveal(id: string): void {
    const disc = this.#discs.get(id);
    if (!disc) return;
    const at = this.#pen.canvasToDOM(disc);
    const { width, height } = this.#area;
    const inside = at.x > 20 && at.y > 20 && at.x < width - 20 && at.y < height - 20;
    if (inside) return;
    this.#pen.moveTo({ position: { x: disc.x, y: disc.y } });
    this.#looked = this.viewpoint;
  }

  /** Where a node stands on the plane, in its pixels. */
  position(id: string): { x: number; y: number } | undefined {
    return this.#discs.get(id);
  }

  dispose(): void {
    this.#resize.disconnect();
    this.#stopTheme();
    clearTimeout(this.#waking);
    this.#gone = true;
    this.#pen.destroy();
  }

  #listen({ focus }: Choices): void {
    for (const near of ["pointerenter", "touchstart"])
      this.#stage.addEventListener(near, this.#wake, { passive: true });
    // That of the browser: vis-network's own comes by the clock, and a large picture takes its time over the first click.
    this.#stage.addEventListener("dblclick", (event) => {
      const node = this.#engine?.getNodeAt(this.#at(event));
      if (node !== undefined) focus(String(node));
    });
    this.#stage.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
  }

  #rest(): void {
    if (this.#asleep && !this.#gone) this.#waking = setTimeout(this.#wake, QUIET);
  }

  /** Sets vis-network up, once. */
  readonly #wake = (): void => {
    if (!this.#asleep) return;
    this.#asleep = false;
    clearTimeout(this.#waking);
    import("./engine.ts").then(({ Engine }) => {
      if (!this.#gone) this.#take(Engine);
    });
  };

  /** vis-network takes over what stands there, seen from where one looks. */
  #take(Kind: typeof Engine): void {
    const still = this.#pen;
    const engine = new Kind(this.#stage, this.#looks, (context) => this.#drawNames(context));
    engine.setSize("100%", "100%");
    engine.moveTo({ position: still.getViewPosition(), scale: still.getScale() });
    still.destroy();
    [this.#pen, this.#engine] = [engine, engine];
    this.#hear(engine, this.#choices);
    engine.redraw();
  }

  #hear(engine: Engine, { entity, tie, nothing }: Choices): void {
    engine.on("click", ({ nodes, edges, event }: Clicked) => {
      engine.unselectAll();
      const { ctrlKey = false, metaKey = false } = event?.srcEvent ?? {};
      if (nodes[0] !== undefined) entity(nodes[0], ctrlKey || metaKey);
      else if (edges[0] !== undefined) tie(edges[0]);
      else nothing();
    });
    engine.on("hoverNode", ({ node }: { node: string }) => this.#hover(node));
    engine.on("blurNode", () => this.#hover(null));
    engine.on("hoverEdge", () => this.#hand(true));
    engine.on("blurEdge", () => this.#hand(false));
    engine.on("dragStart", () => this.#drag(true));
    engine.on("dragging", () => this.#moved());
    engine.on("dragEnd", () => this.#drag(false));
  }

  /** The wheel scrolls the page; with Ctrl or Command, as two fingers on a touch pad send it, it zooms. */
  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.zoom(Math.exp(-event.deltaY / 300), this.#at(event));
  }

  /** Where on the stage the pointer is. */
  #at({ clientX, clientY }: MouseEvent): { x: number; y: number } {
    const box = this.#stage.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  }

  #moved(): void {
    this.#looked = this.viewpoint;
    this.#choices.moved(this.#looked);
  }

  #drag(on: boolean): void {
    this.#moving = on;
    if (!on) this.#pen.request();
  }

  #hover(id: string | null): void {
    this.#hand(id !== null);
    this.point(id);
    this.#choices.hover(id);
  }

  #hand(on: boolean): void {
    this.#stage.style.cursor = on ? "pointer" : "";
  }

  #recolour(): void {
    this.#palette = palette(this.#stage);
    this.#naming.forget();
    this.draw(this.#scene, this.#light);
  }

  #measure(): void {
    const { clientWidth: width, clientHeight: height } = this.#stage;
    if (width === 0 || height === 0) return; // hidden for now
    this.#area = { width, height };
    this.#pen.setSize("100%", "100%");
    if (this.#looked) this.look(this.#looked);
    else this.#whole();
  }

  #fitSize(): void {
    const { clientWidth, clientHeight } = this.#stage;
    if (clientWidth === this.#area.width && clientHeight === this.#area.height) return;
    this.#measure();
    this.draw(this.#scene, this.#light);
    this.#pen.redraw(); // in this frame: the canvas of another size is empty
  }

  #whole(): void {
    const { width, height } = this.#area;
    this.#pen.moveTo({ position: { x: width / 2, y: height / 2 }, scale: 1 });
  }

  #arrange(): void {
    const { plane } = this.#scene;
    if (this.#placed?.plane === plane && this.#placed.area === this.#area) return;
    this.#placed = { plane, area: this.#area };
    this.#discs = layout(plane, this.#area);
  }

  /** Where a node of the scene stands, on the scale that all share. */
  #disc({ id, value }: DrawnNode, radiusOf: (value: number) => number): Disc {
    const { x, y } = this.#discs.get(id) ?? { x: 0, y: 0 };
    return { x, y, radius: radiusOf(value) };
  }

  #drawNames(context: CanvasRenderingContext2D): void {
    const setting = { palette: this.#palette, area: this.#area, over: this.#over(), moving: this.#moving };
    this.#naming.draw(context, this.#candidates(), setting);
  }

  /** The buttons that lie over the corner of the stage. */
  #over(): Box[] {
    const buttons = this.#stage.nextElementSibling;
    if (!(buttons instanceof HTMLElement)) return [];
    const { offsetLeft: x, offsetTop: y, offsetWidth: width, offsetHeight: height } = buttons;
    return [{ x, y, width, height }];
  }

  /** The nodes in view; a name outside the lit ones waits for the pointer. */
  #candidates(): Candidate[] {
    const { lit, entity, picked } = this.#light;
    const scale = this.#pen.getScale();
    const origin = this.#pen.canvasToDOM({ x: 0, y: 0 });
    const radiusOf = scaled(this.#scene.plane, this.#area);
    const found: Candidate[] = [];
    for (const { id, name, value, look } of this.#scene.nodes) {
      const disc = this.#discs.get(id);
      if (!disc) continue;
      const [x, y] = [origin.x + disc.x * scale, origin.y + disc.y * scale];
      if (x < 0 || y < 0 || x > this.#area.width || y > this.#area.height) continue;
      const forced = id === this.#hovered || id === entity || picked.has(id);
      const silent = !forced && (look === "ghost" || (lit !== null && !lit.has(id)));
      found.push({ id, name, x, y, radius: look === "ghost" ? GHOST : scale * radiusOf(value), forced, silent });
    }
    return found;
  }
}

interface Clicked {
  nodes: string[];
  edges: string[];
  event?: { srcEvent?: { ctrlKey?: boolean; metaKey?: boolean } };
}
