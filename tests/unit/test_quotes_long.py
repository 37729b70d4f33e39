"""A page takes time by its length: neither thousands of marks nor a paragraph without end take it by their square."""

from __future__ import annotations

from time import process_time

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
FEW = 300
TIMES = 4
MOST = 9.0
"""How many times as long four times as much may take: sixteen would be the square."""


@pytest.mark.parametrize(
    ("text", "language", "rows"), [(MARKED, "ar", 1), (REPORTED, "ar", 2), (WITHIN, "ar", 0), (TITLED, "en", 1)]
)
def test_four_times_the_page_takes_about_four_times_as_long(text: str, language: str, rows: int):
    named = Named(entities(Corpus([article_of("لا أحد هنا.", name="other")]), progress=False))
    small, large = (article_of(text * times, name="p", language=language) for times in (FEW, FEW * TIMES))
    _read(small, named)
    least = min(_read(small, named)[0] for _ in range(2))
    took, found = _read(large, named)
    assert took < MOST * least
    assert found >= rows * FEW


def _read(article, named: Named) -> tuple[float, int]:
    start = process_time()
    ((found, _),) = all_read([article], named)
    return process_time() - start, len(found)
