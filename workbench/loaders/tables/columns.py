"""Which column of a table is which field of an article: by the names that people give columns, and as the user says.

What the names leave open, the contents may tell (``contents.py``); the two meet in ``mapping.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from workbench.errors import LoadError
from workbench.loaders.records import FIELDS, Unreadable

__all__ = ["CONTENT_FIELDS", "NONE", "by_name", "check", "guess", "is_number", "listed", "no_text", "once", "plain"]

CONTENT_FIELDS = ("text", "html")
NONE = ""
"""What stands for the name of a column where the user says that a field has none; no column is named so."""
NAMES = {
    "text": "text|full text|fulltext|article text|body|content|article|article body|body text|content text|story"
    "|plain text|النص|نص|نص المقال|نص الخبر|النص الكامل|نص المادة|المتن|متن|المحتوى|محتوى|الخبر|المقال|التفاصيل|تفاصيل",
    "html": "html|raw html|page|page html|content html|body html|source code|صفحة|الصفحة",
    "id": "id|article id|doc id|document id|story id|stories id|guid|uid|المعرف|معرف|رقم المقال|رقم الخبر|الرقم",
    "source": "source|outlet|publication|publisher|media|media name|newspaper|site|site name|sitename|website|domain"
    "|source name|journal|hostname|host|publication title"
    "|اسم الصحيفة|اسم الجريدة|اسم الموقع|اسم الوسيلة|المصدر|مصدر|الصحيفة|صحيفة|الجريدة|جريدة|الموقع|موقع"
    "|الوسيلة|وسيلة|الوسيلة الإعلامية|وسيلة الإعلام|الجهة|جهة|الناشر",
    "title": "title|headline|head line|article title|name|العنوان|عنوان|عنوان المقال|عنوان الخبر",
    "published": "published|date|publish date|published date|publication date|published at|pub date|pubdate|datetime"
    "|date published|time|load date|تاريخ النشر|يوم النشر|التاريخ|تاريخ|النشر|وقت النشر",
    "author": "author|authors|byline|writer|journalist|الكاتب|كاتب|المؤلف|الكتاب|الصحفي|المحرر|اسم الكاتب"
    "|صاحب المقال|صاحب المادة",
    "url": "url|link|permalink|uri|address|web address|canonical url|article url|page url"
    "|رابط الخبر|رابط المقال|الرابط|رابط|الرابط الإلكتروني|لينك|اللينك|العنوان الإلكتروني|عنوان الصفحة",
    "language": "language|lang|locale|اللغة|لغة",
}
NUMBERED = frozenset({"page", "صفحه", "الصفحه"})
"""Names under which a page of HTML stands, and as often the number of a page in print: contents tell which."""
OF_WHAT = (
    "الخبر|خبر|المادة|مادة|المقال|مقال|المقالة|التقرير|الموضوع|النشر|الصحفية|الصحفي|الصحافية|الصحافي"
    "|الإعلامية|الإعلامي|على|الإنترنت|article|item|news|post|story"
)
"""Words that only say of what a column is the title or the date: ``عنوان المادة الصحفية`` is ``عنوان``."""
EXAMPLE = "such as columns={'text': 'نص الخبر'}."
LETTERS = str.maketrans("أإآىة", "ااايه", "ـًٌٍَُِّْ")


def check(columns: Mapping[str, str | None] | None) -> dict[str, str]:
    """The columns that the user named, once it is sure that they name fields; ``NONE`` where there is to be none.

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
        if isinstance(name, (bool, list, dict)) or name == "":
            raise LoadError(f"columns= says {name!r} for {field!r}, which is no name of a column.", hint=EXAMPLE)
        chosen[field] = NONE if name is None else str(name)  # frames have columns named 0
    return chosen


def guess(names: Iterable[str], chosen: Mapping[str, str], *, content: bool = True) -> dict[str, str]:
    """Field to column name for a table with these columns, by their names; ``chosen`` wins over the guess.

    >>> guess(["العنوان", "نص الخبر", "Publish_Date"], {})
    {'text': 'نص الخبر', 'title': 'العنوان', 'published': 'Publish_Date'}

    Raises
    ------
    Unreadable: a chosen column is missing or there twice, or no column holds a text or an address (with ``content``).
    """
    present = list(names)
    found = by_name(present, chosen)
    if content and not any(field in found for field in (*CONTENT_FIELDS, "url")):
        raise Unreadable(no_text(present))
    once(found.values(), present)
    return found


def by_name(present: Sequence[str], chosen: Mapping[str, str]) -> dict[str, str]:
    """Field to column name, as the user says and as the names tell.

    Raises
    ------
    Unreadable: a chosen column is missing.
    """
    known: dict[str, str] = {}
    for name in present:
        known.setdefault(plain(name), name)
    short: dict[str, str] = {}
    for bare, name in known.items():
        short.setdefault(_short(bare), name)
    found: dict[str, str] = {}
    for field, names in FIELDS_BY_NAME.items():
        if field in chosen:
            if chosen[field] != NONE and chosen[field] not in present:
                raise Unreadable(f"it has no column named {chosen[field]!r}; its columns are {listed(present)}")
            if chosen[field] != NONE:
                found[field] = chosen[field]
            continue
        guessed = next((known[name] for name in names if name in known), None)
        guessed = guessed or next((short[name] for name in names if name in short), None)
        if guessed is not None and guessed not in chosen.values():
            found[field] = guessed
    return found


def once(used: Iterable[str], present: Sequence[str]) -> None:
    """Raises Unreadable where a column that is used is there twice."""
    twice = next((name for name in used if present.count(name) > 1), None)
    if twice is not None:
        raise Unreadable(f"two of its columns are named {twice!r}, so that it cannot be told which one is meant")


def no_text(present: Sequence[str]) -> str:
    """What the report says of a table without a text."""
    return f"no column of it holds a text; its columns are {listed(present)}. Say which: columns={{'text': ...}}"


@lru_cache(maxsize=10_000)
def plain(name: str) -> str:
    """A column's name without its punctuation, case and the spellings of its alef.

    >>> plain("Publish_Date"), plain("articleBody"), plain("إسم الصحيفة")
    ('publish date', 'article body', 'اسم الصحيفه')
    """
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return " ".join(re.sub(r"[\W_]+", " ", spaced).casefold().translate(LETTERS).split())


def _short(name: str) -> str:
    """A plain name without the words that only say of what it is; empty where it has none of these, or no others.

    >>> _short("عنوان الماده الصحفيه"), _short("ملاحظات الباحث")
    ('عنوان', '')
    """
    words = name.split()
    kept = [word for word in words if word not in OF_WHAT_PLAIN]
    return " ".join(kept) if len(kept) < len(words) else ""


def is_number(name: str) -> bool:
    """Whether a column that is named like a page may as well hold the number of one in print.

    >>> is_number("رقم"), is_number("الصفحة"), is_number("page_html")
    (False, True, False)
    """
    return plain(name) in NUMBERED or _short(plain(name)) in NUMBERED


def listed(names: Sequence[str]) -> str:
    """The first names of columns, for a message."""
    shown = ", ".join(repr(name[:40]) for name in names[:12])
    return shown + (f" and {len(names) - 12} more" if len(names) > 12 else "")


FIELDS_BY_NAME = {field: tuple(plain(name) for name in names.split("|")) for field, names in NAMES.items()}
OF_WHAT_PLAIN = frozenset(map(plain, OF_WHAT.split("|")))
