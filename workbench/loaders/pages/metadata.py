"""What an HTML page says about itself: JSON-LD, Open Graph, ``<meta>``, ``<time>``, canonical link, language.

Values are taken as they stand, as text: a ``javascript:`` address stays in ``url`` and is never followed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from workbench.loaders.records import Meta

__all__ = ["metadata"]

BY_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "published": (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "dc.date.issued",
        "dcterms.issued",
        "pubdate",
        "publishdate",
        "publish_date",
        "publication_date",
        "parsely-pub-date",
        "sailthru.date",
    ),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "citation_author"),
    "source": ("og:site_name", "application-name", "dc.publisher"),
    "url": ("og:url",),
    "language": ("og:locale", "content-language", "dc.language"),
}
ARTICLE_TYPES = ("Article", "BlogPosting", "LiveBlogPosting")
FIRST_NODES = 2_000


def metadata(tree: Any) -> Meta:
    """The fields that a page states, the most reliable statement of each first."""
    said: Meta = {}
    for source in (_json_ld(tree), _meta_tags(tree), _elements(tree)):
        for field, value in source.items():
            if isinstance(value, str) and value.strip():
                said.setdefault(field, value.strip())
    return said


def _meta_tags(tree: Any) -> Meta:
    stated: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or ""
        content = (tag.get("content") or "").strip()
        name = name.strip().lower()
        if content and not (name in BY_META["author"] and content.lower().startswith(("http:", "https:"))):
            stated.setdefault(name, []).append(content)
    found: Meta = {}
    for field, names in BY_META.items():
        values = next((stated[name] for name in names if name in stated), [""])
        found[field] = "; ".join(dict.fromkeys(values)) if field == "author" else values[0]
    return found


def _elements(tree: Any) -> Meta:
    found: Meta = {"language": tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""}
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            found.setdefault("url", link.get("href") or "")
    title = next(tree.iter("title"), None)
    if title is not None and title.text:
        found["title"] = found["window"] = " ".join(title.text.split())
    return found


def _json_ld(tree: Any) -> Meta:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        nodes = list(_nodes(data))
        for node in nodes:
            if _is_article(node):
                return _article(
                    node, {one["@id"]: one for one in nodes if isinstance(one.get("@id"), str) and "name" in one}
                )
    return {}


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Every object in a JSON value, outermost first, by a loop."""
    queue, seen = [data], 0
    while queue and seen < FIRST_NODES:
        node = queue.pop(0)
        seen += 1
        if isinstance(node, dict):
            yield node
            queue.extend(value for value in node.values() if isinstance(value, (dict, list)))
        elif isinstance(node, list):
            queue.extend(node[:FIRST_NODES])


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(ARTICLE_TYPES) for kind in kinds)


def _article(node: dict[str, Any], known: dict[str, dict[str, Any]]) -> Meta:
    """The fields of an article; ``known`` are the objects that others point to, by their ``@id``."""
    page = node.get("mainEntityOfPage")
    return {
        "title": _string(node.get("headline")),
        "published": _string(node.get("datePublished")),
        "author": _names(_people(node.get("author") or node.get("creator"), known)),
        "source": _names(node.get("publisher")),
        "url": _string(node.get("url")) or (_string(page.get("@id")) if isinstance(page, dict) else _string(page)),
        "language": _string(node.get("inLanguage")),
    }


def _people(value: Any, known: dict[str, dict[str, Any]]) -> list[Any]:
    """Who is named, by pointing to another object too; persons alone where organisations stand beside them."""
    several = value if isinstance(value, list) else [value]
    found = [
        known.get(str(one.get("@id")), one) if isinstance(one, dict) and "name" not in one else one for one in several
    ]
    persons = [one for one in found if isinstance(one, dict) and one.get("@type") == "Person"]
    return persons or found


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _names(value: Any) -> str:
    """A name, an object with a name, or several of these."""
    several = value if isinstance(value, list) else [value]
    named = [one.get("name") if isinstance(one, dict) else one for one in several]
    names = [_string(name) for one in named for name in (one if isinstance(one, list) else [one])]
    return "; ".join(name for name in names if name)
