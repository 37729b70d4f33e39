"""Places and bodies that are named by a head and what follows it, in languages without capital letters.

``مؤسسة نصر الحلبي للتنمية``, ``وزارة الدفاع القرطانية``, ``سجن السدرة`` are one name each, whatever stands inside
them. The column ``of`` of the heads in ``titles.tsv`` says what may follow: for a body an ``office``, a ``place``, a
name of its own (``org``); for a place ``org`` where the head belongs to the name (``شارع``), ``place`` where it only
tells that a place follows (``بلدة``) and stays outside.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from workbench.extractors.entities.lexicon import Lexicon, Title
from workbench.extractors.entities.names import NameReader
from workbench.extractors.entities.tagging.likeness import Likeness
from workbench.languages.gazetteers import gazetteers
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import Hit, adjacent, peelings
from workbench.text.tokens import Token

__all__ = ["FEMININE", "HeadReader", "Headed", "likeness"]

LIKELY = 4  # from this grade on the letters of a word that no list has speak for a name
SURELY = 5  # for an adjective of origin, or a word with the article
ADJECTIVES = 2  # the most words with the article between a head and what it is for
PLAIN = 1  # up to this grade the letters of a word are those of an ordinary one
SHARED = 4  # the fewest letters of a place that its adjective keeps
FEMININE = ("ة", "ه", "ات")  # how feminine nouns and their adjectives end, also in careless spelling
STRANGERS = 3  # the most words that no list has in one name


class Headed(NamedTuple):
    """A name found by its head: tokens ``first`` to ``last``, its type, and whether nothing else need speak for it."""

    first: int
    last: int
    start: int
    type: str
    core: str
    sure: bool


@cache
def likeness(language: LanguagePack) -> Likeness | None:
    """What grades the letters of a language's words; None where no model of them comes with Riwaya."""
    from workbench.extractors.entities.tagging.crf import MODELS

    path = MODELS / f"{language.code}.letters.crfsuite"
    return Likeness(path) if path.is_file() else None


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


