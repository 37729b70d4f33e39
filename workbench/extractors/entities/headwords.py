"""What the words beside the head of a place or body are, in languages without capital letters.

A person's name, a place, an adjective of origin, a word that no list has and that looks like a name by its letters, an
ordinary word with the article: `HeadReader` puts names together of these.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from workbench.extractors.entities.lexicon import Lexicon
from workbench.extractors.entities.names import NameReader
from workbench.extractors.entities.tagging.likeness import likeness
from workbench.languages.gazetteers import gazetteers
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import adjacent, peelings
from workbench.text.tokens import Token

__all__ = ["FEMININE", "PLAIN", "SURELY", "OverTokens", "Surroundings"]

LIKELY = 4  # from this grade on the letters of a word that no list has speak for a name
SURELY = 5  # for an adjective of origin, or a word with the article
ORIGIN = 7  # for a feminine adjective of origin, by its masculine form
FEMININE = ("ة", "ه", "ات")  # how feminine nouns and their adjectives end, also in careless spelling
PLAIN = 1  # up to this grade the letters of a word are those of an ordinary one
SHARED = 4  # the fewest letters of a place that its adjective keeps
STRANGERS = 3  # the most words that no list has in one name


@cache
def _melted(language: LanguagePack) -> tuple[str, ...]:
    return language.clitics("preposition_article")


@cache
def _functional(language: LanguagePack) -> frozenset[str]:
    """The words that are never part of a place's or a body's name: function words, days and months."""
    dates = {language.fold(row["name"]) for file in ("weekdays", "months") for row in language.rows(file)}
    return language.words("stopwords") | dates


@cache
def _nisbas(language: LanguagePack) -> tuple[str, ...]:
    return language.clitics("nisba")


class OverTokens:
    """What is read out of one block's tokens.

    Parameters
    ----------
    names: the reader of people's names over the same tokens.
    """

    def __init__(self, names: NameReader) -> None:
        self.names = names
        self.text = names.text
        self.words: Sequence[Token] = names.words
        self.language = names.pack
        self.lexicon: Lexicon = names.lexicon


class Surroundings(OverTokens):
    """Reads what stands at a token of one block."""

    def __init__(self, names: NameReader) -> None:
        super().__init__(names)
        self.gathered = gazetteers(self.language)
        self.functional = _functional(self.language)
        self.joints = self.language.clitics("conjunction")
        self.melted, self.nisbas = _melted(self.language), _nisbas(self.language)

    def place(self, index: int) -> int | None:
        """The last token of a place that a list knows; none where the word is the adjective of a place too."""
        if self.words[index].folded in self.lexicon.demonyms:
            return None
        listed = self.lexicon.gazetteer.at(index, self.words, self.text, peel=False)
        if listed is not None:
            return listed.last if listed.value.type == "LOC" else None
        span = self.words[index : index + 5]
        found = self.gathered.places_at(0, [word.folded for word in span])
        if found is None or self.words[index].folded in self.lexicon.stops:
            return None
        last = index + found[0] - 1
        return last if all(self.touches(one) for one in range(index + 1, last + 1)) else None

    def named(self, index: int) -> int | None:
        """The token of a place that no list knows and whose adjective the article has: ``قرطانة``, ``القرطاني``."""
        word = self.words[index].text
        shared = word[:-1] if len(word) > SHARED else ""
        adjectives = [self.language.article + shared + one for one in self.nisbas if shared]
        return index if self._likely(index) and any(one in self.text for one in adjectives) else None

    def touches(self, index: int) -> bool:
        """Whether there is a token, and only a space between it and the one before."""
        return 0 < index < len(self.words) and adjacent(self.text, self.words[index - 1], self.words[index])

    def person(self, index: int, *, bearer: bool = True) -> int | None:
        """The last token of a person's name, with or without a title before it.

        ``bearer``: what stands before it may be called after somebody with an office (``شارع القاضي رشيد الناطور``).
        """
        title = self.lexicon.titles.at(index, self.words, self.text, peel=False)
        if title is not None:
            index = title.last + 1
            if not self.touches(index) or title.last > title.first:
                return None
        name = self.names.at(index, titled=title is not None)
        if name is None or not (title or len(name.parts) > 1 or " " in name.parts[0]):
            return None
        if (
            title is not None
            and title.value.kind == "role"
            and not bearer
            and not (name.given and len(name.parts) == 1)
        ):
            return None
        last = name.last
        while last > index + 1 and self._doubtful(last):
            last -= 1
        plain = last == index + 1 and self.names.definite(self.words[last].folded) and self._doubtful(last)
        if plain and title is not None and title.value.kind == "honorific":
            return last
        return None if plain and self.grade(self.words[last].folded) <= PLAIN else last

    def _doubtful(self, index: int) -> bool:
        """Whether a word that no list of names has, at the end of a name, does not look like one."""
        word = self.words[index].folded
        return self.names.kind(index, word)[0] in ("unknown", "definite") and self.grade(word) < SURELY

    def demonym(self, index: int) -> int | None:
        """The last token of the adjective of a place, known or by its shape (``القرطانية``)."""
        if not self.touches(index):
            return None
        word = self.words[index].folded
        if self.language.article and not self.names.definite(word):
            return None
        owner = self.lexicon.demonyms.at(index, self.words, self.text, peel=False)
        if owner is not None:
            return owner.last
        bare = word[len(self.language.article) :]
        nisba = any(bare.endswith(one) or bare[:-1].endswith(one) for one in self.nisbas)
        if not nisba or word in self.lexicon.stops or bare in self.lexicon.surnames or self.noun(index):
            return None
        return index if self._originates(bare) else None

    def _originates(self, adjective: str) -> bool:
        """Whether an adjective, which no list has, looks as if it were made of a place's name."""
        if self.grade(adjective) >= SURELY:
            return True
        plain = adjective[:-1]
        described = not adjective.endswith(FEMININE) or plain in self.language.listed("plain_adjectives")
        return not described and self.grade(plain) >= ORIGIN and not self.gathered.classes(plain).ordinary

    def grade(self, word: str) -> int:
        """How much a word looks like a name by its letters, without its article; -1 where nothing tells."""
        grades = likeness(self.language)
        bare = word.removeprefix(self.language.article) if self.names.definite(word) else word
        return -1 if grades is None else grades.grade(bare)

    def joined(self, index: int) -> int | None:
        """The last token of a particle and what it joins (``أبو ريحان``)."""
        kind, width = self.names.kind(index, self.words[index].folded)
        return index + width - 1 if kind == "joined" else None

    def strangers(self, index: int) -> int | None:
        """The last of up to three words that no list has and that look like names by their letters."""
        last = index - 1
        while last - index + 1 < STRANGERS and self.touches(last + 1) and self._likely(last + 1):
            last += 1
        if last == index and self.grade(self.words[last].folded) < ORIGIN and self._owned(last + 1):
            return last + 1
        if last < index or (self._plural(last) and self.touches(last + 1) and self.described(last + 1)):
            return None
        return last

    def further_office(self, last: int) -> int:
        """The last token of an office that a conjunction joins to another: ``(وزارة) الطاقة [والمياه]``."""
        return last + 1 if self._joined_behind(last) in self.lexicon.offices else last

    def joined_noun(self, last: int) -> int:
        """The last token where a conjunction joins a further noun to what a body is for: ``للآثار [والمتاحف]``."""
        noun, look = self._joined_behind(last), (last + 1, self.words, self.text)
        tables = (self.lexicon.heads, self.lexicon.gazetteer, self.lexicon.titles, self.lexicon.parties)
        plain = noun and noun not in self.lexicon.stops and not any(table.at(*look) for table in tables)
        return self.with_adjective(last + 1) if plain else last

    def _joined_behind(self, last: int) -> str:
        """The word with the article that a conjunction joins to the token before it; empty where there is none."""
        index = last + 1
        if not self.touches(index):
            return ""
        readings = peelings(self.words[index].folded, self.language)
        joined = (one.core for one in readings if one.proclitics in self.joints)
        return next((core for core in joined if self.names.definite(core) or core in self.lexicon.offices), "")

    def with_adjective(self, index: int) -> int:
        """The last of a word with the article and the adjective that follows it."""
        following = index + 1
        if not self.touches(following) or not self.described(following):
            return index
        word = self.words[following].folded
        agrees, origin = word.endswith(FEMININE) and self.words[index].folded.endswith(FEMININE), self.origin(word)
        if self.noun(following):
            return following if agrees and origin else index
        return following if (agrees and self._participle(word)) or origin else index

    def _participle(self, word: str) -> bool:
        """Whether a word with the article is an adjective by its form, or one that bodies are called with."""
        listed = self.language.listed("general_adjectives") | self.language.listed("body_adjectives")
        starts = tuple(self.language.listed("adjective_starts"))
        return word in listed or word.removeprefix(self.language.article).startswith(starts)

    def origin(self, word: str) -> bool:
        """Whether a word ends like an adjective made of a noun, masculine or feminine."""
        return word.endswith(self.nisbas) or (word.endswith(FEMININE) and word[:-1].endswith(self.nisbas))

    def _owned(self, index: int) -> bool:
        """Whether a noun with the article, no adjective, completes the word before it (``أبراج السنديان``)."""
        if not self.touches(index) or not self.described(index) or self.noun(index):
            return False
        word = self.words[index].folded
        adjective = word.endswith((*FEMININE, *self.nisbas)) or self.demonym(index) is not None
        return not adjective and not self.gathered.classes(word).person

    def _plural(self, index: int) -> bool:
        """Whether a word may be a plural that the next word with the article completes (``مستوردي القمح``)."""
        return self.words[index].folded.endswith(self.nisbas) and self.demonym(index + 1) is None

    def _likely(self, index: int) -> bool:
        return self.stranger(index) and self.grade(self.words[index].folded) > LIKELY

    def stranger(self, index: int) -> bool:
        """Whether no list has a word."""
        return self.names.kind(index, self.words[index].folded)[0] == "unknown"

    def plain(self, index: int) -> bool:
        """Whether a word may begin a phrase: no function word, verb or title."""
        word = self.words[index]
        return not (
            word.folded in self.functional
            or word.folded in self.lexicon.says
            or word.text[:1].isdigit()
            or self.language.verb_shape.fullmatch(word.folded)
            or self._entitled(index)
        )

    def _entitled(self, index: int) -> bool:
        """Whether a title begins here that announces somebody: one that something belongs to, or before a name."""
        title = self.lexicon.titles.at(index, self.words, self.text)
        if title is None or title.value.of or title.last > title.first:
            return title is not None
        return self.touches(title.last + 1) and self.names.at(title.last + 1, titled=True) is not None

    def described(self, index: int) -> bool:
        """Whether a word has the article and is neither function word nor title."""
        return self.names.definite(self.words[index].folded) and self.plain(index)

    def noun(self, index: int) -> bool:
        """Whether a word with the article is itself a head, an office or the name of a place."""
        look = (index, self.words, self.text)
        tables = (self.lexicon.heads, self.lexicon.offices, self.lexicon.gazetteer)
        return any(table.at(*look, peel=False) for table in tables)
