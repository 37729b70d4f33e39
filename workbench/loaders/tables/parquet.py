"""Parquet: read in batches of rows, so that a large file is never in memory; lists of numbers are left out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from workbench.loaders.files import File, size_of
from workbench.loaders.records import Refusal, Unreadable
from workbench.loaders.tables.reading import Record, Table, named, reader

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

__all__ = ["SIGNATURE", "read", "tables"]

SIGNATURE = re.compile(rb"PAR1\x15")
BATCH = 256
ROWS = 2**26
"""The most rows of a table: run-length encoding says a billion of them in a few bytes."""
COLUMN = 2**31
"""The most bytes of one column in one group of rows, unpacked."""
RATIO = 1_000
"""How many times its packed size a large column may have: more is a bomb."""
LARGE = 2**26


def tables(file: File) -> Iterator[Table | Refusal]:
    """The table that a Parquet file is."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

    stream = _stream(file)
    try:
        try:
            opened = ParquetFile(stream)
            _check(opened)
            schema = opened.schema_arrow
        except (pa.ArrowException, OSError, ValueError, KeyError) as error:
            raise Unreadable(f"it is no whole Parquet file: {_first_line(error)}") from error
        wanted = [place for place, field in enumerate(schema) if _says_something(field.type)]
        columns = named(schema.names[place] for place in wanted)
        yield Table(file.origin, columns, _records(file, opened, columns, wanted), file)
    finally:
        stream.close()


read = reader(tables)


def _stream(file: File) -> BinaryIO:
    return file.open() if file.path is not None else io.BytesIO(file.data())


def _check(opened: ParquetFile) -> None:
    """Raises Unreadable where the file says that it unpacks to more than any table has."""
    said = opened.metadata
    if said.num_rows > ROWS:
        raise Unreadable(f"it says that it has {said.num_rows} rows, and no table has")
    for group in range(said.num_row_groups):
        for column in range(said.num_columns):
            chunk = said.row_group(group).column(column)
            size, packed = chunk.total_uncompressed_size, max(chunk.total_compressed_size, 1)
            if size > COLUMN or (size > LARGE and size > RATIO * packed):
                raise Unreadable(f"a column of it unpacks from {size_of(packed)} to {size_of(size)}, and none does")


def _says_something(kind: pa.DataType) -> bool:
    """Whether a column may be a field of an article: no lists of numbers, such as embeddings."""
    from pyarrow import types

    if types.is_list(kind) or types.is_large_list(kind):
        return _says_something(kind.value_type) and not types.is_primitive(kind.value_type)
    return not (types.is_fixed_size_list(kind) or types.is_map(kind) or types.is_union(kind))


def _records(file: File, opened: Any, columns: tuple[str, ...], wanted: list[int]) -> Iterator[Record]:
    import pyarrow as pa

    number = 0
    try:
        for batch in _batches(opened, wanted):
            cells = [column.to_pylist() for column in batch]
            for row in zip(*cells, strict=True):
                number += 1
                name, origin = f"{file.stem}-{number}", f"{file.origin} row {number}"
                yield Record(name, origin, dict(zip(columns, row, strict=True)))
    except (pa.ArrowException, OSError, ValueError) as error:
        raise Unreadable(f"it is broken below row {number}: {_first_line(error)}") from error
    if number != opened.metadata.num_rows:
        raise Unreadable(f"it says that it has {opened.metadata.num_rows} rows, and {number} are there")


def _batches(opened: Any, wanted: list[int]) -> Iterator[list[Any]]:
    """The columns that are wanted, a few rows at a time."""
    names = [opened.schema_arrow.names[place] for place in wanted]
    for batch in opened.iter_batches(batch_size=BATCH, columns=sorted(set(names)), use_threads=False):
        places: dict[str, list[int]] = {}
        for place, name in enumerate(batch.schema.names):
            places.setdefault(name, []).append(place)
        yield [batch.column(places[name].pop(0)) for name in names]


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:120]
