"""What a language pack knows about reported speech, laid out for looking up at a token."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from workbench.extractors.entities.lexicon import openers
from workbench.extractors.quotes.genders import form_gender
from workbench.languages.pack import LanguagePack
from workbench.languages.schema import items
from workbench.text.phrases import Hit, Phrases, adjacent
from workbench.text.tokens import Token, tokens

__all__ = [
    "Attribution",
    "SpeechLexicon",
    "Verb",
    "days",
    "enclitics",
    "sources",
    "speech_lexicon",
    "stance_of",
    "times",
    "weekdays",
]


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb of saying: its stance, its tag, and what may follow it.

    ``tag``: past pres part masdar passive, or noun for a masdar without a pronoun. ``goes_on``: it goes on with what
    somebody said (``أضاف``). ``gender``: what the form says of its subject, see `genders`. ``ownerless``: nobody is
    named as its subject (``تم التأكيد``). ``plain``: the form is the verb as the pack lists it. ``addressed``: right
    behind it stands who is told, never who tells (``told``). ``clause``: a clause without a particle may follow it,
    whoever its subject is (``said``).
    """

    stance: str
    tag: str
    particles: frozenset[str]
    quote: bool
    object: bool
    describe: bool
    goes_on: bool = False
    gender: str = ""
    ownerless: bool = False
    plain: bool = False
    addressed: bool = False
    clause: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """A phrase that attributes without a verb: its stance and role (source carrier statement)."""

    stance: str
    role: str


@dataclass(frozen=True)
class SpeechLexicon:
    """The tables of one pack that the quotation finder reads, folded."""

    verbs: Phrases[Verb]
    attributions: Phrases[Attribution]
    groups: Phrases[str]
    documents: Phrases[str]  # to document, or evidence: what speaks only for whoever issued it
    offices: Phrases[str]
    scare: Phrases[str]
    openers: Phrases[str]
    connectives: Phrases[str]
    negations: Phrases[str]
    asides: Phrases[str]
    anonymity: Phrases[str]
    prepositions: frozenset[str]


class _Sources(Phrases[Attribution]):
    """Phrases that attribute, also those that any verb of saying completes: ``وفق ما`` and ``أكده``.

    The two are put together where they stand: a table of all of them would be long, and most are never written.
    """

    def __init__(self, pack: LanguagePack, verbs: Phrases[Verb]) -> None:
        super().__init__([(row["phrase"], Attribution(row["class"], row["role"])) for row in _attributions(pack)], pack)
        self._verbs = verbs
        self._resumed = frozenset(  # ``وفق ما أعلن [عنه] الوزير``
            pack.fold(f"{preposition}{pronoun}")
            for preposition in pack.words("noun_markers")
            for pronoun in pack.clitics("enclitic")
        )
        self._links = Phrases([(link, link) for link in pack.settings["source_links"]], pack)

    def places(self, words: Sequence[Token]) -> list[int]:
        """The words at which a phrase may begin, in order."""
        return sorted({*super().places(words), *self._links.places(words)})

    def at(self, index: int, words: Sequence[Token], text: str, *, peel: bool = True) -> Hit[Attribution] | None:
        """The longest phrase that begins at a word; None where there is none."""
        known, link = super().at(index, words, text, peel=peel), self._links.at(index, words, text, peel=peel)
        if link is None or link.last + 1 >= len(words) or not adjacent(text, words[link.last], words[link.last + 1]):
            return known
        verb = self._verbs.at(link.last + 1, words, text)
        said = verb is not None and verb.value.quote and verb.value.tag in ("past", "pres") and not verb.peeling.front
        if verb is None or not said or (known is not None and known.last >= verb.last):
            return known
        last = verb.last + (verb.last + 1 < len(words) and words[verb.last + 1].folded in self._resumed)
        return Hit(index, last, link.start, words[last].end, link.peeling, Attribution(verb.value.stance, "source"))


@cache
def speech_lexicon(pack: LanguagePack) -> SpeechLexicon:
    """The lexicon of reported speech of a pack, built once."""
    statements = [(row["phrase"], row["kind"]) for row in pack.rows("statements")]
    verbs = Phrases(_verbs(pack), pack)
    return SpeechLexicon(
        verbs=verbs,
        attributions=_Sources(pack, verbs),
        groups=Phrases([(row["phrase"], row["flag"]) for row in pack.rows("group_speakers")], pack),
        documents=Phrases([one for one in statements if one[1] != "office"], pack),
        offices=Phrases([one for one in statements if one[1] == "office"], pack),
        scare=Phrases([(row["before"], row["before"]) for row in pack.rows("scare")], pack, article=True),
        openers=Phrases(openers(pack).items(), pack),
        connectives=Phrases([(line, line) for line in pack.lines("connectives")], pack),
        negations=Phrases([(line, line) for line in pack.lines("negations")], pack),
        asides=Phrases([(line, line) for line in pack.lines("asides")], pack),
        anonymity=Phrases([(line, line) for line in pack.lines("anonymity")], pack),
        prepositions=pack.words("noun_markers") | frozenset(pack.clitics("preposition")),
    )


