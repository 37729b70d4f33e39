"""Who speaks: the subject of a cue, before it, behind it, or carried on from the sentence before."""

from __future__ import annotations

from dataclasses import replace

from workbench.extractors.quotes import anaphora
from workbench.extractors.quotes.cues import BREAKS, STOPS, Cue, Passage, as_quoted, begins
from workbench.extractors.quotes.genders import agree, pronoun_gender
from workbench.extractors.quotes.governed import led_to, topical
from workbench.extractors.quotes.holding import (
    named_behind,
    named_by,
    titled_behind,
    titled_of,
)
from workbench.extractors.quotes.labels import bearer, called_so, holds_another, told_of
from workbench.extractors.quotes.leading import (
    by_role,
    is_told,
    joined_to,
    leading,
    nearer_here,
    other_event,
    replied,
    replying,
    whose_document,
)
from workbench.extractors.quotes.lexicon import speech_lexicon
from workbench.extractors.quotes.memory import Memory
from workbench.extractors.quotes.nameless import (
    ahead_of_verb,
    behind_verb,
    described,
    entitled,
    introduced,
    is_pronoun,
    of_body,
    of_document,
    relative_of,
    stranger,
    title_ahead,
    titled_at,
    without_name,
    word_before,
)
from workbench.extractors.quotes.nearby import ahead_of_cue, before_comma, behind_cue, of_one_title
from workbench.extractors.quotes.phrases import Speaker
from workbench.extractors.quotes.relatives import antecedent, thanked, told_before
from workbench.extractors.quotes.somebody import (
    acting,
    by_age,
    contrasted,
    determined,
    helped,
    inverted,
    opening,
    others,
    seated,
    somebody,
    unnamed,
)
from workbench.extractors.quotes.topics import relation_first
from workbench.extractors.quotes.vicinity import has_object, has_pronoun, passive, pronoun_in, touches
from workbench.languages.pack import pack

__all__ = ["subject"]

NOBODY = Speaker(0, 0, 0, 0, "", "role", "role")
TOPIC = 4  # the most words of whom a sentence is about and who is not named
LEAD = 2  # the most words before the person or body with whom a sentence begins
LEAD_JOINED = 8  # the same where a conjunction joins a verb to what the sentence tells of him
BEFORE = {"verb": 3, "noun": 8}


def subject(cue: Cue, passage: Passage, memory: Memory, *, marks_before: bool = False) -> tuple[Speaker | None, str]:
    """The speaker of a cue and the rule that found it: ``after``, ``before``, ``carried``; None where nobody is named.

    Parameters
    ----------
    memory: who spoke and who was spoken of so far, with the speaker of this sentence's previous cue at the end.
    marks_before: the quotation stands before the cue, so that its subject may follow in any language.
    """
    cue = as_quoted(cue, passage)
    if cue.tag == "source":
        document = passage.speaker_at(cue.end - 1)
        told_of = document if document is not None and document.kind == "document" else None
        said = pronoun_in(cue, passage)
        if said and told_of is None:
            return memory.carried(said), "source"
        kin = relative_of(passage, cue.last + 1)  # ``بحسب [شقيق] فلان``
        found = told_of or kin or before_comma(cue, passage) or behind_cue(cue, passage, passage.sentence.end)
        return named_behind(found, passage), "source"
    if cue.tag == "noun":
        return passage.speaker_at(passage.words[cue.last + 1].start), "of"
    if cue.tag == "part" or _purpose(cue, passage):
        return _carried(cue, passage, memory)
    if cue.verb is not None and cue.verb.ownerless:
        return memory.last(), "ownerless"
    if cue.tag == "owned":
        return passage.speakers_before(cue.start)[-1], "of"
    if cue.tag == "masdar":
        return _of_masdar(cue, passage, memory)
    if passive(cue, passage):
        return None, "passive"
    who, rule = _of_verb(cue, passage, memory, marks_before=marks_before)
    who = whose_document(named_behind(who, passage) if rule in ("after", "before") else who, passage, memory)
    return who, rule


