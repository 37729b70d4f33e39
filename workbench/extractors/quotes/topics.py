"""Whom a sentence is about that reports nothing, so that what follows may be his words."""

from __future__ import annotations

from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.quotes.cues import Cue, Passage
from workbench.extractors.quotes.genders import noun_gender, owner_gender, title_gender
from workbench.extractors.quotes.governed import governed
from workbench.extractors.quotes.lexicon import enclitics, speech_lexicon
from workbench.extractors.quotes.memory import LIVELY
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import LanguagePack, pack
from workbench.text.phrases import adjacent
from workbench.text.spans import Spans

__all__ = ["relation_first", "topic_of"]

NOUN = 6  # the most words of a noun phrase before the pronoun that says that it is a person
OTHER = {"m": "f", "f": "m"}
"""Who is meant by a noun of either gender behind ``his`` or ``her``."""
BEGUN = 3  # words of a sentence among which a particle stands that only begins it


def topic_of(passage: Passage) -> Speaker | None:
    """Whom a sentence is about: the first person or body that no preposition governs, else the first person."""
    quoted = Spans((mark.start, mark.end) for mark in passage.marks)
    outside = [one for one in passage.speakers if one.kind in LIVELY and not quoted.meets(one.start, one.end)]
    people = [one for one in outside if one.kind == "person"]
    return (
        next((one for one in people if not governed(one, passage) or _begins_clause(one, passage)), None)
        or _thing_first(outside, people, passage)
        or relation_first(passage)
        or next(iter(people), None)
        or _somebody_new(passage)
    )


def _thing_first(outside: list[Speaker], people: list[Speaker], passage: Passage) -> Speaker | None:
    """The first body or group that no preposition governs, where no person stands before it."""
    free = next((one for one in outside if one.kind != "person" and not governed(one, passage)), None)
    later = free is not None and free.kind == "group" and bool(people) and people[0].start < free.start
    return None if later else free


def _somebody_new(passage: Passage) -> Speaker | None:
    """Somebody without a name with whom a sentence begins: ``[One of them] shrugged``, ``[A teacher] nodded``."""
    language, words = pack(passage.article.language), passage.words
    if not language.settings["verb_first"] and len(words) > 2 and words[0].folded in language.listed("owners"):
        return _owned(passage)
    if language.settings["verb_first"] or len(words) < 3 or words[0].folded not in language.listed("indefinite"):
        return None
    if any(mark.start <= words[0].start < mark.end for mark in passage.marks):
        return None
    title = lexicon(language).titles.at(1, words, passage.text, peel=False)
    said = title is not None and title.value.kind in ("role", "honorific")
    if f"{words[1].folded} {words[2].folded}" in language.listed("of_them"):
        last = 2
    elif said or words[1].folded in language.listed("anybody"):
        last = title.last if title is not None else 1
    elif (who := _who(passage)) > 0:
        last = who - 1
    elif _explained(passage):
        last = 1
    else:
        return None
    start, end = words[0].start, words[last].end
    return Speaker(start, end, start, end, "", "group", "anonymous")


def _owned(passage: Passage) -> Speaker | None:
    """Somebody who is told by whose he is, with whom a sentence begins: ``[His neighbor] was blunter``.

    Where the noun does not tell whether that is a man or a woman, who is meant is not taken for its owner.
    """
    language, (owner, noun, following) = pack(passage.article.language), passage.words[:3]
    named = any(one.start <= following.start < one.end for one in passage.speakers)
    if noun.folded not in language.listed("owned_people") or named or not adjacent(passage.text, owner, noun):
        return None
    said = noun_gender(noun.folded, language) or OTHER.get(owner_gender(owner.folded, language), "")
    return Speaker(owner.start, noun.end, owner.start, noun.end, "", "group", "anonymous", said)


def _explained(passage: Passage) -> bool:
    """Whether an article behind a comma explains the noun with which a sentence begins: ``One commuter, [a] cook``."""
    words, language = passage.words, pack(passage.article.language)
    comma = passage.text[words[1].end : words[2].start].strip() == ","
    return comma and words[2].folded in language.listed("indefinite")


def _who(passage: Passage) -> int:
    """The pronoun that says that the words with which a sentence begins are a person: ``A dockworker [who] saw``."""
    words, relatives = passage.words, pack(passage.article.language).listed("people_relatives")
    places = range(2, min(2 + NOUN, len(words)))
    at = next((one for one in places if words[one].folded in relatives), 0)
    apart = [one for one in range(at) if not adjacent(passage.text, words[one], words[one + 1])]
    comma = apart == [at - 1] and passage.text[words[at - 1].end : words[at].start].strip() == ","
    return at if not apart or comma else 0


def _begins_clause(one: Speaker, passage: Passage) -> bool:
    """Whether a particle right before somebody only begins the sentence: ``[إلا أن] الوزير فلان حمل``."""
    known = speech_lexicon(pack(passage.article.language))
    index = passage.gap(passage.sentence.start, one.start) - 1
    hit = known.openers.at(index, passage.words, passage.text, peel=False) if 0 <= index < BEGUN else None
    return hit is not None and hit.value not in known.prepositions


def relation_first(passage: Passage, cue: Cue | None = None) -> Speaker | None:
    """A relative without a name with whom a sentence begins: ``[زوجها]، الذي فقد عمله، يقضي نهاره``.

    Or behind its verb, to which the same pronoun is joined: ``وتوافقها [جارتها] الرأي``. With a ``cue`` only before it,
    where a conjunction joins the two: ``ويوافقها [زوجها] الرأي، ويضيف``.
    """
    if cue is not None and not (cue.joined and cue.index > 1):
        return None
    language = pack(passage.article.language)
    first, second = [*passage.words[:2], None, None][:2] if language.article else (None, None)
    pronoun = "" if first is None else next((e for e in enclitics(language) if first.folded.endswith(e)), "")
    if first is not None and pronoun and _kin(first.folded.removesuffix(pronoun), language):
        word = first
    elif second is not None and pronoun and _kin(second.folded.removesuffix(pronoun), language):
        word = second
    else:
        return None
    said = title_gender(word.text, language) or noun_gender(word.folded.removesuffix(pronoun), language)
    return Speaker(word.start, word.end, word.start, word.end, "", "group", "anonymous", said)


def _kin(noun: str, language: LanguagePack) -> bool:
    """Whether a noun without its pronoun says whose relation somebody is: ``زوج``, ``جارت``."""
    kin = language.listed("kin")
    return noun in kin or (noun.endswith("ت") and noun[:-1] + "ه" in kin)
