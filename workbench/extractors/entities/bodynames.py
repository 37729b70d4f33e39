"""Places and bodies: spellings of one name are one, and so are names that are translated word for word.

A name is known by what its words mean (``body_words.tsv``, ``role_words.tsv``, demonyms for their country) and by the
sounds of the words that have no meaning: ``سجن السدرة`` and ``Sidra Prison`` are (prison; sdr). A ministry may be
named without the word for it (``الخارجية الروسية``), and without its country where the corpus knows only one. What fits
two names is joined with neither.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from workbench.corpus import Corpus
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.fullnames import core, kinds
from workbench.extractors.entities.headalone import HEAD_ALONE
from workbench.extractors.entities.rolewords import means, stem
from workbench.extractors.entities.speaking import SPEAKING
from workbench.extractors.entities.variants import alike, script, skeleton
from workbench.kept import kept
from workbench.languages.pack import LanguagePack, pack
from workbench.text.phrases import peelings

__all__ = ["BodyNames", "mostly_latin"]

Key = tuple[str, str]
LEAST_SOUNDS = 3
MINISTRY = "ministry"
LEFT_OUT = frozenset({"company"})


class _Name(NamedTuple):
    """What a name says: the meanings of its words, and the words that have none."""

    meanings: frozenset[str]
    others: tuple[str, ...]
    plain: str

    @property
    def said(self) -> frozenset[str]:
        """The meanings that count: a company is one with the word for it and without."""
        return self.meanings - LEFT_OUT if self.others else self.meanings

    @property
    def spelled(self) -> tuple[frozenset[str], frozenset[str]]:
        """What all names of one spelling share."""
        return self.said, frozenset(self.others)

    @property
    def heard(self) -> tuple[frozenset[str], tuple[str, ...]]:
        """What all names of one sound share, in every script."""
        return self.said, tuple(sorted(skeleton(word) for word in self.others))


class BodyNames:
    """The names of places and bodies in a corpus, and what each is kept under.

    Parameters
    ----------
    corpus, found: the articles and the candidates of each.
    """

    def __init__(self, corpus: Corpus, found: dict[str, list[Candidate]]) -> None:
        self._main: dict[Key, tuple[Key, str]] = {}
        self._counts: Counter[Key] = Counter()
        self._known: dict[Key, Key] = {}
        self._fixed: set[Key] = set()
        self._latin = mostly_latin(corpus)
        self._announced: set[Key] = set()
        names: dict[Key, _Name] = {}
        for article in corpus:
            language = pack(article.language)
            for one in found.get(article.id, ()):
                if one.name and one.type != "PER" and one.rule != HEAD_ALONE:
                    key = _key(one)
                    if not one.identity and (known := _identities(language).get(language.fold(one.name))):
                        self._known[key] = one.type, known
                        key = one.type, known
                        self._fixed.add(key)
                    self._counts[key] += 1
                    if one.rule not in (SPEAKING, "repeated"):
                        self._announced.add(key)
                    if key not in names:
                        names[key] = _read(one.name, language)
                    if one.identity:
                        self._fixed.add(key)
        self._in_brackets(corpus, found)
        groups = self._spelled_alike(names)
        groups = self._heard_alike(groups, names)
        self._without_country(groups, names)
        self._shortened(groups)
        self._without_trade(groups, names)

    def _in_brackets(self, corpus: Corpus, found: dict[str, list[Candidate]]) -> None:
        """A body's letters or short name in brackets right behind its full name are that body."""
        for article in corpus:
            bodies = [one for one in found.get(article.id, ()) if one.name and one.type == "ORG"]
            for before, after in pairwise(bodies):
                between, behind = article.text[before.end : after.start], article.text[after.end : after.end + 1]
                long, short = self._own(before), self._own(after)
                if between.strip(' "«“') != "(" or behind not in ')»”"' or not behind or long == short:
                    continue
                if len(after.name.split()) < 2 <= len(before.name.split()) and not (
                    long in self._fixed and short in self._fixed
                ):
                    main, other = (short, long) if short in self._fixed else (long, short)
                    self._main.setdefault(other, (main, f"stands beside {main[1]} in brackets"))

    def _own(self, one: Candidate) -> Key:
        return self._known.get(_key(one), _key(one))

    def key(self, one: Candidate) -> tuple[Key, str, str]:
        """The key, the rule and the reason of a place or body."""
        if not one.name:
            return ("", ""), one.rule, ""
        own = self._own(one)
        main, reason = self._main.get(own, (own, ""))
        seen = set()
        while main in self._main and main not in seen:
            seen.add(main)
            main = self._main[main][0]
        return main, one.rule, f"{one.identity} in every language" if one.identity else reason

    def _first(self, group: Iterable[Key]) -> Key:
        """The name that stands for others: one with an identity, in the letters of most pages, the most frequent."""
        return max(
            group,
            key=lambda key: (key in self._fixed, key[1][:1].isascii() == self._latin, self._counts[key], key),
        )

    def _join(self, group: list[Key], reason: str) -> Key:
        main = self._first(group)
        for key in group:
            if key != main:
                self._main[key] = main, reason.format(main[1])
        return main

    def _spelled_alike(self, names: dict[Key, _Name]) -> list[Key]:
        """One name for each group that is spelled alike: spaces, articles, the order of words, ``وزارة`` left out."""
        by_plain: dict[Key, list[Key]] = defaultdict(list)
        for key, name in names.items():
            by_plain[key[0], name.plain].append(key)
        firsts = [self._join(group, "spelling of {}") for group in by_plain.values()]
        by_words: dict[tuple[str, object, bool], list[Key]] = defaultdict(list)
        for key in firsts:
            latin = names[key].plain[:1].isascii()
            by_words[key[0], names[key].spelled if names[key].others or names[key].meanings else key, latin].append(key)
        return [
            self._join(group, "the same words as {}") if sum(key in self._fixed for key in group) < 2 else key
            for group in by_words.values()
            for key in (group[:1] if sum(key in self._fixed for key in group) < 2 else group)
        ]

    def _heard_alike(self, groups: list[Key], names: dict[Key, _Name]) -> list[Key]:
        """The same with names of two scripts joined where each script has one such name."""
        by_sound: dict[tuple[str, object], list[Key]] = defaultdict(list)
        for key in groups:
            by_sound[key[0], names[key].heard].append(key)
        left: list[Key] = []
        for group in by_sound.values():
            scripts = [names[key].plain[:1].isascii() for key in group]
            if sorted(scripts) == [False, True] and _translated(*(names[key] for key in group)):
                left.append(self._join(group, "{} in another script"))
            else:
                left.extend(group)
        return left

    def _shortened(self, groups: Iterable[Key]) -> None:
        """What only speaks, where its words are the first (with capitals: the last) of one other body's alone."""
        bodies = [key for key in groups if key[0] == "ORG"]
        by_border: dict[tuple[str, ...], list[tuple[tuple[str, ...], Key]]] = defaultdict(list)
        for key in bodies:
            words = _from_border(key[1])
            by_border[words[:2]].append((words, key))
        for key in bodies:
            if key in self._announced or key in self._fixed or key in self._main:
                continue
            short = _from_border(key[1])
            longer = [
                other
                for words, other in by_border[short[:2]]
                if len(words) > len(short) and words[: len(short)] == short
            ]
            if len(short) > 1 and len(longer) == 1:
                self._main[key] = longer[0], f"short for {longer[0][1]}"

    def _without_trade(self, groups: Iterable[Key], names: dict[Key, _Name]) -> None:
        """What a body is called by its own word alone, where one other body has it with what it is or does."""
        by_word: dict[tuple[object, ...], list[Key]] = defaultdict(list)
        for key in groups:
            if key[0] == "ORG" and names[key].others:
                by_word[frozenset(names[key].others), key[1][:1].isascii()].append(key)
        for own in by_word.values():
            for key in own:
                longer = [other for other in own if names[key].said < names[other].said]
                short = not names[key].said and len(skeleton("".join(names[key].others))) >= LEAST_SOUNDS
                if short and len(longer) == 1 and key not in self._fixed and key not in self._main:
                    self._main[key] = longer[0], f"short for {longer[0][1]}"

    def _without_country(self, groups: list[Key], names: dict[Key, _Name]) -> None:
        """Ministries named without their country: the only one of that office in the corpus."""
        full: dict[frozenset[str], list[Key]] = defaultdict(list)
        for key in groups:
            meanings, others = names[key].meanings, names[key].others
            countries = {word for word in meanings if len(word) == 2 and word.isupper()}
            if MINISTRY in meanings and len(countries) + len(others) == 1:
                full[meanings - countries].append(key)
        for key in groups:
            meanings, others = names[key].meanings, names[key].others
            if MINISTRY in meanings and len(meanings) > 1 and not others and len(full.get(meanings, ())) == 1:
                main = full[meanings][0]
                if main != key and key not in self._fixed:
                    self._main[key] = main, f"the only {main[1]} in the corpus"


