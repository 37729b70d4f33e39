"""Given names in a row behind a word for whom they are to somebody: ``وطفلاهما ياسر [وملك]``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.kinds import clitics
from workbench.extractors.entities.names import NameReader
from workbench.text.phrases import peelings, unfolded

__all__ = ["in_row"]


def in_row(names: NameReader, one: Candidate, last: int) -> Iterator[Candidate]:
    """The given names that conjunctions join to one that a title announced, each alone.

    Parameters
    ----------
    names: the reader of names over the block's words.
    one: what a title announced. last: the last token of its name.
    """
    if names.pack.capitals or one.rule != "title" or len(one.parts) != 1 or not one.sure:
        return
    if one.parts[0] not in names.lexicon.given and one.parts[0] not in names.lexicon.given_ambiguous:
        return
    while last + 1 < len(names.words) and names.near(last):
        last += 1
        word = names.words[last]
        found = _given(names, word.folded)
        if found is None or not (_closed(names, last) or _given(names, names.words[last + 1].folded)):
            return
        start = unfolded(word, found[0], names.pack)
        yield replace(one, start=start, end=word.end, phrase_start=start, phrase_end=word.end, parts=(found[1],))


def _given(names: NameReader, word: str) -> tuple[int, str] | None:
    """The letters of a conjunction before a given name, and that name; None where a word is neither."""
    lexicon = names.lexicon
    if word in lexicon.given_own:
        return None
    joints = clitics(names.pack, "conjunction")
    read = (one for one in peelings(word, names.pack) if one.proclitics in joints and one.front)
    known = (one for one in read if one.core in lexicon.given or one.core in lexicon.given_ambiguous)
    return next(((one.front, one.core) for one in known if one.core not in lexicon.says), None)


def _closed(names: NameReader, last: int) -> bool:
    """Whether a name ends at a token: a mark, a function word or a verb stands behind it."""
    following = last + 1
    if names.closes(last) or following >= len(names.words):
        return True
    return names.words[following].folded in names.lexicon.stops
