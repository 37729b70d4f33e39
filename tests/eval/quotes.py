"""How well quotations and their speakers agree with the gold: ``python -m tests.eval.quotes [--errors] [tune|held]``.

Seeds, sample corpus and the invented stories of ``tests/data/gold/quotes`` (its ``GUIDELINES.md`` says how they are
annotated), each in two parts. Spans are matched one to one by intersection over union.

- ``direct``: found where it is at least 0.8. ``spans`` counts the spans alone, ``speaker`` the right speakers among the
  found ones, ``both`` spans with the right speaker.
- ``indirect``: right where the speaker is, and the content is touched; ``at .5`` where it is overlapped by half.
- ``rejected``: spans in marks that the gold calls no statement, and how many of them are reported as quotations.

Below, direct and indirect ones by language, by the style of the page and by rule; then, on the English pages, textacy's
``direct_quotations`` (Apache-2.0) where it and an English model of spaCy are installed.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.eval.entities import alignment
from tests.eval.gold import ROOT, Collection, Score, collections, overlap_share, pair_up, read, same_name
from tests.eval.stories import stories
from workbench.corpus import Article
from workbench.extractors.entities import Entities, entities
from workbench.extractors.quotes import Quotes, quotes
from workbench.languages import pack

LEAST = {"direct": 0.8, "indirect": 0.5}
TOUCHED = 0.02
"""The least overlap of an indirect statement whose content is touched."""
STORIES = ROOT / "tests" / "data" / "gold" / "quotes"
PARTS = ("tune", "held")


@dataclass
class Tally:
    """The scores of some pages, each by name; ``groups`` the same by language, style or rule."""

    scores: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    groups: dict[tuple[str, str], Score] = field(default_factory=lambda: defaultdict(Score))

    def add(self, other: Tally) -> None:
        """Count another's too."""
        for name, one in other.scores.items():
            self.scores[name].add(one)
        for key, one in other.groups.items():
            self.groups[key].add(one)


def sources(part: str) -> Iterator[Collection]:
    """The collections that have pages in a part."""
    yield from (one for one in collections() if part in one.parts.values())
    yield from stories(part, STORIES)


def names_of(found: Entities, entity: str, aligned: dict[str, str]) -> list[str]:
    """Every name a speaker may be known by in the gold: the person that the entity stands for, or a body's names."""
    if entity in aligned:
        return [aligned[entity]]
    rows = found.table[found.table["entity"] == entity]
    return [entity, *rows["name"], *(alias for aliases in rows["aliases"] for alias in aliases)]


class Judge:
    """Tells whether a found speaker is the gold's.

    Parameters
    ----------
    collection: a corpus with its gold, whose persons are aligned with the entities that were found.
    """

    def __init__(self, collection: Collection, found: Entities) -> None:
        self.found = found
        self.aligned = alignment(collection, found)
        self.names = known_names(collection)

    def right(self, wanted: str, entity: str) -> bool:
        """Whether the entity is who is wanted, or one of them; nobody is right where nobody is.

        A body counts without the place behind it (``وزارة الزراعة`` for ``وزارة الزراعة في البيلسان``) and without the
        article before it (``Workers' Union`` for ``The Workers' Union``).
        """
        if not wanted or not entity:
            return not wanted and not entity
        own = names_of(self.found, entity, self.aligned)
        known = [name for one in wanted.split(" | ") for name in self.names.get(one, [one])]
        known += [name.split(" في ")[0] for name in known if len(name.split(" في ")[0].split()) > 1]
        return any(same_name(re.sub("^[Tt]he ", "", name), *own) for name in known)


def known_names(collection: Collection) -> dict[str, list[str]]:
    """All forms of each speaker's name in the gold, where it lists them."""
    path = collection.file("speakers.tsv")
    if not path.is_file():
        return {}
    return {row["entity"]: [row["entity"], *row["names"].split(" | ")] for row in read(path)}


def pairs_of(
    collection: Collection, found: Quotes, part: str, kind: str, least: float
) -> Iterator[tuple[Article, dict[str, str] | None, dict[str, object] | None]]:
    """Gold and found rows of one kind, paired, page by page."""
    gold = [row for row in collection.rows("quotes.tsv") if row["kind"] == kind]
    for article in collection.articles(part):
        own = found.table[(found.table["article"] == article.id) & (found.table["kind"] == kind)]
        wanted = [row for row in gold if row["page"] == collection.page(article)]
        for row, got in pair_up(own, wanted, least):
            yield article, row, got


def tally(collection: Collection, found: Quotes, part: str, *, errors: bool = False) -> Tally:
    """All scores of the pages of one part of a collection."""
    total = Tally()
    judge = Judge(collection, found.entities)
    styles = collection.column("style")
    for kind, least in (("direct", LEAST["direct"]), ("indirect", TOUCHED)):
        for article, row, got in pairs_of(collection, found, part, kind, least):
            right = row is not None and got is not None and judge.right(row["speaker"], str(got["speaker"]))
            keys = [("language", article.language), ("style", styles.get(collection.page(article), collection.name))]
            for key in keys:
                _count(total.groups[f"{kind} by {key[0]}", key[1]], row, got, right=right)
            if got is not None:
                _count(total.groups[f"{kind} by rule", str(got["rule"])], row, got, right=right)
            _count(total.scores[f"{kind} both"], row, got, right=right)
            _count(total.scores[f"{kind} spans"], row, got, right=row is not None and got is not None)
            if row is not None and got is not None:
                total.scores[f"{kind} speaker"].add(Score(int(right), 1, 1))
            if errors and not right:
                show(collection.page(article), row, got)
    for _, row, got in pairs_of(collection, found, part, "indirect", LEAST["indirect"]):
        right = row is not None and got is not None and judge.right(row["speaker"], str(got["speaker"]))
        _count(total.scores["indirect at .5"], row, got, right=right)
    total.scores["rejected, reported"] = reported(collection, found, part, errors=errors)
    return total


