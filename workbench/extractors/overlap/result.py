"""What the overlap extractor returns: who shares how much with whom, and where it stands in both originals."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from workbench.corpus import Corpus, frame_html
from workbench.errors import WorkbenchError

if TYPE_CHECKING:
    import pandas as pd

    from workbench.extractors.overlap.tables import Index

__all__ = [
    "BOILERPLATE_COLUMNS",
    "CAPPED_COLUMNS",
    "FLOW_COLUMNS",
    "PAIR_COLUMNS",
    "PASSAGE_COLUMNS",
    "Frames",
    "Overlap",
    "frame",
]

PAIR_COLUMNS = {
    "a": "str",
    "b": "str",
    "words": "int64",
    "a_in_b": "float64",
    "b_in_a": "float64",
    "first": "str",
    "jaccard": "float64",
    "first_by": "str",
    "likely_source": "str",
}
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
    "boilerplate": "bool",
}
BOILERPLATE_COLUMNS = {"text": "str", "source": "str", "articles": "int64", "reason": "str"}
CAPPED_COLUMNS = {"shingle": "str", "articles": "int64"}
FLOW_COLUMNS = {
    "first_source": "str",
    "later_source": "str",
    "words": "int64",
    "share": "float64",
    "pairs": "int64",
}


class Frames(NamedTuple):
    """The frames of an overlap."""

    pairs: pd.DataFrame
    passages: pd.DataFrame
    boilerplate: pd.DataFrame
    capped: pd.DataFrame


class Overlap:
    """What the articles of a corpus share, word for word.

    Attributes
    ----------
    corpus, k: the articles that the offsets point into, and the words of a shingle.
    pairs: a frame with the columns a, b (article ids, a before b in the corpus), words (how many words the shared
        passages hold, each once; 0 where they are boilerplate), a_in_b (the share of a's distinct shingles that stand
        in b), b_in_a, first (the article that was first, empty where nothing tells), jaccard (the share of all
        distinct shingles of both that are in both), first_by (what ``first`` is known by: "date", "credit" or empty),
        likely_source (agencies that are credited and have no page in the corpus); one row for every two articles that
        share a shingle or a passage.
    passages: a frame with the columns passage (its id), a, a_start, a_end, b, b_start, b_end, words (those that agree),
        similarity (their share of the longer side), boilerplate; ``corpus[a].text[a_start:a_end]`` begins and ends with
        a word that both share.
    boilerplate: a frame with the columns text, source, articles (how many hold it), reason: what outlets print on page
        after page, each once for each outlet. The reasons, both among pages that share no more than a third of the
        shorter one: "outlet" (in at least three articles of one outlet), "end" (within three words of the same end of
        at least five articles, another one of the same outlet among them). A passage is boilerplate where two thirds
        of it are; it counts in no pair, matrix or flow.
    capped: a frame with the columns shingle (as it first stands), articles: the runs of words that stand in so many
        articles that they alone make no pair.
    """

    def __init__(self, corpus: Corpus, k: int, frames: Frames, index: Index) -> None:
        self.corpus = corpus
        self.k = k
        self.pairs, self.passages, self.boilerplate, self.capped = frames
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
            names, found = self._index.by_source()
            sizes, both = found.sizes, found.counts
            a, b = (
                (found.pairs >> np.uint64(32)).astype(np.int64),
                (found.pairs & np.uint64(2**32 - 1)).astype(np.int64),
            )
        elif by == "article":
            names = [article.id for article in self.corpus]
            sizes, both, (a, b) = self._index.sizes, self._index.both, self._index.sides
        else:
            raise WorkbenchError(f"a matrix by {by!r} is not known.", hint='by="source" or by="article".')
        cells = np.zeros((len(names), len(names)))
        with np.errstate(invalid="ignore"):
            cells[a, b], cells[b, a] = both / sizes[a], both / sizes[b]
        cells[sizes[: len(names)] == 0] = np.nan
        np.fill_diagonal(cells, np.nan)
        return pd.DataFrame(cells, index=pd.Index(names, name=by), columns=pd.Index(names, name=by))

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
        own = self.passages[~self.passages["boilerplate"]]
        for _, a, a_start, a_end, b, b_start, b_end, *_ in own.itertuples(index=False, name=None):
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
        for article, words in zip(self.corpus, self._index.words.lengths.tolist(), strict=True):
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


def frame(rows: Sequence[tuple[object, ...]], columns: dict[str, str]) -> pd.DataFrame:
    """A frame with these columns, each of its dtype even where there are no rows."""
    import pandas as pd

    return pd.DataFrame(rows, columns=list(columns)).astype(columns)
