"""Who said what: marks, cues, subjects, what is no quotation, and lineages."""

from __future__ import annotations

import pytest

from tests.build import corpus_of
from workbench.errors import WorkbenchError
from workbench.extractors.entities import entities
from workbench.extractors.quotes import quotes
from workbench.extractors.quotes.result import QUOTE_COLUMNS


def rows(*texts: str, language: str = "ar") -> list[dict]:
    return quotes(corpus_of(*texts, language=language)).table.to_dict("records")


def one(text: str, language: str = "ar") -> dict:
    (row,) = rows(text, language=language)
    return row


LEAD = "أجرى الرئيس الروسي فلاديمير بوتين اتصالاً مع الرئيس السوري أحمد الشرع.\n"


@pytest.mark.parametrize(
    ("text", "said", "speaker", "kind"),
    [
        ("قال بوتين: «نحن مستعدون للحوار».", "نحن مستعدون للحوار", "فلاديمير بوتين", "direct"),
        ("«نحن مستعدون للحوار»، قال بوتين.", "نحن مستعدون للحوار", "فلاديمير بوتين", "direct"),
        ("وقال الرئيس الروسي إن بلاده مستعدة للحوار.", "بلاده مستعدة للحوار", "فلاديمير بوتين", "indirect"),
        ("وأشار الشرع إلى أن بلاده تريد الاستقرار.", "بلاده تريد الاستقرار", "أحمد الشرع", "indirect"),
        ("وأشار الشرع إلى أهمية رفع العقوبات.", "أهمية رفع العقوبات", "أحمد الشرع", "indirect"),
        ("وأكد بوتين استعداد بلاده للمساعدة.", "استعداد بلاده للمساعدة", "فلاديمير بوتين", "indirect"),
        ("وكان بوتين قد أعلن أن روسيا «مستعدة للدعم».", "مستعدة للدعم", "فلاديمير بوتين", "direct"),
        ("الشرع: نريد رفع العقوبات", "نريد رفع العقوبات", "أحمد الشرع", "direct"),
        ("ووفقاً لبوتين، فإن الحوار مستمر بين الجانبين.", "الحوار مستمر بين الجانبين", "فلاديمير بوتين", "indirect"),
        ('ووصف بوتين المحادثات بأنها "بناءة".', "بناءة", "فلاديمير بوتين", "direct"),
        ("أعلن الكرملين، في وقت سابق، أن اللقاء انتهى.", "اللقاء انتهى", "الكرملين", "indirect"),
    ],
)
def test_statement_and_speaker(text: str, said: str, speaker: str, kind: str):
    found = rows(LEAD + text)
    assert [(row["text"], row["speaker"], row["kind"]) for row in found] == [(said, speaker, kind)]


def test_a_speaker_is_carried_on_and_flagged():
    _, second = rows(LEAD + "قال بوتين إن الحوار مستمر. وأضاف أن بلاده مستعدة.")
    assert second["speaker"] == "فلاديمير بوتين"
    assert "carried" in second["flags"].split()
    assert (second["speaker_text"], second["speaker_start"]) == ("", -1)


def test_a_participle_speaks_for_the_subject_of_its_sentence():
    first, second = rows(LEAD + "أعرب بوتين عن دعمه للشرع، مشدداً على عمق العلاقات التاريخية.")
    assert (first["text"], second["text"]) == ("دعمه للشرع", "عمق العلاقات التاريخية")
    assert first["speaker"] == second["speaker"] == "فلاديمير بوتين"


def test_the_unnamed_speak_without_an_entity_and_say_why():
    row = one("ونقلت وكالة رويترز عن مصدر سوري قوله إن الوفد سيصل غداً.")
    assert (row["speaker"], row["speaker_text"]) == ("", "مصدر سوري")
    assert "anonymous" in row["flags"]


def test_an_office_and_a_statement_speak_for_the_body():
    first = rows("أفاد المكتب الصحافي للكرملين بأن الاتصال تم بين الجانبين.")
    assert first[0]["speaker"] == "الكرملين"
    later = rows("في بيان صادر عن الكرملين، أكد بوتين دعمه. وأكد البيان أن المحادثات ركزت على القضايا المشتركة.")
    assert later[-1]["speaker"] == "الكرملين"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('قال بوتين إن مستقبل سوريا "الجديدة" مشرق.', "scare word"),
        ("التقى بوتين قائد «قسد» في موسكو.", "known name"),
        ("وقال بوتين لصحيفة «المساء الكبير» إن الحوار مستمر.", "named thing"),
        ("وتحدث عن القرار «1701» مطولاً.", "number"),
        ("كانت الأجواء «باردة جداً» في القاعة.", "no cue"),
    ],
)
def test_what_is_no_quotation_is_listed_with_its_reason(text: str, reason: str):
    found = quotes(corpus_of(LEAD + text))
    assert found.rejected["reason"].tolist() == [reason]
    assert "direct" not in set(found.table["kind"])


