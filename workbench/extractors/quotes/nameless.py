"""Who speaks without a name: a pronoun, a title alone, somebody, an ordinary word."""

from __future__ import annotations

from dataclasses import replace

from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.quotes.cues import COMMAS, Cue, Passage, begins
from workbench.extractors.quotes.genders import agree, noun_gender, only_nouns, pronoun_gender
from workbench.extractors.quotes.governed import led_to, with_pronoun
from workbench.extractors.quotes.labels import bearer
from workbench.extractors.quotes.lexicon import days, enclitics, speech_lexicon
from workbench.extractors.quotes.memory import Memory
from workbench.extractors.quotes.particles import definite
from workbench.extractors.quotes.phrases import Speaker
from workbench.extractors.quotes.somebody import leads, somebody, things_behind
from workbench.languages.pack import LanguagePack, pack
from workbench.text.phrases import adjacent
from workbench.text.tokens import Token

__all__ = [
    "addressed_title",
    "ahead_of_verb",
    "behind_verb",
    "described",
    "entitled",
    "introduced",
    "is_pronoun",
    "of_body",
    "of_document",
    "relative_of",
    "stranger",
    "title_ahead",
    "titled_at",
    "without_name",
    "word_before",
]

AHEAD = 5  # words of a sentence among which the subject of its verb stands
CLAUSE = 7  # the most words of somebody without a name before his verb
ADJECTIVES = 2  # the most adjectives behind a title alone
OWNERS = 3  # the most words behind a title alone that say whose it is
OPENED = ("particle", "mark", "colon")  # how content begins behind a subject that only its place tells


def is_pronoun(word: str, passage: Passage) -> bool:
    """Whether a folded word stands for somebody: ``he``, ``هي``."""
    return bool(pronoun_gender(word, pack(passage.article.language)))


def behind_verb(cue: Cue, passage: Passage) -> int:
    """The word that stands behind a verb, and behind a preposition with a pronoun there: ``رد عليه [الوزير]``."""
    index, language = cue.last + 1, pack(passage.article.language)
    led = index + 1 < len(passage.words) and with_pronoun(passage.words[index].folded, language)
    beside = led and adjacent(passage.text, passage.words[index], passage.words[index + 1])
    return index + 1 if beside and language.settings["verb_first"] else index


def without_name(cue: Cue, passage: Passage, *, marks_before: bool) -> tuple[Speaker, str] | None:
    """Who speaks without being named: by a title alone, as somebody, as the holders of an office."""
    if not pack(passage.article.language).settings["verb_first"]:
        role = _role_before(cue, passage)
        if role is not None:
            return role, "before"
        unknown = somebody(cue, passage) if marks_before else None
        return None if unknown is None else (unknown, "after")
    role = None if marks_before else _untitled_bearer(cue, passage)
    thing = things_behind(cue, passage) if role is None else None
    found = role or thing
    return None if found is None else (found, "after")


def _untitled_bearer(cue: Cue, passage: Passage) -> Speaker | None:
    """Who is meant by a title without the article right behind a verb, with nobody's name: ``قال [رئيس لجنة] إن``."""
    index = behind_verb(cue, passage)
    if not titled_at(index, passage):
        return None
    word, article = passage.words[index], pack(passage.article.language).article
    named = passage.speaker_at(word.start) is not None or word.folded.startswith(article)
    if named or not adjacent(passage.text, passage.words[index - 1], word):
        return None
    end = _title_end(index, passage)
    return Speaker(word.start, end, word.start, end, "", "role", "role")


def _role_before(cue: Cue, passage: Passage) -> Speaker | None:
    """Who is meant by a title alone right before a verb: ``the Sunbuk chief executive told``."""
    titles = lexicon(pack(passage.article.language)).titles
    for first in range(max(0, cue.index - 3), cue.index):
        hit = titles.at(first, passage.words, passage.text, peel=False)
        if hit is not None and hit.last == cue.index - 1 and hit.value.kind == "role":
            apart = passage.text[hit.end : cue.start].strip() or passage.speaker_at(hit.start) is not None
            apart = apart or _belongs(first, passage)
            found = None if apart else bearer(passage, first)
            led = found is not None and not found.entity
            led = led and (_led_away(cue, passage) or _placed_before(first, passage))
            return found if found is not None and (found.entity or led) else None
    return None


