"""Who acts in a clause of its own: a body without a name before its verb, whoever another event is told of."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import cache

from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.quotes.cues import COMMAS, Cue, Passage, begins
from workbench.extractors.quotes.genders import agree, form_gender, noun_gender, title_gender
from workbench.extractors.quotes.governed import governed
from workbench.extractors.quotes.labels import bearer
from workbench.extractors.quotes.lexicon import enclitics, speech_lexicon
from workbench.extractors.quotes.mainverbs import verbs_between, words_between
from workbench.extractors.quotes.memory import Memory
from workbench.extractors.quotes.nameless import addressed_title, titled_at
from workbench.extractors.quotes.particles import definite
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import LanguagePack, pack
from workbench.text.phrases import adjacent
from workbench.text.tokens import Token, tokens

__all__ = [
    "by_role",
    "is_told",
    "joined_to",
    "leading",
    "nearer_here",
    "other_event",
    "replied",
    "replying",
    "whose_document",
]

ARTICLE = 4  # the most characters before the first noun phrase of a sentence
PHRASE = 4  # the most words of such a subject
SHORT = 4  # the fewest letters of what a body is, without a pronoun
HELPED = 10  # the most words from a verb back to the one that helps it
SAID_IN = 400  # the most characters from where a body spoke to what it wrote
REMARK = 4  # the most words between two commas behind it: ``، من جهتها،``


def leading(cue: Cue, passage: Passage, memory: Memory) -> Speaker | None:
    """The body that begins the clause of a verb and that nobody has named: ``فيما [الوزارة] تقول إنها``."""
    language = pack(passage.article.language)
    if cue.joined or cue.tag not in ("past", "pres") or not language.article or cue.index < 1:
        return None
    if (stranger := _helped(cue, passage)) is not None:
        return stranger
    last = _past_remark(_past_helpers(cue.index - 1, passage), passage)
    first = _clause(last, passage)
    if first < 0 or not 0 <= last - first < PHRASE:
        return None
    owned = _owned(passage.words[first], passage)
    front = 0 if owned else definite(passage.words[first].folded, language)[1]
    start, end = passage.words[first].start + front, passage.words[last].end
    if any(one.start < end and start < one.end for one in passage.speakers) or not _is_body(first, last, passage):
        return None
    said = noun_gender(_bare(first, passage), language)
    if not agree(cue.verb.gender if cue.verb is not None else "", said):
        return None
    meant = None if owned else memory.carried(said)
    if meant is not None and meant.kind in ("body", "document") and _may_be(meant, first, passage):
        return Speaker(start, end, start, end, meant.entity, "body", gender=said)
    return Speaker(start, end, start, end, "", "body", "role", said)


def by_role(one: Speaker, passage: Passage) -> Speaker | None:
    """Whom a sentence is about by what he is alone, or by a name that no list knows: ``أما [وزير التخطيط] فقال``."""
    if one.kind != "role":
        return None
    index = passage.word_at(one.start)
    known = bearer(passage, index) if index is not None and one.flag == "role" else None
    return known if known is not None and known.entity else one


def _helped(cue: Cue, passage: Passage) -> Speaker | None:
    """Somebody without a name between a verb and the one that helps it: ``كان [حساب مجهول] على المنصة قد زعم``."""
    language, words, text = pack(passage.article.language), passage.words, passage.text
    helpers = language.listed("before_verbs")
    if cue.index < 3 or cue.tag != "past" or cue.joined or words[cue.index - 1].folded not in helpers:
        return None
    fronts = ("", *language.clitics("conjunction"))
    forms = {front + one for one in helpers for front in fronts}
    begin = next((at for at in range(cue.index - 2, max(-1, cue.index - HELPED), -1) if words[at].folded in forms), -1)
    noun = words[begin + 1] if begin >= 0 else None
    if noun is None or begin + 1 >= cue.index - 1 or noun.folded in language.words("stopwords"):
        return None
    apart = any(sign in text[words[begin].end : cue.start] for sign in COMMAS)
    named = any(noun.start < one.end and one.start < cue.start and one.kind != "place" for one in passage.speakers)
    said = noun_gender(noun.folded, language)
    if apart or named or not agree(cue.verb.gender if cue.verb is not None else "", said):
        return None
    more, plain = words[begin + 2], language.words("stopwords")
    joined = begin + 2 < cue.index - 1 and noun_gender(more.folded, language) == said and more.folded not in plain
    end = more.end if joined else noun.end
    return Speaker(noun.start, end, noun.start, end, "", "group", "anonymous", said)


def _may_be(body: Speaker, first: int, passage: Passage) -> bool:
    """Whether nothing in a body's name says that it is another than the word for a body at a word."""
    language, words, text = pack(passage.article.language), passage.words, passage.text
    heads, own = lexicon(language).heads, tokens(text, language, start=body.name_start, end=body.name_end)
    named, told = heads.at(0, own, text) if own else None, heads.at(first, words, text)
    return named is None or told is None or named.value.title == told.value.title


