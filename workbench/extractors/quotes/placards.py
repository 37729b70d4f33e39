"""Words that stand on a banner, a wall or a sign: nobody in the page says them."""

from __future__ import annotations

from workbench.extractors.quotes.cues import COMMAS, Passage
from workbench.extractors.quotes.lexicon import speech_lexicon
from workbench.languages.pack import pack
from workbench.text.marks import Marked
from workbench.text.phrases import peelings

__all__ = ["ON_SIGN", "on_sign"]

ON_SIGN = "on a sign"
"""The reason why such words are no quotation."""
REACH = 20  # the most words from what something is written on to the words in marks
BESIDE = 3  # the most words between a verb that says that it is written and the marks


def on_sign(mark: Marked, passage: Passage) -> bool:
    """Whether words in marks are written on something: ``behind a banner reading "..."``, ``لافتة كتب عليها «...»``.

    Nobody else may be named or speak between what they are written on and the marks.
    """
    language, words = pack(passage.article.language), passage.words
    signs, written = language.listed("signs"), language.listed("written")
    known, last = speech_lexicon(language), passage.gap(passage.sentence.start, mark.start) - 1
    for at in range(last, max(-1, last - REACH), -1):
        word = words[at]
        if any(one.core in signs for one in peelings(word.folded, language)):
            return at == last or _written(at, last, passage) or _apposed(at, last, mark, passage)
        spoken = known.verbs.at(at, words, passage.text)
        if word.folded not in written and spoken is not None and spoken.value.tag in ("past", "pres"):
            return False
        if (who := passage.speaker_at(word.start)) is not None and who.kind in ("person", "body"):
            return False
    return False


def _written(at: int, last: int, passage: Passage) -> bool:
    """Whether a word that says so stands right before marks, with no comma between it and what they are written on."""
    words, written = passage.words, pack(passage.article.language).listed("written")
    found = [index for index in range(max(at + 1, last - BESIDE + 1), last + 1) if words[index].folded in written]
    return bool(found) and not any(sign in COMMAS for sign in passage.text[words[at].end : words[found[0]].start])


def _apposed(at: int, last: int, mark: Marked, passage: Passage) -> bool:
    """Whether a comma or a colon right before marks tells that they are what stands there; no ``signs of panic, "``."""
    language, words = pack(passage.article.language), passage.words
    known = speech_lexicon(language).verbs
    if any(known.at(index, words, passage.text) for index in range(at + 1, last + 1)):
        return False
    whose = at + 1 < len(words) and words[at + 1].folded in language.listed("before_bodies")
    return not whose and passage.text[words[at].end : mark.start - 1].rstrip()[-1:] in (":", *COMMAS)
