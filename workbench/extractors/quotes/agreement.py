"""How far coders, the rules and a gold agree on quotations; see ``agreement_measures`` for what is counted."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, Any

from workbench.errors import WorkbenchError
from workbench.extractors.quotes.agreement_measures import Table, Units, alpha, interval, kappa, match, shares
from workbench.extractors.quotes.agreement_raters import Item, Rater, coder_rater, gold_rater, tool_rater
from workbench.extractors.quotes.coders import TOOL
from workbench.extractors.quotes.judging import Judgeable
from workbench.extractors.quotes.judgingplaces import SAME
from workbench.extractors.quotes.judgingtable import Judged

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["AGREEMENT_COLUMNS", "DISAGREEMENT_COLUMNS", "PARTS", "Measurable"]

PARTS = ("span", "speaker", "kind", "stance")
AGREEMENT_COLUMNS = (
    *("a", "b", "part", "articles", "spans_a", "spans_b", "matched", "right"),
    *("precision", "recall", "f1", "f1_low", "f1_high"),
    *("items", "observed", "expected", "kappa", "kappa_low", "kappa_high", "alpha", "alpha_low", "alpha_high", "note"),
)
DISAGREEMENT_COLUMNS = ("article", "start", "end", "text", "differ", "a", "b", "quote")
ALL = "all"
TABLE = "table"
NAN = float("nan")


class Measurable(Judgeable):
    """Quotations whose coders, rules and gold can be compared."""

    def agreement(
        self,
        a: str | pd.DataFrame | None = None,
        b: str | None = None,
        *,
        gold: str | os.PathLike[str] | pd.DataFrame | None = None,
        overlap: float = SAME,
        parts: str | Iterable[str] = PARTS,
        seed: int = 0,
    ) -> pd.DataFrame:
        """How far two readers agree: coders, the rules (``tool``), or a gold.

        Parameters
        ----------
        a, b: names of coders, or ``tool``. With one name, the tool is measured against that coder; with none, every
            pair of coders is, and the tool against the coder where there is one only. ``a`` may also be a frame like
            the gold, such as that of a second reader, to be measured against the gold; it is called ``table``.
        gold: in place of ``b``: a table (CSV, or TSV without quoting) or a frame with the columns page (the name of
            the file, or the article's id; or ``article``), start and end (code points) or text and nth (the nth place
            where the words stand, 1 where it is empty), kind (direct, indirect, or rejected for what is no quotation),
            and, where they are measured, speaker (an entity's id, name or alias; empty for nobody) and stance. A page
            counts where it has a row. A file of judgements will do too; of each quotation its last row counts.
            Without ``a``, the tool and every coder are measured.
        overlap: the least intersection over union of two spans that are one quotation, above 0, at most 1.
        parts: what has to agree besides the span: ``span`` (nothing), ``speaker``, ``kind``, ``stance``.
        seed: of the draws of the intervals.

        Returns
        -------
        A frame with a row for each pair and part, in the columns

        a, b, part; articles: how many both have read (a coder has read those where he has judged anything);
        spans_a, spans_b, matched, right: the quotations of each, how many are matched one to one, and how many of
        those agree in the part; precision, recall: the share of right ones among those of a, and of b; f1, f1_low,
        f1_high: their harmonic mean with its 95 % interval (bootstrap over articles);
        items, observed, expected, kappa, kappa_low, kappa_high: for ``span`` the spans on which both have decided
        whether they are quotations, for the others the matched ones; how often both say the same, how often they would
        by chance, and Cohen's kappa; alpha, alpha_low, alpha_high: Krippendorff's alpha of the same items;
        note: why a number is NaN.

        With three coders or more and no names, a last row ``all`` for each part has the alpha of all coders, over all
        items on which two or more have decided. What a coder has not judged counts neither for nor against anybody;
        what was added counts as missed by whoever has read the article without adding it. A correction says that it
        is a quotation.

        Raises
        ------
        UnknownNameError: nobody of a name has judged anything.
        LoadError: the gold cannot be read; the row is named.
        WorkbenchError: both a second name and a gold, an overlap or a part that is none.

        >>> from workbench.corpus import Article, Block, Corpus
        >>> from workbench.extractors.quotes import quotes
        >>> text = "وصف الكرملين المحادثات بأنها كانت «بنّاءة وعملية»."
        >>> page = Article("p", "s", "", None, "", "", "ar", text, (Block(0, len(text), "body"),), "p.txt")
        >>> said = quotes(Corpus([page])).accept("q1", coder="ليلى").add("p", 4, 12, coder="ليلى")
        >>> said.agreement("ليلى", parts="span")[["a", "b", "precision", "recall"]].values.tolist()
        [['tool', 'ليلى', 1.0, 0.5]]
        """
        import pandas as pd

        chosen = [parts] if isinstance(parts, str) else list(parts)
        stray = [part for part in chosen if part not in PARTS]
        if stray:
            raise WorkbenchError(f"{stray[0]!r} is no part of a quotation.", hint=f"one of {', '.join(PARTS)}.")
        pairs, everybody = self._pairs(a, b, gold, overlap)
        rows = [_row(one, other, part, overlap, seed) for one, other in pairs for part in chosen]
        rows += [_row_of_all(everybody, part, overlap, seed) for part in chosen if len(everybody) > 2]
        if not pairs:
            rows = [_empty(TOOL, "", part, "nobody has judged anything") for part in chosen]
        return pd.DataFrame(rows, columns=list(AGREEMENT_COLUMNS))

    def disagreements(
        self,
        a: str | pd.DataFrame | None = None,
        b: str | None = None,
        *,
        gold: str | os.PathLike[str] | pd.DataFrame | None = None,
        overlap: float = SAME,
    ) -> pd.DataFrame:
        """Where two readers differ, to be looked at one by one.

        Parameters
        ----------
        a, b, gold, overlap: as in ``agreement``; with no name and several coders, the first two of them.

        Returns
        -------
        A frame with the columns article, start, end, text (of a, or of b where a has none), differ (``only a``,
        ``only b``: the other has read the article and has no such quotation; ``verdict``: one has rejected it;
        ``span``: they overlap too little; ``speaker kind stance``), a, b (what each says), quote (the id where it has
        one), in the order of the articles.

        Raises
        ------
        The same as ``agreement``.
        """
        import pandas as pd

        pairs, _ = self._pairs(a, b, gold, overlap)
        rows: list[tuple[Any, ...]] = []
        for one, other in pairs[:1]:
            for article in (article.id for article in self.corpus):
                if article in one.articles & other.articles:
                    rows += sorted(_differing(article, one, other, overlap), key=lambda row: (row[1], row[2], row[4]))
        told = [(*row[:3], self.corpus[row[0]].text[row[1] : row[2]], *row[4:]) for row in rows]
        return pd.DataFrame(told, columns=list(DISAGREEMENT_COLUMNS))

    def _pairs(
        self,
        a: str | pd.DataFrame | None,
        b: str | None,
        gold: str | os.PathLike[str] | pd.DataFrame | None,
        overlap: float,
    ) -> tuple[list[tuple[Rater, Rater]], list[Rater]]:
        """Who is compared with whom, and all coders where no name is given."""
        if not 0 < overlap <= 1:
            raise WorkbenchError(f"{overlap!r} is no overlap.", hint="above 0, at most 1, such as 0.8.")
        if gold is not None:
            if b is not None:
                raise WorkbenchError("both a second name and a gold are given.", hint="agreement(a, gold=...).")
            wanted = gold_rater(gold, self.corpus, self.entities)
            if a is not None and not isinstance(a, str):
                return [(gold_rater(a, self.corpus, self.entities, name=TABLE), wanted)], []
            return [(self._rater(name), wanted) for name in ([a] if a else [TOOL, *self.coders])], []
        if a is not None and not isinstance(a, str):
            raise WorkbenchError("a table is measured against a gold.", hint="agreement(table, gold=...).")
        if a is None and b is None:
            everybody = [self._rater(name) for name in self.coders]
            if len(everybody) > 1:
                return list(combinations(everybody, 2)), everybody
            return [(self._rater(TOOL), one) for one in everybody], []
        if a is None or b is None:
            name = a or b or TOOL
            against = self.coders if name == TOOL else [name]
            return [(self._rater(TOOL), self._rater(one)) for one in against], []
        return [(self._rater(a), self._rater(b))], []

    def _rater(self, name: str) -> Rater:
        if name == TOOL:
            return tool_rater(self._now)
        clean = self._expect_coder(name)
        return coder_rater(clean, Judged(self._found, self._places, self._journal.rows, [clean]))


def _label(item: Item, part: str) -> Hashable:
    """What a reader says of an item."""
    return item.holds if part == "span" else getattr(item, part)


def _common(a: Rater, b: Rater) -> list[str]:
    return sorted(a.articles & b.articles)


def _held(rater: Rater, other: Rater, article: str, overlap: float) -> list[Item]:
    """The quotations of a reader on which the other has decided, or which he was never shown."""
    held = [item for item in rater.items[article] if item.holds]
    undecided = other.open.get(article, [])
    keys = {one.key for one in undecided}
    if not undecided:
        return held
    skipped = {i for i, _ in match([item.shown for item in held], undecided, overlap)}
    decided = {item.shown.key for item in other.items[article]}
    return [
        item
        for place, item in enumerate(held)
        if item.shown.key not in keys and (place not in skipped or (item.shown.key and item.shown.key in decided))
    ]


def _matched(a: Sequence[Item], b: Sequence[Item], overlap: float, *, shown: bool) -> list[tuple[Item, Item]]:
    """The items of two readers of one article that are the same, by the spans that they have or were shown."""
    spans = [[item.shown if shown else item.span for item in items] for items in (a, b)]
    return [(a[i], b[j]) for i, j in match(spans[0], spans[1], overlap)]


def _row(a: Rater, b: Rater, part: str, overlap: float, seed: int) -> dict[str, Any]:
    """The measures of one pair of readers in one part."""
    table, units, matched = Table(), Units(), 0
    for article in _common(a, b):
        ours, theirs = _held(a, b, article, overlap), _held(b, a, article, overlap)
        pairs = _matched(ours, theirs, overlap, shown=False)
        right = sum(part == "span" or _label(one, part) == _label(other, part) for one, other in pairs)
        table.rows[article] = (len(ours), len(theirs), right)
        matched += len(pairs)
        items = _matched(a.items[article], b.items[article], overlap, shown=True) if part == "span" else pairs
        for one, other in items:
            units.add(article, {"a": _label(one, part), "b": _label(other, part)})
    counts = table.counts()
    row = _empty(a.name, b.name, part, "")
    sums = [int(value) for value in counts.sum(axis=0)]
    row |= {"articles": len(counts), "spans_a": sums[0], "spans_b": sums[1], "matched": matched, "right": sums[2]}
    row |= dict(zip(("precision", "recall", "f1"), shares(counts), strict=True))
    row["f1_low"], row["f1_high"] = interval(sorted(table.rows), lambda weights: shares(counts, weights)[2], seed)
    row |= _chance(units, seed)
    row["note"] = "; ".join(_notes(row, units))
    return row


def _chance(units: Units, seed: int) -> dict[str, Any]:
    """Kappa and alpha of what two readers have put into categories."""
    codes: dict[Hashable, int] = {}
    first, second = ([codes.setdefault(labels[name], len(codes)) for labels in units.labels] for name in ("a", "b"))
    value, observed, expected = kappa(first, second)
    low, high = interval(units.articles, lambda weights: kappa(first, second, weights)[0], seed)
    said = {"items": len(units.labels), "observed": observed, "expected": expected}
    return said | {"kappa": value, "kappa_low": low, "kappa_high": high} | _alpha(units, seed)


def _alpha(units: Units, seed: int) -> dict[str, float]:
    coded = units.coded()
    measured: Callable[[Any], float] = partial(alpha, coded)
    low, high = interval(units.articles, measured, seed)
    return {"alpha": alpha(coded), "alpha_low": low, "alpha_high": high}


def _row_of_all(raters: Sequence[Rater], part: str, overlap: float, seed: int) -> dict[str, Any]:
    """Krippendorff's alpha of all coders; what one has not decided is missing."""
    units = Units()
    for article in sorted(set().union(*(rater.articles for rater in raters))):
        seen: list[tuple[Item, dict[str, Hashable]]] = []
        for rater in raters:
            items = [item for item in rater.items[article] if part == "span" or item.holds]
            known = [one for one, _ in seen]
            pairs = dict(match([item.shown for item in items], [one.shown for one in known], overlap))
            for place, item in enumerate(items):
                if place in pairs:
                    seen[pairs[place]][1][rater.name] = _label(item, part)
                else:
                    seen.append((item, {rater.name: _label(item, part)}))
        for _, labels in seen:
            if len(labels) > 1:
                units.add(article, labels)
    row = _empty(ALL, "", part, "")
    row |= {"articles": len({*units.articles}), "items": len(units.labels)} | _alpha(units, seed)
    row["note"] = "; ".join([f"{len(raters)} coders", *_notes(row, units)])
    return row


def _empty(a: str, b: str, part: str, note: str) -> dict[str, Any]:
    counted = ("articles", "spans_a", "spans_b", "matched", "right", "items")
    row: dict[str, Any] = {name: 0 if name in counted else NAN for name in AGREEMENT_COLUMNS}
    return row | {"a": a, "b": b, "part": part, "note": note}


def _notes(row: dict[str, Any], units: Units) -> list[str]:
    """Why a number is NaN."""
    notes = []
    if not row["articles"]:
        notes.append("no article that both have read" if row["a"] != ALL else "no item that two have decided on")
    elif not row["items"]:
        notes.append("no item that both have decided on")
    elif len({label for labels in units.labels for label in labels.values()}) < 2:
        notes.append("one category only: kappa and alpha say nothing")
    if row["articles"] and row["a"] != ALL:
        notes += [f"no quotation of {row[name]}" for name in ("a", "b") if not row[f"spans_{name}"]]
    if row["articles"] == 1:
        notes.append("one article: no interval")
    return notes


def _differing(article: str, a: Rater, b: Rater, overlap: float) -> list[tuple[Any, ...]]:
    """Where two readers of an article differ, as rows without the text."""
    rows: list[tuple[Any, ...]] = []

    def tell(item: Item, differ: str, said_a: str, said_b: str) -> None:
        key = item.shown.key
        rows.append((article, item.span.start, item.span.end, "", differ, said_a, said_b, key))

    decided = _matched(a.items[article], b.items[article], overlap, shown=True)
    clashing = [(one, other) for one, other in decided if one.holds != other.holds]
    for one, other in clashing:
        tell(one if one.holds else other, "verdict", *("quotation" if x.holds else "none" for x in (one, other)))
    told = {id(item) for pair in clashing for item in pair}
    ours = [item for item in _held(a, b, article, overlap) if id(item) not in told]
    theirs = [item for item in _held(b, a, article, overlap) if id(item) not in told]
    pairs = _matched(ours, theirs, overlap, shown=False)
    for one, other in pairs:
        for part in PARTS[1:]:
            if _label(one, part) != _label(other, part):
                tell(one, part, str(_label(one, part)), str(_label(other, part)))
    paired = {id(item) for pair in pairs for item in pair}
    ours, theirs = ([item for item in items if id(item) not in paired] for items in (ours, theirs))
    touching = _matched(ours, theirs, 1e-9, shown=False)
    for one, other in touching:
        tell(one, "span", *(f"{item.span.start}-{item.span.end}" for item in (one, other)))
    touched = {id(item) for pair in touching for item in pair}
    for items, differ in ((ours, "only a"), (theirs, "only b")):
        for item in items:
            if id(item) not in touched:
                said = ("quotation", "") if items is ours else ("", "quotation")
                tell(item, differ, *said)
    return rows
