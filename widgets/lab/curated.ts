// The notebooks that came with Riwaya; the build copies them beside the script and puts their list into it.

export interface Curated {
  /** The file's name. */
  name: string;
  /** Its first heading. */
  title: string;
}

declare const RIWAYA_NOTEBOOKS: Curated[] | undefined;

export const CURATED: readonly Curated[] = typeof RIWAYA_NOTEBOOKS === "undefined" ? [] : RIWAYA_NOTEBOOKS;

// Where Lab loaded the script from; known only while it runs for the first time.
const SCRIPT = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI;

/** The notebook's content, from the server that gave this script. */
export async function fetchCurated({ name }: Curated): Promise<object> {
  const response = await fetch(new URL(`notebooks/${encodeURIComponent(name)}`, SCRIPT));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return (await response.json()) as object;
}
