import { afterEach, describe, expect, it, vi } from "vitest";
import { Later } from "./later.ts";

const frame = () => new Promise((done) => requestAnimationFrame(done));

describe("what follows another view", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is drawn once a frame, and not after the view is gone", async () => {
    const act = vi.fn();
    const later = new Later(document.createElement("div"), act);
    later.ask();
    later.ask();
    expect(act).not.toHaveBeenCalled();
    await frame();
    expect(act).toHaveBeenCalledTimes(1);
    later.ask();
    later.stop();
    await frame();
    expect(act).toHaveBeenCalledTimes(1);
  });

  it("waits while the view is out of sight", async () => {
    let sized = (_width: number) => {};
    vi.stubGlobal(
      "ResizeObserver",
      class {
        constructor(told: (entries: { contentRect: { width: number } }[]) => void) {
          sized = (width) => told([{ contentRect: { width } }]);
        }
        observe() {}
        disconnect() {}
      },
    );
    const act = vi.fn();
    const later = new Later(document.createElement("div"), act);
    sized(0);
    later.ask();
    await frame();
    expect(act).not.toHaveBeenCalled();
    sized(300);
    await frame();
    expect(act).toHaveBeenCalledTimes(1);
  });
});
