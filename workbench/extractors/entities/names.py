"""Where a personal name begins and ends, token by token.

A name is given names, then at most one word that no list knows, then at most one surname; a particle
(``أبو``, ``بن``, ``al``) joins the word after it. It ends at any word that is no part of a name: a verb
of saying, a function word, a title, punctuation. Where the script has capitals, they decide too.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.extractors.entities.kinds import FIRST, LISTED, KindReader
from workbench.text.phrases import peelings

__all__ = ["Name", "NameReader"]


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


class NameReader(KindReader):
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
        parts: list[str] = []
        kinds: list[str] = []
        index = first
        while index < len(self.words) and len(parts) < self.pack.name_length:
            if parts and not self.near(index - 1):
                break
            folded = core if index == first and core else self.bare(index)
            kind, width = self.kind(index, folded, after=tuple(kinds), foreign=bool(parts) and self.foreign(parts[-1]))
            if kind == "stop" and titled and self._titular(index, kinds):
                kind = "surname"
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

    def parts(self, first: int, last: int, core: str) -> tuple[str, ...]:
        """The components of a name from a token to another, a particle and its word being one.

        ``core``: what the first token is without its clitics.
        """
        folded = [core, *(word.folded for word in self.words[first + 1 : last + 1])]
        particles = self.lexicon.particles
        found: list[str] = []
        joining = ""
        for word in folded:
            if joining:
                found[-1] += f" {word}"
            else:
                found.append(word)
            joining = word if word in particles or f"{joining} {word}" in particles else ""
        return tuple(found)

    def spoken(self, first: int, last: int, *, marks: str) -> bool:
        """Whether a verb of saying stands right before some words, and what it reports right behind them.

        ``marks``: the punctuation behind them that is taken for the beginning of the report too.
        """
        if first == 0 or not self.near(first - 1):
            return False
        if not any(one.core in self.lexicon.says for one in peelings(self.words[first - 1].folded, self.pack)):
            return False
        behind = self.text[self.words[last].end :].lstrip(" \u00a0")[:1]
        opens = last + 1 < len(self.words) and self.words[last + 1].folded in self.lexicon.openers
        return opens or (behind != "" and behind in marks)

    def _titular(self, index: int, kinds: list[str]) -> bool:
        """Whether behind a title an ordinary word is a name too: ``Dr May``, ``الملك محمد السادس``."""
        if self.pack.capitals:
            return not kinds and self.borne(index)
        return kinds in (["given"], ["joined"]) and self.words[index].folded in self.lexicon.surnames_ambiguous

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
            return True
        named = any(one in kinds for one in FIRST)
        if kind == "demonym":
            return named and kinds[-1] in ("given", "ambiguous", "unknown", "joined")
        if kind == "unknown":
            return ("unknown" not in kinds and kinds[-1] in ("given", "ambiguous")) or (titled and kinds == ["unknown"])
        after_known = kinds[-1] in ("given", "ambiguous", "joined") and self.likely(folded)
        return named and (after_known or self.nisba(folded)) and "definite" not in kinds

    def _follows(self, kind: str, kinds: list[str], *, free: bool) -> bool:
        """The same where the script has capitals. ``free``: any capitalised word may begin a name."""
        if not kinds:
            return kind in ("given", "ambiguous", "joined", "initial") or (free and kind in ("surname", "unknown"))
        if kind in ("demonym", "place"):
            return kinds[-1] in ("given", "initial")
        if kind == "initial":
            return kinds[-1] in ("given", "ambiguous", "initial", "unknown")
        return kind != "unknown" or kinds.count("unknown") < 2 or kinds[0] == "given"
