import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Ask } from "./ask.ts";
import type { FindingRecord, Selection, Story, Traits } from "./contract.ts";
import { EMPTY_SELECTION } from "./contract.ts";
import { h, link } from "./dom.ts";
import { evidence } from "./evidence.ts";
import { dumped, merged, parsed } from "./findings.ts";
import { draw, HOSTILE, LABELS, story } from "./fixture.ts";
import { fold, hits, matches, queryWords } from "./fold.ts";
import { formatDate, formatShare, label, labelText } from "./labels.ts";
import { type Model, widget } from "./render.ts";
import { picking, Store, selectionStore, selectOnly } from "./store.ts";
import { pageTray, Tray } from "./tray.ts";

describe("elements", () => {
  it("take text as text", () => {
    const element = h("p", { title: HOSTILE }, HOSTILE, [h("b", {}, "نعم"), null, false, 3]);
    expect(element.textContent).toBe(`${HOSTILE}نعم3`);
    expect(element.querySelectorAll("img, script")).toHaveLength(0);
  });

  it("link to the web and to mail only", () => {
    expect(link("https://example.org", "خبر").getAttribute("href")).toBe("https://example.org");
    for (const address of ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "file:///x", ""]) {
      expect(link(address, address).tagName).toBe("BDI");
      expect(h("a", { href: address }).hasAttribute("href")).toBe(false);
    }
  });

  it("open links apart from the page", () => {
    const anchor = link("https://example.org", "خبر") as HTMLAnchorElement;
    expect([anchor.target, anchor.rel]).toEqual(["_blank", "noopener noreferrer"]);
  });
});

describe("the store", () => {
  it("tells of changes and of nothing else", () => {
    const store = new Store<Selection>({ ...EMPTY_SELECTION });
    const told = vi.fn();
    const unsubscribe = store.subscribe(told);
    store.set({ entity: "e1" }, "network");
    store.set({ entity: "e1" }, "python");
    expect(told).toHaveBeenCalledTimes(1);
    expect(told.mock.calls[0]?.[0]).toMatchObject({ entity: "e1", origin: "network" });
    unsubscribe();
    store.set({ entity: "e2" }, "network");
    expect(told).toHaveBeenCalledTimes(1);
  });

  it("is one for all views of a corpus on a page", () => {
    expect(selectionStore("one")).toBe(selectionStore("one"));
    expect(selectionStore("one")).not.toBe(selectionStore("other"));
  });

  it("selects a mark with what it shows, or one thing alone", () => {
    expect(picking(story(), 0)).toEqual({ article: "p1", mark: "m0", entity: "e1" });
    expect(picking(story(), 6)).toEqual({ article: "p1", mark: "s:q1", quote: "q1" });
    const store = new Store<Selection>({ ...EMPTY_SELECTION, article: "p1", quote: "q1" });
    selectOnly(store, { entity: "e2" }, "network");
    expect(store.get()).toEqual({ ...EMPTY_SELECTION, entity: "e2", origin: "network" });
  });
});

describe("labels", () => {
  it("isolate what is put into them", () => {
    const element = h("p", {}, label(LABELS, "messages", "n_of_total", { n: 1234, total: "الضفة" }));
    expect([...element.querySelectorAll("bdi")].map((one) => one.textContent)).toEqual(["1,234", "الضفة"]);
    expect(labelText(LABELS, "messages", "words_n", { n: 5 })).toBe("الكلمات: \u20685\u2069");
  });

  it("show a readable key where a pack lacks the label", () => {
    expect(labelText(LABELS, "messages", "not_there")).toBe("not there");
  });

  it("write dates and shares in their language", () => {
    expect(formatDate(LABELS, "2025-02-12")).toContain("فبراير");
    expect(formatDate({ ...LABELS, language: "en" }, "2025-02-12T09:30:00+03:00")).toBe("February 12, 2025 09:30");
    expect(formatDate(LABELS, "أمس")).toBe("أمس");
    expect(formatShare({ ...LABELS, language: "en" }, 0.957)).toBe("95.7%");
  });

  it.each(["ar", "en"])("write a share as the browser would: %s", (language) => {
    const pack = readFileSync(`../workbench/languages/${language}/ui.toml`, "utf8");
    const percent = JSON.parse(/^percent = (".*")$/m.exec(pack)?.[1] ?? "") as string;
    const labels = { ...LABELS, language, sections: { messages: { percent } } };
    const shares = [0, 0.0004, 0.0125, 0.5, 0.957, 1];
    expect(shares.map((share) => formatShare(labels, share))).toEqual(
      shares.map((share) => formatShare({ ...labels, sections: {} }, share)),
    );
  });
});

