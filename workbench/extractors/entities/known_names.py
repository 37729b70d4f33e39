"""Names found again in other articles of a corpus, and in headlines that share a surname.

A body or place of several words that a head announces in one article (``شركة مراسي الأفق``) is the same where another
article names it without the head. ``رياض وماهر الصباغ`` are two people where the corpus knows one of each name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from workbench.corpus import Corpus
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.entities.roles import Reader
from workbench.languages.pack import LanguagePack, pack
from workbench.text.phrases import adjacent, cores, peelings, unfolded
from workbench.text.spans import Spans

__all__ = ["KnownNames"]

ANNOUNCED = frozenset({"head", "speaking", "repeated", "dateline"})
Bodies = dict[str, dict[tuple[str, ...], Candidate]]
BEFORE_SHARED = 2
"""The most words between two given names that share a surname."""


class KnownNames:
    """The bodies and people that the articles of a corpus name in full.

    Parameters
    ----------
    corpus, found: the articles and the candidates of each.
    """

    def __init__(self, corpus: Corpus, found: Mapping[str, Sequence[Candidate]]) -> None:
        self._bodies: dict[str, dict[str, Bodies]] = defaultdict(lambda: defaultdict(lambda: defaultdict(dict)))
        """By language, the first word of a name and its second."""
        self._people: dict[tuple[str, str], tuple[str, ...]] = {}
        for article in corpus:
            language = pack(article.language)
            for one in found.get(article.id, ()):
                if one.type == "PER" and one.sure and len(one.parts) > 1:
                    self._people.setdefault((one.parts[0], one.parts[-1]), one.parts)
                elif one.name and one.rule in ANNOUNCED and one.sure and one.type != "PER":
                    for words in _bare(one, language):
                        self._bodies[article.language][words[0]][words[1]].setdefault(words, one)

    def joined(self, reader: Reader, own: list[Candidate]) -> list[Candidate]:
        """The candidates of an article with those that only other articles tell, in order of their place.

        Parameters
        ----------
        reader: its words.
        own: the candidates that it has.
        """
        taken = Spans((one.start, one.end) for one in own if one.name or (one.parts and one.sure))
        found = [*self._again(reader), *self._sharing(reader, own)]
        more = [one for one in found if not taken.meets(one.start, one.end)]
        if not more:
            return own
        spans = Spans((one.start, one.end) for one in more)
        kept = [one for one in own if not one.parts or one.sure or not spans.meets(one.start, one.end)]
        return sorted([*kept, *more], key=lambda one: (one.start, one.end))

    def _again(self, reader: Reader) -> Iterator[Candidate]:
        """The bodies and places that stand in an article by the name alone."""
        names = self._bodies.get(reader.article.language)
        if not names:
            return
        after = -1
        for index, word in enumerate(reader.words):
            if index <= after or names.keys().isdisjoint(cores(word.folded, reader.language)):
                continue
            if reader.language.capitals and not word.text[:1].isupper():
                continue
            for peeling in peelings(word.folded, reader.language):
                second = reader.words[index + 1].folded if index + 1 < len(reader.words) else ""
                last = self._match(names.get(peeling.core, {}).get(second, {}), index, reader)
                if last is None or peeling.back:
                    continue
                start, end = unfolded(word, peeling.front, reader.language), reader.words[last[0]].end
                known = replace(last[1], article=reader.article.id, start=start, end=end, rule="repeated")
                yield replace(known, phrase_start=start, phrase_end=end)
                after = last[0]
                break

    def _match(
        self, names: Mapping[tuple[str, ...], Candidate], index: int, reader: Reader
    ) -> tuple[int, Candidate] | None:
        """The last word of the longest of some names whose words stand from a place on, and whose it is."""
        best: tuple[int, Candidate] | None = None
        for words, one in names.items():
            span = reader.words[index : index + len(words)]
            same = tuple(word.folded for word in span[1:]) == words[1:] and len(span) == len(words)
            if same and all(adjacent(reader.article.text, before, after) for before, after in pairwise(span)):
                last = index + len(words) - 1
                best = (last, one) if best is None or last > best[0] else best
        return best

    def _sharing(self, reader: Reader, own: Sequence[Candidate]) -> Iterator[Candidate]:
        """The given names before a full name that share its surname: ``[رياض] وماهر الصباغ``."""
        known = lexicon(reader.language)
        for one in own:
            if one.type != "PER" or len(one.parts) < 2 or not one.sure:
                continue
            index = reader.word_at(one.start)
            word = reader.words[index]
            joined = word.text[: one.start - word.start] if one.start > word.start else ""
            before = index - 1
            if not joined and before > 0 and reader.words[before].folded in reader.language.listed("joins_names"):
                before, joined = before - 1, "and"
            if not joined or before < 0 or index - before > BEFORE_SHARED or not reader.joined(before, before + 1):
                continue
            first = reader.words[before]
            for peeling in peelings(first.folded, reader.language):
                parts = self._people.get((peeling.core, one.parts[-1]))
                given = peeling.core in known.given or peeling.core in known.given_ambiguous
                if parts is not None and given and not peeling.back:
                    start = unfolded(first, peeling.front, reader.language)
                    article = reader.article.id
                    yield Candidate(article, start, first.end, "PER", "given name", start, first.end, parts)
                    break


def _bare(one: Candidate, language: LanguagePack) -> Iterator[tuple[str, ...]]:
    """The folded words of a name with its head and without, where they say enough alone."""
    words, known = tuple(one.name.split()), lexicon(language)
    if language.capitals:
        yield from (words,) if len(words) > 1 and one.type == "ORG" else ()
        return
    headed = words[0] in known.heads
    bare = words[1:] if headed else words
    if len(bare) < 2 or any(word in known.links for word in bare) or bare[-1] in known.demonyms:
        return
    if bare[0].startswith(language.article):
        return
    tables = (known.gazetteer, known.demonyms, known.offices, known.heads, known.titles)
    if any(bare[0] in table for table in tables) or bare[0] in known.beginnings or bare[0] in known.given:
        return
    yield bare
