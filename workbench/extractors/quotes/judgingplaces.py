"""Judged quotations found again, after articles were added, have changed or have another id, or rules have.

A quotation is found by its place and text; in a text that has changed, by its text, and where that stands there more
than once by what stands around it. All other spans of a judgement move with it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.corpus import Corpus
from workbench.extractors.entities.refinding import MisfitError, Pages, content_span, one_line
from workbench.extractors.quotes.judgingfile import Judgement

__all__ = ["CONTEXT", "SAME", "Place", "Places", "around", "iou"]

CONTEXT = 30
"""Characters on either side by which a quotation is told from another of the same words."""
SAME = 0.8
"""The least overlap of two spans that are one quotation, found twice."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a judged quotation stands now: ``found`` the span that was judged; -1 where words stand there no more."""

    article: str
    start: int
    end: int
    found: Span
    speaker: Span
    cue: Span

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end


def iou(a: Span, b: Span) -> float:
    """Intersection over union of two spans, in characters; 0 for empty ones."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a span, in one line."""
    return one_line(text[max(0, start - CONTEXT) : start]), one_line(text[end : end + CONTEXT])


class Places:
    """Finds judged quotations again in a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.pages = Pages(corpus)
        self._fingerprints: dict[str, str] = {}

    def page(self, article: str) -> str:
        """The fingerprint of an article."""
        if article not in self._fingerprints:
            self._fingerprints[article] = self.pages.of(article)
        return self._fingerprints[article]

    def of(self, one: Judgement) -> Place:
        """Where a judged quotation stands now.

        Raises
        ------
        MisfitError: its article is gone, its text stands there no more or more than once, or it is no content now.
        """
        same = self.pages.has(one.article) and one.page in ("", self.page(one.article))
        article = one.article if same else self.pages.now(one.article, one.page)
        text = self.corpus[article].text
        start, end = self._span(article, one)
        if not content_span(self.corpus[article], start, end) and one.outside != "yes":
            raise MisfitError(f"{start}-{end} of {article!r} is no content now")
        by = start - one.start
        found = (start, end) if one.found_start < 0 else (one.found_start + by, one.found_end + by)
        speaker = _moved(text, (one.speaker_start, one.speaker_end), by, one.speaker_text)
        return Place(article, start, end, found, speaker, _moved(text, (one.cue_start, one.cue_end), by, one.cue))

    def _span(self, article: str, one: Judgement) -> Span:
        text = self.corpus[article].text
        if one.end <= len(text) and one.text in ("", one_line(text[one.start : one.end])):
            same_page = not one.page or self.page(article) == one.page
            if same_page or one.text == "" or around(text, one.start, one.end) == (one.before, one.after):
                return one.start, one.end
        if not one.text:
            raise MisfitError(f"{article!r} has no {one.start}-{one.end} now")
        spaced = r"\s+".join(map(re.escape, one.text.split()))
        standing = [match.span(1) for match in re.finditer(rf"(?=({spaced}))", text)]
        best = _likest(text, standing, one)
        if len(best) == 1:
            return best[0]
        times = f"{len(standing)} times" if standing else "no more"
        raise MisfitError(f"{article!r} has changed: {one.text!r} stands there {times}")


def _likest(text: str, standing: Sequence[Span], one: Judgement) -> list[Span]:
    """Those of some spans around which most of the same words stand."""
    scores: dict[int, list[Span]] = defaultdict(list)
    for start, end in standing:
        before, after = around(text, start, end)
        alike = _common(before[::-1], one.before[::-1]) + _common(after, one.after)
        scores[alike].append((start, end))
    return scores[max(scores)] if scores else []


def _common(a: str, b: str) -> int:
    """How many characters two texts begin with alike."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _moved(text: str, span: Span, by: int, said: str) -> Span:
    """A span of words that was moved with a quotation; -1 where they stand there no more."""
    start, end = span[0] + by, span[1] + by
    stands = span[0] >= 0 <= start and end <= len(text) and one_line(text[start:end]) == said
    return (start, end) if stands else (-1, -1)
