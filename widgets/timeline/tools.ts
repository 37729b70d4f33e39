// Above the lanes: which layers are shown, a search in titles, and whose words or which statement is marked.
import type { Context } from "../core/context.ts";
import type { QuoteRecord } from "../core/contract.ts";
import { h } from "../core/dom.ts";
import { labelText } from "../core/labels.ts";
import { quoteOf } from "../core/story.ts";
import type { Layer, Memory } from "./memory.ts";
import type { Model } from "./model.ts";
import { speakerOf } from "./scene.ts";

const LONGEST = 70;

/** The tools; `change` is called after the memory took in what was chosen. */
export function tools(context: Context, model: Model, memory: Memory, change: () => void): HTMLElement {
  const { story } = context;
  const layers: Layer[] = ["published"];
  if (model.copies.some(({ boilerplate }) => !boilerplate)) layers.push("shared");
  if (model.copies.some(({ boilerplate }) => boilerplate)) layers.push("printed");
  if (story.quotes.length > 0) layers.push("quoted");
  const switches = layers.map((layer) => layerSwitch(context, memory, layer, change));
  const pickers = story.quotes.length > 0 ? quotePickers(context, model, memory, change) : null;
  const shown = h("span", { class: "rw-tl-layers" }, switches);
  return h("div", { class: "rw-toolbar rw-tl-tools" }, search(context, memory, change), pickers, shown);
}

function search({ labels }: Context, memory: Memory, change: () => void): HTMLElement {
  const text = labelText(labels, "timeline", "search_titles");
  const given = { type: "search", dir: "auto", placeholder: text, value: memory.query, aria: { label: text } };
  const input = h("input", { class: "rw-input rw-tl-search", ...given });
  input.addEventListener("input", () => {
    memory.query = input.value;
    change();
  });
  return input;
}

function layerSwitch({ labels }: Context, memory: Memory, layer: Layer, change: () => void): HTMLElement {
  const box = h("input", { type: "checkbox", checked: memory.layers[layer], data: { layer } });
  box.addEventListener("change", () => {
    memory.layers[layer] = box.checked;
    change();
  });
  const key = h("span", { class: `rw-tl-key rw-tl-key-${layer}`, aria: { hidden: true } });
  return h("label", { class: "rw-tl-layer" }, box, key, labelText(labels, "timeline", layer));
}

/** Two menus: a speaker, and the statements of several articles, of that speaker or of all. */
function quotePickers(context: Context, model: Model, memory: Memory, change: () => void): HTMLElement {
  const { labels } = context;
  const speaker = menu(labelText(labels, "columns", "speaker"), "rw-tl-speaker");
  const statement = menu(labelText(labels, "timeline", "statement"), "rw-tl-statement");
  const fillStatements = () => {
    const none = h("option", { value: "" }, labelText(labels, "timeline", "choose_statement"));
    statement.replaceChildren(none, ...statementOptions(context, model, memory.speaker));
    statement.value = memory.lineage;
  };
  const none = h("option", { value: "" }, labelText(labels, "timeline", "choose_speaker"));
  speaker.append(none, ...speakerOptions(context));
  speaker.value = memory.speaker;
  fillStatements();
  speaker.addEventListener("change", () => {
    memory.speaker = speaker.value;
    memory.lineage = "";
    fillStatements();
    change();
  });
  statement.addEventListener("change", () => {
    memory.lineage = statement.value;
    change();
  });
  return h("span", { class: "rw-tl-pickers" }, speaker, model.statements.size > 0 ? statement : null);
}

function menu(name: string, style: string): HTMLSelectElement {
  return h("select", { class: `rw-select ${style}`, title: name, aria: { label: name } });
}

function speakerOptions({ story }: Context): HTMLElement[] {
  const found = new Map<string, { name: string; count: number }>();
  for (const quote of story.quotes) {
    const value = speakerOf(quote);
    if (value === "") continue;
    const one = found.get(value) ?? { name: quote.speaker_name, count: 0 };
    one.count += 1;
    found.set(value, one);
  }
  return [...found]
    .sort(([, one], [, other]) => other.count - one.count)
    .map(([value, { name, count }]) => h("option", { value }, `\u2068${name}\u2069 (${count})`));
}

function statementOptions({ story }: Context, model: Model, speaker: string): HTMLElement[] {
  const options: HTMLElement[] = [];
  for (const { lineage, quotes } of model.statements.values()) {
    const own = quotes.map((id) => quoteOf(story, id)).filter((quote) => quote !== undefined);
    if (speaker !== "" && !own.some((quote) => speakerOf(quote) === speaker)) continue;
    const outlets = new Set(own.map(({ source }) => source)).size;
    options.push(h("option", { value: lineage }, `\u2068${shortened(wording(own))}\u2069 (${outlets})`));
  }
  return options;
}

/** The longest wording of a statement. */
export function wording(quotes: QuoteRecord[]): string {
  return quotes.reduce((longest, { text }) => (text.length > longest.length ? text : longest), "");
}

/** A text cut at a word; a menu shows no more. */
export function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const space = text.lastIndexOf(" ", LONGEST);
  return `${text.slice(0, space > 0 ? space : LONGEST)} …`;
}
