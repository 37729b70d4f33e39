"""The graph of entities: what each edge opens, which ties are more than chance, two sides compared, and the files."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from tests.build import article_of
from workbench.corpus import Block, Corpus
from workbench.errors import UnknownNameError, WorkbenchError
from workbench.extractors.entities import exports
from workbench.extractors.entities.backbone import disparity
from workbench.extractors.entities.result import ENTITY_COLUMNS, MENTION_COLUMNS, Entities
from workbench.figures import palette

GEXF = "{http://www.gexf.net/1.2draft}"
VIZ = "{http://www.gexf.net/1.2draft/viz}"
TYPES = {"سلمى": "PER", "هالة": "PER", "نادر": "PER", "الواحة": "LOC", "المرفأ": "ORG"}


def named(corpus: Corpus, types: dict[str, str] | None = None) -> Entities:
    """What an extractor would return that finds exactly these names."""
    types = types or TYPES
    rows = [
        (article.id, m.start(), m.end(), name, name, kind, "test", "", m.start(), m.end())
        for article in corpus
        for name, kind in types.items()
        for m in re.finditer(re.escape(name), article.text)
    ]
    mentions = pd.DataFrame(rows, columns=[*MENTION_COLUMNS, "reason", "phrase_start", "phrase_end"])
    source = {article.id: article.source for article in corpus}
    table = [
        (name, name, kind, [], len(own), own["article"].nunique(), own["article"].map(source).nunique(), [])
        for name, kind in types.items()
        if len(own := mentions[mentions["entity"] == name])
    ]
    return Entities(corpus, mentions, pd.DataFrame(table, columns=[*ENTITY_COLUMNS, "reasons"]))


def pages(*texts: str, days: Sequence[str] = (), sources: Sequence[str] = ()) -> Corpus:
    made = []
    for n, text in enumerate(texts):
        page = article_of(text, name=f"p{n + 1}", source=sources[n] if sources else "")
        day = days[n] if days else ""
        made.append(replace(page, published=dt.date.fromisoformat(day) if day else None))
    return Corpus(made)


@pytest.fixture
def story() -> Entities:
    return named(
        pages(
            "قابلت سلمى هالة في الواحة. ثم عادت سلمى.\nوصل نادر. وزار هالة.",
            "قالت سلمى إن هالة في المرفأ وإن سلمى باقية.",
            "سكت نادر.",
            days=["2025-01-01", "2025-01-02", ""],
            sources=["الضفة", "الشراع", "الشراع"],
        )
    )


def test_an_edge_opens_its_sentences_and_both_mentions(story: Entities):
    tie = story.graph()["سلمى"]["هالة"]
    assert (tie["weight"], tie["articles"], tie["sources"], len(tie["evidence"])) == (2, 2, 2, 2)
    first, second = tie["evidence"]
    text = story.corpus["p1"].text
    assert text[first.start : first.end] == "قابلت سلمى هالة في الواحة."
    assert set(first.spans) == {"سلمى", "هالة"}
    assert [text[s:e] for s, e in first.spans["هالة"]] == ["هالة"]
    assert (second.article, len(second.spans["سلمى"])) == ("p2", 2)
    assert tie["evidence"][-1] == second
    assert tie["evidence"][:1] == [first]


@pytest.mark.parametrize(
    ("unit", "edges"), [("sentence", 0), ("paragraph", 1), ("article", 3)], ids=["sentence", "paragraph", "article"]
)
def test_the_unit_says_what_stands_together(unit: str, edges: int):
    text = "سلمى هنا. هالة هناك.\n\nنادر بعيد."
    found = named(Corpus([replace(article_of(text), blocks=(Block(0, len(text), "body"),))]))
    assert found.graph(unit).number_of_edges() == edges


def test_the_graph_says_what_it_was_asked_and_what_is_left_out(story: Entities):
    graph = story.graph(since="2025-01-02", min_weight=2)
    assert set(graph) == {"سلمى", "هالة", "المرفأ"}
    assert (graph.graph["undated"], graph.graph["articles"], graph.graph["units"], graph.graph["cut"]) == (1, 1, 1, 3)
    assert graph.nodes["سلمى"] == {"name": "سلمى", "type": "PER", "mentions": 2, "articles": 1, "sources": 1}


def test_parts_by_outlet_type_and_day(story: Entities):
    assert set(story.graph(sources="الضفة")) == {"سلمى", "هالة", "نادر", "الواحة"}
    assert set(story.graph(types=["LOC", "ORG"])) == {"الواحة", "المرفأ"}
    assert story.graph(until=dt.datetime(2025, 1, 1, 23)).graph["articles"] == 1
    assert story.graph(sources=["الضفة", "الشراع"]).graph["units"] == story.graph().graph["units"] == 6


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"unit": "page"}, "no unit"),
        ({"sources": "nobody"}, "no article is from"),
        ({"types": "GPE"}, "no type"),
        ({"min_weight": 0}, "min_weight"),
        ({"significance": 0}, "significance"),
        ({"since": "yesterday"}, "no day"),
        ({"since": "2025-02-01", "until": "2025-01-01"}, "before it begins"),
    ],
)
def test_what_cannot_be_asked_is_told(asked: dict, said: str, story: Entities):
    with pytest.raises(WorkbenchError, match=f"{said}.*Hint: "):
        story.graph(**asked)


def test_names_outside_the_content_count_in_their_block():
    text = "سلمى وهالة في صورة"
    corpus = Corpus([replace(article_of(text), blocks=(Block(0, len(text), "caption"),))])
    (found,) = named(corpus).graph()["سلمى"]["هالة"]["evidence"]
    assert (found.start, found.end) == (0, len(text))


def test_alpha_by_hand():
    # Node 0 has ties of 8, 1 and 1: k = 3, so (1 - .8)^2, (1 - .1)^2; the others have one tie, which says nothing.
    assert disparity(np.array([0, 0, 0]), np.array([1, 2, 3]), np.array([8, 1, 1])) == pytest.approx([0.04, 0.81, 0.81])
    # A triangle 3, 1, 1: ends (3/4, k 2) .25, (1/4) .75, (1/2) .5: the smaller of both ends.
    assert disparity(np.array([0, 0, 1]), np.array([1, 2, 2]), np.array([3, 1, 1])) == pytest.approx([0.25, 0.5, 0.5])
    assert disparity(np.array([0]), np.array([1]), np.array([9])) == pytest.approx([1.0])
    assert disparity(*(np.empty(0, np.int64),) * 3).size == 0


@pytest.mark.parametrize(("k", "share"), [(2, 0.5), (3, 0.2), (7, 0.4), (40, 0.05)])
def test_alpha_is_the_integral_of_the_paper(k: int, share: float):
    weight = np.array([round(1000 * share), *np.full(k - 1, round(1000 * (1 - share) / (k - 1)))])
    got = disparity(np.zeros(k, np.int64), np.arange(1, k + 1), weight)[0]
    p, steps = weight[0] / weight.sum(), 200_000
    x = (np.arange(steps) + 0.5) * p / steps
    assert got == pytest.approx(1 - (k - 1) * float(((1 - x) ** (k - 2)).sum()) * p / steps, abs=1e-6)


def test_the_backbone_keeps_what_is_below_the_limit(story: Entities):
    alphas = story.edges()["alpha"]
    limit = float(sorted(alphas)[1])
    kept = story.edges(significance=limit)
    assert list(kept["alpha"]) == [alpha for alpha in alphas if alpha < limit]
    assert 0 < len(kept) < len(alphas)
    both = story.edges(min_weight=2).iloc[0]
    assert both["alpha"] == story.graph()["سلمى"]["هالة"]["alpha"], "alpha is that of the whole part"


def test_frames(story: Entities):
    edges = story.edges()
    assert list(edges.columns) == ["a", "b", "weight", "alpha", "sources", "articles"]
    assert edges.iloc[0][["a", "b", "weight", "sources", "articles"]].tolist() == ["سلمى", "هالة", 2, 2, 2]
    nodes = story.nodes().set_index("entity")
    assert nodes.loc["سلمى", ["mentions", "articles", "sources", "degree", "strength"]].tolist() == [4, 2, 2, 3, 4]
    assert nodes.loc["نادر", "degree"] == 0
    rows = story.evidence("هالة", "سلمى")
    assert len(rows) == 5
    for row in rows.itertuples():
        text = story.corpus[row.article].text
        assert text[row.start : row.end] == row.text
        assert text[row.mention_start : row.mention_end] == row.mention
        assert row.start <= row.mention_start < row.end
    assert len(story.evidence("الواحة")) == 4
    with pytest.raises(UnknownNameError, match="Hint"):
        story.evidence("nobody")


def test_difference_of_two_outlets(story: Entities):
    found = story.difference("الضفة", ["الشراع"])
    assert (found.a, found.b, found.units_a, found.units_b) == ("الضفة", "الشراع", 4, 2)
    edges = found.edges.set_index(["a", "b"])
    assert edges["only"].to_dict() == {
        ("سلمى", "هالة"): "both",
        ("الواحة", "سلمى"): "a",
        ("الواحة", "هالة"): "a",
        ("المرفأ", "سلمى"): "b",
        ("المرفأ", "هالة"): "b",
    }
    tie = edges.loc[("سلمى", "هالة")]
    assert (tie["share_a"], tie["share_b"], tie["difference"]) == (0.25, 0.5, -0.25)
    assert set(found.graph) == set(TYPES)
    assert found.nodes.set_index("entity").loc["نادر", ["weight_a", "weight_b", "share_b"]].tolist() == [1, 1, 0.5]
    assert found.evidence("سلمى", "هالة")["side"].tolist() == ["a", "a", "b", "b", "b"]
    assert "only in a 2, only in b 2, in both 1" in repr(found)
    with pytest.raises(UnknownNameError, match="Hint"):
        found.evidence("نادر", "سلمى")


def test_difference_of_two_periods(story: Entities):
    found = story.difference((None, "2025-01-01"), ("2025-01-02", None))
    assert (found.units_a, found.units_b) == (4, 1)
    mixed = story.difference({"sources": ["الضفة"]}, {"since": dt.date(2025, 1, 2)}, types="PER", min_weight=2)
    assert len(mixed.edges) == 0


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("الضفة", ["الضفة", "الشراع"], "both sides hold"),
        ("الضفة", (None, "2000-01-01"), "side b holds no article"),
        (("a", "b", "c"), "الضفة", "no period"),
        ({"outlet": "الضفة"}, "الشراع", "a side has no"),
        ({"unit": "article", "sources": "الضفة"}, "الشراع", "one unit for both"),
    ],
)
def test_sides_that_cannot_be_compared_are_told(a: object, b: object, said: str, story: Entities):
    with pytest.raises(WorkbenchError, match=said):
        story.difference(a, b)


EVIL = {"<img src=x onerror=alert(1)> href": "PER", "=1+1": "ORG", "a\x00\u202eb": "LOC", "a\x01\u202eb": "LOC"}


@pytest.fixture
def hostile() -> Entities:
    return named(pages(" ".join(EVIL) + ".\n" + " ".join(EVIL)), EVIL)


def test_gexf_as_gephi_opens_it(story: Entities, tmp_path: Path):
    path = story.to_gexf(tmp_path / "deep" / "story.gexf", story.graph(min_weight=1))
    root = ElementTree.parse(path).getroot()
    assert (root.tag, root.get("version")) == (f"{GEXF}gexf", "1.2")
    assert [child.tag for child in root] == [f"{GEXF}meta", f"{GEXF}graph"]
    (graph,) = root.iter(f"{GEXF}graph")
    assert [child.tag for child in graph] == [
        f"{GEXF}{name}" for name in ("attributes", "attributes", "nodes", "edges")
    ]
    declared = {one.get("id"): one.get("type") for one in root.iter(f"{GEXF}attribute")}
    assert declared["node-type"] == "string"
    assert declared["node-mentions"] == "integer"
    assert declared["edge-alpha"] == "double"
    assert {one.get("for") for one in root.iter(f"{GEXF}attvalue")} == set(declared)
    looks = [f"{VIZ}{name}" for name in ("color", "position", "size", "shape")]
    assert all([child.tag for child in node] == [f"{GEXF}attvalues", *looks] for node in graph[2])
    assert "<viz:position" in path.read_text(encoding="utf-8"), "the prefix that every reader knows"
    again = nx.read_gexf(path)
    assert set(again.edges) == set(nx.Graph(story.graph()).edges)
    assert again["سلمى"]["هالة"]["weight"] == 2
    assert again.nodes["سلمى"]["viz"]["color"] == {"r": 0, "g": 114, "b": 178, "a": 1.0}
    assert len({tuple(data["viz"]["position"].values()) for _, data in again.nodes(data=True)}) == len(again)


def test_graphml_and_csv(story: Entities, tmp_path: Path):
    again = nx.read_graphml(story.to_graphml(tmp_path / "story.graphml"))
    assert again.nodes["الواحة"]["label"] == "الواحة"
    assert again["سلمى"]["هالة"]["weight"] == 2
    folder = story.to_csv(tmp_path / "csv")
    for name, first in (("nodes", ["id", "label"]), ("edges", ["source", "target", "weight"])):
        path = folder / f"{name}.csv"
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        assert rows[0][: len(first)] == first
        assert len(rows) == 1 + len(getattr(story, name)())


def test_hostile_names_break_no_file(hostile: Entities, tmp_path: Path):
    for read, path in (
        (nx.read_gexf, hostile.to_gexf(tmp_path / "x.gexf")),
        (nx.read_graphml, hostile.to_graphml(tmp_path / "x.graphml")),
    ):
        graph = read(path)
        assert (graph.number_of_nodes(), graph.number_of_edges()) == (4, 6)
    with (hostile.to_csv(tmp_path) / "nodes.csv").open(encoding="utf-8-sig", newline="") as file:
        assert "'=1+1" in {row["id"] for row in csv.DictReader(file)}


def test_pyvis_takes_every_text_as_text_and_loads_nothing(hostile: Entities, tmp_path: Path):
    network = hostile.to_pyvis(heading="<script>alert(2)</script>", select_menu=True, filter_menu=True)
    network.write_html(tmp_path / "x.html")
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert "<img" not in str(network.nodes) + str(network.edges)
    assert "<img src=x" not in page
    assert "<script>alert(2)" not in page
    assert page.count("&lt;script&gt;alert(2)") == 1
    assert not re.search(r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=", page)
    assert "default-src 'none'" in page
    assert "popup.innerHTML" not in page, "a title that says href is no HTML"
    assert len({node["id"] for node in network.nodes}) == 4
    assert all({"x", "y"} <= set(node) for node in network.nodes)
    assert network.options.physics.enabled is False
    with pytest.raises(WorkbenchError, match="loads from elsewhere"):
        hostile.to_pyvis(cdn_resources="remote")


def test_pyvis_edges_show_their_first_sentence_and_places_stay(story: Entities):
    first, again = story.to_pyvis(), story.to_pyvis()
    assert first.nodes == again.nodes
    assert any("قابلت سلمى هالة في الواحة." in edge["title"] for edge in first.edges)


def test_a_difference_is_written_too(story: Entities, tmp_path: Path):
    found = story.difference("الضفة", "الشراع")
    graph = nx.read_gexf(found.to_gexf(tmp_path / "d.gexf"))
    assert graph["سلمى"]["هالة"]["only"] == "both"
    assert graph["سلمى"]["هالة"]["share_a"] == 0.25
    assert nx.read_graphml(found.to_graphml(tmp_path / "d.graphml")).nodes["نادر"]["only"] == "both"
    assert (found.to_csv(tmp_path) / "edges.csv").exists()
    assert {edge["color"] for edge in found.to_pyvis().edges} == {"#0072b2", "#e69f00", "#b3b3b3"}


def test_an_empty_graph_is_written_too(tmp_path: Path):
    found = named(pages("لا أحد."))
    assert len(found.graph()) == len(found.edges()) == len(found.nodes()) == len(found.evidence()) == 0
    assert len(nx.read_gexf(found.to_gexf(tmp_path / "x.gexf"))) == 0
    assert len(nx.read_graphml(found.to_graphml(tmp_path / "x.graphml"))) == 0
    assert (found.to_csv(tmp_path) / "nodes.csv").exists()
    assert "mynetwork" in found.to_pyvis().generate_html()


def test_the_colours_are_those_of_the_figures():
    shapes = {"o": "disc", "s": "square", "^": "triangle", "D": "diamond"}
    for kind, look in exports.LOOKS.items():
        assert (look.colour, look.gexf) == (palette.MARKS[kind].colour, shapes[palette.MARKS[kind].shape])
    assert (exports.OTHER.colour, exports.EDGE) == (palette.OTHER.colour, palette.EDGE)


def test_the_graph_follows_corrections(story: Entities):
    story.merge("سلمى", "نادر")
    assert "نادر" not in story.graph()
    assert story.graph().nodes["سلمى"]["mentions"] == 6
    pd.testing.assert_frame_equal(story.evidence("نادر", "هالة"), story.evidence("سلمى", "هالة"))
    assert story.evidence("نادر", "سلمى").empty, "nobody stands beside himself"
    story.undo()
    assert "نادر" in story.graph()