def _of_masdar(cue: Cue, passage: Passage, memory: Memory) -> tuple[Speaker | None, str]:
    """Whose words a verbal noun with a pronoun reports: ``بتأكيده أن``, ``عن مصدر قوله``."""
    if cue.index == 0 and (later := anaphora.later_named(cue, passage)) is not None:
        return later, "later"
    told = memory.last()
    if cue.joined and told is not None and passage.sentence.start <= told.start < cue.start:
        return told, "carried"
    if said := anaphora.from_him(cue, passage):
        return memory.carried(said, somebody=True, before=passage.sentence.start), "carried"
    found = anaphora.nearest(cue, passage) or ahead_of_cue(cue, passage, BEFORE["noun"], breaks=STOPS)
    return (found, "before") if found else (_remembered(cue, passage, memory), "carried")


def _purpose(cue: Cue, passage: Passage) -> bool:
    """Whether a verb only says what somebody did something for, a preposition joined to it: ``خرج [ليعلن]``."""
    before = passage.text[passage.words[cue.index].start : cue.start]
    language = pack(passage.article.language)
    after = passage.speakers_from(cue.end)
    beside = bool(after) and not passage.gap(cue.end, after[0].start)
    return cue.tag == "pres" and not beside and before.endswith(language.clitics("preposition") or ("\0",))


def _of_verb(cue: Cue, passage: Passage, memory: Memory, *, marks_before: bool) -> tuple[Speaker | None, str]:
    """The subject of a verb: beside it on the side that the language prefers, else the other, else the sentence's."""
    if pack(passage.article.language).settings["verb_first"]:
        actor = helped(cue, passage)
        found: tuple[Speaker | None, str] | None = None if actor is None else (actor, "before")
        if actor is None and not anaphora.pronoun_before(cue, passage):
            found = _behind_verb(cue, passage, memory, marks_before=marks_before)
    else:
        found = _before_verb(cue, passage, memory, marks_before=marks_before)
    if found is not None:
        return found
    if (new := contrasted(cue, passage)) is not None:
        return new, "before"
    lead = None if replying(passage) else _lead(cue, passage) or relation_first(passage, cue)
    said, lead = gender(cue, passage), anaphora.headed_by(lead, cue, passage, memory) if lead is not None else None
    leads = lead is not None and (said == "p" or lead.kind == "group" or agree(said, lead.gender))
    return (lead, "lead") if leads else (_remembered(cue, passage, memory), "carried")


def _behind_verb(cue: Cue, passage: Passage, memory: Memory, *, marks_before: bool) -> tuple[Speaker, str] | None:
    """The subject of a verb that stands first: behind it, else right before it, else whom a relative stands for."""
    relation = relative_of(passage, cue.last + 1)
    if relation is not None:
        meant = None if relation.flag == "anonymous" else memory.carried(relation.gender, somebody=True)
        known = meant is not None and meant.kind == "person" and "\n" not in passage.text[meant.start : cue.start]
        return (meant, "carried") if known and meant is not None else (relation, "after")
    topic = replied(cue, passage, memory) or _topical(cue, passage)
    if topic is not None and agree(gender(cue, passage), topic.gender):
        return topic, "lead"
    end = cue.content[0] if cue.content[0] > cue.end else passage.sentence.end
    behind = behind_cue(cue, passage, end)
    if behind is not None and is_told(behind, cue, passage) and not anaphora.plural_subject(behind, passage):
        behind = None
    beside = somebody(cue, passage) or anaphora.unnamed_behind(cue, passage) or passage.speaker_at(cue.start)
    if beside is not None:
        return beside, "after"
    near = behind is not None and _beside(cue, behind, passage)
    led = thanked if near else told_before
    antecedent = led(cue, passage, gender(cue, passage))
    antecedent = (
        antecedent
        if near or antecedent
        else anaphora.whose_relative(cue, passage, memory) or anaphora.of_particle(cue, passage)
    )
    if antecedent is not None:
        return antecedent, "before"
    if behind is None:
        unknown = without_name(cue, passage, marks_before=marks_before)
        if unknown is not None:
            return anaphora.spoken_for(unknown[0], passage) or unknown[0], unknown[1]
    ahead = None if cue.joined else ahead_of_cue(cue, passage, BEFORE["verb"], breaks=BREAKS)
    other = stranger(cue, passage)
    apart = behind is not None and other is not None and passage.gap(other.end, behind.start) > 0
    apart = apart and not (behind is not None and of_one_title(cue, behind, passage))
    before = title_ahead(cue, passage) if other is None and not near else None
    if before is not None and (alone := bearer(passage, before)) is not None:
        return _known(alone, cue, passage, memory), "before"
    found = _nearer(ahead, None if apart else behind, cue, passage, memory)  # ``قالت [النيابة] في بيان نقلته الوكالة``
    if found is None and other is None and (body := ahead_of_verb(cue, passage) or leading(cue, passage, memory)):
        return body, "before"
    return _by_word(found, other, cue, passage, memory)


