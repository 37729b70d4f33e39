"""The bundle for a paper: every file is read back by what its readers use, and holds what the results hold."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import json
import shutil
import subprocess

import jsonschema
import networkx as nx
import openpyxl
import pytest

import workbench as wb
from tests.unit import handmade
from workbench.app.exports import bundle, references, tables
from workbench.app.exports.results import Results
from workbench.corpus import Corpus
from workbench.errors import WorkbenchError
from workbench.languages import pack

EVIL = "=HYPERLINK(1) | <b>%_{x}</b> \\"

ANNOTATION = {
    "type": "object",
    "required": ["@context", "id", "type", "target"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": {"type": "string", "pattern": "^urn:uuid:"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["describing", "identifying", "classifying", "tagging"]},
        "body": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "value"],
                "properties": {
                    "type": {"const": "TextualBody"},
                    "purpose": {"enum": ["describing", "identifying", "classifying", "tagging"]},
                    "value": {"type": "string", "minLength": 1},
                },
            },
        },
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "properties": {
                "source": {"type": "object", "required": ["id", "type"]},
                "selector": {
                    "type": "array",
                    "items": {
                        "oneOf": [
                            {
                                "required": ["type", "start", "end"],
                                "properties": {
                                    "type": {"const": "TextPositionSelector"},
                                    "start": {"type": "integer", "minimum": 0},
                                    "end": {"type": "integer", "minimum": 0},
                                },
                            },
                            {
                                "required": ["type", "exact"],
                                "properties": {
                                    "type": {"const": "TextQuoteSelector"},
                                    "exact": {"type": "string"},
                                    "prefix": {"type": "string"},
                                    "suffix": {"type": "string"},
                                },
                            },
                        ]
                    },
                },
            },
        },
    },
}
"""What the Web Annotation Data Model (W3C, 2017) asks of the parts that are used here."""


@pytest.fixture(scope="module")
def results():
    corpus = handmade.corpus()
    entities = wb.entities(corpus)
    return Results(corpus, entities, wb.quotes(corpus, entities), wb.overlap(corpus))


@pytest.fixture(scope="module")
def paper(results, tmp_path_factory):
    folder = tmp_path_factory.mktemp("export") / "paper"
    given = [results.corpus, results.entities, results.quotes, results.overlap]
    return wb.export(given, folder, language="ar", dpi=72)


def test_every_figure_stands_with_its_caption_and_its_data(paper):
    for name in ("overview", "timeline", "network", "quotes", "lineage-1", "heatmap", "flow"):
        for ending in (".pdf", ".svg", ".png", ".caption.txt", ".csv"):
            assert (paper / "figures" / f"{name}{ending}").stat().st_size > 3, (name, ending)
    assert "رواية" in (paper / "figures" / "heatmap.caption.txt").read_text(encoding="utf-8")


def test_outlets_are_set_side_by_side_where_two_name_somebody(results):
    corpus = results.corpus
    names = [name for name, _ in bundle._figures(Results(corpus, handmade.entities(corpus)), "en")]
    assert names == ["overview", "timeline", "network", "multiples"]
    alone = [name for name, _ in bundle._figures(Results(corpus, results.entities), "en")]
    assert "multiples" not in alone


def test_csv_and_xlsx_hold_the_frames(paper, results):
    book = openpyxl.load_workbook(paper / "tables.xlsx")
    frames = dict(results.frames())
    assert set(book.sheetnames) == set(frames)
    for name, frame in frames.items():
        with (paper / "tables" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        assert rows[0] == list(frame.columns)
        assert len(rows) == len(frame) + 1
        sheet = book[name]
        assert sheet.sheet_view.rightToLeft
        assert sheet.max_row == len(frame) + 1
    spoken = results.quotes.table["text"].tolist()
    column = [cell.value for cell in book["quotes"][1]].index("النص")
    assert [row[column].value for row in book["quotes"].iter_rows(min_row=2)] == spoken


def test_the_network_is_read_back_as_it_is(paper, results):
    graph = results.entities.graph()
    for read, path in ((nx.read_gexf, "network.gexf"), (nx.read_graphml, "network.graphml")):
        back = read(paper / path)
        assert set(back.nodes) == set(graph.nodes), path
        assert {frozenset(edge) for edge in back.edges} == {frozenset(edge) for edge in graph.edges}, path
        weights = {frozenset((a, b)): data["weight"] for a, b, data in back.edges(data=True)}
        assert weights == {frozenset((a, b)): data["weight"] for a, b, data in graph.edges(data=True)}, path


def test_annotations_are_those_of_the_w3c_and_point_at_their_words(paper, results):
    lines = (paper / "annotations" / "web-annotations.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert len({one["id"] for one in found}) == len(found) == len(results.quotes)
    for one, row in zip(found, results.quotes.table.itertuples(), strict=True):
        jsonschema.validate(one, ANNOTATION)
        position, quote = one["target"]["selector"]
        text = results.corpus[row.article].text
        assert text[position["start"] : position["end"]] == quote["exact"] == row.text
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    plain = [json.loads(line) for line in (paper / "annotations" / "quotes.jsonl").read_text("utf-8").splitlines()]
    assert [one["text"] for one in plain] == results.quotes.table["text"].tolist()


def test_references_are_read_by_their_readers(paper, results):
    pybtex = pytest.importorskip("pybtex.database", reason="pybtex is not installed: pip install pybtex")
    entries = pybtex.parse_file(str(paper / "references" / "articles.bib"), bib_format="bibtex").entries
    assert len(entries) == len(results.corpus)
    assert [entry.fields["title"].strip("{}") for entry in entries.values()] == [one.title for one in results.corpus]
    items = json.loads((paper / "references" / "articles.csl.json").read_text(encoding="utf-8"))
    assert [item["container-title"] for item in items] == [one.source for one in results.corpus]
    text = (paper / "references" / "articles.ris").read_bytes().decode()
    assert text.count("TY  - NEWS\r\n") == text.count("ER  - \r\n") == len(results.corpus)


def test_references_survive_what_a_page_may_be_called():
    pybtex = pytest.importorskip("pybtex.database", reason="pybtex is not installed: pip install pybtex")
    pages = [
        dataclasses.replace(one, id=name, title=EVIL, source=EVIL, author=EVIL, url="https://a.example/{x}\\y z")
        for one, name in zip(handmade.corpus(), ("خبر", "A b"), strict=True)
    ]
    timed = dataclasses.replace(pages[0], id="a-B", published=dt.datetime(2025, 2, 12, 9, 30))
    corpus = Corpus([*pages, timed])
    entries = pybtex.parse_string(references.bibtex(corpus), bib_format="bibtex").entries
    assert len(entries) == 3
    for entry in entries.values():
        assert entry.fields["url"] == "https://a.example/%7Bx%7D%5Cy%20z"
    assert json.loads(references.csl_json(corpus))[2]["issued"] == {
        "date-parts": [[2025, 2, 12]],
        "raw": "2025-02-12T09:30:00",
    }


def test_cells_cannot_act(tmp_path):
    frame = Corpus([dataclasses.replace(one, title=EVIL) for one in handmade.corpus()]).table
    tables.write_xlsx(tmp_path / "t.xlsx", [("articles", frame)], pack("en"))
    tables.write_markdown(tmp_path / "t.md", frame, pack("en"), title=EVIL)
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx")["articles"]
    assert not sheet.sheet_view.rightToLeft
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert "'" + EVIL in [cell.value for cell in sheet["C"]]
    lines = (tmp_path / "t.md").read_text(encoding="utf-8").splitlines()
    assert "<b>" not in (tmp_path / "t.md").read_text(encoding="utf-8").replace("\\<b\\>", "")
    assert {line.replace("\\|", "").count("|") for line in lines[2:]} == {len(frame.columns) + 1}


def test_what_a_cell_cannot_hold_is_cut_and_said(tmp_path):
    frame = handmade.corpus().table.assign(title="س" * 40_000)
    tables.write_xlsx(tmp_path / "t.xlsx", [("articles", frame)], pack("en"))
    value = openpyxl.load_workbook(tmp_path / "t.xlsx")["articles"]["C2"].value
    assert len(value) == tables.LONGEST
    assert value.endswith("(cut here: 40000 characters in all)")


def test_the_method_says_what_was_done_and_with_what(paper, results):
    text = (paper / "methods.md").read_text(encoding="utf-8")
    assert wb.__version__ in text
    assert str(len(results.quotes.lineages)) in text
    assert text.count("| ---") >= 2
    assert {line.split("|")[3].strip() for line in text.splitlines() if line.startswith("| p")} > set()


def test_an_export_is_written_again_over_itself_and_over_nothing_else(results, paper, tmp_path):
    assert wb.export(results.corpus, paper, language="en", dpi=72) == paper
    assert "Method" in (paper / "methods.md").read_text(encoding="utf-8")
    (tmp_path / "methods.md").write_text("mine", encoding="utf-8")
    with pytest.raises(WorkbenchError, match="is there already"):
        wb.export(results.corpus, tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["methods.md"]


def test_what_cannot_be_exported_is_said(results, tmp_path):
    for given in (5, [], [results.corpus, "x"]):
        with pytest.raises(WorkbenchError, match=r"export"):
            wb.export(given, tmp_path)
    other = Corpus([dataclasses.replace(results.corpus[0], text="نص آخر", blocks=())])
    with pytest.raises(WorkbenchError, match="another corpus"):
        wb.export([other, results.quotes], tmp_path)


@pytest.mark.skipif(shutil.which("xelatex") is None, reason="there is no xelatex on the PATH")
def test_the_paper_compiles(results, tmp_path):
    evil = Corpus([dataclasses.replace(one, title=EVIL) for one in results.corpus])
    for name, given in (("ar", results.quotes), ("en", evil)):
        folder = wb.export(given, tmp_path / name, language=name, dpi=72)
        command = ["xelatex", "-interaction=nonstopmode", "-halt-on-error", "paper.tex"]
        done = subprocess.run(command, cwd=folder / "latex", capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout[-2000:]
        assert "Missing character" not in (folder / "latex" / "paper.log").read_text(encoding="utf-8", errors="replace")
        assert (folder / "latex" / "paper.pdf").stat().st_size > 5000
