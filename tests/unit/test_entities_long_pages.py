"""Pages that name very many people, or have very many roles, take about twice the work where they are twice as long."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from tests.benchmarks.entities_corpus import GIVEN, Maker
from tests.build import article_of
from workbench.corpus import Corpus
from workbench.extractors.entities import entities

MOST = 3.0
"""How much more is called for twice the page: 2 where work is in step with it, 4 where each is held against each."""


def people(count: int, side: int) -> list[str]:
    """The full names of so many made-up people."""
    maker = Maker(iter(()), seed=3)
    return [maker.person().full(side, maker.dice) for _ in range(count)]


def namesakes(count: int) -> str:
    given = [GIVEN[number % len(GIVEN)][0] + " " + GIVEN[number // len(GIVEN)][0] for number in range(count)]
    return " ".join(f"قال {one} القرمشلي ذلك. وأضاف القرمشلي أنه سيعود." for one in given)


PAGES: dict[str, tuple[str, Callable[[int], str]]] = {
    "lines of ministers": ("ar", lambda n: "\n".join(f"وزير الدفاع {one}" for one in people(n, 0))),
    "ministers, then the minister": (
        "ar",
        lambda n: " ".join(f"قال وزير الدفاع {one} ذلك." for one in people(n, 0)) + " وأضاف الوزير أنه سيعود." * n,
    ),
    "former ministers": (
        "ar",
        lambda n: " ".join(f"قال وزير الدفاع السابق {one} ذلك، وأضاف الوزير السابق." for one in people(n, 0)),
    ),
    "a list of names": ("ar", lambda n: "، ".join(people(n, 0)) + "."),
    "one body": ("ar", lambda n: "قالت شركة الصواري للنقل إن الصواري ستدفع. " * n),
    "lawyers": ("en", lambda n: " ".join(f"{one}, the lawyer, left. The lawyer stayed." for one in people(n, 1))),
}


def calls(text: str, language: str) -> int:
    """How many calls it takes to read a page, of functions of Python and of others."""
    corpus, count = Corpus([article_of(text, language=language)]), 0

    def profile(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    entities(corpus, edits=False)  # words are known, lists are laid out
    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        entities(corpus, edits=False)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", PAGES)
def test_a_page_twice_as_long_takes_about_twice_the_work(name: str) -> None:
    language, page = PAGES[name]
    assert calls(page(120), language) < MOST * calls(page(60), language)


def test_namesakes_of_one_surname_take_no_more_than_each_with_each() -> None:
    assert calls(namesakes(80), "ar") < 5 * calls(namesakes(40), "ar")
