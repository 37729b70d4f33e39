"""The views in Notebook 7 and in Voila: drawn, linked, heard by Python, in both languages, asking nobody outside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

from tests.browser.lab import Lab, running
from tests.browser.stories import PROMISE
from tests.browser.test_lab import TELL
from tests.browser.visit import Visit

Open = Callable[..., Visit]

PATIENCE = 60_000
VIEWS = """import ipywidgets
found = {"entities": story.entities, "quotes": story.quotes, "overlap": story.overlap}
whole = wb.Workbench(story.corpus, language="en", **found)
said = ipywidgets.HTML()
whole.observe(lambda _: setattr(said, "value", whole.selection.to_html()), "selected")
display(
    wb.EntityNetwork(story.entities, language="ar"),
    wb.OverlapHeatmap(story.overlap, language="ar"),
    wb.QuoteFinder(story.quotes, language="ar"),
    wb.Reader(story.corpus, language="ar"),
    wb.Timeline(story.corpus, quotes=story.quotes, overlap=story.overlap, language="ar"),
    whole,
    said,
)"""
WRITTEN = "ميناء الواحة يعود إلى العمل\n\nأعلن سالم الورداني عودة ميناء الواحة إلى العمل صباح الأحد.\n"
OWN = {"notebook": ("reading 'schema'",), "voila": ("net::ERR_NAME_NOT_RESOLVED",)}
"""What an application complains of without Riwaya: Notebook of a setting, Voila of style sheets out of reach."""
ICONS = "/npm/@fortawesome/"
"""The style sheets of icons that the pages of Voila ask another machine for; the views use none of them."""


def server(application: str, home: Path) -> Iterator[Lab]:
    if find_spec(application) is None:
        pytest.skip(f"{application} is not installed: pip install {application}")
    with running(home, application) as started:
        yield started


@pytest.fixture(scope="module")
def notebook(chromium: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    yield from server("notebook", tmp_path_factory.mktemp("notebook"))


@pytest.fixture(scope="module")
def voila(chromium: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    yield from server("voila", tmp_path_factory.mktemp("voila"))


def complaints(page: Page) -> list[str]:
    """Gathers the errors that the console of a page shows from now on."""
    shown: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            shown.append(message.text)

    page.on("console", hear)
    return shown


def ours(shown: list[str], application: str) -> list[str]:
    return [text for text in shown if not any(known in text for known in OWN[application])]


def run(page: Page, lab: Lab) -> None:
    """The menu's Run > Run All Cells of Notebook, once its kernel is connected: before, it asks which one to take."""
    for _ in range(PATIENCE // 500):
        kernels = page.request.get(f"{lab.address}/api/kernels").json()
        if any(kernel["connections"] and kernel["execution_state"] == "idle" for kernel in kernels):
            break
        page.wait_for_timeout(500)
    expect(page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]")).to_be_visible(timeout=PATIENCE)
    for name in ("Run", "Run All Cells"):
        page.get_by_role("menuitem", name=name, exact=True).click()


def every_view_is_drawn(reader: Visit) -> bool:
    """Every view shows of the story what it is for, those alone in Arabic, the workbench in English."""
    views = reader.page.locator(".jp-OutputArea .rw-root.rw-pane")
    expect(views).to_have_count(6, timeout=PATIENCE)
    assert views.evaluate_all("all => all.map(({ lang, dir }) => lang + dir)") == ["arrtl"] * 5 + ["enltr"]
    network, heatmap, finder, texts, times, workbench = views.all()
    expect(network.locator(".rw-name")).to_have_count(4, timeout=PATIENCE)
    expect(heatmap.locator("[data-row]").first).to_be_attached()
    expect(finder.locator(".rw-quote-row")).to_have_count(3)
    expect(texts.locator(".rw-page h3")).to_have_text("ميناء الواحة يعود إلى العمل")
    expect(times.locator(".rw-tl-outlet").first).to_be_attached()
    expect(workbench.get_by_role("tab", name="Who is named")).to_be_visible()
    reader.root = ".jp-OutputArea .rw-root:has(.rw-stage)"
    network.scroll_into_view_if_needed()
    reader.spot("--rw-per")
    return True


def linked(reader: Visit) -> bool:
    """A name chosen in one view stands out in the others, and Python says where it stands."""
    page = reader.page
    page.locator(".rw-name").filter(has_text="سالم الورداني").first.click()
    expect(page.locator(".rw-quote-row.rw-by-selected")).to_have_count(2)
    expect(page.locator(".rw-crumb bdi").first).to_have_text("سالم الورداني")
    expect(page.locator("table.dataframe td").filter(has_text="Salem al-Wardani")).to_have_count(1, timeout=PATIENCE)
    page.locator(".rw-quote-row").first.click()
    expect(page.locator("table.dataframe td").filter(has_text=PROMISE)).to_have_count(1, timeout=PATIENCE)
    return True


def test_notebook_7_shows_all_views_linked(notebook: Lab, visit: Open, tmp_path: Path) -> None:
    address = notebook.notebook("views.ipynb", [TELL, VIEWS])
    reader = visit("about:blank")
    shown = complaints(reader.page)
    reader.page.goto(address)
    run(reader.page, notebook)
    assert every_view_is_drawn(reader)
    reader.picture(tmp_path / "notebook.png")
    assert linked(reader)
    reader.failures[:] = ours(reader.failures, "notebook")
    assert ours(shown, "notebook") == []


def test_notebook_7_compares_a_folder_in_a_tab_of_its_own(notebook: Lab, visit: Open) -> None:
    folder = notebook.folder / "stories" / "صحف"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(WRITTEN, encoding="utf-8")
    reader = visit(f"{notebook.address}/tree/stories")
    page = reader.page
    page.locator(".jp-DirListing-item[data-isdir=true]").click(button="right")
    with page.context.expect_page() as opened:
        page.locator(".lm-Menu-item", has_text="Compare coverage in this folder").click()
    report = opened.value.locator(".jp-CodeCell").first.locator(".jp-OutputArea-output")
    expect(report).to_contain_text("a.txt", timeout=PATIENCE)
    reader.failures[:] = ours(reader.failures, "notebook")


def test_voila_shows_all_views_linked(voila: Lab, visit: Open, tmp_path: Path) -> None:
    address = voila.notebook("views.ipynb", [TELL, VIEWS])
    reader = visit("about:blank")
    shown = complaints(reader.page)
    reader.page.goto(address)
    assert every_view_is_drawn(reader)
    reader.picture(tmp_path / "voila.png")
    assert linked(reader)
    reader.page.locator(".rw-pin").click()
    expect(reader.page.locator(".rw-tray-count")).to_have_text("1")
    reader.outside[:] = [url for url in reader.outside if ICONS not in url]
    assert ours(shown, "voila") == []
