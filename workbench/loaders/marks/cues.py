"""What the language packs know about lines: cues of furniture, credits of agencies, places, dates."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

from workbench.languages.pack import LanguagePack, packs
from workbench.languages.schema import items
from workbench.loaders.marks.lines import EDGES, Line, key

__all__ = [
    "Cue",
    "agencies",
    "agency_like",
    "agency_of",
    "conjunctions",
    "content_words",
    "cue",
    "cue_words",
    "date_words",
    "ends_in_credit",
    "given_names",
    "is_credit",
    "offices",
    "places",
    "roles",
    "says",
    "stems",
    "vocabulary",
    "whole",
]

LIMITS = {"related": 35, "furniture": 40, "caption": 40, "byline": 14, "dateline": 16, "comments": 30, "closing": 40}
"""The most words of a line that a cue at its start, at its end or within can decide, by kind."""


LONGEST = max(LIMITS.values())
DIGITS = re.compile(r"\d+")
"""A number in a line is ``0`` in a cue: ``0 min read``."""
SURE = 8
"""The letters from which a cue decides about longer lines too."""
MANY = 12
"""In how many credits a word stands that is no agency's own name."""
NUMBERS = re.compile(r"[\s0:.,(\[]+$")
WHERE = ("starts", "ends", "contains")
CACHED = 16
"""Words up to which what is known of a line is kept: menus and labels come back on every page of an outlet."""


class Cue(NamedTuple):
    """What a cue says of a line: its kind, and whether the whole line is the cue."""

    kind: str
    whole: bool


Patterns = tuple[tuple[str, str], ...]
"""Folded patterns with their kinds."""


class Partial(NamedTuple):
    """The cues that are part of a line, by where they stand.

    Parameters
    ----------
    opening: folded pattern to kind, of those that a line starts with.
    starts, ends: the first, or last, two characters to the patterns that have them.
    contains: the first word to the patterns that stand anywhere.
    """

    opening: dict[str, str]
    starts: dict[str, Patterns]
    ends: dict[str, Patterns]
    contains: dict[str, Patterns]


TOKEN = re.compile(r"\w+")
STEM = 4
"""Letters by which forms of a word are taken as one."""
STEMMED = 2_000
"""How many characters of a line are looked at for its words."""


def cue(line: Line, pack: LanguagePack) -> Cue | None:
    """What a line is by the cues of the page's language, or of another where the whole line is one."""
    if line.words > LONGEST:
        return None
    if line.words <= CACHED:
        return _short_cue(line.text, line.words, line.stopped, pack)
    return _partial_cue(line.folded, line.words, pack, stopped=line.stopped)


@lru_cache(maxsize=50_000)
def _short_cue(text: str, words: int, stopped: bool, pack: LanguagePack) -> Cue | None:  # noqa: FBT001
    folded = " ".join(pack.fold(text).split())
    bare = DIGITS.sub("0", folded.strip(EDGES))
    kind = _whole(pack).get(bare) or (_whole(pack).get(NUMBERS.sub("", bare)) if bare.endswith("0") else None)
    if kind is None:
        others = (_whole(one).get(key(text, one)) for one in packs() if one is not pack)
        kind = next(filter(None, others), None)
    return Cue(kind, whole=True) if kind else _partial_cue(folded, words, pack, stopped=stopped)


def says(text: str, pack: LanguagePack) -> str:
    """The kind that the cues give to a short text, as they would to a line; empty where they give none."""
    found = _short_cue(text, len(text.split()), False, pack)  # noqa: FBT003
    return found.kind if found else ""


def ends_in_credit(folded: str, pack: LanguagePack, *, most: int) -> bool:
    """Whether a line ends in a word for a picture and up to so many words of a name: ``... Picture: Orla Fennick``."""
    patterns, firsts = _picture_words(pack)
    if firsts.isdisjoint(folded.split()[-most - 3 :]):
        return False
    for pattern in patterns:
        place = folded.rfind(pattern)
        if place > 0 and not folded[place - 1].isalnum() and len(folded[:place].split()) >= 2:
            return 1 <= len(folded[place + len(pattern) :].split()) <= most
    return False


def cue_words(text: str, pack: LanguagePack, kind: str) -> str:
    """What of a text stands behind the cue of a kind that it starts with; the text where it starts with none.

    The text is as written, and so is the answer; only white space is made one.
    """
    words = text.split()
    for size in range(min(5, len(words)), 0, -1):
        head = " ".join(pack.fold(" ".join(words[:size])).split()).replace(" :", ":")
        bare = head.rstrip(":،,-–— ")
        known = _partial(pack).opening
        if kind in (known.get(head), known.get(bare), known.get(f"{bare}:")):
            return " ".join(words[size:]).lstrip(":،,-–— ")
    return " ".join(words)


