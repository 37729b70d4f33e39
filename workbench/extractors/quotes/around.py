"""What a cue reports that stands behind or around it: marks before a verb, clauses that a phrase attributes."""

from __future__ import annotations

from workbench.extractors.quotes.appositions import apposed
from workbench.extractors.quotes.cues import COMMAS, STOPS, Cue, Passage, as_quoted
from workbench.extractors.quotes.labels import first_word
from workbench.extractors.quotes.lexicon import speech_lexicon
from workbench.extractors.quotes.nameless import is_pronoun
from workbench.extractors.quotes.phrases import Speaker
from workbench.extractors.quotes.topics import topic_of
from workbench.extractors.quotes.trailed import clause_around, clause_before
from workbench.extractors.quotes.vicinity import finite, pronoun_in
from workbench.languages.pack import pack
from workbench.text.marks import Marked
from workbench.text.tokens import Token

__all__ = ["attributed", "marks_before", "trailing", "untold"]

PHRASE = 8  # the most words of a noun phrase between marks and its verb
PARTING = frozenset(',،;؛:—–()[]«»“”"\n')
PRESENTED = 5  # the most words that say what somebody is, before his title and name
OF_PLACE = 2  # the most words with a capital before the title of whom a verb trails: ``, [Wadi] police chief A said``
FEW = 3  # up to so many words before a phrase between commas report nothing yet
SIGNS = tuple(COMMAS)
TRAILING = 3  # the most words between closing marks and the verb that follows them
SOURCE = 12  # the most words that tell of a source without a name, before the comma
ANEW = 3  # the fewest words behind a phrase that attributes and begins a sentence without a full stop before
HELPED = 2  # words before such a phrase among which a helping verb makes it that of its clause
OWNED = 3  # the same of one told by whose he is: ``according to [her office]``
CALLED = 6  # the most words of a source that no list knows
TRAILED = 2  # more words than that are reported before a verb that trails them
EXPLAINED = 15  # the same where an apposition explains its subject
AFTER = 4  # the most words behind such a verb


def marks_before(cue: Cue, passage: Passage, names: dict[Marked, str]) -> Marked | None:
    """The quotation that a cue follows: ``«...»، قال فلان``."""
    cue = as_quoted(cue, passage)
    ended = [
        m for m in passage.marks if m.closed and m.end < cue.start and m not in names and not _told_with(m, passage)
    ]
    if not ended or cue.joined:
        return None
    explained = apposed(cue, passage, passage.speakers_before(cue.start))
    first = next(iter(passage.speakers_from(ended[-1].end)), None)  # ``«...», [its chairman], retired judge A, told``
    beside = first is not None and not passage.gap(ended[-1].end, first.start)
    if explained is not None and first is not None and beside and first.start <= explained.start:
        return ended[-1]
    if _determined(ended[-1], cue, passage) or _presented(ended[-1], cue, passage):
        return ended[-1]
    between = passage.text[ended[-1].end + 1 : cue.start]
    gap_speaker = [s for s in passage.speakers if ended[-1].end < s.start < cue.start]
    if passage.gap(ended[-1].end, cue.start) > (PHRASE if len(gap_speaker) == 1 else TRAILING):
        return None
    words_between = passage.gap(ended[-1].end, cue.start) - sum(passage.gap(s.start, s.end) for s in gap_speaker)
    words_between -= cue.index > 0 and is_pronoun(passage.words[cue.index - 1].folded, passage)
    words_between -= min(words_between, _thus(ended[-1], passage))
    inside_comma = passage.text[ended[-1].end - 1] in (*COMMAS, "?", "!")
    apart = inside_comma or between.strip(" \u00a0")[:1] in (*COMMAS, "", "-", "–", "—")
    return ended[-1] if words_between == 0 and apart else None


def untold(cue: Cue, mark: Marked | None, earlier: list[Cue]) -> Marked | None:
    """Marks before a participle, where no verb has them already: ``قال «...»، [رافضا] الكشف عن``."""
    told = mark is not None and any(one.content[0] >= 0 and one.content[0] <= mark.start for one in earlier)
    return None if told and cue.tag == "part" else mark


