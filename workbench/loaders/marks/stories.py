"""What a page appends to its article: related stories, a whole second story, readers' comments.

A heading such as «مقالات ذات صلة» opens a block that runs to the end of the page, or until the article plainly
resumes: paragraphs that stand together and come back to what the text above was about. A second story
without such a heading is known by its own headline, printed again with it, and by what it is about.

What a text is about is told by its key terms, the content words that it repeats. On the pages that the rule was
made on, two or more paragraphs of one story hold a quarter to all of the key terms of what stood before them;
paragraphs of another story hold none or one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from workbench.languages.pack import LanguagePack
from workbench.loaders.marks import datelines
from workbench.loaders.marks.cues import stems
from workbench.loaders.marks.lines import Line
from workbench.loaders.marks.resuming import ENTRY, SAME_STORY, coming_back, kept, resumption, run_from, stems_of

__all__ = ["about_author", "boxed", "closing", "comments", "letters", "related", "second_story"]

TRIES = 5
"""How many headlines that are printed again are tried as the beginning of a second story."""
COMMENTED = 40
"""The words of text above a heading of comments from which it ends the article, however long they are."""
NAMED = 8
"""The most words of a reader's name with the date."""
LONGEST_LETTER = 6
"""The most lines of one reader's words."""
BOXED = 8
"""The most lines of such a box."""
CLOSED = 60
"""The words of text above a line from which it can close the article, where no two paragraphs stand there."""


def related(lines: Sequence[Line], headline: Line | None = None) -> None:
    """Mark what headings of related stories open, to the end or until the article resumes, or begins."""
    if not any(line.section == "related" for line in lines):
        return
    before: Counter[str] = Counter()
    texts = place = 0
    while place < len(lines):
        line = lines[place]
        if line.section != "related":
            if line.running or (line.kind in (None, "title") and not texts):
                before.update(stems(line))
                texts += line.running or (line.open and ENTRY.match(line.text) is not None)
            place += 1
            continue
        end = kept(lines, place, resumption(lines, place, before)) if texts else _first_text(lines, place, headline)
        for inside in lines[place:end]:
            _take(inside, "related_block")
        place = end


def _take(line: Line, rule: str) -> None:
    """Make a line part of a related block; furniture in it stays furniture."""
    if line.kind != "furniture":
        line.kind, line.rule = "related", rule


def _first_text(lines: Sequence[Line], heading: int, headline: Line | None) -> int:
    """After a heading above the text: the headline, else the first paragraphs, with two lines above them."""
    if headline is not None and headline in lines[heading:]:
        return lines.index(headline)
    runs = {place: len(run_from(lines, place)) for place in range(heading + 1, len(lines)) if lines[place].running}
    titled = any(line.open and line.headline and line.words >= 4 for line in lines[:heading])
    for place, length in runs.items():
        if length >= min(2, max(runs.values())):
            back = place
            while (
                not titled
                and back > heading + 1
                and place - back < 2
                and lines[back - 1].open
                and lines[back - 1].words >= 4
            ):
                back -= 1
            return back
    return len(lines)


def second_story(lines: Sequence[Line]) -> None:
    """Mark a whole other story below the article: a headline printed again above text about something else."""
    texts = [place for place, line in enumerate(lines) if line.running]
    if len(texts) < 3:
        return
    head = {line.key for line in lines[: texts[0]]}
    last_seen = {line.key: place for place, line in enumerate(lines)}
    tries = 0
    for place in range(texts[1] + 1, len(lines)):
        line = lines[place]
        if (
            not (line.open and line.headline and line.words >= 4)
            or line.key in head
            or last_seen[line.key] <= place + 1
        ):
            continue
        below = [lines[text] for text in texts if text > place][:4]
        above = [one for one in lines[:place] if one.open and (one.running or one.key in head)]
        share = coming_back(below, Counter(stems_of(above))) if below else None
        if share is not None and share < _least(below):
            for inside in lines[place:]:
                _take(inside, "second_story")
            return
        tries += 1
        if tries == TRIES:
            return


def _least(paragraphs: Sequence[Line]) -> float:
    """The share below which paragraphs belong to another story; one paragraph alone may use few key terms."""
    return SAME_STORY if len(paragraphs) > 1 else 0.01


