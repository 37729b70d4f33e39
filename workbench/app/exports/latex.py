r"""Tables and figures for LaTeX: a fragment each, and a paper that holds them all and compiles with XeLaTeX.

The fragments use booktabs and array. Words of the other direction stand in ``\fromright`` or ``\fromleft``, which the
paper defines: polyglossia's own commands lose the language within captions and narrow columns. The Arabic font comes
along, so that the paper compiles where no Arabic font is installed.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.app.exports.references import escaped
from workbench.app.exports.results import Results
from workbench.app.exports.tables import heading
from workbench.figures.fonts import FOLDER as FONTS
from workbench.figures.labels import clean
from workbench.languages import LanguagePack

if TYPE_CHECKING:
    import pandas as pd

    from workbench.extractors.entities.result import Entities
    from workbench.extractors.overlap.result import Overlap
    from workbench.extractors.quotes.result import Quotes
    from workbench.figures import Figure

__all__ = ["write_latex"]

ROWS = 25
"""Of a long table, the rows that a page holds; the tables beside this one hold them all."""
FAMILY = "NotoNaskhArabic"
ARABIC = re.compile(
    r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff«»]+(?:[ .:!\d]+[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff«»]+)*"
)
"""A stretch of Arabic with what may stand between its words and is in the font too."""


class Table(NamedTuple):
    """What is printed: heads, rows, and the width of each column as a share of the line."""

    name: str
    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[object]]
    widths: Sequence[float]


def write_latex(folder: Path, results: Results, figures: Iterable[tuple[str, Figure]], language: LanguagePack) -> None:
    """Write ``paper.tex`` with its tables and its font; the figures stand in ``../figures`` as PDF."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "fonts").mkdir(exist_ok=True)
    for weight in ("Regular", "Bold"):
        shutil.copyfile(FONTS / f"{FAMILY}-{weight}.ttf", folder / "fonts" / f"{FAMILY}-{weight}.ttf")
    shutil.copyfile(FONTS / "OFL.txt", folder / "fonts" / "OFL.txt")
    drawn = [(table.name, _fragment(table, language)) for table in _tables(results, language) if table.rows]
    for name, text in drawn:
        (folder / f"{name}.tex").write_text(text, encoding="utf-8")
    pictures = [_picture(name, figure, language) for name, figure in figures]
    body = [*(f"\\input{{{name}}}" for name, _ in drawn), *pictures]
    paper = "\n".join([*_preamble(language), r"\begin{document}", *body, r"\end{document}", ""])
    (folder / "paper.tex").write_text(paper, encoding="utf-8")


def _tables(results: Results, language: LanguagePack) -> Iterator[Table]:
    yield _articles(results, language)
    if results.entities is not None:
        yield _entities(results.entities, language)
    if results.quotes is not None:
        yield _statements(results.quotes, language)
    if results.overlap is not None:
        yield _pairs(results.overlap, language)


def _heads(language: LanguagePack, *columns: str) -> list[str]:
    return [heading(column, language) for column in columns]


def _articles(results: Results, language: LanguagePack) -> Table:
    rows = [
        (one.source, one.title, "" if one.published is None else one.published.isoformat()[:10], one.words)
        for one in results.corpus
    ]
    heads = _heads(language, "source", "title", "published", "words")
    return Table("articles", language.label("exports", "articles"), heads, rows[:ROWS], (0.22, 0.42, 0.14, 0.1))


def _entities(entities: Entities, language: LanguagePack) -> Table:
    columns = ("name", "type", "mentions", "articles")
    frame = entities.table[list(columns)].head(ROWS)
    rows = [(name, language.label("types", kind), *counts) for name, kind, *counts in _rows(frame)]
    title = language.label("report", "who_is_named")
    return Table("entities", title, _heads(language, *columns), rows, (0.4, 0.16, 0.14, 0.14))


def _statements(quotes: Quotes, language: LanguagePack) -> Table:
    columns = ("speaker", "wording", "sources")
    names = dict(zip(quotes.entities.table["entity"], quotes.entities.table["name"], strict=True))
    between = "، " if language.direction == "rtl" else ", "
    frame = quotes.lineages[list(columns)].head(ROWS)
    rows = [(names.get(speaker, ""), wording, between.join(sources)) for speaker, wording, sources in _rows(frame)]
    title = language.label("report", "who_said_what")
    return Table("statements", title, _heads(language, *columns), rows, (0.2, 0.42, 0.26))


