// The stand-alone page: mounts the workbench on the story that stands in the page, without a kernel.
import "./page.css";
import type { Labels } from "../core/contract.ts";
import { mount } from "../core/render.ts";
import { selectionStore } from "../core/store.ts";
import { fromBase64, unpacked } from "../core/transport.ts";
import { pageTray } from "../core/tray.ts";
import { workbenchView } from "../workbench/view.ts";
import { keepTray } from "./keeping.ts";

const text = (id: string) => document.getElementById(id)?.textContent ?? "";

const root = document.getElementById("riwaya");
if (root !== null) {
  const labels = JSON.parse(text("riwaya-labels")) as Labels;
  const story = await unpacked(fromBase64(text("riwaya-story")));
  const store = selectionStore(story.digest);
  const memory = new Map<string, unknown>();
  const tray = pageTray();
  const { kept } = keepTray(tray, story.digest);
  mount(workbenchView, { root, story, labels, store, options: { tray: kept }, ask: null, tray, memory });
}