def _partial_cue(folded: str, words: int, pack: LanguagePack, *, stopped: bool) -> Cue | None:
    """The longest cue that a line starts with, ends in or holds."""
    text = folded.replace(" :", ":").lstrip("*•●▪■ ")
    known = _partial(pack)
    text = DIGITS.sub("0", text)
    found = [
        (kind, pattern)
        for pattern, kind in (*known.starts.get(text[:2], ()), *known.starts.get(text[:1], ()))
        if text.startswith(pattern) and _apart(text, len(pattern), pattern[-1])
    ]
    found += [
        (kind, pattern)
        for pattern, kind in known.ends.get(text[-2:], ())
        if text.endswith(pattern) and _apart(text, len(text) - len(pattern) - 1, pattern[0])
    ]
    inside = [pair for word in known.contains.keys() & TOKEN.findall(text) for pair in known.contains[word]]
    found += [(kind, pattern) for pattern, kind in inside if pattern in text and _within(text, pattern)]
    said = [
        (len(pattern), kind)
        for kind, pattern in found
        if words <= LIMITS[kind] or (len(pattern) > SURE and words <= LONGEST)
    ]
    said = [(size, kind) for size, kind in said if not (kind == "byline" and stopped)]
    return Cue(max(said, key=lambda one: one[0])[1], whole=False) if said else None


def _within(text: str, pattern: str) -> bool:
    """Whether the first place where a pattern stands in a text is no part of a longer word."""
    place = text.find(pattern)
    return _apart(text, place - 1, pattern[0]) and _apart(text, place + len(pattern), pattern[-1])


def _apart(text: str, position: int, edge: str) -> bool:
    """Whether the character at a position does not continue the word that the pattern's edge belongs to."""
    return not edge.isalnum() or not 0 <= position < len(text) or not text[position].isalnum()


def whole(line_key: str, pack: LanguagePack) -> str:
    """The kind that a cue gives to a whole line with that key, or nothing."""
    return _whole(pack).get(line_key, "")


@cache
def _whole(pack: LanguagePack) -> dict[str, str]:
    rows = pack.rows("furniture")
    return {key(row["pattern"], pack): row["kind"] for row in rows if row["where"] == "line"}


@cache
def _partial(pack: LanguagePack) -> Partial:
    rows = [(row["where"], pack.fold(row["pattern"]), row["kind"]) for row in pack.rows("furniture")]
    by_place = {place: [(pattern, kind) for where, pattern, kind in rows if where == place] for place in WHERE}
    starts: dict[str, Patterns] = {}
    ends: dict[str, Patterns] = {}
    for pattern, kind in by_place["starts"]:
        starts[pattern[:2]] = (*starts.get(pattern[:2], ()), (pattern, kind))
    for pattern, kind in by_place["ends"]:
        ends[pattern[-2:]] = (*ends.get(pattern[-2:], ()), (pattern, kind))
    contains: dict[str, Patterns] = {}
    for pattern, kind in by_place["contains"]:
        first = TOKEN.findall(pattern)[0]
        contains[first] = (*contains.get(first, ()), (pattern, kind))
    return Partial(dict(by_place["starts"]), starts, ends, contains)


@cache
def _picture_words(pack: LanguagePack) -> tuple[tuple[str, ...], frozenset[str]]:
    """The cues of captions that a name follows, ``picture:``, ``photo by``; and their first words."""
    patterns = tuple(pattern for pattern, kind in _partial(pack).opening.items() if kind == "caption")
    return patterns, frozenset(pattern.split()[0] for pattern in patterns)


@cache
def agency_names(pack: LanguagePack) -> dict[str, str]:
    """The credits of agencies, as keys, to the agencies' usual names."""
    return {key(row["credit"], pack): row["agency"] for row in pack.rows("credits")}


def agency_of(text: str, pack: LanguagePack) -> str:
    """The usual name of the agency that a text credits, by the page's pack first; empty where it is none."""
    for one in (pack, *(other for other in packs() if other is not pack)):
        name = agency_names(one).get(key(text, one))
        if name:
            return name
    return ""


def agency_like(text: str, pack: LanguagePack) -> bool:
    """Whether a name of two to five words holds a word that many agencies' names hold, such as «وكالة»."""
    words = key(text, pack).split()
    return 2 <= len(words) <= 5 and any(word in _agency_words(pack) for word in words)


