"""The folded answers of the notebooks, and the cells around them."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat

from workbench.app.notebook_files import notebooks_home

__all__ = ["FOLDED", "NOTEBOOKS", "answers_of", "checks", "load", "number_of"]

HOME = notebooks_home()
NOTEBOOKS = [*sorted(HOME.glob("*.ipynb")), *sorted(HOME.glob("[a-z]*/*.ipynb"))]
FOLDED = re.compile(r"<details>.*?</details>", flags=re.DOTALL)
CODE = re.compile(r"```python\n(.*?)```", flags=re.DOTALL)


def load(path: Path) -> nbformat.NotebookNode:
    return nbformat.read(path, as_version=4)


def number_of(path: Path) -> str:
    """The number in a notebook's name: "03" of ``03-who-is-named.ipynb``."""
    return path.stem.split("-")[0]


def answers_of(notebook: nbformat.NotebookNode) -> str:
    """The code that is folded away: what gives every answer of the exercises."""
    folded = [part for cell in notebook.cells if cell.cell_type == "markdown" for part in FOLDED.findall(cell.source)]
    return "\n".join(code for part in folded for code in CODE.findall(part))


def checks(cell: nbformat.NotebookNode) -> bool:
    """Whether a cell compares a reader's answers with the key."""
    return cell.cell_type == "code" and "wb.samples.check(" in cell.source
