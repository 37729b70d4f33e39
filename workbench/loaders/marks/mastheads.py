"""In which outlet a page stands, as its own lines say it: the masthead and what bears it out.

A name in the head of a page is a guess: a section, a town and a slogan stand there too. It is the outlet's where
something else says so: the line of rights, a line of the foot that opens with it, a dateline, a word such as
«صحيفة» or the name of the publisher. Nothing is taken from one mention alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from workbench.languages.pack import LanguagePack
from workbench.loaders.marks import cues, datelines
from workbench.loaders.marks.lines import EDGES, Line, count, key
from workbench.loaders.tables.columns import by_name

__all__ = ["outlet"]

YEARS = re.compile(r"\d{4}(?:\s*[-–]\s*\d{4})?|©|\(c\)|\(C\)|[Cc]opyright")
MASTHEAD = re.compile(r"\s+[|\-–—]\s+|\t|\s{4,}")
LABEL = re.compile(r"([^:：]{2,24}?)\s*[:：]\s*(\S.*)")
OUTLET = 6
"""The most words of an outlet's name."""
HEAD = 25
"""How many lines of a page's head can name it."""
TOP = 8
"""How many of them, those that are buttons left out, can hold a masthead."""
FOOT = 12
"""How many lines of a page's foot are asked."""
ENOUGH = 2
"""The evidence from which a name of the head is the outlet's, 1 of it for standing there."""
WIDEST = 500
"""The most characters of a line that is asked."""
LONGEST = 30
"""The most words of one that mentions the outlet."""
DISTINCT = 4
"""The letters of a word from which a name shared with the publisher's is no chance."""
MENTIONS = 2
"""How many other lines, not of the text, have to say a name."""
BODIES = frozenset(["agency", "media", "newspaper", "radio", "television"])
"""What the words mean, in every language, that name a kind of outlet."""


def outlet(lines: Sequence[Line], pack: LanguagePack) -> str:
    """The outlet that a page's lines name by two pieces of evidence, or by a label; empty where none does."""
    stated = next((line.text for line in lines if line.rule == "field_source"), "") or _labelled(lines)
    if stated:
        return " ".join(stated.split())
    rights = [line for line in lines[-FOOT:] if len(line.text) <= WIDEST and YEARS.search(line.text)]
    rights = [line for line in rights if _claims(line, pack)]
    claimed = f" {_plain(' '.join(line.folded for line in rights))} " if rights else ""
    head = [line for line in lines[: HEAD if rights else 0] if len(line.text) <= WIDEST and line not in rights]
    parts = [part for line in head for part in MASTHEAD.split(line.text) if len(part) > 3]
    names = [
        " ".join(part.split()).strip(EDGES)
        for part in parts
        if rights and 1 <= count(part) <= OUTLET and f" {key(part, pack)} " in claimed
    ]
    found = max(names, key=len, default="") or (_claimed(rights[0], lines, pack) if rights else "")
    return _cased(found or _borne_out(lines, rights, pack), lines, pack)


def _labelled(lines: Sequence[Line]) -> str:
    """The outlet that a line of an archive's head gives behind a label: ``Publisher: Marlow Herald``."""
    first = next((place for place, line in enumerate(lines) if line.running), 0)
    for line in lines[: min(first, HEAD)]:
        labelled = line.words <= OUTLET + 2 and (":" in line.text or "：" in line.text)
        match = LABEL.fullmatch(line.text) if labelled else None
        if match and "source" in by_name([match[1]], {}) and not match[2].startswith(("/", "http")):
            return match[2]
    return ""


def _borne_out(lines: Sequence[Line], rights: Sequence[Line], pack: LanguagePack) -> str:
    """The name in the head for which most speaks beside its place; empty where too little does."""
    best, most = "", ENOUGH - 1
    last = max((place for place, line in enumerate(lines) if line.running), default=0)
    foot = [_plain(line.folded) for line in lines[last + 1 :][-FOOT:] if len(line.text) <= WIDEST]
    claimed = _plain(" ".join(line.folded for line in rights))
    texts = [line for line in lines if line.running]
    for place, name in enumerate(_candidates(lines, pack)):
        evidence = _evidence(key(name, pack), claimed, foot, texts, pack) + (
            place == 0 and _often(key(name, pack), lines, pack)
        )
        if evidence > most:
            best, most = name, evidence
    return best


