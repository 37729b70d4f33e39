"""Places and bodies that stand again in an article without the head that announced them there.

``بلدة تل الأقحوان`` says that ``تل الأقحوان`` is a place wherever the article names it; ``حركة فجر الجنوب`` is the body
that ``«فجر الجنوب»`` means, ``Southern Dawn`` is the ``Southern Dawn Movement``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.lexicon import lexicon
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import adjacent, cores, peelings, unfolded
from workbench.text.spans import Spans
from workbench.text.tokens import Token

__all__ = ["repeated"]

Names = dict[str, list[tuple[tuple[str, ...], Candidate]]]


def repeated(
    text: str, blocks: Sequence[Sequence[Token]], found: Sequence[Candidate], language: LanguagePack
) -> list[Candidate]:
    """The mentions of places and bodies by the name alone that heads announce in the same article.

    Parameters
    ----------
    text: the page.
    blocks: the words of each of its blocks.
    found: the candidates that are found in them.
    language: the pack of the page.
    """
    headed = [one for one in found if one.rule in ("head", "speaking", "dateline") and one.sure]
    if not headed:
        return []
    names = _names(headed, blocks, text, language)
    taken = Spans((one.start, one.end) for one in found if one.name or (one.parts and one.sure))
    return [
        again
        for words in blocks
        for index, word in enumerate(words)
        if not names.keys().isdisjoint(cores(word.folded, language))
        for again in _at(index, words, text, names, language)
        if not taken.meets(again.start, again.end)
    ]


def _names(headed: Iterable[Candidate], blocks: Sequence[Sequence[Token]], text: str, language: LanguagePack) -> Names:
    """The names without their heads, by their first word, the longest first."""
    filled = [words for words in blocks if words]
    begins = [words[0].start for words in filled]
    starts = [[word.start for word in words] for words in filled]
    found: dict[str, dict[tuple[str, ...], Candidate]] = {}
    for one in headed:
        whole = tuple(one.name.split()) if one.rule == "dateline" else ()
        if len(whole) > 1:
            found.setdefault(whole[0], {}).setdefault(whole, one)
            continue
        number = bisect_right(begins, one.start) - 1
        if number >= 0 and one.start < filled[number][-1].end:
            first = bisect_left(starts[number], one.start + 1) - 1
            last = bisect_left(starts[number], one.end) - 1
            bare = _bare(first, last, filled[number], text, language)
            if bare:
                found.setdefault(bare[0], {}).setdefault(bare, one)
    return {word: sorted(entries.items(), key=lambda entry: -len(entry[0])) for word, entries in found.items()}


def _bare(first: int, last: int, words: Sequence[Token], text: str, language: LanguagePack) -> tuple[str, ...]:
    """The folded words of a name without its head; none where they would say too little alone."""
    known = lexicon(language)
    head = known.heads.at(first, words, text)
    if head is not None and head.last < last:
        first = head.last + 1
    elif language.capitals:
        end = known.heads.at(last, words, text)
        last -= 1 if end is not None and last > first else 0
    bare = tuple(word.folded for word in words[first : last + 1])
    tables = (known.gazetteer, known.demonyms, known.offices, known.heads)
    listed = any(table.at(first, words, text, peel=False) for table in tables)
    ordinary = len(bare) == 1 and (head is not None or language.capitals or bare[0] in known.stops)
    listed = listed or known.demonyms.at(last, words, text, peel=False) is not None
    named = bare[0] in known.beginnings or bare[0] in known.given
    return () if ordinary or listed or named else bare


def _at(index: int, words: Sequence[Token], text: str, names: Names, language: LanguagePack) -> Iterator[Candidate]:
    """The name that begins at a word, its clitics taken off."""
    word = words[index]
    if language.capitals and not word.text[:1].isupper():
        return
    for peeling in peelings(word.folded, language):
        for bare, one in names.get(peeling.core, ()):
            span = words[index : index + len(bare)]
            if tuple(w.folded for w in span[1:]) != bare[1:] or not _together(span, text):
                continue
            start, end = unfolded(word, peeling.front, language), span[-1].end
            yield replace(one, start=start, end=end, phrase_start=start, phrase_end=end, rule="repeated")
            return


def _together(span: Sequence[Token], text: str) -> bool:
    return all(adjacent(text, before, after) for before, after in pairwise(span))
