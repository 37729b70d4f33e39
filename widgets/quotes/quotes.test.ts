import { describe, expect, it } from "vitest";
import type { Story } from "../core/contract.ts";
import { draw, HOSTILE, quote, story } from "../core/fixture.ts";
import { selectOnly } from "../core/store.ts";
import { quotesView } from "./view.ts";

function several(): Story {
  const quotes = [
    quote("q1", "p1", "e1", "وصلت السفينة إلى الواحة", 1),
    { ...quote("q2", "p2", "", "تأخرت الإدارة", 4), kind: "indirect", stance: "distancing", flags: "unnamed" },
    quote("q3", "p2", "e1", "نعم", 5),
  ];
  return { ...story(), quotes };
}

function finder(given: Story = several()) {
  const drawn = draw(quotesView, given);
  const rows = () => [...drawn.root.querySelectorAll<HTMLElement>(".rw-quote-row")];
  const search = (query: string) => {
    const input = drawn.root.querySelector("input") as HTMLInputElement;
    input.value = query;
    input.dispatchEvent(new Event("input"));
  };
  const choose = (at: number, value: string) => {
    const select = drawn.root.querySelectorAll("select")[at] as HTMLSelectElement;
    select.value = value;
    select.dispatchEvent(new Event("change"));
  };
  const count = () => drawn.root.querySelector(".rw-count")?.textContent;
  return { ...drawn, rows, search, choose, count };
}

describe("the quote finder", () => {
  it("lists who said what, with which word, where", () => {
    const { rows, count } = finder();
    expect(rows()).toHaveLength(3);
    expect(rows()[0]?.querySelector(".rw-quote-head")?.textContent).toBe("سامر النجارقالالضفة");
    expect(rows()[0]?.querySelector(".rw-quote-text")?.textContent).toBe("قال: «وصلت السفينة إلى الواحة».");
    expect(rows()[1]?.title).toBe("marks · unnamed");
    expect(count()).toBe("3 من 3");
  });

  it("finds words in any spelling and marks them", () => {
    const { rows, search, count } = finder();
    search("اداره");
    expect(rows().map((row) => row.dataset["quote"])).toEqual(["q2"]);
    expect(rows()[0]?.querySelector(".rw-hit")?.textContent).toBe("إدارة");
    expect(count()).toBe("1 من 3");
  });

  it("narrows by speaker, outlet, kind and stance, together with the search", () => {
    const { rows, choose, search } = finder();
    choose(0, "e1");
    expect(rows().map((row) => row.dataset["quote"])).toEqual(["q1", "q3"]);
    choose(1, "المرفأ");
    expect(rows().map((row) => row.dataset["quote"])).toEqual(["q3"]);
    search("السفينة");
    expect(rows()).toEqual([]);
    choose(0, "");
    choose(1, "");
    search("");
    choose(2, "indirect");
    expect(rows().map((row) => row.dataset["quote"])).toEqual(["q2"]);
    choose(3, "neutral");
    expect(rows()).toEqual([]);
  });

  it("names each choice with how many it has", () => {
    const { root } = finder();
    const speakers = [...(root.querySelector("select")?.options ?? [])].map((option) => option.textContent);
    expect(speakers[1]).toBe("\u2068سامر النجار\u2069 (2)");
    expect(speakers).toHaveLength(3);
  });

  it("says that nothing matches, and clears", () => {
    const { root, rows, search } = finder();
    const clear = root.querySelector<HTMLButtonElement>(".rw-toolbar button");
    expect(clear?.disabled).toBe(true);
    search("لا شيء كهذا");
    expect(root.querySelector(".rw-state p")?.textContent).toBe("لا نتائج");
    clear?.click();
    expect(rows()).toHaveLength(3);
    expect(root.querySelector(".rw-state")).toBeNull();
    search("لا شيء كهذا");
    root.querySelector<HTMLButtonElement>(".rw-state button")?.click();
    expect(rows()).toHaveLength(3);
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

  it("shows ten thousand quotations in steps", () => {
    const many = Array.from({ length: 10_000 }, (_, n) => quote(`q${n}`, "p1", "e1", `قول ${n}`, 1));
    const { root, rows, store } = finder({ ...story(), quotes: many });
    expect(rows()).toHaveLength(100);
    root.querySelector<HTMLElement>(".rw-more")?.click();
    expect(rows()).toHaveLength(200);
    selectOnly(store, { quote: "q350" }, "reader");
    expect(rows()[350]?.getAttribute("aria-current")).toBe("true");
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
