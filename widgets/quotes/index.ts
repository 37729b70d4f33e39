import { widget } from "../core/render.ts";
import { withReader } from "../reader/drawer.ts";
import { ORIGIN, quotesView } from "./view.ts";

export default widget(withReader(quotesView, ORIGIN));
