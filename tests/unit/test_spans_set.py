"""Spans asked by place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.text.spans import Spans

span = st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(span, max_size=12), span)
def test_meets_and_covers_agree_with_walking_through_all(spans: list[tuple[int, int]], asked: tuple[int, int]):
    found = Spans(spans)
    assert found.meets(*asked) == any(start < asked[1] and asked[0] < end for start, end in spans)
    assert found.covers(asked[0]) == any(start <= asked[0] < end for start, end in spans)
