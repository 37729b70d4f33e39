"""How the marking of pages holds where phrases are unknown: ``python -m tests.eval.dropped_cues [share ...]``.

The phrases of the language packs were collected on pages like those of the gold, so the gold cannot say how well a
page is marked whose site words its furniture otherwise. Here a share of all phrases is forgotten, chosen by a digest
that is the same each time, in several drawings; what is still right is right by shape, place, markup and repetition.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from tests.eval import pages as page_eval
from tests.eval.page_tools import Reading
from workbench.languages.pack import LanguagePack
from workbench.loaders.marks import captions, cues, datelines, lines, marking, signed, writers

DRAWINGS = 3
MODULES = (captions, cues, datelines, lines, marking, signed, writers)
KEPT_BY_NAME = LanguagePack.rows


def forget() -> None:
    """Empty what the rules keep of phrases that they saw."""
    for module in MODULES:
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


def drawn(pattern: str, drawing: int) -> float:
    """A number from 0 to 1 for a phrase in one drawing."""
    return int.from_bytes(hashlib.sha256(f"{drawing} {pattern}".encode()).digest()[:4]) / 2**32


@contextmanager
def without(share: float, drawing: int) -> Iterator[None]:
    """The language packs without a share of their phrases of furniture."""

    def rows(pack: LanguagePack, file: str) -> tuple[dict[str, str], ...]:
        said = KEPT_BY_NAME(pack, file)
        if file != "furniture":
            return said
        return tuple(row for row in said if drawn(row["pattern"], drawing) >= share)

    forget()
    with patch.object(LanguagePack, "rows", rows):
        yield
    forget()


def measured(share: float, pages: list[page_eval.Gold]) -> page_eval.Score:
    """The score over all drawings of a share."""
    total = page_eval.Score()
    for drawing in range(DRAWINGS if share else 1):
        with without(share, drawing):
            readings = page_eval.ours(pages)
        one = page_eval.measure(pages, lambda page, said=readings: said.get(page.page, Reading()))  # type: ignore[misc]
        total.add(one)
    return total


def main() -> None:
    """Print the scores on the pages for tuning by share of forgotten phrases."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("share", nargs="*", type=float, default=[0.0, 0.3, 0.6, 0.9])
    given = options.parse_args()
    pages = [page for page in page_eval.gold() if page.fields["part"] == "tune"]
    for format_ in ("txt", "html"):
        for share in given.share:
            score = measured(share, [page for page in pages if page.fields["format"] == format_])
            print(page_eval.row(f"{format_}, {share:.0%} forgotten", score))


if __name__ == "__main__":
    main()
