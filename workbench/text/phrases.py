"""Phrases of a language pack, found in tokens whatever their spelling and whatever is attached to them.

Arabic writes conjunctions and prepositions in one word with what follows (``ولبوتين``: و + ل + بوتين),
English adds a possessive ``'s``. :func:`peelings` lists the ways to take such clitics off a word, and
:class:`Phrases` finds the longest entry of a table that begins at a token, with them or without.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Generic, NamedTuple, TypeVar
from unicodedata import category

from workbench.kept import kept
from workbench.languages.pack import LanguagePack
from workbench.text.tokens import Token

__all__ = ["Hit", "Peeling", "Phrases", "adjacent", "cores", "peelings", "unfolded"]

Value = TypeVar("Value")


class Peeling(NamedTuple):
    """A word without its clitics: ``front`` and ``back`` folded letters were taken off, ``core`` is left."""

    front: int
    back: int
    core: str
    proclitics: str


class Hit(NamedTuple, Generic[Value]):
    """An entry found: tokens ``first`` to ``last`` (inclusive), the span without clitics, what it stands for."""

    first: int
    last: int
    start: int
    end: int
    peeling: Peeling
    value: Value


@cache
def _proclitics(pack: LanguagePack) -> tuple[tuple[str, bool], ...]:
    """The sequences of proclitics a word may begin with, shortest first, and whether each hides an article."""
    conjunctions = ["", *pack.clitics("conjunction")]
    fronts = [(c + p, False) for c in conjunctions for p in ["", *pack.clitics("preposition")]]
    fronts += [(c + p, True) for c in conjunctions for p in pack.clitics("preposition_article")]
    return tuple(sorted(fronts, key=lambda front: (len(front[0]), front[0])))


@kept
def peelings(word: str, pack: LanguagePack) -> tuple[Peeling, ...]:
    """The ways to take clitics off a folded word, the whole word first.

    >>> from workbench.languages import pack
    >>> [peeling.core for peeling in peelings("ولبوتين", pack("ar"))]
    ['ولبوتين', 'لبوتين', 'بوتين']
    >>> peelings("للشرع", pack("ar"))[-1].core
    'الشرع'
    """
    article = pack.article
    found = []
    for front, hides_article in _proclitics(pack):
        rest = word[len(front) :]
        if not word.startswith(front) or (front and len(rest) < 2):
            continue
        if hides_article:  # the word keeps its contracted article: only the conjunction is taken off
            found.append(Peeling(len(front) - len(article), 0, article + rest, front))
        else:
            found.append(Peeling(len(front), 0, rest, front))
    endings = [ending for ending in pack.clitics("possessive") if word.endswith(ending) and len(word) > len(ending) + 1]
    found.extend(Peeling(0, len(ending), word[: -len(ending)], "") for ending in endings)
    return tuple(found)


@kept
def cores(word: str, pack: LanguagePack) -> frozenset[str]:
    """What a folded word may be without its clitics, and the word itself.

    >>> from workbench.languages import pack
    >>> sorted(cores("ولبوتين", pack("ar")))
    ['بوتين', 'لبوتين', 'ولبوتين']
    """
    return frozenset(one.core for one in peelings(word, pack))


def adjacent(text: str, before: Token, after: Token) -> bool:
    """Whether only spaces and unseen characters, or one hyphen, stand between two tokens of a line."""
    between = text[before.end : after.start]
    if between in (" ", "-", "–"):
        return True
    return bool(between) and all(_blank(character) for character in between)


def _blank(character: str) -> bool:
    """White space within a line, or a character that only directs or joins others (category Cf)."""
    return character != "\n" and (character.isspace() or category(character) == "Cf")


class _Readings(dict[str, tuple[Peeling, ...]]):
    """The ways to read each word that a phrase begins with, worked out at the first asking; most words have none."""

    def __init__(self, pack: LanguagePack, firsts: frozenset[str]) -> None:
        super().__init__()
        self._pack = pack
        self._firsts = firsts

    def __missing__(self, word: str) -> tuple[Peeling, ...]:
        found: tuple[Peeling, ...] = ()
        if not self._firsts.isdisjoint(cores(word, self._pack)):
            found = tuple(one for one in peelings(word, self._pack) if one.core in self._firsts)
        self[word] = found
        return found


class Phrases(Generic[Value]):
    """A table of phrases that can be looked up at any token.

    Parameters
    ----------
    entries: pairs of a phrase, as the pack spells it, and what it stands for; the first of two equal ones counts.
    pack: the pack whose folding and clitics apply.
    article: whether each phrase is also known with the article before its first word.
    """

    def __init__(self, entries: Iterable[tuple[str, Value]], pack: LanguagePack, *, article: bool = False) -> None:
        self._pack = pack
        self._single: dict[str, Value] = {}
        self._longer: dict[str, dict[str, list[tuple[tuple[str, ...], Value]]]] = {}  # by first word, by second
        prefixes = ["", pack.article] if article and pack.article else [""]
        for phrase, value in entries:
            words = tuple(pack.fold(phrase).replace("-", " ").split())
            for prefix in prefixes:
                if words and not (prefix and words[0].startswith(prefix)):
                    self._add((prefix + words[0], *words[1:]), value)
        for seconds in self._longer.values():
            for forms in seconds.values():
                forms.sort(key=lambda entry: -len(entry[0]))
        self._readings = _Readings(pack, frozenset([*self._single, *self._longer]))

    def _add(self, form: tuple[str, ...], value: Value) -> None:
        if len(form) == 1:
            self._single.setdefault(form[0], value)
            return
        forms = self._longer.setdefault(form[0], {}).setdefault(form[1], [])
        if all(known != form for known, _ in forms):
            forms.append((form, value))

    def __contains__(self, word: str) -> bool:
        return word in self._single

    def first(self, word: str) -> bool:
        """Whether a longer phrase begins with this very word."""
        return word in self._longer

    def begins(self, word: str) -> bool:
        """Whether any phrase begins with a folded word, its clitics taken off or not."""
        return bool(self._readings[word])

    def places(self, words: Sequence[Token]) -> list[int]:
        """The words at which a phrase may begin, in order: most words begin none, and need not be looked at."""
        readings = self._readings
        return [index for index, word in enumerate(words) if readings[word.folded]]

    def at(self, index: int, words: Sequence[Token], text: str, *, peel: bool = True) -> Hit[Value] | None:
        """The longest phrase that begins at ``words[index]``, its clitics taken off; None where there is none."""
        best: Hit[Value] | None = None
        for peeling in self._readings[words[index].folded] if index < len(words) else ():
            if not peel and (peeling.proclitics or peeling.back):
                continue
            found = self._longest(peeling, index, words, text)
            if found is not None and (best is None or found.last > best.last):
                best = found
        return best

    def _longest(self, peeling: Peeling, index: int, words: Sequence[Token], text: str) -> Hit[Value] | None:
        token = words[index]
        start = unfolded(token, peeling.front, self._pack) if peeling.front else token.start
        if peeling.core in self._longer:
            for form, value in self._following(peeling.core, index, words):
                end = self._matches(form, index, words, text)
                if end is not None:
                    return Hit(index, index + len(form) - 1, start, end, peeling, value)
        if peeling.core in self._single:
            stop = _unfolded_end(token, peeling.back)
            return Hit(index, index, start, stop, peeling, self._single[peeling.core])
        return None

    def _following(self, core: str, index: int, words: Sequence[Token]) -> Iterable[tuple[tuple[str, ...], Value]]:
        """The longer phrases that begin with a word and go on with the next one."""
        seconds = self._longer[core]
        if index + 1 >= len(words):
            return ()
        second = words[index + 1].folded
        endings = [one.core for one in peelings(second, self._pack) if one.back]
        return [entry for word in (second, *endings) for entry in seconds.get(word, ())]

    def _matches(self, form: tuple[str, ...], index: int, words: Sequence[Token], text: str) -> int | None:
        """Where a phrase that begins at a token ends, or None where its other words do not follow."""
        if index + len(form) > len(words):
            return None
        end = words[index].end
        for offset in range(1, len(form)):
            token = words[index + offset]
            if not adjacent(text, words[index + offset - 1], token):
                return None
            if token.folded == form[offset]:
                end = token.end
                continue
            last = offset == len(form) - 1
            ending = next((p for p in peelings(token.folded, self._pack) if p.back and p.core == form[offset]), None)
            if not last or ending is None:
                return None
            end = _unfolded_end(token, ending.back)
        return end


@kept
def _front(text: str, front: int, pack: LanguagePack) -> int:
    taken = 0
    for position, character in enumerate(text):
        if taken >= front and pack.fold(character):
            return position
        taken += len(pack.fold(character))
    return len(text)


def unfolded(token: Token, front: int, pack: LanguagePack) -> int:
    """Where a token begins in the text without its first ``front`` folded letters."""
    return token.start + (_front(token.text, front, pack) if front else 0)


def _unfolded_end(token: Token, back: int) -> int:
    """Where a token ends in the text without its last ``back`` letters (possessives carry no marks)."""
    return token.end - back
