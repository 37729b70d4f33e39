"""Quotations of a corpus: sentence by sentence, cue by cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.corpus import Article, Corpus, expect, expect_same
from workbench.extractors.entities import Entities
from workbench.extractors.entities import entities as find_entities
from workbench.extractors.quotes.judgingjournal import Kept
from workbench.extractors.quotes.lineages import lineages
from workbench.extractors.quotes.meaning import encoder
from workbench.extractors.quotes.phrases import Named
from workbench.extractors.quotes.reading import Found, Reader
from workbench.extractors.quotes.result import QUOTE_COLUMNS, Quotes
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
    named = Named(known)
    rows: list[tuple[object, ...]] = []
    rejected: list[tuple[object, ...]] = []
    for article in steps(corpus, "quotes", show=progress):
        reader = Reader(article, named)
        reader.read()
        rows += [_row(article, found, number) for number, found in enumerate(reader.found, start=len(rows) + 1)]
        rejected.extend((article.id, m.start, m.end, article.text[m.start : m.end], why) for m, why in reader.rejected)
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


def _row(article: Article, found: Found, number: int) -> tuple[object, ...]:
    cue, speaker = found.cue, found.cue.subject
    flags = set(found.flags) | cue.flags
    if speaker is not None and speaker.flag:
        flags.add(speaker.flag)
    if speaker is None:
        flags.add("no-speaker")
    carried = "carried" in flags
    named = (-1, -1) if speaker is None or carried else (speaker.name_start, speaker.name_end)
    return (
        f"q{number}",
        article.id,
        found.start,
        found.end,
        article.text[found.start : found.end],
        found.kind,
        speaker.entity if speaker else "",
        article.text[named[0] : named[1]] if named[0] >= 0 else "",
        *named,
        article.text[cue.start : cue.end],
        cue.start,
        cue.end,
        cue.stance,
        cue.rule,
        " ".join(sorted(flags)),
        *found.clause,
        cue.via.entity if cue.via else "",
    )
