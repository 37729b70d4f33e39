// One evidence tray as a file: read, put together with what this window knows, and written where that is more.
import type { FindingRecord } from "../core/contract.ts";
import { canonical, dumped, merged, parsed, salvaged } from "../core/findings.ts";
import { Tray } from "../core/tray.ts";
import { folderOf, reasonOf, status } from "./files.ts";
import type { Contents } from "./lab.ts";

/** `broken`: the file is none of ours and is left alone; `unsaved`: the server gave or took nothing. */
export type State = { is: "new" | "ok" } | { is: "broken" | "unsaved"; reason: string };

const LOOK_AGAIN = 400; // ms after a save: another window may have written between our look and our save

const HALF = 150; // ms: a server writes into the file itself, so one that is empty or cut off is read twice

const COLLIDED = 10_000; // ms after a save, in which a file that can't be read may hold that save over another's

export class EvidenceFile {
  readonly path: string;
  readonly tray = new Tray();
  state: State = { is: "new" };
  readonly #contents: Contents;
  readonly #told: () => void;
  #running: Promise<void> | undefined;
  #again = false;
  #saved = Number.NEGATIVE_INFINITY; // when this window last saved
  #absent: string | undefined; // when the folder had changed last, as the file was not in it

  /** `told` is called after every change of the state. */
  constructor(path: string, contents: Contents, told: () => void) {
    this.path = path;
    this.#contents = contents;
    this.#told = told;
  }

  /** Reads, merges and writes; one at a time, and once more where it was asked for meanwhile. */
  sync(): Promise<void> {
    this.#again = this.#running !== undefined;
    this.#running ??= this.#work().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #work(): Promise<void> {
    do {
      this.#again = false;
      await exclusive(`riwaya:${this.path}`, () => this.#once());
    } while (this.#again);
  }

  async #once(): Promise<void> {
    try {
      const { there, torn, reason } = await this.#look();
      if (reason !== undefined) return this.#become({ is: "broken", reason });
      this.tray.merge(there);
      if (torn || canonical(merged(there, [])) !== canonical(this.tray.all)) await this.#write();
      this.#become({ is: "ok" });
    } catch (error) {
      this.#become({ is: "unsaved", reason: reasonOf(error) });
    }
  }

  /** What is in the file. Where two windows saved at once it is torn: what is whole in it counts, and is written anew. */
  async #look(): Promise<{ there: FindingRecord[]; torn: boolean; reason?: string }> {
    const text = await this.#read();
    const there = understood(text);
    if (typeof there !== "string") return { there, torn: false };
    if (Date.now() - this.#saved < COLLIDED) return { there: salvaged(text), torn: true };
    return { there: [], torn: false, reason: there };
  }

  /** The file's text; empty where there is none, which is asked again only when something in its folder changed. */
  async #read(): Promise<string> {
    const changed = this.#absent === undefined ? undefined : await this.#folderChanged();
    if (changed !== undefined && changed === this.#absent) return "";
    try {
      const text = await this.#settled();
      this.#absent = undefined;
      return text;
    } catch (error) {
      if (status(error) !== 404) throw error;
      this.#absent = changed ?? "";
      return "";
    }
  }

  async #settled(): Promise<string> {
    const text = await this.#text();
    if (text !== "" && typeof understood(text) !== "string") return text;
    await pause(HALF);
    return this.#text();
  }

  async #text(): Promise<string> {
    const model = await this.#contents.get(this.path, { type: "file", format: "text", content: true });
    return String(model.content ?? "");
  }

  async #folderChanged(): Promise<string | undefined> {
    const folder = await this.#contents.get(folderOf(this.path), { type: "directory", content: false });
    return folder.last_modified;
  }

  async #write(): Promise<void> {
    try {
      await this.#contents.save(this.path, { type: "file", format: "text", content: dumped(this.tray.all) });
    } finally {
      this.#saved = Date.now();
    }
    setTimeout(() => void this.sync(), LOOK_AGAIN * (1 + Math.random()));
  }

  #become(state: State): void {
    if (JSON.stringify(state) === JSON.stringify(this.state)) return;
    this.state = state;
    this.#told();
  }
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}

/** Windows of one browser take turns where the browser can arrange it; a second look after each save covers the rest. */
async function exclusive(name: string, work: () => Promise<void>): Promise<void> {
  const locks = navigator.locks as LockManager | null | undefined; // only where the address is https or this machine
  await (locks ? locks.request(name, work) : work());
}

/** The findings of a file; a reason where it holds anything else. */
function understood(text: string): FindingRecord[] | string {
  try {
    return parsed(text);
  } catch (error) {
    return reasonOf(error);
  }
}
