import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Ask } from "../core/ask.ts";
import type { Context } from "../core/context.ts";
import { EMPTY_SELECTION, type Selection } from "../core/contract.ts";
import { alone, HOSTILE, LABELS, story } from "../core/fixture.ts";
import { Store, selectionStore } from "../core/store.ts";
import { trayPanel } from "./view.ts";

const WORDS = {
  not_kept: "لم تُحفظ. {reason}",
  elsewhere: "في مجموعة أخرى: {name}",
  kept_in_file: "في {file}",
  failed: "تعذر. {reason}",
  save_docx: "Word",
  save_markdown: "Markdown",
  save_cell: "خلية",
  more_spans: "أخرى: {n}",
};
const labels = { ...LABELS, sections: { ...LABELS.sections, tray: WORDS } };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(names: string[], ask: Ask | null = null) {
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  const store = new Store<Selection>({ ...EMPTY_SELECTION });
  const context: Context = { root, story: story(), labels, store, options: {}, ...alone(), ask };
  for (const name of names) {
    const span = { source: "الضفة", title: name, published: "", url: "", language: "ar", direction: "rtl", text: name };
    const spans = [0, 1, 2, 3, 4].map((start) => ({ ...span, article: "p1", start, end: start + 2 }));
    context.tray.pin(context.story, { kind: "span", name, facts: name, spans, selection: { article: "p1" } });
  }
  const place = { say: vi.fn(), reveal: vi.fn(), close: vi.fn() };
  const panel = trayPanel(context, place);
  root.append(panel.element);
  const all = <T extends HTMLElement>(selector: string) => [...panel.element.querySelectorAll<T>(selector)];
  return { ...context, ...place, panel, all };
}

describe("a note", () => {
  it("is kept a moment after the last letter, and what another window wrote waits meanwhile", () => {
    const { all, tray } = open(["أ"]);
    const [note] = all<HTMLTextAreaElement>("textarea");
    if (note === undefined) throw new Error("no note");
    note.value = "نصف";
    note.dispatchEvent(new Event("input"));
    tray.move(tray.findings[0]?.id ?? "", 1);
    tray.change(tray.findings[0]?.id ?? "", { rank: 7 });
    expect(note.value).toBe("نصف");
    expect(tray.findings[0]?.note).toBe("");
    vi.advanceTimersByTime(1000);
    expect(tray.findings[0]?.note).toBe("نصف");
    tray.change(tray.findings[0]?.id ?? "", { note: "من نافذة أخرى" });
    expect(note.value).toBe("من نافذة أخرى");
  });

  it("is kept when the view is taken down in the middle of a word", () => {
    const { all, tray, panel } = open(["أ"]);
    const [note] = all<HTMLTextAreaElement>("textarea");
    if (note === undefined) throw new Error("no note");
    note.value = "نصف";
    note.dispatchEvent(new Event("input"));
    panel.dispose();
    expect(tray.findings[0]?.note).toBe("نصف");
  });
});

describe("the tray", () => {
  it("shows words as words, some of many places, and the rest when asked", () => {
    const { all } = open([HOSTILE]);
    expect(all("img, script")).toHaveLength(0);
    expect(all("blockquote")).toHaveLength(3);
    all<HTMLButtonElement>(".rw-finding-more")[0]?.click();
    expect(all("blockquote")).toHaveLength(5);
  });

  it("leads back by a click, and says where it cannot", () => {
    const { all, store, say, tray } = open(["أ"]);
    all<HTMLButtonElement>(".rw-finding-name")[0]?.click();
    expect(store.get()).toMatchObject({ article: "p1", origin: "tray" });
    const [finding] = tray.findings;
    if (finding === undefined) throw new Error("nothing pinned");
    const spans = finding.spans.map((span) => ({ ...span, article: "elsewhere" }));
    tray.merge([{ ...finding, id: "other", corpus: "other", corpus_name: "صفحات", spans, rank: 9 }]);
    expect(all(".rw-chip-corpus").map((one) => one.textContent)).toEqual(["fixture", "صفحات"]);
    expect(all(".rw-chip-elsewhere").map((one) => one.textContent)).toEqual(["صفحات"]);
    all<HTMLButtonElement>(".rw-finding-name")[1]?.click();
    expect(say).toHaveBeenCalledTimes(1);
    const there = selectionStore("other");
    const unsubscribe = there.subscribe(() => {});
    all<HTMLButtonElement>(".rw-finding-name")[1]?.click();
    expect(there.get()).toMatchObject({ article: "p1", origin: "tray" });
    unsubscribe();
  });

  it("offers without a kernel only what the browser makes", () => {
    expect(
      open(["أ"])
        .all(".rw-tray-exports button")
        .map(({ textContent }) => textContent),
    ).toEqual(["Markdown", "save json"]);
    const { all } = open([]);
    expect(all<HTMLButtonElement>(".rw-tray-exports button").every(({ disabled }) => disabled)).toBe(true);
  });
});

describe("the tray beside a kernel", () => {
  it("says in which file it is kept, or why it is not", async () => {
    let state: unknown = { path: "/home/me/riwaya-evidence.json", error: null };
    const ask = vi.fn(async () => state);
    const { all, tray } = open(["أ"], ask);
    await vi.advanceTimersByTimeAsync(1);
    expect(ask).toHaveBeenCalledWith("tray.reload");
    expect(all(".rw-tray-state")[0]?.textContent).toBe("في riwaya-evidence.json");
    state = { path: "x", error: { message: "الملف لبرنامج آخر", hint: "", code: "", values: {} } };
    tray.change(tray.findings[0]?.id ?? "", { note: "!" });
    await vi.advanceTimersByTimeAsync(300);
    expect(ask).toHaveBeenLastCalledWith("tray.state");
    expect(all(".rw-tray-failed")[0]?.textContent).toContain("الملف لبرنامج آخر");
  });

  it("saves a document, shows code to copy, and says what Python refused", async () => {
    const answers: Record<string, () => unknown> = {
      "tray.docx": () => {
        throw new Error("لا مكتبة");
      },
      "tray.cell": () => "import workbench as wb",
    };
    const ask = vi.fn(async (what: string) => (answers[what] ?? (() => ({ path: "", error: "" })))());
    const { all, say } = open(["أ"], ask);
    const press = async (name: string) => {
      all<HTMLButtonElement>(".rw-tray-exports button")
        .find(({ textContent }) => textContent === name)
        ?.click();
      await vi.advanceTimersByTimeAsync(1);
    };
    await press("Word");
    expect(say).toHaveBeenCalledWith(expect.stringContaining("لا مكتبة"));
    vi.stubGlobal("navigator", {});
    await press("خلية");
    expect(all<HTMLTextAreaElement>(".rw-tray-code textarea")[0]?.value).toBe("import workbench as wb");
    vi.unstubAllGlobals();
  });
});
