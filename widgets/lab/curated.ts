// The notebooks that came with Riwaya; the build copies them beside the script and puts their list into it.

export interface Curated {
  /** The file's name. */
  name: string;
  /** Its first heading. */
  title: string;
  /** The language that it is written in. */
  language: string;
}

declare const RIWAYA_NOTEBOOKS: Curated[] | undefined;

/** Those that a reader of a language starts from: in it first, where there are any, and then the English ones. */
export function inLanguage(all: readonly Curated[], language: string): Curated[] {
  const own = all.filter((one) => one.language === language);
  return language === "en" ? own : [...own, ...all.filter((one) => one.language === "en")];
}

export const CURATED: readonly Curated[] = typeof RIWAYA_NOTEBOOKS === "undefined" ? [] : RIWAYA_NOTEBOOKS;

// Where Lab loaded the script from; known only while it runs for the first time.
const SCRIPT = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI;

/** The notebook's content, from the server that gave this script. */
export async function fetchCurated({ name }: Curated): Promise<object> {
  const response = await fetch(new URL(`notebooks/${encodeURIComponent(name)}`, SCRIPT));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return (await response.json()) as object;
}
