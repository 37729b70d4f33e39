"""A seeded story of made-up words with its results made directly: for the benchmarks of the views.

Articles of about 300 invented words in 24 sentences, with about 30 mentions whose frequencies have the long tail of
real text and three quotations each; three articles in ten open with a paragraph of an earlier one. Nothing is extracted
but the overlap, so that 5,000 articles are ready in seconds.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd

from workbench.corpus import Article, Block, Corpus
from workbench.extractors.entities.result import ENTITY_COLUMNS, MENTION_COLUMNS, Entities
from workbench.extractors.overlap import Overlap, overlap
from workbench.extractors.quotes.result import LINEAGE_COLUMNS, QUOTE_COLUMNS, Quotes

LETTERS = "ابتثجحخدرزسشصضطعغفقكلمنهوي"
VOCABULARY = 20_000
OUTLETS = 40
SENTENCES = 24
WORDS = 10
"""Invented words in a sentence, beside the names in it."""
MENTIONS = 30
SAID = 3
STANCES = ("endorsing", "neutral", "distancing")
DAY = dt.date(2025, 1, 1)


class Story(NamedTuple):
    """A corpus with all that the views show of it."""

    corpus: Corpus
    entities: Entities
    quotes: Quotes
    overlap: Overlap

    @property
    def results(self) -> dict[str, object]:
        """The results by the names that views and ``tell`` take them under."""
        return {"entities": self.entities, "quotes": self.quotes, "overlap": self.overlap}


@dataclass
class Maker:
    """Makes the articles one after the other; the same seed makes the same ones."""

    names: int
    quotes: int = SAID
    seed: int = 7
    mentions: list[tuple[object, ...]] = field(default_factory=list)
    said: list[tuple[object, ...]] = field(default_factory=list)
    pages: list[Article] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)
        self.words = [self._word() for _ in range(VOCABULARY)]
        self.called = [f"{self._word(4, 6)} {self._word(4, 7)}" for _ in range(self.names)]
        self.weights = [1 / (rank + 3) for rank in range(self.names)]
        self.kinds = self.dice.choices(("PER", "LOC", "ORG"), (5, 3, 2), k=self.names)

    def _word(self, low: int = 2, high: int = 8) -> str:
        return "".join(self.dice.choices(LETTERS, k=self.dice.randint(low, high)))

    def article(self, number: int) -> None:
        """One more article with its mentions and quotations."""
        name, outlet = f"a{number}", f"منبر {number % OUTLETS}"
        drawn = iter(self.dice.choices(range(self.names), self.weights, k=MENTIONS))
        pieces: list[str] = [" ".join(self.dice.choices(self.words, k=6)), "\n\n"]
        position = title = len(pieces[0]) + 2
        if self.pages and self.dice.random() < 0.3:
            earlier = self.dice.choice(self.pages)
            copied = earlier.text[earlier.blocks[1].start :][:200].rsplit(" ", 1)[0] + ".\n"
            pieces.append(copied)
            position += len(copied)
        quoted = set(self.dice.sample(range(SENTENCES), self.quotes))
        for sentence in range(SENTENCES):
            count = 2 if sentence < MENTIONS - SENTENCES else 1
            text = self._sentence((name, position), [next(drawn) for _ in range(count)], said=sentence in quoted)
            pieces.append(text)
            position += len(text)
        text = "".join(pieces)
        blocks = (Block(0, title - 2, "title", "first line"), Block(title, len(text), "body", "paragraphs"))
        published = DAY + dt.timedelta(number % 300)
        self.pages.append(Article(name, outlet, pieces[0], published, "", "", "ar", text, blocks, f"{name}.txt"))

    def _sentence(self, at: tuple[str, int], named: list[int], *, said: bool) -> str:
        """A sentence that begins at a place in an article and names these; noted are its mentions and quotation."""
        article, position = at
        words = self.dice.choices(self.words, k=WORDS)
        pieces = [] if not said else ["قال "]
        length = sum(map(len, pieces))
        for entity in named:
            start = position + length
            spoken = self.called[entity]
            self.mentions.append(
                (article, start, start + len(spoken), spoken, f"e{entity}", self.kinds[entity], "made")
            )
            pieces.append(spoken + " ")
            length += len(spoken) + 1
        rest = " ".join(words)
        if said:
            self._said((article, position), (position + length + 1, rest), named[0])
            rest = f"«{rest}»"
        return "".join(pieces) + rest + ".\n"

    def _said(self, at: tuple[str, int], words: tuple[int, str], speaker: int) -> None:
        (article, position), (start, text) = at, words
        spoken = self.called[speaker]
        by = (f"e{speaker}", spoken, position + 4, position + 4 + len(spoken), "قال", position, position + 3)
        number = len(self.said)
        stance = STANCES[number % 3]
        row = (f"q{number}", article, start, start + len(text), text, "direct", *by, stance, "made", "", "")
        self.said.append(row)

    def table(self) -> pd.DataFrame:
        """The table of the entities that were named, most mentioned first."""
        source = {page.id: page.source for page in self.pages}
        seen: dict[str, list[str]] = {}
        for article, _, _, _, entity, *_ in self.mentions:
            seen.setdefault(str(entity), []).append(str(article))
        rows = [
            (one, self.called[at], self.kinds[at], [], len(own), len(set(own)), len({source[a] for a in own}))
            for one, own in seen.items()
            for at in (int(one[1:]),)
        ]
        rows.sort(key=lambda row: (-row[4], row[0]))
        return pd.DataFrame(rows, columns=list(ENTITY_COLUMNS))


def story_of(articles: int, *, names: int | None = None, quotes: int = SAID) -> Story:
    """A story of so many articles.

    Parameters
    ----------
    names: how many entities there are to name; one an article, and 200 more, where it is None.
    quotes: an article.
    """
    maker = Maker(articles + 200 if names is None else names, quotes)
    for number in range(articles):
        maker.article(number)
    corpus = Corpus(maker.pages)
    entities = Entities(corpus, pd.DataFrame(maker.mentions, columns=list(MENTION_COLUMNS)), maker.table())
    said = pd.DataFrame(maker.said, columns=list(QUOTE_COLUMNS))
    quoted = Quotes(corpus, entities, said, pd.DataFrame([], columns=list(LINEAGE_COLUMNS)))
    return Story(corpus, entities, quoted, overlap(corpus))
