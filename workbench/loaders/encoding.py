"""Bytes to text, exactly: no character is replaced, no line end translated.

In this order: a byte order mark, UTF-8, what the page declares, then the candidates of Arabic and
Western files and of charset-normalizer. Among candidates the one that reads as language wins: the
share of its words that are function words of an installed language pack, and among equals the one in
which the letters of a word are of one script. Where no function word speaks, that alone decides, and the
encoding is called a guess. Bytes that fit none, or are partly UTF-8 and partly something else, are
refused with the reason, never decoded with replacement characters.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from workbench.languages.pack import LanguagePack, packs

__all__ = ["Decoded", "decode"]

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SINGLE_BYTE = ("cp1252", "cp1256", "iso8859_6")
NAMES = {"cp1256": "windows-1256", "iso8859_6": "ISO-8859-6", "cp1252": "windows-1252"}
SIGNATURES = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
    b"\x7fELF",
)
SAMPLE = 60_000
READS_AS_LANGUAGE = 0.04
READS_AS_WORDS = 0.8
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x80-\x84\x86-\x9f]")
AS_BROWSERS = dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"), "windows-1252")
"""What pages call an encoding, and what they are written in all the same."""
PARTLY_UTF8 = re.compile(
    rb"(?:[\xd8-\xdb][\x80-\xbf]){3}"  # three Arabic letters
    rb"|[A-Za-z][\xc3-\xc5][\x80-\xbf]"  # a Latin letter with a mark, after one without
    rb"|\xe2\x80[\x90-\xa6]"  # dashes, quotation marks, dots
)
"""Characters in UTF-8 that no word in an encoding of one byte a letter looks like."""
RUN = re.compile("[^\\s\\d!-@\\[-`{-~\u00ab\u00bb\u2010-\u2026\u060c\u061b\u061f]+")


class Decoded(NamedTuple):
    """A text and the encoding it was in; with ``text`` None, the ``problem`` that kept it from being one.

    ``guess`` says that no word of a known language bears the encoding out.
    """

    text: str | None
    encoding: str = ""
    problem: str = ""
    guess: bool = False


def decode(data: bytes, *, declared: str = "") -> Decoded:
    """The text of a file's bytes, exactly, or the reason why it has none. Never raises.

    Parameters
    ----------
    declared: the encoding that the page itself names, tried after UTF-8.

    >>> decode("أكد الرئيس في موسكو على ذلك".encode("cp1256")).encoding
    'windows-1256'
    """
    if data.startswith(SIGNATURES):
        return Decoded(None, problem="it is a binary file, not text")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            text = _strict(data, encoding)
            if text is None:
                return Decoded(None, problem=f"its byte order mark says {encoding}, and it is broken {encoding}")
            return Decoded(text, "utf-8" if encoding == "utf-8-sig" else encoding)
    if b"\x00" in data:
        return _wide(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        place = error.start
    declared = AS_BROWSERS.get(declared.lower(), declared)
    if _mostly_utf8(data):
        return Decoded(None, problem=f"it is broken UTF-8: the byte at {place} belongs to no character")
    mixed = PARTLY_UTF8.search(data)
    if mixed:
        return Decoded(None, problem=f"a part of it is UTF-8 (byte {mixed.start()}) and another part is not ({place})")
    text = _strict(data, declared) if declared else None
    if text is not None and _score(text) >= READS_AS_LANGUAGE:
        return Decoded(text, declared.lower())
    return _guessed(data)


def _wide(data: bytes) -> Decoded:
    """UTF-16 without a mark has a zero byte beside most characters of some alphabets."""
    texts = [(text, name) for name in ("utf-16-le", "utf-16-be") if (text := _strict(data, name)) is not None]
    if texts:
        text, name = max(texts, key=lambda pair: _readable(pair[0]))
        if _readable(text) >= READS_AS_LANGUAGE:
            return Decoded(text, name)
    return Decoded(None, problem="it is a binary file, not text")


def _guessed(data: bytes) -> Decoded:
    candidates = list(SINGLE_BYTE)
    suggested = _suggested(data)
    if suggested and suggested not in candidates:
        candidates.append(suggested)
    texts = [(text, name) for name in candidates if (text := _strict(data, name)) is not None]
    for measure, least in ((_score, READS_AS_LANGUAGE), (_spelled, READS_AS_WORDS)):
        scored = [(measure(text), text, name) for text, name in texts]
        best = max(scored, key=lambda one: one[0], default=None)
        if best is not None and best[0] >= least:
            return Decoded(best[1], NAMES.get(best[2], best[2]), guess=measure is _spelled)
    return Decoded(None, problem="it is neither UTF-8 nor any other encoding in which it can be read")


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None
    return text if isinstance(text, str) else None


def _suggested(data: bytes) -> str:
    from charset_normalizer import from_bytes

    try:
        best = from_bytes(data[:SAMPLE]).best()
    except Exception:  # whatever a detector trips over, it has no suggestion then
        return ""
    return best.encoding if best is not None else ""


def _mostly_utf8(data: bytes) -> bool:
    """Whether nearly all bytes above ASCII form UTF-8 characters: a damaged file, not another encoding."""
    high = sum(byte > 127 for byte in data[:SAMPLE])
    good = sum(len(character.encode()) for character in data[:SAMPLE].decode("utf-8", "ignore") if character > "\x7f")
    return high >= 8 and good >= 0.9 * high


def _score(text: str) -> float:
    """How well a text reads as language: by its function words, and by the spelling of its other words."""
    return _readable(text) * _spelled(text)


def _spelled(text: str) -> float:
    """The share of the words beyond ASCII whose letters are of one script; 1 where there are no such words."""
    sample = text[:SAMPLE]
    if CONTROL.search(sample):
        return 0.0
    words = [word for word in RUN.findall(sample) if not word.isascii()]
    return sum(map(_of_one_script, words)) / len(words) if words else 1.0


@lru_cache(maxsize=50_000)
def _of_one_script(word: str) -> bool:
    """Whether a word has letters and marks of one script alone; in Latin, not most of them with accents."""
    scripts = {unicodedata.name(character, "?").split()[0] for character in word}
    plain = sum(map(str.isascii, word))
    letters = all(unicodedata.category(character)[0] in "LM" for character in word)
    return letters and len(scripts) == 1 and (scripts != {"LATIN"} or 3 * plain >= len(word) or len(word) == 1)


def _readable(text: str) -> float:
    """The share of words that are function words of some language, the best language counting."""
    sample = text[:SAMPLE]
    if CONTROL.search(sample):
        return 0.0
    return max((_share(sample, one) for one in packs()), default=0.0)


def _share(text: str, one: LanguagePack) -> float:
    words = one.fold(text).split()
    return sum(word in _function_words(one) for word in words) / len(words) if words else 0.0


@cache
def _function_words(one: LanguagePack) -> frozenset[str]:
    return frozenset(word for word in one.words("stopwords") if len(word) > 1)
