"""What a correction leaves as it was is not made again, and the story is the same as one that is told from nothing."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import pytest

import workbench as wb
from workbench.corpus import Article, Block, Corpus
from workbench.extractors.entities.result import Entities
from workbench.extractors.quotes.silence import LATER, Silences
from workbench.widgets.records import Story
from workbench.widgets.story import packed, tell
from workbench.widgets.telling import named


@pytest.fixture
def results() -> dict[str, Any]:
    corpus = wb.samples.phone_call()
    entities = wb.entities(corpus)
    return {"entities": entities, "quotes": wb.quotes(corpus, entities)}


def told(results: dict[str, Any]) -> Story:
    return tell(results["entities"].corpus, **results).story


def from_nothing(results: dict[str, Any]) -> Story:
    named._known.clear()
    return told(results)


def test_after_each_correction_the_story_is_as_if_told_from_nothing(results: dict[str, Any]) -> None:
    entities, quotes = results["entities"], results["quotes"]
    corpus = entities.corpus
    first, second = entities.table[entities.table["type"] == "PER"]["entity"].iloc[:2]
    body = next(block for block in corpus[0].blocks if block.kind == "body")
    corrections = [
        lambda: quotes.reject("q2", "no", coder="me"),
        lambda: entities.rename(first, "اسم آخر"),
        lambda: entities.merge(first, second),
        lambda: corpus.mark(corpus[0].id, body.start, body.end, "furniture"),
        quotes.undo,
        entities.undo,
        corpus.unmark,
    ]
    told(results)
    for correct in corrections:
        correct()
        again = told(results)
        assert packed(again) == packed(from_nothing(results))


def test_neither_a_judged_quotation_nor_another_name_draws_the_network_again(
    results: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = told(results)

    def graph(*_: object, **__: object) -> None:
        raise AssertionError("the network is drawn again")

    monkeypatch.setattr(Entities, "graph", graph)
    results["quotes"].reject("q1", coder="me")
    after = told(results)
    assert len(after["quotes"]) == len(before["quotes"]) - 1
    assert after["entities"] == before["entities"]
    entity = before["entities"][0]["id"]
    results["entities"].rename(entity, "اسم آخر")
    renamed = next(one for one in told(results)["entities"] if one["id"] == entity)
    assert renamed["name"] == "اسم آخر"
    assert renamed["marks"] == before["entities"][0]["marks"]
    results["entities"].drop(entity)
    with pytest.raises(AssertionError, match="drawn again"):
        told(results)


def test_who_is_silent_is_found_as_by_looking_at_every_mention() -> None:
    by = random.Random(3)
    pages = []
    for number in range(40):
        day = None if by.random() < 0.2 else dt.date(2025, 1, 1) + dt.timedelta(by.randrange(9))
        text = "قال المتحدث."
        block = (Block(0, len(text), "body"),)
        pages.append(Article(f"p{number}", f"s{number % 6}", "", day, "", "", "ar", text, block, "x"))
    corpus = Corpus(pages)
    import pandas as pd

    draw = lambda size: pd.DataFrame(  # noqa: E731 - said twice
        {"who": by.choices(["a", "b", "c", ""], k=size), "article": by.choices([page.id for page in pages], k=size)}
    )
    quotes, mentions = draw(60), draw(150)
    entities = Entities(corpus, mentions.rename(columns={"who": "entity"}), pd.DataFrame({"entity": []}))
    silences = Silences(corpus, entities, quotes.rename(columns={"who": "speaker"}))
    for _ in range(60):
        who, carrying = by.sample(["a", "b", "c"], by.randrange(3)), by.sample(pages, by.randrange(1, 4))
        days = [page.published for page in carrying if page.published]
        told = {page.source for page in carrying}
        found = {}
        for source in corpus.sources:
            own = {page.id: page.published for page in pages if page.source == source}
            said = [a for w, a in zip(quotes["who"], quotes["article"], strict=True) if w in who and a in own]
            near = [
                article
                for one, article in zip(mentions["who"], mentions["article"], strict=True)
                if one in who and article in own and close(own[article], days)
            ]
            if source not in told and (said or near):
                found[source] = (len(said), len(near), {*said, *near})
        silent = silences.of(who, [page.id for page in carrying])
        assert {one.source: (one.quotes, one.mentions, {*one.articles}) for one in silent} == found


def close(day: dt.date | None, days: list[Any]) -> bool:
    return day is None or not days or any(abs((day - one).days) <= LATER for one in within(days))


def within(days: list[dt.date]) -> list[dt.date]:
    return [min(days) + dt.timedelta(n) for n in range((max(days) - min(days)).days + 1)]
