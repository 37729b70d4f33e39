"""The work on one corpus as files in a folder, so that neither memory nor one process must hold it.

Every file is written under another name and then renamed: it is there whole or not at all, whoever writes it and
however often. The folder is named by what it was made of: texts, blocks, outlets, options, the source of the work.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import shutil
import tempfile
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Self, TypeVar

import numpy as np

from workbench.corpus import Corpus
from workbench.extractors.overlap.characters import Table, table
from workbench.extractors.overlap.sharing import Limits, lifted, outlets, taken_by
from workbench.extractors.overlap.words import Blocks, Text, Words, batches, laid_out, utf16
from workbench.progress import steps

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

__all__ = ["FLAT", "Folder", "prepared"]

Read = TypeVar("Read")

AGAIN = 4  # how often an array is read anew
BATCH = 8_000_000
"""Characters from which the articles of one task are enough."""
RANGES, PART = 4, 100_000_000
"""The least tasks that the ranges of hashes make where there are as many ranges; characters for a task."""
STEP = 4_096
"""Articles whose pairs with later ones are one task."""
FLAT: dict[str, Any] = {"hashes": np.uint64, "starts": np.int32, "ends": np.int32}
INNER = ("runs", "pieces", "bounds")
COPIED = 1 << 20
"""Bytes that are copied at once: few, so that no memory is taken for them anew."""


@dataclass(frozen=True)
class Folder:
    """The folder of one corpus and one set of options."""

    path: Path

    @cached_property
    def job(self) -> dict[str, Any]:
        """What the tasks must know: limits, languages, how many articles and ranges, how the work is cut."""
        found: dict[str, Any] = json.loads((self.path / "job.json").read_text(encoding="utf-8"))
        return found

    @property
    def limits(self) -> Limits:
        """What was asked for."""
        return Limits(*self.job["limits"])

    @property
    def known(self) -> tuple[int, int]:
        """By how many bits hashes are moved up, and how many bits the number of an article takes."""
        return int(self.job["lift"]), taken_by(int(self.job["articles"]))

    @property
    def ranges(self) -> int:
        """How many tasks the ranges of hashes make."""
        return len(self.job["ranges"]) - 1

    def some(self, number: int) -> range:
        """The ranges of hashes that belong to a task."""
        first, end = self.job["ranges"][number : number + 2]
        return range(first, end)

    @property
    def portions(self) -> int:
        """How many tasks the pairs make."""
        return -(-int(self.job["articles"]) // int(self.job["step"]))

    def portion(self, number: int) -> tuple[int, int]:
        """The articles whose pairs with later ones belong to a task; half-open."""
        step = int(self.job["step"])
        return number * step, min((number + 1) * step, int(self.job["articles"]))

    @property
    def rules(self) -> Table:
        """The table of the corpus's languages."""
        return table(self.job["codes"])

    def has(self, name: str) -> bool:
        """Whether a file is there."""
        return (self.path / name).exists()

    @contextmanager
    def new(self, name: str) -> Iterator[IO[bytes]]:
        """A file to be written, which takes its name when all of it is there."""
        place, other = tempfile.mkstemp(prefix=f"{name}.", suffix=".part", dir=self.path)
        try:
            with os.fdopen(place, "wb") as file:
                yield file
            Path(other).replace(self.path / name)
        except BaseException:
            Path(other).unlink(missing_ok=True)
            raise

    def save(self, name: str, values: NDArray[Any]) -> None:
        """Write one array."""
        with self.new(name) as file:
            np.save(file, values)

    def save_all(self, name: str, **arrays: Any) -> None:
        """Write several arrays as one file: their names, then one behind the other."""
        with self.new(name) as file:
            np.save(file, np.array(list(arrays), dtype=np.str_))
            for values in arrays.values():
                np.save(file, values)

    def load(self, name: str) -> NDArray[Any]:
        """An array as it stands in its file: what is not looked at takes no memory, what is changed stays here."""
        return np.asarray(_sure(lambda: np.load(self.path / name, mmap_mode="c")))

    def load_all(self, name: str, *, only: Sequence[str] | None = None) -> dict[str, NDArray[Any]]:
        """The arrays of a file, or some of them."""
        with (self.path / name).open("rb") as file:
            every = _sure(lambda: np.load(file), file).tolist()
            found = {one: _next(file, read=only is None or one in only) for one in every}
        return {one: values for one, values in found.items() if values is not None}

    def sweep(self) -> None:
        """Remove what killed processes left half written."""
        for file in self.path.glob("*.part"):
            file.unlink(missing_ok=True)

    def drop(self, names: Iterable[str]) -> None:
        """Remove files that nobody needs any more."""
        for name in names:
            (self.path / name).unlink(missing_ok=True)

    @cached_property
    def data(self) -> NDArray[np.uint16]:
        """All texts as UTF-16."""
        file = self.path / "texts.bin"
        return np.asarray(np.memmap(file, np.uint16, "r")) if file.stat().st_size else np.frombuffer(b"", np.uint16)

    def text(self, first: int, end: int) -> Text:
        """The texts of articles that follow one another."""
        firsts = self.load("firsts.npy")
        begin = firsts[first : end + 1] - firsts[first]
        rows, wide = (np.array(self.load(f"{name}.npy")[first:end]) for name in ("rows", "wide"))
        return Text(
            self.data[int(firsts[first]) : int(firsts[end])], begin, rows, wide, np.zeros(end - first, np.int64)
        )

    def texts(self, numbers: Numbers, _: Numbers) -> Text:
        """The texts of some articles, where they stand among all texts: nothing is copied."""
        firsts = np.append(self.load("firsts.npy")[numbers], len(self.data))
        rows, wide = (np.array(self.load(f"{name}.npy")[numbers]) for name in ("rows", "wide"))
        return Text(self.data, firsts, rows, wide, np.zeros(len(numbers), np.int64))

    def blocks(self, first: int, end: int) -> Blocks:
        """The content blocks of articles that follow one another."""
        places = self.load("blocks.npy")[first : end + 1]
        own = slice(int(places[0]), int(places[-1]))
        starts, ends = (np.array(self.load(f"{name}.npy")[own]) for name in ("block_starts", "block_ends"))
        runs, pieces = (self.load(f"{name}.npy")[own] for name in ("opens_run", "opens_piece"))
        return Blocks(starts, ends, runs, pieces, places - places[0])

    @cached_property
    def words(self) -> Words:
        """The words of the corpus, once those of all batches were joined."""
        inner = [self.load(f"{name}.npy") for name in INNER]
        found = Words(*(self._column(name, int(inner[-1][-1])) for name in FLAT), *inner)
        vars(found)["article_runs"] = self.load("article_runs.npy")  # looked for once, not by every task
        return found

    def _column(self, name: str, words: int) -> NDArray[Any]:
        kind = FLAT[name]
        return (
            np.asarray(np.memmap(self.path / f"{name}.bin", kind, "c", shape=(words,))) if words else np.zeros(0, kind)
        )

    @property
    def joined(self) -> tuple[int, int]:
        """Of how many batches the words are joined, and how many words these have."""
        batches, words = self.load("joined.npy").tolist() if self.has("joined.npy") else (0, 0)
        return batches, words

    def join(self) -> None:
        """Put the words of batches behind those of the batches before them, as far as they are there.

        Their own files go at once, so that words take room once. What a stop leaves behind the words that are known
        to be joined is written over.
        """
        done, count = self.joined
        while self.has(f"words-{done}.arrays"):
            size = int(self.load_all(f"inner-{done}.arrays", only=["bounds"])["bounds"][-1])
            with (self.path / f"words-{done}.arrays").open("rb") as file:
                for name in _sure(partial(np.load, file), file).tolist():
                    self._append(file, name, count)
            self.save("joined.npy", np.array([done + 1, count + size]))
            self.drop([f"words-{done}.arrays"])
            done, count = done + 1, count + size

    def _append(self, file: IO[bytes], name: str, count: int) -> None:
        """Put the next array of a file behind so many words of a column."""
        shape, kind = _sure(lambda: _head(file), file)
        left, room = math.prod(shape) * kind.itemsize, memoryview(bytearray(COPIED))
        with (self.path / f"{name}.bin").open("r+b" if count else "wb") as column:
            column.seek(count * kind.itemsize)
            while left:
                size = file.readinto(room[:left])  # type: ignore[attr-defined]
                if not size:
                    raise EOFError(f"{file.name} is cut off")
                column.write(room[:size])
                left -= size
            column.truncate()

    def join_inner(self, names: list[str]) -> None:
        """Put where articles, sequences and pieces begin, of all batches, behind one another."""
        parts = [self.load_all(one) for one in names]
        before = np.cumsum([0, *(int(part["bounds"][-1]) for part in parts)])
        whole = {}
        for name in INNER:
            moved = [part[name][:-1] + first for part, first in zip(parts, before[:-1], strict=True)]
            whole[name] = np.concatenate([*moved, before[-1:]]).astype(np.int64)
        whole["article_runs"] = np.searchsorted(whole["runs"], whole["bounds"]).astype(np.int64)
        for name in ("runs", "pieces", "article_runs", "bounds"):  # the last one says that all are there
            self.save(f"{name}.npy", whole[name])


