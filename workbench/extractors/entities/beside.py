"""What stands beside a personal name and tells that it is one: what somebody is, a body, what is attached to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.fullnames import kinds
from workbench.extractors.entities.kinds import FOREIGN_LETTERS
from workbench.extractors.entities.lexicon import UNLIKE, Title, lexicon
from workbench.extractors.entities.names import ADVERB, Name, NameReader
from workbench.extractors.entities.spellings import possessed
from workbench.kept import kept
from workbench.languages.gazetteers import gazetteers
from workbench.languages.pack import LanguagePack
from workbench.text.phrases import Hit, cores, peelings

if TYPE_CHECKING:
    from workbench.extractors.entities.capital_heads import CapitalReader
    from workbench.extractors.entities.heads import HeadReader

__all__ = [
    "addressed",
    "apposed",
    "attached",
    "before_name",
    "begins_places",
    "behind_body",
    "behind_place",
    "between_commas",
    "borne_first",
    "called_so",
    "led_body",
    "of_body",
    "pronominal",
    "readings",
    "seated",
    "spelled_apart",
    "spelled_as_place",
    "supported",
    "titular",
    "undescribed",
]

COMMAS = ("،", ",")
OFFICE = 9  # the most words of an office before the comma behind which its holder is named
DESCRIBED = 3  # the most words between a comma and a name that say what somebody is
UNKNOWN = 2  # the most words of a name before a comma that no list knows
BORNE = 2  # the weight up to which a gathered name is hardly anybody's
CUE = 8  # the most words of what joins a nickname to a name


def apposed(names: NameReader, last: int) -> bool:
    """Whether a comma and what somebody is follow a name that ends at a token: ``رباح المهنا، عضو المكتب``."""
    following = last + 1
    if following >= len(names.words):
        return False
    if not _comma(names, following):
        return False
    hit = names.lexicon.titles.at(following, names.words, names.text, peel=False)
    return hit is not None and hit.value.kind != "honorific"


def behind_body(names: NameReader, bodies: Iterable[Candidate], hit: Hit[Title], after: int) -> Name | None:
    """The name behind the body that a title is of: ``رئيس نادي نسور الساحل جمال فرح``.

    ``after``: the token behind the title and what is known to belong to it.
    """
    place = names.words[after].start
    body = next((one for one in bodies if one.sure and hit.start < one.start <= place < one.end), None)
    if body is None:
        return None
    index = after
    while index < len(names.words) and names.words[index].end <= body.end:
        index += 1
    if index >= len(names.words) or not names.near(index - 1):
        return None
    name = names.at(index, titled=True)
    if name is None or len(name.parts) < 2:
        return None
    family = names.definite(name.parts[-1]) and names.nisba(name.parts[-1]) and not names.definite(name.parts[0])
    return name if name.given or family else None


def between_commas(names: NameReader, hit: Hit[Title], after: int) -> Name | None:
    """The full name between two commas behind a role and what it is of: ``المتحدث باسم الشركة المشغلة، إلياس شامي،``.

    ``after``: the token behind the title and what is known to belong to it.
    """
    if names.pack.capitals or hit.value.kind != "role":
        return None
    comma = after - 1
    while comma + 1 < len(names.words) and names.near(comma):
        comma += 1
        word = names.words[comma]
        if comma - hit.first > OFFICE:
            return None
        readings = cores(word.folded, names.pack)
        if not (names.lexicon.openers.isdisjoint(readings) and names.lexicon.says.isdisjoint(readings)):
            return None
    first = comma + 1
    if not _comma(names, first):
        return None
    honour = names.lexicon.titles.at(first, names.words, names.text, peel=False)
    start = first if honour is None else honour.last + 1
    at = start
    while at - start < DESCRIBED and at + 1 < len(names.words):
        if names.words[at].folded in names.lexicon.links and names.near(at) and _describes(names, at + 1):
            at += 2
        elif _describes(names, at):
            at += 1
        else:
            break
    name = names.at(at, titled=honour is not None or at > start)
    if name is None or not (name.given or honour or (at > start and _foreign(names, name))):
        return None
    name = _to_comma(names, name)
    return name if len(name.parts) > 1 and _comma(names, name.last + 1) else None


def _describes(names: NameReader, index: int) -> bool:
    """Whether a word with the article only says what somebody is, the next word beside it: ``السويدية السابقة``."""
    word = names.words[index].folded
    known = word in names.lexicon.given or word in names.lexicon.given_ambiguous or word in names.lexicon.surnames
    return names.definite(word) and not known and names.near(index)


def _foreign(names: NameReader, name: Name) -> bool:
    """Whether every part of a name looks like another language's by its letters."""
    return all(names.grade(part) >= FOREIGN_LETTERS for part in name.parts)


