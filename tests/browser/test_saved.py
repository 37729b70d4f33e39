"""A saved notebook: small enough to send, seen without running, and readable where nothing can draw a view."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.sign import NotebookNotary
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.lab import ROOT
from tests.views import view_names
from workbench.errors import MissingBundleError
from workbench.widgets.bundle import bundle
from workbench.widgets.instead import COUNTED
from workbench.widgets.language import labels

MOST = 2_000_000
"""Bytes of a notebook with every view of the sample corpus, each with its own code: what is still mailed."""
SETUP = """import workbench as wb
from tests.views import found_in, made
found = found_in(wb.samples.phone_call())"""
STATE = "application/vnd.jupyter.widget-state+json"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notebook with every view, run and kept with the state of its widgets."""
    try:
        bundle("workbench")
    except MissingBundleError as error:
        pytest.skip(str(error))
    path = tmp_path_factory.mktemp("saved") / "all-views.ipynb"
    sources = [SETUP, *(f"made({name!r}, found, language='ar')" for name in view_names())]
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT))
        NotebookClient(book, timeout=300, resources={"metadata": {"path": str(path.parent)}}).execute()
    nbformat.write(book, path)
    return path


@pytest.mark.filterwarnings("ignore")  # what the kernel's own libraries warn of is not ours
def test_a_notebook_with_every_view_can_be_sent(saved: Path) -> None:
    assert STATE in nbformat.read(saved, as_version=4).metadata["widgets"]
    assert saved.stat().st_size < MOST, f"{saved.stat().st_size:,} bytes"


@pytest.mark.filterwarnings("ignore")
def test_a_view_says_in_words_what_it_shows_and_how_to_see_it(saved: Path) -> None:
    words = labels("ar")["sections"]
    cells = nbformat.read(saved, as_version=4).cells[1:]
    assert len(cells) == len(view_names())
    for cell in cells:
        data = next(output.data for output in cell.outputs if "text/plain" in output.get("data", {}))
        for said in (data["text/plain"], data["text/html"]):
            assert words["messages"][COUNTED["articles"]].format(n=10) in said
            assert words["saved"]["sources_n"].format(n=9) in said
            assert words["saved"]["run_again"] in said
        assert data["text/html"].startswith('<p lang="ar" dir="rtl">')


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("signed", [True, False])
def test_lab_shows_the_views_or_what_they_show_before_anything_runs(saved: Path, desk: Desk, *, signed: bool) -> None:
    name = f"signed-{signed}.ipynb"
    book = nbformat.read(saved, as_version=4)
    book.cells.append(nbformat.v4.new_markdown_cell(name))  # a signature holds for every notebook with the same cells
    if signed:  # as its user's own, else as one that somebody sent
        NotebookNotary(data_dir=str(desk.lab.home / "data")).sign(book)
    nbformat.write(book, desk.lab.folder / name)
    page = desk.open(name).page
    views = page.locator(".jp-OutputArea .rw-root.rw-pane")  # the evidence panel of Lab is one too
    words = page.get_by_text(labels("ar")["sections"]["saved"]["run_again"])
    shown, hidden = (views, words) if signed else (words, views)
    expect(shown.first).to_be_visible(timeout=90_000)
    expect(hidden).to_have_count(0)
