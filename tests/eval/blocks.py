"""How well the marked blocks agree with the gold: ``python -m tests.eval.blocks``.

Precision, recall and F1 of each kind, weighted by characters: every character of a page that is no white space has
one kind in the gold and one in the output. ``content`` is title, subtitle and body together, the part that the
extractors read. The two golds differ in one convention: in the sample corpus a second story is ``furniture``, on the
seeds it is ``related``; the workbench calls it ``related``.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.corpus import BLOCK_KINDS, CONTENT_KINDS, Article
from workbench.loaders import load

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
SEEDS_GOLD = ROOT / "tests" / "data" / "gold" / "seeds"
SAMPLE = ROOT / "workbench" / "samples" / "phone_call"
Span = tuple[int, int, str]


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a gold table: tabs, no quoting, no escapes."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def located(article: Article, blocks: Sequence[tuple[str, str]]) -> list[Span]:
    """The spans of blocks that the gold gives by their wording, found in order, white space as it comes."""
    spans, place = [], 0
    for kind, wording in blocks:
        pattern = re.compile(r"\s+".join(map(re.escape, wording.split())))
        match = pattern.search(article.text, place)
        if match is None:
            raise ValueError(f"{article.id}: the gold block {wording[:60]!r} is not in the text after {place}")
        spans.append((match.start(), match.end(), kind))
        place = match.end()
    return spans


def kinds(article: Article, spans: Sequence[Span]) -> list[str]:
    """The kind of each character that is no white space; empty where nothing was said."""
    said = [""] * len(article.text)
    for start, end, kind in spans:
        said[start:end] = [kind] * (end - start)
    return [kind for kind, character in zip(said, article.text, strict=True) if not character.isspace()]


def compare(pairs: Sequence[tuple[Article, list[Span]]]) -> Counter[tuple[str, str]]:
    """How many characters have each pair of (gold kind, found kind)."""
    counts: Counter[tuple[str, str]] = Counter()
    for article, gold in pairs:
        found = [(block.start, block.end, block.kind) for block in article.blocks]
        counts.update(zip(kinds(article, gold), kinds(article, found), strict=True))
    return counts


def scores(counts: Counter[tuple[str, str]], wanted: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of some kinds taken as one."""
    right = sum(count for (gold, found), count in counts.items() if gold in wanted and found in wanted)
    given = sum(count for (_, found), count in counts.items() if found in wanted)
    due = sum(count for (gold, _), count in counts.items() if gold in wanted)
    precision, recall = right / given if given else 1.0, right / due if due else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def show(name: str, pairs: Sequence[tuple[Article, list[Span]]]) -> None:
    """Print one part against its gold."""
    counts = compare(pairs)
    print(f"{name}: {len(pairs)} pages, {sum(counts.values())} characters")
    present = {kind for pair in counts for kind in pair}
    for label, wanted in [("content", CONTENT_KINDS), *((kind, (kind,)) for kind in BLOCK_KINDS if kind in present)]:
        precision, recall, f1 = scores(counts, wanted)
        print(f"  {label:<10} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
    for (gold, found), count in counts.most_common():
        if gold != found and count:
            print(f"    {count:>6} characters of {gold or 'nothing'} called {found or 'nothing'}")


def parts(folder: Path) -> dict[str, str]:
    """Page to part."""
    return {row["page"]: row["part"] for row in rows(folder / "parts.tsv")}


def seeds() -> Iterator[tuple[Article, list[Span]]]:
    """The seed pages with their gold."""
    corpus = load(str(SEEDS))
    for article in corpus:
        spans = [
            (int(row["start"]), int(row["end"]), row["kind"])
            for row in rows(SEEDS_GOLD / "blocks.tsv")
            if row["page"] == article.id
        ]
        yield article, spans


def sample() -> Iterator[tuple[Article, list[Span]]]:
    """The sample pages with their gold."""
    gold = rows(SAMPLE / "gold" / "blocks.tsv")
    for article in load(str(SAMPLE)):
        page = [(row["kind"], row["text"]) for row in gold if row["page"] == article.id]
        yield article, located(article, page)


def main() -> None:
    """Print seeds and sample, by part."""
    chosen = [("phone_call", list(sample()), parts(SAMPLE / "gold"))]
    if SEEDS.is_dir():
        chosen.insert(0, ("seeds", list(seeds()), parts(SEEDS_GOLD)))
    else:
        print("seeds: not on this machine")
    for name, pairs, part_of in chosen:
        for part in ("tune", "held"):
            show(f"{name}, {part}", [pair for pair in pairs if part_of.get(pair[0].id) == part])


if __name__ == "__main__":
    main()