def _to_comma(names: NameReader, name: Name) -> Name:
    """A name up to the comma behind it, over a word or two that no list knows."""
    last = name.last
    while last - name.last < UNKNOWN and last + 1 < len(names.words) and names.near(last):
        last += 1
        if names.words[last].folded in names.lexicon.stops:
            return name
    if last == name.last or not _comma(names, last + 1):
        return name
    parts = names.parts(name.first, last, names.words[name.first].folded)
    return replace(name, last=last, parts=parts, kinds=(*name.kinds, *["unknown"] * (len(parts) - len(name.parts))))


def seated(names: NameReader, after: int) -> Name | None:
    """The name behind where somebody is accredited: ``سفير إسرائيل لدى الأمم المتحدة [فلان]``."""
    if names.words[after].folded not in names.pack.listed("people_from") or after + 1 >= len(names.words):
        return None
    hit = names.lexicon.gazetteer.at(after + 1, names.words, names.text, peel=False)
    if hit is None or hit.last + 1 >= len(names.words) or not names.near(hit.last):
        return None
    name = names.at(hit.last + 1, titled=True)
    if name is None or len(name.parts) < 2 or names.definite(name.parts[0]):
        return None
    return name if name.given or _foreign(names, name) else None


def behind_place(names: NameReader, hit: Hit[Title], name: Name | None) -> Name | None:
    """A name behind the title of who governs a place, and behind that place: ``محافظ كرمون [ميسون الشامي]``."""
    if (
        name is None
        or "place" not in hit.value.of
        or len(name.parts) > 1
        or name.kinds[0] not in ("unknown", "definite")
    ):
        return _behind_club(names, hit, name)
    if name.last + 1 >= len(names.words) or not names.near(name.last):
        return name
    later = names.at(name.last + 1)
    return later if later is not None and later.given and len(later.parts) > 1 else name


def _behind_club(names: NameReader, hit: Hit[Title], name: Name | None) -> Name | None:
    """A full name behind a title and one word with the article, what it is of: ``مدرب النصر [ماركو بيولي]``."""
    if name is None or hit.value.kind != "role" or len(name.parts) > 1 or not names.definite(name.parts[0]):
        return name
    if names.definite(names.words[hit.first].folded) or name.kinds[0] == "given" or name.last + 1 >= len(names.words):
        return name
    later = names.at(name.last + 1) if names.near(name.last) else None
    return later if later is not None and later.given and len(later.parts) > 1 else name


def before_name(names: NameReader, body: Hit[Title]) -> bool:
    """Whether a body that is known already stands between a title and a full name: ``رئيس [الجامعة] نزيه شامي``."""
    if not names.definite(body.peeling.core) or body.last + 1 >= len(names.words) or not names.near(body.last):
        return False
    honour = names.lexicon.titles.at(body.last + 1, names.words, names.text, peel=False)
    if honour is not None and honour.value.kind == "honorific":
        return True
    name = names.at(body.last + 1, titled=True)
    return name is not None and len(name.parts) > 1 and name.kinds[0] not in ("definite", "ambiguous")


def led_body(reader: HeadReader | CapitalReader, names: NameReader, hit: Hit[Title]) -> int:
    """The last token of a title, or of the body whose head ends it, where a full name stands behind that.

    ``رئيس [اتحاد طلبة تل ريحان] يزن شامي``: the body ends before who leads it.
    """
    if names.pack.capitals or "org" not in hit.value.of or hit.value.kind != "role":
        return hit.last
    for first in (hit.last, hit.last + 1):
        body = reader.at(first) if first < len(names.words) and first > hit.first else None
        if body is None or body.type != "ORG" or body.last <= hit.last or body.last + 1 >= len(names.words):
            continue
        name = names.at(body.last + 1, titled=True) if names.near(body.last) else None
        if name is not None and name.given and len(name.parts) > 1:
            return body.last
    return hit.last


def _comma(names: NameReader, index: int) -> bool:
    """Whether just a comma stands before a token."""
    if not 0 < index < len(names.words):
        return False
    return names.text[names.words[index - 1].end : names.words[index].start].strip(" \u00a0") in COMMAS


