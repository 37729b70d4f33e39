"""Reasons and refusals as codes: every rule, reason and error that a view shows has its words in every language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import workbench as wb
from workbench.errors import WorkbenchError
from workbench.languages import pack, packs
from workbench.loaders.marks.marking import NAMES
from workbench.widgets.answers.refusals import refusal
from workbench.widgets.language import labels
from workbench.widgets.records import Story
from workbench.widgets.story import tell
from workbench.widgets.telling.filed import KINDS, filed
from workbench.widgets.telling.why import NAMED, ONE, SAID, why_named, why_not, why_one

ROOT = Path(wb.__file__).parent
PLACE = re.compile(r"\{(\w+)\}")


@pytest.fixture(scope="module")
def story() -> Story:
    corpus = wb.samples.newsroom()
    entities = wb.entities(corpus)
    return tell(corpus, entities=entities, quotes=wb.quotes(corpus, entities)).story


def known(section: str, code: str) -> bool:
    """Whether the labels have words for a rule: for its name, or for the family that begins it."""
    words = pack("ar").ui[section]
    key = re.sub("[ -]", "_", code)
    return key in words or key.split("_")[0] in words


def test_every_rule_of_the_sample_has_words(story: Story) -> None:
    rules = {
        "rule_block": {block["rule"] for article in story["articles"] for block in article["blocks"]},
        "rule_name": {mark["rule"] for mark in story["marks"] if mark["layer"] == "entity"},
        "rule_quote": {quote["rule"] for quote in story["quotes"]},
        "flag": {flag for quote in story["quotes"] for flag in quote["flags"].split()},
        "why_not": {one["reason"]["code"] for one in story["rejected"]},
    }
    assert all(len(codes) > 3 for codes in rules.values())
    assert [(section, code) for section, codes in rules.items() for code in codes if not known(section, code)] == []


def test_the_reasons_of_the_sample_are_all_known(story: Story) -> None:
    names = [reason for reasons in story["reasons"] for reason in reasons]
    ties = [reason for lineage in story["lineages"] for tie in lineage["reasons"] for reason in tie["why"]]
    assert len({one["code"] for one in names}) > 8
    assert len({one["code"] for one in ties}) > 4
    assert [one for one in (*names, *ties) if one["code"] == SAID] == []
    why = {mark["why"] for mark in story["marks"]}
    assert why == {-1, *range(len(story["reasons"]))}


@pytest.mark.parametrize(("section", "table"), [("why_named", NAMED), ("why_one", ONE)])
def test_every_reason_has_words_with_the_same_values(section: str, table: dict[str, str]) -> None:
    for one in packs():
        words = one.ui[section]
        assert set(words) == {*table, SAID}
        for code, phrase in table.items():
            assert set(PLACE.findall(words[code])) <= set(PLACE.findall(phrase)) - {"number"}, (one.code, code)


def test_each_phrase_is_its_own_reason() -> None:
    for code, phrase in NAMED.items():
        assert [one["code"] for one in why_named(PLACE.sub("هدى", phrase))] == [code]


def test_a_corrected_mention_says_both_reasons() -> None:
    told = why_named("merged with هدى; yours: split from سامر; given name: shorter form of هدى")
    assert [one["code"] for one in told] == ["merged", "split", "shorter"]
    assert why_named("in words of another time") == ({"code": SAID, "values": {"words": "in words of another time"}},)
    assert why_named("") == ()


def test_commas_within_a_reason_part_nothing() -> None:
    told = why_one("q3 q9: same name علي, both on leader, driver, meaning 0.61")
    assert (told["a"], told["b"]) == ("q3", "q9")
    assert [one["code"] for one in told["why"]] == ["name", "both_on", "meaning"]
    about = told["why"][1]["values"]
    assert (about["words"], about["words_ar"]) == ("leader, driver", "زعيم، سائق")


def test_a_coder_is_quoted_in_his_own_words() -> None:
    assert why_not("rejected by سلمى: عنوان: كتاب", ["سلمى"]) == {"code": SAID, "values": {"words": "عنوان: كتاب"}}
    assert why_not("rejected by سلمى", ["سلمى"]) == {"code": "", "values": {}}
    assert why_not("no cue", [])["code"] == "no_cue"


def raised() -> Iterator[tuple[str, set[str]]]:
    """The codes of all errors, with the names of the values that come with each."""
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "").endswith("Error"):
                named = {one.arg: one.value for one in node.keywords if one.arg}
                for code in codes(named, node):
                    yield code, {*named} - {"code", "hint"}


def codes(named: dict[str, ast.expr], call: ast.Call) -> Iterator[str]:
    given: Any = named.get("code")
    if getattr(call.func, "id", "") == "NoTrayError":
        given = call.args[1]
    for one in (given.body, given.orelse) if isinstance(given, ast.IfExp) else (given,):
        if isinstance(one, ast.Constant) and one.value:
            yield str(one.value)


def test_every_error_code_has_words_and_its_values() -> None:
    found = list(raised())
    own = {"unexpected", "closed"}  # said by the answers and by the browser
    assert len(found) > 40
    for one in packs():
        words = one.ui["errors"]
        assert set(words) == {code for code, _ in found} | own
        for code, values in found:
            file = {"file"} if code.startswith("tray_") else set()
            assert set(PLACE.findall(words[code])) <= values | file, (one.code, code)


def test_a_refusal_tells_code_and_values() -> None:
    corpus = wb.samples.phone_call()
    entities = wb.entities(corpus)
    first, second = entities.table[entities.table["type"] == "PER"]["entity"].iloc[:2]
    with pytest.raises(WorkbenchError) as caught:
        entities.rename(first, entities.name(second))
    told = refusal(caught.value)
    assert (told["code"], told["values"]) == ("name_taken", {"name": entities.name(second)})
    assert "Hint" not in told["message"]
    assert told["hint"]
    assert refusal(KeyError("x"))["code"] == "unexpected"


def test_what_was_marked_on_a_page_is_counted_in_the_words_of_the_labels() -> None:
    words = labels("ar")
    assert {name: kind for kind, names in NAMES.items() for name in names} == KINDS
    assert filed("1 byline, 12 lines of furniture", words) == "سطور أسماء الكتاب: 1، سطور عناصر الصفحة: 12"
    assert filed("no text was found", words) == "no text was found"
    rows = wb.samples.newsroom().report.rows
    assert [row.reason for row in rows if re.search("[a-z]", filed(row.reason, words))] == []
