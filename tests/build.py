"""Small corpora for tests."""

from __future__ import annotations

from workbench.corpus import Article, Block, Corpus


def article_of(text: str, *, name: str = "p1", language: str = "ar", source: str = "") -> Article:
    """An article whose every line is body."""
    blocks, position = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(position, position + len(line), "body", "test"))
        position += len(line) + 1
    return Article(name, source or name, "", None, "", "", language, text, tuple(blocks), f"{name}.txt")


def corpus_of(*texts: str, language: str = "ar", prefix: str = "p") -> Corpus:
    """A corpus of such articles, ids p1, p2 ..."""
    return Corpus(article_of(text, name=f"{prefix}{n}", language=language) for n, text in enumerate(texts, start=1))
