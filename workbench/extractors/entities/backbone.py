"""Which ties of a network are more than chance: the disparity filter.

M. Ángeles Serrano, Marián Boguñá and Alessandro Vespignani, "Extracting the multiscale backbone of complex weighted
networks", Proceedings of the National Academy of Sciences 106 (2009), pages 6483-6488. Of a node with k ties, the
share p of its weight that one tie takes is held against k shares cut at random out of the whole. The chance to see one
that large or larger is ``1 - (k - 1) * integral of (1 - x)^(k - 2) from 0 to p``, which is ``(1 - p)^(k - 1)``. A tie
is kept where that chance is small at one of its ends. An end with one tie only says nothing, since its share is 1
whatever happens: such a tie is judged by its other end, as in the paper; a tie of two such nodes is never kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["disparity"]


def disparity(a: NDArray[np.int64], b: NDArray[np.int64], weight: NDArray[np.int64]) -> NDArray[np.float64]:
    """The alpha of every tie: how likely chance alone gives it so much of a node's weight, the smaller of both ends.

    Parameters
    ----------
    a, b: the numbers of the two nodes of each tie, from 0; each pair once, no node with itself.
    weight: of each tie, above 0.

    Serrano, Boguñá and Vespignani, PNAS 106 (2009), 6483-6488, formula 2.

    >>> import numpy as np
    >>> alpha = disparity(np.array([0, 0, 0]), np.array([1, 2, 3]), np.array([8, 1, 1]))
    >>> [round(float(one), 2) for one in alpha]
    [0.04, 0.81, 0.81]
    """
    import numpy as np

    nodes = int(max(a.max(initial=-1), b.max(initial=-1))) + 1
    degree = np.bincount(a, minlength=nodes) + np.bincount(b, minlength=nodes)
    strength = np.bincount(a, weight, minlength=nodes) + np.bincount(b, weight, minlength=nodes)

    def at(end: NDArray[np.int64]) -> NDArray[np.float64]:
        k = degree[end]
        rest = np.clip(1 - weight / strength[end], 0, 1)
        return np.where(k > 1, rest ** np.maximum(k - 1, 0), 1.0)

    return np.minimum(at(a), at(b))
