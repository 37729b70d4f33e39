"""Who is meant where a sentence has said it already: by the verb before, by a pronoun, by a noun for him."""

from __future__ import annotations

from dataclasses import replace

from workbench.extractors.entities.fullnames import kinds
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.quotes.cues import COMMAS, STOPS, Cue, Passage
from workbench.extractors.quotes.genders import agree, form_gender, noun_gender, only_nouns, relative_gender
from workbench.extractors.quotes.governed import governed, led_to
from workbench.extractors.quotes.labels import called_so
from workbench.extractors.quotes.lexicon import days, enclitics, speech_lexicon
from workbench.extractors.quotes.memory import Memory
from workbench.extractors.quotes.nameless import titled_at
from workbench.extractors.quotes.particles import definite
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import pack
from workbench.text.phrases import adjacent
from workbench.text.tokens import tokens

__all__ = [
    "actor",
    "again",
    "body_again",
    "from_him",
    "going_on",
    "headed_by",
    "later_named",
    "nearest",
    "newcomer",
    "oblique",
    "of_another",
    "of_clause",
    "of_land",
    "of_particle",
    "plural_subject",
    "pronoun_before",
    "relation_named",
    "spokesman_again",
    "topic_alone",
    "unnamed_behind",
    "whose_relative",
]

SHORTEST = 4  # letters of a plural; longer ones have an ending
NOUN = 8  # the most words between somebody and a verbal noun that is his
SINCE = 2000  # the most characters back to where somebody came without an article
RELATION = 2  # the most words that say whose relation somebody is


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
    wanted, said = cue.verb.gender if cue.verb else "", before.verb.gender if before.verb else ""
    return who if agree(wanted, who.gender) or (bool(said) and wanted == said) else None


def pronoun_before(cue: Cue, passage: Passage) -> bool:
    """Whether a particle with a pronoun stands right before a verb, its subject: ``قال [إنه] أبلغ الوزارة``."""
    language, words = pack(passage.article.language), passage.words
    if not language.settings["verb_first"] or cue.joined or cue.index < 1:
        return False
    hit = speech_lexicon(language).openers.at(cue.index - 1, words, passage.text)
    if hit is None or not adjacent(passage.text, words[cue.index - 1], words[cue.index]):
        return False
    return hit.peeling.core.removeprefix(hit.value) in enclitics(language)


def actor(first: Speaker, free: list[Speaker], cue: Cue, passage: Passage) -> Speaker | None:
    """Who does something in a sentence that only begins with where: ``وفي برنامج «نبض»، ذهب [فلان] أبعد حين قال``."""
    if not pack(passage.article.language).settings["verb_first"] or cue.joined or not governed(first, passage):
        return None
    said = cue.verb.gender if cue.verb is not None else ""
    people = (one for one in free if one.kind == "person" and not governed(one, passage))
    return next((one for one in people if agree(said, one.gender)), None)


def of_particle(cue: Cue, passage: Passage) -> Speaker | None:
    """The noun with the article between a particle of a clause and its verb: ``وأضاف أن [السجين] كتب له``."""
    language, words, at = pack(passage.article.language), passage.words, cue.index - 1
    if cue.joined or cue.opened not in ("colon", "mark") or at < 1 or not language.article:
        return None
    if cue.opened == "mark" and cue.verb is not None and cue.verb.object:  # ``رأى أن [القضية] تكشف «ثغرة»``
        return None
    while at > 1 and cue.index - at <= RELATION and words[at - 1].folded.startswith(language.article):
        at -= 1
    opener = speech_lexicon(language).openers.at(at - 1, words, passage.text, peel=False)
    apart = not all(adjacent(passage.text, words[one], words[one + 1]) for one in range(at - 1, cue.index))
    article = words[at].folded.startswith(language.article) and words[at].folded not in language.words("stopwords")
    if opener is None or opener.value in speech_lexicon(language).prepositions or apart or not article:
        return None
    if opener.peeling.core != opener.value or any(
        one.start < cue.start and one.end > words[at].start for one in passage.speakers
    ):
        return None
    said = noun_gender(words[at].folded, language)
    if words[at].folded in days(language) | language.listed("stretches") or not agree(
        cue.verb.gender if cue.verb else "", said
    ):
        return None
    return called_so(at, passage) or Speaker(
        words[at].start, words[cue.index - 1].end, words[at].start, words[at].end, "", "group", "anonymous", said
    )


