"""Words that only a tagger takes for somebody's name, once in a whole corpus, with nothing around that says so.

``ولا سكوت بعد اليوم``: a word by itself that no article joins to a fuller name is somebody's only where a title, a verb
of saying or a second mention speaks for it.
"""

from __future__ import annotations

from workbench.extractors.entities.beside import pronominal
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.entities.people import People, Person
from workbench.extractors.entities.roles import Reader
from workbench.text.phrases import cores

__all__ = ["stray"]


def stray(reader: Reader, candidate: Candidate, person: Person, people: People) -> bool:
    """Whether nothing but a tagger says that a word is somebody's name.

    Parameters
    ----------
    reader: the words of the article.
    candidate: the word. person: the one whom it would mean.
    people: everybody in the corpus.
    """
    if candidate.rule != "tagger" or person.names.total() > 1 or not all(people.lone(name) for name in person.names):
        return False
    first, last = reader.word_at(candidate.start), reader.word_at(candidate.end - 1)
    here = {parts[0] for other in people.by_article.get(candidate.article, ()) for parts in other.names}
    if first < last or here & set(candidate.parts):
        return False
    if pronominal(reader.words[first].folded, reader.language):
        return True
    return not any(_speaks_for(reader, index) for index in (first - 1, last + 1))


def _speaks_for(reader: Reader, index: int) -> bool:
    """Whether a token beside a word is a verb of saying or a title."""
    if not 0 <= index < len(reader.words):
        return False
    known = lexicon(reader.language)
    if known.titles.at(index, reader.words, reader.article.text) is not None:
        return True
    return not known.says.isdisjoint(cores(reader.words[index].folded, reader.language))
