import { afterEach, describe, expect, it, vi } from "vitest";
import { story } from "../core/fixture.ts";
import { Tray } from "../core/tray.ts";
import { keepTray } from "./keeping.ts";

const given = (name: string) => ({ kind: "span", name, facts: "", spans: [], selection: {} });
const names = (tray: Tray) => tray.findings.map(({ name }) => name);

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe("the tray of a page", () => {
  it("is there again when the page is opened anew, and for its own story alone", () => {
    const [first, again, other] = [new Tray(), new Tray(), new Tray()];
    expect(keepTray(first, "one").kept).toBe("browser");
    first.pin(story(), given("أ"));
    keepTray(again, "one");
    keepTray(other, "two");
    expect([names(again), names(other)]).toEqual([["أ"], []]);
  });

  it("takes in what another window of the browser pinned", () => {
    const [here, there] = [new Tray(), new Tray()];
    keepTray(here, "one");
    const { dispose } = keepTray(there, "one");
    there.pin(story(), given("ب"));
    const newValue = localStorage.getItem("riwaya.tray.one");
    window.dispatchEvent(new StorageEvent("storage", { key: "riwaya.tray.one", newValue }));
    expect(names(here)).toEqual(["ب"]);
    dispose();
  });

  it("is said to be kept nowhere by a browser that refuses", () => {
    vi.stubGlobal("localStorage", {
      getItem() {
        throw new Error("refused");
      },
      clear() {},
    });
    expect(keepTray(new Tray(), "one").kept).toBe("nowhere");
  });

  it("begins empty where what was kept cannot be read", () => {
    localStorage.setItem("riwaya.tray.one", "{");
    const tray = new Tray();
    expect(keepTray(tray, "one").kept).toBe("browser");
    tray.pin(story(), given("ج"));
    expect(localStorage.getItem("riwaya.tray.one")).toContain("ج");
  });
});
