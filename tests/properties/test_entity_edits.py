"""Whatever is corrected: it can be taken back, it comes back from the file, and it stays when articles are added."""

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

from tests.build import article_of
from workbench.corpus import Corpus
from workbench.errors import WorkbenchError
from workbench.extractors.entities import Entities, entities
from workbench.extractors.entities.editfile import Edit, UnreadableError, dumped, parsed
from workbench.extractors.entities.result import Entities as Result

TEXTS = {
    "one": "أجرى الرئيس الروسي فلاديمير بوتين اتصالاً مع الرئيس السوري أحمد الشرع. وأعلن بوتين ذلك في موسكو.",
    "two": "قال المتحدث باسم الكرملين ديمتري بيسكوف إن الأمر انتهى. وأضاف بيسكوف أن فلاديمير بوتين في موسكو.",
    "three": "قالت الباحثة لمى العطرجي إن الأمر صعب. أما التاجر حازم العطرجي فخالفها في دمشق. وأضاف العطرجي أمراً.",
}
LATER = (
    "في حلب قال أحمد حسين الشرع إن مجلس الشعب السوري اجتمع. وأكد ديمتري بيسكوف ذلك، وشكر أحمد حسين الشرع لمى العطرجي."
)
NAMES = ("فلاديمير بوتين", "شخص آخر", "=x", "الشرع | غيره", "Someone Else")
ACTIONS = ("merge", "split", "rename", "retype", "drop", "add", "undo", "redo")

numbers = st.integers(0, 30)
steps = st.lists(
    st.tuples(st.sampled_from(ACTIONS), numbers, numbers, numbers),
    max_size=9,
)


@cache
def extracted() -> tuple[Corpus, pd.DataFrame, pd.DataFrame]:
    corpus = Corpus(article_of(text, name=name) for name, text in TEXTS.items())
    found = entities(corpus, edits=False)
    return corpus, found.mentions, found.table


def fresh(folder: Path) -> Entities:
    corpus, mentions, table = extracted()
    own = Corpus(corpus)
    own.live_in(folder)
    return Result(own, mentions, table, edits=None)


def correct(found: Entities, action: str, a: int, b: int, c: int) -> None:
    """Do one thing; what makes no sense is refused."""
    ids = found.table["entity"].tolist() or ["nobody"]
    one, other = ids[a % len(ids)], ids[b % len(ids)]
    kind, name = ("PER", "LOC", "ORG")[c % 3], NAMES[b % len(NAMES)]
    mentions = found.mentions[found.mentions["entity"] == one]
    article = list(TEXTS)[a % 3]
    deeds: dict[str, Callable[[], object]] = {
        "merge": lambda: found.merge(one, other, type=kind, name=name if c % 2 else None),
        "split": lambda: found.split(one, mentions.iloc[: 1 + c % 3], **({"to": other} if c % 2 else {"name": name})),
        "rename": lambda: found.rename(one, name),
        "retype": lambda: found.retype(one, kind),
        "drop": lambda: found.drop(one),
        "add": lambda: found.add(article, 2 * b, 2 * b + c + 1, other if c % 2 else name, None if c % 2 else kind),
        "undo": found.undo,
        "redo": found.redo,
    }
    with suppress(WorkbenchError):
        deeds[action]()


def is_whole(found: Entities) -> None:
    """All that is derived says the same, and every span is its text."""
    assert set(found.mentions["entity"]) == set(found.table["entity"]) == set(found.graph().nodes)
    assert found.table["entity"].is_unique
    counts = found.mentions["entity"].value_counts()
    for row in found.table.to_dict("records"):
        assert counts[row["entity"]] == row["mentions"]
        assert set(found.of(row["entity"])["type"]) == {row["type"]}
        assert len(row["aliases"]) == len(row["reasons"])
    for row in pd.concat([found.mentions, found.dropped]).to_dict("records"):
        assert found.corpus[row["article"]].text[row["start"] : row["end"]] == row["text"]
    assert not found.mentions.duplicated(["article", "start", "end"]).any()
    assert set(found.edits["status"]) <= {"applied"}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps)
def test_corrections_are_taken_back_and_come_back(said: list[tuple[str, int, int, int]]):
    with tempfile.TemporaryDirectory() as folder:
        found = fresh(Path(folder))
        for one in said:
            correct(found, *one)
        is_whole(found)
        again = fresh(Path(folder))
        for name in ("mentions", "table", "dropped", "edits"):
            assert_frame_equal(getattr(again, name), getattr(found, name))
        count = found.edits["n"].nunique()
        for _ in range(count):
            found.undo()
        _, mentions, table = extracted()
        assert_frame_equal(found.mentions, mentions)
        assert_frame_equal(found.table, table)
        assert not list(Path(folder).iterdir())
        for _ in range(count):
            found.redo()
        assert_frame_equal(found.table, again.table)
        assert_frame_equal(found.mentions, again.mentions)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(said=steps.filter(bool), first=st.booleans())
def test_corrections_stay_when_an_article_is_added(*, said: list[tuple[str, int, int, int]], first: bool):
    with tempfile.TemporaryDirectory() as folder:
        found = fresh(Path(folder))
        for one in said:
            correct(found, *one)
        added = article_of(LATER, name="later")
        corpus = Corpus([added, *found.corpus] if first else [*found.corpus, added])
        corpus.live_in(Path(folder))
        more = entities(corpus)
        assert len(more.edits) == len(found.edits)
        is_whole(more)
        groups, before = ({} for _ in range(2))
        for result, names in ((found, before), (more, groups)):
            for row in result.mentions.to_dict("records"):
                names[row["article"], row["start"], row["end"]] = row["entity"], row["type"]
        assert {place for place in groups if place[0] != "later"} == set(before), "what was dropped stays so"
        together: dict[str, set[str]] = {}
        for place, (entity, kind) in before.items():
            together.setdefault(entity, set()).add(groups[place][0])
            assert groups[place][1] == kind
        assert all(len(now) == 1 for now in together.values()), "what was one stays one"
        assert len({min(now) for now in together.values()}) == len(together), "and what was two stays two"


cells = st.text(st.characters(codec=None, exclude_categories=()), max_size=12)


@given(st.lists(st.tuples(cells, cells, cells), max_size=4), st.binary(max_size=60))
def test_any_cell_comes_back_and_any_bytes_are_told(rows: list[tuple[str, str, str]], noise: bytes):
    steps = [(Edit("rename", entity=f"e{a}e", to=f"t{b}t", corpus=" ".join(c.split())),) for a, b, c in rows]
    content = dumped(steps)
    back = parsed(content)
    assert [(e.entity, e.to, e.corpus) for (e,) in back] == [(e.entity, e.to, e.corpus) for (e,) in steps]
    assert dumped(back) == content
    for one in (noise, b"action,entity\n" + noise):
        with suppress(UnreadableError):
            parsed(one)
