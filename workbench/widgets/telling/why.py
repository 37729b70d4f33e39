"""Why the rules decided so: the phrases of the frames as codes with values, which the views say in their language.

The frames keep their phrases, which are stable and for whoever computes with them. A phrase that no line here knows,
such as one out of an older file, travels as ``said`` in its own words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from workbench.languages import LanguagePack, packs
from workbench.widgets.records import ReasonRecord, TieReasonRecord

__all__ = ["NAMED", "ONE", "why_named", "why_not", "why_one"]

SAID = "said"
BETWEEN = ", "

NAMED: dict[str, str] = {
    "here_in_full": "named in full in the article",
    "only_surname": "the only one of that surname",
    "nickname": "a nickname joined to the full name",
    "beside_name": "stands beside the name in the article",
    "called_so": "called so in the article",
    "only_holder": "the only holder in the corpus",
    "holder_that_day": "the holder on that day",
    "story_holder": "the holder on that day in the story",
    "holder_elsewhere": "holds it in another article of the story",
    "held_before": "held it before",
    "held_before_elsewhere": "held it before, by another article",
    "latest_holder": "the latest to hold it",
    "goes_on_speaking": "goes on speaking",
    "next_sentence": "named in the next sentence",
    "title_beside": "the title beside it",
    "other_by_role": "the other one is called by role in the sentence",
    "answers": "answers the one named before",
    "topic": "what its sentence speaks of",
    "topic_before": "what the sentence before speaks of",
    "last_before": "the last of that name before it",
    "first_after": "the first of that name after it",
    "added": "added",
    "dropped": "dropped",
    "merged": "merged with {name}",
    "split": "split from {name}",
    "gives_way": "gives way to {name}",
    "apart": "told apart by {name}",
    "same_office": "the same surname and office as {name}",
    "spelling_across": "spelling of {name} in another script",
    "spelling": "spelling of {name}",
    "same_across": "same of {name} in another script",
    "same": "same of {name}",
    "shorter_across": "shorter form of {name} in another script",
    "shorter": "shorter form of {name}",
    "initials_across": "initials of {name} in another script",
    "initials": "initials of {name}",
    "same_words": "the same words as {name}",
    "beside_brackets": "stands beside {name} in brackets",
    "short_for": "short for {name}",
    "only_such": "the only {name} in the corpus",
    "every_language": "{name} in every language",
    "across": "{name} in another script",
}
"""Why a mention is an entity's, as ``entities.mentions`` says it in ``reason``; the first that fits is it."""
ONE: dict[str, str] = {
    "same_words": "same words",
    "one_quotation": "one quotation",
    "within": "one within the other",
    "words": "words {share}",
    "meaning": "meaning {share}",
    "figure": "same figure {figure}",
    "weekday": "same day {number}",
    "month": "same month {number}",
    "name": "same name {name}",
    "both_on": "both on {words}",
}
"""Why two quotations are one statement, as ``quotes.lineages`` says it in ``reasons``."""


@lru_cache(maxsize=1 << 14)
def why_named(reason: str) -> tuple[ReasonRecord, ...]:
    """Why a mention is an entity's; of one that was corrected also why it was one before.

    >>> why_named("spelling of فلاديمير بوتين in another script")
    ({'code': 'spelling_across', 'values': {'name': 'فلاديمير بوتين'}},)
    >>> [one["code"] for one in why_named("merged with هدى; surname: named in full in the article")]
    ['merged', 'here_in_full']
    """
    first, *others = reason.split("; ")
    found = [_known(first, "NAMED") or _said(first)] if first else []
    for other in others:  # with the rule before it
        before = _known(other, "NAMED") or _known(other.partition(": ")[2], "NAMED")
        found += [before] if before else []
    return tuple(found)


def why_one(reason: str) -> TieReasonRecord:
    """Why two quotations are one statement: a reason of ``quotes.lineages``.

    >>> why_one("q2 q80: same name سوريا, words 0.71")["why"]
    [{'code': 'name', 'values': {'name': 'سوريا'}}, {'code': 'words', 'values': {'share': '71%'}}]
    """
    ends, _, told = reason.partition(": ")
    a, _, b = ends.partition(" ")
    why: list[ReasonRecord] = []
    for part in _parts(told):
        one = _known(part, "ONE") or _said(part)
        values = one["values"]
        if "share" in values:
            values = {"share": f"{100 * float(values['share']):.0f}%"}
        why.append({"code": one["code"], "values": values | _about(values.get("words", ""))})
    return {"a": a, "b": b, "why": why}


def why_not(reason: str, coders: list[str]) -> ReasonRecord:
    """Why some words are no quotation: by a rule, or in the words of the coder who said so.

    >>> why_not("scare word", []), why_not("rejected by Huda: a film", ["Huda"])
    ({'code': 'scare_word', 'values': {}}, {'code': 'said', 'values': {'words': 'a film'}})
    """
    for coder in coders:
        by = f"rejected by {coder}"
        if reason == by:
            return {"code": "", "values": {}}
        if reason.startswith(f"{by}: "):
            return _said(reason.removeprefix(f"{by}: "))
    return {"code": reason.replace(" ", "_"), "values": {}}


def _parts(told: str) -> list[str]:
    """The single reasons of a phrase: what begins none of its own goes on with the one before."""
    parts: list[str] = []
    for piece in told.split(BETWEEN):
        if parts and _known(piece, "ONE") is None:
            parts[-1] += BETWEEN + piece
        else:
            parts.append(piece)
    return parts


def _known(phrase: str, table: str) -> ReasonRecord | None:
    for code, pattern in _patterns(table):
        match = pattern.fullmatch(phrase)
        if match:
            return {"code": code, "values": match.groupdict()}
    return None


def _said(words: str) -> ReasonRecord:
    return {"code": SAID, "values": {"words": words}}


@cache
def _patterns(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    phrases = {"NAMED": NAMED, "ONE": ONE}[table]
    return tuple(
        (code, re.compile(re.sub(r"\\{(\w+)\\}", _value, re.escape(phrase)))) for code, phrase in phrases.items()
    )


def _value(found: re.Match[str]) -> str:
    what = r"[\d.]+" if found[1] == "share" else ".+"
    return f"(?P<{found[1]}>{what})"


def _about(words: str) -> dict[str, str]:
    """What both are on in the words of each language: a meaning by the first word that has it."""
    if not words:
        return {}
    return {
        f"words_{one.code}": one.ui["saved"]["list_comma"].join(
            _meanings(one).get(meaning, meaning) for meaning in words.split(BETWEEN)
        )
        for one in packs()
    }


@cache
def _meanings(language: LanguagePack) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in language.rows("concepts"):
        found.setdefault(row["meaning"], row["word"])
    return found
