"""How well the overlap agrees with the gold: ``python -m tests.eval.overlap``.

Two measures of "how much of a stands in b" stand beside the gold: ``shingles`` is the containment of ``overlap.pairs``
(a changed word costs up to k shingles), ``words`` the share of a's words that stand in the shared passages, which is
what the gold counts by hand. Pairs that the gold does not name are listed when they share more than .02.
Pages come through the loaders, so that a page marked wrongly shows here too.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from workbench.corpus import Corpus
from workbench.extractors.overlap import Overlap, overlap

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
SAMPLE = ROOT / "workbench" / "samples" / "phone_call"
STRAY = 0.02
GOLD = list[tuple[str, str, float]]


def contained_words(found: Overlap, a: str, b: str) -> float:
    """The share of the words of ``a`` that stand in the passages it shares with ``b``."""
    pairs = found.pairs
    row = pairs[((pairs["a"] == a) & (pairs["b"] == b)) | ((pairs["a"] == b) & (pairs["b"] == a))]
    return float(row["words"].sum()) / max(found.corpus[a].words, 1)


def gold_rows(path: Path) -> GOLD:
    """The pairs of a ``reuse.tsv``: page, page, share of the first page's words."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["a"], row["b"], float(row["contained_words"])) for row in rows]


def show(name: str, found: Overlap, gold: GOLD) -> float:
    """Print one corpus against its gold; the largest difference in words."""
    ids = {Path(article.origin).stem: article.id for article in found.corpus}
    matrix = found.matrix(by="article").fillna(0)
    print(f"{name}: {found!r}")
    print(f"  {'a':<24} {'b':<24} {'gold':>6} {'words':>6} {'shingles':>9}")
    worst, named = 0.0, set()
    for a, b, share in gold:
        one, other = ids[a], ids[b]
        named |= {(one, other), (other, one)}
        words = contained_words(found, one, other)
        worst = max(worst, abs(words - share))
        print(f"  {a:<24} {b:<24} {share:6.2f} {words:6.2f} {matrix.loc[one, other]:9.3f}")
    cells = [(a, b) for a in matrix.index for b in matrix.columns if a != b and (a, b) not in named]
    rest = [(float(matrix.loc[a, b]), a, b) for a, b in cells]
    largest = max(rest, default=(0.0, "", ""))[0]
    print(f"  largest difference in words {worst:.3f}; largest containment of a pair not in the gold {largest:.3f}")
    for share, a, b in sorted(rest, reverse=True):
        if share > STRAY:
            words = contained_words(found, a, b)
            print(f"    not in the gold: {a} in {b}: {share:.3f} of the shingles, {words:.2f} of the words")
    return worst


def corpora() -> Iterable[tuple[str, Corpus, GOLD]]:
    """The corpora at hand with their gold; the seeds may be missing."""
    from workbench.loaders import load

    if SEEDS.is_dir():
        stems = {path.stem[:3]: path.stem for path in SEEDS.glob("*.txt")}
        yield "seeds", load(str(SEEDS)), [(stems["003"], stems["001"], 1.0)]
    else:
        print("seeds: not on this machine")
    yield "phone_call", load(str(SAMPLE)), gold_rows(SAMPLE / "gold" / "reuse.tsv")


def main() -> None:
    """Print every corpus against its gold."""
    for name, corpus, gold in corpora():
        show(name, overlap(corpus), gold)


if __name__ == "__main__":
    main()
