"""What stands between: between a subject and its verb, two halves of a clause, a verb of asking and who is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.build import article_of
from tests.unit.test_entities_things import people
from tests.unit.test_quotes_passed import case, told
from workbench.corpus import Corpus
from workbench.extractors.quotes import quotes


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        case(
            "a relative clause before the verb of what is reported",
            "Hospital officials say the outage, which lasted nearly nine hours, did not affect patient care.",
            ("officials", "the outage, which lasted nearly nine hours, did not affect patient care"),
        ),
        case(
            "a participle there",
            "Samir Haddad said the report, published on Monday, was wrong.",
            ("Samir Haddad", "the report, published on Monday, was wrong"),
        ),
        case(
            "the writer's comment behind a whole clause",
            "Samir Haddad said the report was wrong, which surprised many.",
            ("Samir Haddad", "the report was wrong"),
        ),
        case(
            "who is asked between commas",
            'The prime minister, asked whether she had known of the meetings, said: "I found out when you did."',
            ("The prime minister", "I found out when you did."),
        ),
        case(
            "he is no newspaper",
            "The minister left after the Harrow Courier reported that he had met the contractor. In his letter, he "
            'said he had "done nothing improper" and wished them well.',
            ("Harrow Courier", "he had met the contractor"),
            ("", "done nothing improper"),
        ),
        case(
            "a clause that its speaker interrupts",
            "Samir Haddad was asleep. By morning, he said, the house was gone, and so were the goats.",
            ("Samir Haddad", "By morning, he said, the house was gone, and so were the goats"),
        ),
        case(
            "one that goes on with a conjunction",
            "Mona Haddad spoke. The government respects the judiciary, she said, but it stands by its figures.",
            ("Mona Haddad", "The government respects the judiciary, she said, but it stands by its figures"),
        ),
        case(
            "one that is over",
            "Mona Haddad spoke. The bus was late, she said, as were the trains.",
            ("Mona Haddad", "The bus was late"),
        ),
        case(
            "another's clause behind a conjunction and an article",
            "The ministry said it would publish the data, but a senior official acknowledged that the date could slip.",
            ("The ministry", "it would publish the data"),
            ("senior official", "the date could slip"),
        ),
        case(
            "who publishes a study",
            "كشفت دراسة نشرتها مجلة «البيئة والصحة» أن تلوث الهواء يقصّر العمر سنتين.",
            ("دراسة", "تلوث الهواء يقصّر العمر سنتين"),
        ),
        case(
            "an outlet in marks asks a title",
            "وسألت «الميزان» المدير عن ذلك فقال: «لا علم لي بالأمر».",
            ("المدير", "لا علم لي بالأمر"),
        ),
        case(
            "we ask a title",
            "سألنا المدير عن ذلك فأجاب: «لا علم لي بالأمر».",
            ("المدير", "لا علم لي بالأمر"),
        ),
        case(
            "what somebody leads before his name",
            "وقال المشرف على الدراسة، البروفيسور هانس مولر، إن النتائج أسوأ مما توقعناه.",
            ("هانس مولر", "النتائج أسوأ مما توقعناه"),
        ),
        case(
            "a title alone that warns",
            "حذر المبعوث الأممي، في إحاطته أمام مجلس الأمن، من أن الهدنة على شفير الانهيار.",
            ("المبعوث الأممي", "الهدنة على شفير الانهيار"),
        ),
        case(
            "who leads a body in marks",
            "قال المدير العام لشركة «صدى» فاروق قندوزي إن شركته لم تطلب ذلك.",
            ("فاروق قندوزي", "شركته لم تطلب ذلك"),
        ),
        case(
            "whose body it is",
            "وقال رئيس اتحاد فلاحي واحات تيفرت، سامي ناصر، إن الأمر صعب ولا بد من حل.",
            ("سامي ناصر", "الأمر صعب ولا بد من حل"),
        ),
        case(
            "why somebody denies it",
            "وهو ما نفته المتحدثة باسم الوزارة سلوى الزناتي، إذ قالت في رد مكتوب: «لا علاقة للوزارة بالأمر».",
            ("سلوى الزناتي", "لا علاقة للوزارة بالأمر"),
        ),
        case(
            "an answer that is also a noun",
            "وتحدث سامي ناصر. وسألته الصحيفة عن صهره فرد: «القضاء يقوم بعمله».",
            ("سامي ناصر", "القضاء يقوم بعمله"),
        ),
        case(
            "somebody new shakes her head",
            "Samir Haddad said he would sell. A schoolteacher shook her head. “You don’t sell your own grandfather.”",
            ("Samir Haddad", "he would sell"),
            ("", "You don’t sell your own grandfather."),
        ),
        case(
            "a helping verb before the interruption",
            "The road is bad. It has also, aid groups complain, closed the only bridge.",
            ("aid groups", "It has also, aid groups complain, closed the only bridge"),
        ),
        case(
            "a clause with a comment behind those who say it",
            "The bank will cut 2,000 jobs, two people familiar with the plan said, in what would be its biggest cut.",
            ("people familiar with", "The bank will cut 2,000 jobs"),
        ),
        case(
            "a title alone with which its sentence begins",
            "Hans Keller spoke. The minister did not come, but wrote on a website that the report was being studied.",
            ("minister", "the report was being studied"),
        ),
        case(
            "a participle that is an object",
            "Outside, the victim's mother said she had stopped believing in trials.",
            ("the victim's mother", "she had stopped believing in trials"),
        ),
        case(
            "no comment inside a report",
            "A ministry official said he could not comment on individual letters.",
            ("official", "he could not comment on individual letters"),
        ),
        case(
            "a surname that is a verb of saying",
            'Omar Said told reporters that he was happy. "I am happy," Said said.',
            ("Omar Said", "he was happy"),
            ("Omar Said", "I am happy,"),
        ),
        case(
            "she who heads it",
            "وحذرت جمعية «حرية» من المشروع. وقالت رئيستها أمل الشامي: «يريدون أن نستأذن قبل أن نكتب».",
            ("أمل الشامي", "يريدون أن نستأذن قبل أن نكتب"),
        ),
        case(
            "those who talked to an outlet in marks",
            "تحدث سامي ناصر. غير أن ركاباً تحدثوا إلى «المسافر» أكدوا أنهم انتظروا أربع ساعات.",
            ("", "انتظروا أربع ساعات"),
        ),
        case(
            "who speaks in its name",
            "وزعمت شركة الخرشنة أن العدد كان قليلا، فيما ادعت ناطقة باسمها أن الطاقم كان كاملاً. وقال متحدث باسمها إن "
            "السفينة قديمة.",
            ("شركة الخرشنة", "العدد كان قليلا"),
            ("شركة الخرشنة", "الطاقم كان كاملاً"),
            ("شركة الخرشنة", "السفينة قديمة"),
        ),
        case(
            "somebody new behind a contrast",
            "رفض الأمين العام كامل رزق التعليق، لكن مقرباً منه قال إنه ماضٍ في قراره.",
            ("مقرباً", "ماضٍ في قراره"),
        ),
        case(
            "a name that is kept back",
            "وقال مسؤول كبير للصحافيين، مشترطاً عدم الكشف عن هويته، إن الملف النووي سيتصدر المحادثات.",
            ("مسؤول كبير للصحافيين", "الملف النووي سيتصدر المحادثات"),
        ),
        case(
            "she answers him",
            "وسأل النائب فادي كرم الوزيرة عن مصير القرض، فأجابته بأن المبلغ أودع في المصرف.",
            ("الوزيرة", "المبلغ أودع في المصرف"),
        ),
        case(
            "what she counts it",
            "ويرى الناقد عصام الدالي أن الفيلم ممل، في حين تعدّه زميلته نجوى بركات «أصدق ما صُنع عن الحرب».",
            ("عصام الدالي", "الفيلم ممل"),
            ("نجوى بركات", "أصدق ما صُنع عن الحرب"),
        ),
        case(
            "an office without a name denies it",
            "قال الوزير شربل نجم إن الأمر صعب. ونفى مكتب رئيس الحكومة ذلك. وقال في بيان إن الخبر كاذب.",
            ("شربل نجم", "الأمر صعب"),
            ("", "الخبر كاذب"),
        ),
        case(
            "an office without a name affirms it",
            "قال الوزير شربل نجم إن الأمر صعب. وأكد مكتب رئيس الحكومة أن دوره انتهى.",
            ("شربل نجم", "الأمر صعب"),
            ("مكتب رئيس الحكومة", "دوره انتهى"),
        ),
        case(
            "two words of somebody behind a colon",
            "ويتدخل رجل مسن كان ينتظر دوره: «كلنا خاسرون».",
            ("رجل", "كلنا خاسرون"),
        ),
        case(
            "a title that its sentence is about, before a colon",
            "قال النائب طارق الهاشمي إن الأمر صعب. أما رئيس اللجنة فاكتفى بعبارة واحدة: «الوضع صعب».",
            ("طارق الهاشمي", "الأمر صعب"),
            ("رئيس اللجنة", "الوضع صعب"),
        ),
        case(
            "who only saw the draft that tells it",
            'A draft of the report, seen by The Harbour Ledger, says the columns have "dangerously corroded".',
            ("A draft of the report", "dangerously corroded"),
        ),
        case(
            "a noun that its pronoun makes a person",
            'Omar Bustani blamed Mona Haddad. A dockworker who watched was less sure. "I counted the sacks," he said.',
            ("", "I counted the sacks,"),
        ),
        case(
            "two who are appealed to",
            "قالت منى الحداد إن الأمر صعب. وناشدت الوزيرين أن يفتحا ممراً لشاحنات الأغذية.",
            ("منى الحداد", "الأمر صعب"),
            ("منى الحداد", "يفتحا ممراً لشاحنات الأغذية"),
        ),
    ],
)
def test_who_says_what_between(text, wanted):
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("title", "text", "speaker"),
    [
        (
            "‘We asked for nine boxes’: how a vote was undone",
            "“Nine boxes, opened,” said Mona Haddad.",
            True,
        ),
        ("‘We asked for nine boxes’: how a vote was undone", "“Boxes were never counted,” said Mona Haddad.", False),
    ],
)
def test_a_headline_in_other_words_than_the_text(title, text, speaker):
    article = article_of(f"{title}\n{text} Samir Haddad said nothing was wrong.", language="en")
    first, *rest = article.blocks
    article = replace(article, blocks=(replace(first, kind="title"), *rest))
    table = quotes(Corpus([article]), progress=False).table
    assert table.loc[table["text"] == "We asked for nine boxes", "speaker"].tolist() == [
        "Mona Haddad" if speaker else ""
    ]


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("A carpenter named Moses lost two sons. God gives, Moses said.", "en", ["Moses", "Moses"]),
        ("The carpenter was called Tibor. It was dark, Tibor said.", "en", ["Tibor", "Tibor"]),
        ("The president called Macron a liar.", "en", []),
        ("قال رجل يدعى صنهاج إنه لم ير شيئا. وأضاف صنهاج: «كان الظلام».", "ar", ["صنهاج", "صنهاج"]),
        ("وقال شاب رفض كشف اسمه خوفا من الانتقام إن الأمر صعب.", "ar", []),
        ("وسأل القاضي سامي ناصر الشاهد عن اسمه فقال إن الأمر لا يعنيه.", "ar", ["سامي ناصر الشاهد"]),
        ("وشدد قائد المنتخب علي السرحان على أهمية الفوز.", "ar", ["علي السرحان"]),
    ],
)
def test_one_name_is_all_that_a_page_tells(text, language, named):
    assert people(text, language) == named


def test_half_a_character_is_told_as_a_table_can_hold_it():
    text = "قال الوزير سامي ناصر: «إن الأمر \ud800 صعب جدا»، و«نصف \ud800»."
    found = quotes(Corpus([article_of(text)]), progress=False)
    assert found.table["text"].tolist() == ["إن الأمر \ufffd صعب جدا"]
    assert found.rejected["text"].tolist() == ["نصف \ufffd"]
