"""Tables in the forms that people go on with: CSV, Excel, Markdown, and LaTeX for print.

No cell runs as a formula anywhere: what begins with = + - @ is defused, as OWASP's page on CSV injection advises.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.corpus.cells import defused, xml_text
from workbench.languages import LanguagePack

if TYPE_CHECKING:
    import pandas as pd
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["heading", "pipe_table", "write_csv", "write_markdown", "write_xlsx"]

Named = Iterable[tuple[str, "pd.DataFrame"]]

LONGEST = 32_767
"""Characters that a cell of Excel holds."""
MOST = 1_048_575
"""Rows that a sheet of Excel holds beside its head."""
WIDTHS = (8, 60)
"""The narrowest and the widest column, in characters."""


def write_csv(folder: Path, frames: Named) -> None:
    """One file a frame: UTF-8 with a byte order mark, by which Excel reads Arabic; columns by their names in code."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, frame in frames:
        defused(frame).to_csv(folder / f"{name}.csv", index=False, encoding="utf-8-sig")


def write_xlsx(path: Path, frames: Named, language: LanguagePack) -> None:
    """One sheet a frame, in the labels' language and direction; what a cell or a sheet cannot hold is cut, with a word.

    Parameters
    ----------
    path: the file.
    frames: with the names of their sheets.
    language: of the heads; a right-to-left one turns the sheets.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, frame in frames:
        sheet = book.create_sheet(name)
        sheet.sheet_view.rightToLeft = language.direction == "rtl"
        _fill(sheet, frame, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


def _fill(sheet: Worksheet, frame: pd.DataFrame, language: LanguagePack) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    side = "right" if language.direction == "rtl" else "left"
    sheet.append([heading(column, language) for column in frame.columns])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(horizontal=side, wrap_text=True, vertical="top")
    rows = defused(frame).itertuples(index=False, name=None)
    for number, row in enumerate(rows):
        if number >= MOST:
            sheet.append([language.label("exports", "rows_cut", shown=MOST, total=len(frame))])
            break
        sheet.append([_cell(value, language) for value in row])
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for number, column in enumerate(frame.columns, start=1):
        longest = max([len(str(column)), *(len(str(value)) for value in frame[column].head(200))])
        sheet.column_dimensions[get_column_letter(number)].width = min(max(longest + 2, WIDTHS[0]), WIDTHS[1])


def _cell(value: Any, language: LanguagePack) -> Any:
    """A value as a cell can hold it."""
    if value is None or value != value:  # noqa: PLR0124 - NaN is not itself
        return None
    if hasattr(value, "item"):
        return value.item()
    if getattr(value, "tzinfo", None) is not None:
        return str(value.isoformat())  # Excel's times know no zone
    if not isinstance(value, str):
        return value
    text = xml_text(value)
    if len(text) <= LONGEST:
        return text
    cut = f" {language.label('exports', 'cell_cut', total=len(text))}"
    return text[: LONGEST - len(cut)] + cut


def heading(column: object, language: LanguagePack) -> str:
    """A column's name in the labels' language; its name in code where the language has none."""
    return language.ui.get("columns", {}).get(str(column), str(column))


def write_markdown(path: Path, frame: pd.DataFrame, language: LanguagePack, *, title: str) -> None:
    """One frame as a pipe table under its title; bars and line breaks in cells are escaped."""
    heads = [heading(column, language) for column in frame.columns]
    table = pipe_table(heads, defused(frame).itertuples(index=False, name=None))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"# {_plain(title)}\n\n{table}\n", encoding="utf-8")


def pipe_table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table of Markdown, each cell on one line and shown as it stands."""
    lines = [_row([_plain(head) for head in heads]), _row(["---"] * len(heads))]
    return "\n".join([*lines, *(_row([_plain(value) for value in row]) for row in rows)])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(value: object) -> str:
    text = "" if value is None or value != value else " ".join(str(value).split())  # noqa: PLR0124 - NaN
    for sign in "\\`*_[]<>|#":
        text = text.replace(sign, f"\\{sign}")
    return text
