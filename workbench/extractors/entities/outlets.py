"""The outlets of the corpus as bodies: who is named as the source of a page may be named in another.

``كتبت «دفاتر الشط» أن``, ``told Naqus al-Marsa, a local paper``. Many are called after what everybody talks of (a
region, a day, the news): in a script without capitals an outlet is meant only where it stands in marks, behind a word
for what it is (``صحيفة``), or where its name begins with such a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.corpus import Article
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.lexicon import lexicon
from workbench.languages.pack import LanguagePack, detect, pack
from workbench.text.phrases import adjacent
from workbench.text.tokens import Token, tokens

__all__ = ["OUTLET", "as_outlet", "outlets"]

OUTLET = "outlet"
LONGEST = 6  # words


def outlets(articles: Iterable[Article]) -> dict[str, list[Candidate]]:
    """The outlets whose names have several words, as candidates without a place, by the language of the name."""
    found: dict[str, list[Candidate]] = {}
    for source in dict.fromkeys(article.source for article in articles if article.source):
        language = pack(detect(source))
        words = [one.folded for one in tokens(source, language)]
        if words and words[0] in language.listed("before_things"):
            del words[0]
        if 1 < len(words) <= LONGEST:
            name = " ".join(words)
            found.setdefault(language.code, []).append(Candidate("", 0, 0, "ORG", OUTLET, 0, 0, name=name))
    return found


def as_outlet(index: int, start: int, end: int, words: Sequence[Token], text: str, language: LanguagePack) -> bool:
    """Whether words that are an outlet's name mean the outlet.

    Parameters
    ----------
    index: of the first word. start, end: of the name in the text.
    words, text, language: of the block, the article and its pack.
    """
    if language.capitals:
        return True
    known = lexicon(language)
    if known.heads.at(index, words, text) is not None:
        return True
    around = (text[start - 1 : start], text[end : end + 1])
    if any((row["open"], row["close"]) == around for row in language.rows("quote_marks")):
        return True
    if not index or not adjacent(text, words[index - 1], words[index]):
        return False
    head = known.heads.at(index - 1, words, text)
    return head is not None and "outside" in head.value.of
