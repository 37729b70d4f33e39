"""Lines whose wording nobody has collected, weighed by shape, place, wording and neighbours; and slow pages."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tests.unit.test_load_marking import ONE, THREE, TITLE, TWO
from workbench.languages import pack
from workbench.loaders import load, mark
from workbench.loaders.marks.weights import ENOUGH, WEIGHTS
from workbench.loaders.records import Hint, Hints

MENU = ("الرئيسية", "اتصل بنا", "من نحن", "سياسة الخصوصية")
PROMISE = "سجّل بريدك وتصلك أخبارنا مع قهوة الصباح"


def kinds(text: str, hints: Hints | None = None) -> dict[str, tuple[str, str]]:
    blocks, _ = mark(text, pack("ar"), hints)
    return {text[block.start : block.end]: (block.kind, block.rule) for block in blocks}


def test_a_line_to_the_reader_between_paragraphs_is_furniture_and_names_its_sign() -> None:
    found = kinds("\n".join([*MENU, TITLE, "12 شباط 2025", ONE, TWO, PROMISE, THREE]))
    assert found[PROMISE][0] == "furniture"
    assert found[PROMISE][1].removeprefix("weighed_") in WEIGHTS
    assert {found[text][0] for text in (ONE, TWO, THREE)} == {"body"}


def test_where_nothing_is_known_to_be_furniture_nothing_is_weighed() -> None:
    assert kinds("\n".join([TITLE, "12 شباط 2025", ONE, TWO, PROMISE, THREE]))[PROMISE][0] == "body"


def test_what_markup_puts_in_the_main_text_is_left_to_it() -> None:
    lines = [*MENU, TITLE, ONE, TWO, PROMISE, THREE]
    starts = [sum(len(line) + 1 for line in lines[:place]) for place in range(len(lines))]
    hints = {start: Hint(main=place >= len(MENU)) for place, start in enumerate(starts)}
    assert kinds("\n".join(lines), Hints(TITLE, lines=hints))[PROMISE][0] == "body"


def test_a_heading_and_a_short_sentence_inside_the_article_stay() -> None:
    found = kinds("\n".join([*MENU, TITLE, "12 شباط 2025", ONE, "موعد السقاية", TWO, "ولم يعترض أحد.", THREE]))
    assert found["موعد السقاية"][0] == found["ولم يعترض أحد."][0] == "body"


def test_the_weights_can_decide_both_ways() -> None:
    assert min(WEIGHTS.values()) < 0 < min(ENOUGH.values()) < sum(value for value in WEIGHTS.values() if value > 0)


def test_a_comments_heading_with_a_count_in_brackets_is_known() -> None:
    found = kinds("\n".join([TITLE, "12 شباط 2025", ONE, TWO, THREE, "تعليقات الزوار (4)", "سليم - شكراً لكم"]))
    assert found["سليم - شكراً لكم"] == ("furniture", "comments_tail")


def test_the_outlet_beside_a_name_is_no_author() -> None:
    text = "\n".join(["سهل الكرم نت", TITLE, "سهل الكرم نت - كتب رئيف النقشجي", ONE, TWO, THREE, "© سهل الكرم نت 2012"])
    _, found = mark(text, pack("ar"))
    assert (found.title, found.author, found.outlet) == (TITLE, "رئيف النقشجي", "سهل الكرم نت")


def test_a_day_in_open_order_is_settled_by_the_day_of_the_update() -> None:
    text = "\n".join([TITLE, "تاريخ النشر: 2/11/2021", "آخر تحديث: الأربعاء 3 تشرين الثاني 2021", ONE, TWO])
    assert mark(text, pack("ar"))[1].published == dt.date(2021, 11, 2)


def test_a_day_in_open_order_stays_open_without_one() -> None:
    text = "\n".join([TITLE, "تاريخ النشر: 2/11/2021", "آخر تحديث: الأربعاء 3 آذار 2023", ONE, TWO])
    assert mark(text, pack("ar"))[1].published is None


def test_elements_are_known_by_what_scripts_call_them_and_by_their_role(tmp_path: Path) -> None:
    page = f"""<html><body><div><h1>{TITLE}</h1><p>{ONE}</p><div data-component="newsletter"><p>وعد الصباح</p></div>
    <p>{TWO}</p><div role="complementary"><p>كلام جانبي قصير</p></div><p>{THREE}</p></div></body></html>"""
    (tmp_path / "page.html").write_text(page, "utf-8")
    (article,) = load(str(tmp_path), progress=False)
    said = {article.slice(block): block.kind for block in article.blocks}
    assert said["وعد الصباح"] == said["كلام جانبي قصير"] == "furniture"
    assert said[TWO] == "body"


def test_words_in_drawings_and_templates_and_too_many_attributes_are_told(tmp_path: Path) -> None:
    many = " ".join(f"a{number}=x" for number in range(5_000))
    drawn = "<svg><text>كلام مرسوم</text></svg><template><p>كلام لاحق هنا</p></template>"
    (tmp_path / "page.html").write_text(f"<html><body><p {many}>{ONE}</p><p>{TWO}</p>{drawn}</body></html>", "utf-8")
    corpus = load(str(tmp_path), progress=False)
    assert "<svg> and <template> are not read" in corpus.report.rows[0].reason
    assert "more than 1,000 attributes" in corpus.report.rows[0].reason
    assert ONE in next(iter(corpus)).text


def test_icons_are_not_told(tmp_path: Path) -> None:
    icon = "<svg><title>share icon</title><path d='M0 0'/></svg>"
    (tmp_path / "page.html").write_text(f"<html><body>{icon}<p>{ONE}</p><p>{TWO}</p></body></html>", "utf-8")
    assert "not read" not in load(str(tmp_path), progress=False).report.rows[0].reason
