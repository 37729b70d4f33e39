"""Which column of a table is which field of an article: by the names that people give columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from workbench.errors import LoadError
from workbench.loaders.records import FIELDS, Unreadable

__all__ = ["CONTENT_FIELDS", "check", "guess"]

CONTENT_FIELDS = ("text", "html")
NAMES = {
    "text": "text|full text|article text|body|content|article|article body|story|plain text|النص|نص|نص المقال|نص الخبر"
    "|المتن|متن|المحتوى|محتوى|الخبر|المقال",
    "html": "html|raw html|page|page html|content html|body html|source code|صفحة|الصفحة",
    "id": "id|article id|doc id|document id|story id|stories id|guid|uid|المعرف|معرف|رقم المقال|رقم الخبر|الرقم",
    "source": "source|outlet|publication|publisher|media|media name|newspaper|site|site name|domain|source name|journal"
    "|المصدر|مصدر|الصحيفة|صحيفة|الموقع|موقع|الوسيلة|وسيلة الإعلام|الجهة|الناشر",
    "title": "title|headline|head line|article title|name|العنوان|عنوان|عنوان المقال|عنوان الخبر",
    "published": "published|date|publish date|published date|publication date|published at|pub date|pubdate|datetime"
    "|date published|time|load date|تاريخ النشر|التاريخ|تاريخ|النشر|وقت النشر",
    "author": "author|authors|byline|writer|journalist|الكاتب|كاتب|المؤلف|الكتاب|الصحفي|المحرر|اسم الكاتب",
    "url": "url|link|permalink|uri|address|web address|canonical url|الرابط|رابط|العنوان الإلكتروني|عنوان الصفحة",
    "language": "language|lang|locale|اللغة|لغة",
}
EXAMPLE = "such as columns={'text': 'نص الخبر'}."
LETTERS = str.maketrans("أإآىة", "ااايه")


def check(columns: Mapping[str, str] | None) -> dict[str, str]:
    """The columns that the user named, once it is sure that they name fields.

    Raises
    ------
    LoadError: a key is no field of an article, or a value no name of a column.
    """
    if not isinstance(columns, Mapping | None):
        raise LoadError(f"columns= is {columns!r}, not names of columns by field.", hint=EXAMPLE)
    chosen: dict[str, str] = {}
    fields = (*CONTENT_FIELDS, *FIELDS)
    for field, name in (columns or {}).items():
        if field not in fields:
            raise LoadError(
                f"columns= names {field!r}, which is no field of an article.",
                hint=f"its keys are fields ({', '.join(fields)}), its values names of columns.",
            )
        if name is None or isinstance(name, (bool, list, dict)):
            raise LoadError(f"columns= says {name!r} for {field!r}, which is no name of a column.", hint=EXAMPLE)
        chosen[field] = str(name)  # frames have columns named 0
    return chosen


def guess(names: Iterable[str], chosen: Mapping[str, str], *, content: bool = True) -> dict[str, str]:
    """Field to column name for a table with these columns; ``chosen`` wins over the guess.

    >>> guess(["العنوان", "نص الخبر", "Publish_Date"], {})
    {'text': 'نص الخبر', 'title': 'العنوان', 'published': 'Publish_Date'}

    Raises
    ------
    Unreadable: a chosen column is missing or there twice, or no column holds the text (with ``content``).
    """
    present = list(names)
    plain: dict[str, str] = {}
    for name in present:
        plain.setdefault(_plain(name), name)
    found: dict[str, str] = {}
    for field, known in NAMES.items():
        if field in chosen:
            if chosen[field] not in present:
                raise Unreadable(f"it has no column named {chosen[field]!r}; its columns are {_listed(present)}")
            found[field] = chosen[field]
            continue
        guessed = next((plain[_plain(one)] for one in known.split("|") if _plain(one) in plain), None)
        if guessed is not None and guessed not in chosen.values():
            found[field] = guessed
    if content and not any(field in found for field in CONTENT_FIELDS):
        raise Unreadable(
            f"no column of it holds a text; its columns are {_listed(present)}. Say which: columns={{'text': ...}}"
        )
    twice = next((name for name in found.values() if present.count(name) > 1), None)
    if twice is not None:
        raise Unreadable(f"two of its columns are named {twice!r}, so that it cannot be told which one is meant")
    return found


def _plain(name: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return " ".join(re.sub(r"[\W_]+", " ", spaced).casefold().translate(LETTERS).split())


def _listed(names: list[str]) -> str:
    shown = ", ".join(repr(name[:40]) for name in names[:12])
    return shown + (f" and {len(names) - 12} more" if len(names) > 12 else "")
