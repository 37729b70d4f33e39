"""HTML: the whole visible text, the elements' word about it, metadata, and hostile pages."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest

from tests.unit.test_load_marking import ONE, OTHER_ONE, THREE, TITLE, TWO
from workbench.corpus import Article
from workbench.loaders import load
from workbench.loaders.pages.html import page
from workbench.loaders.records import Unreadable

LD = (
    '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"], "headline": "'
    + TITLE
    + '", "datePublished": "2025-02-12T10:00:00+03:00", "author": [{"name": "ليان الشرباتي"}], '
    '"publisher": {"name": "الضفة"}, "url": "javascript:alert(1)"}]}</script>'
)
PAGE = f"""<!DOCTYPE html><html lang="ar"><head><title>{TITLE} | الضفة</title>{LD}</head>
<body class="has-sidebar"><form id="page"><header><a href="/">الضفة</a><nav><a>سياسة</a> <a>رياضة</a></nav></header>
<main><article><header><h1>بلدية أم الغزلان <b>تستعد</b>
 لموسم السقاية</h1><p class="standfirst">القنوات القديمة لا تكفي</p>
<div class="byline">ليان الشرباتي</div><time datetime="2025-02-12">12 فبراير 2025</time></header>
<figure><img alt="x"><figcaption>العمدة في مكتبه</figcaption></figure>
<p>{ONE}</p><p>{TWO}<br>وختم بالشكر.</p>
<div class="related"><p>فوز المنارة في الدوري</p></div></article></main>
<section class="comments"><p>سعيد: {OTHER_ONE}</p></section><footer>جميع الحقوق محفوظة</footer></form>
<div style="display: none">مخفي</div><p hidden>مخفي</p><template>مخفي</template>
<noscript>مخفي</noscript></body></html>"""

UNCLEAR = PAGE.replace("<article>", "<div>").replace("</article>", "</div>")
for _text in (ONE, TWO):
    UNCLEAR = UNCLEAR.replace(_text, f"</p><section><div><div><p>{_text}</p></div></div></section><p>")
"""The same page without an element that says where the article stands, or holds most of it: trafilatura is asked."""


def read(tmp_path: Path, markup: str | bytes) -> Article:
    path = tmp_path / "صفحة.html"
    path.write_bytes(markup if isinstance(markup, bytes) else markup.encode())
    return load(path)[0]


def test_the_whole_visible_text_is_kept_and_marked(tmp_path: Path) -> None:
    article = read(tmp_path, PAGE)
    assert [(block.kind, article.slice(block)) for block in article.blocks] == [
        ("furniture", "الضفة"),
        ("furniture", "سياسة رياضة"),
        ("title", TITLE),
        ("subtitle", "القنوات القديمة لا تكفي"),
        ("byline", "ليان الشرباتي"),
        ("dateline", "12 فبراير 2025"),
        ("caption", "العمدة في مكتبه"),
        ("body", ONE),
        ("body", TWO),
        ("body", "وختم بالشكر."),
        ("related", "فوز المنارة في الدوري"),
        ("furniture", f"سعيد: {OTHER_ONE}"),
        ("furniture", "جميع الحقوق محفوظة"),
    ]
    assert "مخفي" not in article.text
    assert all(block.rule for block in article.blocks)


def test_metadata_of_json_ld(tmp_path: Path) -> None:
    article = read(tmp_path, PAGE)
    assert article.published == dt.datetime.fromisoformat("2025-02-12T10:00:00+03:00")
    assert (article.title, article.author, article.source) == (TITLE, "ليان الشرباتي", "الضفة")
    assert (article.url, article.language) == ("javascript:alert(1)", "ar")


def test_metadata_of_open_graph_and_links(tmp_path: Path) -> None:
    head = (
        f'<meta property="og:title" content="{TITLE}"><meta property="article:published_time" content="2025-02-12">'
        '<meta property="og:site_name" content="الضفة"><link rel="canonical" href="https://daffa.example/1">'
    )
    article = read(tmp_path, f"<html><head>{head}</head><body><p>{ONE}</p></body></html>")
    assert (article.title, article.source, article.url) == (TITLE, "الضفة", "https://daffa.example/1")
    assert article.published == dt.date(2025, 2, 12)


def test_several_times_are_no_date_of_publication(tmp_path: Path) -> None:
    times = '<time datetime="2025-02-12">a</time><time datetime="2025-02-13">b</time>'
    assert read(tmp_path, f"<p>{ONE}</p>{times}").published is None


def test_a_page_without_a_source_has_its_file_name(tmp_path: Path) -> None:
    assert read(tmp_path, f"<p>{ONE}</p>").source == "صفحة"


@pytest.mark.parametrize("declared", ["windows-1256", "iso-8859-6", "no-such-charset", ""])
def test_declared_encodings(tmp_path: Path, declared: str) -> None:
    encoding = declared if declared.startswith(("windows", "iso")) else "windows-1256"
    markup = f'<html><head><meta charset="{declared}"></head><body><p>{ONE}</p></body></html>'
    assert read(tmp_path, markup.encode(encoding)).text == ONE


def test_hostile_markup_is_text(tmp_path: Path) -> None:
    shown = "&lt;img src=x onerror=alert(1)&gt; &lt;/script&gt;"
    article = read(tmp_path, f"<title>{shown}</title><h1>{shown}</h1><p>{ONE}</p><script>alert(1)</script>")
    assert article.title == "<img src=x onerror=alert(1)> </script>"
    assert "alert(1)</script>" not in article.text


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body></body></html>",
        "<script>only()</script>",
        "<!-- only a comment",
    ],
)
def test_pages_with_nothing_to_show_are_refused(markup: str) -> None:
    with pytest.raises(Unreadable):
        page(markup, "a", "a.html")


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 1_500 + f"<p>{ONE}</p>",
        "<div>" * 100_000 + f"<p>{ONE}</p>",
        "<font color=red><b>" * 3_000 + f"<p>{ONE}</p>",
        f"<p>a\x00b</p><p>{ONE}</p>",
        f'<?xml version="1.0" encoding="windows-1256"?><html><body><p>{ONE}</p></body></html>',
        f"<p>{ONE}",
        f"<table><tr><td><p>{ONE}</table></p></div>",
        f'<script type="application/ld+json">{"[" * 50_000}</script><p>{ONE}</p>',
        f"<svg><p>{ONE}</p></svg><p>{ONE}</p>",
    ],
)
def test_broken_pages_keep_their_text(markup: str) -> None:
    assert ONE in page(markup, "a", "a.html").text


@pytest.mark.parametrize("element", ["main", "article", "section"])
def test_a_page_without_a_body_tag_is_read_from_its_first_word(element: str, tmp_path: Path) -> None:
    markup = f"<!doctype html><meta charset=utf-8><title>{TITLE}</title><nav>سياسة</nav>"
    article = read(tmp_path, f"{markup}<{element}><h1>{TITLE}</h1><p>{ONE}</p></{element}>")
    assert [(block.kind, article.slice(block)) for block in article.blocks] == [
        ("furniture", "سياسة"),
        ("title", TITLE),
        ("body", ONE),
    ]
    bare = f"<title>{TITLE}</title><{element}>{ONE}</{element}>{TWO}"
    assert read(tmp_path, bare).text.split("\n") == [ONE, TWO]


def test_a_failing_extraction_is_no_failing_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fails(*args: object, **options: object) -> str:
        raise RuntimeError

    monkeypatch.setattr("trafilatura.extract", fails)
    article = read(tmp_path, UNCLEAR)
    assert [block.kind for block in article.content] == ["title", "subtitle", "body", "body", "body"]
    reason = load(tmp_path).report.rows[0].reason
    assert reason.startswith("marked without trafilatura, which failed (RuntimeError: )")


def test_pages_load_where_the_extraction_cannot_be_imported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    article = read(tmp_path, UNCLEAR)
    assert [block.kind for block in article.content] == ["title", "subtitle", "body", "body", "body"]
    assert "marked without trafilatura, which failed (ModuleNotFoundError" in load(tmp_path).report.rows[0].reason


def test_a_date_in_another_language_is_a_dateline(tmp_path: Path) -> None:
    article = read(tmp_path, f"<h1>{TITLE}</h1><p>Feb 12, 2025</p><p>{ONE}</p><p>{TWO}</p>")
    assert article.published == dt.date(2025, 2, 12)
    assert article.blocks[1].kind == "dateline"


def kinds(tmp_path: Path, body: str, head: str = "") -> dict[str, str]:
    article = read(tmp_path, f"<html><head>{head}</head><body>{body}</body></html>")
    return {article.slice(block): block.kind for block in article.blocks}


def test_the_article_is_where_the_markup_says_it_is(tmp_path: Path) -> None:
    text = f"<div itemprop='articleBody'><p>{ONE}</p><p>وختم.</p></div>"
    found = kinds(tmp_path, f"<h1>{TITLE}</h1><p>تمهيد قصير فوق النص</p>{text}<p>{OTHER_ONE}</p>")
    assert (found[ONE], found["وختم."], found["تمهيد قصير فوق النص"]) == ("body", "body", "subtitle")
    assert found[OTHER_ONE] == "furniture"


def test_the_element_that_holds_most_text_is_the_article(tmp_path: Path) -> None:
    text = "".join(f"<div class='k{i}'>{one}</div>" for i, one in enumerate((ONE, TWO, THREE)))
    found = kinds(tmp_path, f"<table><tr><td><p>{OTHER_ONE}</p></td><td>{text}<b>وختم بالشكر</b></td></tr></table>")
    assert [found[one] for one in (ONE, TWO, THREE, OTHER_ONE)] == ["body", "body", "body", "furniture"]


def test_the_name_of_the_site_is_no_headline(tmp_path: Path) -> None:
    head = (
        f'<meta property="og:site_name" content="بوابة الضفة الإخبارية"><title>{TITLE} | بوابة الضفة الإخبارية</title>'
    )
    body = f"<h1>بوابة الضفة الإخبارية</h1><h2>{TITLE}</h2><p>{ONE}</p><p>{TWO}</p>"
    article = read(tmp_path, f"<html><head>{head}</head><body>{body}</body></html>")
    assert (article.title, article.source) == (TITLE, "بوابة الضفة الإخبارية")


def test_a_headline_without_a_heading_is_known_by_what_the_page_calls_it(tmp_path: Path) -> None:
    body = f"<div>خبر عاجل من المدينة الساحلية</div><div>{TITLE}</div><div>{ONE}</div><div>{TWO}</div>"
    article = read(tmp_path, f"<html><head><title>{TITLE} - الضفة</title></head><body>{body}</body></html>")
    assert article.title == TITLE
    assert "خبر عاجل" not in "".join(article.slice(block) for block in article.content)


def test_the_displayed_headline_wins_over_a_stated_one(tmp_path: Path) -> None:
    head = '<meta property="og:title" content="السقاية تبدأ"><meta property="og:site_name" content="الضفة">'
    article = read(tmp_path, f"<html><head>{head}</head><body><h1>{TITLE}</h1><p>{ONE}</p></body></html>")
    assert article.title == TITLE


def test_rows_of_a_table_are_lines_and_cells_of_a_layout_are_not(tmp_path: Path) -> None:
    rows = "<tr><td>قمح</td><td>120</td></tr><tr><td>شعير</td><td>90</td></tr>"
    article = read(tmp_path, f"<article><h1>{TITLE}</h1><p>{ONE}</p><table>{rows}</table><p>{TWO}</p></article>")
    assert "قمح\t120\nشعير\t90" in article.text
    assert [article.slice(block) for block in article.content][2:4] == ["قمح\t120", "شعير\t90"]
    layout = read(tmp_path, f"<table><tr><td><p>{ONE}</p></td><td><p>{TWO}</p></td></tr></table>")
    assert f"{ONE}\n{TWO}" in layout.text


def test_words_beside_a_picture_are_its_caption(tmp_path: Path) -> None:
    picture = "<div><img src='a.jpg'><div>العمدة يفتح القناة صباح أمس</div></div>"
    assert kinds(tmp_path, f"<p>{ONE}</p>{picture}<p>{TWO}</p>")["العمدة يفتح القناة صباح أمس"] == "caption"


def test_a_linked_headline_with_its_summary_leads_elsewhere(tmp_path: Path) -> None:
    card = f"<div><h3><a href='/1'>فوز المنارة في الدوري على الشراع</a></h3><p>{OTHER_ONE}</p></div>"
    found = kinds(tmp_path, f"<h1>{TITLE}</h1><div><p>{ONE}</p><p>{TWO}</p>{card}<p>{THREE}</p></div>")
    assert (found[OTHER_ONE], found[THREE]) == ("related", "body")


def test_an_element_with_a_field_to_fill_in_is_no_article(tmp_path: Path) -> None:
    box = "<div><p>خلاصة الأسبوع تصلك كل خميس صباحا.</p><input type='email'></div>"
    found = kinds(tmp_path, f"<h1>{TITLE}</h1><div><p>{ONE}</p>{box}<p>{TWO}</p></div>")
    assert found["خلاصة الأسبوع تصلك كل خميس صباحا."] == "furniture"


def test_comments_may_be_longer_than_the_article(tmp_path: Path) -> None:
    found = kinds(
        tmp_path,
        f"<h1>{TITLE}</h1><div><p>{ONE}</p><p>{TWO}</p></div>"
        + "".join(f"<div class='comment'><p>{n} {OTHER_ONE} {OTHER_ONE}</p></div>" for n in range(6)),
    )
    assert [kind for text, kind in found.items() if OTHER_ONE in text] == ["furniture"] * 6
    assert (found[ONE], found[TWO]) == ("body", "body")


def test_a_moment_in_utc_is_the_day_that_the_page_shows(tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="2025-02-12T22:30:00Z">'
    article = read(tmp_path, f"{head}<h1>{TITLE}</h1><p>الخميس 13 فبراير 2025</p><p>{ONE}</p><p>{TWO}</p>")
    assert article.published == dt.date(2025, 2, 13)


def test_the_time_of_another_story_is_not_the_day_of_this_one(tmp_path: Path) -> None:
    day = "<time datetime='2025-02-01'>1 فبراير 2025</time>"
    other = f"<article><h1>فوز المنارة في الدوري</h1>{day}<p>{OTHER_ONE}</p></article>"
    body = f"<article><h1>{TITLE}</h1><p>12 فبراير 2025</p><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></article>{other}"
    assert read(tmp_path, body).published == dt.date(2025, 2, 12)


def test_the_outlet_is_no_author(tmp_path: Path) -> None:
    said = '{"@type": "NewsArticle", "author": {"name": "الضفة"}, "publisher": {"name": "الضفة"}}'
    ld = f'<script type="application/ld+json">{said}</script>'
    assert read(tmp_path, f"{ld}<h1>{TITLE}</h1><p>{ONE}</p><p>{TWO}</p>").author == ""


def test_links_side_by_side_are_apart(tmp_path: Path) -> None:
    assert "سياسة\tرياضة" in read(tmp_path, f"<div><a>سياسة</a><a>رياضة</a></div><p>{ONE}</p>").text


def test_pages_nested_too_deep_are_read_and_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<div>" * 3_000 + f"<p>{ONE}</p><p>{TWO}</p>", encoding="utf-8")
    corpus = load(tmp_path)
    assert corpus[0].text == f"{ONE}\n{TWO}"
    assert "nested more than 1,000 deep" in corpus.report.rows[0].reason
