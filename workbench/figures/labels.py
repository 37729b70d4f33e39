"""Text on its way into a figure: cleaned, cut to fit, kept apart from its neighbours, and never markup.

Titles, names and outlets come from pages that anyone may have written. Here they lose what would break a file or
reorder the line (control characters), and get what keeps a number or a name in its place (isolates).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from html import escape

__all__ = [
    "END_ISOLATE",
    "clean",
    "fit",
    "fit_lines",
    "for_axis",
    "for_plotly",
    "held",
    "isolate",
    "led",
    "needs_outline",
    "right_to_left",
]

ELLIPSIS = "…"
LONGEST = 34
"""The most characters that a name has beside an axis on the screen, where hovering tells it whole."""
NUMBERED = re.compile(r"\b\d[\w.\-]*[A-Za-z][\w.\-…]*")
LRM, RLM = "\u200e", "\u200f"
ISOLATE, END_ISOLATE = "\u2068", "\u2069"
DROPPED = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")

Width = Callable[[str], float]


def clean(text: object, *, otherwise: str = "—") -> str:
    r"""The text on one line without control characters, in NFC; ``otherwise`` where nothing is left of it.

    >>> clean("الشرق\n\u202eالأوسط\x00"), clean("")
    ('الشرق الأوسط', '—')
    """
    kept = (character for character in str(text) if character not in DROPPED)
    plain = "".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in kept)
    return unicodedata.normalize("NFC", " ".join(plain.split())) or otherwise


def isolate(text: object) -> str:
    """The text between isolates: it keeps its own direction and leaves the words around it alone."""
    return f"{ISOLATE}{text}{END_ISOLATE}"


def right_to_left(text: str) -> bool:
    """Whether the text holds a letter that is written from the right."""
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


def led(line: str, *, rtl: bool) -> str:
    """The line with a mark before it where its first word would turn it to the other direction.

    >>> led("Post. المقالات", rtl=True) == "\u200fPost. المقالات", led("المقالات", rtl=True) == "المقالات"
    (True, True)
    """
    first = next((found for one in line if (found := unicodedata.bidirectional(one)) in ("L", "R", "AL")), None)
    return line if first is None or (first != "L") == rtl else (RLM if rtl else LRM) + line


def held(text: str) -> str:
    """The text with marks round Latin words that begin with a number, where what is written from the right turns them.

    >>> held("سراج الميناء · 04_page") == "سراج الميناء · \u200e04_page\u200e", held("Page 04_page") == "Page 04_page"
    (True, True)
    """
    return NUMBERED.sub(f"{LRM}\\g<0>{LRM}", text) if right_to_left(text) else text


def needs_outline(text: str) -> bool:
    """Whether print must draw the text as shapes: the PDF writer misplaces marks and what stands between isolates."""
    return right_to_left(text) and any(unicodedata.category(character) in ("Mn", "Cf") for character in text)


def for_plotly(text: object) -> str:
    r"""A cleaned text that plotly shows as it stands: no tag, link, entity or formula, its direction its own.

    >>> for_plotly("<b>خبر</b>")
    '\u2068&lt;b&gt;خبر&lt;/b&gt;\u2069'
    """
    return isolate(held(escape(clean(text), quote=False).replace("$", "&#36;")))


def for_axis(text: object, *, otherwise: str) -> str:
    """A name for plotly's axes: cleaned, cut where it is long, shown as it stands."""
    plain = clean(text, otherwise=otherwise)
    return for_plotly(plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rstrip() + ELLIPSIS)


def fit(text: str, room: float, width: Width) -> str:
    """The text where it is no wider than ``room``, else as much of it as fits and an ellipsis."""
    if width(text) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle].rstrip() + ELLIPSIS) <= room:
            low = middle
        else:
            high = middle - 1
    while low and unicodedata.combining(text[low : low + 1] or " "):
        low -= 1  # a letter keeps its marks, or goes with them
    return text[:low].rstrip() + ELLIPSIS


def fit_lines(text: str, room: float, width: Width, *, lines: int = 2) -> str:
    r"""The text broken between words into at most ``lines`` lines, the last of them cut with an ellipsis.

    >>> fit_lines("صحيفة الشرق الأوسط", 12, len)
    'صحيفة الشرق\nالأوسط'
    """
    done: list[str] = []
    words = text.split(" ")
    while words and len(done) < lines - 1:
        count = 1
        while count < len(words) and width(" ".join(words[: count + 1])) <= room:
            count += 1
        done.append(fit(" ".join(words[:count]), room, width))
        words = words[count:]
    if words:
        done.append(fit(" ".join(words), room, width))
    return "\n".join(done)
