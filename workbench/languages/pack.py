"""A language pack: the data of one language, read from its folder, folded once, shared by all.

A language is a folder under ``workbench/languages`` whose file names are those of every other
language (``schema.py`` declares them). Code never asks which language it has; it asks the pack.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from workbench.errors import UnknownLanguageError
from workbench.languages.schema import character, read_lines, read_rows

__all__ = ["LanguagePack", "detect", "pack", "packs"]

HOME = Path(__file__).parent
SCRIPTS = {"Arab": re.compile("[\u0620-\u064a\u066e-\u06d3]"), "Latn": re.compile("[A-Za-z\u00c0-\u024f]")}
DETECT_CHARACTERS = 20_000


@dataclass(frozen=True, eq=False)  # one object a language: `pack` gives the same each time
class LanguagePack:
    """One language's data, by file; ``words`` of it come folded, so that spellings agree.

    Parameters
    ----------
    folder: where its files stand.
    settings: what ``pack.toml`` says.
    """

    folder: Path
    settings: Mapping[str, Any]

    @property
    def code(self) -> str:
        """The language code: the folder's name."""
        return str(self.settings["code"])

    @property
    def name(self) -> str:
        """The language's name in that language."""
        return str(self.settings["name"])

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``."""
        return str(self.settings["direction"])

    @cached_property
    def capitals(self) -> bool:
        """Whether the script marks names with capital letters."""
        return bool(self.settings.get("capitals", False))

    @property
    def name_length(self) -> int:
        """The most tokens that a personal name has."""
        return int(self.settings.get("name_length", 5))

    @property
    def month_first(self) -> bool:
        """Whether a day follows the name of its month (May 12) where no year is given."""
        return bool(self.settings.get("month_first", False))

    @cached_property
    def verb_shape(self) -> re.Pattern[str]:
        """What folded words look like that are verbs and hardly ever names; matches nothing where none are known."""
        return re.compile("|".join(self.settings["verb_shapes"]) or r"(?!)")

    def rows(self, file: str) -> tuple[dict[str, str], ...]:
        """The entries of one table of the pack, such as ``speech_verbs`` (file name without ending)."""
        return _rows(self, file)

    def lines(self, file: str) -> tuple[str, ...]:
        """The entries of one list of the pack, such as ``stopwords``."""
        return _lines(self, file)

    def spelled(self, file: str) -> frozenset[str]:
        """One list of the pack, each entry as it is spelled, for looking up."""
        return _spelled_lines(self, file)

    def words(self, file: str) -> frozenset[str]:
        """One list of the pack, each entry folded."""
        return _folded_lines(self, file)

    def listed(self, setting: str) -> frozenset[str]:
        """The words that a setting of ``pack.toml`` lists, each folded; none where the pack lists none."""
        return _folded_setting(self, setting)

    @cached_property
    def clause_links(self) -> frozenset[str]:
        """The function words that begin no clause, folded."""
        return self.words("stopwords") - self.words("clause_starts")

    @cached_property
    def fold_table(self) -> dict[int, str]:
        """Code point to its folded form (empty: dropped), for ``str.translate``; case is folded apart."""
        return {ord(character(row["from"])): character(row["to"]) for row in self.rows("fold")}

    def fold(self, text: str) -> str:
        """The text with its spelling folded: marks dropped, letter variants and case made one."""
        table = self._folded_characters
        return self._foldable.sub(lambda found: table[found[0]], text).casefold()

    @cached_property
    def _folded_characters(self) -> dict[str, str]:
        return {chr(code): folded for code, folded in self.fold_table.items()}

    @cached_property
    def _foldable(self) -> re.Pattern[str]:
        """The characters that folding changes: they are few, so that finding them is quicker than asking each."""
        return re.compile(f"[{re.escape(''.join(self._folded_characters))}]" if self.fold_table else "(?!)")

    def clitics(self, kind: str) -> tuple[str, ...]:
        """The clitics of one kind, folded: ``article``, ``preposition``, ``enclitic`` ..."""
        return _clitics(self, kind)

    @cached_property
    def article(self) -> str:
        """The article that is written in one word with its noun, folded; empty where there is none."""
        return next(iter(self.clitics("article")), "")

    @cached_property
    def ui(self) -> dict[str, dict[str, str]]:
        """The labels of views, figures and reports, by section."""
        return tomllib.loads((self.folder / "ui.toml").read_text(encoding="utf-8"))

    def label(self, section: str, key: str, **values: object) -> str:
        """One label, its ``{placeholders}`` filled; the key itself where the pack has no such label."""
        text = self.ui.get(section, {}).get(key, key)
        return text.format(**values) if values else text


@cache
def _rows(pack: LanguagePack, file: str) -> tuple[dict[str, str], ...]:
    return tuple(read_rows(pack.folder / f"{file}.tsv"))


@cache
def _lines(pack: LanguagePack, file: str) -> tuple[str, ...]:
    return tuple(read_lines(pack.folder / f"{file}.txt"))


@cache
def _spelled_lines(pack: LanguagePack, file: str) -> frozenset[str]:
    return frozenset(pack.lines(file))


@cache
def _folded_lines(pack: LanguagePack, file: str) -> frozenset[str]:
    return frozenset(pack.fold(line) for line in pack.lines(file))


@cache
def _folded_setting(pack: LanguagePack, setting: str) -> frozenset[str]:
    return frozenset(pack.fold(word) for word in pack.settings.get(setting, ()))


@cache
def _clitics(pack: LanguagePack, kind: str) -> tuple[str, ...]:
    return tuple(pack.fold(row["clitic"]) for row in pack.rows("clitics") if row["kind"] == kind)


@cache
def packs() -> tuple[LanguagePack, ...]:
    """Every language pack that is installed, Arabic first."""
    found = [
        LanguagePack(path.parent, tomllib.loads(path.read_text(encoding="utf-8")))
        for path in sorted(HOME.glob("*/pack.toml"))
    ]
    return tuple(found)


@cache
def pack(code: str) -> LanguagePack:
    """The pack of a language.

    >>> pack("ar").fold("أكَّدَ")
    'اكد'

    Raises
    ------
    UnknownLanguageError: no pack has that code.
    """
    for one in packs():
        if one.code == code:
            return one
    known = ", ".join(one.code for one in packs())
    raise UnknownLanguageError(f"there is no language pack {code!r}.", hint=f"the packs are: {known}.")


def detect(text: str) -> str:
    """The code of the pack whose script most letters of the text belong to, function words deciding ties.

    >>> detect("أكد الرئيس"), detect("The president said")
    ('ar', 'en')
    """
    head = text[:DETECT_CHARACTERS]
    letters = {one: len(SCRIPTS[str(one.settings["script"])].findall(head)) for one in packs()}
    most = max(letters.values())
    tied = [one for one in packs() if letters[one] == most]
    if len(tied) == 1:
        return tied[0].code
    return max(tied, key=lambda one: sum(word in one.words("stopwords") for word in one.fold(head).split())).code
