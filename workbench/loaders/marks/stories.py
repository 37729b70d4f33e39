"""What a page appends to its article: related stories, a whole second story, readers' comments.

A heading such as «مقالات ذات صلة» opens a block that runs to the end of the page, or until the article plainly
resumes: paragraphs that stand together and come back to what the text above was about. A second story
without such a heading is known by its own headline, printed again with it, and by what it is about.

What a text is about is told by its key terms, the content words that it repeats. On the pages that the rule was
made on, two or more paragraphs of one story hold a quarter to all of the key terms of what stood before them;
paragraphs of another story hold none or one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from workbench.languages.pack import LanguagePack
from workbench.loaders.marks import datelines
from workbench.loaders.marks.cues import stems
from workbench.loaders.marks.lines import Line
from workbench.loaders.marks.lists import continues

__all__ = ["about_author", "boxed", "closing", "comments", "letters", "related", "second_story"]

KEY_TERMS = 8
"""How many of the words that a text repeats stand for what it is about."""
SAME_STORY = 0.25
"""The share of key terms that a story comes back to."""
ONE_TERM = 0.12
"""The share that one of the key terms makes: enough for paragraphs below a few links."""
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
CLOSED = 60
"""The words of text above a line from which it can close the article, where no two paragraphs stand there."""
SMALL_BOX = 5
"""The most lines of a box of links inside an article."""


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
        end = _kept(lines, place, _resumption(lines, place, before)) if texts else _first_text(lines, place, headline)
        for inside in lines[place:end]:
            _take(inside, "related_block")
        place = end


def _kept(lines: Sequence[Line], heading: int, end: int) -> int:
    """Where a related block ends: before the heading that the resuming paragraph stands under.

    Such a heading is shorter than the links, or is a question where the article above asks some.
    """
    box = lines[heading + 1 : end] if end < len(lines) else []
    if _under_heading(box):
        return end - 1
    asks = sum(line.open and line.text.endswith(QUESTION) for line in lines[:heading]) > 1
    last = box[-1] if len(box) > 1 else None
    return end - 1 if last is not None and asks and last.open and last.text.endswith(QUESTION) else end


def _take(line: Line, rule: str) -> None:
    """Make a line part of a related block; furniture in it stays furniture."""
    if line.kind != "furniture":
        line.kind, line.rule = "related", rule


def _resumption(lines: Sequence[Line], heading: int, before: Counter[str]) -> int:
    """Where the article goes on after a heading of related stories; the number of lines where it doesn't."""
    counts = Counter(line.key for line in lines[heading:])
    entries = sum(bool(ENTRY.match(line.text)) for line in lines[:heading]) > 1
    for place in range(heading + 1, len(lines)):
        if entries and ENTRY.match(lines[place].text) and not lines[place].section:
            return place
        if lines[place].section or not lines[place].running:
            continue
        run = _run(lines, place)
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
    below = next((line for line in lines[place + 1 :] if line.kind not in ("furniture", "dateline")), None)
    if below is None or below.section:
        return True
    return not below.running and below.headline and below.words > 1 and below.text[0] not in QUOTES


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


def _first_text(lines: Sequence[Line], heading: int, headline: Line | None) -> int:
    """After a heading above the text: the headline, else the first paragraphs, with two lines above them."""
    if headline is not None and headline in lines[heading:]:
        return lines.index(headline)
    runs = {place: len(_run(lines, place)) for place in range(heading + 1, len(lines)) if lines[place].running}
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


def coming_back(paragraphs: Sequence[Line], before: Counter[str]) -> float | None:
    """The share of the key terms of what stood before that paragraphs use; None where it repeated too few words."""
    words = set(_stems(paragraphs))
    terms = [word for word, count in before.most_common(KEY_TERMS) if count > 1]
    if len(terms) < 3:
        return None
    return sum(term in words for term in terms) / len(terms)


def _stems(lines: Sequence[Line]) -> list[str]:
    return [stem for line in lines for stem in stems(line)]


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
        share = coming_back(below, Counter(_stems(above))) if below else None
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
            run = _run(lines, place)
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
