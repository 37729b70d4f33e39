"""How well pages are marked, beside other programs: ``python -m tests.eval.pages [tune|held] [--errors]``.

The gold content of a page is its lines of subtitle and body; the title is judged apart, because not every program
gives it with the text. A gold line is found when its wording, white space collapsed, stands in the program's text; a
line of the program is right when its wording stands in the gold content. A line of up to three words must be a line
of the other side, or stand in one with the gold's line above it. The dateline that opens a paragraph, and the title,
count for and against nobody. P, R and F1 are over all lines of a part; titles, dates and names are shares of pages
that have the gold's exactly, nothing included; an agency's own pages are not asked whose agency they credit.

Riwaya loads each outlet's folder as a researcher would. The others get the HTML pages only; they are installed by
``pip install 'riwaya[compare]'``.
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.eval.blocks import rows
from tests.eval.page_tools import TOOLS, Reading, missing, read_with
from workbench.corpus import Article
from workbench.loaders import load
from workbench.loaders.encoding import decode

GOLD = Path(__file__).parents[1] / "data" / "gold" / "pages"
SHORT = 3
"""Words up to which a line has to be a whole line of the other side."""
OURS = "riwaya"


@dataclass(frozen=True)
class Gold:
    """A page of the gold: what is said about it, and its lines by kind."""

    page: str
    fields: dict[str, str]
    lines: tuple[tuple[str, str], ...]

    @property
    def path(self) -> Path:
        """Its file."""
        return GOLD / self.page

    def of(self, *kinds: str) -> list[str]:
        """The wording of its lines of some kinds, collapsed."""
        return [collapsed(text) for kind, text in self.lines if kind in kinds]


@dataclass
class Score:
    """Counts over pages."""

    pages: int = 0
    right: int = 0
    given: int = 0
    found: int = 0
    gold: int = 0
    exact: dict[str, int] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)

    @property
    def measures(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of lines."""
        precision = self.right / self.given if self.given else 1.0
        recall = self.found / self.gold if self.gold else 1.0
        return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def add(self, other: Score) -> None:
        """Count another score's pages too."""
        for name in ("pages", "right", "given", "found", "gold"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for mine, others in ((self.exact, other.exact), (self.asked, other.asked)):
            for name, count in others.items():
                mine[name] = mine.get(name, 0) + count

    def share(self, name: str) -> float | None:
        """The share of pages on which a field is the gold's; None where the program doesn't give it."""
        return self.exact.get(name, 0) / self.asked[name] if self.asked.get(name) else None


def collapsed(text: str) -> str:
    """The text with its white space made single spaces."""
    return " ".join(text.split())


def gold() -> list[Gold]:
    """The pages of the gold, in order."""
    lines: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(GOLD.glob("lines-*.tsv")):
        for row in rows(path):
            lines.setdefault(row["page"], []).append((row["kind"], row["text"]))
    pages = [row for path in sorted(GOLD.glob("pages-*.tsv")) for row in rows(path)]
    return [Gold(row["page"], row, tuple(lines.get(row["page"], ()))) for row in pages]


def ours(pages: Sequence[Gold]) -> dict[str, Reading]:
    """What Riwaya makes of every page, each outlet's folder loaded at once."""
    outlets = {page.path.parent: page.fields["outlet"] for page in pages}
    found: dict[Path, Article] = {}
    for folder in sorted(outlets):
        corpus = load(str(folder), progress=False)
        by_id = {article.id: article for article in corpus}
        found.update((folder / Path(row.file).name, by_id[row.article]) for row in corpus.report.rows if row.article)
    return {page.page: reading(found[page.path]) for page in pages if page.path in found}


def reading(article: Article) -> Reading:
    """An article as a reading: its subtitle and body, and what its fields say."""
    lines = tuple(article.slice(block) for block in article.blocks if block.kind in ("subtitle", "body"))
    published = article.published.date() if isinstance(article.published, dt.datetime) else article.published
    agency = getattr(article, "agency", "")
    return Reading(lines, article.title, published, article.author, agency, article.source)


def errors_of(page: Gold, said: Reading) -> tuple[list[str], list[str], int]:
    """The gold lines that a reading misses, its lines that are wrong, and how many it gave."""
    content, titles = page.of("subtitle", "body"), {*page.of("title"), collapsed(page.fields["title"])}
    heads = sorted(page.of("dateline"), key=len, reverse=True)
    given = []
    for line in map(collapsed, said.lines):
        head = next((head for head in heads if line.startswith(head)), "")
        rest = line[len(head) :].strip() if not head else line[len(head) :].lstrip(" -–—:").strip()
        if rest and line not in titles:
            given.append(rest)
    missed = [
        line for place, line in enumerate(content) if not stands(line, given) and not beside(place, content, given)
    ]
    wrong = [line for line in given if not stands(line, content)]
    return missed, wrong, len(given)


def stands(line: str, others: Sequence[str]) -> bool:
    """Whether a line stands among others: within their text, or when it is short as one of them."""
    return line in others if len(line.split()) <= SHORT else line in " ".join(others)


def beside(place: int, content: Sequence[str], given: Sequence[str]) -> bool:
    """Whether a short gold line, as the end of a broken paragraph is, stands in one line with the one above it."""
    return place > 0 and any(f"{content[place - 1]} {content[place]}" in line for line in given)


def same(page: Gold, said: Reading) -> dict[str, bool]:
    """By field that a program gives, whether it is the gold's."""
    fields = page.fields
    stated = fields["published"].strip()
    exact = {"title": said.title is not None and collapsed(said.title) == collapsed(fields["title"])}
    if said.dated:
        exact["date"] = said.published == (dt.date.fromisoformat(stated[:10]) if stated else None)
    for name in ("author", "agency", "outlet"):
        value = getattr(said, name)
        own = name == "agency" and fields[name].casefold() in fields["outlet"].casefold() and fields[name]
        if value is not None and not own and (name != "outlet" or fields[name]):
            exact[name] = collapsed(value) == collapsed(fields[name])
    return exact


def measure(pages: Iterable[Gold], read: Callable[[Gold], Reading], *, errors: bool = False) -> Score:
    """The agreement of one program with the gold."""
    score = Score()
    for page in pages:
        said = read(page)
        missed, wrong, given = errors_of(page, said)
        exact = same(page, said)
        score.pages += 1
        score.given, score.right = score.given + given, score.right + given - len(wrong)
        total = len(page.of("subtitle", "body"))
        score.gold, score.found = score.gold + total, score.found + total - len(missed)
        for name, right in exact.items():
            score.asked[name] = score.asked.get(name, 0) + 1
            score.exact[name] = score.exact.get(name, 0) + right
        if errors:
            show_errors(page, said, missed, wrong, [name for name, right in exact.items() if not right])
    return score


def show_errors(page: Gold, said: Reading, missed: Sequence[str], wrong: Sequence[str], fields: Sequence[str]) -> None:
    """Print what is wrong on a page."""
    if missed or wrong or fields:
        print(f"  {page.page} ({page.fields.get('traps', '')})")
    for name in fields:
        stated = page.fields["published" if name == "date" else name]
        given = said.published if name == "date" else getattr(said, name)
        print(f"    {name}: {given!r}, gold {stated!r}")
    for label, lines in (("missed", missed), ("wrong", wrong)):
        for line in lines:
            print(f"    {label}: {line[:150]}")


def row(name: str, score: Score) -> str:
    """A line of the table."""
    precision, recall, f1 = score.measures
    shares = (score.share(field) for field in ("title", "date", "author", "agency", "outlet"))
    cells = "".join(f"{'-' if share is None else f'{share:.3f}':>8}" for share in shares)
    return f"  {name:<18} {score.pages:>5} {score.gold:>6} {precision:>7.3f} {recall:>7.3f} {f1:>7.3f}{cells}"


def table(part: str, pages: Sequence[Gold], readings: dict[str, Reading], *, errors: bool = False) -> None:
    """Print one part: Riwaya by format, then all programs on the HTML half."""

    def mine(page: Gold) -> Reading:
        return readings.get(page.page, Reading())

    chosen = [page for page in pages if page.fields["part"] == part]
    html = [page for page in chosen if page.fields["format"] == "html"]
    total = measure(chosen, mine, errors=errors)
    print(f"{part}: {len(chosen)} pages, {len({page.fields['outlet'] for page in chosen})} outlets")
    heads = "".join(f"{name:>8}" for name in ("title", "date", "author", "agency", "outlet"))
    print(f"  {'':<18} {'pages':>5} {'lines':>6} {'P':>7} {'R':>7} {'F1':>7}{heads}")
    print(row(f"{OURS}, all", total))
    for name in sorted({page.fields["format"] for page in chosen}):
        print(row(f"{OURS}, {name}", measure([page for page in chosen if page.fields["format"] == name], mine)))
    for name in TOOLS:
        if name not in missing():
            print(row(name, measure(html, lambda page, name=name: read_with(name, markup(page)))))  # type: ignore[misc]


def markup(page: Gold) -> str:
    """The decoded markup of a page."""
    data = page.path.read_bytes()
    return decode(data).text or data.decode("utf-8", "replace")


def main() -> None:
    """Print tune and held, or the part that is asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("part", nargs="?", choices=["tune", "held"], help="one part only")
    options.add_argument("--errors", action="store_true", help="list what Riwaya does wrong, page by page")
    given = options.parse_args()
    pages = gold()
    if missing():
        print(f"not installed: {', '.join(missing())} (pip install 'riwaya[compare]')")
    parts = (given.part,) if given.part else ("tune", "held")
    readings = ours([page for page in pages if page.fields["part"] in parts])
    for part in parts:
        table(part, pages, readings, errors=given.errors)


if __name__ == "__main__":
    main()
