"""What the cues of one sentence take from one another: who speaks for whom, whose words are passed on."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from workbench.extractors.quotes.cues import COMMAS, Cue, Passage
from workbench.extractors.quotes.genders import agree
from workbench.extractors.quotes.lexicon import enclitics, speech_lexicon
from workbench.extractors.quotes.mainverbs import verbs_between
from workbench.extractors.quotes.memory import Memory
from workbench.extractors.quotes.nameless import is_pronoun
from workbench.extractors.quotes.phrases import Speaker
from workbench.extractors.quotes.vicinity import has_pronoun, meanwhile
from workbench.languages.pack import pack
from workbench.text.quantities import number_of

__all__ = [
    "UNOPENED",
    "carries",
    "clause_before_marks",
    "counted",
    "drop_inner",
    "flagged",
    "goes_on_with",
    "in_passing",
    "pass_on",
    "pronoun_speaks",
    "reveals_nothing",
    "speaks_for",
    "weak",
]

PASSED = 3  # the most characters between a source and the verb of who passes its words on
SIGNS = " \u00a0\n" + COMMAS
CLAUSE = 3  # the fewest words of a clause that stands before another with words in marks
UNOPENED = ("object", "joined", "bare")
"""How content begins that nothing but its place tells."""
ACTS = 80  # the most characters from where a report begins to the verb of whom it tells
REPORTED = ("particle", "mark", "colon", "bare")
"""How a clause begins that a source may stand before."""


def weak(cue: Cue, passage: Passage, who: Speaker | None, rule: str) -> bool:
    """Whether content that nothing opens is no report: its verb has no subject of its own, or no name for it."""
    if who is None:
        return True
    beside = cue.index > 0 and _stands_for(passage.words[cue.index - 1].folded, passage)
    if rule == "carried":
        goes_on = cue.opened == "joined" and cue.joined and cue.tag == "past" and cue.verb and not cue.verb.object
        return cue.tag != "part" and not beside and not goes_on
    unnamed = who.flag == "anonymous" and rule == "before"
    return unnamed and (cue.opened == "object" or (cue.verb is not None and not cue.verb.clause))


def in_passing(cue: Cue, passage: Passage, earlier: list[Cue]) -> bool:
    """Whether a verb only says what somebody does meanwhile: ``تقول سلمى [وهي تشير] إلى نافذتها``.

    Also before words in marks that another verb has already: ``وقال القاضي، [وهو يتلو] القرار: «»``.
    """
    language, words = pack(passage.article.language), passage.words
    if cue.tag != "pres" or cue.content[0] < 0 or not meanwhile(cue.index, passage):
        return False
    if cue.opened in ("mark", "colon"):
        return any(one.content[0] == cue.content[0] for one in earlier)
    opener = passage.gap(passage.sentence.start, cue.content[0]) - 1
    hit = speech_lexicon(language).openers.at(opener, words, passage.text, peel=False) if opener >= 0 else None
    return cue.opened == "particle" and hit is not None and hit.value in speech_lexicon(language).prepositions


def reveals_nothing(cue: Cue, passage: Passage) -> bool:
    """Whether a verb only says what was not told: ``ولم [يكشف] البيان قيمة``, ``[refusing] to give her name``."""
    language = pack(passage.article.language)
    told = passage.words[cue.index].folded in language.listed("reveals")
    first = passage.word_at(cue.content[0])
    asks = language.listed("questions") if language.settings["opener_optional"] else frozenset()
    if first is not None and "negated" in cue.flags and passage.words[first].folded in asks:
        return True  # ``would not [say] what she will do``
    if first is not None and passage.words[cue.index].folded in language.listed("refusals"):
        return passage.words[first].folded in language.listed("reveals") | language.listed("answers")
    return told and "negated" in cue.flags and cue.opened in UNOPENED


def counted(cue: Cue, passage: Passage) -> bool:
    """Whether what seems a clause that nothing opens is how many of something: ``has [written] four letters``."""
    first = passage.word_at(cue.content[0]) if cue.opened == "bare" else None
    if first is None or not number_of(passage.words[first].folded, pack(passage.article.language)):
        return False
    things = passage.words[first + 1].folded if first + 1 < len(passage.words) else ""
    return things.endswith("s") and not verbs_between(passage, *cue.content)


def _stands_for(word: str, passage: Passage) -> bool:
    """Whether a word stands for somebody, also with a connective that it is joined to: ``هو``, ``لكنه``."""
    language = pack(passage.article.language)
    if is_pronoun(word, passage):
        return True
    joined = (word.removesuffix(one) for one in enclitics(language) if word.endswith(one))
    return any(one in language.listed("contrasting") for one in joined)


def _answers(cue: Cue, earlier: list[Cue], found: Speaker | None) -> bool:
    """Whether a participle belongs to a verb that reports nothing itself: ``قال ...، [وردت] النقابة بالقول``."""
    last = earlier[-1] if earlier else None
    if last is None or last.subject is None or last.tag not in ("past", "pres") or last.content[0] >= 0:
        return False
    if any(one.content[0] <= last.start < one.content[1] for one in earlier[:-1]):
        return False
    nearer = found is None or not last.subject.start < found.start < cue.start
    return nearer and "carried" not in last.flags


def goes_on_with(
    cue: Cue, earlier: list[Cue], found: Speaker | None, rule: str, *, unsure: bool
) -> tuple[Speaker | None, str]:
    """Whose a participle is, and the rule: the subject of the verb before it, known or not; else whoever was ``found``.

    ``[وقال] ... إن ...، داعيا``; ``[وصرح] فلان لصحيفة ... قائلا``;

    ``unsure``: whether whoever was found only stands before the participle, or is told of elsewhere.
    """
    if _answers(cue, earlier, found):
        return earlier[-1].subject, "after"
    last = earlier[-1] if earlier else None
    if last is not None and last.last + 1 == cue.index and last.subject is not None and last.content[0] < 0:
        return last.subject, "carried"  # ``وبسؤاله عن السائقين، رد [قائلا]``
    if not unsure:
        return found, rule
    heads = [one for one in earlier if one.tag in ("past", "pres") and (one.joined or one.index == 0)]
    verb = heads[-1] if heads else None
    if verb is None or (verb.subject is None and verb.content[0] < 0):
        return found, rule
    return verb.subject, "carried"


def flagged(cue: Cue, who: Speaker, rule: str) -> None:
    """Note in a cue how its subject was found that does not stand beside it."""
    if rule in ("lead", "ownerless", "carried"):
        cue.flags.add(rule)
    if rule == "carried":
        cue.subject = replace(who, start=cue.start)


def speaks_for(cue: Cue, earlier: list[Cue]) -> bool:
    """Whether a phrase between a verb and its report names who speaks: ``قالت الهيئة، [على لسان] فلان، إن``."""
    verb = earlier[-1] if earlier else None
    named = cue.subject is not None and cue.subject.kind in ("person", "group", "role")
    return named and verb is not None and verb.verb is not None and verb.end <= cue.start and cue.end < verb.content[0]


def carries(cue: Cue, passage: Passage) -> bool:
    """Whether a phrase says whose words somebody passes on: ``قالت القناة [نقلا عن] مصدر إن``."""
    known = speech_lexicon(pack(passage.article.language))
    hit = known.attributions.at(cue.index, passage.words, passage.text)
    return hit is not None and hit.value.role == "carrier"


def _opens_behind(source: Cue, verb: Cue, passage: Passage) -> bool:
    """Whether a verb, or its subject before it, stands right behind the comma of a source."""
    if 0 <= verb.start - source.content[0] <= PASSED:
        return True
    who = verb.subject
    ahead = who is not None and who.kind == "person" and source.content[0] <= who.start < who.end < verb.start
    return ahead and who is not None and not passage.gap(source.content[0], who.start) and verb.rule == "verb before"


def pass_on(found: list[Cue], passage: Passage) -> None:
    """A source that opens a sentence speaks what the verb behind it reports: ``نقلاً عن مصدر، ذكرت الصحيفة أن``.

    But a body passes on what a person says: ``ووفقا للرئاسة، قال فلان إن``.
    """
    for source, verb in pairwise(found):
        opens = source.tag == "source" and source.opened == "comma" and source.subject is not None
        near = opens and verb.verb is not None and _opens_behind(source, verb, passage)
        if opens and near and verb.content[0] >= 0 and verb.opened in REPORTED:
            person = (
                verb.subject is not None and verb.subject.kind in ("person", "role") and "carried" not in verb.flags
            )
            if person and source.subject is not None and source.subject.kind != "person":
                verb.via = source.subject
            else:
                verb.via, verb.subject = verb.subject, source.subject
                verb.flags -= {"carried", "lead"}
            source.content = (-1, -1)


def pronoun_speaks(cue: Cue, earlier: list[Cue], passage: Passage, memory: Memory) -> None:
    """Who a pronoun stands for that another's report begins with: ``وقالت الرئاسة [إنه] لفت إلى``.

    It is somebody else than the one who reports: the last one named before it who agrees, else who spoke before.
    """
    around = next((one for one in reversed(earlier) if one.content[0] == cue.start and one.opened == "particle"), None)
    waits = cue.subject is None or bool(cue.flags & {"carried", "lead"})
    if around is None or cue.tag not in ("past", "pres") or not waits or cue.content[0] < 0:
        return
    said, reporter = cue.verb.gender if cue.verb else "", around.subject.entity if around.subject else ""
    named = [one for one in passage.speakers_before(cue.start) if one.kind == "person" and agree(said, one.gender)]
    meant = named[-1] if named else memory.carried(said, somebody=True)
    if meant is None or meant.kind != "person" or meant.entity == reporter:
        return
    cue.subject, cue.via = meant, around.subject
    cue.flags -= {"lead", "no-speaker"}
    cue.flags.add("carried")
    around.content = (-1, -1)


def _origin(cue: Cue, passage: Passage) -> bool:
    """Whether what a verb seems to report only names whose words it passes on: ``نقل الموقع عن [رئيس النادي فلان]``."""
    first = passage.gap(passage.sentence.start, cue.content[0]) - 1
    return first >= 0 and passage.words[first].folded in pack(passage.article.language).listed("origins")


def clause_before_marks(cue: Cue, passage: Passage) -> int:
    """Where the clause without marks ends behind which a verb has another with words in marks; -1 where none does.

    ``قال إن [القرار صدر أمس]، وإن «أحدا لن يفلت»``.
    """
    start, end = cue.content
    marks = [mark for mark in passage.marks if start <= mark.start < end]
    if cue.opened != "particle" or cue.verb is None or not marks:
        return -1
    again = [place for place in _clauses(cue, passage, start, marks[0].start) if passage.gap(start, place) >= CLAUSE]
    return start + len(passage.text[start : max(again)].rstrip(SIGNS)) if again else -1


def _clauses(cue: Cue, passage: Passage, start: int, end: int) -> list[int]:
    """Where clauses begin with a conjunction and a particle that a verb takes, between two places."""
    language, words, known = (
        pack(passage.article.language),
        passage.words,
        speech_lexicon(pack(passage.article.language)),
    )
    particles, found = cue.verb.particles if cue.verb is not None else frozenset(), []
    for at in range(max(1, passage.gap(passage.sentence.start, start)), passage.gap(passage.sentence.start, end)):
        hit = known.openers.at(at, words, passage.text)
        if hit is None or hit.value not in particles or hit.value in known.prepositions:
            continue
        if hit.peeling.proclitics in language.clitics("conjunction"):
            found.append(words[at].start)
        elif words[at - 1].folded in language.listed("joins_names") and not language.article:
            found.append(words[at - 1].start)
    return found


def drop_inner(cue: Cue, earlier: list[Cue], passage: Passage) -> None:
    """Take the content from a cue that only passes another's words on, or that has no subject inside a report."""
    published = cue.tag == "past" and not cue.joined and cue.index > 0 and has_pronoun(cue.last, passage)
    for one in earlier:
        if published and one.content[0] == cue.content[0] >= 0 and one.tag in ("past", "pres"):
            cue.content = (-1, -1)  # ``أفاد المصرف في إفصاح [نشره] أمس بأن``
        if one.opened == "particle" and one.content[0] == cue.start and cue.tag == "past" and not cue.joined:
            cue.content = (-1, -1)  # ``أن [ختم] النادي``: a noun
        inside = one.content[0] <= cue.start < one.content[1]
        if inside and cue.flags & {"carried", "lead"} and cue.tag not in ("part", "masdar"):
            cue.content = (-1, -1)
        body = cue.subject is not None and cue.subject.kind == "body"
        unnamed = body and cue.subject is not None and not cue.subject.entity
        told = cue.opened in ("object", "joined") or unnamed
        acts = body and told and cue.rule == "verb before" and not cue.joined
        if inside and acts and one.opened == "particle" and one.verb is not None and cue.start - one.content[0] < ACTS:
            cue.content = (-1, -1)  # ``قال إن [النقابة حذرت] الوزارة من``
        if (
            inside
            and one.opened == "particle"
            and cue.opened == "mark"
            and _clauses(cue, passage, cue.end, cue.content[0])
        ):
            cue.content = (-1, -1)  # ``أضافت أن الرئيسة أبلغت بالقرار، [وأن] الوزارة «...»``
        whose = cue.tag == "masdar" and one.tag == "source" and cue.subject is not None and cue.subject == one.subject
        if whose and (inside or one is earlier[-1]) and cue.opened == "particle":
            one.content = (-1, -1)
        own = "carried" not in cue.flags or cue.tag == "masdar"
        from_whom = cue.tag == "masdar" and inside and one.opened == "particle" and _origin(one, passage)
        if from_whom or (cue.content[0] >= 0 and one.content[0] == cue.content[0] and own):
            cue.via, one.content = one.subject, (-1, -1)
