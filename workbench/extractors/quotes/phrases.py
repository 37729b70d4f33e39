"""The noun phrases of an article that can speak: people, bodies, roles, offices, documents, the unnamed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from workbench.corpus import Article, Block
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.entities.names import ADVERB, NameReader
from workbench.extractors.quotes.genders import noun_gender, only_nouns, relative_gender
from workbench.extractors.quotes.lexicon import speech_lexicon
from workbench.extractors.quotes.shortnames import ShortNames
from workbench.extractors.quotes.speaker import Speaker
from workbench.languages.pack import LanguagePack, pack
from workbench.text.phrases import Hit, adjacent, cores
from workbench.text.spans import Spans
from workbench.text.tokens import Token, tokens

__all__ = ["Speaker", "speakers_of", "words_of"]

APART = '.،,:؛;\n«"“'
OF_WHAT = 5  # letters of a noun with its article
NOUN = 6  # the most words of a noun phrase without a name
TITLE = 3  # words of a title before the one that could also be somebody without a name
REACH = 4  # how many words may stand between a document and the body that issued it


def words_of(article: Article) -> dict[Block, list[Token]]:
    """The words of each content block."""
    language = pack(article.language)
    return {one: tokens(article.text, language, start=one.start, end=one.end) for one in article.content}


def speakers_of(
    article: Article, named: list[Speaker], places: Mapping[str, str], blocks: Mapping[Block, list[Token]]
) -> dict[Block, list[Speaker]]:
    """The speakers of each content block, in order, none overlapping another.

    Parameters
    ----------
    named, places: who is named, and the entities of places by their names (see `Named`).
    blocks: the words of each content block, in order (see `words_of`).
    """
    begins = [one.start for one in named]
    owners: list[Speaker] = []
    bodies = ShortNames(article)
    found: dict[Block, list[Speaker]] = {}
    for block, words in blocks.items():
        inside = named[bisect_left(begins, block.start) : bisect_left(begins, block.end)]
        inside = [one for one in inside if one.kind != "place" or article.text[one.end : one.end + 1] != "-"]
        unnamed = [*_groups(article, words), *_adjectives(article, words, places), *_hidden(article, words)]
        taken = Spans((one.start, one.end) for one in [*inside, *unnamed])
        unnamed += [one for one in _origins(article, words) if not taken.meets(one.start, one.end)]
        merged = _apart([*_offices(article, words, inside), *inside, *unnamed])
        bodies.add(inside, words)
        taken = Spans((one.start, one.end) for one in merged)
        merged += [one for one in _strangers(article, words) if not taken.meets(one.start, one.end)]
        taken = Spans((one.start, one.end) for one in merged)
        merged += [one for one in bodies.called(words) if not taken.meets(one.start, one.end)]
        found[block] = _apart([*merged, *_documents(article, words, merged, owners)])
    return found


def _apart(speakers: list[Speaker]) -> list[Speaker]:
    """Only the longest of phrases that overlap."""
    kept, taken = [], Spans()
    for one in sorted(speakers, key=lambda s: (s.start - s.end, s.start)):
        if not taken.meets(one.start, one.end):
            taken.add(one.start, one.end)
            kept.append(one)
    return sorted(kept, key=lambda s: s.start)


def _offices(article: Article, words: list[Token], inside: list[Speaker]) -> Iterator[Speaker]:
    """An office that speaks for a body: ``المكتب الصحافي للكرملين`` is the Kremlin."""
    known = speech_lexicon(pack(article.language))
    named = {one.start: one for one in inside}
    for index in known.offices.places(words):
        hit = known.offices.at(index, words, article.text)
        if hit is None or hit.last + 1 >= len(words):
            continue
        following = words[hit.last + 1]
        if following.folded in pack(article.language).settings["definite"] and hit.last + 2 < len(words):
            following = words[hit.last + 2]
        owner = next((named[at] for at in range(following.start, following.end) if at in named), None)
        if owner is not None and not _parted(article.text, words[hit.last], following):
            yield replace(owner, start=hit.start, name_start=hit.start)


def _groups(article: Article, words: list[Token]) -> Iterator[Speaker]:
    """Speakers without a name, with the adjective of place that may follow: ``مصدر سوري``."""
    language = pack(article.language)
    known, places = speech_lexicon(language), lexicon(language)
    for index in known.groups.places(words):
        hit = known.groups.at(index, words, article.text)
        if hit is None or _in_title(index, words, article):
            continue
        end, following = hit.end, hit.last + 1
        if following < len(words) and adjacent(article.text, words[hit.last], words[following]):
            demonym = places.demonyms.at(following, words, article.text, peel=False)
            end = demonym.end if demonym else _of_what(hit, words, language) or end
        gender = (
            "p" if hit.value == "collective" else noun_gender(language.fold(article.text[hit.start : end]), language)
        )
        yield Speaker(hit.start, end, hit.start, end, "", "group", hit.value, gender)


def _origins(article: Article, words: list[Token]) -> Iterator[Speaker]:
    """A title alone whose words somebody passes on: ``نقلت الوكالة عن [ولي العهد] قوله``."""
    language = pack(article.language)
    origins = language.listed("origins")
    for index in range(1, len(words) if origins else 0):
        if words[index - 1].folded not in origins:
            continue
        hit = lexicon(language).titles.at(index, words, article.text, peel=False)
        following = None if hit is None or hit.last + 1 >= len(words) else words[hit.last + 1]
        if hit is None or following is None or hit.value.kind != "role":
            continue
        said = speech_lexicon(language).verbs.at(hit.last + 1, words, article.text)
        if (said is not None and said.value.tag == "masdar") or following.folded in lexicon(language).openers:
            yield Speaker(hit.start, hit.end, hit.start, hit.end, "", "role", "role")


def _in_title(index: int, words: list[Token], article: Article) -> bool:
    """Whether a word belongs to a title that begins before it: ``رئيس [الوزراء]``."""
    titles = lexicon(pack(article.language)).titles
    hits = (titles.at(first, words, article.text, peel=False) for first in range(max(0, index - TITLE), index))
    return any(hit is not None and hit.last >= index and hit.value.kind == "role" for hit in hits)


def _of_what(hit: Hit[str], words: list[Token], language: LanguagePack) -> int:
    """Where a noun with the article ends that says of what somebody is: ``خبراء [السياحة]``; 0 where none does."""
    own, following = words[hit.last].folded, words[hit.last + 1]
    article = language.article
    if not article or own.startswith(article) or own in language.words("stopwords") or len(following.folded) < OF_WHAT:
        return 0
    return following.end if following.folded.startswith(article) else 0


def _hidden(article: Article, words: list[Token]) -> Iterator[Speaker]:
    """Somebody who is said not to give a name: ``One nurse, who asked not to be named``, ``مزارعة رفضت ذكر اسمها``."""
    language = pack(article.language)
    known = speech_lexicon(language)
    behind = 0
    for index in known.anonymity.places(words):
        hit = known.anonymity.at(index, words, article.text)
        if hit is None or index < max(1, behind):
            continue
        last, behind = index - 1, hit.last + 1
        while last > 0 and words[last].folded in language.words("stopwords"):
            last -= 1
        said = (
            last > 0 and not language.settings["verb_first"] and known.verbs.at(last, words, article.text) is not None
        )
        last -= said  # ``a senior official [said] on condition of anonymity``
        if language.settings["verb_first"] and last > 1 and known.verbs.at(last, words, article.text) is not None:
            last -= _parted(article.text, words[last - 1], words[last])  # ``مهندسا في المشروع، [تحدث] شريطة``
        first = last
        while first > 0 and last - first < NOUN and not _parted(article.text, words[first - 1], words[first]):
            if _ends_source(first - 1, words, article):
                break
            noun = words[first - 1].text.endswith(only_nouns(language) or ("\0",))  # ``طالبة``
            if not noun and known.verbs.at(first - 1, words, article.text) is not None:
                break
            first -= 1
        joins = language.listed("sentence_joins")
        while first < last and (words[first].folded.isdigit() or words[first].folded in joins):
            first += 1
        start, end = words[first].start, words[last].end
        whole = end if said or _parted(article.text, words[last], words[last + 1]) else words[hit.last].end
        gender = noun_gender(words[first].folded, language)
        yield Speaker(start, whole, start, end, "", "group", "anonymous", gender)


def _ends_source(index: int, words: list[Token], article: Article) -> bool:
    """Whether a phrase that names a source ends with a word: ``[according to] a member who asked not to be named``."""
    table = speech_lexicon(pack(article.language)).attributions
    hits = (table.at(at, words, article.text) for at in range(max(0, index - NOUN), index + 1))
    return any(hit is not None and hit.last == index for hit in hits)


def _parted(text: str, before: Token, after: Token) -> bool:
    return any(sign in APART for sign in text[before.end : after.start])


def _adjectives(article: Article, words: list[Token], known: Mapping[str, str]) -> Iterator[Speaker]:
    """A state that speaks through an adjective behind a verbal noun: ``تأكيد روسي`` is Russia's."""
    language = pack(article.language)
    verbs = speech_lexicon(language).verbs
    for index in (place + 1 for place in verbs.places(words[:-1])):
        noun = verbs.at(index - 1, words, article.text)
        if noun is None or noun.value.tag != "noun":
            continue
        place = lexicon(language).demonyms.at(index, words, article.text, peel=False)
        if place is not None and place.value in known:
            yield Speaker(place.start, place.end, place.start, place.end, known[place.value], "place")


