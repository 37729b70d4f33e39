"""The engine under the overlap: the same answer however the work is divided, no collision told, kernels kept."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from tests.unit.test_overlap import OTHER, SAID, page
from workbench.corpus import Corpus
from workbench.extractors.overlap import extract, overlap, sharing
from workbench.extractors.overlap.characters import table
from workbench.extractors.overlap.words import Gathered, Text, read, utf16

WORDS = [f"{one}{two}{three}" for one in "ابتثجح" for two in "خدذرزس" for three in "شصضطظ"]


def pages(count: int, *, seed: int = 5) -> Corpus:
    """Articles of made-up words of which every third takes forty from another."""
    dice = random.Random(seed)
    texts = [dice.choices(WORDS, k=120) for _ in range(count)]
    for number in range(3, count, 3):
        source, place = texts[dice.randrange(number)], dice.randrange(80)
        texts[number][place : place + 40] = source[place : place + 40]
    return Corpus(page(f"p{n}", " ".join(words), source=f"s{n % 7}") for n, words in enumerate(texts))


def test_threads_and_portions_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = pages(60)
    whole = overlap(corpus)
    for name, value in (("FEW", 10), ("PART", 900), ("PAIRS", 7), ("ROOM", 5)):
        monkeypatch.setattr(sharing, name, value)
    monkeypatch.setattr("workbench.extractors.overlap.words.BATCH", 2_000)
    monkeypatch.setattr(extract, "MANY", 10)
    apart = overlap(corpus)
    assert len(whole.passages) > 15
    for name in ("pairs", "passages", "capped", "boilerplate"):
        assert getattr(whole, name).equals(getattr(apart, name)), name
    assert whole.matrix().equals(apart.matrix())


def test_words_whose_hashes_collide_are_never_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.extractors.overlap import words

    corpus = pages(12)
    true = overlap(corpus).passages
    short = lambda articles, rules: read(articles, rules, keep=0x3)  # noqa: E731  two bits of each hash
    monkeypatch.setattr(words, "read", short)
    found = overlap(corpus, cap=10_000).passages
    assert len(found)
    for row in found.itertuples():
        one, other = corpus[row.a].text[row.a_start : row.a_end], corpus[row.b].text[row.b_start : row.b_end]
        assert one.split()[0] == other.split()[0]
        assert one.split()[-1] == other.split()[-1]
        assert row.words <= len(set(one.split()) & set(other.split())) * 40
    assert len(true)


def test_runs_that_only_seem_equal_are_taken_out() -> None:
    articles = [page("a", SAID), page("b", OTHER)]
    rules = table(["ar"])
    words = read(articles, rules)
    runs = np.array([[0, 12, 3], [5, 17, 1]], dtype=np.int64)
    pairs = np.array([1], dtype=np.uint64)
    given = sharing.Stretches(
        pairs, np.zeros(2, np.int64), np.array([0, 1, 2]), np.array([3, 1]), runs, np.zeros((0, 4), np.int64)
    )
    assert len(sharing.true(given, words, lambda _, parts: utf16(articles, rules, parts), rules).pair) == 0


def test_what_is_compared_is_cut_out_of_its_text_at_the_right_character() -> None:
    articles = [page("a", f"😀 {OTHER} 😀 {SAID} 😀"), page("b", f"قال {SAID}")]
    rules = table(["ar"])
    words = read(articles, rules)
    length = len(SAID.split())
    one, other = len(OTHER.split()), len(read([articles[0]], rules).hashes) + 1
    given = sharing.Stretches(
        *(np.array([1], dtype=np.uint64), np.zeros(1, np.int64), np.array([0, 1]), np.array([length])),
        *(np.array([[one, other, length]], dtype=np.int64), np.zeros((0, 4), np.int64)),
    )
    seen = []

    def texts(_: object, parts: np.ndarray) -> Text:
        seen.extend(articles[n].text[start:end] for n, (start, end) in enumerate(parts.T.tolist()))
        return utf16(articles, rules, parts)

    assert len(sharing.true(given, words, texts, rules).pair) == 1
    assert seen == [SAID, SAID]
    given.runs[0, 1] -= 1
    assert len(sharing.true(given, words, texts, rules).pair) == 0


def test_articles_of_any_length_are_read_whole() -> None:
    long = " ".join(f"{WORDS[n % 170]}{n}" for n in range(9_000))
    found = overlap(Corpus([page("a", long), page("b", OTHER, " ".join(long.split()[5_000:8_000]))]))
    assert found.pairs.loc[0, "words"] == 3_000
    row = found.passages.iloc[0]
    assert found.corpus["a"].text[row.a_start : row.a_end] == " ".join(long.split()[5_000:8_000])


def test_an_edited_passage_without_a_whole_shingle_is_found() -> None:
    words = WORDS[:24]
    edited = [f"س{n}" if n % 5 == 4 else word for n, word in enumerate(words)]
    found = overlap(Corpus([page("a", " ".join(words)), page("b", OTHER, " ".join(edited))]))
    assert found.pairs[["words", "a_in_b", "jaccard"]].to_numpy().tolist() == [[20, 0.0, 0.0]]


def test_jaccard_is_counted_for_the_shingles_asked_for() -> None:
    for k in (3, 6):
        found = overlap(Corpus([page("a", SAID), page("b", SAID, OTHER)]), k=k)
        both, whole = 12 - k + 1, len(f"{SAID} {OTHER}".split()) - k + 1
        assert found.pairs.loc[0, "jaccard"] == pytest.approx(both / whole)


def test_each_kernel_is_compiled_for_one_kind_of_input(tmp_path: Path) -> None:
    called = ["split", "verified", "parted", "repeated", "collected", "expanded", "found_again", "between", "common"]
    lines = [
        "from tests.unit.test_overlap_engine import overlap, pages",
        "from workbench.text import compiled",
        "overlap(pages(30), cap=2)",
        "overlap(pages(9)).matrix()",
        f"overlap(pages(30), cap=2, workspace={str(tmp_path)!r}).matrix()",
        f"kinds = [one for one in compiled.KERNELS if one.py_func.__name__ in {called}]",
        f"assert len(kinds) == {len(called)}",
        "assert [one.py_func.__name__ for one in kinds if len(one.signatures) != 1] == []",
    ]
    # In a process of its own: other tests call them with arrays of other kinds.
    ended = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr[-2000:]


@pytest.mark.parametrize(("where", "what"), [(sharing, "posted"), (Gathered, "add"), (sharing, "stretches")])
def test_a_stop_leaves_no_thread_behind(where: object, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(extract, "MANY", 10)
    monkeypatch.setattr("workbench.extractors.overlap.words.BATCH", 2_000)
    monkeypatch.setattr(where, what, stopped)
    before = threading.active_count()
    with pytest.raises(KeyboardInterrupt) as stop:
        overlap(pages(40))
    assert threading.active_count() == before
    assert stop.tb  # what was left unfinished is still held by the traceback


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, **environment}
    )


def test_kernels_are_kept_in_a_folder_of_ones_own_where_no_other_can_be_written(tmp_path: Path) -> None:
    module = tmp_path / "zipped" / "small.py"
    module.parent.mkdir()
    module.write_text(
        "from workbench.text.compiled import kernel\n@kernel\ndef twice(n: int) -> int:\n    return 2 * n\n",
        encoding="utf-8",
    )
    code = f"""
