"""What lineages tell: the wordings beside each other, their differences, who left a statement out, and the counts."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from workbench.corpus import Corpus, expect, expect_same
from workbench.errors import UnknownNameError, WorkbenchError
from workbench.extractors.quotes.counting import COLUMNS, ROWS, copied_quotes, counted
from workbench.extractors.quotes.precedence import first_articles
from workbench.extractors.quotes.silence import Silences
from workbench.languages.pack import LanguagePack, pack
from workbench.text.worddiff import Change, Side, word_diff

if TYPE_CHECKING:
    import pandas as pd

    from workbench.extractors.entities.result import Entities

__all__ = ["DIFF_COLUMNS", "SILENT_COLUMNS", "WORDING_COLUMNS", "Compared", "differences"]

WORDING_COLUMNS = (
    *("lineage", "quote", "article", "source", "published", "kind", "text", "cue", "stance", "speaker_text"),
    *("against", "similarity", "cut", "added", "moved", "first", "start", "end"),
)
DIFF_COLUMNS = ("op", "a_start", "a_end", "b_start", "b_end", "a_text", "b_text")
SILENT_COLUMNS = ("source", "carries", "quotes", "mentions", "articles")

Row = dict[str, Any]


class Compared:
    """What can be asked of the lineages of a result."""

    corpus: Corpus
    entities: Entities

    if TYPE_CHECKING:

        @property
        def table(self) -> pd.DataFrame:
            """The quotations."""

    def wordings(self, lineage: str | None = None) -> pd.DataFrame:
        """Every outlet's wording of a statement, and what each leaves out of the fullest one.

        A frame with the columns lineage, quote, article, source, published, kind, text, cue, stance, speaker_text (how
        the speaker is called), against (the quote that it is compared with: the fullest in its language; empty for that
        one itself), similarity (the share of the words of both that agree, 0 to 1), cut, added, moved (words, stretches
        separated by an ellipsis), first (whether the article is the first, as far as dates and credits tell), start,
        end.

        Parameters
        ----------
        lineage: one id of ``lineages``; all of them where it is None.

        Raises
        ------
        UnknownNameError: there is no such lineage.
        """
        import pandas as pd

        table = self.table[self.table["lineage"] != ""]
        if lineage is not None:
            table = table[table["lineage"] == lineage]
            if table.empty:
                raise UnknownNameError(f"there is no lineage {lineage!r}.", hint="quotes.lineages lists them.")
        groups: dict[str, list[Row]] = {}
        for row in _rows(table):
            groups.setdefault(str(row["lineage"]), []).append(row)
        rows = [told for group in groups.values() for told in self._told_of(group)]
        return pd.DataFrame(rows, columns=list(WORDING_COLUMNS))

    def diff(self, a: str, b: str) -> pd.DataFrame:
        """What became of one wording in another, stretch by stretch, with the characters of both articles.

        A frame with the columns op (same, spelling, changed, cut, added, moved), a_start, a_end, b_start, b_end,
        a_text, b_text, in the order of the first; a side without words has an empty span where they would stand.
        Particles that are written together with a word are told apart from it (``وأكد`` against ``أكد``: a ``cut`` of
        ``و``); vowel marks, hamza and tatweel make a difference of ``spelling`` only; two or more words that stand
        elsewhere are ``moved``.

        Parameters
        ----------
        a, b: quote ids.

        Raises
        ------
        UnknownNameError: there is no such quote.
        """
        import pandas as pd

        one, other = self._side(self._row(a)), self._side(self._row(b))
        rows = [
            (*change, one.text[change.a_start : change.a_end], other.text[change.b_start : change.b_end])
            for change in word_diff(one, other)
        ]
        return pd.DataFrame(rows, columns=list(DIFF_COLUMNS))

    def silent(self, lineage: str) -> pd.DataFrame:
        """The outlets that carry the speaker of a statement, or name him in its days, and do not carry the statement.

        A frame with the columns source, carries (``quotes``: other words of his; ``names``: his name alone, in articles
        of the days of the statement and one day before and after), quotes, mentions (how many), articles (their ids).
        Articles without a date count as of those days. Empty where nobody knows who speaks.

        Parameters
        ----------
        lineage: an id of ``lineages``.

        Raises
        ------
        UnknownNameError: there is no such lineage.
        """
        import pandas as pd

        members = self.table[self.table["lineage"] == lineage]
        if members.empty or not lineage:
            raise UnknownNameError(f"there is no lineage {lineage!r}.", hint="quotes.lineages lists them.")
        speakers = {str(speaker) for speaker in members["speaker"] if speaker}
        rows = Silences(self.corpus, self.entities, self.table).of(speakers, members["article"].tolist())
        return pd.DataFrame(rows, columns=list(SILENT_COLUMNS))

    def matrix(
        self,
        rows: Literal["speaker", "lineage", "stance", "kind"] = "speaker",
        columns: Literal["source", "article", "day"] = "source",
        *,
        copied: bool = True,
        overlap: object = None,
    ) -> pd.DataFrame:
        """How many statements of each speaker each outlet carries; speakers by their names, those with most first.

        Parameters
        ----------
        rows: "speaker" (those who are known), "lineage", "stance" or "kind".
        columns: "source", "article" or "day" (ISO dates; "undated" last, where an article has none).
        copied: False leaves out quotations that stand wholly in a passage which the article took from an article of
            another outlet, as far as ``overlap`` tells by their dates which was first.
        overlap: what ``wb.overlap(corpus)`` gave; needed where ``copied`` is False.

        Raises
        ------
        WorkbenchError: an axis is not known, ``overlap`` is missing or of another corpus.
        """
        for name, value, known in (("rows", rows, ROWS), ("columns", columns, COLUMNS)):
            if value not in known:
                told = ", ".join(f'"{one}"' for one in known)
                raise WorkbenchError(f"{name}={value!r} is not known.", hint=f"{name} is one of {told}.")
        table = self.table
        if not copied:
            expect(overlap, "Overlap", maker="quotes.matrix(copied=False, overlap=wb.overlap(corpus))")
            shared: Any = overlap
            expect_same(self.corpus, shared.corpus, what="overlap")
            table = table[~table["quote"].isin(copied_quotes(self.corpus, table, shared.passages, shared.pairs))]
        return counted(self.corpus, self.entities, table, rows, columns)

    def _row(self, quote: str) -> Row:
        found = self.table[self.table["quote"] == quote]
        if found.empty:
            raise UnknownNameError(f"there is no quote {quote!r}.", hint="quotes.table lists them.")
        return _rows(found)[0]

    def _side(self, row: Row) -> Side:
        article = self.corpus[row["article"]]
        return Side(article.text, pack(article.language), int(row["start"]), int(row["end"]))

    def _told_of(self, group: list[Row]) -> list[tuple[object, ...]]:
        """The rows of ``wordings`` for one lineage."""
        fullest: dict[str, Row] = {}
        for row in group:
            language = self.corpus[row["article"]].language
            if language not in fullest or _words(row) > _words(fullest[language]):
                fullest[language] = row
        articles = [self.corpus[name] for name in dict.fromkeys(row["article"] for row in group)]
        first = {article.id for article in first_articles(articles)}
        rows = []
        for row in group:
            article = self.corpus[row["article"]]
            against = fullest[article.language]
            rows.append(
                (
                    *(row["lineage"], row["quote"], article.id, article.source, article.published, row["kind"]),
                    *(row["text"], row["cue"], row["stance"], row["speaker_text"]),
                    *self._against(against, row),
                    *(article.id in first, row["start"], row["end"]),
                )
            )
        return rows

    def _against(self, fullest: Row, row: Row) -> tuple[object, ...]:
        """The columns against, similarity, cut, added and moved."""
        if fullest is row:
            return "", 1.0, "", "", ""
        one, other = str(fullest["text"]), str(row["text"])
        changes = differences(one, other, pack(self.corpus[row["article"]].language))
        cut = [one[c.a_start : c.a_end] for c in changes if c.op in ("cut", "changed")]
        added = [other[c.b_start : c.b_end] for c in changes if c.op in ("added", "changed")]
        moved = [other[c.b_start : c.b_end] for c in changes if c.op == "moved"]
        agreed = sum(_length(one, c) for c in changes if c.op in ("same", "spelling", "moved"))
        whole = max(_words(fullest), _words(row), agreed, 1)
        return (str(fullest["quote"]), agreed / whole, *(" … ".join(texts) for texts in (cut, added, moved)))


@lru_cache(maxsize=1 << 15)
def differences(one: str, other: str, language: LanguagePack) -> tuple[Change, ...]:
    """What became of one wording in another, in characters of these two; kept, since a judgement changes few of them.

    Parameters
    ----------
    one, other: two wordings of one language.
    """
    return tuple(word_diff(Side(one, language, 0, len(one)), Side(other, language, 0, len(other))))


def _rows(table: pd.DataFrame) -> list[Row]:
    return [{str(name): value for name, value in row.items()} for row in table.to_dict("records")]


def _words(row: Row) -> int:
    return len(str(row["text"]).split())


def _length(text: str, change: Change) -> int:
    return len(text[change.a_start : change.a_end].split())
