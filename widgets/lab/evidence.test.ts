import { beforeEach, describe, expect, it, vi } from "vitest";
import type { FindingRecord } from "../core/contract.ts";
import { EMPTY_SELECTION } from "../core/contract.ts";
import { dumped, parsed } from "../core/findings.ts";
import { Tray } from "../core/tray.ts";
import { EvidenceFile } from "./evidence.ts";
import { fileName, newNotebook, within } from "./files.ts";
import type { Contents } from "./lab.ts";
import { Shelf } from "./shelf.ts";

class Refused extends Error {
  readonly response: { status: number };

  constructor(status: number) {
    super(`status ${status}`);
    this.response = { status };
  }
}

/** A server's folder: what two windows and a kernel share. */
class Server {
  readonly files = new Map<string, string>();
  readonly listeners: (() => void)[] = [];
  saves = 0;
  meanwhile: (() => void) | undefined;

  get contents(): Contents {
    const known = { last_modified: "", name: "", type: "file" };
    return {
      get: async (path, { type }) => {
        if (type === "directory") return { ...known, path, last_modified: String(this.files.size) };
        const content = this.files.get(path);
        if (content === undefined) throw new Refused(404);
        return { ...known, path, content };
      },
      save: async (path, { content }) => {
        this.meanwhile?.();
        this.saves += 1;
        this.files.set(path, typeof content === "string" ? content : JSON.stringify(content));
        return { ...known, path };
      },
      newUntitled: async ({ path }) => {
        this.files.set(within(path, "Untitled.ipynb"), "");
        return { ...known, path: within(path, "Untitled.ipynb") };
      },
      rename: async (path, to) => {
        if (this.files.has(to)) throw new Refused(409);
        this.files.delete(path);
        this.files.set(to, "");
        return { ...known, path: to };
      },
      delete: async (path) => {
        this.files.delete(path);
      },
      fileChanged: { connect: vi.fn() },
    };
  }

  get names(): string[] {
    return parsed(this.files.get("e.json") ?? "").map(({ name }) => name);
  }
}

function finding(name: string, given: Partial<FindingRecord> = {}): FindingRecord {
  const known = { corpus: "d", kind: "entity", facts: "", note: "", spans: [], gone: false };
  const rank = name.charCodeAt(0);
  const selection = { ...EMPTY_SELECTION };
  return { ...known, id: name, name, rank, selection, changed: "2025-01-01T00:00:00.000Z", ...given };
}

let server: Server;

beforeEach(() => {
  server = new Server();
});

const open = () => new EvidenceFile("e.json", server.contents, () => undefined);

