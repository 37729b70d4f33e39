import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Ask } from "../core/ask.ts";
import { Refusal } from "../core/ask.ts";
import { EMPTY_SELECTION, type Story } from "../core/contract.ts";
import { alone, draw, HOSTILE, quote, story } from "../core/fixture.ts";
import { mount } from "../core/render.ts";
import { Store, selectOnly } from "../core/store.ts";
import { judged, many, several, traced, WORDS } from "./fixture.ts";
import { quotesView } from "./view.ts";

beforeEach(() => localStorage.clear());

function acts(root: HTMLElement) {
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  const rows = () => all(".rw-quote-row");
  const ids = () => rows().map((row) => row.dataset["quote"]);
  const search = (query: string) => {
    const input = root.querySelector(".rw-finder-tools input") as HTMLInputElement;
    input.value = query;
    input.dispatchEvent(new Event("input"));
  };
  const option = (facet: string, value: string) =>
    root.querySelector(`[data-facet="${facet}"] input[value="${value}"]`) as HTMLInputElement;
  const choose = (facet: string, value: string) => option(facet, value).click();
  const counted = (facet: string, value: string) =>
    option(facet, value).parentElement?.querySelector(".rw-number")?.textContent;
  const mode = (name: string) => root.querySelector<HTMLElement>(`[data-mode="${name}"]`)?.click();
  const press = (key: string, at = 0) =>
    rows()[at]?.dispatchEvent(new KeyboardEvent("keydown", { key, code: `Key${key.toUpperCase()}`, bubbles: true }));
  const count = () => root.querySelector(".rw-count")?.textContent;
  return { all, rows, ids, search, choose, counted, mode, press, count };
}

function finder(given: Story = several()) {
  const drawn = draw(quotesView, given, WORDS);
  drawn.root.querySelector<HTMLElement>(".rw-unfold")?.click();
  return { ...drawn, ...acts(drawn.root) };
}

/** A finder whose questions are answered; it can be drawn anew on another story, as after a judgement. */
function asked(given: Story, answer: (what: string) => unknown = () => null) {
  const questions: [string, Record<string, unknown> | undefined][] = [];
  const ask: Ask = async (what, said) => {
    questions.push([what, said]);
    return answer(what);
  };
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  const common = { root, labels: WORDS, store: new Store({ ...EMPTY_SELECTION }), options: {}, ...alone(), ask };
  let dispose = mount(quotesView, { ...common, story: given });
  const again = (next: Story) => {
    dispose();
    dispose = mount(quotesView, { ...common, story: next });
  };
  return { questions, again, ...common, ...acts(root) };
}

