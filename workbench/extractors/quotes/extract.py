"""Quotations of a corpus: sentence by sentence, cue by cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.corpus import Corpus, expect, expect_same
from workbench.corpus.kept import Kept
from workbench.extractors.encoder import encoder
from workbench.extractors.entities import Entities
from workbench.extractors.entities import entities as find_entities
from workbench.extractors.entities.sharing import processes_for
from workbench.extractors.quotes.lineages import lineages
from workbench.extractors.quotes.named import Named
from workbench.extractors.quotes.result import QUOTE_COLUMNS, Quotes
from workbench.extractors.quotes.rows import all_read
from workbench.progress import steps

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["quotes"]


def quotes(
    corpus: Corpus,
    entities: Entities | None = None,
    *,
    meaning: bool = False,
    judgements: Kept = None,
    progress: bool = True,
) -> Quotes:
    """Who said what: the direct and indirect quotations of a corpus, each with its speaker.

    Parameters
    ----------
    corpus: the articles; only their content (title, subtitle, body) is read.
    entities: who the speakers are; extracted from the corpus where not given.
    meaning: whether wordings of one statement are found by what they mean too, in other words and across languages; it
        needs the extra ``meaning`` and raises MissingExtraError without it.
    judgements: the file of what coders have said of them (``quotes.save_judgements``); None for the one beside the
        corpus, False for none.
    progress: whether a bar is shown for more than 200 articles.

    Returns
    -------
    Quotes: ``.table``, with three columns more: clause_start and clause_end (the reported clause around a marked
        fragment) and via (the entity that passed the words on, such as an agency); ``.lineages``; ``.rejected`` (what
        stands in marks and is no quotation, with the reason). Offsets are code points into ``Article.text``; a direct
        quotation is what stands inside its marks.

    >>> from workbench.corpus import Article, Block, Corpus
    >>> text = "وصف الكرملين المحادثات بأنها كانت «بنّاءة وعملية»."
    >>> page = Article("p", "s", "", None, "", "", "ar", text, (Block(0, len(text), "body"),), "p.txt")
    >>> quotes(Corpus([page])).table[["text", "speaker", "cue"]].values.tolist()
    [['بنّاءة وعملية', 'الكرملين', 'وصف']]
    """
    expect(corpus, "Corpus", maker="wb.load(...)")
    known = find_entities(corpus, progress=progress) if entities is None else entities
    expect(known, "Entities", maker="wb.entities(corpus)")
    expect_same(corpus, known.corpus, what="entities")
    if meaning:
        encoder()
    rows: list[tuple[object, ...]] = []
    rejected: list[tuple[object, ...]] = []
    shares = all_read(corpus, Named(known), processes=processes_for(corpus))
    for found, left_out in steps(shares, "quotes", show=progress, expected=len(corpus)):
        rows += [(f"q{number}", *row) for number, row in enumerate(found, start=len(rows) + 1)]
        rejected += left_out
    result = _result(corpus, known, _table(corpus, known, rows, meaning=meaning), rejected, judgements)
    result.meaning = meaning
    return result


def _table(
    corpus: Corpus, known: Entities, rows: list[tuple[object, ...]], *, meaning: bool
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables of quotations and of lineages."""
    import pandas as pd

    columns = [*[column for column in QUOTE_COLUMNS if column != "lineage"], "clause_start", "clause_end", "via"]
    table = pd.DataFrame(rows, columns=columns)
    ids, summary = lineages(corpus, table, known, meaning=meaning)
    table.insert(len(QUOTE_COLUMNS) - 1, "lineage", ids)
    return table, summary


def _result(
    corpus: Corpus,
    known: Entities,
    tables: tuple[pd.DataFrame, pd.DataFrame],
    rejected: list[tuple[object, ...]],
    judgements: Kept,
) -> Quotes:
    import pandas as pd

    left_out = pd.DataFrame(rejected, columns=["article", "start", "end", "text", "reason"])
    return Quotes(corpus, known, *tables, rejected=left_out, judgements=judgements)
