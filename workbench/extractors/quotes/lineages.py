"""The same statement across outlets: wordings of one speaker that share most of their words.

Two wordings belong together when the shorter shares at least 60 % of its content words with the longer and at least
two of them. Words are compared by their beginnings, so that ``بنّاء`` and ``بنّاءة`` agree; function words do not count.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from workbench.corpus import Corpus
from workbench.extractors.quotes.result import LINEAGE_COLUMNS
from workbench.languages.pack import LanguagePack, pack
from workbench.text.phrases import peelings
from workbench.text.tokens import tokens

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["lineages", "stems"]

SHARE = 0.6
SHARED = 2
STEM = 5  # letters of a word that must agree


def stems(text: str, language: LanguagePack) -> frozenset[str]:
    """The content words of a wording, each cut to what its inflections share."""
    common = language.words("stopwords")
    article = language.article
    found = set()
    for token in tokens(text, language):
        if token.folded in common:
            continue
        cores = [p.core for p in peelings(token.folded, language) if len(p.core) > 3]
        core = next((c for c in cores if article and c.startswith(article)), token.folded)
        core = core.removeprefix(article) if article and len(core) > len(article) + 2 else core
        if core not in common:
            found.add(core[:STEM])
    return frozenset(found)


def lineages(corpus: Corpus, table: pd.DataFrame) -> tuple[list[str], pd.DataFrame]:
    """The lineage of each quotation of a table, and the frame of lineages (lineage, speaker, wording, sources, quotes).

    ``sources`` and ``quotes`` are lists, in the order of the table; ``wording`` is the longest.
    """
    parent = list(range(len(table)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    articles = table["article"].tolist()
    words = [stems(text, pack(corpus[article].language)) for text, article in zip(table["text"], articles, strict=True)]
    for a, b in _related(words, table["speaker"].tolist()):
        first, second = sorted((root(a), root(b)))
        parent[second] = first
    groups: dict[int, list[int]] = defaultdict(list)
    for index in range(len(table)):
        groups[root(index)].append(index)
    ids = {group: f"l{number}" for number, group in enumerate(groups, start=1)}
    return [ids[root(index)] for index in range(len(table))], _frame(corpus, table, groups, ids)


def _related(words: list[frozenset[str]], speakers: list[str]) -> list[tuple[int, int]]:
    """Pairs of quotations of one speaker whose wordings belong together."""
    by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    found = []
    for index, (own, speaker) in enumerate(zip(words, speakers, strict=True)):
        shared: dict[int, int] = defaultdict(int)
        for word in own if speaker else ():
            for other in by_word[speaker, word]:
                shared[other] += 1
            by_word[speaker, word].append(index)
        for other, count in shared.items():
            if count >= SHARED and count >= SHARE * min(len(own), len(words[other])):
                found.append((other, index))
    return found


def _frame(corpus: Corpus, table: pd.DataFrame, groups: dict[int, list[int]], ids: dict[int, str]) -> pd.DataFrame:
    import pandas as pd

    source = {article.id: article.source for article in corpus}
    rows = []
    for group, members in groups.items():
        own = table.iloc[members]
        wording = max(own["text"], key=len)
        sources = list(dict.fromkeys(source[article] for article in own["article"]))
        rows.append((ids[group], own["speaker"].iloc[0], wording, sources, own["quote"].tolist()))
    return pd.DataFrame(rows, columns=list(LINEAGE_COLUMNS))
