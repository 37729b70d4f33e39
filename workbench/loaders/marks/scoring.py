"""What is still unsaid of a line, weighed: small signs of shape, place, wording and neighbours, none of them a phrase.

The rules before this one know phrases and plain forms. What a site words its own way they leave open, and open lines
are the article's. Here each open line of a page that plainly has furniture is asked about ``SIGNS``; the weights of
those that it shows are added up, and above ``ENOUGH`` it is furniture. The weights are fitted, with phrases of the
language packs forgotten at random, by ``python -m tests.eval.fit_lines``, which tells too how well they hold on
outlets that were left out. A line that markup puts in the main text is left to the markup.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import chain, pairwise

from workbench.languages.pack import LanguagePack
from workbench.loaders.marks.cues import stems
from workbench.loaders.marks.lines import EDGES, Line, key
from workbench.loaders.marks.lists import continues
from workbench.loaders.marks.weights import ENOUGH, SURER, WEIGHTS

__all__ = ["judge", "score", "signs"]

PASSES = 2
PLAIN = 3
"""How many lines of a page other rules call furniture or related before open ones are weighed."""
NEAR = 3
"""How many lines above and below count as near."""
LEAD = 4
"""How many paragraphs tell, with the headline, what the article is about."""
SURROUNDED = 20
"""Words of a paragraph from which it is the article's where a paragraph stands right above it and one right below."""
HEADING = 8
"""The most words of a heading inside an article."""
COHERENT = 0.2
"""The share of its content words from which a paragraph plainly is about what the article is about."""
FULL = 5
"""Words from which a line may be one that goes on with the story."""
ASKING = ("?", "؟")
ASKED = 3
"""The fewest content words of a line of which it is asked whether the article uses them."""
DASHED = re.compile(r"^\S[^-–—:.،,؟?!]{1,32}\s[-–—]\s\S")
LABELLED = re.compile(r"^[^:：.]{2,30}[:：]\s\S")
CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?!\d)")
ITEM = re.compile(r"^(?:[-–—*•▪●■]|\d{1,2}[.)-])\s")
WORDED = (("name_dash", DASHED), ("label", LABELLED), ("item", ITEM), ("clock", CLOCK))
OPENING = re.compile(r"[«“\"]")
PUNCTUATED = re.compile(r"[^\w\s'’-]+")
SPOKEN = re.compile(r"[«“\"][^»”\"]*(?:[»”\"]|$)")
QUOTED = re.compile(r"[«“\"]([^»”\"]*)[»”\"]")
QUOTES = "«\"“”'‘’"
LENGTHS = ((2, "of_2_words"), (5, "of_5_words"), (9, "of_9_words"), (14, "of_14_words"), (29, "of_29_words"))
ENDS = (("?", "ends_asking"), ("؟", "ends_asking"), (":", "ends_in_colon"), ("!", "ends_calling"))


PUNCTUATION = re.compile(r"[^\w\s]+")
MOST = 3.0
"""The most that the signs of what a line says can add: a line that lacks more is not asked for them."""
WORDING = 3.5
"""The most that the signs of its wording can add."""
FORMS = (("label", LABELLED), ("item", ITEM), ("dash", DASHED), ("number", re.compile(r"\d+\s")))
"""Forms of a line that those of one list share."""


NO_FORM: frozenset[str] = frozenset()