def topic_alone(cue: Cue, passage: Passage) -> Speaker | None:
    """Whom a sentence is about by nouns with the article and a comma, without a name: ``أما [الشاهد] الثاني، وهو``."""
    language, words, text = pack(passage.article.language), passage.words, passage.text
    last = 1
    while last + 1 < cue.index and adjacent(text, words[last], words[last + 1]) and last <= RELATION:
        last += 1
    article = language.article or "\0"
    definite_words = all(word.folded.startswith(article) for word in words[1 : last + 1])
    comma = text[words[last].end : words[last + 1].start].strip() if last + 1 < len(words) else ""
    named = [one for one in passage.speakers_from(words[1].start) if one.start <= words[last + 1].start < one.end]
    if (
        not definite_words
        or not comma
        or comma not in COMMAS
        or named
        or passage.speaker_at(words[1].start) is not None
    ):
        return None
    said = noun_gender(words[1].folded, language)
    return called_so(1, passage) or replace(
        Speaker(words[1].start, words[last].end, words[1].start, words[last].end, "", "role", "role"), gender=said
    )


def relation_named(cue: Cue, passage: Passage) -> Speaker | None:
    """The person named behind whose relation he is, whom a sentence is about: ``أما [ابنها] الأكبر فلان، فيقول``."""
    language, words = pack(passage.article.language), passage.words
    people = [one for one in passage.speakers_before(cue.start) if one.kind == "person"]
    if people and titled_at(1, passage) and not passage.gap(people[-1].end, cue.start):
        return people[-1]  # ``أما رئيسة لجنة الأهالي [فلانة] فترى``
    if not people or not 0 < passage.gap(words[0].end, people[0].start) <= RELATION:
        return None
    owned = any(words[1].folded.endswith(one) for one in enclitics(language))
    article = language.article or "\0"
    described = all(word.folded.startswith(article) for word in words[2:] if word.start < people[0].start)
    return people[0] if owned and described else None


def whose_relative(cue: Cue, passage: Passage, memory: Memory) -> Speaker | None:
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
    last = memory.carried(said, somebody=True) if core in language.listed("anybody") else None
    if last is not None and last.kind == "person":
        return last
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
    start = max(*named, other.start - SINCE)
    return any(word.folded == noun for word in tokens(text, language, start=start, end=other.start))


def going_on(found: Speaker, cue: Cue, memory: Memory, passage: Passage) -> Speaker | None:
    """Who spoke last, where a verb goes on with his words and he is called by what he did: ``وأضاف [صاحب الهدف]``."""
    language, last = pack(passage.article.language), memory.last()
    own = language.fold(passage.text[found.start : found.end]).split()
    definite_end = bool(language.article) and len(own) > 1 and own[-1].startswith(language.article)
    if last is None or last.kind != "person" or cue.verb is None or not cue.verb.goes_on or not cue.joined:
        return None
    unnamed = (
        found.kind == "group" and found.flag == "anonymous" and definite_end and not own[0].startswith(language.article)
    )
    return (
        replace(found, entity=last.entity, kind="person", flag=last.flag)
        if unnamed and agree(cue.verb.gender, last.gender)
        else None
    )


def spokesman_again(other: Speaker, passage: Passage) -> Speaker | None:
    """The body whose spokesman is called again by the word for him: ``قال [الناطق] باسم المحكمة ... وأوضح الناطق``."""
    language, text = pack(passage.article.language), passage.text
    word = language.fold(text[other.start : other.end])
    said = [one for one in passage.everybody if one.kind == "body" and one.entity and one.start < other.start]
    spoke = [one for one in said if language.fold(text[one.start : one.end]).split()[0] == word]
    return (
        replace(spoke[-1], start=other.start, end=other.end, name_start=other.start, name_end=other.end)
        if spoke
        else None
    )


def spoken_for(found: Speaker, passage: Passage) -> Speaker | None:
    """The body told of last, where somebody without a name speaks in its name: ``وقالت [ناطقة باسمها] إن``."""
    language, words = pack(passage.article.language), passage.words
    at = passage.word_at(found.start)
    if at is None or at + 1 >= len(words) or found.kind not in ("role", "group") or found.entity:
        return None
    joined = {pair.split()[-1] + end for pair in kinds(language, "behalf") for end in enclitics(language)}
    if words[at + 1].folded not in joined or not adjacent(passage.text, words[at], words[at + 1]):
        return None
    bodies = [one for one in passage.everybody if one.kind == "body" and one.entity and one.start < found.start]
    start, end = found.start, words[at + 1].end
    return replace(bodies[-1], start=start, end=end, name_start=start, name_end=end) if bodies else None


