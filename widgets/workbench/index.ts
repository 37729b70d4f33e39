import { widget } from "../core/render.ts";
import { workbenchView } from "./view.ts";

export default widget(workbenchView);