def _told_with(mark: Marked, passage: Passage) -> bool:
    """Whether a preposition leads to a few words in marks, which are no quotation: ``في اتصال [مع «نبض»]، قال``."""
    language = pack(passage.article.language)
    if not language.settings["verb_first"] or passage.gap(mark.start, mark.end) > FEW:
        return False
    first = passage.gap(passage.sentence.start, mark.start)
    before = passage.words[first - 1].folded if first else ""
    return before in speech_lexicon(language).prepositions or before in language.clitics("preposition")


def _thus(mark: Marked, passage: Passage) -> int:
    """How many words stand behind marks that only point to them: ``«...».. [هكذا] طمأن``, ``«...»، [بهذه الكلمات]``."""
    language = pack(passage.article.language)
    words = [one.folded for one in passage.words if one.start > mark.end][:2]
    if not language.settings["verb_first"] or not words:
        return 0
    links, starts = language.words("stopwords"), language.words("clause_starts")
    pointed = words[0].startswith(language.clitics("preposition")) and words[0][1:] in starts & links
    if pointed and len(words) > 1 and words[1].startswith(language.article):
        return 2
    return int(words[0] in language.listed("thus"))


def _determined(mark: Marked, cue: Cue, passage: Passage) -> bool:
    """Whether a noun phrase with an article, and no more, stands between marks and a verb: ``," the mayor said``."""
    language, text = pack(passage.article.language), passage.text
    words = [word for word in passage.words if mark.end < word.start < cue.start]
    some = words[0].folded in language.listed("indefinite") if words else False  # ``," one of them said``
    if not (1 - some) < len(words) <= PHRASE or not (some or words[0].folded in language.listed("before_things")):
        return False
    if any(sign in text[words[0].start : cue.start] for sign in PARTING) or words[0].start - mark.end > 3:
        return False
    ends = text[mark.end - 1] in (*COMMAS, "?", "!", ".") or text[mark.end + 1 : words[0].start].strip() in COMMAS
    known = speech_lexicon(language)
    other = not some and any(word.folded in language.listed("relatives") for word in words)
    verbs = (known.verbs.at(at, words, text) for at in range(len(words)))
    return ends and not other and not any(hit is not None and not hit.value.plain for hit in verbs)


def _presented(mark: Marked, cue: Cue, passage: Passage) -> bool:
    """Whether a name with what somebody is stands alone between marks and a verb: ``," local police chief A said``."""
    language, text = pack(passage.article.language), passage.text
    ahead = passage.speakers_before(cue.start)
    if language.settings["verb_first"] or not ahead or passage.gap(ahead[-1].end, cue.start):
        return False
    words = [word for word in passage.words if mark.end < word.start < ahead[-1].start]
    if ahead[-1].kind != "person" or not words or words[0].start - mark.end > 3:
        return False
    if text[mark.end - 1] not in (*COMMAS, "?", "!"):
        return False
    between = (text[words[-1].end : ahead[-1].start].strip(), text[ahead[-1].end : cue.start].strip())
    opens = mark.start <= passage.sentence.start + 1 and words[0].folded in language.listed("before_things")
    if (opens or words[0].folded in language.listed("owners")) and all(sign in SIGNS for sign in between):
        return len(words) <= PRESENTED and _silent(words, passage)  # ``," his wife, A, said``
    if any(sign in text[words[0].start : cue.start] for sign in PARTING):
        return False
    return _describes(words, passage)


def _describes(words: list[Token], passage: Passage) -> bool:
    """Whether words before a title and a name only say what somebody is: ``[health directorate] spokesman A``."""
    language = pack(passage.article.language)
    other = any(word.folded in language.words("stopwords") for word in words)
    return 0 < len(words) <= PRESENTED and not other and _silent(words, passage)


def _silent(words: list[Token], passage: Passage) -> bool:
    """Whether no verb of saying is among some words."""
    verbs = speech_lexicon(pack(passage.article.language)).verbs
    return not any(verbs.at(at, words, passage.text) for at in range(len(words)))


