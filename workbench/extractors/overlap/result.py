"""What the overlap extractor returns: who shares how much with whom, and where it stands in both originals."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from workbench.corpus import Corpus, frame_html
from workbench.errors import WorkbenchError

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from workbench.extractors.overlap.shingles import Shared, Words

    Numbers = NDArray[np.int64]

__all__ = ["CAPPED_COLUMNS", "FLOW_COLUMNS", "PAIR_COLUMNS", "PASSAGE_COLUMNS", "Overlap", "frame"]

PAIR_COLUMNS = {"a": "str", "b": "str", "words": "int64", "a_in_b": "float64", "b_in_a": "float64", "first": "str"}
PASSAGE_COLUMNS = {
    "passage": "str",
    "a": "str",
    "a_start": "int64",
    "a_end": "int64",
    "b": "str",
    "b_start": "int64",
    "b_end": "int64",
    "words": "int64",
    "similarity": "float64",
}
CAPPED_COLUMNS = {"shingle": "str", "articles": "int64"}
FLOW_COLUMNS = {
    "first_source": "str",
    "later_source": "str",
    "words": "int64",
    "share": "float64",
    "pairs": "int64",
}


class Overlap:
    """What the articles of a corpus share, word for word.

    Attributes
    ----------
    corpus, k: the articles that the offsets point into, and the words of a shingle.
    pairs: a frame with the columns a, b (article ids, a before b in the corpus), words (how many words the shared
        passages hold, each once), a_in_b (the share of a's distinct shingles that stand in b), b_in_a, first (the
        article published first, empty unless both dates are known and differ); one row for every two articles that
        share a shingle.
    passages: a frame with the columns passage (its id), a, a_start, a_end, b, b_start, b_end, words (those that agree),
        similarity (their share of the longer side); ``corpus[a].text[a_start:a_end]`` begins and ends with a word
        that both share.
    capped: a frame with the columns shingle (as it first stands), articles: the shingles that stand in so many
        articles that they alone make no pair.
    """

    def __init__(
        self, corpus: Corpus, k: int, frames: tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame], index: Index
    ) -> None:
        self.corpus = corpus
        self.k = k
        self.pairs, self.passages, self.capped = frames
        self._index = index

    def __len__(self) -> int:
        return len(self.pairs)

    def __repr__(self) -> str:
        capped = f", {len(self.capped)} shingles capped" if len(self.capped) else ""
        return f"Overlap({len(self.pairs)} pairs, {len(self.passages)} passages of k={self.k}{capped})"

    def _repr_html_(self) -> str:
        return frame_html(self.pairs.sort_values("words", ascending=False, kind="stable"))

    def between(self, a: str, b: str) -> pd.DataFrame:
        """The passages that two articles share, in whichever order they are named; raises UnknownNameError."""
        named = {self.corpus[a].id, self.corpus[b].id}
        found = self.passages[self.passages["a"].isin(named) & self.passages["b"].isin(named)]
        return found.reset_index(drop=True)

    def matrix(self, by: Literal["source", "article"] = "source") -> pd.DataFrame:
        """How much of each row stands in each column: a square frame of shares from 0 to 1.

        A cell is the containment of Broder 1997 ("On the resemblance and containment of documents"): of the distinct
        shingles of the row, the share that stands in the column. The diagonal is NaN, and so is the row of one that
        has no shingle. The shingles of a source are those of all its articles.

        Parameters
        ----------
        by: "source" or "article". Two articles that share capped shingles alone stand at 0; sources know no cap.
        """
        import numpy as np
        import pandas as pd

        if by == "source":
            names, sizes, common = self._by_source()
        elif by == "article":
            names = [article.id for article in self.corpus]
            sizes, common = self._index.sizes, self._index.common
        else:
            raise WorkbenchError(f"a matrix by {by!r} is not known.", hint='by="source" or by="article".')
        cells = np.zeros((len(names), len(names)))
        a, b = common.a, common.b
        cells[a, b], cells[b, a] = common.both / sizes[a], common.both / sizes[b]
        cells[sizes == 0] = np.nan
        np.fill_diagonal(cells, np.nan)
        return pd.DataFrame(cells, index=pd.Index(names, name=by), columns=pd.Index(names, name=by))

    def _by_source(self) -> tuple[list[str], Numbers, Shared]:
        """The outlets, how many distinct shingles each has, and how many each two share."""
        import numpy as np

        from workbench.extractors.overlap.shingles import postings, shared

        names = self.corpus.sources
        place = {name: number for number, name in enumerate(names)}
        source = np.array([place[article.source] for article in self.corpus], dtype=np.int64)
        found = postings(self._index.shingle, source[self._index.words.owners()], len(names))
        return names, found.sizes, shared(found)

    def flow(self) -> pd.DataFrame:
        """What went from outlet to outlet in time: how much of the later one's words the first had before.

        Returns a frame with the columns first_source, later_source, words (the words of the later outlet's articles
        that stand in passages which an article of the first one published before, the edits inside these with them,
        each counted once), share (of all content words of the later outlet in the corpus), pairs (of articles); most
        words first. Only pairs whose ``first`` is known, of two different outlets. That one was first does not say that
        the other copied from it: both may have a third for their source.
        """
        known = self.pairs[self.pairs["first"] != ""]
        order = {(a, b): first for a, b, first in known[["a", "b", "first"]].itertuples(index=False, name=None)}
        spans: dict[tuple[str, str], dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
        pairs: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
        for _, a, a_start, a_end, b, b_start, b_end, *_ in self.passages.itertuples(index=False, name=None):
            first = order.get((a, b), "")
            later, span = (b, (b_start, b_end)) if first == a else (a, (a_start, a_end))
            route = self.corpus[first].source if first else "", self.corpus[later].source
            if first and route[0] != route[1]:
                spans[route][later].append(span)
                pairs[route].add((a, b))
        lengths = self._lengths()
        rows = []
        for route, found in spans.items():
            words = sum(self._inside(later, places) for later, places in found.items())
            rows.append((*route, words, words / lengths[route[1]], len(pairs[route])))
        rows.sort(key=lambda row: (-row[2], row[0], row[1]))
        return frame(rows, FLOW_COLUMNS)

    def _lengths(self) -> Counter[str]:
        """How many content words each outlet has."""
        lengths: Counter[str] = Counter()
        for article, words in zip(self.corpus, self._index.lengths(), strict=True):
            lengths[article.source] += words
        return lengths

    @cached_property
    def _number(self) -> dict[str, int]:
        return {article.id: number for number, article in enumerate(self.corpus)}

    def _inside(self, article: str, spans: list[tuple[int, int]]) -> int:
        """How many words of an article stand inside these spans, each once."""
        words, number = self._index.words, self._number[article]
        own = slice(int(words.bounds[number]), int(words.bounds[number + 1]))
        starts, ends = words.starts[own], words.ends[own]
        inside = starts < 0
        for start, end in spans:
            inside |= (start <= starts) & (ends <= end)
        return int(inside.sum())


@dataclass(frozen=True)
class Index:
    """What the frames were counted from, kept for the matrix and the flow.

    Parameters
    ----------
    words, shingle: the words of the corpus and the shingle that each begins.
    sizes: the number of distinct shingles of each article.
    common: the pairs of articles by number, and how many distinct shingles each shares.
    """

    words: Words
    shingle: Numbers
    sizes: Numbers
    common: Shared

    def lengths(self) -> list[int]:
        """How many content words each article has."""
        lengths: list[int] = (self.words.bounds[1:] - self.words.bounds[:-1]).tolist()
        return lengths


def frame(rows: Sequence[tuple[object, ...]], columns: dict[str, str]) -> pd.DataFrame:
    """A frame with these columns, each of its dtype even where there are no rows."""
    import pandas as pd

    return pd.DataFrame(rows, columns=list(columns)).astype(columns)
