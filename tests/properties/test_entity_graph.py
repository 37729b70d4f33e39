"""The graph against counting by hand, whatever the text."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.test_entity_graph import TYPES, named, pages

sentence = st.lists(st.sampled_from(sorted(TYPES)), max_size=5)
article = st.lists(sentence, min_size=1, max_size=5)


@settings(max_examples=40, deadline=None)
@given(st.lists(article, min_size=1, max_size=6))
def test_weights_are_the_sentences_that_name_both(articles: list[list[list[str]]]) -> None:
    texts = [" ".join(f"قيل {' ثم '.join(one)} هنا." for one in page) for page in articles]
    found = named(pages(*texts))
    graph = found.graph()
    for a, b in combinations(sorted(TYPES), 2):
        both = [(n, one) for n, page in enumerate(articles) for one in page if a in one and b in one]
        assert graph.has_edge(a, b) == bool(both)
        if both:
            tie = graph[a][b]
            assert (tie["weight"], tie["articles"]) == (len(both), len({n for n, _ in both}))
            assert [len(w.spans[a]) for w in tie["evidence"]] == [one.count(a) for _, one in both]
            k, share = graph.degree(a), len(both) / graph.degree(a, weight="weight")
            other, part = graph.degree(b), len(both) / graph.degree(b, weight="weight")
            assert tie["alpha"] == pytest.approx(min((1 - share) ** (k - 1), (1 - part) ** (other - 1)))
    for row in found.evidence().itertuples():
        text = found.corpus[row.article].text
        assert (text[row.start : row.end], text[row.mention_start : row.mention_end]) == (row.text, row.mention)


@settings(max_examples=25, deadline=None)
@given(st.lists(article, min_size=2, max_size=6), st.integers(1, 5))
def test_two_sides_make_the_whole(articles: list[list[list[str]]], cut: int) -> None:
    texts = [" ".join(f"قيل {' ثم '.join(one)} هنا." for one in page) for page in articles]
    cut = min(cut, len(texts) - 1)
    corpus = pages(*texts, sources=["ا" if n < cut else "ب" for n in range(len(texts))])
    found = named(corpus)
    whole, sides = found.graph(), found.difference("ا", "ب")
    assert set(sides.graph) == set(whole)
    assert {frozenset(e) for e in sides.graph.edges} == {frozenset(e) for e in whole.edges}
    for a, b, data in sides.graph.edges(data=True):
        assert data["weight_a"] + data["weight_b"] == whole[a][b]["weight"]
        assert len(data["evidence_a"]) == data["weight_a"]
        assert data["share_a"] == data["weight_a"] / sides.units_a
    assert found.difference("ب", "ا").edges["difference"].abs().sum() == sides.edges["difference"].abs().sum()
