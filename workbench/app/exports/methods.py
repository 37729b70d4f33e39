"""How the results came about, in words for a paper: versions, parameters, counts, what was left out, and the inputs."""

from __future__ import annotations

import hashlib
import platform
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version

import workbench
from workbench.app.exports.results import Results
from workbench.app.exports.tables import pipe_table
from workbench.corpus import CONTENT_KINDS, Corpus
from workbench.languages import LanguagePack

__all__ = ["methods"]

PACKAGES = ("pandas", "numpy", "pyarrow", "numba", "python-crfsuite", "trafilatura", "networkx", "matplotlib")
"""Those whose version may change a figure."""


class _Say:
    def __init__(self, language: LanguagePack) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        return self.language.label("methods", key, **values)


def methods(results: Results, language: LanguagePack) -> str:
    """The method as Markdown, in the labels' language."""
    say = _Say(language)
    parts = [
        f"# {say('title')}",
        say("made_with", version=workbench.__version__, python=platform.python_version(), packages=_versions()),
        f"## {say('corpus')}",
        *_corpus(results.corpus, say),
        f"## {say('steps')}",
        *_steps(results, say),
        f"## {say('inputs')}",
        say("inputs_said"),
        pipe_table([say("file"), say("bytes"), "SHA-256"], _inputs(results.corpus)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _versions() -> str:
    return ", ".join(f"{name} {version(name)}" for name in PACKAGES)


def _corpus(corpus: Corpus, say: _Say) -> Iterator[str]:
    dated = sorted(article.published.isoformat()[:10] for article in corpus if article.published is not None)
    yield say("articles", articles=len(corpus), sources=len(corpus.sources), words=sum(one.words for one in corpus))
    if dated:
        yield say("published", first=dated[0], last=dated[-1])
    if len(dated) < len(corpus):
        yield say("undated", n=len(corpus) - len(dated))
    rows = corpus.report.rows
    refused = len(corpus.report.refused)
    if rows:
        yield say("read", read=len(rows) - refused, refused=refused)
    blocks: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for article in corpus:
        for block in article.blocks:
            blocks[block.kind] += 1
            words[block.kind] += len(article.slice(block).split())
    yield say("marked")
    kinds = sorted(blocks, key=lambda kind: (kind not in CONTENT_KINDS, kind))
    told = [
        (
            say.language.label("kinds", kind),
            say("is_read" if kind in CONTENT_KINDS else "is_left"),
            blocks[kind],
            words[kind],
        )
        for kind in kinds
    ]
    yield pipe_table([say("kind"), say("used"), say("blocks"), say("words")], told)


def _steps(results: Results, say: _Say) -> Iterator[str]:
    if results.entities is not None:
        named = results.entities
        yield say("entities", n=len(named), mentions=len(named.mentions))
        if len(named.edits):
            yield say("edits", n=len(named.edits))
    if results.quotes is not None:
        said = results.quotes
        kinds = said.table["kind"].value_counts()
        nameless = int((said.table["speaker"] == "").sum())
        yield say(
            "quotes", direct=int(kinds.get("direct", 0)), indirect=int(kinds.get("indirect", 0)), nameless=nameless
        )
        yield say("lineages", n=len(said.lineages))
        if len(said.judgements):
            yield say("judgements", n=len(said.judgements), coders=said.judgements["coder"].nunique())
    if results.overlap is not None:
        shared = results.overlap
        boilerplate = int(shared.passages["boilerplate"].sum())
        yield say("overlap", k=shared.k, pairs=len(shared.pairs), passages=len(shared.passages) - boilerplate)
        if boilerplate:
            yield say("boilerplate", n=boilerplate)
        if shared.meaning:
            yield say("reworded", n=len(shared.reworded))
    yield say("quality")


def _inputs(corpus: Corpus) -> list[tuple[object, ...]]:
    """The files that were read with their digests; of articles that came from no file, those of their texts."""
    files = [(one.file, one.bytes, one.sha256) for one in corpus.report.files]
    if files:
        return list(dict.fromkeys(files))
    texts = ((one.id, one.text.encode()) for one in corpus)
    return [(name, len(text), hashlib.sha256(text).hexdigest()) for name, text in texts]