@cache
def _agency_words(pack: LanguagePack) -> frozenset[str]:
    counts = Counter(word for name in agency_names(pack) for word in set(name.split()) if len(word) > 3)
    return frozenset(word for word, count in counts.items() if count >= MANY)


@cache
def agencies(pack: LanguagePack) -> frozenset[str]:
    """The credits of agencies and archives, as keys."""
    return frozenset(key(row["credit"], pack) for row in pack.rows("credits"))


CREDIT_PARTS = re.compile(r"\s+[-–—+]\s+|[/،,|+:]|\s{2,}")


@lru_cache(maxsize=20_000)
def is_credit(text: str, pack: LanguagePack) -> bool:
    """Whether a short text gives the source of a picture or report: an agency first or last in it."""
    parts = [key(part, pack) for part in (text, *CREDIT_PARTS.split(text))]
    if any(part in agencies(one) for one in packs() for part in parts):
        return True
    words = parts[0].split()
    return len(words) <= 6 and any(" ".join(words[:size]) in agencies(pack) for size in range(1, min(4, len(words))))


@cache
def places(pack: LanguagePack) -> frozenset[str]:
    """The names of places in the gazetteer, with their other spellings, as keys."""
    names: set[str] = set()
    for row in pack.rows("gazetteer"):
        if row["type"] == "LOC":
            names.update(key(name, pack) for name in (row["name"], *items(row["aliases"])))
    return frozenset(names)


@cache
def date_words(pack: LanguagePack) -> frozenset[str]:
    """The names of months and weekdays, as keys."""
    rows = (*pack.rows("months"), *pack.rows("weekdays"))
    return frozenset(word for row in rows for word in key(row["name"], pack).split())


@cache
def given_names(pack: LanguagePack) -> frozenset[str]:
    """Given names that are no ordinary words, as keys."""
    return frozenset(key(row["name"], pack) for row in pack.rows("given_names") if not row["ambiguous"])


@cache
def roles(pack: LanguagePack) -> frozenset[str]:
    """The words of titles and offices, as keys, and those of the cues of bylines that are a whole line."""
    words = {word for row in pack.rows("titles") for word in key(row["title"], pack).split()}
    words |= {word for line, kind in _whole(pack).items() if kind == "byline" for word in line.split()}
    return frozenset(words - pack.words("stopwords"))


@cache
def offices(pack: LanguagePack) -> frozenset[str]:
    """The words that are a title alone, as keys, such as «كاتب»: a line with one of them is a writer's and no desk."""
    titles = (key(row["title"], pack) for row in pack.rows("titles"))
    return frozenset(title for title in titles if " " not in title)


@cache
def conjunctions(pack: LanguagePack) -> tuple[str, ...]:
    """The conjunctions that are written together with the next word."""
    return tuple(pack.fold(row["clitic"]) for row in pack.rows("clitics") if row["kind"] == "conjunction")


WORD = re.compile(r"[^\W\d_]{2,}")


def vocabulary(text: str, pack: LanguagePack) -> list[str]:
    """The content words of a text, folded, without what is written together with them."""
    return content_words(pack.fold(text), pack)


def content_words(folded: str, pack: LanguagePack) -> list[str]:
    """The same of a text that is folded already."""
    stop = pack.words("stopwords")
    return [bare for word in WORD.findall(folded) if word not in stop for bare in (_bare(word, pack),) if bare]


def stems(line: Line) -> tuple[str, ...]:
    """The beginnings of the content words at the head of a line, by which forms of a word are one; kept with it."""
    if line._stems is None:
        line._stems = tuple([word[:STEM] for word in content_words(line.folded[:STEMMED], line.pack)])
    return line._stems


@lru_cache(maxsize=50_000)
def _bare(word: str, pack: LanguagePack) -> str:
    for clitic in _proclitics(pack):
        if word.startswith(clitic) and len(word) - len(clitic) >= 3:
            word = word[len(clitic) :]
            break
    return "" if len(word) < 3 else word


@cache
def _proclitics(pack: LanguagePack) -> tuple[str, ...]:
    by_kind: dict[str, list[str]] = {}
    for row in pack.rows("clitics"):
        by_kind.setdefault(row["kind"], []).append(pack.fold(row["clitic"]))
    conjunctions, prepositions = by_kind.get("conjunction", []), by_kind.get("preposition", [])
    articles = by_kind.get("article", []) + by_kind.get("preposition_article", [])
    joined = [p + a for p in prepositions for a in articles]
    outer = [c + rest for c in conjunctions for rest in (*articles, *joined)]
    return tuple(sorted({*articles, *joined, *outer}, key=len, reverse=True))
