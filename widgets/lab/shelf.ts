// The evidence files of the folders that were worked in, and the tray of the page: each hears of what concerns it.
import type { FindingRecord } from "../core/contract.ts";
import { heardStore } from "../core/store.ts";
import type { Tray } from "../core/tray.ts";
import { EvidenceFile } from "./evidence.ts";
import type { Contents } from "./lab.ts";

export class Shelf {
  readonly #contents: Contents;
  readonly #page: Tray;
  readonly #files = new Map<string, EvidenceFile>();
  readonly #listeners = new Set<() => void>();
  #current: EvidenceFile;

  constructor(contents: Contents, page: Tray, path: string) {
    this.#contents = contents;
    this.#page = page;
    this.#current = this.#file(path);
    page.subscribe(() => this.#receive());
    contents.fileChanged.connect((_, { newValue }) => {
      if (newValue?.path === this.#current.path) void this.#current.sync();
    });
  }

  /** The file of the folder that is worked in. */
  get current(): EvidenceFile {
    return this.#current;
  }

  /** Turns to the file at a path, to be looked at next; what is pinned from now on goes there. */
  turn(path: string): void {
    if (path === this.#current.path) return;
    this.#current = this.#file(path);
    this.#tell();
  }

  /** Looks at the current file; views that were opened since hear what it holds. */
  async look(): Promise<void> {
    await this.#current.sync();
    this.#send(this.#current);
  }

  /** Calls the listener when the file, its findings or its state change. */
  subscribe(listener: () => void): void {
    this.#listeners.add(listener);
  }

  #file(path: string): EvidenceFile {
    const known = this.#files.get(path);
    if (known !== undefined) return known;
    const file = new EvidenceFile(path, this.#contents, () => this.#tell());
    file.tray.subscribe(() => {
      this.#send(file);
      this.#tell();
      void file.sync();
    });
    this.#files.set(path, file);
    return file;
  }

  /** What was pinned or changed in a view goes to the file that holds it, what is new to the current one. */
  #receive(): void {
    for (const file of this.#files.values()) {
      const own = new Set(file.tray.all.map(({ id }) => id));
      file.tray.merge(this.#page.all.filter(({ id }) => own.has(id)));
    }
    this.#current.tray.merge(this.#page.all.filter((finding) => this.#isNew(finding)));
  }

  #isNew({ id }: FindingRecord): boolean {
    return ![...this.#files.values()].some((file) => file.tray.all.some((one) => one.id === id));
  }

  /** The views hear of what they know already and of what was found in the pages that they show. */
  #send(file: EvidenceFile): void {
    const known = new Set(this.#page.all.map(({ id }) => id));
    this.#page.merge(file.tray.all.filter(({ id, corpus }) => known.has(id) || heardStore(corpus) !== undefined));
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
