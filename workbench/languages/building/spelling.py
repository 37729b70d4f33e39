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
INITIALS = re.compile(r"(?<=\b[^\W\d_])\.(?=[^\W\d_]\b)")
CASED = re.compile(r"[A-Z]")


@dataclass(frozen=True, eq=False)
class Speller:
    """What a pack says about spelling; ``counted``: whether the words counted in texts are ordinary ones, too."""

    pack: LanguagePack
    counted: bool = True

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
        """All ordinary words, with article or without: the pack's, and those counted in texts (`ordinary.py`)."""
        path = HOME / f"{self.pack.code}.txt"
        lines = list(data_lines(path.read_text(encoding="utf-8"))) if self.counted and path.is_file() else []
        fold, article = self.pack.fold, self.pack.article
        found = set(self.functional) | {fold(line) for _, line in lines}
        for row in self.pack.rows("titles"):
            found |= set(fold(row["title"]).split())
        found |= self.demonyms
        plain = {word.removeprefix(article) for word in found if len(word) > len(article) + 2}
        return frozenset(found | plain | {article + word for word in plain})

    @cached_property
    def demonyms(self) -> frozenset[str]:
        """Folded forms of the pack's demonyms, without article and with it."""
        rows = [form for row in self.pack.rows("demonyms") for form in [row["demonym"], *items(row["forms"])]]
        return frozenset({start + self.pack.fold(form) for form in rows for start in ("", self.pack.article)})

    @cached_property
    def own(self) -> dict[str, str]:
        """The places of the pack's own table: folded spelling to name."""
        rows = [row for row in self.pack.rows("gazetteer") if row["type"] == "LOC"]
        pairs = [(alias, row["name"]) for row in rows for alias in [row["name"], *items(row["aliases"])]]
        return {self.folded(" ".join(self.words(alias))): name for alias, name in reversed(pairs) if self.words(alias)}

    def article(self, word: str) -> bool:
        """Whether a folded word begins with the article."""
        return bool(self.pack.article) and word.startswith(self.pack.article)

    @cached_property
    def clitics(self) -> tuple[str, ...]:
        """What may be written in one word before an ordinary one."""
        return (*self.pack.clitics("conjunction"), *self.pack.clitics("preposition"))

    def doubtful(self, word: str) -> bool:
        """Whether a folded word is an ordinary one, alone or with a clitic before it."""
        return word in self.ordinary or any(
            word.startswith(front) and len(word) > len(front) + 2 and word[len(front) :] in self.ordinary
            for front in self.clitics
        )

    def words(self, spelling: str) -> list[str]:
        """The words of a spelling, composed and without full stops; empty where it is not one of this language."""
        found = SEPARATORS.split(
            INITIALS.sub("", normalize("NFC", spelling)).replace(".", " ").replace("’", "'").strip()
        )
        whole = [word.strip("'") for word in found if word.strip("'")]
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
        words = [word.upper() if INITIALS.search(word) else word for word in half.split()]
        return " ".join(word if word in small else word[:1].upper() + word[1:] for word in words)


@cache
def speller(pack: LanguagePack) -> Speller:
    """The speller of a pack."""
    return Speller(pack)
