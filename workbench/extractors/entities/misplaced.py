"""Places that look like people: ``إقليم زرقان`` on one page, ``زرقان تماطل`` on another, ``Zarqan`` abroad.

A word that some page of the corpus has as a place, and that is in nobody's full name, is that place wherever else it
stands by itself, in letters of its own or of another language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from workbench.corpus import Article
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.fullnames import core
from workbench.extractors.entities.variants import alike, borne, skeleton
from workbench.languages.gazetteers import gazetteers
from workbench.languages.pack import LanguagePack, pack

__all__ = ["places_for_people"]

HEARD = 4  # the fewest consonants of a place that is known by its sound in other letters
ALONE = frozenset({"tagger", "shape"})


def places_for_people(
    articles: Iterable[Article], found: Mapping[str, Sequence[Candidate]]
) -> dict[str, list[Candidate]]:
    """The candidates of each article, those of people that are places put right.

    Parameters
    ----------
    articles: the corpus.
    found: the candidates of each of its articles.
    """
    every = [one for own in found.values() for one in own]
    borne_here = {core(word) for one in every if len(one.parts) > 1 for part in one.parts for word in part.split()}
    places: dict[str, Candidate] = {}
    sounding: dict[str, list[str]] = {}
    for one in every:
        if one.type == "LOC" and one.sure and one.name and " " not in one.name and core(one.name) not in borne_here:
            if core(one.name) not in places and not borne(core(one.name)):
                sounding.setdefault(skeleton(core(one.name)), []).append(core(one.name))
            places.setdefault(core(one.name), one)

    def placed(one: Candidate, language: LanguagePack) -> Candidate:
        if one.type != "PER" or one.rule not in ALONE or len(one.parts) != 1 or " " in one.parts[0]:
            return one
        word = core(one.parts[0])
        if word in borne_here or gazetteers(language).classes(word).person:
            return one
        heard = sounding.get(skeleton(word), ()) if len(skeleton(word)) >= HEARD else ()
        name = word if word in places else next((other for other in heard if alike(word, other)), "")
        if not name:
            return one
        known = places[name]
        return replace(one, type="LOC", rule="elsewhere", parts=(), name=known.name, identity=known.identity, sure=True)

    return {article.id: [placed(one, pack(article.language)) for one in found[article.id]] for article in articles}
