"""The corpus on disk: Parquet and a small manifest, written in steps that leave it whole at any moment.

A saved corpus is a folder of its own::

    riwaya-corpus.json      the manifest: format, version, counts, options, the parts with their SHA-256
    articles-NNNNN.parquet  id, source, title, published (ISO 8601), author, url, language, text, origin, agency,
                            blocks (a list of start, end, kind, rule)
    report-NNNNN.parquet    file, status, reason, article, input (the file's name in the report)
    inputs-NNNNN.parquet    file, path (from the corpus's folder), bytes, modified (ns since 1970), sha256, loader, rows
    marks.csv               the marks made by hand
    entity-edits.csv        the corrections of entities made by hand
    quote-judgements.csv    the judgements of quotations made by hand

A part is three files of one number. What the manifest doesn't name is no part of the corpus; the manifest is written
last and put in place in one step, so that a stop at any moment leaves the corpus as it was before or as it is after.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from workbench.corpus.article import Article, Block
from workbench.corpus.collection import Corpus
from workbench.corpus.report import InputFile, LoadReport, ReportRow
from workbench.errors import LoadError, WorkbenchError

if TYPE_CHECKING:
    import pyarrow as pa

    from workbench.corpus.article import BlockKind

__all__ = ["MANIFEST", "PART", "Part", "Store", "is_saved", "open", "save"]

MANIFEST = "riwaya-corpus.json"
VERSION = 1
KINDS = ("articles", "report", "inputs")
PART = re.compile(r"(?:articles|report|inputs)-\d{5,}\.parquet")
LEFT = re.compile(rf"{PART.pattern}|\.(?:{PART.pattern}|{re.escape(MANIFEST)})\.part")
"""What a writing that was broken off leaves behind, before there is any manifest."""
ANEW = "load the files anew."
ROWS = 2_000
"""Rows of a row group."""


class Part(NamedTuple):
    """Some articles, their rows of the report and the files that they were read from."""

    articles: list[Article]
    rows: list[ReportRow]
    files: list[InputFile]


class Store:
    """The folder of a saved corpus, to read from and to write to.

    Raises
    ------
    WorkbenchError: the folder holds something else, or its manifest cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest = _manifest(folder)

    def made_with(self, options: Mapping[str, Any]) -> bool:
        """Whether what is there was made by this version with the same options."""
        said = self.manifest.get("written_by"), self.manifest["options"]
        return said == (f"riwaya {_own_version()}", dict(options))

    def forget(self) -> None:
        """Begin anew: what is there goes with the next writing, and not before."""
        self.manifest = {"parts": [], "options": {}, "complete": False}

    def append(self, part: Part, *, options: Mapping[str, Any]) -> None:
        """Add a part to a corpus that is not complete yet."""
        parts = [*self.manifest["parts"], self._write(part)]
        self._point_to(parts, complete=False, options=options, digest="")

    def replace(self, part: Part, *, options: Mapping[str, Any], digest: str) -> None:
        """Make a part the whole corpus, in place of what was there."""
        self._point_to([self._write(part)], complete=True, options=options, digest=digest)
        named = {one["file"] for files in self.manifest["parts"] for one in files.values()}
        for path in self.folder.iterdir():
            if PART.fullmatch(path.name.removeprefix(".").removesuffix(".part")) and path.name not in named:
                path.unlink()

    def parts(self) -> Iterable[Part]:
        """What is there, part by part.

        Raises
        ------
        LoadError: a file is missing, or is not the one that was written.
        """
        for files in self.manifest["parts"]:
            rows = {kind: self._rows(files[kind]) for kind in KINDS}
            try:
                part = Part(
                    [_article(row) for row in rows["articles"]],
                    [ReportRow(**row) for row in rows["report"]],
                    [self._input(row) for row in rows["inputs"]],
                )
            except (LookupError, TypeError, ValueError, ArithmeticError) as error:
                raise LoadError(f"{str(self.folder)!r} is no saved corpus: {error}.", hint=ANEW) from error
            yield part

    def _write(self, part: Part) -> dict[str, dict[str, Any]]:
        self.folder.mkdir(parents=True, exist_ok=True)
        taken = [int(path.stem.rsplit("-", 1)[1]) for path in self.folder.iterdir() if PART.fullmatch(path.name)]
        number = max(taken, default=0) + 1
        rows: dict[str, Iterable[dict[str, Any]]] = {
            "articles": map(_article_row, part.articles),
            "report": ({name: getattr(row, name) for name in ReportRow.__slots__} for row in part.rows),
            "inputs": map(self._input_row, part.files),
        }
        return {kind: self._write_table(f"{kind}-{number:05}.parquet", kind, rows[kind]) for kind in KINDS}

    def _write_table(self, name: str, kind: str, rows: Iterable[dict[str, Any]]) -> dict[str, Any]:
        import pyarrow as pa
        import pyarrow.parquet as pq

        schema = _schemas()[kind]
        part = self.folder / f".{name}.part"
        count = 0
        batch: list[dict[str, Any]] = []
        with pq.ParquetWriter(part, schema, compression="zstd") as writer:
            for row in rows:
                batch.append(row)
                if len(batch) == ROWS:
                    writer.write_table(pa.Table.from_pylist(batch, schema=schema))
                    count += len(batch)
                    batch = []
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))
        os.replace(part, self.folder / name)  # noqa: PTH105 - one step, over what is there
        return {"file": name, "rows": count + len(batch), "sha256": _digest(self.folder / name)}

    def _point_to(
        self, parts: list[dict[str, Any]], *, complete: bool, options: Mapping[str, Any], digest: str
    ) -> None:
        self.manifest = {
            "format": "riwaya corpus",
            "version": VERSION,
            "written_by": f"riwaya {_own_version()}",
            "complete": complete,
            "articles": sum(files["articles"]["rows"] for files in parts),
            "rows": sum(files["report"]["rows"] for files in parts),
            "digest": digest,
            "options": dict(options),
            "parts": parts,
        }
        new = self.folder / f".{MANIFEST}.part"
        new.write_text(json.dumps(self.manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        os.replace(new, self.folder / MANIFEST)  # noqa: PTH105

    def _rows(self, said: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """The rows of a file, few of them at a time in memory beside what is made of them."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        path = self.folder / said["file"]
        try:
            if _digest(path) != said["sha256"]:
                raise LoadError(f"{str(path)!r} is not as it was saved.", hint="load the files anew with wb.load.")
            with pq.ParquetFile(path) as file:
                for batch in file.iter_batches(batch_size=ROWS, use_threads=False):
                    yield from batch.to_pylist()
        except (OSError, pa.ArrowException) as error:
            raise LoadError(f"{str(path)!r} cannot be read: {error}.", hint=ANEW) from error

    def _input_row(self, file: InputFile) -> dict[str, Any]:
        row = {name: getattr(file, name) for name in InputFile.__slots__}
        if "://" in file.path:
            return row
        try:  # from the corpus's folder, so that both can be moved together and no home folder's name is kept
            row["path"] = Path(os.path.relpath(file.path, self.folder)).as_posix()
        except ValueError:  # another drive
            row["path"] = file.path
        return row

    def _input(self, row: dict[str, Any]) -> InputFile:
        if "://" not in row["path"]:
            row["path"] = Path(os.path.normpath(self.folder.absolute() / row["path"])).as_posix()
        return InputFile(**row)


def is_saved(what: object) -> bool:
    """Whether something is the path of a saved corpus."""
    if not isinstance(what, (str, os.PathLike)):
        return False
    try:
        return (Path(os.fspath(what)).expanduser() / MANIFEST).is_file()
    except (OSError, ValueError):
        return False


def save(folder: Path, articles: Sequence[Article], report: LoadReport, *, digest: str) -> None:
    """Write a corpus into a folder of its own, in place of the one that is there.

    Raises
    ------
    WorkbenchError: there is something else in the folder, or it cannot be written.
    """
    store = Store(folder)
    try:
        part = Part(list(articles), report.rows, report.files)
        store.replace(part, options=store.manifest["options"], digest=digest)
    except (OSError, ValueError) as error:
        raise unwritable(folder, error) from error


def open(folder: str | os.PathLike[str]) -> Corpus:  # noqa: A001 - its public name is wb.open
    """A corpus as ``corpus.save`` left it, with its report and the marks made by hand; no page is read again.

    Files that have changed since they were read are named in a warning, and in ``corpus.report.inputs`` with the
    state ``changed``; one that is not there any more is ``missing`` and no warning, so that a saved corpus can be
    given away without its pages.

    Raises
    ------
    LoadError: there is no saved corpus, or a file of it is missing or not as it was written.

    >>> import tempfile, workbench as wb
    >>> folder = tempfile.mkdtemp()
    >>> _ = wb.samples.phone_call().save(folder)
    >>> len(wb.open(folder))
    10
    """
    path = Path(folder).expanduser()
    if not is_saved(path):
        raise LoadError(
            f"there is no saved corpus in {os.fspath(folder)!r}.",
            hint="corpus.save(folder) makes one; wb.load(folder) reads pages.",
        )
    store = Store(path)
    corpus = _joined(store.parts())
    report = corpus.report
    corpus.live_in(path)
    if not store.manifest["complete"]:
        said = "loading was stopped before its end; the same wb.load(..., keep=...) goes on where it stopped"
        warnings.warn(f"{path.name}: {said}", stacklevel=2)
    changed = [file.file for file in report.files if file.state == "changed"]
    if changed:
        more = f" and {len(changed) - 3} more" if len(changed) > 3 else ""
        said = "changed since this corpus was made; see corpus.report.inputs; wb.load on the pages reads them anew"
        warnings.warn(f"{', '.join(changed[:3])}{more} {said}", stacklevel=2)
    return corpus


def _joined(parts: Iterable[Part]) -> Corpus:
    """The corpus of all parts; of a file that stands in several, as after a stop and a change, the last reading."""
    all_parts = list(parts)
    if len(all_parts) == 1:
        return Corpus(all_parts[0].articles, LoadReport(all_parts[0].rows, all_parts[0].files))
    last = {file.file: number for number, part in enumerate(all_parts) for file in part.files}
    articles: list[Article] = []
    report = LoadReport()
    taken: set[str] = set()
    for number, part in enumerate(all_parts):
        by_id = {article.id: article for article in part.articles}
        report.files.extend(file for file in part.files if last[file.file] == number)
        for row in part.rows:
            if last.get(row.input, number) != number:
                continue
            article = by_id.get(row.article)
            unique = row.article
            while article is not None and unique in taken:
                unique += "'"
            taken.add(unique)
            report.rows.append(row if unique == row.article else replace(row, article=unique))
            if article is not None:
                articles.append(article if unique == row.article else replace(article, id=unique))
    return Corpus(articles, report)


def unwritable(folder: Path, error: Exception) -> WorkbenchError:
    """What is said where a corpus cannot be written to a folder."""
    why = getattr(error, "strerror", None) or error
    return WorkbenchError(f"the corpus cannot be written to {str(folder)[:200]!r}: {why}.", hint="name another folder.")


def _manifest(folder: Path) -> dict[str, Any]:
    """The manifest in a folder; an empty one where the folder is empty or not there.

    Raises
    ------
    WorkbenchError: it is no folder that a corpus can be in.
    """
    try:
        return _read_manifest(folder)
    except OSError as error:
        raise unwritable(folder, error) from error


def _read_manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    if not path.is_file():
        if folder.exists() and not folder.is_dir():
            raise WorkbenchError(f"{str(folder)!r} is a file.", hint="a corpus is saved in a folder of its own.")
        if folder.is_dir() and not all(LEFT.fullmatch(path.name) for path in folder.iterdir()):
            raise WorkbenchError(
                f"the folder {str(folder)!r} holds other files.", hint="a corpus is saved in a folder of its own."
            )
        return {"parts": [], "options": {}, "complete": False}
    try:
        said: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        known = said["format"] == "riwaya corpus"
        version = int(said["version"])
        if known and version <= VERSION:
            _check_manifest(said)
    except (OSError, ValueError, LookupError, TypeError, ArithmeticError, RecursionError) as error:
        raise LoadError(f"{str(path)!r} is no manifest of a corpus: {error}.", hint=ANEW) from error
    if not known or version > VERSION:
        raise LoadError(f"{str(path)!r} was written by a later version.", hint="pip install --upgrade riwaya")
    return said


def _check_manifest(said: Mapping[str, Any]) -> None:
    """Raises ValueError or LookupError where it does not say what a manifest says."""
    kinds = {"complete": bool, "options": dict, "digest": str, "articles": int, "rows": int, "parts": list}
    wrong = [name for name, kind in kinds.items() if not isinstance(said[name], kind)]
    for files in said["parts"]:
        wrong += [kind for kind in KINDS if not PART.fullmatch(files[kind]["file"]) or not files[kind]["sha256"]]
    if wrong:
        raise ValueError(f"it says something odd of {' and '.join(wrong)}")


def _schemas() -> dict[str, pa.Schema]:
    import pyarrow as pa

    text, number = pa.string(), pa.int64()
    block = pa.struct([("start", number), ("end", number), ("kind", text), ("rule", text)])
    names = ("id", "source", "title", "published", "author", "url", "language", "text", "origin", "agency")
    inputs = dict.fromkeys(InputFile.__slots__, text) | dict.fromkeys(("bytes", "modified", "rows"), number)
    return {
        "articles": pa.schema([*((name, text) for name in names), ("blocks", pa.list_(block))]),
        "report": pa.schema([(name, text) for name in ReportRow.__slots__]),
        "inputs": pa.schema(list(inputs.items())),
    }


def _article_row(article: Article) -> dict[str, Any]:
    row = dict(vars(article))
    row["published"] = article.published.isoformat() if article.published is not None else ""
    row["blocks"] = [{"start": b.start, "end": b.end, "kind": b.kind, "rule": b.rule} for b in article.blocks]
    return row


def _article(row: dict[str, Any]) -> Article:
    stated = row["published"]
    read = dt.datetime.fromisoformat if "T" in stated else dt.date.fromisoformat
    row["published"] = read(stated) if stated else None
    row["source"], row["language"] = intern(row["source"]), intern(row["language"])  # one string for all articles
    row["blocks"] = tuple(
        Block(block["start"], block["end"], cast("BlockKind", intern(block["kind"])), intern(block["rule"]))
        for block in row["blocks"]
    )
    return Article(**row)


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _own_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("riwaya")
    except PackageNotFoundError:  # run from a folder, not installed
        return "(not installed)"
