"""Names and quotations on newswire that nobody tuned on: ``python -m tests.eval.wire [--errors] [tune|held]``.

Forty passages of the ANERcorp training sentences (Benajiba, Rosso and Benedí Ruiz 2007; CAMeL Lab split), annotated by
hand from the passages alone. The sentences are not in this project: they are read from ``shared/data`` beside it,
joined into running text here, and the gold holds offsets into that text. Each passage is a corpus of its own, so that a
name which the passage does not introduce cannot be known from another.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from tests.build import article_of
from tests.eval import entities as entity_eval
from tests.eval import quotes as quote_eval
from tests.eval.gold import ROOT, Collection, Score, read
from workbench.corpus import Corpus
from workbench.extractors.entities import entities
from workbench.extractors.quotes import quotes

SENTENCES = ROOT.parent / "shared" / "data" / "anercorp-train.txt"
GOLD = ROOT / "tests" / "data" / "gold" / "wire"
CLOSING, OPENING, JOINED = set(".،,؛;:؟!)»"), set("(«"), set("وبلف")


def sentences() -> list[list[str]]:
    """The sentences of the data set, each as its tokens."""
    blocks = SENTENCES.read_text(encoding="utf-8").replace("\r", "").split("\n\n")
    return [[line.split()[0] for line in block.split("\n") if line.split()] for block in blocks if block.strip()]


def running(tokens: list[str]) -> str:
    """Tokens as running text: punctuation attached, straight marks paired, particles joined to their words."""
    text, glued, marked = "", True, False
    for token in tokens:
        closes = token == '"' and marked
        if not glued and token not in CLOSING and not closes:
            text += " "
        text += token
        opens = token == '"' and not marked
        marked = marked != (token == '"')
        glued = opens or token in OPENING or token in JOINED
    return text


def passages(part: str) -> dict[str, Collection]:
    """The passages of one part, each a collection of one article."""
    every = sentences()
    found = {}
    for row in read(GOLD / "passages.tsv"):
        if row["part"] == part:
            tokens = [token for one in every[int(row["first"]) : int(row["last"]) + 1] for token in one]
            corpus = Corpus([article_of(running(tokens), name=row["page"])])
            found[row["page"]] = Collection("wire", corpus, GOLD, {row["page"]: part})
    return found


class OnePage(Collection):
    """A collection whose gold rows are those of its only page."""

    def rows(self, file: str) -> list[dict[str, str]]:
        """The rows of a gold table that belong to the page."""
        (article,) = self.corpus
        rows = [row for row in read(self.gold / file) if row["page"] == article.id]
        return [{**row, "text": article.text[int(row["start"]) : int(row["end"])]} for row in rows]


def measure(part: str, *, errors: bool = False) -> dict[str, Score]:
    """The scores of one part, summed over its passages: direct, indirect, people, mentions, and spans alone."""
    totals: dict[str, Score] = defaultdict(Score)
    for one in passages(part).values():
        page = OnePage(one.name, one.corpus, one.gold, one.parts)
        named = entities(page.corpus)
        said = quotes(page.corpus, named)
        scores = {
            "people": entity_eval.people(page, named, part, errors=errors),
            "mentions": entity_eval.mentions(page, named, part, "persons.tsv", errors=errors),
        }
        for kind in quote_eval.LEAST:
            whole, spans = quote_eval.score(page, said, part, kind, errors=errors)
            scores |= {kind: whole, f"{kind} spans": spans}
        for name, score in scores.items():
            totals[name].add(score)
    return totals


def main() -> None:
    """Print the scores, part by part."""
    if not Path(SENTENCES).exists():
        print("wire: the sentences are not on this machine")
        return
    for part in [word for word in sys.argv[1:] if not word.startswith("--")] or ["tune", "held"]:
        for name, score in measure(part, errors="--errors" in sys.argv).items():
            print(f"wire {part:<5} {name:<15} {score}")


if __name__ == "__main__":
    main()
