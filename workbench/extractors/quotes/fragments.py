"""What stands between marks and is no quotation: names, titles of works, numbers, scare words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from workbench.corpus import Article
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.entities.predicates import predicate
from workbench.extractors.quotes.cues import BREAKS, STOPS, Cue, Passage
from workbench.extractors.quotes.genders import only_nouns
from workbench.extractors.quotes.lexicon import speech_lexicon
from workbench.extractors.quotes.particles import definite
from workbench.extractors.quotes.phrases import Speaker
from workbench.extractors.quotes.placards import ON_SIGN, on_sign
from workbench.extractors.quotes.uncued import titled
from workbench.languages.pack import LanguagePack, pack
from workbench.text.marks import Marked
from workbench.text.phrases import Phrases, adjacent
from workbench.text.tokens import Token, tokens

__all__ = ["clauses_in_marks", "names_in_marks"]


TERM = 2  # words of a term with the article
CONTACT = 4  # words before marks among which a noun for talking to somebody stands
CHANTED = 3  # words before marks among which a noun for what is shouted stands
SUBJECT = 2  # words of the subject of a clause whose predicate stands in marks
SAID = 3  # words without a capital from which on they are no name
FRAGMENT = 2  # words from which a marked stretch inside a report is a quotation of its own
CALLED = 5  # the most words from a verb of naming to the marks: ``[known] to his friends as "the Badger"``
CLAUSES = ("particle", "bare")  # how content begins that is a clause
BEFORE = 3  # words before marks that may announce a name
AGAIN = frozenset({"known name", "named thing"})
LONGEST = 5
"""The most words of a name that a noun before its marks announces, in a script without capitals."""


def clauses_in_marks(
    article: Article, found: Iterable[tuple[Sequence[Token], Sequence[Marked]]]
) -> frozenset[tuple[int, int]]:
    """The marked stretches that end a clause whose subject stands right before them, so that they name nobody.

    ``قالت إن [الإدارة «تتفهم مطالب العمال»].``
    """
    language = pack(article.language)
    spans = set()
    for words, marks in found if language.article else ():
        ends = [word.end for word in words]
        for mark in marks:
            at = bisect_left(ends, mark.start)
            if (
                mark.closed
                and len(article.text[mark.start : mark.end].split()) > 1
                and _ends_clause(words[max(0, at - SUBJECT - 1) : at], mark, article)
            ):
                spans.add((mark.start, mark.end))
    return frozenset(spans)


def _ends_clause(before: Sequence[Token], mark: Marked, article: Article) -> bool:
    """Whether a particle and a subject with the article stand before marks, and behind them their clause is over."""
    language, text = pack(article.language), article.text
    last = before[-1] if before else None
    if (
        last is None
        or not definite(last.folded, language)[0]
        or not _touches(text[last.end : mark.start - 1], language)
    ):
        return False
    behind = text[mark.end + 1 : mark.end + 4].lstrip(" \u00a0")[:1]
    if behind not in (*BREAKS, "", *language.clitics("conjunction")):
        return False
    known = speech_lexicon(language)
    for at in range(len(before) - 2, -1, -1):
        if not adjacent(text, before[at], before[at + 1]):
            return False
        opener = known.openers.at(at, before, text)
        if opener is not None:
            return opener.value not in known.prepositions
    return False


def names_in_marks(
    article: Article, found: Iterable[tuple[Sequence[Token], Sequence[Marked]]], named: Iterable[Speaker]
) -> dict[Marked, str]:
    """Which marked stretches are names and no quotations, and why.

    ``number``, ``known name`` (the gazetteer, a credit or a mention has it), ``named thing`` (what stands before the
    mark announces a name: a party, a newspaper, a ship). What is a name in one place of the article is one in all.

    Parameters
    ----------
    found: the words and the marks of each block.
    named: who and what is named in the article.
    """
    language = pack(article.language)
    spans = {(one.name_start, one.name_end) for one in named if one.entity}
    found = list(found)
    clauses = clauses_in_marks(article, found)
    why: dict[Marked, str] = {}
    inside: dict[Marked, list[Token]] = {}
    for words, marks in found:
        ends = [word.end for word in words]
        for mark in marks:
            inside[mark] = tokens(article.text, language, start=mark.start, end=mark.end)
            before = words[max(0, bisect_left(ends, mark.start) - CALLED) : bisect_left(ends, mark.start)]
            clause = (mark.start, mark.end) in clauses or _put_so(words, bisect_left(ends, mark.end), mark, article)
            reason = "" if clause else _why(article, before, mark, inside[mark])
            if reason or (mark.start, mark.end) in spans:
                why[mark] = reason or "known name"
    return {**_again(why, inside), **why}


def _put_so(words: Sequence[Token], behind: int, mark: Marked, article: Article) -> bool:
    """Whether a phrase right behind marks says that somebody put it so: ``قرار «ظالم ومتسرع»، [بحسب تعبير] فلانة``."""
    language, text = pack(article.language), article.text
    at = next((one for one in range(behind, min(behind + 2, len(words))) if words[one].start > mark.end), len(words))
    hit = speech_lexicon(language).attributions.at(at, words, text) if at < len(words) else None
    if hit is None or text[mark.end + 1 : words[at].start].strip(" \u00a0،,"):
        return False
    return any(word.folded in language.listed("wordings") for word in words[hit.first : hit.last + 1])


def _again(why: Mapping[Marked, str], inside: Mapping[Marked, Sequence[Token]]) -> dict[Marked, str]:
    """The marks around words that are a name in another place of the article."""
    known = {
        tuple(word.folded for word in inside[mark]): reason
        for mark, reason in why.items()
        if reason in AGAIN and len(inside[mark]) <= LONGEST
    }
    return {mark: known[key] for mark, own in inside.items() if (key := tuple(word.folded for word in own)) in known}


def _why(article: Article, words: Sequence[Token], mark: Marked, inside: Sequence[Token]) -> str:
    """Why a marked stretch is a name, or empty; ``words``: the last ones before it."""
    language = pack(article.language)
    if not inside:
        return "empty"
    if all(word.folded.isdigit() for word in inside):
        return "number"
    names = lexicon(language)
    for table in (names.gazetteer, names.credits):
        hit = table.at(0, inside, article.text)
        if hit is not None and hit.last == len(inside) - 1:
            return "known name"
    if len(inside) > LONGEST and not language.capitals:
        return ""
    articles = language.listed("before_things") - language.listed("definite")  # ``called the plan "[a] disaster"``
    tables: list[Phrases[Any]] = [speech_lexicon(language).scare, names.heads]
    talked = _talked_with(article, words, mark, inside) or _asks(article, words, mark, inside)
    if talked or _called(article, words, mark, language):
        return "named thing"
    adjective = _described(words, language)
    for first in range(max(0, len(words) - BEFORE), len(words)):
        for table in tables:
            hit = table.at(first, words, article.text)
            between = article.text[words[-1].end : mark.start - 1]
            named = hit is not None and hit.last == len(words) - 1 - adjective
            announces = named and _touches(between, language)
            small = language.capitals and inside[0].text[:1].islower()
            goes_on = small and (between.strip() != "" or len(inside) >= SAID or inside[0].folded in articles)
            if announces and not goes_on and not predicate(words[-1], inside, language):
                return "named thing"
    return ""


def _described(words: Sequence[Token], language: LanguagePack) -> bool:
    """Whether the last word is an adjective of the noun before it, which is known: ``فيلمها [الثاني] «...»``."""
    if len(words) < 2 or not language.article or not words[-1].folded.startswith(language.article):
        return False
    before = words[-2].folded
    noun = words[-2].text.endswith(only_nouns(language))  # ``[وزارة] الصحة «...»``
    owned = before.endswith(language.clitics("enclitic") or ("\0",)) and not noun
    return (owned or before.startswith(language.article)) and before not in language.words("stopwords")


def _touches(between: str, language: LanguagePack) -> bool:
    """Whether a mark follows what announces a name, with capitals behind a comma too (``a film, "Dusk"``)."""
    return not between.strip(" \u00a0()ـ,،" if language.capitals else " \u00a0()ـ")


def _talked_with(article: Article, words: Sequence[Token], mark: Marked, inside: Sequence[Token]) -> bool:
    """Whether an outlet stands in marks to which somebody talked: ``في اتصال هاتفي مع [«الوادي»]``."""
    language = pack(article.language)
    contacts = tuple(language.listed("contacts"))
    if not contacts or len(inside) > TERM or not words:
        return False
    led = words[-1].folded in speech_lexicon(language).prepositions and _touches(
        article.text[words[-1].end : mark.start - 1], language
    )
    if len(words) > 1 and f"{words[-2].folded} {words[-1].folded}" in language.listed("contacts"):
        return led  # ``ركاب تحدثوا إلى [«المسافر»]``
    parted = any(sign in article.text[words[-CONTACT:][0].start : mark.start - 1] for sign in BREAKS)
    return led and not parted and any(word.folded.startswith(contacts) for word in words[-CONTACT:-1])


def _asks(article: Article, words: Sequence[Token], mark: Marked, inside: Sequence[Token]) -> bool:
    """Whether an outlet stands in marks that asks somebody: ``سألت [«الوادي»] الوزير عن السبب``."""
    asks = tuple(pack(article.language).listed("asks"))
    if (
        not asks
        or not words
        or not inside
        or not words[-1].folded.startswith(asks)
        or len(inside) > BEFORE
        or not mark.closed
    ):
        return False
    beside = not article.text[words[-1].end : mark.start - 1].strip()
    return beside and article.text[inside[-1].end : mark.end].strip() not in ("?", "؟")


def _called(article: Article, words: Sequence[Token], mark: Marked, language: LanguagePack) -> bool:
    """Whether others call something what stands in marks: ``ما [يسميه] التجار «...»``, ``[known] to some as "..."``."""
    known = language.listed("naming_verbs")
    for index, word in enumerate(words):
        between = article.text[word.end : mark.start - 1]
        if word.folded in known and not any(sign in between for sign in BREAKS) and index < len(words) - 1:
            joining = language.listed("before_names")
            return not joining or words[-1].folded in joining
    return False


def scare(mark: Marked, around: Sequence[Cue], passage: Passage) -> str:
    """Why a marked stretch quotes nobody: nothing reports it, it is one word in the middle of a report, or a name."""
    if not around:
        return "no cue"
    language, words = pack(passage.article.language), passage.gap(mark.start, mark.end)
    if on_sign(mark, passage):
        return ON_SIGN
    cue = max(around, key=lambda c: c.content[0])
    if _chanted(mark, cue, passage):
        return ""
    begins = passage.gap(cue.content[0], mark.start) == 0
    if cue.verb is not None and cue.verb.describe and titled(mark, passage):
        return "named thing"
    goes_on = cue.opened in CLAUSES and passage.gap(mark.end, cue.content[1]) > 0
    before = passage.words[passage.gap(passage.sentence.start, mark.start) - 1].folded
    led = before in language.listed("before_things") | language.listed("definite")
    if (goes_on or led or not begins) and _capitals(mark, passage):
        return "named thing"
    if not begins and words <= BEFORE and _thing(mark, passage):
        return "named thing"
    if _people_call(mark, cue, passage):
        return "named thing"
    several = cue.subject is None and cue.verb is not None and cue.verb.gender == "p"
    if (several or _anybody(cue)) and "colon" not in (cue.opened, cue.rule) and words <= TERM and language.article:
        return "scare word"  # ``إنهم يتحدثون عن «مؤامرة كونية»``, ``يتحدث المسؤولون عن «ثغرة فنية»``
    describes = (cue.verb is not None and cue.verb.describe) or cue.rule == "headline"
    inner = words <= TERM and cue.opened in CLAUSES and not begins and not describes
    deep = inner and (goes_on or led or passage.gap(cue.content[0], mark.start) > SUBJECT)
    if deep and not _pair(mark, passage):
        return "scare word"  # ``قال إنه سيعود إلى البلاد «خلال أيام»``
    term = _term(mark, passage)
    begins = begins and not (term and cue.opened == "mark" and _behind_noun(mark, cue, passage))
    few = words < FRAGMENT or term
    of_noun = led and cue.opened == "mark"  # ``smiled at the "reform"``
    return "scare word" if few and (goes_on or of_noun or not begins) and not describes else ""


def _chanted(mark: Marked, cue: Cue, passage: Passage) -> bool:
    """Whether several people shout words behind a noun for what they shout: ``ردد المحتجون [هتافات] منها «ارحل»``."""
    first = passage.gap(passage.sentence.start, mark.start)
    chants = pack(passage.article.language).listed("chants")
    before = [word.folded for word in passage.words[max(0, first - CHANTED) : first]]
    return cue.opened == "mark" and _anybody(cue) and not chants.isdisjoint(before)


def _anybody(cue: Cue) -> bool:
    """Whether people who are not told apart are the subject of a cue (``officials``, ``السكان``)."""
    return cue.subject is not None and cue.subject.kind == "group"


def _pair(mark: Marked, passage: Passage) -> bool:
    """Whether two words in marks are joined, as what is said of a subject is: ``إن الاتصال كان «بنّاءً [و]موضوعياً»``."""
    inside, joining = _inside(mark, passage), pack(passage.article.language).clitics("conjunction")
    return len(inside) == TERM and bool(joining) and inside[-1].startswith(joining)


def _people_call(mark: Marked, cue: Cue, passage: Passage) -> bool:
    """Whether what stands in marks is how people call a thing: ``residents call it "the monument"``."""
    if cue.verb is None or not cue.verb.describe:
        return False
    language, at = pack(passage.article.language), passage.gap(passage.sentence.start, mark.start)
    definites = language.listed("definite")
    if at and passage.words[at - 1].folded in definites and passage.gap(mark.start, mark.end) <= SAID:
        return True  # ``dubbed [the] "three-hour job"``
    named = passage.words[at : at + 1]
    over = passage.gap(mark.end, cue.content[1]) == 0
    return over and (cue.subject is None or _anybody(cue)) and any(word.folded in definites for word in named)


def _thing(mark: Marked, passage: Passage) -> bool:
    """Whether words in marks begin with what a body is, in a language without capitals: ``أحيلت إلى «لجنة تأديب»``."""
    language, text = pack(passage.article.language), passage.text
    inside = tokens(text, language, start=mark.start, end=mark.end)
    hit = lexicon(language).heads.at(0, inside, text) if inside and language.article else None
    return hit is not None and hit.value.kind == "org" and not hit.peeling.proclitics


def _behind_noun(mark: Marked, cue: Cue, passage: Passage) -> bool:
    """Whether an ordinary noun, no subject, stands between a verb and marks: ``أعلنت [حالة] «القوة القاهرة»``."""
    language, index = pack(passage.article.language), passage.gap(passage.sentence.start, mark.start) - 1
    if index <= cue.last:
        return False
    word = passage.words[index]
    plain = word.folded not in language.words("stopwords") | speech_lexicon(language).prepositions
    return plain and not word.folded.startswith(language.article) and passage.speaker_at(word.start) is None


def _inside(mark: Marked, passage: Passage) -> list[str]:
    """The folded words in marks."""
    return [word.folded for word in passage.words if mark.start <= word.start and word.end <= mark.end]


def _term(mark: Marked, passage: Passage) -> bool:
    """Whether a noun and its adjective, both with the article, stand in marks: a term and no report."""
    language = pack(passage.article.language)
    inside = _inside(mark, passage)
    return bool(language.article) and len(inside) == TERM and all(word.startswith(language.article) for word in inside)


def _capitals(mark: Marked, passage: Passage) -> bool:
    """Whether a few words in marks are written like a name, in a script with capitals, and end no sentence."""
    language = pack(passage.article.language)
    inside = passage.text[mark.start : mark.end]
    words = [word for word in inside.split() if language.fold(word).strip() not in language.words("stopwords")]
    alone = len(inside.split()) > LONGEST or inside[-1:] in STOPS
    return language.capitals and bool(words) and not alone and all(word[:1].isupper() for word in words)
