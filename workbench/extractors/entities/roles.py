"""Roles: learned where they stand beside a name, and read where they stand alone.

A role beside a name is a title before it (``وزير الدفاع هيثم التميمي``) or an apposition (``Jasser al-Rawi, the
governor of Anbar,``). Whom a role alone means is decided in ``holders.py``.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from workbench.corpus import Article
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.fullnames import core, kinds
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.entities.people import Person
from workbench.extractors.entities.rolewords import UNKNOWN, Said, begins, headed, heads, means, said, words_of
from workbench.languages.pack import LanguagePack, pack
from workbench.text.phrases import cores, peelings, unfolded
from workbench.text.tokens import Token, tokens

__all__ = ["Held", "Reader", "Walls", "day"]

LONGEST_ASIDE = 10
BEFORE = 6
COMMAS = ("،", ",")
OPENING, CLOSING = "،,(", '،,.؛;():«»"“”—\n'


class Held(NamedTuple):
    """A role seen beside a name: whose, what it says, where its words stand, as they are written, and of what."""

    person: Person
    article: str
    said: Said
    start: int
    end: int
    text: str
    of: str = ""


def day(article: Article) -> dt.date | None:
    """The day on which an article was published, where it says so."""
    when = article.published
    return when.date() if isinstance(when, dt.datetime) else when


@dataclass
class Reader:
    """Reads the roles of one article.

    Parameters
    ----------
    article: whose content is read.
    """

    article: Article
    bodies: dict[int, int] = field(default_factory=dict)
    """Where each body that the article names begins, and where it ends."""

    def __post_init__(self) -> None:
        self.language: LanguagePack = pack(self.article.language)
        self.words: list[Token] = []
        self.block_of: list[int] = []
        for number, block in enumerate(self.article.content):
            own = tokens(self.article.text, self.language, start=block.start, end=block.end)
            self.words.extend(own)
            self.block_of.extend([number] * len(own))
        self._starts = [word.start for word in self.words]
        self._blocks: dict[int, int] = {}

    def index(self, position: int) -> int:
        """The first word that begins at a place of the text or after it."""
        return bisect_left(self._starts, position)

    def beside(self, one: Candidate, person: Person) -> Iterator[Held]:
        """The roles that stand beside a name: a title before it, an apposition behind it."""
        before = self._title(one)
        if before is not None:
            yield self.held(person, *before)
        behind = self._aside(one.end)
        if behind is not None:
            yield self.held(person, *behind)

    def title(self, one: Candidate) -> Said | None:
        """What the title before a name says."""
        found = self._title(one)
        return found[0] if found else None

    def surname_title(self, one: Candidate) -> tuple[Said, int, int] | None:
        """What stands right behind a surname alone (``al-Tamimi the lawyer``), with its span."""
        first = self.index(one.end)
        if not self.language.capitals or first + 1 >= len(self.words) or not first or not self.joined(first - 1, first):
            return None
        if self.words[first].folded not in words_of("determiner", self.language):
            return None
        found = self._role(first + 1, {}) if begins(self.words[first + 1].folded, self.language) else None
        return (found[0], *self.span(found[1], found[2])) if found is not None and found[1] == first else None

    def held(self, person: Person, what: Said, first: int, last: int) -> Held:
        """What a phrase says, as a role of somebody."""
        start, end = self.span(first, last)
        own = [word.text for word in self.words[first : last + 1] if means(word.folded, self.language)[1] in what.of]
        text = " ".join(self.article.text[start:end].split())
        return Held(person, self.article.id, what, start, end, text, " ".join(own))

    def _title(self, one: Candidate) -> tuple[Said, int, int] | None:
        """The role before a name: the title that a finder saw, or words that say what somebody is."""
        name = self.word_at(one.start)
        first = self.word_at(one.phrase_start) if one.phrase_start < one.start else name
        if first >= name and self.words[name].start == one.start:
            first = self._reach(name, one.end)
        if first >= name:
            return None
        if self.language.capitals:
            first = self._back(first, "", {})
        what = said(tuple(word.folded for word in self.words[first:name]), self.language)
        if what is None or what.head.startswith(UNKNOWN):
            reached = self._reach(name, one.end)
            longer = said(tuple(word.folded for word in self.words[reached:name]), self.language)
            first, what = (reached, longer) if longer is not None and reached < first else (first, what)
        if what is None or (first == name - 1 and self._demands(first)):
            return None
        return what, first, name - 1

    def _demands(self, index: int) -> bool:
        """Whether an indefinite word before a name is a verb of saying rather than what somebody is: ``وطالب فلان``."""
        article, folded = self.language.article, self.words[index].folded
        if not article or any(one.core.startswith(article) for one in peelings(folded, self.language)):
            return False
        return not lexicon(self.language).says.isdisjoint(cores(folded, self.language))

    def word_at(self, position: int) -> int:
        """The word that a place of the text stands in."""
        return max(bisect_right(self._starts, position) - 1, 0)

    def _reach(self, name: int, end: int) -> int:
        """Where the words before a name begin that say what somebody is; the name's own place where none do.

        A comma may stand between where another closes the name: ``the envoy, Ignacio Saldaña, flew back``.
        """
        text = self.article.text
        if not name or self.block_of[name - 1] != self.block_of[name]:
            return name
        between = text[self.words[name - 1].end : self.words[name].start].strip()
        if between and not (between in COMMAS and self._closed(end)):
            return name
        for first in range(name - 1, max(name - 1 - BEFORE, -1), -1):
            if first < name - 1 and not self.joined(first, first + 1):
                break
            plain = [core(self._stripped(first))]
            plain += [core(word.folded) for word in self.words[first + 1 : min(first + 4, name)]]
            if any(tuple(plain[:width]) in heads(self.language) for width in range(1, len(plain) + 1)):
                return first if not self._appointer(first, end) else name
            if self.words[first].folded in _times(self.language):
                break
            if not self.language.article or not self._describing(first, last=first == name - 1):
                break
        return name

    def _closed(self, end: int) -> bool:
        """Whether a comma, or a nickname, follows a name that ends at a place."""
        following = self.index(end)
        if self.article.text[end : end + 1] in COMMAS or following == len(self.words):
            return end < len(self.article.text) and self.article.text[end : end + 1] in COMMAS
        return self.words[following].folded in _nicknaming(self.language)

    def _appointer(self, first: int, end: int) -> bool:
        """Whether a title behind a word for appointing is the one's who appoints (``عين الملك فلانا وزيرا``)."""
        verbs = words_of("appoint", self.language)
        if not first or not self.language.article or self.words[first - 1].folded not in verbs:
            return False
        made = self.index(end)
        word = self.words[made].folded if made < len(self.words) else ""
        return (word[:-1],) in heads(self.language) and core(word) == word

    def _describing(self, index: int, *, last: bool) -> bool:
        """Whether a word may stand between what somebody is and the name: no verb, and no other phrase's beginning.

        ``last``: it stands right before the name.
        """
        known = lexicon(self.language)
        word = self.words[index].folded
        kind, _ = means(word, self.language)
        if kind == "plain":
            following = self.words[index + 1].folded if index + 1 < len(self.words) else ""
            bound = core(word) == word and word in known.links and len(word) < 3
            return not bound or means(following, self.language)[0] == "plain"
        barred = word in known.stops if last else word in known.links or word in known.says
        return kind != "other" or core(word) != word or not barred

    def _aside(self, end: int) -> tuple[Said, int, int] | None:
        """The role between commas or brackets behind a name: ``، وزير الدفاع السوري،``."""
        text = self.article.text
        first = self.index(end)
        if first >= len(self.words) or text[end : self.words[first].start].strip() not in tuple(OPENING):
            return None
        last = first
        while last + 1 < len(self.words) and last - first < LONGEST_ASIDE:
            if set(text[self.words[last].end : self.words[last + 1].start]) & set(CLOSING):
                break
            last += 1
        behind = self.words[last + 1].start if last + 1 < len(self.words) else len(text)
        if last - first >= LONGEST_ASIDE or not set(text[self.words[last].end : behind]) & set(CLOSING):
            return None
        words = tuple(word.folded for word in self.words[first : last + 1])
        return (what, first, last) if self._describes(words) and (what := said(words, self.language)) else None

    def _describes(self, words: tuple[str, ...]) -> bool:
        """Whether the words of an aside say what somebody is, and do not tell what he does."""
        known = lexicon(self.language)
        if any(word in known.says for word in words):
            return False
        others = [word for word in words if word in known.links and means(word, self.language)[0] == "other"]
        if len([word for word in others if word not in self.language.clitics("enclitic")]) > 1:
            return False
        plain = [core(word) for word in words]
        places = range(len(words)) if self.language.capitals else (0,)
        return any(
            tuple(plain[place : place + width]) in heads(self.language) for place in places for width in (1, 2, 3, 4)
        )

    def alone(self, taken: Sequence[tuple[int, int]], known: dict[str, set[str]]) -> Iterator[tuple[Said, int, int]]:
        """The roles without a name, outside the spans that are taken: what they say, their first and last word.

        ``known``: for each head the words that are seen with it in the corpus.
        """
        blocked = Walls(taken)
        after, functional = 0, _function_words(self.language)
        for index, word in enumerate(self.words):
            if index < after or not begins(word.folded, self.language) or word.text in functional:
                continue
            found = self._role(index, known)
            found = self._of_body(found) if found is not None else None
            if found is not None and not blocked.meets(self.words[found[1]].start, self.words[found[2]].end):
                yield found
                after = max(index, found[2]) + 1

    def _of_body(self, found: tuple[Said, int, int]) -> tuple[Said, int, int]:
        """A role with the body that stands right behind it and that it is of: ``the chairman [of Horizon Tugs]``."""
        what, first, last = found
        at = last + 1
        while (
            at < len(self.words)
            and self.joined(at - 1, at)
            and means(self.words[at].folded, self.language)[0] == "plain"
        ):
            at += 1
        end = self.bodies.get(self.words[at].start) if at < len(self.words) and self.joined(at - 1, at) else None
        if end is None or (self.language.capitals and at == last + 1):
            return found
        last = self.index(end) - 1
        whole = said(tuple(word.folded for word in self.words[first : last + 1]), self.language)
        return (whole, first, last) if whole is not None and whole.head == what.head else found

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where a role's words stand in the text, without what is attached to them."""
        front = headed(self.words[first].folded, self.language)
        back = next((one.back for one in peelings(self.words[last].folded, self.language) if one.back), 0)
        return unfolded(self.words[first], front.front, self.language), self.words[last].end - back

    def _stripped(self, index: int) -> str:
        """A word without a conjunction or preposition that is attached to a known head."""
        return headed(self.words[index].folded, self.language).core

    def _role(self, index: int, known: dict[str, set[str]]) -> tuple[Said, int, int] | None:
        plain = [core(self._stripped(index)), *(core(word.folded) for word in self.words[index + 1 : index + 4])]
        width = next((w for w in range(len(plain), 0, -1) if tuple(plain[:w]) in heads(self.language)), 1)
        head = heads(self.language).get(tuple(plain[:width]), ("counterpart", False))[0]
        first = self._back(index, head, known)
        last = self._forth(index + width - 1, head, known)
        words = tuple(word.folded for word in self.words[first : last + 1])
        words = (*words[: index - first], self._stripped(index), *words[index - first + 1 :])
        what = said(words, self.language)
        if what is None or what.sort == "trade" or not self._definite(what, words, first, index):
            return None
        return what, first, last

    def _definite(self, what: Said, words: tuple[str, ...], first: int, index: int) -> bool:
        """Whether a role is one certain person's: with the article, or of something."""
        if self.language.article:
            definite = any(core(word) != word for word in words) or bool(what.of) or what.kind == "counterpart"
            return definite and not (what.kind in ("former", "new") and all(core(word) == word for word in words))
        determined = self.words[first].folded in words_of("determiner", self.language)
        if not determined and first and self.words[first - 1].folded in words_of("indefinite", self.language):
            return False
        opening = index == 0 or self.block_of[index - 1] != self.block_of[index]
        return determined or (bool(what.of) and what.kind == "") or opening or what.kind == "counterpart"

    def _back(self, index: int, head: str, known: dict[str, set[str]]) -> int:
        """Where a role begins whose description stands before it, as in languages without an article in the word."""
        first = index
        while self.language.capitals and first and self.joined(first - 1, first):
            folded = self.words[first - 1].folded
            kind, meaning = means(folded, self.language)
            if folded in words_of("determiner", self.language):
                return first - 1
            if (kind == "other" and meaning not in known.get(head, ())) or kind in ("reply", "indefinite"):
                break
            if kind == "plain" and folded in lexicon(self.language).links:
                break
            determined = first > 1 and self.words[first - 2].folded in words_of("determiner", self.language)
            if kind == "removed" and not determined:
                break
            first -= 1
        return first

    def behind(self, index: int, head: str) -> int:
        """Where a role ends whose head ends at a word."""
        return self._forth(index, head, {})

    def _forth(self, index: int, head: str, known: dict[str, set[str]]) -> int:
        """Where a role ends whose description stands behind it."""
        last = end = index
        while last + 1 < len(self.words) and self.joined(last, last + 1):
            last += 1
            word = self.words[last].folded
            kind, meaning = means(word, self.language)
            if kind == "plain":
                continue
            if len(word) > 1 and word in lexicon(self.language).openers:
                break
            if self._construct(last):
                end = last
                continue
            if (kind == "other" and meaning not in known.get(head, ())) or kind in ("reply", "counterpart"):
                break
            stops = lexicon(self.language).stops
            if kind == "other" and core(word) == word and word in stops:
                break
            if self.language.capitals and last == index + 1 and kind != "former":
                break
            end = last
        return end

    def _construct(self, index: int) -> bool:
        """Whether a definite noun stands right behind a head without the article (``رئيس الاتحاد``)."""
        head, word = self.words[index - 1].folded, self.words[index].folded
        if not self.language.article or core(word) == word or begins(word, self.language):
            return False
        return core(self._stripped(index - 1)) == headed(head, self.language).core and begins(head, self.language)

    def joined(self, before: int, after: int) -> bool:
        """Whether nothing but a space or quotation mark stands between two words."""
        between = self.article.text[self.words[before].end : self.words[after].start]
        if "." in self.words[before].folded:
            between = between.removeprefix(".")
        return between.strip(' \u00a0«»"-–') == "" and "\n" not in between

    def block(self, position: int) -> int:
        """The number of the block that a place of the text stands in."""
        number = self._blocks.get(position)
        if number is None:
            index = min(self.index(position), len(self.words) - 1)
            number = self._blocks[position] = self.block_of[index] if self.words else 0
        return number


@cache
def _times(language: LanguagePack) -> frozenset[str]:
    """Words for a time that may stand between a verb and a name (``أمس``), folded."""
    words = (language.fold(row["word"]) for row in language.rows("relative_days") if row["kind"] == "day")
    return frozenset(word for word in words if " " not in word)


@cache
def _nicknaming(language: LanguagePack) -> frozenset[str]:
    """The first words of what joins a nickname to a name, folded."""
    return frozenset(cue.split()[0] for cue in kinds(language, "called"))


@cache
def _function_words(language: LanguagePack) -> frozenset[str]:
    """Function words as the pack spells them: ``أمام`` is one, ``إمام`` is none."""
    return frozenset(language.lines("stopwords"))


class Walls:
    """Spans that nothing may meet; they may overlap and be given in any order."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]
        self._longest = max((end - start for start, end in self._spans), default=0)

    def meets(self, start: int, end: int) -> bool:
        """Whether a span shares a character with any of them."""
        last = bisect_left(self._starts, end)
        first = bisect_left(self._starts, start - self._longest)
        return any(until > start for _, until in self._spans[first:last])
