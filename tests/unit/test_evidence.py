"""What was pinned, in Python: the frame, the file of a workbench, and the exports."""

from __future__ import annotations

import base64
import io
import json

import pytest

from tests.unit import handmade
from workbench.errors import WorkbenchError
from workbench.extractors.entities import entities as find_entities
from workbench.extractors.quotes import quotes as find_quotes
from workbench.samples import phone_call
from workbench.widgets import bundle as bundles
from workbench.widgets.answers import answer
from workbench.widgets.evidence import EVIDENCE_COLUMNS
from workbench.widgets.exports.cell import cell
from workbench.widgets.quotes import QuoteFinder
from workbench.widgets.tray import FILE, kept, parsed
from workbench.widgets.workbench import Workbench

FOREIGN = "https://example.org/<b>|1"


@pytest.fixture(autouse=True)
def static(tmp_path, monkeypatch):
    for name in ("workbench", "quotes"):
        (tmp_path / f"{name}.js").write_text("export default {};", encoding="utf-8")
        (tmp_path / f"{name}.css").write_text("", encoding="utf-8")
    monkeypatch.setattr(bundles, "STATIC", tmp_path)
    folder = tmp_path / "notebook"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def workbench(**options):
    of = handmade.corpus()
    found = {"entities": handmade.entities(of), "quotes": handmade.quotes(of), "overlap": handmade.shared(of)}
    return Workbench(of, **found, **options)


def pinned(view, number=0, **fields):
    """A quotation of the view as the browser pins it: its words, its speaker, its cue."""
    story = view.told.story
    quote = story["quotes"][number]
    marks = [mark for mark in story["marks"] if mark["ref"] == quote["id"] and mark["layer"] != "passage"]
    articles = {article["id"]: article for article in story["articles"]}
    where = ("source", "title", "published", "url", "language", "direction")
    spans = [
        {**{name: articles[mark["article"]][name] for name in where}}
        | {name: mark[name] for name in ("article", "start", "end", "text")}
        for mark in marks
    ]
    given = {"id": quote["id"], "corpus": story["digest"], "kind": "quote", "name": quote["speaker_name"] or "?"}
    rest = {"facts": "مباشر", "spans": spans, "selection": {}, "note": "", "rank": number + 1, "gone": False}
    return {**given, **rest, "changed": "2026-01-01T00:00:00.000Z", **fields}


def test_the_evidence_has_a_row_for_each_span_in_the_trays_order():
    view = workbench(tray=False)
    assert view.evidence.columns.tolist() == list(EVIDENCE_COLUMNS)
    assert view.evidence.empty
    view.tray = [pinned(view, 0, rank=2), pinned(view, 1, rank=1, note="مهم"), pinned(view, 0, id="x", gone=True)]
    frame = view.evidence
    assert list(dict.fromkeys(frame["finding"])) == ["q2", "q1"]
    assert frame["text"].tolist()[-3:] == ["وصلت السفينة إلى ميناء الواحة صباح اليوم", "سامر النجار", "قال"]
    assert set(frame.loc[frame["finding"] == "q2", "note"]) == {"مهم"}
    for row in frame.itertuples():
        assert view.corpus[row.article].text[row.start : row.end] == row.text


def test_words_that_a_page_without_texts_cut_are_whole_again():
    view = workbench(tray=False)
    short = pinned(view)
    short["spans"] = [{**span, "text": "قص …"} for span in short["spans"]]
    view.tray = [short]
    assert view.evidence["text"][0] == "وصلت السفينة إلى ميناء الواحة صباح اليوم"
    view.tray = [{**short, "corpus": "another", "changed": "2027"}]
    assert view.evidence["text"][0] == "قص …"


def test_any_view_has_evidence_and_only_a_workbench_a_file(static):
    view = QuoteFinder(handmade.quotes())
    view.tray = [pinned(view)]
    assert len(view.evidence) == 3
    assert ask(view, "tray.state") == ask(view, "tray.reload") == {"path": "", "error": None}
    assert list(static.iterdir()) == []


