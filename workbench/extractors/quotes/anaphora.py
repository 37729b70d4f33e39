"""Who is meant where a sentence has said it already: by the verb before, by a pronoun, by a noun for him."""

from __future__ import annotations

from dataclasses import replace

from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.quotes.cues import Cue, Passage
from workbench.extractors.quotes.genders import agree, relative_gender
from workbench.extractors.quotes.lexicon import days, enclitics, speech_lexicon
from workbench.extractors.quotes.memory import Memory
from workbench.extractors.quotes.particles import definite
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import pack
from workbench.text.phrases import adjacent
from workbench.text.tokens import tokens

__all__ = ["again", "body_again", "newcomer", "of_another", "of_clause", "pronoun_before", "whose_relative"]


def of_clause(cue: Cue, earlier: list[Cue], passage: Passage, *, far: bool) -> Speaker | None:
    """The subject of the verb before in the same sentence, which reports nothing itself.

    ``[أشادت] فلانة بما وصفته بـ``; ``اعترف [مستشار] بذلك حين قال``.

    ``far``: whether nobody in the sentence is known to be the subject of the cue; else there is nothing to find.
    """
    before = earlier[-1] if far and earlier else None
    who = before.subject if before is not None else None
    if before is None or who is None or cue.tag not in ("past", "pres") or before.tag not in ("past", "pres"):
        return None
    own = before.rule in ("verb after", "verb before") and not before.flags & {"carried", "lead"}
    if not own or before.content[0] >= 0 or not pack(passage.article.language).settings["verb_first"]:
        return None
    if who.start < passage.sentence.start or who.kind in ("place", "document", "evidence"):
        return None
    said = before.verb.gender if before.verb is not None and who.gender == "" else who.gender
    return who if agree(cue.verb.gender if cue.verb is not None else "", said) else None


def pronoun_before(cue: Cue, passage: Passage) -> bool:
    """Whether a particle with a pronoun stands right before a verb, its subject: ``قال [إنه] أبلغ الوزارة``."""
    language, words = pack(passage.article.language), passage.words
    if not language.settings["verb_first"] or cue.joined or cue.index < 1:
        return False
    hit = speech_lexicon(language).openers.at(cue.index - 1, words, passage.text)
    if hit is None or not adjacent(passage.text, words[cue.index - 1], words[cue.index]):
        return False
    return hit.peeling.core.removeprefix(hit.value) in enclitics(language)


def whose_relative(cue: Cue, passage: Passage) -> Speaker | None:
    """Who is no name but a noun with the article before a relative pronoun and a verb: ``[الحكومة] التي وعدت``."""
    language, words = pack(passage.article.language), passage.words
    if cue.joined or cue.index < 2 or not language.article:
        return None
    said = relative_gender(words[cue.index - 1].folded, language)
    if not said or not agree(cue.verb.gender if cue.verb is not None else "", said):
        return None
    noun = words[cue.index - 2]
    core, front = definite(noun.folded, language)
    known = speech_lexicon(language)
    if not core or not adjacent(passage.text, noun, words[cue.index - 1]) or noun.folded in days(language):
        return None
    if known.documents.at(cue.index - 2, words, passage.text) is not None:
        return None
    start = noun.start + front
    return Speaker(start, noun.end, start, noun.end, "", "role", "role", said)


def body_again(other: Speaker, passage: Passage, memory: Memory) -> Speaker:
    """The body that spoke last, where a noun for any calls it again whose name has none: ``المنظمة``."""
    language, last = pack(passage.article.language), memory.last()
    if last is None or last.kind != "body" or not last.entity or passage.gap(other.start, other.end) > 1:
        return other
    called, _ = definite(language.fold(passage.text[other.start : other.end]), language)
    own = tokens(last.entity, language)
    head = lexicon(language).heads.at(0, own, last.entity) if own else None
    if called not in language.listed("companies") or (head is not None and head.value.kind == "org"):
        return other
    return replace(last, start=other.start, end=other.end, name_start=other.start, name_end=other.end)


def newcomer(other: Speaker, meant: Speaker, passage: Passage) -> bool:
    """Whether a noun with the article calls again who came without it, after the last word of somebody ``meant``.

    ``قال [سالم] ... ووقف [رجل] في الطابور. وقال [الرجل]``.
    """
    language, text = pack(passage.article.language), passage.text
    noun, _ = definite(language.fold(text[other.start : other.end]).split()[0], language)
    named = [one.end for one in passage.everybody if one.entity == meant.entity and one.end <= other.start]
    if not noun or not named:
        return False
    return any(word.folded == noun for word in tokens(text, language, start=max(named), end=other.start))


def again(found: Speaker, cue: Cue, passage: Passage, memory: Memory) -> Speaker | None:
    """Who spoke last, where a noun that may call anybody stands for him (``[اللاعب] المخضرم``), not for another."""
    language, text = pack(passage.article.language), passage.text
    own = language.fold(text[found.name_start : found.name_end]).split()
    noun, _ = definite(own[0], language) if len(own) == 1 else ("", 0)
    last = memory.last()
    if noun not in language.listed("anybody") or last is None or last.kind != "person" or not last.entity:
        return None
    said = cue.verb.gender if cue.verb is not None else ""
    if last.entity == found.entity or not agree(said, last.gender) or newcomer(found, last, passage):
        return None
    return replace(found, entity=last.entity, gender=last.gender)


def of_another(found: Speaker, index: int, passage: Passage) -> bool:
    """Whether a title without the article says whose it is, so that it is not who was told of: ``وزير الطاقة``."""
    article, whose = pack(passage.article.language).article, passage.gap(found.start, found.end) > 1
    return bool(article) and whose and not passage.words[index].folded.startswith(article)
