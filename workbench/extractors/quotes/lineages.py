"""The same statement across outlets: which quotations are wordings of one statement, and what each lineage tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.corpus import Corpus
from workbench.extractors.quotes.grouping import Group, grouped
from workbench.extractors.quotes.parties import Parties
from workbench.extractors.quotes.precedence import first_source
from workbench.extractors.quotes.result import LINEAGE_COLUMNS
from workbench.extractors.quotes.statements import Statement, name_stems, statements

if TYPE_CHECKING:
    import pandas as pd

    from workbench.extractors.entities.result import Entities

__all__ = ["lineages"]


def lineages(
    corpus: Corpus, table: pd.DataFrame, entities: Entities | None = None, *, meaning: bool = False
) -> tuple[list[str], pd.DataFrame]:
    """The lineage of each quotation of a table, and the frame of lineages.

    Two wordings belong together when they are the same speaker's, of speakers that are tied (a body and who speaks for
    it) or called by names that are alike, or of nobody known, and share enough of what tells: content words by how rare
    they are, their character grams, numbers, concepts; more of it where the speakers are not plainly the same. Groups
    do not depend on the order of the articles.

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
    together = grouped(found, Parties.found(table, entities), names=name_stems(entities), meaning=meaning)
    quotes = table["quote"].tolist()
    groups = sorted(
        (sorted(row for at in group.members for row in found[at].rows), _reasons(found, group, quotes))
        for group in together
    )
    ids = [""] * len(table)
    for number, (group, _) in enumerate(groups, start=1):
        for row in group:
            ids[row] = f"l{number}"
    return ids, _frame(corpus, table, groups)


def _reasons(found: Sequence[Statement], group: Group, quotes: Sequence[str]) -> list[str]:
    """Why the quotations of a group are one statement: one reason fewer than there are quotations."""
    told: list[tuple[int, int, str]] = []
    for at in group.members:
        first, *others = found[at].pieces
        told += [(first[0], other[0], "same words") for other in others]
        told += [(pieces[0], piece, "one quotation") for pieces in found[at].pieces for piece in pieces[1:]]
    told += [(found[i].rows[0], found[j].rows[0], why) for i, j, why in group.reasons]
    return [f"{quotes[min(one, other)]} {quotes[max(one, other)]}: {why}" for one, other, why in sorted(told)]


def _frame(corpus: Corpus, table: pd.DataFrame, groups: Sequence[tuple[list[int], list[str]]]) -> pd.DataFrame:
    import pandas as pd

    columns = {name: table[name].tolist() for name in ("text", "speaker", "article", "quote", "kind", "stance")}
    rows = []
    for number, (group, reasons) in enumerate(groups, start=1):
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
                reasons,
            )
        )
    return pd.DataFrame(rows, columns=list(LINEAGE_COLUMNS))
