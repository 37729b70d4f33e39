"""Who speaks, as Arabic newspapers tell it."""

from __future__ import annotations

import pytest

from tests.build import article_of
from workbench.corpus import Corpus
from workbench.extractors.entities import entities
from workbench.extractors.quotes import quotes


def said(text):
    """The speaker of each quotation in marks or behind a colon, in order."""
    corpus = Corpus([article_of(text, language="ar")])
    table = quotes(corpus, entities(corpus)).table
    return table[table["kind"] == "direct"]["speaker"].tolist()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "وقالت والدة الشاب المفقود كريم سلوم: «أريد أن أعرف مصيره فقط». وأضافت: «سيعود قبل العيد».",
            ["", ""],
            id="a relative of somebody with a title",
        ),
        pytest.param(
            "قالت الوزيرة رنا الهاشم: «لا نية لذلك».\n\nوقالت زوجة المفقود سعيد سلوم: «أين هو؟».",
            ["رنا الهاشم", ""],
            id="a relative in another paragraph is nobody who spoke before",
        ),
        pytest.param(
            "وقال شقيقه الأكبر مازن سلوم: «كان صوته خائفا».",
            ["مازن سلوم"],
            id="a relation with a pronoun is he himself",
        ),
        pytest.param(
            "وقال مدرب الاتحاد سمير قدورة: «طبقوا التعليمات». وعن إصابة المهاجم طارق عيسى قال: «ننتظر نتائج الفحوص».",
            ["سمير قدورة", "سمير قدورة"],
            id="what is spoken of before the verb",
        ),
        pytest.param(
            "قال الناطق باسم نقابة المعلمين إياد السمان إن النقابة حذرت الوزارة «من انهيار العام الدراسي».",
            ["إياد السمان"],
            id="a report of what a body did",
        ),
        pytest.param(
            "أما رئيسة لجنة أهالي النهر عائشة المرزم فترى أن المشكلة في المكان. وتساءلت: «لماذا شارعنا نحن؟».",
            ["عائشة المرزم"],
            id="the head of a body whose title holds a word of it",
        ),
        pytest.param(
            "قالت ليلى الصباغ إن الأسعار سترتفع.\n\nطالبة في السنة الثانية، طلبت ألا يذكر اسمها، تتذكر أن القاعة "
            "أغلقت. وتضيف وهي تنظر إلى حذائها: «أنا دفعت الثمن».",
            [""],
            id="somebody who gives no name and whose trade looks like a verb",
        ),
        pytest.param(
            "وقالت مرشحة قائمة «الربيع للجميع» نهلة صبري: «سأطعن في النتيجة».",
            ["نهلة صبري"],
            id="a list between a trade and a name",
        ),
        pytest.param(
            "قال مسؤول ملف المياه في البلدية سامر الحوت إن الشبكة «متهالكة منذ عقود».",
            ["سامر الحوت"],
            id="a name right behind what he is and of what, a predicate in marks",
        ),
        pytest.param(
            "وقال مصدر مقرب من رئيس البلدية وليد الحداد إن الأخير «يفكر في الاستقالة».",
            [""],
            id="a source close to somebody is not he",
        ),
        pytest.param(
            "وقالت ليلى الصباغ إن الإدارة «تتفهم مطالب العمال»، مشيرة إلى أن «التأخير سببه خلل في التحويلات».",
            ["ليلى الصباغ", "ليلى الصباغ"],
            id="what a body does in marks is no name",
        ),
        pytest.param(
            "وأوضحت شركة الكهرباء الوطنية، في بيان لاحق، أن «المستشفيات ستستثنى». وأضاف البيان: «نعتذر من المشتركين».",
            ["شركة الكهرباء الوطنية", "شركة الكهرباء الوطنية"],
            id="a statement behind a comma",
        ),
        pytest.param(
            "قال إياد السمان: «وعدونا». وردت الوزارة في بيان، مؤكدة أن «الاتصالات مستمرة مع الأساتذة».",
            ["إياد السمان", ""],
            id="a body that the page never names is not who spoke before",
        ),
        pytest.param(
            "قالت وزيرة التربية رنا الهاشم إن الامتحانات في موعدها. وكان رئيس الرابطة غسان مطر قد اتهم الوزيرة "
            "بـ«المماطلة في كل شيء».",
            ["غسان مطر"],
            id="helpers between a subject and its verb",
        ),
        pytest.param(
            "وروى صاحب المحل، ويدعى جوزيف عازار، ما جرى قائلا: «دخلوا كأنهم زبائن».",
            ["جوزيف عازار"],
            id="the owner of a shop and his name",
        ),
        pytest.param(
            "أما صاحبة القاعة منى الدروبي فتصف المعرض بأنه «مغامرة محسوبة».", ["منى الدروبي"], id="whose owner she is"
        ),
        pytest.param(
            "الحجايا: لن ندفع دينارا لنعبر جسرنا\n\nقالت محافظ الوادي ميسون الحجايا: «لن ندفع دينارا واحدا».",
            ["ميسون الحجايا", "ميسون الحجايا"],
            id="a headline calls somebody by a family name that the text gives later",
        ),
        pytest.param(
            "محافظ النهر: الطريق سيفتح خلال ساعات\n\nوأعلن محافظ النهر نبيه الصالح أن الطريق الدولي سيفتح.",
            ["نبيه الصالح"],
            id="a headline calls somebody by an office",
        ),
        pytest.param(
            "رئيس جمعية الصيادين في الخور: لم يسألنا أحد\n\n"
            "وقال رئيس جمعية الصيادين في الخور سعيد المهيلي إن البحر رزقهم.",
            ["سعيد المهيلي"],
            id="a headline calls somebody by a long office, not by whose head he is",
        ),
        pytest.param(
            "ابنة أحد المصابين: لا نريد مالا\n\nقالت مريم الكراي، وهي ابنة رجل فقد بصره، إن التعويض لا يعنيها.",
            ["مريم الكراي"],
            id="a headline by a relative, who speaks in the paragraph behind it",
        ),
        pytest.param(
            "الخباز الذي أغلق باكرا: لم أعد أنام\n\nقال سامي عون إن الطحين نفد.",
            ["سامي عون"],
            id="a headline in which somebody speaks of himself",
        ),
        pytest.param("تصويب: ذكرنا أمس أن القوارب سبعة، والصحيح أنها تسعة.", [], id="a correction of the outlet's own"),
        pytest.param("أزمة الخبز: ماذا ينتظرنا\n\nقال سامي عون إن الطحين نفد.", [], id="a headline that asks"),
        pytest.param(
            "النقابة: الإضراب في موعده\n\nقالت نقابة سائقي الحافلات إنها لم تتلق أي عرض جديد.",
            ["نقابة سائقي الحافلات"],
            id="a headline calls a body by what it is",
        ),
        pytest.param(
            "«خسرنا ثلث المحصول»، بهذه الكلمات لخص نقيب المزارعين عواد السروجي الموسم.",
            ["عواد السروجي"],
            id="words that point to the marks before them",
        ),
        pytest.param(
            "ونسب إلى رئيس الاتحاد غازي الفتيحي في البيان ذاته قوله: «اللائحة كتبت قبل المباراة».",
            ["غازي الفتيحي"],
            id="a document between somebody and his words",
        ),
        pytest.param(
            "وفي اتصال مع «نبض»، نفى سالم العلي صحة التسجيل، وقال: «الصوت ليس صوتي».",
            ["سالم العلي"],
            id="an outlet in marks that a preposition leads to",
        ),
        pytest.param(
            "وأكد سالم العلي لـ«صوت المدينة»، أن «النتائج قريبة».", ["سالم العلي"], id="an outlet in marks is told"
        ),
        pytest.param(
            "وقال سالم العلي: «الصوت ليس صوتي». غير أن والد أحد التلاميذ أكد أنه سمع الكلام. وقال: «قالها أمامي».",
            ["سالم العلي", ""],
            id="somebody without a name before his verb",
        ),
        pytest.param(
            "قال المهندس باسم رزق إن الخرسانة «كانت دون المواصفات». وسأله القاضي: «لماذا لم تبلغ؟»، "
            "فأجاب رزق: «أبلغت ولم يسمعني أحد».",
            ["باسم رزق", "", "باسم رزق"],
            id="a title alone that is not the title of who spoke before",
        ),
        pytest.param(
            "واعترض محامي الدفاع كميل شدياق على الشهادة، قائلا: «غير صحيحة». ورد عليه ممثل النيابة بالقول: "
            "«الشاهدة أقسمت اليمين».",
            ["كميل شدياق", ""],
            id="a title alone behind a preposition with a pronoun",
        ),
        pytest.param(
            "وقالت الشاهدة الثانية، الموظفة في البلدية عفاف نصر: «وقعت على أوراق». وأضافت باكية: «كنت أخاف».",
            ["عفاف نصر", "عفاف نصر"],
            id="a title with a name behind a comma, how she says it",
        ),
        pytest.param(
            "وقال المزارع ياسين البدري: «خسرنا نصف البندورة». وأضاف المزارع الخمسيني: «سأبيع الأرض».",
            ["ياسين البدري", "ياسين البدري"],
            id="a title and an adjective that looks like a name",
        ),
        pytest.param(
            "تقول أم جورج: «العجين يعرف يدي».\n\nحفيدتها ماريا تريد أن تتعلم. وتقول بخجل: «جدتي وعدتني بالسر».",
            ["أم جورج", "ماريا"],
            id="whose relation she is tells that she is a woman",
        ),
        pytest.param(
            "خبيرة تغذية: «السكر عدو صامت»\n\nحذرت خبيرة التغذية رولا عيسى من الإفراط، وقالت: «السكر عدو صامت، لكنه "
            "ليس عدوا لا يقهر».",
            ["رولا عيسى", "رولا عيسى"],
            id="a headline by a trade, whose words the text has again",
        ),
        pytest.param(
            "قال وزير العدل مازن الصفدي إنه أمر بتحقيق. ووجه سجناء رسالة إلى الوزير مازن الصفدي جاء فيها: «نموت ببطء».",
            [""],
            id="who gets a letter has not written it",
        ),
        pytest.param(
            "وقال المدرب سيمون حداد: «القرار في يد أيهم». أما اللاعب نفسه فاكتفى بالقول: «أركز على الملعب».",
            ["سيمون حداد", ""],
            id="whom a sentence is about without a name",
        ),
        pytest.param(
            "يقول رئيس التعاونية الزراعية في سهل القمح ضرار المحمد: «هذا أسوأ موسم».",
            ["ضرار المحمد"],
            id="a place between a body and its head",
        ),
        pytest.param(
            "قال عدنان مراد إن الصناديق أغلقت. وهتف أنصار الحزب: «الشعب قال كلمته».", [""], id="followers are several"
        ),
        pytest.param(
            "قال الوزير مازن الصفدي: «سنعمل». وقال نائب الوزير سمير قدورة: «نعم». وأضاف الوزير: «هذا وعد».",
            ["مازن الصفدي", "سمير قدورة", "مازن الصفدي"],
            id="a deputy is not the minister",
        ),
        pytest.param(
            "ويقول محامي الأهالي عبد الله رشيد: «الإنذارات باطلة». ويوضح: «لم يبلغ أحد وفق الأصول».",
            ["عبد الله رشيد", "عبد الله رشيد"],
            id="whose lawyer he is",
        ),
        pytest.param(
            "وقال قائد فرق الإطفاء النقيب ضياء مسلم: «وصلنا خلال سبع دقائق».", ["ضياء مسلم"], id="two titles of one man"
        ),
        pytest.param(
            "وقال التاجر نصري بدر: «راح تعب العمر».\n\nشقيقه مروان بدا أكثر غضبا. وقال: «طالبنا بطفايات منذ سنين».",
            ["نصري بدر", "مروان"],
            id="a brother by his pronoun is a man",
        ),
        pytest.param(
            "وقالت ليلى الصباغ: «لا أعرف». وأشارت التحقيقات الأولية إلى «تماس كهربائي في الطابق الأرضي».",
            ["ليلى الصباغ", ""],
            id="inquiries are no woman",
        ),
        pytest.param(
            "مورد تركي: أوصينا بتغيير الصمامات قبل عام\n\nقال المدير الفني للشركة سليم آيدمير إن شركته أوصت بتغيير "
            "الصمامات قبل عام.",
            ["سليم آيدمير"],
            id="a line that names nobody and whose words the text reports",
        ),
        pytest.param(
            "مورد تركي: الصمامات سبب الكارثة\n\nقال المدير الفني للشركة سليم آيدمير إن شركته أوصت بتغييرها قبل عام.",
            [],
            id="a line whose words the text has not again",
        ),
        pytest.param(
            "ليلة في المصنع\n\nروت العاملة سعاد حسين ما جرى، وقالت: «كنا نجري في الظلام ولا نرى الباب».\n\n"
            "«كنا نجري في الظلام»\n\nوقال حسن البدوي: «الباب كان مغلقا من الخارج».",
            ["سعاد حسين", "سعاد حسين", "حسن البدوي"],
            id="a headline within the text, in marks, whose words the text has",
        ),
        pytest.param(
            "وأنكر المتهم الرئيسي زاهر قبلان التهم، وقال: «كنت في بيتي». فسأله القاضي: «من يشهد على ذلك؟»، فأجاب "
            "المتهم: «أمي رحمها الله».",
            ["زاهر قبلان", "", "زاهر قبلان"],
            id="somebody is called as he was before his name",
        ),
        pytest.param(
            "انتشر تسجيل منسوب إلى مدير المدرسة رفيق العلي يقول فيه: «من لا يدفع لا يدخل».",
            ["رفيق العلي"],
            id="a record of somebody who says in it",
        ),
        pytest.param(
            "نفت وزارة التموين النقص. وقالت ربة منزل: «لم أجد كيسا واحدا».", [""], id="a housewife is not the ministry"
        ),
        pytest.param(
            "وقال اللاعب كنان يازجي: «لم أنم منذ يومين». وأهدى الفتى اللقب إلى مدربه، قائلا: «كان يرى ما لا أراه».",
            ["كنان يازجي", "كنان يازجي"],
            id="a boy is no other office",
        ),
    ],
)
def test_who_speaks(text, wanted):
    assert said(text) == wanted


def test_pages_where_nobody_speaks():
    """A demonstrative object, a verb that begins with a doubled letter: nothing is reported."""
    corpus = Corpus([article_of("ورفضت النقابة هذه الرواية، ثم غادرت. وورّدت شركة النور المعدات.", language="ar")])
    assert quotes(corpus, entities(corpus)).table.empty


def test_where_a_clause_ends_before_the_next():
    """What comes before ``قبل أن تستدرك`` ends at its comma."""
    text = "واعتبرت هالة شعلان أن أصعب الأيام مر، قبل أن تستدرك: «لكننا سنحتاج إلى متابعة الأطفال»."
    corpus = Corpus([article_of(text, language="ar")])
    table = quotes(corpus, entities(corpus)).table
    assert table["text"].tolist() == ["أصعب الأيام مر", "لكننا سنحتاج إلى متابعة الأطفال"]
    assert set(table["speaker"]) == {"هالة شعلان"}
