import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Selection, Traits } from "./contract.ts";
import { EMPTY_SELECTION } from "./contract.ts";
import { h, link } from "./dom.ts";
import { evidence } from "./evidence.ts";
import { draw, HOSTILE, LABELS, story } from "./fixture.ts";
import { fold, hits, matches, queryWords } from "./fold.ts";
import { formatDate, formatShare, label, labelText } from "./labels.ts";
import { type Model, widget } from "./render.ts";
import { picking, Store, selectionStore, selectOnly } from "./store.ts";

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
  readonly #listeners = new Map<string, Set<() => void>>();
  constructor(readonly traits: Traits) {}
  get<K extends keyof Traits>(name: K): Traits[K] {
    return this.traits[name];
  }
  set<K extends keyof Traits>(name: K, value: Traits[K]): void {
    this.traits[name] = value;
    for (const listener of [...(this.#listeners.get(`change:${name}`) ?? [])]) listener();
  }
  on(event: string, callback: () => void): void {
    this.#listeners.set(event, (this.#listeners.get(event) ?? new Set()).add(callback));
  }
  off(event: string, callback: () => void): void {
    this.#listeners.get(event)?.delete(callback);
  }
  save_changes(): void {
    this.saved += 1;
  }
}

describe("a widget", () => {
  let model: FakeModel;
  let el: HTMLElement;
  let digest = 0;

  beforeEach(() => {
    digest += 1;
    const told = { ...story(), digest: `widget ${digest}` };
    model = new FakeModel({ story: told, labels: LABELS, selected: { ...EMPTY_SELECTION }, options: { height: 300 } });
    el = document.createElement("div");
    document.body.replaceChildren(el);
  });

  it("waits until it stands in the document", () => {
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
    expect(view).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });

  it("draws in the direction of the labels, and again when the story changes", () => {
    const view = vi.fn(() => () => {});
    const dispose = widget(view).render({ model, el });
    const root = el.firstElementChild as HTMLElement;
    expect([root.dir, root.lang, root.style.getPropertyValue("--rw-height")]).toEqual(["rtl", "ar", "300px"]);
    model.set("labels", { ...LABELS, language: "en", direction: "ltr" });
    expect(view).toHaveBeenCalledTimes(2);
    expect((el.firstElementChild as HTMLElement).dir).toBe("ltr");
    dispose();
    model.set("labels", LABELS);
    expect(view).toHaveBeenCalledTimes(2);
    expect(el.children).toHaveLength(0);
  });

  it("keeps the selection on both sides the same", () => {
    const store = selectionStore(model.traits.story.digest);
    const dispose = widget(() => () => {}).render({ model, el });
    store.set({ entity: "e1" }, "network");
    expect(model.traits.selected).toMatchObject({ entity: "e1", origin: "network" });
    expect(model.saved).toBe(1);
    model.set("selected", { ...EMPTY_SELECTION, quote: "q1" });
    expect(store.get()).toMatchObject({ entity: null, quote: "q1", origin: "python" });
    dispose();
    store.set({ entity: "e2" }, "network");
    expect(model.traits.selected.entity).toBeNull();
  });

  it("takes over what was selected in the page before it came", () => {
    selectionStore(model.traits.story.digest).set({ entity: "e1" }, "network");
    widget(() => () => {}).render({ model, el });
    expect(model.traits.selected.entity).toBe("e1");
  });

  it("shows an error as text instead of failing", () => {
    const failing = widget(() => {
      throw new Error(HOSTILE);
    });
    failing.render({ model, el });
    expect(el.querySelector("[role=alert]")?.textContent).toBe(`حدث خطأ${HOSTILE}`);
    expect(el.querySelector("img")).toBeNull();
  });
});
