"""Names that a tagger did not see and that need no support from elsewhere, by what they are made of or stand before."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.extractors.entities.kinds import FOREIGN_LETTERS, LIKELY_LETTERS
from workbench.extractors.entities.names import ADVERB, NameReader
from workbench.extractors.entities.tagging.protocol import Tagged
from workbench.text.tokens import Token

__all__ = ["all_listed", "familial", "family", "sure_unseen"]

THOUGHT = 0.4
"""The score from which on a tagger's doubts about a name give way to what it is made of."""


def sure_unseen(names: NameReader, last: int, parts: Sequence[str]) -> bool:
    """Whether a name that begins with a given name is sure though a tagger saw none: its family name, or an office.

    ``جلست [صباح العطياني] منذ السابعة``; ``تعيين [فهد الدريهم] رئيساً``.

    Parameters
    ----------
    names: the reader of names over the block's words.
    last: the name's last token.
    parts: its components, folded.
    """
    return family(names, last) or _made(names, last, parts)


def all_listed(names: NameReader, words: Sequence[Token]) -> bool:
    """Whether the words behind a given name are all names and nothing else, as far as the pack knows."""
    lexicon = names.lexicon
    own = (lexicon.given_own, lexicon.surnames_own)
    return all(any(word.folded in some for some in own) and word.folded not in lexicon.stops for word in words[1:])


def familial(span: Tagged, first: int, last: int, names: NameReader) -> bool:
    """Whether words that a tagger thinks a person's are a name by their letters: ``[دياب المعوشي] يملأ``.

    Parameters
    ----------
    span: what the tagger says.
    first, last: its first and last token.
    names: the reader of names over the block's words.
    """
    if span.type != "PER" or span.score < THOUGHT or first == last or not family(names, last):
        return False
    words = [word.folded for word in names.words[first:last]]
    known = (names.lexicon.given, names.lexicon.given_ambiguous, names.lexicon.surnames)
    listed = (any(word in some for some in known) and word not in names.lexicon.stops for word in words)
    return all(listed) and all(names.grade(word) >= FOREIGN_LETTERS for word in words)


def family(names: NameReader, last: int) -> bool:
    """Whether a name ends in an adjective of origin that is a family's name and nothing else."""
    word = names.words[last].folded
    if not (names.definite(word) and names.nisba(word)) or word in names.lexicon.demonyms:
        return False
    bare = word.removeprefix(names.pack.article)
    known = names.gathered.classes(word)
    ordinary = known.ordinary or names.gathered.classes(bare).ordinary
    general = word in names.pack.listed("general_adjectives")
    return not ordinary and not general and names.grade(bare) >= LIKELY_LETTERS


def _made(names: NameReader, last: int, parts: Sequence[str]) -> bool:
    """Whether what somebody is made follows, in the case that says so: ``[فهد الدريهم] رئيساً``."""
    following = last + 1
    if following >= len(names.words) or not names.near(last) or parts[0] not in names.lexicon.given_own:
        return False
    word = names.words[following]
    ending = next((one for one in ADVERB if word.text.endswith(one)), "")
    return bool(ending) and names.pack.fold(word.text[: -len(ending)]) in names.lexicon.titles
