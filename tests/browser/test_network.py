"""The network: compared, filtered, focused and put right, by mouse and keyboard, with the counts that Python gives."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.lab import Lab
from tests.browser.networks import Network
from tests.browser.stories import Story
from tests.browser.visit import Visit
from workbench.corpus.beside import EDITS

Open = Callable[..., Visit]

DAFFA, SAHEL, HARBOUR = "صحيفة الضفة", "نشرة الساحل", "Harbour Post"
SALEM, HANAA, SALIM = "سالم الورداني", "هناء الكيلاني", "سليم الورداني"
PAGES = {
    "one": f"وصول سفينة\n\nقال {SALEM} إن السفينة وصلت إلى ميناء الواحة. والتقى {SALEM} {HANAA} في دمشق.",
    "two": f"سفينة ثانية\n\nأعلنت {HANAA} وصول السفينة. وقال {SALIM} إن {HANAA} حضرت. وزارت {HANAA} دمشق.",
}
NAMED = """import workbench as wb
corpus = wb.load("pages", progress=False)
entities = wb.entities(corpus)
network = wb.EntityNetwork(entities, language="en", height=640)
network"""
LATE = (
    """window.setTimeout = ((real) => (act, ms, ...rest) => real(act, ms === 300 ? 2000 : ms, ...rest))(setTimeout)"""
)
IMAGE = """async (canvas) => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return canvas.toDataURL();
}"""
TWICE = "from tests.browser.stories import harbour\nimport workbench as wb\ntold = harbour().entities"


def opened(visit: Open, address: str, **options: int) -> Network:
    return Network(visit(address, **options))


def test_the_picture_stands_before_vis_network_comes_and_stays_as_it_is(visit: Open, pages: dict[str, str]) -> None:
    network = opened(visit, pages["en"])
    network.page.add_init_script(LATE)
    network.page.reload()
    first = network.root.locator(".rw-still").evaluate(IMAGE)
    expect(network.root.locator(".rw-still")).to_have_count(0)
    assert network.root.locator(".vis-network canvas").evaluate(IMAGE) == first


def test_panels_share_places_and_a_name_lights_in_all(visit: Open, pages: dict[str, str]) -> None:
    network = opened(visit, pages["en"])
    network.show("compare")
    assert network.panels().all_inner_texts() == [DAFFA, SAHEL, HARBOUR]
    before = [network.picture_of(outlet) for outlet in (DAFFA, SAHEL, HARBOUR)]
    network.visit.choose_name(SALEM)
    after = [network.picture_of(outlet) for outlet in (DAFFA, SAHEL, HARBOUR)]
    assert all(one != other for one, other in zip(before, after, strict=True))
    expect(network.visit.detail()).to_contain_text(SALEM)
    network.root.locator(".rw-outlet-chip").filter(has_text=HARBOUR).get_by_role("button").click()
    assert network.panels().all_inner_texts() == [DAFFA, SAHEL]
    network.root.get_by_label("Add an outlet").select_option(HARBOUR)
    expect(network.panels()).to_have_count(3)


def test_a_difference_is_that_of_the_entities(visit: Open, pages: dict[str, str], story: Story) -> None:
    network = opened(visit, pages["en"])
    network.show("difference")
    network.root.locator("select.rw-side-b").select_option(SAHEL)
    expected = story.entities.difference(DAFFA, SAHEL)
    assert network.groups() == {**dict.fromkeys(("a", "b", "both"), 0), **Counter(expected.nodes["only"])}
    assert set(network.listed("b")) == set(expected.nodes.query("only == 'b'")["name"])
    assert network.root.get_by_text(f"{expected.units_a} in A").is_visible()
    network.show("ties")
    assert network.groups() == {**dict.fromkeys(("a", "b", "both"), 0), **Counter(expected.edges["only"])}
    network.root.locator('[data-only="b"]').press("Enter")
    expect(network.root.locator('[data-group="b"]')).to_have_count(0)
    expect(network.root.locator('[data-only="b"]')).to_be_focused()


def test_two_periods_are_compared_by_keyboard(visit: Open, pages: dict[str, str], story: Story) -> None:
    network = opened(visit, pages["en"])
    root = network.root
    network.show("difference")
    root.get_by_role("radio", name="Outlets").press("ArrowRight")
    expect(root.get_by_role("radio", name="Periods")).to_be_focused()
    side = root.get_by_role("group", name="A:")
    first, last = side.get_by_label("A: From", exact=True), side.get_by_label("A: To", exact=True)
    expect(first).to_have_value("2025-02-12")
    last.fill("2025-02-12")
    expect(last).to_be_focused()
    root.get_by_label("B: From", exact=True).fill("2025-02-13")
    expected = story.entities.difference({"until": "2025-02-12"}, {"since": "2025-02-13"})
    assert network.groups() == {**dict.fromkeys(("a", "b", "both"), 0), **Counter(expected.nodes["only"])}
    for only in ("a", "b", "both"):
        assert set(network.listed(only)) == set(expected.nodes.query(f"only == '{only}'")["name"])
    assert root.get_by_text(f"{expected.units_a} in A").is_visible()
    root.get_by_role("button", name="Swap A and B").press("Enter")
    assert network.groups()["a"] == Counter(expected.nodes["only"])["b"]
    network.visit.open_filters()
    root.locator(".rw-network-source").select_option(DAFFA)
    alone = story.entities.difference(
        {"since": "2025-02-13", "sources": DAFFA}, {"until": "2025-02-12", "sources": DAFFA}
    )
    assert network.groups() == {**dict.fromkeys(("a", "b", "both"), 0), **Counter(alone.nodes["only"])}
    root.get_by_label("B: To", exact=True).fill("2025-02-28")
    expect(root.locator(".rw-side-note")).to_contain_text("Articles in both periods: 1")


def test_filters_count_as_the_graph_does(visit: Open, pages: dict[str, str], story: Story) -> None:
    network = opened(visit, pages["en"])

    def shows(**asked: object) -> None:
        graph = story.entities.graph(**asked)
        assert network.figures() == (len(graph), graph.number_of_edges())

    shows()
    network.slide("alpha", 1)
    shows(significance=0.5)
    network.slide("alpha", 0)
    network.slide("weight", 1)
    shows(min_weight=2)
    network.slide("weight", 0)
    network.root.locator(".rw-network-since").fill("2025-02-13")
    shows(since="2025-02-13")
    network.root.locator(".rw-network-source").select_option(DAFFA)
    shows(since="2025-02-13", sources=DAFFA)
    expect(network.root.locator(".rw-network-open")).to_contain_text("2")


def test_where_filters_leave_nothing_one_button_clears_them(visit: Open, pages: dict[str, str]) -> None:
    network = opened(visit, pages["en"])
    network.slide("minimum", 4)
    network.root.locator(".rw-network-source").select_option(HARBOUR)
    clear = network.root.locator(".rw-network-empty button")
    expect(clear).to_be_visible()
    clear.click()
    assert len(network.visit.names()) == 4
    expect(network.root.locator(".rw-network-open")).to_have_text("Filters")


def test_two_clicks_on_a_node_leave_its_neighbours_and_a_way_back(visit: Open, pages: dict[str, str]) -> None:
    network = opened(visit, pages["en"])
    network.visit.only_names_with(4)
    network.page.mouse.dblclick(*network.visit.spot("--rw-per"))
    bar = network.root.locator(".rw-focus-bar")
    expect(bar).to_contain_text(SALEM)
    bar.get_by_role("radio", name="2 steps").click()
    bar.get_by_role("button", name="Show all").click()
    expect(bar).to_have_count(0)


def test_the_picture_is_walked_by_keyboard(visit: Open, pages: dict[str, str]) -> None:
    network = opened(visit, pages["en"])
    network.root.locator(".rw-stage").focus()
    network.page.keyboard.press("ArrowRight")
    largest = network.visit.names()[0]
    expect(network.root.locator(".rw-stages [role=status]")).to_contain_text(largest)
    network.page.keyboard.press("Enter")
    expect(network.root.locator(".rw-detail-name")).to_contain_text(largest)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_control_is_in_sight_in_a_narrow_pane(visit: Open, pages: dict[str, str], language: str) -> None:
    network = opened(visit, pages[language], width=900, height=700)
    for mode in ("network", "compare", "difference"):
        network.show(mode)
        network.visit.open_filters()
        network.root.locator(".rw-network-open").scroll_into_view_if_needed()
        box = network.root.bounding_box()
        assert box
        for control in network.root.locator(":is(button, select, input):visible").all():
            own = control.bounding_box()
            assert own
            assert own["x"] >= box["x"] - 1, control.evaluate("(one) => one.outerHTML")
            assert own["x"] + own["width"] <= box["x"] + box["width"] + 1, control.evaluate("(one) => one.outerHTML")


@pytest.fixture(scope="module")
def pages_of_lab(lab: Lab) -> Lab:
    """The folder of these tests, with the pages that their notebooks read."""
    folder = lab.folder / "pages"
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return lab


def correcting(desk: Desk, name: str, cells: list[str], height: int = 1000) -> Network:
    """The network of a new notebook in Lab, drawn."""
    network = Network(desk.run(name, cells, width=1500, height=height))
    expect(network.root.locator(".rw-stage canvas").first).to_be_visible(timeout=90_000)
    return network


def kept(lab: Lab) -> list[str]:
    """The corrections in the file beside the corpus."""
    path: Path = lab.folder / "pages" / EDITS
    text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    return [row["action"] for row in csv.DictReader(io.StringIO(text, newline=""))]


def test_names_are_put_right_and_kept_beside_the_corpus(desk: Desk, pages_of_lab: Lab, tmp_path: Path) -> None:
    network = correcting(desk, "correct.ipynb", [NAMED])
    network.visit.choose_name(SALEM)
    network.correct()
    network.root.locator(f'.rw-merge[data-merge="{SALIM}"]').click()  # by mouse
    expect(network.visit.detail()).to_contain_text("Mentions: 3", timeout=30_000)
    assert kept(pages_of_lab) == ["merge"]
    name = network.root.locator(".rw-correct-name")
    name.fill("سالم بن وليد الورداني")  # by keyboard
    name.press("Enter")
    expect(network.root.locator(".rw-detail-name")).to_contain_text("سالم بن وليد الورداني", timeout=30_000)
    expect(name).to_be_focused()
    network.root.locator(".rw-correct-type").select_option("ORG")
    expect(network.root.locator(".rw-detail-facts")).to_contain_text("Organisation", timeout=30_000)
    network.visit.picture(tmp_path / "corrected.png")
    assert kept(pages_of_lab) == ["merge", "rename", "retype"]
    for left in (2, 1, 0):
        network.root.locator(".rw-network-undo").press("Enter")
        expect(network.root.locator(".rw-network-undo")).to_be_focused(timeout=30_000)
        network.page.wait_for_function("() => true")
        network.page.wait_for_timeout(300)
        assert len(kept(pages_of_lab)) == left
    expect(network.visit.detail()).to_contain_text("Mentions: 2", timeout=30_000)
    network.root.locator(".rw-network-redo").press("Enter")
    expect(network.visit.detail()).to_contain_text("Mentions: 3", timeout=30_000)


def test_what_python_refuses_is_said_with_its_hint(desk: Desk, pages_of_lab: Lab) -> None:
    network = correcting(desk, "refused.ipynb", [NAMED])
    network.slide("minimum", 1)
    network.visit.choose_name(HANAA)
    network.correct()
    network.root.locator(".rw-correct-name").press("Enter")
    expect(network.root.get_by_role("alert")).to_contain_text("is called", timeout=30_000)
    network.root.locator(".rw-correct-drop").click()
    expect(network.root.locator(".rw-detail")).to_have_count(0, timeout=30_000)
    assert HANAA not in network.visit.names()
    assert (
        network.root.locator(".rw-network-minimum").get_attribute("aria-valuetext") == "Mentions: \u20682\u2069 or more"
    )
    network.root.locator(".rw-network-undo").click()
    expect(network.root.locator(".rw-name").first).to_contain_text(HANAA, timeout=30_000)


def test_several_names_are_picked_and_merged(desk: Desk, pages_of_lab: Lab) -> None:
    network = correcting(desk, "several.ipynb", [NAMED])
    before = len(network.visit.names())
    network.root.locator(".rw-name").filter(has_text=HANAA).click(modifiers=["Control"])
    network.root.locator(".rw-name-picked").filter(has_text="دمشق").get_by_role("checkbox").check()
    network.root.locator(".rw-pick-kept").select_option(HANAA)
    network.root.locator(".rw-pick-merge").click()
    expect(network.root.locator(".rw-detail-name")).to_contain_text(HANAA, timeout=30_000)
    network.root.locator(".rw-back").click()
    assert len(network.visit.names()) == before - 1
    network.root.locator(".rw-network-undo").click()
    expect(network.root.locator(".rw-name")).to_have_count(before, timeout=30_000)


def test_two_networks_on_a_page_do_not_hear_each_other(desk: Desk, pages_of_lab: Lab) -> None:
    cells = [
        TWICE,
        'wb.EntityNetwork(told, language="en", height=500)',
        'wb.EntityNetwork(told, language="en", height=500)',
    ]
    network = correcting(desk, "twice.ipynb", cells, height=1400)
    stages = network.page.locator(".rw-stage .vis-network canvas")
    expect(stages).to_have_count(2, timeout=90_000)
    still = stages.nth(1).evaluate("(canvas) => canvas.toDataURL()")
    network.page.get_by_role("button", name="Zoom in").first.click()
    network.page.wait_for_timeout(300)
    assert stages.nth(1).evaluate("(canvas) => canvas.toDataURL()") == still
