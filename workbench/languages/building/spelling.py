"""How spellings out of other people's data become entries: whole words in the letters of one language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from unicodedata import normalize

from workbench.languages.pack import SCRIPTS, LanguagePack
from workbench.languages.schema import NEVER_IN_DATA, data_lines, items

__all__ = ["Speller", "speller"]

HOME = Path(__file__).parent / "ordinary"
MOST_WORDS = 5
SEPARATORS = re.compile(r"[\s\-–/,،]+")
CASED = re.compile(r"[A-Z]")


@dataclass(frozen=True, eq=False)
class Speller:
    """What a pack says about spelling, and which of its words are ordinary ones."""

    pack: LanguagePack

    @cached_property
    def letters(self) -> re.Pattern[str]:
        """What a word of the language consists of: letters of its alphabet, as they are folded; an apostrophe."""
        folded = {row["from"] for row in self.pack.rows("fold") if row["rule"] not in NEVER_IN_DATA}
        known = {one for one in folded if len(one) == 1 and self.script.fullmatch(one)}
        return re.compile(rf"[{self.alphabet}{''.join(sorted(known))}']+")

    @cached_property
    def script(self) -> re.Pattern[str]:
        """One letter of the script."""
        return SCRIPTS[str(self.pack.settings["script"])]

    @cached_property
    def alphabet(self) -> str:
        """The letters that the pack itself is written with: those of its stopwords and names."""
        own = [*self.pack.lines("stopwords"), *(row["name"] for row in self.pack.rows("given_names"))]
        return "".join(sorted({one for word in own for one in word if self.script.fullmatch(one)}))

    @cached_property
    def particles(self) -> frozenset[str]:
        """Folded words that join names: no names themselves."""
        particles = {self.pack.fold(row["particle"]) for row in self.pack.rows("name_particles")}
        return frozenset({word for phrase in particles for word in phrase.replace("-", " ").split()})

    @cached_property
    def functional(self) -> frozenset[str]:
        """Folded function words, words that are no names, verbs of saying, names of days and months."""
        pack = self.pack
        found = set(pack.words("stopwords") | pack.words("not_names"))
        for file in ("weekdays", "months"):
            found |= {pack.fold(row["name"]) for row in pack.rows(file)}
        for row in pack.rows("speech_verbs"):
            forms = [row["verb"], *(form.rpartition("/")[0] for form in items(row["forms"]))]
            found |= {pack.fold(form) for form in forms}
        return frozenset(found)

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """All ordinary words: those of the pack, and those counted in texts (`ordinary.py`)."""
        path = HOME / f"{self.pack.code}.txt"
        counted = [line for _, line in data_lines(path.read_text(encoding="utf-8"))] if path.is_file() else []
        roles = {word for row in self.pack.rows("titles") for word in self.pack.fold(row["title"]).split()}
        return self.functional | roles | frozenset(self.pack.fold(word) for word in counted)

    def words(self, spelling: str) -> list[str]:
        """The words of a spelling, composed and without full stops; empty where it is not one of this language."""
        found = SEPARATORS.split(normalize("NFC", spelling).replace(".", " ").replace("’", "'").strip())
        whole = [word for word in found if word]
        return whole if whole and all(self.letters.fullmatch(word) for word in whole) else []

    def clean(self, spelling: str) -> str:
        """A spelling fit to be an entry, or nothing: few words of this alphabet, capitals where names have them."""
        words = self.words(spelling)
        if not words or len(words) > MOST_WORDS or len(self.bare(words)) < 3:
            return ""
        if self.pack.capitals and not (CASED.match(words[0][0]) and any(word[1:].islower() for word in words)):
            return ""
        return " ".join(words)

    def bare(self, words: list[str]) -> str:
        """The letters of words without the article of the first."""
        return self.pack.fold("".join(words)).removeprefix(self.pack.article)

    def folded(self, spelling: str) -> str:
        """A cleaned spelling as it is looked up."""
        return self.pack.fold(spelling)

    def pick(self, pair: tuple[str, str]) -> str:
        """The half of a pair that is written in this language's script, capitals put where names have them."""
        half = next((one for one in pair if self.script.search(one)), "")
        if not self.pack.capitals:
            return half
        small = self.pack.words("stopwords")
        return " ".join(word if word in small else word[:1].upper() + word[1:] for word in half.split())


@cache
def speller(pack: LanguagePack) -> Speller:
    """The speller of a pack."""
    return Speller(pack)
