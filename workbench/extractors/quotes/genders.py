"""Who can be meant by an inflected verb or a pronoun: a man (m), a woman (f), several (p), a thing (n); "" unknown."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from workbench.languages.pack import LanguagePack

__all__ = [
    "addressed_gender",
    "agree",
    "form_gender",
    "name_gender",
    "noun_gender",
    "only_nouns",
    "owner_gender",
    "pronoun_gender",
    "relative_gender",
    "title_gender",
]


SHORT = 3  # letters of a noun without its pronoun


@cache
def _table(pack: LanguagePack, kind: str) -> tuple[tuple[str, str], ...]:
    """The folded words of a kind with their genders, the longest first."""
    rows = {pack.fold(row["word"]): row["gender"] for row in pack.rows("genders") if row["kind"] == kind}
    return tuple(sorted(rows.items(), key=lambda row: -len(row[0])))


@cache
def _genders(pack: LanguagePack, kind: str) -> dict[str, str]:
    return dict(_table(pack, kind))


def _ending(word: str, kind: str, pack: LanguagePack) -> str:
    return next((gender for end, gender in _table(pack, kind) if word.endswith(end) and len(word) > len(end)), "")


def form_gender(form: str, tag: str, base: str, pack: LanguagePack) -> str:
    """The gender of the subject that a form of a verb says.

    Parameters
    ----------
    form, base: the form, and the verb as the pack lists it.
    tag: past, pres, part or masdar.
    """
    folded, plain = pack.fold(form), pack.fold(base)
    if not _table(pack, "past_end"):
        return ""
    if tag in ("past", "pres"):
        bare = next((folded.removesuffix(end) for end, _ in _table(pack, "object") if folded.endswith(end)), folded)
        if plain in (folded, bare):
            return "m"
        own = folded if _ending(folded, "pres_end", pack) else bare
        if tag == "past":
            return _ending(bare, "past_end", pack) or "m"
        begins = next((gender for begin, gender in _table(pack, "pres_begin") if own.startswith(begin)), "")
        return _ending(own, "pres_end", pack) or begins or "m"
    if tag == "part":
        led = folded.startswith(tuple(pack.clitics("preposition")) or ("\0",)) and folded[0] not in plain  # ``بحجة``
        return "" if led else _ending(folded, "part_end", pack) or "m"
    return _ending(folded, "masdar_end", pack) if tag == "masdar" else ""


def pronoun_gender(word: str, pack: LanguagePack) -> str:
    """The gender of a folded word that is a pronoun; empty for any other."""
    return _genders(pack, "pronoun").get(word, "")


def addressed_gender(word: str, pack: LanguagePack) -> str:
    """The same of a pronoun that a preposition governs: ``according to him``."""
    return _genders(pack, "addressed").get(word, "")


def owner_gender(word: str, pack: LanguagePack) -> str:
    """The same of a folded word that says whose something is: ``his``."""
    return _genders(pack, "owner").get(word, "")


def relative_gender(word: str, pack: LanguagePack) -> str:
    """The same of a folded relative pronoun: ``التي``."""
    return _genders(pack, "relative").get(word, "")


@cache
def only_nouns(pack: LanguagePack) -> tuple[str, ...]:
    """The endings that nouns have and verbs lack, as they are written."""
    rows = pack.rows("genders")
    return tuple(row["word"] for row in rows if row["kind"] == "noun_end" and row["gender"] == "f")


def noun_gender(phrase: str, pack: LanguagePack) -> str:
    """The gender of a folded noun phrase, by a title in it or by the ending of its first word."""
    words = phrase.split()
    titles = _genders(pack, "title")
    listed = next((titles[word] for word in words if word in titles), "")
    if listed or not words:
        return listed
    definite = pack.article and words[0].startswith(pack.article)  # ``المتهم``
    ends = () if definite else pack.clitics("enclitic")
    owned = (words[0].removesuffix(one) for one in ends if words[0].endswith(one))
    if any(len(one) > SHORT and _ending(one, "past_end", pack) == "f" for one in owned):  # ``ابنتها``
        return "f"
    return (_ending(words[0], "noun_end", pack) or "m") if _table(pack, "noun_end") else ""


def title_gender(title: str, pack: LanguagePack) -> str:
    """The gender of a title as it is written: a pronoun behind it is not its ending (``شقيقه``, ``شقيقة``)."""
    first = title.split(maxsplit=1)[0]
    pronoun = next((one for one in pack.clitics("enclitic") if first.endswith(one)), "")
    owned = pronoun and not first.endswith(only_nouns(pack)) and not (pack.article and first.startswith(pack.article))
    if not owned or not only_nouns(pack):
        return noun_gender(pack.fold(title), pack)
    stem = pack.fold(first).removesuffix(pronoun)
    return _ending(stem, "past_end", pack) if len(stem) > SHORT and _ending(stem, "past_end", pack) == "f" else "m"


def name_gender(name: str, pack: LanguagePack) -> str:
    """The gender of a folded given name; empty where no list knows it or both bear it."""
    genders = _given(pack).get(name, set())
    gender = next(iter(genders), "")
    return gender if len(genders) == 1 and gender in ("m", "f") else ""


@cache
def _given(pack: LanguagePack) -> dict[str, set[str]]:
    """The genders of those who bear each folded given name."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in pack.rows("given_names"):
        found[pack.fold(row["name"])].add(row["gender"])
    return dict(found)


def agree(wanted: str, gender: str) -> bool:
    """Whether a subject of one gender may be somebody of another; what is unknown may be anybody."""
    return not wanted or not gender or wanted == gender
