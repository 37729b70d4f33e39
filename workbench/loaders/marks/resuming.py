"""Where an article goes on below a box of other stories that stands inside it.

Three things tell it: paragraphs that stand together and come back to what the text above was about, a paragraph that
opens as one does that goes on, and the form of the article itself. What has been a row of questions with their answers,
of entries with the time of day, or of lines behind the same sign goes on with the next of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from workbench.loaders.marks.cues import stems
from workbench.loaders.marks.lines import Line
from workbench.loaders.marks.lists import continues

__all__ = ["ENTRY", "SAME_STORY", "coming_back", "kept", "resumption", "run_from", "stems_of"]

KEY_TERMS = 8
"""How many of the words that a text repeats stand for what it is about."""
SAME_STORY = 0.25
"""The share of key terms that a story comes back to."""
ONE_TERM = 0.12
"""The share that one of the key terms makes: enough for paragraphs below a few links."""
QUESTION = ("?", "؟")
LONG_RUN = 45
"""The words of paragraphs that stand together below a few links, from which they are the article, not a notice."""
QUOTES = "«\"“”'‘"
SHORTEST = 3
"""The fewest words of a headline that a summary stands under."""
UNDER = 4
"""The most words of a heading inside an article, where it is no question."""
ENTRY = re.compile(r"(?:[•●▪■*–-]\s*)?\d{1,2}[:.]\d{2}\s+\S")
"""An entry of live coverage: the time of day, and what happened."""
SIGN = re.compile(r"([*•▪●■–—-])\s*\S")
SMALL_BOX = 5
"""The most lines of a box of links inside an article."""
OFTEN = 2
"""How many lines above a box have a form, or are questions with an answer, that tells where the article goes on."""
AHEAD = 10
"""How many lines are looked at for further questions with their answers."""


def kept(lines: Sequence[Line], heading: int, end: int) -> int:
    """Where a related block ends: before the heading that the resuming paragraph stands under.

    Such a heading is shorter than the links, or is a question where the article above asks some.
    """
    box = lines[heading + 1 : end] if end < len(lines) else []
    if box and _asks(lines[end]):
        return end
    if _under_heading(box):
        return end - 1
    asks = sum(line.open and line.text.endswith(QUESTION) for line in lines[:heading]) > 1
    last = box[-1] if len(box) > 1 else None
    return end - 1 if last is not None and asks and last.open and last.text.endswith(QUESTION) else end


def _form(line: Line) -> str:
    """The form that an article's lines can share: the time of day before them, or the same sign."""
    if ENTRY.match(line.text):
        return "clock"
    sign = SIGN.match(line.text)
    return sign[1] if sign and line.sentence else ""


def _forms(lines: Sequence[Line]) -> frozenset[str]:
    """The forms that several lines of the article have; ``asks`` where it is questions with their answers."""
    counts = Counter(_form(line) for line in lines if line.open)
    counts["asks"] = _answered(lines)
    return frozenset(form for form, count in counts.items() if form and count >= OFTEN)


def _answered(lines: Sequence[Line]) -> int:
    """How many questions have an answer right below."""
    return sum(_asks(one) and other.open and other.stopped and not other.section for one, other in pairwise(lines))


def _asks(line: Line) -> bool:
    return line.open and not line.section and line.text.endswith(QUESTION)


def _same_form(lines: Sequence[Line], heading: int, place: int, forms: frozenset[str]) -> bool:
    """Whether a line below a box is the next of those that the article consists of; no link of the box is like them."""
    line = lines[place]
    if not forms or not line.open or line.section or place == heading + 1:
        return False
    form = _form(line)
    if form in forms:
        return form == "clock" or form != _form(lines[heading + 1])
    return (
        "asks" in forms
        and _asks(line)
        and _answered(lines[place : place + 2]) > 0
        and (_answered(lines[place : place + AHEAD]) >= OFTEN)
    )


def resumption(lines: Sequence[Line], heading: int, before: Counter[str]) -> int:
    """Where the article goes on after a heading of related stories; the number of lines where it doesn't."""
    counts = Counter(line.key for line in lines[heading:])
    forms = _forms(lines[:heading])
    for place in range(heading + 1, len(lines)):
        if _same_form(lines, heading, place, forms):
            return place
        if lines[place].section or not lines[place].running:
            continue
        run = run_from(lines, place)
        box = lines[heading + 1 : place]
        small = len(box) <= SMALL_BOX and _of_links(box)
        if (small and _goes_on(lines[place], box)) or (
            _set_apart(lines, heading, place) and _sentences(lines, place) > 1
        ):
            return place
        followed = len(run) > 1 or (small and len(box) > 1 and _sentences(lines, place) > 1)
        if (not followed and not (small and _alone(lines, place))) or _own_headline(box, counts):
            continue
        if small and len(run) > 1 and _under_heading(box):
            return place
        share = coming_back(run, before)
        if _teaser(lines, place) and (share is None or share < SAME_STORY):
            continue
        if small and len(run) > 1 and sum(line.words for line in run) >= LONG_RUN and not _teaser(lines, place):
            return place
        least = ONE_TERM if small and followed else SAME_STORY
        if small if share is None else share >= least:
            return place
    return len(lines)


