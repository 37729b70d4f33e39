"""Full names that only another article of the corpus announces."""

from __future__ import annotations

import pytest

from tests.build import article_of
from workbench.corpus import Corpus
from workbench.extractors.entities import entities


def named(*texts: str, language: str = "ar") -> list[tuple[str, str, str]]:
    pages = Corpus([article_of(text, name=f"p{at}", language=language) for at, text in enumerate(texts)])
    found = entities(pages, tagger=False, edits=False, progress=False).mentions
    return list(zip(found["article"], found["text"], found["rule"], strict=True))


def test_a_name_that_another_article_announces_is_found_without_a_title() -> None:
    announced = "أكد رئيس اللجنة الطاهر الزلفاوي أن الملف ناقص."
    alone = "في المكتب علب كثيرة. الطاهر الزلفاوي ينام أربع ساعات، والزلفاوي لا يشكو."
    assert not [one for one in named(alone) if one[1] == "الطاهر الزلفاوي"]
    found = named(announced, alone)
    assert ("p1", "الطاهر الزلفاوي", "elsewhere") in found
    assert ("p1", "الزلفاوي", "surname") in found


def test_what_is_attached_to_the_name_stays_outside() -> None:
    found = named("قالت الوزيرة ريما السندسي إنها مستعدة.", "وريما السندسي أول من وصل، ولريما السندسي رأي آخر.")
    assert [one[1] for one in found if one[0] == "p1"] == ["ريما السندسي", "ريما السندسي"]


def test_a_role_right_before_it_is_its_title() -> None:
    pages = Corpus(
        [
            article_of("قال وزير العدل الطاهر الزلفاوي إن الملف ناقص.", name="p0"),
            article_of("وصل المدير العام الطاهر الزلفاوي أمس.", name="p1"),
        ]
    )
    found = entities(pages, tagger=False, edits=False, progress=False).mentions
    (row,) = found[(found["article"] == "p1") & (found["text"] == "الطاهر الزلفاوي")].to_dict("records")
    assert pages["p1"].text[row["phrase_start"] : row["phrase_end"]] == "المدير العام الطاهر الزلفاوي"


@pytest.mark.parametrize("text", ["الطاهر. الزلفاوي وصل", "الطاهر والزلفاوي وصلا", "الطاهر الزلفاوية وصلت"])
def test_other_words_are_not_the_name(text: str) -> None:
    assert "elsewhere" not in [one[2] for one in named("قال رئيس اللجنة الطاهر الزلفاوي إن الملف ناقص.", text)]


def test_capitals_count_in_a_script_that_has_them() -> None:
    found = named(
        "Minister Grace Holloway said so.", "grace holloway is a street band; Grace Holloway is not.", language="en"
    )
    assert [one[1] for one in found if one[0] == "p1"] == ["Grace Holloway"]
