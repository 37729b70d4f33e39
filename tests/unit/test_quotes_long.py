"""A page takes work by its length: neither thousands of marks nor a paragraph without end take it by their square.

Work is counted in calls, which are the same on every machine; seconds are measured by ``tests.benchmarks.extractors``.
"""

from __future__ import annotations

import sys
from itertools import count

import pytest

from tests.build import article_of
from workbench.corpus import Corpus
from workbench.extractors.entities import entities
from workbench.extractors.quotes.named import Named
from workbench.extractors.quotes.rows import all_read

MARKED = "قال الوزير سامر الديراني «إن الخطة الثانية جاهزة للتنفيذ» أمس. "
REPORTED = "أكد الوزير سامر الديراني أن العمل في مدينة السدرة مستمر وأضاف المتحدث باسم الشركة أن المشروع قائم، "
WITHIN = "جملة عن «الخطة» الجديدة. "
TITLED = "Mr. Samir Haddad said that the plan, which Dr. A. B. Smith saw, was ready and Mrs. Jones told reporters "
FEW = 100
TIMES = 4
MOST = 4.5
"""How many times the calls four times as much may take: sixteen would be the square."""


@pytest.mark.parametrize(
    ("text", "language", "rows"), [(MARKED, "ar", 1), (REPORTED, "ar", 2), (WITHIN, "ar", 0), (TITLED, "en", 1)]
)
def test_four_times_the_page_takes_about_four_times_the_work(text: str, language: str, rows: int):
    named = Named(entities(Corpus([article_of("لا أحد هنا.", name="other")]), progress=False))
    small, large = (article_of(text * times, name="p", language=language) for times in (FEW, FEW * TIMES))
    _read(small, named)
    least, _ = _read(small, named)
    took, found = _read(large, named)
    assert took < MOST * least
    assert found >= rows * FEW


def _read(article, named: Named) -> tuple[int, int]:
    """How many calls reading ``article`` took, of Python's functions and of those written in C, and its rows."""
    calls = count()
    before = sys.getprofile()
    sys.setprofile(lambda frame, event, _: next(calls) if event.endswith("call") else None)
    try:
        ((found, _),) = all_read([article], named)
    finally:
        sys.setprofile(before)
    return next(calls), len(found)
