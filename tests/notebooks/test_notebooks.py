"""Every shipped notebook runs from top to bottom in a folder of its own, its answers are right, and Lab shows it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.sign import NotebookNotary
from playwright.sync_api import Page, expect

from tests.browser.lab import Lab, running
from tests.browser.visit import Visit
from tests.notebooks.answers import FOLDED, NOTEBOOKS, answers_of, checks, load, number_of
from workbench.samples.exercises import KEY, key

PATIENCE = 300
VIEW = "application/vnd.jupyter.widget-view+json"
STEPS, MOMENT = 60, 250
"""Screens that a notebook has at most, and the milliseconds in which Lab draws one."""
SEEN = 30_000
"""Milliseconds until Lab shows a notebook."""
FAULTS = ", ".join(
    f'.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.{kind}"]' for kind in ("error", "stderr")
)
LAID_OUT = """() => {
  const panel = document.querySelector(".jp-WindowedPanel-outer");
  return panel !== null && panel.scrollHeight > 2 * panel.clientHeight;
}"""
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
        client.set_widgets_metadata()
        solved = [nbformat.v4.new_code_cell(answers_of(notebook)), nbformat.v4.new_code_cell(last.source)]
        count = len(notebook.cells)
        notebook.cells.extend(solved)
        for index, cell in enumerate(solved, start=count):
            client.execute_cell(cell, index)
        del notebook.cells[count:]
    return notebook, "".join(output.data["text/plain"] for output in solved[1].outputs if "data" in output)


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], tuple[nbformat.NotebookNode, str]]:
    """Runs a notebook when it is first asked for."""
    done: dict[Path, tuple[nbformat.NotebookNode, str]] = {}

    def once(path: Path) -> tuple[nbformat.NotebookNode, str]:
        if path not in done:
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("RIWAYA_ARTICLES", "2000")  # 09 makes as many articles as this says
                done[path] = run(path, tmp_path_factory.mktemp(path.stem))
        return done[path]

    return once


@pytest.mark.filterwarnings("ignore")  # what the kernel's own libraries warn of is not ours
@every
def test_notebook_runs_and_its_answers_are_right(path: Path, executed: Callable):
    notebook, said = executed(path)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert not [output for output in outputs if output.output_type == "error"]
    assert not [output for output in outputs if output.get("name") == "stderr" and "Warning" in output.text]
    lines = said.splitlines()
    assert len(lines) == len(key(number_of(path))) + 1
    wrong = [line for line in lines[:-1] if not line.endswith((": right.", ": صحيح."))]
    assert not wrong, "\n".join(wrong)


@pytest.fixture(scope="module")
def lab(chromium: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with running(tmp_path_factory.mktemp("lab")) as started:
        yield started


@pytest.mark.browser
@pytest.mark.filterwarnings("ignore")
@every
def test_lab_shows_the_notebook_without_an_error(
    path: Path, executed: Callable, lab: Lab, visit: Callable[..., Visit], tmp_path: Path
):
    """As it stands after it was run: every view drawn, no error, nothing on the error stream, no formatted warning."""
    notebook = executed(path)[0]
    NotebookNotary(data_dir=str(lab.folder.parent / "data")).sign(notebook)
    nbformat.write(notebook, lab.folder / path.name)
    address = f"{lab.address}/lab/tree/{path.name}?reset"
    page = visit(address).page
    page.wait_for_function(LAID_OUT, timeout=SEEN)
    views = any(VIEW in output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", []))
    if not all_drawn(page):
        # On a busy machine Lab may draw a cell before it has read the widgets' state, and not again after it has: whoever
        # sees that opens the page anew. What is still not drawn then is a fault of ours. (To reload it instead would ask
        # whether to leave what was not saved.)
        page = visit(address).page
        page.wait_for_function(LAID_OUT, timeout=SEEN)
        assert all_drawn(page)
    page.screenshot(path=tmp_path / f"{path.stem}.png")
    if views:
        drawn = page.locator(".jp-OutputArea :is(.rw-root, .jupyter-widgets)")
        expect(drawn.first).to_be_attached(timeout=SEEN)


def all_drawn(page: Page) -> bool:
    """Whether every widget of a notebook is drawn, soon after it comes into sight; faults of other kinds fail at once."""
    for end in down(page):
        assert page.locator(FAULTS).count() == 0
        try:
            expect(page.get_by_text("Error displaying widget")).to_have_count(0, timeout=SEEN)
        except AssertionError:
            return False
        if end:
            break
    return True


def down(page: Page) -> Iterator[bool]:
    """Scrolls through a notebook, since Lab draws cells as they come into sight; whether the end is reached."""
    panel = page.locator(".jp-WindowedPanel-outer").first
    for _ in range(STEPS):
        page.wait_for_timeout(MOMENT)
        yield panel.evaluate("one => one.scrollTop + one.clientHeight >= one.scrollHeight - 2")
        panel.evaluate("one => { one.scrollTop += 0.8 * one.clientHeight; }")


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
