"""The curated notebooks, and a notebook on somebody's own pages: copied, run and signed before Lab opens them.

A notebook that has been run here keeps its outputs and the state of its widgets, so that JupyterLab shows the linked
views at once, before any cell is run again. Signing marks the outputs as trusted, with the user's own notary.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from workbench.errors import WorkbenchError

__all__ = ["copy_notebooks", "notebook_for", "notebooks_home", "run_notebook"]

PATIENCE = 600  # seconds that one cell may take

TEMPLATE = """
# {title}

The pages of `{pages}`, read by Riwaya. Click a name, a cell or a quotation: the reader opens at the sentence that it
came from.

The views below were drawn before the notebook opened and work as they are; a broken link over one says that Python does
not hear what you select until you run its cell (Run ▸ Run All Cells).
---
import workbench as wb

corpus = wb.load({path!r})
corpus.report
---
wb.Workbench(corpus)
---
# The same as tables, to go on with.
entities = wb.entities(corpus)
quotes = wb.quotes(corpus, entities)
overlap = wb.overlap(corpus)
quotes.table
"""


def notebooks_home() -> Path:
    """The folder of the notebooks: in the installed package, or at the project's root in a working copy."""
    package = Path(__file__).parent / "notebooks"
    project = Path(__file__).parents[2] / "notebooks"
    for folder in (package, project):
        if any(folder.glob("*.ipynb")):
            return folder
    raise WorkbenchError("the notebooks are not installed.", hint="reinstall with `pip install riwaya`.")


def copy_notebooks(target: Path) -> tuple[list[Path], list[Path]]:
    """Copies the notebooks, those of a language's folder too: those that were copied, and those that were kept."""
    home = notebooks_home()
    copied, kept = [], []
    for notebook in (*sorted(home.glob("*.ipynb")), *sorted(home.glob("[a-z]*/*.ipynb"))):
        place = target / notebook.relative_to(home)
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.exists():
            kept.append(place)
        else:
            shutil.copyfile(notebook, place)
            copied.append(place)
    return copied, kept


def notebook_for(pages: str, target: Path) -> Path:
    """A new notebook in a folder that shows the workbench on somebody's own pages.

    Raises
    ------
    LoadError: there is no readable page.
    """
    import nbformat

    from workbench.loaders import load

    load(pages, progress=False)  # an empty or missing folder is an error here, not in a cell
    path = Path(pages).expanduser()
    resolved = str(path.resolve() if path.exists() else path.absolute())
    title = "".join(c if c.isalnum() else " " for c in path.stem).strip() or "Riwaya"
    values = {"title": title, "pages": pages, "path": resolved}
    intro, *sources = TEMPLATE.strip().split("\n---\n")
    cells = [nbformat.v4.new_markdown_cell(intro.format(**values))]
    cells += [nbformat.v4.new_code_cell(source.format(**values)) for source in sources]
    target.mkdir(parents=True, exist_ok=True)
    place = _free(target / f"{title}.ipynb")
    nbformat.write(nbformat.v4.new_notebook(cells=cells), place)
    return place


def _free(path: Path) -> Path:
    """The path, or with the first number behind its name that no file has yet."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def run_notebook(path: Path) -> None:
    """Run a notebook in place, keep its outputs and the state of its widgets, and sign it as the user's own.

    What is compiled once on a machine is compiled before, so that its bar is seen here and is not kept in the notebook.

    Raises
    ------
    WorkbenchError: a cell failed; the notebook keeps what was done until then.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError
    from nbformat.sign import NotebookNotary

    from workbench.extractors.overlap.extract import ready

    ready()
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=PATIENCE, resources={"metadata": {"path": str(path.parent)}})
    client.extra_arguments = ["--IPKernelApp.log_level=40"]  # errors; its warnings are for those who run servers
    try:
        client.execute()
    except CellExecutionError as error:
        raise WorkbenchError(f"{path.name}: a cell failed: {error.evalue}", hint="open it and run it.") from error
    finally:
        NotebookNotary().sign(notebook)
        nbformat.write(notebook, path)
