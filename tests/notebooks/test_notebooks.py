"""Every shipped notebook runs from top to bottom, in a folder of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from workbench.app.notebook_files import notebooks_home

NOTEBOOKS = sorted(notebooks_home().glob("*.ipynb"))


@pytest.mark.filterwarnings("ignore")  # what the kernel's own libraries warn of is not ours
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_runs(path: Path, tmp_path: Path):
    copy = shutil.copy(path, tmp_path)
    notebook = nbformat.read(copy, as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(tmp_path)}}).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert not [output for output in outputs if output.output_type == "error"]
    assert not [output for output in outputs if output.get("name") == "stderr" and "Warning" in output.text]
