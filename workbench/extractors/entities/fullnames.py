"""Full names without what may be left out: what is left is what two spellings of one name share.

``نصر الدين بن خليل الحسيني`` is (نصردين, خليل, حسيني): ابن, articles and the particles of foreign families are dropped,
``عبد``, ``أبو`` and ``الدين`` are joined to their words, and so is a title inside a family name (``الشيخ علي``). The
words for it stand in the packs (``name_words.tsv``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from workbench.extractors.entities.variants import alike, borne, same_person_name, script, sounds
from workbench.kept import kept
from workbench.languages.gazetteers import gazetteers
from workbench.languages.pack import LanguagePack, pack

__all__ = [
    "Form",
    "bare",
    "complete",
    "core",
    "form",
    "honoured",
    "kinds",
    "kunyas",
    "same",
    "surname_spans",
    "together",
]

Parts = tuple[str, ...]
APART = "'"


@cache
def kinds(language: LanguagePack, kind: str) -> frozenset[str]:
    """The words of one kind in the pack's table of name words, folded."""
    return frozenset(language.fold(row["word"]) for row in language.rows("name_words") if row["kind"] == kind)


@dataclass(frozen=True, slots=True)
class Form:
    """A name without what may be left out.

    ``words``: its words. ``tail``: how many of them stand before a family name with a particle (``دي لا توري``) that
    may be left out; all, where there is none. ``whole``: the last word with such a particle written together with it
    (``لوغوينيك``), where one stands before it.
    """

    words: Parts
    tail: int
    whole: str = ""

    @property
    def initials(self) -> int:
        """How many words at its beginning are single letters."""
        return next((n for n, word in enumerate(self.words) if len(word) > 1), len(self.words))


@kept
def core(word: str) -> str:
    """A folded word without the article."""
    article = pack(script(word)).article
    if not article or not word.startswith(article) or len(word) <= len(article) + 1 or word in _begun(script(word)):
        return word
    return word[len(article) :]


@cache
def _begun(code: str) -> frozenset[str]:
    """Given names that begin like the article and are none without it (``إلياس``), folded."""
    language = pack(code)
    given = {language.fold(row["name"]) for row in language.rows("given_names")}
    listed = given | {language.fold(row["name"]) for row in language.rows("surnames")}
    begun = {one for one in given if one.startswith(language.article)} if language.article else set()
    return frozenset(one for one in begun if one[len(language.article) :] not in listed)


@kept
def form(parts: Parts) -> Form:
    """The form of a name that is given by its folded components."""
    raw = [word for part in parts for word in part.replace("-", " ").split()]
    if not raw:
        return Form((), 0)
    language = pack(script(raw[0]))
    words: list[str] = []
    tail, joined, whole = 0, "", ""
    noble, family = kinds(language, "noble"), kinds(language, "family")
    alone = len(raw) == 2 and not language.capitals  # a family name with its particle: ``بن شيخون``
    for place, word in enumerate(raw):
        last = place == len(raw) - 1
        if word in kinds(language, "faith") and words and not joined:
            words[-1] += core(word)
        elif not last and word in kinds(language, "kunya"):
            joined += min(kinds(language, "kunya") & _same(word, language))
        elif not last and word in kinds(language, "servant"):
            joined += min(kinds(language, "servant"), key=lambda one: (len(one), one))
        elif not last and (word in family or (word in kinds(language, "son") and (words or alone))):
            whole = word if word in kinds(language, "son") and words else whole  # ``بن دحمان``, ``Bendahmane``
        elif not last and word in noble:
            tail = tail or len(words)
            whole += word
        elif honoured(raw, place, language):
            joined += core(word)
        else:
            words.append(_joined(joined, core(word), language))
            whole, joined = whole if last else "", ""
    return Form(tuple(words), tail or len(words), f"{whole}{words[-1]}" if whole and words else "")


def honoured(raw: Sequence[str], place: int, language: LanguagePack) -> bool:
    """Whether a word is a title that belongs to a family name with the word behind it: ``فرح [الشيخ] علي``.

    ``raw``: the words of the name; ``place``: which of them.
    """
    titles = kinds(language, "honour")
    before = raw[place - 1] if place else ""
    return place < len(raw) - 1 and (raw[place] in titles or f"{before} {raw[place]}" in titles)


@cache
def _same(word: str, language: LanguagePack) -> frozenset[str]:
    """The spellings of one kunya particle: those that begin alike."""
    return frozenset(one for one in kinds(language, "kunya") if one[:2] == word[:2] or one.lstrip("ا") == word)


@kept
def kunyas(word: str) -> frozenset[str]:
    """The spellings of a kunya particle (``أبو``, ``أبا``, ``أبي``); none for other words."""
    known = kinds(pack(script(word)), "kunya")
    return frozenset(one for one in known if one[:2] == word[:2]) if word in known else frozenset()


@kept
def _joined(front: str, word: str, language: LanguagePack) -> str:
    """A word with what is joined to it; ``abdulrazzaq`` and ``عبدالله`` are taken for two words joined."""
    servants = kinds(language, "servant")
    shortest = min(servants, key=lambda one: (len(one), one), default="")
    if not front:
        for servant in sorted({*servants, shortest + language.article}, key=len, reverse=True):
            if shortest and word.startswith(servant) and len(word) > len(servant) + 2:
                return shortest + _apart(language) + word[len(servant) :]
    return front + (_apart(language) if front in servants else "") + word


