"""The samples' gold of reuse, counted anew from their other gold: ``python -m tests.eval.reuse``.

``contained_words`` of a pair is the share of the words of a's content that stand in b's content in runs of at least
five words. Content is what the gold's blocks call title, subtitle and body; a run stays inside a block; words are
compared folded, and spellings of a name are those of its entity. No part of the workbench that looks for reuse is used.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache
from itertools import permutations

from tests.eval.gold import SAMPLE_GOLD, read
from workbench.corpus import CONTENT_KINDS
from workbench.languages import pack
from workbench.text.tokens import tokens

RUN = 5
LISTED = 0.06
"""A pair that shares more than this, one way or the other, is listed."""
LIKE = 0.6
SAMPLES = SAMPLE_GOLD.parents[1]
Pages = dict[str, list[list[str]]]


def rows(table: str) -> list[dict[str, str]]:
    """A gold table of all samples."""
    return [row for path in sorted(SAMPLES.glob(f"*/gold/{table}.tsv")) for row in read(path)]


def words(text: str, language: str) -> list[str]:
    """The folded words of a text."""
    own = pack(language)
    return [own.fold(one.text) for one in tokens(text, own) if one.text.strip()]


@cache
def spellings() -> dict[str, str]:
    """Of each word of a name, as some page spells it, the word that its entity has in this place."""
    known = {}
    for row in [*rows("persons"), *rows("places_orgs")]:
        spelt, named = (reversed(words(row[part], language_of(row["text"]))) for part in ("text", "entity"))
        known.update({one: name for one, name in zip(spelt, named, strict=False) if alike(one, name)})
    return known


def alike(spelt: str, name: str) -> bool:
    """Whether a word may be another spelling of one of a name: no other name, no title."""
    return spelt != name and SequenceMatcher(None, spelt, name).ratio() >= LIKE


def contents() -> Pages:
    """The words of each block of each page's content."""
    pages: Pages = {}
    for row in rows("blocks"):
        if row["kind"] in CONTENT_KINDS:
            own = words(row["text"], language_of(row["text"]))
            pages.setdefault(row["page"], []).append([spellings().get(word, word) for word in own])
    return pages


def language_of(text: str) -> str:
    """The language of a block: that of its letters."""
    return "ar" if any("\u0600" <= letter <= "\u06ff" for letter in text) else "en"


def runs(block: list[str]) -> set[tuple[str, ...]]:
    """All runs of five words."""
    return {tuple(block[place : place + RUN]) for place in range(len(block) - RUN + 1)}


def contained(a: list[list[str]], b: list[list[str]]) -> float:
    """The share of the words of a that stand in b."""
    there = set().union(*map(runs, b))
    held = 0
    for block in a:
        covered = {
            place + step
            for place in range(len(block) - RUN + 1)
            if tuple(block[place : place + RUN]) in there
            for step in range(RUN)
        }
        held += len(covered)
    return held / sum(map(len, a))


def shares() -> dict[tuple[str, str], float]:
    """The share of every ordered pair of pages."""
    pages = contents()
    return {(a, b): contained(pages[a], pages[b]) for a, b in permutations(pages, 2)}


def main() -> None:
    """Print each listed pair beside its count, and every other pair that ought to be listed."""
    counted = shares()
    listed = {(row["a"], row["b"]): float(row["contained_words"]) for row in rows("reuse")}
    for (a, b), share in listed.items():
        print(f"{a:30} {b:30} gold {share:.2f}  counted {counted[a, b]:.2f}")
    for (a, b), share in counted.items():
        if max(share, counted[b, a]) > LISTED and (a, b) not in listed:
            print(f"{a:30} {b:30} not listed   {share:.3f}")


if __name__ == "__main__":
    main()
