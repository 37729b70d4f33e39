"""The outlets of a corpus as bodies in each other's pages, and people who are called by their given names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.build import article_of
from workbench.corpus import Article, Corpus
from workbench.extractors.entities import Entities, entities


def page(text: str, source: str, language: str = "ar") -> Article:
    return replace(article_of(text, name=source, language=language), source=source)


def named(*pages: Article) -> Entities:
    return entities(Corpus(list(pages)), edits=False, progress=False)


OTHER = page("هطل المطر على الساحل طوال الليل.", "دفاتر الشط")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("كتبت «دفاتر الشط» أن المطر توقف.", True),
        ("قالت لـ«دفاتر الشط» إن المطر توقف.", True),
        ("وذكرت صحيفة دفاتر الشط أن المطر توقف.", True),
        ("وجد الصيادون دفاتر الشط القديمة مبللة.", False),
    ],
)
def test_an_outlet_is_named_where_marks_or_a_word_say_so(text: str, *, found: bool):
    mentions = named(OTHER, page(text, "بريد الظهيرة")).mentions
    own = mentions[mentions["article"].str.contains("بريد")]
    assert ("دفاتر الشط" in set(own[own["type"] == "ORG"]["text"])) is found


def test_an_outlet_is_known_without_its_article_and_in_another_script():
    english = page("Rain fell on the coast.", "The Tamarisk Post", "en")
    arabic = page("نشرت «تاماريسك بوست» خبرا عن المطر.", "بريد الظهيرة")
    other = page("The claim stood in the Tamarisk Post first.", "Harbour Ledger", "en")
    table = named(english, arabic, other).table
    row = table[table["name"] == "Tamarisk Post"].iloc[0]  # two of the three pages are in English
    assert (row["type"], row["articles"], row["aliases"]) == ("ORG", 2, ["تاماريسك بوست"])


def test_a_given_name_alone_is_the_one_whom_the_article_names_in_full():
    text = "قال نعمان الزوارقي إن البحر واسع. وخرج نعمان إلى البحر. قال نعمان إن السمك قليل."
    table = named(page(text, "بريد الظهيرة")).table
    assert list(table[table["type"] == "PER"]["name"]) == ["نعمان الزوارقي"]


def test_a_given_name_in_passing_does_not_turn_the_story_to_its_bearer():
    text = (
        "قال الصياد نعمان الزوارقي إن البحر واسع.\n\nووقف سامر الزوارقي، أمين الصندوق، الذي لا تجمعه بنعمان قرابة."
        " وقال الزوارقي إن الثلج قليل."
    )
    mentions = named(page(text, "بريد الظهيرة")).mentions
    assert list(mentions[mentions["text"] == "الزوارقي"]["entity"]) == ["سامر الزوارقي"]


@pytest.mark.parametrize("text", ["فتحت المكالمة باباً كان مغلقاً.", "وجدنا النص موسوماً بكلمة واحدة."])
def test_an_adverbial_ending_is_no_end_of_a_place(text: str):
    assert list(named(page(text, "بريد الظهيرة")).table["name"]) == []