def _past_helpers(at: int, passage: Passage) -> int:
    """The word before those that help a verb: ``الوزارة [كانت قد] قالت``."""
    helpers = pack(passage.article.language).listed("before_verbs")
    while at > 0 and passage.words[at].folded in helpers:
        at -= 1
    return at


def _past_remark(at: int, passage: Passage) -> int:
    """The word before a remark between two commas that ends at a word; the word itself where none does."""
    words, text = passage.words, passage.text
    if at + 1 >= len(words) or not any(sign in text[words[at].end : words[at + 1].start] for sign in COMMAS):
        return at
    for first in range(at, max(0, at - REMARK), -1):
        if any(sign in text[words[first - 1].end : words[first].start] for sign in COMMAS):
            return first - 1
    return -1


def _clause(last: int, passage: Passage) -> int:
    """The first word of the clause that runs on to a word; -1 where that is too far."""
    language, words, text = pack(passage.article.language), passage.words, passage.text
    known = speech_lexicon(language)
    for first in range(last, max(-1, last - PHRASE), -1):
        if first == 0:
            return 0
        between = text[words[first - 1].end : words[first].start]
        if any(sign in between for sign in COMMAS):
            return first
        opener = known.openers.at(first - 1, words, text)
        if opener is not None and opener.value in known.prepositions:
            return -1
        if opener is not None or known.connectives.at(first - 1, words, text, peel=False):
            return first
        if not adjacent(text, words[first - 1], words[first]):
            return -1
    return -1


def _bare(first: int, passage: Passage) -> str:
    """A folded word without the conjunction joined to it, with its article."""
    language, word = pack(passage.article.language), passage.words[first].folded
    core, _ = definite(word, language)
    return language.article + core if core else word


def _is_body(first: int, last: int, passage: Passage) -> bool:
    """Whether a clause begins with what a body is, and goes on with adjectives or whose it is alone."""
    language, words = pack(passage.article.language), passage.words
    hit = lexicon(language).heads.at(first, words, passage.text)
    if hit is None and first == last and _owned(words[first], passage):
        return True
    if hit is None or hit.value.kind != "org":
        return False
    front, article = hit.peeling.proclitics.removesuffix(language.article), language.article
    behind = words[hit.last + 1 : last + 1]
    owned = all(word.folded.startswith(article) for word in behind)
    plain = bool(definite(words[first].folded, language)[0])
    return front in ("", *language.clitics("conjunction")) and owned and (plain or bool(behind))


def _owned(word: Token, passage: Passage) -> bool:
    """Whether a word is what a body is with a pronoun joined to it: ``[وكالته] قالت``."""
    language = pack(passage.article.language)
    heads = lexicon(language).heads
    silent = [language.fold(row["part"]) for row in language.rows("inflections") if row["kind"] == "silent"]
    for end in enclitics(language):
        bare = word.folded.removesuffix(end)
        if bare == word.folded or len(bare) < SHORT:
            continue
        for form in (bare, *(bare[:-1] + one for one in silent)):
            hit = heads.at(0, [word._replace(folded=form)], passage.text)
            if hit is not None and hit.value.kind == "org" and not hit.peeling.proclitics.strip(language.article):
                return True
    return False


def other_event(told: Speaker, cue: Cue, passage: Passage) -> Speaker | None:
    """Who acts in the clause of a participle that tells another event: ``قال ...، فيما اكتفى [فلان] بالقول``."""
    language = pack(passage.article.language)
    contrasts, behind = speech_lexicon(language).connectives, -1
    for index in range(passage.gap(passage.sentence.start, told.end), cue.index):
        hit = contrasts.at(index, passage.words, passage.text)
        behind = hit.end if hit is not None and hit.value in language.settings["contrasts"] else behind
    found = [one for one in passage.speakers_before(cue.start) if one.start >= behind >= 0 and one.kind != "place"]
    return next((one for one in found if not governed(one, passage)), None)


