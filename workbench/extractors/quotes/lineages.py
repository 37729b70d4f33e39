"""The same statement across outlets: which quotations are wordings of one statement, and what each lineage tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.corpus import Corpus
from workbench.extractors.quotes.grouping import grouped
from workbench.extractors.quotes.parties import Parties
from workbench.extractors.quotes.precedence import first_source
from workbench.extractors.quotes.result import LINEAGE_COLUMNS
from workbench.extractors.quotes.statements import name_stems, statements

if TYPE_CHECKING:
    import pandas as pd

    from workbench.extractors.entities.result import Entities

__all__ = ["lineages"]


def lineages(
    corpus: Corpus, table: pd.DataFrame, entities: Entities | None = None, *, meaning: bool = False
) -> tuple[list[str], pd.DataFrame]:
    """The lineage of each quotation of a table, and the frame of lineages.

    Two wordings belong together when they are the same speaker's, or of speakers that are tied (a body and who speaks
    for it; nobody named, in nearly the same words), and share enough of what tells: content words by how rare they are,
    their character grams, numbers; more of it where they are short. Groups do not depend on the order of the articles.

    Parameters
    ----------
    corpus, table, entities: the quotations, and who their speakers are.
    meaning: whether wordings are compared by what they mean too, which joins paraphrases, and Arabic with English; it
        needs the extra ``meaning``.

    Returns
    -------
    The id of the lineage of each row, and the frame that ``Quotes.lineages`` describes.

    Raises
    ------
    MissingExtraError: ``meaning`` is asked for and not installed.
    """
    found = statements(corpus, table, entities)
    meanings = None
    if meaning:
        from workbench.extractors.quotes.meaning import Meanings

        meanings = Meanings(found)
    together = grouped(found, Parties.found(table, entities), names=name_stems(entities), meanings=meanings)
    groups = sorted(sorted(row for at in group for row in found[at].rows) for group in together)
    ids = [""] * len(table)
    for number, group in enumerate(groups, start=1):
        for row in group:
            ids[row] = f"l{number}"
    return ids, _frame(corpus, table, groups)


def _frame(corpus: Corpus, table: pd.DataFrame, groups: Sequence[Sequence[int]]) -> pd.DataFrame:
    import pandas as pd

    columns = {name: table[name].tolist() for name in ("text", "speaker", "article", "quote", "kind", "stance")}
    rows = []
    for number, group in enumerate(groups, start=1):
        own = {name: [values[row] for row in group] for name, values in columns.items()}
        wording = max(own["text"], key=len)
        speakers = Counter(speaker for speaker in own["speaker"] if speaker)
        speaker = min(speakers, key=lambda name: (-speakers[name], own["speaker"].index(name)), default="")
        articles = [corpus[article] for article in dict.fromkeys(own["article"])]
        sources = list(dict.fromkeys(article.source for article in articles))
        rows.append(
            (
                f"l{number}",
                speaker,
                wording,
                sources,
                own["quote"],
                first_source(articles),
                sorted(set(own["kind"])),
                sorted(set(own["stance"])),
            )
        )
    return pd.DataFrame(rows, columns=list(LINEAGE_COLUMNS))
