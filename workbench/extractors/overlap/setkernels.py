"""Sets of shingles as tables of their places, for kernels: which one is there, where it first stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workbench.text.compiled import inlined, lent

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Heads = NDArray[np.int32]

__all__ = ["different", "indexed", "room_for", "slot_of"]

ONE = np.uint64(1)


@lent
def room_for(words: int) -> int:
    """The places of a table that holds so many shingles: a power of two, seven in eight of them free.

    So that a place that is taken mostly holds the shingle that is looked for.
    """
    room = 16
    while room < 8 * words:
        room *= 2
    return room


@inlined
def slot_of(key: np.uint64, keys: Hashes, heads: Heads, room: int) -> np.uint64:
    """Where a shingle stands in a table, or where it would."""
    slot = key & np.uint64(room - 1)
    while heads[slot] >= 0 and keys[heads[slot]] != key:
        slot = (slot + ONE) & np.uint64(room - 1)
    return slot


@lent
def indexed(keys: Hashes, heads: Heads, following: Heads) -> int:
    """Put shingles into a table: of each the first, and for each the next that is equal, or -1; the table's room."""
    room = room_for(len(keys))
    heads[:room] = -1
    for number in range(len(keys) - 1, -1, -1):
        slot = slot_of(keys[number], keys, heads, room)
        following[number] = heads[slot]
        heads[slot] = number
    return room


@lent
def different(keys: Hashes, heads: Heads) -> int:
    """How many different shingles there are."""
    room, count = room_for(len(keys)), 0
    heads[:room] = -1
    for number in range(len(keys)):
        slot = slot_of(keys[number], keys, heads, room)
        count += heads[slot] < 0
        heads[slot] = number
    return count
