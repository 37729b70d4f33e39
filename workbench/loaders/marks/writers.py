"""Who wrote a page, as its bylines name them: one writer or several, or the desk where no writer is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from workbench.languages.pack import LanguagePack
from workbench.loaders.marks import bynames, cues, datelines
from workbench.loaders.marks.lines import EDGES, Line, count, key

__all__ = ["ADDRESS", "NAME", "PARTS", "authors", "by_capitals", "first", "is_joined"]

PARTS = re.compile(r"\s+[-–—ـ]+\s+|\s*[/|،,;؛·•]\s*|\s+\+\s+")
ADDRESS = re.compile(r"\S+@\S+\.\S+|(?:https?://|www\.)\S+")
CAPITALS = re.compile(r"(?<!\S)[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){1,3}(?!\S)")
SMALL = re.compile(r"(?<!\S)[a-z]{2,}(?!\S)")
JOINED = re.compile(r"(?:^|\s+)(?:&|and)\s+", re.IGNORECASE)
COMMAS = re.compile(r"\s*[,،]\s*")
"""What stands between the names of two writers where it is a word of its own."""
NAME = 5
"""The most words of a name in a byline."""
PLAIN = 3
"""The most words of a name that only another name beside it shows to be one."""
NAME_AT_LEAST = 2
"""The fewest words of a name."""
DATED = frozenset(["date_in_line", "element_time", "class_date"])
"""Rules of lines with a date that may name the writer too."""
LAST = frozenset(["credits_in_brackets", "initials", "behind_a_dash", "element_time", "class_date"])
"""Rules of lines that are asked for the writer after all others."""
MOST = 6
"""The most writers of one page."""


def authors(lines: Sequence[Line], pack: LanguagePack, *, outlet: str = "") -> str:
    """The names in the first byline that holds one, ``; `` between several, without the word that introduces them.

    Where no byline holds a name: the desk that one names; empty where none does.

    Parameters
    ----------
    outlet: whose name is no writer's.
    """
    own = key(outlet, pack)
    signed = [line for line in lines if (line.kind == "byline" and line.rule != "signature") or line.rule in DATED]
    signed.sort(key=lambda line: line.rule in LAST)
    for line in signed:
        found = [name for name in _shown(line, pack) if key(name, pack) != own]
        if not found and own and own in line.key:
            written = datelines.dateless(line.text, pack)
            rest = [part for part in PARTS.split(written) if part and key(part, pack) != own]
            found = [name for name in _names_in(" - ".join(rest), "", pack) if key(name, pack) != own] if rest else []
        if found:
            return "; ".join(_without_outlet(name, own, pack) for name in found)
    return next((desk for line in signed if (desk := _desk(line, pack))), "")


def _shown(line: Line, pack: LanguagePack) -> Sequence[str]:
    """The names that a line shows, as the rule that found it tells."""
    if name := bynames.named(line):
        return [name]
    if line.kind == "dateline" and line.rule != "date_in_line":  # markup puts the name beside the date
        written = datelines.dateless(line.text, pack)
        first = key(written, pack).split(maxsplit=1)[:1]
        introduced = cues.cue_words(written, pack, "byline") != written
        if not written or not (introduced or cues.given_names(pack).issuperset(first)):
            return ()
        return _names_in(written, "", pack)
    if line.rule == "credits_in_brackets":
        words = PARTS.split(line.text.strip("()[]. "))[0].split()
        end = next((i for i, word in enumerate(words) if i > NAME_AT_LEAST and _for_the(word, pack)), len(words))
        return _names_in(f"{words[0].rstrip(':')}: {' '.join(words[1:end])}", "", pack)
    return _several(line, pack)


def _for_the(word: str, pack: LanguagePack) -> bool:
    """Whether a word has a preposition and the article written with it: ``للنشرة``."""
    joined = [pack.fold(row["clitic"]) for row in pack.rows("clitics") if row["kind"] == "preposition_article"]
    return any(key(word, pack).startswith(clitic) for clitic in joined)


def _without_outlet(name: str, outlet: str, pack: LanguagePack) -> str:
    """A name without the outlet's words behind it: ``ANN LEE HERALD``, in the Marlow Herald."""
    words, own = name.split(), outlet.split()
    if not pack.capitals and key(words[0], pack) not in cues.given_names(pack):
        return name
    while len(words) > 2 and words[-1].casefold() in own:
        words.pop()
    return " ".join(words)


def first(line: Line, pack: LanguagePack) -> str:
    """The first name in a byline; empty where it holds none."""
    return next(iter(_several(line, pack)), "")


def is_joined(line: Line, pack: LanguagePack) -> bool:
    """Whether a line is nothing but two names or more, a word between the last ones: ``Ann Lee and Tom Ray``."""
    if not pack.capitals or line.sentence or line.words > PLAIN * MOST or not JOINED.search(line.text):
        return False
    parts = [part for chunk in PARTS.split(line.text) for part in JOINED.split(chunk)]
    return all(1 < count(part) <= PLAIN and _capitalised(part) == " ".join(part.split()) for part in parts)


def _desk(line: Line, pack: LanguagePack) -> str:
    """The desk that a byline names by a cue of two words or more that is no writer's office or agency."""
    for part in PARTS.split(cues.cue_words(datelines.dateless(line.text, pack), pack, "byline") or line.text):
        folded = key(part, pack)
        words, kind = set(folded.split()), cues.whole(folded, pack)
        shown = line.hint.kind == "byline" and kind == "furniture" and words.isdisjoint(pack.words("reader_words"))
        named = kind == "byline" and words.isdisjoint(cues.offices(pack)) and not cues.agency_of(part, pack)
        if len(words) > 1 and (shown or named):
            return " ".join(part.split()).strip(EDGES)
    return ""


