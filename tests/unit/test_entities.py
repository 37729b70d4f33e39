"""Who is named: titles, gazetteer, context, spellings, namesakes."""

from __future__ import annotations

import pytest

from tests.build import corpus_of
from workbench.errors import UnknownNameError
from workbench.extractors.entities import entities
from workbench.extractors.entities.variants import same_person_name, variant

PUTIN = "فلاديمير بوتين"


def found(*texts: str, language: str = "ar"):
    return entities(corpus_of(*texts, language=language))


def people(result) -> set[str]:
    return set(result.table.loc[result.table["type"] == "PER", "name"])


def test_spellings_surnames_and_roles_are_one_person():
    result = found(
        "أجرى الرئيس الروسي فلاديمير بوتين اتصالاً مع الرئيس السوري أحمد الشرع. وأعلن بوتين ذلك.",
        "قال الرئيس الروسي فلاديمير بوتن إنه مستعد. وأضاف بوتن أن الأمر انتهى، وتمنى الرئيس الروسي النجاح.",
    )
    assert people(result) == {PUTIN, "أحمد الشرع"}
    own = result.mentions[result.mentions["entity"] == PUTIN]
    assert sorted(own["rule"]) == ["role", "surname", "surname", "title", "title"]
    row = result.table.set_index("entity").loc[PUTIN]
    assert {"فلاديمير بوتن", "بوتين", "بوتن", "الرئيس الروسي"} <= set(row["aliases"])
    assert len(row["aliases"]) == len(row["reasons"])


@pytest.mark.parametrize(("a", "b"), [("ديمتري بيسكوف", "دميتري بيسكوف"), (PUTIN, "فلاديمير بوتن")])
def test_transliterations_vary(a: str, b: str):
    assert people(found(f"قال {a} إن الأمر انتهى.", f"أكد {b} ذلك.")) in ({a}, {b})


def test_native_names_that_look_alike_stay_apart():
    assert len(people(found("التقى سالم العلي نظيره.", "وصل سليم العلي إلى دمشق."))) == 2
    assert not variant("حسن", "حسين")
    assert same_person_name(("محمد", "شياع", "السوداني"), ("محمد", "السوداني")) == "shorter form"


def test_names_end_before_verbs_and_function_words():
    result = found("وقال وزير الدفاع مرهف أبو قصرة إن بلاده مستعدة. والتقى أسعد الشيباني أمس وفداً.")
    assert people(result) == {"مرهف أبو قصرة", "أسعد الشيباني"}


def test_namesakes_in_one_article_follow_the_last_full_name():
    text = "قالت الباحثة لمى العطرجي إن الأمر صعب. أما التاجر حازم العطرجي فخالفها. وأضاف العطرجي أن السوق هادئة."
    result = found(text)
    (bare,) = result.mentions[result.mentions["rule"] == "surname"].to_dict("records")
    assert bare["entity"] == "حازم العطرجي"


def test_a_role_of_nobody_known_stays_unresolved():
    result = found("قال الرئيس الأوكراني إن الحرب مستمرة.")
    assert people(result) == set()
    assert result.unresolved["text"].tolist() == ["الرئيس الأوكراني"]


def test_clitics_stay_outside_the_span():
    result = found("ولبوتين رأي. هكذا قال فلاديمير بوتين لسوريا ولدمشق.")
    assert {"بوتين", "سوريا", "دمشق"} <= set(result.mentions["text"])


def test_agency_credits_are_no_bodies_in_the_story():
    assert "رويترز" not in set(found("الرئيس الروسي فلاديمير بوتين (رويترز) في موسكو.").table["name"])


def test_english_names_titles_and_possessives():
    result = found(
        "Russian President Vladimir Putin spoke to Syria's leader. Putin's spokesman Dmitry Peskov said so.",
        language="en",
    )
    assert {"Vladimir Putin", "Dmitry Peskov"} == people(result)
    assert "Syria" in set(result.table["name"])


def test_one_name_in_two_scripts_is_one_person():
    corpus = corpus_of("قال الرئيس الروسي فلاديمير بوتين ذلك.")
    english = corpus_of("President Vladimir Putin said so.", language="en", prefix="e")
    from workbench.corpus import Corpus

    assert len(people(entities(Corpus([*corpus, *english])))) == 1


def test_graph_joins_who_stands_in_one_sentence():
    result = found("التقى فلاديمير بوتين أحمد الشرع في موسكو. وعاد أحمد الشرع إلى دمشق.")
    graph = result.graph()
    assert graph.has_edge(PUTIN, "أحمد الشرع")
    assert not graph.has_edge(PUTIN, "دمشق")
    assert graph.nodes[PUTIN]["type"] == "PER"


def test_pyvis_network_is_escaped():
    corpus = corpus_of("President Vladimir Putin said so.", language="en")
    result = entities(corpus)
    result.table.loc[0, "name"] = "<img src=x onerror=alert(1)>"
    assert "<img" not in str(result.to_pyvis().nodes)


def test_empty_corpus_gives_empty_tables():
    result = found()
    assert len(result) == 0
    assert list(result.table.columns)[:7] == ["entity", "name", "type", "aliases", "mentions", "articles", "sources"]
    assert len(result.graph()) == 0


def test_unknown_entity_is_an_error_with_a_hint():
    with pytest.raises(UnknownNameError, match=r"Hint: entities\.table"):
        found("لا أحد.").of("nobody")


def test_vowels_on_a_clitic_do_not_shift_the_span():
    result = found("قال فلاديمير بوتين ذلك. وَبوتين أكد الأمر. وَلِفلاديمير بوتين رأي.")
    assert set(result.mentions["text"]) == {"فلاديمير بوتين", "بوتين"}


def test_bodies_named_in_marks_behind_what_they_are():
    result = found("كتبت صحيفة «المساء الكبير» أن الاجتماع انتهى.")
    assert result.table[["name", "type"]].to_numpy().tolist() == [["المساء الكبير", "ORG"]]


def test_function_words_spelled_apart_from_names():
    assert people(found("وصل علي عبد القوي إلى القاهرة، على ما قال مصدر.")) == {"علي عبد القوي"}


def test_a_place_and_a_body_are_one_in_two_languages():
    from workbench.corpus import Corpus

    arabic = corpus_of("أعلن الكرملين في موسكو أن سوريا مستعدة.")
    english = corpus_of("The Kremlin said in Moscow that Syria was ready.", language="en", prefix="e")
    table = entities(Corpus([*arabic, *english])).table
    assert table[["name", "mentions"]].sort_values("name").to_numpy().tolist() == [
        ["الكرملين", 2],
        ["سوريا", 2],
        ["موسكو", 2],
    ]
