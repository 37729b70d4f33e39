"""Who speaks where others pass his words on, ask him or are told: by a pronoun, behind a body, in a document."""

from __future__ import annotations

import pytest

from tests.build import corpus_of
from workbench.extractors.entities import entities
from workbench.extractors.quotes import quotes


def read(*texts):
    """The quotations of a corpus, and what it has in marks that is none."""
    language = "ar" if any("\u0600" <= sign <= "\u06ff" for sign in texts[0]) else "en"
    corpus = corpus_of(*texts, language=language)
    return quotes(corpus, entities(corpus))


def told(*texts):
    """The speaker of each quotation, the words that name him where he has no entity, and what he says."""
    table = read(*texts).table
    rows = zip(table["speaker"], table["speaker_text"], table["text"], strict=True)
    return [(speaker or called, said) for speaker, called, said in rows]


def case(name, text, *wanted):
    """A text and who says what in it."""
    return pytest.param(text, list(wanted), id=name)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        case(
            "his lawyer passes his words on",
            'تحدث خالد حداد عن الشروط. ونقل عنه محاميه نور الدين شلابي قوله: "لن أعود من الباب الخلفي".',
            ("خالد حداد", "لن أعود من الباب الخلفي"),
        ),
        case(
            "an agency passes his words on",
            "غادر خالد حداد القاعة. ونقلت عنه وكالة الأنباء قوله إن الاجتماع فشل.",
            ("خالد حداد", "الاجتماع فشل"),
        ),
        case(
            "a source behind the body that carries it",
            "وأوردت صحيفة الرأي نقلاً عن عضو في لجنة الاستئناف لم تسمه أن الملف لم يُغلق بعد.",
            ("عضو في لجنة الاستئناف", "الملف لم يُغلق بعد"),
        ),
        case(
            "who is asked answers",
            "روت وداد نجم أن الصندوق أمضى الليل في مكتبها. سألتها القاضية ليلى سالم عن القفل فأجابت: «لم أكتبه أنا».",
            ("وداد نجم", "الصندوق أمضى الليل في مكتبها"),
            ("وداد نجم", "لم أكتبه أنا"),
        ),
        case(
            "whom a body has just been told to have",
            "أما حزب العهد الجديد المعارض، فدعت أمينته العامة سالمة حداد إلى تشكيل لجنة تحقيق برلمانية.",
            ("سالمة حداد", "تشكيل لجنة تحقيق برلمانية"),
        ),
        case(
            "who heads those whom no list knows",
            "أما رئيسة لجنة أهالي الوادي عائشة نجم فترى أن المشكلة ليست في التحلية.",
            ("عائشة نجم", "المشكلة ليست في التحلية"),
        ),
        case(
            "behind the marks around his company",
            "خرج المدير العام لشركة «صدى الصحراء» فاروق حداد أمس عن صمته، ونفى أن تكون شركته قد طلبت إبعاد أحد.",
            ("فاروق حداد", "تكون شركته قد طلبت إبعاد أحد"),
        ),
        case(
            "nobody named between a verb and its helper",
            "قال رابح نجم إن الوزارة لا تتدخل. وكان حساب مجهول على مواقع التواصل قد زعم أن الوزيرة وقعت القرار.",
            ("رابح نجم", "الوزارة لا تتدخل"),
            ("حساب مجهول", "الوزيرة وقعت القرار"),
        ),
        case(
            "two clauses of one verb, the second in marks",
            "قال خالد حداد إن القرار صدر في اليوم نفسه، وإن «أحدا لن يكون فوق المحاسبة».",
            ("خالد حداد", "القرار صدر في اليوم نفسه"),
            ("خالد حداد", "أحدا لن يكون فوق المحاسبة"),
        ),
        case(
            "a verb within the first clause",
            "وأضافت سارة حداد أن رئيسة المجلس أبلغت بالقرار هاتفياً، وأن الوزارة «لا تملك صلاحية إعادته».",
            ("سارة حداد", "رئيسة المجلس أبلغت بالقرار هاتفياً"),
            ("سارة حداد", "لا تملك صلاحية إعادته"),
        ),
        case(
            "she goes on with a participle",
            "وقالت سارة حداد إن القرار اتخذ بالإجماع، مضيفة أن المدير كان على علم به.",
            ("سارة حداد", "القرار اتخذ بالإجماع"),
            ("سارة حداد", "المدير كان على علم به"),
        ),
        case(
            "a participle that only describes",
            "شددت سارة حداد على أن أي شركة معلنة لم تتدخل في القرار.",
            ("سارة حداد", "أي شركة معلنة لم تتدخل في القرار"),
        ),
        case(
            "a woman by her trade",
            "قالت مضيفة جوية تعمل في الشركة إن الرحلة تأخرت.",
            ("مضيفة جوية", "الرحلة تأخرت"),
        ),
        case(
            "a source behind a conjunction",
            "إلا أنه بحسب الوزارة، فإن الطريق مغلق منذ يومين.",
            ("الوزارة", "الطريق مغلق منذ يومين"),
        ),
        case(
            "a body that says something in a document behind a remark",
            "وزع المحامي وضاح نجم بيانا. نقابة الصيادلة، من ناحيتها، قالت في بيان إنها تسلمت كتابا واحدا. "
            "وجاء في البيان: «النقابة بيت أعضائها».",
            ("نقابة الصيادلة", "تسلمت كتابا واحدا"),
            ("نقابة الصيادلة", "النقابة بيت أعضائها"),
        ),
    ],
)
def test_who_speaks_in_arabic(text, wanted):
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        case("residents were told", "Residents were told that the water was safe."),
        case("she was warned", "Salma Haddad has been warned that the roof could fall."),
        case("nobody announced it", "It was announced that the road would close.", ("", "the road would close")),
        case(
            "who gives no name behind a source phrase",
            "But according to a board member who asked not to be named, the office was told of the vote in advance.",
            ("a board member", "the office was told of the vote in advance"),
        ),
        case(
            "a source phrase behind a conjunction",
            "But according to Omar Haddad, the road is closed.",
            ("Omar Haddad", "the road is closed"),
        ),
        case(
            "who speaks for it has said at the end",
            "The ministry stays out of the affairs, its spokesman Omar Haddad has said.",
            ("Omar Haddad", "The ministry stays out of the affairs"),
        ),
        case(
            "a clause behind where it was said",
            "Omar Haddad said on air the contract was worth 40 million dinars.",
            ("Omar Haddad", "the contract was worth 40 million dinars"),
        ),
        case(
            "its head, and not another one",
            "The district head, Sameh Nader, met the press. The drivers' union called for a strike. "
            '"We warned them twice," said its head, Omar Haddad.',
            ("drivers' union", "a strike"),
            ("Omar Haddad", "We warned them twice,"),
        ),
        case(
            "a pronoun of the clause before a comma",
            "The authority said the bridge was open. Omar Haddad, the governor of Basra who closed it, insisted that "
            "his toll had been suspended.",
            ("The authority", "the bridge was open"),
            ("Omar Haddad", "his toll had been suspended"),
        ),
        case(
            "two clauses of one verb, the second in marks",
            'Omar Haddad said that no rule was broken and that the campaign "did not cost what his opponent spent".',
            ("Omar Haddad", "no rule was broken"),
            ("Omar Haddad", "did not cost what his opponent spent"),
        ),
    ],
)
def test_who_speaks_in_english(text, wanted):
    assert told(text) == wanted


