"""Exact agreement of names with ANERcorp's own annotation: part of ``python -m tests.eval.entities``.

The development part is the last 574 of the 3,974 training sentences of the CAMeL Lab split (Benajiba, Rosso and Benedí
Ruiz 2007): neither the tagger nor any list was made with them. They come without marks of where an article ends, so
every twenty sentences in a row are read as one article. A name is right when its words and its type are the gold's
(persons, places, organisations; ANERcorp's MISC is left aside).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tests.build import article_of
from tests.eval.gold import ROOT, Score
from workbench.corpus import Corpus
from workbench.extractors.entities import entities
from workbench.extractors.entities.combine import NAMED
from workbench.extractors.entities.headalone import HEAD_ALONE
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.entities.tagging.crf import TYPE_OF, default_tagger
from workbench.extractors.entities.tagging.swapping import spans
from workbench.extractors.entities.tagging.train import Sample, labelled, read
from workbench.languages import pack

__all__ = ["DATA", "SYSTEMS", "development", "measure", "table"]

DATA = ROOT.parent / "shared" / "data" / "anercorp-train.txt"
LEARNED = 3400
"""Sentences that the shipped tagger was trained on, from the first."""
TOGETHER = 20
"""Sentences that are read as one article."""
SYSTEMS = ("rules only", "tagger only", "all", "all, its scheme")
"""``its scheme``: as ANERcorp writes names. Bodies named by whose they are (``الحكومة اللبنانية``) or only
since they speak (``النيابة العامة``) are none, and the
word that says what a thing is (``نادي``، ``جامعة``، ``مطار``، ``حركة``) counts on neither side, since ANERcorp leaves
it out of most names and Riwaya leaves it in."""


class Name(NamedTuple):
    """A name: which sentence, its first word and the word after its last, its type."""

    sentence: int
    first: int
    after: int
    type: str


@cache
def development() -> tuple[Sample, ...]:
    """The sentences of the development part."""
    language = pack("ar")
    return tuple(labelled(one, language) for one in read(DATA)[LEARNED:])


def measure(system: str) -> dict[str, Score]:
    """The scores of one of ``SYSTEMS``, by type and over all types."""
    samples = development()
    wanted = {
        Name(at, first, after, TYPE_OF[kind])
        for at, sample in enumerate(samples)
        for first, after, kind in spans(sample.tags)
        if kind in TYPE_OF
    }
    got = set(_tagged(samples) if system == "tagger only" else _found(samples, system))
    if system == SYSTEMS[-1]:
        wanted, got = ({_headless(one, samples[one.sentence]) for one in names} for names in (wanted, got))
    scores = {}
    for kind in ("PER", "LOC", "ORG", "all"):
        own, gold = ({one for one in names if kind in (one.type, "all")} for names in (got, wanted))
        scores[kind] = Score(len(own & gold), len(own), len(gold))
    return scores


def _tagged(samples: Sequence[Sample]) -> Iterator[Name]:
    language = pack("ar")
    tagger = default_tagger(language)
    assert tagger is not None
    for at, sample in enumerate(samples):
        for one in tagger.tag(sample.text, sample.words, language):
            if one.score >= NAMED:
                yield _name(at, sample, one.start, one.end, one.type)


def _found(samples: Sequence[Sample], system: str) -> Iterator[Name]:
    begins: dict[str, list[tuple[int, int]]] = {}
    articles = []
    for first in range(0, len(samples), TOGETHER):
        name, text = f"a{first}", ""
        for at, sample in enumerate(samples[first : first + TOGETHER], start=first):
            begins.setdefault(name, []).append((len(text), at))
            text += sample.text + "\n"
        articles.append(article_of(text, name=name))
    found = entities(Corpus(articles), tagger=system != "rules only", edits=False, progress=False).mentions
    kept = (
        found[~found["rule"].isin(["role", HEAD_ALONE, "party", "speaking"])]
        if system == SYSTEMS[-1]
        else found[~found["rule"].isin(["role", HEAD_ALONE])]
    )
    for article, start, end, kind in zip(kept["article"], kept["start"], kept["end"], kept["type"], strict=True):
        base, at = max(one for one in begins[article] if one[0] <= start)
        yield _name(at, samples[at], start - base, end - base, kind)


def _headless(name: Name, sample: Sample) -> Name:
    """A name of several words without the words before it that say what it is."""
    heads = lexicon(pack("ar")).heads
    first = name.first
    while first < name.after - 1:
        hit = heads.at(first, sample.words, sample.text)
        if hit is None or hit.last >= name.after - 1:
            break
        first = hit.last + 1
    return name._replace(first=first)


def _name(at: int, sample: Sample, start: int, end: int, kind: str) -> Name:
    inside = [index for index, word in enumerate(sample.words) if word.start < end and word.end > start]
    return Name(at, inside[0], inside[-1] + 1, kind)


def table(systems: Iterable[str] = SYSTEMS) -> Iterator[str]:
    """The scores as lines: precision, recall and F1 by type."""
    yield f"{'newswire, exact':<16} {'PER':^20} {'LOC':^20} {'ORG':^20} {'all':^20}"
    for system in systems:
        cells = (f"{one.precision:.3f} {one.recall:.3f} {one.f1:.3f}" for one in measure(system).values())
        yield f"  {system:<15} " + "  ".join(f"{cell:^19}" for cell in cells)
