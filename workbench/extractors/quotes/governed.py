"""Whether a noun phrase is governed, by a preposition or the like, so that it is no subject."""

from __future__ import annotations

from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.entities.names import ADVERB
from workbench.extractors.quotes.cues import BREAKS, Cue, Passage
from workbench.extractors.quotes.lexicon import days, enclitics, speech_lexicon
from workbench.extractors.quotes.speaker import OPENING, Speaker
from workbench.languages.pack import LanguagePack, pack
from workbench.text.phrases import adjacent

__all__ = ["governed", "leads_elsewhere", "led_article", "led_to", "of_noun", "of_source", "topical", "with_pronoun"]

SHORT = 2  # letters of a word with a preposition joined to it


def governed(speaker: Speaker, passage: Passage, verb: int = -1) -> bool:
    """Whether a preposition stands before a noun phrase, in a word of its own or joined to it: it is no subject.

    ``verb``: the index of the last word of a verb, which may be written like a preposition (``[عبر] قائد المنتخب عن``).
    """
    if speaker.start > 0 and passage.text[speaker.start - 1].isalpha():
        return True
    before = passage.gap(passage.sentence.start, speaker.start)
    language = pack(passage.article.language)
    if before > 0 and _joined_to_marks(before - 1, passage, speaker):
        return True
    if _joined(speaker, passage):
        return True
    if before > 0 and _head_led_to(before - 1, passage, speaker):
        return True
    if before > 1 and speaker.kind in ("body", "place") and _owned_led_to(before - 1, passage, speaker):
        return True
    if before and before - 1 == verb:
        return False
    word = _before_article(before, passage)
    led = word in language.words("stopwords") and word not in language.listed("topics")
    return (led or _preposition(word, language)) and not with_pronoun(word, language)


def _before_article(before: int, passage: Passage) -> str:
    """The folded word before a noun phrase and its article, where that is a word of its own: ``[of] the ministry``."""
    articles = pack(passage.article.language).listed("definite")
    at = before - (before > 0 and passage.words[before - 1].folded in articles)
    return passage.words[at - 1].folded if at else ""


def _joined(speaker: Speaker, passage: Passage) -> bool:
    """Whether a noun phrase begins with a preposition and the article in one word with it: ``[لل]جزيرة``."""
    language = pack(passage.article.language)
    begins = language.fold(passage.text[speaker.start : speaker.end])
    return begins.startswith(language.clitics("preposition_article") or ("\0",))


def _joined_to_marks(index: int, passage: Passage, speaker: Speaker) -> bool:
    """Whether a preposition is joined to the marks around a name: ``قالت [لـ]«ناقوس المرسى»``."""
    word = passage.words[index]
    between = passage.text[word.end : speaker.start]
    prepositions = pack(passage.article.language).clitics("preposition")
    return bool(between) and all(sign in OPENING for sign in between) and word.folded in prepositions


def _head_led_to(index: int, passage: Passage, speaker: Speaker) -> bool:
    """Whether the word before a name says what it is and carries a preposition: ``[لقناة] الضفاف``."""
    language = pack(passage.article.language)
    head = lexicon(language).heads.at(index, passage.words, passage.text)
    gap = "" if head is None else passage.text[head.end : speaker.start].strip()
    beside = head is not None and head.last == index and all(sign in OPENING for sign in gap)
    return head is not None and beside and head.peeling.proclitics.endswith(language.clitics("preposition") or ("\0",))


def _owned_led_to(index: int, passage: Passage, speaker: Speaker) -> bool:
    """Whether the word before a body belongs to it, and a preposition leads to that: ``في [منصة] إكس``."""
    language, words = pack(passage.article.language), passage.words
    known, word = speech_lexicon(language), words[index - 1]
    beside = adjacent(passage.text, words[index - 1], words[index])
    touching = all(sign in OPENING for sign in passage.text[words[index].end : speaker.start].strip())
    verb = known.verbs.at(index, words, passage.text)
    opens = known.openers.at(index - 1, words, passage.text) is not None or word.folded in lexicon(language).says
    before = not opens and word.text in language.spelled("stopwords") and word.folded in language.clause_links
    return beside and touching and verb is None and (before or _preposition(word.folded, language))


def with_pronoun(word: str, language: LanguagePack) -> bool:
    """Whether a word is a preposition with a pronoun, which governs nothing behind it: ``رد [عليه] فلان``."""
    prepositions = speech_lexicon(language).prepositions
    return any(word.endswith(one) and word.removesuffix(one) in prepositions for one in enclitics(language))


