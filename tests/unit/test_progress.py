"""The progress bar: there for long work, closed however it ends."""

from __future__ import annotations

import pytest
import tqdm.auto

from workbench.progress import steps


class Bar:
    """Counts what a bar is told."""

    made: list[Bar]

    def __init__(self, *, total: int | None, initial: int, desc: str) -> None:
        self.total, self.count, self.name, self.closed = total, initial, desc, False
        self.made.append(self)

    def update(self) -> None:
        self.count += 1

    def close(self) -> None:
        self.closed = True


@pytest.fixture(autouse=True)
def bars(monkeypatch: pytest.MonkeyPatch) -> list[Bar]:
    monkeypatch.setattr(Bar, "made", [], raising=False)
    monkeypatch.setattr(tqdm.auto, "tqdm", Bar)
    return Bar.made


@pytest.mark.parametrize("show", [True, False])
def test_items_come_through_with_a_bar_only_where_it_is_wanted(bars: list[Bar], *, show: bool):
    assert list(steps(range(9), "pages", show=show, many=8)) == list(range(9))
    assert [(bar.name, bar.total, bar.count, bar.closed) for bar in bars] == ([("pages", 9, 9, True)] if show else [])


def test_short_work_has_none(bars: list[Bar]):
    assert list(steps(range(8), "pages", many=8)) == list(range(8))
    assert bars == []


def test_items_without_a_length_are_counted_as_they_come(bars: list[Bar]):
    assert len(list(steps(iter(range(12)), "pages", many=8))) == 12
    assert [(bar.total, bar.count) for bar in bars] == [(None, 12)]


def test_stopping_closes_the_bar(bars: list[Bar]):
    running = steps(range(9), "pages", many=2)
    next(running)
    running.close()
    assert bars[0].closed
