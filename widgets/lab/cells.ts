// What stands in the notebooks that the plugin makes: the cells of `jupyter workbench FOLDER`, in the reader's language.
import type { FindingRecord } from "../core/contract.ts";
import type { Kernels, NewCell } from "./lab.ts";
import { directed, escaped } from "./markdown.ts";
import type { Words } from "./words.ts";

const SHORT: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\" };
// What ends a line or a string in Python, and what is not seen or turns the direction around.
// biome-ignore lint/suspicious/noControlCharactersInRegex: a file's name may hold them
const UNSAFE = /["\\\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu;

/** A text as a Python string: one line that Python reads as the same characters. */
export function pythonString(text: string): string {
  const quoted = text.replaceAll(
    UNSAFE,
    (char) => SHORT[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `"${quoted}"`;
}

/** A notebook that starts on the sample, to be pointed at one's own pages. */
export function firstCells(words: Words): NewCell[] {
  const load = `wb.samples.phone_call()  # ${words.plain("cell_own")}`;
  return comparison(words, { title: words.plain("file_new"), intro: words.plain("cell_new"), load });
}

/** A notebook on a folder; `path` leads there from the notebook. */
export function folderCells(words: Words, name: string, path: string): NewCell[] {
  const intro = words.plain("cell_folder", { pages: `**${escaped(name)}**` });
  return comparison(words, { title: escaped(name), intro, load: `wb.load(${pythonString(path)})` });
}

/** A notebook on chosen files; `paths` lead there from the notebook. */
export function pagesCells(words: Words, title: string, paths: string[]): NewCell[] {
  const list = paths.map((path) => `    ${pythonString(path)},\n`).join("");
  const intro = words.plain("cell_pages_n", { n: paths.length });
  return comparison(words, { title: escaped(title), intro, load: `wb.load([\n${list}])` });
}

/** A cell that opens a finding again, on the corpus that the notebook has loaded. */
export function findingCell(words: Words, finding: FindingRecord): NewCell {
  const said = words.plain("cell_finding", { name: finding.name }).replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ");
  const chosen = Object.entries(finding.selection).filter(([field, value]) => value !== null && field !== "origin");
  const fields = chosen.map(([field, value]) => `    ${pythonString(field)}: ${pythonValue(value)},\n`);
  return code([`# ${said}`, "view = wb.Workbench(corpus)", `view.selected = {\n${fields.join("")}}`, "view"]);
}

/** A notebook file's content. */
export function notebookOf(cells: NewCell[], kernels: Kernels | null | undefined): object {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: pythonKernel(kernels) },
    cells: cells.map((cell, number) => ({
      ...cell,
      id: `riwaya-${number}`,
      ...(cell.cell_type === "code" ? { outputs: [], execution_count: null } : {}),
    })),
  };
}

/** A cell of Markdown; a dollar stands in an element of its own, where Lab doesn't take it for the start of a formula. */
export function prose(source: string): NewCell {
  return { cell_type: "markdown", source: source.replaceAll("\\$", "<span>\\$$</span>"), metadata: {} };
}

function comparison(words: Words, given: { title: string; intro: string; load: string }): NewCell[] {
  const { language, direction } = words.labels;
  const speak = language === "en" ? [] : [`wb.language(${pythonString(language)})`];
  return [
    prose(directed(`# ${given.title}\n\n${given.intro} ${words.plain("cell_click")}`, direction)),
    code(["import workbench as wb", "", ...speak, `corpus = ${given.load}`, "corpus.report"]),
    code(["wb.Workbench(corpus)"]),
    code([
      `# ${words.plain("cell_tables")}`,
      "entities = wb.entities(corpus)",
      "quotes = wb.quotes(corpus, entities)",
      "overlap = wb.overlap(corpus)",
      "quotes.table",
    ]),
  ];
}

function code(lines: string[]): NewCell {
  return { cell_type: "code", source: lines.join("\n"), metadata: {} };
}

function pythonValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pythonValue).join(", ")}]`;
  return pythonString(String(value));
}

/** The server's own choice where it speaks Python, else the first kernel that does. */
function pythonKernel(kernels: Kernels | null | undefined): object {
  const specs = Object.entries(kernels?.kernelspecs ?? {}).filter(([, spec]) => spec?.language === "python");
  const [name, spec] = specs.find(([known]) => known === kernels?.default) ?? specs[0] ?? ["python3", undefined];
  return { name, display_name: spec?.display_name ?? "Python 3", language: "python" };
}