@cache
def enclitics(pack: LanguagePack) -> tuple[str, ...]:
    """The pronouns that are joined to the end of a word, longest first."""
    return tuple(sorted(pack.clitics("enclitic"), key=lambda one: (-len(one), one)))


@cache
def sources(pack: LanguagePack) -> frozenset[str]:
    """The phrases that attribute, folded."""
    return frozenset(pack.fold(row["phrase"]) for row in pack.rows("sources"))


def _verbs(pack: LanguagePack) -> Iterator[tuple[str, Verb]]:
    """Every form of every verb; of a verb that calls somebody something also the forms with a pronoun joined."""
    for row in pack.rows("speech_verbs"):
        patterns = items(row["patterns"])
        words = frozenset(pack.fold(word) for word in patterns)
        listed = [(form, tag) for form, _, tag in (entry.rpartition("/") for entry in items(row["forms"]))]
        base = (row["verb"], "past" if pack.settings["verb_first"] else "pres")
        same = base[1] == "pres" and (row["verb"], "past") in listed  # ``read`` is its own past
        forms = listed if same else [base, *listed]
        for form, tag in forms:
            verb = Verb(
                row["class"],
                tag,
                words,
                "quote" in words,
                "object" in words,
                "describe" in words,
                "goes_on" in words,
                "" if "ownerless" in words else form_gender(form.split()[0], tag, row["verb"].split()[0], pack),
                "ownerless" in words,
                form == row["verb"] and not same,
                "addressed" in words,
                "clause" in words,
            )
            yield form, verb
            if tag == "masdar" and (noun := _without_pronoun(form, pack)):
                yield noun, replace(verb, tag="noun")
            if (verb.describe or verb.addressed) and tag in ("past", "pres"):
                for pronoun in enclitics(pack):
                    yield form + pronoun, verb


def _without_pronoun(form: str, pack: LanguagePack) -> str:
    """The verbal noun of a form such as ``تأكيده``; empty where the form has no pronoun joined."""
    pronoun = next((one for one in enclitics(pack) if form.endswith(one)), "")
    return form.removesuffix(pronoun) if pronoun and len(form) > len(pronoun) + 2 else ""


def _attributions(pack: LanguagePack) -> Iterator[dict[str, str]]:
    """The rows of ``sources``; a phrase that ends in a preposition written apart is looked up without it."""
    joined = {row["clitic"] for row in pack.rows("clitics") if row["kind"] == "preposition"}
    for row in pack.rows("sources"):
        words = row["phrase"].split()
        yield {**row, "phrase": " ".join(words[:-1])} if words[-1] in joined and len(words) > 1 else row


def stance_of(cue: str, language: LanguagePack) -> str:
    """The stance of words that introduce a statement: that of the first verb or phrase the pack knows, or empty.

    >>> from workbench.languages import pack
    >>> stance_of("وزعم", pack("ar")), stance_of("إلى ذلك", pack("ar"))
    ('distancing', '')
    """
    words, known = tokens(cue, language), speech_lexicon(language)
    for index in range(len(words)):
        hit = known.attributions.at(index, words, cue) or known.verbs.at(index, words, cue)
        if hit is not None:
            return hit.value.stance
    return ""


@cache
def weekdays(language: LanguagePack) -> frozenset[str]:
    """The names of the weekdays, folded."""
    return frozenset(language.fold(row["name"]) for row in language.rows("weekdays"))


@cache
def days(language: LanguagePack) -> frozenset[str]:
    """The words that begin the name of a day, folded: ``أمس``, ``مساء``."""
    days = [row["word"] for row in language.rows("relative_days") if row["kind"] == "day"]
    return weekdays(language) | {language.fold(day).split()[0] for day in [*days, *language.settings["before_days"]]}


@cache
def times(language: LanguagePack) -> frozenset[str]:
    """The words of dates, folded: those of `days`, and the names of the months."""
    months = (language.fold(row["name"]).split() for row in language.rows("months"))
    return days(language) | {words[0] for words in months}
