"""Which line of the head is the headline, weighed: shape, place, neighbours, and whether the text speaks of it.

The rule of ``headlines.py`` looks for a line right above the date or the text. On a site of unknown habits that line
may as well be a caption, a motto or a row of sections. Here every line that could be a headline is asked about signs,
of which the rule's own choice is one; the line whose signs weigh most is the headline. The weights are fitted by
``python -m tests.eval.fit_titles``, which tells too how well they hold on outlets that were left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from workbench.languages.pack import LanguagePack
from workbench.loaders.marks import cues
from workbench.loaders.marks.lines import Line
from workbench.loaders.marks.title_weights import TITLES

__all__ = ["choose", "signs"]

TOLD = 6
"""How many paragraphs below a line tell whether the text speaks of it."""
PARAGRAPHS = 2
"""How many paragraphs may stand above a headline, as those of a consent box do."""
MOST = 40
"""How many lines of a head are weighed, the last ones."""
FULL = 4
"""The fewest words of a line that is rather a headline than a label."""
NEAR = 4
"""How many lines below count as near."""
LENGTHS = ((2, "of_2_words"), (3, "of_3_words"), (5, "of_5_words"), (17, "of_17_words"), (22, "of_22_words"))
SHARES = ((0.0, "untold"), (0.25, "told_little"), (0.5, "told_half"), (0.75, "told_much"))
DISTANCES = ((1, "next_to_text"), (2, "2_above_text"), (4, "4_above_text"), (8, "8_above_text"))
ENDS = (("?", "asks"), ("؟", "asks"), (":", "ends_in_colon"), ("!", "calls"), (".", "stopped"))
SEPARATED = re.compile(r"\s[|·•/]\s|\s{3,}")

SIGNING = ("dateline", "byline")
Able = Callable[[Line], bool]


def choose(lines: Sequence[Line], found: Line | None, able: Able, pack: LanguagePack) -> Line | None:
    """The line whose signs weigh most; the one that the rules found where a page has too little text to tell.

    Parameters
    ----------
    found: what the rules found.
    able: whether a line can be a headline.
    """
    asked = signs(lines, found, able, pack)
    return max(asked, key=lambda one: sum(TITLES.get(sign, 0.0) for sign in one[1]))[0] if asked else found


def signs(lines: Sequence[Line], found: Line | None, able: Able, pack: LanguagePack) -> list[tuple[Line, list[str]]]:
    """The lines of a page that could be its headline, with the signs that each shows; none of a page of little text."""
    texts = [place for place, line in enumerate(lines) if line.running]
    if len(texts) <= PARAGRAPHS:
        return []
    end = texts[PARAGRAPHS]
    asked = [place for place in range(max(0, texts[0] - MOST), end) if not lines[place].paragraph]
    late = not any(line.kind in SIGNING for line in lines[: texts[0]])
    asked = [place for place in asked if able(lines[place]) and (place < texts[0] or (late and _signed(place, lines)))]
    if len(asked) == 1:
        return [(lines[asked[0]], ["by_rule"])]
    stems = {place: frozenset(cues.stems(lines[place])) for place in (*asked, *texts[:TOLD])}
    shares = {place: _told(place, stems, texts) for place in asked}
    most = max(shares.values(), default=0.0)
    counts = Counter(line.key for line in lines[:end])
    made = []
    for place in asked:
        line = lines[place]
        shown = ["by_rule"] if line is found else []
        shown += _shape(line, pack) + _place(place, lines, texts) + _neighbours(place, lines, able)
        shown.append(next((name for share, name in SHARES if shares[place] <= share), "told_all"))
        shown += ["told_most"] if most and shares[place] == most else []
        shown += ["twice"] if counts[line.key] == 2 and line.words >= FULL else []
        made.append((line, shown))
    return made


def _signed(place: int, lines: Sequence[Line]) -> bool:
    """Whether a date or a writer stands near below, as below a headline under a paragraph of the site's own."""
    return any(line.kind in SIGNING for line in lines[place + 1 : place + 1 + NEAR] if not line.running)


def _told(place: int, stems: dict[int, frozenset[str]], texts: Sequence[int]) -> float:
    """The share of a line's content words that the paragraphs below use; one of few words shows little."""
    said: set[str] = set().union(*(stems[one] for one in texts[:TOLD] if one > place))
    own = stems[place]
    return len(own & said) / max(3, len(own))


def _shape(line: Line, pack: LanguagePack) -> list[str]:
    """What its own words and characters are like."""
    text = line.text
    shown = [next((name for most, name in LENGTHS if line.words <= most), "of_more_words")]
    shown += [name for end, name in ENDS if text.endswith(end)]
    words = line.folded.split()
    to_reader = sum(word in pack.words("reader_words") for word in words)
    shown += [f"reader_words_{min(2, to_reader)}"] if to_reader else []
    shown += ["much_to_reader"] if to_reader * 4 > len(words) else []
    shown += ["labelled"] if ":" in text[:-1] else []
    shown += ["separated"] if SEPARATED.search(text) else []
    digits = sum(map(str.isdigit, text))
    shown += ["much_digits"] if digits * 4 > len(text) else []
    function = sum(word in pack.words("stopwords") for word in words)
    shown += ["no_stopword"] if not function else []
    shown += ["sets_off"] if text[0] in "«\"“'‘" or ".." in text or "،" in text or "," in text else []
    return shown


def _place(place: int, lines: Sequence[Line], texts: Sequence[int]) -> list[str]:
    """How far above the text it stands, and what dates and names stand near."""
    following = next(one for one in texts if one > place)
    shown = [next((name for most, name in DISTANCES if following - place <= most), "far_above_text")]
    shown += ["below_a_paragraph"] if place > texts[0] else []
    below = [line.kind for line in lines[place + 1 : min(following, place + 1 + NEAR)]]
    signed = [place for place, kind in enumerate(below) if kind in SIGNING]
    if signed:
        shown.append("signed_next" if signed[0] == 0 else "signed_below")
    above = [line.kind for line in lines[max(0, place - NEAR) : place]]
    if any(kind in SIGNING for kind in above):
        shown.append("below_signed_next" if above[-1] in SIGNING else "below_signed")
    return shown


def _neighbours(place: int, lines: Sequence[Line], able: Able) -> list[str]:
    """What the lines right above and below are, and which of the headline-like lines of a group it is."""
    above = lines[place - 1] if place else None
    below = lines[place + 1]
    first = last = place
    while first and able(lines[first - 1]) and lines[first - 1].words >= FULL:
        first -= 1
    while last + 1 < len(lines) and able(lines[last + 1]) and lines[last + 1].words >= FULL:
        last += 1
    group = last - first + 1
    shown = [f"of_{group}_place_{place - first + 1}" if group <= 3 else "of_many"]
    shown.append(
        "below_nothing" if above is None else f"below_{above.kind or ('label' if above.words < FULL else 'line')}"
    )
    shown.append(
        "above_text" if below.running else f"above_{below.kind or ('label' if below.words < FULL else 'line')}"
    )
    if above is not None and lines[place].words >= FULL and above.rule in ("breadcrumb", "bars"):
        shown.append("below_trail")
    return shown


def _called(line: Line) -> str:
    return line.kind or ("label" if line.words < FULL else "line")