def _count(score: Score, row: object | None, got: object | None, *, right: bool) -> None:
    score.add(Score(int(right), int(got is not None), int(row is not None)))


def reported(collection: Collection, found: Quotes, part: str, *, errors: bool = False) -> Score:
    """Spans that the gold rejects: ``gold`` counts them, ``right`` those of them that are reported as quotations."""
    score = Score()
    gold = [row for row in collection.rows("quotes.tsv") if row["kind"] == "rejected"]
    for article in collection.articles(part):
        own = found.table[(found.table["article"] == article.id) & (found.table["kind"] == "direct")]
        spans = list(zip(own["start"], own["end"], strict=True))
        for row in gold:
            if row["page"] != collection.page(article):
                continue
            score.gold += 1
            if any(overlap_share((int(row["start"]), int(row["end"])), span) >= LEAST["direct"] for span in spans):
                score.right += 1
                if errors:
                    print(f"    {row['page'][:24]}\n      rejected, reported: {row['text']} ({row.get('note', '')})")
    return score


def score(collection: Collection, found: Quotes, part: str, kind: str, *, errors: bool) -> tuple[Score, Score]:
    """Agreement in span and speaker, and in span alone; an indirect statement from half its span on."""
    whole, spans = Score(), Score()
    judge = Judge(collection, found.entities)
    for article, row, got in pairs_of(collection, found, part, kind, LEAST[kind]):
        right = row is not None and got is not None and judge.right(row["speaker"], str(got["speaker"]))
        _count(whole, row, got, right=right)
        _count(spans, row, got, right=row is not None and got is not None)
        if errors and not right:
            show(collection.page(article), row, got)
    return whole, spans


def show(page: str, row: dict[str, str] | None, got: dict[str, object] | None) -> None:
    """Print one disagreement."""
    wanted = f"gold [{row['speaker']} | {row['cue']}] {row['text'][:110]}" if row else "gold -"
    found = (
        f"got [{got['speaker']} | {got['cue']} | {got['rule']} {got['flags']}] {str(got['text'])[:110]}"
        if got
        else "got -"
    )
    print(f"    {page[:24]}\n      {wanted}\n      {found}")


def textacys(part: str) -> str:
    """Agreement of textacy's direct quotations with the gold on the English pages, as a line."""
    try:
        import spacy  # type: ignore[import-not-found]
        from textacy.extract import direct_quotations  # type: ignore[import-not-found]

        model = spacy.load("en_core_web_sm")
    except (ImportError, OSError) as error:
        return f"textacy: not run ({str(error).split('. ')[0]})"
    spans, speaking, raised = Score(), Score(), 0
    for collection in sources(part):
        gold = [row for row in collection.rows("quotes.tsv") if row["kind"] == "direct"]
        for article in collection.articles(part):
            if article.language != "en":
                continue
            wanted = [row for row in gold if row["page"] == collection.page(article)]
            try:
                found = [
                    (one.content.start_char + 1, one.content.end_char - 1, " ".join(word.text for word in one.speaker))
                    for one in direct_quotations(model(article.text))
                ]
            except ValueError:
                found, raised = [], raised + 1
            _match(wanted, found, spans, speaking)
    return f"textacy, English: spans {spans}; with speaker {speaking}; refused {raised} pages"


def _match(wanted: list[dict[str, str]], found: list[tuple[int, int, str]], spans: Score, speaking: Score) -> None:
    fold = pack("en").fold
    for one in (spans, speaking):
        one.found += len(found)
        one.gold += len(wanted)
    for row in wanted:
        own = (int(row["start"]), int(row["end"]))
        hit = next((one for one in found if overlap_share(own, one[:2]) >= LEAST["direct"]), None)
        if hit is not None:
            spans.right += 1
            said = fold(row.get("speaker_text") or row["speaker"])
            speaking.right += bool(hit[2]) and (fold(hit[2]) in said or said in fold(hit[2]))


def report(name: str, part: str, total: Tally, *, groups: bool = False) -> None:
    """Print the scores of some pages."""
    for kind in ("direct", "indirect"):
        for what in ("spans", "both", "at .5"):
            if f"{kind} {what}" in total.scores:
                print(f"{name} {part:<5} {kind} {what:<6} {total.scores[f'{kind} {what}']}")
        said = total.scores[f"{kind} speaker"]
        print(f"{name} {part:<5} {kind} speaker right on {said.recall:.3f} of {said.gold} found")
    rejected = total.scores["rejected, reported"]
    if rejected.gold:
        print(f"{name} {part:<5} rejected spans reported: {rejected.right} of {rejected.gold}")
    if groups:
        for key, one in sorted(total.groups.items(), key=lambda item: (item[0][0], -item[1].gold - item[1].found)):
            print(f"    {key[0]:<22} {key[1]:<36} {one}")


def main() -> None:
    """Print the agreement, part by part."""
    errors = "--errors" in sys.argv
    for part in [word for word in sys.argv[1:] if not word.startswith("--")] or PARTS:
        whole = Tally()
        for collection in sources(part):
            known = entities(collection.corpus, progress=False)
            one = tally(collection, quotes(collection.corpus, known, progress=False), part, errors=errors)
            report(collection.name, part, one)
            whole.add(one)
        report("all pages", part, whole, groups=True)
        print(textacys(part))


if __name__ == "__main__":
    main()
