"""Agreement of coders, rules and gold: the measures on published figures, and who is compared with whom on what."""

from __future__ import annotations

import itertools
import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests.build import article_of
from tests.unit.judged import PAGES, PUTIN, SAID, SHARAA, corpus, found, place
from workbench.corpus import Corpus
from workbench.errors import LoadError, UnknownNameError, WorkbenchError
from workbench.extractors.quotes import Quotes, quotes
from workbench.extractors.quotes.agreement_measures import Spanned, Units, alpha, interval, kappa, match, shares


def one(frame: pd.DataFrame, part: str = "span") -> dict:
    (row,) = frame[frame["part"] == part].to_dict("records")
    return row


def more() -> tuple[int, int]:
    return place(PAGES["one"], "كلام آخر")


# The measures


def units(*readers: str) -> Units:
    """A column a unit, a row a reader; a full stop where one says nothing."""
    made = Units()
    for number, column in enumerate(zip(*readers, strict=True)):
        made.add(f"p{number % 3}", {str(n): label for n, label in enumerate(column) if label != "."})
    return made


def test_alpha_is_that_of_the_literature():
    # Krippendorff 2004, chapter 11, section C: four observers, twelve units, values missing
    four = units("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
    assert alpha(four.coded()) == pytest.approx(0.743, abs=0.0005)
    # the same book, section A: two observers, ten binary units
    assert alpha(units("0100000000", "1110010010").coded()) == pytest.approx(0.095, abs=0.0005)


def test_kappa_is_that_of_its_formula():
    first = [0] * 88 + [0] * 14 + [0] * 18 + [1] * 10 + [1] * 40 + [1] * 10 + [2] * 2 + [2] * 6 + [2] * 12
    second = [0] * 88 + [1] * 14 + [2] * 18 + [0] * 10 + [1] * 40 + [2] * 10 + [0] * 2 + [1] * 6 + [2] * 12
    value, observed, expected = kappa(first, second)
    by_hand = 120 / 200 * 100 / 200 + 60 / 200 * 60 / 200 + 20 / 200 * 40 / 200
    assert (observed, expected) == (pytest.approx(140 / 200), pytest.approx(by_hand))
    assert value == pytest.approx((0.7 - by_hand) / (1 - by_hand))
    assert kappa([0, 1], [1, 0])[0] == pytest.approx(-1)


def test_weights_say_how_often_something_counts():
    a, b = [0, 1, 1, 0], [0, 1, 0, 0]
    assert kappa(a, b, [1, 2, 0, 3]) == pytest.approx(kappa([0, 1, 1, 0, 0, 0], [0, 1, 1, 0, 0, 0]))
    two = units("0110", "0100")
    thrice = units("01100", "01000"[:4] + "0")
    assert alpha(two.coded(), [1, 1, 1, 2]) == pytest.approx(alpha(thrice.coded()))
    counts = np.array([[2.0, 3, 1], [4, 4, 4]])
    assert shares(counts, [2, 0]) == pytest.approx((0.5, 1 / 3, 0.4))


def brute(a: list[Spanned], b: list[Spanned], overlap: float) -> tuple[int, float]:
    """The most pairs and the most overlap, by trying everything."""

    def share(x: Spanned, y: Spanned) -> float:
        shared = min(x.end, y.end) - max(x.start, y.start)
        return max(0, shared) / (max(x.end, y.end) - min(x.start, y.start))

    best = (0, 0.0)
    longer, shorter = (a, b) if len(a) >= len(b) else (b, a)
    for order in itertools.permutations(longer, len(shorter)):
        kept = [s for s in map(share, order, shorter) if s >= overlap]
        best = max(best, (len(kept), round(sum(kept), 9)))
    return best


def test_spans_are_matched_as_well_as_can_be():
    random = np.random.default_rng(7)
    greedy_fails = 0
    for _ in range(250):
        sides = []
        for count in random.integers(0, 6, size=2):
            drawn = zip(random.integers(0, 14, size=count), random.integers(1, 12, size=count), strict=True)
            sides.append([Spanned(int(start), int(start + length)) for start, length in drawn])
        a, b = sides
        for overlap in (0.1, 0.5):
            pairs = match(a, b, overlap)
            assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
            shares_of = [
                (min(a[i].end, b[j].end) - max(a[i].start, b[j].start))
                / (max(a[i].end, b[j].end) - min(a[i].start, b[j].start))
                for i, j in pairs
            ]
            assert (len(pairs), round(sum(shares_of), 9)) == brute(a, b, overlap)
            assert all(share >= overlap for share in shares_of)
            greedy_fails += len(_greedy(a, b, overlap)) < len(pairs)
    assert greedy_fails, "the likest first would not do"


def _greedy(a: list[Spanned], b: list[Spanned], overlap: float) -> list[tuple[int, int]]:
    scored = sorted(
        (
            -(min(x.end, y.end) - max(x.start, y.start)) / (max(x.end, y.end) - min(x.start, y.start)),
            i,
            j,
        )
        for i, x in enumerate(a)
        for j, y in enumerate(b)
    )
    pairs: list[tuple[int, int]] = []
    for share, i, j in scored:
        if -share >= overlap and all(i != k and j != m for k, m in pairs):
            pairs.append((i, j))
    return pairs


def test_of_two_quotations_in_one_span_each_is_its_own():
    a = [Spanned(0, 5, "q1"), Spanned(0, 5, "q2")]
    assert match(a, [Spanned(0, 5, "q2"), Spanned(0, 5, "q1")], 0.8) == [(0, 1), (1, 0)]


def test_an_interval_is_drawn_by_article_and_always_the_same():
    articles = [f"p{n // 10}" for n in range(100)]
    values = np.array([n % 2 for n in range(100)])
    low, high = interval(articles, lambda weights: float(weights @ values / weights.sum()), 0)
    assert (low, high) == (0.5, 0.5), "every article is half right, so is every draw"
    values = np.array([n // 10 % 2 for n in range(100)])

    def mean(weights: np.ndarray) -> float:
        return float(weights @ values / weights.sum())

    assert interval(articles, mean, 0) == interval(articles, mean, 0)
    low, high = interval(articles, mean, 0)
    assert low < 0.3, "whole articles are wrong"
    assert high > 0.7, "or right"
    assert all(map(math.isnan, interval(["p"] * 9, lambda _: 1.0, 0)))
    assert all(map(math.isnan, interval(articles, lambda _: float("nan"), 0)))


# Who is compared with whom on what


def test_the_tool_against_a_coder_counts_what_he_judged_and_what_he_added():
    said = found(corpus()).accept("q1", coder="ليلى").reject("q2", coder="ليلى").add("one", *more(), coder="ليلى")
    row = one(said.agreement("ليلى"))
    assert (row["a"], row["b"], row["articles"]) == ("tool", "ليلى", 1)
    assert (row["spans_a"], row["spans_b"], row["matched"]) == (2, 2, 1)
    assert (row["precision"], row["recall"], row["f1"]) == (0.5, 0.5, 0.5)
    assert row["items"] == 2
    assert "one article: no interval" in row["note"]
    assert math.isnan(row["f1_low"])
    assert one(said.agreement())["b"] == "ليلى"
    assert one(said.agreement("tool"))["b"] == "ليلى"
    assert one(said.agreement("tool", "ليلى"))["f1"] == 0.5


def test_what_is_not_judged_counts_neither_for_nor_against():
    said = found(corpus()).accept("q3", coder="ليلى")
    row = one(said.agreement("ليلى"))
    assert (row["spans_a"], row["spans_b"], row["f1"]) == (1, 1, 1.0)
    said.accept("q3", coder="سامي").accept("q4", coder="سامي")
    row = one(said.agreement("ليلى", "سامي"))
    assert (row["spans_a"], row["spans_b"], row["items"]) == (1, 1, 1)
    said.correct("q5", end=said.table.set_index("quote").loc["q5", "end"] - 1, coder="سامي")
    assert one(said.agreement("ليلى", "سامي"))["spans_b"] == 1, "a corrected span is the same quotation"


def test_two_coders_on_the_same_quotations():
    said = found(corpus())
    for quote, verdicts in zip(["q1", "q2", "q3", "q4", "q5", "q6"], ["++", "+-", "--", "++", "-+", "++"], strict=True):
        for coder, verdict in zip(("ليلى", "سامي"), verdicts, strict=True):
            said.accept(quote, coder=coder) if verdict == "+" else said.reject(quote, coder=coder)
    row = one(said.agreement())
    assert (row["a"], row["b"]) == ("سامي", "ليلى")
    assert (row["items"], row["observed"]) == (6, pytest.approx(4 / 6))
    assert row["expected"] == pytest.approx(4 / 6 * 4 / 6 + 2 / 6 * 2 / 6)
    assert row["kappa"] == pytest.approx((4 / 6 - 20 / 36) / (1 - 20 / 36))
    assert (row["spans_a"], row["spans_b"], row["matched"], row["precision"]) == (4, 4, 3, 0.75)
    assert row["f1_low"] <= row["f1"] <= row["f1_high"]
    assert row["kappa_low"] <= row["kappa"] <= row["kappa_high"]
    again = one(said.agreement("سامي", "ليلى"))
    assert again == pytest.approx(row, nan_ok=True)


def test_a_part_is_right_where_both_say_the_same():
    said = found(corpus())
    for quote in ("q1", "q2", "q3", "q6"):
        said.accept(quote, coder="ليلى")
    said.correct("q1", speaker=SHARAA, coder="سامي").accept("q2", coder="سامي")
    said.correct("q3", kind="indirect", coder="سامي").accept("q6", coder="سامي")
    table = said.agreement("سامي", "ليلى", parts=["speaker", "kind"])
    assert table["part"].tolist() == ["speaker", "kind"]
    speaker, kind = one(table, "speaker"), one(table, "kind")
    assert (speaker["matched"], speaker["right"], speaker["f1"]) == (4, 3, 0.75)
    assert speaker["observed"] == 0.75
    assert speaker["expected"] == pytest.approx(1 / 4 * 2 / 4 + 3 / 4 * 2 / 4)
    assert (kind["right"], kind["kappa"]) == (3, pytest.approx(0.0))
    stance = one(said.agreement("سامي", "ليلى", parts="stance"), "stance")
    assert math.isnan(stance["kappa"])
    assert (stance["observed"], stance["f1"]) == (1.0, 1.0)
    assert "one category only" in stance["note"]


def test_how_far_spans_may_differ():
    said = found(corpus()).accept("q1", coder="ليلى")
    start = place(PAGES["one"], "مستعدون للحوار")[0]
    said.correct("q1", start=start, coder="سامي")
    assert one(said.agreement("ليلى", "سامي"))["matched"] == 0
    assert one(said.agreement("ليلى", "سامي", overlap=0.7))["matched"] == 1
    assert one(said.agreement("ليلى", "سامي"))["items"] == 1, "both have decided on what they were shown"
    (row,) = said.disagreements("ليلى", "سامي").to_dict("records")
    assert (row["differ"], row["quote"]) == ("span", "q1")
    assert row["b"].split("-")[0] == str(start)


def test_three_coders_have_pairs_and_one_alpha():
    said = found(corpus())
    codes = {"أ": "+-+.+", "ب": "+-++-", "ج": "+.+-+"}
    for coder, verdicts in codes.items():
        for number, verdict in enumerate(verdicts, start=1):
            if verdict == "+":
                said.accept(f"q{number}", coder=coder)
            elif verdict == "-":
                said.reject(f"q{number}", coder=coder)
    table = said.agreement(parts="span")
    assert list(zip(table["a"], table["b"], strict=True)) == [("أ", "ب"), ("أ", "ج"), ("ب", "ج"), ("all", "")]
    row = table.iloc[-1]
    assert row["alpha"] == pytest.approx(alpha(units(*codes.values()).coded()))
    assert (row["items"], row["note"]) == (5, "3 coders")
    assert math.isnan(row["f1"])
    pair = table.iloc[0]
    assert pair["alpha"] == pytest.approx(alpha(units(codes["أ"], codes["ب"]).coded()))


def test_nearly_the_same_added_by_several_is_one_item():
    said = found(corpus())
    start, end = more()
    for coder, cut in (("أ", 0), ("ب", 1), ("ج", 0)):
        said.add("one", start, end - cut, speaker=PUTIN if coder == "أ" else SHARAA, coder=coder)
    row = one(said.agreement(parts="speaker").query("a == 'all'"), "speaker")
    assert row["items"] == 1
    assert one(said.agreement("أ", "ب"))["matched"] == 1


@pytest.mark.parametrize("parts", ["span", "speaker", "kind", "stance"])
def test_nothing_to_compare_is_told(parts):
    said = found(corpus())
    row = one(said.agreement(parts=parts), parts)
    assert (row["items"], row["note"]) == (0, "nobody has judged anything")
    assert said.disagreements().empty
    said.accept("q1", coder="ليلى").accept("q3", coder="سامي")
    row = one(said.agreement(parts=parts), parts)
    assert "no article that both have read" in row["note"]
    assert math.isnan(row["f1"])
    assert math.isnan(row["kappa"])
    none = Quotes(*_nothing())
    assert none.agreement()["note"].tolist() == ["nobody has judged anything"] * 4


def _nothing() -> tuple:
    said = quotes(Corpus([article_of("كلام لا قول فيه.")]))
    assert said.table.empty
    return said.corpus, said.entities, said.table.drop(columns="verdict"), said.lineages


def test_all_rejected_has_no_quotation_to_match():
    said = found(corpus()).reject("q1", coder="ليلى").reject("q1", coder="سامي")
    row = one(said.agreement())
    assert (row["items"], row["observed"], row["spans_a"]) == (1, 1.0, 0)
    assert math.isnan(row["f1"])
    assert math.isnan(row["kappa"])
    assert "one category only" in row["note"]
    assert "no quotation of سامي" in row["note"]


def gold_rows() -> list[dict]:
    return [
        {"page": "one", "text": SAID["one"][0][0], "nth": 1, "kind": "direct", "speaker": PUTIN, "stance": "neutral"},
        {"page": "one", "text": "كلام آخر", "nth": 1, "kind": "indirect", "speaker": "", "stance": "neutral"},
        {"page": "two", "text": "نعم", "nth": 2, "kind": "direct", "speaker": "الشرع", "stance": "neutral"},
        {"page": "two", "text": "نعم", "nth": 1, "kind": "rejected", "speaker": "", "stance": ""},
        {"page": "elsewhere", "text": "كلام", "nth": 1, "kind": "direct", "speaker": "", "stance": ""},
    ]


def test_the_tool_against_a_gold():
    said = found(corpus())
    table = said.agreement(gold=pd.DataFrame(gold_rows()))
    row = one(table)
    assert (row["a"], row["b"], row["articles"]) == ("tool", "gold", 2)
    assert (row["spans_a"], row["spans_b"], row["matched"]) == (5, 3, 2)
    assert (row["precision"], row["recall"]) == (0.4, pytest.approx(2 / 3))
    assert row["items"] == 3, "with what both the tool and the gold have decided on"
    speaker = one(table, "speaker")
    assert (speaker["matched"], speaker["right"]) == (2, 1)
    differ = said.disagreements("tool", gold=pd.DataFrame(gold_rows()))
    assert sorted(differ["differ"]) == ["only a", "only a", "only b", "speaker", "verdict"]
    assert all(said.corpus[r.article].text[r.start : r.end] == r.text for r in differ.itertuples())


def test_gold_is_read_from_both_kinds_of_table(tmp_path: Path):
    said = found(corpus())
    wanted = one(said.agreement(gold=pd.DataFrame(gold_rows())), "speaker")
    rows = gold_rows()
    nth = tmp_path / "gold.tsv"
    nth.write_text(
        "\t".join(rows[0]) + "\n" + "".join("\t".join(map(str, row.values())) + "\n" for row in rows), encoding="utf-8"
    )
    placed = tmp_path / "gold.csv"
    with_spans = [
        {"article": r["page"], "start": s, "end": e, "kind": r["kind"], "speaker": r["speaker"], "stance": r["stance"]}
        for r in rows[:4]
        for s, e in [place(PAGES[r["page"]], r["text"], r["nth"])]
    ]
    pd.DataFrame(with_spans).to_csv(placed, index=False, encoding="utf-8-sig")
    for gold in (nth, str(placed), pd.DataFrame(with_spans)):
        assert one(said.agreement(gold=gold), "speaker") == pytest.approx(wanted, nan_ok=True)


def test_a_file_of_judgements_is_a_gold(tmp_path: Path):
    said = found(corpus()).accept("q1", coder="ليلى").reject("q2", coder="ليلى")
    said.reject("q1", coder="ليلى").accept("q1", coder="سامي")
    path = said.save_judgements(tmp_path / "adjudicated.csv")
    row = one(found(corpus()).agreement(gold=path))
    assert (row["spans_a"], row["spans_b"], row["matched"], row["items"]) == (2, 1, 1, 2)


def test_a_coder_against_a_gold():
    said = found(corpus()).accept("q1", coder="ليلى").reject("q2", coder="ليلى")
    table = said.agreement("ليلى", gold=pd.DataFrame(gold_rows()))
    row = one(table)
    assert (row["a"], row["articles"], row["spans_a"], row["spans_b"], row["recall"]) == ("ليلى", 1, 1, 2, 0.5)
    assert said.agreement(gold=pd.DataFrame(gold_rows()), parts="span")["a"].tolist() == ["tool", "ليلى"]


def test_a_second_table_against_a_gold():
    second = pd.DataFrame(gold_rows()[:1])
    said = found(corpus())
    row = one(said.agreement(second, gold=pd.DataFrame(gold_rows())))
    assert (row["a"], row["b"], row["articles"]) == ("table", "gold", 1)
    assert (row["spans_a"], row["spans_b"], row["precision"], row["recall"]) == (1, 2, 1, 0.5)
    differ = said.disagreements(second, gold=pd.DataFrame(gold_rows()))
    assert differ[["article", "text", "differ"]].values.tolist() == [["one", "كلام آخر", "only b"]]


def test_disagreements_are_listed_with_what_each_says():
    said = found(corpus())
    said.accept("q1", coder="ليلى").correct("q1", speaker=SHARAA, coder="سامي")
    said.reject("q2", coder="ليلى").accept("q2", coder="سامي")
    said.add("one", *more(), coder="سامي").accept("q3", coder="سامي")
    rows = said.disagreements("ليلى", "سامي")
    assert list(rows.columns) == ["article", "start", "end", "text", "differ", "a", "b", "quote"]
    assert list(zip(rows["differ"], rows["a"], rows["b"], rows["quote"], strict=True)) == [
        ("speaker", PUTIN, SHARAA, "q1"),
        ("verdict", "none", "quotation", "q2"),
        ("only b", "", "quotation", "a1"),
    ]
    assert rows["text"].tolist() == [SAID["one"][0][0], SAID["one"][1][0], "كلام آخر"]


@pytest.mark.parametrize(
    ("what", "error", "match"),
    [
        (lambda q: q.agreement("زيد"), UnknownNameError, r"no coder is called 'زيد'.*Hint: 'ليلى'"),
        (lambda q: q.agreement(overlap=0), WorkbenchError, r"0 is no overlap.*Hint"),
        (lambda q: q.agreement(parts="cue"), WorkbenchError, r"'cue' is no part.*Hint: one of span"),
        (lambda q: q.agreement("ليلى", "tool", gold=pd.DataFrame()), WorkbenchError, "both a second name and a gold"),
        (lambda q: q.agreement(pd.DataFrame(gold_rows())), WorkbenchError, "a table is measured against a gold"),
        (lambda q: q.agreement(gold="none.tsv"), LoadError, "there is no file 'none.tsv'"),
        (lambda q: q.agreement(gold=3), WorkbenchError, "int is no gold"),
        (lambda q: q.agreement(gold=pd.DataFrame({"page": ["one"]})), LoadError, r"has no columns.*Hint: page"),
        (
            lambda q: q.agreement(gold=pd.DataFrame({"page": ["one"], "text": ["غياب"]})),
            LoadError,
            "row 2: 'غياب' does not stand there 1 times",
        ),
        (
            lambda q: q.agreement(gold=pd.DataFrame({"page": ["one"], "start": [7], "end": [3]})),
            LoadError,
            "row 2: 7-3 is no span of 'one'",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(what, error, match):
    said = found(corpus()).accept("q1", coder="ليلى")
    with pytest.raises(error, match=match):
        what(said)