def undescribed(names: NameReader, hit: Hit[Title], name: Name | None) -> Name | None:
    """A name behind a title without the adjective at its beginning: ``المعلمة [المتقاعدة] أم كلثوم``."""
    if name is not None and len(name.parts) == 1 and (_qualified(names, name.last) or _predicated(names, hit, name)):
        return None
    if name is None or name.kinds[0] != "definite" or len(name.kinds) == 1:
        return name
    if _plain_noun(names, name) and (later := names.at(name.first + 1, titled=True)) is not None:
        return later
    if name.kinds[1] == "given" or (name.kinds[1] == "joined" and not names.likely(name.parts[0])):
        return names.at(name.first + 1) or name
    return name


def _qualified(names: NameReader, last: int) -> bool:
    """Whether an adjective with the ending of an object follows a word, so that it is no name: ``نداء [عاجلاً]``."""
    following = last + 1
    return following < len(names.words) and names.near(last) and names.words[following].text.endswith(ADVERB)


def _predicated(names: NameReader, hit: Hit[Title], name: Name) -> bool:
    """Whether an ordinary word is what is said of somebody's relative, and no name: ``إن ابنه [سالم] من الإصابة``."""
    if hit.value.kind != "honorific" or name.kinds != ("ambiguous",) or hit.first == 0 or not names.near(hit.first - 1):
        return False
    following = name.last + 1
    if following >= len(names.words) or not names.near(name.last):
        return False
    told = names.words[hit.first - 1].folded in names.lexicon.openers
    return told and names.words[following].folded in names.pack.listed("people_from")


def _plain_noun(names: NameReader, name: Name) -> bool:
    """Whether an ordinary word with the article belongs to the title before it: ``نقيب [العمال] القصار``."""
    bare = name.parts[0].removeprefix(names.pack.article)
    known = names.gathered.classes(name.parts[0]).person or names.gathered.classes(bare).person
    listed = name.kinds[1] == "surname" or names.likely(name.parts[1])
    return not known and listed and names.grade(bare) <= UNLIKE


def borne_first(names: NameReader, word: str) -> bool:
    """Whether a word that the pack does not list is a given name of at least two people, and nothing else."""
    known = names.gathered.classes(word)
    return known.person in ("given", "both") and known.weight > 1 and not known.ordinary


def called_so(names: NameReader, index: int) -> bool:
    """Whether a word leads to a name, though it is one too: ``المعروف لدى الجيران [باسم]``, ``مسجلة [باسم] فلان``."""
    cues = _cues(names.pack)
    first = cues.get(names.words[index].folded, frozenset())
    return bool(first) and any(word.folded in first for word in names.words[max(0, index - CUE) : index])


@cache
def _cues(language: LanguagePack) -> dict[str, frozenset[str]]:
    """The last words of what joins a nickname to a name, each with the first words that it goes with."""
    cues = [cue.split() for kind in ("called", "behalf") for cue in kinds(language, kind)]
    return {cue[-1]: frozenset(one[0] for one in cues if one[-1] == cue[-1]) for cue in cues if len(cue) > 1}


def addressed(names: NameReader, index: int) -> bool:
    """Whether a word is whom a verb of saying addresses, though it is a name too: ``قال [لي] ماركو``."""
    if not index or not pronominal(names.words[index].folded, names.pack):
        return False
    return not names.lexicon.says.isdisjoint(cores(names.words[index - 1].folded, names.pack))


def begins_places(names: NameReader, hit: Hit[Title]) -> bool:
    """Whether a title begins names of places too, as a saint's does (``سيدي بلعباس``)."""
    return not names.pack.capitals and names.gathered.classes(hit.peeling.core).first


def of_body(names: NameReader, hit: Hit[Title], name: Name) -> bool:
    """Whether a name behind a title and a preposition is that of a body: ``a spokeswoman for [Sidrat Al-Bahr]``."""
    led = hit.last > hit.first and names.words[hit.last].folded in names.pack.words("noun_markers")
    return names.pack.capitals and led and "org" in hit.value.of and not name.given


def spelled_apart(names: NameReader, hit: Hit[Title]) -> bool:
    """Whether only folding makes a title of a function word: ``أمام`` is no ``إمام``."""
    word = names.words[hit.first].text[hit.peeling.front :]
    return (
        not names.pack.capitals and hit.peeling.core in names.pack.words("stopwords") and word in _written(names.pack)
    )


