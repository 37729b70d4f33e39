"""A seeded corpus of made-up news in which every reused word is known: for the benchmark of the overlap.

Articles of 200 to 560 words out of a vocabulary with the long tail of real text. Three in ten take a passage from an
earlier article; passages that were taken are taken again. A passage is 15 to 120 words long, and each of its words may
be replaced, dropped, or followed by a new one. Most pages of an outlet end in its own words about itself.
Every word carries a number of its own that it keeps when it is copied.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from workbench.corpus import Article, Block, Corpus

LETTERS = np.array(list("ابتثجحخدذرزسشصضطظعغفقكلمنهوي"))
VOCABULARY = 120_000
FLAT = 30
OUTLETS = 40
LENGTHS = ((15, 30), (30, 60), (60, 120))
KEPT = (1.0, 0.93, 0.88, 0.8, 0.77)


@dataclass
class Planted:
    """A passage taken: who from whom, the numbers of the words that were kept, how many words it had."""

    source: int
    copy: int
    kept: np.ndarray
    length: int

    @property
    def share(self) -> float:
        """The words that were kept."""
        return len(self.kept) / self.length


@dataclass
class Made:
    """A corpus and the truth about it: each article's words and their numbers, and the passages taken."""

    corpus: Corpus
    origins: list[np.ndarray]
    planted: list[Planted] = field(default_factory=list)

    @property
    def bytes(self) -> np.ndarray:
        """The corpus as UTF-8."""
        return np.frombuffer("".join(article.text for article in self.corpus).encode(), dtype=np.uint8)


class Maker:
    """Makes a corpus of so many articles; the same seed makes the same one."""

    def __init__(self, articles: int, *, seed: int = 11, footers: bool = True) -> None:
        self.dice = np.random.default_rng(seed)
        lengths = self.dice.integers(2, 9, VOCABULARY)
        letters = LETTERS[self.dice.integers(0, len(LETTERS), lengths.sum())]
        ends = np.cumsum(lengths)
        self.words = np.array(
            ["".join(letters[end - size : end]) for end, size in zip(ends, lengths, strict=True)], dtype=object
        )
        weights = 1 / (np.arange(VOCABULARY) + FLAT)
        self.sums = np.cumsum(weights / weights.sum())
        self.articles, self.footers = articles, footers
        self.next = 0
        self.texts: list[np.ndarray] = []
        self.origins: list[np.ndarray] = []
        self.planted: list[Planted] = []
        self.taken: list[tuple[int, int, int]] = []

    def drawn(self, count: int) -> np.ndarray:
        """Words as they are drawn from the vocabulary."""
        return np.searchsorted(self.sums, self.dice.random(count)).clip(0, VOCABULARY - 1)

    def numbers(self, count: int) -> np.ndarray:
        """New numbers for words that nobody copied."""
        self.next += count
        return np.arange(self.next - count, self.next)

    def edited(self, words: np.ndarray, origins: np.ndarray, kept: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """A passage after so many words of it were replaced, dropped or had one put behind them; which were kept."""
        stay = np.ones(len(words), dtype=bool)
        stay[self.dice.permutation(len(words))[: round((1 - kept) * len(words))]] = False
        out, numbers = [], []
        for word, origin, keep in zip(words.tolist(), origins.tolist(), stay.tolist(), strict=True):
            how = self.dice.random()
            if keep:
                out.append(word)
                numbers.append(origin)
            if not keep and how < 0.7:  # replaced, by two words now and then; else dropped
                more = 1 if how < 0.6 else 2
                out.extend(self.drawn(more).tolist())
                numbers.extend(self.numbers(more).tolist())
        return np.array(out), np.array(numbers), origins[stay]

    def article(self, number: int) -> None:
        """One more article, which may hold a passage of an earlier one."""
        size = int(self.dice.integers(200, 560))
        words, origins = self.drawn(size), self.numbers(size)
        if number > 10 and self.dice.random() < 0.3:
            low, high = LENGTHS[int(self.dice.integers(len(LENGTHS)))]
            length = int(self.dice.integers(low, high))
            if self.taken and self.dice.random() < 0.4:
                source, start, end = self.taken[int(self.dice.integers(len(self.taken)))]
                length = min(length, end - start)
            else:
                source = int(self.dice.integers(number))
                start = int(self.dice.integers(max(1, len(self.texts[source]) - length)))
            if length >= LENGTHS[0][0]:
                part = slice(start, start + length)
                new, numbers, kept = self.edited(
                    self.texts[source][part], self.origins[source][part], KEPT[int(self.dice.integers(len(KEPT)))]
                )
                place = int(self.dice.integers(size))
                words, origins = np.insert(words, place, new), np.insert(origins, place, numbers)
                self.taken.append((number, place, place + len(new)))
                self.planted.append(Planted(source, number, kept, length))
        self.texts.append(words)
        self.origins.append(origins)

    def made(self) -> Made:
        """The corpus with its truth."""
        for number in range(self.articles):
            self.article(number)
        footers = [" ".join(self.words[self.drawn(14)]) for _ in range(OUTLETS)]
        pages = []
        for number, words in enumerate(self.texts):
            outlet = int(self.dice.integers(OUTLETS))
            text = " ".join(self.words[words])
            if self.footers and self.dice.random() < 0.7:
                text += ".\n" + footers[outlet]
            block = (Block(0, len(text), "body"),)
            pages.append(Article(f"a{number}", f"s{outlet}", "", None, "", "", "ar", text, block, f"a{number}"))
        return Made(Corpus(pages), self.origins, self.planted)


class Stream(Maker):
    """Makes the articles one by one; of those before only the numbers of their words stay, and no truth is kept."""

    def articles_of(self) -> Iterator[Article]:
        """All articles, each as soon as it is made."""
        footers = [" ".join(self.words[self.drawn(14)]) for _ in range(OUTLETS)]
        for number in range(self.articles):
            self.article(number)
            self.texts[-1] = self.texts[-1].astype(np.int32)
            self.origins[-1] = np.broadcast_to(np.int64(0), len(self.texts[-1]))
            self.planted.clear()
            outlet = int(self.dice.integers(OUTLETS))
            text = " ".join(self.words[self.texts[-1]])
            if self.footers and self.dice.random() < 0.7:
                text += ".\n" + footers[outlet]
            block = (Block(0, len(text), "body"),)
            yield Article(f"a{number}", f"s{outlet}", "", None, "", "", "ar", text, block, f"a{number}")