def again(found: Speaker, cue: Cue, passage: Passage, memory: Memory) -> Speaker | None:
    """Who spoke last, where a noun that may call anybody stands for him (``[اللاعب] المخضرم``), not for another."""
    language, text = pack(passage.article.language), passage.text
    own = language.fold(text[found.name_start : found.name_end]).split()
    noun, _ = definite(own[0], language) if len(own) == 1 else ("", 0)
    last = memory.last()
    if (
        found.kind != "person"
        or noun not in language.listed("anybody")
        or last is None
        or last.kind != "person"
        or not last.entity
    ):
        return None
    said = cue.verb.gender if cue.verb is not None else ""
    if last.entity == found.entity or not agree(said, last.gender) or newcomer(found, last, passage):
        return None
    return replace(found, entity=last.entity, gender=last.gender)


def unnamed_behind(cue: Cue, passage: Passage) -> Speaker | None:
    """Several people or a woman who are not named, right behind a verb."""
    return _several_behind(cue, passage) or _woman_behind(cue, passage)


def _several_behind(cue: Cue, passage: Passage) -> Speaker | None:
    """Several who are not named right behind a verb, by an ending that only subjects have: ``قال [سائقون] إن``."""
    language, words, index = pack(passage.article.language), passage.words, cue.last + 1
    ends = tuple(language.listed("subject_endings"))
    if not ends or index >= len(words) or cue.tag not in ("past", "pres") or cue.verb is None or cue.verb.gender == "p":
        return None
    word = words[index]
    plain = word.folded.endswith(ends) and len(word.folded) > SHORTEST + word.folded.startswith(language.article)
    if not plain or word.folded in language.words("stopwords") or not adjacent(passage.text, words[cue.last], word):
        return None
    if passage.speaker_at(word.start) is not None or speech_lexicon(language).verbs.at(index, words, passage.text):
        return None
    return Speaker(word.start, word.end, word.start, word.end, "", "group", "collective", "p")


def _woman_behind(cue: Cue, passage: Passage) -> Speaker | None:
    """A woman who is not named right behind a verb, by a noun and its adjective: ``قالت [مضيفة] جوية تعمل في``."""
    language, words, index = pack(passage.article.language), passage.words, cue.last + 1
    if cue.verb is None or cue.verb.gender != "f" or cue.content[0] < 0 or index + 1 >= len(words):
        return None
    pair, ends = words[index : index + 2], only_nouns(language)
    plain = all(one.text.endswith(ends) and not one.folded.startswith(language.article) for one in pair)
    if not ends or not plain or not all(adjacent(passage.text, words[at - 1], words[at]) for at in (index, index + 1)):
        return None
    known, table = speech_lexicon(language), lexicon(language)
    tables = (known.documents, table.heads, known.scare, known.groups)
    thing = any(one.at(index, words, passage.text) is not None for one in tables)
    named = any(cue.end <= one.start < cue.content[0] for one in passage.speakers)
    said = passage.text[pair[0].end : cue.content[0]]
    if thing or named or cue.opened not in ("particle", "colon", "mark") or any(sign in said for sign in COMMAS):
        return None
    return Speaker(pair[0].start, pair[1].end, pair[0].start, pair[1].end, "", "group", "anonymous", "f")


def plural_subject(one: Speaker, passage: Passage) -> bool:
    """Whether several without a name stand in a form that only subjects have: ``وحذر [محللون] من``."""
    language = pack(passage.article.language)
    ends = tuple(language.listed("subject_endings"))
    return bool(ends) and language.fold(passage.text[one.start : one.end]).split()[0].endswith(ends)


def oblique(one: Speaker, cue: Cue, passage: Passage) -> bool:
    """Whether several without a name stand in a form that no subject has: ``نصح [المواطنين] بـ``."""
    language = pack(passage.article.language)
    ends = tuple(language.listed("oblique_endings"))
    own = language.fold(passage.text[one.start : one.end]).split()
    return bool(ends) and one.kind == "group" and cue.tag in ("past", "pres") and own[0].endswith(ends)