def _sure(read: Callable[[], Read], file: IO[bytes] | None = None) -> Read:
    """What is read of an array, read again from the same place where the parser of its header fails.

    Python 3.11's now and then loses count where two threads parse at once (``SystemError: AST constructor recursion
    depth mismatch``, its issue 106905).
    """
    place = file.tell() if file is not None else 0
    for _ in range(AGAIN):
        try:
            return read()
        except SystemError:
            if file is not None:
                file.seek(place)
    return read()


def _next(file: IO[bytes], *, read: bool) -> NDArray[Any] | None:
    """The next array of a file, or None where it is passed over."""
    if read:
        return np.asarray(_sure(lambda: np.load(file), file))
    shape, kind = _sure(lambda: _head(file), file)
    file.seek(math.prod(shape) * kind.itemsize, os.SEEK_CUR)
    return None


def _head(file: IO[bytes]) -> tuple[tuple[int, ...], np.dtype[Any]]:
    """The shape and the kind of the next array of a file, which begins behind them then."""
    np.lib.format.read_magic(file)
    shape, _, kind = np.lib.format.read_array_header_1_0(file)
    return shape, kind


def prepared(corpus: Corpus, limits: Limits, place: Path, *, show: bool = False) -> Folder:
    """The corpus's folder inside a place: the one that is there already, else a new one that holds its texts.

    Parameters
    ----------
    place: a folder; it is made where there is none.
    show: whether a bar tells how many texts were read.
    """
    place.mkdir(parents=True, exist_ok=True)
    new = Folder(Path(tempfile.mkdtemp(prefix="reading-", dir=place)))
    try:
        name = _read(new, corpus, limits, show=show)
        final = place / f"overlap-{name}"
        if not final.exists():
            new.path.chmod(0o777 & ~_mask())
            new.path.rename(final)
    finally:
        shutil.rmtree(new.path, ignore_errors=True)
    return Folder(final)


