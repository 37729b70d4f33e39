// The labels of this view: the section `network` of the language packs.
import type { Labels } from "../core/contract.ts";
import { label, labelText, type Values } from "../core/labels.ts";

const SECTION = "network";

/** A label of this view as nodes. */
export function say(labels: Labels, key: string, values: Values = {}): DocumentFragment {
  return label(labels, SECTION, key, values);
}

/** A label of this view as a string, for attributes and options. */
export function said(labels: Labels, key: string, values: Values = {}): string {
  return labelText(labels, SECTION, key, values);
}
