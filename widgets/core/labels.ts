// The words of the views, in the language that Python chose; numbers and names keep to themselves in any direction.
import type { Labels } from "./contract.ts";
import { h } from "./dom.ts";

export type Values = Record<string, string | number>;

const PLACE = /\{(\w+)\}/;
const ISOLATE = "\u2068";
const END_ISOLATE = "\u2069";

/** A label as nodes, each value in a `<bdi>`. */
export function label(labels: Labels, section: string, key: string, values: Values = {}): DocumentFragment {
  const fragment = document.createDocumentFragment();
  pieces(labels, section, key).forEach((piece, index) => {
    const value = values[piece];
    if (index % 2 === 1) fragment.append(value === undefined ? piece : h("bdi", {}, show(labels, value)));
    else fragment.append(piece);
  });
  return fragment;
}

/** A label as a string, for attributes and options; each value is isolated by control characters. */
export function labelText(labels: Labels, section: string, key: string, values: Values = {}): string {
  return pieces(labels, section, key)
    .map((piece, index) => {
      const value = values[piece];
      if (index % 2 === 0) return piece;
      return value === undefined ? piece : ISOLATE + show(labels, value) + END_ISOLATE;
    })
    .join("");
}

/** A number as the labels' language writes it, in the digits that news pages use beside Latin names. */
export function formatNumber(labels: Labels, value: number): string {
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value); // the same in every language
  return formatter(labels.language, "decimal").format(value);
}

/** A share between 0 and 1 as a percentage: as the labels write it, for the browser takes its time to look that up. */
export function formatShare(labels: Labels, share: number): string {
  const written = labels.sections["messages"]?.["percent"];
  const tenths = Math.round(1000 * share);
  if (written !== undefined && tenths >= 0 && tenths < 10_000) return written.replace("{n}", String(tenths / 10));
  return formatter(labels.language, "percent").format(share);
}

/** An ISO date, or date and time, as the labels' language writes it; whatever is no date comes back as it is. */
export function formatDate(labels: Labels, iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split("-").map(Number);
  if (!year || !month || !day) return iso;
  const time = iso.slice(11, 16);
  return dayText(labels.language, Date.UTC(year, month - 1, day)) + (time && time !== "00:00" ? ` ${time}` : "");
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();
const days = new Map<string, string>();

/** A day in words; there are few, and each is asked for again and again. */
function dayText(language: string, day: number): string {
  const key = `${language} ${day}`;
  let text = days.get(key);
  if (text === undefined) {
    let format = dayFormats.get(language);
    format ??= new Intl.DateTimeFormat(locale(language), { dateStyle: "long", timeZone: "UTC" });
    dayFormats.set(language, format);
    text = format.format(day);
    days.set(key, text);
  }
  return text;
}

const split = new Map<string, string[]>();

/** The words of a label, and between them the names of its values; a label is split once. */
function pieces(labels: Labels, section: string, key: string): string[] {
  const text = labels.sections[section]?.[key] ?? key.replaceAll("_", " ");
  let found = split.get(text);
  if (found === undefined) {
    found = text.split(PLACE);
    split.set(text, found);
  }
  return found;
}

function show(labels: Labels, value: string | number): string {
  return typeof value === "number" ? formatNumber(labels, value) : value;
}

function locale(language: string): string {
  return `${language || "en"}-u-nu-latn`;
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: string, style: "decimal" | "percent"): Intl.NumberFormat {
  const key = `${language} ${style}`;
  let found = formatters.get(key);
  if (found === undefined) {
    found = new Intl.NumberFormat(locale(language), { style, maximumFractionDigits: 1 });
    formatters.set(key, found);
  }
  return found;
}
