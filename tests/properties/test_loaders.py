"""For any text: blocks in order inside it, the text unchanged; for any bytes: a text or a reason, never an error."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.languages import packs
from workbench.loaders.encoding import decode
from workbench.loaders.load import Builder
from workbench.loaders.marks.lines import LINE
from workbench.loaders.marks.marking import mark
from workbench.loaders.pages.html import page
from workbench.loaders.records import Page, Unreadable

PIECES = [
    *("قال العمدة إن القنوات القديمة في الواحة لا تكفي لأعمال السقاية في هذا الموسم.", "التعليقات", "مقالات ذات صلة"),
    *(
        "اقرأ أيضاً:",
        "دمشق - 12 شباط 2025 (سانا) - ",
        "(رويترز)",
        "By A B",
        "TT",
        "20",
        "\n",
        "\r\n",
        "\u2028",
        " ",
        "\u200f",
    ),
    *(
        "المنارة يفوز على الشراع",
        "- ",
        ": ",
        "«",
        "»",
        "\t",
        "\x0b",
        "ـ",
        "Read more",
        "\u0000",
        "<p>",
        "</div>",
        "<nav>",
    ),
]
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))


@given(TEXTS, st.sampled_from(packs()))
@settings(max_examples=150, deadline=None)
def test_blocks_stand_in_order_inside_the_text(text: str, pack: object) -> None:
    blocks, _ = mark(text, pack)  # type: ignore[arg-type]
    previous = 0
    for block in blocks:
        assert previous <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        assert block.rule
        previous = block.end
    covered = "".join(text[block.start : block.end] for block in blocks)
    lines = "".join(match.group() for match in LINE.finditer(text))
    assert "".join(covered.split()) == "".join(lines.split())  # every line has a kind; nothing is dropped


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_an_article_keeps_its_text_or_is_refused(text: str) -> None:
    builder = Builder({})
    builder.add(Page("a", "a.txt", text))
    assert len(builder.rows) == 1
    assert "broke the loader" not in builder.rows[0].reason
    assert all(article.text == text for article in builder.articles)


@given(st.one_of(st.binary(max_size=400), TEXTS.map(lambda text: text.encode("cp1256", "ignore"))))
@settings(max_examples=150, deadline=None)
def test_decoding_never_raises(data: bytes) -> None:
    decoded = decode(data)
    assert (decoded.text is None) == bool(decoded.problem)


@given(st.text(max_size=200))
def test_utf8_comes_back_exactly(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    decoded = decode(data)
    if decoded.encoding == "utf-8" and not data.startswith(b"\xef\xbb\xbf"):
        assert decoded.text is not None
        assert decoded.text.encode() == data


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=60, deadline=None)
def test_any_markup_is_a_page_or_refused(markup: str) -> None:
    try:
        found = page(markup, "a", "a.html")
    except Unreadable:
        return
    builder = Builder({})
    builder.add(found)
    assert "broke the loader" not in builder.rows[0].reason
