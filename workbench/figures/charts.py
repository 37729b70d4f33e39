"""The charts: each takes what an extractor returned and describes it; no drawing is done here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

from workbench.corpus import Corpus, expect
from workbench.errors import WorkbenchError
from workbench.figures.drafting import Say, finish, ready
from workbench.figures.figure import Figure
from workbench.figures.labels import clean, isolate
from workbench.figures.spec import Spec

if TYPE_CHECKING:
    import pandas as pd

    from workbench.extractors.entities.difference import Difference
    from workbench.extractors.entities.result import Entities
    from workbench.extractors.overlap.result import Overlap
    from workbench.extractors.quotes.result import Quotes

__all__ = ["difference", "flow", "heatmap", "network", "quotes", "reworded"]

NODE_COLUMNS = ["entity", "name", "type", "mentions", "articles", "x", "y"]
LINK_COLUMNS = ["a", "b", "weight"]
SIDES = ("a", "b", "both")


class HasMatrix(Protocol):
    """What a heatmap needs of an overlap."""

    @property
    def corpus(self) -> Corpus:
        """The articles compared."""

    @property
    def k(self) -> int:
        """How many words the shortest shared run has."""

    def matrix(self, by: Literal["source", "article"] = "source") -> pd.DataFrame:
        """How much of each row stands in each column."""


def heatmap(
    overlap: HasMatrix, *, by: Literal["source", "article"] = "source", most: int = 25, language: str = "en"
) -> Figure:
    """A figure of how much of each outlet's, or each article's, text stands in another's.

    Parameters
    ----------
    overlap: what ``wb.overlap`` returned.
    by: "source" or "article".
    most: at most so many rows, those that share most; the note says when some are left out.
    language: the labels' language, a pack's code.

    Returns a Figure; its data is a square frame of shares from 0 to 1 (containment), NaN on the diagonal.
    """
    expect(overlap, "Overlap", maker="wb.overlap(corpus)")
    language_pack = ready(language, most)
    matrix = overlap.matrix(by=by)
    shown = _strongest(matrix, most, _article_names(overlap.corpus) if by == "article" else {})
    say = Say(language_pack)
    notes = [say("runs", k=overlap.k), _left_out(say, matrix, most)]
    labels = {"row": say("row_text"), "column": say("column_text"), "value": say("share")}
    draft = Spec(
        "matrix", shown, say(f"heatmap_{by}"), "", say("caption_heatmap"), "", language_pack, labels, share=True
    )
    return finish(draft, overlap.corpus, notes, _matrix_alt(draft, "alt_heatmap"))


def reworded(
    overlap: Overlap, *, by: Literal["source", "article"] = "source", most: int = 25, language: str = "en"
) -> Figure:
    """A figure of how much of each outlet's, or each article's, text another one says in other words.

    It stands beside ``heatmap`` and never in it: what is copied and what is reworded are not added up.

    Parameters
    ----------
    overlap: what ``wb.overlap(corpus, meaning=True)`` returned.
    by: "source" or "article".
    most: at most so many rows, those that share most; the note says when some are left out.
    language: the labels' language, a pack's code.

    Returns a Figure; its data is a square frame of shares from 0 to 1, NaN on the diagonal.

    Raises
    ------
    WorkbenchError: the overlap has not looked for sentences in other words.
    """
    expect(overlap, "Overlap", maker="wb.overlap(corpus, meaning=True)")
    if not overlap.meaning:
        raise WorkbenchError(
            "this overlap has not looked for sentences in other words.", hint="wb.overlap(corpus, meaning=True) does."
        )
    language_pack = ready(language, most)
    matrix = overlap.reworded_matrix(by=by)
    shown = _strongest(matrix, most, _article_names(overlap.corpus) if by == "article" else {})
    say = Say(language_pack)
    notes = [say("reworded_pairs", n=len(overlap.reworded)), _left_out(say, matrix, most)]
    labels = {"row": say("row_text"), "column": say("reworded_column"), "value": say("share")}
    draft = Spec(
        "matrix", shown, say(f"reworded_{by}"), "", say("caption_reworded"), "", language_pack, labels, share=True
    )
    return finish(draft, overlap.corpus, notes, _matrix_alt(draft, "alt_reworded"))


def _strongest(matrix: pd.DataFrame, most: int, names: dict[str, str]) -> pd.DataFrame:
    """The lines of a square that share most, called by their names."""
    if len(matrix) > most:
        strength = matrix.max(axis=0).fillna(0).combine(matrix.max(axis=1).fillna(0), max)
        chosen = set(strength.sort_values(ascending=False, kind="stable").index[:most])
        keep = [name in chosen for name in matrix.index]
        matrix = matrix.loc[keep, keep]
    return matrix.rename(index=names, columns=names) if names else matrix


def _left_out(say: Say, matrix: pd.DataFrame, most: int) -> str:
    return say("rows_of", shown=most, total=len(matrix)) if len(matrix) > most else ""


def flow(overlap: Overlap, *, most: int = 25, language: str = "en") -> Figure:
    """A figure of what went from outlet to outlet in time: how many words the later one shares with the first.

    Parameters
    ----------
    overlap: what ``wb.overlap`` returned; only pairs of articles of which dates or credits tell the first count.
    most: at most so many outlets, those with most such words; the note says when some are left out.
    language: the labels' language, a pack's code.

    Returns a Figure; its data is a square frame of words, first outlets by later outlets.
    """
    expect(overlap, "Overlap", maker="wb.overlap(corpus)")
    language_pack = ready(language, most)
    table = overlap.flow()
    words = table.pivot_table(index="first_source", columns="later_source", values="words", aggfunc="sum", fill_value=0)
    names = sorted({*words.index, *words.columns}, key=overlap.corpus.sources.index)
    matrix = words.reindex(index=names, columns=names, fill_value=0)
    strength = matrix.sum(axis=0).add(matrix.sum(axis=1))
    chosen = {*strength.sort_values(ascending=False, kind="stable").index[:most]}
    keep = [name in chosen for name in matrix.index]
    shown = matrix.loc[keep, keep].rename_axis(index=None, columns=None)
    say = Say(language_pack)
    undecided = int((overlap.pairs["first"] == "").sum())
    notes = [
        say("undecided", n=undecided) if undecided else "",
        say("outlets_shared", shown=most, total=len(matrix)) if len(matrix) > most else "",
    ]
    labels = {"row": say("had_first"), "column": say("had_later"), "value": say("words")}
    draft = Spec("matrix", shown, say("flow"), "", say("caption_flow"), "", language_pack, labels)
    return finish(draft, overlap.corpus, notes, _matrix_alt(draft, "alt_flow"))


def quotes(quotes: Quotes, *, most: int = 25, language: str = "en") -> Figure:
    """A figure of who is quoted by which outlet: speakers by sources, the most quoted first.

    Parameters
    ----------
    quotes: what ``wb.quotes`` returned.
    most: at most so many speakers and so many outlets; the note says when some are left out.
    language: the labels' language, a pack's code.

    Returns a Figure; its data is a frame of counts. Quotations without a named speaker are left out, and counted
    in the note.
    """
    expect(quotes, "Quotes", maker="wb.quotes(corpus)")
    language_pack = ready(language, most)
    matrix = quotes.matrix()
    say = Say(language_pack)
    busiest = set(matrix.sum().sort_values(ascending=False, kind="stable").index[:most])
    shown = matrix.loc[:, [source in busiest for source in matrix.columns]].head(most)
    nameless = int((quotes.table["speaker"] == "").sum())
    notes = [say("unattributed", n=nameless) if nameless else ""]
    for key, drawn, total in zip(("speakers_of", "outlets_of"), shown.shape, matrix.shape, strict=True):
        if drawn < total:
            notes.append(say(key, shown=drawn, total=total))
    labels = {
        "row": language_pack.label("columns", "speaker"),
        "column": language_pack.label("columns", "source"),
        "value": say("quotations"),
    }
    draft = Spec("matrix", shown, say("quotes"), "", say("caption_quotes"), "", language_pack, labels)
    return finish(draft, quotes.corpus, notes, _matrix_alt(draft, "alt_quotes"))


def network(entities: Entities, *, most: int = 40, language: str = "en") -> Figure:
    """A figure of who is named beside whom: the most mentioned names, joined where one sentence names both.

    Parameters
    ----------
    entities: what ``wb.entities`` returned.
    most: at most so many names; the note says when some are left out.
    language: the labels' language, a pack's code.

    Returns a Figure; its data has the columns entity, name, type, mentions, articles, x, y, and its links a, b, weight.
    """
    expect(entities, "Entities", maker="wb.entities(corpus)")
    import pandas as pd

    from workbench.extractors.layout import positions

    language_pack = ready(language, most)
    whole = entities.graph()
    ranked = sorted(whole, key=lambda node: (-whole.nodes[node]["mentions"], str(node)))
    graph = whole.subgraph(ranked[:most])
    places = positions(graph)
    rows = [
        (node, *(whole.nodes[node][key] for key in ("name", "type", "mentions", "articles")), *places[node])
        for node in ranked[:most]
    ]
    edges = sorted((*sorted((a, b), key=str), data["weight"]) for a, b, data in graph.edges(data=True))
    say = Say(language_pack)
    notes = [say("shown_of", shown=most, total=len(ranked)) if len(ranked) > most else ""]
    labels = {kind: language_pack.label("types", kind) for kind in ("PER", "LOC", "ORG")}
    labels["mentions"] = say("mentions")
    top = isolate(clean(rows[0][1])) if rows else ""
    alt = say("alt_network", nodes=len(rows), edges=len(edges), name=top) if rows else say("nothing")
    nodes, links = pd.DataFrame(rows, columns=NODE_COLUMNS), pd.DataFrame(edges, columns=LINK_COLUMNS)
    draft = Spec("network", nodes, say("network"), "", say("caption_network"), "", language_pack, labels, links)
    return finish(draft, entities.corpus, notes, alt)


def difference(difference: Difference, *, most: int = 40, language: str = "en") -> Figure:
    """A figure of who is named, and beside whom, only on one side, only on the other, and on both.

    Parameters
    ----------
    difference: what ``entities.difference`` returned: two outlets, or two periods.
    most: at most so many names, those mentioned most on both sides together; the note says when some are left out.
    language: the labels' language, a pack's code.

    Returns a Figure; its data has the columns of a network's with ``type`` a, b or both, its links a, b, weight, only.
    """
    expect(difference, "Difference", maker="entities.difference(one, other)")
    import pandas as pd

    from workbench.extractors.layout import positions

    language_pack = ready(language, most)
    whole = difference.graph
    mentions = {node: data["mentions_a"] + data["mentions_b"] for node, data in whole.nodes(data=True)}
    ranked = sorted(whole, key=lambda node: (-mentions[node], str(node)))
    graph = whole.subgraph(ranked[:most]).copy()
    for node in graph:
        graph.nodes[node]["mentions"] = mentions[node]
    places = positions(graph)
    nodes = [(graph.nodes[node], node) for node in ranked[:most]]
    rows = [
        (node, one["name"], one["only"], mentions[node], one["articles_a"] + one["articles_b"], *places[node])
        for one, node in nodes
    ]
    edges = sorted((*sorted((a, b), key=str), one["weight"], one["only"]) for a, b, one in graph.edges(data=True))
    say = Say(language_pack)
    sides = {"a": isolate(clean(difference.a)), "b": isolate(clean(difference.b))}
    labels = {"a": clean(difference.a), "b": clean(difference.b), "both": say("in_both"), "mentions": say("mentions")}
    counts = {f"only_{side}": sum(row[2] == side for row in rows) for side in SIDES}
    notes = [say("shown_of", shown=most, total=len(ranked)) if len(ranked) > most else ""]
    alt = say("alt_difference", **sides, **counts) if rows else say("nothing")
    data, links = pd.DataFrame(rows, columns=NODE_COLUMNS), pd.DataFrame(edges, columns=[*LINK_COLUMNS, "only"])
    draft = Spec(
        "network", data, say("difference"), "", say("caption_difference", **sides), "", language_pack, labels, links
    )
    return finish(draft, difference.corpus, notes, alt)


def _matrix_alt(spec: Spec, key: str) -> str:
    """The alt text of a matrix: its size, and its highest cell."""
    say = Say(spec.language)
    cells = spec.data.to_numpy(dtype=float, na_value=float("nan"))
    known = [(value, i, j) for i, row in enumerate(cells) for j, value in enumerate(row) if value == value]  # noqa: PLR0124
    if not known:
        return say("nothing")
    value, i, j = max(known, key=lambda cell: (cell[0], -cell[1], -cell[2]))
    return say(
        key,
        rows=len(spec.data),
        columns=len(spec.data.columns),
        value=isolate(spec.number(value) or "0"),
        a=isolate(clean(spec.data.index[i])),
        b=isolate(clean(spec.data.columns[j])),
    )


def _article_names(corpus: Corpus) -> dict[str, str]:
    """What each article is called on an axis: its outlet, and its id where the outlet has several."""
    from collections import Counter

    counts = Counter(article.source for article in corpus)
    return {
        article.id: article.source if counts[article.source] == 1 else f"{article.source} · {article.id}"
        for article in corpus
    }
