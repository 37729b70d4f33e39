"""Whatever coders say: it can be taken back, it comes back from the file, every span is its text, files merge."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from tests.unit.judged import LEAD, PAGES, PUTIN, SAID, SHARAA, corpus, found
from workbench.corpus import beside
from workbench.corpus.sheets import UnreadableError
from workbench.errors import WorkbenchError
from workbench.extractors.entities import Entities, entities
from workbench.extractors.quotes import Quotes
from workbench.extractors.quotes.judgingfile import dumped, parsed

FILE = beside.JUDGEMENTS
CODERS = ("ليلى", "سامي", "=x")
ACTIONS = ("accept", "reject", "correct", "add", "undo", "redo")
numbers = st.integers(0, 60)
steps = st.lists(st.tuples(st.sampled_from(ACTIONS), numbers, numbers, numbers), max_size=10)
few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def extracted() -> tuple[Entities, pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    said = found(corpus(), judgements=False)
    known = entities(said.corpus, edits=False)
    return known, said.table.drop(columns="verdict"), said.lineages, said.rejected


def fresh(folder: Path) -> Quotes:
    known, table, lineages, rejected = extracted()
    return Quotes(corpus(folder), known, table, lineages, rejected=rejected, judgements=None)


def judge(said: Quotes, action: str, a: int, b: int, c: int) -> None:
    """Do one thing; what makes no sense is refused."""
    ids = [*said.table["quote"], *said.judgements["quote"], "q99"]
    quote, coder, article = ids[a % len(ids)], CODERS[c % 3], list(PAGES)[a % 3]
    speaker = ("", PUTIN, SHARAA, "nobody")[b % 4]
    deeds: dict[str, Callable[[], object]] = {
        "accept": lambda: said.accept(quote, coder=coder),
        "reject": lambda: said.reject(quote, f"-{b}", coder=coder),
        "correct": lambda: said.correct(
            quote,
            coder=coder,
            **({"start": 2 * b, "end": 2 * b + c} if c % 2 else {"speaker": speaker, "cue": "قال" if b % 2 else ""}),
        ),
        "add": lambda: said.add(article, 2 * b, 2 * b + c + 1, speaker=speaker, coder=coder, outside=c % 5 == 0),
        "undo": said.undo,
        "redo": said.redo,
    }
    with suppress(WorkbenchError):
        deeds[action]()


def is_whole(said: Quotes) -> None:
    """Every span of every table is its text; ids are unique; lineages hold what is in the table."""
    told = said.judgements
    for frame in (said.table, said.rejected, told[told["quote"] != ""]):
        for article, start, end, text in zip(*(frame[n] for n in ("article", "start", "end", "text")), strict=True):
            assert said.corpus[article].text[start:end] == text != ""
    assert said.table["quote"].is_unique
    assert sorted(quote for own in said.lineages["quotes"] for quote in own) == sorted(said.table["quote"])
    assert set(said.table["verdict"]) <= {"", "accepted", "corrected", "added"}
    order = {name: number for number, name in enumerate(PAGES)}
    places = [(order[a], s) for a, s in zip(said.table["article"], said.table["start"], strict=True)]
    assert places == sorted(places)
    gone = told[(told["status"] == "applied") & (told["verdict"] == "rejected")]
    assert not set(gone["quote"]) & set(said.table["quote"])


def same(one: Quotes, other: Quotes) -> None:
    for name in ("table", "rejected", "lineages", "judgements"):
        assert_frame_equal(getattr(one, name), getattr(other, name))


@few
@given(steps)
def test_whatever_is_said_comes_back_from_the_file_and_can_be_taken_back(deeds):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        said = fresh(folder)
        for deed in deeds:
            judge(said, *deed)
            is_whole(said)
        same(fresh(folder), said)
        for coder in said.coders:
            is_whole(said.judged_by(coder))
        table = said.agreement()
        assert table["kappa"].dropna().between(-1, 1).all()
        assert all(table[name].dropna().between(0, 1).all() for name in ("precision", "recall", "f1"))
        while True:
            try:
                said.undo(coder=said.coders[0] if said.coders else None)
            except WorkbenchError:
                break
        assert said.judgements.empty
        assert_frame_equal(said.table, fresh(folder).table)
        assert set(said.table["verdict"]) == {""}
        assert not (folder / FILE).exists()


@few
@given(steps, steps)
def test_files_merge_to_the_same_and_nothing_is_lost(first, second):
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        mine, theirs = fresh(Path(one)), fresh(Path(other))
        for said, deeds in ((mine, first), (theirs, second)):
            for deed in deeds:
                judge(said, *deed)
        all_of = [*_plain(mine), *_plain(theirs)]
        theirs.save_judgements(Path(other) / "sent.csv")
        mine.merge_judgements(Path(other) / "sent.csv").merge_judgements(Path(other) / "sent.csv")
        assert set(_plain(mine)) == set(all_of)
        is_whole(mine)


def _plain(said: Quotes) -> list[tuple[object, ...]]:
    names = ["article", "start", "end", "verdict", "speaker", "kind", "cue", "coder", "reason", "when"]
    return list(said.judgements[names].itertuples(index=False, name=None))


@few
@given(
    steps, st.sampled_from(sorted(PAGES)), st.integers(0, len(LEAD)), st.sampled_from(["", "x", "جملة.\n", "«نعم»."])
)
def test_a_page_that_has_changed_loses_nothing(deeds, page, at, new):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        said = fresh(folder)
        for deed in deeds:
            judge(said, *deed)
        count = len(said.judgements)
        text = PAGES[page][:at] + new + PAGES[page][at:]
        told = {name: SAID[name] for name in PAGES}
        changed = corpus(folder, **(PAGES | {page: text}))
        if new == "«نعم».":
            told = {**told, page: told[page][:1]}
        again = found(changed, told)
        is_whole(again)
        assert len(again.judgements) == count
        assert again.judgements["status"].str.match("applied|revised|overruled|not found: ").all()
        again.accept("q1", coder="جديد")
        kept = parsed((folder / FILE).read_bytes())
        assert len(kept) == count + 1


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"verdict,article,start,end\n{text}".encode()))
def test_any_file_is_read_or_refused_and_comes_back_as_it_was(content):
    try:
        rows = parsed(content)
    except UnreadableError:
        return
    again = parsed(dumped(rows))
    assert all(dict(one.cells).items() <= dict(new.cells).items() for one, new in zip(rows, again, strict=True))
    assert [(one.verdict, one.article, one.start, one.end) for one in again] == [
        (one.verdict, one.article, one.start, one.end) for one in rows
    ]
