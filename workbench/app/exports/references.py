"""The articles as references: BibTeX (biblatex's ``@online``), RIS and CSL-JSON.

Sources: the manual of biblatex 3 for ``@online``; the RIS format as Reference Manager published it (2001); the schema
of CSL-JSON 1.0.2. An author is kept as the page writes it and never split into given and family name.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any

from workbench.corpus import Article, Corpus

__all__ = ["bibtex", "csl_json", "escaped", "ris"]

LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
LANGUAGES = {"ar": "arabic", "en": "english"}


def bibtex(corpus: Corpus) -> str:
    r"""All articles for biblatex, in UTF-8; the keys are ASCII and each is there once.

    >>> page = Article("p 1", "الضفة", "100% خبر", dt.date(2025, 2, 12), "", "https://a.example/x_1", "ar", "", (), "p")
    >>> print(bibtex(Corpus([page])), end="")
    @online{p-1,
      title = {{100\% خبر}},
      organization = {{الضفة}},
      date = {2025-02-12},
      url = {https://a.example/x_1},
      langid = {arabic},
    }
    """
    return "\n".join(_entry(key, article) for key, article in _keyed(corpus))


def _entry(key: str, article: Article) -> str:
    fields = {
        "title": _braced(article.title),
        "author": _braced(article.author),
        "organization": _braced(article.source),
        "date": "" if article.published is None else article.published.isoformat()[:10],
        "url": "" if not article.url else re.sub(r"[{}\\\s]", _percent, article.url),
        "langid": LANGUAGES.get(article.language, article.language),
        "note": escaped(article.agency),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@online{{{key},", *lines, "}", ""])


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found.group()):02X}"


def _braced(text: str) -> str:
    """Text that keeps its capitals and is no list of names; nothing for nothing."""
    return f"{{{escaped(text)}}}" if text else ""


def escaped(text: str) -> str:
    """Text on one line that LaTeX prints as it stands."""
    return "".join(LATEX.get(character, character) for character in _line(text))


def _keyed(corpus: Corpus) -> Iterator[tuple[str, Article]]:
    """Each article with a key of its own: its id, as far as that is ASCII."""
    taken: set[str] = set()
    for number, article in enumerate(corpus, start=1):
        key = re.sub(r"[^A-Za-z0-9]+", "-", article.id).strip("-") or f"article-{number}"
        while key.lower() in taken:
            key = f"{key}-{number}"
        taken.add(key.lower())
        yield key, article


def ris(corpus: Corpus) -> str:
    """All articles as RIS, in UTF-8, with the line ends that the format asks for."""
    lines = [line for key, article in _keyed(corpus) for line in _tags(key, article)]
    return "".join(f"{line}\r\n" for line in lines)


def _tags(key: str, article: Article) -> Iterator[str]:
    day = article.published
    tags = [
        ("TY", "NEWS"),
        ("ID", key),
        ("TI", article.title),
        ("AU", article.author),
        ("T2", article.source),
        ("PY", "" if day is None else f"{day.year:04d}"),
        ("DA", "" if day is None else f"{day.year:04d}/{day.month:02d}/{day.day:02d}"),
        ("UR", article.url),
        ("LA", article.language),
        ("N1", article.agency),
    ]
    yield from (f"{tag}  - {_line(value)}" for tag, value in tags if value)
    yield "ER  - "


def csl_json(corpus: Corpus) -> str:
    """All articles as CSL-JSON, which Zotero, pandoc and citeproc read."""
    return json.dumps([_item(key, article) for key, article in _keyed(corpus)], ensure_ascii=False, indent=1) + "\n"


def _item(key: str, article: Article) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": key,
        "type": "article-newspaper",
        "title": _line(article.title),
        "container-title": _line(article.source),
        "language": article.language,
    }
    if article.author:
        item["author"] = [{"literal": _line(article.author)}]
    if article.published is not None:
        day = article.published
        item["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
        if isinstance(day, dt.datetime):
            item["issued"]["raw"] = day.isoformat()
    if article.url:
        item["URL"] = article.url
    if article.agency:
        item["note"] = _line(article.agency)
    return item


def _line(text: str) -> str:
    """Text on one line, without control characters."""
    return " ".join("".join(c if c.isprintable() or c.isspace() else " " for c in text).split())
