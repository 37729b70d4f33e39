"""What is attached to a verb and its subject: titles and whose they are, adjectives, another subject, when."""

from __future__ import annotations

from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.quotes.cues import Cue, Passage
from workbench.extractors.quotes.lexicon import speech_lexicon, weekdays
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import pack
from workbench.text.phrases import adjacent

__all__ = ["attached", "charged", "coordinated", "past_addressee", "past_day", "subject_end"]

WITHIN = 4  # the most words from a preposition to the document that it leads to
ADDRESSEE = 5  # the most words of who is told
CHARGED = 6  # the most words from an object to the words in marks that it is charged with
NAMING = ("person", "body", "place")


def attached(index: int, behind: int, cue: Cue, passage: Passage) -> int:
    """Where something ends that begins at a word and belongs to the subject; -1 where nothing does.

    Parameters
    ----------
    behind: where the subject ends; 0 where it was not met yet.
    """
    if index == cue.last + 1:
        return _title_alone(index, passage)
    if not behind or passage.text[behind : passage.words[index].start].strip():
        return -1
    return max(_title(index, passage), _adjective(index, passage))


def subject_end(speaker: Speaker, cue: Cue, passage: Passage) -> int:
    """Where a subject behind a verb ends; 0 for a body behind a title, which is not the subject itself."""
    index, words, language = cue.last + 1, passage.words, pack(passage.article.language)
    if speaker.kind not in ("body", "place") or not language.settings["verb_first"] or index >= len(words):
        return speaker.end
    hit = lexicon(language).titles.at(index, words, passage.text, peel=False)
    return speaker.end if hit is None or passage.speaker_at(hit.start) is not None else 0


def coordinated(position: int, behind: int, passage: Passage) -> bool:
    """Whether another subject follows in one word with a conjunction: ``رفض فلان [و]علان``."""
    if not behind or passage.text[behind:position].strip():
        return False
    joined = passage.text[position : position + 1] in pack(passage.article.language).clitics("conjunction")
    speaker = passage.speaker_at(position + 1) if joined else None
    return speaker is not None and speaker.start == position + 1 and speaker.kind in NAMING


def past_addressee(index: int, passage: Passage) -> int | None:
    """Where a clause begins behind who is told: ``told the radio [she] accepted``; None where none does."""
    language, words = pack(passage.article.language), passage.words
    told = passage.speaker_at(words[index].start)
    behind = passage.gap(passage.sentence.start, told.end) if told is not None and told.kind == "body" else len(words)
    if told is not None and behind < len(words) and passage.text[told.end : words[behind].start] == " ":
        articles = language.listed("before_things")  # ``told Levant Sports Wire [a] second bid had``
        return behind if words[behind].folded in articles | language.words("clause_starts") else None
    starts = language.words("clause_starts")
    following = enumerate(words[index + 1 : index + 1 + ADDRESSEE])
    return next((index + 1 + at for at, word in following if word.folded in starts), None)


def past_day(position: int, passage: Passage) -> int:
    """Where a clause may begin behind when or where it was said: ``said (on) Monday``, ``said in a letter``."""
    language, words = pack(passage.article.language), passage.words
    known, days = speech_lexicon(language), weekdays(language)
    index = first = passage.gap(passage.sentence.start, position)
    while index + 1 < len(words) and words[index].folded in language.settings["before_days"]:
        index += 1
    if index < len(words) and words[index].folded in days:
        part = index + 1 < len(words) and words[index + 1].folded in language.listed("day_parts")
        return words[index + part].end
    for later in range(index, min(index + WITHIN, len(words))):
        hit = known.documents.at(later, words, passage.text)
        led = words[index].folded in known.prepositions - language.listed("before_things")
        if hit is not None and led:  # ``said [in a letter]``, not ``said the letter was``
            return hit.end
    return _past_where(first, position, passage)


def _past_where(index: int, position: int, passage: Passage) -> int:
    """Where a clause begins behind a preposition and a few nouns: ``said on air [the contract was]``."""
    language, words = pack(passage.article.language), passage.words
    if index >= len(words) or words[index].folded not in language.listed("places_said"):
        return position
    for at in range(index + 2, min(index + 2 + WITHIN, len(words))):
        if not adjacent(passage.text, words[at - 1], words[at]) or words[at - 1].folded in language.words("stopwords"):
            continue
        if words[at].folded in language.words("clause_starts"):
            return words[at - 1].end
    return position


def _title_alone(index: int, passage: Passage) -> int:
    """Where a title without a name ends right behind a verb, with its owner: ``دعا [الأمين العام للرابطة] إلى``."""
    language = pack(passage.article.language)
    hit = lexicon(language).titles.at(index, passage.words, passage.text, peel=False)
    if hit is None or hit.value.kind != "role" or not language.settings["verb_first"]:
        return -1
    return passage.words[hit.last + 1].end if _owner(hit.last + 1, passage) else hit.end


def _title(index: int, passage: Passage) -> int:
    """Where the title of somebody ends that stands right behind his name: ``حمد [الناطق باسم] الحكومة``."""
    hit = lexicon(pack(passage.article.language)).titles.at(index, passage.words, passage.text, peel=False)
    if hit is None or hit.value.kind != "role":
        return -1
    following, owned = hit.last + 1, _owner(hit.last + 1, passage)
    if following >= len(passage.words):
        return hit.end
    word = passage.words[following]
    whose = passage.speaker_at(word.start + owned) if not passage.text[hit.end : word.start].strip() else None
    if whose is not None and whose.kind in ("body", "place"):
        return whose.end
    return word.end if owned else hit.end


def _owner(index: int, passage: Passage) -> bool:
    """Whether a word behind a title carries the preposition of an owner: ``[لحزب]``, ``[للرابطة]``."""
    words = passage.words
    owners = tuple(joined[0] for joined in pack(passage.article.language).clitics("preposition_article"))
    if index >= len(words) or not owners or not adjacent(passage.text, words[index - 1], words[index]):
        return False
    return words[index].folded.startswith(owners)


def _adjective(index: int, passage: Passage) -> int:
    """Where an adjective of place ends right behind a subject: ``شركة نور [الفنلندية]``."""
    language, word = pack(passage.article.language), passage.words[index]
    hit = lexicon(language).demonyms.at(index, passage.words, passage.text, peel=False)
    return hit.end if hit is not None and word.folded.startswith(language.article or "\0") else -1


def charged(index: int, passage: Passage, particles: frozenset[str]) -> bool:
    """Whether a preposition of a verb leads to marks a few words behind its object: ``اتهم [الحكومة] بـ«التنصل»``."""
    words, text = passage.words, passage.text
    for at in range(index + 1, min(index + CHARGED, len(words))):
        between = text[words[at - 1].end : words[at].start]
        if between.strip(" \u00a0"):
            return False
        marked = passage.marked_at(words[at].end) or passage.marked_at(words[at].end + 1)
        if marked is not None and words[at].folded in particles and marked.closed:
            return True
    return False