def test_a_workbench_keeps_its_tray_beside_the_notebook(static):
    view = workbench()
    assert list(static.iterdir()) == []
    view.tray = [pinned(view)]
    assert parsed((static / FILE).read_text(encoding="utf-8")) == view.tray
    again = workbench()
    assert again.tray == view.tray
    again.tray = [*again.tray, pinned(again, 1)]
    assert len(view.tray) == 1
    assert ask(view, "tray.reload") == {"path": str(static / FILE), "error": None}
    assert len(kept(view.tray)) == 2


def test_two_workbenches_that_pin_at_once_lose_nothing():
    one, other = workbench(), workbench()
    one.tray = [pinned(one, 0)]
    other.tray = [pinned(other, 1)]
    assert [finding["id"] for finding in other.tray] == ["q1", "q2"]


def test_the_file_has_another_name_or_there_is_none(static, tmp_path):
    one, other = workbench(tray=tmp_path / "chapter 2.json"), workbench(tray=False)
    for view in (one, other):
        view.tray = [pinned(view)]
    assert (tmp_path / "chapter 2.json").is_file()
    assert other.tray_file is None
    assert list(static.iterdir()) == []


def test_a_foreign_file_is_kept_and_the_tray_says_why_it_is_not_saved(static):
    (static / FILE).write_text("{}", encoding="utf-8")
    view = workbench()
    view.tray = [pinned(view)]
    assert len(view.evidence) == 3
    assert ask(view, "tray.state")["error"]["code"] == "tray_foreign"
    assert (static / FILE).read_text(encoding="utf-8") == "{}"


def ask(view, what):
    reply = answer(view, {"ask": what, "id": "1"})
    return reply["value"]


def test_the_document_can_be_read_again_and_runs_from_right_to_left(tmp_path):
    docx = pytest.importorskip("docx")
    view = workbench(tray=False, language="ar")
    hostile = pinned(view, 1, name="a\x00<b>\ud800", note="سطر\nآخر \x0b")
    hostile["spans"] = [{**span, "url": FOREIGN} for span in hostile["spans"]]
    view.tray = [pinned(view, 0, note="ملاحظة"), hostile]
    path = view.export_evidence(tmp_path / "deep" / "evidence.docx")
    assert base64.b64decode(ask(view, "tray.docx"))[:2] == path.read_bytes()[:2] == b"PK"
    document = docx.Document(io.BytesIO(path.read_bytes()))
    quoted = next(one for one in document.paragraphs if one.style.name == "Quote")
    assert "وصلت السفينة إلى ميناء الواحة صباح اليوم" in quoted.text
    assert quoted._p.pPr.find(docx.oxml.ns.qn("w:bidi")) is not None
    assert quoted.runs[0].font.rtl
    assert [one.style.name for one in document.paragraphs if one.style.name.startswith("Heading")] == [
        "Heading 1",
        "Heading 2",
        "Heading 2",
        "Heading 2",
    ]
    (table,) = document.tables
    assert len(table.rows) == 3
    assert "ملاحظة: " in "".join(one.text for one in document.paragraphs).replace("\u200f", "")
    assert document.core_properties.author == "Riwaya"
    english = workbench(tray=False, language="en")
    english.tray = view.tray
    words = docx.Document(english.export_evidence(tmp_path / "en.docx")).paragraphs
    assert words[0]._p.pPr.find(docx.oxml.ns.qn("w:bidi")) is None


def test_an_empty_tray_is_an_empty_document(tmp_path):
    docx = pytest.importorskip("docx")
    view = workbench(tray=False)
    assert docx.Document(view.export_evidence(tmp_path / "none.docx")).tables == []
    assert view.export_evidence(tmp_path / "none.md").read_text(encoding="utf-8").startswith("# Evidence")


