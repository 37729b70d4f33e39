"""The gold of the samples says of itself what is true: shares of reuse, and how far two annotators agree."""

from __future__ import annotations

import pytest

from tests.eval import reuse, second


def test_the_gold_of_reuse_is_what_a_count_gives():
    counted = reuse.shares()
    listed = {(row["a"], row["b"]): float(row["contained_words"]) for row in reuse.rows("reuse")}
    assert {pair: round(counted[pair], 2) for pair in listed} == listed
    shared = {pair for pair, share in counted.items() if max(share, counted[pair[::-1]]) > reuse.LISTED}
    assert shared <= set(listed)
    assert {pair[::-1] for pair in listed} == set(listed)


def test_a_run_is_five_words_inside_a_block():
    page = [["a", "b", "c", "d", "e", "f"], ["g", "h"]]
    assert reuse.contained(page, [["x", "b", "c", "d", "e", "f"]]) == 5 / 8
    assert reuse.contained(page, [["a", "b", "c", "d"], ["e", "f", "g", "h"]]) == 0


def test_two_annotators_agree_as_the_readme_says():
    found = second.agreement(second.newsroom())
    assert found.exact == found.spans.right == found.spans.gold == found.spans.found == 56
    assert found.share("speaker") == pytest.approx(54 / 56)
    assert found.kappa("speaker") == pytest.approx(0.961, abs=0.001)
    assert found.share("kind") == found.share("stance") == 1
