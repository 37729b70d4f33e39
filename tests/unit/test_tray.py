"""The evidence tray as it is kept: one rule on both sides, one file for several windows, nothing of anybody's lost."""

from __future__ import annotations

import json
import random
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.traycases import FILE as CASES
from tests.unit.traycases import cases, finding
from workbench.corpus import beside
from workbench.widgets.tray import FILE, TrayFile, dumped, kept, merged, parsed


def findings(seed, count=4):
    by = random.Random(seed)
    return [finding(by) for _ in range(count)]


def test_the_cases_that_the_browser_is_tested_on_are_those_of_python():
    told = json.loads(CASES.read_text(encoding="utf-8"))["cases"]
    assert json.loads(json.dumps(cases())) == told, "run python -m tests.unit.traycases"


@given(st.integers(), st.integers(), st.integers())
def test_the_order_in_which_windows_write_plays_no_part(one, two, three):
    a, b, c = (findings(seed) for seed in (one, two, three))
    assert merged(a, b) == merged(b, a)
    assert merged(merged(a, b), c) == merged(a, merged(b, c))
    assert merged(merged(a, b), b) == merged(a, b)


@given(st.integers())
def test_a_file_gives_back_what_went_in(seed):
    there = merged(findings(seed), [])
    assert parsed(dumped(there)) == there
    assert [one for one in there if not one["gone"]] == kept(there)
    dumped(there).encode()  # half a character cannot be written, so it is escaped


def test_nothing_is_written_before_something_is_pinned(tmp_path):
    file = TrayFile(tmp_path / FILE)
    assert file.read() == file.take([]) == []
    assert list(tmp_path.iterdir()) == []


def test_two_windows_write_to_one_file(tmp_path):
    one, other = (TrayFile(tmp_path / FILE) for _ in range(2))
    a, b = findings(1), findings(2)
    assert one.take(a) == merged(a, [])
    assert other.take(b) == one.read() == merged(a, b)
    assert other.error == ""


def test_many_windows_at_once_lose_nothing(tmp_path):
    pinned = [{**finding(random.Random(number)), "id": str(number)} for number in range(24)]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda one: TrayFile(tmp_path / FILE).take([one]), pinned))
    assert {one["id"] for one in TrayFile(tmp_path / FILE).read()} == {one["id"] for one in pinned}
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


FOREIGN = [
    b"{",
    b"\xff\xfe\x00",
    b'{"cells": []}',
    b'{"format": "riwaya-evidence", "version": 9, "findings": []}',
    b"[" * 9999,
]


@pytest.mark.parametrize("content", FOREIGN)
def test_a_file_that_is_none_of_ours_is_left_as_it_is(tmp_path, content):
    path = tmp_path / FILE
    path.write_bytes(content)
    file, pinned = TrayFile(path), findings(1)
    assert file.read() == []
    assert f"{FILE} is left as it is" in file.error
    assert file.take(pinned) == pinned
    assert path.read_bytes() == content
    path.unlink()
    assert file.take(pinned) == merged(pinned, [])
    assert file.error == ""


@pytest.mark.parametrize(
    "broken", [{"rank": "1"}, {"rank": float("nan")}, {"gone": 0}, {"spans": [{}]}, {"selection": []}, {"id": None}]
)
def test_a_finding_that_is_not_complete_is_refused(broken):
    content = {"format": "riwaya-evidence", "version": 1, "findings": [{**findings(1)[0], **broken}]}
    with pytest.raises(ValueError, match="finding 1"):
        parsed(json.dumps(content))


def test_a_folder_that_cannot_be_written_to_is_said_and_nothing_is_lost(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(beside, "write", refuse)
    file = TrayFile(tmp_path / FILE)
    assert file.take(findings(1)) == findings(1)
    assert "Permission denied" in file.error


def test_a_file_that_another_is_writing_is_read_when_it_is_whole(tmp_path):
    path, (one, other, *_) = tmp_path / FILE, findings(2)
    text = dumped([one])
    path.write_text(text[: len(text) // 2], encoding="utf-8")
    later = threading.Timer(0.03, lambda: path.write_text(text, encoding="utf-8"))
    later.start()
    file = TrayFile(path)
    taken = file.take([other])
    later.join()
    assert file.error == ""
    assert {found["id"] for found in taken} == {one["id"], other["id"]}
