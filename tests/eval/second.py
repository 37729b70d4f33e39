"""How far two annotators agree on the newsroom's quotations: ``python -m tests.eval.second [--errors]``.

``second.tsv`` was annotated from the pages and the guidelines alone, before the first annotation was opened, and
neither was changed afterwards. Spans are matched one to one where they overlap by half (intersection over union);
speaker, kind and stance are compared on the matched ones: the share that is the same, and Cohen's kappa. A speaker's
name as the page writes it counts as the entity that the names' gold has for it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.eval.gold import NEWSROOM, NEWSROOM_GOLD, Collection, Score, read
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


def main() -> None:
    """Print the figures."""
    found = agreement(newsroom(), errors="--errors" in sys.argv)
    print(f"spans        {found.spans}, {found.exact} to the character")
    for part in PARTS + WORDS:
        chance = f"  kappa {found.kappa(part):.3f}" if part in PARTS else ""
        print(f"{part:12} same {found.share(part):.3f}{chance}  ({len(found.said[part])} matched)")


if __name__ == "__main__":
    main()