class View:
    """What the signs of all lines of a page are told from.

    Parameters
    ----------
    known: by place, whether other rules call the line no article.
    """

    def __init__(self, lines: Sequence[Line], headline: Line | None, pack: LanguagePack, known: list[bool]) -> None:
        self.lines, self.headline, self.pack, self.known = lines, headline, pack, known
        self.texts = [place for place, line in enumerate(lines) if line.running]
        """The places of the paragraphs that nothing is said of."""
        self.among = frozenset(self.texts)
        self.runs = _runs([not line.sentence and not line.paragraph for line in lines])
        """By place, how many lines without a sentence's end stand together around it."""
        self.spaced = sum(lines[place].apart for place in self.texts) >= 0.6 * len(self.texts)
        """Whether empty lines stand between most paragraphs."""
        counts = Counter(line.key for line in lines if line.open and line.words <= 30)
        self.again = frozenset(one for one, count in counts.items() if count > 1)
        """The wordings that stand more than once."""
        answered = sum(
            line.stopped and line.open and above.open and above.text.endswith(ASKING) for above, line in pairwise(lines)
        )
        self.asks = answered > 1
        """Whether questions with an answer right below each stand on it."""
        self.knows = _knows(lines, known)
        self._forms: dict[int, frozenset[str]] = {}
        self.outlet = ""
        """The outlet's name, folded; empty where that is not known."""

    def form(self, place: int) -> frozenset[str]:
        """The forms of ``FORMS`` that an open line has."""
        if place not in self._forms:
            line = self.lines[place] if 0 <= place < len(self.lines) else None
            text = line.text if line is not None and line.open and not line.paragraph else ""
            self._forms[place] = frozenset(name for name, form in FORMS if form.match(text)) if text else NO_FORM
        return self._forms[place]

    @cached_property
    def stems(self) -> dict[int, frozenset[str]]:
        """By place, the beginnings of the content words of a paragraph."""
        return {place: frozenset(stems(self.lines[place])) for place in self.texts}

    @cached_property
    def terms(self) -> Counter[str]:
        """In how many paragraphs each of them stands."""
        return Counter(chain.from_iterable(self.stems.values()))

    @cached_property
    def lead(self) -> frozenset[str]:
        """Those of the headline and the first paragraphs."""
        lead = {stem for place in self.texts[:LEAD] for stem in self.stems[place]}
        return frozenset(lead | set(stems(self.headline) if self.headline is not None else ()))

    @cached_property
    def coherent(self) -> int:
        """The place of the last paragraph that says what the headline and the first paragraphs say."""
        return max((place for place in self.texts if self.share(self.stems[place]) >= COHERENT), default=self.texts[-1])

    def share(self, stems: Collection[str]) -> float:
        """How many of some words the headline and the first paragraphs have."""
        return sum(stem in self.lead for stem in stems) / max(ASKED, len(stems))


def judge(lines: Sequence[Line], headline: Line | None, pack: LanguagePack, *, outlet: str = "") -> None:
    """Mark the open lines as furniture whose signs weigh more than ``ENOUGH``; the heaviest names the rule.

    What stands near a line so marked is asked once more.
    """
    view = _view(lines, headline, pack, outlet)
    asked = _asked(view) if view else []
    for _ in range(PASSES):
        found = [place for place in asked if view and _weighed(place, view)]
        if not found or view is None:
            return
        for place in found:
            view.known[place] = True
        near = {other for place in found for other in range(place - NEAR, place + NEAR + 1)}
        asked = [place for place in asked if place in near and lines[place].open]


def _weighed(place: int, view: View) -> bool:
    """Mark a line as furniture if its signs weigh enough; those of what it says only where they can decide."""
    shown = _placed(place, view)
    total = score(shown)
    enough = ENOUGH[view.knows] + SURER.get(_where(place, view), 0.0)
    if total + WORDING + MOST > enough:
        worded = _wording(view.lines[place], view.pack, view.outlet)
        total += sum(WEIGHTS.get(sign, 0.0) for sign in worded)
        shown += worded
    if total + MOST > enough:
        told = _about(place, view)
        total += sum(WEIGHTS.get(sign, 0.0) for sign in told)
        shown += told
    if total > enough:
        heaviest = max(shown, key=lambda sign: WEIGHTS.get(sign, 0.0))
        view.lines[place].mark("furniture", f"weighed_{heaviest}")
    return total > enough


def score(shown: Sequence[str]) -> float:
    """The sum of the weights of signs."""
    return WEIGHTS.get("always", 0.0) + sum(WEIGHTS.get(sign, 0.0) for sign in shown)


def signs(
    lines: Sequence[Line], headline: Line | None, pack: LanguagePack, *, outlet: str = ""
) -> list[tuple[Line, list[str]]]:
    """The open lines of a page with the signs that each shows; none where little of it is known to be furniture."""
    view = _view(lines, headline, pack, outlet)
    return [(lines[place], _signs(place, view) + _about(place, view)) for place in _asked(view)] if view else []


def _view(lines: Sequence[Line], headline: Line | None, pack: LanguagePack, outlet: str) -> View | None:
    """The page as the signs see it; None where it has too little text, or too little furniture, to tell from."""
    known = [line.kind in ("furniture", "related") or bool(line.section) for line in lines]
    if sum(known) < PLAIN or not any(line.open and line.hint.main is not True for line in lines):
        return None
    view = View(lines, headline, pack, known)
    view.outlet = key(outlet, pack)
    return view if len(view.texts) > 1 else None


