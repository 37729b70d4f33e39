"""What the overlap extractor returns: who shares how much with whom, and where it stands in both originals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from workbench.corpus import Corpus, frame_html
from workbench.errors import UnknownNameError, WorkbenchError

if TYPE_CHECKING:
    import pandas as pd

    from workbench.extractors.encoder import Encoder
    from workbench.extractors.overlap.tables import Index

__all__ = [
    "BOILERPLATE_COLUMNS",
    "CAPPED_COLUMNS",
    "DIFF_COLUMNS",
    "FLOW_COLUMNS",
    "PAIR_COLUMNS",
    "PASSAGE_COLUMNS",
    "REWORDED_COLUMNS",
    "REWORDED_PAIR_COLUMNS",
    "UNIQUE_COLUMNS",
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
REWORDED_COLUMNS = {
    "rewording": "str",
    "a": "str",
    "a_start": "int64",
    "a_end": "int64",
    "b": "str",
    "b_start": "int64",
    "b_end": "int64",
    "score": "float64",
    "languages": "str",
    "first": "str",
    "first_by": "str",
    "stretch": "str",
    "a_text": "str",
    "b_text": "str",
}
REWORDED_PAIR_COLUMNS = {
    "a": "str",
    "b": "str",
    "sentences": "int64",
    "a_in_b": "float64",
    "b_in_a": "float64",
    "first": "str",
    "first_by": "str",
}
CAPPED_COLUMNS = {"shingle": "str", "articles": "int64"}
FLOW_COLUMNS = {
    "first_source": "str",
    "later_source": "str",
    "words": "int64",
    "share": "float64",
    "pairs": "int64",
}
DIFF_COLUMNS = {
    "op": "str",
    "a_start": "int64",
    "a_end": "int64",
    "b_start": "int64",
    "b_end": "int64",
    "a_text": "str",
    "b_text": "str",
}
UNIQUE_COLUMNS = {"article": "str", "start": "int64", "end": "int64", "text": "str", "words": "int64"}


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
    marked: the marks made by hand that were used when it was extracted.
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
    encoder: by what reworded sentences were looked for; None where they were not.
    reworded: a frame with the columns rewording (its id), a, a_start, a_end, b, b_start, b_end, score (how likely
        both say the same, from 0.5 to 1), languages (of both: "ar", "ar-en"), first and first_by as in ``pairs``,
        stretch (what follows one another in both articles is one), a_text, b_text: a row for every two sentences of two
        articles that say the same in other words; in every two articles a sentence stands in one row at most. Nothing
        of it counts in a pair, passage, matrix or flow. Empty where they were not looked for.
    """

    def __init__(self, corpus: Corpus, k: int, frames: Frames, index: Index) -> None:
        self.corpus = corpus
        self.k = k
        self.marked = corpus.marked
        self.pairs, self.passages, self.boilerplate, self.capped = frames
        self._index = index
        self.encoder: Encoder | None = None
        self.reworded = frame([], REWORDED_COLUMNS)

    def __len__(self) -> int:
        return len(self.pairs)

    @property
    def meaning(self) -> bool:
        """Whether reworded sentences were looked for."""
        return self.encoder is not None

    def __repr__(self) -> str:
        capped = f", {len(self.capped)} shingles capped" if len(self.capped) else ""
        reworded = f", {len(self.reworded)} reworded sentences" if self.meaning else ""
        return f"Overlap({len(self.pairs)} pairs, {len(self.passages)} passages of k={self.k}{capped}{reworded})"

    def _repr_html_(self) -> str:
        return frame_html(self.pairs.sort_values("words", ascending=False, kind="stable"))

    def between(self, a: str, b: str) -> pd.DataFrame:
        """The passages that two articles share, in whichever order they are named; raises UnknownNameError."""
        named = {self.corpus[a].id, self.corpus[b].id}
        found = self.passages[self.passages["a"].isin(named) & self.passages["b"].isin(named)]
        return found.reset_index(drop=True)

    def diff(self, a: str, b: str) -> pd.DataFrame:
        """What became of one article in another, stretch by stretch: two saves of a page, a report and its copy.

        A frame with the columns op (same, spelling, changed, cut, added, moved), a_start, a_end, b_start, b_end,
        a_text, b_text, in the order of the first, as ``quotes.diff`` has them for two quotations. Inside the passages
        that both share the content is compared word by word; between them, whole stretches of a block stand as
        ``changed`` (other words in the place of these), ``cut`` or ``added``; a passage that stands elsewhere in the
        other article is ``moved``.

        Parameters
        ----------
        a, b: article ids.

        Raises
        ------
        UnknownNameError: there is no such article.
        """
        from workbench.extractors.overlap.edits import edits

        return edits(self, self.corpus[a], self.corpus[b])

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

    def flow(self, every: Literal["D", "h"] | None = None) -> pd.DataFrame:
        """What went from outlet to outlet in time: how much of the later one's words the first had before.

        Returns a frame with the columns first_source, later_source, words (the words of the later outlet's articles
        that stand in passages which an article of the first one had before, the edits inside these with them,
        each counted once), share (of all content words of the later outlet in the corpus), pairs (of articles); most
        words first. Only pairs whose ``first`` is known, of two different outlets. That one was first does not say that
        the other copied from it: both may have a third for their source.

        Parameters
        ----------
        every: "D" or "h" for a row a day or an hour in which the later articles were published, by its outlet's own
            clock, in a column ``time`` behind the others, in the order of time; share is then of the outlet's words
            of that time. Articles whose day or hour is not known stand last, without a time.

        Raises
        ------
        WorkbenchError: ``every`` is something else.
        """
        from workbench.extractors.overlap.flows import flow

        if every not in (None, "D", "h"):
            raise WorkbenchError(f"every={every!r} is not known.", hint='every is None, "D" or "h".')
        return flow(self, self._index.words, every)

    def add_reworded(self, by: Encoder) -> Overlap:
        """Look for sentences that say the same in other words, into ``reworded``; returns itself.

        Parameters
        ----------
        by: a sentence encoder: ``encode`` makes an array with a row for each text of a list.

        Raises
        ------
        WorkbenchError: the corpus has more than 300,000 different sentences.
        """
        from workbench.extractors.overlap.rewording import reworded

        self.reworded = reworded(self, self._index, by)
        self.encoder = by
        return self

    def reworded_pairs(self) -> pd.DataFrame:
        """Which articles say something in other words: a row for every two that have rows in ``reworded``.

        A frame with the columns a, b, sentences (how many rows), a_in_b (the share of a's content words that stand in
        sentences which b rewords), b_in_a, first and first_by as in ``pairs``.
        """
        from workbench.extractors.overlap.flows import reworded_pairs

        return reworded_pairs(self, self._index.words)

    def reworded_matrix(self, by: Literal["source", "article"] = "source") -> pd.DataFrame:
        """How much of each row stands in each column in other words: a square frame of shares from 0 to 1.

        A cell is the share of the row's content words that stand in sentences which the column rewords (``reworded``),
        each counted once. It is no containment, and nothing to be added to one. The diagonal is NaN.

        Parameters
        ----------
        by: "source" or "article".
        """
        from workbench.extractors.overlap.flows import reworded_shares

        if by not in ("source", "article"):
            raise WorkbenchError(f"a matrix by {by!r} is not known.", hint='by="source" or by="article".')
        return reworded_shares(self, self._index.words, by)

    def unique(self, source: str) -> pd.DataFrame:
        """What only one outlet has: whole sentences of its content that share nothing with any other outlet.

        Returns a frame with the columns article, start, end, text, words; neighbouring sentences of one paragraph
        make one row. What the outlet itself prints on page after page (``boilerplate``) is left out.

        Raises
        ------
        UnknownNameError: the corpus has no such outlet.
        """
        from workbench.extractors.overlap.flows import unique

        if source not in self.corpus.sources:
            raise UnknownNameError(f"no article is from {source!r}.", hint="corpus.sources lists the outlets.")
        return unique(self, self._index, source)


def frame(rows: Sequence[tuple[object, ...]], columns: dict[str, str]) -> pd.DataFrame:
    """A frame with these columns, each of its dtype even where there are no rows."""
    import pandas as pd

    return pd.DataFrame(rows, columns=list(columns)).astype(columns)
