"""Every shipped notebook runs from top to bottom in a folder of its own, and its folded answers are right."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.notebooks.answers import FOLDED, NOTEBOOKS, answers_of, checks, load, number_of
from workbench.samples.exercises import KEY, key

PATIENCE = 300
IDS = [path.stem for path in NOTEBOOKS]
every = pytest.mark.parametrize("path", NOTEBOOKS, ids=IDS)


def run(path: Path, folder: Path) -> tuple[nbformat.NotebookNode, str]:
    """A notebook as a reader runs it, and what its last cell says once the folded answers are there."""
    notebook = load(Path(shutil.copy(path, folder)))
    last = next(cell for cell in notebook.cells if checks(cell))
    client = NotebookClient(notebook, timeout=PATIENCE, resources={"metadata": {"path": str(folder)}})
    with client.setup_kernel():
        for index, cell in enumerate(notebook.cells):
            client.execute_cell(cell, index)
        solved = [nbformat.v4.new_code_cell(answers_of(notebook)), nbformat.v4.new_code_cell(last.source)]
        count = len(notebook.cells)
        notebook.cells.extend(solved)
        for index, cell in enumerate(solved, start=count):
            client.execute_cell(cell, index)
        del notebook.cells[count:]
    return notebook, "".join(output.data["text/plain"] for output in solved[1].outputs if "data" in output)


@pytest.mark.filterwarnings("ignore")  # what the kernel's own libraries warn of is not ours
@every
def test_notebook_runs_and_its_answers_are_right(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("RIWAYA_ARTICLES", "2000")  # 09 makes as many articles as this says
    notebook, said = run(path, tmp_path)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert not [output for output in outputs if output.output_type == "error"]
    assert not [output for output in outputs if output.get("name") == "stderr" and "Warning" in output.text]
    lines = said.splitlines()
    asked = key(number_of(path))
    assert len(lines) == len(asked) + 1
    wrong = [line for line in lines[:-1] if not line.endswith((": right.", ": صحيح."))]
    assert not wrong, "\n".join(wrong)


@every
def test_notebook_is_built_like_the_others(path: Path):
    """A goal, the time it takes, exercises with folded answers, a last cell that checks; no outputs, no ids twice."""
    notebook = load(path)
    nbformat.validate(notebook)
    text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert notebook.cells[0].source.lstrip().startswith(("# ", '<div dir="rtl">\n\n# '))
    for words in (("**Goal.**", "**الهدف.**"), ("**Time.**", "**المدة.**"), ("**Why.**", "**لماذا.**")):
        assert any(word in notebook.cells[0].source for word in words), words
    assert FOLDED.search(text)
    assert checks(code[-1])
    assert "import workbench as wb" in code[0].source
    assert not [cell for cell in code if cell.outputs or cell.execution_count]
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)
    for number in range(1, len(key(number_of(path))) + 1):
        assert any(f"answer_{number} = None" in cell.source for cell in code), f"question {number} has no cell"


@every
def test_arabic_notebooks_are_written_from_right_to_left(path: Path):
    if path.parent.name != "ar":
        pytest.skip("an English one")
    for cell in load(path).cells:
        if cell.cell_type == "markdown":
            assert cell.source.startswith('<div dir="rtl">\n\n')
            assert cell.source.rstrip().endswith("</div>")


def test_every_notebook_has_its_key_and_every_key_its_notebook():
    import tomllib

    assert set(tomllib.loads(KEY.read_text(encoding="utf-8"))) == {number_of(path) for path in NOTEBOOKS}
