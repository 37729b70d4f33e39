"""``outlets.csv``: what a folder says about its pages, as one small table beside them.

Its columns are ``file`` and any of source, title, published, author, url, language, id, under the same names
in Arabic or English as the columns of any table. It describes; it is not loaded as articles.
"""

from __future__ import annotations

from pathlib import Path

from workbench.loaders.encoding import decode
from workbench.loaders.files import File
from workbench.loaders.naming import OUTLETS
from workbench.loaders.records import FIELDS, Meta, Unreadable
from workbench.loaders.tables.columns import guess
from workbench.loaders.tables.separated import Row, rows

__all__ = ["OUTLETS", "described", "read"]

FILE_COLUMNS = ("file", "filename", "file name", "path", "الملف", "ملف", "اسم الملف")


def read(folder: Path) -> dict[Path, Meta]:
    """File to what the folder's ``outlets.csv`` says about it; nothing where there is no such table.

    Raises
    ------
    Unreadable: the table is broken or has no ``file`` column.
    """
    path = folder / OUTLETS
    if not path.is_file():
        return {}
    return {folder / name: said for name, said in described(File(OUTLETS, path)).items()}


def described(file: File) -> dict[str, Meta]:
    """File name, as it is written there, to what the table says about it.

    Raises
    ------
    Unreadable: the table is broken or has no ``file`` column.
    """
    decoded = decode(file.data())
    if decoded.text is None:
        raise Unreadable(decoded.problem)
    table = rows(decoded.text)
    head = next(table, Row(1, ()))
    if head.problem:
        raise Unreadable(head.problem)
    header = head.cells
    place = next((i for i, name in enumerate(header) if name.strip().casefold() in FILE_COLUMNS), None)
    if place is None:
        raise Unreadable("it has no column 'file', so it describes nothing")
    fields = guess(header, {}, content=False)
    found: dict[str, Meta] = {}
    for row in table:
        problem = row.problem or row.too_many(len(header))
        if problem:
            raise Unreadable(f"line {row.line}: {problem}")
        cells = row.filled(len(header))
        if cells[place].strip():
            said: Meta = {
                field: value
                for field in FIELDS
                if field in fields and (value := cells[header.index(fields[field])].strip())
            }
            found[cells[place].strip()] = said
    return found
