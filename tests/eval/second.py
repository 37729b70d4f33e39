"""How far two annotators agree: ``python -m tests.eval.second [--errors]``.

On the newsroom's quotations: ``second.tsv`` was annotated from the pages and the guidelines alone, before the first
annotation was opened, and neither was changed afterwards. Spans are matched one to one where they overlap by half
(intersection over union); speaker, kind and stance are compared on the matched ones: the share that is the same, and
Cohen's kappa. A speaker's name as the page writes it counts as the entity that the names' gold has for it.

On which quotations of a story are one statement: ``second-LETTER.tsv`` has another annotator's keys of some stories,
made from the quotations, their speakers and the guidelines' sentence. Scored like the program's lineages, over pairs
of quotations; beside it how far the program agrees with each of the two, given the same quotations and speakers.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.eval.gold import NEWSROOM, NEWSROOM_GOLD, Collection, Score, read
from tests.eval.lineages import grouped_gold, score
from tests.eval.stories import QUOTES, Story, stories
from workbench.extractors.entities import entities
from workbench.extractors.quotes import quotes
from workbench.extractors.quotes.agreement_measures import Spanned, kappa, match
from workbench.loaders import load

LEAST = 0.5
PARTS = ("speaker", "kind", "stance")
WORDS = ("cue", "speaker_text")
"""Words of the page, of which only the share is told: they are no categories."""
Row = dict[str, str]


@dataclass
class Agreement:
    """The spans of both (``found`` are the second's), how many are the same to the character, and what was said."""

    spans: Score = field(default_factory=Score)
    exact: int = 0
    said: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: {part: [] for part in PARTS + WORDS})

    def share(self, part: str) -> float:
        """How often both say the same of a part."""
        said = self.said[part]
        return sum(a == b for a, b in said) / len(said)

    def kappa(self, part: str) -> float:
        """Cohen's kappa of a part."""
        codes = {label: code for code, label in enumerate(sorted({one for pair in self.said[part] for one in pair}))}
        return kappa(*([codes[pair[side]] for pair in self.said[part]] for side in (0, 1)))[0]


def newsroom() -> Collection:
    """The newsroom's own pages with their gold."""
    parts = {row["page"]: row["part"] for row in read(NEWSROOM_GOLD / "parts.tsv")}
    return Collection("newsroom", load(str(NEWSROOM), progress=False), NEWSROOM_GOLD, parts)


def names(collection: Collection) -> dict[str, str]:
    """Of each name that stands on the pages the entity that it names; names of two entities are left out."""
    pairs = {
        (row["text"], row["entity"])
        for table in ("persons", "places_orgs")
        for row in read(collection.file(f"{table}.tsv"))
    }
    often = Counter(name for name, _ in pairs)
    return {name: entity for name, entity in pairs if often[name] == 1}


def pairs_of(collection: Collection) -> Iterator[tuple[Row | None, Row | None]]:
    """The rows of both, paired page by page, on the pages that both have read."""
    first, second = (
        [row for row in collection.rows(f"{file}.tsv") if row["kind"] != "rejected"] for file in ("quotes", "second")
    )
    for page in sorted({row["page"] for row in second}):
        rows = [[row for row in one if row["page"] == page] for one in (first, second)]
        spans = [[Spanned(int(row["start"]), int(row["end"])) for row in one] for one in rows]
        both = match(*spans, LEAST)
        yield from ((rows[0][i], rows[1][j]) for i, j in both)
        yield from ((row, None) for i, row in enumerate(rows[0]) if i not in dict(both))
        yield from ((None, row) for j, row in enumerate(rows[1]) if j not in {j for _, j in both})


def agreement(collection: Collection, *, errors: bool = False) -> Agreement:
    """What the two annotators share."""
    found, known = Agreement(), names(collection)
    for a, b in pairs_of(collection):
        found.spans.add(Score(int(a is not None and b is not None), int(b is not None), int(a is not None)))
        if a is not None and b is not None:
            found.exact += a["start"] == b["start"] and a["end"] == b["end"]
            for part in PARTS + WORDS:
                found.said[part].append((known.get(a[part], a[part]), known.get(b[part], b[part])))
        if errors and (a is None or b is None or any(a[part] != b[part] for part in PARTS)):
            print(*(row and tuple(row[name] for name in ("page", "text", *PARTS)) for row in (a, b)), sep="\n  ")
    return found


def keyed() -> Iterator[tuple[Story, list[Row], dict[int, str]]]:
    """The stories that a second annotator grouped: the first one's statements, and the second's keys by position."""
    for part in ("tune", "held"):
        for story in stories(part, QUOTES):
            if story.file("second.tsv").is_file():
                rows = [row for row in story.rows("quotes.tsv") if row["kind"] != "rejected"]
                keys = {(row["page"], row["n"]): row["statement"] for row in read(story.file("second.tsv"))}
                yield story, rows, {at: keys[row["page"], row["n"]] for at, row in enumerate(rows)}


def same_statements() -> dict[str, dict[str, Score]]:
    """By story: how far the two annotators, and the program with each, agree on which quotations are one statement."""
    totals: dict[str, dict[str, Score]] = {}
    for story, rows, second in keyed():
        articles = {story.page(article): article.id for article in story.corpus}
        first = [{**row, "article": articles[row["page"]]} for row in rows]
        found = quotes(story.corpus, entities(story.corpus, progress=False), progress=False)
        groups = grouped_gold(story.corpus, first, found, meaning=False)
        other = [{**row, "statement": second[at]} for at, row in enumerate(first)]
        own = {
            "two annotators": score(first, second),
            "program, first": score(first, groups),
            "program, second": score(other, groups),
        }
        totals[story.name] = own
        for name, one in own.items():
            totals.setdefault("all stories", {}).setdefault(name, Score()).add(one)
    return totals


def main() -> None:
    """Print the figures."""
    found = agreement(newsroom(), errors="--errors" in sys.argv)
    print(f"spans        {found.spans}, {found.exact} to the character")
    for part in PARTS + WORDS:
        chance = f"  kappa {found.kappa(part):.3f}" if part in PARTS else ""
        print(f"{part:12} same {found.share(part):.3f}{chance}  ({len(found.said[part])} matched)")
    for story, own in sorted(same_statements().items(), key=lambda entry: entry[0] == "all stories"):
        for name, one in own.items():
            print(f"statements   {story}: {name:16} {one}")


if __name__ == "__main__":
    main()
