"""Somebody who is told of for the first time, without a name: ``a firefighter``, ``one of them``, ``one resident``."""

from __future__ import annotations

from dataclasses import replace

from workbench.extractors.entities.lexicon import lexicon
from workbench.extractors.entities.names import ADVERB
from workbench.extractors.quotes.cues import BREAKS, COMMAS, Cue, Passage, begins
from workbench.extractors.quotes.genders import agree, noun_gender, only_nouns, pronoun_gender, title_gender
from workbench.extractors.quotes.governed import with_pronoun
from workbench.extractors.quotes.lexicon import days, enclitics, speech_lexicon, times
from workbench.extractors.quotes.mainverbs import verbs_between, words_between
from workbench.extractors.quotes.phrases import Speaker
from workbench.languages.pack import pack
from workbench.text.phrases import adjacent, peelings

__all__ = [
    "acting",
    "by_age",
    "contrasted",
    "determined",
    "helped",
    "inverted",
    "leads",
    "opening",
    "others",
    "seated",
    "somebody",
    "things_behind",
    "unnamed",
]

BEHIND = 10  # the most words from a particle that begins a clause to the verb of who stands behind it
PARTICLE = 2  # words of a clause among which such a particle stands
HELPED = 3  # the place of a verb behind a helping one, its subject and a particle: ``وكان الادعاء قد [طلب]``
PLURAL = 4  # letters of a noun that its ending shows to be several
STEM = 3  # the fewest letters of a noun without its pronoun
OWNERS = 3  # the most words behind a title alone that say whose it is


def somebody(cue: Cue, passage: Passage) -> Speaker | None:
    """Somebody without a name right behind a verb: ``says a firefighter``, ``قال أحد السكان``."""
    index = cue.last + 1
    indefinite = pack(passage.article.language).listed("indefinite")
    if index + 1 >= len(passage.words) or passage.words[index].folded not in indefinite:
        return _theirs(cue, passage)
    word = passage.words[index]
    if not adjacent(passage.text, passage.words[cue.last], word):
        return None
    if (hidden := passage.speaker_at(word.start)) is not None and hidden.start == word.start:
        return hidden
    last, plain = index + 1, pack(passage.article.language).words("stopwords")
    while passage.words[last].folded in plain and last - index < OWNERS and last + 1 < len(passage.words):
        if not adjacent(passage.text, passage.words[last], passage.words[last + 1]):
            break
        last += 1  # ``said one [of them]``
    end = passage.words[last].end
    return Speaker(word.start, end, word.start, end, "", "group", "anonymous")


def contrasted(cue: Cue, passage: Passage) -> Speaker | None:
    """Somebody new behind a particle with which a clause begins: ``لكن [مقرباً] منه قال``, ``غير أن [ركاباً] أكدوا``."""
    language, words, known = (
        pack(passage.article.language),
        passage.words,
        speech_lexicon(pack(passage.article.language)),
    )
    if not language.settings["verb_first"] or cue.joined or cue.tag not in ("past", "pres"):
        return None
    first = cue.index
    while first > 0 and adjacent(passage.text, words[first - 1], words[first]) and cue.index - first <= BEHIND:
        first -= 1
    for at in range(first, min(first + PARTICLE, cue.index - 1)):
        that = known.openers.at(at, words, passage.text, peel=False)
        particle = that is not None and that.value not in known.prepositions and at > first
        if not particle and words[at].folded not in language.listed("contrasting"):
            continue
        new, behind = words[at + 1], words[at + 2].folded
        led = with_pronoun(behind, language) or any(
            one.core in known.prepositions for one in peelings(behind, language)
        )
        led = led or known.verbs.at(at + 2, words, passage.text) is not None
        ahead = [one for one in passage.speakers_before(cue.start) if one.start >= new.start]
        named = any(one.kind in ("person", "body") for one in ahead)
        if not led or named or not new.text.endswith(ADVERB) or new.folded in language.words("stopwords"):
            return None
        return Speaker(new.start, new.end, new.start, new.end, "", "group", "anonymous")
    return None


