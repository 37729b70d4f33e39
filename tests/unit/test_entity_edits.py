"""Corrections of entities: what each does, that it is kept, found again, and never lost."""

from __future__ import annotations

import csv
import io
import multiprocessing
import os
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import workbench as wb
from tests.build import article_of, corpus_of
from workbench.corpus import Corpus, beside
from workbench.errors import LoadError, UnknownNameError, WorkbenchError
from workbench.extractors.entities import Entities, entities
from workbench.extractors.quotes import quotes

PUTIN, SHARAA, PESKOV = "فلاديمير بوتين", "أحمد الشرع", "ديمتري بيسكوف"
CALL = "أجرى الرئيس الروسي فلاديمير بوتين اتصالاً مع الرئيس السوري أحمد الشرع. وأعلن بوتين ذلك في موسكو."
WORD = "قال المتحدث باسم الكرملين ديمتري بيسكوف إن الأمر انتهى. وأضاف بيسكوف أن فلاديمير بوتين في موسكو."
FULLER = "قال الرئيس السوري أحمد حسين الشرع إن الأمر انتهى. وأكد أحمد حسين الشرع ذلك. وشكر أحمد حسين الشرع موسكو."


def stories(folder: Path, **pages: str) -> Corpus:
    """A folder of pages, loaded."""
    folder.mkdir(exist_ok=True)
    for name, text in pages.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return wb.load(folder, progress=False)


def row(found: Entities, entity: str) -> dict:
    return found.table.set_index("entity").loc[entity].to_dict()


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def same(one: Entities, other: Entities) -> None:
    assert_frame_equal(one.mentions, other.mentions)
    assert_frame_equal(one.table, other.table)
    assert_frame_equal(one.dropped, other.dropped)
    assert_frame_equal(one.edits, other.edits)
    assert_frame_equal(one.unresolved, other.unresolved)


def test_a_merge_takes_everything_along():
    found = entities(corpus_of(CALL, WORD))
    before = row(found, PUTIN)["mentions"] + row(found, PESKOV)["mentions"]
    assert found.merge(PUTIN, PESKOV) is found
    merged = row(found, PUTIN)
    assert merged["mentions"] == before == len(found.of(PUTIN))
    reasons = dict(zip(merged["aliases"], merged["reasons"], strict=True))
    assert reasons[PESKOV] == f"yours: merged with {PUTIN}"
    assert PESKOV not in set(found.mentions["entity"]) | set(found.graph().nodes)
    assert set(found.graph()[PUTIN]) >= {SHARAA}
    assert found.name(PESKOV) == PUTIN, "the id leads on"
    assert len(found.of(PESKOV)) == before
    moved = found.mentions[found.mentions["text"] == PESKOV].iloc[0]
    assert (moved["rule"], moved["reason"].split(";")[0]) == ("yours", f"merged with {PUTIN}")
    assert found.edits["status"].tolist() == ["applied"]
    assert "1 corrections" in repr(found)


def test_a_merge_takes_a_name_and_a_type():
    found = entities(corpus_of(CALL, WORD))
    with pytest.raises(WorkbenchError, match=r"several types.*Hint: .*type="):
        found.merge(PUTIN, "الكرملين")
    found.merge(PUTIN, "الكرملين", type="ORG", name="السلطة في موسكو")
    assert (row(found, PUTIN)["name"], row(found, PUTIN)["type"]) == ("السلطة في موسكو", "ORG")
    assert set(found.of(PUTIN)["type"]) == {"ORG"}
    assert found.edits["n"].tolist() == [1, 1]
    found.undo()
    assert found.edits.empty
    assert row(found, PUTIN)["type"] == "PER"


@pytest.mark.parametrize("how", ["rows", "predicate", "text", "articles"])
def test_a_split_moves_what_is_said(how: str):
    found = entities(corpus_of(CALL, WORD))
    own = found.of(PUTIN)
    chosen = own["text"] == "بوتين" if how == "text" else own["article"] == "p2"
    said = {
        "rows": {"mentions": own[chosen]},
        "predicate": {"mentions": lambda one: one["article"] == "p2"},
        "text": {"text": "بوتين"},
        "articles": {"articles": ["p2"]},
    }[how]
    found.split(PUTIN, name="بوتين الآخر", **said)
    assert len(found.of("بوتين الآخر")) == chosen.sum() > 0
    assert len(found.of(PUTIN)) == (~chosen).sum() > 0
    assert set(found.of("بوتين الآخر")["rule"]) == {"yours"}
    assert all(f"split from {PUTIN}" in why for why in found.of("بوتين الآخر")["reason"])
    assert row(found, "بوتين الآخر")["type"] == "PER"


