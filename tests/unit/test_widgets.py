"""The Python half of the views: their traits, their selection, their errors."""

from __future__ import annotations

import base64
import gc
import gzip
import re
from typing import get_type_hints

import pytest

from tests.unit import handmade
from workbench.corpus import Article, Block, Corpus
from workbench.errors import MissingBundleError, UnknownLanguageError, WorkbenchError
from workbench.extractors.entities import entities as find_entities
from workbench.languages import pack
from workbench.widgets import bundle as bundles
from workbench.widgets.answers import answer
from workbench.widgets.base import SELECTION_COLUMNS, View
from workbench.widgets.heatmap import OverlapHeatmap
from workbench.widgets.language import labels, language
from workbench.widgets.network import EntityNetwork
from workbench.widgets.quotes import QuoteFinder
from workbench.widgets.reader import Reader
from workbench.widgets.records import EMPTY_SELECTION, Selection, Traits
from workbench.widgets.timeline import Timeline
from workbench.widgets.workbench import Workbench


def workbench(**options):
    of = handmade.corpus()
    found = {"entities": handmade.entities(of), "quotes": handmade.quotes(of), "overlap": handmade.shared(of)}
    return Workbench(of, **found, **options)


MAKERS = {
    "network": lambda **options: EntityNetwork(handmade.entities(), **options),
    "heatmap": lambda **options: OverlapHeatmap(handmade.shared(), **options),
    "quotes": lambda **options: QuoteFinder(handmade.quotes(), **options),
    "reader": lambda **options: Reader(handmade.corpus(), **options),
    "timeline": lambda **options: Timeline(handmade.corpus(), **options),
    "workbench": workbench,
}