def inverted(cue: Cue, passage: Passage) -> Speaker | None:
    """Somebody behind a verb that follows a clause: ``They were warned, says [a nurse]``, ``..., explained [Dr. A]``.

    Not ``A, its director, told a radio station``, and not ``A, its director, said a strike would follow``.
    """
    before = passage.words[cue.index - 1] if cue.index > 0 else None
    if before is None or cue.verb is None or cue.verb.addressed:
        return None
    some = somebody(cue, passage) or named(cue, passage)
    if some is None or passage.text[before.end : cue.start].strip() not in tuple(COMMAS):
        return None
    said = verbs_between(passage, passage.sentence.start, before.end)
    clause = some.kind == "group" and some.name_end < some.end  # ``a nurse who would not be named``
    goes_on = not clause and verbs_between(passage, some.end, passage.sentence.end)
    known = any(one.kind in ("person", "body") for one in passage.speakers_before(cue.start))
    return some if said and not goes_on and not known else None


def named(cue: Cue, passage: Passage) -> Speaker | None:
    """The person by name right behind a verb."""
    behind = passage.speakers_from(cue.end)[:1]
    return next((one for one in behind if one.kind == "person" and not passage.gap(cue.end, one.start)), None)


def by_age(one: Speaker, passage: Passage) -> bool:
    """Whether somebody is only called by his age, so that he was told of: ``[The 24-year-old], who fell, wrote``."""
    language = pack(passage.article.language)
    words = [word.folded for word in words_between(passage, one.start, one.end)]
    return (
        words[:1] != []
        and words[0] in language.listed("definite")
        and " ".join(words).endswith(tuple(language.listed("ages")) or ("\0",))
    )


def others(cue: Cue, passage: Passage) -> Speaker | None:
    """Others without a name right before a verb, by a word of its own: ``while [others] said it could win``."""
    at, language = begins(cue, passage), pack(passage.article.language)
    word = passage.words[at - 1] if at > 0 else None
    articles = language.listed("before_things")
    if word is None or word.folded not in language.listed("indefinite") - articles:
        return None
    if not adjacent(passage.text, word, passage.words[at]) or cue.tag not in ("past", "pres"):
        return None
    the = at > 1 and passage.words[at - 2].folded in articles and adjacent(passage.text, passage.words[at - 2], word)
    start = passage.words[at - 2].start if the else word.start
    return Speaker(start, word.end, start, word.end, "", "group", "anonymous")


def opening(passage: Passage, before: int) -> Speaker | None:
    """The noun phrase with which a sentence begins, up to its verb: ``[A judge] blocked the sale, saying``."""
    language, words = pack(passage.article.language), passage.words
    starts = language.listed("before_things") | language.listed("indefinite")
    if (several := _several(passage)) is not None:
        return several
    if len(words) < 2 or words[0].folded not in starts or passage.speaker_at(words[1].start) is not None:
        return None
    stops = language.words("noun_markers") | language.words("stopwords") | days(language)
    last = 1
    for at, following in enumerate(words[2 : OWNERS + 1], start=2):
        if following.start >= before or not adjacent(passage.text, words[at - 1], following):
            break
        if following.folded in stops or verbs_between(passage, following.start, following.end):
            break
        last = at
    if words[1].folded in stops or not verbs_between(passage, words[last].end, before):
        return None
    return Speaker(words[0].start, words[last].end, words[0].start, words[last].end, "", "group", "anonymous")


def _several(passage: Passage) -> Speaker | None:
    """Several without a name or an article with whom a sentence begins: ``[Students] dispute that, saying``."""
    language, words = pack(passage.article.language), passage.words
    if not language.capitals or len(words) < 3:
        return None
    first = words[0]
    plural = first.text[:1].isupper() and first.folded.endswith("s") and len(first.folded) > PLURAL
    plain = first.folded in language.words("stopwords") or passage.speaker_at(first.start) is not None
    beside = adjacent(passage.text, first, words[1]) and words[1].text.islower()
    if not plural or plain or not beside or words[1].folded in language.words("noun_markers"):
        return None
    return Speaker(first.start, first.end, first.start, first.end, "", "group", "anonymous")


