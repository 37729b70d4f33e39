"""When an article was published, from what a table or a page states: a date, a datetime, or nothing."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from workbench.languages.pack import LanguagePack
from workbench.text.dates import dates

__all__ = ["read_published"]

ONLY_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_published(value: object, pack: LanguagePack) -> dt.date | dt.datetime | None:
    """The date or datetime that a value states, None where it states none or could mean two.

    A date stays a date and a time zone stays as written. Understood: date objects, ISO 8601, RFC 2822, and the
    written dates of ``text/dates.py``. ``03/02/2025`` means two days and is none.

    >>> from workbench.languages import pack
    >>> read_published("الأربعاء 12 شباط 2025", pack("ar"))
    datetime.date(2025, 2, 12)
    """
    if isinstance(value, dt.datetime):
        plain = getattr(value, "to_pydatetime", None)  # a pandas Timestamp counts nanoseconds, and warns of them
        moment = plain(warn=False) if plain else value
        return moment if isinstance(moment, dt.datetime) else None
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        return None
    text = value.strip()
    return _iso(text) or _mail(text) or _written(text, pack)


def _iso(text: str) -> dt.date | dt.datetime | None:
    try:
        return dt.date.fromisoformat(text) if ONLY_DATE.fullmatch(text) else _moment(text)
    except ValueError:
        return None


def _moment(text: str) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if re.match(r"\d{4}-\d{2}-\d{2}[T ]", text) else None


def _mail(text: str) -> dt.datetime | None:
    if not re.search(r"\d{1,2} [A-Z][a-z]{2} \d{4} \d", text):
        return None
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None


def _written(text: str, pack: LanguagePack) -> dt.date | None:
    stated = {found.date for found in dates(text[:200], pack)}
    return stated.pop() if len(stated) == 1 else None