def _by_word(
    found: tuple[Speaker, str] | None, other: Speaker | None, cue: Cue, passage: Passage, memory: Memory
) -> tuple[Speaker, str] | None:
    """Who is named right behind a verb by an ordinary word, where no name was ``found``."""
    if found is not None:
        return found
    if other is not None and introduced(other, passage):
        return replace(other, kind="group", flag="anonymous"), "after"
    office = anaphora.spokesman_again(other, passage) if other is not None else None
    if office is not None:
        return office, "after"
    if other is not None and of_body(behind_verb(cue, passage), passage):
        return anaphora.body_again(other, passage, memory), "after"
    meant = _remembered(cue, passage, memory) if other is not None else None
    index = None if other is None else passage.word_at(other.start)
    so = None if index is None else called_so(index, passage)
    if so is not None and agree(gender(cue, passage), so.gender):
        return so, "after"
    if other and meant is not None and index is not None and meant.kind == "person" and titled_at(index, passage):
        if behind_verb(cue, passage) > cue.last + 1 or has_object(cue, passage):  # ``سأله [القاضي]``
            named = bearer(passage, index)
            return (named if named is not None and named.entity else other), "after"
        meant = None if holds_another(meant, index, passage) else meant
    if other is not None and meant is not None and meant.kind == "person" and anaphora.newcomer(other, meant, passage):
        return replace(other, kind="group", flag="anonymous"), "after"
    known = meant is not None and meant.kind == "person" and not (other and _things(other, cue))
    if other is None or (known and not _apart(other, passage)):
        return None
    return _known(other, cue, passage, memory), "after"


def _apart(other: Speaker, passage: Passage) -> bool:
    """Whether the words of a title alone say whose it is, so that it is nobody who was told of by another."""
    index = passage.word_at(other.start)
    return index is not None and titled_at(index, passage) and passage.gap(other.start, other.end) > 2


def _beside(cue: Cue, behind: Speaker, passage: Passage) -> bool:
    """Whether a noun phrase stands right behind a verb."""
    return not passage.gap(cue.end, behind.start) or titled_at(cue.last + 1, passage)


def _topical(cue: Cue, passage: Passage) -> Speaker | None:
    """Whom a sentence is about that a verb goes on with behind a conjunction: ``أما [الوزير] فلان فقال``."""
    language = pack(passage.article.language)
    topics = language.listed("topics")
    if not cue.joined or not passage.words or passage.words[0].folded not in topics:
        return None
    if (relation := relative_of(passage, 1)) is not None:
        return relation  # ``أما [والدة] التلميذ فلان فقالت``
    told = passage.speakers_before(cue.start)
    if not told and 1 < cue.index <= TOPIC and passage.words[1].folded.startswith(language.article or "\0"):
        return bearer(passage, 1) or replace(NOBODY, start=passage.words[1].start, end=passage.words[1].end)
    if told and not passage.gap(passage.words[0].end, told[0].start):
        return None if titled_of(told[0], cue, passage) else by_role(told[0], passage) or _lead(cue, passage)
    return anaphora.relation_named(cue, passage) or anaphora.topic_alone(cue, passage)


