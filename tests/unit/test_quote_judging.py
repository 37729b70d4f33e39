"""Judgements of quotations: what each does, that it is kept, found again, and never lost."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import workbench as wb
from tests.unit.judged import LEAD, PAGES, PUTIN, SAID, SHARAA, corpus, found, place
from workbench.corpus import beside
from workbench.corpus.sheets import UnreadableError
from workbench.errors import LoadError, UnknownNameError, WorkbenchError
from workbench.extractors.quotes import Quotes, quotes

FILE = beside.JUDGEMENTS


def row(said: Quotes, quote: str) -> dict:
    return said.table.set_index("quote").loc[quote].to_dict()


def last(said: Quotes) -> dict:
    return said.judgements.iloc[-1].to_dict()


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def whole(said: Quotes) -> None:
    """Every span is its text, and lineages hold what is in the table."""
    for one in said.table.to_dict("records"):
        text = said.corpus[one["article"]].text
        assert text[one["start"] : one["end"]] == one["text"]
        for what, words in (("speaker", "speaker_text"), ("cue", "cue")):
            span = one[f"{what}_start"], one[f"{what}_end"]
            assert one[words] == (text[slice(*span)] if span != (-1, -1) else "")
        assert one["clause_start"] <= one["start"] < one["end"] <= one["clause_end"]
    for one in said.rejected.to_dict("records"):
        assert said.corpus[one["article"]].text[one["start"] : one["end"]] == one["text"]
    assert set(said.table["lineage"]) == set(said.lineages["lineage"])
    assert sorted(quote for own in said.lineages["quotes"] for quote in own) == sorted(said.table["quote"])


def same(one: Quotes, other: Quotes) -> None:
    assert_frame_equal(one.table, other.table)
    assert_frame_equal(one.rejected, other.rejected)
    assert_frame_equal(one.lineages, other.lineages)
    assert_frame_equal(one.judgements, other.judgements)


def test_before_anybody_judges_nothing_is_said(tmp_path):
    said = found(corpus(tmp_path))
    assert set(said.table["verdict"]) == {""}
    assert said.judgements.empty
    assert list(said.table.columns)[-1] == "verdict"
    assert not (tmp_path / FILE).exists()


def test_an_accepted_one_says_so_and_stays_as_it_is():
    said = found(corpus())
    before = said.table
    assert said.accept("q1", coder="ليلى") is said
    assert said.table["verdict"].tolist() == ["accepted"] + [""] * 6
    assert_frame_equal(said.table.drop(columns="verdict"), before.drop(columns="verdict"))
    told = last(said)
    assert (told["judgement"], told["quote"], told["coder"], told["status"]) == ("j1", "q1", "ليلى", "applied")
    assert told["text"] == SAID["one"][0][0]
    assert told["when"].endswith("Z")
    assert "1 judgements" in repr(said)


def test_a_rejected_one_leaves_the_table_its_lineage_and_can_come_back():
    said = found(corpus()).reject("q1", "عنوان", coder="ليلى")
    assert "q1" not in set(said.table["quote"])
    gone = said.rejected.iloc[-1]
    assert (gone["text"], gone["reason"]) == (SAID["one"][0][0], "rejected by ليلى: عنوان")
    whole(said)
    assert not said.lineages["quotes"].map(lambda own: "q1" in own).any()
    said.accept("q1", coder="ليلى")
    assert row(said, "q1")["verdict"] == "accepted"
    assert len(said.rejected) == 1
    assert said.judgements["status"].tolist() == ["revised", "applied"]


def test_a_corrected_one_shows_what_the_coder_says_and_which_rule_found_it():
    said = found(corpus())
    start, end = place(PAGES["one"], "مستعدون للحوار")
    said.correct("q1", start=start - 1, end=end, speaker=SHARAA, kind="indirect", stance="endorsing", coder="ليلى")
    told = row(said, "q1")
    assert (told["text"], told["start"], told["end"]) == ("مستعدون للحوار", start, end), "white space is left out"
    assert (told["speaker"], told["kind"], told["stance"], told["rule"]) == (SHARAA, "indirect", "endorsing", "colon")
    assert (told["verdict"], told["flags"]) == ("corrected", "corrected")
    assert said.matrix().loc[SHARAA, "outlet one"] == 2
    whole(said)


def test_words_of_speaker_and_cue_are_those_nearest():
    said = found(corpus())
    said.correct("q2", speaker="الشرع", speaker_text="الشرع", cue="وقال")
    told = row(said, "q2")
    near = place(PAGES["one"], "الشرع", 2)
    assert (told["speaker"], told["speaker_start"], told["speaker_end"]) == (SHARAA, *near)
    assert told["cue"] == "وقال"
    said.correct("q2", speaker="", cue="")
    told = row(said, "q2")
    assert (told["speaker"], told["speaker_text"], told["cue"], told["cue_start"]) == ("", "", "", -1)
    assert "no-speaker" in told["flags"].split()
    whole(said)
    said.correct("q2", cue=near)
    assert row(said, "q2")["cue"] == "الشرع"


def test_a_corrected_cue_brings_its_stance_unless_the_coder_says_one():
    said = found(corpus())
    said.correct("q7", cue="زعم")
    assert (row(said, "q7")["cue"], row(said, "q7")["stance"]) == ("زعم", "distancing")
    said.correct("q7", cue=place(PAGES["three"], "سفينة"))
    assert row(said, "q7")["stance"] == "distancing", "of a word that is no cue nothing is known"
    said.correct("q7", cue="")
    assert row(said, "q7")["stance"] == "neutral"
    said.correct("q7", cue="زعم", stance="endorsing")
    assert row(said, "q7")["stance"] == "endorsing"
    said.correct("q7", speaker=PUTIN, cue="زعم")
    assert row(said, "q7")["stance"] == "endorsing", "the cue is the same"


def test_a_missed_one_has_the_stance_of_its_cue():
    said = found(corpus())
    said.reject("q6").add("three", *place(PAGES["three"], "لن"), speaker=PUTIN, cue="زعم")
    assert last(said)["stance"] == "distancing"


def test_who_is_said_to_speak_is_shown_where_he_is_named_nearest_in_the_block():
    said = found(corpus()).correct("q2", speaker=PUTIN)
    told = row(said, "q2")
    assert (told["speaker_text"], told["speaker_start"]) == ("بوتين", place(PAGES["one"], "بوتين", 2)[0])


def test_a_missed_one_is_added_and_what_the_rules_rejected_gives_way():
    said = found(corpus())
    span = place(PAGES["three"], "الأمل الجديد")
    said.add("three", *span, speaker="بوتين", coder="ليلى", reason="قول")
    told = row(said, "a1")
    assert (told["text"], told["kind"], told["rule"], told["verdict"]) == ("الأمل الجديد", "direct", "yours", "added")
    assert (told["speaker"], told["flags"]) == (PUTIN, "added")
    assert said.rejected.empty
    assert said.table["quote"].tolist()[-1] == "a1", "in the order of the articles"
    whole(said)
    said.reject("a1", coder="سامي")
    assert "a1" not in set(said.table["quote"])
    assert said.judgements["status"].tolist() == ["overruled", "applied"]
    said.undo()
    said.correct("a1", end=span[1] - 2, coder="سامي")
    assert row(said, "a1")["end"] == span[1] - 2
    assert row(said, "a1")["verdict"] == "corrected"


def test_two_coders_can_add_the_same():
    said = found(corpus())
    span = place(PAGES["one"], "كلام آخر")
    said.add("one", *span, coder="ليلى").add("one", *span, speaker=SHARAA, coder="سامي")
    assert (said.table["verdict"] == "added").sum() == 1
    assert row(said, "a1")["speaker"] == SHARAA
    with pytest.raises(WorkbenchError, match=r"is a quotation already: 'a1'.*Hint: quotes.accept"):
        said.add("one", *span, coder="ليلى")


def test_only_content_is_quoted_unless_a_coder_insists():
    pages = corpus()
    start, end = place(PAGES["one"], "كلام آخر")
    pages.mark("one", *place(PAGES["one"], "ثم جاء كلام آخر في الختام."), "furniture")
    said = found(pages)
    with pytest.raises(WorkbenchError, match=r"not in one block of its content.*Hint: outside=True"):
        said.add("one", start, end)
    said.add("one", start, end, outside=True)
    assert "outside" in row(said, "a1")["flags"].split()
    said.accept("a1", coder="سامي")
    assert "outside" in row(said, "a1")["flags"].split()
    with pytest.raises(WorkbenchError, match="not in one block"):
        said.correct("q1", end=end)


@pytest.mark.parametrize(
    ("what", "match"),
    [
        (lambda q: q.accept("q99"), r"no quotation has the id 'q99'.*Hint: quotes.table"),
        (lambda q: q.correct("q1"), r"nothing of 'q1' is corrected.*Hint: quotes.accept"),
        (lambda q: q.correct("q1", kind="direct"), "nothing of 'q1' is corrected"),
        (lambda q: q.correct("q1", kind="Direct"), "'Direct' is no kind.*Hint: one of direct, indirect"),
        (lambda q: q.correct("q1", stance="warm"), "'warm' is no stance"),
        (lambda q: q.correct("q1", speaker="زيد"), "no entity is called 'زيد'.*Hint: entities.table"),
        (lambda q: q.correct("q1", cue="صرخ"), "'صرخ' does not stand in 'one'"),
        (lambda q: q.correct("q1", cue=(9, 3)), "9-3 is no span"),
        (lambda q: q.correct("q1", end=1), "is no span of words"),
        (lambda q: q.correct("q1", start="x"), "is no span of words"),
        (lambda q: q.correct("q1", verb="قال"), "nothing of a quotation is called 'verb'.*Hint: one of start"),
        (lambda q: q.add("one", 0, 9999), "is no span of words"),
        (lambda q: q.add("nine", 0, 9), "no article has the id 'nine'"),
        (lambda q: q.accept("q1", coder="Tool"), "'Tool' is no name of a coder"),
        (lambda q: q.accept("q1", coder="  "), "is no name of a coder"),
        (lambda q: q.undo(), "there is no judgement of"),
        (lambda q: q.redo(), "there is no judgement to make again"),
        (lambda q: q.judged_by("x"), "no coder is called 'x'"),
        (lambda q: q.merge_judgements("nowhere.csv"), "there is no file 'nowhere.csv'"),
        (lambda q: q.save_judgements(), "no folder to keep judgements in"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_kept(what, match):
    said = found(corpus())
    with pytest.raises(WorkbenchError, match=match):
        what(said)
    assert said.judgements.empty


def test_the_coder_is_named_or_set_or_logged_in(monkeypatch):
    monkeypatch.setenv("RIWAYA_CODER", "  هدى\n")
    said = found(corpus()).accept("q1")
    assert last(said)["coder"] == "هدى"
    said.coder = "ريم"
    assert last(said.accept("q2"))["coder"] == "ريم"
    monkeypatch.delenv("RIWAYA_CODER")
    for name, coder in (("nour", "nour"), ("", "coder"), ("tool", "coder")):
        monkeypatch.setattr("getpass.getuser", lambda name=name: name)
        assert found(corpus()).coder == coder

    def nobody() -> str:
        raise KeyError("uid")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert found(corpus()).coder == "coder"


def test_the_same_said_twice_is_said_once():
    said = found(corpus()).accept("q1", coder="ليلى").accept("q1", coder="ليلى")
    assert len(said.judgements) == 1
    said.reject("q1", coder="سامي").accept("q1", coder="ليلى")
    assert len(said.judgements) == 3, "said again, to count again"
    assert "q1" in set(said.table["quote"])


def test_undo_and_redo_go_back_and_forth():
    said = found(corpus())
    states = [said.table]
    said.accept("q1")
    states.append(said.table)
    said.reject("q2")
    states.append(said.table)
    said.correct("q3", speaker=PUTIN)
    states.append(said.table)
    for state in reversed(states[:-1]):
        assert_frame_equal(said.undo().table, state)
    for state in states[1:]:
        assert_frame_equal(said.redo().table, state)
    said.undo().accept("q4")
    with pytest.raises(WorkbenchError, match="no judgement to make again"):
        said.redo()


def test_undo_takes_back_ones_own_on_the_next_run(tmp_path):
    found(corpus(tmp_path)).accept("q1", coder="ليلى").reject("q2", coder="سامي")
    again = found(corpus(tmp_path))
    again.coder = "ليلى"
    again.undo()
    assert again.judgements["coder"].tolist() == ["سامي"]
    with pytest.raises(WorkbenchError, match="no judgement of 'ليلى'"):
        again.undo(coder="ليلى")
    assert again.undo(coder="سامي").judgements.empty
    assert not (tmp_path / FILE).exists()


def test_several_coders_and_whose_judgement_counts():
    said = found(corpus()).accept("q1", coder="ليلى").reject("q1", coder="سامي").accept("q2", coder="ليلى")
    assert "q1" not in set(said.table["quote"])
    assert said.judgements["status"].tolist() == ["overruled", "applied", "applied"]
    lailas = said.judged_by("ليلى")
    assert lailas.table["verdict"].tolist()[:2] == ["accepted", "accepted"]
    assert lailas.judgements["status"].tolist() == ["applied", "not asked for", "applied"]
    assert set(said.judged_by().table["verdict"]) == {""}
    lailas.reject("q3")
    assert last(said)["coder"] == "ليلى"
    assert "q3" not in set(said.table["quote"]), "one file of judgements"
    assert said.judged_by("سامي", "ليلى").table["quote"].tolist() == said.table["quote"].tolist()


def test_judgements_are_used_again(tmp_path):
    pages = corpus(tmp_path)
    said = found(pages).accept("q1").reject("q4", "مرتان").correct("q2", speaker=PUTIN, cue="وقال")
    said.add("one", *place(PAGES["one"], "كلام آخر"), speaker=SHARAA)
    same(found(corpus(tmp_path)), said)
    assert found(corpus(tmp_path), judgements=False).judgements.empty


def test_the_rules_and_the_file_work_together(tmp_path):
    for name, text in PAGES.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    said = quotes(wb.load(tmp_path, progress=False))
    first = said.table["quote"].iloc[0]
    said.reject(first, coder="ليلى").accept(said.table["quote"].iloc[0], coder="ليلى")
    pages = wb.load(tmp_path, progress=False)
    assert len(pages) == len(PAGES), "the file is no page"
    assert_frame_equal(quotes(pages).table, said.table)
    assert first not in set(said.table["quote"])
    whole(said)


def test_the_file_is_for_spreadsheets(tmp_path):
    said = found(corpus(tmp_path)).accept("q1", coder="=cmd()").reject("q2", "-1+2\nسطر", coder="+x")
    content = (tmp_path / FILE).read_bytes()
    assert content.startswith(b"\xef\xbb\xbfn,verdict,quote,article,start,end,text,")
    cells = rows_of(tmp_path / FILE)
    assert [(one["coder"], one["reason"]) for one in cells] == [("'=cmd()", ""), ("'+x", "'-1+2 سطر")]
    assert said.judgements["coder"].tolist() == ["=cmd()", "+x"]
    again = found(corpus(tmp_path))
    assert again.judgements["coder"].tolist() == ["=cmd()", "+x"]
    for delimiter, encoding in ((";", "utf-8-sig"), ("\t", "utf-16")):
        stream = io.StringIO(newline="")
        names = [*cells[0], "my notes"]
        table = csv.DictWriter(stream, names, delimiter=delimiter)
        table.writeheader()
        table.writerows([{**one, "start": f"{one['start']},0", "my notes": "لي"} for one in cells])
        (tmp_path / FILE).write_text(stream.getvalue(), encoding=encoding, newline="")
        changed = found(corpus(tmp_path))
        assert_frame_equal(changed.judgements, said.judgements)
        changed.accept("q3").undo()
        assert [one["my notes"] for one in rows_of(tmp_path / FILE)] == ["لي", "لي"]


def test_a_row_by_hand_needs_no_more_than_it_says(tmp_path):
    start, end = place(PAGES["one"], "نحن مستعدون للحوار")
    more = place(PAGES["one"], "كلام آخر")
    (tmp_path / FILE).write_text(
        "verdict,article,start,end,coder,kind\n"
        f"accepted,one,{start},{end},هدى,indirect\n"
        f"added,one,{more[0]},{more[1]},هدى,\n"
        "accepted,one,5,2,هدى,\n"
        "perhaps,one,5,9,هدى,\n"
        "accepted,one,5,9,,\n"
        "rejected,one,4000,4009,هدى,\n",
        encoding="utf-8",
    )
    said = found(corpus(tmp_path))
    told = row(said, "q1")
    assert (told["verdict"], told["kind"], told["speaker"], told["cue"]) == ("accepted", "indirect", PUTIN, "قال")
    assert row(said, "a1")["text"] == "كلام آخر"
    assert [status.split(":")[0] for status in said.judgements["status"]] == [
        *["applied"] * 2,
        *["not read"] * 3,
        "not found",
    ]
    assert "'perhaps' is no verdict; one of accepted" in said.judgements["status"].iloc[3]
    said.accept("q2")
    kept = rows_of(tmp_path / FILE)
    assert len(kept) == 7
    assert kept[3]["verdict"] == "perhaps"


def test_what_is_no_file_of_judgements_is_told_and_never_overwritten(tmp_path):
    (tmp_path / FILE).write_text("name,shoe\nx,43\n", encoding="utf-8")
    said = found(corpus(tmp_path))
    assert "no column verdict" in last(said)["status"]
    assert "not applied" in repr(said)
    with pytest.raises(UnreadableError, match=r"no column verdict.*Hint: mend the file"):
        said.accept("q1")
    assert (tmp_path / FILE).read_text(encoding="utf-8") == "name,shoe\nx,43\n"


def test_articles_that_were_added_or_renamed_change_nothing(tmp_path):
    said = found(corpus(tmp_path)).accept("q3").reject("q5").correct("q4", speaker=SHARAA)
    more = {"zero": LEAD + "كلام.", "two-b": PAGES["two"], "one": PAGES["one"]}
    told = {"one": SAID["one"], "two-b": SAID["two"]}
    again = found(corpus(tmp_path, **more), told)
    assert again.judgements["status"].tolist() == ["applied"] * 3
    assert again.judgements["article"].tolist() == ["two-b"] * 3
    assert again.table["verdict"].tolist() == ["accepted", "corrected", "", ""]
    assert again.rejected["text"].tolist() == said.rejected["text"].tolist()[-1:]


def test_a_page_that_has_changed_is_read_by_text_and_context(tmp_path):
    found(corpus(tmp_path)).accept("q3").correct("q5", speaker=SHARAA, cue="قال").reject("q4")
    changed = PAGES | {"two": "تحديث: " + PAGES["two"].replace(LEAD, LEAD + "جملة جديدة هنا.\n")}
    again = found(corpus(tmp_path, **changed))
    assert again.judgements["status"].tolist() == ["applied"] * 3
    assert again.judgements["quote"].tolist() == ["q3", "q5", "q4"], "of two of the same words, that of its context"
    assert row(again, "q5")["speaker"] == SHARAA
    assert row(again, "q5")["cue"] == "قال"
    whole(again)


def test_what_stands_there_no_more_is_told_and_kept(tmp_path):
    found(corpus(tmp_path)).accept("q3").accept("q1")
    changed = PAGES | {"two": LEAD + "لا شيء.", "one": PAGES["one"]}
    told = {"one": SAID["one"]}
    again = found(corpus(tmp_path, **changed), told)
    status = again.judgements["status"].tolist()
    assert status[0].startswith("not found: 'two' has changed: 'نريد رفع العقوبات اليوم' stands there no more")
    assert status[1] == "applied"
    again.accept("q2")
    assert len(rows_of(tmp_path / FILE)) == 3
    less = found(corpus(tmp_path, one=PAGES["one"]), told)
    assert less.judgements["status"].iloc[0] == "not found: there is no article 'two' now"
    whole(less)


def test_what_people_say_holds_when_the_rules_change(tmp_path):
    said = found(corpus(tmp_path))
    wide = place(PAGES["one"], "نحن مستعدون للحوار")
    said.accept("q1").reject("q2").correct("q6", end=row(said, "q6")["end"] - 1).reject("q3")
    other = {name: told for name, told in SAID.items() if name != "three"}
    other["one"] = [("حن مستعدون للحوار", 1, SHARAA)]
    other["two"] = SAID["two"][1:]
    again = found(corpus(tmp_path), other)
    assert again.judgements["status"].tolist() == ["applied", "applied: it is found no more"] * 2
    first = row(again, again.judgements["quote"].iloc[0])
    assert (first["start"], first["end"], first["speaker"]) == (*wide, PUTIN), "as it was accepted"
    assert "corrected" in first["flags"].split()
    kept = again.table[again.table["article"] == "three"].iloc[0]
    assert (kept["text"], kept["rule"]) == ("لن نرح", "yours")
    assert {"kept", "corrected"} <= {*kept["flags"].split()}
    whole(again)


def test_a_speaker_is_found_again_by_name(tmp_path):
    found(corpus(tmp_path)).correct("q1", speaker=SHARAA)
    cells = (tmp_path / FILE).read_text(encoding="utf-8-sig")
    (tmp_path / FILE).write_text(cells.replace(f",{SHARAA},", ",أحمد حسين الشرع,", 1), encoding="utf-8")
    assert row(found(corpus(tmp_path)), "q1")["speaker"] == SHARAA
    (tmp_path / FILE).write_text(
        f"verdict,article,start,end,coder,speaker\ncorrected,one,{place(PAGES['one'], 'كلام')[0]},"
        f"{place(PAGES['one'], 'كلام')[1]},هدى,نجيب\n",
        encoding="utf-8",
    )
    again = found(corpus(tmp_path))
    assert last(again)["status"] == "applied: nobody is called 'نجيب' now"
    assert last(again)["speaker"] == "نجيب"
    assert "unknown-name" in row(again, "a1")["flags"].split()


def test_files_of_two_coders_are_put_together(tmp_path):
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    mine.mkdir(), theirs.mkdir()
    said = found(corpus(mine)).accept("q1", coder="ليلى")
    found(corpus(theirs)).reject("q1", coder="سامي").add("one", *place(PAGES["one"], "كلام آخر"), coder="سامي")
    said.merge_judgements(theirs)
    assert said.judgements["coder"].tolist() == ["ليلى", "سامي", "سامي"]
    said.merge_judgements(theirs / FILE)
    assert len(said.judgements) == 3, "nothing is doubled"
    same(found(corpus(mine)), said)
    assert said.undo().judgements["coder"].tolist() == ["ليلى"], "at once"
    assert len(said.redo().judgements) == 3
    (theirs / FILE).write_text("x\n1\n", encoding="utf-8")
    with pytest.raises(UnreadableError):
        said.merge_judgements(theirs)


def test_merged_judgements_count_in_the_order_of_their_times(tmp_path):
    start, end = place(PAGES["one"], "نحن مستعدون للحوار")
    head = "verdict,article,start,end,coder,when\n"
    early = head + f"rejected,one,{start},{end},سامي,2020-01-01T00:00:00Z\n"
    (tmp_path / "old.csv").write_text(early, encoding="utf-8")
    said = found(corpus()).accept("q1", coder="ليلى").merge_judgements(tmp_path / "old.csv")
    assert said.judgements["coder"].tolist() == ["سامي", "ليلى"]
    assert row(said, "q1")["verdict"] == "accepted"


def test_two_notebooks_on_one_folder_keep_both(tmp_path):
    one, other = found(corpus(tmp_path)), found(corpus(tmp_path))
    one.accept("q1", coder="ليلى")
    other.reject("q1", coder="سامي")
    assert other.judgements["coder"].tolist() == ["ليلى", "سامي"]
    one.undo()
    assert one.judgements["coder"].tolist() == ["سامي"]


def test_a_saved_corpus_takes_them_along(tmp_path):
    pages = corpus()
    said = found(pages).reject("q1")
    pages.save(tmp_path / "kept")
    again = found(wb.open(tmp_path / "kept"))
    same(again, said)
    path = said.save_judgements(tmp_path / "mine.csv")
    assert_frame_equal(found(corpus(), judgements=path).judgements, said.judgements)
    with pytest.raises(LoadError, match=r"no file .*Hint: quotes.save_judgements"):
        found(corpus(), judgements=tmp_path / "none.csv")
    (tmp_path / "other.csv").write_text("a,b\n", encoding="utf-8")
    with pytest.raises(WorkbenchError, match="holds something else"):
        said.save_judgements(tmp_path / "other.csv")


def test_a_file_that_cannot_be_written_changes_nothing(tmp_path, monkeypatch):
    said = found(corpus(tmp_path)).accept("q1")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(beside, "write", full)
    with pytest.raises(WorkbenchError, match="cannot be written: No space left"):
        said.reject("q1")
    assert said.judgements["verdict"].tolist() == ["accepted"]
    assert row(said, "q1")["verdict"] == "accepted"


def test_views_draw_what_counts():
    said = found(corpus()).reject("q1").add("one", *place(PAGES["one"], "كلام آخر"))
    finder = wb.QuoteFinder(said)
    ids = [one["id"] for one in finder.told.story["quotes"]]
    assert ids == said.table["quote"].tolist()
    assert isinstance(said.table, pd.DataFrame)


def test_an_unknown_quotation_is_an_unknown_name():
    with pytest.raises(UnknownNameError):
        found(corpus()).reject("a1")
