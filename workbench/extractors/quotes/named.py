"""The noun phrases of an article that name an entity, or somebody whom no list knows."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from workbench.corpus import Article
from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.quotes.genders import name_gender, noun_gender, title_gender
from workbench.extractors.quotes.lexicon import speech_lexicon
from workbench.extractors.quotes.particles import definite
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import LanguagePack, pack
from workbench.text.tokens import tokens

if TYPE_CHECKING:
    import pandas as pd

    from workbench.extractors.entities.result import Entities

__all__ = ["Named"]

KINDS = {"PER": "person", "ORG": "body", "LOC": "place"}


class Named:
    """What the entities of a corpus say of each article: who is named where, and which names lead to nobody."""

    def __init__(self, entities: Entities) -> None:
        self._mentions = _by_article(entities.mentions)
        self._unresolved = _by_article(entities.unresolved)
        self._sides = _by_article(entities.sides)
        places = entities.mentions[entities.mentions["type"] == "LOC"]
        self.places: dict[str, str] = dict(zip(places["text"], places["entity"], strict=True))
        self._genders = _genders(entities)
        self.bodies = _bodies(entities)

    def of(self, article: Article) -> list[Speaker]:
        """The noun phrases of an article that name an entity or somebody unknown."""
        named = [*self._mentions[article.id], *self._sides[article.id]]
        speakers = [self._mention(row, article) for row in named]
        speakers += [_unknown(row, article) for row in self._unresolved[article.id]]
        return sorted(speakers, key=lambda one: one.start)

    def _mention(self, row: dict[str, Any], article: Article) -> Speaker:
        start, end = row.get("phrase_start", row["start"]), row.get("phrase_end", row["end"])
        kind, entity = KINDS[row["type"]], row["entity"]
        gender = self._genders.get(entity, "") if kind == "person" else _gender(article, start, end)
        if kind != "person" and gender != "f":  # a proper name says no number
            gender = ""
        return Speaker(start, end, row["start"], row["end"], entity, kind, gender=gender)


def _bodies(entities: Entities) -> dict[tuple[str, str], str]:
    """The only body of the corpus of each kind, by the language and the folded word that says what kind it is.

    A page that names none of that kind means it by that word alone: ``النيابة`` for ``النيابة العامة في المنيا``.
    """
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    mentions = entities.mentions[entities.mentions["type"] == "ORG"]
    languages = {article.id: article.language for article in entities.corpus}
    for article, text, entity in set(zip(*(mentions[name] for name in ("article", "text", "entity")), strict=True)):
        language = pack(languages[article])
        head = _head(text, language)
        if head and head not in language.listed("companies"):
            found[languages[article], head].add(entity)
    return {key: next(iter(several)) for key, several in found.items() if len(several) == 1}


def _head(text: str, language: LanguagePack) -> str:
    """The folded word of a body's name that says what it is, without its article; empty where none does."""
    words = tokens(text, language)
    led = len(words) > 1 and words[1].folded in speech_lexicon(language).prepositions
    word = words[-1] if words and language.capitals and not led else words[0] if words else None
    hit = None if word is None or len(words) < 2 else lexicon(language).heads.at(0, [word], text)
    return (
        ""
        if word is None or hit is None or hit.value.kind != "org"
        else definite(word.folded, language)[0] or word.folded
    )


def _genders(entities: Entities) -> dict[str, str]:
    """What the titles before the names of each person, and the given names, say of their gender."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    mentions = entities.mentions[entities.mentions["type"] == "PER"]
    columns = ("article", "start", "end", "phrase_start", "entity")
    for article_id, start, end, begin, entity in zip(*(mentions[name] for name in columns), strict=True):
        article = entities.corpus[article_id]
        language = pack(article.language)
        title, name = language.fold(article.text[begin:start]), language.fold(article.text[start:end]).split()
        alone = len(entity.split()) == 1  # a name alone is a given name where nobody bears more of it
        own = name_gender(name[0], language) if len(name) > 1 or alone else ""
        said = title_gender(article.text[begin:start], language) if title.strip() else ""
        if said and not (said == "m" and own == "f"):  # many titles of women are written like a man's
            votes[entity][said] += 2
        if own:
            votes[entity][own] += 1
    return {entity: count.most_common(1)[0][0] for entity, count in votes.items()}


def _by_article(frame: pd.DataFrame) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in frame.to_dict("records"):
        rows[row["article"]].append({str(column): value for column, value in row.items()})
    return rows


def _unknown(row: dict[str, Any], article: Article) -> Speaker:
    flag = "role" if row["rule"] == "role" else "unknown-name"
    gender = _gender(article, row["start"], row["end"])
    return Speaker(row["start"], row["end"], row["start"], row["end"], "", "role", flag, gender)


def _gender(article: Article, start: int, end: int) -> str:
    language = pack(article.language)
    return noun_gender(language.fold(article.text[start:end]), language)