def trailing(cue: Cue, passage: Passage, earlier: list[Cue]) -> None:
    """The content of a verb that stands behind it with its subject: ``The letter was late, she recalled.``"""
    language = pack(passage.article.language)
    if not language.settings["opener_optional"] or cue.tag not in ("past", "pres"):
        return
    if any(one.content[0] >= 0 for one in earlier):
        return
    told = max(-1 if earlier else clause_around(cue, passage), clause_before(cue, passage))
    if told > 0:
        cue.opened, cue.content = "clause", (passage.sentence.start, told)
        return
    if earlier:
        return
    text, who = passage.text, cue.subject
    beside = who is not None and min(abs(who.end - cue.start), abs(who.start - cue.end)) <= 1
    spoken = cue.index > 0 and is_pronoun(passage.words[cue.index - 1].folded, passage)
    begin = passage.words[cue.index - 1].start if spoken else min(who.start if beside and who else cue.start, cue.start)
    before = text[passage.sentence.start : begin].rstrip()
    comma = max(before.rfind(sign) for sign in SIGNS)
    between = [word for word in passage.words if passage.sentence.start + comma < word.start < begin]
    place = len(between) <= OF_PLACE and text[passage.sentence.start + comma + 1 :].lstrip()[:1].isupper()
    if comma >= 0 and (place or (beside and _describes(between, passage))):
        before = before[: comma + 1]
    last = max(cue.end, who.end if beside and who is not None else cue.end)
    following = passage.words[passage.gap(passage.sentence.start, last) :][:1]
    relative = any(word.folded in language.listed("people_relatives") for word in following)
    explained = text[last : last + 1] in COMMAS or relative
    behind = passage.gap(last, passage.sentence.end)
    if not (beside or spoken) or not before.endswith(tuple(COMMAS)) or behind > (EXPLAINED if explained else AFTER):
        return
    end = passage.sentence.start + len(before) - 1
    if passage.gap(passage.sentence.start, end) > TRAILED:
        cue.opened, cue.content = "clause", (passage.sentence.start, end)


def attributed(cue: Cue, passage: Passage, before: Marked | None, earlier: list[Cue]) -> None:
    """The content of a phrase such as ``بحسب``: what follows it at the head of a sentence, else what it follows."""
    text, sentence = passage.text, passage.sentence
    opens = cue.index <= first_word(passage) or _clause_begins(cue, passage) or _begins_anew(cue, passage)
    if cue.subject is None:
        ends = passage.gap(cue.end, sentence.end) == 0
        quoted = before is not None and not opens
        cue.subject = (
            _called(cue, passage)
            if opens
            else topic_of(passage)
            if ends
            else _last(cue, passage, earlier, quoted=quoted) or _subject_of(cue, passage)
        )
    if cue.subject is None:
        return
    if opens:
        far = SOURCE if cue.subject.kind == "group" else CALLED
        start = _past_comma(max(cue.end, cue.subject.end), passage, far)
        while start < sentence.end and not text[start].isalnum() and passage.marked_at(start) is None:
            start += 1
        cue.opened, cue.content = "comma", (_past_links(passage, start), -1)
    elif before is not None and (verb := _speaks_already(cue, before, earlier)) is not None:
        verb.via = cue.subject
    elif before is not None:
        cue.opened, cue.content = "before", (before.start, before.end)
    elif _goes_with(cue, passage, earlier):
        return
    elif (after := _interposed(cue, passage)) >= 0:
        mark = passage.marked_at(after - 1)
        cue.opened, cue.content = ("comma", (after, -1)) if mark is None else ("before", (mark.start, mark.end))
    elif not any(one.content[0] >= 0 for one in earlier) and not _within_clause(cue, passage):
        cue.opened, cue.content = "clause", _clause(cue, passage)