def acting(cue: Cue, passage: Passage) -> Speaker | None:
    """The noun with the article behind the verb that a sentence begins with: ``وطلب [الادعاء] سجن فلان، معتبرا``.

    Also before the verb that a helping one stands with: ``وكان [الادعاء] قد طلب سجن فلان``.
    """
    language, words, known = (
        pack(passage.article.language),
        passage.words,
        speech_lexicon(pack(passage.article.language)),
    )
    helpers = language.listed("before_verbs")
    with_helper = bool(words) and any(one.core in helpers for one in peelings(words[0].folded, language))
    first, verb = (1, HELPED) if with_helper else (1, 0)
    own = with_helper and cue.index == verb
    if not language.article or len(words) <= verb + 1 or not (own or cue.index > verb + 1):
        return None
    said, noun = known.verbs.at(verb, words, passage.text), words[first]
    if said is None or said.value.tag not in ("past", "pres") or (said.last != verb and not with_helper):
        return None
    plain = language.words("stopwords") | language.listed("stretches") | days(language) | times(language)
    again = noun.folded.removeprefix(language.article) in language.listed("anybody")  # ``وأهدى [الفتى] اللقب، قائلا``
    definite = noun.folded.startswith(language.article) and noun.folded not in plain and not again
    apart = any(not adjacent(passage.text, words[at], words[at + 1]) for at in range(max(first, verb)))
    gender = noun_gender(noun.folded, language)
    fits = own or agree(cue.verb.gender if cue.verb is not None else "", gender)  # ``وكانت الأرصاد قد نبهت``
    if not definite or apart or not fits or passage.speaker_at(noun.start) is not None:
        return None
    return Speaker(noun.start, noun.end, noun.start, noun.end, "", "role", "role", gender)


def helped(cue: Cue, passage: Passage) -> Speaker | None:
    """The noun with the article between a helping verb and a cue: ``وكان [الادعاء] قد طلب سجن فلان``."""
    return acting(cue, passage) if cue.index == HELPED else None


def _theirs(cue: Cue, passage: Passage) -> Speaker | None:
    """Somebody told by whose he is right behind a verb, before what he says: ``قرار يقول [خصومه] إنه ظالم``."""
    language, words, index = pack(passage.article.language), passage.words, cue.last + 1
    said = cue.verb is not None and cue.tag in ("past", "pres") and not (cue.verb.describe or cue.verb.object)
    if not language.article or not said or index + 1 >= len(words):
        return None
    known, noun = speech_lexicon(language), words[index]
    that = known.openers.at(index + 1, words, passage.text, peel=False)
    clause = that is not None and that.value not in known.prepositions
    pronoun = next((one for one in enclitics(language) if noun.text.endswith(one)), "")
    stem = noun.folded.removesuffix(pronoun)
    if not clause or not pronoun or len(stem) < STEM or with_pronoun(noun.folded, language):
        return None
    told = known.documents.at(index, words, passage.text) or lexicon(language).heads.at(index, words, passage.text)
    form = known.openers.at(index, words, passage.text, peel=False) or known.verbs.at(index, words, passage.text)
    guest = noun.folded in language.listed("spoken_with")  # ``وأضاف [محدثنا] أن``
    if (
        told
        or form
        or guest
        or passage.speaker_at(noun.start) is not None
        or noun.folded in language.words("stopwords")
    ):
        return None
    return Speaker(noun.start, noun.end, noun.start, noun.end, "", "group", "anonymous")


