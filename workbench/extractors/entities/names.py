"""Where a personal name begins and ends, token by token.

A name is given names, then at most one word that no list knows, then at most one surname; a particle
(``أبو``, ``بن``, ``al``) joins the word after it. It ends at any word that is no part of a name: a verb
of saying, a function word, a title, punctuation. Where the script has capitals, they decide too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.extractors.entities.lexicon import Lexicon, lexicon
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import adjacent, peelings
from workbench.text.tokens import Token

__all__ = ["Name", "NameReader"]


@dataclass(frozen=True, slots=True)
class Name:
    """A run of tokens that reads as a name: ``first`` to ``last`` inclusive, and what speaks for it.

    ``parts`` are the folded components, a particle and its word being one; ``given`` says whether a known
    given name is among them, ``known`` whether any component is in a list of names.
    """

    first: int
    last: int
    parts: tuple[str, ...]
    given: bool
    known: bool


class NameReader:
    """Reads names out of one block's tokens.

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

    def at(self, first: int, *, titled: bool = False, core: str = "") -> Name | None:
        """The name that begins at a token, or None.

        ``titled``: a title stands before it, so that words which no list knows may begin it. ``core``: what the
        first token is without its clitics.
        """
        parts: list[str] = []
        kinds: list[str] = []
        index = first
        while index < len(self.words) and len(parts) < self.pack.name_length:
            if parts and not adjacent(self.text, self.words[index - 1], self.words[index]):
                break
            folded = core if index == first and core else self.words[index].folded
            kind, width = self.kind(index, folded)
            if not self._continues(kind, kinds, folded, titled=titled):
                break
            parts.append(" ".join([folded, *(word.folded for word in self.words[index + 1 : index + width])]))
            kinds.append(kind)
            index += width
        if not parts:
            return None
        listed = {"given", "ambiguous", "surname", "joined"}
        given = "given" in kinds or "ambiguous" in kinds
        return Name(first, index - 1, tuple(parts), given, bool(listed & set(kinds)))

    def parts(self, first: int, last: int, core: str) -> tuple[str, ...]:
        """The components of a name from a token to another, a particle and its word being one.

        ``core``: what the first token is without its clitics.
        """
        folded = [core, *(word.folded for word in self.words[first + 1 : last + 1])]
        found: list[str] = []
        joining = False
        for word in folded:
            if joining:
                found[-1] += f" {word}"
            else:
                found.append(word)
            joining = word in self.lexicon.particles
        return tuple(found)

    def spoken(self, first: int, last: int, *, marks: str) -> bool:
        """Whether a verb of saying stands right before some words, and what it reports right behind them.

        ``marks``: the punctuation behind them that is taken for the beginning of the report too.
        """
        if first == 0 or not adjacent(self.text, self.words[first - 1], self.words[first]):
            return False
        if not any(one.core in self.lexicon.says for one in peelings(self.words[first - 1].folded, self.pack)):
            return False
        behind = self.text[self.words[last].end :].lstrip(" \u00a0")[:1]
        opens = last + 1 < len(self.words) and self.words[last + 1].folded in self.lexicon.openers
        return opens or (behind != "" and behind in marks)

    def kind(self, index: int, folded: str) -> tuple[str, int]:
        """What part of a name a token can be, and how many tokens that part takes.

        given, ambiguous (a given name that is an ordinary word too), surname, joined (a particle and its word),
        definite (a word with the article), unknown, or stop.
        """
        word, lexicon = self.words[index], self.lexicon
        if folded in lexicon.particles:
            width = self._joined(index)
            if width:
                return "joined", width
        if self.pack.capitals and not word.text[:1].isupper():
            return "stop", 1
        if folded in lexicon.given:
            return "given", 1
        if word.text in lexicon.spelled:
            return "ambiguous", 1
        if folded in lexicon.stops or word.text[:1].isdigit():
            return "stop", 1
        if folded in lexicon.given_ambiguous:
            return "ambiguous", 1
        if folded in lexicon.surnames or folded in lexicon.surnames_ambiguous:
            return "surname", 1
        return self._unlisted(index, folded), 1

    def _unlisted(self, index: int, folded: str) -> str:
        lexicon = self.lexicon
        if any(table.at(index, self.words, self.text, peel=False) for table in (lexicon.titles, lexicon.heads)):
            return "stop"
        if lexicon.demonyms.at(index, self.words, self.text, peel=False):
            return "demonym"
        if lexicon.gazetteer.at(index, self.words, self.text, peel=False) or folded in lexicon.offices:
            return "stop"
        if len(folded) < 2 or self._attached(folded) or self._verbal(folded):
            return "stop"
        return "definite" if self.definite(folded) else "unknown"

    def _attached(self, folded: str) -> bool:
        """Whether a word that no list knows is a known word with a conjunction or preposition joined to it."""
        lexicon = self.lexicon
        for peeling in peelings(folded, self.pack):
            core = peeling.core
            if not peeling.proclitics or len(core) < 3:
                continue
            known = core in lexicon.stops or core in lexicon.given or core in lexicon.surnames
            if known or core in lexicon.titles or core in lexicon.heads or self.definite(core):
                return True
        return False

    def _verbal(self, folded: str) -> bool:
        """Whether a word that no list knows has the shape of a verb, or somebody's (``كفايته``) joined to it."""
        if self.pack.verb_shape.fullmatch(folded):
            return True
        return len(folded) > 4 and folded.endswith(self.pack.clitics("possessed") or ("\0",))

    def definite(self, folded: str) -> bool:
        """Whether a word carries the language's article as a prefix."""
        article = self.pack.article
        return bool(article) and folded.startswith(article) and len(folded) > len(article) + 2

    def nisba(self, folded: str) -> bool:
        """Whether a word ends like an adjective of origin, as most family names with the article do."""
        return folded.endswith(self.pack.clitics("nisba") or ("\0",))

    def _joined(self, index: int) -> int:
        """How many tokens a particle at a place takes with the words it joins (0: it joins none)."""
        last = index
        while self.words[last].folded in self.lexicon.particles:
            following = last + 1
            if following >= len(self.words) or not adjacent(self.text, self.words[last], self.words[following]):
                return 0
            last = following
        word = self.words[last]
        if word.folded in self.lexicon.links or (self.pack.capitals and not word.text[:1].isupper()):
            return 0
        return last - index + 1

    def _continues(self, kind: str, kinds: list[str], folded: str, *, titled: bool) -> bool:
        """Whether a part of this kind may stand after the parts read so far."""
        if kind == "stop":
            return False
        if not kinds:
            return kind in ("given", "ambiguous", "joined") or (titled and kind in ("surname", "unknown", "definite"))
        if kind in ("given", "ambiguous"):
            return all(one in ("given", "ambiguous", "joined") for one in kinds)
        if kind in ("joined", "surname"):
            return True
        named = "given" in kinds or "ambiguous" in kinds or "joined" in kinds
        if kind == "demonym":
            return named and not self.pack.capitals and kinds[-1] in ("given", "ambiguous", "unknown", "joined")
        if self.pack.capitals:
            return kinds.count("unknown") < 2
        if kind == "unknown":
            return ("unknown" not in kinds and kinds[-1] in ("given", "ambiguous")) or (titled and kinds == ["unknown"])
        after_known = kinds[-1] in ("given", "ambiguous", "joined")
        return named and (after_known or self.nisba(folded)) and "definite" not in kinds
