"""Trays that Python and the browser must put together in the same way: written once, tested on both sides.

Run ``python -m tests.unit.traycases`` after a change of the rule; ``tests/unit/test_tray.py`` and
``widgets/core/findings.test.ts`` both read the file.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from workbench.widgets.exports.markdown import markdown
from workbench.widgets.language import labels
from workbench.widgets.tray import dumped, kept, merged

FILE = Path(__file__).parents[1] / "data" / "tray" / "cases.json"
CASES = 24
WORDS = [
    "",
    "نعم",
    "أ",
    "ا",
    "1. *لا* <b>",
    "- a|b\n2) c\r\n# d",
    "\ue000",
    "\U0001f4f0",
    "\ud800",
    "Z",
    "z",
    "\u2028",
    "`x`",
]
TIMES = ["2026-01-02T03:04:05.006Z", "2026-01-02T03:04:05.006Z+", "2026-01-02T03:04:05.007Z"]
RANKS = [1, 2, 1.5, 0.1 + 0.2, -3, 1e-7]
KINDS = ["entity", "quote", "passage", "article", "newer"]


def finding(by: random.Random) -> dict[str, Any]:
    """A record with one of few ids, times and ranks, so that many of them meet."""
    words = lambda: by.choice(WORDS)  # noqa: E731 - said once, used in each field
    return {
        "id": by.choice(["a", "b", "\ue000", "\U0001f4f0"]),
        "corpus": by.choice(["digest", "another digest", "\U0001f4f0 digest"]),
        **({"corpus_name": by.choice(["", "pages", "صفحات"])} if by.random() < 0.6 else {}),
        "kind": by.choice(KINDS),
        "name": words(),
        "facts": words(),
        "spans": [span(by) for _ in range(by.randrange(3))],
        "selection": {"article": None, "pair": ["p1", words()], "origin": None},
        "note": words(),
        "rank": by.choice(RANKS),
        "changed": by.choice(TIMES),
        "gone": by.random() < 0.2,
    }


def span(by: random.Random) -> dict[str, Any]:
    start = by.randrange(3)
    return {
        "article": "p1",
        "source": "الضفة",
        "title": by.choice(WORDS),
        "published": by.choice(["", "2025-02-12", "2025-02-12T09:10:00", "2025-02-12T00:00:00"]),
        "url": by.choice(["", "https://example.org/a?b=1&c", "javascript:alert(1)", "https://example.org/a b"]),
        "language": "ar",
        "direction": "rtl",
        "start": start,
        "end": start + by.randrange(3),
        "text": by.choice(WORDS),
    }


def cases() -> list[dict[str, Any]]:
    by = random.Random(7)
    made = []
    for number in range(CASES):
        one, other = ([finding(by) for _ in range(by.randrange(4))] for _ in range(2))
        together = merged(one, other)
        language = "ar" if number % 2 else "en"
        written = markdown(kept(together), language)
        made.append({"one": one, "other": other, "file": dumped(together), "language": language, "markdown": written})
    return made


def main() -> None:
    words = {language: labels(language)["sections"]["tray"] for language in ("en", "ar")}
    FILE.write_text(json.dumps({"labels": words, "cases": cases()}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
