"""The two halves agree: the generated contract, the labels the views ask for, and what the browser code may do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbench.languages import packs
from workbench.widgets.contract import COMMAND, TARGET, contract

WIDGETS = Path(__file__).parents[2] / "widgets"
SOURCES = [
    path
    for path in sorted(WIDGETS.rglob("*"))
    if path.suffix in {".ts", ".css", ".mjs"} and "node_modules" not in path.parts
]
VIEWS = [path for path in SOURCES if path.suffix == ".ts" and not path.name.endswith(".test.ts")]
LABEL = re.compile(r'\blabel(?:Text)?\(\s*[\w.#]*labels,\s*"(\w+)",\s*"(\w+)"')
STATE = re.compile(r'\bemptyState\(\s*[\w.#]*labels,\s*"(\w+)"')

ids = [str(path.relative_to(WIDGETS)) for path in VIEWS]


def test_the_contract_is_up_to_date():
    assert TARGET.read_text(encoding="utf-8") == contract(), f"run `{COMMAND}`"


def test_every_label_that_a_view_asks_for_is_in_every_pack():
    asked = set()
    for path in VIEWS:
        text = path.read_text(encoding="utf-8")
        asked |= set(LABEL.findall(text)) | {("messages", key) for key in STATE.findall(text)}
    assert len(asked) > 20
    missing = {
        (pack.code, section, key) for pack in packs() for section, key in asked if key not in pack.ui.get(section, {})
    }
    assert not missing


@pytest.mark.parametrize("path", VIEWS, ids=ids)
def test_no_text_ever_becomes_html(path):
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|\beval\("
    assert not re.findall(forbidden, path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", [path for path in SOURCES if path.suffix == ".css"], ids=lambda path: path.name)
def test_style_sheets_know_no_left_and_no_right(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    physical = (
        r"(?:margin|padding|border)-(?:left|right)|^\s*(?:left|right)\s*:|(?:text-align|float)\s*:\s*(?:left|right)"
    )
    assert not re.findall(physical, text, flags=re.MULTILINE)


@pytest.mark.parametrize("path", [path for path in SOURCES if path.suffix == ".css"], ids=lambda path: path.name)
def test_style_sheets_stay_within_the_views(path):
    """But for the one that sets text in Arabic right in notebooks, which speaks of Lab's own rendered text alone."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    selectors = re.findall(r"(?:^|\})\s*([^{}@]+?)\s*\{", text)
    own_page = {":root", "body"} if path.name == "page.css" else set()
    frames = re.compile(r"^(?:from|to|\d+%)$")
    mark = ".jp-Rendered" if path.name == "written.css" else "rw-"
    stray = [one for one in selectors if mark not in one and one not in own_page and not frames.match(one)]
    assert not stray
    assert "http" not in text
    assert "@import" not in text
