import { afterEach, describe, expect, it, vi } from "vitest";
import { leave, takeOver } from "./handover.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  localStorage.clear();
});

describe("a notebook left for another tab", () => {
  it("is run by the tab that opens it, once", () => {
    leave("صحف/مقارنة.ipynb");
    expect(takeOver("other.ipynb")).toBe(false);
    expect(takeOver("صحف/مقارنة.ipynb")).toBe(true);
    expect(takeOver("صحف/مقارنة.ipynb")).toBe(false);
  });

  it("is not run when it is opened much later", () => {
    vi.useFakeTimers();
    leave("a.ipynb");
    vi.advanceTimersByTime(61_000);
    expect(takeOver("a.ipynb")).toBe(false);
  });

  it("is not run after what cannot be read", () => {
    localStorage.setItem("riwaya:run", "{");
    expect(takeOver("a.ipynb")).toBe(false);
  });
});
