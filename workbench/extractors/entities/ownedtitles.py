"""Titles and what they are of: an owner joined to them (``مديرها``, ``أمينها العام``), a body's head that ends them."""

from __future__ import annotations

from workbench.extractors.entities.kinds import clitics
from workbench.extractors.entities.lexicon import Title
from workbench.extractors.entities.names import Name, NameReader
from workbench.text.phrases import Hit

__all__ = ["owned_title", "unless_owner"]

LEAST = 3  # the fewest letters of a title without its owner


def owned_title(names: NameReader, index: int) -> Hit[Title] | None:
    """A title that begins at a token with its owner joined to it, an adjective of the title's behind it; else None."""
    word, endings = names.words[index], clitics(names.pack, "possessed")
    ending = next((one for one in endings if word.folded.endswith(one)), "")
    if not ending or len(word.folded) < len(ending) + LEAST:
        return None
    plain = word._replace(text=word.text[: -len(ending)], folded=word.folded[: -len(ending)])
    titles, last = names.lexicon.titles, index
    if plain.folded.endswith("ت") and titles.at(0, [plain], names.text) is None:
        plain = plain._replace(folded=plain.folded[:-1] + "ه")  # ``[رئيستها] فلانة``
    hit = titles.at(0, [plain], names.text)
    if hit is None and index + 1 < len(names.words):
        more = names.words[index + 1]
        bare = more._replace(folded=more.folded.removeprefix(names.pack.article or "\0"))
        hit, last = titles.at(0, [plain, bare], names.text), index + 1
    if hit is None or hit.last != last - index:
        return None
    return hit._replace(first=index, last=last, end=names.words[last].end)


def unless_owner(name: Name | None, names: NameReader, hit: Hit[Title], after: int) -> Name | None:
    """A name behind a title, but none where a body's head ends the title: ``رئيس اتحاد [فلاحي] الواحة``.

    What follows such a head without the article says whose the body is. ``after``: the token behind the title and what
    is known to belong to it.
    """
    if name is None or name.given or names.pack.capitals or after != hit.last + 1 or hit.last == hit.first:
        return name
    head = names.lexicon.heads.at(hit.last, names.words, names.text, peel=False)
    bare = head is not None and head.value.kind == "org" and not names.definite(names.words[hit.last].folded)
    return None if bare else name
