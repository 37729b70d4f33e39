"""The parts of the instructor's page that stand in the gold: ``python -m tests.teaching``.

Between two comments of ``docs/teaching/instructor.md`` goes what is made from files, so that it is never older than
they are: the traps (``gold/traps.tsv``, with what each kind teaches from ``docs/teaching/traps.toml``), and the
answers of the hand-out (``gold/quotes.tsv``). A test compares.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.eval.gold import NEWSROOM_GOLD, read

TEACHING = Path(__file__).parents[1] / "docs" / "teaching"
PAGE = TEACHING / "instructor.md"
KINDS = TEACHING / "traps.toml"
SHEETS = {"en": "36_tamarisk-post-finding", "ar": "23_naqus-almarsa"}
"""The page of which the hand-out of each language has a passage."""
Row = dict[str, str]


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of Markdown."""
    titles = list(head)
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def kinds() -> dict[str, dict[str, object]]:
    """What each kind of trap is called and teaches, and in which notebooks it is met."""
    return tomllib.loads(KINDS.read_text(encoding="utf-8"))


def number(page: str) -> str:
    """The number of a page."""
    return page.split("_", maxsplit=1)[0]


def traps() -> str:
    """A table of the kinds, then one of the places of each kind."""
    by_kind: dict[str, list[Row]] = {kind: [] for kind in kinds()}
    for row in read(NEWSROOM_GOLD / "traps.tsv"):
        by_kind[row["trap"]].append(row)
    told = [
        (str(said["name"]), str(said["teaches"]), ", ".join(said["notebooks"]), pages_of(by_kind[kind]))
        for kind, said in kinds().items()
    ]
    parts = [table(("trap", "what it teaches", "notebook", "pages"), told)]
    parts += [places(str(kinds()[kind]["name"]), rows) for kind, rows in by_kind.items()]
    return "\n\n".join(parts)


def pages_of(rows: Iterable[Row]) -> str:
    """The numbers of the pages on which traps stand, each once."""
    return ", ".join(dict.fromkeys(number(row["page"]) for row in rows))


def places(name: str, rows: Iterable[Row]) -> str:
    """The places of one kind of trap, folded away."""
    cells = [
        (number(row["page"]), row["text"] or "(the page)", number(row["other"]) if row["other"] else "", row["note"])
        for row in rows
    ]
    inner = table(("page", "where", "compare", "what to notice"), cells)
    return f"<details><summary>{name} ({len(cells)})</summary>\n\n{inner}\n\n</details>"


def passage(language: str) -> str:
    """The passage that the hand-out of a language has, without its mark-up."""
    source = (TEACHING / "handout" / f"{language}.html").read_text(encoding="utf-8")
    found = re.search(r'<div class="passage"[^>]*>(.*?)</div>', source, flags=re.DOTALL)
    if found is None:
        raise ValueError(f"the hand-out {language} has no passage")
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split())


def answers() -> str:
    """The quotations of the hand-out's passages, as the gold has them."""
    parts = []
    for language, page in SHEETS.items():
        words = passage(language)
        rows = [row for row in read(NEWSROOM_GOLD / "quotes.tsv") if row["page"] == page and row["text"] in words]
        rows.sort(key=lambda row: words.index(row["text"]))
        cells = list(answered(rows))
        head = ("", "quotation", "kind", "speaker", "named as", "cue", "stance")
        parts += [f"Hand-out `{language}`, page {number(page)}:", table(head, cells)]
    return "\n\n".join(parts)


def answered(rows: Iterable[Row]) -> Iterator[tuple[str, ...]]:
    """The cells of one quotation each."""
    for place, row in enumerate(rows, start=1):
        told = (row["kind"], row["speaker"] or "nobody named", row["speaker_text"] or "(the verb)", row["cue"])
        yield (str(place), row["text"], *told, row["stance"])


def filled(text: str) -> str:
    """The page with its made parts made anew."""
    for name, made in (("traps", traps()), ("answers", answers())):
        between = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", flags=re.DOTALL)
        text, count = between.subn(lambda found, made=made: f"{found[1]}\n{made}\n\n{found[2]}", text)
        if count != 1:
            raise ValueError(f"{PAGE.name} has {count} places for {name}, not one")
    return text


def main() -> None:
    """Write them into the page."""
    before = PAGE.read_text(encoding="utf-8")
    after = filled(before)
    PAGE.write_text(after, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{PAGE}: {'written' if after != before else 'up to date'}\n")


if __name__ == "__main__":
    main()
