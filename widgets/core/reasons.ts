// Why something is so, in the words of the labels: rules, reasons and refusals come from Python as codes with values.
import { Refusal } from "./ask.ts";
import type { Labels, ReasonRecord } from "./contract.ts";
import { labelText, type Values } from "./labels.ts";

/** A rule in words: by its name, else by the family that begins it, such as `class` of `class_author`. */
export function ruleText(labels: Labels, section: string, rule: string): string {
  const key = keyOf(rule);
  const known = labels.sections[section] ?? {};
  if (Object.hasOwn(known, key)) return labelText(labels, section, key);
  const [family = "", ...rest] = key.split("_");
  if (!Object.hasOwn(known, family)) return rule;
  return labelText(labels, section, family, { name: rest.join("_") });
}

/** What a quotation's rule and its flags say, one behind the other. */
export function rulesText(labels: Labels, { rule, flags }: { rule: string; flags: string }): string[] {
  const told = flags.split(" ").filter(Boolean);
  return [ruleText(labels, "rule_quote", rule), ...told.map((flag) => ruleText(labels, "flag", flag))].filter(Boolean);
}

/** A reason in words; of its values that differ by language the one of the labels. */
export function reasonText(labels: Labels, section: string, { code, values }: ReasonRecord): string {
  if (!Object.hasOwn(labels.sections[section] ?? {}, code)) return code.replaceAll("_", " ");
  const own: Values = { ...values };
  for (const name of Object.keys(values)) own[name] = values[`${name}_${labels.language}`] ?? values[name] ?? "";
  return labelText(labels, section, code, own);
}

/** Why something was refused, and what to try: in the labels' words where there are some, else in those of Python. */
export function refusalText(labels: Labels, error: unknown): { message: string; hint: string } {
  if (!(error instanceof Refusal)) return { message: error instanceof Error ? error.message : String(error), hint: "" };
  const { code, values, message, hint } = error;
  if (!Object.hasOwn(labels.sections["errors"] ?? {}, code)) return { message, hint };
  return { message: labelText(labels, "errors", code, values), hint: "" };
}

function keyOf(code: string): string {
  return code.replaceAll(/[ -]/gu, "_");
}
