"""Whether bodies that speak are found, by the names that ``speakers.tsv`` of the quotations' gold has for each.

A name counts once on each page where it stands as words of its own and outside of a longer name of the same body; it is
right when a mention of a body overlaps one of its places there by at least 0.5 or is its end (an outlet's name without
the word for what it is).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.eval.gold import Score, overlap_share, read
from tests.eval.stories import Story
from workbench.extractors.entities import Entities

__all__ = ["bodies"]

LEAST = 0.5
Pair = tuple[str, str]


def bodies(story: Story, found: Entities, part: str, *, errors: bool) -> tuple[Score, list[Pair]]:
    """Names of bodies found on the pages of a story, and for each found one the gold's entity and ours."""
    score, pairs = Score(), []
    speakers = [row for row in read(story.file("speakers.tsv")) if row["type"] == "ORG"]
    for article in story.articles(part):
        own = found.mentions[(found.mentions["article"] == article.id) & (found.mentions["type"] == "ORG")]
        for row in speakers:
            for name, places in _standing(article.text, row["names"].split(" | ")):
                score.gold += 1
                got = [
                    mention
                    for mention in own.to_dict("records")
                    if any(_same(place, (mention["start"], mention["end"])) for place in places)
                ]
                score.right += bool(got)
                score.found += bool(got)
                if got:
                    pairs.append((row["entity"], str(got[0]["entity"])))
                if errors:
                    told = ", ".join(sorted({f"{one['entity']} ({one['rule']})" for one in got})) or "-"
                    print(f"    {story.page(article)} body {name} = {row['entity']} | got {told}")
    return score, pairs


def _standing(text: str, names: list[str]) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Each name that stands in a text, and where, the longest first."""
    taken: list[tuple[int, int]] = []
    for name in sorted(names, key=len, reverse=True):
        places = [found.span() for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
        places = [place for place in places if not any(overlap_share(place, one) for one in taken)]
        if places:
            taken += places
            yield name, places


def _same(place: tuple[int, int], found: tuple[int, int]) -> bool:
    return overlap_share(place, found) >= LEAST or (place[1] == found[1] and found[0] > place[0])
