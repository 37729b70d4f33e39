"""Archives of files: the pages of a ``.zip``, each read as if it stood in a folder, and what a ``.gz`` holds.

Files of Word, Excel, EPUB and of web archives are zip files too. They are known by their members, so that one that
lost its ending or has a wrong one is read as what it is. Nothing is unpacked onto the disk; a member's name is only
a name in the report, and where it would lead out of the folder that it is unpacked into, it is refused.
"""

from __future__ import annotations

import gzip
import re
import stat
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO

from workbench.loaders import outlets
from workbench.loaders.documents import zips
from workbench.loaders.documents.zips import Allowance
from workbench.loaders.files import LARGEST, File, bounded, size_of
from workbench.loaders.naming import OUTLETS, is_page_folder, is_passed_over, saved_pages
from workbench.loaders.records import Meta, Piece, Reader, Refusal, Unreadable, printable

__all__ = ["GZIPPED", "ZIPPED", "ending", "kind", "leads_out", "read_gzip", "read_zip"]

ZIPPED = re.compile(rb"PK(?:\x03\x04|\x05\x06|\x07\x08)")
"""The first bytes of every file that is a zip file, whatever its ending."""
GZIPPED = re.compile(rb"\x1f\x8b")
"""The first bytes of every gzipped file."""
DEEPEST = 2
"""How many archives stand around a file at most."""
KINDS = {
    "application/epub+zip": ".epub",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
}
"""What a member named ``mimetype`` says, and the ending of such files."""
OFFICE = {"word/": ".docx", "xl/": ".xlsx", "ppt/": ".pptx"}
"""Where the parts of an Office file stand, and the ending of such files."""
ADVICE = {
    ".odt": "it is an OpenDocument text; save it as .docx",
    ".ods": "it is an OpenDocument spreadsheet; save it as .xlsx",
    ".pptx": "it is a presentation of slides, and no article; save its text as .docx",
}
SEEKING = (b"PK\x03\x04", b"PAR1", b"%PDF", b"\xd0\xcf\x11\xe0")
"""The first bytes of files that are not read from their start to their end, and so are held in memory."""
DRIVE = re.compile("[A-Za-z]:")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class Member(File):
    """A file in an archive: how many archives are around it, and what may still come out of them."""

    def __init__(self, origin: str, name: str, stream: partial[BinaryIO], *, depth: int, allowance: Allowance) -> None:
        super().__init__(origin, member=stream, name=name)
        self.depth = depth
        self.allowance = allowance

    def hold(self) -> Member:
        """The same file, in memory where its format is read to and fro: the packed stream would start anew each time.

        Raises
        ------
        Unreadable: it cannot be unpacked, or is too large for that.
        """
        with self.open() as stream:
            if stream.read(4).startswith(SEEKING):
                stream.seek(0)
                self._data = bounded(stream, LARGEST)
        return self


def read_zip(file: File, columns: Mapping[str, str]) -> Iterator[Piece]:
    """The pieces of every page in a zip file in the order of their names; or of the document that it is."""
    from workbench.loaders.formats import READERS

    with zips.opened(file) as archive:
        found = kind(archive)
        reader = READERS.get(found or file.suffix)
        if reader is None and found:
            raise Unreadable(ADVICE.get(found, f"it is a file of the kind {found}, which no loader reads"))
        if reader is None or reader is read_zip or not (found or _is_zipped(reader)):
            yield from _pages(archive, file, columns)
            return
    yield from reader(file, columns)


def ending(file: File) -> str:
    """The ending that a zip file should have, by its members; empty where it is an archive of files, or broken."""
    try:
        with zips.opened(file) as archive:
            return kind(archive)
    except Unreadable:
        return ""


