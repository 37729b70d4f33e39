// The anywidget module of Timeline.
import { widget } from "../core/render.ts";
import { withReader } from "../reader/drawer.ts";
import { ORIGIN } from "./memory.ts";
import { timelineView } from "./view.ts";

export default widget(withReader(timelineView, ORIGIN));