def seated(one: Speaker | None, cue: Cue, passage: Passage) -> Speaker | None:
    """Who is named by whose place he is, nouns between it and the verb: ``[Iraq's education ministry] said``."""
    ends, at = pack(passage.article.language).clitics("possessive"), begins(cue, passage)
    if one is None or one.kind not in ("place", "body") or not ends or at < 1:
        return one
    first = passage.gap(passage.sentence.start, one.start)
    owner = next((word for word in passage.words[first:at] if word.end > one.end - 1), None)
    end = passage.words[at - 1].end
    if owner is None or not owner.folded.endswith(ends) or end <= owner.end:
        return one
    language = pack(passage.article.language)
    if one.kind == "body" and passage.words[at - 1].folded in language.listed("spokespeople"):
        said = title_gender(passage.words[at - 1].text, language)
        return replace(one, end=end, name_end=end, gender=said, voiced=True)
    if one.kind == "body":
        return one
    return Speaker(one.start, end, one.start, end, "", "group", "anonymous")


def things_behind(cue: Cue, passage: Passage) -> Speaker | None:
    """What speaks without a name right behind a verb that agrees with it: ``ذكرت [صحيفة محلية] أن``, ``زعمت [صفحات]``.

    A noun of the feminine without the article, with the adjective or owner behind it.
    """
    language, words, index = pack(passage.article.language), passage.words, cue.last + 1
    if cue.verb is None or index + 1 >= len(words):
        return None
    word, following = words[index], words[index + 1]
    if cue.opened != "particle" or cue.verb.gender != "f":
        return _office(cue, passage)
    plain = language.words("stopwords") | language.listed("stretches") | times(language)
    woman = word.text.endswith(only_nouns(language) or ("\0",)) or noun_gender(word.folded, language) in ("f", "p")
    if not woman or word.folded.startswith(language.article or "\0") or word.folded in plain:
        return None
    if passage.speaker_at(word.start) is not None or not adjacent(passage.text, words[cue.last], word):
        return None
    known = speech_lexicon(language)
    if known.verbs.at(index, words, passage.text) or known.documents.at(index, words, passage.text):
        return None
    led = following.folded in known.prepositions | language.words("stopwords") or following.start >= cue.content[0]
    beside = adjacent(passage.text, word, following) and not led and passage.speaker_at(following.start) is None
    several = noun_gender(word.folded, language) == "p"
    if not (beside or several or lexicon(language).heads.at(index, words, passage.text)):  # ``وأضافت [مبتسمة] أن``
        return None
    end = following.end if beside else word.end
    return Speaker(word.start, end, word.start, end, "", "group", "anonymous", "f")


def _office(cue: Cue, passage: Passage) -> Speaker | None:
    """What kind of body it is, with its owner, right behind a verb that agrees: ``نفى [مكتب رئيس الحكومة] ذلك``."""
    language, words, index = pack(passage.article.language), passage.words, cue.last + 1
    word, following = words[index], words[index + 1]
    head = lexicon(language).heads.at(index, words, passage.text, peel=False)
    agrees = cue.verb is not None and agree(cue.verb.gender, noun_gender(word.folded, language))
    if head is None or head.value.kind != "org" or head.last > index or not agrees:
        return None
    beside = adjacent(passage.text, words[cue.last], word) and adjacent(passage.text, word, following)
    if not beside or word.folded.startswith(language.article or "\0") or passage.speaker_at(word.start) is not None:
        return None
    plain = language.words("stopwords") | speech_lexicon(language).prepositions
    if following.folded in plain or passage.speaker_at(following.start) is not None:
        return None
    last, article = index + 1, language.article or "\0"
    if last + 1 < len(words) and adjacent(passage.text, following, words[last + 1]):
        last += words[last + 1].folded.startswith(article) and not following.folded.startswith(article)
    return Speaker(word.start, words[last].end, word.start, words[last].end, "", "group", "anonymous")


