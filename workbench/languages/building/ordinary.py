"""The ordinary words among the gathered names, counted in texts; run only when there are better texts to count in.

``python -m workbench.languages.building.ordinary LANGUAGE FILE`` writes ``ordinary/LANGUAGE.txt``, which the
gathering reads. FILE holds a word and its tag a line, a blank line between sentences (with ``--tagged``), or
running text. A word is ordinary if it stands at least three times outside of names, and more often than in them;
where capitals mark names, if it is written without. Only words that were also gathered as names are kept.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from workbench.languages.building.people import people
from workbench.languages.building.places import places
from workbench.languages.building.spelling import HOME, Speller
from workbench.languages.pack import LanguagePack, pack

__all__ = ["main", "ordinary", "tagged", "untagged"]

LEAST = 3
OUTSIDE = "O"


def tagged(text: str, sentences: int) -> Iterator[tuple[str, bool]]:
    """The words of the first sentences of a tagged text, and whether each stands in a name."""
    for sentence in islice(re.split(r"\n\s*\n", text.strip()), sentences):
        for line in sentence.splitlines():
            word, _, tag = line.rpartition(" ")
            yield word, tag != OUTSIDE


def untagged(text: str, sentences: int) -> Iterator[tuple[str, bool]]:
    """The words of the first lines of a text, and whether each begins with a capital."""
    for line in islice(text.splitlines(), sentences):
        for word in re.findall(r"[^\W\d_]+", line):
            yield word, word[0].isupper()


def ordinary(words: Iterable[tuple[str, bool]], language: LanguagePack) -> list[str]:
    """The folded words that are ordinary and that people or places are called."""
    outside: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for word, name in words:
        (inside if name else outside)[language.fold(word)] += 1
    spell = Speller(language, counted=False)
    persons = people(spell)
    names = persons.words() | {spell.folded(one) for place in places(spell, persons) for one in place.spellings}
    article = language.article
    counted = {word for word, count in outside.items() if count >= LEAST and count > inside[word]}
    return sorted(word for word in counted if {word, word.removeprefix(article), article + word} & names)


def main(arguments: list[str] | None = None) -> int:
    """Count the words of a file and write the list of a pack."""
    parser = argparse.ArgumentParser(prog="python -m workbench.languages.building.ordinary")
    parser.add_argument("language", help="the code of the pack")
    parser.add_argument("file", type=Path, help="the text to count in")
    parser.add_argument("--tagged", action="store_true", help="whether it holds a word and its tag a line")
    parser.add_argument("--sentences", type=int, default=10**9, help="how many sentences (or lines) to read")
    parser.add_argument("--source", required=True, help="what the text is, and its licence")
    asked = parser.parse_args(arguments)
    read = tagged if asked.tagged else untagged
    words = ordinary(read(asked.file.read_text(encoding="utf-8"), asked.sentences), pack(asked.language))
    head = f"# Ordinary words that are also names, folded\n# source: counted in {asked.source}\n"
    path = HOME / f"{asked.language}.txt"
    path.write_text(head + "\n".join(words) + "\n", encoding="utf-8")
    sys.stdout.write(f"{path}: {len(words)} words\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