def _mask() -> int:
    """What this process takes away from the rights to its files."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _read(folder: Folder, corpus: Corpus, limits: Limits, *, show: bool) -> str:
    """Write the texts of a corpus and what the tasks must know; a name made of all of it."""
    rules = table(article.language for article in corpus)
    sign = hashlib.sha256(b"".join(one.tobytes() for one in rules[:3]))
    firsts, rows, wide = [np.zeros(1, np.int64)], [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    edges, characters = [0], 0
    blocks = _Columns()
    with folder.new("texts.bin") as file, _Written(file, sign) as written:
        for some in batches(steps(corpus, "texts", show=show, many=0), BATCH):
            text = utf16(some, rules)
            written.add(text.data)
            firsts.append(text.firsts[1:] + firsts[-1][-1])
            rows.append(text.rows)
            wide.append(text.wide)
            blocks.add(laid_out(some))
            edges.append(edges[-1] + len(some))
            characters += sum(len(article.text) for article in some)
    arrays = {"firsts": np.concatenate(firsts), "rows": np.concatenate(rows), "wide": np.concatenate(wide)}
    arrays |= {"edges": np.array(edges), "outlets": outlets(corpus), **blocks.arrays()}
    for name, values in arrays.items():
        sign.update(name.encode() + values.tobytes())
        folder.save(f"{name}.npy", values)
    lift = lifted(characters)
    tasks = min(1 << lift, max(RANGES, -(-characters // PART)))
    ranges = [number * (1 << lift) // tasks for number in range(tasks + 1)]
    job = {"limits": list(limits), "codes": rules.codes, "articles": len(corpus), "lift": lift, "ranges": ranges}
    told = json.dumps({**job, "step": STEP, "source": _source()}).encode()
    with folder.new("job.json") as file:
        file.write(told)
    sign.update(told)
    return sign.hexdigest()[:20]


def _source() -> dict[str, int]:
    """Marks of the source that does the work: another version of it begins anew."""
    from workbench.extractors.overlap import countkernels, pairkernels, seedkernels, wordkernels
    from workbench.text.compiled import MARKS

    modules = (countkernels, pairkernels, seedkernels, wordkernels)
    kernels = {one.__name__: MARKS[one.__name__] for one in modules}
    files = sorted(Path(__file__).parent.glob("*.py"))
    return {**kernels, **{file.name: zlib.crc32(file.read_bytes()) for file in files}}


class _Written:
    """Texts put into a file and its hash by a thread of its own, while the next ones are made."""

    def __init__(self, file: IO[bytes], sign: Any) -> None:
        self._file, self._sign = file, sign
        self._pool = ThreadPoolExecutor(1)
        self._last: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._pool.shutdown(wait=True)
        if self._last is not None and error[0] is None:
            self._last.result()

    def add(self, units: NDArray[np.uint16]) -> None:
        """Put them behind the others; returns while they are being written, when those before them are."""
        if self._last is not None:
            self._last.result()
        self._last = self._pool.submit(self._put, units)

    def _put(self, units: NDArray[np.uint16]) -> None:
        self._file.write(units.data)
        self._sign.update(units.data)


class _Columns:
    """The blocks of all batches, gathered as flat as they are kept."""

    def __init__(self) -> None:
        self.starts, self.ends, self.firsts = array("q"), array("q"), array("q", [0])
        self.runs, self.pieces = bytearray(), bytearray()

    def add(self, blocks: Blocks) -> None:
        before = len(self.starts)
        self.starts.frombytes(blocks.starts.tobytes())
        self.ends.frombytes(blocks.ends.tobytes())
        self.runs += blocks.opens_run.tobytes()
        self.pieces += blocks.opens_piece.tobytes()
        self.firsts.frombytes((blocks.articles[1:] + before).tobytes())

    def arrays(self) -> dict[str, NDArray[Any]]:
        wide = {"block_starts": self.starts, "block_ends": self.ends, "blocks": self.firsts}
        narrow = {"opens_run": self.runs, "opens_piece": self.pieces}
        return {
            **{name: np.array(values, dtype=np.int64) for name, values in wide.items()},
            **{name: np.frombuffer(bytes(values), dtype=np.bool_) for name, values in narrow.items()},
        }