def _before_verb(
    cue: Cue, passage: Passage, memory: Memory, *, marks_before: bool
) -> tuple[Speaker | None, str] | None:
    """The subject of a verb that follows its subject; behind it only where marks stand before it."""
    addressed = cue.verb is not None and cue.verb.addressed
    behind = behind_cue(cue, passage, passage.sentence.end) if marks_before and not addressed else None
    if (some := inverted(cue, passage)) is not None:
        return some, "after"
    if (main := _helps(cue, passage)) is not None:
        return _before_verb(main, passage, memory, marks_before=False)
    before = word_before(cue, passage)
    if before in pack(passage.article.language).settings["relatives"]:
        meant = antecedent(cue, passage)
        if meant is not None or begins(cue, passage) == cue.index:
            return meant, "before"
    if before and is_pronoun(before, passage):
        lead = _lead(cue, passage)
        said = gender(cue, passage)
        thing = lead is not None and lead.kind == "body" and said in ("m", "f")  # ``The company knew, [he] said``
        known = lead is not None and not thing and agree(said, lead.gender)
        goes_on = cue.verb is not None and cue.verb.goes_on
        meant = lead if known else memory.carried(said, goes_on=goes_on, somebody=said in ("m", "f"))
        return meant, "carried"
    unknown = without_name(cue, passage, marks_before=marks_before) if behind is None else None
    if unknown is not None:
        return unknown
    same = joined_to(cue, passage, memory) or others(cue, passage)
    ahead = seated(ahead_of_cue(cue, passage, BEFORE["verb"], breaks=BREAKS), cue, passage)
    nearest = _nearer(ahead, behind, cue, passage, memory)
    if (found := nearest if same is None else (same, "before")) is not None:
        return found
    if not marks_before and (beside := determined(cue, passage)) is not None and not by_age(beside, passage):
        return of_document(beside, cue, passage, memory)
    far = ahead_of_cue(cue, passage, BEFORE["noun"], breaks=STOPS)
    other = far if far is not None else unnamed(cue, passage, marks_before=marks_before)
    if other is not None and by_age(other, passage):
        people = (one for one in passage.everybody if one.kind == "person" and one.start < other.start)
        return max(people, key=lambda one: one.start, default=None), "carried"
    return None if other is None else (other, "before")


def _helps(cue: Cue, passage: Passage) -> Cue | None:
    """The verb whose subject an infinitive has: ``[wrote] to parents to say``, with the infinitive's place as a cue."""
    language, words = pack(passage.article.language), passage.words
    if cue.tag != "pres" or cue.index < 2 or words[cue.index - 1].folded not in language.listed("infinitives"):
        return None
    known = speech_lexicon(language)
    for at in range(cue.index - 2, 0, -1):
        if any(sign in passage.text[words[at].end : words[at + 1].start] for sign in STOPS):
            return None
        hit = known.verbs.at(at, words, passage.text)
        if hit is not None and hit.value.tag == "past" and hit.last < cue.index - 1:
            return replace(cue, start=hit.start, end=hit.end, index=at, last=hit.last, tag="past", verb=hit.value)
    return None


def _nearer(
    ahead: Speaker | None, behind: Speaker | None, cue: Cue, passage: Passage, memory: Memory
) -> tuple[Speaker, str] | None:
    """Who stands behind a verb, else who stands before it; a person right before it comes first."""
    touching = ahead is not None and ahead.kind == "person" and touches(ahead, cue, passage)
    order = ((ahead, "before"), (behind, "after")) if touching else ((behind, "after"), (ahead, "before"))
    found = next(((one, rule) for one, rule in order if one is not None), None)
    return None if found is None else (_known(found[0], cue, passage, memory), found[1])


def _things(one: Speaker, cue: Cue) -> bool:
    """Whether a noun is a plural with a verb of the feminine, so that it is no single person: ``أشارت [التحقيقات]``."""
    return one.gender == "p" and cue.verb is not None and cue.verb.gender == "f"


