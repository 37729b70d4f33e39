"""Other names in the same sentences: training samples in which each personal name is swapped for another.

The tagger then learns the places where names stand rather than the names of one year's news. Names are put together
from gathered words: given and last names of Arab countries, and foreign names as Arabic writes them.
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
PERSON = "PERS"


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
        self._attached = frozenset(language.clitics("conjunction") + language.clitics("preposition"))

    def swapped(self, sample: Sample) -> Sample | None:
        """The sample with every personal name swapped; None where it has none."""
        people = [(begin, end) for begin, end, kind in spans(sample.tags) if kind == PERSON]
        if not people:
            return None
        text, place, tags, index = "", 0, list[str](), 0
        for begin, end in people:
            name = self._name(end - begin)
            front = self._front(sample.words[begin].folded)
            text += sample.text[place : sample.words[begin].start] + front + " ".join(name)
            tags += [*sample.tags[index:begin], f"B-{PERSON}", *[f"I-{PERSON}"] * (len(name) - 1)]
            place, index = sample.words[end - 1].end, end
        text += sample.text[place:]
        tags += sample.tags[index:]
        words = tokens(text, self._language)
        return type(sample)(text, words, tags) if len(words) == len(tags) else None

    def _front(self, word: str) -> str:
        """What is attached to the first word of a name and stays there."""
        front = word[:1]
        attached = front in self._attached and word not in self._known and word[1:] in self._known
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
