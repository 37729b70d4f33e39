"""Who is meant by a relative pronoun before a verb of saying: ``the minister, who promised``, ``الهيئة التي قالت``."""

from __future__ import annotations

from workbench.extractors.entities.names import ADVERB
from workbench.extractors.quotes.cues import BREAKS, COMMAS, Cue, Passage, begins
from workbench.extractors.quotes.genders import agree, noun_gender, relative_gender
from workbench.extractors.quotes.governed import governed, with_pronoun
from workbench.extractors.quotes.lexicon import days, enclitics, speech_lexicon
from workbench.extractors.quotes.nameless import is_pronoun
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import pack
from workbench.text.phrases import adjacent, peelings

__all__ = ["antecedent", "thanked", "told_before"]

RESUMED = 3  # the most words between a name and its relative pronoun, the last of them a pronoun
DOCUMENT = 5  # the most words from a document to the verb that tells what is in it
ASIDE = 9  # the most words between commas that explain a name before its relative pronoun


def antecedent(cue: Cue, passage: Passage) -> Speaker | None:
    """Whom a relative pronoun right before a verb stands for: whoever is named right before it, else nobody known.

    Between the two may stand a pronoun (``الهيئة نفسها، [وهي] التي``) or what explains the name, between commas.
    """
    at = begins(cue, passage)
    start = passage.words[at - 1].start
    ahead = passage.speakers_before(start)
    if not ahead:
        return None
    gap, between = passage.gap(ahead[-1].end, start), passage.text[ahead[-1].end : start].strip()
    resumed = at > 1 and gap <= RESUMED and _pronoun(passage.words[at - 2].folded, passage)
    aside = between[1:-1] if between[:1] in COMMAS and between[-1:] in COMMAS else ""
    explained = ahead[-1].kind == "person" and gap <= ASIDE and bool(aside.strip()) and not set(aside) & BREAKS
    return ahead[-1] if not gap or resumed or explained else None


def thanked(cue: Cue, passage: Passage, said: str) -> Speaker | None:
    """The person for whom a relative pronoun stands before a verb and its object: ``[فلانة]، التي شكرت الإدارة``.

    ``said``: the gender that the verb says of its subject.
    """
    language, word = pack(passage.article.language), passage.words[cue.last]
    if cue.verb is None or not (cue.verb.addressed or cue.verb.object or cue.verb.describe) or cue.joined:
        return None
    verbs = speech_lexicon(language).verbs
    for pronoun in enclitics(language):  # ``الذي [حذره] الوزير``
        bare = word._replace(folded=word.folded.removesuffix(pronoun))
        if word.folded.endswith(pronoun) and verbs.at(0, [bare], passage.text) is not None:
            return None
    found = _relative(cue, passage, said)
    return found if found is not None and found.kind == "person" else None


def told_before(cue: Cue, passage: Passage, said: str) -> Speaker | None:
    """Whom a verb's pronoun or particle leads back to: its antecedent, a document's author, who stands before ``إذ``.

    ``said``: the gender that the verb says of its subject.
    """
    return _relative(cue, passage, said) or _author(cue, passage) or _before_when(cue, passage, said)


def _before_when(cue: Cue, passage: Passage, said: str) -> Speaker | None:
    """Who is named right before a comma and a word that tells when or why: ``نفته [فلانة]، إذ قالت``.

    ``said``: the gender that the verb says of its subject.
    """
    language, words, at = pack(passage.article.language), passage.words, cue.index - 1
    if cue.joined or at < 1 or words[at].folded not in language.listed("when"):
        return None
    named = passage.speakers_before(words[at].start)[-1:]
    beside = (one for one in named if passage.text[one.end : words[at].start].strip() in COMMAS)
    return next((one for one in beside if one.kind == "person" and agree(said, one.gender)), None)


