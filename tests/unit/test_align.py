from __future__ import annotations

import pytest

from workbench.text.align import Aligned, Limits, Seed, align, seeds

LOOSE = Limits(k=3, gap=2, min_words=4)


def words(text: str) -> list[str]:
    return text.split()


def texts(a: list[str], b: list[str], found: list[Aligned]) -> list[tuple[str, str]]:
    return [(" ".join(a[slice(*one.a)]), " ".join(b[slice(*one.b)])) for one in found]


def test_seeds_are_the_longest_runs() -> None:
    assert seeds(words("x b c d y"), words("b c d z b c"), 2) == [Seed(1, 0, 3), Seed(1, 4, 2)]


def test_seeds_of_texts_shorter_than_a_shingle() -> None:
    assert seeds(["a"], ["a"], 2) == []
    assert align([], []) == []


def test_words_that_are_not_shared_are_left_out_at_both_ends() -> None:
    a, b = words("p q one two three four r"), words("s one two three four t u")
    assert texts(a, b, align(a, b, LOOSE)) == [("one two three four",) * 2]


@pytest.mark.parametrize(
    ("new", "similarity"),
    [
        ("one two three ADDED four five six seven", 7 / 8),
        ("one two three OTHER five six seven", 6 / 7),
        ("one two three five six seven", 6 / 7),
        ("one two three NOW THEN five six seven", 6 / 8),
    ],
)
def test_a_small_edit_stays_inside_one_passage(new: str, similarity: float) -> None:
    a, b = words("one two three four five six seven"), new.split()
    (found,) = align(a, b, LOOSE)
    assert texts(a, b, [found]) == [(" ".join(a), new)]
    assert found.similarity == pytest.approx(similarity)


def test_an_edit_longer_than_the_gap_divides() -> None:
    a = words("one two three four five six seven eight")
    b = words("one two three four X Y Z five six seven eight")
    assert [one.words for one in align(a, b, LOOSE)] == [4, 4]


def test_runs_shorter_than_a_shingle_are_reached_from_a_seed() -> None:
    a = words("one two three X four five Y six seven")
    b = words("one two three P four five Q six seven")
    (found,) = align(a, b, LOOSE)
    assert (found.words, found.a, found.b) == (7, (0, 9), (0, 9))


def test_a_single_word_kept_inside_an_edit_counts() -> None:
    a = words("one two three X kept Y four five six seven")
    b = words("one two three P kept Q four five six seven")
    (found,) = align(a, b, Limits(k=3, gap=3, min_words=4))
    assert found.words == 8


def test_one_word_alone_does_not_lengthen_a_passage() -> None:
    a, b = words("one two three four X in p q"), words("one two three four Y in r s")
    assert texts(a, b, align(a, b, LOOSE)) == [("one two three four",) * 2]


def test_too_few_words_in_common_are_no_passage() -> None:
    assert align(words("one two three p"), words("one two three q"), LOOSE) == []


def test_what_stands_twice_is_told_twice() -> None:
    a = words("one two three four")
    b = words("one two three four X Y Z W one two three four")
    assert [found.b for found in align(a, b, LOOSE)] == [(0, 4), (8, 12)]


def test_a_repetitive_text_does_not_give_many_passages() -> None:
    found = align(["no"] * 40, ["no"] * 30, LOOSE)
    assert 1 <= len(found) <= 3
    assert max(one.words for one in found) == 30


def test_the_order_of_the_two_does_not_matter() -> None:
    a = words("one two three four one two X four five six")
    b = words("two three four Y one two three four five one two three six")
    turned = sorted(tuple((i, j) for j, i in found.pairs) for found in align(b, a, LOOSE))
    assert turned == [found.pairs for found in align(a, b, LOOSE)]
