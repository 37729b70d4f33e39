"""Exports of press archives, written from what is published of their conventions: invented outlets, people and events.

There are no files of the vendors here. Each builder gives the text of a file of so many articles.
"""

from __future__ import annotations

from typing import NamedTuple

NBSP = "\u00a0"
BAR = "_" * 60


class Story(NamedTuple):
    """An article as it is known before an archive writes it down."""

    title: str
    source: str
    date: str
    author: str
    language: str
    section: str
    text: tuple[str, ...]


ARABIC = (
    (
        "قال العمدة زاهر النقشجي إن أعمال السقاية في واحة أم الغزلان رقم {n} ستبدأ في مطلع الشهر المقبل، وإن البلدية "
        "خصصت لتنظيف القنوات القديمة ما يكفي من المال والعمال."
    ),
    (
        "وأضاف العمدة أن أهالي الحي رقم {n} سيشاركون في تنظيف القنوات، وأن البلدية ستوزع عليهم معدات السقاية الجديدة "
        "قبل نهاية الشهر بحسب ما أعلنه مجلس الواحة."
    ),
)
ENGLISH = (
    (
        "Mayor Tamsin Orrel said that work on canal number {n} in the oasis of Um Gazal will begin early next month, "
        "and that the town has set aside what is needed for it."
    ),
    (
        "She added that residents of district {n} will help to clean the old canals, and that the town will hand out "
        "new equipment before the month is over."
    ),
)


def story(number: int) -> Story:
    """The story of a number from 1 on: the odd ones Arabic, the even ones English."""
    day = number % 28 + 1
    if number % 2:
        title = f"بلدية أم الغزلان تستعد للموسم رقم {number}"
        text = tuple(part.format(n=number) for part in ARABIC)
        return Story(title, "جريدة الضفة", f"{day} February 2025", "ليان الشرباتي", "Arabic", "محليات", text)
    title = f"Um Gazal prepares for season number {number}"
    text = tuple(part.format(n=number) for part in ENGLISH)
    return Story(title, "The Gazal Courier", f"{day} February 2025", "Perrin Oswald", "English", "Local News", text)


def nexis(count: int, *, cover: bool = True, listed: int | None = None, body: bool = True, loaded: bool = True) -> str:
    """A file of Nexis Uni as the text of its paragraphs; ``listed`` is how many articles its cover names."""
    parts = [nexis_cover(count if listed is None else listed)] if cover else []
    parts += [nexis_article(number, body=body, loaded=loaded) for number in range(1, count + 1)]
    return "\n".join(parts) + "\n"


def nexis_cover(count: int) -> str:
    """The list at the front."""
    lines = ["User Name:" + NBSP + "Researcher", "Date and Time:" + NBSP + "Monday, March 3, 2025 9:10:00 AM EET"]
    lines += ["Job Number:" + NBSP + "250000001", f"Documents ({count})"]
    for number in range(1, count + 1):
        lines += [f"{number}. {story(number).title}", "Client/Matter:" + NBSP + "-None-"]
        lines += ["Search Terms:" + NBSP + '"Um Gazal"', "Search Type:" + NBSP + "Terms and Connectors"]
        lines += ["Narrowed by:" + NBSP, "Content Type\tNarrowed by", "News\tTimeline: Jan 01, 2025 to Mar 03, 2025"]
    return "\n".join(lines)


def nexis_article(number: int, *, body: bool = True, loaded: bool = True) -> str:
    """One article of Nexis Uni."""
    one = story(number)
    day = number % 28 + 1
    lines = [one.title, one.source, f"February {day}, 2025 Wednesday", "", f"Copyright 2025 {one.source}"]
    lines += [f"Section:{NBSP}{one.section}", f"Length:{NBSP}{60 + number} words", f"Byline:{NBSP}{one.author}"]
    lines += [f"Dateline:{NBSP}Um Gazal", "Body" if body else "", "", *one.text, ""]
    lines += ["Graphic", "", "A canal in the oasis, seen from above", "Classification", ""]
    lines += [f"Language:{NBSP}{one.language.upper()}", f"Publication-Type:{NBSP}Newspaper", "Subject: CANALS (90%)"]
    lines += ["", f"Load-Date:{NBSP}February {day}, 2025" if loaded else "", "", "End of Document", ""]
    return "\n".join(lines)


