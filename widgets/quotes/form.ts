// Correcting a quotation where it stands: who speaks, of which kind and stance it is, and which words it has.
import type { Context } from "../core/context.ts";
import type { QuoteRecord } from "../core/contract.ts";
import { type Child, h } from "../core/dom.ts";
import { labelText } from "../core/labels.ts";
import { articleOf } from "../core/story.ts";
import { type PageWord, type Part, type Range, WordChooser } from "./words.ts";

/** What Python answers to `quotes.words`. */
export interface Choices {
  words: PageWord[];
  rest: string;
  span: Range;
  speaker: Range | null;
  cue: Range | null;
  people: { id: string; name: string; here: boolean }[];
}

export interface FormActs {
  save(said: Record<string, unknown>): void;
  close(): void;
}

const KINDS = ["direct", "indirect"];
const STANCES = ["endorsing", "neutral", "distancing"];

export function correctionForm(context: Context, quote: QuoteRecord, choices: Choices, acts: FormActs) {
  const { labels, story } = context;
  const article = articleOf(story, quote.article);
  const ranges: Record<Part, Range | null> = { span: choices.span, speaker: choices.speaker, cue: choices.cue };
  const page = { dir: article?.direction ?? "auto", lang: article?.language ?? "" };
  const words = new WordChooser(labels, choices.words, choices.rest, ranges, page);
  const speaker = h("select", { class: "rw-select" }, people(context, choices));
  speaker.value = quote.speaker;
  const kind = select(KINDS, quote.kind, (value) => labelText(labels, "kinds", value));
  const stance = select(STANCES, quote.stance, (value) => labelText(labels, "stances", value));
  const reason = h("input", { class: "rw-input", type: "text", dir: "auto" });
  const element = h(
    "form",
    { class: "rw-correction", aria: { label: labelText(labels, "finder", "correct") } },
    words.element,
    h(
      "div",
      { class: "rw-fields" },
      field(labelText(labels, "columns", "speaker"), speaker),
      field(labelText(labels, "columns", "kind"), kind),
      field(labelText(labels, "columns", "stance"), stance),
      field(labelText(labels, "finder", "reason"), reason),
    ),
    buttons(context, acts),
  );
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    const fields = { speaker: speaker.value, kind: kind.value, stance: stance.value, reason: reason.value };
    acts.save(changed(quote, choices, words.ranges, fields));
  });
  listen(element, acts.close);
  return { element, reveal: () => words.reveal() };
}

/** What is said otherwise than it stands; nothing else is sent. */
function changed(
  quote: QuoteRecord,
  choices: Choices,
  ranges: Record<Part, Range | null>,
  fields: Record<"speaker" | "kind" | "stance" | "reason", string>,
): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  for (const name of ["speaker", "kind", "stance"] as const)
    if (fields[name] !== quote[name]) said[name] = fields[name];
  if (fields.reason.trim()) said["reason"] = fields.reason.trim();
  if (!alike(ranges.span, choices.span) && ranges.span) [said["start"], said["end"]] = ranges.span;
  if (!alike(ranges.speaker, choices.speaker)) said["speaker_text"] = ranges.speaker ?? "";
  if (!alike(ranges.cue, choices.cue)) said["cue"] = ranges.cue ?? "";
  return said;
}

function alike(one: Range | null, other: Range | null): boolean {
  return one?.[0] === other?.[0] && one?.[1] === other?.[1];
}

/** Nobody, those whom the article names, and the others. */
function people({ labels }: Context, choices: Choices): Child[] {
  const group = (key: string, here: boolean) => {
    const own = choices.people.filter((one) => one.here === here);
    const options = own.map(({ id, name }) => h("option", { value: id }, name));
    const element = h("optgroup", {}, options);
    element.label = labelText(labels, "finder", key);
    return own.length > 0 ? element : null;
  };
  const nobody = h("option", { value: "" }, labelText(labels, "finder", "nobody"));
  return [nobody, group("people_here", true), group("people_elsewhere", false)];
}

function select(values: string[], value: string, name: (value: string) => string): HTMLSelectElement {
  const options = values.map((one) => h("option", { value: one }, name(one)));
  const element = h("select", { class: "rw-select" }, options);
  element.value = value;
  return element;
}

function field(name: string, control: HTMLElement): HTMLElement {
  return h("label", { class: "rw-field" }, h("span", { class: "rw-muted" }, name), control);
}

/** Says that a quotation is none, with a reason or without. */
export function reasonForm(context: Context, save: (reason: string) => void, close: () => void) {
  const { labels } = context;
  const text = labelText(labels, "finder", "reason_optional");
  const input = h("input", { class: "rw-input", type: "text", dir: "auto", placeholder: text, aria: { label: text } });
  const element = h(
    "form",
    { class: "rw-correction rw-rejection" },
    input,
    buttons(context, { save: () => {}, close }, "reject"),
  );
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    save(input.value.trim());
  });
  listen(element, close);
  return { element, reveal: () => input.focus({ preventScroll: true }) };
}

/** Escape closes, and Enter in a field saves: Lab keeps browsers from doing so by themselves. */
function listen(form: HTMLFormElement, close: () => void): void {
  form.addEventListener("keydown", (event) => {
    const enter = event.key === "Enter" && event.target instanceof HTMLInputElement;
    if (event.key !== "Escape" && !enter) return;
    event.preventDefault();
    event.stopPropagation();
    if (enter) form.requestSubmit();
    else close();
  });
}

function buttons({ labels }: Context, { close }: FormActs, save = "save"): HTMLElement {
  return h(
    "div",
    { class: "rw-form-buttons" },
    h("button", { class: "rw-button rw-save", type: "submit" }, labelText(labels, "finder", save)),
    h(
      "button",
      { class: "rw-button rw-button-quiet", type: "button", on: { click: close } },
      labelText(labels, "finder", "cancel"),
    ),
  );
}
