// What the reader set in the Settings editor; the defaults stand where a Lab has no settings.
import type { Services, Settings } from "./lab.ts";

export const ID = "riwaya:plugin";

export interface Choices {
  language: string;
  evidenceFile: string;
  openTray: boolean;
}

export const DEFAULTS: Choices = { language: "auto", evidenceFile: "riwaya-evidence.json", openTray: false };

/** Calls `use` with the choices once they are read, and after each change. */
export async function follow(registry: Services["settings"], use: (choices: Choices) => void): Promise<void> {
  const settings = await registry?.load(ID);
  if (settings === undefined) return;
  use(chosen(settings));
  settings.changed.connect(() => use(chosen(settings)));
}

function chosen({ composite }: Settings): Choices {
  return { ...DEFAULTS, ...composite } as Choices;
}
