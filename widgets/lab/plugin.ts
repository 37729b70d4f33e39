/** The plugin: one command, on a card of the launcher and in the palette, that opens a first notebook. */
import svgstr from "./icon.svg";
import type { Application, Launcher, Modules, NotebookPanel, Palette } from "./lab";

export const COMMAND = "riwaya:new-notebook";

// Cards of the launcher's notebook section, the first one in view, show a URL instead of the command's icon.
const ICON_URL = `data:image/svg+xml,${encodeURIComponent(svgstr)}`;

export const FIRST_CELL = `import workbench as wb

corpus = wb.samples.phone_call()  # or wb.load("a folder of your pages")
wb.Workbench(corpus)`;

/** A new notebook whose first cell holds FIRST_CELL; `cwd` is the folder that the launcher stands in. */
export async function openNotebook(app: Application, cwd: string): Promise<void> {
  const panel = (await app.commands.execute("notebook:create-new", {
    cwd,
    kernelName: "python3",
  })) as NotebookPanel | undefined;
  if (!panel) {
    return; // the reader closed the dialog that asks for a kernel
  }
  await panel.context.ready;
  await panel.revealed;
  panel.content.model?.sharedModel.cells[0]?.setSource(FIRST_CELL);
}

/** The plugin object that Lab registers; built when Lab asks for it, from Lab's own modules. */
export function plugin({ launcher, apputils, icons }: Modules) {
  return {
    id: "riwaya:plugin",
    description: "Opens a notebook with the Riwaya workbench.",
    autoStart: true,
    optional: [launcher.ILauncher, apputils.ICommandPalette],
    activate(app: Application, cards: Launcher | null, palette: Palette | null): void {
      app.commands.addCommand(COMMAND, {
        label: ({ isPalette }: { isPalette?: boolean }) => (isPalette ? "New notebook with Riwaya" : "Riwaya"),
        caption: "Compare how different outlets tell one story",
        icon: new icons.LabIcon({ name: "riwaya:icon", svgstr }),
        execute: ({ cwd }: { cwd?: string }) => openNotebook(app, cwd ?? ""),
      });
      cards?.add({ command: COMMAND, category: "Notebook", rank: 100, kernelIconUrl: ICON_URL });
      palette?.addItem({ command: COMMAND, category: "Riwaya", args: { isPalette: true } });
    },
  };
}