def determined(cue: Cue, passage: Passage) -> Speaker | None:
    """A subject without a name between an article and its verb: ``hours after [the government] said its forces``."""
    language, words, at = pack(passage.article.language), passage.words, begins(cue, passage)
    if language.settings["verb_first"] or cue.tag not in ("past", "pres") or at < 2:
        return None
    plain = language.words("stopwords") | speech_lexicon(language).prepositions
    for first in range(at - 1, max(-1, at - 2 - OWNERS), -1):
        word = words[first]
        if not adjacent(passage.text, word, words[first + 1]) or passage.speaker_at(word.start) is not None:
            return None
        if word.folded in language.listed("before_things"):
            led = (
                first > 0 and adjacent(passage.text, words[first - 1], word) and leads(words[first - 1].folded, passage)
            )
            between = passage.text[words[first - 1].end : word.start] if first else " "
            begins_anew = between.isspace() or between.strip() in tuple(COMMAS)
            found = Speaker(word.start, words[at - 1].end, word.start, words[at - 1].end, "", "group", "anonymous")
            return found if begins_anew and not led and first < at - 1 else None
        if word.folded in plain and word.folded not in language.listed("indefinite"):  # ``[The other] said``
            return None
    return None


def unnamed(cue: Cue, passage: Passage, *, marks_before: bool = False) -> Speaker | None:
    """A subject without a name right before a verb, in a language that puts it there: ``One official ... said``.

    Behind marks only somebody new (``," [a worker] said``): ``," the worker said`` is whoever was told of.
    """
    found = _unnamed(cue, passage)
    if found is None or not marks_before:
        return found
    some = pack(passage.article.language).listed("indefinite")
    own = [word.folded for word in passage.words if found.start <= word.start < found.end]
    return found if not some.isdisjoint(own[:2]) else None


def _unnamed(cue: Cue, passage: Passage) -> Speaker | None:
    at = begins(cue, passage)
    if at == 0 or cue.tag not in ("past", "pres"):
        return None
    language, before = pack(passage.article.language), passage.words[at - 1]
    if (among := _of_them(at, passage)) is not None:
        return among
    between = passage.text[before.end : passage.words[at].start]
    first, verbs = at - 1, speech_lexicon(language).verbs
    while first > 0 and not any(
        sign in passage.text[passage.words[first - 1].end : passage.words[first].start] for sign in BREAKS
    ):
        said = verbs.at(first - 1, passage.words, passage.text)
        if said is not None and said.value.clause and said.value.tag in ("past", "pres"):  # ``said [men] had``
            break
        first -= 1
    some = passage.words[first].folded in language.listed("indefinite")  # ``," [one of those who were there] said``
    alone = first and first == at - 1 and between.strip(" \u00a0") in tuple(COMMAS)  # ``The union, [however], said``
    plain = before.folded in language.words("stopwords") and not alone
    if not some and (plain or pronoun_gender(before.folded, language)):
        return None
    if between.strip(" \u00a0") and not any(sign in between for sign in COMMAS):
        return None
    last, aside = at - 1, bool(between.strip(" \u00a0"))
    if first and (aside or passage.words[first].folded in language.listed("relatives")):
        last = first = first - 1  # ``[The chairman], who hired both, said``, ``[the mayor], asked if she knew, said``
        while first > 0 and adjacent(passage.text, passage.words[first - 1], passage.words[first]):
            first -= 1
    start, end = passage.words[first].start, passage.words[last].end
    return Speaker(start, end, start, end, "", "group", "anonymous")


def _of_them(at: int, passage: Passage) -> Speaker | None:
    """Somebody or some of those who were told of, right before a verb: ``[One of them] said``."""
    language, words = pack(passage.article.language), passage.words
    if at < 3 or pronoun_gender(words[at - 1].folded, language) or not language.listed("of_them"):
        return None
    phrase = passage.text[words[at - 2].start : words[at - 1].end].lower()
    apart = at > 3 and passage.text[words[at - 4].end : words[at - 3].start].isspace()
    if phrase not in language.listed("of_them") or apart:
        return None
    start, end = words[at - 3].start, words[at - 1].end
    return Speaker(start, end, start, end, "", "group", "anonymous")


def leads(word: str, passage: Passage) -> bool:
    """Whether a noun phrase behind a word belongs to the noun before it, not to a clause: ``the head [of] the``."""
    language = pack(passage.article.language)
    return word in speech_lexicon(language).prepositions and word not in language.listed("clause_prepositions")