def _apart(language: LanguagePack) -> str:
    """What keeps letters of two joined words from being read as one sound (``abd'halim``)."""
    return APART if language.capitals else ""


@kept
def same(a: Form, b: Form) -> str:
    """Why two forms are one person's name: ``same``, ``spelling``, ``shorter form``; empty where nothing says so."""
    reason = same_person_name(a.words, b.words)
    if reason:
        return reason
    if (a.whole or b.whole) and len(a.words) == len(b.words) > 1:
        ends = alike(a.whole or a.words[-1], b.words[-1]) or alike(a.words[-1], b.whole or b.words[-1])
        if ends and all(alike(x, y) for x, y in zip(a.words[:-1], b.words[:-1], strict=True)):
            return "spelling"
    if len(a.words) > len(b.words):
        a, b = b, a
    count = len(a.words)
    whole = all(alike(x, y) for x, y in zip(a.words, b.words, strict=False))
    if count > 1 and whole and (b.tail == count or (len(b.words) == count + 1 and complete(a.words))):
        return "shorter form"
    if count > 1 and len(b.words) == count + 1 and not (borne(b.words[-2]) and borne(b.words[-1])):
        others = zip(a.words[:-1], b.words[: count - 1], strict=True)
        surname = len(a.words[-1]) > 3 and sounds(a.words[-1]) & together(b.words[-2], b.words[-1])
        return "spelling" if surname and all(alike(x, y) for x, y in others) else ""
    return ""


def complete(words: Parts) -> bool:
    """Whether a name of two words or more ends in a family name, and not in a father's given name."""
    language = pack(script(words[0]))
    if language.capitals or _given(words[-1], language) or words[-1] in _listed(language):
        return False
    return gazetteers(language).classes(words[-1]).person not in ("given", "both")


@cache
def _listed(language: LanguagePack) -> frozenset[str]:
    """The given names of a pack, folded."""
    return frozenset(language.fold(row["name"]) for row in language.rows("given_names"))


@kept
def together(a: str, b: str) -> frozenset[str]:
    """The sounds of two words written as one."""
    return frozenset(x + y for x in sounds(a) for y in sounds(b))


@kept
def bare(parts: Parts) -> tuple[Parts, ...]:
    """The words, as they are spelled, by which alone a person of that name is called, the longest first."""
    raw = tuple(word for part in parts for word in part.replace("-", " ").split())
    found = [raw[start:end] for start, end in surname_spans(raw)]
    return tuple(dict.fromkeys(sorted(found, key=lambda words: (-len(words), words))))


@kept
def surname_spans(raw: Parts) -> tuple[tuple[int, int], ...]:
    """Where the family names of a name stand among its words: with particles and without, of one word or two."""
    if len(raw) < 2:
        return ((0, len(raw)),)
    language = pack(script(raw[0]))
    units = _units(raw, language)
    if len(units) < 2:
        return ((0, len(raw)),)
    found = [units[-1]]
    noble, family = kinds(language, "noble"), kinds(language, "family")
    start, end = units[-1]
    while start < end - 1 and raw[start] in family and language.capitals:
        start += 1
        found.append((start, end))
    if units[-1][0] > 1 and raw[units[-1][0] - 1] in kinds(language, "son"):
        found.append((units[-1][0] - 1, end))
    if raw[units[-1][0]] in noble and len(units) > 2:
        found.append(units[-2])
    elif len(units) > 2 and not _given(raw[units[-2][0]], language) and units[-2][1] == units[-1][0]:
        found.append((units[-2][0], end))
    if raw[0] in kinds(language, "first") and len(units) in (2, 3):
        found.append(units[0])
    return tuple(found)


def _given(word: str, language: LanguagePack) -> bool:
    """Whether a word is a given name as far as any list knows, or stands for one with its particle."""
    known = gazetteers(language).classes(word)
    common = known.weight > 2 and not known.foreign and known.person in ("given", "both")
    return common or word in kinds(language, "servant")


def _units(raw: Parts, language: LanguagePack) -> list[tuple[int, int]]:
    """The spans of the words of a name, particles joined to what follows them; words for son stand in none."""
    leading = [kinds(language, kind) for kind in ("kunya", "servant", "family", "noble")]
    sons, faith = kinds(language, "son"), kinds(language, "faith") | kinds(language, "divine")  # ``نصر [الله]``
    found: list[tuple[int, int]] = []
    start = -1
    for place, word in enumerate(raw):
        last = place == len(raw) - 1
        if not last and (any(word in kind for kind in leading) or honoured(raw, place, language)):
            start = place if start < 0 else start
        elif word in sons and not last:
            start = -1
        elif (word in faith or core(word) in {core(one) for one in faith}) and found and len(raw) > 2 and start < 0:
            found[-1] = (found[-1][0], place + 1)
            start = -1
        else:
            found.append((place if start < 0 else start, place + 1))
            start = -1
    return found
