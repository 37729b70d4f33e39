"""Somebody who is told of for the first time, without a name: ``a firefighter``, ``one of them``, ``one resident``."""

from __future__ import annotations

from workbench.extractors.quotes.cues import BREAKS, COMMAS, Cue, Passage, begins
from workbench.extractors.quotes.genders import pronoun_gender
from workbench.extractors.quotes.lexicon import speech_lexicon
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import pack
from workbench.text.phrases import adjacent

__all__ = ["determined", "leads", "somebody", "unnamed"]

OWNERS = 3  # the most words behind a title alone that say whose it is


def somebody(cue: Cue, passage: Passage) -> Speaker | None:
    """Somebody without a name right behind a verb: ``says a firefighter``, ``قال أحد السكان``."""
    index = cue.last + 1
    indefinite = pack(passage.article.language).listed("indefinite")
    if index + 1 >= len(passage.words) or passage.words[index].folded not in indefinite:
        return None
    word = passage.words[index]
    if not adjacent(passage.text, passage.words[cue.last], word):
        return None
    last, plain = index + 1, pack(passage.article.language).words("stopwords")
    while passage.words[last].folded in plain and last - index < OWNERS and last + 1 < len(passage.words):
        if not adjacent(passage.text, passage.words[last], passage.words[last + 1]):
            break
        last += 1  # ``said one [of them]``
    end = passage.words[last].end
    return Speaker(word.start, end, word.start, end, "", "group", "anonymous")


def determined(cue: Cue, passage: Passage) -> Speaker | None:
    """A subject without a name between an article and its verb: ``hours after [the government] said its forces``."""
    language, words, at = pack(passage.article.language), passage.words, begins(cue, passage)
    if language.settings["verb_first"] or cue.tag not in ("past", "pres") or at < 2:
        return None
    plain = language.words("stopwords") | speech_lexicon(language).prepositions
    for first in range(at - 1, max(-1, at - 2 - OWNERS), -1):
        word = words[first]
        if not adjacent(passage.text, word, words[first + 1]) or passage.speaker_at(word.start) is not None:
            return None
        if word.folded in language.listed("before_things"):
            led = (
                first > 0 and adjacent(passage.text, words[first - 1], word) and leads(words[first - 1].folded, passage)
            )
            apart = first == 0 or passage.text[words[first - 1].end : word.start].isspace()
            found = Speaker(word.start, words[at - 1].end, word.start, words[at - 1].end, "", "group", "anonymous")
            return found if apart and not led and first < at - 1 else None
        if word.folded in plain and word.folded not in language.listed("indefinite"):  # ``[The other] said``
            return None
    return None


def unnamed(cue: Cue, passage: Passage, *, marks_before: bool = False) -> Speaker | None:
    """A subject without a name right before a verb, in a language that puts it there: ``One official ... said``.

    Behind marks only somebody new (``," [a worker] said``): ``," the worker said`` is whoever was told of.
    """
    found = _unnamed(cue, passage)
    if found is None or not marks_before:
        return found
    some = pack(passage.article.language).listed("indefinite")
    own = [word.folded for word in passage.words if found.start <= word.start < found.end]
    return found if not some.isdisjoint(own[:2]) else None


def _unnamed(cue: Cue, passage: Passage) -> Speaker | None:
    at = begins(cue, passage)
    if at == 0 or cue.tag not in ("past", "pres"):
        return None
    language, before = pack(passage.article.language), passage.words[at - 1]
    if (among := _of_them(at, passage)) is not None:
        return among
    between = passage.text[before.end : passage.words[at].start]
    first = at - 1
    while first > 0 and not any(
        sign in passage.text[passage.words[first - 1].end : passage.words[first].start] for sign in BREAKS
    ):
        first -= 1
    some = passage.words[first].folded in language.listed("indefinite")  # ``," [one of those who were there] said``
    if not some and (before.folded in language.words("stopwords") or pronoun_gender(before.folded, language)):
        return None
    if between.strip(" \u00a0") and not any(sign in between for sign in COMMAS):
        return None
    last = at - 1
    if first and passage.words[first].folded in language.listed(
        "relatives"
    ):  # ``[The chairman], who hired both, said``
        last = first = first - 1
        while first > 0 and adjacent(passage.text, passage.words[first - 1], passage.words[first]):
            first -= 1
    start, end = passage.words[first].start, passage.words[last].end
    return Speaker(start, end, start, end, "", "group", "anonymous")


def _of_them(at: int, passage: Passage) -> Speaker | None:
    """Somebody or some of those who were told of, right before a verb: ``[One of them] said``."""
    language, words = pack(passage.article.language), passage.words
    if at < 3 or pronoun_gender(words[at - 1].folded, language) or not language.listed("of_them"):
        return None
    phrase = passage.text[words[at - 2].start : words[at - 1].end].lower()
    apart = at > 3 and passage.text[words[at - 4].end : words[at - 3].start].isspace()
    if phrase not in language.listed("of_them") or apart:
        return None
    start, end = words[at - 3].start, words[at - 1].end
    return Speaker(start, end, start, end, "", "group", "anonymous")


def leads(word: str, passage: Passage) -> bool:
    """Whether a noun phrase behind a word belongs to the noun before it, not to a clause: ``the head [of] the``."""
    language = pack(passage.article.language)
    return word in speech_lexicon(language).prepositions and word not in language.listed("clause_prepositions")
