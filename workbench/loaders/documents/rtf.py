r"""Pages saved as RTF, and the exports of press archives that are RTF files.

An RTF file is ASCII: words behind a backslash, groups in braces, letters beyond ASCII as bytes in the encoding of the
font at that place (``\'e3``) or as ``\u1605`` with a stand-in for programs that don't know that. This reader goes
over the bytes once, whatever they are. It is our own because those that are to be had drop footnotes and the text of
shapes without a word, read the bytes of a font without an alphabet of its own as Western letters where the file says
that it is Arabic, and take quadratic time on long lines.

Source: Rich Text Format (RTF) Specification, version 1.9.1.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from workbench.loaders.documents.paged import pieces
from workbench.loaders.files import File, size_of
from workbench.loaders.records import Piece, Refusal, Unreadable

__all__ = ["SIGNATURE", "Document", "parse", "read"]

SIGNATURE = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\\rtf")
"""The first bytes of an RTF file."""
HEAD = re.compile(rb"\{\\rtf")
TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<byte>[0-9a-fA-F]{2})"
    rb"|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<plain>[^\\{}\r\n]+)"
    rb"|[\r\n]+"
    rb"|\\",
    re.DOTALL,
)
DEEPEST = 1_000
"""Groups in groups from which a file is no text any more."""
WORDS = dict.fromkeys(("par", "sect", "page", "line", "column", "softline", "softpage", "row", "nestrow"), "\n")
WORDS |= dict.fromkeys(("tab", "cell", "nestcell"), "\t")
WORDS |= {"emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”"}
WORDS |= {"emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c"}
WORDS |= {"ltrmark": "\u200e", "rtlmark": "\u200f", "zwbo": "\u200b", "zwnbo": "\u2060"}
"""Words that stand for a character."""
SIGNS = {b"~": "\u00a0", b"-": "\u00ad", b"_": "\u2011", b"\n": "\n", b"\r": "\n", b"\t": "\t"}
SIGNS |= {sign: sign.decode() for sign in (b"{", b"}", b"\\")}
UNSEEN = re.compile(
    "colortbl|fonttbl|stylesheet|info|pict|objdata|header[lrf]?|footer[lrf]?|annotation|atnid|atnauthor|atrfstart"
    "|atrfend|fldinst|xe|tc|rxe|txe|nonshppict|shprslt|sp|listtable|listoverridetable|revtbl|rsidtbl|filetbl"
    "|background|template|private|mmath|nonesttables|a?ftn(?:sepc?|cn)|upr"
)
"""Groups that no reader of the page sees, or sees a second time, or on every page."""
SHOWN = frozenset({"shpinst", "shptxt", "ud"})
"""Groups that are marked as new, and hold text all the same."""
ALPHABETS = {77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5", 161: "cp1253"}
ALPHABETS |= {162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874"}
ALPHABETS |= {238: "cp1250", 254: "cp437", 255: "cp850"}
"""The encoding of a font by its ``\\fcharset``; the others have that of the file."""
HALF = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class State:
    """What holds inside a group until it ends."""

    unseen: str = ""  # the word that makes its text none of the page's
    hidden: bool = False
    stand_in: int = 1
    font: int = -1
    note: bool = False


@dataclass
class Document:
    """One RTF document: its text, its footnotes, and what was odd about it."""

    text: str = ""
    footnotes: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def read(file: File, columns: Mapping[str, str]) -> Iterator[Piece]:  # noqa: ARG001
    """The one page that an RTF file is, or the articles of an export; of each, where several stand in one file."""
    found = list(parse(file.data()))
    if not any(document.text.strip() for document in found):
        raise Unreadable("it is an RTF file without any text")
    for number, document in enumerate(found, start=1):
        place = (
            (f"{file.stem}-{number}", f"{file.origin} document {number}")
            if len(found) > 1
            else (file.stem, file.origin)
        )
        if document.text.strip():
            yield from pieces(*place, document.text, footnotes=document.footnotes, notes=tuple(document.problems))
        else:
            yield Refusal(place[1], "it is an RTF document without any text")


def parse(data: bytes) -> Iterator[Document]:
    r"""The documents in the bytes of an RTF file: one, or several where files were joined.

    >>> [document.text for document in parse(rb"{\rtf1\ansi\ansicpg1256 \'e3\'cf\'c7\'d1\u1587?}")]
    ['مدارس']

    Raises
    ------
    Unreadable: its groups are nested too deep.
    """
    position = 0
    while True:
        start = SIGNATURE.match(data, position) or (None if position else HEAD.search(data[:4096]))
        if start is None:
            return
        parser = Parser(data, start.start())
        found = parser.run()
        position = parser.position
        left = b"" if SIGNATURE.match(data, position) else data[position:].strip(b"\0}\t\n\r\x1a ")
        if left:
            found.problems.append(f"not read: {size_of(len(left))} below the end of the document")
        yield found


class Parser:
    """One walk over the bytes of one document."""

    def __init__(self, data: bytes, start: int) -> None:
        self.data = data
        self.position = start
        self.state = State()
        self.found = Document()
        self._encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = -1
        self._around: list[State] = []
        self._out: list[str] = []
        self._note: list[str] = []
        self._bytes = bytearray()
        self._skip = 0  # characters of a stand-in that are left to skip
        self._starred = False
        self._broken = 0

    def run(self) -> Document:
        """The document that starts here."""
        while self.position < len(self.data):
            match = TOKEN.match(self.data, self.position)
            if match is None:  # no byte begins nothing
                break
            self.position = match.end()
            self._token(match)
            if match["brace"] == b"}" and not self._around:
                break
        else:
            self.found.problems.append("the file ends inside the document: it is cut short")
        self._flush()
        self.found.text = _whole("".join(self._out))
        halves = len(HALF.findall(self.found.text))
        if halves:
            self.found.text = HALF.sub("\ufffd", self.found.text)
        if self._broken + halves:
            self.found.problems.append(f"codes that stand for no letter: {self._broken + halves}, each shown as \ufffd")
        return self.found

    def _token(self, match: re.Match[bytes]) -> None:
        kind = match.lastgroup
        if kind == "byte":
            if self._skip:
                self._skip -= 1
            elif self._seen:
                self._bytes.append(int(match["byte"], 16))
        elif kind == "plain":
            skipped = min(self._skip, len(match["plain"]))
            self._skip -= skipped
            if self._seen:
                self._bytes += match["plain"][skipped:]
            elif self.state.unseen == "fonttbl":
                self._font = self._font if b";" not in match["plain"] else -1
        elif kind == "brace":
            self._brace(opens=match["brace"] == b"{")
        elif kind == "sign":
            self._sign(match["sign"])
        elif kind in ("word", "number"):
            self._word(match["word"].decode(), match["number"])

    @property
    def _seen(self) -> bool:
        return not self.state.unseen and not self.state.hidden

    def _brace(self, *, opens: bool) -> None:
        self._flush()
        self._skip = 0
        self._starred = False
        if opens:
            if len(self._around) >= DEEPEST:
                raise Unreadable("its groups are nested too deep for any text")
            self._around.append(self.state)
            self.state = replace(self.state)
            return
        ended = self.state
        self.state = self._around.pop() if self._around else State()
        if ended.note and not self.state.note:
            text = _whole("".join(self._note)).strip()
            self._note = []
            if text:
                self.found.footnotes.append(HALF.sub("\ufffd", text))

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._starred = True
        elif self._skip:
            self._skip -= 1
        elif sign in SIGNS:
            self._say(SIGNS[sign])

    def _word(self, word: str, number: bytes | None) -> None:
        starred, self._starred = self._starred, False
        value = int(number) if number is not None else None
        if word == "bin":
            self.position += max(0, value or 0)
            self._skip = max(0, self._skip - 1)
            return
        if self._skip:
            self._skip -= 1
            return
        if starred or word in ("footnote", "ud") or UNSEEN.fullmatch(word):
            self._group(word, starred=starred)
        elif word in WORDS:
            if word in ("row", "nestrow") and self._seen:
                self._end_row()
            self._say(WORDS[word])
        elif word == "u":
            self._say(chr((value or 0) % 0x10000))
            self._skip = self.state.stand_in
        else:
            self._setting(word, value)

    def _group(self, word: str, *, starred: bool) -> None:
        """A word that says what its group is for."""
        state = self.state
        if word == "ud":
            state.unseen = "" if state.unseen == "upr" else state.unseen
        elif word == "footnote" and not state.unseen:
            state.note = True
        elif not state.unseen and not (starred and word in SHOWN):
            state.unseen = word

    def _setting(self, word: str, value: int | None) -> None:
        """A word that changes how what follows is read."""
        if word in ("v", "deleted"):
            self._flush()
            self.state.hidden = value != 0
        elif word == "plain":
            self._flush()
            self.state.hidden = False
        elif word == "uc":
            self.state.stand_in = min(max(0, value or 0), 100)
        elif word == "f" and value is not None:
            self._flush()
            self.state.font = self._font = value
        elif word == "deff" and value is not None:
            self.state.font = value
        elif word == "ansicpg":
            self._encoding = _known(value, self._encoding)
        elif word == "mac":
            self._encoding = "mac_roman"
        elif word == "fcharset" and value in ALPHABETS:
            self._fonts[self._font] = ALPHABETS[value]
        elif word == "cpg":
            self._fonts[self._font] = _known(value, self._encoding)

    def _say(self, text: str) -> None:
        self._flush()
        if self._seen:
            (self._note if self.state.note else self._out).append(text)

    def _end_row(self) -> None:
        """A tab parts the cells of a row; none ends it."""
        self._flush()
        out = self._note if self.state.note else self._out
        if out and out[-1] == "\t":
            out.pop()

    def _flush(self) -> None:
        """The bytes of letters so far, read in the encoding of their font."""
        if not self._bytes:
            return
        data = bytes(self._bytes)
        self._bytes.clear()
        encoding = self._fonts.get(self.state.font, self._encoding)
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            text = data.decode(encoding, "replace")
            self._broken += text.count("\ufffd")
        (self._note if self.state.note else self._out).append(text)


def _known(page: int | None, otherwise: str) -> str:
    """The encoding of a Windows code page, where it is known."""
    name = "utf-8" if page == 65001 else f"cp{page}"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return otherwise


def _whole(text: str) -> str:
    """The text with the halves of characters joined, which RTF writes one after the other."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass") if HALF.search(text) else text