def _strangers(article: Article, words: list[Token]) -> Iterator[Speaker]:
    """Words that no list knows between a verb of saying and what it reports: somebody whose name is not known."""
    language = pack(article.language)
    reader = NameReader(article.text, words, language)
    for index, before in enumerate(words[:-1], start=1):
        if not _says(before.folded, language) or words[index].folded in language.listed("spoken_with"):
            continue
        if (unnamed := _indefinite(index, words, article)) is not None:
            yield unnamed
            continue
        if article.text[words[index].start : words[index].end].endswith(ADVERB) or _opens(index, words, article):
            continue
        name = reader.at(index, titled=True)
        if name is None or reader.definite(name.parts[0]) or _wrapped(words[index].folded, language):
            continue
        if words[index].folded in language.listed("relations"):
            continue
        if reader.spoken(index, name.last, marks=':«"“'):
            start, end = words[index].start, words[name.last].end
            yield Speaker(start, end, start, end, "", "person", "unknown-name")


@cache
def _says(word: str, language: LanguagePack) -> bool:
    return not lexicon(language).says.isdisjoint(cores(word, language))


def _opens(index: int, words: list[Token], article: Article) -> bool:
    """Whether a word like a name is the preposition of the verb before it, spelled carelessly: ``شدد [علي] أن``."""
    if index + 1 >= len(words):
        return False
    known = speech_lexicon(pack(article.language))
    verb = known.verbs.at(index - 1, words, article.text)
    particle = verb is not None and words[index].folded in verb.value.particles
    return particle and known.openers.at(index + 1, words, article.text, peel=False) is not None


