// The anywidget module of OverlapHeatmap.
import { widget } from "../core/render.ts";
import { withReader } from "../reader/drawer.ts";
import { heatmapView } from "./view.ts";

export default widget(withReader(heatmapView, "heatmap"));
