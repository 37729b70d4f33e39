"""Quotations as annotations of the pages: one JSON object a line, and the W3C's Web Annotation Data Model.

Source: Web Annotation Data Model, W3C Recommendation of 23 February 2017. Positions count code points, half-open, as
its text position selector asks; they count in the text that was extracted from the page, which is therefore the
annotation's source, with the page's address as its scope. The exact words and those around them find the place in the
page itself.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import workbench
from workbench.corpus import Article

if TYPE_CHECKING:
    from workbench.extractors.quotes.result import Quotes

__all__ = ["json_lines", "web_annotations"]

AROUND = 32
"""Characters before and after the words of a quotation that help to find it again."""
SPACE = uuid.UUID("0d5f0a0e-6b3c-5f0a-9a5e-1d6a3c9f2b11")
"""The name space of the annotations' ids: the same quotation has the same id in every export."""
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def json_lines(quotes: Quotes) -> str:
    """One JSON object a line: the columns of ``quotes.table``, the speaker's name and the article's facts."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in _records(quotes))


def _records(quotes: Quotes) -> Iterator[dict[str, Any]]:
    names = dict(zip(quotes.entities.table["entity"], quotes.entities.table["name"], strict=True))
    for row in quotes.table.to_dict("records"):
        article = quotes.corpus[row["article"]]
        plain = {str(key): value.item() if hasattr(value, "item") else value for key, value in row.items()}
        yield {
            **plain,
            "speaker_name": names.get(row["speaker"], ""),
            "source": article.source,
            "title": article.title,
            "published": "" if article.published is None else article.published.isoformat(),
            "url": article.url,
        }


def web_annotations(quotes: Quotes) -> str:
    """One annotation a line, each a JSON-LD document of its own, in the order of ``quotes.table``."""
    digests = {article.id: hashlib.sha256(article.text.encode()).hexdigest() for article in quotes.corpus}
    found = (_annotation(one, quotes.corpus[one["article"]], digests[one["article"]]) for one in _records(quotes))
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in found)


def _annotation(one: dict[str, Any], article: Article, digest: str) -> dict[str, Any]:
    start, end = one["start"], one["end"]
    said = [("tagging", one["kind"]), ("tagging", one["stance"]), ("identifying", one["speaker_name"])]
    said += [("describing", one["speaker_text"]), ("classifying", one["rule"])]
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": {
            "id": f"urn:sha256:{digest}",
            "type": "Text",
            "format": "text/plain",
            "language": article.language,
        },
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": article.text[start:end],
                "prefix": article.text[max(0, start - AROUND) : start],
                "suffix": article.text[end : end + AROUND],
            },
        ],
    }
    if article.url:
        target["scope"] = article.url
    return {
        "@context": CONTEXT,
        "id": _id(digest, str(start), str(end), one["kind"]),
        "type": "Annotation",
        "motivation": "describing",
        "generator": {
            "type": "Software",
            "name": f"Riwaya {workbench.__version__}",
        },
        "body": [{"type": "TextualBody", "purpose": purpose, "value": value} for purpose, value in said if value],
        "target": target,
    }


def _id(*parts: str) -> str:
    return f"urn:uuid:{uuid.uuid5(SPACE, ' '.join(parts))}"