def _indefinite(index: int, words: list[Token], article: Article) -> Speaker | None:
    """Somebody whom a verb of saying introduces by what he is, without an article: ``قال موظف``, ``تقول مزارعة من``."""
    language = pack(article.language)
    before = speech_lexicon(language).verbs.at(index - 1, words, article.text)
    word = words[index]
    if before is None or before.value.tag not in ("past", "pres") or not before.value.quote or not before.value.gender:
        return None
    if not adjacent(article.text, words[index - 1], word) or word.folded in language.words("stopwords"):
        return None
    table = lexicon(language)
    if word.folded.startswith(language.article) or word.folded in table.given or word.folded in table.surnames:
        return None
    title = table.titles.at(index, words, article.text, peel=False)
    woman = (
        before.value.gender == "f" and noun_gender(word.folded, language) == "f" and _described(index, words, article)
    )
    role = title is not None and title.value.kind == "role" and not title.value.of and title.last == index
    if not role and not woman:
        return None
    return Speaker(word.start, word.end, word.start, word.end, "", "group", "anonymous", before.value.gender)


def _described(index: int, words: list[Token], article: Article) -> bool:
    """Whether right behind a noun stands where somebody is from: ``مزارعة [من]``, not how she says it: ``ضاحكة:``."""
    following = words[index + 1].folded if index + 1 < len(words) else ""
    return following in pack(article.language).settings["people_from"]


def _wrapped(word: str, language: LanguagePack) -> bool:
    """Whether a word begins with a preposition and ends with a pronoun: ``لمحاوره`` names nobody."""
    begins = word.startswith(language.clitics("preposition") or ("\0",))
    return begins and word.endswith(language.clitics("enclitic") or ("\0",))


def _documents(
    article: Article, words: list[Token], speakers: list[Speaker], owners: list[Speaker]
) -> Iterator[Speaker]:
    """A statement that speaks for whoever issued it: the body named right behind it, else the last such body."""
    known = speech_lexicon(pack(article.language))
    issued = _issued(words, speakers, article)
    places = sorted({*known.documents.places(words), *issued})
    starts = [word.start for word in words] if places else []
    for index in places:
        hit = known.documents.at(index, words, article.text)
        if hit is None:
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
            yield named
            continue
        if owners or hit.value == "report":  # a report speaks itself where nobody is known to have written it
            whose = owners[-1].entity if owners else ""
            yield Speaker(hit.start, hit.end, hit.start, hit.end, whose, "document", "document")


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
