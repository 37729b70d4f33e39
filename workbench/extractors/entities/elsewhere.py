"""Full names that another article of the corpus announces: ``الوزير سامر الديراني``, then ``سامر الديراني``.

A name of several words that a title, a list or a tagger vouches for in one article is the same name wherever its words
stand in a row in another of the same language, whatever stands around them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from workbench.corpus import Article
from workbench.extractors.entities.candidate import Candidate
from workbench.languages.pack import LanguagePack, pack
from workbench.text.phrases import adjacent, peelings, unfolded
from workbench.text.spans import Spans
from workbench.text.tokens import Token, tokens

__all__ = ["named_elsewhere"]

ATTACHED = 3
"""The most letters that may be attached to the first word of a name."""
Names = dict[str, list[tuple[tuple[str, ...], Candidate]]]


def named_elsewhere(
    articles: Iterable[Article], found: Mapping[str, Sequence[Candidate]]
) -> dict[str, list[Candidate]]:
    """The candidates of each article with the full names that only other articles announce, in order of their place.

    Parameters
    ----------
    articles: the corpus.
    found: the candidates of each of its articles.
    """
    every = list(articles)
    names: dict[str, Names] = {code: {} for code in {article.language for article in every}}
    known: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for article in every:
        for one in found[article.id]:
            words = tuple(" ".join(one.parts).split())
            if one.type == "PER" and one.sure and len(one.parts) > 1 and words not in known[article.language]:
                known[article.language].add(words)
                names[article.language].setdefault(words[0], []).append((words, one))
    for table in names.values():
        for entries in table.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return {article.id: _with(article, found[article.id], names[article.language]) for article in every}


def _with(article: Article, own: Sequence[Candidate], names: Names) -> list[Candidate]:
    taken = Spans((one.start, one.end) for one in own if (one.parts and one.sure) or one.name)
    language = pack(article.language)
    more = []
    for block in article.content:
        words = tokens(article.text, language, start=block.start, end=block.end)
        for index, word in enumerate(words):
            if any(word.folded[cut:] in names for cut in range(min(ATTACHED, len(word.folded)))):
                one = _at(index, words, article, names, language)
                if one is not None and not taken.meets(one.start, one.end):
                    taken.add(one.start, one.end)
                    more.append(one)
    if not more:
        return list(own)
    told = Spans((one.start, one.end) for one in more)
    kept = [one for one in own if not one.parts or not told.meets(one.start, one.end)]
    return sorted(_titled(article.text, kept, more), key=lambda one: (one.start, one.end))


def _titled(text: str, kept: Sequence[Candidate], more: Sequence[Candidate]) -> Iterator[Candidate]:
    """All candidates; a role that stands right before one of the new names is its title."""
    roles = {one.end: one for one in kept if one.role is not None and not one.parts and not one.name}
    joined = set()
    for one in more:
        role = roles.get(_before(text, one.start))
        if role is None:
            yield one
            continue
        joined.add(role)
        yield replace(one, role=role.role, role_end=role.end, phrase_start=role.start)
    yield from (one for one in kept if one not in joined)


def _before(text: str, place: int) -> int:
    """Where the word before a place ends."""
    while place > 0 and text[place - 1] in " \u00a0":
        place -= 1
    return place


def _at(index: int, words: Sequence[Token], article: Article, names: Names, language: LanguagePack) -> Candidate | None:
    """The name that begins at a word, its clitics taken off."""
    word = words[index]
    if language.capitals and not word.text[:1].isupper():
        return None
    for peeling in peelings(word.folded, language):
        for name, known in names.get(peeling.core, ()):
            span = words[index : index + len(name)]
            if tuple(one.folded for one in span[1:]) != name[1:] or len(span) < len(name):
                continue
            if all(adjacent(article.text, before, after) for before, after in pairwise(span)):
                start, end = unfolded(word, peeling.front, language), span[-1].end
                return Candidate(article.id, start, end, "PER", "elsewhere", start, end, known.parts)
    return None
