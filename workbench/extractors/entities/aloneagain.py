"""People who have nothing but a given name on a page, wherever that name stands on it again.

``كشفت الفنانة أصالة ... ونشرت [أصالة] صورة``: a title or a verb of saying tells once that somebody is called so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.lexicon import COMMON, lexicon
from workbench.extractors.entities.onlynames import goes_on, only_names
from workbench.languages.gazetteers import gazetteers
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import adjacent, peelings, unfolded
from workbench.text.spans import Spans
from workbench.text.tokens import Token

__all__ = ["alone_again"]

TOLD = frozenset({"title", "speaker", "shape", "given name"})
"""The rules that tell of somebody who is called by one word."""
BORNE = 2
"""The least weight of a gathered given name that stands for somebody again."""


def alone_again(
    article: str, text: str, blocks: Sequence[Sequence[Token]], found: Sequence[Candidate], language: LanguagePack
) -> list[Candidate]:
    """The candidates of an article with those whom given names alone mean again.

    Parameters
    ----------
    article: the page's id.
    text: the page.
    blocks: the words of each of its blocks.
    found: the candidates that are found in them.
    language: the pack of the page.
    """
    longer = {word for one in found if len(one.parts) > 1 for part in one.parts for word in part.split(" ")}
    lone = {one.parts[0] for one in found if one.sure and one.rule in TOLD and len(one.parts) == 1}
    wanted = {word for word in lone - longer if _given(word, language)} | only_names(text, blocks, language) - longer
    if not wanted:
        return list(found)
    taken = Spans((one.start, one.end) for one in found if (one.name and one.rule != "tagger") or one.parts)
    again = [
        Candidate(article, start, end, "PER", "given name", start, end, (core,))
        for words in blocks
        for core, start, end in _standing(words, text, wanted, language)
        if not taken.meets(start, end)
    ]
    told = Spans((one.start, one.end) for one in again)
    sure = [replace(one, sure=True) if len(one.parts) == 1 and one.parts[0] in wanted else one for one in found]
    return [*(one for one in sure if not told.meets(one.start, one.end)), *again]


def _given(word: str, language: LanguagePack) -> bool:
    """Whether a word is a given name and hardly anything else."""
    known, plain = lexicon(language), gazetteers(language).classes(word)
    if word in known.stops or plain.ordinary or len(word) < 3 or known.gazetteer.first(word):
        return False
    if word in known.given_ambiguous:
        return plain.person == "given" and plain.weight >= COMMON
    return word in known.given or (plain.person in ("given", "both") and plain.weight >= BORNE)


def _standing(
    words: Sequence[Token], text: str, wanted: set[str], language: LanguagePack
) -> Iterator[tuple[str, int, int]]:
    """Where one of some given names stands alone, and which."""
    for index, word in enumerate(words):
        if language.capitals and not word.text[:1].isupper():
            continue
        for one in peelings(word.folded, language):
            if one.core in wanted and (language.capitals or not one.back):
                if _apart(index, words, text, language, attached=one.front > 0):
                    yield one.core, unfolded(word, one.front, language), word.end - one.back
                break


def _apart(index: int, words: Sequence[Token], text: str, language: LanguagePack, *, attached: bool) -> bool:
    """Whether neither the word before nor the one behind can be of one name with a word."""
    known = lexicon(language)
    if index and not attached and adjacent(text, words[index - 1], words[index]):
        before = words[index - 1]
        if language.capitals:
            if before.text[:1].isupper() and before.folded not in known.links:
                return False
        elif before.folded in known.particles or before.folded in known.given or before.folded in known.heads:
            return False
    if index + 1 == len(words) or not adjacent(text, words[index], words[index + 1]):
        return True
    after = words[index + 1]
    if language.capitals:
        return not after.text[:1].isupper()
    return not goes_on(after.folded, language)