def by_capitals(line: Line, pack: LanguagePack) -> str:
    """The name that alone stands in capitals in a line of the head: ``with CORDELIA FINCH``."""
    if not pack.capitals or line.words > 12 or not SMALL.search(line.text):
        return ""
    names = [] if JOINED.search(line.text) else CAPITALS.findall(line.text)
    return names[0] if len(names) == 1 else ""


def _several(line: Line, pack: LanguagePack) -> tuple[str, ...]:
    return _names_in(line.text, by_capitals(line, pack), pack)


@lru_cache(maxsize=20_000)
def _names_in(written: str, shown: str, pack: LanguagePack) -> tuple[str, ...]:
    text = datelines.dateless(written, pack).strip("()[] ")
    text = ADDRESS.sub("", text).strip("()[] \n")
    rest = shown or cues.cue_words(text, pack, "byline")
    rest = re.split(r"[;؛(\[]", rest)[0]
    parts = [part.strip(EDGES) for part in PARTS.split(rest)]
    parts = [inner.strip(EDGES) for part in parts for inner in _after_place(part, pack)]
    listed = [part.strip(EDGES) for part in COMMAS.split(rest)]
    if len(listed) > 1 and all(_given(part, pack) and _bare_name(part, pack) == part for part in listed):
        return tuple(dict.fromkeys(listed[:MOST]))
    if any(cues.agency_of(part, pack) or cues.agency_like(part, pack) for part in parts):
        parts = [part for part in parts if _given(part, pack)]
    parts.sort(key=lambda part: not _given(part, pack))
    for place, part in enumerate(parts):
        names = _joined(part, pack)
        if names and len(names) == 1 and any(JOINED.search(other) for other in parts[place + 1 :]):
            more = [name for other in parts[place + 1 :] for name in _joined(other, pack)]
            names += [name for name in more if cues.roles(pack).isdisjoint(key(name, pack).split())]
        if names:
            return tuple(dict.fromkeys(names[:MOST]))
    return ()


def _given(part: str, pack: LanguagePack) -> bool:
    """Whether a part of a byline opens with a given name."""
    return bool(part) and key(part.split(maxsplit=1)[0], pack) in cues.given_names(pack)


def _joined(part: str, pack: LanguagePack) -> list[str]:
    """The names in a part of a byline: one, or several that a conjunction joins."""
    pieces = [" ".join(piece.split()) for piece in JOINED.split(part) if piece] if pack.capitals else _apart(part, pack)
    names = [_bare_name(piece, pack) for piece in pieces]
    if len(pieces) > 1 and not all(names):
        return [name] if (name := _bare_name(part, pack)) else []
    return [name for name in names if name]


def _apart(part: str, pack: LanguagePack) -> list[str]:
    """The names that conjunctions join which are written together with a given name: ``منى السقا وسامر الخطيب``."""
    pieces: list[list[str]] = [[]]
    for word in part.split():
        folded = key(word, pack)
        bare = next((mark for mark in cues.conjunctions(pack) if folded[len(mark) :] in cues.given_names(pack)), "")
        if bare and folded.startswith(bare) and len(pieces[-1]) > 1 and folded not in cues.given_names(pack):
            pieces.append([word[len(bare) :]])
        else:
            pieces[-1].append(word)
    return [" ".join(piece) for piece in pieces if piece]


def _bare_name(part: str, pack: LanguagePack) -> str:
    """The name that a text is, without cues before it, words in small letters behind it, and its office."""
    bare = part
    while (shorter := cues.cue_words(bare, pack, "byline")) != bare:
        bare = shorter
    if pack.capitals:
        bare = _capitalised(bare)
    bare = _without_role(bare, pack)
    return bare if bare and _is_name(bare, pack) else ""


def _after_place(part: str, pack: LanguagePack) -> list[str]:
    """What stands behind a colon first, as in ``دمشق: منى السقا``, then what stands before it; no photographer."""
    label, *named = re.split(r"\s*[:：]\s+", part)
    if named and "caption" in (cues.says(label, pack), cues.says(f"{label}: {named[0]}", pack)):
        return []
    return [one for one in (*reversed(named), label) if one]


def _capitalised(text: str) -> str:
    """The words with capitals at the head of a text; words all in capitals written as names are."""
    words: list[str] = []
    for word in text.split():
        if not (word[0].isupper() or (words and word in ("de", "van", "von", "bin", "al", "el", "the"))):
            break
        words.append(word)
    name = " ".join(words)
    return name.title().replace("’S", "’s").replace("'S", "'s") if name.isupper() and len(words) > 1 else name


def _without_role(name: str, pack: LanguagePack) -> str:
    """A name without the words for an office behind it, ``Orla Fennick Senior Reporter``, and without ``من`` before."""
    words = name.split()
    while len(words) > 2 and key(words[-1], pack) in cues.roles(pack):
        words.pop()
    if len(words) > 2 and key(words[0], pack) in pack.words("stopwords"):
        del words[0]
    return " ".join(words)


def _is_name(text: str, pack: LanguagePack) -> bool:
    """Whether a text can name a person or desk: two to five words, no place, agency or date."""
    folded = key(text, pack)
    if not 2 <= count(text) <= NAME or any(map(str.isdigit, text)):
        return False
    kind = cues.whole(folded, pack)
    if kind == "byline" and cues.offices(pack).issuperset(folded.split()):
        return False
    if kind not in ("", "byline") or cues.agency_of(text, pack) or folded in cues.places(pack):
        return False
    return not datelines.analyse(text, pack).dates
