"""The documentation: built with warnings as errors, whole, and asking no other host for anything."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

import workbench as wb
from workbench.errors import MissingBundleError
from workbench.extractors.entities.result import Entities
from workbench.extractors.overlap.result import Overlap
from workbench.extractors.quotes.result import Quotes
from workbench.widgets.bundle import bundle

pytest.importorskip("sphinx", reason='the documentation needs pip install -e ".[docs]"')
pytest.importorskip("myst_nb", reason='the documentation needs pip install -e ".[docs]"')

ROOT = Path(__file__).parents[2]
LONGEST = 600
"""Seconds that a build may take on a busy machine that compiles the kernels too; without both it takes some fifteen."""
ASKED = ("script[@src]", "link[@href]", "img[@src]", "iframe[@src]", "source[@src]", "video[@src]", "audio[@src]")
HOST = re.compile(r"(?:https?:)?//[\w.-]+\.\w+")
FETCHED = re.compile(r"(?:@import|url\(|\bsrc=|import\s*\(|fetch\(|importScripts\()\s*[\"']?\s*(?:https?:)?//", re.I)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as the README says, elsewhere."""
    out = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-E", "-b", "html"]
    done = subprocess.run(
        [*command, "-d", str(out / "trees"), "docs", str(out / "html")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return out / "html"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, html.HtmlElement]:
    """The pages of the site by their places, the live demonstration aside."""
    found = [path for path in site.rglob("*.html") if path.parent.name != "live"]
    return {path: html.parse(path, html.HTMLParser(encoding="utf-8")).getroot() for path in sorted(found)}


def test_site_has_its_parts(site: Path):
    parts = ("index", "demo", "quality", "glossary", "cite", "ar/index", "notebooks/index", "search", "genindex")
    assert [name for name in parts if not (site / f"{name}.html").exists()] == []


def test_no_page_asks_another_host(site: Path, pages: dict[Path, html.HtmlElement]):
    for path, tree in pages.items():
        asked = [one.get("src") or one.get("href") for name in ASKED for one in tree.xpath(f"//{name}")]
        assert [address for address in asked if HOST.match(address)] == [], path
    for path in [*site.rglob("*.css"), *site.rglob("*.js")]:
        assert not FETCHED.search(path.read_text(encoding="utf-8")), path


def test_no_link_inside_leads_nowhere(pages: dict[Path, html.HtmlElement]):
    ids = {path: set(tree.xpath("//@id")) for path, tree in pages.items()}
    broken = []
    for path, tree in pages.items():
        for address in tree.xpath("//a/@href | //img/@src | //iframe/@src | //link/@href | //script/@src"):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            missing = not target.exists()
            stray = parts.fragment and target in ids and unquote(parts.fragment) not in ids[target]
            if missing or (stray and target.name != "search.html"):
                broken.append(f"{path.name}: {address}")
    assert broken == []


def test_every_public_name_has_its_entry(pages: dict[Path, html.HtmlElement]):
    ids = {one for tree in pages.values() for one in tree.xpath("//dt/@id | //section/@id | //span/@id")}
    assert [name for name in wb.__all__ if not {f"workbench.{name}", f"module-workbench.{name}"} & ids] == []


@pytest.mark.parametrize(
    "name",
    ["entities.result.Entities.merge", "quotes.result.Quotes.agreement", "overlap.result.Overlap.flow"],
)
def test_results_are_told_with_what_they_inherit(pages: dict[Path, html.HtmlElement], name: str):
    assert any(tree.xpath(f"//dt[@id='workbench.extractors.{name}']") for tree in pages.values())


def test_parameters_stand_in_a_list_of_their_own(site: Path):
    tree = html.parse(site / "reference" / "overlap.html").getroot()
    (entry,) = tree.xpath("//dl[dt[@id='workbench.overlap']]/dd")
    listed = [one.text_content() for one in entry.xpath(".//li//strong")]
    assert {"k", "gap", "cap", "workspace"} <= set(listed)
    assert "----" not in entry.text_content()


def test_views_are_told_with_what_makes_them(site: Path):
    tree = html.parse(site / "reference" / "views.html").getroot()
    given = {one.text_content() for one in tree.xpath("//em[@class='sig-param']/span[@class='n']")}
    assert {"corpus", "entities", "tray"} <= given
    assert not {"args", "kwargs"} & given


@pytest.mark.parametrize("name", ["docstrings", "gathering"])
def test_tools_do_what_their_examples_say(name: str):
    command = [sys.executable, "-m", "doctest", str(ROOT / "docs" / "tools" / f"{name}.py")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_results_are_told_without_what_makes_them(site: Path):
    text = (site / "reference" / "entities.html").read_text(encoding="utf-8")
    assert "workbench.extractors.entities.result.Entities" in text
    assert "held:" not in html.fromstring(text.encode()).text_content()


def test_what_pages_name_is_there():
    things = {
        "wb": wb,
        "corpus": wb.Corpus,
        "entities": Entities,
        "quotes": Quotes,
        "overlap": Overlap,
        "view": wb.Workbench,
        "figure": wb.figures.Figure,
    }
    kept = {"mentions", "table", "pairs", "passages", "boilerplate", "capped", "reworded", "report"}  # by constructors
    named = re.compile(rf"(?<![\w./-])({'|'.join(things)})\.([a-z]\w*)\b")
    gathered = {"_build", "notebooks", "samples", "teaching"}
    pages = [path for path in (ROOT / "docs").rglob("*.md") if not gathered & {*path.relative_to(ROOT).parts}]
    found = {match.groups() for path in pages for match in named.finditer(path.read_text(encoding="utf-8"))}
    found -= {(thing, ending) for thing in things for ending in ("md", "html", "csv", "py")}
    gone = {f"{thing}.{name}" for thing, name in found if name not in kept and not hasattr(things[thing], name)}
    assert len(found) > 60
    assert gone == set()


def test_columns_are_those_of_the_frames(site: Path):
    corpus = wb.samples.phone_call()
    entities = wb.entities(corpus)
    quotes = wb.quotes(corpus, entities)
    overlap = wb.overlap(corpus)
    lineage, (a, b) = quotes.lineages["lineage"].iloc[0], quotes.table["quote"].iloc[:2]
    frames = {
        "corpus.table": corpus.table,
        "corpus.blocks": corpus.blocks,
        "corpus.report.table": corpus.report.table,
        "corpus.report.inputs": corpus.report.inputs,
        "quotes.diff(a, b)": quotes.diff(a, b),
        "quotes.silent(lineage)": quotes.silent(lineage),
        "overlap.unique(outlet)": overlap.unique(corpus.sources[0]),
    }
    for name in ("mentions", "table", "roles", "sides", "unresolved", "dropped", "edits"):
        frames[f"entities.{name}"] = getattr(entities, name)
    for name in ("nodes", "edges", "evidence"):
        frames[f"entities.{name}()"] = getattr(entities, name)()
    for name in ("table", "lineages", "rejected", "judgements"):
        frames[f"quotes.{name}"] = getattr(quotes, name)
    for name in ("wordings", "agreement", "disagreements"):
        frames[f"quotes.{name}()"] = getattr(quotes, name)()
    for name in ("pairs", "passages", "boilerplate", "capped"):
        frames[f"overlap.{name}"] = getattr(overlap, name)
    frames["overlap.flow()"] = overlap.flow()
    tree = html.parse(site / "reference" / "columns.html").getroot()
    rows = [[one.text_content() for one in row.xpath("td[1]//code | td[2]//code")] for row in tree.xpath("//tr[td]")]
    told = {row[0]: row[1:] for row in rows if row}
    assert {name: told.get(name) for name in frames} == {name: list(frame.columns) for name, frame in frames.items()}


def test_arabic_pages_run_from_right_to_left(site: Path, pages: dict[Path, html.HtmlElement]):
    for path, tree in pages.items():
        arabic = "ar" in path.relative_to(site).parts[:-1]
        assert (tree.get("dir"), tree.get("lang")) == (("rtl", "ar") if arabic else (None, "en")), path
    assert any("ar" in path.relative_to(site).parts for path in pages)


def test_pages_are_read_by_keyboard_and_by_ear(pages: dict[Path, html.HtmlElement]):
    for path, tree in pages.items():
        assert not tree.xpath("//article//pre[not(@tabindex)]"), path
        assert not tree.xpath("//*[@role='heading'][not(@aria-level)]"), path
        assert not tree.xpath("//img[not(@alt)]"), path


def test_live_demonstration_is_there_where_it_can_be(site: Path):
    try:
        bundle("page")
    except MissingBundleError:
        assert not (site / "live").exists()
        assert "live/" not in (site / "index.html").read_text(encoding="utf-8")
        return
    for page, code in (("index.html", "en"), ("ar/index.html", "ar"), ("demo.html", "en")):
        text = (site / page).read_text(encoding="utf-8")
        assert f"live/phone-call-{code}.html" in text, page
    assert 'dir="rtl"' in (site / "live" / "phone-call-ar.html").read_text(encoding="utf-8")[:400]
