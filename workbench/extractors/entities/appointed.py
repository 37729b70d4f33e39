"""Who comes into a role and who leaves it, where a sentence says so without a title.

``انتخبت الجمعية فلانا رئيسا خلفا لفلان``, ``appointed Nadia Salam as finance minister, replacing Jamal Farah``: a name
with what its bearer was made behind it, and a name behind a word for going.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.fullnames import core
from workbench.extractors.entities.people import Person
from workbench.extractors.entities.roles import Held, Reader
from workbench.extractors.entities.rolewords import Said, heads, said, words_of
from workbench.text.phrases import peelings

__all__ = ["appointed", "chosen_by", "gone", "left"]

LONGEST_OFFICE = 6
FARTHEST = 400
"""How many characters may stand between a role and the name of whom it was taken from."""
ACCUSATIVE = "ا"
LINKS = frozenset({"as", "to", "be", "was", "is", "been", "has", "were", "had", "being"})


def appointed(reader: Reader, one: Candidate) -> tuple[Said, int, int] | None:
    """What somebody is said to be made right behind the name, with its first and last word."""
    first = reader.index(one.end)
    if first >= len(reader.words) or not first or not reader.joined(first - 1, first):
        return None
    if reader.language.article:
        return _accusative(reader, first)
    verbs = words_of("appoint", reader.language)
    name = reader.word_at(one.start)
    chosen = any(reader.words[index].folded in verbs for index in range(max(name - 1, 0), name))
    while first < len(reader.words) and reader.joined(first - 1, first):
        word = reader.words[first].folded
        if word in verbs:
            chosen = True
        elif word not in LINKS and word not in words_of("determiner", reader.language):
            break
        first += 1
    return _office(reader, first) if chosen else None


def chosen_by(reader: Reader, one: Candidate) -> bool:
    """Whether a title before a name is another's, who chooses: it stands behind a verb for that."""
    first = reader.word_at(one.phrase_start)
    before = reader.words[first - 1].folded if first else ""
    verbs = words_of("appoint", reader.language)
    return bool(reader.language.article) and any(peeled.core in verbs for peeled in peelings(before, reader.language))


def _accusative(reader: Reader, first: int) -> tuple[Said, int, int] | None:
    """An office without the article in the case that it has where somebody is made it."""
    words = [word.folded for word in reader.words[first : first + LONGEST_OFFICE]]
    plain = words[0].removesuffix(ACCUSATIVE)
    known = heads(reader.language).get((plain,))
    feminine = plain == words[0]
    if known is None or known[1] or core(words[0]) != words[0]:
        return None
    if feminine and not _chosen(reader, first):
        return None
    longer = (plain, words[1]) in heads(reader.language) if len(words) > 1 else False
    last = reader.behind(first + longer, known[0])
    own = tuple(_bare(word, reader) for word in words[: last - first + 1])
    what = said(own, reader.language)
    return (what, first, last) if what is not None else None


def _chosen(reader: Reader, first: int) -> bool:
    """Whether a word for choosing somebody stands a little before a word."""
    verbs = words_of("appoint", reader.language)
    before = reader.words[max(first - 2 * LONGEST_OFFICE, 0) : first]
    return any(one.core in verbs for word in before for one in peelings(word.folded, reader.language))


def _bare(word: str, reader: Reader) -> str:
    """A word without the ending of that case, where it is one that phrases for roles have."""
    plain = word.removesuffix(ACCUSATIVE)
    known = (plain,) in heads(reader.language) or any(
        plain in words_of(kind, reader.language) for kind in ("plain", "new", "former")
    )
    return plain if known else word


def _office(reader: Reader, first: int) -> tuple[Said, int, int] | None:
    """The office that begins at a word, its description before its head."""
    end = first
    while end < len(reader.words) and end - first < LONGEST_OFFICE and (end == first or reader.joined(end - 1, end)):
        for width in (3, 2, 1):
            phrase = tuple(word.folded for word in reader.words[end : end + width])
            known = heads(reader.language).get(phrase)
            if known is not None and not known[1]:
                last = reader.behind(end + width - 1, known[0])
                what = said(tuple(word.folded for word in reader.words[first : last + 1]), reader.language)
                return (what, first, last) if what is not None else None
        end += 1
    return None


def left(reader: Reader, one: Candidate, person: Person, here: Sequence[Held]) -> Iterator[Held]:
    """The role that somebody left: of another who is said to hold it in the same sentence.

    ``one``: a name beside which a word for going stands; ``here``: the roles beside the other names of the article.
    """
    block = reader.block(one.start)
    others = [held for held in here if held.person is not person and not held.said.sort and held.said.kind != "former"]
    near = [held for held in others if reader.block(held.start) == block and abs(held.start - one.start) <= FARTHEST]
    text = reader.article.text
    near = [h for h in near if "." not in text[min(h.end, one.end) : max(h.start, one.start)]]
    if near:
        said_of = min(near, key=lambda held: abs(held.start - one.start)).said
        former = Said(said_of.head, said_of.of, "former", said_of.sort)
        yield Held(person, reader.article.id, former, one.start, one.start, "")


def gone(reader: Reader, one: Candidate) -> bool:
    """Whether a word for going or for taking somebody's place stands beside a name."""
    gone = words_of("gone", reader.language)
    first = min(reader.word_at(one.phrase_start), reader.word_at(one.start))
    before = reader.words[max(first - 2, 0) : first]
    after = reader.index(one.end)
    behind = reader.words[after : after + 1] if reader.language.capitals else []
    possessed = reader.article.text[one.end : one.end + 2] in ("'s", "’s")
    words = [*before, *(behind if possessed else ())]
    return any(peeled.core in gone for word in words for peeled in peelings(word.folded, reader.language))
