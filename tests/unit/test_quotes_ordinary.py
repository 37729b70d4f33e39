"""Quotations as newspapers write them every day, in Arabic and in English."""

from __future__ import annotations

import pytest

from tests.build import article_of
from workbench.corpus import Corpus
from workbench.extractors.entities import entities
from workbench.extractors.quotes import quotes


def told(text):
    """What is quoted of whom: the canonical speaker, the words that name him, the statement."""
    corpus = Corpus([article_of(text, language="en" if text.isascii() or "“" in text else "ar")])
    table = quotes(corpus, entities(corpus)).table
    return list(zip(table["speaker"], table["speaker_text"], table["text"], strict=True))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "واعتبر الخبير الاقتصادي جمال الراوي، في حديث للجزيرة نت، أن رفع الفائدة «لن يحل المشكلة».",
            [("جمال الراوي", "جمال الراوي", "لن يحل المشكلة")],
            id="an outlet is told, it does not tell",
        ),
        pytest.param(
            "أكد رئيس البلدية رياض الحداد أن البلدية «لن تتأخر في صرف التعويضات».",
            [("رياض الحداد", "رياض الحداد", "لن تتأخر في صرف التعويضات")],
            id="a clause behind a body is not its name",
        ),
        pytest.param(
            "وكتب السفير أحمد السعدي: «ما حدث فضيحة». ورد عليه الوزير عبر المنصة نفسها قائلا: «اقرأ القانون أولا».",
            [("أحمد السعدي", "أحمد السعدي", "ما حدث فضيحة"), ("", "الوزير", "اقرأ القانون أولا")],
            id="a title alone behind a preposition with a pronoun",
        ),
        pytest.param(
            "وقال أحد السكان، ويدعى أبو محمد (52 عاما): «لم يصلنا شيء من المساعدات». وأضاف: «إلى متى نبقى هكذا؟».",
            [
                ("أبو محمد", "أبو محمد", "لم يصلنا شيء من المساعدات"),
                ("أبو محمد", "", "إلى متى نبقى هكذا؟"),
            ],
            id="a word for naming introduces the name",
        ),
        pytest.param(
            "قالت فاطمة درويش إن العمل بدأ. وتروي للجزيرة نت كيف قضت الليل، وتقول: «لم أنم حتى سمعت صوته».",
            [("فاطمة درويش", "فاطمة درويش", "العمل بدأ"), ("فاطمة درويش", "", "لم أنم حتى سمعت صوته")],
            id="an outlet with a preposition joined to it is told",
        ),
        pytest.param(
            "أعرب رئيس الوزراء الجديد عن قلقه إزاء التطورات. وقال المتحدث باسم الجيش إن الهدوء عاد.",
            [("", "رئيس الوزراء الجديد", "قلقه إزاء التطورات"), ("", "المتحدث باسم الجيش", "الهدوء عاد")],
            id="titles alone are told whole",
        ),
        pytest.param(
            "أعرب الأمين العام للأمم المتحدة عن قلقه من اتساع القتال.",
            [("", "الأمين العام للأمم المتحدة", "قلقه من اتساع القتال")],
            id="a title alone with the body that it leads to",
        ),
        pytest.param(
            "وطالبت نقابة الأطباء في المدينة، في بيان أصدرته مساء الأحد، بإنشاء وحدة متخصصة للحروق.",
            [("نقابة الأطباء", "نقابة الأطباء", "إنشاء وحدة متخصصة للحروق")],
            id="a joined preposition behind a remark between commas",
        ),
        pytest.param(
            "وكانت الشركة قد أكدت على لسان المتحدثة باسمها ريم القصبي أن الأبواب كانت مفتوحة.",
            [("ريم القصبي", "ريم القصبي", "الأبواب كانت مفتوحة")],
            id="through whom somebody speaks is not what he says",
        ),
        pytest.param(
            "قال سعيد قاسم إن العمل بدأ. وأصدرت الإدارة بياناً جاء فيه: «ندعو الجميع إلى الهدوء».",
            [("سعيد قاسم", "سعيد قاسم", "العمل بدأ"), ("", "الإدارة", "ندعو الجميع إلى الهدوء")],
            id="a statement is whose issues it, not who spoke last",
        ),
        pytest.param(
            "قالت هالة شعلان إن الأسرّة تكفي. وقالت والدة أحد المصابين: «ابني يكح طول الليل».",
            [("هالة شعلان", "هالة شعلان", "الأسرّة تكفي"), ("", "والدة", "ابني يكح طول الليل")],
            id="the mother of somebody unnamed is nobody named",
        ),
        pytest.param(
            "وقالت النيابة في بيان نقلته وكالة أنباء الجسر إن «التحقيقات مستمرة مع الجميع».",
            [("", "النيابة", "التحقيقات مستمرة مع الجميع")],
            id="an outlet within a remark is not the subject",
        ),
        pytest.param("ماذا قالت الوزارة عن حادث المصنع؟", [], id="a question reports nothing"),
        pytest.param(
            "بحث الوزيران ملف المياه. وأكد الجانبان أهمية مواصلة التنسيق.",
            [("", "الجانبان", "أهمية مواصلة التنسيق")],
            id="a noun written like a participle",
        ),
        pytest.param(
            "The man died of respiratory failure, health directorate spokesman Hadi Wahdan said late on Sunday.",
            [("Hadi Wahdan", "Hadi Wahdan", "The man died of respiratory failure")],
            id="a verb behind its clause, with what the speaker is",
        ),
        pytest.param(
            'Sami Oweis, the district head, agreed. "We warned them twice," said its head, Mahmoud Aboulela.',
            [("Mahmoud Aboulela", "Mahmoud Aboulela", "We warned them twice,")],
            id="a title before a comma is whoever is named behind it",
        ),
        pytest.param(
            "نقلت وكالة الأنباء السعودية عن ولي العهد قوله إن المملكة «ستواصل دعم الأشقاء».",
            [("", "ولي العهد", "ستواصل دعم الأشقاء")],
            id="a title alone whose words are passed on",
        ),
        pytest.param(
            "وكانت صحيفة «النهار» قد نقلت عن مسؤولين أميركيين أن الاتفاق بات وشيكا.",
            [("", "مسؤولين أميركيين", "الاتفاق بات وشيكا")],
            id="a verb that passes words on has its own clause",
        ),
        pytest.param(
            "يذكر أن الوزير كان قد صرح الشهر الماضي بأن «المشروع سينتهي قبل الصيف».",
            [("", "الوزير", "المشروع سينتهي قبل الصيف")],
            id="the month does not speak, the minister before the verb does",
        ),
        pytest.param(
            "قال الرئيس اللبناني سامي الحداد إن الحدود آمنة. ولفت الرئيس الروماني إلى أن الخيار شخصي.",
            [("سامي الحداد", "سامي الحداد", "الحدود آمنة"), ("", "الرئيس الروماني", "الخيار شخصي")],
            id="presidents of two countries",
        ),
        pytest.param(
            "According to two people familiar with the matter, the bank is considering a rights issue.",
            [("", "people familiar with", "the bank is considering a rights issue")],
            id="a participle behind a form of be is one verb with it",
        ),
        pytest.param(
            'The prime minister\'s office denied the accusation. "The government is working day and night," it said.',
            [("prime minister's office", "", "The government is working day and night,")],
            id="an article before a body does not govern it",
        ),
        pytest.param(
            "“The deal is done,” a senior official said on condition of anonymity. “What remains is the signature.”",
            [("", "a senior official", "The deal is done,"), ("", "", "What remains is the signature.")],
            id="anonymity behind the verb",
        ),
        pytest.param(
            'The strike has "paralysed the port", according to the chamber of trade and sailing.',
            [("", "the chamber of trade and sailing", "paralysed the port")],
            id="a source that no list knows behind marks",
        ),
        pytest.param(
            '"I heard a bang and then people screaming," said one witness, who gave her name only as Nadia Khoury.',
            [("Nadia Khoury", "Nadia Khoury", "I heard a bang and then people screaming,")],
            id="the name behind a relative clause",
        ),
        pytest.param(
            'Sami Odeh said it was over. "All is calm," provincial health director Basim Hadi told reporters.',
            [("Sami Odeh", "Sami Odeh", "it was over"), ("Basim Hadi", "Basim Hadi", "All is calm,")],
            id="what somebody is stands between marks and his name",
        ),
        pytest.param(
            'Colonel Fares Abdo told AFP the search would continue "until the last person is found".',
            [("Fares Abdo", "Fares Abdo", "until the last person is found")],
            id="a plain verb behind a modal",
        ),
        pytest.param(
            'Residents were angry. "We told them months ago," said one of them, Umm Hassan.',
            [("Umm Hassan", "Umm Hassan", "We told them months ago,")],
            id="the name of one of them",
        ),
        pytest.param(
            'In a post on Facebook, the mayor wrote: "The road will reopen on Friday."',
            [("", "mayor", "The road will reopen on Friday.")],
            id="where somebody wrote does not write",
        ),
        pytest.param(
            '"This was avoidable," the report concludes.',
            [("", "report", "This was avoidable,")],
            id="a report that is written like a verb",
        ),
        pytest.param(
            "The transport company urged staff to return, saying talks would resume on Tuesday.",
            [("transport company", "", "talks would resume on Tuesday")],
            id="a clause without its particle behind saying",
        ),
        pytest.param(
            "The United Nations said the road was open.",
            [("United Nations", "United Nations", "the road was open")],
            id="a listed name of two words speaks",
        ),
        pytest.param(
            "Hallmoor Foods will shut its plant in May. Union officials reacted with fury. The company maintains that "
            "it lost money for six years. The Dutch firm has long insisted that nobody was misled.",
            [
                ("Hallmoor Foods", "The company", "it lost money for six years"),
                ("Hallmoor Foods", "The Dutch firm", "nobody was misled"),
            ],
            id="a company is called by any word for one",
        ),
        pytest.param(
            "Corvane Dairies disputes it. Its chief executive, Nadim Salloum, said shops were at fault. The company "
            "had pulled 40 tonnes of cheese, he said.",
            [
                ("Nadim Salloum", "Nadim Salloum", "shops were at fault"),
                ("Nadim Salloum", "", "The company had pulled 40 tonnes of cheese"),
            ],
            id="he is no company",
        ),
        pytest.param(
            "The Elmside Clinic is closed. Dr Samir Haddad, the clinic's medical director, had previously insisted "
            "that his team followed the rules.",
            [("Samir Haddad", "Samir Haddad", "his team followed the rules")],
            id="helpers stand between what somebody is and his verb",
        ),
        pytest.param(
            "Local traders in Sfax say bookings have fallen by half since the outbreak.",
            [("", "Local traders in Sfax", "bookings have fallen by half since the outbreak")],
            id="several people from somewhere",
        ),
        pytest.param(
            'Singer Lena Kovic is in hospital. A source close to the singer said: "She was in bits all night."',
            [("", "source close to", "She was in bits all night.")],
            id="who is close to somebody is not she",
        ),
        pytest.param(
            "Two officials said Dirk Aalders had offered to resign. One of them said the prime minister had refused.",
            [
                ("", "officials", "Dirk Aalders had offered to resign"),
                ("", "One of them", "the prime minister had refused"),
            ],
            id="one of those who were told of",
        ),
        pytest.param(
            "Morag Bain, a fund manager at Hollin Partners, which owns a share, cautioned that trials take years.",
            [("Morag Bain", "Morag Bain", "trials take years")],
            id="a relative clause behind the body that somebody works for",
        ),
        pytest.param(
            'Analysts doubted it. "We tried every option," chief executive Martin Alderby said in a letter.',
            [("Martin Alderby", "Martin Alderby", "We tried every option,")],
            id="a long title between marks and a verb",
        ),
        pytest.param(
            'Rebels seized a town overnight, hours after the government said its forces were in "full control" of it.',
            [("", "the government", "full control")],
            id="an article and a noun right before a verb",
        ),
        pytest.param(
            "Shares in Corvell Pharma jumped on Monday. Corvell has said it expects the pill to be sold by June.",
            [("Corvell Pharma", "Corvell", "it expects the pill to be sold by June")],
            id="a company by the first word of its name",
        ),
        pytest.param(
            'Its spokesman, Adam Reed, who had told reporters "all is fine", made no comment.',
            [("Adam Reed", "Adam Reed", "all is fine")],
            id="helpers behind a relative pronoun",
        ),
    ],
)
def test_who_says_what(text, wanted):
    assert told(text) == wanted
