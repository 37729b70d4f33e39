"""Words in marks behind what a body is that are no name of it: they say what it does."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.languages.pack import LanguagePack
from workbench.text.tokens import Token

__all__ = ["predicate"]

NAME = 2  # the most words of a name that may begin with a function word
FUTURE = 4  # letters: a verb of the future has more


def predicate(before: Token, inside: Sequence[Token], language: LanguagePack) -> bool:
    """Whether words in marks go on with a noun before them: ``أن [المملكة] «ستواصل الدعم»``, ``[الشركة] «لا تخطط»``."""
    owned = before.folded.endswith(language.clitics("possessed") or ("\0",))  # ``أن [روايته] «ليست سيرة»``
    definite = before.folded.startswith((language.article or "\0", *language.clitics("preposition_article")))
    if not language.article or len(inside) < 2 or not (owned or definite):
        return False
    first = inside[0].folded
    will = first.startswith(tuple(language.listed("future_forms"))) and len(first) > FUTURE
    links = language.words("stopwords")
    led = first.startswith(language.clitics("preposition")) and first[1:] in links  # ``«[لكل] الناس»``
    clause = len(inside) > NAME and (led or first in links)
    return will or clause or first in language.words("negations")