def test_a_split_may_go_to_another_that_is_there():
    found = entities(corpus_of(CALL, WORD))
    count = len(found.of(SHARAA))
    found.split(PUTIN, articles="p2", to=SHARAA)
    assert len(found.of(SHARAA)) == count + 1


def test_rename_retype_drop_and_add():
    corpus = corpus_of(CALL, WORD)
    found = entities(corpus)
    found.rename(PUTIN, "Vladimir  Putin").retype("موسكو", "ORG").drop(PESKOV)
    assert row(found, PUTIN)["name"] == found.name(PUTIN) == "Vladimir Putin"
    assert row(found, PUTIN)["aliases"][0] == PUTIN
    assert row(found, PUTIN)["reasons"][0].startswith("yours: renamed")
    assert set(found.of("موسكو")["type"]) == {"ORG"} == {row(found, "موسكو")["type"]}
    assert PESKOV not in set(found.table["entity"])
    assert set(found.dropped["entity"]) == {PESKOV}
    assert found.dropped["reason"].str.startswith("yours: dropped").all()
    assert found.name(PESKOV) == PESKOV, "what was made before still has its name"
    start = corpus["p1"].text.index("اتصالاً")
    found.add("p1", start - 1, start + 8, "مكالمة", "ORG")
    (added,) = found.of("مكالمة").to_dict("records")
    assert (added["text"], added["rule"], added["start"]) == ("اتصالاً", "yours", start)
    assert corpus["p1"].text[added["start"] : added["end"]] == added["text"]
    places = [(corpus["p1"].id == one.article, one.start) for one in found.mentions.itertuples() if one.article == "p1"]
    assert places == sorted(places)
    while not found.edits.empty:
        found.undo()
    same(found, entities(corpus, edits=False))
    found.redo().redo().redo().redo()
    assert row(found, "مكالمة")["mentions"] == 1


def test_what_a_new_mention_covers_gives_way_and_a_role_of_nobody_finds_somebody():
    corpus = corpus_of("قال الرئيس الأوكراني إن الحرب مستمرة في مدينة موسكو.")
    found = entities(corpus)
    assert found.unresolved["text"].tolist() == ["الرئيس الأوكراني"]
    text = corpus[0].text
    start = text.index("الرئيس")
    found.add("p1", start, start + 16, "فولوديمير زيلينسكي", "PER")
    assert found.unresolved.empty
    start = text.index("مدينة")
    found.add("p1", start, text.index("."), "مدينة موسكو", "LOC")
    assert "موسكو" not in set(found.table["entity"])
    assert found.dropped["text"].tolist() == ["موسكو"]
    assert "gives way" in found.dropped["reason"][0]
    assert found.undo().undo().unresolved["text"].tolist() == ["الرئيس الأوكراني"]


def test_what_makes_no_sense_says_why_and_changes_nothing(tmp_path: Path):
    corpus = stories(tmp_path / "s", one=CALL, two=WORD)
    found = entities(corpus)
    wrong = [
        lambda: found.merge(PUTIN),
        lambda: found.merge(PUTIN, PUTIN),
        lambda: found.merge(PUTIN, "nobody"),
        lambda: found.merge(PUTIN, "موسكو"),
        lambda: found.merge(PUTIN, PESKOV, name=SHARAA),
        lambda: found.merge(PUTIN, PESKOV, type="GPE"),
        lambda: found.split(PUTIN, name="x"),
        lambda: found.split(PUTIN, found.of(PUTIN).head(0), name="x"),
        lambda: found.split(PUTIN, found.of(PUTIN), name="x"),
        lambda: found.split(PUTIN, found.of(PESKOV), name="x"),
        lambda: found.split(PUTIN, pd.DataFrame({"a": [1]}), name="x"),
        lambda: found.split(PUTIN, text="x", name="x"),
        lambda: found.split(PUTIN, text="بوتين"),
        lambda: found.split(PUTIN, text="بوتين", name=SHARAA),
        lambda: found.split(PUTIN, text="بوتين", name=PUTIN),
        lambda: found.split(PUTIN, text="بوتين", to=PUTIN),
        lambda: found.split(PUTIN, text="بوتين", to="nobody"),
        lambda: found.split(PUTIN, articles="nine", name="x"),
        lambda: found.rename(PUTIN, " "),
        lambda: found.rename(PUTIN, PUTIN),
        lambda: found.rename(PUTIN, SHARAA),
        lambda: found.rename("nobody", "x"),
        lambda: found.retype(PUTIN, "PER"),
        lambda: found.retype(PUTIN, "person"),
        lambda: found.drop("nobody"),
        lambda: found.add("one", 5, 5, PUTIN),
        lambda: found.add("one", 0, 9999, PUTIN),
        lambda: found.add("nine", 0, 4, PUTIN),
        lambda: found.add("one", 0, 4, "x"),
        lambda: found.add("one", 0, 4, PUTIN, "LOC"),
        found.undo,
        found.redo,
    ]
    for one in wrong:
        with pytest.raises(WorkbenchError):
            one()
    assert found.edits.empty
    assert not (corpus.home / beside.EDITS).exists()
    same(found, entities(corpus, edits=False))
    found.merge(PUTIN, PESKOV).drop(SHARAA)
    with pytest.raises(UnknownNameError, match=f"it is '{PUTIN}'"):
        found.drop(PESKOV)
    with pytest.raises(UnknownNameError, match="dropped"):
        found.rename(SHARAA, "x")


