"""What a site's ``robots.txt`` lets a visitor read, as RFC 9309 has it.

The longest matching rule decides, ``*`` and ``$`` mean what they say, and groups for one visitor are read together.
(The standard library's reader takes the first rule that matches, and ``*`` for a letter.)
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, unquote_to_bytes

__all__ = ["Robots", "robots"]

MOST_RULES = 20_000
SAFE = "/*$?&=:@!'(),;+-._~%"


class Rule(NamedTuple):
    """A pattern of paths, and whether they may be read."""

    pattern: str
    allowed: bool


class Robots(NamedTuple):
    """What one visitor may read, and how many seconds apart."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0

    def allows(self, path: str) -> bool:
        r"""Whether the path of an address, its query with it, may be read.

        >>> robots("User-agent: *\nDisallow: /\nAllow: /news/*.html$", "riwaya").allows("/news/1.html")
        True
        """
        path = _normal(path) or "/"
        matching = [rule for rule in self.rules if matches(rule.pattern, path)]
        best = max(matching, key=lambda rule: (len(rule.pattern), rule.allowed), default=None)
        return best is None or best.allowed or path == "/robots.txt"


def robots(text: str, agent: str) -> Robots:
    """The rules for a visitor that calls itself ``agent``: those of its own name, or else those for all."""
    groups: list[tuple[list[str], list[Rule], list[float]]] = []
    naming = False
    for line in text.lstrip("\ufeff").splitlines():
        name, colon, value = line.split("#", 1)[0].partition(":")
        name, value = name.strip().lower(), value.strip()
        if not colon:
            continue
        if name == "user-agent":
            if not naming:
                groups.append(([], [], []))
            groups[-1][0].append(re.split(r"[/\s]", value.lower())[0])
            naming = True
        elif groups and name in ("allow", "disallow", "crawl-delay"):
            naming = False
            if name == "crawl-delay":
                groups[-1][2].extend(_seconds(value))
            elif value and len(groups[-1][1]) < MOST_RULES:
                groups[-1][1].append(Rule(_normal(value), name == "allow"))
    own = [group for group in groups if agent.lower() in group[0]] or [group for group in groups if "*" in group[0]]
    rules = tuple(rule for group in own for rule in group[1])
    return Robots(rules, max((delay for group in own for delay in group[2]), default=0.0))


def _seconds(value: str) -> list[float]:
    return [float(value)] if re.fullmatch(r"\d{1,9}(?:\.\d{1,9})?", value) else []


def _normal(path: str) -> str:
    """A path with its letters as browsers send them: both sides are compared in this form."""
    return quote(unquote_to_bytes(path.replace("%2F", "%252F").replace("%2f", "%252F")), safe=SAFE)


def matches(pattern: str, path: str) -> bool:
    """Whether a path begins as a pattern says; ``*`` is anything, ``$`` at its end the path's end. Never slow.

    >>> matches("/*.pdf$", "/a/b.pdf"), matches("/*.pdf$", "/a/b.pdf?x"), matches("/fish", "/fishheads")
    (True, False, True)
    """
    ends = pattern.endswith("$")
    first, *parts = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    if not parts:
        return not ends or place == len(path)
    last = parts.pop() if ends else ""
    for part in parts:
        found = path.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return not ends or (len(path) - len(last) >= place and path.endswith(last))
