"""How well sentences in other words are found: ``python -m tests.eval.reworded [--errors] [tune|held]``.

Against the claims of ``tests/data/gold/reworded``, over pairs of sentences of two pages:

- ``exact``: what stands in a shared passage on both sides; ``exact + reworded``: with what the layer finds. Of all that
  say the same.
- ``reworded``: the layer alone, of those that are no copies; then by languages and by story. Of the gold it
  counts as many as can be laid beside each other one to one, which is how they are found.
- ``hard negatives``: how many of the pairs on one topic that state something else are joined.

Pairs that share a claim only in part count neither way. Without the sentence encoder ``exact`` alone is printed.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import networkx as nx

from tests.eval.gold import NEWSROOM_GOLD, Score, read
from tests.eval.lineages import installed
from workbench.extractors.encoder import encoder
from workbench.extractors.overlap import Overlap, overlap
from workbench.languages import pack
from workbench.text.tokens import tokens

GOLD = NEWSROOM_GOLD.parents[3] / "tests" / "data" / "gold" / "reworded"
PARTS = ("tune", "held")
HALF = 0.5

Key = tuple[str, int]
Link = tuple[Key, Key]


@dataclass(frozen=True)
class Told:
    """A sentence of the gold: its page and first character, its end, its claims, its language, its page's story."""

    key: Key
    end: int
    claims: frozenset[str]
    language: str
    story: str

    @property
    def own(self) -> frozenset[str]:
        """What it states itself."""
        return frozenset(claim for claim in self.claims if not claim.startswith("~"))

    @property
    def touched(self) -> frozenset[str]:
        """The same, and what it only touches."""
        return frozenset(claim.lstrip("~") for claim in self.claims)


def relation(one: Told, other: Told) -> str:
    """What two sentences are to each other: same, partial, topic, or nothing."""
    small, large = sorted((one.own, other.own), key=len)
    if one.touched & other.touched:
        return "same" if small and small <= large and len(large) <= 2 * len(small) else "partial"
    topics = [{claim.partition(":")[0] for claim in side.own} for side in (one, other)]
    return "topic" if topics[0] & topics[1] else ""


@cache
def pages() -> dict[str, dict[str, str]]:
    """Part and story of each page."""
    return {row["page"]: row for row in read(GOLD / "parts.tsv")}


@cache
def gold() -> dict[Key, Told]:
    """The sentences of the gold by page and first character."""
    found = {}
    languages = {article.id: article.language for article in exact().corpus}
    for row in read(GOLD / "claims.tsv"):
        key = (row["page"], int(row["start"]))
        claims = frozenset(row["claims"].split())
        found[key] = Told(key, int(row["end"]), claims, languages[row["page"]], pages()[row["page"]]["story"])
    return found


@cache
def exact() -> Overlap:
    """What the pages share word for word."""
    from workbench.samples import newsroom

    return overlap(newsroom())


@cache
def found() -> Overlap:
    """The same with the layer of rewording."""
    return overlap(exact().corpus, meaning=encoder())


@cache
def copies() -> tuple[set[Link], set[tuple[Key, str]]]:
    """The pairs of sentences that a passage joins, and which sentences another page has word for word."""
    joined: set[Link] = set()
    taken: set[tuple[Key, str]] = set()
    for row in exact().passages.itertuples():
        sides = [_inside(row.a, row.a_start, row.a_end), _inside(row.b, row.b_start, row.b_end)]
        taken |= {(one.key, row.b) for one in sides[0]} | {(one.key, row.a) for one in sides[1]}
        joined |= {link(one.key, two.key) for one in sides[0] for two in sides[1] if _alike(one, two)}
    return joined, taken


def _inside(page: str, start: int, end: int) -> list[Told]:
    """The sentences of a page at least half of whose words stand in a span."""
    own = [one for one in gold().values() if one.key[0] == page and one.key[1] < end and start < one.end]
    kept = []
    for one in own:
        words = _words(one)
        if sum(start <= word[0] and word[1] <= end for word in words) >= HALF * len(words):
            kept.append(one)
    return kept


@cache
def _words(one: Told) -> tuple[tuple[int, int, str], ...]:
    text, language = exact().corpus[one.key[0]].text, pack(one.language)
    return tuple((t.start, t.end, t.folded) for t in tokens(text, language, start=one.key[1], end=one.end))


