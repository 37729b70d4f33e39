"""What part of a personal name a word can be: by the lists, by its letters, by how it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from workbench.extractors.entities.lexicon import COMMON, Lexicon, lexicon
from workbench.extractors.entities.spellings import (
    byname,
    days,
    faithful,
    fathers,
    given_double,
    owned,
    said,
    spelled,
    spelled_particles,
)
from workbench.extractors.entities.tagging.likeness import likeness
from workbench.extractors.entities.variants import VOWELS
from workbench.languages.gazetteers import Gazetteers, gazetteers
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import adjacent, peelings
from workbench.text.tokens import Token

__all__ = ["FIRST", "FOREIGN_LETTERS", "LISTED", "SURE_LETTERS", "KindReader", "clitics"]

FIRST = ("given", "ambiguous", "joined")
LISTED = frozenset({"given", "ambiguous", "surname", "joined"})
SURE_LETTERS = 7  # the grade of a word that looks like nothing but a name (see `Likeness`)
FOREIGN_LETTERS = 6  # the grade from which on a word behind a conjunction is a foreign name
UNWRITTEN = VOWELS | set("رلنس")  # a name that begins with the letter of a conjunction may go on with one of these
LIKELY_LETTERS = 4  # the grade of a word that may well be a name
LEAST_LETTERS = 2  # the least grade of a word that no list knows and that follows a given name
ABBREVIATED = 5  # the most letters of a title that a full stop ends
STOPS_BETWEEN = (".", ". ", ".\u00a0", ".-", ".-\u00a0")
NUMERAL = re.compile(r"[IVX]+")  # which of that name: Mohammed VI
ELIDED = re.compile(r"[a-z]{1,2}['’](?=[A-Z])")
ALL_CAPITAL = 0.75  # the share of words in capitals from which on a block is written in them
SYLLABLE = 4  # the most letters of a part of a given name that follows a hyphen without a capital


@cache
def clitics(pack: LanguagePack, kind: str) -> tuple[str, ...]:
    """The clitics of one kind, folded once."""
    return pack.clitics(kind)


class KindReader:
    """Tells of the tokens of one block what part of a personal name they can be.

    Parameters
    ----------
    text, words: the page and the tokens of one of its blocks.
    pack: the language pack of the page.
    """

    def __init__(self, text: str, words: Sequence[Token], pack: LanguagePack) -> None:
        self.text = text
        self.words = words
        self.pack = pack
        self.lexicon: Lexicon = lexicon(pack)
        self.gathered: Gazetteers = gazetteers(pack)
        self.letters = likeness(pack)
        self.spelled = spelled(pack)
        self.shouting = pack.capitals and sum(word.text.isupper() for word in words) >= max(3, ALL_CAPITAL * len(words))

    # words and their neighbours

    def near(self, index: int) -> bool:
        """Whether a token and the next one belong together: nothing but a space, a hyphen or an initial's stop."""
        if index + 1 >= len(self.words):
            return False
        before, after = self.words[index], self.words[index + 1]
        if adjacent(self.text, before, after):
            return True
        if not self.pack.capitals:
            short = len(before.text) == 1 and before.folded in self.lexicon.titles
            return short and self.text[before.end : after.start] in STOPS_BETWEEN
        if not before.text[:1].isupper():
            return False
        if byname(self.text, before.end, after.start):
            return True
        between = self.text[before.end : after.start]
        if between not in STOPS_BETWEEN:
            return False
        return len(before.text) == 1 or (len(before.text) <= ABBREVIATED and before.folded in self.lexicon.titles)

    def bare(self, index: int) -> str:
        """A token folded, without a possessive ending."""
        folded = self.words[index].folded
        return folded[: -self._possessed(folded)] if self._possessed(folded) else folded

    def possessive(self, index: int) -> bool:
        """Whether a token carries a possessive ending, so that a name ends there."""
        return self._possessed(self.words[index].folded) > 0

    def _possessed(self, folded: str) -> int:
        if not self.pack.capitals:
            return 0
        return max((one.back for one in peelings(folded, self.pack)), default=0)

    def foreign(self, part: str) -> bool:
        """Whether a name is known only as another language's, written in this one's script."""
        return self.gathered.classes(part).foreign

    def grade(self, folded: str) -> int:
        """How much a word looks like a name by its letters, 0 to 7; the highest where no model tells."""
        if self.letters is None:
            return SURE_LETTERS
        grade = self.letters.grade(folded)
        return SURE_LETTERS if grade < 0 else grade

    def hyphen(self, index: int) -> bool:
        """Whether a hyphen binds a token to the one before it."""
        return index > 0 and self.text[self.words[index - 1].end : self.words[index].start] == "-"

    # kinds

    def borne(self, index: int) -> bool:
        """Whether people are called by a capitalised word that is an ordinary word too: ``Dr May``."""
        folded, lexicon = self.bare(index), self.lexicon
        known = folded in lexicon.given_ambiguous or folded in lexicon.surnames_ambiguous
        return known and self.words[index].text[:1].isupper()

    def kind(self, index: int, folded: str, *, after: tuple[str, ...] = (), foreign: bool = False) -> tuple[str, int]:
        """What part of a name a token can be, and how many tokens that part takes.

        given, ambiguous (a given name that is an ordinary word too), surname, joined (a particle and its word),
        definite (a word with the article), initial, place, demonym, unknown, or stop. ``after``: the kinds of the
        parts before it. ``foreign``: the part before it is another language's given name.
        """
        if folded in self.lexicon.particles:
            width = self._joined(index, folded, inside=bool(after))
            if width:
                return "joined", width
        if self.pack.capitals:
            return self._capital(index, folded, after)
        double = self.double(index, folded)
        if double and not faithful(folded, self.words[index + 1].folded, self.pack):
            return double, 2
        if not after and self.words[index].text[-len(folded) :] in said(self.pack):
            return "stop", 1
        if not after and folded in self.lexicon.says and folded in self.lexicon.given_ambiguous:
            return "ambiguous", 1
        return self._plain(index, folded, foreign=foreign, least=LEAST_LETTERS if after else 1), 1

    def double(self, index: int, folded: str) -> str:
        """The kind of a given name of two words that begins at a token, empty where none does: ``فتح الله``."""
        beside = index + 1 < len(self.words) and self.near(index)
        return given_double(folded, self.words[index + 1].folded, self.pack) if beside else ""

    def _plain(self, index: int, folded: str, *, foreign: bool, least: int) -> str:
        word, lexicon = self.words[index], self.lexicon
        if folded in lexicon.given and not self._and_given(folded):
            return "ambiguous" if self.definite(folded) else "given"
        if word.text in self.spelled:
            return "ambiguous"
        if folded in lexicon.stops or word.text[:1].isdigit():
            return "stop"
        if folded in lexicon.given_ambiguous:
            return "ambiguous"
        if folded in lexicon.surnames and self._and_given(folded):
            return "stop"
        if folded in lexicon.surnames or folded in lexicon.surnames_ambiguous:
            return "surname"
        return self._unlisted(index, folded, foreign=foreign, least=least)

    def _unlisted(self, index: int, folded: str, *, foreign: bool, least: int) -> str:
        lexicon = self.lexicon
        if any(table.at(index, self.words, self.text, peel=False) for table in (lexicon.titles, lexicon.heads)):
            return "stop"
        if lexicon.demonyms.at(index, self.words, self.text, peel=False):
            return "demonym"
        if lexicon.gazetteer.at(index, self.words, self.text, peel=False) or folded in lexicon.offices:
            return "stop"
        if len(folded) < 2 or self.attached(folded) or self._verbal(folded, foreign=foreign):
            return "stop"
        if self.definite(folded):
            return "definite"
        return "unknown" if foreign or self.grade(folded) >= least else "stop"

    def attached(self, folded: str) -> bool:
        """Whether a word that no list knows is a known word with a conjunction or preposition joined to it."""
        lexicon = self.lexicon
        for peeling in peelings(folded, self.pack):
            core = peeling.core
            if not peeling.proclitics or len(core) < 3:
                continue
            known = any(core in some for some in (lexicon.stops, lexicon.given, lexicon.surnames, lexicon.particles))
            if known and peeling.proclitics in clitics(self.pack, "preposition") and self.grade(folded) >= SURE_LETTERS:
                continue  # ``بيولي``: a foreign name that begins like ``ب``
            if known or core in lexicon.titles or core in lexicon.heads:
                return True
            if self.definite(core) and self.grade(folded) <= self.grade(core.removeprefix(self.pack.article)):
                return True
            noun = self._owned_noun(folded, core) or self._noun(folded, core, peeling.proclitics)
            if noun or self._conjoined(folded, core, peeling.proclitics):
                return True
        return False

    def _owned_noun(self, folded: str, core: str) -> bool:
        """Whether what a preposition leaves of a word that is hardly a name is somebody's (``بلاعبيه``)."""
        return self.grade(folded) <= LEAST_LETTERS and len(core) > 5 and core.endswith(clitics(self.pack, "enclitic"))

    def _noun(self, folded: str, core: str, proclitics: str) -> bool:
        """Whether a preposition stands before what is no name by its letters (``بلسان``)."""
        if self.letters is None or proclitics not in clitics(self.pack, "preposition"):
            return False
        return self.grade(core) < LEAST_LETTERS and self.grade(folded) <= LIKELY_LETTERS

    def _and_given(self, folded: str) -> bool:
        """Whether a gathered name is one of the pack's own with a conjunction joined to it (``وسامي``)."""
        own = self.lexicon.given_own
        return (
            folded not in own
            and folded not in self.lexicon.surnames_own
            and any(
                one.core in own and one.proclitics in clitics(self.pack, "conjunction")
                for one in peelings(folded, self.pack)
                if one.proclitics
            )
        )

    def joint(self, folded: str) -> str | None:
        """What a conjunction leaves of a word that no list knows and that is a foreign name behind it; else None."""
        for peeling in peelings(folded, self.pack):
            one = peeling.proclitics in clitics(self.pack, "conjunction") and len(peeling.core) > 3
            if one and peeling.core[0] not in UNWRITTEN and self.letters is not None:
                return peeling.core if self.grade(peeling.core) >= FOREIGN_LETTERS else None
        return None

    def _conjoined(self, folded: str, core: str, proclitics: str) -> bool:
        """Whether a word is a name by its letters, and so is what a conjunction before it leaves (``وبغالانوف``).

        A foreign name that begins with the conjunction's letter goes on with a vowel (``ويليام``), but before
        some consonants none is written (``ورنر``, ``وست``).
        """
        if self.letters is None or proclitics[0] not in clitics(self.pack, "conjunction") or len(core) < 4:
            return False
        if self.joint(folded) is not None:
            return True
        return self.grade(core) >= SURE_LETTERS and (len(proclitics) > 1 or self.grade(folded) < LIKELY_LETTERS)

    def _verbal(self, folded: str, *, foreign: bool) -> bool:
        """Whether a word that no list knows has the shape of a verb, or somebody's (``كفايته``) joined to it."""
        if self.pack.verb_shape.fullmatch(folded):
            return self.letters is None or self.grade(folded) < SURE_LETTERS
        owned = len(folded) > 4 and not self.definite(folded) and folded.endswith(clitics(self.pack, "possessed"))
        return owned and not foreign

    def definite(self, folded: str) -> bool:
        """Whether a word carries the language's article as a prefix."""
        article = self.pack.article
        return bool(article) and folded.startswith(article) and len(folded) > len(article) + 2

    def likely(self, folded: str) -> bool:
        """Whether a word that no list knows may be a name by its letters, its article left out."""
        bare = folded.removeprefix(self.pack.article) if self.definite(folded) else folded
        if bare != folded and self.grade(folded) == 0 and self.grade(bare) < SURE_LETTERS:
            return False
        return max(self.grade(bare), self.grade(folded)) >= LIKELY_LETTERS

    def nisba(self, folded: str) -> bool:
        """Whether a word ends like an adjective of origin, as most family names with the article do."""
        return folded.endswith(clitics(self.pack, "nisba"))

    # particles

    def _joined(self, index: int, folded: str, *, inside: bool) -> int:
        """How many tokens a particle at a place takes with the words it joins (0: it joins none).

        ``inside``: parts of a name stand before it; a particle that is a function word too may only stand there, and
        only as the pack spells it (``فان`` is one, ``فإن`` is not). ``folded``: what the first token is without its
        clitics.
        """
        particles, links = self.lexicon.particles, self.lexicon.links
        first, last, own = self.words[index], index, folded
        while own in particles:
            following = last + 1
            if following >= len(self.words) or not self.near(last):
                return 0
            pair = f"{own} {self.words[following].folded}"
            last = following + (pair in particles)
            if last >= len(self.words) or (last > following and not self.near(following)):
                return 0
            own = self.words[last].folded
        word = self.words[last]
        if first.folded in owned(self.pack) and first.text not in spelled_particles(self.pack):
            return 0
        spelled = word.text in self.spelled or word.text in self.lexicon.spelled
        if inside and first.text in fathers(self.pack) and not self.lexicon.gazetteer.at(index, self.words, self.text):
            return last - index + 1
        if (word.folded in links and not spelled) or (self.pack.capitals and not word.text[:1].isupper()):
            return 0
        if first.folded in links and not self.pack.capitals:
            listed = spelled or word.folded in self.lexicon.given or word.folded in self.lexicon.surnames
            if first.text not in spelled_particles(self.pack) or (word.folded in self.lexicon.stops and not spelled):
                return 0
            return last - index + 1 if inside or listed or last > index + 1 else 0
        return last - index + 1

    # capitals

    def upper(self, index: int) -> bool:
        """Whether a token is written with a capital, or with one behind an elided particle (``d'Angelo``)."""
        text = self.words[index].text
        return text[:1].isupper() or ELIDED.match(text) is not None

    def initial(self, index: int) -> bool:
        """Whether a token is an initial: one capital letter that a full stop follows."""
        word = self.words[index]
        return len(word.text) == 1 and word.text.isupper() and self.text[word.end : word.end + 1] == "."

    def _capital(self, index: int, folded: str, after: tuple[str, ...]) -> tuple[str, int]:
        """The kind of a word where the script has capitals, and how many tokens it takes with its hyphens."""
        word, lexicon = self.words[index], self.lexicon
        if not self.upper(index):
            return "stop", 1
        if self.initial(index):
            return "initial", 1
        bare = word.text[: len(word.text) - self._possessed(word.folded)]
        if len(bare) == 1:
            return ("initial" if after and after[-1] in ("given", "initial") else "stop"), 1
        if bare.isupper() and not self.shouting:
            return (
                "surname" if after and after[-1] in ("given", "ambiguous") and NUMERAL.fullmatch(bare) else "stop"
            ), 1
        width = self._hyphened(index)
        kind = self._listed_capital(index, folded, after)
        if width > 1 and kind in ("stop", "place", "demonym") and folded not in lexicon.stops:
            kind = "unknown"
        return kind, width

    def _listed_capital(self, index: int, folded: str, after: tuple[str, ...]) -> str:
        lexicon, named = self.lexicon, bool(after) and after[-1] in ("given", "initial")
        if folded in lexicon.given:
            return "given"
        if folded in lexicon.given_ambiguous:
            return self._doubtful_capital(index, folded, after)
        if folded in lexicon.surnames:
            return "surname"
        look = (index, self.words, self.text)
        if folded in lexicon.surnames_ambiguous and after and after[-1] in ("given", "initial"):
            return "surname"
        if any(table.at(*look) for table in (lexicon.titles, lexicon.heads)):
            last = named and not self.capital(index + 1) and self.gathered.classes(folded).weight >= COMMON
            return "surname" if last and self.gathered.classes(folded).person in ("last", "both") else "stop"
        if folded in lexicon.surnames_ambiguous:
            return "surname" if after or folded not in lexicon.stops else "stop"
        if folded in lexicon.stops or folded in lexicon.offices or self._verbal(folded, foreign=False):
            named = named or (bool(after) and after[-1] == "ambiguous")
            return "surname" if named and self._borne_behind(index, folded) else "stop"
        if lexicon.demonyms.at(*look) or folded in self.gathered.nationalities:
            return "demonym"
        if lexicon.gazetteer.at(*look):
            return "place"
        return "unknown" if len(folded) > 1 or named else "stop"

    def _doubtful_capital(self, index: int, folded: str, after: tuple[str, ...]) -> str:
        """The kind of a given name that is an ordinary word too."""
        if folded not in self.lexicon.stops or self.capital(index + 1):
            return "ambiguous"
        return "surname" if after and after[-1] in ("given", "ambiguous", "initial") else "stop"

    def _borne_behind(self, index: int, folded: str) -> bool:
        """Whether an ordinary word is somebody's surname behind a given name: ``Harriet Will``, ``Oliver Banks``."""
        if folded in self.lexicon.given_ambiguous or folded in self.lexicon.surnames_ambiguous:
            return True
        if folded in self.lexicon.links:
            return False
        last = index + 1 == len(self.words) or not self.capital(index + 1)
        return self.gathered.classes(folded).weight > 1 or (last and folded not in days(self.pack))

    def capital(self, index: int) -> bool:
        """Whether a token follows the one before it closely and is written like a name's part."""
        if not 0 < index < len(self.words) or not self.near(index - 1):
            return False
        word = self.words[index]
        return word.text[:1].isupper() and word.folded not in self.lexicon.links

    def _hyphened(self, index: int) -> int:
        """How many tokens hyphens bind together, from one on: ``Roussel-Lacombe``, ``Jong-un``."""
        last = index
        while last + 1 < len(self.words) and self.text[self.words[last].end : self.words[last + 1].start] == "-":
            word, after = self.words[last], self.words[last + 1]
            plain = after.folded in self.lexicon.stops and after.folded not in days(self.pack)
            syllable = max(len(word.text), len(after.text)) <= SYLLABLE and not plain
            known = word.folded in self.lexicon.surnames or word.folded in self.lexicon.stops
            known = known and not self.gathered.classes(after.folded).person
            if not (after.text[:1].isupper() or (syllable and not known)):
                break
            if after.folded in self.lexicon.particles and after.text[:1].islower():
                break
            last += 1
        return last - index + 1