def _known(found: Speaker, cue: Cue, passage: Passage, memory: Memory) -> Speaker:
    """A role alone as whoever bears it in the article, or as who spoke last (``أضافت المديرة``)."""
    same = anaphora.again(found, cue, passage, memory) or anaphora.of_land(found, passage)
    same = same or anaphora.spoken_for(found, passage)
    same = same or anaphora.going_on(found, cue, memory, passage)
    if same is not None:
        return same
    if found.kind == "role" and found.flag == "unknown-name":
        return described(found, passage, memory.carried(gender(cue, passage), somebody=True)) or found
    if found.kind != "role" or found.entity or found.flag != "role" or _things(found, cue):
        return found
    if (named := named_behind(found, passage)) is not None and named is not found:
        return named
    index = passage.word_at(found.start)
    meant = bearer(passage, index) if index is not None else None
    later = meant if meant is not None and meant.entity and not told_of(meant.entity, cue, passage) else None
    new = index is not None and anaphora.of_another(found, index, passage)
    if (meant is None or not meant.entity or later is not None) and cue.verb is not None and not new:
        meant = memory.carried(found.gender or gender(cue, passage), goes_on=cue.verb.goes_on, somebody=True)
        meant = meant if meant is not None and meant.kind == "person" else None
        meant = None if meant is not None and index is not None and holds_another(meant, index, passage) else meant
    meant = later if meant is None else meant
    if meant is None or not meant.entity:
        return found
    return replace(found, entity=meant.entity, kind="person", flag="", gender=meant.gender)


def _remembered(cue: Cue, passage: Passage, memory: Memory) -> Speaker | None:
    """Who is meant by a verb without a subject: whoever was last spoken of, as far as its form agrees."""
    goes_on, said = cue.verb is not None and (cue.verb.goes_on or replying(passage)), gender(cue, passage)
    meant = memory.carried(said, goes_on=goes_on)
    return meant if goes_on else nearer_here(meant, said, cue, passage)


def gender(cue: Cue, passage: Passage) -> str:
    """What a cue says of its subject: by its form, or by a pronoun beside it."""
    if cue.verb is not None and cue.verb.gender:
        return cue.verb.gender
    language = pack(passage.article.language)
    beside = [passage.words[at].folded for at in (cue.index - 1, cue.last + 1) if 0 <= at < len(passage.words)]
    return next((said for word in beside if (said := pronoun_gender(word, language))), "")


def _lead(cue: Cue, passage: Passage) -> Speaker | None:
    """The person or body with whom the sentence begins (``أما فلان، وهو ...، فيقول``)."""
    ahead = passage.speakers_before(cue.start)
    free = [one for one in ahead if one.kind != "place" and not led_to(one, passage)] if cue.joined else ahead
    free = [one for one in free if not topical(one, cue, passage)]
    first = named_by(next(iter(free), None), free, passage)
    acting = None if first is None or first.kind == "person" else anaphora.actor(first, free, cue, passage)
    first = acting or first
    if first is None or first.kind not in ("person", "body", "group"):
        return None
    reach = LEAD_JOINED if first is not ahead[0] or cue.joined else LEAD
    near = passage.gap(passage.sentence.start, first.start) <= reach
    return named_behind(titled_behind(first, ahead, passage), passage) if near else None


def _carried(cue: Cue, passage: Passage, memory: Memory) -> tuple[Speaker | None, str]:
    """The subject of a participle: who spoke last in the sentence, else its first person or body, else anywhere."""
    told, said = memory.last(), cue.verb.gender if cue.verb is not None else ""
    fits = told is not None and (told.kind != "person" or agree(said, told.gender))
    if told is not None and fits and passage.sentence.start <= told.start < cue.start:
        return other_event(told, cue, passage) or told, "carried"
    ahead = next((s for s in passage.speakers if s.kind != "place" and agree(said, s.gender)), None)
    title = entitled(cue, passage)
    if title is not None and (ahead is None or passage.words[title].start < ahead.start):
        alone = bearer(passage, title)
        to_him = alone is not None and not alone.entity and has_pronoun(title - 1, passage)  # ``ونعاه [النقيب] قائلا``
        return (alone if alone is None or to_him else _known(alone, cue, passage, memory)), "after"
    if ahead is not None and ahead.start < cue.start:
        actor = acting(cue, passage)
        nearer = actor is not None and actor.start < ahead.start
        return (actor, "after") if nearer else (named_behind(ahead, passage), "before")
    first = opening(passage, cue.start) if ahead is None or ahead.start >= cue.start else None
    return (first, "before") if first is not None else (_remembered(cue, passage, memory), "carried")
