"""Names that another page announces, short names of bodies, places that look like people, words that are no names."""

from __future__ import annotations

import pytest

from tests.build import article_of
from workbench.corpus import Corpus
from workbench.extractors.entities import Entities, entities


def read(*pages: str) -> Entities:
    """The entities of some pages; a page in Latin letters is English."""
    languages = ["en" if text[0].isascii() else "ar" for text in pages]
    articles = [article_of(text, name=f"p{n}", language=languages[n]) for n, text in enumerate(pages)]
    return entities(Corpus(articles), edits=False, progress=False)


def named(found: Entities, kind: str, page: int | None = None) -> list[str]:
    """What a corpus, or one page of it, names of one type, as it is spelled, in order; roles left out."""
    own = found.mentions[found.mentions["rule"] != "role"]
    own = own if page is None else own[own["article"] == found.corpus[page].id]
    return own.loc[own["type"] == kind, "text"].tolist()


def one_entity(found: Entities, *texts: str) -> bool:
    """Whether all mentions with these texts are one entity, and each is there."""
    own = found.mentions[found.mentions["text"].isin(texts)]
    return set(own["text"]) == set(texts) and own["entity"].nunique() == 1


HEARD = [
    ("Coach Thibault Makengo resigned on Monday.", "أما تيبو ماكينغو، صاحب القرار الصعب، فبقي صامتا.", "تيبو ماكينغو"),
    (
        "Captain Lorenzo Batistuta lifted the cup.",
        "عند 09:40 لورينزو باتيستوتا من غرفة الملابس يشكر الجمهور.",
        "لورينزو باتيستوتا",
    ),
    ("Engineer Dragan Petrovski built the tower.", "في القاعة بقي دراغان بتروفسكي وحده حتى المساء.", "دراغان بتروفسكي"),
    (
        "قال القبطان ألفونسو ماغالونا إن الرحلة طويلة.",
        "Then comes the pilot. Alfonso Magalona's account differs.",
        "Alfonso Magalona",
    ),
    (
        "أعلنت الوزيرة ريحانة بوزقرو استقالتها.",
        "Nobody else spoke. Rihana Bouzegrou's words ended it.",
        "Rihana Bouzegrou",
    ),
]


@pytest.mark.parametrize(("announcing", "page", "name"), HEARD)
def test_a_full_name_that_a_page_in_other_letters_announces(announcing: str, page: str, name: str):
    found = read(announcing, page)
    assert named(found, "PER", 1) == [name]
    assert found.mentions.loc[found.mentions["type"] == "PER", "entity"].nunique() == 1


def test_a_name_that_is_heard_in_part_is_none():
    found = read("Coach Thibault Makengo resigned on Monday.", "كان تيبو في الملعب. ووصل ماكينغا الكبير بعد ساعة.")
    assert "تيبو ماكينغو" not in found.mentions["text"].tolist()
    assert not any(" " in text for text in named(found, "PER", 1))


def test_a_conjunction_is_no_part_of_a_name_that_is_heard():
    found = read("Ms Chidinma Okafor left.", "وصل الوفد أمس، وشيدينما أوكافور أولهم.")
    assert named(found, "PER", 1) == ["شيدينما أوكافور"]


ARTICLES = [("إلياس بوقرة", "Ilyes Bougherra"), ("إلهام بوقرة", "Ilham Bougherra")]


@pytest.mark.parametrize(("name", "spelled"), ARTICLES)
def test_given_names_that_begin_like_the_article_are_heard(name: str, spelled: str):
    found = read(f"قال الطبيب {name} إن الدواء نفد.", f"The answer was no, said {spelled}.")
    assert one_entity(found, name, spelled)


def test_a_full_name_takes_the_place_of_the_half_that_is_found():
    found = read("قال المهندس نادر شلوف إن العمل بدأ.", "عند 11:15 نادر شلوف عبر حسابه: العمل بدأ.")
    assert named(found, "PER", 1) == ["نادر شلوف"]


SHORT = [
    (["أعلن نادي الشراع إقالة المدرب.", "وقال رئيس الشراع إن القرار نهائي."], ["نادي الشراع", "الشراع"]),
    (["أعلن نادي السهم إقالة المدرب.", "Fans of Al-Sahm sang, as the Al-Sahm team left."], ["نادي السهم", "Al-Sahm"]),
    (["نفت شركة الصواري للشحن الخبر.", "وأكدت الصواري أن السفينة سليمة."], ["شركة الصواري للشحن", "الصواري"]),
    (
        ["نفت شركة البلشون للشحن الخبر.", "The Balshoun Lines ship is safe. Balshoun said so."],
        ["شركة البلشون للشحن", "Balshoun Lines", "Balshoun"],
    ),
    (
        ["The Marwana Football Association met on Monday.", "The Marwana FA would not confirm it."],
        ["Marwana Football Association", "Marwana FA"],
    ),
    (
        ["أغلق مستشفى سيدي منصف أبوابه.", "وقال الوزير إن سيدي منصف وحده مدين بمليون."],
        ["مستشفى سيدي منصف", "سيدي منصف"],
    ),
]