describe("a tray's file", () => {
  it("is made with the first finding, not before", async () => {
    const file = open();
    await file.sync();
    expect(server.files.size).toBe(0);
    file.tray.merge([finding("a")]);
    await file.sync();
    expect(server.names).toEqual(["a"]);
  });

  it("keeps what two windows write at once", async () => {
    const [one, other] = [open(), open()];
    one.tray.merge([finding("a")]);
    other.tray.merge([finding("b")]);
    await Promise.all([one.sync(), other.sync()]);
    await one.sync();
    await other.sync();
    await one.sync();
    expect(server.names).toEqual(["a", "b"]);
    expect(one.tray.findings).toEqual(other.tray.findings);
  });

  it("gets back by a second look what another wrote over between look and save", async () => {
    vi.useFakeTimers();
    const [one, other] = [open(), open()];
    one.tray.merge([finding("a")]);
    await one.sync();
    other.tray.merge([finding("b")]);
    server.meanwhile = () => {
      server.meanwhile = undefined;
      server.files.set("e.json", dumped([finding("a"), finding("c")]));
    };
    one.tray.merge([finding("c")]);
    await other.sync();
    await vi.advanceTimersByTimeAsync(2000);
    await one.sync();
    vi.useRealTimers();
    expect(server.names).toEqual(["a", "b", "c"]);
  });

  it("puts together what two saves at the same moment tore", async () => {
    vi.useFakeTimers();
    const [one, other] = [open(), open()];
    const long = finding("long", { note: "x".repeat(400), spans: [] });
    one.tray.merge([finding("a")]);
    other.tray.merge([finding("b"), long]);
    await one.sync();
    await other.sync();
    const [short, whole] = [dumped([finding("a")]), dumped(other.tray.all)];
    server.files.set("e.json", short + whole.slice(short.length)); // both write from the start, the longer one's end stays
    await vi.advanceTimersByTimeAsync(3000);
    await one.sync();
    await other.sync();
    vi.useRealTimers();
    expect(server.names).toEqual(["a", "b", "long"]);
    expect([one.state.is, other.state.is]).toEqual(["ok", "ok"]);
    expect(one.tray.findings).toEqual(other.tray.findings);
  });

  it("waits for the end of another's save", async () => {
    const [text, half] = [dumped([finding("a")]), dumped([finding("a")]).slice(0, 60)];
    server.files.set("e.json", half);
    setTimeout(() => server.files.set("e.json", text), 20);
    const file = open();
    await file.sync();
    expect(file.state.is).toBe("ok");
    expect(file.tray.findings.map(({ name }) => name)).toEqual(["a"]);
  });

  it("takes in what another process wrote, and does not write the same again", async () => {
    const file = open();
    const { id, ...rest } = finding("k");
    server.files.set("e.json", JSON.stringify({ findings: [{ ...rest, id }], version: 1, format: "riwaya-evidence" }));
    await file.sync();
    await file.sync();
    expect(file.tray.findings.map(({ name }) => name)).toEqual(["k"]);
    expect(server.saves).toBe(0);
  });

  it("sees a file that was made after it had looked", async () => {
    const file = open();
    await file.sync();
    await file.sync();
    server.files.set("e.json", dumped([finding("late")]));
    await file.sync();
    expect(file.tray.findings.map(({ name }) => name)).toEqual(["late"]);
  });

  it.each([
    ["{ broken", "broken"],
    ['{"some": "other"}', "broken"],
    ['{"format":"riwaya-evidence","version":9,"findings":[]}', "broken"],
    ['{"format":"riwaya-evidence","version":1,"findings":[{"id":"x"}]}', "broken"],
    ['{"format":"riwaya-evidence","version":1,"findings":[null]}', "broken"],
  ])("is left alone where it holds %s", async (text, state) => {
    server.files.set("e.json", text);
    const file = open();
    file.tray.merge([finding("a")]);
    await file.sync();
    expect(file.state.is).toBe(state);
    expect(server.files.get("e.json")).toBe(text);
    server.files.set("e.json", "");
    await file.sync();
    expect(file.state.is).toBe("ok");
    expect(server.names).toEqual(["a"]);
  });

  it("says so where the server takes nothing", async () => {
    const contents = { ...server.contents, save: () => Promise.reject(new Refused(403)) };
    const file = new EvidenceFile("e.json", contents, () => undefined);
    file.tray.merge([finding("a")]);
    await file.sync();
    expect(file.state).toEqual({ is: "unsaved", reason: "status 403" });
  });
});

describe("the shelf", () => {
  it("puts what is pinned into the file of the folder, and keeps folders apart", async () => {
    const page = new Tray();
    const shelf = new Shelf(server.contents, page, "one/e.json");
    page.merge([finding("a")]);
    await shelf.look();
    shelf.turn("two/e.json");
    page.merge([finding("b"), finding("a", { note: "n", changed: "2025-01-02T00:00:00.000Z" })]);
    await vi.waitFor(() => expect(server.files.size).toBe(2));
    await vi.waitFor(() => expect(parsed(server.files.get("one/e.json") ?? "")[0]?.note).toBe("n"));
    expect(parsed(server.files.get("two/e.json") ?? "").map(({ name }) => name)).toEqual(["b"]);
  });

  it("tells the views of what the panel changed in what they know, and of nothing else", async () => {
    const page = new Tray();
    const shelf = new Shelf(server.contents, page, "e.json");
    page.merge([finding("a")]);
    shelf.current.tray.merge([finding("other")]);
    shelf.current.tray.change("a", { note: "changed" });
    expect(page.all.map(({ name, note }) => [name, note])).toEqual([["a", "changed"]]);
  });
});

describe("a new notebook", () => {
  it("takes the first free name", async () => {
    server.files.set("f/story.ipynb", "mine");
    server.files.set("f/story-2.ipynb", "mine too");
    expect(await newNotebook(server.contents, "f", "story", { cells: [] })).toBe("f/story-3.ipynb");
    expect(server.files.get("f/story.ipynb")).toBe("mine");
    expect(server.files.has("f/Untitled.ipynb")).toBe(false);
  });

  it("leaves nothing behind where it failed", async () => {
    const contents = { ...server.contents, rename: () => Promise.reject(new Refused(500)) };
    await expect(newNotebook(contents, "f", "story", {})).rejects.toThrow("500");
    expect(server.files.size).toBe(0);
  });

  it("has a name that any file system takes", () => {
    expect(fileName('a/b:c"d\n')).toBe("a b c d");
    expect(fileName("..hidden")).toBe("hidden");
    expect(fileName("\n")).toBe("Riwaya");
    expect(new TextEncoder().encode(fileName("ب".repeat(300))).length).toBeLessThanOrEqual(180);
  });
});
