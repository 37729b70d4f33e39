/** The plugin: notebooks from the launcher and the file browser, and the evidence tray beside them. */
import { addCommands, addEntries } from "./commands.ts";
import svgstr from "./icon.svg";
import type { Application, Modules, Services, Token } from "./lab.ts";
import type { Taken } from "./modules.ts";
import { Notebooks } from "./notebooks.ts";
import { follow, ID } from "./settings.ts";
import { TrayPanel } from "./tray.ts";
import { Words } from "./words.ts";
import writtenStyle from "./written.css";

/** The plugin object that Lab registers; built when Lab asks for it, from Lab's own modules. */
export function plugin({ modules, missing }: Taken) {
  const tokens = tokensOf(modules);
  return {
    id: ID,
    description: "Compares how different outlets tell one story: notebooks to start with, and an evidence tray.",
    autoStart: true,
    optional: tokens.map(([, token]) => token),
    activate(app: Application, ...services: unknown[]): void {
      const given = Object.fromEntries(NAMES.map((name) => [name, null])) as unknown as Services;
      tokens.forEach(([name], index) => {
        Object.assign(given, { [name]: services[index] ?? null });
      });
      start(app, modules, given, missing);
    },
  };
}

const NAMES: (keyof Services)[] = [
  "palette",
  "restorer",
  "launcher",
  "browsers",
  "browser",
  "notebooks",
  "settings",
  "translator",
];

/** The services that can be asked for: those whose module the application shares. */
function tokensOf(modules: Modules): [keyof Services, Token][] {
  const tokens: Record<keyof Services, Token | undefined> = {
    palette: modules.apputils.ICommandPalette,
    restorer: modules.application?.ILayoutRestorer,
    launcher: modules.launcher?.ILauncher,
    browsers: modules.browser?.IFileBrowserFactory,
    browser: modules.browser?.IDefaultFileBrowser,
    notebooks: modules.notebook?.INotebookTracker,
    settings: modules.settings?.ISettingRegistry,
    translator: modules.translation?.ITranslator,
  };
  return NAMES.flatMap((name) => (tokens[name] === undefined ? [] : [[name, tokens[name]]]));
}

/** What is written from right to left, in a cell or in a table under it, looks so. */
function styleCells(): void {
  const style = document.createElement("style");
  style.textContent = writtenStyle;
  document.head.append(style);
}

/** Whether somebody works here: Voila shows what a notebook put out, and offers neither files nor commands. */
function isWorkedIn({ palette, launcher, browsers, browser, notebooks }: Services): boolean {
  return [palette, launcher, browsers, browser, notebooks].some((service) => service !== null);
}

function start(app: Application, modules: Modules, services: Services, missing: string[]): void {
  styleCells();
  if (!isWorkedIn(services)) return;
  const words = new Words(services.translator?.languageCode ?? "en");
  const icon = new modules.icons.LabIcon({ name: "riwaya:icon", svgstr });
  const tray = new TrayPanel(app, modules, services, words, icon);
  const notebooks = new Notebooks(app, modules, words);
  const given = { app, services, words, notebooks, tray, icon };
  addCommands(given);
  if (services.notebooks !== null) notebooks.runWhatWasLeft(services.notebooks);
  for (const name of missing) {
    const message = `${words.text("no_module", { name })} ${words.text("no_module_hint")}`;
    modules.apputils.Notification.warning(message, { autoClose: false });
  }
  let opened = false;
  const read = follow(services.settings, (choices) => {
    words.choice = choices.language;
    app.commands.notifyCommandChanged();
    tray.use(choices.evidenceFile);
    if (choices.openTray && !opened) tray.open();
    opened = true;
  });
  // Sections are named once, so they wait for the language; a Lab that cannot give the settings keeps the defaults.
  void read.catch(() => undefined).then(() => addEntries(given));
}
