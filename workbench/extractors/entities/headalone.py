"""Bodies that are called by what they are alone, after their full name: ``النقابة``, ``the council``.

A finder sees such words in the tokens of an article (`heads_alone`); whom they mean is known when all names of the
article are (`named_by_head`): the only body of that kind that the paragraph, or else the article, has named before.
A headline may name it before the text does. What fits two bodies means neither.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from workbench.corpus import Article, Block
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.lexicon import lexicon
from workbench.languages.pack import LanguagePack, pack
from workbench.text.phrases import adjacent, cores, peelings, unfolded
from workbench.text.spans import Spans
from workbench.text.tokens import Token

__all__ = ["HEAD_ALONE", "heads_alone", "named_by_head"]

HEAD_ALONE = "head alone"
"""The rule of a body that is called by what it is alone."""
ANOTHERS = frozenset({"party", "side", HEAD_ALONE})
"""The rules of bodies that are hardly ever called so: what they are tells of many."""
BEFORE = ("title", "subtitle")
"""The kinds of blocks that may call a body so before its name stands in the text."""
OPENING = '«“"‘»”'
"""Marks between the word for what a body is and its name."""
FEMININE = ("ه", "ات")
"""How feminine nouns and their adjectives end, folded."""


@cache
def _nouns(language: LanguagePack) -> frozenset[str]:
    """The words for what a body is, folded, without article."""
    heads = (language.fold(row["title"]) for row in language.rows("titles") if row["kind"] == "org")
    return frozenset(head for head in heads if " " not in head) - language.listed("never_alone")


@cache
def _articled(language: LanguagePack) -> frozenset[str]:
    """The same with the article, in languages that write it in one word."""
    return frozenset(language.article + noun for noun in _nouns(language))


def heads_alone(
    article: str, text: str, blocks: Sequence[Sequence[Token]], found: Iterable[Candidate], language: LanguagePack
) -> Iterator[Candidate]:
    """The places where a body may be called by what it is alone, each without a name as yet.

    Parameters
    ----------
    article, text: the id of the page and its text.
    blocks: the words of each of its blocks.
    found: what is named there.
    language: the pack of the page.
    """
    taken = Spans((one.start, one.end) for one in found if one.name or (one.parts and one.sure))
    alone = _joined if language.article else _apart
    for words in blocks:
        for start, end in alone(words, text, language):
            if not taken.meets(start, end):
                yield Candidate(article, start, end, "ORG", HEAD_ALONE, start, end, sure=False)


def _joined(words: Sequence[Token], text: str, language: LanguagePack) -> Iterator[tuple[int, int]]:
    """Where a word for a body stands with the article in the same word, and nothing belongs to it."""
    nouns = _articled(language)
    for index, word in enumerate(words):
        if nouns.isdisjoint(cores(word.folded, language)):
            continue
        if _goes_on(index, words, text, language) or _describes(index, words, text, language):
            continue
        reading = next(one for one in peelings(word.folded, language) if one.core in nouns)
        yield unfolded(word, reading.front, language), word.end


def _describes(index: int, words: Sequence[Token], text: str, language: LanguagePack) -> bool:
    """Whether a word for a body is the adjective of the noun before it: ``الانتخابات [البلدية]``."""
    if index == 0 or not adjacent(text, words[index - 1], words[index]):
        return False
    described = any(core.startswith(language.article) for core in cores(words[index - 1].folded, language))
    return described and words[index].folded.removesuffix(FEMININE[0]).endswith(language.clitics("nisba"))


def _goes_on(index: int, words: Sequence[Token], text: str, language: LanguagePack) -> bool:
    """Whether an adjective with the article, or a relative clause, says more of a noun with the article."""
    if index + 1 == len(words) or not adjacent(text, words[index], words[index + 1]):
        return False
    noun, word = words[index].folded, words[index + 1].folded
    if not word.startswith(language.article):
        return False
    known = lexicon(language)
    listed = language.listed("general_adjectives") | language.listed("body_adjectives")
    agreeing = word.endswith(FEMININE) and noun.endswith(FEMININE)
    says = index > 0 and not known.says.isdisjoint(cores(words[index - 1].folded, language))
    adjective = word in listed or word.endswith(language.clitics("nisba")) or (agreeing and not says)
    return adjective or word in known.links or known.demonyms.at(index + 1, words, text, peel=False) is not None


def _apart(words: Sequence[Token], text: str, language: LanguagePack) -> Iterator[tuple[int, int]]:
    """Where a word for a body stands behind an article of its own, and nothing belongs to it."""
    nouns, known = _nouns(language), lexicon(language)
    articles = language.listed("definite") & language.listed("before_things")
    closing = (known.links | known.says) - known.openers - language.listed("relatives")
    joining = _joining(language)
    for index, word in enumerate(words):
        if index == 0 or words[index - 1].folded not in articles or not adjacent(text, words[index - 1], word):
            continue
        reading = next((one for one in peelings(word.folded, language) if one.core in nouns), None)
        if reading is None:
            continue
        following = words[index + 1] if index + 1 < len(words) else None
        beside = following is not None and adjacent(text, word, following)
        closed = following is None or not beside or reading.back or following.folded in closing - joining
        if closed or (words[index - 1].text.istitle() and _plain(index + 1, words, text, language)):
            yield word.start, word.end - reading.back


def _plain(index: int, words: Sequence[Token], text: str, language: LanguagePack) -> bool:
    """Whether a word may be the verb of what begins its sentence: no name, and nobody's or nothing's title."""
    known, word = lexicon(language), words[index]
    return (
        word.text.islower()
        and word.folded not in known.links
        and not (known.titles.at(index, words, text) or known.heads.at(index, words, text))
    )


@cache
def _joining(language: LanguagePack) -> frozenset[str]:
    """The words that join a head to what it is for: the last words of the heads that end in a function word."""
    heads = (language.fold(row["title"]).split() for row in language.rows("titles") if row["kind"] == "org")
    return frozenset(head[-1] for head in heads if len(head) > 1 and head[-1] in language.words("stopwords"))


def named_by_head(articles: Iterable[Article], found: Mapping[str, Sequence[Candidate]]) -> dict[str, list[Candidate]]:
    """The candidates of each article, those called by what they are alone with the name of the body that is meant.

    Parameters
    ----------
    articles: the corpus.
    found: the candidates of each of its articles.
    """
    return {article.id: list(_meant(article, found[article.id])) for article in articles}


def _meant(article: Article, own: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates of one article without the heads alone that mean nobody who is named."""
    alone = [one for one in own if one.rule == HEAD_ALONE]
    yield from (one for one in own if one.rule != HEAD_ALONE)
    if not alone:
        return
    language = pack(article.language)
    named: dict[str, list[Candidate]] = defaultdict(list)
    for one in own:
        if one.type == "ORG" and one.name and one.rule not in ANOTHERS and (head := _head(one, article.text, language)):
            named[head].append(one)
    taken = Spans((one.start, one.end) for one in own if one.name or one.parts)
    people = sorted(one.phrase_start for one in own if one.parts)
    for one in alone:
        if _titles(one, people, article.text, language):
            continue
        head = _bare(article.text[one.start : one.end], language)
        body = _antecedent(one, named.get(head, ()), article.content)
        if body is not None and not taken.meets(one.start, one.end):
            yield replace(one, name=body.name, identity=body.identity, sure=True)