@pytest.mark.parametrize(("pages", "names"), SHORT)
def test_the_short_names_of_bodies(pages: list[str], names: list[str]):
    found = read(*pages)
    assert one_entity(found, *names)
    assert set(names) <= set(named(found, "ORG"))


NOT_SHORT = [
    (["أعلنت شركة الكهرباء خطتها.", "وانقطعت الكهرباء عن الحي."], "الكهرباء"),
    (["أعلن نادي الوحدة خطته.", "ودعا إلى الوحدة الوطنية في البلاد."], "الوحدة"),
    (["أعلن مستشفى الأطفال خطته.", "ولعب الأطفال في الحديقة."], "الأطفال"),
    (["عقد مجلس الشعب السوري جلسة.", "وحيا الرئيس الشعب السوري."], "الشعب السوري"),
    (["تكلم نواب حزب الله في الجلسة.", "ودعوا الله أن ينزل المطر."], "الله"),
]


@pytest.mark.parametrize(("pages", "word"), NOT_SHORT)
def test_ordinary_words_are_no_short_names(pages: list[str], word: str):
    assert word not in named(read(*pages), "ORG", 1)


def test_a_firm_that_looks_like_a_person_is_a_firm_where_a_page_says_so():
    found = read(
        "He runs the contractor Marlow Voltaics, which lost.", "Peter Hadley of Marlow Voltaics posts: no comment."
    )
    assert named(found, "PER", 1) == ["Peter Hadley"]
    assert named(found, "ORG") == ["Marlow Voltaics", "Marlow Voltaics"]


PLACES = [
    ["تقع المدرسة في إقليم زرقان منذ سنوات.", "وقال مصدر إن زرقان تماطل لكسب الوقت."],
    ["تقع المدرسة في مدينة شمروخ منذ سنوات.", "But he insisted Shamroukh would accept a new text."],
    ["It lies in the town of Belquar.", "He insisted Belquar would accept it."],
    ["وصلت القافلة إلى بلدة دربوخ أمس.", "وتقول المعلمة إن دربوخ لا تنام."],
]


@pytest.mark.parametrize("pages", PLACES)
def test_a_place_of_the_corpus_is_nobody(pages: list[str]):
    assert named(read(*pages), "PER") == []


NOBODY = [
    "«فكرامة العامل ليست بنداً في جدول»، هتفت النائبة.",
    "لا تفاوض تحت التهديد، ولا سكوت بعد اليوم.",
    "وقالت: «بعتُ سواري لأشتري الدواء لولدي».",
    "وزعم الجيران أن الرجل باع بيته، والعهدة على الراوي!",
    "وأُجلت إحدى وستون جلسة علاج كيميائي في أسبوع.",
    "كانت الشاحنات تمر أمام سيدي مبارك ولا تتوقف.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_words_by_themselves_are_nobody(text: str):
    assert named(read(text), "PER") == []


def test_a_word_that_something_speaks_for_is_somebody():
    assert named(read("وقال سكوت إن المباراة صعبة."), "PER") == ["سكوت"]
    assert named(read("خرج محمود من البيت. وقال محمود الرفاعي إنه متعب."), "PER") == ["محمود", "محمود الرفاعي"]


def test_a_pronoun_behind_a_verb_of_saying_is_no_given_name():
    found = read("وقال المدرب ماركو روسيني: قال لي ماركو إن حقائبه جاهزة.")
    assert "لي ماركو" not in named(found, "PER")


def test_no_name_runs_over_a_quotation_mark():
    found = read("الرافعة التي يسميها زملاء بشير «أم الغيم» واقفة.", "وزعم أن المالك والمحامي «يتقاسمان الأدوار».")
    assert not any("«" in text for text in found.mentions["text"])


LED = [
    ("بحسب بلدية السنديان، رحلت ثلاثون عائلة.", "بلدية السنديان"),
    ("وقالت بلدية الجميزة إن الماء قليل.", "بلدية الجميزة"),
    ("ونفى الديوان الوطني للحبوب أي نقص.", "الديوان الوطني للحبوب"),
    ("وأوردت إذاعة الميناء أن السفينة وصلت.", "الميناء"),
    ("وذكرت صحيفة المرفأ أن السفينة وصلت.", "المرفأ"),
    ("وقالت لجنة أسر الغائبين إن القرار متأخر.", "لجنة أسر الغائبين"),
]


@pytest.mark.parametrize(("text", "body"), LED)
def test_bodies_that_speak(text: str, body: str):
    assert named(read(text), "ORG") == [body]
