"""The order by likeness: blocks come together, and the same likeness gives the same order."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from workbench.extractors import seriation as module
from workbench.extractors.seriation import seriation


def runs(order, members):
    """In how many runs the members stand."""
    inside = [one in members for one in order]
    return sum(here and not before for before, here in zip([False, *inside], inside, strict=False))


def test_what_shares_stands_together_however_it_was_shuffled():
    shuffled = np.random.default_rng(7).permutation(40).tolist()
    groups = [shuffled[at : at + 8] for at in range(0, 40, 8)]
    inside = [(a, b, 0.6) for group in groups for a in group for b in group if a < b]
    between = [(groups[at][0], groups[at + 1][0], 0.02) for at in range(4)]
    found = seriation(40, inside + between)
    assert all(runs(found.order, set(group)) == 1 for group in groups)
    assert found.sizes == [8] * 5


def test_a_chain_comes_out_as_a_chain():
    names = [3, 0, 5, 1, 4, 2]
    order = seriation(6, [(a, b, 0.5) for a, b in pairwise(names)]).order
    assert all(abs(order.index(a) - order.index(b)) <= 2 for a, b in pairwise(names))


def test_what_is_like_nothing_comes_last_as_it_was_given():
    assert seriation(5, [(4, 1, 0.3)]) == ([1, 4, 0, 2, 3], [2, 1, 1, 1])
    assert seriation(0, []) == ([], [])


@given(st.integers(1, 14), st.data())
def test_it_is_a_permutation_and_does_not_hang_on_the_order_of_rows(count, data):
    place = st.integers(0, count - 1)
    likeness = data.draw(st.lists(st.tuples(place, place, st.floats(0, 1)), max_size=40))
    found = seriation(count, likeness)
    assert sorted(found.order) == list(range(count))
    assert sum(found.sizes) == count
    assert seriation(count, likeness[::-1]) == found


def test_of_a_part_that_is_too_large_the_rest_stands_behind(monkeypatch):
    monkeypatch.setattr(module, "LARGEST", 3)
    likeness = [(0, 1, 0.9), (1, 2, 0.8), (2, 3, 0.1), (3, 4, 0.05)]
    found = seriation(5, likeness)
    assert set(found.order[:3]) == {0, 1, 2}
    assert found.order[3:] == [3, 4]
    assert sum(found.sizes) == 5
