// What is measured of a view in a page of its own, on a model that is no kernel's: see views_stage.py.
const frame = () => new Promise((done) => requestAnimationFrame(() => done()));
const painted = () => new Promise((done) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => done(performance.now()); port2.postMessage(0); }));
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

class Model {
  constructor(traits) { this.traits = traits; this.listeners = new Map(); }
  get(name) { return this.traits[name]; }
  set(name, value) { this.traits[name] = value; for (const one of [...(this.listeners.get(`change:${name}`) ?? [])]) one(); }
  on(event, listener) { this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]); }
  off(event, listener) { this.listeners.set(event, (this.listeners.get(event) ?? []).filter((one) => one !== listener)); }
  save_changes() {}
  send() {}
}

const views = {};

/** A view's code, style, labels and story, fetched before anything is timed. */
async function fetched(name) {
  const [script, style, state] = await Promise.all(["js", "css", "json"].map((ending) => fetch(`/${name}.${ending}`).then((one) => one.text())));
  const story = await fetch(`/${name}.story`).then((one) => one.arrayBuffer());
  return { script, style, traits: { ...JSON.parse(state), story: new DataView(story) } };
}

/** From asking for the module (as anywidget does, out of its text) until two frames after the view stands there. */
async function mount(name) {
  const { script, style, traits } = await fetched(name);
  const el = document.body.appendChild(document.createElement("div"));
  const model = new Model(traits);
  await frame();
  const start = performance.now();
  el.before(Object.assign(document.createElement("style"), { textContent: style }));
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const { default: widget } = await import(address);
  widget.render({ model, el });
  while (!el.querySelector("[data-drawn], .rw-root.rw-pane > *")) await frame();
  await frame();
  const end = await painted();
  if (el.querySelector(".rw-error")) throw new Error(el.textContent);
  views[name] = { el, model };
  return end - start;
}

/** From the pointer's coming until vis-network, which hears it, has drawn a network that was just mounted. */
async function woken(name) {
  await mount(name);
  const stage = views[name].el.querySelector(".rw-stage");
  const start = performance.now();
  stage.dispatchEvent(new PointerEvent("pointerenter"));
  while (!stage.querySelector(".vis-network")) await frame();
  return (await painted()) - start;
}

/** Unpacks a story and reads its JSON: milliseconds of each. */
async function decoded(name) {
  const bytes = await fetch(`/${name}.story`).then((one) => one.arrayBuffer());
  const start = performance.now();
  const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  const middle = performance.now();
  JSON.parse(text);
  return [middle - start, performance.now() - middle];
}

/** From what happens in `act` until the last frame after which the element changes no more for a while, and until it first changed. */
async function changed(el, act, quiet = 350) {
  let first = null;
  let last = null;
  let begun = null;
  const observer = new MutationObserver(() => { first ??= performance.now(); painted().then((at) => { last = at; }); });
  observer.observe(el, { subtree: true, childList: true, characterData: true, attributes: true });
  const key = (event) => { begun ??= event.timeStamp; };
  window.addEventListener("beforeinput", key, { capture: true });
  const start = performance.now();
  await act();
  await pause(quiet);
  window.removeEventListener("beforeinput", key, { capture: true });
  observer.disconnect();
  if (first === null) throw new Error("nothing changed");
  return { changed: first - (begun ?? start), painted: last - (begun ?? start) };
}

const EMPTY = { article: null, mark: null, entity: null, quote: null, passage: null, source: null, pair: null, origin: null };

/** Selects an entity in one view; how long until another view's elements change. */
function link(from, to, entity) {
  const { model } = views[from];
  return changed(views[to].el, () => model.set("selected", { ...EMPTY, entity, origin: "benchmark" }));
}

/** Frames drawn a second while a mouse drags, until `stop` is called. */
function counting() {
  let frames = 0;
  let going = true;
  const start = performance.now();
  const count = () => { frames += 1; if (going) requestAnimationFrame(count); };
  requestAnimationFrame(count);
  return () => { going = false; return (frames * 1000) / (performance.now() - start); };
}

/** A canvas and nothing else that draws every node and tie of a story wherever the mouse drags it. */
async function bare(name) {
  const bytes = await fetch(`/${name}.story`).then((one) => one.arrayBuffer());
  const story = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
  const canvas = document.body.appendChild(document.createElement("canvas"));
  Object.assign(canvas, { width: 1300, height: 560 });
  const context = canvas.getContext("2d");
  const at = new Map(story.entities.map((one) => [one.id, one]));
  let [left, top, held] = [0, 0, false];
  const draw = () => {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.translate(left, top);
    for (const { a, b } of story.edges) {
      const [one, other] = [at.get(a), at.get(b)];
      context.beginPath();
      context.moveTo(one.x * 1300, one.y * 560);
      context.lineTo(other.x * 1300, other.y * 560);
      context.stroke();
    }
    for (const { x, y, mentions } of story.entities) {
      context.beginPath();
      context.arc(x * 1300, y * 560, 3 + Math.sqrt(mentions), 0, 7);
      context.fill();
    }
  };
  canvas.onpointerdown = () => { held = true; };
  canvas.onpointermove = (event) => { if (held) { left += event.movementX; top += event.movementY; requestAnimationFrame(draw); } };
  draw();
  await painted();
}

Object.assign(window, { bench: { mount, woken, decoded, changed, link, counting, bare, views } });
