"""The noun phrases of an article that can speak: people, bodies, roles, offices, documents, the unnamed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from workbench.corpus import Article, Block
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.entities.names import ADVERB, NameReader
from workbench.extractors.quotes.documents import APART, documents
from workbench.extractors.quotes.genders import noun_gender, only_nouns, title_gender
from workbench.extractors.quotes.lexicon import speech_lexicon, times
from workbench.extractors.quotes.shortnames import ShortNames
from workbench.extractors.quotes.speaker import Speaker
from workbench.languages.pack import LanguagePack, pack
from workbench.text.phrases import Hit, adjacent, cores
from workbench.text.spans import Spans
from workbench.text.tokens import Token, tokens

__all__ = ["Speaker", "speakers_of", "words_of"]

OF_WHAT = 5  # letters of a noun with its article
NOUN = 6  # the most words of a noun phrase without a name
TITLE = 3  # words of a title before the one that could also be somebody without a name
OF_THEIRS = 3  # the most words of the body that a group without a name belongs to


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
        unnamed = [*_groups(article, words, inside), *_adjectives(article, words, places), *_hidden(article, words)]
        taken = Spans((one.start, one.end) for one in [*inside, *unnamed])
        unnamed += [one for one in _origins(article, words) if not taken.meets(one.start, one.end)]
        merged = _apart([*_offices(article, words, inside), *inside, *unnamed])
        bodies.add(inside, words)
        taken = Spans((one.start, one.end) for one in merged)
        merged += [one for one in _strangers(article, words) if not taken.meets(one.start, one.end)]
        taken = Spans((one.start, one.end) for one in merged)
        merged += [one for one in bodies.called(words) if not taken.meets(one.start, one.end)]
        found[block] = _apart([*merged, *documents(article, words, merged, owners)])
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
            said = title_gender(words[hit.first].text, pack(article.language))
            yield replace(owner, start=hit.start, name_start=hit.start, gender=said or owner.gender, voiced=bool(said))


def _groups(article: Article, words: list[Token], inside: list[Speaker]) -> Iterator[Speaker]:
    """Speakers without a name, with the adjective of place that may follow: ``مصدر سوري``."""
    language = pack(article.language)
    known, places = speech_lexicon(language), lexicon(language)
    for index in known.groups.places(words):
        hit = known.groups.at(index, words, article.text)
        if hit is None or _in_title(index, words, article) or _begins_time(hit, words, language):
            continue
        end, following = hit.end, hit.last + 1
        if following < len(words) and adjacent(article.text, words[hit.last], words[following]):
            demonym = places.demonyms.at(following, words, article.text, peel=False)
            end = (
                demonym.end
                if demonym
                else _of_what(hit, words, language) or _led_on(hit, words, article, inside) or end
            )
        gender = (
            "p" if hit.value == "collective" else noun_gender(language.fold(article.text[hit.start : end]), language)
        )
        yield Speaker(hit.start, end, hit.start, end, "", "group", hit.value, gender)


def _begins_time(hit: Hit[str], words: list[Token], language: LanguagePack) -> bool:
    """Whether a word is no somebody but when: before a month, a year or a stretch of time (``مطلع [يوليو]``)."""
    following = words[hit.last + 1].folded if hit.first == hit.last and hit.last + 1 < len(words) else ""
    bare = following.removeprefix(language.article) if language.article else ""
    stretches = language.listed("stretches")
    return bool(bare) and (following in times(language) or bare in stretches or following in stretches)


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


def _led_on(hit: Hit[str], words: list[Token], article: Article, inside: list[Speaker]) -> int:
    """Where a group ends that a preposition leads on from: ``متحدث [باسم الجيش]``; else 0."""
    language, at = pack(article.language), hit.last + 1
    prepositions = speech_lexicon(language).prepositions | language.listed("before_media")
    if not language.article or words[at - 1].folded not in prepositions:
        if words[at].folded not in language.listed("before_media") - speech_lexicon(language).prepositions:
            return 0
        at += 1
    for last in range(at, min(at + OF_THEIRS, len(words))):
        plain = words[last].folded in language.words("stopwords")
        if plain or not adjacent(article.text, words[last - 1], words[last]):
            return 0
        if words[last].folded.startswith(language.article):
            named = any(one.start < words[last].end and hit.end < one.end for one in inside)
            return 0 if named else words[last].end
    return 0


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