describe("folded search", () => {
  const table = { أ: "ا", إ: "ا", ة: "ه", "\u0651": "" };

  it("finds a word in any spelling", () => {
    expect(fold("إدارَّة", table)).toBe("ادارَه");
    expect(matches(fold("الإدارة الجديدة", table), queryWords(" ادارة  الجديده ", table))).toBe(true);
    expect(matches("abc", queryWords("B", {}))).toBe(true);
    expect(queryWords("  ", table)).toEqual([]);
  });

  it("marks what it found in the text as it is written, marks on letters included", () => {
    const pieces = hits("بنّاءة جدّ", queryWords("بناءه جد", table), table);
    expect(pieces.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(["بنّاءة", "جدّ"]);
    expect(pieces.map((piece) => piece.text).join("")).toBe("بنّاءة جدّ");
  });

  it("keeps characters outside the first plane whole", () => {
    const pieces = hits("👩‍👧 نعم", ["نعم"], {});
    expect(pieces.map((piece) => piece.text)).toEqual(["👩‍👧 ", "نعم"]);
  });
});

describe("evidence", () => {
  it("lists snippets that select their mark", () => {
    const context = draw(() => () => {});
    const part = evidence(context, [0, 4], { origin: "network" });
    expect(part.element.querySelector<HTMLElement>(".rw-snippet-text")?.lang).toBe("ar"); // not that of the labels
    const buttons = part.element.querySelectorAll<HTMLElement>(".rw-snippet");
    expect(buttons[1]?.textContent).toContain("قبل النجار بعد");
    buttons[1]?.click();
    expect(context.store.get()).toMatchObject({ article: "p2", mark: "m2", origin: "network" });
    expect(buttons[1]?.getAttribute("aria-current")).toBe("true");
    expect(buttons[0]?.getAttribute("aria-current")).toBe("false");
  });

  it("shows a long list in steps", () => {
    const context = draw(() => () => {});
    const part = evidence(context, [0, 1, 2, 3, 4], { origin: "network", step: 2 });
    const more = part.element.querySelector<HTMLElement>(".rw-more");
    expect(part.element.querySelectorAll("li")).toHaveLength(2);
    more?.click();
    more?.click();
    expect(part.element.querySelectorAll("li")).toHaveLength(5);
    expect(more?.hidden).toBe(true);
  });
});

class FakeModel implements Model {
  saved = 0;
  readonly sent: unknown[] = [];
  readonly #listeners = new Map<string, Set<(content: unknown) => void>>();
  constructor(readonly traits: Traits) {}
  get<K extends keyof Traits>(name: K): Traits[K] {
    return this.traits[name];
  }
  set<K extends keyof Traits>(name: K, value: Traits[K]): void {
    this.traits[name] = value;
    for (const listener of [...(this.#listeners.get(`change:${name}`) ?? [])]) listener(value);
  }
  on(event: string, callback: (content: unknown) => void): void {
    this.#listeners.set(event, (this.#listeners.get(event) ?? new Set()).add(callback));
  }
  off(event: string, callback: (content: unknown) => void): void {
    this.#listeners.get(event)?.delete(callback);
  }
  save_changes(): void {
    this.saved += 1;
  }
  send(content: unknown): void {
    this.sent.push(content);
  }
  hear(content: unknown): void {
    for (const listener of [...(this.#listeners.get("msg:custom") ?? [])]) listener(content);
  }
}

/** A story as Python sends it. */
async function packed(told: Story): Promise<DataView> {
  const stream = new Blob([JSON.stringify(told)]).stream().pipeThrough(new CompressionStream("gzip"));
  return new DataView(await new Response(stream).arrayBuffer());
}

describe("a widget", () => {
  let model: FakeModel;
  let el: HTMLElement;
  let digest = 0;
  const name = () => `widget ${digest}`;

  beforeEach(async () => {
    digest += 1;
    const told = await packed({ ...story(), digest: name() });
    const traits = {
      story: told,
      labels: LABELS,
      selected: { ...EMPTY_SELECTION },
      options: { height: 300 },
      tray: [],
    };
    model = new FakeModel(traits);
    el = document.createElement("div");
    document.body.replaceChildren(el);
  });

  it("waits until it stands in the document", async () => {
    const view = vi.fn(() => () => {});
    let resized = () => {};
    class Observer {
      constructor(callback: () => void) {
        resized = callback;
      }
      observe(): void {}
      disconnect(): void {}
    }
    vi.stubGlobal("ResizeObserver", Observer);
    el.remove();
    widget(view).render({ model, el });
    expect(view).not.toHaveBeenCalled();
    document.body.append(el);
    resized();
    await vi.waitFor(() => expect(view).toHaveBeenCalledTimes(1));
    vi.unstubAllGlobals();
  });

  it("draws in the direction of the labels, and again when the story changes", async () => {
    const view = vi.fn(() => () => {});
    const dispose = widget(view).render({ model, el });
    await vi.waitFor(() => expect(view).toHaveBeenCalledTimes(1));
    const root = el.firstElementChild as HTMLElement;
    expect([root.dir, root.lang, root.style.getPropertyValue("--rw-height")]).toEqual(["rtl", "ar", "300px"]);
    model.set("labels", { ...LABELS, language: "en", direction: "ltr" });
    await vi.waitFor(() => expect(view).toHaveBeenCalledTimes(2));
    expect((el.firstElementChild as HTMLElement).dir).toBe("ltr");
    dispose();
    model.set("labels", LABELS);
    expect(view).toHaveBeenCalledTimes(2);
    expect(el.children).toHaveLength(0);
  });

  it("remembers what a view keeps while it is drawn anew, and shows the later of two stories", async () => {
    const seen: unknown[] = [];
    widget(({ story: told, memory }) => {
      seen.push([told.sources[0], memory.get("tab")]);
      memory.set("tab", told.sources[0]);
      return () => {};
    }).render({ model, el });
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    model.set("story", await packed({ ...story(), sources: ["الأولى"] }));
    model.set("story", await packed({ ...story(), sources: ["الثانية"] }));
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(["الثانية", expect.anything()]));
    expect(seen.length).toBeLessThan(4);
    expect(seen[1]).toContain("الضفة");
  });

  it("says what is wrong with a story that cannot be read", async () => {
    model.traits.story = new DataView(new ArrayBuffer(8));
    widget(() => () => {}).render({ model, el });
    await vi.waitFor(() => expect(el.querySelector("[role=alert]")?.textContent).toContain("حدث خطأ"));
  });

  it("keeps the selection on both sides the same", async () => {
    const store = selectionStore(name());
    const view = vi.fn(() => () => {});
    const dispose = widget(view).render({ model, el });
    await vi.waitFor(() => expect(view).toHaveBeenCalled());
    store.set({ entity: "e1" }, "network");
    expect(model.traits.selected).toMatchObject({ entity: "e1", origin: "network" });
    expect(model.saved).toBe(1);
    model.set("selected", { ...EMPTY_SELECTION, quote: "q1" });
    expect(store.get()).toMatchObject({ entity: null, quote: "q1", origin: "python" });
    dispose();
    store.set({ entity: "e2" }, "network");
    expect(model.traits.selected.entity).toBeNull();
  });

  it("takes over what was selected in the page before it came", async () => {
    selectionStore(name()).set({ entity: "e1" }, "network");
    widget(() => () => {}).render({ model, el });
    await vi.waitFor(() => expect(model.traits.selected.entity).toBe("e1"));
  });

  it("asks Python, and gets the answer or the reason why not", async () => {
    let ask: Ask | null = null;
    const dispose = widget((context) => {
      ask = context.ask;
      return () => {};
    }).render({ model, el });
    await vi.waitFor(() => expect(ask).not.toBeNull());
    const question = (ask as unknown as Ask)("entities.drop", { entity: "e1" });
    const { id } = model.sent[0] as { id: string };
    expect(model.sent).toEqual([{ ask: "entities.drop", id, given: { entity: "e1" } }]);
    model.hear({ answer: "another", value: 0 });
    model.hear({ answer: id, value: 3 });
    expect(await question).toBe(3);
    const refused = (ask as unknown as Ask)("entities.drop", { entity: "e9" });
    model.hear({ answer: (model.sent[1] as { id: string }).id, error: { message: "no entity", hint: "try e1" } });
    await expect(refused).rejects.toMatchObject({ message: "no entity", hint: "try e1" });
    const unheard = (ask as unknown as Ask)("entities.undo");
    dispose();
    await expect(unheard).rejects.toThrow("closed");
  });

  it("shares its tray with Python and the other views", async () => {
    const view = vi.fn(() => () => {});
    widget(view).render({ model, el });
    await vi.waitFor(() => expect(view).toHaveBeenCalled());
    const pinned = pageTray().pin(story(), { kind: "entity", name: "الواحة", facts: "", spans: [], selection: {} });
    expect(model.traits.tray.map(({ id }) => id)).toContain(pinned.id);
    model.set("tray", [{ ...pinned, note: "مهم", changed: "9999" }]);
    expect(pageTray().findings.find(({ id }) => id === pinned.id)?.note).toBe("مهم");
  });

  it("shows an error as text instead of failing", async () => {
    const failing = widget(() => {
      throw new Error(HOSTILE);
    });
    failing.render({ model, el });
    await vi.waitFor(() => expect(el.querySelector("[role=alert]")?.textContent).toBe(`حدث خطأ${HOSTILE}`));
    expect(el.querySelector("img")).toBeNull();
  });
});

describe("the tray", () => {
  const given = (name: string) => ({ kind: "entity", name, facts: "", spans: [], selection: { entity: name } });

  it("keeps an order, and forgets nothing that another window still has", () => {
    const tray = new Tray();
    const [a, b, c] = ["أ", "ب", "ج"].map((name) => tray.pin(story(), given(name)));
    tray.move(c?.id ?? "", -1);
    tray.move(a?.id ?? "", -1);
    expect(tray.findings.map(({ name }) => name)).toEqual(["أ", "ج", "ب"]);
    tray.change(b?.id ?? "", { gone: true });
    tray.merge([b as FindingRecord]); // as it was before, out of another window
    expect(tray.findings.map(({ name }) => name)).toEqual(["أ", "ج"]);
    expect(tray.all).toHaveLength(3);
  });

  it("is one, whichever window is read first", () => {
    const [one, other] = [new Tray(), new Tray()];
    const pinned = one.pin(story(), given("أ"));
    other.merge([pinned]);
    one.change(pinned.id, { note: "قديم" });
    const newer = { ...pinned, note: "جديد", changed: "9999" };
    expect(merged(one.all, [newer])).toEqual(merged([newer], one.all));
    expect(parsed(dumped(one.all))).toEqual(one.all);
    expect(() => parsed("{}")).toThrow("no evidence tray");
    expect(parsed(" ")).toEqual([]);
  });
});