def _pairs(overlap: Overlap, language: LanguagePack) -> Table:
    columns = ("a", "b", "words", "a_in_b", "b_in_a", "first")
    frame = overlap.pairs[list(columns)].head(ROWS)
    rows = [(a, b, words, f"{there:.0%}", f"{back:.0%}", first) for a, b, words, there, back, first in _rows(frame)]
    title = language.label("report", "who_copied_whom")
    return Table("overlap", title, _heads(language, *columns), rows, (0.2, 0.2, 0.1, 0.12, 0.12, 0.14))


def _rows(frame: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    return frame.itertuples(index=False, name=None)


def _fragment(table: Table, language: LanguagePack) -> str:
    columns = "".join(f">{{\\raggedright\\arraybackslash}}p{{{width:g}\\linewidth}}" for width in table.widths)
    lines = [
        r"\begin{table}[htbp]",
        r"\centering\small",
        f"\\caption{{{_text(table.title, language)}}}",
        f"\\label{{tab:{table.name}}}",
        f"\\begin{{tabular}}{{{columns}}}",
        r"\toprule",
        _row(table.heads, language),
        r"\midrule",
        *(_row(row, language) for row in table.rows),
        r"\bottomrule",
        r"\end{tabular}",
        r"\end{table}",
    ]
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[object], language: LanguagePack) -> str:
    return " & ".join(_text(cell, language) for cell in cells) + r" \\"


def _text(value: object, language: LanguagePack) -> str:
    """Words for LaTeX, each stretch in a font that has its letters."""
    plain = clean(value, otherwise="")
    rtl = language.direction == "rtl"
    parts = []
    for from_right, stretch in _stretches(plain):
        words = escaped(stretch)
        lead, trail = " " * stretch.startswith(" "), " " * stretch.endswith(" ")
        if from_right != rtl and words:
            words = f"{lead}\\from{'right' if from_right else 'left'}{{{words}}}{trail}"
        else:
            words = f"{lead}{words}{trail}"
        parts.append(words)
    return "".join(parts)


def _stretches(text: str) -> Iterator[tuple[bool, str]]:
    """The text cut where its script changes; whether a stretch is written from the right, and the stretch.

    Spaces and marks between two Arabic words are Arabic; all else that the Arabic font may lack is not.
    """
    position = 0
    for found in ARABIC.finditer(text):
        if found.start() > position:
            yield False, text[position : found.start()]
        yield True, found.group()
        position = found.end()
    if position < len(text):
        yield False, text[position:]


def _picture(name: str, figure: Figure, language: LanguagePack) -> str:
    return "\n".join(
        [
            r"\begin{figure}[htbp]",
            r"\centering",
            f"\\includegraphics[width=\\linewidth]{{../figures/{name}.pdf}}",
            f"\\caption{{{_text(figure.caption, language)}}}",
            f"\\label{{fig:{name}}}",
            r"\end{figure}",
        ]
    )


def _preamble(language: LanguagePack) -> list[str]:
    rtl = language.direction == "rtl"
    main, other = ("arabic", "english") if rtl else ("english", "arabic")
    numerals = "[numerals=maghrib]"
    font = "Path=fonts/,Extension=.ttf,UprightFont=*-Regular,BoldFont=*-Bold,Script=Arabic"
    return [
        "% Compile in this folder: xelatex paper.tex",
        r"\documentclass[a4paper,11pt]{article}",
        r"\usepackage[margin=25mm]{geometry}",
        r"\usepackage{array,booktabs,graphicx}",
        r"\usepackage{fontspec}",
        r"\usepackage{polyglossia}",
        f"\\setmainlanguage{numerals if rtl else ''}{{{main}}}",
        f"\\setotherlanguage{'' if rtl else numerals}{{{other}}}",
        f"\\newfontfamily\\arabicfont[{font}]{{{FAMILY}}}",
        f"\\newfontfamily\\arabicfontsf[{font}]{{{FAMILY}}}",
        r"\newfontfamily\latinfont{Latin Modern Roman}",
        r"\DeclareRobustCommand\fromright[1]{\RL{\arabicfont #1}}",
        r"\makeatletter % else bidi turns the parts of a date round",
        r"\DeclareRobustCommand\fromleft[1]{\LR{\@nonlatinfalse\latinfont #1}}",
        r"\makeatother",
    ]
