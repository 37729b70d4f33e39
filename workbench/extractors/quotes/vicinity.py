"""What stands right before and behind a verb of saying: its subject, a pronoun joined to it."""

from __future__ import annotations

import re

from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.quotes.cues import BREAKS, COMMAS, STOPS, Cue, Passage
from workbench.extractors.quotes.genders import addressed_gender, form_gender, only_nouns, owner_gender, pronoun_gender
from workbench.extractors.quotes.governed import with_pronoun
from workbench.extractors.quotes.lexicon import enclitics, sources, speech_lexicon, times
from workbench.extractors.quotes.mainverbs import verbs_between
from workbench.extractors.quotes.phrases import Speaker
from workbench.extractors.quotes.somebody import helped
from workbench.languages.pack import pack
from workbench.text.phrases import adjacent, peelings

__all__ = [
    "SPACED",
    "begins_no_clause",
    "demanded",
    "finite",
    "has_object",
    "has_pronoun",
    "meanwhile",
    "negated_by",
    "only_comma",
    "passed_from",
    "passing",
    "passive",
    "pointed",
    "pronoun_in",
    "subject_stands_before",
    "touches",
]

DAMMA = "\u064f"
SPACED = " \u00a0،,"
ASKED = 5  # the most words from a verb that asks for something to what it asks for
CLAUSE = 400  # the most characters behind a comma in which another would open an aside
WHEN = 3  # the most words that only tell when
LEAST = 2  # letters of it, without its preposition
POINTED = 2  # the most words behind a noun that a word points to, to the end of its clause
ENDS = re.compile(f"[{''.join([*COMMAS, *STOPS])}]")


def begins_no_clause(index: int, passage: Passage) -> bool:
    """Whether a word is one that no clause begins with, and not of how many do so: ``said [at least] a dozen``."""
    language = pack(passage.article.language)
    words = [word.folded for word in passage.words[index : index + 2]]
    rest = len(passage.words) - index
    if words[0] in language.listed("before_things") and rest <= WHEN:  # ``told reporters on [the quay]``
        return not verbs_between(passage, passage.words[index].end, passage.sentence.end)
    if words[0] in language.listed("before_days") and len(passage.words) - index <= WHEN:
        return True  # ``said in a statement [late on Monday]``
    return words[0] in language.clause_links and " ".join(words) not in language.listed("before_amounts")


def has_object(cue: Cue, passage: Passage) -> bool:
    """Whether a pronoun is joined to a form that is also one without it: ``الذي [أعلنته] الوزارة``."""
    language, last = pack(passage.article.language), passage.words[cue.last]
    if cue.tag not in ("past", "pres") or cue.verb is None or cue.verb.addressed:
        return False
    if not form_gender(last.folded, "masdar", "", language):  # ``ينفي`` ends like a word with a pronoun
        return False
    verbs = speech_lexicon(language).verbs
    return any(
        last.folded.endswith(one)
        and verbs.at(0, [last._replace(folded=last.folded.removesuffix(one))], passage.text) is not None
        for one in enclitics(language)
    )


def subject_stands_before(cue: Cue, passage: Passage) -> bool:
    """Whether the subject is the noun phrase right before the verb."""
    index, words, language = cue.index, passage.words, pack(passage.article.language)
    if (index > 0 and pronoun_gender(words[index - 1].folded, language)) or helped(cue, passage) is not None:
        return True
    following = words[cue.last + 1].folded if cue.last + 1 < len(words) else ""
    if cue.verb is not None and cue.verb.object and with_pronoun(following, language):  # ``خطابا يطلب [فيه] السماح``
        return True
    if _follows_clause(cue, passage):
        return True
    before = [one for one in passage.speakers_before(cue.start) if one.kind != "evidence"]
    if not before:
        return False
    denied = speech_lexicon(language).negations.at(index - 1, words, passage.text) if index else None
    if passage.gap(before[-1].end, cue.start) == 1 and denied:
        return True
    helpers = passage.words[passage.gap(passage.sentence.start, before[-1].end) : index]
    if helpers and passage.text[helpers[-1].end : cue.start].isspace():  # ``وكان الوزير [قد] أعلن``
        return all(word.folded in language.listed("before_verbs") for word in helpers)
    return not passage.text[before[-1].end : cue.start].strip(SPACED)