def is_told(group: Speaker, cue: Cue, passage: Passage) -> bool:
    """Whether a group behind a verb is told something and tells nothing (``وأبلغ [الصحفيين]``).

    It is nobody without an article (``أبلغ [مصدر] الصحيفة``). So is a man behind a woman's verb: ``طالبت [الوزير]``.
    """
    if group.gender == "m" and addressed_title(cue, cue.last + 1, passage):
        return True
    if group.kind != "group" or cue.verb is None or not cue.verb.addressed or not cue.joined:
        return False
    language = pack(passage.article.language)
    return language.fold(passage.text[group.start : group.end]).startswith(language.article)


def joined_to(cue: Cue, passage: Passage, memory: Memory) -> Speaker | None:
    """Who spoke in the same sentence, where a verb is only joined to his: ``he called it "..." [and vowed] to``."""
    language, at = pack(passage.article.language), begins(cue, passage) - 1
    joins = language.listed("joins_names") | (language.listed("sentence_joins") & language.clause_links)
    if at < 1 or language.settings["verb_first"] or passage.words[at].folded not in joins:
        return None
    told = memory.last()
    if told is not None and passage.sentence.start <= told.start < cue.start:
        return told
    ahead = [one for one in passage.speakers_before(cue.start) if one.kind != "place"]
    if not ahead:
        return _title_first(cue, passage)
    if len(ahead) < 2 or ahead[0].kind not in ("person", "body") or ahead[0].start > passage.sentence.start + ARTICLE:
        return None  # ``[The envoy], who is from Oslo, met both ministers and said``
    between = verbs_between(passage, ahead[0].end, ahead[-1].start)
    return ahead[0] if between and not verbs_between(passage, ahead[-1].end, cue.start) else None


def _title_first(cue: Cue, passage: Passage) -> Speaker | None:
    """A title alone with its article with which a sentence begins: ``[The minister] was not there, but wrote``."""
    words, language = passage.words, pack(passage.article.language)
    if words[0].folded not in language.listed("before_things") or not titled_at(1, passage):
        return None
    if not verbs_between(passage, words[1].end, cue.start):
        return None
    start, end = words[0].start, words[1].end
    return bearer(passage, 1) or Speaker(start, end, start, end, "", "role", "role")


def _whose_spokesman(one: Speaker | None, passage: Passage, memory: Memory) -> Speaker | None:
    """A spokesman of nobody in particular as the body told of last: ``The group said no. [A spokesman] said``."""
    language, body = pack(passage.article.language), memory.latest()
    if one is None or one.entity or one.flag != "anonymous" or body is None or body.kind != "body" or not body.entity:
        return one
    words = {word.folded for word in words_between(passage, one.start, one.end)}
    if not words & language.listed("spokespeople") or len(words - language.listed("before_things")) > 1:
        return one
    said = title_gender(passage.text[one.name_start : one.name_end].split()[-1], language)
    return replace(body, start=one.start, end=one.end, name_start=one.start, name_end=one.end, gender=said, voiced=True)


def whose_document(one: Speaker | None, passage: Passage, memory: Memory) -> Speaker | None:
    """A document with the article as the body's that spoke last: ``أعلنت [الرابطة] ... وجاء في المنشور``.

    So is who speaks alone in the name of nobody in particular.
    """
    one = _whose_spokesman(one, passage, memory)
    language, last = pack(passage.article.language), memory.last()
    if one is None or one.kind != "document" or one.flag != "document" or last is None or last.kind != "body":
        return one
    own = language.fold(passage.text[one.start : one.end])
    plain = not language.article or not own.startswith(language.article) or not last.entity
    if plain or not 0 < one.start - last.start < SAID_IN:
        return one
    return replace(one, entity=last.entity)


def _begin(one: Speaker) -> int:
    return one.start


