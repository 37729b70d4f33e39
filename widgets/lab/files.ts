// Paths and new files on the server; a file of the user's is never written over.
import type { Contents } from "./lab.ts";

const LONGEST = 180; // bytes of a name: file systems end at 255, and a number and an ending come behind it
const TRIES = 1000;

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

export function within(folder: string, name: string): string {
  return folder === "" || folder.endsWith(":") ? folder + name : `${folder}/${name}`;
}

/** A name that any file system takes and any server shows. */
export function fileName(wanted: string): string {
  const clean = wanted
    .replaceAll(/[\p{Cc}\u2028\u2029/\\:*?"<>|]+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .replace(/^[. ]+/, "")
    .trim();
  const letters = [...clean];
  while (new TextEncoder().encode(letters.join("")).length > LONGEST) letters.pop();
  return letters.join("").trim() || "Riwaya";
}

/**
 * A new notebook under a name that no file has yet: `stem.ipynb`, else `stem-2.ipynb` and so on; gives its path.
 *
 * It is made under a name that the server gives and then renamed: a server refuses to rename onto a file, whereas a
 * look followed by a save would write over a file that came in between.
 */
export async function newNotebook(contents: Contents, folder: string, stem: string, content: object): Promise<string> {
  const made = await contents.newUntitled({ path: folder, type: "notebook" });
  try {
    const path = await renamed(contents, made.path, within(folder, stem));
    await contents.save(path, { type: "notebook", format: "json", content });
    return path;
  } catch (error) {
    await contents.delete(made.path).catch(() => undefined);
    throw error;
  }
}

async function renamed(contents: Contents, path: string, wanted: string): Promise<string> {
  for (let number = 1; number < TRIES; number++) {
    const to = `${wanted}${number === 1 ? "" : `-${number}`}.ipynb`;
    try {
      return (await contents.rename(path, to)).path;
    } catch (error) {
      if (status(error) !== 409) throw error;
    }
  }
  throw new Error(`${wanted}.ipynb`);
}

/** The number with which a server refused; undefined where it gave none. */
export function status(error: unknown): number | undefined {
  return (error as { response?: { status?: number } } | null)?.response?.status;
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
