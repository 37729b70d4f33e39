"""Train the tagger: ``python -m workbench.extractors.entities.tagging.train DATA --first N --leave-out FILE``.

Only the first N sentences are learned from, and of these none that a file of passages lists (columns first and last,
counted from 0), so that what measures the tagger is never what taught it. DATA has one ``token TAG`` a line and an
empty line between sentences, tags B-/I- of PERS, LOC, ORG, MISC (the format of CoNLL-2003 with two columns). Needs the
extra ``train``: frequent words of the language come from ``wordfreq``.
"""

from __future__ import annotations

import argparse
import csv
import lzma
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from workbench.extractors.entities.tagging.features import Features
from workbench.extractors.entities.tagging.likeness import LIKE, LONGEST, MODELS, SHORTEST, Likeness, ngrams
from workbench.extractors.entities.tagging.swapping import Swapper
from workbench.languages.gazetteers import NO_NAME, gazetteers
from workbench.languages.pack import LanguagePack, pack
from workbench.text.tokens import Token, tokens

__all__ = ["Sample", "augmented", "labelled", "read", "train_likeness", "train_tagger", "write_features"]

CLOSING, OPENING = set(".،,؛;:؟!)»"), set("(«")
FREQUENT = 60_000
SEED = 2007
ITERATIONS = 60


class Sample(NamedTuple):
    """A sentence as running text, its words, and the tag of each."""

    text: str
    words: Sequence[Token]
    tags: Sequence[str]


def read(path: Path) -> list[list[tuple[str, str]]]:
    """The sentences of a data file, each as its tokens with their tags."""
    blocks = path.read_text(encoding="utf-8").replace("\r", "").split("\n\n")
    rows = ([line.split() for line in block.split("\n") if line.strip()] for block in blocks)
    return [[(row[0], row[-1]) for row in block] for block in rows if block]


def labelled(sentence: Sequence[tuple[str, str]], language: LanguagePack) -> Sample:
    """A sentence of tokens as running text, in which punctuation and particles are attached as people write them."""
    text, spans = _running(sentence, frozenset(language.clitics("conjunction") + language.clitics("preposition")))
    words = tokens(text, language)
    tags = ["O"] * len(words)
    for start, end, kind in spans:
        inside = [at for at, word in enumerate(words) if word.start < end and word.end > start]
        for place, at in enumerate(inside):
            tags[at] = f"{'I' if place else 'B'}-{kind}"
    return Sample(text, words, tags)


def _running(sentence: Sequence[tuple[str, str]], joined: frozenset[str]) -> tuple[str, list[tuple[int, int, str]]]:
    text, glued, marked = "", True, False
    spans: list[tuple[int, int, str]] = []
    before = "O"
    for word, tag in sentence:
        closes = word == '"' and marked
        if not glued and word not in CLOSING and not closes:
            text += " "
        start = len(text)
        text += word
        if tag.startswith("I-") and before[2:] == tag[2:] and spans:
            spans[-1] = (spans[-1][0], len(text), tag[2:])
        elif tag != "O":
            spans.append((start, len(text), tag[2:]))
        before = tag
        opens = word == '"' and not marked
        marked = marked != (word == '"')
        glued = opens or word in OPENING or word in joined
    return text, spans


def train_likeness(language: LanguagePack, path: Path) -> tuple[int, int]:
    """Train the grader of words by their letters; returns how many names and how many other words it saw."""
    import pycrfsuite
    from wordfreq import top_n_list

    known = gazetteers(language)
    names = sorted(word for word in known.people if known.classes(word).person and not known.classes(word).ordinary)
    common = {language.fold(word) for word in top_n_list(language.code, FREQUENT, wordlist="large")}
    others = sorted(word for word in common if known.classes(word) is NO_NAME and word.isalpha())
    trainer: Any = pycrfsuite.Trainer(verbose=False)
    for label, words in ((LIKE, names), ("word", others)):
        for word in words:
            if SHORTEST <= len(word) <= LONGEST:
                trainer.append([ngrams(word)], [label])
    trainer.set_params({"c1": 0.5, "c2": 0.01, "max_iterations": 60})
    trainer.train(str(path))
    return len(names), len(others)


def train_tagger(samples: Iterable[Sample], features: Features, path: Path, *, iterations: int = ITERATIONS) -> int:
    """Train the tagger on samples and write the model; returns how many samples it saw."""
    import pycrfsuite

    trainer: Any = pycrfsuite.Trainer(verbose=False)
    seen = 0
    for one in samples:
        if one.words:
            trainer.append(features.of(one.text, one.words), list(one.tags))
            seen += 1
    trainer.set_params({"c1": 0.3, "c2": 0.01, "max_iterations": iterations, "feature.possible_transitions": True})
    trainer.train(str(path))
    return seen


def write_features(model: Path, path: Path) -> int:
    """Write the features that a model knows, one a line, so that others need not be told to it; returns how many."""
    import pycrfsuite

    tagger: Any = pycrfsuite.Tagger()
    tagger.open(str(model))
    known = sorted({feature for feature, _ in tagger.info().state_features})
    path.write_bytes(lzma.compress("\n".join(known).encode(), preset=9 | lzma.PRESET_EXTREME))
    return len(known)


def augmented(samples: Sequence[Sample], language: LanguagePack) -> Iterator[Sample]:
    """The samples, and each that names a person once more with other names."""
    swapper = Swapper(language, SEED)
    for one in samples:
        yield one
        other = swapper.swapped(one)
        if other is not None:
            yield other


def _left_out(path: Path | None) -> set[int]:
    if path is None:
        return set()
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return {at for row in rows for at in range(int(row["first"]), int(row["last"]) + 1)}


def main(arguments: Sequence[str] | None = None) -> None:
    """Train both models of a language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--language", default="ar")
    parser.add_argument("--first", type=int, help="how many sentences are learned from")
    parser.add_argument("--leave-out", type=Path, help="a table of passages that are not learned from")
    parser.add_argument("--out", type=Path, default=MODELS)
    given = parser.parse_args(arguments)
    language = pack(given.language)
    letters = given.out / f"{language.code}.letters.crfsuite"
    names, others = train_likeness(language, letters)
    print(f"letters: {names} words of names, {others} other words, {letters.stat().st_size:,} bytes")
    left_out = _left_out(given.leave_out)
    learned = read(given.data)[: given.first]
    samples = [labelled(one, language) for at, one in enumerate(learned) if at not in left_out]
    model = given.out / f"{language.code}.crfsuite"
    seen = train_tagger(augmented(samples, language), Features(language, Likeness(letters)), model)
    known = write_features(model, given.out / f"{language.code}.features.xz")
    print(f"features: {known} of the tagger's")
    print(f"tagger: {len(samples)} sentences, {seen} with other names, {model.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
