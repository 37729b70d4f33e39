// The tray as files: Markdown and JSON are made here, a document and a notebook cell only where Python answers.
import type { Context } from "../core/context.ts";
import { dumped } from "../core/findings.ts";
import { markdown } from "../core/markdown.ts";
import { fromBase64 } from "../core/transport.ts";

const NAME = "riwaya-evidence";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export type Format = "markdown" | "docx" | "json" | "cell";

/** What can be saved from here: without a kernel, what the browser makes alone. */
export function formats({ ask }: Context): Format[] {
  return ask === null ? ["markdown", "json"] : ["markdown", "docx", "json", "cell"];
}

/** Saves the tray as a file; its name. */
export async function save(context: Context, format: Exclude<Format, "cell">): Promise<string> {
  const { tray, labels, ask } = context;
  if (format === "markdown") return download(`${NAME}.md`, markdown(tray.findings, labels), "text/markdown");
  if (format === "json") return download(`${NAME}.json`, dumped(tray.all), "application/json");
  const bytes = fromBase64(String(await ask?.("tray.docx")));
  return download(`${NAME}.docx`, bytes as Uint8Array<ArrayBuffer>, DOCX);
}

/** The code of a notebook cell, put on the clipboard where the browser lets us; tells whether it did. */
export async function cell({ ask }: Context): Promise<{ code: string; copied: boolean }> {
  const code = String(await ask?.("tray.cell"));
  try {
    await navigator.clipboard.writeText(code);
    return { code, copied: true };
  } catch {
    return { code, copied: false };
  }
}

function download(name: string, content: BlobPart, type: string): string {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = name;
  anchor.hidden = true;
  document.body.append(anchor); // VS Code saves what is clicked in the document, and of the rest it hears nothing
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return name;
}