def _titles(one: Candidate, people: Sequence[int], text: str, language: LanguagePack) -> bool:
    """Whether a head alone belongs to what somebody is who is named behind it: ``الناطق باسم [الجهاز] الرائد فلان``."""
    after = bisect_left(people, one.end)
    between = text[one.end : people[after]] if after < len(people) else "."
    titles = lexicon(language).titles
    return not between.strip(" ") or ("\n" not in between and all(w in titles for w in language.fold(between).split()))


def _antecedent(one: Candidate, named: Sequence[Candidate], blocks: Sequence[Block]) -> Candidate | None:
    """The body that a head alone means, of those of its kind: the only one before it in its block, or in the page."""
    if not named:
        return None
    block = next((block for block in blocks if block.start <= one.start < block.end), None)
    before = [other for other in named if other.end <= one.start]
    if block is not None and block.kind in BEFORE and not before:
        before = list(named)
    near = [other for other in before if block is not None and block.start <= other.start]
    for choice in (near, before):
        if len({other.identity or other.name for other in choice}) == 1:
            return choice[-1]
    return None


def _bare(word: str, language: LanguagePack) -> str:
    """A word for a body without article and attached words, folded; empty where it is none."""
    readings = (core.removeprefix(language.article) for core in cores(language.fold(word), language))
    return next((core for core in sorted(readings) if core in _nouns(language)), "")


def _head(one: Candidate, text: str, language: LanguagePack) -> str:
    """The word for what a body is in its name, or right before a name without one: ``صحيفة «المساء»``."""
    words = language.fold(text[one.start : one.end]).split()
    if not language.capitals:
        before = text[: one.start].rstrip(" \u00a0" + OPENING).rpartition(" ")[2].rpartition("\n")[2]
        return (_bare(words[0], language) if words else "") or _bare(before, language)
    joint = next((at for at, word in enumerate(words) if at and word in _joining(language)), len(words))
    return _bare(words[joint - 1], language) if words else ""
