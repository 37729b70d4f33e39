// The stand-alone page: mounts the workbench on the story that stands in the page, without a kernel.
import "./page.css";
import type { Labels, Story } from "../core/contract.ts";
import { mount } from "../core/render.ts";
import { selectionStore } from "../core/store.ts";
import { workbenchView } from "../workbench/view.ts";

interface Data {
  story: Story;
  labels: Labels;
}

const data = JSON.parse(document.getElementById("riwaya-story")?.textContent ?? "{}") as Data;
const root = document.getElementById("riwaya");
if (root !== null) {
  const { story, labels } = data;
  mount(workbenchView, { root, story, labels, store: selectionStore(story.digest), options: {} });
}
