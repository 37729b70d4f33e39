"""Names that another article of the corpus announces: ``الوزير سامر الديراني``, then ``سامر الديراني``.

A name of several words that a title, a list or a tagger vouches for in one article is the same name wherever its words
stand in a row in another of the same language, whatever stands around them; where they stand in another language that
writes them otherwise, it is the same by its sound (``heard.py``). So are bodies that a head announces, in full and by
their short names (``shortnames.py``), and the outlets of the corpus, where marks or a word such as صحيفة say that one
is meant (``outlets.py``). What a tagger or a shape takes for somebody there gives way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from workbench.corpus import Article
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.heard import Heard
from workbench.extractors.entities.outlets import OUTLET, as_outlet, outlets
from workbench.extractors.entities.shortnames import body_names
from workbench.languages.pack import LanguagePack, pack
from workbench.text.phrases import adjacent, peelings, unfolded
from workbench.text.spans import Placed, Spans
from workbench.text.tokens import Token, tokens

__all__ = ["named_elsewhere"]

ATTACHED = 3
"""The most letters that may be attached to the first word of a name."""
NEITHER = (False, False)
Entry = tuple[tuple[str, ...], Candidate]
Names = dict[str, list[Entry]]


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
    announced = _announced(every, found)
    known = {
        code: _Known(
            entries, [entry for other, more in announced.items() if other != code for entry in more], pack(code)
        )
        for code, entries in announced.items()
    }
    return {article.id: _with(article, found[article.id], known[article.language]) for article in every}


class _Known:
    """The names that articles of one language may have from others.

    Parameters
    ----------
    own, others: the names announced in the language and in all others. language: its pack.
    """

    def __init__(self, own: Iterable[Entry], others: Sequence[Entry], language: LanguagePack) -> None:
        self.language = language
        self.names: dict[str, Names] = {}
        """By the first word of a name and its second, which is empty where there is none; the longest first."""
        for words, one in own:
            self.names.setdefault(words[0], {}).setdefault("".join(words[1:2]), []).append((words, one))
        for seconds in self.names.values():
            for entries in seconds.values():
                entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
        self.heard = Heard(others, language) if others else None
        self._begins: dict[str, tuple[bool, bool]] = {}

    def begins(self, word: Token) -> tuple[bool, bool]:
        """Whether a name that is spelled so, and one that is heard so, may begin at a word."""
        found = self._begins.get(word.folded)
        if found is None:
            spelled = any(word.folded[cut:] in self.names for cut in range(min(ATTACHED, len(word.folded))))
            found = self._begins[word.folded] = spelled, self.heard is not None and self.heard.begins(word)
        return found


def _announced(every: Sequence[Article], found: Mapping[str, Sequence[Candidate]]) -> dict[str, list[Entry]]:
    """The names of people and bodies that articles of each language announce, the words of each once."""
    people: dict[str, dict[tuple[str, ...], Candidate]] = {article.language: {} for article in every}
    bodies: dict[str, list[Candidate]] = defaultdict(list)
    for article in every:
        for one in found[article.id]:
            words = tuple(" ".join(one.parts).split())
            if one.type == "PER" and one.sure and len(one.parts) > 1:
                people[article.language].setdefault(words, one)
            elif one.type == "ORG" and one.sure and one.name:
                bodies[article.language].append(one)
    for code, own_outlets in outlets(every).items():
        bodies[code] += own_outlets
    borne = {word for own in people.values() for words in own for word in words[1:]}
    announced: dict[str, list[Entry]] = {}
    for code in dict.fromkeys([*people, *bodies]):
        own = people.get(code, {})
        named = dict(body_names(bodies[code], borne, pack(code)))
        given = {words for words, one in own.items() if one.rule == "given name"}
        announced[code] = [(words, one) for words, one in own.items() if words in given or words not in named]
        announced[code] += [(words, one) for words, one in named.items() if words not in given]
    return announced


def _with(article: Article, own: Sequence[Candidate], known: _Known) -> list[Candidate]:
    """The candidates of an article and those that others announce, which take the place of what is less."""
    named = [one for one in own if one.name or (one.parts and one.sure)]
    placed = Placed(((one.start, one.end), one) for one in named)
    more: list[Candidate] = []
    for block in article.content:
        words = tokens(article.text, known.language, start=block.start, end=block.end)
        end = 0
        for index, word in enumerate(words):
            begins = known.begins(word)
            if begins == NEITHER or word.start < end:
                continue
            one = _at(index, words, article, known) if begins[0] else None
            if (one is None or not _fits(one, placed)) and begins[1] and known.heard is not None:
                one = known.heard.at(index, words, article.text)
            if one is not None and _fits(one, placed):
                more.append(replace(one, article=article.id))
                end = one.end
    if not more:
        return list(own)
    told = Spans((one.start, one.end) for one in more)
    kept = [one for one in own if not (one.parts or one.name) or not told.meets(one.start, one.end)]
    return sorted(_titled(article.text, kept, more), key=lambda one: (one.start, one.end))


def _fits(one: Candidate, named: Placed[Candidate]) -> bool:
    """Whether nothing stands where another article's name does, or only what gives way to it."""
    return all(_gives_way(other, one) for other in named.meeting(one.start, one.end))


def _gives_way(other: Candidate, one: Candidate) -> bool:
    """Whether what was found is less than a name that another article announces, or only looks like a person's."""
    inside = one.start <= other.start and other.end <= one.end
    whole = (one.start, one.end) == (other.start, other.end)
    if one.type == "PER":
        return (inside and not whole and len(other.parts) == 1) or (other.rule == "tagger" and other.type != "PER")
    if other.type == "PER":
        return inside and (whole or len(other.parts) == 1)
    return inside and (not whole or (one.rule == "elsewhere" and other.rule == "head" and other.type == "ORG"))


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


def _at(index: int, words: Sequence[Token], article: Article, own: _Known) -> Candidate | None:
    """The name that begins at a word, its clitics taken off."""
    word, language = words[index], own.language
    if language.capitals and not word.text[:1].isupper():
        return None
    second = words[index + 1].folded if index + 1 < len(words) else ""
    for peeling in peelings(word.folded, language):
        seconds: Names = own.names.get(peeling.core, {})
        alone = seconds.get("", []) if second else []
        for name, known in [*seconds.get(second, []), *alone]:
            span = words[index : index + len(name)]
            if tuple(one.folded for one in span[1:]) != name[1:] or len(span) < len(name):
                continue
            if all(adjacent(article.text, before, after) for before, after in pairwise(span)):
                start, end = unfolded(word, peeling.front, language), span[-1].end
                if known.type == "ORG":
                    if len(name) == 1 and _described(index, words, article.text, language):
                        continue
                    rule = OUTLET if known.rule == OUTLET else "repeated"
                    if rule == OUTLET and not as_outlet(index, start, end, words, article.text, language):
                        continue
                    return replace(known, start=start, end=end, phrase_start=start, phrase_end=end, rule=rule)
                return Candidate(article.id, start, end, "PER", "elsewhere", start, end, known.parts)
    return None


def _described(index: int, words: Sequence[Token], text: str, language: LanguagePack) -> bool:
    """Whether a word with the article stands right behind another, which may only be described by it."""
    if not language.article or index + 1 == len(words) or not adjacent(text, words[index], words[index + 1]):
        return False
    return words[index + 1].folded.startswith(language.article)