def test_an_unclosed_mark_ends_with_its_paragraph():
    row = one(LEAD + "قال بوتين: «نحن مستعدون للحوار\nوهذه فقرة أخرى.")
    assert row["text"] == "نحن مستعدون للحوار"
    assert "unclosed" in row["flags"]


def test_a_marked_fragment_keeps_its_clause():
    found = quotes(corpus_of(LEAD + 'أكد بوتين أن العلاقات "تاريخية وخاصة" منذ زمن.'))
    (row,) = found.table.to_dict("records")
    clause = found.corpus["p1"].text[row["clause_start"] : row["clause_end"]]
    assert row["text"] == "تاريخية وخاصة"
    assert clause == 'العلاقات "تاريخية وخاصة" منذ زمن'


def test_stance_comes_from_the_verb():
    stances = [one(LEAD + f"{verb} بوتين أن الأمر انتهى.")["stance"] for verb in ("أكد", "قال", "زعم")]
    assert stances == ["endorsing", "neutral", "distancing"]


def test_english_speech():
    lead = "President Vladimir Putin spoke. "
    assert one(lead + "Putin said that Russia was ready.", "en")["text"] == "Russia was ready"
    assert one(lead + "Putin said Russia was ready.", "en")["speaker"] == "Vladimir Putin"
    assert one(lead + "“We are ready,” said Putin.", "en")["text"] == "We are ready,"
    assert one(lead + "According to Putin, the talks were useful.", "en")["speaker"] == "Vladimir Putin"


def test_wordings_of_one_statement_are_one_lineage():
    found = quotes(
        corpus_of(
            "وصف الكرملين المحادثات بأنها «بنّاءة وموضوعية وعملية».",
            'وصف الكرملين المكالمة بأنها "بناءة وعملية".',
            "قال الكرملين إن الوفد غادر دمشق مساء الأربعاء.",
        )
    )
    assert found.table["lineage"].tolist() == ["l1", "l1", "l2"]
    first = found.lineages.iloc[0]
    assert (first["wording"], first["sources"]) == ("بنّاءة وموضوعية وعملية", ["p1", "p2"])


def test_matrix_counts_speakers_by_source():
    found = quotes(corpus_of("قال الكرملين إن الحوار مستمر.", "قال الكرملين إن الوفد غادر. وأضاف أن الزيارة انتهت."))
    assert found.matrix().loc["الكرملين"].to_dict() == {"p1": 1, "p2": 2}


def test_empty_corpus_gives_empty_tables():
    found = quotes(corpus_of())
    assert len(found) == 0
    assert found.matrix().empty
    assert list(found.table.columns)[:17] == list(QUOTE_COLUMNS)


@pytest.mark.parametrize("unseen", ["\u200f", "\u200c", "\u200b", "\ufeff", "\u00ad", "\u202a"])
def test_unseen_characters_change_no_speaker(unseen: str):
    found = rows(LEAD + f"وقال أحمد{unseen} الشر{unseen}ع إن الحوار مستمر.")
    assert [row["speaker"] for row in found] == ["أحمد الشرع"]


def test_results_of_another_corpus_are_refused():
    ours, theirs = corpus_of(LEAD), corpus_of(LEAD + "قال بوتين إن الحوار مستمر.")
    with pytest.raises(WorkbenchError, match="another corpus"):
        quotes(ours, entities(theirs))


@pytest.mark.parametrize("wrong", ["pages/", None, 5])
def test_wrong_arguments_say_what_is_needed(wrong: object):
    with pytest.raises(WorkbenchError, match=r"Corpus is needed here, and this is .* Hint: try wb\.load"):
        quotes(wrong)
    with pytest.raises(WorkbenchError, match=r"Corpus is needed here"):
        entities(wrong)
    with pytest.raises(WorkbenchError, match=r"Entities is needed here"):
        quotes(corpus_of(LEAD), "entities")


def test_marks_that_never_close_are_one_quotation():
    found = rows(LEAD + "قال بوتين: «الأمر مهم " * 3)
    assert [row["text"] for row in found if "unclosed" in row["flags"]] == [row["text"] for row in found]
    assert len(found) == 1


def test_an_english_noun_behind_a_possessor_is_no_cue():
    row = one('President Vladimir Putin said the group\'s offer was "a real gift".', "en")
    assert row["cue"] == "said"


def test_an_agency_that_is_credited_speaks_where_nobody_else_does():
    row = one("وصل الوفد إلى دمشق مساء الأربعاء، نقلاً عن وكالة رويترز.")
    assert (row["text"], row["speaker"]) == ("وصل الوفد إلى دمشق مساء الأربعاء", "رويترز")


def test_every_quotation_has_an_id_of_its_own():
    said = "قال الكرملين إن الحوار مستمر. وأضاف أن الزيارة انتهت. وتابع أن الوفد غادر."
    table = quotes(corpus_of(said, said, said)).table
    assert table["quote"].tolist() == [f"q{number}" for number in range(1, len(table) + 1)]
    assert len(table) == 9


def test_a_preposition_with_a_pronoun_opens_no_report():
    found = rows("رفض اسناد لي دوراً كبيراً في العمل.")
    assert not [row for row in found if "unknown-name" in row["flags"]]
