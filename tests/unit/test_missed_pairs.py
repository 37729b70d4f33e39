"""The causes for which pairs of wordings are missed: each counts once, and all of them are the missed ones."""

from __future__ import annotations

import pytest

from tests.build import article_of
from tests.eval import missed_pairs
from tests.eval.missed_pairs import causes
from workbench.corpus import Corpus
from workbench.extractors.entities import entities
from workbench.extractors.quotes import quotes

TEXT = "قال سامر الكردي إن الجسر القديم سيفتح أمام الشاحنات غداً. وصفق الحاضرون طويلاً في آخر اللقاء."
OTHERS = ["سيفتح الجسر القديم", "المدرسة", "42 شاحنة"]


@pytest.fixture(name="story")
def _story(monkeypatch: pytest.MonkeyPatch):
    class Everybody:
        def __init__(self, *_: object) -> None: ...

        def right(self, wanted: str, _: str) -> bool:
            return wanted == "سامر الكردي"

    monkeypatch.setattr(missed_pairs, "Judge", Everybody)
    corpus = Corpus([article_of(TEXT, name="a")])
    return corpus, quotes(corpus, entities(corpus, progress=False), progress=False)


def gold(text: str, speaker: str = "سامر الكردي", statement: str = "k") -> dict[str, str]:
    start = max(TEXT.find(text), 0)
    found = {"article": "a", "start": str(start), "end": str(start + len(text))}
    return {**found, "text": text, "speaker": speaker, "statement": statement}


@pytest.mark.parametrize(
    ("one", "other", "rows", "cause"),
    [
        (gold("الجسر القديم"), gold("وصفق الحاضرون"), {0: 0}, "not found"),
        (gold("الجسر القديم"), gold("الشاحنات"), {0: 0}, "found in part"),
        (gold("الجسر القديم"), gold("الشاحنات", "غيره"), {0: 0, 1: 0}, "another speaker"),
        (gold("الجسر القديم"), gold("الشاحنات"), {0: 0, 1: 0}, "no word in common"),
        (gold("الجسر القديم"), gold(OTHERS[0]), {0: 0, 1: 0}, "one within the other"),
        (gold("الجسر القديم غداً"), gold("سيفتح الجسر"), {0: 0, 1: 0}, "other words"),
        (gold("43 شاحنة"), gold(OTHERS[2]), {0: 0, 1: 0}, "numbers differ"),
    ],
)
def test_causes(story, one: dict[str, str], other: dict[str, str], rows: dict[int, int], cause: str):
    corpus, found = story
    assert len(found.table)
    apart = {at: f"l{at}" for at in rows}
    assert causes(None, corpus, [one, other], found, rows, apart) == {cause: 1}
    assert not causes(None, corpus, [one, {**other, "statement": "m"}], found, rows, apart)
    assert not causes(None, corpus, [one, other], found, rows, {0: "l1", 1: "l1"})
