"""Clauses without marks that whoever says them follows, told by what he is: ``<clause>, its director, A, said``."""

from __future__ import annotations

from itertools import pairwise

from workbench.extractors.quotes.cues import BREAKS, COMMAS, Cue, Passage, begins
from workbench.extractors.quotes.genders import pronoun_gender
from workbench.extractors.quotes.lexicon import speech_lexicon
from workbench.extractors.quotes.mainverbs import verbs_between
from workbench.languages.pack import pack
from workbench.text.phrases import adjacent

__all__ = ["clause_around", "clause_before"]

PHRASE = 9  # the most words of a noun phrase that says who speaks, or that explains him
FEWEST = 4  # the fewest words of such a clause
SUBJECT = 5  # the most words of a subject that stands between commas with its verb
NEAR = 80  # the most characters between a verb of saying and a comma beside its subject
SHORT = 3  # letters of a word that is no verb of the present by its ending
HELD = 2  # words before an attribution among which a helping verb waits for its participle
BEHIND = 4  # the most words behind the verb, where no preposition leads to when and where he spoke


def clause_before(cue: Cue, passage: Passage) -> int:
    """Where the clause ends that a verb at the end of its sentence reports, before its subject; -1 where none does.

    The subject stands between a comma and the verb, or between commas with what explains it; the clause has a verb of
    its own and what follows the verb of saying has none.
    """
    at, text, start = begins(cue, passage), passage.text, passage.sentence.start
    tail = _tail(cue, passage)
    if not at or tail < 0 or verbs_between(passage, cue.end, tail) or any(one.end > cue.end for one in passage.marks):
        return -1
    verb = passage.words[at].start
    commas = [place for place in range(start, verb) if text[place] in COMMAS and not _digits(place, text)]
    closed = bool(commas) and not text[commas[-1] + 1 : verb].strip()
    if len(commas) < (3 if closed else 1):
        return -1
    edges = [*commas[-3:]] if closed else [commas[-1], verb]
    if not all(_nominal(first + 1, last, passage) for first, last in pairwise(edges)):
        return -1
    plain = verbs_between(passage, start, edges[0]) or (not closed and _ends(cue, start, edges[0], passage))
    said = passage.gap(start, edges[0]) >= FEWEST and plain
    return edges[0] if said and text[edges[0] - 1] not in "”’\"'»" else -1


def clause_around(cue: Cue, passage: Passage) -> int:
    """Where the clause ends that whoever says it interrupts: ``The contract, [she said], would cost millions``.

    -1 where there is none. Between the two commas stand the verb and its subject, before or behind it; the clause
    has its verb behind them, or goes on there with a conjunction.
    """
    text, words, start, end = passage.text, passage.words, passage.sentence.start, passage.sentence.end
    first = next((at for at in range(cue.start - 1, max(start, cue.start - NEAR), -1) if text[at] in BREAKS), -1)
    last = next((at for at in range(cue.end, min(end, cue.end + NEAR)) if text[at] in BREAKS), -1)
    if first < 0 or last < 0 or (text[first], text[last]) != (",", ",") or passage.marks:
        return -1
    if not passage.gap(start, first):
        return -1
    own = [
        at
        for at in range(passage.gap(start, first), passage.gap(start, last))
        if not cue.start <= words[at].start < cue.end
    ]
    following = passage.gap(start, last)
    if not 0 < len(own) <= SUBJECT or following + 1 >= len(words) or not _subject(own, cue, passage):
        return -1
    language = pack(passage.article.language)
    led, before = words[following].folded, words[passage.gap(start, first) - 1].folded
    if before in language.listed("subordinators") | language.words("noun_markers"):
        return -1
    if led in language.clause_links:
        return words[-1].end if led not in language.listed("contrasts") and len(words) - following >= FEWEST else -1
    known, helped = speech_lexicon(language), _helped(passage, start, first)
    going = known.verbs.at(following, words, text)
    if going is not None and going.value.tag == "part":  # ``He was late, she said, [adding] that``
        return -1
    halves = helped or not verbs_between(passage, start, first)
    says = words[following].folded  # ``The campus, she says, [lies] on the river``
    present = says.endswith("s") and len(says) > SHORT and says not in language.words("stopwords")
    present = present and _nominal(start, first, passage)
    goes_on = helped or present or verbs_between(passage, words[following].start, end)
    return words[-1].end if halves and goes_on else -1