def test_corrections_are_kept_beside_the_pages_and_used_again(tmp_path: Path):
    corpus = stories(tmp_path / "s", one=CALL, two=WORD)
    found = entities(corpus)
    found.merge(PUTIN, PESKOV).rename(SHARAA, "الشرع").split(PUTIN, articles="two", name="بيسكوف")
    path = tmp_path / "s" / beside.EDITS
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert path.stat().st_size < 5_000
    again = stories(tmp_path / "s")
    assert len(again) == 2, "the corrections are no page"
    same(entities(again), found)
    assert entities(again, edits=False).edits.empty
    found.undo().undo().undo()
    assert not path.exists()
    assert entities(again).edits.empty


def test_corrections_stay_when_articles_are_added_and_names_are_written_more_fully(tmp_path: Path):
    found = entities(stories(tmp_path / "s", one=CALL, two=WORD))
    found.merge(PUTIN, SHARAA).drop(PESKOV)
    corpus = stories(tmp_path / "s", a=FULLER, zero=WORD + " وقال أحمد الشرع ذلك.")
    raw = entities(corpus, edits=False)
    assert "أحمد حسين الشرع" in set(raw.table["entity"])
    assert SHARAA not in set(raw.table["entity"]), "the extractor calls him otherwise now"
    again = entities(corpus)
    assert again.edits["status"].tolist() == ["applied", "applied"]
    assert "أحمد حسين الشرع" not in set(again.table["entity"])
    counts = raw.table.set_index("entity")["mentions"]
    assert row(again, PUTIN)["mentions"] == counts[PUTIN] + counts["أحمد حسين الشرع"]
    assert set(again.dropped["article"]) == {"two", "zero"}


def test_corrections_find_their_articles_under_other_ids(tmp_path: Path):
    found = entities(stories(tmp_path / "s", one=CALL, two=WORD))
    start = CALL.index("اتصالاً")
    found.split(PUTIN, found.of(PUTIN).query("article == 'two'"), name="بوتين الآخر").add(
        "one", start, start + 7, "x", "ORG"
    )
    found.split(PUTIN, articles="one", text="بوتين", name="ثالث")
    for name in ("one", "two"):
        (tmp_path / "s" / f"{name}.txt").rename(tmp_path / "s" / f"new-{name}.txt")
    (tmp_path / "s" / "one.txt").write_text("صفحة أخرى عن فلاديمير بوتين.", encoding="utf-8")
    again = entities(stories(tmp_path / "s"))
    assert again.edits["status"].tolist() == ["applied"] * 3
    assert again.of("بوتين الآخر")["article"].tolist() == ["new-two"]
    assert again.of("x")["article"].tolist() == ["new-one"]
    assert again.of("ثالث")["article"].tolist() == ["new-one"]


def test_a_mention_is_found_in_a_page_that_has_changed_or_the_page_is_named(tmp_path: Path):
    corpus = stories(tmp_path / "s", one=CALL, two=WORD)
    found = entities(corpus)
    for word in ("اتصالاً", "ذلك"):
        start = CALL.index(word)
        found.add("one", start, start + len(word), word, "ORG")
    corpus = stories(tmp_path / "s", one="خبر عاجل: " + CALL.replace(" ذلك", ""))
    again = entities(corpus)
    assert again.of("اتصالاً")["start"].tolist() == [CALL.index("اتصالاً") + 10]
    assert again.edits["status"][0] == "applied"
    assert again.edits["status"][1].startswith("not found: 'one' has changed")
    assert "1 of them not applied" in repr(again)
    assert "1 of them not applied" in again._repr_html_()
    again.drop(SHARAA)
    assert len(rows_of(tmp_path / "s" / beside.EDITS)) == 3, "what does not fit is not lost"


