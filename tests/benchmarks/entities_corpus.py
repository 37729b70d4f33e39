"""A seeded corpus of made-up news that names thousands of people: for the benchmark of the names.

Stories of three to eight articles, told by several outlets within days, one article in seven in English. Each story
has people of its own (given names that many bear, family names with a long tail, of roots or of foreign syllables),
and those who hold its country's offices on its day: offices change hands, so that "the minister" is another one later.
Family names recur among strangers, full names now and then; foreign names are spelled in two ways, names of three words
are told with two; bodies are told in full and by their own word alone. Half of an article is about its people, half is
other sentences, and nouns with a long tail are strewn in, so that vocabulary grows as it does in life.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, islice

from workbench.corpus import Article, Block, Corpus

__all__ = ["Maker"]

Both = tuple[str, str]
"""A word in Arabic and in English."""

LETTERS: tuple[Both, ...] = tuple(
    zip(
        "بتجحدرزسشصطفقكلمنه",
        ("b", "t", "j", "h", "d", "r", "z", "s", "sh", "s", "t", "f", "q", "k", "l", "m", "n", "h"),
        strict=True,
    )
)
ROOTS = (("ال{0}ا{1}{2}ي", "al-{0}a{1}{2}i"), ("{0}{1}ي{2}", "{0}a{1}i{2}"), ("ال{0}{1}و{2}ي", "al-{0}a{1}u{2}i"))
PLACES = (("{0}{1}ا{2}ة", "{0}a{1}a{2}a"), ("{0}ي{1}{2}ان", "{0}i{1}{2}an"), ("{0}و{1}{2}ا", "{0}u{1}{2}a"))
NOUNS = (
    "{0}{1}{2}",
    "م{0}{1}و{2}",
    "{0}ا{1}{2}",
    "ت{0}{1}ي{2}",
    "{0}{1}ا{2}ات",
    "م{0}ا{1}{2}ة",
    "ال{0}{1}{2}ية",
    "{0}{1}و{2}ا",
)
SYLLABLES: tuple[Both, ...] = (
    ("غا", "ga"), ("لو", "lo"), ("ني", "ni"), ("دو", "do"), ("را", "ra"), ("مي", "mi"), ("تا", "ta"), ("كو", "ko"),
    ("سي", "si"), ("با", "ba"), ("رو", "ro"), ("في", "vi"),
)  # fmt: skip
ENDINGS: tuple[Both, ...] = (("نوف", "nov"), ("فيتش", "vich"), ("رمان", "rman"), ("لسن", "lsen"), ("تشي", "chi"))
GIVEN: tuple[Both, ...] = (
    ("سامر", "Samer"), ("هيثم", "Haitham"), ("نادية", "Nadia"), ("كريم", "Karim"), ("سلمى", "Salma"), ("ماهر", "Maher"),
    ("رياض", "Riyad"), ("فاتن", "Faten"), ("جمال", "Jamal"), ("حسن", "Hassan"), ("حسين", "Hussein"), ("زينب", "Zainab"),
    ("طارق", "Tariq"), ("عمر", "Omar"), ("يوسف", "Yousef"), ("سعاد", "Suad"), ("وليد", "Walid"), ("محمد", "Mohammed"),
    ("أحمد", "Ahmed"), ("محمود", "Mahmoud"), ("خالد", "Khaled"), ("مريم", "Mariam"), ("إدريس", "Idris"),
    ("رشا", "Rasha"),
)  # fmt: skip
FOREIGN: tuple[Both, ...] = (
    ("ديمتري", "Dmitri"), ("إيفان", "Ivan"), ("مارتن", "Martin"), ("سيرغي", "Sergei"), ("كارلوس", "Carlos"),
    ("هيلين", "Helen"), ("أندريه", "Andre"), ("لوكاس", "Lucas"),
)  # fmt: skip
OFFICES: tuple[Both, ...] = (
    ("وزير الدفاع", "defence minister"), ("وزير الخارجية", "foreign minister"), ("وزير المالية", "finance minister"),
    ("وزير الصحة", "health minister"), ("رئيس الوزراء", "prime minister"), ("رئيس البرلمان", "parliament speaker"),
)  # fmt: skip
TRADES: tuple[Both, ...] = (
    ("المحامي", "lawyer"), ("الطبيب", "doctor"), ("الصحفي", "journalist"), ("المهندس", "engineer"),
    ("الباحث", "researcher"),
)  # fmt: skip
BODIES: tuple[Both, ...] = (
    ("شركة {} للنقل", "{} Transport Company"), ("مؤسسة {}", "{} Foundation"), ("نادي {}", "{} Club"),
    ("حزب {}", "{} Party"), ("جامعة {}", "{} University"),
)  # fmt: skip
ARABIC = (
    "قال {full} إن {noun} {place} لن يتوقف هذا العام.",
    "وأضاف {last} أن {body} ستدفع ثمن {noun} قبل نهاية الشهر.",
    "وأكد {role} {full} أن {noun} في {place} يحتاج إلى وقت.",
    "من جهته نفى {last} ما نشر عن {noun}، وقال إن {body} لم تتلق طلبا.",
    "والتقى {full} مع {other} في {place} لبحث {noun}.",
    "وأوضح {alone} أن المفاوضات حول {noun} مستمرة.",
    "وكان {alone} السابق قد زار {place} برفقة {other}.",
    "وذكر {trade} {full} أن {own} طلبت تأجيل {noun}.",
    "وانتقد {last} موقف {other} من {noun} و{noun}.",
)
ENGLISH = (
    "{full} said the work in {place} would not stop this year.",
    "{last} added that {body} would pay before the end of the month.",
    "The {role} {full} said on Monday that {place} needed time.",
    "{full} met {other} in {place} on Tuesday.",
    "The {alone} said talks would go on, and {last} agreed.",
    "{full}, a {trade}, told {own} that nothing had been signed.",
    "{last} criticised {other} over the report by {body}.",
)
ENGLISH_SHARE, NAMESAKES, MIDDLE, PUBLIC = 1 / 7, 0.01, 0.3, 0.4
FAMILIES, WORDS, COUNTRIES, OUTLETS = 6_000, 60_000, 24, 60
BEGIN = dt.date(2020, 1, 1)
DAYS, TERM = 1800, 240


@dataclass(frozen=True)
class Person:
    """Somebody made up: the words of the name in both languages, a trade, and the spelling that is told less often."""

    words: tuple[Both, ...]
    trade: Both
    otherwise: str

    def full(self, side: int, dice: random.Random) -> str:
        """The full name as one article has it."""
        own = [word[side] for word in self.words]
        if len(own) > 2 and dice.random() < 0.5:
            del own[1]
        if side == 0 and self.otherwise and dice.random() < 0.3:
            own[-1] = self.otherwise
        return " ".join(own)


class Maker:
    """Makes a corpus of so many articles; the same seed makes the same one.

    Parameters
    ----------
    seed: of all that is drawn.
    others: the sentences that are about nobody of the story, without end.
    """

    def __init__(self, others: Iterator[str], *, seed: int = 7) -> None:
        self.dice = random.Random(seed)
        self.others = others
        self.families = [self._family(number) for number in range(FAMILIES)]
        self.sums = list(accumulate(1 / (number + 40) for number in range(FAMILIES)))
        self.words = [self._rooted(self.dice.choice(NOUNS)) for _ in range(WORDS)]
        self.word_sums = list(accumulate(1 / (number + 40) for number in range(WORDS)))
        self.countries = [self._both(self.dice.choice(PLACES)) for _ in range(COUNTRIES)]
        self.known: list[Person] = []
        self.holders: dict[tuple[int, int, int], Person] = {}
        self.names = 0

    def _rooted(self, pattern: str) -> str:
        return pattern.format(*(letter for letter, _ in self.dice.sample(LETTERS, 3)))

    def _both(self, patterns: Both) -> Both:
        root = self.dice.sample(LETTERS, 3)
        return patterns[0].format(*(one for one, _ in root)), patterns[1].format(*(one for _, one in root)).title()

    def _family(self, number: int) -> tuple[Both, str]:
        """A family name, and how else Arabic spells it."""
        if number % 3:
            own = self._both(self.dice.choice(ROOTS))
            return (own[0], own[1].replace("Al-", "al-")), ""
        parts = [*self.dice.sample(SYLLABLES, 2), self.dice.choice(ENDINGS)]
        name = "".join(one for one, _ in parts)
        return (name, "".join(one for _, one in parts).title()), name[:3] + name[4:]

    def person(self) -> Person:
        """Somebody new, a namesake of somebody now and then."""
        trade = self.dice.choice(TRADES)
        if self.known and self.dice.random() < NAMESAKES:
            same = self.dice.choice(self.known)
            return Person(same.words, trade, same.otherwise)
        (family, otherwise), *_ = self.dice.choices(self.families, cum_weights=self.sums)
        given = self.dice.choice(FOREIGN if otherwise else GIVEN)
        middle = [self.dice.choice(GIVEN)] if not otherwise and self.dice.random() < MIDDLE else []
        self.known.append(Person((given, *middle, family), trade, otherwise))
        return self.known[-1]

    def official(self, country: int, office: int, term: int) -> Person:
        """The holder of an office in a term."""
        return self.holders.setdefault((country, office, term), self.person())

    def noun(self) -> str:
        """A noun of a vocabulary with a long tail."""
        return self.dice.choices(self.words, cum_weights=self.word_sums)[0]

    def story(self) -> Iterator[Article]:
        """The articles of one story."""
        day = self.dice.randrange(DAYS)
        country, term = self.dice.randrange(COUNTRIES), day // TERM
        place = self._both(self.dice.choice(PLACES))
        cast: list[tuple[Person, Both]] = []
        for _ in range(self.dice.randrange(4, 8)):
            office = self.dice.randrange(len(OFFICES))
            if self.dice.random() < PUBLIC:
                name, adjective = OFFICES[office], self.countries[country]
                role = f"{name[0]} في {adjective[0]}", f"{adjective[1]} {name[1]}"
                cast.append((self.official(country, office, term), role))
            else:
                one = self.person()
                cast.append((one, one.trade))
        bodies = [(self.dice.choice(BODIES), self._both(self.dice.choice(PLACES))) for _ in range(3)]
        for outlet in self.dice.sample(range(OUTLETS), self.dice.randrange(3, 9)):
            side = int(self.dice.random() < ENGLISH_SHARE)
            lines = [self._line(side, cast, place, bodies) for _ in range(12 if side else 6)]
            if side == 0:
                lines[1:1] = list(islice(self.others, 3))
                lines += islice(self.others, 3)
            yield self._article(lines, outlet, BEGIN + dt.timedelta(day + self.dice.randrange(4)), side)

    def _line(self, side: int, cast: list[tuple[Person, Both]], place: Both, bodies: list[tuple[Both, Both]]) -> str:
        """A sentence about somebody of the story."""
        (one, role), (other, _) = self.dice.sample(cast, 2)
        pattern, own = self.dice.choice(bodies)
        text = self.dice.choice((ARABIC, ENGLISH)[side])
        return text.format(
            full=one.full(side, self.dice),
            last=one.words[-1][side],
            other=other.full(side, self.dice),
            role=role[side],
            alone=role[side].split(" في ")[0],
            trade=one.trade[side],
            body=pattern[side].format(own[side]),
            own=own[side],
            place=place[side],
            noun=self.noun(),
        )

    def _article(self, lines: list[str], outlet: int, day: dt.date, side: int) -> Article:
        text = "\n".join(lines)
        blocks, start = [], 0
        for line in lines:
            blocks.append(Block(start, start + len(line), "body"))
            start += len(line) + 1
        self.names += 1
        name = f"a{self.names}"
        return Article(name, f"s{outlet}", "", day, "", "", ("ar", "en")[side], text, tuple(blocks), f"{name}.txt")

    def made(self, size: int) -> Corpus:
        """A corpus of so many articles."""

        def articles() -> Iterator[Article]:
            while True:
                yield from self.story()

        return Corpus(islice(articles(), size))
