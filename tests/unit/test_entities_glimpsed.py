"""People whom a tagger only glimpsed, and who stand in a row with others, in passages of ordinary newspaper style."""

from __future__ import annotations

import pytest

from tests.build import article_of
from tests.unit.test_entities_newspaper import groups, wanted
from workbench.corpus import Corpus
from workbench.extractors.entities import entities

ARABIC = {
    "foreign given name and family name": (
        "ومن ركلة حرة أدرك ماتيوس بيريرا التعادل قبل النهاية بدقيقة.",
        ("ماتيوس بيريرا",),
    ),
    "family name that folding gives an article": (
        "ونفى محاميه رودريغو ألميدا التهم، وقال ألميدا إن موكله سيستأنف.",
        ("رودريغو ألميدا = ألميدا",),
    ),
    "family name without a list behind a sure given name": (
        "وأشرك المدرب زكريا لبيض وأنور الغازي ومحمد إحتارين في الشوط الثاني.",
        ("زكريا لبيض", "أنور الغازي", "محمد إحتارين"),
    ),
    "family name that is a trade": (
        "طالب النائب حسن مراد الصياد بفتح تحقيق.",
        ("حسن مراد الصياد",),
    ),
    "preposition is part of a family name": (
        "وتحمل رنا كرامي شهادة في الهندسة. وتعمل كرامي شهورا في الصيف.",
        ("رنا كرامي = كرامي",),
    ),
    "family name of the east that is a verb": (
        "قال المحلل بارك جونغ مين إن الأسواق تترقب القرار.",
        ("بارك جونغ مين",),
    ),
    "family name that is a preposition": (
        "بحضور نائبه عمار حمد خلف ومدير المصرف.",
        ("عمار حمد خلف",),
    ),
    "title inside a family name": (
        "وأكد د. مصطفى كامل السيد عفيفي أن التضخم سيستمر.",
        ("مصطفى كامل السيد عفيفي",),
    ),
    "given name that few bear before another": (
        "ورأت زميلته ماها يحيى الصلح أن الحلول بعيدة.",
        ("ماها يحيى الصلح",),
    ),
    "names in a row": (
        "نشرت الطالبتان جنى الحوراني وتالا قموه مقطعا عن السكن.",
        ("جنى الحوراني", "تالا قموه"),
    ),
    "children in a row": (
        "لقي السائق محمود سرحان حتفه وأصيبت زوجته نجوى وطفلاهما ياسر ورائد في حادث سير.",
        ("محمود سرحان", "نجوى", "ياسر", "رائد"),
    ),
    "given name alone again": (
        "كشفت الفنانة أصالة عن ألبومها الجديد، ثم نشرت أصالة صورة من الحفل.",
        ("أصالة",),
    ),
    "given name that the tagger left out": (
        "قال حاكم الإقليم مني أركو مناوي إن القوات تصدت للهجوم.",
        ("مني أركو مناوي",),
    ),
    "family name that is a number": (
        "قال رئيس الوفد طلال أبو ستة إن التجربة ملهمة.",
        ("طلال أبو ستة",),
    ),
    "conjunction before a given name": (
        "وأشرف عليهم نور الدين النيبت مساعدا وعزيز بودربالة مديرا.",
        ("نور الدين النيبت", "عزيز بودربالة"),
    ),
    "priests": (
        "وترأس القداس المطران إدوار ضاهر، وعاونه الخوري نجيب بعقليني.",
        ("إدوار ضاهر", "نجيب بعقليني"),
    ),
    "children who are only described": (
        "أولاده كبار ويعملون في الخارج، وبناتها متزوجات، وأبناؤهم طلاب.",
        (),
    ),
}


@pytest.mark.parametrize("name", ARABIC)
def test_people_in_arabic(name: str):
    text, people = ARABIC[name]
    found = entities(Corpus([article_of(text, language="ar")]), edits=False, progress=False)
    assert groups(found, "PER") == wanted(people)


ENGLISH = {
    "company that has shares": (
        "Shares in Tellwright Polymers fell after its chief, Gordon Pell, resigned. Pell declined to comment.",
        ("Gordon Pell = Pell",),
        ("Tellwright Polymers",),
    ),
    "company that has customers, by its first word": (
        "Vexley Motors recalled 40,000 cars. Vexley customers will be told, said Lars Brandt of the safety agency.",
        ("Lars Brandt",),
        ("Vexley",),
    ),
    "companies that analysts are at": (
        "Analysts at Morgan Kerr and Stanhope Bryce cut their forecasts.",
        (),
        ("Morgan Kerr", "Stanhope Bryce"),
    ),
    "company that somebody speaks for": (
        "Penfold said it would close two plants. A spokesman for Penfold, Craig Dunning, said workers had been told.",
        ("Craig Dunning",),
        ("Penfold",),
    ),
    "shares of somebody named in full are no company's": (
        "Harold Penfold will sell. Penfold shares the blame with his brother.",
        ("Harold Penfold = Penfold",),
        (),
    ),
    "builder and a row of houses": (
        "Residents of Ashford Mews blame Thornlea Homes. Its partner Quorin is silent, said Denise Appiah.",
        ("Denise Appiah",),
        ("Thornlea Homes", "Quorin"),
    ),
    "two who share a surname": (
        "Tom and Linda Baker moved to the village in 1998. Linda opened a bakery.",
        ("Tom", "Linda Baker = Linda"),
        (),
    ),
    "a given name alone": (
        "Layla has lived in the camp for nine years. Layla's three sons were born there.",
        ("Layla",),
        (),
    ),
    "a surname with a particle alone": (
        "The trial of Abdulrahman al-Fahdawi opened. Judges heard that al-Fahdawi had beaten detainees.",
        ("Abdulrahman al-Fahdawi = al-Fahdawi",),
        (),
    ),
}


@pytest.mark.parametrize("name", ENGLISH)
def test_people_and_companies_in_english(name: str):
    text, people, bodies = ENGLISH[name]
    found = entities(Corpus([article_of(text, language="en")]), edits=False, progress=False)
    assert groups(found, "PER") == wanted(people)
    assert groups(found, "ORG") >= wanted(bodies)
    assert bool(groups(found, "ORG")) == bool(bodies)
