// Bundles each view into workbench/static: one self-contained module and one style sheet a view.
// Run `node build.mjs` here, or `python -m workbench.widgets.build` anywhere in the project.
import { existsSync } from "node:fs";
import { copyFile, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { buildLab } from "./lab/build.mjs";

const VIEWS = ["network", "heatmap", "quotes", "timeline", "reader", "workbench", "page"];
const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "workbench", "static");

const entryPoints = VIEWS.map((view) => ({ in: join(here, view, "index.ts"), out: view }));
const missing = entryPoints.filter((entry) => !existsSync(entry.in));
if (missing.length > 0) {
  console.error(`no entry point: ${missing.map((entry) => entry.in).join(", ")}`);
  process.exit(1);
}

await rm(out, { recursive: true, force: true });
await esbuild.build({
  entryPoints,
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  charset: "ascii",
  legalComments: "inline",
  logLevel: "warning",
});
// A page may hold several views, and the style sheet that came last rules: so each view brings all the rules, in one
// order. The workbench, which holds every view, has them all.
for (const view of ["network", "heatmap", "quotes", "timeline", "reader"]) {
  await copyFile(join(out, "workbench.css"), join(out, `${view}.css`));
}
const { version } = JSON.parse(await readFile(join(here, "package.json"), "utf8"));
await buildLab(esbuild, join(out, "lab"), version);
console.log(`built ${VIEWS.join(", ")} and lab into ${out}`);
