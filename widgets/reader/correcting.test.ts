import { beforeEach, describe, expect, it, vi } from "vitest";
import { Refusal } from "../core/ask.ts";
import type { ArticleRecord, Story } from "../core/contract.ts";
import { alone, block, draw, LABELS, story } from "../core/fixture.ts";
import { mount } from "../core/render.ts";
import { selectionStore } from "../core/store.ts";
import { remembered } from "./memory.ts";
import { wordsOf } from "./offsets.ts";
import { rows } from "./order.ts";
import { runs } from "./runs.ts";
import { readerView } from "./view.ts";

const settle = () => new Promise((done) => setTimeout(done, 5));
const click = (root: HTMLElement, selector: string) => root.querySelector<HTMLElement>(selector)?.click();
const press = (root: HTMLElement, key: string, code = "") =>
  root.querySelector(".rw-page")?.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true }));

let digest = 0;
beforeEach(() => {
  digest += 1;
  document.getSelection()?.removeAllRanges();
});

/** The reader on a story with somebody who answers. */
function correcting(given: Story = story()) {
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  const ask = vi.fn(async (_: string, __?: Record<string, unknown>): Promise<unknown> => null);
  const store = selectionStore(`reader ${digest}`);
  const context = { root, story: given, labels: LABELS, store, options: {}, ...alone(), ask };
  const dispose = mount(readerView, context);
  return { ...context, dispose, again: (next: Story) => mount(readerView, { ...context, story: next }) };
}

/** Selects words that stand in the page, whatever segments they lie in, and waits until they count. */
async function select(root: HTMLElement, words: string) {
  const segments = [...root.querySelectorAll<HTMLElement>("[data-start]")];
  const range = document.createRange();
  const text = segments.map((one) => one.textContent).join("");
  const [start, end] = [text.indexOf(words), text.indexOf(words) + words.length];
  let position = 0;
  for (const { firstChild, textContent } of segments) {
    const length = textContent?.length ?? 0;
    if (firstChild !== null && start >= position && start < position + length)
      range.setStart(firstChild, start - position);
    if (firstChild !== null && end > position && end <= position + length) range.setEnd(firstChild, end - position);
    position += length;
  }
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
  document.dispatchEvent(new Event("selectionchange"));
  await new Promise((done) => setTimeout(done, 160));
}

describe("offsets of selected words", () => {
  const page = (pieces: [string, number[]][], start = 100) => {
    const element = document.createElement("div");
    element.append("تسمية لا تحسب");
    for (const segment of block("body", "", start, pieces).segments) {
      const span = document.createElement("span");
      span.dataset["start"] = String(segment.start);
      span.append(document.createTextNode(segment.text));
      element.append(span);
    }
    document.body.replaceChildren(element);
    return element;
  };
  const range = (element: HTMLElement, from: [number, number], to: [number, number]) => {
    const nodes = [...element.querySelectorAll("[data-start]")].map((span) => span.firstChild as Node);
    const made = document.createRange();
    made.setStart(nodes[from[0]] as Node, from[1]);
    made.setEnd(nodes[to[0]] as Node, to[1]);
    return made;
  };

  it("count code points, so that an emoji is one and a vowel mark is one", () => {
    const element = page([
      ["📚📚 كِتاب ", []],
      ["👩‍🚀 هنا", [0]],
    ]);
    const words = wordsOf(range(element, [0, 5], [1, 9]), element);
    expect(words).toMatchObject({ start: 103, text: "كِتاب 👩‍🚀 هنا" });
    expect(words?.end).toBe(100 + [..."📚📚 كِتاب 👩‍🚀 هنا"].length);
  });

  it("leave white space out and know no words in nothing but space", () => {
    const element = page([
      ["  قال ", []],
      ["  ", []],
    ]);
    expect(wordsOf(range(element, [0, 0], [1, 2]), element)).toMatchObject({ start: 102, end: 105, text: "قال" });
    expect(wordsOf(range(element, [1, 0], [1, 2]), element)).toBeNull();
  });

  it("take whole segments where the selection ends outside of the text", () => {
    const element = page([["قال", []]]);
    const made = document.createRange();
    made.selectNodeContents(element);
    expect(wordsOf(made, element)).toMatchObject({ start: 100, end: 103, text: "قال" });
  });
});