def test_of_namesakes_the_same_one_is_found_again():
    later = "لمى العطرجي في حلب. قال عمر الجندلي: نعم."
    texts = ["زارت حلب لجنة. وقالت الباحثة لمى العطرجي إن الأمر صعب.", later]
    found = entities(corpus_of(*texts))
    ids = set(found.table["entity"])
    assert "حلب" in ids
    found.rename("حلب", "حلب الشهباء").retype("حلب", "ORG").rename("حلب", "نادي حلب")
    again = entities(corpus_of(*texts[::-1]))
    assert again.edits.empty, "another corpus without a folder"
    assert row(found, "حلب")["name"] == "نادي حلب"
    assert row(found, "حلب")["aliases"][:2] == ["حلب", "حلب الشهباء"]


def test_two_corpora_in_one_folder_do_not_mix(tmp_path: Path):
    one = stories(tmp_path / "s", one=CALL)
    two = corpus_of(WORD)
    two.live_in(one.home)
    first = entities(one).drop(PUTIN)
    second = entities(two)
    assert second.edits.empty
    assert PUTIN in set(second.table["entity"])
    assert "1 more of other articles" in repr(second)
    second.rename(PUTIN, "بوتين")
    assert len(rows_of(one.home / beside.EDITS)) == 2
    assert entities(one).edits["action"].tolist() == ["drop"]
    assert entities(two).edits["action"].tolist() == ["rename"]
    both = Corpus([*one, *two])
    both.live_in(one.home)
    assert entities(both).edits["action"].tolist() == ["drop", "rename"]
    first.undo()
    assert [row["action"] for row in rows_of(one.home / beside.EDITS)] == ["rename"]


def test_two_notebooks_on_one_folder_lose_nothing(tmp_path: Path):
    stories(tmp_path / "s", one=CALL, two=WORD)
    first, second = (entities(wb.load(tmp_path / "s")) for _ in range(2))
    first.drop(PUTIN)
    second.rename(SHARAA, "الشرع")
    assert second.edits["action"].tolist() == ["drop", "rename"], "what the other one did is taken in"
    first.undo()
    assert entities(wb.load(tmp_path / "s")).edits["action"].tolist() == ["rename"]
    second.undo()
    with pytest.raises(WorkbenchError, match="in the file no more"):
        entities_with_stale_journal(first, second)


def entities_with_stale_journal(first: Entities, second: Entities) -> None:
    """The second takes back what the first does not know to be gone."""
    first.drop(PUTIN)
    second.redo()
    second.undo()
    (second.corpus.home / beside.EDITS).unlink()
    first.undo()


def _rename_often(folder: Path, entity: str, begun: object) -> None:
    found = entities(wb.load(folder, progress=False))
    begun.wait()  # type: ignore[attr-defined]
    for number in range(20):
        found.rename(entity, f"{entity} {number}")


def test_notebooks_that_write_at_once_wait_for_each_other(tmp_path: Path):
    stories(tmp_path / "s", one=CALL, two=WORD)
    context = multiprocessing.get_context("spawn")
    begun = context.Barrier(2)
    workers = [context.Process(target=_rename_often, args=(tmp_path / "s", one, begun)) for one in (PUTIN, SHARAA)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0]
    kept = rows_of(tmp_path / "s" / beside.EDITS)
    assert len(kept) == 40
    assert {name: sum(row["entity"] == name for row in kept) for name in (PUTIN, SHARAA)} == {PUTIN: 20, SHARAA: 20}
    assert [int(row["n"]) for row in kept] == list(range(1, 41))


