"""Quotations as news agencies write them: long sentences, titles with owners, subjects far from what they say."""

from __future__ import annotations

import pytest

from tests.build import article_of
from workbench.corpus import Corpus
from workbench.extractors.entities import entities
from workbench.extractors.quotes import quotes


def told(text):
    """What is quoted of whom: the canonical speaker, the words that name him, the statement."""
    corpus = Corpus([article_of(text)])
    table = quotes(corpus, entities(corpus)).table
    return list(zip(table["speaker"], table["speaker_text"], table["text"], strict=True))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "وفي تونس دعا الأمين العام للرابطة إلى هدنة فورية.",
            [("", "", "هدنة فورية")],
            id="a place behind a preposition is no subject, an owner behind a title no statement",
        ),
        pytest.param(
            "قال خبراء إن تكلفة الحملة بلغت ستة ملايين دينار (1.3 مليون دولار)، فيما قدرت الأضرار بأكثر من مليار.",
            [("", "خبراء", "تكلفة الحملة بلغت ستة ملايين دينار (1.3 مليون دولار)")],
            id="a connecting word is the writer's",
        ),
        pytest.param(
            "قال وزير المياه جمال الهروي إن السد امتلأ. من جهته رفض السفير الأردني بالمجلس اقتراح فتح القناة.",
            [("جمال الهروي", "جمال الهروي", "السد امتلأ"), ("", "السفير الأردني", "اقتراح فتح القناة")],
            id="another office is not the minister's",
        ),
        pytest.param(
            "قال نائب الرئيس التونسي سعود الهلالي ان القناة مفتوحة. واضاف المسؤول التونسي ان الرسوم ألغيت.",
            [
                ("سعود الهلالي", "سعود الهلالي", "القناة مفتوحة"),
                ("سعود الهلالي", "المسؤول التونسي", "الرسوم ألغيت"),
            ],
            id="an official may be whoever spoke",
        ),
        pytest.param(
            "وأفادت بيانات وزارة الصناعة بأن ربع المصانع مغلقة منذ شهر.",
            [("وزارة الصناعة", "وزارة الصناعة", "ربع المصانع مغلقة منذ شهر")],
            id="figures speak for whoever issued them",
        ),
        pytest.param(
            "قالت وكالة الأنباء التونسية إن الأسعار ثابتة. لكن الشواهد السابقة تشير إلى أن أسعار النقل تزيد.",
            [("وكالة الأنباء التونسية", "وكالة الأنباء التونسية", "الأسعار ثابتة")],
            id="evidence that nobody issued says nothing",
        ),
        pytest.param(
            'عبر الأمين العام للرابطة كمال السنوسي عن "حزنه الشديد" للخسائر.',
            [("كمال السنوسي", "كمال السنوسي", "حزنه الشديد")],
            id="a verb that is written like a preposition",
        ),
        pytest.param(
            "وبناء على طلب من الحكومة التونسية يتوقع أن تقدم البلديات خياما وأغطية.",
            [("", "", "تقدم البلديات خياما وأغطية")],
            id="who is asked for something does not say what is expected",
        ),
        pytest.param(
            "أكد السيد حسن الطرابلسي الأمين العام لحزب الواحة الليبي ان البنية القيادية للحزب لم تصب بأي أذى.",
            [("حسن الطرابلسي", "حسن الطرابلسي", "البنية القيادية للحزب لم تصب بأي أذى")],
            id="the owner of a title behind a name",
        ),
        pytest.param(
            "وقالت قناة الضفاف نقلا عن مصدر أمني إن السفن عادت إلى الميناء.",
            [("", "مصدر أمني", "السفن عادت إلى الميناء")],
            id="the source speaks, not who passes it on",
        ),
        pytest.param(
            "وقالت قناة الضفاف نقلا عن مراسلها في تونس ان السفن عادت إلى الميناء.",
            [("الضفاف", "الضفاف", "السفن عادت إلى الميناء")],
            id="a preposition that attributes opens nothing",
        ),
        pytest.param(
            "وقال خلال مؤتمر صحفي بعد لقائه الرئيس كمال السنوسي إن المجلس قد يتبنى قرارا، داعيا إلى إنهاء النزاع.",
            [("", "", "المجلس قد يتبنى قرارا"), ("", "", "إنهاء النزاع")],
            id="a participle goes on with the verb's subject, known or not",
        ),
        pytest.param(
            "ونقلت وكالة الأنباء التونسية عن سعود الهلالي قوله خلال استقباله أعضاء المجلسين التنفيذي والتشريعي لمنطقة"
            ' الواحات في شمال البلاد (الموالون للسلطة) ان "التهديدات لن ترهب أهل الواحات".',
            [("سعود الهلالي", "سعود الهلالي", "التهديدات لن ترهب أهل الواحات")],
            id="a clause far behind its verb",
        ),
        pytest.param(
            "وأكد في كلمة نشرت في العدد الأخير من المجلة أن البلاد تشهد تحديثا سريعا.",
            [("", "", "البلاد تشهد تحديثا سريعا")],
            id="a verb that tells of a document",
        ),
        pytest.param(
            "وأكد سعود الهلالي خلال ندوة صحفية، عقدت يوم الخميس بمناسبة إنهاء الإجراءات المتعلقة بمساهمة الصندوق"
            " بنسبة 65 في المائة، أن البنك يعتزم مضاعفة شبكته.",
            [("سعود الهلالي", "سعود الهلالي", "البنك يعتزم مضاعفة شبكته")],
            id="a long remark between commas",
        ),
        pytest.param("إن البلد يعد «وجهة مفضلة» للشركات.", [], id="what something is thought to be"),
        pytest.param(
            "رفض سعود الهلالي وكمال السنوسي اقتراح المجلس.",
            [("سعود الهلالي", "سعود الهلالي", "اقتراح المجلس")],
            id="two subjects",
        ),
        pytest.param("رفض سعود الهلالي التعليق على القرار.", [], id="who does not comment says nothing"),
        pytest.param(
            "وأكد سعود الهلالي أنهم (السكان) لم يتمكنوا من العودة.",
            [("سعود الهلالي", "سعود الهلالي", "(السكان) لم يتمكنوا من العودة")],
            id="a remark in brackets is not cut in two",
        ),
        pytest.param(
            "طلب الرئيس التونسي كمال السنوسي من الاتحاد الأوروبي أن يوقف الحرب.",
            [("كمال السنوسي", "كمال السنوسي", "يوقف الحرب")],
            id="who is asked does not speak",
        ),
        pytest.param(
            "طلب الرئيس التونسي كمال السنوسي من الاتحاد الأوروبي تفويض الممثل في العمل من أجل وقف الحرب.",
            [("كمال السنوسي", "كمال السنوسي", "تفويض الممثل في العمل من أجل وقف الحرب")],
            id="a preposition of two words opens nothing",
        ),
        pytest.param(
            "حذر وزير الخارجية التونسي سعود الهلالي أثناء زيارة قصيرة قام بها إلى الميناء بأن العنف يؤدي إلى كارثة.",
            [("سعود الهلالي", "سعود الهلالي", "العنف يؤدي إلى كارثة")],
            id="where something was said is no object",
        ),
        pytest.param("والقرار الذي أعلنته تونس الجمعة، المرحلة الأهم في الزيارة.", [], id="the object is a pronoun"),
        pytest.param(
            "وحسب تعبير الأطفال، فقد أرادوا أن ينقلوا معاناتهم إلى الناس.",
            [("", "الأطفال", "أرادوا أن ينقلوا معاناتهم إلى الناس")],
            id="in the words of",
        ),
        pytest.param(
            "ونقلت وسائل الإعلام التونسية عن مسؤولين بوزارة الخارجية التونسية قولهم ان السفير عاد.",
            [("", "مسؤولين", "السفير عاد")],
            id="officials of a ministry are not the ministry",
        ),
        pytest.param(
            "امتدح مفتي تونس الشيخ محمد السعيدي (1849 - 1905) تلك المدرسة في خطبته.",
            [("محمد السعيدي", "محمد السعيدي", "تلك المدرسة في خطبته")],
            id="years in brackets behind a name",
        ),
        pytest.param("عرفت المعركة باسم الجمل نسبة إلى الجمل الذي كانت تركبه سعاد الهلالي.", [], id="called after"),
        pytest.param(
            "وصرح دبلوماسي غربي معتمد في تونس بأن الأمر إيجابي. والتقى الرئيس كمال السنوسي وفدا."
            " وكشف الدبلوماسي أن المحادثات بدأت.",
            [("", "دبلوماسي غربي", "الأمر إيجابي"), ("", "الدبلوماسي", "المحادثات بدأت")],
            id="whoever was introduced without a name has none later",
        ),
        pytest.param(
            "وقالت الولايات المتحدة، التي تهدد بإطاحة نظام الرئيس كمال السنوسي، إن الجولة بدأت.",
            [("الولايات المتحدة", "الولايات المتحدة", "الجولة بدأت")],
            id="whom a relative stands for",
        ),
        pytest.param(
            "وأكد أليكس فيرجسون مدرب نادي مانشستر يونايتد أن إيجاد بديل أهم.",
            [("أليكس فيرجسون", "أليكس فيرجسون", "إيجاد بديل أهم")],
            id="a club calls nobody",
        ),
        pytest.param(
            "وكان جمال الهروي قد رحل عن النادي وصرح كمال السنوسي لصحيفة المرسى أمس قائلا إن الوسط أهم.",
            [("كمال السنوسي", "كمال السنوسي", "الوسط أهم")],
            id="a participle goes with the nearest verb of saying",
        ),
        pytest.param(
            "قال خبراء الاقتصاد إن السوق هادئة. وروى أحد سكان الشارع المقابل، في حديث للقناة، أنه سمع صوتا.",
            [("", "خبراء الاقتصاد", "السوق هادئة"), ("", "أحد سكان الشارع", "سمع صوتا")],
            id="of what somebody is",
        ),
        pytest.param(
            "وظهر في الشريط كمال السنوسي الذي أدلى ببيان قصير دعا فيه الناس إلى الاستماع إليه غدا.",
            [("كمال السنوسي", "كمال السنوسي", "الاستماع إليه غدا")],
            id="whose statement it is",
        ),
        pytest.param(
            "أرسل نادي الساحل أمس خطابا إلى الاتحاد يطلب فيه السماح لوفده بالسفر.",
            [("نادي الساحل", "نادي الساحل", "السماح لوفده بالسفر")],
            id="what a letter asks for",
        ),
        pytest.param(
            "قال مسؤول إن القنابل خطرة ووصف استخدام تونس لتلك القنابل بأنه «تصرف غير أخلاقي تماما».",
            [("", "مسؤول", "القنابل خطرة"), ("", "مسؤول", "تصرف غير أخلاقي تماما")],
            id="whose use of something is described",
        ),
        pytest.param(
            "وأوضح المتحدث باسم الاتحاد أندرياس هيرين خلال قراءته بيان الاتحاد, أنه بما أن اللاعب اعتزل انتهت العقوبة.",
            [("أندرياس هيرين", "أندرياس هيرين", "بما أن اللاعب اعتزل انتهت العقوبة")],
            id="one comma before a clause",
        ),
        pytest.param(
            "وقال سعود الهلالي إنه من الأهمية بمكان أن تستعيد القبيلة هويتها.",
            [("سعود الهلالي", "سعود الهلالي", "من الأهمية بمكان أن تستعيد القبيلة هويتها")],
            id="a clause may begin with a preposition",
        ),
        pytest.param(
            "وأضاف سعود الهلالي، ان المؤسسات تملك صلاحيات واسعة، فكل فرد يستطيع أن يحصل على صحيفة.",
            [("سعود الهلالي", "سعود الهلالي", "المؤسسات تملك صلاحيات واسعة، فكل فرد يستطيع أن يحصل على صحيفة")],
            id="a noun that looks like a verb behind a conjunction",
        ),
        pytest.param("لم يعد المواطن العادي يتلفت إذا أراد أن يتكلم في السياسة.", [], id="no longer"),
        pytest.param(
            "اعلنت الحكومة التونسية في شهر مارس الماضي عن تحويل ألف شركة إلى القطاع الخاص.",
            [("الحكومة التونسية", "الحكومة التونسية", "تحويل ألف شركة إلى القطاع الخاص")],
            id="the month is not what was announced",
        ),
    ],
)
def test_who_says_what(text, wanted):
    assert told(text) == wanted


def test_the_carrier_is_kept_beside_its_source():
    corpus = Corpus([article_of("وقالت قناة الضفاف نقلا عن مصدر أمني إن السفن عادت إلى الميناء.")])
    (row,) = quotes(corpus, entities(corpus)).table.to_dict("records")
    assert (row["speaker_text"], row["via"]) == ("مصدر أمني", "الضفاف")
