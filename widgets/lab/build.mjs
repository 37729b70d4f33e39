/** Builds the prebuilt JupyterLab extension: its script, and the two files by which Lab finds and names it. */
import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));

/** What `jupyter labextension list` shows, and the script that Lab loads. */
function manifest(version, script) {
  return {
    name: "riwaya",
    version,
    description: "A launcher card and a command that open a notebook with the Riwaya workbench.",
    license: "BSD-3-Clause",
    jupyterlab: {
      extension: true,
      outputDir: "static",
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

/** Builds into `outdir` (emptied first); the script's name holds its digest, so no browser keeps an old one. */
export async function buildLab(esbuild, outdir, version) {
  const result = await esbuild.build({
    entryPoints: [join(HERE, "index.ts")],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    loader: { ".svg": "text" },
    write: false,
  });
  const code = result.outputFiles[0].contents;
  const script = `remoteEntry.${createHash("sha256").update(code).digest("hex").slice(0, 16)}.js`;
  await rm(outdir, { recursive: true, force: true });
  await mkdir(join(outdir, "static"), { recursive: true });
  await writeFile(join(outdir, "static", script), code);
  await writeFile(join(outdir, "package.json"), text(manifest(version, script)));
  await writeFile(join(outdir, "install.json"), text(INSTALL));
}
