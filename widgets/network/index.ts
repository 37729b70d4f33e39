// The anywidget module of EntityNetwork.
import { widget } from "../core/render.ts";
import { withReader } from "../reader/drawer.ts";
import { networkView } from "./view.ts";

export default widget(withReader(networkView, "network"));