def test_a_folder_that_somebody_holds_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    fcntl = pytest.importorskip("fcntl")
    found = entities(stories(tmp_path / "s", one=CALL))
    monkeypatch.setattr(beside, "WAIT", 0.1)
    handle = os.open(tmp_path / "s", os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with pytest.raises(WorkbenchError, match="something else is writing"):
        found.drop(PUTIN)
    os.close(handle)
    assert found.edits.empty
    assert PUTIN in set(found.table["entity"])
    found.drop(PUTIN)


def test_a_writing_that_is_broken_off_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    found = entities(stories(tmp_path / "s", one=CALL))
    found.drop(PUTIN)
    before = (tmp_path / "s" / beside.EDITS).read_bytes()

    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(beside.os, "replace", broken)
        with pytest.raises(WorkbenchError, match="No space left"):
            found.rename(SHARAA, "الشرع")
    assert (tmp_path / "s" / beside.EDITS).read_bytes() == before
    assert sorted(path.name for path in (tmp_path / "s").iterdir()) == [beside.EDITS, "one.txt"]
    assert found.edits["action"].tolist() == ["drop"]
    assert found.name(SHARAA) == SHARAA


def test_a_corpus_without_a_folder_keeps_them_until_it_is_saved(tmp_path: Path):
    corpus = corpus_of(CALL, WORD)
    found = entities(corpus).drop(PUTIN)
    same(entities(corpus), found)
    with pytest.raises(WorkbenchError, match="no folder"):
        found.save_edits()
    corpus.save(tmp_path / "story")
    same(entities(wb.open(tmp_path / "story")), found)
    found.rename(SHARAA, "الشرع")
    same(entities(wb.open(tmp_path / "story")), found)
    wb.open(tmp_path / "story").save(tmp_path / "copy")
    same(entities(wb.open(tmp_path / "copy")), found)


def test_corrections_in_a_file_of_ones_own(tmp_path: Path):
    corpus = corpus_of(CALL, WORD)
    path = tmp_path / "mine.csv"
    with pytest.raises(LoadError, match="no file"):
        entities(corpus, edits=path)
    found = entities(corpus, edits=False).drop(PUTIN)
    assert found.save_edits(path) == path
    assert entities(corpus).edits.empty
    other = entities(corpus_of(WORD, CALL, prefix="x"), edits=path)
    assert other.edits["status"].tolist() == ["applied"]
    other.rename(SHARAA, "الشرع")
    assert entities(corpus, edits=str(path)).edits["action"].tolist() == ["drop", "rename"]
    other.undo().undo()
    assert entities(corpus, edits=path).edits.empty
    (tmp_path / "page.csv").write_text("title,text\nأ,ب\n", encoding="utf-8")
    with pytest.raises(WorkbenchError, match="holds something else"):
        found.save_edits(tmp_path / "page.csv")
    with pytest.raises(WorkbenchError, match="cannot be written"):
        found.save_edits(tmp_path / "nowhere" / "mine.csv")


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("utf-8-sig", ";"), ("utf-16", "\t"), ("utf-8", ","), ("utf-8", "\t")]
)
def test_what_a_spreadsheet_has_saved_is_read(tmp_path: Path, encoding: str, delimiter: str):
    corpus = stories(tmp_path / "s", one=CALL, two=WORD)
    found = entities(corpus)
    found.merge(PUTIN, PESKOV, name="=cmd").split(PUTIN, articles="two", name="'-x").rename(SHARAA, "الشرع; و,غيره")
    path = corpus.home / beside.EDITS
    assert b",=cmd" not in path.read_bytes()
    table = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(table)
    path.write_bytes(stream.getvalue().encode(encoding))
    again = entities(corpus)
    same(again, found)
    assert again.name(PUTIN) == "=cmd"