def led_to(speaker: Speaker, passage: Passage) -> bool:
    """Whether a preposition leads to a noun phrase."""
    start, text = speaker.start, passage.text
    joined, letter = text[max(0, start - 1) : start], text[max(0, start - 2) : max(0, start - 1)]
    conjunction = joined in pack(passage.article.language).clitics("conjunction") and not letter.isalpha()
    if joined.isalpha() and not conjunction:  # not ``[و]القاضية فلانة كتبت``
        return True
    before = passage.gap(passage.sentence.start, speaker.start)
    if before > 0 and _joined_to_marks(before - 1, passage, speaker):
        return True
    if _joined(speaker, passage):
        return True
    word = _before_article(before, passage)
    return _preposition(word, pack(passage.article.language)) or _paired(speaker, word, passage)


def _paired(speaker: Speaker, word: str, passage: Passage) -> bool:
    """Whether a conjunction joins a place to one that a preposition leads to: ``between Morocco and [Spain]``."""
    language = pack(passage.article.language)
    if speaker.kind != "place" or not language.capitals or word not in language.listed("joins_names"):
        return False
    other = passage.speakers_before(speaker.start)[-1:]
    beside = bool(other) and other[0].kind == "place" and passage.gap(other[0].end, speaker.start) == 1
    return beside and led_to(other[0], passage)


def topical(speaker: Speaker, cue: Cue, passage: Passage) -> bool:
    """Whether a clause only begins with what is spoken of, before its verb: ``[وعن إصابة فلان] قال``."""
    language, words = pack(passage.article.language), passage.words
    if (
        cue.joined
        or not language.settings["verb_first"]
        or any(sign in passage.text[speaker.end : cue.start] for sign in BREAKS)
    ):
        return False
    first = passage.gap(passage.sentence.start, speaker.start)
    while first > 0 and adjacent(passage.text, words[first - 1], words[first]):
        first -= 1
    opening = speech_lexicon(language).connectives.at(first, words, passage.text)
    last = first if opening is None else opening.last
    return last < cue.index and words[last].start <= speaker.start and _preposition(words[last].folded, language)


def _preposition(word: str, language: LanguagePack) -> bool:
    """Whether a word is a preposition, also behind a conjunction in one word with it: ``[وفي] تونس دعا``."""
    known = speech_lexicon(language).prepositions
    return word in known or any(
        word.startswith(one) and len(word) > len(one) + 1 and word.removeprefix(one) in known
        for one in language.clitics("conjunction")
    )


def of_noun(speaker: Speaker, cue: Cue, passage: Passage) -> bool:
    """Whether a place or body only says whose something is, in a language without a word for it.

    ``ووصف [استخدام] إسرائيل``; a title or what the body is may stand there: ``قالت [شركة] النور``.
    """
    language, words = pack(passage.article.language), passage.words
    before = passage.gap(passage.sentence.start, speaker.start) - 1
    if speaker.kind not in ("place", "body") or not language.article or not cue.joined or before <= cue.last:
        return False
    word = words[before]
    if passage.text[word.end : speaker.start].strip():
        return False
    if word.folded in language.words("stopwords") or word.folded in days(language):
        return False
    if word.folded.startswith(language.article) or word.text.endswith(ADVERB):
        return False
    table = lexicon(language)
    heads = (table.heads.at(before, words, passage.text), table.titles.at(before, words, passage.text))
    return passage.speaker_at(word.start) is None and not any(heads)


def leads_elsewhere(cue: Cue, speaker: Speaker, passage: Passage) -> bool:
    """Whether a preposition stands between a phrase that attributes and a place: ``على لسان رملي [عند] بحيرة``."""
    known = speech_lexicon(pack(passage.article.language)).prepositions
    between = (word.folded for word in passage.words if cue.end <= word.start and word.end <= speaker.start)
    return speaker.kind == "place" and any(word in known for word in between)


def led_article(word: str, language: LanguagePack) -> bool:
    """Whether a folded word carries a preposition and an article: ``[بالمجلس]`` is no object."""
    article = language.article
    joined = [one + article for one in language.clitics("preposition")] if article else []
    joined += language.clitics("preposition_article")
    return any(word.startswith(one) and len(word) > len(one) + SHORT for one in joined)


def of_source(index: int, passage: Passage) -> bool:
    """Whether a preposition begins or ends a phrase that attributes: ``[على] لسان``, ``نقلا [عن] مراسلها ان``."""
    words, text = passage.words, passage.text
    known = speech_lexicon(pack(passage.article.language)).attributions
    begun = known.at(index, words, text, peel=False)
    ended = known.at(index - 1, words, text) if index else None
    return (begun is not None and begun.last > index) or (ended is not None and ended.last == index)
