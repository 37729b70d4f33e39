import { describe, expect, it, vi } from "vitest";
import { container, shared } from "./index";
import { COMMAND, FIRST_CELL, openNotebook, plugin } from "./plugin";

const MODULES = {
  launcher: { ILauncher: "launcher" },
  apputils: { ICommandPalette: "palette" },
  icons: { LabIcon: class {} },
};

const entry = (value: unknown) => ({ get: async () => () => value });

const SCOPE = {
  "@jupyterlab/launcher": { "4.9.0": entry({ ILauncher: "old" }), "4.10.1": entry(MODULES.launcher) },
  "@jupyterlab/apputils": { "4.7.6": entry(MODULES.apputils) },
  "@jupyterlab/ui-components": { "4.6.6": entry(MODULES.icons) },
};

describe("the container", () => {
  it("is where Lab's loader looks for it", () => {
    expect(window._JUPYTERLAB?.["riwaya"]).toBe(container);
  });

  it("gives the plugin, built from the newest modules of the share scope", async () => {
    container.init(SCOPE);
    const factory = await container.get("./extension");
    const module = factory() as { __esModule: boolean; default: { id: string; optional: unknown[] } };
    expect(module.__esModule).toBe(true);
    expect(module.default.id).toBe("riwaya:plugin");
    expect(module.default.optional).toEqual(["launcher", "palette"]);
  });

  it("says which module a Lab does not share", async () => {
    await expect(shared({}, "@jupyterlab/launcher")).rejects.toThrow(/does not share @jupyterlab\/launcher.*Hint/);
    await expect(container.get("./other")).rejects.toThrow(/no module/);
  });
});

describe("the command", () => {
  const app = (panel: unknown) => ({ commands: { addCommand: vi.fn(), execute: vi.fn(async () => panel) } });

  it("stands on a card and in the palette, and works where Lab has neither", () => {
    const lab = app(undefined);
    const cards = { add: vi.fn() };
    const palette = { addItem: vi.fn() };
    plugin(MODULES).activate(lab, cards, palette);
    expect(lab.commands.addCommand).toHaveBeenCalledWith(COMMAND, expect.anything());
    expect(cards.add).toHaveBeenCalledWith(expect.objectContaining({ command: COMMAND }));
    expect(palette.addItem).toHaveBeenCalledWith(expect.objectContaining({ command: COMMAND }));
    expect(() => plugin(MODULES).activate(app(undefined), null, null)).not.toThrow();
  });

  it("opens a notebook in the folder and writes the first cell", async () => {
    const setSource = vi.fn();
    const ready = Promise.resolve();
    const panel = {
      context: { ready },
      revealed: ready,
      content: { model: { sharedModel: { cells: [{ setSource }] } } },
    };
    const lab = app(panel);
    await openNotebook(lab, "stories");
    expect(lab.commands.execute).toHaveBeenCalledWith("notebook:create-new", {
      cwd: "stories",
      kernelName: "python3",
    });
    expect(setSource).toHaveBeenCalledWith(FIRST_CELL);
  });

  it("does nothing when no notebook was made", async () => {
    await expect(openNotebook(app(undefined), "")).resolves.toBeUndefined();
  });
});