def kind(archive: zipfile.ZipFile) -> str:
    """The ending of the kind of document that a zip file is, by its members; empty where it is an archive of files."""
    names = set(archive.namelist())
    if "[Content_Types].xml" in names:
        return next((ending for start, ending in OFFICE.items() if any(name.startswith(start) for name in names)), "")
    if "mimetype" in names:
        said = zips.unpacked(archive, "mimetype", Allowance(), most=2**16) or b""
        known = KINDS.get(said.decode("ascii", "ignore").strip())
        if known:
            return known
    if "META-INF/container.xml" in names:
        return ".epub"
    return ".wacz" if "datapackage.json" in names and any(name.startswith("archive/") for name in names) else ""


def _is_zipped(reader: Reader) -> bool:
    """Whether a reader is of a format that is a zip file: what such a file is refused for, its reader says best."""
    from workbench.loaders.formats import READERS

    return any(READERS.get(ending) is reader for ending in (".docx", ".xlsx", ".epub", ".wacz"))


def _pages(archive: zipfile.ZipFile, file: File, columns: Mapping[str, str]) -> Iterator[Piece]:
    """The pieces of the members that may be pages, each with what the ``outlets.csv`` of its folder says."""
    depth, allowance = _around(file)
    infos = _named(archive)
    allowance.members -= len(archive.filelist)
    if allowance.members < 0:
        raise Unreadable(f"its archive has more than {zips.MEMBERS:,} members; unpack it into folders")

    def member(name: str) -> Member:
        stream = partial(zips.member, archive, infos[name], allowance)
        return Member(f"{file.origin}/{name}", PurePosixPath(name).name, stream, depth=depth + 1, allowance=allowance)

    kept, described, refused = _described(_kept(infos), [(member(name), name) for name in infos if _is_table(name)])
    if not kept and not described and not refused:
        raise Unreadable("there is no page in it")
    yield from refused
    for name in sorted(kept):
        if leads_out(name):
            yield Refusal(f"{file.origin}/{name}", "its name leads out of the archive")
            continue
        if _is_link(infos[name]):
            yield Refusal(f"{file.origin}/{name}", "it is a link to another file, and not that file")
            continue
        meta = described.get(name, {})
        for piece in _pieces(member(name), infos[name], columns):
            yield piece if isinstance(piece, Refusal) or not meta else replace(piece, meta={**piece.meta, **meta})
    for name in sorted(described.keys() - infos.keys()):
        yield Refusal(f"{file.origin}/{OUTLETS}: {name}", "the table names it, and there is no such file")