def _belongs(first: int, passage: Passage) -> bool:
    """Whether a title only says whose somebody is, told of before it: ``a source close to [the mayor]``."""
    words, at = passage.words, first
    at -= at > 0 and words[at - 1].folded in pack(passage.article.language).listed("before_things")
    beside = at > 1 and adjacent(passage.text, words[at - 2], words[at - 1])
    return (
        beside and passage.text[words[at - 1].end : words[at].start].isspace() and leads(words[at - 1].folded, passage)
    )


def _led_away(cue: Cue, passage: Passage) -> bool:
    """Whether all who are named before a verb stand behind a preposition: ``On Facebook, the mayor wrote``."""
    ahead = passage.speakers_before(cue.start)
    return bool(ahead) and all(led_to(one, passage) for one in ahead)


def _placed_before(first: int, passage: Passage) -> bool:
    """Whether a title begins behind a comma with its article or owner: ``In an interview with A, [the mayor] said``."""
    language, words = pack(passage.article.language), passage.words
    determiners = language.listed("before_things") | language.listed("owners")
    at = first - (first > 0 and words[first - 1].folded in determiners)
    comma = passage.text[words[at - 1].end : words[at].start].strip() if at > 1 else ""
    return at < first and comma != "" and comma in COMMAS


def titled_at(index: int, passage: Passage) -> bool:
    """Whether a title stands at a word, also in the dual (``نائبا``), so that whoever bears it may be named later."""
    if index >= len(passage.words):
        return False
    language, word = pack(passage.article.language), passage.words[index]
    if word.text in language.spelled("stopwords"):  # only folding makes a title of it: ``أمام`` is no ``إمام``
        return False
    titles = lexicon(language).titles
    if titles.at(index, passage.words, passage.text, peel=False) is not None:
        return True
    duals = [end for end in language.clitics("dual") if word.folded.endswith(end) and len(word.folded) > len(end) + 2]
    shorter = [word._replace(folded=word.folded.removesuffix(end)) for end in duals]
    return any(titles.at(0, [one], passage.text, peel=False) is not None for one in shorter)


def stranger(cue: Cue, passage: Passage) -> Speaker | None:
    """Who is named right behind a verb by an ordinary word with the article: ``قالت [الجارة] إن``."""
    index, language = behind_verb(cue, passage), pack(passage.article.language)
    if index >= len(passage.words) or not language.article:
        return None
    word, addressed = passage.words[index], cue.verb is not None and cue.verb.addressed
    several = word.folded.endswith(tuple(language.listed("oblique_endings")) or ("\0",))  # ``ناشدت [الوزيرين] أن``
    told = addressed and (several or not titled_at(index, passage))
    told = told or (cue.verb is not None and (cue.verb.describe or addressed_title(cue, index, passage)))
    if told or not (cue.opened in OPENED or of_body(index, passage)):
        return None
    reported = 0 <= cue.content[0] <= word.end
    beside = adjacent(passage.text, passage.words[index - 1], word) and not reported
    article = word.folded.startswith(language.article) and len(word.folded) > len(language.article) + 2
    times = days(language) | language.listed("stretches")
    if not beside or not article or word.folded in language.words("stopwords") or word.folded in times:
        return None
    if speech_lexicon(language).documents.at(index, passage.words, passage.text, peel=False) is not None:
        return None
    said, end = noun_gender(word.folded, language), _title_end(index, passage)
    return Speaker(word.start, end, word.start, end, "", "role", "role", said)


def addressed_title(cue: Cue, index: int, passage: Passage) -> bool:
    """Whether a title right behind a woman's verb is a man's, so that she speaks to him: ``خاطبت [الوزير] قائلة``."""
    language, said = pack(passage.article.language), cue.verb.gender if cue.verb is not None else ""
    man = index < len(passage.words) and noun_gender(passage.words[index].folded, language) == "m"
    return bool(language.article) and said == "f" and man and titled_at(index, passage)


def of_body(index: int, passage: Passage) -> bool:
    """Whether a noun with the article says what a body is, so that nobody is called so: ``[الوزارة]``."""
    language, words = pack(passage.article.language), passage.words
    head, _ = ("", 0) if titled_at(index, passage) else definite(words[index].folded, language)
    hit = lexicon(language).heads.at(index, words, passage.text) if head else None
    return hit is not None and hit.value.kind == "org"


