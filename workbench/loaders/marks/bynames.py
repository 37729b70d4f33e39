"""Bylines without a word for them: a name beside a place or a column, below the text, behind a sign or in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.corpus import BlockKind
from workbench.languages.pack import LanguagePack
from workbench.loaders.marks import cues, datelines
from workbench.loaders.marks.lines import EDGES, Line, count, key

__all__ = ["above_the_text", "below_the_text", "beside_a_place", "beside_portrait", "in_brackets", "named"]

BRACKETS = re.compile(r"\(([^()]{4,120})\)\.?|\[([^\[\]]{4,120})\]\.?")
TWO = re.compile(r"(?P<one>[^/:：]+?)(?:\s*/\s*|\s*[:：]\s+|\s+[-–—]\s+)(?P<other>[^/:：]+)")
SLASH = re.compile(r"([^/]+?)\s*/\s*([^/]+)")
DASH = re.compile(r"[-–—]\s*(?=[^\W\d])")
INITIALS = re.compile(r"[\W_]*(?:[^\W\d_]{1,2}\s?[./]\s?){1,3}[^\W\d_]{0,2}[\W_]*")
INITIAL = re.compile(r"[^\W\d_]\.\s?[^\W\d_]{3,}(?:\s[^\W\d_]{3,})?")
"""An initial and a name: ``J. Fennick``."""
NAME = (2, 4)
"""The fewest and the most words of a name."""
COLUMN = 5
"""The most words of a column's standing name, or of a place."""
LEAD = 4
"""How many paragraphs are asked where the story is set."""
BELOW = 3
"""How many lines below the text can hold who wrote it."""


def above_the_text(lines: Sequence[Line], pack: LanguagePack) -> None:
    """Mark lines above the text of two parts with a slash between, of which one is a known given name with others."""
    first = next((place for place, line in enumerate(lines) if line.running), 0)
    for line in lines[:first]:
        match = SLASH.fullmatch(line.text) if line.open and "/" in line.text and not line.sentence else None
        if match and any(_given(part, pack) for part in match.groups()) and max(map(count, match.groups())) <= COLUMN:
            line.mark("byline", "name_beside_a_slash")


def _given(part: str, pack: LanguagePack) -> bool:
    """Whether a text is a name that opens with a known given name."""
    words = key(part, pack).split()
    return NAME[0] <= len(words) <= NAME[1] and words[0] in cues.given_names(pack) and _plain(words, pack)


def _plain(words: Sequence[str], pack: LanguagePack) -> bool:
    return pack.words("stopwords").isdisjoint(words) and not any(map(str.isdigit, "".join(words)))


def beside_a_place(lines: Sequence[Line], headline: Line | None, pack: LanguagePack) -> None:
    """Mark a short line between headline and text of a place that the article names and a name that it does not."""
    texts = [line for line in lines if line.running]
    if headline is None or not texts:
        return
    said = " ".join(line.folded for line in (headline, *texts[:LEAD]))
    for line in lines[lines.index(headline) + 1 : lines.index(texts[0])]:
        if line.sentence or line.hint.kind or line.words > COLUMN + NAME[1]:
            continue
        if line.kind not in (None, "caption") and line.rule != "beside_the_date":
            continue
        if rule := _beside(line, said, [*texts, headline], pack):
            line.kind, line.rule = "byline", rule


def _beside(line: Line, said: str, texts: Sequence[Line], pack: LanguagePack) -> str:
    match = TWO.fullmatch(line.text)
    if match is None:
        return ""
    one, other = match["one"], match["other"]
    for place, name, rule in ((one, other, "name_behind_place"), (other, one, "name_before_place")):
        words = key(name, pack).split()
        written = not pack.capitals or all(word[0].isupper() for word in name.split())
        if (
            NAME[0] <= len(words) <= NAME[1]
            and written
            and count(place) <= COLUMN
            and key(place, pack) in said
            and _plain(words, pack)
            and not any(word in text.folded for word in (words[0], words[-1]) for text in texts)
        ):
            return rule
    return ""


def beside_portrait(line: Line) -> BlockKind | None:
    """What a line beside a picture is where it says who wrote the page, or when: the picture is the writer's."""
    words = cues.cue_words(line.text, line.pack, "byline")
    if words != " ".join(line.text.split()) and words and words[0].isupper() >= line.pack.capitals:
        return "byline"
    return "dateline" if datelines.with_date(line, line.pack) and datelines.is_dateline(line, line.pack) else None


def named(line: Line) -> str:
    """The part of a line of a place and a name that is the name; empty where the line is none."""
    match = TWO.fullmatch(line.text) if line.rule in ("name_behind_place", "name_before_place") else None
    if match is None:
        return ""
    return match["other" if line.rule == "name_behind_place" else "one"].strip(EDGES)


def below_the_text(lines: Sequence[Line], pack: LanguagePack) -> None:
    """Mark who signs below the last sentence: behind a dash, by initials, or by an initial and a name."""
    texts = [place for place, line in enumerate(lines) if line.running or (line.open and line.stopped)]
    if not any(line.running for line in lines) or not texts:
        return
    last = max(place for place, line in enumerate(lines) if line.running)
    below = range(last + 1, min(len(lines), last + 1 + BELOW + sum(place > last for place in texts)))
    for place in below:
        line = lines[place]
        if not line.open or line.section or line.words > 2 * COLUMN:
            continue
        near = [lines[other].text for other in (place - 1, place + 1) if other < len(lines)]
        if INITIALS.fullmatch(line.text):
            line.mark("byline", "initials")
        elif INITIAL.fullmatch(line.text) and not any(map(INITIAL.fullmatch, near)):
            line.mark("byline", "initial_and_name")
        elif DASH.match(line.text) and not any(map(DASH.match, near)) and _signs(line, pack):
            line.mark("byline", "behind_a_dash")


def _signs(line: Line, pack: LanguagePack) -> bool:
    """Whether what stands behind a dash, up to a comma, can be a name."""
    name = re.split(r"[,،/(|]", DASH.sub("", line.text, count=1))[0].split()
    if not NAME[0] <= len(name) <= NAME[1] or line.sentence or not _plain(key(" ".join(name), pack).split(), pack):
        return False
    return all(word[0].isupper() for word in name) if pack.capitals else len(name) < NAME[1]


def in_brackets(lines: Sequence[Line], pack: LanguagePack) -> None:
    """Mark lines that stand in brackets as a whole and open with a word for who wrote or edited."""
    for line in lines:
        match = BRACKETS.fullmatch(line.text) if line.text[0] in "([" and line.kind in (None, "caption") else None
        inside = (match[1] or match[2]).split(maxsplit=1) if match else []
        if len(inside) == 2 and "byline" in (
            cues.says(f"{inside[0].rstrip(':')}: {inside[1]}", pack),
            cues.says(" ".join(inside), pack),
        ):
            line.kind, line.rule = "byline", "credits_in_brackets"
