"""Where the nodes of a network stand: computed once here, so that paper and screen show the same picture.

Each connected part is laid out on its own by force-directed placement (Fruchterman and Reingold, "Graph drawing by
force-directed placement", Software: Practice and Experience 21, 1991, in networkx's implementation), heavier edges
pulling harder. Of a very large part the best connected nodes are laid out so, and every other node is put beside the
neighbour it is tied to most. The parts are then packed in rows, largest first, and the largest marks pushed
apart. The same graph and seed give the same picture, whatever order the graph was built in.
"""

from __future__ import annotations

from collections.abc import Hashable
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["positions"]

Point = tuple[float, float]

CORE = 400
"""Of one connected part, how many nodes are placed by force; the method's cost is quadratic."""
GOLDEN = pi * (3 - sqrt(5))
"""The angle between one satellite and the next, by which no two fall on one ray."""
BIGGEST = 60
"""How many of the largest marks are kept from covering each other."""
LARGEST_MARK = 0.04
"""The radius that the largest mark is taken to have, of a picture that is 1 wide."""
MARGIN = 0.04
EVEN = 0.5
"""How far the picture is evened out: 0 leaves the crowd in its middle, 1 spaces all nodes alike."""


def positions(graph: nx.Graph, *, seed: int = 1) -> dict[Any, Point]:
    """A place for every node of a network: node to (x, y), both from 0 to 1.

    Parameters
    ----------
    graph: edges may carry ``weight`` (how often the two stand together), nodes ``mentions`` (how large their mark is).
    seed: another whole number gives another picture of the same network.

    >>> import networkx as nx
    >>> graph = nx.Graph()
    >>> graph.add_edge("بوتين", "الشرع", weight=3)
    >>> places = positions(graph)
    >>> sorted(places) == ["الشرع", "بوتين"] and all(0 <= x <= 1 and 0 <= y <= 1 for x, y in places.values())
    True
    """
    import networkx as nx

    parts = [sorted(part, key=str) for part in nx.connected_components(graph)]
    parts.sort(key=lambda part: (-len(part), str(part[0])))
    placed = _pack([_one_part(graph, part, seed) for part in parts])
    placed = _push_apart(graph, _even(_fit(placed)))
    return {node: (round(x, 6), round(y, 6)) for node, (x, y) in _fit(placed).items()}


def _one_part(graph: nx.Graph, part: list[Hashable], seed: int) -> dict[Hashable, Point]:
    """One connected part within a disc around (0, 0) whose area grows with the number of its nodes."""
    import networkx as nx

    core = set(sorted(part, key=lambda node: (-graph.degree(node, weight="weight"), str(node)))[:CORE])
    ordered = nx.Graph()
    ordered.add_nodes_from(node for node in part if node in core)
    edges = sorted((sorted((a, b), key=str) for a, b in graph.subgraph(core).edges()), key=str)
    # The logarithm keeps one pair that is named together in every article from collapsing into a point.
    ordered.add_weighted_edges_from((a, b, 1 + _log2(graph[a][b].get("weight", 1))) for a, b in edges)
    spread = nx.spring_layout(ordered, seed=seed, iterations=120, weight="weight")
    radius = sqrt(len(part))
    reach = max((sqrt(float(x) ** 2 + float(y) ** 2) for x, y in spread.values()), default=0.0) or 1.0
    places = {node: (float(x) / reach * radius, float(y) / reach * radius) for node, (x, y) in spread.items()}
    return _satellites(graph, part, places)


def _log2(weight: float) -> float:
    return max(0, int(weight).bit_length() - 1)