class HeadReader:
    """Reads names by their heads out of one block's tokens.

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
        self.gathered = gazetteers(self.language)
        self.functional = _functional(self.language)
        self.joints = self.language.clitics("conjunction")
        self.melted, self.nisbas = _melted(self.language), _nisbas(self.language)

    def at(self, index: int) -> Headed | None:
        """The place or body whose head begins at a token; None where there is none."""
        hit = self.lexicon.heads.at(index, self.words, self.text)
        if hit is None or not self.touches(hit.last + 1):
            return None
        definite = hit.peeling.core != hit.value.title.split(" ")[0]
        if hit.value.kind == "org":
            return self._general(hit) if definite else self._body(hit)
        if definite or not hit.value.of:
            return None
        return self._place(hit) if "org" in hit.value.of else self._announced(hit)

    # bodies

    def _body(self, hit: Hit[Title]) -> Headed | None:
        """A body whose head says whose it is: an office, a place, a name of its own."""
        first, of = hit.last + 1, hit.value.of
        if "outside" in of:
            return self._titled(first)
        office = self.lexicon.offices.at(first, self.words, self.text, peel=False) if "office" in of else None
        if office is not None:
            owner = self.demonym(office.last + 1)
            longer = office.last > office.first and owner is None
            return self._found(hit, office.last if owner is None else owner, "ORG", sure=longer or owner is not None)
        if "place" in of and (place := self.place(first) or self._named(first)) is not None:
            return self._found(hit, self._purpose(place + 1, place), "ORG")
        if "org" not in of and "phrase" not in of:
            return None
        inner = self.at(first)
        if inner is not None and inner.type == "LOC" and inner.first == first:
            return self._found(hit, inner.last, "ORG")
        name = self.person(first)
        name = self._strangers(first) if name is None else name
        if name is not None:
            return self._found(hit, self._purpose(name + 1, name), "ORG")
        last = self._described_by(hit, first)
        return None if last is None else self._found(hit, last, "ORG")

    def _titled(self, first: int) -> Headed | None:
        """The name of what is only announced by its head: ``صحيفة [المساء]``, ``مجلة [نهر العرب]``."""
        last, sure = self._strangers(first), True
        if last is None and (last := self._phrase(first)) is None and self._described(first) and not self._noun(first):
            second = self._definite(first)
            last, sure = second or first, second is not None
            if second is not None and self.demonym(second) is not None:
                last = first
        return (
            None
            if last is None
            else Headed(first, last, self.words[first].start, "ORG", self.words[first].folded, sure)
        )

    def _described_by(self, hit: Hit[Title], first: int) -> int | None:
        """The last token of the ordinary words that name a body: a phrase, what it is for, where it sits."""
        phrase = self._phrase(first)
        if phrase is not None:
            known = "phrase" in hit.value.of or self._repeated(first, phrase)
            return self._purpose(phrase + 1, self._run(phrase)) if known else None
        if "phrase" not in hit.value.of:
            return None
        if self._described(first):
            return self._definite(first)
        if not self._plain(first) or self.names.definite(self.words[first].folded):
            return None
        if "place" in hit.value.of and self.touches(first + 1) and (place := self.place(first + 1)) is not None:
            return place
        end = self._purpose(first + 1, first)
        return end if end > first and self._own_name(hit, first) else None

    def _definite(self, first: int) -> int | None:
        """The last token of a name of two words with the article: ``الرابطة الساحلية``, ``الحرية والعدالة``."""
        second = first + 1
        if not self.touches(second):
            return None
        if self._described(second) and not self._noun(second):
            return self._purpose(second + 1, second)
        joined = (
            one.core for one in peelings(self.words[second].folded, self.language) if one.proclitics in self.joints
        )
        return second if any(self.names.definite(core) for core in joined) else None

    def _own_name(self, hit: Hit[Title], index: int) -> bool:
        """Whether a word behind a head is no adjective of it: it does not agree with it, or looks like a name."""
        word = self.words[index].folded
        agrees = hit.peeling.core.endswith(FEMININE) == word.endswith(FEMININE)
        return (not agrees and not word.endswith(FEMININE)) or self.grade(word) >= PLAIN

    def _general(self, hit: Hit[Title]) -> Headed | None:
        """A body with the article, an adjective and what it is for: ``المؤسسة العامة لسد الرمان``."""
        if hit.peeling.core in self.lexicon.parties:
            return None
        last = hit.last
        while last - hit.last < ADJECTIVES and self.touches(last + 1) and self._described(last + 1):
            last += 1
        if last == hit.last:
            return None
        end = self._purpose(last + 1, last, free=True)
        if end == last:
            return None
        return self._found(hit, end, "ORG")

    def _purpose(self, index: int, last: int, *, free: bool = False) -> int:
        """The last token of what a body is for (``للتنمية``, ``لحقوق الإنسان``); ``last`` where nothing tells it.

        ``free``: any noun may follow the preposition, not only those that the pack lists as fields.
        """
        if not self.touches(index):
            return last
        for peeling in peelings(self.words[index].folded, self.language):
            if peeling.proclitics in self.melted:
                return self._run(index) if free or peeling.core in self.lexicon.offices else last
            if not peeling.proclitics or not self._contracted(peeling.proclitics):
                continue
            office = self.lexicon.offices.at(index, self.words, self.text)
            if office is not None and office.last > index:
                return office.last
            known = free or peeling.core in self.lexicon.offices
            if known and len(peeling.core) > 1 and self.touches(index + 1) and self._described(index + 1):
                return self._run(index + 1)
        return last

    def _contracted(self, proclitics: str) -> bool:
        """Whether a preposition is one that melts with the article: the one that tells what something is for."""
        return any(one.startswith(proclitics) for one in self.melted)

    def _run(self, index: int) -> int:
        """The last of a word with the article and the adjective that follows it."""
        following = index + 1
        if self.touches(following) and self._described(following) and not self._noun(following):
            return following
        return index

    def _phrase(self, first: int) -> int | None:
        """The last token of a definite phrase of two words or more: ``فجر الجنوب``, ``نهر اليشم``."""
        if not self._plain(first) or self.names.definite(self.words[first].folded):
            return None
        second = first + 1
        if not self.touches(second) or not self._described(second):
            return None
        return second

    def _repeated(self, first: int, last: int) -> bool:
        """Whether a phrase stands elsewhere in the article, or ends in a word that only names have."""
        phrase = self.text[self.words[first].start : self.words[last].end]
        return self.text.count(phrase) > 1 or self.grade(self.words[last].folded) > SURELY

    # places

    def _place(self, hit: Hit[Title]) -> Headed | None:
        """A place whose head belongs to its name: ``شارع صبحي الدباغ``, ``سد الرمان``."""
        first = hit.last + 1
        for reader in (self.person, self.place, self._strangers):
            last = reader(first)
            if last is not None:
                return self._found(hit, last, "LOC")
        if self._described(first) and not self._noun(first):
            return self._found(hit, first, "LOC")
        return None

    def _announced(self, hit: Hit[Title]) -> Headed | None:
        """A place that a head outside its name announces: ``بلدة راوة``, ``محافظة تل الأقحوان``."""
        first = hit.last + 1
        word = self.words[first]
        last = self.place(first)
        if last is None:
            last = self._joined(first)
        if last is None and self._plain(first):
            phrase = self._phrase(first)
            definite = self.names.definite(word.folded) and self._described(first) and not self._noun(first)
            last = phrase if phrase is not None else first if definite else self._strangers(first)
        if last is None:
            return None
        return Headed(first, last, word.start, "LOC", word.folded, sure=True)

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

    def _named(self, index: int) -> int | None:
        """The token of a place that no list knows and whose adjective the article has: ``قرطانة``, ``القرطاني``."""
        word = self.words[index].text
        shared = word[:-1] if len(word) > SHARED else ""
        adjectives = [self.language.article + shared + one for one in self.nisbas if shared]
        return index if self._likely(index) and any(one in self.text for one in adjectives) else None

    # words

    def touches(self, index: int) -> bool:
        """Whether there is a token, and only a space between it and the one before."""
        return 0 < index < len(self.words) and adjacent(self.text, self.words[index - 1], self.words[index])

    def person(self, index: int) -> int | None:
        """The last token of a person's name, with or without a title before it."""
        title = self.lexicon.titles.at(index, self.words, self.text, peel=False)
        if title is not None:
            index = title.last + 1
            if not self.touches(index) or title.last > title.first:
                return None
        name = self.names.at(index, titled=title is not None)
        if name is None or not (title or len(name.parts) > 1 or " " in name.parts[0]):
            return None
        if title is not None and title.value.kind == "role" and not (name.given and len(name.parts) == 1):
            return None
        last = name.last
        while last > index + 1 and self._doubtful(last):
            last -= 1
        plain = last == index + 1 and self.names.definite(self.words[last].folded) and self._doubtful(last)
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
        if not nisba or word in self.lexicon.stops or bare in self.lexicon.surnames or self._noun(index):
            return None
        return index if self.grade(bare) >= SURELY else None

    def grade(self, word: str) -> int:
        """How much a word looks like a name by its letters, without its article; -1 where nothing tells."""
        grades = likeness(self.language)
        bare = word.removeprefix(self.language.article) if self.names.definite(word) else word
        return -1 if grades is None else grades.grade(bare)

    def _joined(self, index: int) -> int | None:
        """The last token of a particle and what it joins (``أبو ريحان``)."""
        kind, width = self.names.kind(index, self.words[index].folded)
        return index + width - 1 if kind == "joined" else None

    def _strangers(self, index: int) -> int | None:
        """The last of up to three words that no list has and that look like names by their letters."""
        last = index - 1
        while last - index + 1 < STRANGERS and self.touches(last + 1) and self._likely(last + 1):
            last += 1
        if last < index or (self._plural(last) and self.touches(last + 1) and self._described(last + 1)):
            return None
        return last

    def _plural(self, index: int) -> bool:
        """Whether a word may be a plural that the next word with the article completes (``مستوردي القمح``)."""
        return self.words[index].folded.endswith(self.nisbas) and self.demonym(index + 1) is None

    def _likely(self, index: int) -> bool:
        return self._stranger(index) and self.grade(self.words[index].folded) > LIKELY

    def _stranger(self, index: int) -> bool:
        return self.names.kind(index, self.words[index].folded)[0] == "unknown"

    def _plain(self, index: int) -> bool:
        """Whether a word may begin a phrase: no function word, verb or title."""
        word = self.words[index]
        return not (
            word.folded in self.functional
            or word.folded in self.lexicon.says
            or word.text[:1].isdigit()
            or self.language.verb_shape.fullmatch(word.folded)
            or self.lexicon.titles.at(index, self.words, self.text)
        )

    def _described(self, index: int) -> bool:
        """Whether a word has the article and is neither function word nor title."""
        return self.names.definite(self.words[index].folded) and self._plain(index)

    def _noun(self, index: int) -> bool:
        """Whether a word with the article is itself a head, an office or the name of a place."""
        look = (index, self.words, self.text)
        tables = (self.lexicon.heads, self.lexicon.offices, self.lexicon.gazetteer)
        return any(table.at(*look, peel=False) for table in tables)

    def _found(self, hit: Hit[Title], last: int, kind: str, *, sure: bool = True) -> Headed:
        return Headed(hit.first, last, hit.start, kind, hit.peeling.core, sure)
