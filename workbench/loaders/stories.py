"""What a page appends to its article: related stories, a whole second story, readers' comments.

A heading such as «مقالات ذات صلة» opens a block that runs to the end of the page, or until the article plainly
resumes: paragraphs that stand together and use the words of what stood before. A second story without such
a heading is known by its own headline, printed again with it, and by its words.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.languages.pack import LanguagePack
from workbench.loaders.cues import vocabulary
from workbench.loaders.lines import Line

__all__ = ["comments", "related", "second_story"]

SAME_STORY = 0.34
"""The share of a paragraph's content words that its own article has used before; other stories stay below."""
ENOUGH_WORDS = 20
"""Different content words from which a share means something."""
SMALL_BOX = 5
"""The most lines of a box of links inside an article."""


def related(lines: Sequence[Line], pack: LanguagePack) -> None:
    """Mark what headings of related stories open, to the end or until the article resumes."""
    known: set[str] = set()
    place = 0
    while place < len(lines):
        line = lines[place]
        if line.section != "related":
            if line.running:
                known.update(vocabulary(line.text, pack))
            place += 1
            continue
        end = _resumption(lines, place, known, pack)
        for inside in lines[place:end]:
            _take(inside, "related_block")
        place = end


def _take(line: Line, rule: str) -> None:
    """Make a line part of a related block; furniture in it stays furniture."""
    if line.kind != "furniture":
        line.kind, line.rule = "related", rule


def _resumption(lines: Sequence[Line], heading: int, known: set[str], pack: LanguagePack) -> int:
    """Where the article goes on after a heading of related stories; the number of lines where it doesn't."""
    if not known:
        return _first_text(lines, heading)
    for place in range(heading + 1, len(lines)):
        line = lines[place]
        if line.section:
            continue
        if not (line.running):
            continue
        run = _run(lines, place)
        if len(run) < 2 and not _after_small_box(lines, heading, place):
            continue
        if share(run, known, pack) >= SAME_STORY:
            return place
    return len(lines)


def _after_small_box(lines: Sequence[Line], heading: int, place: int) -> bool:
    """Whether a single paragraph stands below a few links and above no further ones: it is no teaser."""
    box = lines[heading + 1 : place]
    after = next((line for line in lines[place + 1 :] if line.open), None)
    return len(box) <= SMALL_BOX and not any(line.stopped for line in box) and (after is None or bool(after.section))


def _run(lines: Sequence[Line], place: int) -> list[Line]:
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


def _first_text(lines: Sequence[Line], heading: int) -> int:
    """After a heading above the article: its first paragraphs, with the headline and the line below it."""
    runs = {place: len(_run(lines, place)) for place in range(heading + 1, len(lines)) if lines[place].running}
    for place, length in runs.items():
        if length >= min(2, max(runs.values())):
            back = place
            while back > heading + 1 and place - back < 2 and lines[back - 1].open and lines[back - 1].words >= 4:
                back -= 1
            return back
    return len(lines)


def share(paragraphs: Sequence[Line], known: set[str], pack: LanguagePack) -> float:
    """The share of the paragraphs' content words that are known."""
    words = [word for line in paragraphs for word in vocabulary(line.text, pack)]
    return sum(word in known for word in words) / len(words) if words else 0.0


def second_story(lines: Sequence[Line], pack: LanguagePack) -> None:
    """Mark a whole other story below the article: a headline printed again above text of other words."""
    paragraphs = [i for i, line in enumerate(lines) if line.running]
    if len(paragraphs) < 3:
        return
    first = paragraphs[0]
    head = {line.key for line in lines[:first]}
    last_seen = {line.key: i for i, line in enumerate(lines)}
    known: set[str] = set()
    texts = 0
    for place in range(first, len(lines)):
        line = lines[place]
        if line.running:
            known.update(vocabulary(line.text, pack))
            texts += 1
            continue
        again = last_seen[line.key] > place + 1 and line.key not in head
        if not (texts >= 2 and line.open and line.headline and line.words >= 4 and again):
            continue
        run = _run_after(lines, place)
        if run and len(known) >= ENOUGH_WORDS and share(run, known, pack) < SAME_STORY:
            for inside in lines[place:]:
                _take(inside, "second_story")
            return


def _run_after(lines: Sequence[Line], place: int) -> list[Line]:
    return [line for line in lines[place + 1 :] if line.running][:4]


def comments(lines: Sequence[Line]) -> None:
    """Mark what stands below the heading of the comments, where the article stands above it."""
    total = sum(line.words for line in lines if line.running)
    before = 0
    for place, line in enumerate(lines):
        if line.section == "comments":
            line.mark("furniture", "comments_heading")
            if before >= 120 or (before and before >= total - before):
                for below in lines[place + 1 :]:
                    below.mark("furniture", "comments_tail")
                return
        elif line.running:
            before += line.words
