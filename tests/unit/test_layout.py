"""The places of a network's nodes: inside the square, the same every time, and apart."""

from __future__ import annotations

from itertools import combinations
from math import dist

import networkx as nx
import pytest

from workbench.extractors import layout
from workbench.extractors.layout import positions


def network(nodes: int, edges: list[tuple[int, int, int]]) -> nx.Graph:
    graph = nx.Graph()
    for number in range(nodes):
        graph.add_node(f"n{number}", mentions=nodes - number)
    for a, b, weight in edges:
        graph.add_edge(f"n{a}", f"n{b}", weight=weight)
    return graph


def test_every_node_has_a_place_inside_the_square() -> None:
    graph = network(30, [(i, (i * 7 + 3) % 20, i % 4 + 1) for i in range(20)])
    places = positions(graph)
    assert set(places) == set(graph)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in places.values())


def test_same_graph_same_picture_whatever_the_order() -> None:
    edges = [(0, 1, 2), (1, 2, 1), (2, 0, 5), (3, 4, 1), (0, 5, 1)]
    first, second = network(8, edges), nx.Graph()
    for node in reversed(list(first)):
        second.add_node(node, **first.nodes[node])
    second.add_edges_from((b, a, data) for a, b, data in reversed(list(first.edges(data=True))))
    assert positions(first) == positions(second) == positions(first)


def test_another_seed_gives_another_picture() -> None:
    graph = network(10, [(i, (i + 1) % 10, 1) for i in range(10)])
    assert positions(graph, seed=1) != positions(graph, seed=2)


def test_heavier_edges_stand_closer() -> None:
    graph = network(9, [(0, i, 1) for i in range(1, 9)])
    graph["n0"]["n1"]["weight"] = 200
    places = positions(graph)
    lengths = {i: dist(places["n0"], places[f"n{i}"]) for i in range(1, 9)}
    assert min(lengths, key=lambda i: lengths[i]) == 1


def test_largest_marks_do_not_cover_each_other() -> None:
    graph = network(25, [(a, b, 9) for a, b in combinations(range(25), 2)])
    places = positions(graph)
    five = [f"n{i}" for i in range(5)]
    assert min(dist(places[a], places[b]) for a, b in combinations(five, 2)) >= 1.6 * layout.LARGEST_MARK


def test_unjoined_parts_do_not_mix() -> None:
    graph = network(12, [(a, b, 1) for a, b in combinations(range(6), 2)])
    graph.add_edges_from((f"n{a}", f"n{b}") for a, b in combinations(range(6, 12), 2))
    places = positions(graph)
    first, second = [places[f"n{i}"] for i in range(6)], [places[f"n{i}"] for i in range(6, 12)]

    def apart(axis: int) -> bool:
        one, other = [place[axis] for place in first], [place[axis] for place in second]
        return max(one) < min(other) or max(other) < min(one)

    assert apart(0) or apart(1)


def test_a_part_too_large_for_forces_is_placed_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "CORE", 10)
    graph = network(60, [(i // 2, i, 1) for i in range(1, 60)])
    places = positions(graph)
    assert set(places) == set(graph)
    assert len(set(places.values())) == 60


@pytest.mark.parametrize("nodes", [0, 1, 2])
def test_the_smallest_networks(nodes: int) -> None:
    assert len(set(positions(network(nodes, [])).values())) == nodes