def finite(index: int, passage: Passage) -> bool:
    """Whether a word is a verb with its subject behind it: ``وفق ما [أكده] فلان``, whose pronoun is what was said."""
    words = passage.words
    verb = speech_lexicon(pack(passage.article.language)).verbs.at(index, words, passage.text)
    ends = index + 1 >= len(words) or passage.text[words[index].end : words[index + 1].start].strip()
    return verb is not None and verb.value.tag in ("past", "pres") and not ends


def touches(ahead: Speaker, cue: Cue, passage: Passage) -> bool:
    """Whether only helpers of its own stand between a subject and its verb: ``وكان فلان [قد] اتهم``."""
    helpers = pack(passage.article.language).listed("before_verbs")
    between = [word.folded for word in passage.words if ahead.end <= word.start < cue.start][: cue.index]
    return all(word in helpers for word in between)


def meanwhile(index: int, passage: Passage) -> bool:
    """Whether a conjunction and a pronoun before a word say that somebody does it meanwhile: ``وهي [تشير]``."""
    language = pack(passage.article.language)
    before = passage.words[index - 1].folded if index > 0 and language.settings["verb_first"] else ""
    joined = (one for one in language.clitics("conjunction") if before.startswith(one))
    return any(pronoun_gender(before.removeprefix(one), language) for one in joined)


def passed_from(cue: Cue, passage: Passage) -> str:
    """The gender of the pronoun behind a verb for whose words it passes on: ``ونقلت [عنها] الوكالة أنها``."""
    language, index = pack(passage.article.language), cue.last + 1
    origins = language.listed("origins") & (cue.verb.particles if cue.verb is not None else frozenset())
    word = passage.words[index].folded if index < len(passage.words) else ""
    passes = cue.tag in ("past", "pres") and cue.verb is not None and not (cue.verb.quote or cue.verb.object)
    owned = any(word == origin + one for origin in origins for one in enclitics(language))
    return form_gender(word, "masdar", "", language) if passes and owned else ""


def passing(index: int, passage: Passage) -> bool:
    """Whether a verb only tells of what stands before it: ``وهي [تشير]``, ``في إفصاح [نشره] أمس``."""
    language, words = pack(passage.article.language), passage.words
    if index < 2 or not language.article or not has_pronoun(index, passage):
        return meanwhile(index, passage)
    noun, led = words[index - 1], words[index - 2].folded in speech_lexicon(language).prepositions
    definite = noun.folded.startswith(language.article) or noun.folded in language.words("stopwords")
    return led and not definite and adjacent(passage.text, noun, words[index])


def negated_by(index: int, passage: Passage) -> bool:
    """Whether a word denies what a particle behind it opens: ``urged him [not] to go``."""
    language = pack(passage.article.language)
    if index < 0 or not language.settings["opener_optional"]:
        return False
    return speech_lexicon(language).negations.at(index, passage.words, passage.text, peel=False) is not None


def has_pronoun(index: int, passage: Passage) -> bool:
    """Whether a pronoun is joined to a word that is no preposition: ``[نعاه] النقيب``."""
    language, word = pack(passage.article.language), passage.words[index]
    joined = any(word.text.endswith(one) and len(word.text) > len(one) + LEAST for one in enclitics(language))
    return joined and not with_pronoun(word.folded, language)  # ``أهدى`` has none


def only_comma(position: int, passage: Passage) -> bool:
    """Whether the comma before a place stands right behind a name and is the last: ``وتوقع فلان، [تراجع] السعر``."""
    before, text = passage.speakers_before(position)[-1:], passage.text
    named = any(one.kind == "person" and text[one.end : position].strip() in COMMAS for one in before)
    end = min(passage.sentence.end, position + CLAUSE)
    return named and all(text.find(sign, position, end) < 0 for sign in COMMAS)


