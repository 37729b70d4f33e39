"""What differs between two wordings, word by word, with the characters of both.

Words agree when their folded spellings do; a particle that is written together with its word is taken off where the
other wording has the word without it, so that ``وأكد`` against ``أكد`` is one letter cut and no other word. The words
are laid beside each other by those that stand once in both (Cohen's patience diff) and between these by the longest
common subsequence, up to a size; then runs of two or more words left over on both sides are told as moved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from workbench.languages.pack import LanguagePack
from workbench.text.phrases import Peeling, peelings, unfolded
from workbench.text.tokens import Token, tokens

__all__ = ["Change", "Side", "word_diff"]

CELLS = 250_000  # of a table of common subsequences; what is larger and holds no word that stands once stays unlike
REPEATS = 16  # places of one pair of words from which a moved run may begin
RUN = 2  # words of a moved run

Match = tuple[int, int]


class Side(NamedTuple):
    """One of two wordings: ``text[start:end]``, in the language of a pack."""

    text: str
    language: LanguagePack
    start: int
    end: int


class Change(NamedTuple):
    """A stretch of both: ``op`` is same, spelling, changed, cut, added or moved; a side without words is empty."""

    op: str
    a_start: int
    a_end: int
    b_start: int
    b_end: int


class Piece(NamedTuple):
    """A word, or what was taken off one: its folded form, where it stands, and whether it is a particle."""

    folded: str
    start: int
    end: int
    particle: bool = False


def word_diff(a: Side, b: Side) -> list[Change]:
    """What became of one wording in another, in the order of the first; punctuation is not compared.

    ``same`` has the same letters, ``spelling`` the same words spelled otherwise (marks, hamza, tatweel, case),
    ``changed`` has other words in the place of these, ``cut`` and ``added`` have words on one side only, ``moved`` at
    least two words that stand elsewhere.

    >>> from workbench.languages import pack
    >>> old, new = "بنّاءة وموضوعية وعملية", "بناءة وعملية"
    >>> found = word_diff(Side(old, pack("ar"), 0, len(old)), Side(new, pack("ar"), 0, len(new)))
    >>> [(one.op, old[one.a_start : one.a_end], new[one.b_start : one.b_end]) for one in found]
    [('spelling', 'بنّاءة', 'بناءة'), ('cut', 'وموضوعية', ''), ('same', 'وعملية', 'وعملية')]
    """
    one, other = _pieces(a, b)
    left, right = [piece.folded for piece in one], [piece.folded for piece in other]
    matches = list(_aligned(left, right, (0, len(left)), (0, len(right))))
    moved = _moved(one, other, matches)
    return [*_told((a, b), (one, other), matches, moved)]


def _pieces(a: Side, b: Side) -> tuple[list[Piece], list[Piece]]:
    sides = [tokens(side.text, side.language, start=side.start, end=side.end) for side in (a, b)]
    whole = [frozenset(token.folded for token in words) for words in sides]
    bare = [
        frozenset(peel.core for word in own - other for peel in peelings(word, side.language))
        for side, own, other in ((a, whole[0], whole[1]), (b, whole[1], whole[0]))
    ]
    return (
        [piece for token in sides[0] for piece in _split(token, a.language, whole[1], bare[1])],
        [piece for token in sides[1] for piece in _split(token, b.language, whole[0], bare[0])],
    )


def _split(token: Token, language: LanguagePack, whole: frozenset[str], bare: frozenset[str]) -> list[Piece]:
    """A word, or its particles and what is left of it where the other side has that."""
    if token.folded in whole:
        return [_whole(token)]
    for known in (whole, bare):
        for peel in peelings(token.folded, language)[1:]:
            if peel.core in known:
                return _cut(token, language, peel)
    return [_whole(token)]


def _cut(token: Token, language: LanguagePack, peel: Peeling) -> list[Piece]:
    """A word in its parts; of a particle and an article written as one, the last letter stays with the word."""
    hidden = len(peel.core) + len(peel.proclitics) > len(token.folded)
    letters = len(peel.proclitics) - 1 if hidden else peel.front
    start, end = unfolded(token, letters, language), token.end - peel.back
    if not token.start <= start < end:
        return [_whole(token)]
    found = [Piece(peel.core, start, end)]
    if start > token.start:
        found.insert(0, Piece(peel.proclitics[:letters], token.start, start, particle=True))
    if peel.back:
        found.append(Piece(token.folded[-peel.back :], end, token.end, particle=True))
    return found


def _whole(token: Token) -> Piece:
    return Piece(token.folded, token.start, token.end)


def _aligned(a: Sequence[str], b: Sequence[str], x: Match, y: Match) -> Iterator[Match]:
    """Positions of equal words, rising on both sides, within a stretch of each."""
    waiting = [(x, y)]
    while waiting:
        (i, i_end), (j, j_end) = waiting.pop()
        while i < i_end and j < j_end and a[i] == b[j]:
            yield i, j
            i, j = i + 1, j + 1
        tail = 0
        while i < i_end - tail and j < j_end - tail and a[i_end - tail - 1] == b[j_end - tail - 1]:
            tail += 1
        ends = i_end - tail, j_end - tail
        for step in range(tail):
            yield ends[0] + step, ends[1] + step
        if i == ends[0] or j == ends[1]:
            continue
        if (ends[0] - i) * (ends[1] - j) <= CELLS:
            yield from _common(a, b, (i, ends[0]), (j, ends[1]))
            continue
        anchors = _anchors(a, b, (i, ends[0]), (j, ends[1]))
        yield from anchors
        edges = [(i - 1, j - 1), *anchors, ends] if anchors else []
        waiting.extend(((p + 1, q), (r + 1, s)) for (p, r), (q, s) in pairwise(edges) if p + 1 < q and r + 1 < s)


def _common(a: Sequence[str], b: Sequence[str], x: Match, y: Match) -> Iterator[Match]:
    """The longest common subsequence of two short stretches."""
    left, right = a[x[0] : x[1]], b[y[0] : y[1]]
    width = len(right) + 1
    table = [[0] * width for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        row, below, word = table[i], table[i + 1], left[i]
        for j in range(width - 2, -1, -1):
            row[j] = below[j + 1] + 1 if word == right[j] else max(below[j], row[j + 1])
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] == right[j]:
            yield x[0] + i, y[0] + j
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            i += 1
        else:
            j += 1


def _anchors(a: Sequence[str], b: Sequence[str], x: Match, y: Match) -> list[Match]:
    """Words that stand once in both stretches, the longest rising sequence of them."""
    once = [Counter(a[x[0] : x[1]]), Counter(b[y[0] : y[1]])]
    where = {b[j]: j for j in range(*y) if once[1][b[j]] == 1}
    pairs = [(i, where[a[i]]) for i in range(*x) if once[0][a[i]] == 1 and a[i] in where]
    tops: list[int] = []
    last: list[int] = []
    before = [-1] * len(pairs)
    for place, (_, j) in enumerate(pairs):
        rank = bisect_left(tops, j)
        before[place] = last[rank - 1] if rank else -1
        tops[rank : rank + 1], last[rank : rank + 1] = [j], [place]
    found, place = [], last[-1] if last else -1
    while place >= 0:
        found.append(pairs[place])
        place = before[place]
    return found[::-1]


def _moved(one: list[Piece], other: list[Piece], matches: list[Match]) -> list[tuple[int, int, int]]:
    """Runs of words that stand on both sides outside the matches: where on each, and how many pieces; longest first."""
    taken = [bytearray(len(one)), bytearray(len(other))]
    for i, j in matches:
        taken[0][i] = taken[1][j] = 1
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for j in range(len(other) - 1):
        if not (taken[1][j] or taken[1][j + 1]):
            places[other[j].folded, other[j + 1].folded].append(j)
    runs: dict[tuple[int, int], int] = {}
    for i in range(len(one) - 2, -1, -1):
        if taken[0][i] or taken[0][i + 1]:
            continue
        for j in places.get((one[i].folded, one[i + 1].folded), ())[:REPEATS]:
            runs[i, j] = runs.get((i + 1, j + 1), 1) + 1
    found = []
    for (i, j), length in sorted(runs.items(), key=lambda run: (-run[1], run[0])):
        words = sum(not piece.particle for piece in one[i : i + length])
        if words >= RUN and not (any(taken[0][i : i + length]) or any(taken[1][j : j + length])):
            found.append((i, j, length))
            taken[0][i : i + length] = taken[1][j : j + length] = b"\x01" * length
    return found


def _told(
    sides: tuple[Side, Side],
    pieces: tuple[list[Piece], list[Piece]],
    matches: list[Match],
    moved: list[tuple[int, int, int]],
) -> Iterator[Change]:
    """The changes in the order of the first side."""
    one, other = pieces
    gone = [
        {i + n for i, _, length in moved for n in range(length)},
        {j + n for _, j, length in moved for n in range(length)},
    ]
    begins = {i: (j, length) for i, j, length in moved}
    here, there = -1, -1
    for run in [*_runs(matches, sides, pieces), (len(one), len(other), 0, "")]:
        i, j, length, op = run
        left = list(_stretches(here + 1, i, gone[0]))
        right = list(_stretches(there + 1, j, gone[1]))
        places = _places(sides, pieces, here, there)
        rows = [*_gap(left, right, pieces, places)]
        for start in range(here + 1, i):
            if start in begins:
                to, many = begins[start]
                rows.append(Change("moved", *_span(one, start, many), *_span(other, to, many)))
        yield from sorted(rows, key=lambda row: (row.a_start, row.b_start))
        if length:
            yield Change(op, *_span(one, i, length), *_span(other, j, length))
        here, there = i + length - 1, j + length - 1


def _places(sides: tuple[Side, Side], pieces: tuple[list[Piece], list[Piece]], here: int, there: int) -> Match:
    """Where, on each side, something would stand that only the other one has: behind the last word of both."""
    ends = [own[at].end if at >= 0 else side.start for side, own, at in zip(sides, pieces, (here, there), strict=True)]
    return ends[0], ends[1]


def _gap(
    left: list[Match], right: list[Match], pieces: tuple[list[Piece], list[Piece]], places: Match
) -> Iterator[Change]:
    """What stands between two matches: stretches of both sides paired in order, the rest cut or added."""
    a_place, b_place = places
    for number in range(max(len(left), len(right))):
        a_span = _span(pieces[0], *left[number]) if number < len(left) else (a_place, a_place)
        b_span = _span(pieces[1], *right[number]) if number < len(right) else (b_place, b_place)
        op = "changed" if number < min(len(left), len(right)) else "cut" if number < len(left) else "added"
        yield Change(op, *a_span, *b_span)
        a_place, b_place = a_span[1], b_span[1]


def _span(pieces: list[Piece], first: int, length: int) -> Match:
    return pieces[first].start, pieces[first + length - 1].end


def _stretches(first: int, end: int, gone: set[int]) -> Iterator[Match]:
    """The runs of positions that did not move, each with its length."""
    begin = first
    for place in range(first, end + 1):
        if place == end or place in gone:
            if begin < place:
                yield begin, place - begin
            begin = place + 1


def _runs(
    matches: list[Match], sides: tuple[Side, Side], pieces: tuple[list[Piece], list[Piece]]
) -> Iterator[tuple[int, int, int, str]]:
    """Matches that follow one another and are spelled alike, or are all spelled otherwise."""
    run: list[tuple[int, int]] = []
    kind = ""
    for i, j in sorted(matches):
        p, q = pieces[0][i], pieces[1][j]
        own = "same" if sides[0].text[p.start : p.end] == sides[1].text[q.start : q.end] else "spelling"
        if run and ((i, j) != (run[-1][0] + 1, run[-1][1] + 1) or own != kind):
            yield *run[0], len(run), kind
            run = []
        run.append((i, j))
        kind = own
    if run:
        yield *run[0], len(run), kind
