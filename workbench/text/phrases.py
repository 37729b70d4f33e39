"""Phrases of a language pack, found in tokens whatever their spelling and whatever is attached to them.

Arabic writes conjunctions and prepositions in one word with what follows (``ولبوتين``: و + ل + بوتين),
English adds a possessive ``'s``. :func:`peelings` lists the ways to take such clitics off a word, and
:class:`Phrases` finds the longest entry of a table that begins at a token, with them or without.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from workbench.languages.pack import LanguagePack
from workbench.text.tokens import Token

__all__ = ["Hit", "Peeling", "Phrases", "adjacent", "peelings"]

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


@cache
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


def adjacent(text: str, before: Token, after: Token) -> bool:
    """Whether only spaces, or one hyphen, stand between two tokens of a line."""
    between = text[before.end : after.start]
    return between in ("-", "–") or (between.isspace() and "\n" not in between)


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
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        known: set[tuple[str, ...]] = set()
        prefixes = ["", pack.article] if article and pack.article else [""]
        for phrase, value in entries:
            words = tuple(pack.fold(phrase).replace("-", " ").split())
            for prefix in prefixes:
                form = (prefix + words[0], *words[1:]) if words else ()
                if form and form not in known and not (prefix and words[0].startswith(prefix)):
                    known.add(form)
                    self._by_first.setdefault(form[0], []).append((form, value))
        for forms in self._by_first.values():
            forms.sort(key=lambda entry: -len(entry[0]))

    def __contains__(self, word: str) -> bool:
        return any(len(form) == 1 for form, _ in self._by_first.get(word, ()))

    def at(self, index: int, words: Sequence[Token], text: str, *, peel: bool = True) -> Hit[Value] | None:
        """The longest phrase that begins at ``words[index]``, its clitics taken off; None where there is none."""
        best: Hit[Value] | None = None
        token = words[index]
        options = peelings(token.folded, self._pack)
        for peeling in options if peel else options[:1]:
            for form, value in self._by_first.get(peeling.core, ()):
                last = index + len(form) - 1
                if best is not None and last <= best.last:
                    break
                end = self._matches(form, index, words, text)
                if end is not None:
                    start = _unfolded(token, peeling.front, self._pack)
                    stop = end if len(form) > 1 else _unfolded_end(token, peeling.back)
                    best = Hit(index, last, start, stop, peeling, value)
                    break
        return best

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


@cache
def _front(text: str, front: int, pack: LanguagePack) -> int:
    taken = 0
    for position, character in enumerate(text):
        if taken >= front and pack.fold(character):
            return position
        taken += len(pack.fold(character))
    return len(text)


def _unfolded(token: Token, front: int, pack: LanguagePack) -> int:
    """Where a token begins in the text without its first ``front`` folded letters."""
    return token.start + (_front(token.text, front, pack) if front else 0)


def _unfolded_end(token: Token, back: int) -> int:
    """Where a token ends in the text without its last ``back`` letters (possessives carry no marks)."""
    return token.end - back
