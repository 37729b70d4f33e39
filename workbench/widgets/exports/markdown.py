"""The evidence tray as Markdown.

``widgets/core/markdown.ts`` writes the same where there is no kernel; one fixture that both are tested on holds them
together. Dates are ISO 8601 in both, since a browser and Python word them differently.
"""

from __future__ import annotations

import re
from typing import Any

from workbench.widgets.exports.words import address, groups, moment, places, word
from workbench.widgets.tray import Finding, corpus_names

__all__ = ["markdown"]

ACTS = re.compile(r"[\\`*_\[\]<>#|~&$]")
BEGINS = re.compile(r"^([ \t]*[0-9]*)([-+=:.)])", re.MULTILINE)
LINES = re.compile(r"\r\n|\r|\n")
ISOLATE, END = "\u2068", "\u2069"


def markdown(findings: list[Finding], language: str) -> str:
    """What is in the tray, in the order given; each piece of text isolated, so that directions do not mix.

    Parameters
    ----------
    findings: as they are kept.
    language: of the headings.
    """
    parts = [f"# {word(language, 'title')}", _escaped(word(language, "offsets_note"))]
    names = corpus_names(findings)
    for number, finding in enumerate(findings, 1):
        parts += _finding(finding, number, language, names.get(finding["corpus"], ""))
    return "\n\n".join(parts) + "\n"


def _finding(finding: Finding, number: int, language: str, corpus: str) -> list[str]:
    kind = word(language, f"kind_{finding['kind']}")
    parts = [f"## {number}. {kind}: {_isolated(finding['name'])}"]
    if finding["facts"]:
        parts.append(_escaped(finding["facts"]))
    if corpus:
        parts.append(f"{word(language, 'corpus')}: {_isolated(corpus)}")
    for spans in groups(finding["spans"]):
        parts += [_quoted(span["text"]) for span in spans if span["text"]]
        parts.append(_source(spans, language))
    if finding["note"].strip():
        parts.append(f"**{word(language, 'note')}:** {_escaped(finding['note'].strip())}")
    return parts


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in LINES.split(_escaped(text)))


def _source(spans: list[dict[str, Any]], language: str) -> str:
    """Where words of one article stand, in one line."""
    span = spans[0]
    known = [span["source"], span["title"], moment(span["published"])]
    parts = [_isolated(text) for text in known if text]
    if address(span["url"]):
        parts.append(f"<{span['url']}>")
    if places(spans):
        place = word(language, "place").replace("{places}", f"{ISOLATE}{places(spans)}{END}")
        parts.append(place.replace("{article}", _isolated(span["article"])))
    return "— " + " · ".join(parts)


def _isolated(text: str) -> str:
    """A value within a line, so that nothing in it begins one."""
    return f"{ISOLATE}{_inline(' '.join(LINES.split(text)))}{END}"


def _inline(text: str) -> str:
    return ACTS.sub(lambda found: f"\\{found[0]}", text)


def _escaped(text: str) -> str:
    r"""Text that says in Markdown what it says.

    >>> print(_escaped("*نعم* <b>\n1. لا"))
    \*نعم\* \<b\>
    1\. لا
    """
    return BEGINS.sub(r"\1\\\2", _inline(text))