describe("corrections in the reader", () => {
  it("ask for another kind of a block by its menu", async () => {
    const { root, ask } = correcting();
    click(root, ".rw-kind-related .rw-tag");
    const items = [...root.querySelectorAll<HTMLElement>("[role=menuitemradio]")];
    expect(
      items.find((item) => item.ariaChecked === "true" || item.getAttribute("aria-checked") === "true")?.dataset,
    ).toMatchObject({ value: "related" });
    items.find((item) => item.dataset["value"] === "body")?.click();
    const related = story().articles[0]?.blocks[1];
    const given = { article: "p1", start: related?.start, end: related?.end, kind: "body" };
    expect(ask).toHaveBeenCalledWith("pages.mark", given);
    expect(root.querySelector(".rw-menu")).toBeNull();
  });

  it("open the menu of the selected mark's block by key, in any alphabet, and walk it by arrows", () => {
    const { root } = correcting();
    press(root, "n");
    press(root, "لا", "KeyB");
    expect(root.querySelector(".rw-menu")).not.toBeNull();
    const first = document.activeElement as HTMLElement;
    first.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
    expect(document.activeElement).not.toBe(first);
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    expect(root.querySelector(".rw-menu")).toBeNull();
  });

  it("add selected words as a quotation, and select it when it is marked", async () => {
    const { root, ask, again, store } = correcting();
    await select(root, "إلى الواحة");
    click(root, ".rw-words-group .rw-button");
    const start = [..."سامر النجار: «وصلت السفينة "].length;
    const given = { article: "p1", start, end: start + 10, kind: "direct" };
    expect(ask).toHaveBeenCalledWith("quotes.add", given);
    const next = story();
    Object.assign(next.marks[1] as object, { start });
    again(next);
    expect(store.get()).toMatchObject({ mark: "q:q1", quote: "q1" });
  });

  it("name selected words", async () => {
    const { root, ask } = correcting();
    await select(root, "السفينة");
    const person = [...root.querySelectorAll<HTMLElement>(".rw-words-group .rw-button")].find(
      (button) => button.textContent === "PER",
    );
    person?.click();
    expect(ask).toHaveBeenCalledWith("entities.add", expect.objectContaining({ entity: "السفينة", type: "PER" }));
  });

  it("drop a mention, and take that back as often as it took", async () => {
    const { root, ask } = correcting();
    click(root, ".rw-type-PER");
    click(root, ".rw-card-tools .rw-button");
    expect(ask).toHaveBeenCalledWith("entities.unname", expect.objectContaining({ entity: "e1", article: "p1" }));
    await settle();
    ask.mockClear();
    root
      .querySelector(".rw-page")
      ?.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true, bubbles: true }));
    await settle();
    expect(ask.mock.calls.map(([what]) => what)).toEqual(["entities.undo", "entities.undo"]);
  });

  it("show what was refused, and why", async () => {
    const { root, ask, memory } = correcting();
    ask.mockRejectedValue(new Refusal({ message: "هذا ليس من المتن.", hint: "غير نوع الجزء أولا." }));
    click(root, ".rw-layer-quote:not(.rw-layer-entity)");
    click(root, ".rw-card-tools .rw-button:last-child");
    await settle();
    expect(root.querySelector(".rw-reader-said")?.textContent).toContain("هذا ليس من المتن.");
    expect(root.querySelector(".rw-reader-said")?.textContent).toContain("غير نوع الجزء أولا.");
    expect(remembered({ memory, story: story() } as never).done).toEqual([]);
  });

  it("choose a speaker among those that a search leaves", () => {
    const { root, ask } = correcting();
    click(root, ".rw-layer-quote:not(.rw-layer-entity)");
    click(root, ".rw-card-tools .rw-button");
    const field = root.querySelector<HTMLInputElement>(".rw-pick-field");
    if (field) field.value = "الواح";
    field?.dispatchEvent(new Event("input"));
    field?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
    expect(ask).toHaveBeenCalledWith("quotes.correct", { quote: "q1", speaker: "e2" });
  });

  it("say what was made before, and make it again", async () => {
    const { root, ask } = correcting({ ...story(), stale: ["quotes"] });
    expect(root.querySelector<HTMLElement>(".rw-stale")?.hidden).toBe(false);
    click(root, ".rw-again");
    expect(ask).toHaveBeenCalledWith("pages.again", {});
  });

  it("keep the open article, the switches and the way back over the drawing that follows", async () => {
    const { root, again, dispose } = correcting();
    press(root, "]");
    click(root, "[data-layer=passage]");
    click(root, ".rw-type-PER");
    click(root, ".rw-card-tools .rw-button");
    dispose();
    again(story());
    expect(root.querySelector(".rw-meta")?.textContent).toContain("المرفأ");
    expect(root.querySelector("[data-layer=passage]")?.getAttribute("aria-pressed")).toBe("false");
    expect(root.querySelector(".rw-undo")).not.toBeNull();
  });
});

