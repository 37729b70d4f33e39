import { describe, expect, it, vi } from "vitest";
import { CURATED_ONE, FOLDER, NEW, PAGES, TRAY } from "./commands.ts";
import { container } from "./index.ts";
import type { Application, CommandOptions, Modules } from "./lab.ts";
import { shared } from "./modules.ts";
import { plugin } from "./plugin.ts";

const notices = { error: vi.fn(), warning: vi.fn(), info: vi.fn() };

const MODULES: Modules = {
  apputils: { ICommandPalette: { is: "palette" }, Notification: notices },
  icons: { LabIcon: class {} },
  launcher: { ILauncher: { is: "launcher" } },
};

const entry = (value: unknown) => ({ get: async () => () => value });

const SCOPE = {
  "@jupyterlab/launcher": { "4.9.0": entry({ ILauncher: "old" }), "4.10.1": entry(MODULES.launcher) },
  "@jupyterlab/apputils": { "4.7.6": entry(MODULES.apputils) },
  "@jupyterlab/ui-components": { "4.6.6": entry(MODULES.icons) },
};

function application() {
  const commands = new Map<string, CommandOptions>();
  const contents = { fileChanged: { connect: vi.fn() } };
  const app = {
    commands: {
      addCommand: (id: string, options: CommandOptions) => commands.set(id, options),
      execute: vi.fn(),
      notifyCommandChanged: vi.fn(),
    },
    serviceManager: { contents },
    shell: { add: vi.fn(), activateById: vi.fn() },
    contextMenu: { addItem: vi.fn() },
  };
  return { app: app as unknown as Application, commands, menu: app.contextMenu };
}

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
    expect(module.default.optional).toEqual([{ is: "palette" }, { is: "launcher" }]);
  });

  it("says which module a Lab does not share", async () => {
    await expect(shared({}, "@jupyterlab/launcher")).rejects.toThrow(/does not share @jupyterlab\/launcher.*Hint/);
    await expect(container.get("./other")).rejects.toThrow(/no module/);
  });
});

describe("the plugin", () => {
  it("puts its commands on cards, into the palette and into the context menu", async () => {
    const { app, commands, menu } = application();
    const [cards, palette] = [{ add: vi.fn() }, { addItem: vi.fn() }];
    plugin({ modules: MODULES, missing: [] }).activate(app, palette, cards);
    expect([...commands.keys()].sort()).toEqual([CURATED_ONE, FOLDER, NEW, PAGES, TRAY].sort());
    await vi.waitFor(() => expect(menu.addItem).toHaveBeenCalled());
    expect(cards.add).toHaveBeenCalledWith(expect.objectContaining({ command: NEW, category: "Riwaya" }));
    for (const command of [NEW, FOLDER, TRAY])
      expect(palette.addItem).toHaveBeenCalledWith(expect.objectContaining({ command }));
    expect(menu.addItem.mock.calls.map(([item]) => item.command)).toEqual([FOLDER, PAGES]);
  });

  it("works where Lab has no launcher, and names what it lacks", () => {
    const { app, commands } = application();
    plugin({ modules: MODULES, missing: ["@lumino/widgets"] }).activate(app, { addItem: vi.fn() }, null);
    expect(commands.size).toBe(5);
    expect(notices.warning).toHaveBeenCalledWith(expect.stringContaining("@lumino/widgets"), expect.anything());
  });

  it("offers nothing and warns of nothing where nobody works, as in Voila", () => {
    notices.warning.mockClear();
    const { app, commands } = application();
    plugin({ modules: MODULES, missing: ["@jupyterlab/notebook"] }).activate(app, null, null);
    expect(commands.size).toBe(0);
    expect(app.shell.add).not.toHaveBeenCalled();
    expect(app.serviceManager.contents.fileChanged.connect).not.toHaveBeenCalled();
    expect(notices.warning).not.toHaveBeenCalled();
  });
});