def _alike(one: Told, other: Told) -> bool:
    a, b = ({word[2] for word in _words(side)} for side in (one, other))
    return len(a & b) >= HALF * max(len(a), len(b))


def link(a: Key, b: Key) -> Link:
    """A pair of sentences, in one order."""
    return (a, b) if a < b else (b, a)


def part_of(pair: Link) -> str:
    """Held where either page is."""
    return "held" if any(pages()[key[0]]["part"] == "held" for key in pair) else "tune"


@cache
def wanted(part: str) -> dict[str, set[Link]]:
    """The pairs of a part by their relation."""
    known: dict[str, set[Link]] = defaultdict(set)
    for one, other in combinations(gold().values(), 2):
        pair = link(one.key, other.key)
        if one.key[0] != other.key[0] and part_of(pair) == part:
            known[relation(one, other)].add(pair)
    return known


def copied(pair: Link) -> bool:
    """Whether either sentence stands word for word on the other's page."""
    _, taken = copies()
    return (pair[0], pair[1][0]) in taken or (pair[1], pair[0][0]) in taken


def one_to_one(pairs: Iterable[Link]) -> int:
    """How many pairs can be found where a sentence has one partner on a page."""
    by_pages: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for pair in pairs:
        by_pages[pair[0][0], pair[1][0]].append(pair)
    total = 0
    for own in by_pages.values():
        graph = nx.Graph(own)
        total += len(nx.max_weight_matching(graph, maxcardinality=True))
    return total


def score(got: set[Link], part: str, pairs: set[Link]) -> Score:
    """Agreement of what was found with the pairs that are the same; partial ones left out."""
    known = wanted(part)
    return Score(len(got & known["same"]), len(got - known["partial"]), one_to_one(pairs))


def layer(part: str) -> set[Link]:
    """The pairs that the layer finds in a part."""
    rows = found().reworded.itertuples()
    every = {link((row.a, int(row.a_start)), (row.b, int(row.b_start))) for row in rows}
    return {pair for pair in every if part_of(pair) == part}


def kinds(pair: Link) -> tuple[str, ...]:
    """The languages of a pair, and its story."""
    sides = [exact().corpus[key[0]] for key in pair]
    stories = {pages()[key[0]]["story"] for key in pair}
    return "-".join(sorted({side.language for side in sides})), *(stories if len(stories) == 1 else ())


def measure(part: str) -> dict[str, Score]:
    """The scores of a part by name."""
    same = wanted(part)["same"]
    joined = {pair for pair in copies()[0] if part_of(pair) == part}
    scores = {"exact": score(joined, part, same)}
    if not installed():
        return scores
    got = layer(part)
    own = {pair for pair in same if not copied(pair)}
    scores |= {"exact + reworded": score(joined | got, part, same), "reworded": score(got, part, own)}
    for kind in sorted({kind for pair in own for kind in kinds(pair)}):
        chosen = [{pair for pair in some if kind in kinds(pair)} for some in (got, own)]
        scores[f"reworded: {kind}"] = score(chosen[0], part, chosen[1])
    apart = {pair for pair in wanted(part)["topic"] if not copied(pair)}
    scores["hard negatives"] = Score(len(apart & got), 0, len(apart))
    return scores


def show(part: str) -> None:
    """Print what is missed and what is wrong."""
    known, got = wanted(part), layer(part)
    for name, pairs in (("WRONG", got - known["same"] - known["partial"]), ("missed", known["same"] - got)):
        for pair in sorted(pairs):
            if name == "WRONG" or not copied(pair):
                texts = (exact().corpus[page].text[start:][:90].partition("\n")[0] for page, start in pair)
                print(f"    {name} {pair[0][0]} {pair[1][0]}: {' || '.join(texts)}")


def main() -> None:
    """Print the agreement, part by part."""
    parts = [word for word in sys.argv[1:] if not word.startswith("--")] or list(PARTS)
    for part in parts:
        for name, one in measure(part).items():
            told = f"{one.right} of {one.gold} joined" if name == "hard negatives" else str(one)
            print(f"{part:<5} {name:<18} {told}")
        if "--errors" in sys.argv and installed():
            show(part)
    if not installed():
        print("reworded: not run, the extra is not installed")


if __name__ == "__main__":
    main()
