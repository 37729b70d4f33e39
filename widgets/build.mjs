// Bundles each view into workbench/static: one self-contained module and one style sheet a view.
// Run `node build.mjs` here, or `python -m workbench.widgets.build` anywhere in the project.
import { existsSync } from "node:fs";
import { copyFile, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
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

const common = {
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  charset: "ascii",
  legalComments: "inline",
  logLevel: "warning",
};

// What a view imports only when it is needed lies packed in its bundle, so that nothing reads it before: the page's
// first picture does not wait for vis-network. It unfolds as the whole bundle does, see `workbench/widgets/bundle.py`.
const packed = {
  name: "packed",
  setup(build) {
    build.onResolve({ filter: /^\.\/engine\.ts$/ }, ({ kind, path, resolveDir }) =>
      kind === "dynamic-import" ? { path: join(resolveDir, path), namespace: "packed" } : undefined,
    );
    build.onLoad({ filter: /./, namespace: "packed" }, async ({ path }) => {
      const { outputFiles } = await esbuild.build({ ...common, entryPoints: [path], write: false });
      const text = gzipSync(outputFiles[0].contents, { level: 9 }).toString("base64");
      const resolveDir = dirname(path);
      const contents = `import { unfolded } from "../core/unfolding.ts";
        export const { Engine } = await unfolded(${JSON.stringify(text)});`;
      return { contents, resolveDir };
    });
  },
};

await rm(out, { recursive: true, force: true });
const isPage = ({ out }) => out === "page"; // a page of its own runs one script, whose digest it names, and no other
await esbuild.build({
  ...common,
  entryPoints: entryPoints.filter((one) => !isPage(one)),
  outdir: out,
  plugins: [packed],
});
await esbuild.build({ ...common, entryPoints: entryPoints.filter(isPage), outdir: out });
// A page may hold several views, and the style sheet that came last rules: so each view brings all the rules, in one
// order. The workbench, which holds every view, has them all.
for (const view of ["network", "heatmap", "quotes", "timeline", "reader"]) {
  await copyFile(join(out, "workbench.css"), join(out, `${view}.css`));
}
const { version } = JSON.parse(await readFile(join(here, "package.json"), "utf8"));
await buildLab(esbuild, join(out, "lab"), version);
console.log(`built ${VIEWS.join(", ")} and lab into ${out}`);
