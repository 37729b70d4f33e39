"""Who speaks without a name: somebody new, whoever is asked, a title alone, a statement of nobody known."""

from __future__ import annotations

import pytest

from tests.unit.test_quotes_passed import case, told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        case(
            "a title alone behind a comma",
            "وفي تصريح مقتضب، اكتفى محافظ الإقليم بالقول إن «الملف قيد المتابعة».",
            ("محافظ", "الملف قيد المتابعة"),
        ),
        case(
            "whoever is asked answers",
            "وتحدث سمير حداد أولا. ثم سئلت الوزيرة عن عدد المفقودين فأجابت: «لا نملك رقماً نهائياً».",
            ("الوزيرة", "لا نملك رقماً نهائياً"),
        ),
        case(
            "somebody else speaks in a sentence that tells who is asked",
            "سئل وزير النقل وليد مرعي عن الجسر، وقال سمير حداد إن الأمر سابق لأوانه.",
            ("سمير حداد", "الأمر سابق لأوانه"),
        ),
        case(
            "when he is asked",
            "تحدث سمير حداد أولا. وعندما سئلت الوزيرة سلمى الحاج عن الاستقالة قالت إن الأمر سابق لأوانه.",
            ("سلمى الحاج", "الأمر سابق لأوانه"),
        ),
        case("two words", "Two warning"),
        case(
            "whoever is asked has a name",
            "تحدث سمير حداد أولا. وسئلت الوزيرة سلمى الحاج عن الاستقالة فقالت إن الأمر سابق لأوانه.",
            ("سلمى الحاج", "الأمر سابق لأوانه"),
        ),
        case(
            "a sentence is about somebody's mother",
            "أما والدة التلميذ يوسف كاظم فتشكو من أن ابنها بقي أسبوعين بلا معلمة.",
            ("والدة", "ابنها بقي أسبوعين بلا معلمة"),
        ),
        case(
            "a title of two words and a name between commas",
            "وقال صاحب المصنع، رجل الأعمال ناصر البلوي، إن المصنع آمن.",
            ("ناصر البلوي", "المصنع آمن"),
        ),
        case(
            "a statement of nobody known, behind somebody else",
            "قال سمير حداد إن الجسر آمن. وأكد بيان صادر عن مكتب النائب العام أن النيابة «لم تتلق أي بلاغ». "
            "وأضاف البيان أن التحقيق سري.",
            ("سمير حداد", "الجسر آمن"),
            ("بيان", "لم تتلق أي بلاغ"),
            ("البيان", "التحقيق سري"),
        ),
        case(
            "somebody new right before the verb",
            'Ali Hadi spoke first. "We used what was in the van," a worker said.',
            ("a worker", "We used what was in the van,"),
        ),
        case(
            "one of them, right before the verb and behind it",
            '"We used what was in the van," one of them said. "It was cold," said one of them.',
            ("one of them", "We used what was in the van,"),
            ("one of them", "It was cold,"),
        ),
        case(
            "one of those of whom more is said",
            'Ali Hadi came. "No," one of the men who worked there said.',
            ("one of the men who worked there", "No,"),
        ),
        case(
            "another, and the other",
            'Ali Hadi spoke. "Never," others said. "No," another told the court. The other said he had complained.',
            ("others", "Never,"),
            ("another", "No,"),
            ("The other", "he had complained"),
        ),
        case(
            "the man who was told of is nobody new",
            'Ali Hadi waited outside. "They lied," the man said.',
            ("Ali Hadi", "They lied,"),
        ),
        case(
            "an infinitive has the subject of its verb",
            "The head teacher, Louise Adeyemi, wrote to families on Tuesday to say that lessons would go on.",
            ("Louise Adeyemi", "lessons would go on"),
        ),
        case(
            "a title behind where it is said",
            'In an interview with BBC Radio Leeds, the mayor described the closure as "a scandal".',
            ("mayor", "a scandal"),
        ),
        case(
            "a paper that is not named",
            "قال سمير حداد إن المعبر مغلق. وذكرت صحيفة محلية أن التهريب تضاعف خلال عام.",
            ("سمير حداد", "المعبر مغلق"),
            ("صحيفة محلية", "التهريب تضاعف خلال عام"),
        ),
        case(
            "authorities of whom nothing else is known, and no adverb",
            "قالت سعاد حداد إن المعبر مغلق. وأضافت مبتسمة إن البيت جميل. ولم تؤكد سلطات تالما أنها ستسمح بالدخول.",
            ("سعاد حداد", "المعبر مغلق"),
            ("سعاد حداد", "البيت جميل"),
            ("سلطات تالما", "ستسمح بالدخول"),
        ),
        case(
            "where something stands",
            "وجاء في بيان أصدرته وزارة الصحة أن الشاحنات ستعبر. وورد في التقرير أن الطريق آمن.",
            ("وزارة الصحة", "الشاحنات ستعبر"),
            ("وزارة الصحة", "الطريق آمن"),
        ),
        case("no document", "وجاء في المركز الأول أن العداء سجل رقما."),
        case(
            "an agency passes on more of his words",
            "تحدث بابكر دياماني طويلا. ونقلت وكالة تالما الخبر. ونقلت الوكالة عنه أيضاً قوله: «لا شيء عندنا نخفيه».",
            ("بابكر دياماني", "لا شيء عندنا نخفيه"),
        ),
        case(
            "a brother is the source, and a denial is kept",
            "تحدث فريد بن طاهر. وبحسب شقيق فريد بن طاهر، لم يتصل بالأسرة أي مسؤول.",
            ("شقيق", "لم يتصل بالأسرة أي مسؤول"),
        ),
        case(
            "a spokeswoman of hers",
            "قالت المتحدثة سلوى الزناتي إن الباب مغلق. وأعلنت المتحدثة باسم حكومتها فاطومة كاسي أن الباب مفتوح.",
            ("سلوى الزناتي", "الباب مغلق"),
            ("فاطومة كاسي", "الباب مفتوح"),
        ),
        case(
            "what somebody is asked for, behind whoever is asked",
            "قال سمير المزوغي إن الخسائر كبيرة، مطالباً الحكومة بتعويض أصحاب الشاحنات.",
            ("سمير المزوغي", "الخسائر كبيرة"),
            ("سمير المزوغي", "تعويض أصحاب الشاحنات"),
        ),
        case(
            "what is asked for behind a clause",
            "النائب المعارض توفيق العمراوي، الذي أمضى عشر سنوات في المجلس، طالب بلجنة تحقيق برلمانية.",
            ("توفيق العمراوي", "لجنة تحقيق برلمانية"),
        ),
        case(
            "several people shout",
            "وردّد المحتجون هتافات من بينها «المياه حق»، ورفعوا لافتات كتب عليها «لا للتسعير».",
            ("المحتجون", "المياه حق"),
        ),
        case(
            "a clause before its speaker and when he spoke",
            "Azouran will not reopen its crossing until it knows who fired, its foreign minister said on Monday, as "
            "its neighbours traded accusations.",
            ("foreign minister", "Azouran will not reopen its crossing until it knows who fired"),
        ),
        case(
            "a clause before its speaker and a long tail",
            "Lorries carrying food will be let through, the Mediterranean Commission announced after seven hours of "
            "talks between the ministers of both countries in a Tunis hotel.",
            ("Mediterranean Commission", "Lorries carrying food will be let through"),
        ),
        case(
            "a clause before its speaker, told by what he is",
            "Some 420 trucks are stuck there, the head of the country's hauliers' union, Redouane Mzoughi, told us.",
            ("Redouane Mzoughi", "Some 420 trucks are stuck there"),
        ),
        case(
            "a clause before its verb and somebody",
            "Two were passed on in January, claims a security official who would not be named.",
            ("a security official", "Two were passed on in January"),
        ),
        case(
            "a verb joined to what its subject does",
            "Henrik Falstad, an envoy, met the two ministers separately and said the priority was to open the road.",
            ("Henrik Falstad", "the priority was to open the road"),
        ),
        case(
            "the ruling is what is reported, not where",
            "Ali Hadi said the ruling would not affect its work. Hadi said the report was wrong.",
            ("Ali Hadi", "the ruling would not affect its work"),
            ("Ali Hadi", "the report was wrong"),
        ),
        case(
            "others win, whatever is named before them",
            "Analysts at Holt & Barrow called the ruling a blow, while others said the company could still win.",
            ("others", "the company could still win"),
        ),
        case(
            "a judge with whom the sentence begins",
            "Anita Rowland left. A judge on Friday blocked the sale of the mine, saying the buyer had lied to it.",
            ("A judge", "the buyer had lied to it"),
        ),
        case(
            "what somebody is asked is nobody's statement",
            'Tom Haskell came late. Asked if he regretted his support, he said only: "I want those jobs to stay."',
            ("Tom Haskell", "I want those jobs to stay."),
        ),
        case(
            "an outlet in marks to which somebody talked",
            "قالت هبة الله صلاح إن الخطاب قديم، ولفتت في اتصال هاتفي مع «الوادي» إلى تجربة المغرب.",
            ("هبة الله صلاح", "الخطاب قديم"),
            ("هبة الله صلاح", "تجربة المغرب"),
        ),
        case(
            "a name that no list knows, before a particle",
            "وبحسب الهمامي فإن الأسعار سترتفع مطلع يوليو.",
            ("الهمامي", "الأسعار سترتفع مطلع يوليو"),
        ),
        case(
            "what a thing shows is told by whoever says so",
            "الخبير النفطي عامر الشوبكي رأى أن القضية تكشف «ثغرة في الرقابة عمرها عشرون عاماً».",
            ("عامر الشوبكي", "ثغرة في الرقابة عمرها عشرون عاماً"),
        ),
        case(
            "what a judgement says",
            "وجاء في حيثيات الحكم أن المتهم خلط الوقود في سبع محطات.",
            ("حيثيات الحكم", "المتهم خلط الوقود في سبع محطات"),
        ),
        case(
            "its secretary-general",
            "قال سمير حداد إن الوقود سليم. وترفض الوزارة الاتهام، ويقول أمينها العام أماني العزام إن المختبرات تعمل.",
            ("سمير حداد", "الوقود سليم"),
            ("أماني العزام", "المختبرات تعمل"),
        ),
        case("a verb that is its own past", 'The letter read: "It is not ideal."', ("The letter", "It is not ideal.")),
    ],
)
def test_who_speaks_without_a_name(text, wanted):
    assert told(text) == wanted
