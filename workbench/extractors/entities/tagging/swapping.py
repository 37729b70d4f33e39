"""Other names in the same sentences: training samples in which names are swapped for others.

The tagger then learns the places where names stand rather than the names of one year's news. People's names are put
together from gathered words: given and last names of Arab countries, and foreign names as Arabic writes them. Some
places of one word and organisations of one or two are swapped for gathered ones.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.languages.gazetteers import gazetteers
from workbench.languages.pack import LanguagePack
from workbench.text.tokens import tokens

if TYPE_CHECKING:
    from workbench.extractors.entities.tagging.train import Sample

__all__ = ["Swapper", "spans"]

FOREIGN = 0.45  # the share of names that are foreign
SWAPPED = 0.4  # the share of other names that are swapped
TOWN = 2  # the least size of a place (see `Place`)
LONGEST_BODY = 4  # words of an organisation's name
PERSON, PLACE, BODY = "PERS", "LOC", "ORG"


def spans(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The entities of a tagged sentence: first word, the word after the last, type."""
    begin = 0
    for at in range(1, len(tags) + 1):
        if at == len(tags) or not tags[at].startswith("I-") or tags[at][2:] != tags[at - 1][2:]:
            if tags[begin] != "O":
                yield begin, at, tags[begin][2:]
            begin = at


class Swapper:
    """Swaps personal names.

    Parameters
    ----------
    language: whose gathered names are used.
    seed: the same seed gives the same names.
    """

    def __init__(self, language: LanguagePack, seed: int) -> None:
        known = gazetteers(language)
        self._language = language
        self._random = random.Random(seed)  # noqa: S311 - no secret is made of it
        self._given = sorted(known.given)
        self._last = sorted(known.surnames)
        self._foreign = sorted(word for word in known.people if known.classes(word).foreign and len(word) > 2)
        self._known = frozenset(known.people)
        self._places = frozenset(known.places)
        places = [
            name for name, one in known.places.items() if one.size >= TOWN and not one.ambiguous and len(name) > 2
        ]
        bodies = [name for name in known.organisations if len(name.split()) <= LONGEST_BODY]
        self._others = {PLACE: (sorted(places), 1), BODY: (sorted(bodies), 2)}
        self._attached = frozenset(language.clitics("conjunction") + language.clitics("preposition"))

    def swapped(self, sample: Sample) -> Sample | None:
        """The sample with every personal name and some others swapped; None where no name was."""
        text, place, tags, index = "", 0, list[str](), 0
        for begin, end, kind in spans(sample.tags):
            name = self._other(kind, end - begin)
            if not name:
                continue
            front = self._front(sample.words[begin].folded, kind)
            text += sample.text[place : sample.words[begin].start] + front + " ".join(name)
            tags += [*sample.tags[index:begin], f"B-{kind}", *[f"I-{kind}"] * (len(name) - 1)]
            place, index = sample.words[end - 1].end, end
        if not place:
            return None
        text += sample.text[place:]
        tags += sample.tags[index:]
        words = tokens(text, self._language)
        return type(sample)(text, words, tags) if len(words) == len(tags) else None

    def _other(self, kind: str, length: int) -> list[str]:
        """Another name of a type and about that many words; none where the name stays."""
        if kind == PERSON:
            return self._name(length)
        names, longest = self._others.get(kind, ([], 0))
        if not names or length > longest or self._random.random() >= SWAPPED:
            return []
        return self._random.choice(names).split()

    def _front(self, word: str, kind: str) -> str:
        """What is attached to the first word of a name and stays there."""
        known = self._known if kind == PERSON else self._places
        front = word[:1]
        attached = kind in (PERSON, PLACE) and front in self._attached and word not in known and word[1:] in known
        return front if attached else ""

    def _name(self, length: int) -> list[str]:
        """A name of about as many words: alone, a last name."""
        draw = self._random
        if draw.random() < FOREIGN:
            return [draw.choice(self._foreign) for _ in range(min(length, 2))]
        last = draw.choice(self._last)
        if length == 1:
            return [last]
        return [*(draw.choice(self._given) for _ in range(min(length, 4) - 1)), last]