def _asked(view: View) -> list[int]:
    """The places of the lines that are weighed: not those of paragraphs, and what may head one, between paragraphs."""
    lines = view.lines
    return [
        place
        for place, line in enumerate(lines)
        if line.open
        and not line.section
        and line is not view.headline
        and line.hint.main is not True
        and not (place - 1 in view.among and place + 1 in view.among and _belongs(place, view))
    ]


def _belongs(place: int, view: View) -> bool:
    """Whether a line between two paragraphs is one of some length, or words that head the next and ask for nothing."""
    line = view.lines[place]
    if line.paragraph:
        return line.words >= SURROUNDED
    plainly = line.words <= HEADING and line.text[0].isalnum() and not line.sentence and not view.form(place)
    return plainly and view.pack.words("reader_words").isdisjoint(line.folded.split()) and line.key not in view.again


def _knows(lines: Sequence[Line], known: Sequence[bool]) -> str:
    """How much of what could be furniture is known to be: where that is little, the site words things its own way."""
    loose = sum(line.open and not known[place] and not line.sentence for place, line in enumerate(lines))
    share = sum(known) / (sum(known) + loose)
    return "knows_most" if share >= 0.85 else "knows_much" if share >= 0.6 else "knows_little"


def _bare(folded: str) -> str:
    """A folded text without its punctuation."""
    return PUNCTUATION.sub(" ", folded)


def _runs(loose: Sequence[bool]) -> list[int]:
    """By place, how long the run of such lines is that it stands in; 0 outside of one."""
    runs = [0] * len(loose)
    start = 0
    for place in range(len(loose) + 1):
        if place == len(loose) or not loose[place]:
            runs[start:place] = [place - start] * (place - start)
            start = place + 1
    return runs


def _signs(place: int, view: View) -> list[str]:
    """The signs of a line, but for those of what it says (``_about``)."""
    return _placed(place, view) + _wording(view.lines[place], view.pack, view.outlet)


def _placed(place: int, view: View) -> list[str]:
    """The signs of its shape, its place and its markup."""
    line = view.lines[place]
    shape = "paragraph" if line.paragraph else "stopped" if line.stopped else "sentence" if line.sentence else "loose"
    length = next((name for most, name in LENGTHS if line.words <= most), "of_more_words")
    where = _where(place, view)
    shown = [length, shape, where, f"{shape}_{where}", f"{length}_{shape}", view.knows, f"{view.knows}_{shape}"]
    shown += [name for end, name in ENDS if line.text.endswith(end)]
    shown += _near(place, view, where) + _listed(place, view)
    shown += _markup(line, view)
    if (
        "names_outlet" in shown
        and where in ("edge", "last", "below")
        and sum(view.known[max(0, place - NEAR) : place]) > 1
    ):
        shown.append("names_outlet_below_known")
    return shown


def _where(place: int, view: View) -> str:
    if place < view.texts[0]:
        return "above"
    if place > view.texts[-1]:
        return "below"
    if place == view.texts[-1]:
        return "last"
    return "within" if place not in (view.texts[0], view.texts[-2]) else "edge"


def _near(place: int, view: View, where: str) -> list[str]:
    """What the lines above and below are."""
    lines = view.lines
    above, below = view.known[max(0, place - NEAR) : place], view.known[place + 1 : place + 1 + NEAR]
    shown = []
    if above:
        shown += [f"above_known_{sum(above)}", *(["right_below_known"] if above[-1] else [])]
    if below:
        shown += [f"below_known_{sum(below)}", *(["right_above_known"] if below[0] else [])]
    if above and below and above[-1] and below[0]:
        shown.append("between_known")
    run = view.runs[place]
    if run >= NEAR:
        shown.append(f"in_run_{where}" if run < 2 * NEAR else f"in_long_run_{where}")
    lower = place + 1 < len(lines) and lines[place + 1].running
    upper = place > 0 and lines[place - 1].running
    if lower:
        shown.append("above_paragraph")
    if upper:
        shown.append("below_paragraph")
    if lower and not lines[place].sentence:
        shown.append(f"heads_paragraph_{min(lines[place].words, 5)}" + ("_between" if upper else ""))
    return shown


