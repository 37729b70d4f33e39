"""What repetition across the pages of one outlet tells: lines that stand on many of them are no part of any article.

One page alone cannot say whether «تابعوا آخر الأخبار عبر قناتنا» or a line on the outlet's principles is part of
the story; three pages that share nothing else can. Versions of one article, and articles loaded twice, share most of
their text and count once. A page that names no outlet belongs to the pages whose first and last lines it has.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import NamedTuple

from workbench.corpus import Article, Block

__all__ = ["across"]

RULE = "repeated_across_pages"
PAGES = 3
"""The fewest pages, different from each other, on which a line has to stand."""
MARKED = 2
"""On how many other pages a line that is no article there has to stand, to be none on a further page either."""
SHORT = 12
"""The most words of a line that is taken as furniture wherever it stands; a longer one only at head or end."""
SHARE = 0.5
"""The share of an outlet's pages on which a longer line has to stand."""
SAME = 0.6
"""The share of its words from which a page is another version of a page."""
LOOKED_AT = 40
"""How many of the pages that hold a line are compared, at most."""
EDGE = 8
"""How many blocks at the head and at the end of a page tell its outlet, where it names none."""
ALIKE = 3
"""How many of these lines it shares with the pages of an outlet."""


class Shown(NamedTuple):
    """A block: its place among the blocks, its wording by hash, its words, and whether it is subtitle or body."""

    place: int
    wording: int
    words: int
    content: bool


def across(articles: Sequence[Article]) -> list[Article]:
    """The articles, with the lines marked as furniture that repeat across the pages of one outlet.

    A line of up to 12 words has to stand on three pages that differ, a longer one on half of the outlet's pages too
    and at the head or the end of its article; or it is no article on two pages already. Only blocks of kind subtitle
    and body change; an article of which nothing would be left stays as it is.
    """
    made = list(articles)
    for places in _outlets(articles):
        if len(places) >= PAGES:
            for place, furniture in _furniture([articles[place] for place in places], places):
                made[place] = _marked(articles[place], furniture)
    return made


def _outlets(articles: Sequence[Article]) -> Iterable[list[int]]:
    """The places of the articles of each outlet: by source, or where that is only the file's name, by their edges."""
    groups: dict[str | int, list[int]] = defaultdict(list)
    unnamed: list[int] = []
    for place, article in enumerate(articles):
        if article.source in (article.id, PurePosixPath(article.origin).stem):
            unnamed.append(place)
        else:
            groups[article.source].append(place)
    if not unnamed:
        return groups.values()
    owner: dict[int, str | int] = {}
    for source, places in groups.items():
        for place in places:
            for wording in _edges(articles[place]):
                owner[wording] = source if owner.get(wording, source) == source else ""
    for place in unnamed:
        edges = _edges(articles[place])
        votes = Counter(found for wording in edges if (found := owner.get(wording)))
        best, count = votes.most_common(1)[0] if votes else (place + 1, 0)
        group: str | int = best if count >= ALIKE else place + 1
        groups[group].append(place)
        for wording in edges:
            owner.setdefault(wording, group)
    return groups.values()


def _edges(article: Article) -> set[int]:
    """The first and the last lines of a page, by hash, those of two words or more."""
    blocks = article.blocks if len(article.blocks) <= 2 * EDGE else (*article.blocks[:EDGE], *article.blocks[-EDGE:])
    texts = (article.text[block.start : block.end].split() for block in blocks if block.kind != "title")
    return {hash(" ".join(words)) for words in texts if len(words) > 1}


def _furniture(pages: Sequence[Article], places: Sequence[int]) -> Iterable[tuple[int, set[int]]]:
    """For the pages of one outlet that change: their place, and the places of blocks that are furniture."""
    shown = [_shown(page) for page in pages]
    counts = Counter(wording for lines in shown for wording in {line.wording for line in lines})
    often = {wording for wording, count in counts.items() if count >= PAGES}
    if not often:
        return
    known = Counter(wording for lines in shown for wording in {line.wording for line in lines if not line.content})
    holders: dict[int, list[int]] = defaultdict(list)
    for number, lines in enumerate(shown):
        for wording in {line.wording for line in lines} & often:
            holders[wording].append(number)
    common = {wording for wording, numbers in holders.items() if _differ(numbers, shown)}
    enough = {wording for wording in common if known[wording] >= MARKED or counts[wording] >= SHARE * len(pages)}
    sure = {wording for wording in common if known[wording] >= MARKED}
    for place, lines in zip(places, shown, strict=True):
        content = [line for line in lines if line.content]
        furniture = _chosen(content, common, enough, sure)
        if furniture and len(furniture) < len(content):
            yield place, furniture


def _shown(page: Article) -> list[Shown]:
    lines = []
    for place, block in enumerate(page.blocks):
        if block.kind != "title":
            wording = page.text[block.start : block.end]
            if not wording.isprintable():  # a line break, a tab, a space that does not break
                wording = " ".join(wording.split())
            lines.append(Shown(place, hash(wording), wording.count(" ") + 1, block.kind in ("subtitle", "body")))
    return lines


def _differ(numbers: Sequence[int], shown: Sequence[list[Shown]]) -> bool:
    """Whether three of the pages differ from each other in most of the words of their articles."""
    different: list[int] = []
    for number in numbers[:LOOKED_AT]:
        if not any(_same(shown[number], shown[other]) for other in different):
            different.append(number)
            if len(different) == PAGES:
                return True
    return False


def _same(one: Sequence[Shown], other: Sequence[Shown]) -> bool:
    texts = [[line for line in lines if line.content] for lines in (one, other)]
    shorter, longer = sorted(texts, key=lambda lines: sum(line.words for line in lines))
    known = {line.wording for line in longer}
    shared = sum(line.words for line in shorter if line.wording in known)
    return shared >= SAME * sum(line.words for line in shorter)


def _chosen(content: Sequence[Shown], common: set[int], enough: set[int], sure: set[int]) -> set[int]:
    """The places of blocks that are furniture: short or sure ones anywhere, longer ones at the head and the end.

    Parameters
    ----------
    common, enough, sure: wordings that stand on several pages, on most of them, and as no article on some.
    """
    often = [line.wording in common for line in content]
    head = next((i for i, one in enumerate(often) if not one), len(content))
    end = next((i for i, one in reversed(list(enumerate(often))) if not one), -1)
    return {
        line.place
        for i, line in enumerate(content)
        if often[i]
        and (line.words <= SHORT or line.wording in sure or ((i < head or i > end) and line.wording in enough))
    }


def _marked(article: Article, furniture: set[int]) -> Article:
    blocks = (
        Block(block.start, block.end, "furniture", RULE) if place in furniture else block
        for place, block in enumerate(article.blocks)
    )
    return replace(article, blocks=tuple(blocks))