def _goes_on(line: Line, box: Sequence[Line]) -> bool:
    return not any(one.running for one in box) and continues(line)


def _teaser(lines: Sequence[Line], place: int) -> bool:
    """Whether a paragraph stands alone under a headline, with the next headline or nothing below it: a summary."""
    above = lines[place - 1]
    if above.kind not in (None, "related") or not above.headline or above.words < SHORTEST:
        return False
    asks = sum(line.open and line.text.endswith(QUESTION) for line in lines[: place - 1]) > 1
    if (lines[place].apart and not above.apart) or (asks and above.text.endswith(QUESTION)):
        return False
    rest = [line for line in lines[place + 1 : place + AHEAD] if line.kind not in ("furniture", "dateline")]
    below = rest[0] if rest else None
    if below is None or below.section:
        return True
    if _without_summaries(lines, place) and [line.running for line in rest[1:3]] == [True, True]:
        return False  # a heading of the article, and its paragraphs
    return not below.running and below.headline and below.words > 1 and below.text[0] not in QUOTES


def _without_summaries(lines: Sequence[Line], place: int) -> bool:
    """Whether the link above a paragraph has another right above it that stands there without a summary."""
    above = lines[place - 2]
    return above.kind in (None, "related") and above.headline and not above.section and above.words >= SHORTEST


def _sentences(lines: Sequence[Line], place: int) -> int:
    """How many lines from a place on are sentences, before one is not."""
    count = 0
    for line in lines[place:]:
        if line.kind in ("furniture", "caption"):
            continue
        if not line.open or line.section or not line.stopped:
            break
        count += 1
    return count


def _set_apart(lines: Sequence[Line], heading: int, place: int) -> bool:
    """Whether an empty line ends a related block whose lines stand right below its heading, and a paragraph follows."""
    end = next((other for other in range(heading + 1, place + 1) if lines[other].apart), 0)
    if end < heading + 2:
        return False
    between = [line for line in lines[end:place] if line.kind != "furniture"]
    return not between or (len(between) == 1 and between[0].open and between[0].words <= UNDER + 1)


def _under_heading(box: Sequence[Line]) -> bool:
    """Whether the last line of a box is no link but a heading of the article: a few words below longer links."""
    last = box[-1] if len(box) > 1 else None
    if last is None or not (last.open and last.headline) or last.hint.link or not 2 <= last.words <= UNDER:
        return False
    below = last.apart and not all(line.apart for line in box)
    return below or all(line.words > UNDER for line in box[:-1] if line.open)


def _of_links(box: Sequence[Line]) -> bool:
    """Whether a box holds links, of which one may have a sentence of summary."""
    shown = [line for line in box if line.kind != "furniture"]
    return all(line.kind in (None, "related") for line in shown) and sum(line.stopped for line in shown) <= (
        len(shown) > 1
    )


def _alone(lines: Sequence[Line], place: int) -> bool:
    """Whether no further line follows a paragraph, or another section does: it is no teaser among others."""
    after = next((line for line in lines[place + 1 :] if line.open), None)
    return after is None or bool(after.section)


def _own_headline(box: Sequence[Line], counts: Counter[str]) -> bool:
    """Whether the last headline above a paragraph is printed twice: then it begins a story of its own."""
    for line in reversed(box):
        if line.open and line.headline and line.words >= 4:
            return counts[line.key] > 1
    return False


def run_from(lines: Sequence[Line], place: int) -> list[Line]:
    """Up to four paragraphs from a place on, with no more between two of them than one short line."""
    run: list[Line] = []
    gap = 0
    for line in lines[place:]:
        if line.section or len(run) == 4:
            break
        if line.running:
            run.append(line)
            gap = 0
        elif line.kind not in ("caption", "furniture"):
            gap += 1
            if gap > 1:
                break
    return run


def coming_back(paragraphs: Sequence[Line], before: Counter[str]) -> float | None:
    """The share of the key terms of what stood before that paragraphs use; None where it repeated too few words."""
    words = set(stems_of(paragraphs))
    terms = [word for word, count in before.most_common(KEY_TERMS) if count > 1]
    if len(terms) < 3:
        return None
    return sum(term in words for term in terms) / len(terms)


def stems_of(lines: Sequence[Line]) -> list[str]:
    """The beginnings of the content words of several lines."""
    return [stem for line in lines for stem in stems(line)]
