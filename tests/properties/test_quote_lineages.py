"""Differences point into both texts whatever these hold, and groups do not depend on the order of the articles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.test_quote_lineages import table
from workbench.extractors.quotes.lineages import lineages
from workbench.languages import pack
from workbench.text.tokens import tokens
from workbench.text.worddiff import Change, Side, word_diff

WORDS = [
    *(
        "الجسر",
        "وللجسر",
        "بالجسر",
        "جسر",
        "أغلق",
        "أغلقنا",
        "سيُغلق",
        "ﷲ",
        "ـ",
        "بنّاءة",
        "بناء",
        "42",
        "اثنتان",
        "وأربعون",
        "لن",
        "لا",
    ),
    *(
        "the",
        "bridge",
        "bridge's",
        "won't",
        "forty-two",
        "U.S",
        "\u200f",
        "\u0301",
        "«",
        "»",
        ".",
        "،",
        "\n",
        "\U0001f600",
        "و",
    ),
]
texts = st.one_of(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), st.text(max_size=60))
languages = st.sampled_from(["ar", "en"])


def inside(changes: Sequence[Change], a: Side, b: Side) -> None:
    """Every span lies in its side, and no word stands in two of them or in none."""
    for side, spans in (
        (a, [(one.a_start, one.a_end) for one in changes]),
        (b, [(one.b_start, one.b_end) for one in changes]),
    ):
        assert all(side.start <= start <= end <= side.end for start, end in spans)
        told = sorted(span for span in spans if span[0] < span[1])
        assert all(before[1] <= after[0] for before, after in pairwise(told))
        for word in tokens(side.text, side.language, start=side.start, end=side.end):
            assert all(
                any(start <= place < end for start, end in told)
                for place in range(word.start, word.end)
                if side.text[place].isalnum()
            )


@given(texts, texts, languages, languages)
@settings(deadline=None, max_examples=300)
def test_differences_point_into_both_texts(one: str, other: str, first: str, second: str):
    a = Side(f"قبل {one} بعد", pack(first), 4, 4 + len(one))
    b = Side(other, pack(second), 0, len(other))
    changes = word_diff(a, b)
    inside(changes, a, b)
    for change in changes:
        left, right = a.text[change.a_start : change.a_end], b.text[change.b_start : change.b_end]
        assert (change.op == "cut") <= (not right)
        assert (change.op == "added") <= (not left)
        assert bool(left) or bool(right)
        if change.op in ("changed", "moved", "same", "spelling"):
            assert left
            assert right


@given(texts, languages)
@settings(deadline=None)
def test_a_text_differs_in_nothing_from_itself(text: str, language: str):
    side = Side(text, pack(language), 0, len(text))
    assert {one.op for one in word_diff(side, side)} <= {"same"}


@given(texts, texts, languages)
@settings(deadline=None)
def test_both_directions_agree_whether_anything_is_the_same(one: str, other: str, language: str):
    a, b = Side(one, pack(language), 0, len(one)), Side(other, pack(language), 0, len(other))
    ways = word_diff(a, b), word_diff(b, a)
    words = [
        sum(len(tokens(s.text, s.language, start=c.a_start, end=c.a_end)) for c in way if c.op in ("same", "spelling"))
        for way, s in zip(ways, (a, b), strict=True)
    ]
    assert (words[0] > 0) == (words[1] > 0)


said = st.tuples(
    st.sampled_from("abcde"),
    st.sampled_from(["", "s", "t"]),
    st.lists(st.sampled_from(WORDS[:16]), min_size=1, max_size=9).map(" ".join),
)


@given(st.lists(said, min_size=1, max_size=12), st.randoms(use_true_random=False), languages)
@settings(deadline=None, max_examples=120)
def test_groups_do_not_depend_on_the_order_of_the_articles(
    given: list[tuple[str, str, str]], random: object, language: str
):
    corpus, rows = table(*given, language=language)
    shuffled = list(rows.index)
    random.shuffle(shuffled)
    groups = []
    for own in (rows, rows.loc[shuffled]):
        names, frame = lineages(corpus, own)
        assert sorted(quote for quotes in frame["quotes"] for quote in quotes) == sorted(rows["quote"])
        by_lineage: dict[str, set[str]] = {}
        for name, quote in zip(names, own["quote"], strict=True):
            by_lineage.setdefault(name, set()).add(quote)
        groups.append(sorted(map(sorted, by_lineage.values())))
    assert groups[0] == groups[1]