def boxed(lines: Sequence[Line]) -> None:
    """Mark what stands, without an empty line between, under a heading of other things above the article."""
    first = next((place for place, line in enumerate(lines) if line.running), 0)
    for place in range(first):
        if lines[place].section != "closing" or not lines[place].apart:
            continue
        end = next((other for other in range(place + 1, first) if lines[other].apart), place)
        for line in lines[place : end if end - place <= BOXED else place]:
            line.mark("furniture", "under_a_heading")


def about_author(lines: Sequence[Line], names: Collection[str]) -> None:
    """Let the author's name below the text close the article: what follows is about the author.

    Parameters
    ----------
    names: the author's, as keys.
    """
    texts = [place for place, line in enumerate(lines) if line.running]
    shown = False
    for place, line in enumerate(lines):
        named = line.words <= NAMED and any(line.key.endswith(name) for name in names)
        if (
            named
            and shown
            and len(texts) > 1
            and place > texts[1]
            and not line.section
            and line.kind in (None, "byline")
        ):
            line.section = "closing"
            line.kind = None
        shown |= named


def closing(lines: Sequence[Line]) -> None:
    """Mark what stands below the line that closes the article: keywords, a signature, the mark of an end.

    A line closes the article when two paragraphs or some length of text stand above it, and paragraphs below it, if
    there are any, do not come back to what they were about.
    """
    if not any(line.section == "closing" for line in lines):
        return
    before: Counter[str] = Counter()
    texts = words = 0
    for place, line in enumerate(lines):
        if line.section == "closing":
            line.mark("furniture", "closes_the_article")
            if (texts > 1 or words >= CLOSED) and not _comes_back(lines, place, before):
                for below in lines[place + 1 :]:
                    below.mark("furniture", "below_the_end")
                return
        elif line.open:
            if line.paragraph:
                before.update(stems(line))
                texts += 1
            words += line.words


def _comes_back(lines: Sequence[Line], closer: int, before: Counter[str]) -> bool:
    """Whether paragraphs that stand together below a closing line come back to the story above it."""
    for place in range(closer + 1, len(lines)):
        if lines[place].section:
            return False
        if lines[place].running:
            run = run_from(lines, place)
            share = coming_back(run, before)
            return len(run) > 1 and share is not None and share >= SAME_STORY
    return False


def letters(lines: Sequence[Line], pack: LanguagePack) -> None:
    """Mark readers' words without a heading: two names with dates or more below the article, with text by each."""
    texts = [place for place, line in enumerate(lines) if line.running]
    if len(texts) < 2:
        return
    names = [
        place
        for place in range(texts[1] + 1, len(lines))
        if lines[place].kind in (None, "dateline")
        and lines[place].words <= NAMED
        and datelines.is_dated_name(lines[place], pack)
    ]
    if len(names) < 2 or not all(_said_between(lines, one, other) for one, other in pairwise(names)):
        return
    first = names[0]
    if not any(line.open and line.sentence for line in lines[names[-1] + 1 : names[-1] + 3]):  # the names stand below
        while first - 1 > texts[1] and lines[first - 1].open and lines[first - 1].sentence:
            first -= 1
    for line in lines[first:]:
        if line.kind == "dateline":
            line.kind, line.rule = "furniture", "readers_words"
        line.mark("furniture", "readers_words")


def _said_between(lines: Sequence[Line], one: int, other: int) -> bool:
    between = [line for line in lines[one + 1 : other] if line.open]
    return 1 <= len(between) <= LONGEST_LETTER and any(line.sentence for line in between)


def comments(lines: Sequence[Line]) -> None:
    """Mark what stands below the heading of the comments, where the article stands above it."""
    before = texts = 0
    headings = [place for place, line in enumerate(lines) if line.section == "comments"]
    following = dict(pairwise(headings))
    for place, line in enumerate(lines):
        if line.section == "comments":
            line.mark("furniture", "comments_heading")
            resumes = sum(one.running for one in lines[place : following.get(place, place)]) > 1
            if before >= COMMENTED and texts and not resumes:
                for below in lines[place + 1 :]:
                    below.mark("furniture", "comments_tail")
                return
        elif line.open:
            before += line.words
            texts += line.running
