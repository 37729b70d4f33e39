"""Titles with their owner joined to them: ``مديرها``, ``ممثلهم``, ``أمينها العام``."""

from __future__ import annotations

from workbench.extractors.entities.kinds import clitics
from workbench.extractors.entities.lexicon import Title
from workbench.extractors.entities.names import NameReader
from workbench.text.phrases import Hit

__all__ = ["owned_title"]

LEAST = 3  # the fewest letters of a title without its owner


def owned_title(names: NameReader, index: int) -> Hit[Title] | None:
    """A title that begins at a token with its owner joined to it, an adjective of the title's behind it; else None."""
    word, endings = names.words[index], clitics(names.pack, "possessed")
    ending = next((one for one in endings if word.folded.endswith(one)), "")
    if not ending or len(word.folded) < len(ending) + LEAST:
        return None
    plain = word._replace(text=word.text[: -len(ending)], folded=word.folded[: -len(ending)])
    titles, last = names.lexicon.titles, index
    hit = titles.at(0, [plain], names.text)
    if hit is None and index + 1 < len(names.words):
        more = names.words[index + 1]
        bare = more._replace(folded=more.folded.removeprefix(names.pack.article or "\0"))
        hit, last = titles.at(0, [plain, bare], names.text), index + 1
    if hit is None or hit.last != last - index:
        return None
    return hit._replace(first=index, last=last, end=names.words[last].end)
