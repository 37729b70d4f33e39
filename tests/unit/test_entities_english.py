"""Names without a tagger: English by capitals and what stands around them, Arabic by titles, lists and letters."""

from __future__ import annotations

import pytest

from workbench.corpus import Article, Block
from workbench.extractors.entities.find import candidates


def named(*blocks: str, language: str = "en", sure: bool = True) -> list[str]:
    """The people of a page whose first block is its headline, in order, as the text spells them."""
    text = "\n\n".join(blocks)
    spans, start = [], 0
    for index, block in enumerate(blocks):
        kind = "title" if index == 0 and len(blocks) > 1 else "body"
        spans.append(Block(start, start + len(block), kind))
        start += len(block) + 2
    article = Article("p", "s", "", None, "", "", language, text, tuple(spans), "p.txt")
    found = [one for one in candidates(article) if one.type == "PER" and one.parts and (one.sure or not sure)]
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("R. K. Waters, a hydrologist, and J.-P. Roussel wrote it.", ["R. K. Waters", "J.-P. Roussel"]),
        ("Defence Minister N. K. al-Dahshan promised an inquiry.", ["N. K. al-Dahshan"]),
        ("T. S. Okonkwo-Bright met Lars-Erik Lindqvist-Holm.", ["T. S. Okonkwo-Bright", "Lars-Erik Lindqvist-Holm"]),
        ("The letter is from Kim Jong-un and Mohammed VI.", ["Kim Jong-un", "Mohammed VI"]),
        ("Omar von Haas met Klara van den Berg, 43, on Friday.", ["Omar von Haas", "Klara van den Berg"]),
        ("Ambassador Federica d'Angelo and Samuel Eto'o left.", ["Federica d'Angelo", "Samuel Eto'o"]),
        ("Sheikh Awwad bin Mutlak Al Jarbou's house burned.", ["Awwad bin Mutlak Al Jarbou"]),
        ("João da Silva Pereira scored.", ["João da Silva Pereira"]),
        ("Lt. Gen. Nidal Karim al-Dahshan and Dr. May met Mrs. Hope.", ["Nidal Karim al-Dahshan", "May", "Hope"]),
        ("They met Ali Hassan Monday.", ["Ali Hassan"]),
    ],
)
def test_names_are_read_whole(text: str, names: list[str]):
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Kwabena Adomako, 43, owns it.",
        "Kwabena Adomako, who owns it, left.",
        "Kwabena Adomako, the governor of the province, left.",
        "Kwabena Adomako said so.",
        "It was written by Kwabena Adomako. The maps are late, Adomako added.",
        "It was written by Kwabena Adomako; Mr. Adomako drafted it.",
    ],
)
def test_a_name_that_no_list_knows_needs_something_that_speaks_for_a_person(text: str):
    assert "Kwabena Adomako" in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Adomako Lantern reported it.",
        "They met in Kwabena Adomako yesterday.",
        "They met on Naim Kashto Street near Najib al-Karawan Hospital.",
        "Blue Ridge Energy said prices rose.",
        "Will the truce last? May is a cold month. Hope is no policy. Mark the date.",
        "Banks rose. The banks said so.",
        "Fighting raged in Wadi Halfa, Deir ez-Zor and Saint Petersburg, Al Arabiya said.",
    ],
)
def test_places_bodies_and_ordinary_words_are_no_people(text: str):
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Will Harding said no.", "Will Harding"),
        ("Rose Mbeki left.", "Rose Mbeki"),
        ("Jordan Ayew scored.", "Jordan Ayew"),
        ("Oliver Banks, 51, owns two banks.", "Oliver Banks"),
    ],
)
def test_names_that_are_ordinary_words_too(text: str, name: str):
    assert named(text) == [name]


def test_a_word_alone_beside_a_verb_of_saying_is_only_possible():
    assert named("We will go, Whitcombe said.") == []
    assert named("We will go, Whitcombe said.", sure=False) == ["Whitcombe"]


def test_titles_make_a_surname_alone_a_person():
    assert named("Mr. Roussel-Lacombe drafted it, and Ms. al-Jaramani of the club read it.") == [
        "Roussel-Lacombe",
        "al-Jaramani",
    ]


def test_of_a_headline_in_capitals_only_names_that_the_text_has_are_read():
    body = "Ignacio Marchetti, the envoy, left. Minister Samira Daou stayed, Harbour Gazette reported."
    assert named("Envoy Ignacio Marchetti Returns As Green Wave Sweeps Coast", body) == [
        "Ignacio Marchetti",
        "Ignacio Marchetti",
        "Samira Daou",
    ]
    assert named("MINISTER SAMIRA DAOU QUITS", body)[0] == "SAMIRA DAOU"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أعلن وزير الدفاع القرطاني هيثم نصر التميمي الاتفاق.", ["هيثم نصر التميمي"]),
        ("وقالت رئيسة وفد الحركة أمل سلام إن النص جاهز.", ["أمل سلام"]),
        ("وبحسب مصدر، فإن أبا ليث طلب ضمانات.", ["أبا ليث"]),
        ("عواد بن مطلك، المعروف بأبي فيصل، وصل.", ["عواد بن مطلك", "أبي فيصل"]),
        ("قائدها إدريس بن عمر الوزان، المعروف باسم أبو ليث، وافق.", ["إدريس بن عمر الوزان", "أبو ليث"]),
        ("سلمت إلى المبعوث الأممي إغناسيو دي لا فيغا.", ["إغناسيو دي لا فيغا"]),
        ("وقالت الممثلة هيلين فان دير مولن إن العينات مقلقة.", ["هيلين فان دير مولن"]),
        ("والتقى جان لوك لو كليرك أمس.", ["جان لوك لو كليرك"]),
        ("وأشار الخبير النرويجي أولاف هانسن-لوند إلى ذلك.", ["أولاف هانسن-لوند"]),
        ("وقرر مدير المرفأ حسام نعمة الإضراب.", ["حسام نعمة"]),
        ("حث الممثل الروسي الخاص روديون جالانوف الطرفين على ذلك.", ["روديون جالانوف"]),
        ("وصل المبعوث الأوروبي لشؤون المياه إغناثيو سالدانيا إلى بغداد.", ["إغناثيو سالدانيا"]),
        ("جلالة الملك محمد السادس وصل.", ["محمد السادس"]),
        ("وقال مديرها عبد الرحمن الحلبي إن العدد لا يكفي.", ["عبد الرحمن الحلبي"]),
    ],
)
def test_arabic_names_end_and_begin_where_they_should(text: str, names: list[str]):
    assert named(text, language="ar") == names


@pytest.mark.parametrize(
    "text",
    [
        "ورد الراوي بأن الأرقام قديمة.",
        "وفي بيان لاحق صدر عن الوزارة، نفت ذلك.",
        "يروي جاره أن البئر جفت منذ عام.",
        "قال إن ابنه سالم من الإصابة.",
        "على ساحل البحر الأحمر وداخل منزله برام الله.",
        "لا علي ولا عليه، فإن كان ذلك فلا بأس.",
    ],
)
def test_arabic_verbs_and_nouns_that_look_like_names(text: str):
    assert named(text, language="ar") == []