def test_the_other_exports_go_by_the_files_ending(tmp_path):
    view = workbench(tray=False, language="ar")
    view.tray = [pinned(view)]
    written = view.export_evidence(tmp_path / "evidence.MD").read_text(encoding="utf-8")
    assert written.startswith("# الأدلة\n")
    assert "> وصلت السفينة إلى ميناء الواحة صباح اليوم\n" in written
    assert json.loads(view.export_evidence(tmp_path / "e.json").read_text(encoding="utf-8"))["findings"] == view.tray
    with pytest.raises(WorkbenchError, match=r"'\.pdf'.*\.docx"):
        view.export_evidence(tmp_path / "e.pdf")


def test_the_cell_shows_the_same_words_where_the_corpus_is_known():
    corpus = phone_call()
    page = corpus[0]
    spans = [{"article": page.id, "start": 10, "end": 30}, {"article": "gone"}]
    code = cell([{"name": "x", "corpus": corpus.texts, "spans": spans}], [corpus])
    assert "corpus = wb.samples.phone_call()" in code
    assert "assert" not in code
    space: dict[str, object] = {}
    exec(code, space)
    assert space["evidence"]["text"].tolist() == [page.text[10:30]]  # type: ignore[index]


def two_corpora():
    """The sample, and three pages of it: other corpora with the same articles."""
    whole = phone_call()
    return whole, whole.part([article.id for article in whole][:3])


def test_the_cell_loads_each_corpus_and_says_which_it_does_not_know():
    whole, part = two_corpora()
    page = part[1]
    spans = [{"article": page.id, "start": 0, "end": 9}]
    findings = [{"name": str(n), "corpus": one, "spans": spans} for n, one in enumerate([part.texts, "x", whole.texts])]
    code = cell([*findings[:2], {**findings[2], "spans": [{**spans[0], "start": 4}]}], [whole, part])
    assert "# finding 2 is of a corpus that is not open here: 'x'" in code
    space: dict[str, object] = {}
    exec(code.replace(": ...,", ": wb.samples.phone_call(),"), space)
    frame = space["evidence"]
    assert frame["text"].tolist() == [page.text[:9], page.text[4:9]]  # type: ignore[index]
    assert frame["corpus"].nunique() == 2  # type: ignore[index]
    assert "corpora" not in cell([findings[2]], [whole, part])


def test_findings_of_two_corpora_are_told_apart_in_every_export(tmp_path):
    docx = pytest.importorskip("docx")
    whole, part = two_corpora()
    one, other = (QuoteFinder(wb_quotes(of)) for of in (whole, part))
    cut = pinned(other, 0, id="b", rank=2)
    cut["spans"] = [{**span, "text": "قص …"} for span in cut["spans"]]
    one.tray = [pinned(one, 0), cut]
    assert one.evidence["corpus"].unique().tolist() == [whole.texts, part.texts]
    assert "قص …" not in set(one.evidence["text"])
    written = one.export_evidence(tmp_path / "e.md").read_text(encoding="utf-8")
    named = [line for line in written.splitlines() if line.startswith("Corpus: ")]
    assert named == [f"Corpus: \u2068{whole.texts[:8]}\u2069", f"Corpus: \u2068{part.texts[:8]}\u2069"]
    told = docx.Document(one.export_evidence(tmp_path / "e.docx")).paragraphs
    assert sum("Corpus: " in paragraph.text for paragraph in told) == 2
    one.tray = [pinned(one, 0)]
    assert "Corpus: " not in one.export_evidence(tmp_path / "e.md").read_text(encoding="utf-8")


def wb_quotes(of):
    entities = find_entities(of)
    return find_quotes(of, entities)


def test_the_cell_says_where_the_corpus_is_not_known():
    view = workbench(tray=False)
    view.tray = [pinned(view)]
    code = ask(view, "tray.cell")
    assert "made in memory" in code
    compile(code, "cell", "exec")
