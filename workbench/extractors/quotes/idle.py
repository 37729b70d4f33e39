"""Verbs of saying that report nothing where they stand: prepositions written alike, conditions, bylines."""

from __future__ import annotations

from workbench.extractors.quotes.genders import only_nouns
from workbench.extractors.quotes.lexicon import SpeechLexicon, Verb, enclitics
from workbench.extractors.quotes.particles import definite
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import Hit, adjacent
from workbench.text.tokens import Token

__all__ = ["DASHES", "idle"]

REACH = 6  # the most words between a verb that is written like a preposition and its particle
CLAUSE = 10  # the same where such a verb opens its clause
REMARK = 40  # the most characters from a verb of answering to its colon
DASHES = "-–—ـ"


def idle(hit: Hit[Verb], words: list[Token], text: str, known: SpeechLexicon, language: LanguagePack) -> bool:
    """Whether a verb's form reports nothing where it stands.

    ``بين [12 يوليو و14 أغسطس]``; ``إذا رفض الوزراء``; ``كتب - فلان:``;
    """
    before = words[hit.first - 1] if hit.first else None
    beside = before is not None and adjacent(text, before, words[hit.first])
    if (
        not hit.peeling.front
        and hit.peeling.core in known.prepositions
        and not _particle_follows(hit, words, text, known)
        and not _opens_clause(hit, words, text, known)
    ):
        return True
    if hit.first == hit.last and words[hit.first].text in language.settings["never_verbs"]:
        return not _answers(hit, words, text, language)
    if (
        _asked(hit, words, text, known, language)
        or _signs(hit, words, text)
        or _things_done(hit, words, text, language)
        or _tells_of_document(hit, words, text, known, language)
    ):
        return True
    if _describes(hit, words, text, known, language) or _surname(hit, words, text, language):
        return True
    if before is None or not beside or hit.value.tag not in ("past", "pres") or hit.peeling.front:
        return False
    if words[hit.first].folded in language.listed("silences") and (
        before.folded in language.listed("modals") or known.negations.at(hit.first - 1, words, text, peel=False)
    ):
        return True  # ``declined to [comment] on``, ``could not [comment]``
    if before.folded in language.listed("of_things") and words[hit.first].text.endswith(enclitics(language) or ("\0",)):
        return not hit.value.plain  # ``يصف [ما قالته] بأنه``
    jussive = hit.value.tag == "past" and before.folded in language.listed("jussives")
    return jussive or before.folded in language.listed("conditions") | language.listed("asking")


def _surname(hit: Hit[Verb], words: list[Token], text: str, language: LanguagePack) -> bool:
    """Whether a verb's form is a name among words that have no capitals: ``Omar [Said], who scored``."""
    first = hit.first
    if not language.capitals or not first or not words[first].text.istitle() or not words[first - 1].text.istitle():
        return False
    around = words[max(0, first - CLAUSE) : first + CLAUSE]
    small = sum(word.text[:1].islower() for word in around)
    return adjacent(text, words[first - 1], words[first]) and 2 * small > len(around)


def _answers(hit: Hit[Verb], words: list[Token], text: str, language: LanguagePack) -> bool:
    """Whether a form that is hardly ever a verb answers what somebody was asked: ``وسألته عن صهره [فرد]: «...»``."""
    colon = text.find(":", hit.end, hit.end + REMARK)
    if colon < 0 or any(sign in text[hit.end : colon] for sign in ".،؛"):
        return False
    asks = (*language.listed("asks"), *language.listed("asked"))
    forms = tuple(front + one for front in ("", *language.clitics("conjunction")) for one in asks)
    return bool(forms) and any(word.folded.startswith(forms) for word in words[: hit.first])


def _things_done(hit: Hit[Verb], words: list[Token], text: str, language: LanguagePack) -> bool:
    """Whether a form in ``-s`` is a plural noun, as a participle stands right behind it: ``citing [rules] issued``."""
    ends, following = tuple(language.listed("finite_endings")) or ("\0",), hit.last + 1
    if hit.value.tag != "pres" or following >= len(words) or not words[hit.last].folded.endswith("s"):
        return False
    return adjacent(text, words[hit.last], words[following]) and words[following].folded.endswith(ends)


