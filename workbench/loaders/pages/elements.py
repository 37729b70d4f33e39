"""What the elements of an HTML page mean, by their names and by the words of their classes and ids."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from workbench.corpus import BlockKind

__all__ = ["BLOCKS", "BY_TAG", "CELLS", "FRAMES", "UNSEEN", "WORDED", "hidden", "is_row", "meaning", "names", "worded"]


def _words(names: str) -> list[str]:
    return names.split()


UNSEEN = frozenset(
    _words(
        "script style noscript template head title meta link iframe object embed canvas audio video svg math map "
        "datalist frameset frame applet"
    )
)
WORDED = frozenset(["svg", "template"])
"""Of those, the ones whose words a page may show all the same: drawn, or put in place by a script."""
BLOCKS = frozenset(
    _words(
        "html body address article aside blockquote button caption center dd details dialog dir div dl dt fieldset "
        "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p "
        "pre search section select summary table tbody td textarea tfoot th thead tr ul"
    )
)
BY_TAG: dict[str, tuple[BlockKind, bool]] = {
    "nav": ("furniture", True),
    "header": ("furniture", True),
    "footer": ("furniture", True),
    "aside": ("related", True),
    "form": ("furniture", True),
    "button": ("furniture", True),
    "select": ("furniture", True),
    "menu": ("furniture", True),
    "dialog": ("furniture", True),
    "textarea": ("furniture", True),
    "figcaption": ("caption", False),
    "time": ("dateline", False),
}
BY_WORD: dict[str, tuple[BlockKind, bool]] = {
    **dict.fromkeys(
        _words(
            "related rel relatedposts relatedarticles recommended recommendations recommend trending popular mostread "
            "mostpopular outbrain taboola readmore seealso readalso alsoread morestories morenews latest teaser "
            "teasers crosslink crosslinks promobox nextstory prevnext"
        ),
        ("related", True),
    ),
    **dict.fromkeys(
        _words("comments comment respond disqus commentlist commentform wpdiscuz livefyre discussion replies"),
        ("furniture", True),
    ),
    **dict.fromkeys(
        _words(
            "share sharing sharedaddy sharethis addtoany addthis social socials breadcrumb breadcrumbs crumb "
            "crumbs menu nav navbar navigation topbar toolbar toolbox tools footer foot sidebar widget "
            "widgets cookie cookies consent gdpr newsletter newsletters signup subscribe subscription "
            "subscriptions paywall regwall piano donate donation membership ad ads adv advert adverts "
            "advertisement advertising sponsor sponsored banner promo promotion tags tagcloud taglist "
            "pagination pager pagenav popup modal overlay lightbox ticker marquee poll quiz survey login "
            "pullquote pull authorbox authorbio bio skip masthead disclaimer copyright player videoplayer audioplayer "
            "notification notifications feedback rating ratings survey ariahidden"
        ),
        ("furniture", True),
    ),
    **dict.fromkeys(
        _words("caption figcaption credit credits cap photo photos figure fig gallery photocaption imgcaption"),
        ("caption", False),
    ),
    **dict.fromkeys(_words("byline author authors writer reporter signature"), ("byline", False)),
    **dict.fromkeys(
        _words("date time datetime published timestamp pubdate dateline postdate posted updated"), ("dateline", False)
    ),
    **dict.fromkeys(_words("subtitle subheadline subhead standfirst deck dek"), ("subtitle", False)),
}
FRAMES = frozenset(_words("html body main article"))
BODY_NAME = re.compile(
    r"(?:articles?|story|post|entry|news|single|details?|content|fieldname|item)+(?:body|text|content|copy|details?)"
)
"""Names of classes and ids, in small letters without hyphens, that sites give to the text of an article."""
CALLED = ("data-component", "data-testid", "data-test", "data-qa", "data-block", "data-module", "data-type")
"""Attributes in which scripts and tests call an element by what it is, as classes do."""
ROLES = dict.fromkeys(
    _words("navigation banner contentinfo search form dialog alertdialog menu menubar"), "navigation"
) | {"complementary": "sidebar"}
"""Roles that no part of an article has, by the word of a class that means as much."""
UNREAD = "ariahidden"
"""What stands for ``aria-hidden="true"``: not for those who listen, so hardly the text itself."""
CELLS = frozenset(["td", "th"])
NOT_IN_ROWS = BLOCKS | {"br", "img", "input", "object", "iframe"}
LONGEST_ROW = 200
"""The most characters of a table's row that is a line; a longer one lays out a page."""
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
NAME_PART = re.compile(r"[A-Za-z]+")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def is_row(element: Any) -> bool:
    """Whether a table's row is a line of words and figures: two cells at least, short, without blocks in them."""
    cells = [cell for cell in element if cell.tag in CELLS]
    if len(cells) < 2:
        return False
    size = filled = 0
    for cell in cells:
        if len(cell) and any(inner.tag in NOT_IN_ROWS for inner in cell.iter() if inner is not cell):
            return False
        text = "".join(cell.itertext())
        size += len(text)
        filled += not text.isspace() and bool(text)
    return filled >= 2 and size <= LONGEST_ROW


def worded(element: Any) -> bool:
    """Whether a drawing holds text of two words or more, or a template a line of some."""
    held = element.iter("text") if element.tag == "svg" else (element,)
    return any("".join(one.itertext()).strip().count(" ") for one in held)


def hidden(items: list[tuple[str, str]]) -> bool:
    """Whether a browser doesn't show an element because it says so itself."""
    return any(name == "hidden" or (name == "style" and HIDING.search(value) is not None) for name, value in items)


def names(items: list[tuple[str, str]]) -> tuple[str, str, str]:
    """The class, the id and the ``itemprop`` of an element; its role and what scripts call it stand with the id."""
    said = dict(items)
    of_id = said.get("id", "")
    if len(said) > 1 or not ("class" in said or of_id):
        of_id = " ".join(filter(None, (of_id, ROLES.get(said.get("role", ""), ""), *map(said.get, CALLED))))
        if said.get("aria-hidden") == "true" and "href" not in said:
            of_id = f"{of_id} {UNREAD}"
    return said.get("class", ""), of_id, said.get("itemprop", "")


@lru_cache(maxsize=20_000)
def meaning(tag: str, of_class: str, of_id: str, prop: str) -> tuple[BlockKind | None, bool, str, int]:
    """What an element means by its name, else by a word of its class or id.

    Returns
    -------
    Its kind, whether it seals, the rule, and its rank as the home of the article; -1 where it is none.
    """
    if tag in BY_TAG and tag != "aside":
        kind, sealing = BY_TAG[tag]
        return kind, sealing, f"element_{tag}", -1
    rank = home(tag, of_class, of_id, prop)
    if rank >= 0 or tag in FRAMES:
        return None, False, "", rank
    for part in NAME_PART.findall(CAMEL.sub(" ", f"{of_class} {of_id} {prop}"[:500])):
        said = BY_WORD.get(part.lower())
        if said:
            return said[0], said[1], f"class_{part.lower()}", -1
    return ("related", True, "element_aside", -1) if tag == "aside" else (None, False, "", -1)


def home(tag: str, of_class: str, of_id: str, prop: str) -> int:
    """How plainly an element is the home of the article, as the rank of a ``Region``; -1 where it is none."""
    if "articleBody" in prop:
        return 0
    if tag in ("article", "section", "div", "td", "span", "main"):
        tokens = f"{of_class} {of_id}"[:500].lower().replace("-", "").replace("_", "").split()
        if any(BODY_NAME.fullmatch(token) for token in tokens):
            return 1
    return 2 if tag == "article" else -1
