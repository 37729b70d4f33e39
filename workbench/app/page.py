"""The stand-alone page: the linked views in one file that opens offline, without a kernel or a server."""

from __future__ import annotations

import base64
import hashlib
import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.corpus import Corpus, expect
from workbench.widgets.bundle import bundle
from workbench.widgets.excerpts import excerpts, sums
from workbench.widgets.language import labels
from workbench.widgets.records import Labels
from workbench.widgets.story import packed, tell
from workbench.widgets.telling.filed import filed
from workbench.widgets.workbench import extract

if TYPE_CHECKING:
    from workbench.extractors.entities.result import Entities
    from workbench.extractors.overlap.result import Overlap
    from workbench.extractors.quotes.result import Quotes

__all__ = ["page", "script_json"]

UNSAFE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}

TEMPLATE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header class="rw-root rw-page-head"><h1 dir="auto">{title}</h1><p>{note}</p>{files}</header>
<main class="rw-root" id="riwaya"><noscript><p class="rw-state">{needs_script}</p></noscript></main>
<script type="application/json" id="riwaya-labels">{labels}</script>
<script type="application/gzip" id="riwaya-story">{data}</script>
<script type="module">{script}</script>
</body>
</html>
"""


def page(  # noqa: PLR0913 - each is a wish of its own
    corpus: Corpus,
    path: str | Path,
    *,
    entities: Entities | None = None,
    quotes: Quotes | None = None,
    overlap: Overlap | None = None,
    language: str | None = None,
    title: str | None = None,
    texts: bool = True,
) -> Path:
    """One HTML file in which the linked views work, without a network, a kernel or a server; its path.

    Parameters
    ----------
    corpus: the articles.
    path: the file to write; its folder is made where there is none.
    entities, quotes, overlap: results on that corpus; what is not given is extracted now.
    language: of the labels, "ar" or "en"; that of ``wb.language()`` where it is None.
    title: of the page; the labels' word for the workbench where it is None.
    texts: False leaves the full texts out, for a page that is passed on and whose articles are somebody's. What stays
        of an article: its titles, source, date, author and address; of each quotation and of each side of a shared
        passage at most 25 words (``workbench.widgets.excerpts.MOST_WORDS``), with those around it in the same
        sentence; names as they are written; all offsets; and the SHA-256 of its text, by which somebody who has
        the text can tell that it is the same. No sentence without a quotation or a shared passage is in the file.

    Raises
    ------
    MissingBundleError: the browser half has not been built.
    UnknownLanguageError: no pack has that code.
    """
    expect(corpus, "Corpus", maker="wb.load(...)")
    words = labels(language)
    script, style = bundle("page")
    entities, quotes, overlap = extract(corpus, entities=entities, quotes=quotes, overlap=overlap)
    story, _ = tell(corpus, entities=entities, quotes=quotes, overlap=overlap)
    story = story if texts else excerpts(story, corpus)
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    script = script.replace("<!--", "\\x3c!--").replace("</script", "\\x3c/script")
    target.write_text(
        TEMPLATE.format(
            language=escape(words["language"]),
            direction=escape(words["direction"]),
            policy=escape(_policy(script)),
            title=escape(title or _word(words, "views", "workbench")),
            note=escape(
                _word(words, "report", "offline_note") if texts else _word(words, "workbench", "excerpts_only")
            ),
            files=_files(corpus, words) + ("" if texts else _sums(corpus, words)),
            needs_script=escape(_word(words, "messages", "needs_script")),
            style=style.replace("</", "<\\/"),
            labels=script_json(words),
            data=base64.b64encode(packed(story)).decode(),
            script=script,
        ),
        encoding="utf-8",
    )
    return target


def _files(corpus: Corpus, words: Labels) -> str:
    """What became of each file, folded away behind its counts; the refused first."""
    order = ("refused", "marked", "read")
    rows = sorted(corpus.report.rows, key=lambda row: order.index(row.status))
    refused, marked = (sum(row.status == status for row in rows) for status in ("refused", "marked"))
    counted = {"files_read": len(rows) - refused, "files_marked": marked, "files_refused": refused}
    counts = "".join(
        f"<span>{escape(_word(words, 'report', key))} <bdi>{count}</bdi></span>" for key, count in counted.items()
    )
    head = "".join(f"<th>{escape(_word(words, 'columns', name))}</th>" for name in ("file", "status"))
    reason = f"<th>{escape(_word(words, 'report', 'reason'))}</th>"
    body = "".join(
        f'<tr class="rw-{row.status}"><td><bdi>{escape(row.file)}</bdi></td>'
        f"<td>{escape(_word(words, 'statuses', row.status))}</td>"
        f"<td><bdi>{escape(filed(row.reason, words))}</bdi></td></tr>"
        for row in rows
    )
    table = f"<table><thead><tr>{head}{reason}</tr></thead><tbody>{body}</tbody></table>"
    return f'<details class="rw-page-files"><summary>{counts}</summary><div>{table}</div></details>'


def _sums(corpus: Corpus, words: Labels) -> str:
    """What the texts that were left out are: each article with the SHA-256 of its text, folded away."""
    names = ("article", "source", "title")
    head = "".join(f"<th>{escape(_word(words, 'columns', name))}</th>" for name in names)
    head += f"<th>{escape(_word(words, 'workbench', 'characters'))}</th><th>SHA-256</th>"
    body = "".join(
        f"<tr><td><bdi>{escape(article.id)}</bdi></td><td><bdi>{escape(article.source)}</bdi></td>"
        f"<td><bdi>{escape(article.title)}</bdi></td><td>{len(article.text)}</td><td><code>{digest}</code></td></tr>"
        for article, digest in sums(corpus)
    )
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    summary = f"<span>{escape(_word(words, 'workbench', 'sums'))}</span>"
    return f'<details class="rw-page-files"><summary>{summary}</summary><div>{table}</div></details>'


def script_json(value: object) -> str:
    r"""A value as JSON that cannot end or comment out the script element that it stands in.

    >>> script_json({"title": "</script><!-- خبر"})
    '{"title":"\\u003c/script\\u003e\\u003c!-- خبر"}'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(UNSAFE)


def _policy(script: str) -> str:
    """What the browser may do for this page: run this one script, and fetch nothing."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _word(words: Labels, section: str, key: str) -> str:
    return words["sections"][section][key]
