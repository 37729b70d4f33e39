"""The same statement across outlets: wordings of one speaker that share most of their words.

Two wordings belong together when at least two content words, 60 % of those of the shorter and 20 % of those of both,
are shared. Words are compared by their beginnings, so that ``بنّاء`` and ``بنّاءة`` agree; function words do not count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.corpus import Corpus
from workbench.extractors.quotes.result import LINEAGE_COLUMNS
from workbench.languages.pack import LanguagePack, pack
from workbench.text.tokens import tokens

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["lineages", "stems"]

SHARE = 0.6
OF_BOTH = 0.2
SHARED = 2
STEM = 4  # letters of a word that must agree


def stems(text: str, language: LanguagePack) -> frozenset[str]:
    """The content words of a wording, each cut to what its inflections share."""
    common = language.words("stopwords")
    cores = (_core(token.folded, language) for token in tokens(text, language) if token.folded not in common)
    return frozenset(core[:STEM] for core in cores if core not in common)


def _core(word: str, language: LanguagePack) -> str:
    """A word without its conjunction and its article."""
    for conjunction in language.clitics("conjunction"):
        if word.startswith(conjunction) and len(word) > len(conjunction) + 2:
            word = word.removeprefix(conjunction)
            break
    article = language.article
    return word.removeprefix(article) if article and len(word) > len(article) + 2 else word


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


def _related(words: list[frozenset[str]], speakers: list[str]) -> Iterator[tuple[int, int]]:
    """Pairs of quotations of one speaker whose wordings belong together; equal wordings are compared once."""
    by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    first_of: dict[tuple[str, frozenset[str]], int] = {}
    for index, (own, speaker) in enumerate(zip(words, speakers, strict=True)):
        if not speaker or len(own) < SHARED:
            continue
        first = first_of.setdefault((speaker, own), index)
        if first != index:
            yield first, index
            continue
        shared = Counter(other for word in own for other in by_word[speaker, word])
        for word in own:
            by_word[speaker, word].append(index)
        for other, count in shared.items():
            sizes = len(own), len(words[other])
            enough = count >= SHARED and count >= SHARE * min(sizes)
            if enough and count >= OF_BOTH * (sum(sizes) - count):
                yield other, index


def _frame(corpus: Corpus, table: pd.DataFrame, groups: dict[int, list[int]], ids: dict[int, str]) -> pd.DataFrame:
    import pandas as pd

    source = {article.id: article.source for article in corpus}
    texts, speakers = table["text"].tolist(), table["speaker"].tolist()
    articles, quotes = table["article"].tolist(), table["quote"].tolist()
    rows = []
    for group, members in groups.items():
        wording = max((texts[index] for index in members), key=len)
        sources = list(dict.fromkeys(source[articles[index]] for index in members))
        rows.append((ids[group], speakers[group], wording, sources, [quotes[index] for index in members]))
    return pd.DataFrame(rows, columns=list(LINEAGE_COLUMNS))
