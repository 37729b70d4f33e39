from __future__ import annotations

import datetime as dt
import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from workbench.corpus import Article, Block, BlockKind, Corpus
from workbench.errors import UnknownNameError, WorkbenchError
from workbench.extractors.overlap import overlap
from workbench.extractors.overlap.order import first
from workbench.extractors.overlap.result import CAPPED_COLUMNS, FLOW_COLUMNS, PAIR_COLUMNS, PASSAGE_COLUMNS

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
SAID = "اتفق الجانبان على مواصلة الاتصالات وتعزيز التعاون في المستقبل القريب بين البلدين"
OTHER = "زار وفد من الغرفة التجارية معرض الزهور الذي افتتح أمس في حديقة المدينة"
EVENING = dt.datetime(2025, 2, 12, 20)


def page(
    name: str,
    *parts: str | tuple[BlockKind, str],
    source: str = "",
    published: dt.date | None = None,
    language: str = "ar",
) -> Article:
    """An article whose parts stand on lines of their own; a part without a kind is body."""
    text, blocks = "", []
    for part in parts:
        kind, content = ("body", part) if isinstance(part, str) else part
        blocks.append(Block(len(text), len(text) + len(content), kind))
        text += content + "\n"
    return Article(name, source or name, "", published, "", "", language, text, tuple(blocks), name)


def spans(found: object, passage: int = 0) -> tuple[str, str]:
    row = found.passages.iloc[passage]  # type: ignore[attr-defined]
    corpus = found.corpus  # type: ignore[attr-defined]
    return corpus[row.a].text[row.a_start : row.a_end], corpus[row.b].text[row.b_start : row.b_end]


def test_a_copy_stands_whole_in_the_page_that_holds_it() -> None:
    found = overlap(Corpus([page("a", SAID), page("b", OTHER, SAID, OTHER)]))
    (pair,) = found.pairs.to_dict("records")
    assert (pair["a"], pair["b"], pair["words"], pair["a_in_b"]) == ("a", "b", 12, 1.0)
    assert 0 < pair["b_in_a"] < 0.5
    assert spans(found) == (SAID, SAID)
    assert found.passages.loc[0, "similarity"] == 1.0
    assert found.passages.loc[0, "passage"] == "p1"


def test_spelling_is_folded_and_the_original_is_given() -> None:
    vowelled = SAID.replace("اتفق", "اتَّفقَ").replace("على", "علــى")
    found = overlap(Corpus([page("a", SAID), page("b", f"«{vowelled}».")]))
    assert found.pairs.loc[0, "a_in_b"] == 1.0
    assert spans(found) == (SAID, vowelled)


def test_arabic_and_english_stand_in_one_corpus() -> None:
    words = "The two presidents agreed to continue their contacts in the near future"
    english = [page(name, text, language="en") for name, text in (("c", words), ("d", "Reported: " + words.upper()))]
    found = overlap(Corpus([page("a", SAID), page("b", SAID), *english]))
    assert found.pairs[["a", "b"]].to_numpy().tolist() == [["a", "b"], ["c", "d"]]
    assert spans(found, 1) == (words, words.upper())


def test_what_is_no_content_is_not_compared() -> None:
    found = overlap(Corpus([page("a", ("caption", SAID), OTHER), page("b", ("related", SAID))]))
    assert found.pairs.empty


def test_no_shingle_crosses_from_the_title_into_the_body() -> None:
    words = SAID.split()
    whole, head, tail = SAID, " ".join(words[:4]), " ".join(words[4:8])
    assert overlap(Corpus([page("a", ("title", head), tail), page("b", whole)])).pairs.empty
    assert len(overlap(Corpus([page("a", head, tail), page("b", whole)])).pairs) == 1


def test_paragraph_breaks_do_not_divide_a_passage() -> None:
    words = SAID.split()
    found = overlap(Corpus([page("a", SAID), page("b", " ".join(words[:6]), " ".join(words[6:]))]))
    assert found.pairs.loc[0, "a_in_b"] == 1.0
    assert len(found.passages) == 1


def test_a_caption_in_between_cuts_the_passage_and_not_the_containment() -> None:
    words = SAID.split()
    head, tail = " ".join(words[:6]), " ".join(words[6:])
    found = overlap(Corpus([page("a", SAID), page("b", head, ("caption", OTHER), tail)]))
    assert found.pairs.loc[0, ["words", "a_in_b"]].tolist() == [12, 1.0]
    assert [spans(found, n) for n in range(2)] == [(head, head), (tail, tail)]


