"""Places and bodies: spellings of one name are one, in one language and in all.

A body is known by its words without articles, prepositions and the heads that may be left out (``وزارة``); the packs'
identities join what is called differently in two languages.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from workbench.corpus import Corpus
from workbench.extractors.entities.candidate import Candidate

__all__ = ["BodyNames"]


class BodyNames:
    """The names of places and bodies in a corpus, and what each is kept under.

    Parameters
    ----------
    corpus, found: the articles and the candidates of each.
    """

    def __init__(self, corpus: Corpus, found: dict[str, list[Candidate]]) -> None:
        self._keys: dict[tuple[str, str], tuple[tuple[str, ...], str]] = {}
        counts: Counter[tuple[str, str]] = Counter()
        for own in found.values():
            for one in own:
                if one.name and one.type != "PER":
                    counts[one.type, one.identity or one.name] += 1
        same: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for kind, name in counts:
            same[kind, _plain(name)].append((kind, name))
        for group in same.values():
            main = max(group, key=lambda one: (counts[one], one))
            for one in group:
                reason = f"spelling of {main[1]}" if one != main else ""
                self._keys[one] = main, reason

    def key(self, one: Candidate) -> tuple[tuple[str, ...], str, str]:
        """The key, the rule and the reason of a place or body."""
        if not one.name:
            return (), one.rule, ""
        key, reason = self._keys.get((one.type, one.identity or one.name), ((one.type, one.identity or one.name), ""))
        told = f"{one.identity} in every language" if one.identity else reason
        return key, one.rule, told


def _plain(name: str) -> str:
    """A name without spaces and hyphens."""
    return "".join(name.split()).replace("-", "")