def _listed(place: int, view: View) -> list[str]:
    """Whether it is one of several of a kind: questions, items of a list, what a colon introduces."""
    lines, line, shown = view.lines, view.lines[place], list[str]()
    if line.text.endswith(ASKING):
        replied = place + 1 < len(lines) and lines[place + 1].open and lines[place + 1].stopped
        shown.append("asks_like_others" if view.asks and replied else "asks_alone")
    own = view.form(place)
    upper, lower = view.form(place - 1), view.form(place + 1)
    for name in own & (upper | lower):
        shown.append(f"like_its_neighbour_{name}_{1 + (name in upper and name in lower)}")
    if own & (upper | lower) and not any(map(str.isdigit, line.text)):
        shown.append("list_of_words")
    if lower & view.form(place + 2):
        shown.append("heads_list")
    before = next(
        (one for one in reversed(lines[max(0, place - 3) : place]) if one.stopped or one.text.endswith(":")), None
    )
    if before is not None and before.open and before.text.endswith(":"):
        shown.append("introduced")
    return shown


def _wording(line: Line, pack: LanguagePack, outlet: str) -> list[str]:
    """What its own words and characters are like."""
    text = line.text[:600]
    plain = SPOKEN.sub(" ", text) if OPENING.search(text) else text
    folded = line.folded[:600] if plain is text else pack.fold(plain)
    words = PUNCTUATED.sub(" ", folded).split()
    known = pack.words("reader_words")
    to_reader = len([word for word in words if word in known])
    shown = [f"reader_words_{min(3, to_reader)}"] if to_reader else []
    if to_reader and 5 * to_reader >= len(words):
        shown.append("much_to_reader")
    shown += [name for name, form in WORDED if form.search(text)]
    if line.words >= FULL and continues(line):
        shown.append("goes_on")
    if text[0] in QUOTES:
        shown.append("opens_quote")
    elif plain != text and not (outlet and all(_bare(one) == outlet for one in QUOTED.findall(line.folded[:600]))):
        shown.append("quotes")
    digits = sum(map(str.isdigit, text))
    if digits:
        shown.append("digits" if digits * 4 < len(text) else "much_digits")
    if pack.capitals and line.words >= 3:
        capitals = sum(word[0].isupper() for word in text.split())
        shown += ["capitalised"] if capitals >= 0.7 * len(text.split()) else []
    if not text[0].isalnum() and text[0] not in QUOTES:
        shown.append("opens_with_sign")
    return shown


def _about(place: int, view: View) -> list[str]:
    """Whether its words are the article's: of its head, and of its other paragraphs."""
    own = place in view.among
    said = view.stems[place] if own else frozenset(stems(view.lines[place]))
    if len(said) < ASKED:
        return ["few_content_words"]
    share = sum(stem in view.lead for stem in said) / len(said) if place not in view.texts[:LEAD] else 1.0
    others = sum(view.terms[stem] > own for stem in said) / len(said)
    shown = ["of_lead" if share >= 0.3 else "little_of_lead" if share else "nothing_of_lead"]
    shown.append("of_text" if others >= 0.4 else "some_of_text" if others >= 0.2 else "little_of_text")
    if others < 0.1:
        shown.append(f"strange_{_where(place, view)}")
    if place > view.coherent:
        shown.append("beyond_the_story" if share < COHERENT else "at_the_end")
    return shown


def _markup(line: Line, view: View) -> list[str]:
    shown = []
    if line.hint.main is not None:
        shown.append("in_main" if line.hint.main else "out_of_main")
        shown.append(f"in_main_{'paragraph' if line.paragraph else 'line'}" if line.hint.main else "no_main")
    if line.hint.link:
        shown.append("link")
    if view.outlet and f" {view.outlet} " in f" {' '.join(_bare(line.folded).split())} ":
        shown.append("names_outlet")
        shown.append("outlet_first" if line.folded.lstrip(EDGES).startswith(view.outlet) else "outlet_within")
    if "©" in line.text or "(c)" in line.folded:
        shown.append("rights")
    if view.spaced:
        shown.append("apart" if line.apart else "not_apart")
    if line.key in view.again:
        shown.append("again")
    return shown
