"""A corpus of versions of one report, with a line that one outlet prints under all its pages; all invented."""

from __future__ import annotations

import datetime as dt

from tests.browser.stories import Story, article, entities_of, quotes_of
from workbench.corpus import Corpus
from workbench.extractors.overlap import overlap

FOOTER = "تابعوا صحيفة الضفة على منصات التواصل لتصلكم أخبار الميناء والمدينة أولا بأول كل صباح"
NOUNS = "رصيف قارب شباك موج ريح صياد سوق مخزن قمح زيت ملح حبل شراع منارة جسر نخلة بئر طحين خبز دكان"
WORDS = NOUNS.split()
REPORT = [
    "أعلن سالم الورداني عودة ميناء الواحة إلى العمل صباح الأحد بعد توقف دام أسبوعين كاملين بسبب العاصفة.",
    "ووصلت إلى ميناء الواحة ثلاث سفن في اليوم الأول وغادرته سفينتان قبل غروب الشمس بقليل.",
    "وتحدث عمال الرصيف عن أيام طويلة من الانتظار وعن بضائع بقيت في المخازن حتى نهاية الشهر.",
]
LATER = [
    REPORT[0].replace("أسبوعين", "شهرين").replace("صباح الأحد", "أمس صباح الأحد"),
    REPORT[1],
    REPORT[2],
]


def filler(number: int, count: int = 6) -> list[str]:
    """Paragraphs that no other article has."""
    return [
        " ".join(f"{WORDS[(number * 7 + at * 3 + step * (at + 2)) % len(WORDS)]}{number}{at}" for step in range(14))
        + "."
        for at in range(count)
    ]


def versions() -> Story:
    """Seven articles of three outlets: two versions of a report and an excerpt, and pages that share a last line."""
    day = dt.date(2025, 2, 12)
    pages = [
        article("agency", "وكالة المرسى", ["عودة ميناء الواحة", *REPORT, *filler(1)], published=day),
        article(
            "copy", "نشرة الساحل", ["الميناء يعود", *filler(2, 2), *LATER, *filler(3)], published=day + dt.timedelta(1)
        ),
        article("excerpt", "نشرة الساحل", ["ثلاث سفن", REPORT[1], *filler(4)], published=day + dt.timedelta(2)),
        *[
            article(
                f"page{number}",
                "صحيفة الضفة",
                [f"خبر رقم {number}", *filler(10 + number), FOOTER],
                published=day + dt.timedelta(number),
            )
            for number in range(4)
        ],
    ]
    corpus = Corpus(pages)
    entities = entities_of(corpus, {"سالم الورداني": ("PER", ["سالم الورداني"])})
    return Story(corpus, entities, quotes_of(corpus, entities, []), overlap(corpus))
