"""Tables that are made from what the project itself says: measured figures, labels, presets, settings, columns."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import ClassVar

import yaml
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

__all__ = ["setup"]

DOCS = Path(__file__).parents[1]
ROOT = DOCS.parent
SCORES = re.compile(r"P ([\d.]+) +R ([\d.]+) +F1 ([\d.]+)(?: +\((.*)\))?")


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, code: int = 0) -> nodes.table:
    """A table; the first ``code`` cells of each row are set as code, and numbers stand to the right."""
    rows = [list(row) for row in rows]
    group = nodes.tgroup(cols=len(head))
    group += [nodes.colspec(colwidth=1) for _ in head]
    group += nodes.thead("", _row(head))
    group += nodes.tbody("", *[_row(row, code=code) for row in rows])
    return nodes.table("", group, classes=["made"])


def _row(cells: Sequence[str], *, code: int = 0) -> nodes.row:
    made = nodes.row()
    for place, cell in enumerate(cells):
        shown = nodes.literal(cell, cell) if place < code and cell else nodes.inline(cell, cell)
        entry = nodes.entry("", nodes.paragraph("", "", shown))
        if re.fullmatch(r"[\d.,/% ]+", cell):
            entry["classes"].append("number")
        made += entry
    return made


class Measured(SphinxDirective):
    """Precision, recall and F1 out of what a command printed (``docs/measured``), a line of the content each.

    A line is ``how the printed line begins = what the reader sees``, with the file and a bar before it where no file is
    named for all. One that the command did not print is an error.
    """

    optional_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """The table."""
        rows = [self._row(*line.partition(" = ")[::2]) for line in self.content]
        return [table(("what", "P", "R", "F1", "counts"), rows)]

    def _row(self, begins: str, shown: str) -> tuple[str, ...]:
        name, bar, rest = begins.partition(" | ")
        name, begins = (name, rest) if bar else (self.arguments[0], begins)
        path = DOCS / "measured" / f"{name}.txt"
        self.env.note_dependency(str(path))
        for line in path.read_text(encoding="utf-8").splitlines():
            scores = SCORES.search(line)
            if scores and " ".join(line.split()).startswith(f"{begins} P "):
                return (shown, *scores.groups(default=""))
        raise self.error(f"{path.name} has no line that begins with {begins!r}")


class LabelTable(SphinxDirective):
    """Every label of the views and figures, with its words in each language."""

    def run(self) -> list[nodes.Node]:
        """A section of the file each."""
        packs = [ROOT / "workbench" / "languages" / code / "ui.toml" for code in ("en", "ar")]
        english, arabic = (tomllib.loads(path.read_text(encoding="utf-8")) for path in packs)
        made: list[nodes.Node] = []
        for name, words in english.items():
            rows = [(key, value, arabic[name][key]) for key, value in words.items()]
            title = nodes.rubric("", name)
            made += [title, table(("key", "English", "Arabic"), rows, code=1)]
        return made


class PresetTable(SphinxDirective):
    """The sizes of ``workbench.figures.presets``."""

    def run(self) -> list[nodes.Node]:
        """The table."""
        from workbench.figures.presets import PRESETS

        rows = [(name, f"{one.width_mm:g}", f"{one.dpi}") for name, one in PRESETS.items()]
        return [table(("preset", "width in mm", "dpi of PNG and TIFF"), rows, code=1)]


class SettingTable(SphinxDirective):
    """The settings of the plugin, as its schema declares them."""

    def run(self) -> list[nodes.Node]:
        """The table."""
        (path,) = (ROOT / "widgets" / "lab" / "schema").glob("*.json")
        schema = json.loads(path.read_text(encoding="utf-8"))
        rows = [
            (name, one["title"], one["description"], json.dumps(one["default"], ensure_ascii=False))
            for name, one in schema["properties"].items()
        ]
        return [table(("key", "setting", "what it does", "default"), rows, code=1)]


class Printed(SphinxDirective):
    """What a command printed: folded away, with ``:open:`` in full, with ``:from:`` from the line with these words."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = {
        "file": directives.unchanged_required,
        "open": directives.flag,
        "from": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """A block of what ``docs/measured`` holds."""
        path = DOCS / "measured" / f"{self.options['file']}.txt"
        self.env.note_dependency(str(path))
        lines = path.read_text(encoding="utf-8").splitlines()
        first = next((n for n, line in enumerate(lines) if self.options.get("from", "") in line), 0)
        shown = "\n".join(lines[:1] + lines[max(first, 1) :])
        block = nodes.literal_block(shown, shown)
        block["language"] = "none"
        if "open" in self.options:
            return [block]
        head = f"<details><summary><code>{escape(self.arguments[0])}</code></summary>"
        return [nodes.raw("", head, format="html"), block, nodes.raw("", "</details>", format="html")]


class Citation(SphinxDirective):
    """What ``CITATION.cff`` says, as an entry of biblatex."""

    def run(self) -> list[nodes.Node]:
        """The entry."""
        path = ROOT / "CITATION.cff"
        self.env.note_dependency(str(path))
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
        names = (one.get("name") or f"{one['family-names']}, {one['given-names']}" for one in said["authors"])
        entry = {
            "author": f"{{{' and '.join(names)}}}",
            "title": f"{{{said['title']}}}",
            "version": said["version"],
            "date": str(said["date-released"]),
            "note": f"Software, {said['license']}",
        }
        text = "@software{riwaya,\n" + "".join(f"  {key} = {{{value}}},\n" for key, value in entry.items()) + "}"
        block = nodes.literal_block(text, text)
        block["language"] = "bibtex"
        return [block]


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.add_directive("measured", Measured)
    app.add_directive("printed", Printed)
    app.add_directive("citation", Citation)
    app.add_directive("labels", LabelTable)
    app.add_directive("presets", PresetTable)
    app.add_directive("settings", SettingTable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