def test_rows_made_by_hand_and_rows_that_are_wrong(tmp_path: Path):
    corpus = stories(tmp_path / "s", one=CALL, two=WORD)
    path = corpus.home / beside.EDITS
    lines = [
        "Action ;entity;to;type;article;start;note",
        f"drop;{PESKOV};;;;;sure",
        f"mrege;{PUTIN};{SHARAA};;;;",
        ";;;;;;",
        f"retype;{PUTIN};;person;;;",
        f"rename;{PUTIN};;;;;",
        f"split;{PUTIN};x;;one;three;",
        f"rename;{SHARAA};الشرع;;;;mine",
        f"rename;{SHARAA};الشرع;;;;mine;too;many",
        "drop;لا أحد;;;;;",
        f"add;{PUTIN};;;one;;",
        f"split;{PUTIN};الآخر;;;;all of them",
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    found = entities(corpus)
    said = found.edits["status"].tolist()
    assert said[0] == said[6 - 1] == "applied"
    assert said[1].startswith("not read: row 3: 'mrege' is no action; one of merge, split")
    assert said[2].startswith("not read: row 5: 'PERSON' is no type; one of PER")
    assert said[3] == "not read: row 6: rename needs to"
    assert said[4] == "not read: row 7: start is 'three' and no number"
    assert said[6].startswith("not read: row 9: 2 cells stand behind")
    assert said[7] == "not found: no entity is called 'لا أحد' now"
    assert said[8] == "not read: row 11: add needs start"
    assert found.name(SHARAA) == "الشرع"
    assert PESKOV not in set(found.table["entity"])
    found.retype("موسكو", "ORG")
    kept = rows_of(path)
    assert [one["action"] for one in kept][1] == "mrege", "a row that cannot be read is kept as it is"
    assert (kept[0]["note"], kept[5]["note"]) == ("sure", "mine")
    assert kept[4]["start"] == "three"
    assert "too" in kept[6].values()
    assert entities(corpus).edits["action"].tolist() == found.edits["action"].tolist()


@pytest.mark.parametrize(
    "content",
    [
        "title,text\nأ,ب\n".encode(),
        "action,entity\ndrop,بوتين\n".encode("cp1256"),
        b'action,entity\n"drop,x\n',
        b"\x00\xff",
    ],
)
def test_a_file_of_something_else_is_told_and_never_overwritten(tmp_path: Path, content: bytes):
    corpus = stories(tmp_path / "s", one=CALL)
    (corpus.home / beside.EDITS).write_bytes(content)
    found = entities(corpus)
    assert found.edits["status"][0].startswith("not read: the corrections cannot be read")
    assert "not applied" in repr(found)
    with pytest.raises(WorkbenchError, match="cannot be read"):
        found.drop(PUTIN)
    assert (corpus.home / beside.EDITS).read_bytes() == content
    assert PUTIN in set(found.table["entity"])


def test_a_correction_that_the_extractor_has_made_itself_by_now_is_no_error(tmp_path: Path):
    corpus = stories(tmp_path / "s", one="قال فلاديمير بوتين إن الأمر انتهى. وقال أحمد الشرع ذلك.")
    found = entities(corpus)
    start = corpus["one"].text.index("الأمر")
    found.add("one", start, start + 5, "فلاديمير بوتن", "PER").merge(PUTIN, "فلاديمير بوتن")
    corpus = stories(tmp_path / "s", two="وقال فلاديمير بوتن ذلك. وقال فلاديمير بوتين ذلك.")
    again = entities(corpus)
    assert again.edits["status"].tolist() == ["applied", "applied"]
    people = again.table[again.table["type"] == "PER"]
    assert sorted(people["entity"]) == sorted([PUTIN, SHARAA])


def test_quotations_see_the_corrected_entities():
    corpus = corpus_of("قال ديمتري بيسكوف: «الأمر انتهى تماماً». وقال فلاديمير بوتين: «هذا صحيح جداً».")
    found = entities(corpus)
    made_before = quotes(corpus, found)
    assert set(made_before.table["speaker"]) == {PESKOV, PUTIN}
    found.merge(PUTIN, PESKOV)
    said = quotes(corpus, found)
    assert set(said.table["speaker"]) == {PUTIN}
    assert set(made_before.matrix().index) == {PUTIN}, "what was made before still has names"
    found.undo().drop(PESKOV)
    assert set(quotes(corpus, found).table["speaker"]) == {PUTIN, ""}
    assert set(quotes(corpus).table["speaker"]) == {PUTIN, ""}, "and so does what is found anew"
    wb.Workbench(corpus, entities=found, quotes=made_before)


def test_ids_and_texts_of_any_kind_come_back():
    odd = "قال =x\x00\u2028\ud83d لأحد. أعلن فلاديمير بوتين ذلك."
    corpus = Corpus([replace(article_of(odd), id="=odd | id")])
    found = entities(corpus)
    found.add("=odd | id", 4, 8, "+ اسم | آخر", "ORG").rename(PUTIN, "@x")
    same(entities(corpus), found)
    assert found.edits["status"].tolist() == ["applied", "applied"]


def test_the_sample_keeps_nothing_in_the_package():
    corpus = wb.samples.phone_call()
    assert corpus.home is None
    found = entities(corpus)
    found.drop(str(found.table["entity"][0]))
    assert entities(wb.samples.phone_call()).edits.empty


def test_a_mention_may_take_the_place_of_the_only_one_of_its_entity():
    corpus = corpus_of(CALL)
    found = entities(corpus)
    start = CALL.index("أحمد الشرع")
    found.add("p1", start, start + 4, SHARAA)
    assert found.of(SHARAA)["text"].tolist() == ["أحمد"]
    assert found.dropped["text"].tolist() == ["أحمد الشرع"]
    same(entities(corpus), found)