def _satellites(graph: nx.Graph, part: list[Hashable], places: dict[Hashable, Point]) -> dict[Hashable, Point]:
    """Every node of the part that has no place yet, put beside the placed neighbour it is tied to most."""
    waiting = [node for node in part if node not in places]
    while waiting:
        left = []
        for number, node in enumerate(waiting):
            neighbours = [other for other in graph[node] if other in places]
            if not neighbours:
                left.append(node)
                continue
            host = max(neighbours, key=lambda other: (graph[node][other].get("weight", 1), str(other)))
            x, y = places[host]
            distance = 0.5 + 0.5 * (number % 7) / 7
            places[node] = (x + distance * cos(number * GOLDEN), y + distance * sin(number * GOLDEN))
        waiting = left
    return places


def _pack(parts: list[dict[Hashable, Point]]) -> dict[Hashable, Point]:
    """The parts side by side in rows, filled from the left, each in a box of its own size."""
    sizes = [2 * max(0.8, *(max(abs(x), abs(y)) for x, y in part.values())) for part in parts]
    width = max([*sizes, sqrt(sum(size * size for size in sizes)) * 1.1], default=1.0)
    placed: dict[Hashable, Point] = {}
    left = top = height = 0.0
    for part, size in zip(parts, sizes, strict=True):
        if left and left + size > width:
            left, top, height = 0.0, top + height, 0.0
        for node, (x, y) in part.items():
            placed[node] = (left + size / 2 + x, -(top + size / 2) + y)
        left, height = left + size, max(height, size)
    return placed


def _fit(places: dict[Hashable, Point]) -> dict[Hashable, Point]:
    """The same picture stretched to the unit square, each side apart, with a margin for the marks."""
    if not places:
        return {}
    xs, ys = _unit([x for x, _ in places.values()]), _unit([y for _, y in places.values()])
    return dict(zip(places, zip(xs, ys, strict=True), strict=True))


def _unit(values: list[float]) -> list[float]:
    """Values stretched to reach from margin to margin; in the middle where they are all one."""
    low, high = min(values), max(values)
    if high - low < 1e-9:
        return [0.5] * len(values)
    return [MARGIN + (1 - 2 * MARGIN) * (value - low) / (high - low) for value in values]


def _even(places: dict[Hashable, Point]) -> dict[Hashable, Point]:
    """The same picture with room made where nodes crowd: who stands left of whom, and above whom, stays."""
    if len(places) < 5:
        return places

    def evened(axis: int) -> dict[Hashable, float]:
        ranked = sorted(places, key=lambda node: (places[node][axis], str(node)))
        step = 1 / (len(ranked) - 1)
        return {node: (1 - EVEN) * places[node][axis] + EVEN * n * step for n, node in enumerate(ranked)}

    xs, ys = evened(0), evened(1)
    return {node: (xs[node], ys[node]) for node in places}


def _push_apart(graph: nx.Graph, places: dict[Hashable, Point]) -> dict[Hashable, Point]:
    """The largest marks moved until no two of them cover each other, as far as forty rounds allow."""
    size = {node: sqrt(max(1, graph.nodes[node].get("mentions", 1))) for node in places}
    biggest = sorted(places, key=lambda node: (-size[node], str(node)))[:BIGGEST]
    if len(biggest) < 2:
        return places
    unit = LARGEST_MARK / size[biggest[0]]
    for _ in range(40):
        moved = False
        for i, a in enumerate(biggest):
            for b in biggest[i + 1 :]:
                moved |= _push(places, a, b, unit * (size[a] + size[b]) * 1.1)
        if not moved:
            break
    return places


def _push(places: dict[Hashable, Point], a: Hashable, b: Hashable, least: float) -> bool:
    (ax, ay), (bx, by) = places[a], places[b]
    dx, dy = bx - ax, by - ay
    distance = sqrt(dx * dx + dy * dy)
    if distance >= least:
        return False
    if distance < 1e-9:
        dx, dy, distance = 1e-9, 0.0, 1e-9
    shift = (least - distance) / 2 / distance
    places[a], places[b] = (ax - dx * shift, ay - dy * shift), (bx + dx * shift, by + dy * shift)
    return True