def number_of(number: int) -> str:
    """The number that Factiva gives an article."""
    return f"GAZC000020250212el2c{number:05d}"


def factiva(count: int, *, between: str = "\n", results: int | None = None, feed: str = "\n\x0c\n") -> str:
    """A coded file of Factiva; ``between`` stands between a code and its value."""
    text = feed.join(factiva_article(number, between=between) for number in range(1, count + 1)) + feed
    return text + summary(count if results is None else results) if results != -1 else text


def factiva_article(number: int, *, between: str = "\n") -> str:
    """One coded article."""
    one = story(number)
    fields = [("SE", one.section), ("HD", one.title), ("BY", one.author), ("WC", f"{60 + number} words")]
    fields += [("PD", one.date), ("ET", "06:04 GMT"), ("SN", one.source), ("SC", "GAZC"), ("PG", "4")]
    fields += [("LA", one.language), ("CY", f"(c) 2025 {one.source}"), ("LP", one.text[0]), ("TD", one.text[1])]
    fields += [("CO", "gzl : Gazal Canals"), ("IN", "iwat : Water Utilities"), ("NS", "gcat : General News | gpol : P")]
    fields += [("RE", "meastz : Middle East"), ("PUB", one.source), ("AN", f"Document {number_of(number)}")]
    return "\n".join(f"{code}{between}{value}\n" for code, value in fields)


def summary(results: int) -> str:
    """What follows the last article of a file of Factiva."""
    lines = ["Search Summary", "Text\tUm Gazal", "Date\tIn the last year", "Source\tAll Sources", "Language\tAll"]
    return "\n".join([*lines, f"Results Found\t{results:,}", "Timestamp\t3 March 2025 9:10 GMT", ""])


def factiva_plain(count: int, *, byline: bool = True) -> str:
    """A file of Factiva without codes."""
    parts = []
    for number in range(1, count + 1):
        one = story(number)
        lines = [one.section, one.title, *([one.author] if byline else []), f"{60 + number} words", one.date, "06:04"]
        lines += [one.source, "GAZC", "4", one.language, f"(c) 2025 {one.source} "]
        parts.append("\n".join([*lines, "", *(f"{part}\n" for part in one.text), f"Document {number_of(number)}"]))
    return "\n\n\x0c".join(parts) + "\n\n"


def proquest(count: int, *, numbered: bool = True, missing: tuple[int, ...] = (), of: int | None = None) -> str:
    """A file of ProQuest; ``missing`` are the articles of which the full text is not in it."""
    text = f"{BAR}\n\n"
    for number in range(1, count + 1):
        article = proquest_article(number, numbered=numbered, full=number not in missing)
        head = f"Document {number} of {of or count}\n\n{story(number).title}\n\n{address(number)}\n\n"
        text += (head if numbered else "") + article + f"\n\n{BAR}\n\n"
    return (
        text
        + "Contact us at: http://about.example/contact\nDatabase copyright © 2025 ProQuest LLC. All rights reserved.\n"
    )


def address(number: int) -> str:
    """Where ProQuest has an article."""
    return f"https://archive.example/docview/{3100000000 + number}"


def proquest_article(number: int, *, numbered: bool = True, full: bool = True) -> str:
    """One article of ProQuest: where the file is numbered, the headline follows the text again."""
    one = story(number)
    day = number % 28 + 1
    title = [f"Title: {one.title}"]
    text = [
        f"Full text: {one.text[0]}\n{one.text[1]}\nCAPTION: A canal in the oasis"
        if full
        else "Full text: Not available."
    ]
    fields = [
        f"Publication title: {one.source}; Um Gazal",
        "Publication year: 2025",
        f"Publication date: Feb {day}, 2025",
    ]
    fields += [f"Author: {one.author}", f"Section: {one.section}", f"Language of publication: {one.language}"]
    fields += [f"ProQuest document ID: {3100000000 + number}", f"Document URL: {address(number)}"]
    fields += ["Copyright: Copyright 2025", "Last updated: 2025-02-22", "Database: Gazal Newsstream"]
    opening = ["Abstract: None available.", f"Links: {address(number)}?links"]
    order = (
        [*opening, *text, "Subject: Canals", *title, *fields]
        if numbered
        else [*title, *fields[:4], *opening, *text, *fields[4:]]
    )
    return "\n\n".join(order)


