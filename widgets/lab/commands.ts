// The commands, and where they stand: cards of the launcher, the palette, the file browser's context menu.
import { CURATED, inLanguage } from "./curated.ts";
import { folderOf } from "./files.ts";
import type { Application, Arguments, Model, Services } from "./lab.ts";
import { isPage, type Notebooks } from "./notebooks.ts";
import type { TrayPanel } from "./tray.ts";
import type { Words } from "./words.ts";

export const NEW = "riwaya:new-comparison";
export const CURATED_ONE = "riwaya:open-notebook";
export const FOLDER = "riwaya:compare-folder";
export const PAGES = "riwaya:compare-pages";
export const TRAY = "riwaya:show-evidence";

const LISTING = ".jp-DirListing-content";

export interface Given {
  app: Application;
  services: Services;
  words: Words;
  notebooks: Notebooks;
  tray: TrayPanel;
  icon: unknown;
}

export function addCommands(given: Given): void {
  const { app, words, tray, icon } = given;
  addMakers(given);
  addComparers(given);
  app.commands.addCommand(TRAY, { label: () => words.text("show_tray"), icon, execute: () => tray.open() });
}

/** Puts the commands where a reader finds them. */
export function addEntries(given: Given): void {
  addToLauncher(given);
  addToPalette(given);
  addToMenu(given);
}

function addMakers({ app, services, words, notebooks, icon }: Given): void {
  const folder = ({ cwd }: Arguments) => (typeof cwd === "string" ? cwd : currentFolder(services));
  app.commands.addCommand(NEW, {
    label: () => words.text("new"),
    caption: () => words.text("new_caption"),
    icon,
    execute: (args) => notebooks.compareNew(folder(args)),
  });
  app.commands.addCommand(CURATED_ONE, {
    label: ({ name }) => CURATED.find((one) => one.name === name)?.title ?? words.text("riwaya"),
    caption: () => words.text("curated_caption"),
    icon,
    execute: (args) => notebooks.openCurated(String(args["name"]), folder(args)),
  });
}

function addComparers({ app, services, words, notebooks, icon }: Given): void {
  const inMenu = ({ menu }: Arguments) => menu === true;
  app.commands.addCommand(FOLDER, {
    label: () => words.text("compare_folder"),
    icon,
    isVisible: (args) => !inMenu(args) || hit(app) !== "file",
    execute: (args) => notebooks.compareFolder((inMenu(args) && hitFolder(app, services)) || currentFolder(services)),
  });
  app.commands.addCommand(PAGES, {
    label: () => words.text("compare_pages"),
    icon,
    isVisible: (args) => !inMenu(args) || (hit(app) === "file" && selected(services).some(isPage)),
    execute: () => notebooks.comparePages(selected(services)),
  });
}

function addToLauncher({ services: { launcher }, words }: Given): void {
  const section = { category: words.text("riwaya"), categoryRank: 10 }; // behind the notebooks, before the consoles
  inLanguage(CURATED, words.language).forEach(({ name }, rank) => {
    launcher?.add({ command: CURATED_ONE, args: { name }, ...section, rank });
  });
  launcher?.add({ command: NEW, ...section, rank: CURATED.length });
}

function addToPalette({ services: { palette }, words }: Given): void {
  const category = words.text("riwaya");
  for (const { name } of CURATED) palette?.addItem({ command: CURATED_ONE, args: { name }, category });
  for (const command of [NEW, FOLDER, PAGES, TRAY]) palette?.addItem({ command, category });
}

function addToMenu({ app }: Given): void {
  for (const command of [FOLDER, PAGES]) {
    app.contextMenu?.addItem({ command, args: { menu: true }, selector: LISTING, rank: 2 });
  }
}

function browserOf({ browsers, browser }: Services) {
  return browsers?.tracker.currentWidget ?? browser;
}

function currentFolder(services: Services): string {
  return browserOf(services)?.model.path ?? folderOf(services.notebooks?.currentWidget?.context.path ?? "");
}

function selected(services: Services): Model[] {
  return [...(browserOf(services)?.selectedItems() ?? [])];
}

/** What the context menu was opened on; undefined for the empty area. */
function hit(app: Application): "folder" | "file" | undefined {
  const item = app.contextMenuHitTest?.((node) => node.dataset["isdir"] !== undefined);
  if (item === undefined) return undefined;
  return item.dataset["isdir"] === "true" ? "folder" : "file";
}

function hitFolder(app: Application, services: Services): string | undefined {
  return hit(app) === "folder" ? selected(services).find(({ type }) => type === "directory")?.path : undefined;
}