def nearer_here(meant: Speaker | None, said: str, cue: Cue, passage: Passage) -> Speaker | None:
    """The only person of a paragraph, where whoever is ``meant`` spoke before it: ``التقت الصحيفة [فلانا]. يقول``."""
    start = passage.text.rfind("\n", 0, cue.start) + 1
    if meant is None or meant.start >= start:
        return meant
    first, last = (bisect_left(passage.everybody, at, key=_begin) for at in (start, passage.sentence.start))
    here = [one for one in passage.everybody[first:last] if one.kind == "person"]
    several = {one.entity for one in here if one.entity}
    return here[-1] if len(several) == 1 and here[-1].entity and agree(said, here[-1].gender) else meant


def replied(cue: Cue, passage: Passage, memory: Memory) -> Speaker | None:
    """Who answers that somebody asked him, by a pronoun joined to the verb: ``[سألتها] القاضية ... فأجابت``."""
    language, words = pack(passage.article.language), passage.words
    asks, asked, ends = tuple(language.listed("asks")), _asked_forms(language), enclitics(language)
    following = words[cue.last + 1] if cue.last + 1 < len(words) else None
    when = language.listed("when") if words else frozenset()
    later = len(words) > 1 and words[0].folded in when
    later = later and (words[1].folded.startswith(asks or "\0") or words[1].folded in asked)
    if not asks or not (cue.joined or later) or cue.tag not in ("past", "pres"):
        return None
    if following is not None and (following.folded.startswith(language.article) or passage.speaker_at(following.start)):
        return None  # ``وسأله القاضي، فأجاب [المتهم]``
    if (one := _asked(cue, passage, asked)) is not None:
        return one
    for at, word in enumerate(words[: cue.index]):
        if word.folded.startswith(asks) and (own := _object(at, cue, passage)) is not None:
            return own
        if word.folded.startswith(asks) and word.folded.endswith(ends):
            return memory.carried(form_gender(word.folded, "masdar", "", language), before=passage.sentence.start)
    return None


def _object(at: int, cue: Cue, passage: Passage) -> Speaker | None:
    """Whom a verb of asking has as its object, behind its subject: ``سألت «الميزان» [المدير] عن ذلك، فقال``."""
    language, words, text = pack(passage.article.language), passage.words, passage.text
    end, last = words[at].end, at
    if not words[at].folded.endswith(tuple(language.listed("first_person_ends"))):
        asking = next(iter(passage.speakers_from(end)), None)
        mark = next((one for one in passage.marks if one.start > end), None)
        if asking is not None and passage.gap(end, asking.name_start) <= 1:
            end = asking.end
        elif mark is not None and not passage.gap(end, mark.start):
            end = mark.end
        elif titled_at(at + 1, passage):
            end = words[at + 1].end
        else:
            return None
        last = passage.gap(passage.sentence.start, end) - 1
    if last + 1 >= cue.index or text[end : words[last + 1].start].strip(' \u00a0»”"'):
        return None
    return _named_at(last + 1, passage)


@cache
def _asked_forms(language: LanguagePack) -> frozenset[str]:
    """The verbs by which somebody is asked, folded, with and without a conjunction before them."""
    fronts = ("", *language.clitics("conjunction"))
    return frozenset(front + one for one in language.listed("asked") for front in fronts)


def _asked(cue: Cue, passage: Passage, forms: frozenset[str]) -> Speaker | None:
    """Who is said to be asked, right behind a verb that says so, and answers: ``[سئل] المتحدث عن ..., فأجاب``."""
    words = passage.words
    for at in range(cue.index - 1):
        if words[at].folded not in forms or not adjacent(passage.text, words[at], words[at + 1]):
            continue
        if (found := _named_at(at + 1, passage)) is not None or passage.speaker_at(words[at + 1].start) is not None:
            return found
    return None


def _named_at(index: int, passage: Passage) -> Speaker | None:
    """Who stands at a word: whoever is named there, else who bears the title there, or a title alone."""
    word = passage.words[index]
    found = passage.speaker_at(word.start)
    if found is not None:
        return found if found.kind != "place" else None
    if not titled_at(index, passage):
        return None
    return bearer(passage, index) or Speaker(word.start, word.end, word.start, word.end, "", "role", "role")


def replying(passage: Passage) -> bool:
    """Whether a sentence tells what somebody was asked, or about what he spoke on: ``[وسئل] عن ..., فأجاب``."""
    language = pack(passage.article.language)
    first = passage.words[0].folded if passage.words else ""
    fronts = ("", *language.clitics("conjunction"))
    return any(first == front + word for front in fronts for word in language.listed("replies"))