def pronoun_in(cue: Cue, passage: Passage) -> str:
    """The gender of a pronoun that a phrase which attributes ends with or leads to: ``بحسبه``, ``according to her``."""
    language = pack(passage.article.language)
    word = passage.words[cue.last].folded
    noun = passage.words[cue.last].text.endswith(only_nouns(language) or ("\0",))  # ``بحسب [رواية]``
    resumed = cue.last > cue.index and finite(cue.last - 1, passage)  # ``وفق ما أعلن [عنه] الوزير``
    own = "" if noun or resumed or finite(cue.last, passage) else form_gender(word, "masdar", "", language)
    if own and (cue.last > cue.index or any(word.removesuffix(e) in sources(language) for e in enclitics(language))):
        return own
    following, owned = [*(word.folded for word in passage.words[cue.last + 1 : cue.last + 3]), "", ""][:2]
    beside = owned != "" and adjacent(passage.text, *passage.words[cue.last + 1 : cue.last + 3])
    if owner_gender(following, language) and beside and owned not in language.words("stopwords"):
        return ""  # ``according to [her office]``
    return addressed_gender(following, language)


def _follows_clause(cue: Cue, passage: Passage) -> bool:
    """Whether a noun phrase behind a verb begins what it reports: ``A person who knows them said [the firm] had``."""
    index, words, language = cue.index, passage.words, pack(passage.article.language)
    if not index or language.settings["verb_first"] or not language.settings["opener_optional"]:
        return False
    articles = language.listed("before_things") | language.listed("owners")
    first = cue.last + 1 + (cue.last + 1 < len(words) and words[cue.last + 1].folded in articles)
    following = passage.speaker_at(words[first].end - 1) if first < len(words) else None
    behind = None if following is None else passage.gap(passage.sentence.start, following.end)
    if following is None or behind is None or behind >= len(words) or following.start < cue.end:
        return False
    helpers = language.listed("before_verbs") | language.listed("modals") | language.listed("progressives")
    return words[behind].folded in helpers and passage.text[following.end : words[behind].start].isspace()


def pointed(index: int, passage: Passage) -> bool:
    """Whether a word only points, with a noun, to what was told: ``رفضت النقابة [هذه] الرواية جملة وتفصيلا.``."""
    language, words, noun = pack(passage.article.language), passage.words, index + 1
    if words[index].folded not in language.words("clause_starts") or noun >= len(words) or not language.article:
        return False
    rest = ENDS.split(passage.text[words[noun].end : words[-1].end], maxsplit=1)[0]
    clause = language.fold(rest).split()
    alone = len(clause) <= POINTED and speech_lexicon(language).prepositions.isdisjoint(clause)
    return words[noun].folded.startswith(language.article) and alone


def passive(cue: Cue, passage: Passage) -> bool:
    """Whether a verb is written as passive, with the vowel of its first letter, so that nobody is its subject."""
    return cue.tag == "past" and passage.text[cue.start + 1 : cue.start + 2] == DAMMA


def demanded(position: int, cue: Cue, passage: Passage) -> bool:
    """Whether what somebody is asked for begins at a place: ``طالب الحكومة [بتعويض]``, ``النائب، الذي، طالب [بلجنة]``.

    A noun without the article and with the verb's preposition, and no comma between.
    """
    index, language, words = passage.word_at(position), pack(passage.article.language), passage.words
    if index is None or cue.verb is None or not cue.verb.addressed or not language.article:
        return False
    if cue.index > 0 and words[cue.index - 1].folded in language.listed("signs"):  # ``لافتات تطالب [برحيل]``
        return False
    if index - cue.last > ASKED or any(sign in passage.text[cue.end : words[index].start] for sign in BREAKS):
        return False
    place = lexicon(language).gazetteer
    for peeling in peelings(words[index].folded, language):
        core = peeling.core
        if peeling.front == 1 and peeling.proclitics in cue.verb.particles and len(core) > LEAST:
            noun = not core.startswith(language.article) and core not in language.words("stopwords")
            return noun and core not in times(language) and place.at(index, words, passage.text) is None
    return False