def factiva_html(count: int, *, code: str = "en", table: bool = False) -> str:
    """An HTML page of Factiva, its fields in lines or in a table of codes."""
    inside = []
    for number in range(1, count + 1):
        content = _table(number, code) if table else _lines(number, code)
        inside.append(
            f'<div id="article-{number_of(number)}" class="article">'
            f'<div class="article {code}Article">{content}</div></div><br><span></span>'
        )
    return (
        '<html><head><meta charset="utf-8"><title>Factiva</title><style>.x{}</style></head><body><form>'
        + "\n".join(inside)
        + '<div id="pageFooter"><span class="copyright">© 2025 Factiva, Inc. All rights reserved.</span></div></form>'
        "</body></html>"
    )


def _lines(number: int, code: str) -> str:
    one = story(number)
    paragraphs = "".join(f'<p class="articleParagraph {code}articleParagraph">{part}</p>\n' for part in one.text)
    fields = (f"{60 + number} words", one.date, one.source, "GAZC", "4", one.language, f"(c) 2025 {one.source} ")
    return (
        f"<p>\n</p><div>{one.section}</div>\n"
        f'<div id="hd"><span class="{code}Headline">{one.title}</span>\n</div><div class="author">{one.author} </div>'
        + "".join(f"<div>{value}</div>" for value in fields)
        + f"\n<p></p>\n{paragraphs}<p>{one.source} Ltd</p><p>Document {number_of(number)}</p>"
    )


def _table(number: int, code: str) -> str:
    one = story(number)
    fields = [("HD", f'<span class="{code}Headline">{one.title}</span>'), ("BY", one.author)]
    fields += [("WC", f"{60 + number} words"), ("PD", one.date), ("SN", one.source), ("SC", "GAZC")]
    fields += [("LA", one.language), ("CY", f"(c) 2025 {one.source}")]
    fields += [
        ("LP", f"<p>{one.text[0]}</p>"),
        ("TD", f"<p>{one.text[1]}</p>"),
        ("AN", f"Document {number_of(number)}"),
    ]
    cells = "".join(f'<tr><td class="index"><b>{name}</b>&nbsp;</td><td>{value}</td></tr>' for name, value in fields)
    return f"<table>{cells}</table>"


TEXTS: dict[str, tuple[str, int]] = {
    "nexis.txt": (nexis(3), 3),
    "nexis_without_cover.txt": (nexis(2, cover=False), 2),
    "nexis_without_body.txt": (nexis(2, cover=False, body=False), 2),
    "nexis_without_load_date.txt": (nexis(2, loaded=False), 2),
    "factiva.txt": (factiva(3), 3),
    "factiva_indented.txt": (factiva(3, between="\n ", results=-1, feed="\n  \n\n\n ").replace("\n\n", "\n\n   "), 3),
    "factiva_tabs.txt": (factiva(2, between="\t"), 2),
    "factiva_spaces.txt": (factiva(2, between=" ", results=-1), 2),
    "factiva_plain.txt": (factiva_plain(3), 3),
    "proquest.txt": (proquest(3), 3),
    "proquest_unnumbered.txt": (proquest(3, numbered=False), 3),
    "proquest_missing.txt": (proquest(3, missing=(2,)), 3),
    "factiva.html": (factiva_html(3), 3),
    "factiva_arabic.html": (factiva_html(2, code="ar"), 2),
    "factiva_table.html": (factiva_html(3, table=True), 3),
}
SAMPLES: dict[str, tuple[bytes, int]] = {name: (text.encode(), count) for name, (text, count) in TEXTS.items()}
"""File name to its bytes and the number of articles in it."""
