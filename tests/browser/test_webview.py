"""What VS Code gives a widget through anywidget is enough for every view: no Lab, no other machine, a strict policy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Frame, Route, expect

from tests.browser import webview
from tests.browser.axe import grave, told
from tests.browser.stories import Story
from tests.browser.visit import Visit
from tests.views import made, view_names

Open = Callable[..., Visit]

CLICKED = """globalThis.clicked = [];
document.addEventListener("click", ({ target }) => {
  if (target instanceof HTMLAnchorElement && target.href.startsWith("blob:")) clicked.push(target.download);
})"""
"""Hears of the clicks on files as VS Code does, which saves these and no others."""


def opened(visit: Open, story: Story) -> tuple[Visit, Frame]:
    """All views in a webview, those alone in Arabic, the workbench in English."""
    found = {"corpus": story.corpus, "entities": story.entities, "quotes": story.quotes, "overlap": story.overlap}
    views = [made(name, found, language="en" if name == "Workbench" else "ar") for name in view_names()]
    bodies = {"": webview.outer(), "inner": webview.inner(views)}

    def serve(route: Route) -> None:
        route.fulfill(body=bodies[route.request.url.removeprefix(webview.ORIGIN)], content_type="text/html")

    reader = visit("about:blank", width=1300, height=900)
    reader.page.route(f"{webview.ORIGIN}**", serve)
    reader.page.goto(webview.ORIGIN)
    frame = reader.page.frame(url=f"{webview.ORIGIN}inner")
    assert frame is not None
    expect(frame.locator(".rw-root.rw-pane")).to_have_count(len(views))
    return reader, frame


def test_every_view_lives_on_the_contract_of_anywidget(visit: Open, story: Story, tmp_path: Path) -> None:
    reader, frame = opened(visit, story)
    expect(frame.locator(".rw-stage canvas").last).to_be_visible()
    expect(frame.locator(".rw-heatmap [data-row]").first).to_be_attached()
    expect(frame.locator(".rw-tl-outlet").first).to_be_attached()
    frame.locator(".rw-name").filter(has_text="سالم الورداني").first.click()
    expect(frame.locator(".rw-quote-row.rw-by-selected")).to_have_count(2)
    expect(frame.locator(".rw-crumb bdi")).to_have_text("سالم الورداني")
    frame.locator(".rw-pin").click()
    reader.picture(tmp_path / "webview.png")
    noted = frame.evaluate("noted")
    assert noted["violations"] == noted["missing"] == []
    chosen = [one for one in noted["saved"] if one["changed"].get("selected", {}).get("entity")]
    assert {one["number"] for one in chosen} == set(range(len(view_names())))
    assert any(one["changed"].get("tray") for one in noted["saved"])


def test_the_tray_is_saved_through_the_editor(visit: Open, story: Story) -> None:
    reader, frame = opened(visit, story)
    frame.evaluate(CLICKED)
    frame.locator(".rw-name").last.click()
    frame.locator(".rw-pin").click()
    frame.locator(".rw-tray-open").click()
    save = frame.locator(".rw-tray-exports")
    with reader.page.expect_download() as markdown:
        save.get_by_role("button", name="Markdown", exact=True).click()
    assert "# " in Path(markdown.value.path()).read_text(encoding="utf-8")
    save.get_by_role("button", name="Word", exact=True).click()
    asked = frame.wait_for_function("noted.sent.find(({ content }) => content.ask === 'tray.docx')").json_value()
    with reader.page.expect_download() as word:
        frame.evaluate("([one, value]) => answer(one, value)", [asked, "UEs="])
    assert Path(word.value.path()).read_bytes() == b"PK"
    assert frame.evaluate("clicked") == ["riwaya-evidence.md", "riwaya-evidence.docx"]


def test_the_colours_are_those_of_the_editor(visit: Open, story: Story) -> None:
    _, frame = opened(visit, story)
    root = frame.locator(".rw-root.rw-pane").first
    expect(root).to_have_css("background-color", "rgb(31, 31, 31)")
    assert "monospace" not in root.evaluate("element => getComputedStyle(element).fontFamily")
    found = grave(frame, '{ include: [".rw-root"] }')
    assert not found, told(found)