def headed_by(lead: Speaker, cue: Cue, passage: Passage, memory: Memory) -> Speaker:
    """Who spoke in a sentence that begins with the body he is named behind: ``محافظة البنك، [فلانة]``."""
    told = memory.last()
    beside = told is not None and lead.kind == "body" and lead.end <= told.start < cue.start
    apart = told is None or not beside or passage.gap(lead.end, told.start)
    return lead if told is None or apart or told.kind != "person" else told


def of_land(found: Speaker, passage: Passage) -> Speaker | None:
    """Whoever was named with the adjective of place that a title alone has: ``نظيره [الإيطالي] فلان``."""
    language, text = pack(passage.article.language), passage.text
    own = tokens(text, language, start=found.name_start, end=found.name_end)
    table = lexicon(language).demonyms
    title = lexicon(language).titles.at(0, own, text, peel=False) if len(own) > 1 and language.article else None
    if title is None or title.value.kind != "role" or found.kind not in ("person", "role"):
        return None
    lands = {word.folded for at, word in enumerate(own) if at and table.at(at, own, text, peel=False) is not None}
    people = [one for one in passage.everybody if one.kind == "person" and one.entity and one.end <= found.start]
    titles = {
        one.entity: language.fold(text[one.start : one.name_start]).split()
        for one in people
        if one.start < one.name_start
    }
    meant = [entity for entity, title in titles.items() if lands & set(title)] if lands else []
    if len(meant) != 1 or meant[0] == found.entity:
        return None
    known = next(one for one in people if one.entity == meant[0])
    return replace(found, entity=meant[0], kind="person", flag="", gender=known.gender)


def of_another(found: Speaker, index: int, passage: Passage) -> bool:
    """Whether a title without the article says whose it is, so that it is not who was told of: ``وزير الطاقة``."""
    article, whose = pack(passage.article.language).article, passage.gap(found.start, found.end) > 1
    return bool(article) and whose and not passage.words[index].folded.startswith(article)


def nearest(cue: Cue, passage: Passage) -> Speaker | None:
    """The nearest person, group or body before a verbal noun, whatever governs it: ``عن [مصدر] قوله``."""
    ahead = [one for one in passage.speakers_before(cue.start) if one.kind != "place"]
    if len(ahead) > 1 and ahead[-1].kind == "document" and led_to(ahead[-1], passage):
        ahead.pop()  # ``نسب إلى فلان [في البيان ذاته] قوله``
    if not ahead or passage.gap(ahead[-1].end, cue.start) > NOUN:
        return None
    if any(mark in passage.text[ahead[-1].end : cue.start] for mark in STOPS):
        return None
    official = ahead[-2] if len(ahead) > 1 and ahead[-1].kind == "body" and governed(ahead[-1], passage) else None
    beside = official is not None and official.kind == "group" and not passage.gap(official.end, ahead[-1].start)
    return official if beside else ahead[-1]


def from_him(cue: Cue, passage: Passage) -> str:
    """The gender of whoever is only a pronoun behind a verb that passes his words on: ``نقل [عنه] محاميه قوله``."""
    language, words = pack(passage.article.language), passage.words
    known, origins = speech_lexicon(language), language.listed("origins")
    for at in range(cue.index - 1, max(0, cue.index - NOUN), -1):
        verb = known.verbs.at(at - 1, words, passage.text)
        if verb is None and at > 1 and words[at - 1].folded.startswith(language.article or "\0"):
            verb = known.verbs.at(at - 2, words, passage.text)  # ``ونقلت [الوكالة] عنه قوله``
        owned = any(words[at].folded == origin + one for origin in origins for one in enclitics(language))
        if owned and verb is not None and verb.value.tag in ("past", "pres") and origins & verb.value.particles:
            return form_gender(words[at].folded, "masdar", "", language)
    return ""


def later_named(cue: Cue, passage: Passage) -> Speaker | None:
    """Who does what a sentence goes on to tell, whose verbal noun opens it: ``بتأكيده أن ...، يرسم [فلان] ...``."""
    found = [one for one in passage.speakers_from(cue.end) if one.kind == "person"]
    return next((one for one in found if any(sign in passage.text[cue.end : one.start] for sign in COMMAS)), None)
