"""The graph of entities as files for other programs: GEXF, GraphML, CSV."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.corpus.cells import defused, xml_text
from workbench.extractors.layout import positions

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Look", "Plain", "labels_of", "plain", "write_csv", "write_gexf", "write_graphml"]

GEXF = "http://www.gexf.net/1.2draft"
VIZ = f"{GEXF}/viz"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XML_TYPES = {bool: "boolean", int: "integer", float: "double", str: "string"}
SMALLEST, LARGEST = 6.0, 40.0


class Look(NamedTuple):
    """How a type of entity is drawn: its colour, and its shape as GEXF and as vis-network name it."""

    colour: str
    gexf: str
    vis: str


# Those of the figures (Okabe and Ito), told apart by colour-blind readers; a test holds the two together.
LOOKS = {
    "PER": Look("#0072b2", "disc", "dot"),
    "LOC": Look("#f0e442", "square", "square"),
    "ORG": Look("#e69f00", "triangle", "triangle"),
}
OTHER = Look("#999999", "diamond", "diamond")
EDGE = "#b3b3b3"
SIDES = {"a": "#0072b2", "b": "#e69f00"}


@dataclass(frozen=True)
class Drawn:
    """One node as every export writes it."""

    id: str
    label: str
    data: dict[str, Any]
    x: float
    y: float
    size: float
    look: Look


@dataclass(frozen=True)
class Tie:
    """One edge as every export writes it; ``colour`` says which side of a difference alone has it."""

    a: str
    b: str
    data: dict[str, Any]
    colour: str


@dataclass(frozen=True)
class Plain:
    """A graph of plain values: unique ids that every format can hold, places, sizes and colours."""

    nodes: list[Drawn]
    edges: list[Tie]

    def types(self, of: Iterable[Drawn] | Iterable[Tie]) -> dict[str, str]:
        """The attributes of nodes or edges and the XML type of each."""
        found: dict[str, str] = {}
        for one in of:
            for key, value in one.data.items():
                kind = XML_TYPES[type(value)]
                known = found.setdefault(key, kind)
                if known != kind:
                    found[key] = "double" if {known, kind} == {"integer", "double"} else "string"
        return found


def plain(graph: nx.Graph) -> Plain:
    """The graph for an export: what is no plain value, such as the evidence, is left out."""
    places = positions(graph)
    scale = 1000 * max(1.0, sqrt(len(graph) / 60))
    ids = labels_of(graph)
    most = max((data.get("mentions", 1) for _, data in graph.nodes(data=True)), default=1) or 1
    nodes = []
    for node, data in graph.nodes(data=True):
        x, y = places[node]
        size = SMALLEST + (LARGEST - SMALLEST) * sqrt(data.get("mentions", 1) / most)
        look = LOOKS.get(data.get("type", ""), OTHER)
        label = _line(str(data.get("name", node)))
        nodes.append(
            Drawn(ids[node], label, _scalars(data), round(x * scale, 3), round(y * scale, 3), round(size, 3), look)
        )
    edges = [
        Tie(ids[a], ids[b], _scalars(data), SIDES.get(data.get("only", ""), EDGE))
        for a, b, data in graph.edges(data=True)
    ]
    return Plain(nodes, edges)


def labels_of(nodes: Iterable[Any]) -> dict[Any, str]:
    """Each node's id as one line that XML can hold, each of them once."""
    found: dict[Any, str] = {}
    taken: set[str] = set()
    for node in nodes:
        name = base = _line(str(node))
        number = 1
        while name in taken:
            number += 1
            name = f"{base} ({number})"
        taken.add(name)
        found[node] = name
    return found


def _line(text: str) -> str:
    return " ".join(xml_text(text).split())


def _scalars(data: dict[str, Any]) -> dict[str, Any]:
    """The attributes that are plain values, numpy's made Python's."""
    import numpy as np

    found = {key: value.item() if isinstance(value, np.generic) else value for key, value in data.items()}
    return {
        key: _line(value) if isinstance(value, str) else value
        for key, value in found.items()
        if type(value) in XML_TYPES and key not in ("name", "evidence")
    }