def test_words_told_in_two_passages_count_once_in_the_pair() -> None:
    found = overlap(Corpus([page("a", SAID), page("b", SAID, OTHER, SAID)]))
    assert len(found.passages) == 2
    assert found.pairs.loc[0, "words"] == 12


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (dt.date(2025, 2, 12), dt.date(2025, 2, 13), "a"),
        (dt.date(2025, 2, 13), dt.date(2025, 2, 12), "b"),
        (dt.date(2025, 2, 12), dt.date(2025, 2, 12), ""),
        (None, dt.date(2025, 2, 12), ""),
        (EVENING, dt.date(2025, 2, 12), ""),
        (EVENING, dt.date(2025, 2, 13), "a"),
        (EVENING, EVENING + dt.timedelta(minutes=1), "a"),
        (EVENING.replace(tzinfo=dt.UTC), EVENING, ""),
        (EVENING.replace(tzinfo=dt.UTC), EVENING.replace(tzinfo=dt.timezone(dt.timedelta(hours=3))), "b"),
    ],
)
def test_who_was_first_is_never_a_guess(a: dt.date | None, b: dt.date | None, expected: str) -> None:
    assert first(page("a", SAID, published=a), page("b", SAID, published=b)) == expected


def test_the_matrix_by_source_counts_the_shingles_of_an_outlet_once() -> None:
    corpus = Corpus([page("a", SAID, source="س"), page("b", SAID, source="س"), page("c", SAID, OTHER, source="ص")])
    matrix = overlap(corpus).matrix()
    assert matrix.loc["س", "ص"] == 1.0
    assert 0 < matrix.loc["ص", "س"] < 0.5
    assert np.isnan(np.diag(matrix)).all()


def test_the_matrix_by_article_agrees_with_the_pairs() -> None:
    found = overlap(Corpus([page("a", SAID), page("b", SAID, OTHER), page("c", "قصير")]))
    matrix = found.matrix(by="article")
    assert matrix.loc["a", "b"] == found.pairs.loc[0, "a_in_b"]
    assert matrix.loc["b", "a"] == found.pairs.loc[0, "b_in_a"]
    assert matrix.loc["a", "c"] == 0
    assert matrix.loc["c"].isna().all()  # no shingle: no share
    with pytest.raises(WorkbenchError, match="Hint"):
        found.matrix(by="author")  # type: ignore[arg-type]


def test_flow_follows_the_dates() -> None:
    days = [dt.date(2025, 2, day) for day in (12, 13)]
    corpus = Corpus(
        [
            page("a", SAID, source="س", published=days[1]),
            page("b", SAID, OTHER, source="ص", published=days[0]),
            page("c", SAID, source="ص", published=days[0]),
            page("d", SAID, source="ع"),
        ]
    )
    flow = overlap(corpus).flow()
    assert flow.to_dict("records") == [
        {"first_source": "ص", "later_source": "س", "words": 12, "share": 1.0, "pairs": 2}
    ]


def test_capped_shingles_are_reported_and_still_count() -> None:
    pages = [page(f"p{n}", SAID, " ".join(f"{n}{letter}" for letter in "abcdefg")) for n in range(4)]
    pages += [page("x", SAID, OTHER), page("y", OTHER, SAID)]
    found = overlap(Corpus(pages), cap=5)
    assert found.pairs[["a", "b"]].to_numpy().tolist() == [["x", "y"]]  # SAID alone makes no pair
    assert found.capped.loc[0, "articles"] == 6
    assert " ".join(SAID.split()[:4]) in set(found.capped["shingle"])
    assert found.pairs.loc[0, "words"] == 25
    assert found.pairs.loc[0, "a_in_b"] == pytest.approx(overlap(Corpus(pages)).pairs.iloc[-1]["a_in_b"])
    assert "capped" in repr(found)


def test_the_passages_between_two_articles() -> None:
    found = overlap(Corpus([page("a", SAID), page("b", SAID), page("c", SAID)]))
    assert found.between("c", "a")["passage"].tolist() == ["p2"]
    with pytest.raises(UnknownNameError, match="Hint"):
        found.between("a", "nobody")