def _within_clause(cue: Cue, passage: Passage) -> bool:
    """Whether a phrase stands between a subject and its verb (``الأمين العام فلان، [وفق مصادر]، أبلغ الحكومة``), or in
    the middle of a clause (``وهي [في رأيه] أصل الحكاية``).
    """
    text, end = passage.text, max(cue.end, cue.subject.end if cue.subject is not None else 0)
    language = pack(passage.article.language)
    helpers, ends = language.listed("progressives"), tuple(language.listed("finite_endings")) or ("\0",)
    helped = any(word.folded in helpers for word in passage.words[max(0, cue.index - HELPED) : cue.index])
    if helped and passage.words[cue.index].folded.endswith(ends):  # ``The pause was first [reported by] A``
        return True
    if pronoun_in(cue, passage) and text[cue.end : passage.sentence.end].strip()[:1].isalnum():
        return True
    ahead = passage.speakers_before(cue.start)[-1:]
    behind = passage.gap(passage.sentence.start, _past_comma(end, passage, FEW))
    if not ahead or text[ahead[0].end : passage.words[cue.index].start].strip() not in COMMAS:
        return False
    if behind >= len(passage.words):
        return False
    hit = speech_lexicon(pack(passage.article.language)).verbs.at(behind, passage.words, text)
    return hit is not None and hit.value.tag in ("past", "pres") and not hit.peeling.proclitics


def _clause(cue: Cue, passage: Passage) -> tuple[int, int]:
    """The clause before a phrase that attributes, behind a colon where one stands, without a word that only joins the
    two (``[وذلك] وفق ما أعلنه``).
    """
    text, sentence = passage.text, passage.sentence
    asides = speech_lexicon(pack(passage.article.language)).asides
    last = passage.gap(sentence.start, cue.start) - 1
    aside = asides.at(last, passage.words, text) if last > 0 else None
    end = cue.start if aside is None or aside.last != last else passage.words[last].start
    while end > sentence.start and not text[end - 1].isalnum():
        end -= 1
    colon = text.rfind(":", sentence.start, end)
    first = passage.words[first_word(passage)].start if passage.words else sentence.start
    return passage.words[passage.gap(sentence.start, colon)].start if colon > first else first, end


def _speaks_already(cue: Cue, mark: Marked, earlier: list[Cue]) -> Cue | None:
    """The verb whose words in marks a body only passes on: ``تمنى الرئيس «...»، [بحسب الكرملين]``."""
    around = [one for one in earlier if one.verb is not None and 0 <= one.content[0] <= mark.start]
    verb = around[-1] if around and cue.subject is not None and cue.subject.kind == "body" else None
    said = verb is not None and verb.subject is not None and verb.subject.kind == "person"
    return verb if said and verb is not None and "carried" not in verb.flags else None


def _begins_anew(cue: Cue, passage: Passage) -> bool:
    """Whether a phrase begins a sentence that no full stop parts from the one before: ``[ووفق الكرملين]، تناولت``."""
    comma = _past_comma(cue.end, passage, CALLED)
    return cue.joined and comma > cue.end and passage.gap(comma, passage.sentence.end) >= ANEW


def _goes_with(cue: Cue, passage: Passage, earlier: list[Cue]) -> bool:
    """Whether a phrase only says through whom a verb right before it speaks: ``ردت الوزارة [على لسان]``."""
    before = earlier[-1] if earlier and pack(passage.article.language).settings["verb_first"] else None
    if before is None or before.verb is None or before.content[0] >= 0:
        return False
    who = before.subject
    end = who.end if who is not None and before.end <= who.start < cue.start else before.end
    return not passage.gap(end, cue.start)


def _interposed(cue: Cue, passage: Passage) -> int:
    """Where words begin that a phrase between commas attributes, a word or two on (``فهو، بحسبه، رجل``); else -1."""
    text, end = passage.text, max(cue.end, cue.subject.end if cue.subject is not None else 0)
    before = text[passage.sentence.start : passage.words[cue.index].start].rstrip()
    behind = text[end : passage.sentence.end].lstrip()
    if not before.endswith(SIGNS) or not behind.startswith(SIGNS):
        return -1
    start = text.index(behind[0], end) + 1
    while start < passage.sentence.end and not text[start].isalnum() and passage.marked_at(start) is None:
        start += 1
    marked = passage.marked_at(start) is not None
    few = passage.gap(passage.sentence.start, cue.start) <= FEW
    return start + marked if marked or few else -1