describe("a page drawn anew", () => {
  it("stands where it stood", () => {
    const { root, dispose, again } = correcting();
    const page = root.querySelector<HTMLElement>(".rw-page");
    if (page) page.scrollTop = 120;
    page?.dispatchEvent(new Event("scroll"));
    dispose();
    again(story());
    expect(root.querySelector<HTMLElement>(".rw-page")?.scrollTop).toBe(120);
  });

  it("shows a block's rule to whom no correction is offered, too", () => {
    const { root } = draw(readerView);
    press(root, "b");
    expect(document.activeElement?.getAttribute("aria-label")).toContain("body");
    expect(root.querySelector(".rw-menu")).toBeNull();
  });
});

describe("pins", () => {
  it("take the selected mark by key, and words that are selected", async () => {
    const { root, tray } = correcting();
    click(root, ".rw-type-PER");
    press(root, "e");
    await select(root, "السفينة");
    click(root, ".rw-words .rw-reader-small");
    expect(tray.findings.map(({ kind, name }) => [kind, name])).toEqual([
      ["entity", "سامر النجار"],
      ["span", "السفينة"],
    ]);
    expect(tray.findings[1]?.spans[0]).toMatchObject({ article: "p1", start: 19, end: 26, text: "السفينة" });
  });
});

describe("the list", () => {
  const article = (n: number): ArticleRecord => ({
    ...(story().articles[0] as ArticleRecord),
    id: `a${n}`,
    source: `ص${n % 3}`,
    title: n === 7 ? "أخبار القناة" : `خبر ${n}`,
    published: n === 0 ? "" : `2025-01-${String(28 - n).padStart(2, "0")}`,
  });
  const many = { ...story(), articles: Array.from({ length: 9 }, (_, n) => article(n)), sources: ["ص0", "ص1", "ص2"] };

  it("puts articles under their outlets, the earlier first and those without a date last", () => {
    const names = rows(many, "", "source").map((row) => ("article" in row ? row.article.id : row.source));
    expect(names).toEqual(["ص0", "a6", "a3", "a0", "ص1", "a7", "a4", "a1", "ص2", "a8", "a5", "a2"]);
    expect(rows(many, "", "date").map((row) => "article" in row && row.article.id)[8]).toBe("a0");
  });

  it("is searched in folded text", () => {
    expect(rows(many, "اخبار القناه", "date")).toHaveLength(1);
    expect(rows(many, "لا شيء", "date")).toHaveLength(0);
  });

  it("draws five thousand articles as a few rows", () => {
    const articles = Array.from({ length: 5000 }, (_, n) => ({ ...article(n % 27), id: `a${n}` }));
    const started = performance.now();
    const { root } = correcting({ ...story(), articles, sources: ["ص0", "ص1", "ص2"] });
    expect(root.querySelectorAll(".rw-article-entry").length).toBeLessThan(40);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe("furniture", () => {
  it("that stands together is one run, folded to a line where it is long", () => {
    const lines = block("furniture", "menu", 20, [["قسم\nقسم\nقسم\nقسم", []]]);
    const given = story();
    const first = given.articles[0] as ArticleRecord;
    first.blocks = [block("body", "", 0, [["متن", []]]), lines, block("related", "more", 50, [["خبر", []]])];
    expect(runs(first.blocks).map((run) => run.length)).toEqual([1, 2]);
    const { root } = correcting(given);
    expect(root.querySelector<HTMLElement>(".rw-run-body")?.hidden).toBe(true);
    click(root, ".rw-run-head");
    expect(root.querySelector<HTMLElement>(".rw-run-body")?.hidden).toBe(false);
    expect(root.querySelector(".rw-run-head")?.textContent).toContain("furniture lines");
  });
});