def _title_end(index: int, passage: Passage) -> int:
    """Where the words of a title alone end, with the body that it leads to: ``[الأمين العام للأمم المتحدة]``."""
    language, words = pack(passage.article.language), passage.words
    hit = lexicon(language).titles.at(index, words, passage.text, peel=False)
    if hit is None:
        return words[index].end
    following = hit.last + 1
    if following >= len(words) or not adjacent(passage.text, words[hit.last], words[following]):
        return hit.end
    definite = {word.folded.startswith(language.article) for word in (words[index], words[hit.last])}
    if definite != {True} and (owned := _owners(hit.last, passage)) > hit.last:
        return words[owned].end
    whose = passage.speaker_at(words[following].start)
    beside = whose is not None and whose.start == words[following].start and whose.kind in ("body", "place")
    return whose.end if whose is not None and beside else hit.end


def _owners(last: int, passage: Passage) -> int:
    """The last word of the nouns with the article behind a title that say whose it is: ``مدير [المستشفى الحكومي]``."""
    language, words = pack(passage.article.language), passage.words
    for at in range(last + 1, min(last + 1 + OWNERS, len(words)) if language.article else 0):
        word = words[at].folded
        owner = word.startswith(language.article) and word not in days(language)
        if not owner or word in language.words("stopwords") or not adjacent(passage.text, words[at - 1], words[at]):
            break
        last = at
    return last


def entitled(cue: Cue, passage: Passage) -> int | None:
    """The word of a title alone that does what a participle goes with: ``ورد عليه [الوزير] قائلا``."""
    language, words = pack(passage.article.language), passage.words
    titles = lexicon(language).titles
    breaks = [at for at in range(1, cue.index) if not adjacent(passage.text, words[at - 1], words[at])]
    clauses = [
        *range(1, min([AHEAD, cue.index, *breaks])),
        *range(breaks[-1] + 1 if breaks else cue.index, cue.index)[: AHEAD - 1],
    ]
    for index in clauses if language.article else []:
        before, word = words[index - 1], words[index]
        led = before.folded in speech_lexicon(language).prepositions and not with_pronoun(before.folded, language)
        hit = titles.at(index, words, passage.text, peel=False) if _definite(index, words, language) else None
        if hit is not None and hit.value.kind == "role" and not led and not addressed_title(cue, index, passage):
            return index if passage.speaker_at(word.start) is None else None
    return None


def _definite(index: int, words: list[Token], language: LanguagePack) -> bool:
    """Whether a noun has the article, or what it is of has it: ``[رئيس] المجلس``."""
    article = language.article
    return any(word.folded.startswith(article) for word in words[index : index + 2])


def title_ahead(cue: Cue, passage: Passage) -> int | None:
    """The word of a title alone that stands before a verb with its helpers: ``[الوزير] كان قد صرح``."""
    language, words = pack(passage.article.language), passage.words
    at = cue.index - 1
    helpers = language.listed("before_verbs")
    while at > 0 and words[at].folded in helpers:
        at -= 1
    if at < 0 or at == cue.index - 1 or not words[at].folded.startswith(language.article):
        return None
    last, titles = at, lexicon(language).titles
    while at > 0 and last - at < ADJECTIVES and words[at - 1].folded.startswith(language.article):
        at -= 1  # ``وكان [المحافظ] السابق قد``
    at = next((one for one in range(at, last + 1) if titles.at(one, words, passage.text, peel=False)), last)
    hit = titles.at(at, words, passage.text, peel=False)
    apart = not all(adjacent(passage.text, words[one], words[one + 1]) for one in range(at, last + 1))
    return None if hit is None or hit.value.kind != "role" or apart or passage.speaker_at(words[at].start) else at


def described(found: Speaker, passage: Passage, last: Speaker | None) -> Speaker | None:
    """Who spoke last, where a word like a name only describes him behind his title: ``[المزارع الخمسيني]``."""
    language = pack(passage.article.language)
    at = passage.word_at(found.start)
    if last is None or last.kind != "person" or not last.entity or not at or not language.article:
        return None
    one = found.end == passage.words[at].end and passage.words[at].folded.startswith(language.article)
    beside = one and adjacent(passage.text, passage.words[at - 1], passage.words[at])
    meant = bearer(passage, at - 1) if beside and titled_at(at - 1, passage) else None
    word = passage.words[at - 1].folded.removeprefix(language.article)
    same = meant is not None and (meant.entity == last.entity or word in language.listed("anybody"))
    return (
        Speaker(found.start, found.end, found.start, found.end, last.entity, "person", gender=last.gender)
        if same
        else None
    )


