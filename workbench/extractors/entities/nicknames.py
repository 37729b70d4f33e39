"""Nicknames that a page joins to a full name: ``إدريس الوزان، المعروف باسم أبو ليث``, ``إدريس الوزان (أبو ليث)``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from workbench.corpus import Article
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.fullnames import form, kinds
from workbench.extractors.entities.people import People
from workbench.languages.pack import LanguagePack, pack

__all__ = ["join_nicknames"]

GAP = "…"  # what stands in a cue for any words
REACH = 90
"""How many characters may stand between a full name and the nickname that is said to be its bearer's."""


def join_nicknames(articles: Iterable[Article], found: dict[str, list[Candidate]], people: People) -> None:
    """Tell the people of a corpus the nicknames that any of its pages joins to their full names."""
    for article in articles:
        own = [c for c in found[article.id] if c.type == "PER" and c.parts]
        for before, after in pairwise(own):
            if after.start - before.end <= REACH:
                _joined(article, before, after, people)


def _joined(article: Article, before: Candidate, after: Candidate, people: People) -> None:
    between = article.text[before.end : after.start]
    if not between or "." in between or "\n" in between:
        return
    language = pack(article.language)
    said = _plain(between, language)
    if any(_says(said, cue) for cue in _cues(language, "called")) or _bracketed(article, before, after):
        _bear(before, after, people, article.id)
    elif any(_says(said, cue) for cue in _cues(language, "calls")):
        _bear(after, before, people, article.id)


def _bracketed(article: Article, before: Candidate, after: Candidate) -> bool:
    """Whether a kunya stands alone in brackets or marks right behind a full name."""
    if article.text[before.end : after.start].strip() not in ("(", "«", "“", '"', "‘", "،", ","):
        return False
    return article.text[after.end : after.end + 1] in (")", "»", "”", '"', "’") and _kunya(after, article)


def _kunya(one: Candidate, article: Article) -> bool:
    language = pack(article.language)
    return one.parts[0].split(" ")[0] in kinds(language, "kunya") and len(form(one.parts).words) == 1


def _bear(full: Candidate, nick: Candidate, people: People, article: str) -> None:
    words = form(nick.parts).words
    person = people.named(full.parts, article)
    if person is None or len(form(full.parts).words) < 2 or not words or people.named(nick.parts, article) is person:
        return
    bearers = people.nicknames[words]
    if person not in bearers:
        bearers.append(person)


def _plain(text: str, language: LanguagePack) -> str:
    """Folded text with its punctuation made spaces."""
    folded = language.fold(text)
    return " " + " ".join("".join(c if c.isalnum() else " " for c in folded).split())


def _says(said: str, cue: tuple[str, ...]) -> bool:
    """Whether the words between two names end in a cue; one of two parts (``known to ... as``) is all of them."""
    return said.endswith(cue[-1]) and (len(cue) == 1 or said.startswith(cue[0] + " "))


@cache
def _cues(language: LanguagePack, kind: str) -> Sequence[tuple[str, ...]]:
    return tuple(tuple(f" {part.strip()}" for part in cue.split(GAP)) for cue in sorted(kinds(language, kind)))