def _author(cue: Cue, passage: Passage) -> Speaker | None:
    """Whose document it is in which somebody says something: ``أدلى [فلان] ببيان حث فيه``, ``خطاباً يطلب فيه``."""
    language, words = pack(passage.article.language), passage.words
    following = words[cue.last + 1].folded if cue.last + 1 < len(words) else ""
    own = words[cue.last].folded if cue.last > cue.index else ""
    inside = any(with_pronoun(word, language) for word in (following, own))
    if cue.joined or not cue.index or cue.tag not in ("past", "pres") or not inside:
        return None
    if not any(_document(at, passage) for at in range(max(0, cue.index - DOCUMENT), cue.index)):
        return None
    ahead = [one for one in passage.speakers_before(cue.start) if one.kind in ("person", "body")]
    free = [one for one in ahead if not governed(one, passage) and not _headed(one, passage)]
    return free[-1] if free else _issuer(cue, passage)


def _headed(one: Speaker, passage: Passage) -> bool:
    """Whether a body only says whose the noun right before it is: ``يقود [فرع] حزب العمران``."""
    language, words = pack(passage.article.language), passage.words
    before = passage.gap(passage.sentence.start, one.start) - 1
    if one.kind != "body" or before < 1 or not language.article or passage.text[words[before].end : one.start].strip():
        return False
    word = words[before].folded
    plain = not word.startswith(language.article) and word not in language.words("stopwords")
    return plain and speech_lexicon(language).verbs.at(before, words, passage.text) is None


def _issuer(cue: Cue, passage: Passage) -> Speaker | None:
    """The word with the article right behind the verb of a sentence: ``أصدرت [النقابة] بيانا جاء فيه``."""
    language, words = pack(passage.article.language), passage.words
    if cue.index < 3 or not language.article or words[0].folded in language.words("stopwords"):
        return None
    word = words[1]
    several = not word.text.endswith(ADVERB) and _document(2, passage)  # ``وجه [سجناء] رسالة جاء فيها``
    named = adjacent(passage.text, words[0], word) and (word.folded.startswith(language.article) or several)
    if not named or word.folded in language.words("stopwords") | days(language) or _document(1, passage):
        return None
    return Speaker(word.start, word.end, word.start, word.end, "", "role", "role", noun_gender(word.folded, language))


def _document(index: int, passage: Passage) -> bool:
    """Whether a word is something that somebody issues, also as the object of a verb: ``بيان``, ``بيانا``."""
    documents = speech_lexicon(pack(passage.article.language)).documents
    word, ends = passage.words[index], pack(passage.article.language).clitics("dual")
    bare = [word._replace(folded=word.folded.removesuffix(one)) for one in ends]
    return any(documents.at(0, [one], passage.text) is not None for one in (word, *bare))


def _pronoun(word: str, passage: Passage) -> bool:
    """Whether a word is a pronoun, a conjunction joined to it or not."""
    return any(is_pronoun(one.core, passage) for one in peelings(word, pack(passage.article.language)))


def _relative(cue: Cue, passage: Passage, said: str) -> Speaker | None:
    """Whom a relative pronoun right before a verb stands for, where pronoun, verb and antecedent agree.

    ``said``: the gender that the verb says of its subject.
    """
    before = passage.words[cue.index - 1].folded if cue.index else ""
    gender = relative_gender(before, pack(passage.article.language))
    if not gender or not agree(said, gender):
        return None
    known = antecedent(cue, passage)
    if known is not None and known.kind == "body" and (named := _explained(known, passage)) is not None:
        known = named if agree(gender, named.gender) else known
    return known if known is not None and agree(gender, known.gender) else None


def _explained(body: Speaker, passage: Passage) -> Speaker | None:
    """The person whom an apposition with a body explains: ``[فلانة]، الناطقة باسم الشركة، التي``."""
    ahead = passage.speakers_before(body.start)[-1:]
    between = passage.text[ahead[0].end : body.start].strip() if ahead else ""
    after = passage.text[body.end : body.end + 2].strip()[:1]
    few = bool(ahead) and passage.gap(ahead[0].end, body.start) <= RESUMED
    named = few and ahead[0].kind == "person" and between[:1] in tuple(COMMAS) and not set(between[1:]) & BREAKS
    return ahead[0] if named and after in tuple(COMMAS) else None
