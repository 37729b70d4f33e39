"""Who is meant by a relative pronoun before a verb of saying: ``the minister, who promised``, ``الهيئة التي قالت``."""

from __future__ import annotations

from workbench.extractors.quotes.cues import BREAKS, COMMAS, Cue, Passage
from workbench.extractors.quotes.genders import agree, relative_gender
from workbench.extractors.quotes.governed import governed, with_pronoun
from workbench.extractors.quotes.lexicon import speech_lexicon
from workbench.extractors.quotes.nameless import is_pronoun
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import pack
from workbench.text.phrases import peelings

__all__ = ["antecedent", "author", "relative"]

RESUMED = 3  # the most words between a name and its relative pronoun, the last of them a pronoun
DOCUMENT = 5  # the most words from a document to the verb that tells what is in it
ASIDE = 9  # the most words between commas that explain a name before its relative pronoun


def antecedent(cue: Cue, passage: Passage) -> Speaker | None:
    """Whom a relative pronoun right before a verb stands for: whoever is named right before it, else nobody known.

    Between the two may stand a pronoun (``الهيئة نفسها، [وهي] التي``) or what explains the name, between commas.
    """
    start = passage.words[cue.index - 1].start
    ahead = passage.speakers_before(start)
    if not ahead:
        return None
    gap, between = passage.gap(ahead[-1].end, start), passage.text[ahead[-1].end : start].strip()
    resumed = cue.index > 1 and gap <= RESUMED and _pronoun(passage.words[cue.index - 2].folded, passage)
    aside = between[1:-1] if between[:1] in COMMAS and between[-1:] in COMMAS else ""
    explained = ahead[-1].kind == "person" and gap <= ASIDE and bool(aside.strip()) and not set(aside) & BREAKS
    return ahead[-1] if not gap or resumed or explained else None


def author(cue: Cue, passage: Passage) -> Speaker | None:
    """Whose document it is in which somebody says something: ``أدلى [فلان] ببيان حث فيه``, ``خطاباً يطلب فيه``."""
    language, words = pack(passage.article.language), passage.words
    following = words[cue.last + 1].folded if cue.last + 1 < len(words) else ""
    if cue.joined or not cue.index or cue.tag not in ("past", "pres") or not with_pronoun(following, language):
        return None
    if not any(_document(at, passage) for at in range(max(0, cue.index - DOCUMENT), cue.index)):
        return None
    ahead = [one for one in passage.speakers_before(cue.start) if one.kind in ("person", "body")]
    return next((one for one in reversed(ahead) if not governed(one, passage)), None)


def _document(index: int, passage: Passage) -> bool:
    """Whether a word is something that somebody issues, also as the object of a verb: ``بيان``, ``بيانا``."""
    documents = speech_lexicon(pack(passage.article.language)).documents
    word, ends = passage.words[index], pack(passage.article.language).clitics("dual")
    bare = [word._replace(folded=word.folded.removesuffix(one)) for one in ends]
    return any(documents.at(0, [one], passage.text) is not None for one in (word, *bare))


def _pronoun(word: str, passage: Passage) -> bool:
    """Whether a word is a pronoun, a conjunction joined to it or not."""
    return any(is_pronoun(one.core, passage) for one in peelings(word, pack(passage.article.language)))


def relative(cue: Cue, passage: Passage, said: str) -> Speaker | None:
    """Whom a relative pronoun right before a verb stands for, where pronoun, verb and antecedent agree.

    ``said``: the gender that the verb says of its subject.
    """
    before = passage.words[cue.index - 1].folded if cue.index else ""
    gender = relative_gender(before, pack(passage.article.language))
    if not gender or not agree(said, gender):
        return None
    known = antecedent(cue, passage)
    return known if known is not None and agree(gender, known.gender) else None