def _named(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The members by their names; a name that is there again has a number in it."""
    found: dict[str, zipfile.ZipInfo] = {}
    times: Counter[str] = Counter()
    for info in archive.infolist():
        if info.is_dir():
            continue
        name = _name(info)
        times[name] += 1
        if times[name] > 1:
            path = PurePosixPath(name)
            name = (path.parent / f"{path.stem} ({times[name]}){path.suffix}").as_posix()
        found.setdefault(name, info)
    return found


def _is_table(name: str) -> bool:
    return PurePosixPath(name).name == OUTLETS and not leads_out(name)


def _described(
    names: list[str], tables: Iterable[tuple[Member, str]]
) -> tuple[list[str], dict[str, Meta], list[Refusal]]:
    """The names that are left where each ``outlets.csv`` was read; what they say by name; and what broke them."""
    described: dict[str, Meta] = {}
    refused: list[Refusal] = []
    for table, name in tables:
        folder = PurePosixPath(name).parent
        try:
            said = {(folder / key).as_posix(): meta for key, meta in outlets.described(table).items()}
        except Unreadable as problem:
            refused.append(Refusal(table.origin, str(problem)))
            continue
        described.update(said)
        names = [name for name in names if _is_named(PurePosixPath(name), folder, said)]
    return names, described, refused


def _pieces(file: Member, info: zipfile.ZipInfo, columns: Mapping[str, str]) -> Iterator[Piece]:
    """The pieces of one member, read as a file in a folder would be."""
    from workbench.loaders import formats

    if info.file_size > file.allowance.left:
        yield Refusal(
            file.origin, f"more than {size_of(zips.TOTAL)} come out of its archive; unpack that into a folder"
        )
        return
    try:
        file.hold()
    except Unreadable as problem:
        yield Refusal(file.origin, str(problem))
        return
    yield from formats.read(file, columns)


def _around(file: File) -> tuple[int, Allowance]:
    """How many archives are around an archive, and what may still come out of it.

    Raises
    ------
    Unreadable: there are too many.
    """
    if not isinstance(file, Member):
        return 0, Allowance()
    if file.depth >= DEEPEST:
        raise Unreadable("it is an archive in an archive in an archive; unpack the outer ones")
    return file.depth, file.allowance


def _name(info: zipfile.ZipInfo) -> str:
    """A member's name as it was meant: in UTF-8 where its bytes are that, with slashes, in characters that show."""
    name = info.filename
    if not info.flag_bits & 0x800:  # then zipfile took the bytes for those of the first PC
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return PurePosixPath(CONTROL.sub("\ufffd", printable(name)).replace("\\", "/")).as_posix()


def _is_link(info: zipfile.ZipInfo) -> bool:
    """Whether a member says only where a file is, as systems like Unix pack links."""
    return stat.S_ISLNK(info.external_attr >> 16)


def leads_out(name: str) -> bool:
    """Whether a member of this name would be unpacked somewhere else than below its archive's folder.

    >>> leads_out("../../etc/passwd"), leads_out("C:/page.html"), leads_out("صفحات/1.html")
    (True, True, False)
    """
    return name.startswith("/") or bool(DRIVE.match(name)) or ".." in name.split("/")


def _kept(names: Iterable[str]) -> list[str]:
    """The members that may be pages, by the rules that hold for folders."""
    paths = [PurePosixPath(name) for name in names]
    folders: dict[PurePosixPath, list[str]] = {}
    for path in paths:
        folders.setdefault(path.parent, []).append(path.name)
    pages = {folder: saved_pages(files) for folder, files in folders.items()}
    return [path.as_posix() for path in paths if _is_page(path, pages)]


def _is_page(path: PurePosixPath, pages: Mapping[PurePosixPath, frozenset[str]]) -> bool:
    if ".." in path.parts:
        return True  # to be refused by name
    around = [(folder.name, folder.parent) for folder in path.parents if folder.name]
    return not is_passed_over(path.name) and all(
        is_page_folder(name, pages.get(parent, frozenset())) for name, parent in around
    )


def _is_named(path: PurePosixPath, folder: PurePosixPath, said: Iterable[str]) -> bool:
    """Whether the ``outlets.csv`` of a folder lets a member be: one in a folder right below it has to be named."""
    if not path.is_relative_to(folder) or path.parent == folder:
        return True
    place = len(folder.parts)
    named = {PurePosixPath(one).parts[place : place + 1] for one in said}
    return not named or path.parts[place : place + 1] in named


def read_gzip(file: File, columns: Mapping[str, str]) -> Iterator[Piece]:
    """The pieces of the one file that is gzipped; its name is the name without ``.gz``."""
    from workbench.loaders import formats

    depth, allowance = _around(file)
    name = file.name[: -len(".gz")] if file.suffix == ".gz" else file.name
    inner = Member(file.origin, name, partial(_gunzipped, file, allowance), depth=depth + 1, allowance=allowance)
    crawl = formats.READERS.get(".warc")
    if crawl is not None and (inner.suffix == ".warc" or inner.head(5) == b"WARC/"):
        yield from crawl(file, columns)  # its records are gzipped one by one, and its reader knows that
        return
    yield from formats.read(inner.hold(), columns)


def _gunzipped(file: File, allowance: Allowance) -> BinaryIO:
    packed = file.open()
    return zips.guarded(gzip.GzipFile(fileobj=packed), packed.tell, allowance, below=packed)