def mostly_latin(corpus: Corpus) -> bool:
    """Whether most articles are written in letters of two cases, so that names are told in them."""
    return sum(pack(article.language).capitals for article in corpus) * 2 > len(corpus)


@cache
def _identities(language: LanguagePack) -> dict[str, str]:
    """What names of places and bodies are called in every language, folded."""
    return {language.fold(row["name"]): row["identity"] for row in language.rows("identities")}


def _from_border(name: str) -> tuple[str, ...]:
    """The words of a body's name from the one that says what it is: the first or, in Latin letters, the last."""
    words = tuple(name.split()) or ("",)
    return words[::-1] if name[:1].isascii() else words


def _key(one: Candidate) -> Key:
    return one.type, one.identity or one.name


def _translated(a: _Name, b: _Name) -> bool:
    """Whether two names that sound alike have enough in common: meanings and words, or a long enough word."""
    pairs = zip(sorted(a.others, key=skeleton), sorted(b.others, key=skeleton), strict=True)
    if not all(alike(x, y) for x, y in pairs):
        return False
    heard = sum(len(skeleton(word)) for word in a.others)
    return len(a.meanings) > 1 or heard >= LEAST_SOUNDS or (len(a.meanings) == 1 and heard > 1)


@kept
def _read(name: str, language: LanguagePack) -> _Name:
    """What a name says, read in the language of the page or, for names in other letters, in that of its letters."""
    folded = language.fold(name).replace("-", " ").replace(".", "")
    words = folded.split()
    own = pack(script(words[0])) if words else language
    meanings: set[str] = set()
    others: list[str] = []
    links = own.words("stopwords")
    for place, word in enumerate(words):
        if word in links and len(words) > 1 and core(word) == word and word not in _table(own):
            continue
        if place and word in kinds(own, "family") and own.capitals:
            continue
        kind, meaning = _meaning(word, own)
        if kind == "other":
            others.append(meaning)
        else:
            meanings.add(meaning)
            if place == 0 and kind == "office" and core(word) != word and len(words) > 1:
                meanings.add(MINISTRY)
    plain = "".join(core(word) for word in words)
    return _Name(frozenset(meanings), tuple(others), plain)


@cache
def _table(language: LanguagePack) -> dict[str, str]:
    return {core(language.fold(row["word"])): row["meaning"] for row in language.rows("body_words")}


@kept
def _meaning(word: str, language: LanguagePack) -> tuple[str, str]:
    """What a word in a name means: body, office or place with its meaning; other with its stem."""
    for reading in (one.core for one in peelings(word, language)):
        meaning = _table(language).get(core(reading)) or _table(language).get(reading)
        if meaning is not None:
            return "body", meaning
    kind, meaning = means(word, language)
    if kind in ("office", "place") and not meaning.startswith("~"):
        return kind, meaning
    return "other", stem(core(word), language)
