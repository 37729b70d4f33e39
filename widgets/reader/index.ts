import { widget } from "../core/render.ts";
import { readerView } from "./view.ts";

export default widget(readerView);