def titular(names: NameReader, hit: Hit[Title]) -> bool:
    """Whether a title is a given name itself: without the article, and a name right behind it (``[سلطان] القحطاني``).

    Before a name a title has the article (``الشيخ خالد``), or what somebody is the head of stands between both.
    """
    word, following = hit.peeling.core, hit.last + 1
    if names.pack.capitals or hit.first < hit.last or following >= len(names.words):
        return False
    own, after = names.lexicon, names.words[following]
    if after.folded in kinds(names.pack, "servant") and word in own.given_ambiguous and names.near(hit.last):
        return not names.definite(word)
    if after.folded in kinds(names.pack, "faith") and word in own.given_ambiguous and names.near(hit.last):
        return True
    if names.definite(word):
        return False
    if word not in own.given_ambiguous - own.says or not names.near(hit.last) or hit.peeling.back:
        return False
    if any(table.at(following, names.words, names.text) for table in (own.gazetteer, own.demonyms, own.titles)):
        return False
    name = names.at(following)
    if name is not None and after.folded in own.given and not names.definite(after.folded):
        return hit.value.kind != "role" or "place" in hit.value.of or len(name.parts) == 1
    known = names.gathered.classes(after.folded)
    return after.folded in own.surnames and not known.ordinary and names.nisba(after.folded)


def spelled_as_place(names: NameReader, index: int) -> bool:
    """Whether a word is spelled like the head of places, and only folding makes it a name: ``مرسى`` is no ``مرسي``."""
    head = names.lexicon.heads.at(index, names.words, names.text)
    if head is None or head.value.kind != "place" or head.first < head.last:
        return False
    return names.words[index].text[head.peeling.front :] in _places_respelled(names.pack)


def supported(names: NameReader, name: Name) -> bool:
    """Whether a name that begins with an ordinary word has a second part that only names have."""
    own = set(name.kinds[1:])
    nisba = "definite" in own and names.nisba(name.parts[-1])
    if names.definite(name.parts[0]):
        speaks = nisba and names.spoken(name.first, name.last, marks=':،,«"“')
        return speaks or bool(own & {"given", "joined"})
    return nisba or bool(own & {"given", "surname", "joined"})


@cache
def _places_respelled(language: LanguagePack) -> frozenset[str]:
    """The heads of places that folding spells otherwise."""
    spelled = (row["title"] for row in language.rows("titles") if row["kind"] == "place")
    return frozenset(one for one in spelled if language.fold(one) != one)


@cache
def _written(language: LanguagePack) -> frozenset[str]:
    """The function words as they are spelled, without those that are spelled like a title."""
    return frozenset(language.lines("stopwords")) - {row["title"] for row in language.rows("titles")}


@kept
def pronominal(word: str, language: LanguagePack) -> bool:
    """Whether a folded word is a preposition with a pronoun (``لي``)."""
    prepositions, pronouns = language.clitics("preposition"), language.clitics("enclitic")
    return any(word.startswith(one) and word[len(one) :] in pronouns for one in prepositions if one)


@kept
def attached(word: str, language: LanguagePack) -> bool:
    """Whether a folded word is a particle of names with a preposition joined to it (``بأبي``), or has a pronoun."""
    known = lexicon(language).particles
    return possessed(word, language) or any(front and core in known for front, core in readings(word, language))


@kept
def readings(word: str, language: LanguagePack) -> tuple[tuple[int, str], ...]:
    """The readings of a folded word that may begin a name: as it stands, or without what is attached to it.

    Each is the number of letters taken off and the rest. A particle with a preposition (``بأبي فيصل``) comes before
    the word as a whole, which few people have.
    """
    names = lexicon(language)
    fronts = [p for p in peelings(word, language) if p.proclitics and not p.back]
    if word in names.surnames and gazetteers(language).classes(word).weight > BORNE:  # ``كرامي`` is no ``رامي``
        fronts = [p for p in fronts if p.proclitics not in language.clitics("preposition")]
    attached = [(p.front, p.core) for p in fronts]
    particles = tuple(one for one in attached if one[1] in names.particles)
    if particles and word not in names.given_own:
        return particles
    if word in names.given:
        return (*particles, (0, word))
    if word in names.stops and word not in names.beginnings:
        return particles
    known = tuple(one for one in [(0, word), *attached] if one[1] in names.beginnings)
    return known[:1] if word in names.given_ambiguous else known