def _helped(passage: Passage, start: int, end: int) -> bool:
    """Whether words before an attribution end with a helping verb: ``It [has also], groups complain, closed it``."""
    language = pack(passage.article.language)
    helpers = language.listed("before_verbs") | language.listed("progressives") | language.listed("modals")
    own = [word.folded for word in passage.words if start <= word.start < end][-HELD:]
    return own[-1] in helpers or (own[0] in helpers and own[-1] in language.words("stopwords"))


def _subject(own: list[int], cue: Cue, passage: Passage) -> bool:
    """Whether words between two commas are the subject of the verb among them, and nothing else."""
    words, language = [passage.words[at] for at in own], pack(passage.article.language)
    beside = all(adjacent(passage.text, passage.words[at], passage.words[at + 1]) for at in range(own[0], own[-1]))
    if not beside or not (words[-1].end < cue.start or words[0].start > cue.end):
        return False
    pronoun = len(words) == 1 and bool(pronoun_gender(words[0].folded, language))
    return pronoun or _nominal(words[0].start, words[-1].end, passage) or words[-1].folded.endswith("s")


def _tail(cue: Cue, passage: Passage) -> int:
    """Where what tells when and where somebody spoke ends, behind the verb; -1 where more than that stands there.

    With the sentence (``announced [after hours of talks in a hotel].``), or before a clause that only goes with it
    (``said [on Monday], as its neighbours traded accusations``).
    """
    language, text, words = pack(passage.article.language), passage.text, passage.words
    start = passage.sentence.start
    comma = next(
        (at for at in range(cue.end, passage.sentence.end) if text[at] in COMMAS and not _digits(at, text)), -1
    )
    if comma >= 0:
        first = passage.gap(start, comma)
        clauses = language.listed("subordinators") - language.listed("relatives")
        aside = first < len(words) and speech_lexicon(language).asides.at(first, words, text, peel=False)
        goes_with = tuple(language.listed("participle_endings")) or ("\0",)  # ``said on Monday, [ending] a dispute``
        led = any(word.folded in clauses or word.folded.endswith(goes_with) for word in words[first : first + 1])
        if not aside and not led:
            return -1
    end = comma if comma >= 0 else passage.sentence.end
    when = language.listed("clause_prepositions") | language.words("noun_markers")
    led = any(word.folded in when for word in words[passage.gap(start, cue.end) :][:1])
    return end if led or passage.gap(cue.end, end) <= BEHIND else -1


def _ends(cue: Cue, start: int, end: int, passage: Passage) -> bool:
    """Whether a verb that needs an object ends its sentence, so that a noun phrase and more before it are a clause."""
    language = pack(passage.article.language)
    words = [word for word in passage.words if start <= word.start < end]
    if passage.gap(cue.end, passage.sentence.end) or not words or cue.verb is None or not cue.verb.clause:
        return False
    markers = language.words("noun_markers")
    led = language.clause_links | language.listed("subordinators") | (markers - language.words("clause_starts"))
    return words[0].folded not in led and any(word.folded in markers for word in words[2:])


def _digits(place: int, text: str) -> bool:
    return text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()


def _nominal(start: int, end: int, passage: Passage) -> bool:
    """Whether a few words are a noun phrase: an article, an owner or a name begins it, and no verb is in it."""
    language = pack(passage.article.language)
    words = [word for word in passage.words if start <= word.start < end]
    several = language.listed("joins_names") | (language.clause_links - language.words("noun_markers"))
    if not 0 < len(words) <= PHRASE or verbs_between(passage, start, end):
        return False
    if any(word.folded in several for word in words[1:]):
        return False
    first = words[0]
    ends = language.clitics("possessive") or ("\0",)
    owned = first.folded.endswith(ends) or first.folded in language.listed("owners")
    plain = first.folded in language.words("stopwords") and first.folded not in language.listed("before_things")
    counted = first.folded in language.listed("before_things") | language.listed("indefinite")
    return owned or counted or (first.text[:1].isupper() and not plain)
