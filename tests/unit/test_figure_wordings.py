"""The figure of one statement in the words of each outlet: what is told apart, in which order, and how it is set."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from tests.unit.tellings import SPEAKER, TELLINGS, Told, quotes_of
from workbench import figures
from workbench.errors import UnknownNameError, WorkbenchError
from workbench.figures.figure import Figure
from workbench.figures.print import draw, style
from workbench.figures.rows import rows
from workbench.figures.statements import carried
from workbench.figures.stretches import JOINER, Stretch, words
from workbench.figures.typeset import broken, pieces
from workbench.languages import pack

LANGUAGES = ["ar", "en"]
EVIL = "<img src=x onerror=alert(1)> $x^2$ %{x} <s>قال</s> \u202eevil \x00 \\frac"


@pytest.fixture(scope="module")
def quotes():
    return quotes_of(TELLINGS)


@pytest.fixture(scope="module")
def figure(quotes) -> Figure:
    return figures.lineage(quotes, language="ar")


def stretches_of(figure: Figure, source: str) -> list[tuple[str, str]]:
    quote = figure.data.set_index("source").loc[source, "quote"]
    links = figure.links[figure.links["quote"] == quote]
    return [(op, text.strip()) for op, text in zip(links["op"], links["text"], strict=True) if text.strip()]


def test_outlets_stand_in_order_of_time_and_those_without_a_date_last(figure: Figure) -> None:
    assert list(figure.data["source"]) == ["وكالة الساحل", "صحيفة الضفة", "The Harbour Post", "المرفأ"]


def test_each_wording_is_told_by_what_became_of_the_fullest(figure: Figure) -> None:
    assert stretches_of(figure, "صحيفة الضفة") == [("same", TELLINGS[1].words)]
    told = stretches_of(figure, "وكالة الساحل")
    assert ("same", "وصلت السفينة إلى") in told or ("same", "وصلت") in told
    assert any(op == "cut" and "حمولتها" in text for op, text in told)
    assert any((op in ("added", "same") and "الميناء" in text) or "ميناء" in text for op, text in told)
    assert stretches_of(figure, "The Harbour Post") == [("same", TELLINGS[3].words)]


def test_every_stretch_is_the_text_of_its_article(quotes, figure: Figure) -> None:
    for row in figure.links.to_dict("records"):
        assert quotes.corpus[row["article"]].text[row["start"] : row["end"]] == row["text"]
    for quote, part in figure.links[figure.links["op"] != "cut"].groupby("quote"):
        text = quotes.table.set_index("quote").loc[quote, "text"]
        assert "".join(part["text"]) == text


def test_who_is_silent_is_named_in_the_note(figure: Figure) -> None:
    assert "دفاتر الواحة" in figure.spec.note
    assert SPEAKER in figure.caption
    assert TELLINGS[1].words in figure.alt


def test_an_outlet_has_one_row_and_the_rest_is_counted() -> None:
    again = [*TELLINGS, Told("وكالة الساحل", dt.date(2025, 2, 15), "السفينة وصلت")]
    figure = figures.lineage(quotes_of(again))
    assert list(figure.data["source"]).count("وكالة الساحل") == 1
    assert "left out: 1" in figure.caption


def test_of_many_outlets_the_fullest_stays() -> None:
    figure = figures.lineage(quotes_of(TELLINGS), most=2)
    assert list(figure.data["source"]) == ["صحيفة الضفة", "The Harbour Post"]
    assert "2 of 4" in figure.caption


def test_the_statement_of_most_outlets_is_taken_and_an_unknown_one_refused(quotes) -> None:
    assert carried(quotes, 5) == ["l1"]
    assert list(figures.lineage(quotes).data["lineage"].unique()) == ["l1"]
    with pytest.raises(UnknownNameError, match="no lineage"):
        figures.lineage(quotes, "l9")
    with pytest.raises(WorkbenchError, match=r"wb\.quotes"):
        figures.lineage(quotes.corpus)


def test_nobody_named_is_said() -> None:
    figure = figures.lineage(quotes_of(TELLINGS, speaker=""))
    assert "speaker is not named" in figure.caption


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_nothing_to_show_it_says_so(language: str, tmp_path: Path) -> None:
    figure = figures.lineage(quotes_of([TELLINGS[4], TELLINGS[4]]), language=language)
    figure.save(tmp_path / "empty.pdf")
    assert figure.data.empty
    assert pack(language).label("figures", "nothing") in figure.alt
    assert figure.plotly().layout.annotations


def test_words_keep_the_shape_that_the_whole_has() -> None:
    found = words([Stretch("added", "ل", 0, 1), Stretch("same", "مصالح عليا", 1, 11)])
    assert [tuple(one.text for one in word) for word in found] == [(f"ل{JOINER}", f"{JOINER}مصالح"), ("عليا",)]
    apart = words([Stretch("cut", "و", 0, 1, before=False), Stretch("same", "أكد", 0, 3)])
    assert [tuple(one.text for one in word) for word in apart] == [("و", "أكد")]
    lost = Stretch("cut", "جميع", 4, 8, before=False, after=False)
    cut = words([Stretch("same", "على", 0, 3), lost, Stretch("same", " الأطراف", 3, 11)])
    assert [word[0].text for word in cut] == ["على", "جميع", "الأطراف"]


def test_lines_are_broken_where_the_room_ends_and_cut_with_an_ellipsis() -> None:
    found = words([Stretch("same", "one two three four five six", 0, 27)])
    lines = broken(found, 9, len, lines=2)
    assert [" ".join(word[0].text for word in line) for line in lines] == ["one two", "three …"]
    assert broken(words([Stretch("same", "x" * 30, 0, 30)]), 9, len, lines=2)[0][0][0].text == "x" * 8 + "…"


def test_words_of_the_other_direction_are_turned_round_together() -> None:
    line = words(
        [Stretch("same", "قال The ", 0, 8), Stretch("added", "Harbour", 8, 15), Stretch("same", " Post 5 أمس", 15, 26)]
    )
    order = [piece.text for piece in pieces(line, rtl=True)]
    assert order == ["قال", "Post 5", "Harbour", "The", "أمس"]
    assert next(piece.text for piece in pieces(line, rtl=False)) == "قال"


@pytest.mark.parametrize("width", [60, 90, 140])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_off_and_no_word_is_lost(quotes, language: str, width: int) -> None:
    from matplotlib.text import Text

    figure = figures.lineage(quotes, language=language)
    with style():
        drawn = draw(figure.spec, width)
        inside, page = drawn.get_tightbbox(), drawn.get_size_inches()
        shown = " ".join(text.get_text() for text in drawn.findobj(Text)).replace(JOINER, "").replace("\n", " ")
    assert min(inside.x0, inside.y0, page[0] - inside.x1, page[1] - inside.y1) > -0.01
    for word in TELLINGS[1].words.split():
        assert word in shown
    labels = pack(language)
    for key in ("op_added", "op_cut", "op_moved"):
        assert labels.label("finder", key) in shown


def test_what_became_of_words_is_told_by_lines_too(figure: Figure) -> None:
    from matplotlib.lines import Line2D

    with style():
        strokes = [line for line in draw(figure.spec, 90).findobj(Line2D) if line.get_linestyle() in ("-", ":")]
    assert {":", "-"} <= {line.get_linestyle() for line in strokes}
    assert len({line.get_color() for line in strokes}) >= 3


def test_hostile_words_are_text(tmp_path: Path) -> None:
    told = [Told(EVIL, None, EVIL, cue=EVIL[:20]), Told("ب", dt.date(2025, 2, 12), f"{EVIL} أخرى " * 40), TELLINGS[3]]
    figure = figures.lineage(quotes_of(told))
    figure.save(tmp_path / "a.svg", tmp_path / "a.pdf", width_mm=90)
    plain = figure.plotly().to_json()
    for text in re.findall(r'"(?:[^"\\]|\\.)*"', plain):
        ours = re.sub(r'<(/?(?:br|s|u|i|b|span|extra)|span style="color:#\w{6}")>', "", json.loads(text))
        assert not re.search(r"<\w|\$[^$]*\$", ours), ours
    assert max(len(row.words) for row in rows(figure.spec)) > 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_screen_each_line_has_its_own_direction(quotes, language: str) -> None:
    drawn = figures.lineage(quotes, language=language).plotly()
    by_side = {trace.textposition: "".join(trace.text) for trace in drawn.data if trace.text}
    assert "\u2067" in by_side["middle left"]
    assert "\u2066the ship" in by_side["middle right"]
    assert "<s>" in by_side["middle left"]
    assert drawn.layout.yaxis.side == ("right" if language == "ar" else "left")
