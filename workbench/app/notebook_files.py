"""The curated notebooks: where they stand, and a copy of them in the user's folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from workbench.errors import WorkbenchError

__all__ = ["copy_notebooks", "notebooks_home"]


def notebooks_home() -> Path:
    """The folder of the notebooks: in the installed package, or at the project's root in a working copy."""
    package = Path(__file__).parent / "notebooks"
    project = Path(__file__).parents[2] / "notebooks"
    for folder in (package, project):
        if any(folder.glob("*.ipynb")):
            return folder
    raise WorkbenchError("the notebooks are not installed.", hint="reinstall with `pip install riwaya`.")


def copy_notebooks(target: Path) -> tuple[list[Path], list[Path]]:
    """Copies the notebooks into a folder: those that were copied, and those that stood there and were kept."""
    target.mkdir(parents=True, exist_ok=True)
    copied, kept = [], []
    for notebook in sorted(notebooks_home().glob("*.ipynb")):
        place = target / notebook.name
        if place.exists():
            kept.append(place)
        else:
            shutil.copyfile(notebook, place)
            copied.append(place)
    return copied, kept