def _candidates(lines: Sequence[Line], pack: LanguagePack) -> list[str]:
    """The parts of the first lines that can be a masthead, in order."""
    first = next((place for place, line in enumerate(lines) if line.running), 0)
    shown = [line for line in lines[: min(HEAD, first)] if line.open or line.rule == "buttons"]
    found = []
    for line in [one for one in shown if not one.section and len(one.text) <= WIDEST][:TOP]:
        parts = [" ".join(part.split()).strip(EDGES) for part in MASTHEAD.split(line.text)]
        if len(parts) <= 2 and not line.sentence:
            found += [part for part in parts[:1] if _can_be(part, pack)]
    return found


def _can_be(part: str, pack: LanguagePack) -> bool:
    folded = key(part, pack)
    if not 1 <= count(part) <= OUTLET or any(map(str.isdigit, part)) or folded in cues.places(pack):
        return False
    return len(folded) > DISTINCT and not cues.says(part, pack) and not datelines.stated(part, pack)


def _evidence(name: str, claimed: str, foot: Sequence[str], texts: Sequence[Line], pack: LanguagePack) -> int:
    """How much speaks for a name, 1 of it the line of the head that holds it.

    Parameters
    ----------
    claimed, foot: the wording of the lines of rights, and of the foot's lines, folded, without punctuation.
    texts: the paragraphs.
    """
    bare = _bare(name, pack)
    whole = _says(claimed, bare)
    opens = any(_opens(text, bare) for text in foot)
    words = {word for word in bare.split() if len(word) >= DISTINCT and word not in _kinds(pack)}
    shared = not whole and any(_says(claimed, word) for word in words)
    kind = count(name) > 1 and not _kinds(pack).isdisjoint(name.split())
    dated = len(bare) > DISTINCT and any(line.folded.startswith(f"{bare} -") for line in texts)
    return 1 + 2 * whole + opens + shared + kind + 2 * dated


def _often(name: str, lines: Sequence[Line], pack: LanguagePack) -> bool:
    """Whether other lines that are no paragraphs say a name of several words; asked of the first, as sections recur."""
    bare = _bare(name, pack)
    told = [line for line in lines if line.words <= LONGEST and not line.paragraph and bare in line.folded]
    told = [line for line in told if line.key != name and _says(_plain(line.folded), bare)]
    return count(bare) > 1 and len(told) >= MENTIONS


def _opens(text: str, name: str) -> bool:
    """Whether a line of the foot opens with a name, or is the name behind a year."""
    start = text.find(name)
    if start < 0 or text[:start].strip(" 0123456789"):
        return False
    return text[start + len(name) :][:1] in ("", " ")


def _says(text: str, name: str) -> bool:
    """Whether a text holds a name as words of its own, or with a few letters written together with its first."""
    return bool(name) and name in text and re.search(rf"(?<!\w)\w{{0,2}}{re.escape(name)}(?!\w)", text) is not None


def _bare(name: str, pack: LanguagePack) -> str:
    """A name without an article that is a word of its own before it."""
    words = _plain(name).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in pack.words("stopwords") else words)


@cache
def _kinds(pack: LanguagePack) -> frozenset[str]:
    """The words for kinds of outlets, as keys."""
    return frozenset(key(row["word"], pack) for row in pack.rows("body_words") if row["meaning"] in BODIES)


def _cased(name: str, lines: Sequence[Line], pack: LanguagePack) -> str:
    """A name that its head prints in capitals, written as another line writes it."""
    if not (pack.capitals and name.isupper()):
        return name
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    written = (match[0] for line in lines if (match := pattern.search(line.text)))
    return next((one for one in written if not one.isupper()), name)


def _claimed(rights: Line, lines: Sequence[Line], pack: LanguagePack) -> str:
    """The first words of the name behind a copyright sign that stand on the page twice more."""
    behind = YEARS.split(rights.text)[-1]
    words = re.split(r"[.،,|]", behind)[0].split()
    others = [line.folded for line in lines if line is not rights]
    for size in range(min(OUTLET, len(words)), 1, -1):
        name = " ".join(words[:size])
        if sum(pack.fold(name) in other for other in others) > 1 and pack.fold(words[0]) not in pack.words("stopwords"):
            return name.strip(EDGES)
    return ""


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", text).split())


def _claims(line: Line, pack: LanguagePack) -> bool:
    """Whether a line states a copyright."""
    return "©" in line.text or "(c)" in line.text.lower() or cues.says(line.text, pack) == "furniture"
