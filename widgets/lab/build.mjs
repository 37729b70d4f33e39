/** Builds the prebuilt JupyterLab extension: its script, and the two files by which Lab finds and names it. */
import { createHash } from "node:crypto";
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const NOTEBOOKS = join(HERE, "..", "..", "notebooks");

/** What `jupyter labextension list` shows, and the script that Lab loads. */
function manifest(version, script) {
  return {
    name: "riwaya",
    version,
    description: "Notebooks that compare how outlets tell one story, and the evidence tray beside them.",
    license: "BSD-3-Clause",
    jupyterlab: {
      extension: true,
      outputDir: "static",
      schemaDir: "schema",
      _build: { load: `static/${script}`, extension: "./extension" },
    },
  };
}

const INSTALL = {
  packageManager: "python",
  packageName: "riwaya",
  uninstallInstructions: "Use your Python package manager (pip, conda, etc.) to uninstall the package riwaya",
};

const text = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** The curated notebooks: their files, the language of the folder they stand in, and the first heading as the title. */
async function notebooks() {
  const all = await readdir(NOTEBOOKS, { recursive: true });
  const paths = all.filter((path) => path.endsWith(".ipynb") && !path.startsWith(".")).sort();
  return Promise.all(
    paths.map(async (path) => {
      const { cells } = JSON.parse(await readFile(join(NOTEBOOKS, path), "utf8"));
      const lines = cells.filter((cell) => cell.cell_type === "markdown").flatMap((cell) => [cell.source].flat());
      const heading = lines.join("\n").match(/^#+\s+(.+)$/m);
      const name = basename(path);
      const folder = dirname(path);
      const title = heading?.[1].trim() ?? name.replace(/\.ipynb$/, "");
      return { path, curated: { name, title, language: folder === "." ? "en" : folder } };
    }),
  );
}

/** Builds into `outdir` (emptied first); the script's name holds its digest, so no browser keeps an old one. */
export async function buildLab(esbuild, outdir, version) {
  const found = await notebooks();
  const result = await esbuild.build({
    entryPoints: [join(HERE, "index.ts")],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    loader: { ".svg": "text", ".css": "text" },
    define: { RIWAYA_NOTEBOOKS: JSON.stringify(found.map(({ curated }) => curated)) },
    write: false,
  });
  const code = result.outputFiles[0].contents;
  const script = `remoteEntry.${createHash("sha256").update(code).digest("hex").slice(0, 16)}.js`;
  await rm(outdir, { recursive: true, force: true });
  await mkdir(join(outdir, "static", "notebooks"), { recursive: true });
  await writeFile(join(outdir, "static", script), code);
  for (const { path } of found)
    await copyFile(join(NOTEBOOKS, path), join(outdir, "static", "notebooks", basename(path)));
  await cp(join(HERE, "schema"), join(outdir, "schemas", "riwaya"), { recursive: true });
  await writeFile(join(outdir, "schemas", "riwaya", "package.json.orig"), text(manifest(version, script)));
  await writeFile(join(outdir, "package.json"), text(manifest(version, script)));
  await writeFile(join(outdir, "install.json"), text(INSTALL));
}