@pytest.mark.parametrize(
    "articles", [[], [page("a", SAID)], [page("a", SAID), page("b", OTHER)], [page("a"), page("b")]]
)
def test_nothing_shared_gives_empty_frames_of_the_right_kind(articles: list[Article]) -> None:
    found = overlap(Corpus(articles))
    given = (found.pairs, found.passages, found.capped, found.flow())
    full = overlap(Corpus([page("a", SAID), page("b", SAID)]))
    for frame, columns in zip(given, (PAIR_COLUMNS, PASSAGE_COLUMNS, CAPPED_COLUMNS, FLOW_COLUMNS), strict=True):
        assert list(frame.columns) == list(columns)
        assert frame.empty
    assert found.pairs.dtypes.equals(full.pairs.dtypes)
    assert found.passages.dtypes.equals(full.passages.dtypes)
    assert found.matrix().shape == (len(articles), len(articles))
    assert found.matrix(by="article").shape == (len(articles), len(articles))


@pytest.mark.parametrize("option", [{"k": 0}, {"min_words": 0}, {"gap": -1}, {"cap": 1}])
def test_an_option_out_of_range_says_so(option: dict[str, int]) -> None:
    with pytest.raises(WorkbenchError, match="Hint"):
        overlap(Corpus([]), **option)  # type: ignore[arg-type]


@pytest.mark.parametrize("k", [1, 2, 3, 4, 7])
def test_any_k_counts_what_a_plain_count_finds(k: int) -> None:
    texts = [SAID, f"{SAID} {OTHER}", f"{OTHER} {SAID[:40]}"]
    found = overlap(Corpus([page(f"p{n}", text) for n, text in enumerate(texts)]), k=k)
    sets = [{tuple(words[n : n + k]) for n in range(len(words) - k + 1)} for words in map(str.split, texts)]
    matrix = found.matrix(by="article").to_numpy()
    for a, b in combinations(range(3), 2):
        assert matrix[a, b] == pytest.approx(len(sets[a] & sets[b]) / len(sets[a]))
        assert matrix[b, a] == pytest.approx(len(sets[a] & sets[b]) / len(sets[b]))


def test_many_articles_show_a_bar_and_fit_the_postings(capfd: pytest.CaptureFixture[str]) -> None:
    pages = [
        page(f"p{n}", " ".join(f"{n}x{m}" for m in range(6)), *([SAID] if n % 100 == 0 else [])) for n in range(501)
    ]
    found = overlap(Corpus(pages))
    assert len(found.pairs) == 6 * 5 / 2
    assert "pairs" in capfd.readouterr().err


def seed_pages() -> Corpus:
    """The seed pages, each line a body block; of 001 the sentences before its related stories."""
    pages = []
    for path in sorted(SEEDS.glob("*.txt")):
        text, name = path.read_bytes().decode("utf-8"), path.name[:3]
        end = len(text.partition("مقالات ذات صلة")[0])
        lines = [line for line in re.finditer(r"\S[^\n]*", text) if line.end() <= end]
        if end < len(text):
            lines = [line for line in lines if line.group().rstrip().endswith(".")]
        blocks = tuple(Block(line.start(), line.end(), "body") for line in lines)
        pages.append(Article(name, name, "", None, "", "", "ar", text, blocks, path.name))
    return Corpus(pages)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed pages are not on this machine")
def test_on_the_seeds_one_page_is_a_copy_and_no_other_is() -> None:
    found = overlap(seed_pages())
    matrix = found.matrix(by="article")
    assert matrix.loc["003", "001"] >= 0.95
    cells = {
        (a, b): matrix.loc[a, b] for a in matrix.index for b in matrix.columns if {a, b} != {"001", "003"} and a != b
    }
    assert max(cells.values()) <= 0.02
    long = found.between("001", "003")
    assert long["words"].sum() >= 380


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed pages are not on this machine")
def test_on_the_seeds_as_they_are_loaded() -> None:
    loaders = pytest.importorskip("workbench.loaders")
    if not hasattr(loaders, "load"):
        pytest.skip("there is no loader yet")
    corpus = loaders.load(SEEDS)
    copied, holder = (next(one.id for one in corpus if name in one.origin) for name in ("003_", "001_"))
    matrix = overlap(corpus).matrix(by="article")
    assert matrix.loc[copied, holder] >= 0.95
    apart = [(a, b) for a in matrix.index for b in matrix.columns if a != b and {a, b} != {copied, holder}]
    assert max(matrix.loc[a, b] for a, b in apart) <= 0.02


def test_every_share_leads_to_the_words_it_counts():
    from workbench import samples

    found = overlap(samples.phone_call())
    told = {frozenset(pair) for pair in zip(found.passages["a"], found.passages["b"], strict=True)}
    sharing = found.pairs[(found.pairs["a_in_b"] > 0) | (found.pairs["b_in_a"] > 0)]
    assert {frozenset(pair) for pair in zip(sharing["a"], sharing["b"], strict=True)} <= told