@pytest.fixture(autouse=True)
def static(tmp_path, monkeypatch):
    for name in MAKERS:
        (tmp_path / f"{name}.js").write_text(f"export default {{ /* {name} */ }};", encoding="utf-8")
        (tmp_path / f"{name}.css").write_text(".rw-root {}", encoding="utf-8")
    monkeypatch.setattr(bundles, "STATIC", tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", MAKERS)
def test_each_view_carries_its_bundle_story_and_labels(name):
    view = MAKERS[name](language="ar", height=400)
    packed = re.search(r'atob\("([^"]+)"\)', view._esm)[1]
    assert name in gzip.decompress(base64.b64decode(packed)).decode()
    assert view._css == ".rw-root {}"
    assert [article["id"] for article in view.told.story["articles"]] == ["p1", "p2"]
    assert view.labels == {"language": "ar", "direction": "rtl", "sections": pack("ar").ui}
    assert view.options == {"height": 400}
    assert view.selected == EMPTY_SELECTION


@pytest.mark.parametrize("name", MAKERS)
def test_a_missing_bundle_names_the_command(name, static):
    (static / f"{name}.js").unlink()
    with pytest.raises(MissingBundleError, match=r"python -m workbench\.widgets\.build"):
        MAKERS[name]()


def test_the_views_on_one_corpus_share_a_digest():
    assert len({maker().told.story["digest"] for maker in MAKERS.values()}) == 1


def test_the_synced_traits_are_those_of_the_contract():
    own = {name for name in View.class_own_traits(sync=True) if not name.startswith("_")}
    assert own == set(get_type_hints(Traits))
    assert set(EMPTY_SELECTION) == set(get_type_hints(Selection))


def chosen(view, **fields):
    view.selected = {**EMPTY_SELECTION, **fields}
    return view.selection


def test_nothing_selected_is_an_empty_frame():
    assert list(workbench().selection.columns) == list(SELECTION_COLUMNS)
    assert workbench().selection.empty


def test_an_entity_gives_its_mentions():
    frame = chosen(workbench(), entity="e1")
    assert frame["text"].tolist() == ["سامر النجار", "النجّار"]
    assert set(frame["layer"]) == {"entity"}


def test_a_mark_gives_its_own_row_whatever_else_is_selected():
    start, end = handmade.span(handmade.article("p2"), "ميناء الواحة")
    frame = chosen(workbench(), entity="e1", mark=f"m:{start}-{end}:p2")
    assert frame[["article", "text", "ref"]].to_numpy().tolist() == [["p2", "ميناء الواحة", "e2"]]


def test_a_quotation_gives_its_words_its_speaker_and_its_cue():
    frame = chosen(workbench(), quote="q1")
    assert frame["layer"].tolist() == ["quote", "speaker", "cue"]
    assert frame["text"].tolist()[1:] == ["سامر النجار", "قال"]


@pytest.mark.parametrize("pair", [("p1", "p2"), ("p2", "p1"), ("الضفة", "المرفأ")])
def test_two_articles_or_outlets_give_what_they_share(pair):
    view = workbench()
    frame = chosen(view, pair=pair)
    assert set(frame["article"]) == {"p1", "p2"}
    assert set(frame["layer"]) == {"passage"}
    assert chosen(view, passage=frame["ref"][0])["article"].tolist() == ["p1", "p2"]


def test_every_row_of_a_selection_slices_back():
    view = workbench()
    for fields in ({"entity": "e2"}, {"quote": "q2"}, {"pair": ("p1", "p2")}, {"mark": "c:q1"}):
        for row in chosen(view, **fields).itertuples():
            assert view.corpus[row.article].text[row.start : row.end] == row.text


def test_a_selection_with_a_stale_name_is_refused():
    with pytest.raises(WorkbenchError, match="'node'"):
        workbench().selected = {"node": "e1"}


def test_a_view_says_what_it_needs():
    with pytest.raises(WorkbenchError, match=r"Entities is needed.*wb\.entities\(corpus\)"):
        EntityNetwork(handmade.corpus())
    with pytest.raises(WorkbenchError, match=r"wb\.quotes\(corpus, entities\)"):
        QuoteFinder(handmade.entities())
    with pytest.raises(WorkbenchError, match=r"wb\.load"):
        Workbench(["a page"])


def test_the_reader_shows_the_layers_it_is_given():
    of = handmade.corpus()
    assert Reader(of).told.story["marks"] == []
    assert len(Reader(of, entities=handmade.entities(of)).told.story["marks"]) == 4


def test_the_language_of_labels_is_remembered_and_checked():
    assert language() == "en"
    try:
        assert language("ar") == "ar"
        assert labels()["direction"] == "rtl"
        assert MAKERS["reader"]().labels["language"] == "ar"
        with pytest.raises(UnknownLanguageError):
            language("xx")
        assert language() == "ar"
    finally:
        language("en")


def test_the_workbench_extracts_what_it_is_not_given():
    of = handmade.corpus()
    view = Workbench(of)
    assert view.overlap.corpus is of
    assert view.told.story["sources"] == ["الضفة", "المرفأ"]


def asked(view, what, **given):
    """What Python replies to a question of the browser."""
    heard = []
    view.send = heard.append
    view._hear(view, {"ask": what, "id": "7", "given": given}, [])
    (reply,) = heard
    assert reply["answer"] == "7"
    return reply


def names(view):
    return [entity["name"] for entity in view.told.story["entities"]]


def test_a_correction_in_one_view_shows_in_all_and_can_be_taken_back():
    entities = find_entities(handmade.corpus())
    network, other = EntityNetwork(entities), EntityNetwork(entities)
    before, first = names(network), entities.table["entity"][0]
    sent = other.story
    assert asked(network, "entities.rename", entity=first, name="اسم آخر") == {"answer": "7", "value": None}
    assert names(network)[0] == names(other)[0] == entities.table["name"][0] == "اسم آخر"
    assert other.story != sent
    asked(other, "entities.undo")
    assert names(network) == before


def test_names_of_two_types_are_merged_where_the_type_is_said_and_the_history_is_known():
    text = "التقى سالم الورداني هناء الكيلاني في دمشق."
    page = Article("p", "الضفة", "", None, "", "", "ar", text, (Block(0, len(text), "body"),), "p.txt")
    entities = find_entities(Corpus([page]))
    view = EntityNetwork(entities)
    entities.retype(entities.table["entity"][1], "ORG")
    both = list(entities.table["entity"][:2])
    refused = asked(view, "entities.merge", entities=both)["error"]
    assert "several types" in refused["message"]
    assert "type=" in refused["hint"]
    asked(view, "entities.merge", entities=both, type="PER")
    assert asked(view, "entities.history")["value"] == {"undo": 2, "redo": 0}
    asked(view, "entities.undo")
    assert asked(view, "entities.history")["value"] == {"undo": 1, "redo": 1}


def test_a_judgement_in_a_view_is_that_of_the_quotes():
    quotes = handmade.quotes()
    finder = QuoteFinder(quotes)
    count = len(quotes)
    asked(finder, "quotes.reject", quote=quotes.table["quote"][0], coder="ليلى")
    assert len(finder.told.story["quotes"]) == len(quotes) == count - 1


def test_what_cannot_be_done_is_answered_with_the_reason_and_a_hint():
    view = EntityNetwork(handmade.entities())
    assert "no entity has the id" in asked(view, "entities.drop", entity="nobody")["error"]["message"]
    assert "entities.merge" in asked(view, "entities.burn")["error"]["hint"]
    assert "QuoteFinder" in asked(view, "quotes.undo")["error"]["hint"]
    assert asked(view, "entities.drop")["error"]["message"].startswith("TypeError")
    for silent in ({"hello": 1}, "hello"):
        assert answer(view, silent) is None


def test_a_view_that_is_gone_is_not_told():
    entities = find_entities(handmade.corpus())
    view = EntityNetwork(entities)
    view.close()
    del view
    gc.collect()
    entities.rename(entities.table["entity"][0], "اسم آخر")