ON_SIGNS = (
    ("ورفع المحتجون لافتات كتب عليها «لا لبيع الماء».", []),
    ("ورفعت مشجعة لافتة تقول «لا لبيع اللاعب».", []),
    ("ورفع المحتجون لافتات تطالب برحيل الوزير، وهتفوا: «لا لبيع الماء».", ["لا لبيع الماء"]),
    ('Supporters marched behind a banner reading "The club is not for sale", many in red.', []),
    ('Students held up signs that said "We are not customers".', []),
    ('Omar Haddad, standing by the wall, said: "We lost everything".', ["We lost everything"]),
    ('There were no signs of panic, "only of fatigue", Omar Haddad said.', ["only of fatigue"]),
)


@pytest.mark.parametrize(("text", "said"), ON_SIGNS)
def test_words_on_a_sign_are_nobodys(text, said):
    found = read(text)
    assert found.table["text"].tolist() == said
    assert found.rejected["reason"].tolist() == ([] if said else ["on a sign"])


def test_a_body_is_the_only_one_of_its_kind_in_the_corpus():
    pages = (
        "وأعلنت نقابة الصيادلة أن المخزون يكفي شهرا.",
        "وقالت النقابة إن «الأدوية متوفرة في كل مكان».",
    )
    assert [speaker for speaker, _ in told(*pages)] == ["نقابة الصيادلة", "نقابة الصيادلة"]
    several = (*pages, "وأعلنت نقابة المعلمين أن الإضراب مستمر حتى الأحد.")
    assert [speaker for speaker, _ in told(*several)] == ["نقابة الصيادلة", "النقابة", "نقابة المعلمين"]