describe("the list", () => {
  it("tells who said what, with which word, where", () => {
    const { rows, count } = finder();
    expect(rows()).toHaveLength(3);
    expect(rows()[0]?.querySelector(".rw-speaker")?.textContent).toBe("سامر النجار");
    expect(rows()[0]?.querySelector(".rw-source")?.textContent).toBe("الضفة");
    expect(rows()[0]?.querySelector(".rw-quote-text")?.textContent).toBe("قال: «وصلت السفينة إلى الواحة».");
    expect(rows()[1]?.title).toBe("marks · unnamed");
    expect(count()).toBe("3 من 3");
  });

  it("finds words in any spelling and marks them", () => {
    const { rows, ids, search, count } = finder();
    search("اداره");
    expect(ids()).toEqual(["q2"]);
    expect(rows()[0]?.querySelector(".rw-hit")?.textContent).toBe("إدارة");
    expect(count()).toBe("1 من 3");
  });

  it("narrows by several values of a facet, and counts under the other filters", () => {
    const { ids, choose, counted, search, all, count } = finder();
    expect(counted("speaker", "e1")).toBe("2");
    choose("speaker", "e1");
    expect(ids()).toEqual(["q1", "q3"]);
    expect(counted("source", "المرفأ")).toBe("1");
    expect(counted("speaker", "?")).toBe("1");
    choose("speaker", "?");
    expect(ids()).toEqual(["q1", "q2", "q3"]);
    choose("kind", "indirect");
    expect(ids()).toEqual(["q2"]);
    expect(all(".rw-filter-chip")).toHaveLength(3);
    search("السفينة");
    expect(count()).toBe("0 من 3");
    all(".rw-clear")[0]?.click();
    expect(all(".rw-filter-chip")).toHaveLength(0);
    expect(ids()).toEqual(["q1", "q2", "q3"]);
  });

  it("takes a filter away by its chip", () => {
    const { ids, choose, all } = finder();
    choose("stance", "distancing");
    expect(ids()).toEqual(["q2"]);
    all(".rw-filter-chip")[0]?.click();
    expect(ids()).toHaveLength(3);
  });

  it("narrows by days", () => {
    const given = several();
    const [one, other] = given.articles;
    const articles = [
      { ...one, published: "2025-02-12" },
      { ...other, published: "2025-02-14T10:00" },
    ] as Story["articles"];
    const { ids, all } = finder({ ...given, articles });
    expect(all(".rw-day-bar")).toHaveLength(3);
    expect(all(".rw-day-bar")[2]?.getAttribute("aria-label")).toContain("2");
    all(".rw-day-bar")[0]?.click();
    expect(ids()).toEqual(["q1"]);
    all(".rw-filter-chip")[0]?.click();
    expect(ids()).toHaveLength(3);
  });

  it("says that nothing matches, and clears", () => {
    const { root, ids, search } = finder();
    search("لا شيء كهذا");
    expect(root.querySelector(".rw-state p")?.textContent).toBe("لا نتائج");
    root.querySelector<HTMLButtonElement>(".rw-state button")?.click();
    expect(ids()).toHaveLength(3);
    expect(root.querySelector(".rw-state")).toBeNull();
  });

  it("draws only the rows in sight of many, and says which they are", () => {
    const { rows, all, store, search, count } = finder(many(3000));
    expect(rows().length).toBeLessThan(40);
    expect(all(".rw-virtual > li")[3]?.getAttribute("aria-posinset")).toBe("4");
    expect(all(".rw-virtual > li")[3]?.getAttribute("aria-setsize")).toBe("3000");
    search("للسفينة");
    expect(count()).toBe("429 من 3,000");
    search("");
    selectOnly(store, { quote: "q1500" }, "reader");
    expect(all('[aria-current="true"]').map((row) => row.dataset["quote"])).toEqual(["q1500"]);
    expect(rows().length).toBeLessThan(60);
  });

  it("selects the words of a row, and shows what another view selected", () => {
    const { rows, store } = finder();
    rows()[0]?.click();
    expect(store.get()).toMatchObject({ article: "p1", mark: "q:q1", quote: "q1", origin: "quotes" });
    expect(rows()[0]?.getAttribute("aria-current")).toBe("true");
    selectOnly(store, { quote: "q3" }, "reader");
    expect(rows().map((row) => row.getAttribute("aria-current"))).toEqual(["false", "false", "true"]);
    selectOnly(store, { entity: "e1" }, "network");
    expect(rows().map((row) => row.classList.contains("rw-by-selected"))).toEqual([true, false, true]);
  });

  it("has one row to tab to, and steps by keys", () => {
    const { rows, press } = finder();
    expect(rows().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
    press("j");
    expect(document.activeElement).toBe(rows()[1]);
    press("ن", 1); // KeyN: no act
    rows()[1]?.dispatchEvent(new KeyboardEvent("keydown", { key: "ت", code: "KeyJ", bubbles: true }));
    expect(document.activeElement).toBe(rows()[2]);
  });

  it("shows hostile text as text", () => {
    const one = { ...quote("q1", "p1", "e1", HOSTILE, 1), speaker_name: HOSTILE, source: HOSTILE, rule: HOSTILE };
    const { root, search } = finder({ ...story(), quotes: [{ ...one, folded: HOSTILE }] });
    search("img");
    expect(root.querySelectorAll("img, script")).toHaveLength(0);
    expect(root.querySelector(".rw-hit")?.textContent).toBe("img");
  });

  it("says so where there are no quotations", () => {
    expect(finder({ ...story(), quotes: [] }).root.querySelector(".rw-state")).not.toBeNull();
  });
});

describe("statements", () => {
  it("stacks the wordings, and shows by more than colour what became of the words", () => {
    const { all, mode, count } = finder(traced());
    mode("statements");
    expect(count()).toBe("1 من 1");
    expect(all(".rw-wording .rw-source").map((one) => one.textContent)).toEqual(["المرفأ", "الضفة", "Harbour Post"]);
    expect(all(".rw-wording")[0]?.querySelector("del")?.textContent).toBe("نعم وصلت ");
    expect(all(".rw-wording")[0]?.querySelector("ins")?.textContent).toBe("الظهر");
    expect(all(".rw-op-spelling")[1]?.title).toBe("الواحه");
    expect(all(".rw-quote-first")).toHaveLength(1);
    expect(all(".rw-fullest")).toHaveLength(1);
    expect(all(".rw-note")).toHaveLength(1);
    expect(all(".rw-diff-legend")).toHaveLength(1);
  });

  it("leads to the words, folds, and says who leaves the statement out", () => {
    const { all, mode, store } = finder(traced());
    mode("statements");
    all(".rw-wording")[1]?.click();
    expect(store.get()).toMatchObject({ quote: "q1", mark: "q:q1" });
    all(".rw-silent button")[0]?.click();
    expect(store.get()).toMatchObject({ article: "p2", mark: "m2" });
    all(".rw-statement-head")[0]?.click();
    expect(all(".rw-wording")).toHaveLength(0);
    expect(all(".rw-statement-head")[0]?.getAttribute("aria-expanded")).toBe("false");
  });

  it("stays where a wording of it matches", () => {
    const { rows, mode, search } = finder(traced());
    mode("statements");
    search("noon");
    expect(rows()).toHaveLength(1);
    search("لا شيء");
    expect(rows()).toHaveLength(0);
  });
});

describe("judging", () => {
  it("offers nothing where nobody answers", () => {
    const { all } = finder(judged());
    expect(all(".rw-act-accept, .rw-judging")).toHaveLength(0);
    expect(all(".rw-verdict")).toHaveLength(1);
  });

  it("accepts with the name of the coder, and keeps the place", async () => {
    const { questions, again, rows, press, root } = asked(several());
    const coder = root.querySelector(".rw-coder") as HTMLInputElement;
    coder.value = " ليلى ";
    coder.dispatchEvent(new Event("change"));
    rows()[0]?.focus();
    press("a");
    await vi.waitFor(() => expect(questions).toEqual([["quotes.accept", { quote: "q1", coder: "ليلى" }]]));
    again(judged());
    expect(document.activeElement?.getAttribute("data-quote")).toBe("q1");
    expect((root.querySelector(".rw-coder") as HTMLInputElement).value).toBe("ليلى");
    expect(root.querySelector(".rw-progress-told")?.textContent).toBe("ليلى: 1 من 4");
  });

  it("rejects with a reason, and goes on to the next row", async () => {
    const given = several();
    const { questions, again, rows, press, root } = asked(given);
    rows()[0]?.focus();
    press("r");
    const input = root.querySelector(".rw-rejection input") as HTMLInputElement;
    expect(document.activeElement).toBe(input);
    input.value = "عنوان";
    input.form?.dispatchEvent(new Event("submit", { cancelable: true }));
    await vi.waitFor(() => expect(questions[0]).toEqual(["quotes.reject", { quote: "q1", reason: "عنوان" }]));
    again({ ...given, quotes: given.quotes.slice(1) });
    expect(document.activeElement?.getAttribute("data-quote")).toBe("q2");
  });

  it("keeps a form, what is written in it and the focus while the story comes anew", async () => {
    const { questions, again, rows, press, root } = asked(several());
    rows()[1]?.focus();
    press("r", 1);
    const input = root.querySelector(".rw-rejection input") as HTMLInputElement;
    input.value = "عنوا";
    again(judged());
    expect(document.activeElement).toBe(input);
    input.form?.dispatchEvent(new Event("submit", { cancelable: true }));
    await vi.waitFor(() => expect(questions[0]).toEqual(["quotes.reject", { quote: "q2", reason: "عنوا" }]));
    expect(root.querySelector(".rw-rejection")).toBeNull();
  });

  it("says why a judgement was refused", async () => {
    const { press, root } = asked(several(), () => {
      throw new Refusal({ message: "no such quotation", hint: "look again" });
    });
    press("u");
    await vi.waitFor(() =>
      expect(root.querySelector(".rw-quote-said")?.textContent).toBe("no such quotation look again"),
    );
    expect(root.querySelector(".rw-quote-said")?.getAttribute("role")).toBe("alert");
  });

  it("corrects the span by the words that Python names, and sends only what differs", async () => {
    const words = ["قال", "سامر", "نعم", "غدا"].map((text, at) => ({
      text,
      start: at * 10,
      end: at * 10 + 3,
      gap: " ",
    }));
    const people = [{ id: "e1", name: "سامر النجار", here: true }];
    const choices = { words, rest: ".", span: [20, 23], speaker: [10, 13], cue: null, people };
    const { questions, press, root, all } = asked(several(), (what) => (what === "quotes.words" ? choices : null));
    press("c");
    await vi.waitFor(() => expect(all(".rw-word")).toHaveLength(4));
    expect(all(".rw-word.rw-in-span").map((one) => one.textContent)).toEqual(["نعم"]);
    all(".rw-word")[3]?.click();
    all(".rw-word")[2]?.click();
    all(".rw-part-cue")[0]?.click();
    all(".rw-word")[0]?.click();
    const stance = all(".rw-correction select")[2] as HTMLSelectElement;
    stance.value = "endorsing";
    root.querySelector(".rw-correction")?.dispatchEvent(new Event("submit", { cancelable: true }));
    const said = { quote: "q1", start: 20, end: 33, cue: [0, 3], stance: "endorsing" };
    await vi.waitFor(() => expect(questions[1]).toEqual(["quotes.correct", said]));
  });

  it("lists what was rejected, and takes it back", async () => {
    const { questions, all, mode, rows } = asked(judged());
    mode("rejected");
    expect(rows()).toHaveLength(2);
    all(".rw-act-accept")[0]?.click();
    await vi.waitFor(() => expect(questions[0]).toEqual(["quotes.accept", { quote: "q9" }]));
    all(".rw-act-accept")[1]?.click();
    await vi.waitFor(() => expect(questions[1]?.[0]).toBe("quotes.add"));
  });

  it("lists what is still open, for a coder who is named what is open for him", () => {
    const { all, ids, root } = asked(judged());
    all(".rw-open-only")[0]?.click();
    expect(ids()).toEqual(["q2", "q3"]);
    const coder = root.querySelector(".rw-coder") as HTMLInputElement;
    coder.value = "عمر";
    coder.dispatchEvent(new Event("change"));
    expect(ids()).toEqual(["q1", "q2", "q3"]);
  });

  it("shows how far two coders agree", async () => {
    const row = { a: "عمر", b: "ليلى", part: "span", items: 4, observed: 0.75, kappa: 0.5, note: "" };
    const { all } = asked(judged(), () => [row]);
    const details = all(".rw-agreement")[0] as HTMLDetailsElement;
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
    await vi.waitFor(() => expect(details.querySelector("tbody")?.textContent).toContain("0.50"));
  });
});

describe("taking along", () => {
  it("copies a citation and says so", async () => {
    const written: string[] = [];
    vi.stubGlobal("navigator", { clipboard: { writeText: async (text: string) => written.push(text) } });
    const { press, root } = finder();
    press("y");
    await vi.waitFor(() => expect(root.querySelector(".rw-quote-said")?.textContent).not.toBe(""));
    expect(written[0]).toContain("سامر النجار");
    expect(written[0]).toContain("خبر p1");
    vi.unstubAllGlobals();
  });

  it("pins a quotation and a statement with all their words", () => {
    const { press, tray, mode } = finder(traced());
    press("p");
    mode("statements");
    press("p");
    expect(tray.findings.map(({ kind, spans }) => [kind, spans.length])).toEqual([
      ["quote", 1],
      ["lineage", 3],
    ]);
    expect(tray.findings[0]?.selection).toMatchObject({ quote: "q1", mark: "q:q1" });
  });
});
