"""The style sheets of the views lie over each other on one page: no view styles a class that another one uses."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2] / "widgets"
SHARED = {"core", "page"}
"""What is styled for all."""


def test_no_two_views_style_one_class():
    rooms = defaultdict(set)
    for path in ROOT.glob("*/*.css"):
        text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for selectors in re.findall(r"([^{}]+)\{", text):
            for selector in selectors.split(","):
                classes = re.findall(r"\.(rw-[\w-]+)", selector)
                if len(classes) == 1 and path.parent.name not in SHARED:
                    rooms[classes[0]].add(path.parent.name)
    assert len(rooms) > 100
    assert {name: sorted(found) for name, found in rooms.items() if len(found) > 1} == {}


def test_no_view_restyles_what_is_styled_for_all():
    core = set()
    for path in (ROOT / "core").glob("*.css"):
        core |= set(re.findall(r"\.(rw-[\w-]+)", path.read_text(encoding="utf-8")))
    alone = re.compile(r"^\.(rw-[\w-]+)$")
    found = {
        (path.parent.name, name[1])
        for path in ROOT.glob("*/*.css")
        if path.parent.name not in SHARED
        for selectors in re.findall(r"([^{}]+)\{", path.read_text(encoding="utf-8"))
        for selector in selectors.split(",")
        if (name := alone.match(selector.strip())) and name[1] in core
    }
    assert found == set()
