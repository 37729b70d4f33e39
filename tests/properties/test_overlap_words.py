"""The words that the kernels read out of UTF-16 are those of the tokenizer, to the character."""

from __future__ import annotations

import re

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.corpus import Article, Block
from workbench.extractors.overlap import characters
from workbench.extractors.overlap.characters import table
from workbench.extractors.overlap.wordkernels import verified
from workbench.extractors.overlap.words import Gathered, batches, read, utf16
from workbench.languages import pack, packs
from workbench.text.tokens import MARKS, UNSEEN, tokens

UNTIMED = settings(deadline=None, max_examples=400)
SOME = [
    "ا",
    "ب",
    "ة",
    "ى",
    "أ",
    "ئ",
    "ـ",
    "َ",
    "ٰ",
    "٢",
    "a",
    "B",
    "Z",
    "ß",
    "İ",
    "1",
    "½",
    "_",
    " ",
    "\n",
    "'",
    "’",
    ".",
]
SOME += [
    ".",
    "-",
    "ʼ",
    "é",
    "e\u0301",
    "\u0345",
    "\u200c",
    "\u00ad",
    "\u061c",
    "\ufeff",
    "ﷺ",
    "ﻻ",
    "😀",
    "字",
    "\U00020000",
]
SOME += ["\ud800", "\udc00", "\U000e0041", "\U0010ffff", "،", "«"]
TEXTS = st.one_of(st.lists(st.sampled_from(SOME), max_size=24).map("".join), st.text(max_size=24))
CODES = st.sampled_from([one.code for one in packs()])


def article(text: str, language: str, *spans: tuple[int, int]) -> Article:
    blocks = tuple(Block(start, end, "body") for start, end in spans or [(0, len(text))])
    return Article("x", "x", "", None, "", "", language, text, blocks, "")


def same(text: str, language: str, start: int, end: int) -> None:
    found = read([article(text, language, (start, end))])
    given = [token for token in tokens(text, pack(language), start=start, end=end) if token.folded]
    assert list(zip(found.starts.tolist(), found.ends.tolist(), strict=True)) == [token[:2] for token in given]
    by_word: dict[str, set[int]] = {}
    for token, number in zip(given, found.hashes.tolist(), strict=True):
        by_word.setdefault(token.folded, set()).add(number)
    assert all(len(numbers) == 1 for numbers in by_word.values())
    assert len(set.union(set(), *by_word.values())) == len(by_word)


@UNTIMED
@given(TEXTS, CODES, st.data())
def test_the_words_of_a_stretch_are_those_of_the_tokenizer(text: str, language: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    same(text, language, start, data.draw(st.integers(start, len(text))))


@UNTIMED
@given(st.lists(st.tuples(TEXTS, CODES), max_size=6))
def test_batches_read_apart_give_the_words_of_all(pages: list[tuple[str, str]]) -> None:
    articles = [article(*page) for page in pages]
    whole, gathered = read(articles), Gathered(sum(len(one.text) for one in articles))
    for one in articles:
        gathered.add(read([one]), len(one.text))
    apart = gathered.words()
    for name in ("hashes", "starts", "ends", "runs", "pieces", "bounds"):
        assert np.array_equal(getattr(whole, name), getattr(apart, name)), name
    assert [one for some in batches(articles) for one in some] == articles


@given(TEXTS)
def test_a_word_has_one_hash_in_every_language(text: str) -> None:
    read_in = [read([article(text, one.code)]) for one in packs()]
    folded = [[token.folded for token in tokens(text, one) if token.folded] for one in packs()]
    numbers: dict[str, int] = {}
    for words, found in zip(folded, read_in, strict=True):
        for word, number in zip(words, found.hashes.tolist(), strict=True):
            assert numbers.setdefault(word, number) == number


@UNTIMED
@given(st.lists(st.tuples(TEXTS, CODES), max_size=4), TEXTS)
def test_equal_words_are_found_equal_wherever_they_stand(pages: list[tuple[str, str]], before: str) -> None:
    """Each word beside the same one behind another beginning, whose characters may have two units, and the next one."""
    given = [article(*page) for page in pages]
    moved = [
        article(f"{before} {page.text}", page.language, (len(before) + 1, len(before) + 1 + len(page.text)))
        for page in given
    ]
    rules = table(page.language for page in given)
    words, text = read([*given, *moved], rules), utf16([*given, *moved], rules)
    half = len(words.hashes) // 2
    owner = np.repeat(np.arange(2 * len(given)), words.lengths)
    one = np.arange(half)
    for other in (one + half, np.roll(one + half, 1)):
        sides = (owner[one], owner[other], one, other, np.ones(half, np.int64))
        given = (text.firsts, text.rows, text.wide, text.origins)
        same = verified(text.data, given, (words.starts, words.ends), sides, rules[:3])
        assert np.array_equal(same, words.hashes[one] == words.hashes[other])


def test_every_character_alone_is_read_as_the_tokenizer_reads_it() -> None:
    for language in (one.code for one in packs()):
        for first in range(0, 0x11000, 0x400):
            text = " ".join(f"ب{chr(point)}ت" for point in range(first, first + 0x400))
            same(text, language, 0, len(text))


def test_the_table_holds_every_letter_and_digit() -> None:
    beyond = np.arange(characters.SIZE, 0x110000, dtype="<u4").tobytes().decode("utf-32-le")
    assert re.search(rf"[\w{MARKS}{UNSEEN}]", beyond) is None
