"""Where a personal name begins and ends, token by token.

A name is given names, then at most one word that no list knows, then at most one surname; a particle
(``أبو``, ``بن``, ``al``) joins the word after it. It ends at any word that is no part of a name: a verb
of saying, a function word, a title, punctuation. Where the script has capitals, they decide too.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.extractors.entities.edges import FEW, EdgeReader
from workbench.extractors.entities.fullnames import kinds
from workbench.extractors.entities.kinds import (
    FIRST,
    LISTED,
    SURE_LETTERS,
    clitics,
)
from workbench.extractors.entities.lexicon import Title
from workbench.text.phrases import Hit, cores, peelings

__all__ = ["ADVERB", "FEW", "Name", "NameReader"]

ADVERB = ("\u0627\u064b", "\u064b\u0627")
"""How an Arabic adverb ends that is written with its vowel: the same letters without it may be a name's."""

TANWEEN = ("\u064b", "\u064c", "\u064d")
"""How an Arabic noun without the article ends that is written with its vowels: no family name."""

LEAST_ENDING = 4  # the fewest letters of a word that ends a name though it is hardly one by its letters


@dataclass(frozen=True, slots=True)
class Name:
    """A run of tokens that reads as a name: ``first`` to ``last`` inclusive, and what speaks for it.

    ``parts`` are the folded components, a particle and its word being one, ``kinds`` what each of them is; ``given``
    says whether a known given name is among them, ``known`` whether any component is in a list of names.
    """

    first: int
    last: int
    parts: tuple[str, ...]
    given: bool
    known: bool
    kinds: tuple[str, ...] = ()


