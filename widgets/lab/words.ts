// The plugin's own words, in the language that the settings name, or else in that of Lab.
import type { Labels } from "../core/contract.ts";
import { labelText, type Values } from "../core/labels.ts";
import content from "./labels.json";

export type Key = keyof typeof content.languages.en.sections.lab;

const LANGUAGES: Record<string, Labels> = content.languages;

/** The endings of files that Python's loaders read. */
export const ENDINGS: readonly string[] = content.endings;

/** The spelling in which searches compare, of all languages together. */
export const FOLD: Record<string, string> = content.fold;

export class Words {
  /** The language set by hand, or "auto". */
  choice = "auto";
  readonly #locale: string;

  constructor(locale: string) {
    this.#locale = locale.slice(0, 2).toLowerCase();
  }

  get language(): string {
    return [this.choice, this.#locale].find((code) => code in LANGUAGES) ?? "en";
  }

  get labels(): Labels {
    return LANGUAGES[this.language] as Labels;
  }

  /** Words to show; what is put into them is isolated, so that it keeps its own direction. */
  text(key: Key, values: Values = {}): string {
    return labelText(this.labels, "lab", key, values);
  }

  /** Words for a file: without invisible characters around what is put into them. */
  plain(key: Key, values: Values = {}): string {
    const text = this.labels.sections["lab"]?.[key] ?? key;
    return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
  }
}
