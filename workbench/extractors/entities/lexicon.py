"""What a language pack knows about names, laid out for looking up at a token."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from workbench.extractors.entities.tagging.likeness import likeness
from workbench.languages.gazetteers import gazetteers
from workbench.languages.pack import LanguagePack
from workbench.languages.schema import PATTERN_WORDS, items
from workbench.text.phrases import Phrases

__all__ = ["COMMON", "UNLIKE", "Gazetted", "Lexicon", "Title", "lexicon", "openers"]

COMMON = 4
"""The weight of a gathered name from which on many bear it."""
UNLIKE = 4
"""The grade of its letters up to which a word that no list of the pack has is taken for an ordinary one."""
NAMING = frozenset({"role", "rank", "honorific"})


@dataclass(frozen=True, slots=True)
class Title:
    """A word or phrase that announces a name: its lemma, its kind, and whether an office follows it."""

    title: str
    kind: str
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gazetted:
    """A place or body that the gazetteer lists: its canonical name, its type, the country it belongs to."""

    name: str
    type: str
    of: str


@dataclass(frozen=True)
class Lexicon:
    """The tables of one pack that the entity finder reads, folded.

    ``given`` and ``surnames`` hold gathered names beside the pack's own (``given_own``, ``surnames_own``).
    """

    titles: Phrases[Title]
    heads: Phrases[Title]
    gazetteer: Phrases[Gazetted]
    demonyms: Phrases[str]
    parties: Phrases[str]
    offices: Phrases[str]
    credits: Phrases[str]
    given: frozenset[str]
    given_own: frozenset[str]
    given_ambiguous: frozenset[str]
    surnames: frozenset[str]
    surnames_own: frozenset[str]
    surnames_ambiguous: frozenset[str]
    particles: frozenset[str]
    stops: frozenset[str]
    links: frozenset[str]
    party_heads: frozenset[str]
    beginnings: frozenset[str]
    spelled: frozenset[str]
    says: frozenset[str]
    openers: frozenset[str]
    identities: dict[str, str]


@cache
def lexicon(pack: LanguagePack) -> Lexicon:
    """The lexicon of a pack, built once."""

    def names(file: str, *, ambiguous: bool) -> frozenset[str]:
        return frozenset(pack.fold(row["name"]) for row in pack.rows(file) if bool(row["ambiguous"]) is ambiguous)

    given, ambiguous = names("given_names", ambiguous=False), names("given_names", ambiguous=True)
    surnames, doubtful = names("surnames", ambiguous=False), names("surnames", ambiguous=True)
    stops, gathered = _stops(pack), gazetteers(pack)
    wider = given | _sure(gathered.given - stops - ambiguous, pack)
    particles = frozenset(pack.fold(row["particle"]) for row in pack.rows("name_particles"))
    titles = [(row["title"].rstrip("."), _title(row, pack)) for row in pack.rows("titles")]
    return Lexicon(
        titles=Phrases([entry for entry in titles if entry[1].kind in NAMING], pack, article=True),
        heads=Phrases([entry for entry in titles if entry[1].kind not in NAMING], pack, article=True),
        gazetteer=Phrases(_gazetteer(pack), pack),
        demonyms=Phrases(_demonyms(pack), pack, article=True),
        parties=Phrases([(row["phrase"], row["type"]) for row in pack.rows("parties")], pack),
        offices=Phrases(
            [(row["office"], pack.fold(row["office"])) for row in pack.rows("offices")], pack, article=True
        ),
        credits=Phrases([(row["credit"].replace(".", " "), row["agency"]) for row in pack.rows("credits")], pack),
        given=wider,
        given_own=given,
        given_ambiguous=ambiguous,
        surnames=surnames | (gathered.surnames - stops - doubtful - wider),
        surnames_own=surnames,
        surnames_ambiguous=doubtful,
        particles=particles,
        stops=stops,
        links=pack.words("stopwords"),
        party_heads=frozenset(pack.fold(row["phrase"]) for row in pack.rows("parties")),
        beginnings=given | ambiguous | particles | _eastern(pack),
        spelled=_spelled(pack),
        says=_verbs(pack),
        openers=frozenset(openers(pack)),
        identities={row["name"]: row["identity"] for row in pack.rows("identities")},
    )


def _eastern(pack: LanguagePack) -> frozenset[str]:
    """The family names that stand before the given name and look like nothing else."""
    firsts = frozenset(pack.fold(row["word"]) for row in pack.rows("name_words") if row["kind"] == "first")
    return frozenset() if pack.capitals else frozenset(name for name in firsts if len(name) > 2)


def _sure(names: frozenset[str], pack: LanguagePack) -> frozenset[str]:
    """Gathered given names without those that few bear and that look like ordinary words by their letters."""
    letters, known = likeness(pack), gazetteers(pack)
    if letters is None:
        return names
    return frozenset(name for name in names if known.classes(name).weight >= COMMON or letters.grade(name) > UNLIKE)


def _title(row: dict[str, str], pack: LanguagePack) -> Title:
    return Title(pack.fold(row["title"].rstrip(".")), row["kind"], tuple(items(row["of"])))


def _gazetteer(pack: LanguagePack) -> list[tuple[str, Gazetted]]:
    found: list[tuple[str, Gazetted]] = []
    for row in pack.rows("gazetteer"):
        place = Gazetted(row["name"], row["type"], row["of"] or row["name"])
        found.extend((spelling, place) for spelling in [row["name"], *items(row["aliases"])])
    return found


def _demonyms(pack: LanguagePack) -> list[tuple[str, str]]:
    return [(form, row["place"]) for row in pack.rows("demonyms") for form in [row["demonym"], *items(row["forms"])]]


def _stops(pack: LanguagePack) -> frozenset[str]:
    """The words that end a personal name: function words, verbs of saying, other ordinary words."""
    weekdays = {pack.fold(row["name"]) for row in pack.rows("weekdays")}
    months = {pack.fold(row["name"]) for row in pack.rows("months")}
    return pack.words("stopwords") | pack.words("not_names") | _verbs(pack) | weekdays | months


def _verbs(pack: LanguagePack) -> frozenset[str]:
    """Every form of every verb of saying, folded."""
    return frozenset(
        pack.fold(form.rpartition("/")[0])
        for row in pack.rows("speech_verbs")
        for form in [f"{row['verb']}/", *items(row["forms"])]
    )


def openers(pack: LanguagePack) -> dict[str, str]:
    """The particles that open reported content, folded, alone and with a pronoun joined, each with its plain form."""
    patterns = {word for row in pack.rows("speech_verbs") for word in items(row["patterns"]) if " " not in word}
    found: dict[str, str] = {}
    for particle in (pack.fold(word) for word in sorted(patterns - PATTERN_WORDS)):
        found.setdefault(particle, particle)
        if len(particle) > 1:
            for pronoun in pack.clitics("enclitic"):
                found.setdefault(particle + pronoun, particle)
    return found


def _spelled(pack: LanguagePack) -> frozenset[str]:
    """Given names that only their spelling tells from a function word: ``علي`` is one, ``على`` is not."""
    links = pack.words("stopwords")
    return frozenset(row["name"] for row in pack.rows("given_names") if pack.fold(row["name"]) in links) - frozenset(
        pack.lines("stopwords")
    )