class NameReader(EdgeReader):
    """Reads names out of one block's tokens.

    Parameters
    ----------
    text, words: the page and the tokens of one of its blocks.
    pack: the language pack of the page.
    """

    def at(self, first: int, *, titled: bool = False, core: str = "", shape: bool = False) -> Name | None:
        """The name that begins at a token, or None.

        ``titled``: a title stands before it, so that words which no list knows may begin it. ``core``: what the
        first token is without its clitics. ``shape``: any word that is written as a name may begin it.
        """
        width = self.eastern(first, core or self.bare(first), titled=titled) if first < len(self.words) else 0
        if width:
            own = (core or self.bare(first), *(self.words[at].folded for at in range(first + 1, first + width)))
            return Name(first, first + width - 1, own, given=True, known=True, kinds=("given",) * width)
        parts: list[str] = []
        kinds: list[str] = []
        index = first
        while index < len(self.words) and len(parts) < self.pack.name_length:
            if parts and not self.near(index - 1):
                break
            folded = core if index == first and core else self.bare(index)
            kind, width = self._read(index, folded, parts, kinds, titled=titled)
            if parts and self._bound(index) and folded not in self.lexicon.stops and kind != "demonym":
                parts[-1] += f" {folded}"
                index += 1
                continue
            if not self._continues(kind, kinds, folded, titled=titled, shape=shape):
                break
            parts.append(" ".join([folded, *(self.bare(at) for at in range(index + 1, index + width))]))
            kinds.append(kind)
            index += width
            if self.possessive(index - 1):
                break
        while kinds and kinds[-1] == "initial":
            del parts[-1], kinds[-1]
            index -= 1
        if not parts:
            return None
        given = "given" in kinds or "ambiguous" in kinds
        return Name(first, index - 1, tuple(parts), given, bool(LISTED & set(kinds)), tuple(kinds))

    def _read(self, index: int, folded: str, parts: list[str], before: list[str], *, titled: bool) -> tuple[str, int]:
        """What part of a name a token can be behind the parts before it, and how many tokens that part takes."""
        if self.words[index].text.endswith(ADVERB) and folded not in self.lexicon.given:
            return "stop", 1
        if before and before[-1] in ("given", "ambiguous") and folded in kinds(self.pack, "faith"):
            return "joined", 1
        foreign = bool(parts) and self.foreign(parts[-1])
        kind, width = self.kind(index, folded, after=tuple(before), foreign=foreign)
        if kind == "stop" and before == ["given"] and self.ends(index, folded):
            kind = self.kind(index, folded, after=("given",), foreign=True)[0]
        if not before and kind in ("unknown", "definite") and self._child_follows(index, kind):
            kind = "given"
        if kind in ("unknown", "stop") and self._ends_known(index, folded, before, titled=titled):
            kind = "surname"
        if kind == "stop" and ((titled and self._titular(index, before)) or self.honour_ends(index, before)):
            kind = "surname"
        own = bool(before) and before[-1] in FIRST and (titled or before != ["ambiguous"])
        took = self.honoured(index) if own else 0
        return ("joined", took) if took else (kind, width)

    def _child_follows(self, index: int, kind: str) -> bool:
        """Whether a word stands right before one for a son or daughter: ``[التراد] ولد امبيريك``, ``[رقية] منت لمين``.

        Without the article only before a daughter: ``نظام ولد عبد العزيز`` is no name as a whole.
        """
        following = self.words[index + 1] if index + 1 < len(self.words) and self.near(index) else None
        if following is None or index + 2 >= len(self.words):
            return False
        child = kind == "definite" and following.folded in kinds(self.pack, "child")
        return child or following.folded in kinds(self.pack, "daughter")

    def ends(self, index: int, folded: str) -> bool:
        """Whether a word that is hardly a name by its letters ends one: ``نظيره سعود [قبيلات]،``."""
        if self.pack.capitals or len(folded) < LEAST_ENDING or not self.closes(index):
            return False
        return not self.words[index].text.endswith(clitics(self.pack, "enclitic"))

    def _ends_known(self, index: int, folded: str, before: list[str], *, titled: bool) -> bool:
        """Whether a word ends a name by what precedes it, as nothing follows: ``مازن [اللواتي]،``.

        A pronoun that stands for the noun before it has a verb behind it.
        """
        if self.pack.capitals or len(folded) < LEAST_ENDING or not self.closes(index):
            return False
        if before == ["given"] and folded in self.lexicon.links and self.definite(folded):
            return True
        plain = folded in self.lexicon.stops or not self.lexicon.says.isdisjoint(cores(folded, self.pack))
        behind = index + 1 < len(self.words) and self.words[index + 1].folded in self.lexicon.openers
        sure = titled or behind  # ``قال نور الدين [مسعي] إن``
        faith = before[1:] == ["joined"] and self.words[index - 1].folded in kinds(self.pack, "faith")
        return sure and faith and not plain and not self.definite(folded)

    def plain_noun(self, title: Hit[Title], name: Name) -> bool:
        """Whether one word that no list knows only says more of a title without the article: ``وكيل [معتمد]``."""
        if self.pack.capitals or len(name.parts) > 1:
            return False
        core, role = title.peeling.core, title.value.kind == "role"
        beside = name.first == title.last + 1 and not self.definite(core)
        owned = not self.words[title.last].folded.endswith(core.rpartition(" ")[2])  # ``مدربها حجازي``
        surname = role and name.kinds[0] == "surname" and self.closes(name.last)
        if beside and not owned and (surname or self.says_more(name.parts[0])):
            return True
        if name.known or not role:
            return False
        return self.words[name.first].text.endswith(TANWEEN) or (beside and self.closes(name.last))

    def says_more(self, word: str) -> bool:
        """Whether a word without the article is an adjective of what somebody is, and no given name: ``جامعي``."""
        if word.removesuffix("ه") in self.pack.listed("role_adjectives"):
            return True
        named = word in self.lexicon.given or word in self.lexicon.given_ambiguous or self.definite(word)
        return self.nisba(word) and not named

    def honoured(self, index: int) -> int:
        """How many tokens a title takes that is in a family name with the given name behind it (0: it is in none)."""
        if self.pack.capitals or self.words[index].folded not in kinds(self.pack, "honour"):
            return 0
        following = index + 1
        if following >= len(self.words) or not self.near(index):
            return 0
        folded = self.words[following].folded
        if folded in self.lexicon.particles:
            width = self._joined(following, folded, inside=True)
            return 1 + width if width else 0
        lists = (self.lexicon.given, self.lexicon.given_ambiguous, self.lexicon.surnames)
        given = any(folded in some for some in lists)
        spelled = self.words[following].text in self.spelled or self.words[following].text in self.lexicon.spelled
        barred = folded in self.lexicon.stops and not spelled
        return 2 if given and not barred and not self.definite(folded) else 0

    def compound(self, parts: tuple[str, ...]) -> bool:
        """Whether a name begins with a given name of two words by a word that only such names have: ``أم محمود``."""
        leads = bool(parts) and parts[0].split(" ")[0] in kinds(self.pack, "kunya")
        return leads or not kinds(self.pack, "faith").isdisjoint(parts[1:2])

    def given_word(self, index: int, *, joined: bool) -> bool:
        """Whether a token is a given name without the article; ``joined``: or one behind a conjunction."""
        readings = {word := self.words[index].folded}
        if joined:
            joints = [
                one.core for one in peelings(word, self.pack) if one.proclitics in clitics(self.pack, "conjunction")
            ]
            readings |= set(joints) - self.lexicon.says
        given = (one in self.lexicon.given or one in self.lexicon.given_ambiguous for one in readings)
        return any(given) and not any(self.definite(one) for one in readings)

    def and_given(self, word: str) -> bool:
        """Whether a word is a given name with a conjunction joined to it, so that another name begins there."""
        own, ambiguous = self.lexicon.given_own, self.lexicon.given_ambiguous
        joints = clitics(self.pack, "conjunction")
        return word not in own and any(
            one.proclitics in joints and (one.core in own or one.core in ambiguous)
            for one in peelings(word, self.pack)
            if one.front
        )

    def spoken(self, first: int, last: int, *, marks: str) -> bool:
        """Whether a verb of saying stands right before some words, and what it reports right behind them.

        ``marks``: the punctuation behind them that is taken for the beginning of the report too.
        """
        if first == 0 or not self.near(first - 1):
            return False
        if self.lexicon.says.isdisjoint(cores(self.words[first - 1].folded, self.pack)):
            return False
        behind = self.text[self.words[last].end :].lstrip(" \u00a0")[:1]
        opens = last + 1 < len(self.words) and self.words[last + 1].folded in self.lexicon.openers
        return opens or (behind != "" and behind in marks)

    def _titular(self, index: int, kinds: list[str]) -> bool:
        """Whether behind a title an ordinary word is a name too: ``Dr May``, ``الملك محمد السادس``."""
        if self.pack.capitals:
            return not kinds and self.borne(index)
        named = kinds in (["given"], ["joined"]) or (len(kinds) == 2 and kinds[-1] == "joined")
        return named and self.words[index].folded in self.lexicon.surnames_ambiguous

    def _bound(self, index: int) -> bool:
        """Whether a hyphen binds a token to the one before it, in a script without capitals."""
        return not self.pack.capitals and self.text[self.words[index - 1].end : self.words[index].start] == "-"

    def _continues(self, kind: str, kinds: list[str], folded: str, *, titled: bool, shape: bool) -> bool:
        """Whether a part of this kind may stand after the parts read so far."""
        if kind == "stop":
            return False
        if self.pack.capitals:
            return self._follows(kind, kinds, free=titled or shape)
        if not kinds:
            return kind in ("given", "ambiguous", "joined") or (titled and kind in ("surname", "unknown", "definite"))
        if kind in ("given", "ambiguous"):
            return all(one in ("given", "ambiguous", "joined") for one in kinds)
        if kind in ("joined", "surname"):
            if kinds[-1] == "definite" and self.gathered.classes(folded).ordinary:
                return False
            return kinds[-1] != "definite" or not self.definite(folded) or self.nisba(folded)
        named = any(one in kinds for one in FIRST)
        if kind == "demonym":
            return named and kinds[-1] in ("given", "ambiguous", "unknown", "joined")
        if kind == "unknown":
            return ("unknown" not in kinds and kinds[-1] in ("given", "ambiguous")) or (titled and kinds == ["unknown"])
        after_known = kinds[-1] in ("given", "ambiguous", "joined") and self.likely(folded)
        return named and (after_known or self.nisba(folded)) and ("definite" not in kinds or self._second(folded))

    def _second(self, folded: str) -> bool:
        """Whether a word with the article is a second family name by its letters: ``سارة الزعفراني [الزنزري]``."""
        bare = folded.removeprefix(self.pack.article)
        family = self.nisba(folded) and self.grade(bare) >= SURE_LETTERS
        return family and not (self.gathered.classes(bare).ordinary or self.gathered.classes(folded).ordinary)

    def _follows(self, kind: str, kinds: list[str], *, free: bool) -> bool:
        """The same where the script has capitals. ``free``: any capitalised word may begin a name."""
        if not kinds:
            return kind in ("given", "ambiguous", "joined", "initial") or (free and kind in ("surname", "unknown"))
        if kind in ("demonym", "place"):
            return kinds[-1] in ("given", "initial")
        if kind == "initial":
            return kinds[-1] in ("given", "ambiguous", "initial", "unknown")
        return kind != "unknown" or kinds.count("unknown") < 2 or kinds[0] == "given"