def _clause_begins(cue: Cue, passage: Passage) -> bool:
    """Whether a semicolon stands right before a cue (``؛ فبحسب``)."""
    before = passage.text[passage.sentence.start : passage.words[cue.index].start].rstrip()
    return before.endswith(("؛", ";"))


def _past_comma(position: int, passage: Passage, words: int) -> int:
    """Behind the comma that ends a phrase which attributes, a few words on (``عن مصدر في الوزارة،``)."""
    commas = [at for sign in COMMAS if (at := passage.text.find(sign, position, passage.sentence.end)) > 0]
    return min(commas) + 1 if commas and passage.gap(position, min(commas)) <= words else position


def _called(cue: Cue, passage: Passage) -> Speaker | None:
    """Whoever stands between a phrase that attributes and a comma, though no list knows him (``بحسب البلدية، ...``).

    A particle behind a conjunction ends it too: ``بحسب الهمامي [فإن] الأسعار``.
    """
    text, known = passage.text, speech_lexicon(pack(passage.article.language))
    ends = [place for sign in COMMAS if (place := text.find(sign, cue.end, passage.sentence.end)) > 0]
    within = range(cue.last + 1, min(cue.last + 2 + CALLED, len(passage.words)))
    behind = (known.openers.at(at, passage.words, text) for at in within)
    joined = (hit for hit in behind if hit is not None and hit.peeling.front and hit.value not in known.prepositions)
    ends += [passage.words[hit.first - 1].end for hit in joined][:1]
    end = min(ends, default=-1)
    start = next((word.start for word in passage.words if word.start >= cue.end), -1)
    if not 0 <= start < end or passage.gap(start, end) > CALLED:
        return None
    return Speaker(start, end, start, end, "", "group", "unknown-name")


def _last(cue: Cue, passage: Passage, earlier: list[Cue], *, quoted: bool) -> Speaker | None:
    """Whoever stands behind a phrase that attributes and ends the sentence, though unknown.

    Capitalised, or behind a quotation and an article: ``"...", according to the chamber of commerce``.
    """
    following = [word for word in passage.words if word.start >= cue.end]
    language = pack(passage.article.language)
    if not language.capitals or any(one.content[0] >= 0 for one in earlier) or not following:
        return None
    start = following[0].start
    first = following[0].folded
    named = following[-1].text[:1].isupper() or (quoted and first in language.listed("before_things"))
    named = named or (first in language.listed("owners") and len(following) <= OWNED)
    if not named or len(following) > CALLED or passage.text[cue.end : start].strip():
        return None
    end = passage.words[-1].end
    return Speaker(start, end, start, end, "", "group", "unknown-name")


def _subject_of(cue: Cue, passage: Passage) -> Speaker | None:
    """The subject of a verb that ends a phrase which attributes, though no list knows it: ``وفق ما أكدته [الشرطة]``."""
    if not finite(cue.last, passage):
        return None
    places = (passage.text.find(sign, cue.end, passage.sentence.end) for sign in (*COMMAS, *STOPS))
    end = min((place for place in places if place > 0), default=passage.sentence.end)
    words = [word for word in passage.words if cue.end <= word.start < end]
    if not words or len(words) > CALLED or passage.text[cue.end : words[0].start].strip():
        return None
    return Speaker(words[0].start, words[-1].end, words[0].start, words[-1].end, "", "group", "unknown-name")


def _past_links(passage: Passage, start: int) -> int:
    """Content without the connecting word that introduces it (``فقد``)."""
    known = speech_lexicon(pack(passage.article.language))
    language = pack(passage.article.language)
    links = language.clause_links
    first = passage.word_at(start)
    if first is None or first + 1 >= len(passage.words) or known.verbs.at(first, passage.words, passage.text):
        return start
    if known.negations.at(first, passage.words, passage.text, peel=False):  # ``بحسب شقيقه، [لم] يتصل أحد``
        return start
    word = passage.words[first]
    return passage.words[first + 1].start if word.folded in links and len(word.folded) <= 3 else start