def write_gexf(graph: nx.Graph, path: str | Path) -> Path:
    """Write GEXF 1.2 (draft of the GEXF working group, 2012) with viz attributes; gives back the path."""
    from lxml import etree

    target, drawn = _ready(path), plain(graph)
    kinds = {"node": drawn.types(drawn.nodes), "edge": drawn.types(drawn.edges)}
    kinds["edge"].pop("weight", None)  # the format has its own
    head = {f"{{{XSI}}}schemaLocation": f"{GEXF} {GEXF}/gexf.xsd", "version": "1.2"}
    with etree.xmlfile(str(target), encoding="UTF-8") as file:
        file.write_declaration()
        with file.element(f"{{{GEXF}}}gexf", head, nsmap={None: GEXF, "viz": VIZ, "xsi": XSI}):
            with file.element(f"{{{GEXF}}}meta"), file.element(f"{{{GEXF}}}creator"):
                file.write("Riwaya")
            with file.element(f"{{{GEXF}}}graph", {"defaultedgetype": "undirected", "mode": "static"}):
                _attributes(file, kinds)
                with file.element(f"{{{GEXF}}}nodes"):
                    for node in drawn.nodes:
                        _gexf_node(file, node, kinds["node"])
                with file.element(f"{{{GEXF}}}edges"):
                    for number, edge in enumerate(drawn.edges):
                        _gexf_edge(file, edge, str(number), kinds["edge"])
    return target


def _ready(path: str | Path) -> Path:
    target = Path(path).expanduser()
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def _put(file: Any, space: str, name: str, **values: str) -> None:
    """An element without content, in a namespace that the root has declared."""
    with file.element(f"{{{space}}}{name}", {key.rstrip("_"): value for key, value in values.items()}):
        pass


def _attributes(file: Any, kinds: dict[str, dict[str, str]]) -> None:
    for what, types in kinds.items():
        with file.element(f"{{{GEXF}}}attributes", {"class": what, "mode": "static"}):
            for key, kind in types.items():
                _put(file, GEXF, "attribute", id=f"{what}-{key}", title=key, type=kind)


def _values(file: Any, what: str, data: dict[str, Any], types: dict[str, str]) -> None:
    with file.element(f"{{{GEXF}}}attvalues"):
        for key in types:
            if key in data:
                value = str(data[key]).lower() if isinstance(data[key], bool) else str(data[key])
                _put(file, GEXF, "attvalue", for_=f"{what}-{key}", value=value)


def _gexf_node(file: Any, node: Drawn, types: dict[str, str]) -> None:
    file.write("\n")
    with file.element(f"{{{GEXF}}}node", {"id": node.id, "label": node.label}):
        _values(file, "node", node.data, types)
        _put(file, VIZ, "color", **_rgb(node.look.colour), a="1.0")
        _put(file, VIZ, "position", x=str(node.x), y=str(node.y), z="0.0")
        _put(file, VIZ, "size", value=str(node.size))
        _put(file, VIZ, "shape", value=node.look.gexf)


def _gexf_edge(file: Any, edge: Tie, number: str, types: dict[str, str]) -> None:
    file.write("\n")
    weight = str(float(edge.data.get("weight", 1)))
    with file.element(f"{{{GEXF}}}edge", {"id": number, "source": edge.a, "target": edge.b, "weight": weight}):
        _values(file, "edge", edge.data, types)
        _put(file, VIZ, "color", **_rgb(edge.colour), a="1.0")


def _rgb(colour: str) -> dict[str, str]:
    return {letter: str(int(colour[at : at + 2], 16)) for letter, at in (("r", 1), ("g", 3), ("b", 5))}


def write_graphml(graph: nx.Graph, path: str | Path) -> Path:
    """Write GraphML, the look of each node as plain attributes, which Gephi reads; gives back the path."""
    import networkx as nx

    target, drawn = _ready(path), plain(graph)
    copy: nx.Graph = nx.Graph()
    for node in drawn.nodes:
        rgb = {key: int(value) for key, value in _rgb(node.look.colour).items()}
        copy.add_node(node.id, label=node.label, **node.data, x=node.x, y=node.y, size=node.size, **rgb)
    copy.add_edges_from((edge.a, edge.b, edge.data) for edge in drawn.edges)
    nx.write_graphml(copy, target, encoding="utf-8", infer_numeric_types=True)
    return target


def write_csv(graph: nx.Graph, folder: str | Path) -> Path:
    """Write ``nodes.csv`` and ``edges.csv`` into a folder, made where it is missing; gives back the folder."""
    import pandas as pd

    drawn, home = plain(graph), Path(folder).expanduser()
    home.mkdir(parents=True, exist_ok=True)
    nodes = [{"id": n.id, "label": n.label, **n.data, "x": n.x, "y": n.y} for n in drawn.nodes]
    edges = [{"source": e.a, "target": e.b, **e.data} for e in drawn.edges]
    tables = {
        "nodes": pd.DataFrame(nodes, columns=["id", "label", *drawn.types(drawn.nodes), "x", "y"]),
        "edges": pd.DataFrame(edges, columns=["source", "target", *(drawn.types(drawn.edges) or ["weight"])]),
    }
    for name, table in tables.items():
        defused(table).to_csv(home / f"{name}.csv", index=False, encoding="utf-8-sig")
    return home