import sys; sys.path.insert(0, {str(module.parent)!r})
from numba.core import caching
def never(self): raise OSError("read-only")
caching.InTreeCacheLocator.ensure_cache_path = never
caching.UserWideCacheLocator.ensure_cache_path = never
import small, numba
from workbench.text.compiled import compiled
print(small.twice(4), compiled(), numba.config.CACHE_DIR)
"""
    first, again = (run(code, TMPDIR=str(tmp_path)).stdout.split() for _ in range(2))
    assert first[:2] == ["8", "1"]
    assert again[:2] == ["8", "0"]
    assert Path(first[2]).parent == tmp_path
    assert Path(first[2]).stat().st_mode & 0o077 == 0


def test_a_change_in_a_module_that_a_kernel_calls_compiles_it_anew(tmp_path: Path) -> None:
    used, caller = tmp_path / "used.py", tmp_path / "caller.py"
    body = "from workbench.text.compiled import kernel\n@kernel\ndef part(n: int) -> int:\n    return n + {}\n"
    caller.write_text(
        "from workbench.text.compiled import kernel\nfrom used import part\n"
        "@kernel\ndef whole(n: int) -> int:\n    return 10 * part(n)\n",
        encoding="utf-8",
    )
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); sys.dont_write_bytecode = True; import caller"
    answers = []
    for added in (1, 2):
        used.write_text(body.format(added), encoding="utf-8")
        answers.append(run(f"{code}; print(caller.whole(1))", NUMBA_CACHE_DIR=str(tmp_path / "kept")).stdout.strip())
    assert answers == ["20", "30"]


def test_the_first_compilation_says_what_it_is(tmp_path: Path) -> None:
    code = """
from workbench.text import compiled
from workbench.extractors.overlap import extract
compiled.compiled = lambda: 1
compiled.fresh = lambda: True
ran = []
extract._rehearsal = lambda: [lambda: ran.append(1)] * 3
extract.ready()
print(len(ran))
"""
    done = run(code)
    assert done.stdout.strip() == "3"
    assert "compiling once" in done.stderr
