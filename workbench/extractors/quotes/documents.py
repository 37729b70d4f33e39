"""Statements that speak for whoever issued them: the body behind one, before its verb, or the last that issued any."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from workbench.corpus import Article
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.quotes.genders import relative_gender
from workbench.extractors.quotes.lexicon import enclitics, speech_lexicon
from workbench.extractors.quotes.speaker import Speaker
from workbench.languages.pack import LanguagePack, pack
from workbench.text.phrases import Hit, adjacent
from workbench.text.tokens import Token, tokens

__all__ = ["APART", "documents"]

APART = '.،,:؛;\n«"“'
"""What ends a noun phrase."""
REACH = 4  # how many words may stand between a document and the body that issued it


def documents(
    article: Article, words: list[Token], speakers: list[Speaker], owners: list[Speaker]
) -> Iterator[Speaker]:
    """A statement that speaks for whoever issued it: the body named right behind it, else the last such body."""
    known = speech_lexicon(pack(article.language))
    issued = _issued(words, speakers, article)
    places = sorted({*known.documents.places(words), *issued})
    starts = [word.start for word in words] if places else []
    for index in places:
        hit = known.documents.at(index, words, article.text)
        if hit is None or _published(hit, words, article):
            owners += [issued[index]] if index in issued else []
            continue
        owner = _issuer(hit.last, hit.end, starts, speakers, article.text, pack(article.language))
        if owner is not None:
            owners.append(owner)
            yield replace(owner, start=hit.start, kind="document")
            continue
        if hit.value == "evidence":
            yield Speaker(hit.start, hit.end, hit.start, hit.end, "", "evidence")
            continue
        before = _author(hit.start, hit.first, starts, speakers, article.text) or _speaking(
            hit, words, speakers, article
        )
        if before is not None:
            owners.append(before)
        if (named := _body_behind(hit, words, speakers, article)) is not None:
            owners.append(named)
            yield named
            continue
        alone = not owners and _said_by(hit, words, article)
        if alone:
            owners.append(Speaker(hit.start, hit.end, hit.start, hit.end, "", "document", "document"))
        if owners or hit.value == "report":  # a report speaks itself where nobody is known to have written it
            whose = owners[-1].entity if owners else ""
            yield Speaker(hit.start, hit.end, hit.start, hit.end, whose, "document", "document")


def _published(hit: Hit[str], words: list[Token], article: Article) -> bool:
    """Whether what is written like a document is a verb with a pronoun behind a noun: ``في إفصاح [نشره] أمس``."""
    language, word, before = pack(article.language), words[hit.last], words[hit.first - 1] if hit.first else None
    if before is None or hit.first != hit.last or hit.peeling.front or not adjacent(article.text, before, word):
        return False
    noun = not before.folded.startswith(language.article or "\0") and before.folded not in language.words("stopwords")
    return noun and bool(language.article) and not hit.peeling.back and word.text.endswith(enclitics(language))


def _issued(words: list[Token], speakers: list[Speaker], article: Article) -> dict[int, Speaker]:
    """Who issues a statement that is the object of a verb, by its place: ``أصدرت [الرابطة] بيانا``."""
    language, text = pack(article.language), article.text
    documents, found = speech_lexicon(language).documents, {}
    ends = language.clitics("dual") if language.article else ()
    bodies = {one.end: one for one in speakers if one.kind == "body"} if ends else {}
    for index in range(1, len(words) if bodies else 0):
        body, word = bodies.get(words[index - 1].end), words[index]
        if body is None or not adjacent(text, words[index - 1], word):
            continue
        bare = [word._replace(folded=word.folded.removesuffix(one)) for one in ends if word.folded.endswith(one)]
        if any(documents.at(0, [one], text) is not None for one in bare):
            found[index] = body
    return found


def _speaking(hit: Hit[str], words: list[Token], speakers: list[Speaker], article: Article) -> Speaker | None:
    """The body before a verb that says something in a document: ``[رئاسة الجامعة]، من ناحيتها، قالت في بيان``."""
    language, text = pack(article.language), article.text
    known, verb = speech_lexicon(language), hit.first - 2
    if verb < 1 or not language.article or words[verb + 1].folded not in known.prepositions:
        return None
    said = known.verbs.at(verb, words, text)
    ahead = speakers[: bisect_left(speakers, words[verb].start, key=lambda one: one.start)][-1:]
    if said is None or said.value.tag not in ("past", "pres") or not ahead or ahead[0].kind != "body":
        return None
    between = text[ahead[0].end : words[verb].start].strip()
    remark = between[:1] in tuple("،,") and between[-1:] in tuple("،,") and len(between.split()) <= REACH
    return ahead[0] if not between or remark else None


def _said_by(hit: Hit[str], words: list[Token], article: Article) -> bool:
    """Whether a document that nobody told of stands right behind a verb of saying: ``أكد [بيان] صادر عن مكتبه أن``."""
    language, word = pack(article.language), words[hit.last]
    owned = word.folded.startswith(language.article) or word.text.endswith(enclitics(language))  # ``ختم [تغريدته] بـ``
    if not language.settings["verb_first"] or hit.first < 1 or hit.peeling.proclitics or owned:
        return False
    verbs = speech_lexicon(language).verbs
    hits = (verbs.at(at, words, article.text) for at in range(max(0, hit.first - 2), hit.first))
    said = next((one for one in hits if one is not None and one.last == hit.first - 1), None)
    following = words[hit.last + 1 : hit.last + 2]
    beside = adjacent(article.text, words[hit.first - 1], words[hit.first])
    beside = beside and any(adjacent(article.text, words[hit.last], one) for one in following)
    return beside and said is not None and said.value.tag in ("past", "pres")


def _body_behind(hit: Hit[str], words: list[Token], speakers: list[Speaker], article: Article) -> Speaker | None:
    """A document by whoever is called by what a body is alone, and whom the page does not name: ``بيان [التجمع]``."""
    language, following = pack(article.language), hit.last + 1
    plain = language.article and not words[hit.first].folded.startswith(language.article)
    if not plain or following >= len(words) or not adjacent(article.text, words[hit.last], words[following]):
        return None
    word = words[following]
    head = lexicon(language).heads.at(following, words, article.text)
    if (
        head is None
        or head.value.kind != "org"
        or head.last != following
        or not word.folded.startswith(language.article)
    ):
        return None
    if any(one.start < word.end and word.start < one.end for one in speakers):
        return None
    return Speaker(hit.start, word.end, word.start, word.end, "", "document", "role")


def _author(start: int, first: int, starts: list[int], speakers: list[Speaker], text: str) -> Speaker | None:
    """The body that stands right before a document in its sentence: ``قالت [الوزارة] في بيان``."""
    for speaker in reversed(speakers[: bisect_left(speakers, start, key=lambda one: one.start)]):
        gap = first - bisect_left(starts, speaker.end)
        between = text[speaker.end : start].removeprefix("،").removeprefix(",")  # ``قالت [الوزارة]، في بيان``
        near = gap <= REACH and not any(mark in between for mark in APART)
        return speaker if near and speaker.kind == "body" else None
    return None


def _apart_from(between: str, speaker: Speaker, language: LanguagePack) -> bool:
    """Whether what stands between a document and a name says that it is not whose it is: a clause, a place it is in."""
    words, known = tokens(between, language), speech_lexicon(language)
    clauses = lexicon(language).openers - known.prepositions
    if any(relative_gender(word.folded, language) or word.folded in clauses for word in words):
        return True
    told = (known.verbs.at(at, words, between) for at in range(len(words) if language.settings["verb_first"] else 0))
    if any(hit is not None and hit.value.tag in ("past", "pres") for hit in told):  # ``بيان [نقلته] الوكالة``
        return True
    if speaker.kind == "place":
        return bool(words) and words[-1].folded in language.settings["people_from"][1:]
    led = words[-1].folded if words and language.settings["verb_first"] else ""  # ``رسالة [إلى] الوزير``
    away = led in language.words("noun_markers") and led != language.settings["people_from"][0]
    return bool(away) and led not in language.listed("origins")


def _issuer(
    last: int, end: int, starts: list[int], speakers: list[Speaker], text: str, language: LanguagePack
) -> Speaker | None:
    for speaker in speakers[bisect_left(speakers, end, key=lambda one: one.start) :]:
        if speaker.kind == "group":
            continue
        gap = bisect_left(starts, speaker.start) - last - 1
        between = text[end : speaker.start]
        if gap <= REACH and not any(mark in between for mark in APART) and not _apart_from(between, speaker, language):
            return speaker
        return None
    return None
