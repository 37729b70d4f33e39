"""Who is meant by a noun, a pronoun or nobody at all, on Arabic pages where others are named in between."""

from __future__ import annotations

import pytest

from tests.build import article_of
from workbench.corpus import Corpus
from workbench.extractors.entities import entities
from workbench.extractors.quotes import quotes


def told(text):
    """The quotations of a text, in order: each with its speaker and its kind."""
    corpus = Corpus([article_of(text, language="ar")])
    table = quotes(corpus, entities(corpus)).table
    return list(zip(table["kind"], table["speaker"], strict=True))


def said(text, kind="direct"):
    """The speaker of each quotation of a kind, in order."""
    return [speaker for own, speaker in told(text) if own == kind]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "قالت النائبة ليلى عبود: «هذه موازنة الأغنياء». ورد الوزير سمير طنوس: «الأرقام لا تكذب». فقاطعته: «أرقامك "
            "تكذب كل يوم».",
            ["ليلى عبود", "سمير طنوس", "ليلى عبود"],
            id="who interrupts him",
        ),
        pytest.param(
            "قال الوزير رامز الصيداوي: «لا نية لذلك».\n\nوكان قد استقبل وفدا برئاسة إيلينا ماركوف، التي أشادت بما "
            "وصفته بـ«الخطوات الشجاعة».",
            ["رامز الصيداوي", "إيلينا ماركوف"],
            id="what she described as",
        ),
        pytest.param(
            "قال الوزير رامز الصيداوي: «لا نية لذلك».\n\nوقد اعترف مستشار سابق في الوزارة بالأمر حين قال: «كنا نغير "
            "الأسماء لا السياسات».",
            ["رامز الصيداوي", ""],
            id="when he said, of somebody without a name",
        ),
        pytest.param(
            "قال الوزير رامز الصيداوي: «لا نية لذلك».\n\nوكان المحافظ السابق قد وصف المشروع بأنه «نقلة نوعية».",
            ["رامز الصيداوي", ""],
            id="a title and its adjective before helpers",
        ),
        pytest.param(
            "ونفى سعيد شاهين التهم. وقال أمام هيئة محكمة الجنايات: «لم أوصد بابا في حياتي».",
            ["سعيد شاهين"],
            id="before a court is no imam of it",
        ),
        pytest.param(
            "وقال الحارس سالم العتال إنه أبلغ غرفة العمليات «ولم يرد أحد».",
            ["سالم العتال"],
            id="whom he told is not who says",
        ),
        pytest.param(
            "وقال ممثل النيابة رشيد الطيب إن المتهم الأول، مدير المستودع جلال شاهين، «كان يعلم بالأمر». وسأله القاضي "
            "منير الحاج: «من تقصد؟»، فأجاب المتهم: «الإدارة».",
            ["رشيد الطيب", "منير الحاج", "جلال شاهين"],
            id="the accused by what stood before a comma and his name",
        ),
        pytest.param(
            "سجل المهاجم سيف الدوري هدفا. وقال قائد الفريق أيمن رزق: «نحن من يخسر».\n\nوتابع اللاعب المخضرم: «سنعتذر "
            "للجمهور».",
            ["أيمن رزق", "أيمن رزق"],
            id="the player who spoke last",
        ),
        pytest.param(
            "قال سالم العتال: «الطابور طويل». وخلفه وقف رجل يحمل سلة فارغة. «جئت منذ الفجر»، قال الرجل.",
            ["سالم العتال", ""],
            id="a man who came after whoever spoke",
        ),
    ],
)
def test_who_says_it(text, wanted):
    assert said(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "وقالت فاطمة الهادي: «نحن على السطح». وقالت أستاذة علم المناخ في جامعة الإقليم، نادين صعب، إن السلطات "
            "تجاهلت التحذيرات. وأوضحت أن الكمية قياسية.",
            ["نادين صعب", "نادين صعب"],
            id="a science is no verb",
        ),
        pytest.param(
            "وقالت الأمم المتحدة إنها خصصت خمسة ملايين دولار. وأشارت المنظمة إلى أن ثمانين ألفا نزحوا.",
            ["الأمم المتحدة", "الأمم المتحدة"],
            id="a body whose name does not say what it is",
        ),
        pytest.param(
            "قال سمير العتال: «لا». وحذر محللون من أن أي توقف قد يرفع الأسعار. وقال سائقون إن الطريق مقطوع.",
            ["", ""],
            id="several without a name",
        ),
        pytest.param(
            "أعلن البنك المركزي في الجزيرة الخبر. وقالت محافظة البنك، عائشة مبارك، إن الأموال في أمان.",
            ["عائشة مبارك"],
            id="a noun of a body that is no title on any list",
        ),
    ],
)
def test_who_is_reported(text, wanted):
    assert said(text, "indirect") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "قال السائق سمير العتال: «نجونا». وأوضح محدثنا أن «الطريق ما زال مغلقا».",
            ["سمير العتال", "سمير العتال"],
            id="whom the reporter spoke with",
        ),
        pytest.param(
            "وقال المحلل سمير العتال إن «الدولة العميقة» تحكم البلاد.", [], id="a term with which a clause begins"
        ),
        pytest.param(
            "وقال المخرج سمير العتال إن فيلمه الجديد «أرض بلا ظل» سيعرض في الخريف.", [], id="a film and its adjective"
        ),
        pytest.param(
            "وقال المخرج سمير العتال إن فيلمه الجديد «سيصدم الجمهور».",
            ["سمير العتال"],
            id="what he says of his film",
        ),
        pytest.param(
            "أما ابنها الأكبر رامي، 22 عاما، فيقول: «سأرحل». ويضيف الشاب: «لا عمل هنا».",
            ["رامي", "رامي"],
            id="a given name with an age",
        ),
        pytest.param(
            "قالت ليلى حداد: «لا».\n\nسعاد، وهي أم لثلاثة أطفال، تنتظر في الصف. تقول: «لا نعرف متى نعود».",
            ["ليلى حداد", "سعاد"],
            id="a given name and a pronoun",
        ),
        pytest.param(
            "قال جهاد النمر: «لا».\n\nوفي برنامج «كلام الليل»، ذهب النائب فادي سلامة أبعد من ذلك حين اعتبر أن «من لا "
            "يستطيع العيش هنا فليهاجر».",
            ["جهاد النمر", "فادي سلامة"],
            id="a programme is where it is said",
        ),
        pytest.param(
            "قبل أن نغادر، طلب سليم الباشا أن نكتب شيئا واحدا. «اكتبوا أننا كنا هنا».",
            ["سليم الباشا"],
            id="a short sentence in marks behind a report",
        ),
        pytest.param(
            "وقال الوزير رامز الصيداوي: «الشراكة باقية». وأكد نظيره الإيطالي أندريا روسي الأمر. وقال "
            "رامز الصيداوي: «نعم».\n\nوأضاف الوزير الإيطالي أن بلاده تنظر إليها «نظرة بعيدة المدى».",
            ["رامز الصيداوي", "رامز الصيداوي", "أندريا روسي"],
            id="the minister by his country",
        ),
        pytest.param(
            "قال سمير العتال: «لا».\n\nإلا أن رئيس البلدية، وجيه الخطيب، حمّل المؤسسة المسؤولية. وقال: «أبلغناهم».",
            ["سمير العتال", "وجيه الخطيب"],
            id="whom a sentence is about behind a particle",
        ),
        pytest.param(
            "قال رئيس الحزب جهاد النمر: «لا».\n\nوزاد رمضان هلال الطين بلة حين نصح المواطنين بـ«شراء الشموع المحلية».",
            ["جهاد النمر", "رمضان هلال"],
            id="whom he advised is not who advises",
        ),
        pytest.param(
            "وقال صاحب هدف التعادل، المهاجم الشاب نادر عواد، لموقع «كورة»: «حلمت بهذا الهدف».",
            ["نادر عواد"],
            id="the scorer and his name",
        ),
        pytest.param("قالت ليلى حداد: «لا».\n\nإنهم يتحدثون عن «مؤامرة كونية».", ["ليلى حداد"], id="what they call it"),
        pytest.param(
            "وقال جهاد النمر: «لا». وأضاف النمر أن السجين كتب له: «روايتك كانت نافذتي الوحيدة».",
            ["جهاد النمر", ""],
            id="the subject of a clause behind its particle",
        ),
        pytest.param(
            "وقال جهاد النمر: «لا». وقالت مضيفة جوية تعمل في الشركة منذ سنوات: «عرفت من الأخبار».",
            ["جهاد النمر", ""],
            id="a woman by her trade and its adjective",
        ),
        pytest.param(
            "كانت أم عصام تبحث عن المفتاح. «ضحكت على نفسي»، تقول السيدة الستينية.",
            ["أم عصام"],
            id="a lady in her sixties who was told of",
        ),
        pytest.param(
            "قال سعد الفارس: «نعم». أما الشاهد الثاني، وهو حارس في المصنع، فقال: «رأيته يغادر».",
            ["سعد الفارس", ""],
            id="a witness without a name whom a sentence is about",
        ),
        pytest.param(
            "أعلنت شركة «أوريون» للنفط، الأسبوع الماضي، حالة «القوة القاهرة».", [], id="a state by its legal name"
        ),
        pytest.param(
            "قال الظهير زكريا مومني: «لم أسجل منذ سنوات».\n\nوأضاف صاحب الهدف: «أعتذر لوالدتي».",
            ["زكريا مومني", "زكريا مومني"],
            id="who scored goes on",
        ),
        pytest.param(
            "انتهت أمس محاكمته أمام محكمة الرمال. وأكد الناطق باسم المحكمة أنه نقل إلى السجن. وقال حمادي "
            "الزين: «لا». وأوضح الناطق أنه «سيستأنف الحكم قريبا».",
            ["حمادي الزين", "محكمة الرمال"],
            id="the spokesman of a body again",
        ),
        pytest.param(
            "وقال والي الإقليم عبد الرحيم الناصري: «نعم».\n\nزوجها، الذي فقد عمله، يقف أمام مكتب الوالي. «لا أحد يفتح "
            "الباب»، يقول باقتضاب.",
            ["عبد الرحيم الناصري", ""],
            id="a husband without a name whom a sentence is about",
        ),
        pytest.param("على الباب لافتة صدئة. «ممنوع الدخول».", [], id="a sign on a door"),
    ],
)
def test_what_is_quoted(text, wanted):
    assert said(text) == wanted


def test_a_refusal_does_not_take_the_words_before_it():
    corpus = Corpus([article_of("قال رئيس البلدية هادي السروجي إنه «سعيد جدا»، رافضا الكشف عن الكلفة.", language="ar")])
    table = quotes(corpus, entities(corpus)).table
    assert table["cue"].tolist() == ["قال"]


def test_a_source_whose_account_is_told():
    assert said("وبحسب رواية الشاهد سمير العتال فإن المركب غرق خلال دقائق.", "indirect") == ["سمير العتال"]
