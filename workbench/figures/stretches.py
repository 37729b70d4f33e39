"""A wording in stretches: what of it the fullest wording has too, what was added and moved, and what was cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from workbench.text.worddiff import Change

__all__ = ["OPS", "Stretch", "Word", "stretches", "words"]

OPS = ("added", "cut", "moved")
"""What is told apart; everything else was kept, other spellings of one word among it."""
TOLD = {"added": "added", "changed": "added", "moved": "moved"}
ENDS = frozenset("ءآأؤإاةدذرزوٱٲٳٵڈډڊڋڌڍڎڏڐڑړڔڕږڗژڙۀۃۄۅۆۇۈۉۊۋۍۏےۓە")
"""Letters that do not join the one after them (Unicode, ArabicShaping: joining types R and U)."""
JOINER = "\u200d"


class Stretch(NamedTuple):
    """Words that met with one fate; ``start`` and ``end`` are in their own article, for cut ones in the fullest's.

    ``before`` and ``after`` say whether nothing parts them from the stretch beside them: of cut ones, where they stood.
    """

    op: str
    text: str
    start: int
    end: int
    before: bool = True
    after: bool = True


Word = tuple[Stretch, ...]
"""A word is of several stretches where a particle that is written with it met with another fate."""


def stretches(changes: Iterable[Change], fullest: str, text: str, start: int, end: int) -> Iterator[Stretch]:
    """The stretches of ``text[start:end]`` in order, with what was cut where it would stand.

    Parameters
    ----------
    changes: what became of the fullest wording in this one, in characters of both articles.
    fullest, text: the texts of the two articles.
    """
    at = start
    for change in sorted(changes, key=lambda one: one.b_start):
        until = _past_marks(text, change.b_start, end) if change.op == "cut" else change.b_start
        if at < until:
            yield Stretch("same", text[at:until], at, until)
            at = until
        if change.op in ("cut", "changed"):
            yield _cut(fullest, change.a_start, change.a_end)
        if at < change.b_end:
            yield Stretch(TOLD.get(change.op, "same"), text[at : change.b_end], at, change.b_end)
            at = change.b_end
    if at < end:
        yield Stretch("same", text[at:end], at, end)


def _cut(text: str, start: int, end: int) -> Stretch:
    before, after = text[max(0, start - 1) : start].isalnum(), text[end : end + 1].isalnum()
    return Stretch("cut", text[start:end], start, end, before, after)


def _past_marks(text: str, at: int, end: int) -> int:
    """Behind the punctuation that closes the word before ``at``, so that it stays with that word."""
    past = at
    while past < end and not text[past].isalnum() and not text[past].isspace():
        past += 1
    closes = at > 0 and text[at - 1].isalnum() and (past == end or text[past].isspace())
    return past if closes else at


def words(found: Sequence[Stretch]) -> list[Word]:
    """The stretches as words of one line of text: parted at spaces, and a cut word from those it never stood in."""
    done: list[list[Stretch]] = [[]]
    for one in found:
        if not one.before:
            done.append([])
        for count, part in enumerate(" ".join(one.text.splitlines()).split(" ")):
            if count:
                done.append([])
            if part:
                done[-1].append(one._replace(text=part))
        if not one.after:
            done.append([])
    return [_joined(word) for word in done if word]


def _joined(word: list[Stretch]) -> Word:
    """The stretches of a word that each keep the shape which its letters have in the whole word."""
    shaped = [word[0]]
    for one in word[1:]:
        before = _last_letter(shaped[-1].text)
        if before.isalpha() and before not in ENDS and "\u0620" <= before <= "\u06ff" and one.text[0].isalpha():
            shaped[-1] = shaped[-1]._replace(text=shaped[-1].text + JOINER)
            one = one._replace(text=JOINER + one.text)  # noqa: PLW2901
        shaped.append(one)
    return tuple(shaped)


def _last_letter(text: str) -> str:
    """The last character that is no vowel mark."""
    return next((one for one in reversed(text) if one.isalnum() or not one.strip()), " ")