def _asked(hit: Hit[Verb], words: list[Token], text: str, known: SpeechLexicon, language: LanguagePack) -> bool:
    """Whether a verb stands in what somebody is asked: ``Asked if he [regretted] it``, ``the mayor, [asked] if``.

    The question opens the sentence, or stands right behind the first comma, which follows whoever is asked.
    """
    if language.settings["verb_first"]:
        return False
    commas = (at for at in range(1, min(CLAUSE, len(words))) if "," in text[words[at - 1].end : words[at].start])
    for begun in (0, next(commas, 0)):
        within = hit.first >= begun if begun else hit.first > 1  # behind a comma it reports nothing itself
        asks = known.verbs.at(begun, words, text) if within and begun + 1 < len(words) else None
        if asks is None or asks.value.tag != "past" or words[begun + 1].folded not in language.listed("subordinators"):
            continue
        return not any("," in text[words[at - 1].end : words[at].start] for at in range(begun + 1, hit.first + 1))
    return False


def _describes(hit: Hit[Verb], words: list[Token], text: str, known: SpeechLexicon, language: LanguagePack) -> bool:
    """Whether a participle only says what something or somebody is: ``أي شركة [معلنة] لم``, ``قالت [مضيفة] جوية``."""
    ends, following = only_nouns(language), hit.last + 1
    if hit.value.tag != "part" or not ends or not hit.first or hit.peeling.front or following >= len(words):
        return False
    before = words[hit.first - 1]
    if not words[hit.first].text.endswith(ends) or not adjacent(text, before, words[hit.first]):
        return False
    opener = known.openers.at(following, words, text)
    if not adjacent(text, words[hit.last], words[following]) or (opener and opener.value in hit.value.particles):
        return False
    verb = known.verbs.at(hit.first - 1, words, text)
    said = verb is not None and verb.value.tag in ("past", "pres")
    return said or (before.text.endswith(ends) and not definite(before.folded, language)[0])


def _particle_follows(hit: Hit[Verb], words: list[Token], text: str, known: SpeechLexicon) -> bool:
    """Whether a particle of the verb's own that is no preposition stands a few words behind it."""
    if hit.last + 1 < len(words) and words[hit.last + 1].text[:1].isdigit():
        return False
    for index in range(hit.last + 1, min(hit.last + 1 + REACH, len(words))):
        found = known.openers.at(index, words, text, peel=False)
        if found is not None and found.value in hit.value.particles and found.value not in known.prepositions:
            return True
        if found is not None and found.value in hit.value.particles and index == hit.last + 1:
            return True
    return False


def _opens_clause(hit: Hit[Verb], words: list[Token], text: str, known: SpeechLexicon) -> bool:
    """Whether a clause begins with a verb that is written like a preposition: ``[عبر] الأمين العام فلان عن قلقه``."""
    opens = hit.first == 0 or hit.peeling.proclitics != "" or not adjacent(text, words[hit.first - 1], words[hit.first])
    for index in range(hit.last + 1, min(hit.last + 1 + CLAUSE, len(words)) if opens else 0):
        if not adjacent(text, words[index - 1], words[index]):
            return False
        found = known.openers.at(index, words, text, peel=False)
        if found is not None and found.value in hit.value.particles:
            return True
    return False


def _tells_of_document(
    hit: Hit[Verb], words: list[Token], text: str, known: SpeechLexicon, language: LanguagePack
) -> bool:
    """Whether a verb only tells of the document that says something, or in which somebody does.

    ``أكد في كلمة [نشرت] أمس أن``, ``كشفت دراسة [نشرتها] المجلة أن``.
    """
    before = hit.first - 1
    if before < 1 or hit.value.tag != "past" or hit.peeling.front or not language.settings["verb_first"]:
        return False
    if not adjacent(text, words[before], words[hit.first]):
        return False
    document = known.documents.at(before, words, text, peel=False)
    owned = words[hit.last].folded.endswith(enclitics(language) or ("\0",))
    if document is None or not (owned or words[before - 1].folded in known.prepositions):
        return False
    return any(
        (verb := known.verbs.at(index, words, text)) is not None and verb.value.tag in ("past", "pres", "part")
        for index in range(before)
    )


def _signs(hit: Hit[Verb], words: list[Token], text: str) -> bool:
    """Whether a verb only signs the story: a dash stands behind it and a colon behind the name (``كتب - فلان:``)."""
    following = hit.last + 1
    if following >= len(words) or hit.value.goes_on:
        return False
    between = text[hit.end : words[following].start].strip()
    return bool(between) and all(sign in DASHES for sign in between)
