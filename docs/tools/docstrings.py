"""The docstrings of this project as Sphinx reads them.

They are numpy's in their sections, but an entry is one line, ``name: what it is``, with its continuation indented;
types stand in the signature. Each section becomes a field with a list of its entries.
"""

from __future__ import annotations

import re

from sphinx.application import Sphinx
from sphinx.util import inspect

from workbench.app.preview import Shown
from workbench.corpus import LoadReport
from workbench.extractors.entities.difference import Difference
from workbench.extractors.entities.result import Entities
from workbench.extractors.overlap.result import Overlap
from workbench.extractors.quotes.result import Quotes
from workbench.figures import Figure
from workbench.widgets.base import View

__all__ = ["rendered", "setup"]

GIVEN = (Difference, Entities, Figure, LoadReport, Overlap, Quotes, Shown)
"""Classes that functions give back: how they are made is nobody's business."""
SECTIONS = ("Parameters", "Attributes", "Returns", "Raises")
ENTRY = re.compile(r"^(\*?\*?[A-Za-z_][\w.]*(?:, [A-Za-z_][\w.]*)*): (.*)$")


def rendered(lines: list[str]) -> list[str]:
    """The lines of a docstring with its sections as fields of reStructuredText.

    >>> rendered(["A count.", "", "Parameters", "----------", "corpus: the articles,", "    all of them.", "", "End."])
    ['A count.', '', ':Parameters:', '    * **corpus**: the articles,', '      all of them.', '', 'End.']
    """
    made: list[str] = []
    position = 0
    while position < len(lines):
        underlined = position + 1 < len(lines) and set(lines[position + 1]) == {"-"}
        if lines[position] in SECTIONS and underlined:
            own = _section(lines, position + 2)
            made += [f":{lines[position]}:", *_entries(own), ""]
            position += 2 + len(own)
            while position < len(lines) and not lines[position]:
                position += 1
        else:
            made.append(lines[position])
            position += 1
    return made


def _section(lines: list[str], start: int) -> list[str]:
    """The lines of a section: up to the next one, or to a paragraph behind an empty line that is no entry."""
    end = start
    while end < len(lines):
        behind = lines[end + 1] if end + 1 < len(lines) else ""
        if not lines[end] and not (ENTRY.match(behind) or behind.startswith(" ")):
            break
        end += 1
    return lines[start:end]


def _entries(lines: list[str]) -> list[str]:
    made = []
    for line in lines:
        found = ENTRY.match(line)
        if found:
            names = ", ".join(f"**{name}**" for name in found[1].replace("*", r"\*").split(", "))
            made.append(f"    * {names}: {found[2]}")
        elif line.startswith(" "):
            made.append(f"      {line.strip()}")
        else:
            made.append(f"    {line}" if line else "")
    return made


def _process(app: Sphinx, what: str, name: str, thing: object, options: object, lines: list[str]) -> None:
    lines[:] = rendered(lines)


def _signature(app: Sphinx, what: str, name: str, thing: object, *rest: object) -> tuple[str, str] | None:
    """How a view is made, which widgets hide behind a ``__new__`` that takes everything; nothing of what is given."""
    if thing in GIVEN:
        return "", ""
    if not (isinstance(thing, type) and issubclass(thing, View)):
        return None
    own = inspect.signature(thing.__init__, bound_method=True)
    return inspect.stringify_signature(own, show_return_annotation=False, unqualified_typehints=True), ""


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.connect("autodoc-process-docstring", _process)
    app.connect("autodoc-process-signature", _signature)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
