"""What stands beside a personal name and tells that it is one: what somebody is, a body, what is attached to it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.lexicon import Title, lexicon
from workbench.extractors.entities.names import Name, NameReader
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import Hit, peelings

__all__ = ["apposed", "behind_body", "readings"]


def apposed(names: NameReader, last: int) -> bool:
    """Whether a comma and what somebody is follow a name that ends at a token: ``رباح المهنا، عضو المكتب``."""
    following = last + 1
    if following >= len(names.words):
        return False
    between = names.text[names.words[last].end : names.words[following].start].strip(" \u00a0")
    if between not in ("،", ","):
        return False
    hit = names.lexicon.titles.at(following, names.words, names.text, peel=False)
    return hit is not None and hit.value.kind != "honorific"


def behind_body(names: NameReader, bodies: Iterable[Candidate], hit: Hit[Title], after: int) -> Name | None:
    """The name behind the body that a title is of: ``رئيس نادي نسور الساحل جمال فرح``.

    ``after``: the token behind the title and what is known to belong to it.
    """
    place = names.words[after].start
    body = next((one for one in bodies if one.sure and hit.start < one.start <= place < one.end), None)
    if body is None:
        return None
    index = after
    while index < len(names.words) and names.words[index].end <= body.end:
        index += 1
    if index >= len(names.words) or not names.near(index - 1):
        return None
    name = names.at(index, titled=True)
    return name if name is not None and name.given and len(name.parts) > 1 else None


@cache
def readings(word: str, language: LanguagePack) -> tuple[tuple[int, str], ...]:
    """The readings of a folded word that may begin a name: as it stands, or without what is attached to it.

    Each is the number of letters taken off and the rest. A particle with a preposition (``بأبي فيصل``) comes before
    the word as a whole, which few people have.
    """
    names = lexicon(language)
    attached = [(p.front, p.core) for p in peelings(word, language) if p.proclitics and not p.back]
    particles = tuple(one for one in attached if one[1] in names.particles)
    if particles and word not in names.given_own:
        return particles
    if word in names.given:
        return (*particles, (0, word))
    if word in names.stops and word not in names.beginnings:
        return particles
    known = tuple(one for one in [(0, word), *attached] if one[1] in names.beginnings)
    return known[:1] if word in names.given_ambiguous else known
