"""Headlines, and lines like them, that quote somebody whom they do not name: the text has their words again, of him."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.corpus import Article, Block
from workbench.extractors.quotes.cues import STOPS, Cue
from workbench.extractors.quotes.phrases import Speaker
from workbench.extractors.quotes.uncued import uncued
from workbench.languages.pack import pack
from workbench.text.marks import Marked
from workbench.text.spans import Spans
from workbench.text.tokens import Token, tokens

__all__ = ["Found", "headlines", "lend_speakers"]

SAME = 3  # the fewest words of a headline's quotation that the text has again
ALIKE = 0.6  # the share of them that it has
LINE = 16  # the most words of a line that is like a headline
CALLED = 6  # the most words before its colon
DOTS = ".…"


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation before it has an id: ``start``/``end`` what was said, ``clause`` the reported clause around it."""

    start: int
    end: int
    kind: str
    cue: Cue
    clause: tuple[int, int]
    flags: tuple[str, ...] = ()


def lend_speakers(found: Sequence[Found], article: Article) -> None:
    """Give a quotation of a headline that names nobody the speaker whom the text gives the same words to."""
    heads = [block for block in article.content if block.kind in ("title", "subtitle")]
    within = Spans((block.start, block.end) for block in heads)
    labels = [one for one in found if one.cue.rule == "colon" and "role" in one.cue.flags]
    nameless = [one for one in found if within.covers(one.start) and not _named(one)] + labels
    alone = [one for one in found if one.cue.rule == "uncued" and _alone(one, article.text)]
    told = [one for one in found if not within.covers(one.start) and _named(one) and one not in alone]
    for one in [*nameless, *alone]:
        who = _again(one.start, one.end, told, article)
        if who is not None:
            one.cue.subject = who
            one.cue.flags.add("carried")


def headlines(
    found: Sequence[Found], article: Article, marks: Mapping[Block, Sequence[Marked]], names: Mapping[Marked, str]
) -> Iterator[tuple[Found, Marked | None]]:
    """The lines, and the marks that fill them, that quote what the text has again of somebody; not those ``found``."""
    taken = Spans((one.start, one.end) for one in found)
    told = [one for one in found if _named(one)]
    for block in article.content:
        for mark in marks[block]:
            if mark.closed and mark not in names and _fills(mark.start - 1, mark.end + 1, article.text):
                who = None if taken.meets(mark.start, mark.end) else _again(mark.start, mark.end, told, article)
                if who is not None:
                    cue = uncued("uncued", who, (mark.start, mark.end), "carried", "uncued")
                    yield Found(mark.start, mark.end, "direct", cue, cue.content), mark
        for colon, end in _labelled(block, article):
            who = None if taken.meets(colon - 1, end) else _again(colon + 1, end, told, article)
            if who is not None:
                start = next(at for at in range(colon + 1, end) if article.text[at].isalnum())
                cue = Cue(colon, colon + 1, 0, 0, "neutral", "colon", "headline", joined=False)
                cue.subject, cue.content, cue.opened = who, (start, end), "colon"
                cue.flags.add("carried")
                yield Found(start, end, "direct", cue, cue.content, ("unmarked",)), None


def _labelled(block: Block, article: Article) -> Iterator[tuple[int, int]]:
    """The colons of lines like headlines, behind a few words and before some without marks, and where the lines end."""
    text, start = article.text, block.start
    for line in text[block.start : block.end].split("\n"):
        colon, end = text.find(":", start, start + len(line)), start + len(line.rstrip())
        before, behind = text[start:colon].split(), text[colon + 1 : end].split()
        plain = colon >= 0 and 0 < len(before) <= CALLED and not any(sign in text[start:colon] for sign in STOPS)
        if (
            plain
            and SAME <= len(behind) <= LINE
            and behind[0][0].isalpha()
            and not any(s in text[colon:end] for s in STOPS)
        ):
            yield colon, end
        start += len(line) + 1


def _fills(start: int, end: int, text: str) -> bool:
    """Whether nothing stands beside a span in its line but dots."""
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    behind = text[end : line_end if line_end >= 0 else len(text)]
    return not text[line_start:start].strip() and not behind.strip().strip(DOTS)


def _alone(one: Found, text: str) -> bool:
    """Whether a quotation fills its line, and the line is no longer than a headline."""
    return _fills(one.start - 1, one.end + 1, text) and len(text[one.start : one.end].split()) <= LINE


def _again(start: int, end: int, told: Sequence[Found], article: Article) -> Speaker | None:
    """Who says elsewhere in the text what stands between two places."""
    own = _words(start, end, article)
    others = [one for one in told if one.end <= start or one.start >= end]
    best = max(others, key=lambda other: len(own & _words(other.start, other.end, article)), default=None)
    if best is None or len(own) < SAME:
        return None
    shared = len(own & _words(best.start, best.end, article))
    return best.cue.subject if shared >= max(SAME, ALIKE * len(own)) else None


def _words(start: int, end: int, article: Article) -> frozenset[str]:
    words: list[Token] = tokens(article.text, pack(article.language), start=start, end=end)
    return frozenset(word.folded for word in words)


def _named(one: Found) -> bool:
    return one.cue.subject is not None and one.cue.subject.entity != ""