def introduced(one: Speaker, passage: Passage) -> bool:
    """Whether a noun with the article is somebody without a name who came before: ``[دبلوماسي] ... الدبلوماسي``."""
    language, text = pack(passage.article.language), passage.text
    word = language.fold(text[one.start : one.end]).removeprefix(language.article)
    groups = (other for other in passage.everybody if other.kind == "group" and other.start < one.start)
    return any(language.fold(text[other.start : other.end]).split()[:1] == [word] for other in groups)


def ahead_of_verb(cue: Cue, passage: Passage) -> Speaker | None:
    """Somebody without a name with whom the clause of a verb begins: ``غير أن [والد أحد التلاميذ] أكد``."""
    language, words, text = pack(passage.article.language), passage.words, passage.text
    if cue.joined or cue.tag not in ("past", "pres") or not language.article or cue.index < 1:
        return None
    known, first = speech_lexicon(language), cue.index
    while first > 0 and cue.index - first < CLAUSE:
        before = words[first - 1]
        if known.openers.at(first - 1, words, text, peel=False) is not None or known.connectives.at(
            first - 1, words, text, peel=False
        ):
            break
        if first < cue.index and not adjacent(text, before, words[first]):
            break
        first -= 1
    if first == cue.index or any(words[first].start <= one.start < cue.start for one in passage.speakers):
        return None
    word = words[first]
    indefinite = not word.folded.startswith(language.article)
    role = word.folded in language.listed("kin") or (indefinite and titled_at(first, passage))
    said = noun_gender(word.folded, language)
    fits = role and indefinite and agree(cue.verb.gender if cue.verb else "", said)
    end = words[cue.index - 1].end
    return Speaker(word.start, end, word.start, end, "", "group", "anonymous", said) if fits else None


def relative_of(passage: Passage, index: int) -> Speaker | None:
    """Somebody told by whose relation he is at a word, right behind another: ``قالت [زوجة] الحارس فلان``."""
    language = pack(passage.article.language)
    if index + 1 >= len(passage.words) or passage.words[index].folded not in language.listed("kin"):
        return None
    word = passage.words[index]
    pronoun = next((one for one in enclitics(language) if word.text.endswith(one)), "")
    if pronoun and not word.text.endswith(only_nouns(language)):  # ``شقيقه`` is no ``شقيقة``
        return None
    around = passage.speaker_at(word.start)
    named = around is not None and (around.start != word.start or around.name_start < word.end)
    if not adjacent(passage.text, passage.words[index - 1], word) or named:
        return None
    said, whose = noun_gender(word.folded, language), passage.words[index + 1]
    flag = "anonymous" if whose.folded in language.listed("indefinite") else "role"
    return Speaker(word.start, word.end, word.start, word.end, "", "group", flag, said)


def of_document(found: Speaker, cue: Cue, passage: Passage, memory: Memory) -> tuple[Speaker, str]:
    """A document that says more as who spoke last: ``[The statement] added``."""
    last = passage.word_at(found.start)
    documents = speech_lexicon(pack(passage.article.language)).documents
    told = last is not None and documents.at(last + 1, passage.words, passage.text, peel=False) is not None
    meant = memory.last() if told and cue.verb is not None and cue.verb.goes_on else None
    return (found, "before") if meant is None else (replace(meant, kind="document"), "carried")


def word_before(cue: Cue, passage: Passage) -> str:
    """The folded word before a verb and its helpers; the pronoun before a word beside it (``he [also] says``)."""
    language, words, at = pack(passage.article.language), passage.words, begins(cue, passage)
    beside = at > 1 and words[at - 1].folded in language.words("stopwords")
    if beside and is_pronoun(words[at - 2].folded, passage):
        return words[at - 2].folded
    apart = at > 0 and any(sign in passage.text[words[at - 1].end : words[at].start] for sign in COMMAS)
    if apart and is_pronoun(words[at - 1].folded, passage):  # ``who closed [it], insisted``
        return ""
    return words[at - 1].folded if at else ""
