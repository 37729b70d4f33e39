"""Who is named in short passages of ordinary newspaper style (``newspaper.py``)."""

from __future__ import annotations

from collections import defaultdict

import pytest

from tests.build import article_of
from tests.unit.newspaper import PASSAGES, Passage
from workbench.corpus import Corpus
from workbench.extractors.entities import Entities, entities

WEAK = {
    "ar: kunya": "a kunya that stands before the full name, told by ``واسمه الكامل``",
    "en: company without a head word that is no person": "nothing tells that foods are what a company sells",
    "en: broadcaster": "nothing tells that TV is a channel",
}
"""Passages that are not read rightly yet, and why."""


def case(passage: Passage) -> object:
    """A passage as a parameter; one that is not read rightly yet must fail."""
    marks = [pytest.mark.xfail(reason=WEAK[passage.name], strict=True)] if passage.name in WEAK else []
    return pytest.param(passage, id=passage.name, marks=marks)


def groups(found: Entities, kind: str) -> set[frozenset[str]]:
    """The different texts that name each entity of a type."""
    own = found.mentions[(found.mentions["type"] == kind) & (found.mentions["rule"] != "role")]
    texts: dict[str, set[str]] = defaultdict(set)
    for text, entity in zip(own["text"], own["entity"], strict=True):
        texts[entity].add(text)
    return {frozenset(one) for one in texts.values()}


def wanted(names: tuple[str, ...]) -> set[frozenset[str]]:
    return {frozenset(one.split(" = ")) for one in names}


@pytest.mark.parametrize("passage", [case(one) for one in PASSAGES])
def test_who_is_named(passage: Passage):
    article = article_of(passage.text, language=passage.language)
    found = entities(Corpus([article]), edits=False, progress=False)
    assert groups(found, "PER") == wanted(passage.people)
    assert groups(found, "ORG") == wanted(passage.bodies)
