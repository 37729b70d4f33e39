"""The letters and widths behind the codes of a PDF file's fonts.

A page of a PDF file shows glyphs by their code in a font. Which letters a glyph stands for is said by the font's
``ToUnicode`` map, or by the names of its glyphs; where neither does, nobody knows.

Source: ISO 32000-2, sections 9.6 (simple fonts), 9.7 (composite fonts) and 9.10 (extraction of text content).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Font", "font"]

SECTION = re.compile(rb"begin(bfchar|bfrange|codespacerange)(.*?)end\1", re.DOTALL)
HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
MOST = 200_000
"""The most entries of a map: no font has more glyphs than 65,536."""
BASES = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
SYMBOLIC = 4


@dataclass
class Font:
    """What a font says about its codes.

    Parameters
    ----------
    size: bytes of a code.
    letters: code to the letters that its glyph stands for.
    widths: code to the width of its glyph, in the size of the font; ``width`` for the others.
    """

    size: int = 1
    letters: dict[int, str] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    width: float = 0.5

    def glyphs(self, data: bytes) -> Iterator[tuple[str | None, float, bool]]:
        """Letters (None: unknown), width and whether it is a space of one byte, for each code of a string."""
        if self.size == 1:
            for code in data:
                yield self.letters.get(code), self.widths.get(code, self.width), code == 32
            return
        for place in range(0, len(data) - 1, 2):
            code = data[place] << 8 | data[place + 1]
            yield self.letters.get(code), self.widths.get(code, self.width), False


def font(resource: Any) -> Font:
    """What the resource of a font says; an empty font where it is broken."""
    if _is(resource.get("/Subtype"), "/Type0"):
        return _composite(resource)
    return _simple(resource)


def _is(value: Any, name: str) -> bool:
    return str(_plain(value)) == name


def _plain(value: Any) -> Any:
    """An object behind a reference."""
    return value.get_object() if hasattr(value, "get_object") else value


def _composite(resource: Any) -> Font:
    found = Font(size=2, width=1.0)
    found.letters = _to_unicode(resource)
    below = _plain(resource.get("/DescendantFonts"))
    inner = _plain(below[0]) if isinstance(below, list) and below else {}
    found.width = _number(inner.get("/DW"), 1000.0) / 1000
    entries = [_plain(one) for one in (_plain(inner.get("/W")) or ())]
    place = 0
    while place + 1 < len(entries) and len(found.widths) < MOST:
        first, second = int(_number(entries[place])), entries[place + 1]
        if isinstance(second, list):
            found.widths.update((first + n, _number(one) / 1000) for n, one in enumerate(second))
            place += 2
        elif place + 2 < len(entries):
            last = min(int(_number(second)), first + 0xFFFF)
            found.widths.update(dict.fromkeys(range(first, last + 1), _number(entries[place + 2]) / 1000))
            place += 3
        else:
            break
    return found


def _simple(resource: Any) -> Font:
    found = Font()
    found.letters = _encoding(resource)
    found.letters.update(_to_unicode(resource))
    scale = 0.001
    if _is(resource.get("/Subtype"), "/Type3"):
        matrix = _plain(resource.get("/FontMatrix")) or [0.001]
        scale = abs(_number(matrix[0], 0.001))
    first = int(_number(resource.get("/FirstChar")))
    widths = _plain(resource.get("/Widths")) or []
    found.widths = {first + n: _number(one) * scale for n, one in enumerate(widths[:256])}
    described = _plain(resource.get("/FontDescriptor")) or {}
    if found.widths:
        found.width = _number(described.get("/MissingWidth")) * scale
    return found


def _encoding(resource: Any) -> dict[int, str]:
    """The letters of a simple font's codes by its encoding and the names of its glyphs."""
    from fontTools.agl import toUnicode
    from fontTools.encodings.StandardEncoding import StandardEncoding

    said = _plain(resource.get("/Encoding"))
    base = str(_plain(said.get("/BaseEncoding"))) if hasattr(said, "get") else str(said)
    flags = int(_number((_plain(resource.get("/FontDescriptor")) or {}).get("/Flags")))
    letters: dict[int, str] = {}
    if base in BASES:
        letters = {code: bytes([code]).decode(BASES[base], "ignore") for code in range(32, 256)}
    elif not (flags & SYMBOLIC and _is(resource.get("/Subtype"), "/TrueType")):
        letters = {code: toUnicode(name) for code, name in enumerate(StandardEncoding) if name != ".notdef"}
    code = 0
    for one in (_plain(said.get("/Differences")) or ()) if hasattr(said, "get") else ():
        entry = _plain(one)
        if isinstance(entry, (int, float)):
            code = int(entry)
            continue
        named = toUnicode(str(entry).lstrip("/"))
        letters.pop(code, None)
        if named:
            letters[code] = named
        code += 1
    return {code: text for code, text in letters.items() if text}


def _to_unicode(resource: Any) -> dict[int, str]:
    """The font's own map of codes to letters."""
    stream = _plain(resource.get("/ToUnicode"))
    found: dict[int, str] = {}
    if not hasattr(stream, "get_data"):
        return found
    for kind, body in SECTION.findall(stream.get_data()):
        if kind == b"bfchar":
            codes = [bytes.fromhex(_even(one[0])) for one in HEX.findall(body)]
            found.update((int.from_bytes(code), _text(to)) for code, to in zip(codes[::2], codes[1::2], strict=False))
        elif kind == b"bfrange":
            _ranges(body, found)
        if len(found) > MOST:
            break
    return {code: text for code, text in found.items() if text}


def _ranges(body: bytes, found: dict[int, str]) -> None:
    """Ranges of codes: each with its first letter, or with a list of all of them."""
    tokens = iter(HEX.findall(body))
    for token in tokens:
        first = int.from_bytes(bytes.fromhex(_even(token[0])))
        last = int.from_bytes(bytes.fromhex(_even(next(tokens, (b"",))[0])))
        last = min(last, first + 0xFFFF)
        start = next(tokens, (b"", b"", b""))
        if start[1]:
            for code in range(first, last + 1):
                one = next(tokens, (b"", b"", b"]"))
                if one[2]:
                    break
                found[code] = _text(bytes.fromhex(_even(one[0])))
            else:
                next(tokens, None)
        elif start[0]:
            letters = _text(bytes.fromhex(_even(start[0])))
            for step in range(last - first + 1 if letters else 0):
                if ord(letters[-1]) + step > 0x10FFFF or len(found) > MOST:
                    break
                found[first + step] = letters[:-1] + chr(ord(letters[-1]) + step)


def _even(digits: bytes) -> str:
    """Hexadecimal digits as pairs."""
    text = b"".join(digits.split()).decode("ascii")
    return text + "0" * (len(text) % 2)


def _text(data: bytes) -> str:
    """Letters as a map writes them: UTF-16, of which some programs leave the first byte out."""
    data = data if len(data) != 1 else b"\x00" + data
    return data.decode("utf-16-be", "ignore").replace("\x00", "")


def _number(value: Any, otherwise: float = 0.0) -> float:
    value = _plain(value)
    try:
        number = float(value)
    except (TypeError, ValueError):
        return otherwise
    return number if -1e7 < number < 1e7 else otherwise
