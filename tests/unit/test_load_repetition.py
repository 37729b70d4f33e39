"""Lines that repeat across the pages of one outlet."""

from __future__ import annotations

from workbench.corpus import Article, Block
from workbench.loaders.marks.repetition import across

FOOT = "تعنى هذه الصحيفة المستقلة منذ عشرين عاما بأخبار الواحات وما حولها من القرى والناس."
SHORT = "تابعوا آخر أخبارنا عبر القناة"


def text(number: int) -> str:
    return " ".join(f"كلمة{number}س{place}" for place in range(30)) + "."


def page(number: int, *lines: str, source: str = "الضفة", kinds: dict[str, str] | None = None) -> Article:
    whole, blocks = "\n".join(lines), []
    start = 0
    for line in lines:
        blocks.append(Block(start, start + len(line), (kinds or {}).get(line, "body")))  # type: ignore[arg-type]
        start += len(line) + 1
    return Article(f"a{number}", source, "", None, "", "", "ar", whole, tuple(blocks), f"folder/a{number}.txt")


def kinds(article: Article) -> list[str]:
    return [block.kind for block in article.blocks]


def test_short_lines_that_stand_on_three_pages_are_furniture() -> None:
    made = across([page(n, text(n), SHORT, text(n + 100)) for n in range(3)])
    assert [kinds(one) for one in made] == [["body", "furniture", "body"]] * 3
    assert made[0].blocks[1].rule == "repeated_across_pages"
    assert across([page(n, text(n), SHORT, text(n + 100)) for n in range(2)])[0].blocks[1].kind == "body"


def test_paragraphs_only_at_the_head_or_the_end_and_on_half_of_the_pages() -> None:
    assert kinds(across([page(n, text(n), FOOT) for n in range(3)])[0]) == ["body", "furniture"]
    assert kinds(across([page(n, FOOT, text(n)) for n in range(3)])[0]) == ["furniture", "body"]
    assert kinds(across([page(n, text(n), FOOT, text(n + 50)) for n in range(3)])[0]) == ["body"] * 3
    few = [page(n, text(n), FOOT) for n in range(3)] + [page(n, text(n)) for n in range(10, 17)]
    assert kinds(across(few)[0]) == ["body", "body"]


def test_one_article_again_and_again_stays_an_article() -> None:
    same = [page(n, text(1), SHORT, text(2)) for n in range(5)]
    assert across(same) == same
    versions = [page(n, text(1), SHORT, text(2), text(3), text(n + 10)) for n in range(5)]
    assert across(versions) == versions


def test_other_outlets_say_nothing() -> None:
    pages = [page(n, text(n), SHORT, source=f"صحيفة {n}") for n in range(5)]
    assert across(pages) == pages


def test_a_line_that_is_no_article_on_two_pages_is_none_on_a_third() -> None:
    known = [page(n, text(n), FOOT, text(n + 40), kinds={FOOT: "furniture"}) for n in range(2)]
    made = across([*known, page(2, text(2), FOOT, text(42)), page(3, text(3))])
    assert kinds(made[2]) == ["body", "furniture", "body"]


def test_a_page_without_an_outlet_belongs_to_those_with_its_edges() -> None:
    edges = ("بوابة الضفة الإخبارية", "سياسة واقتصاد ورياضة", "هيئة التحرير والإعلانات", "جميع الحقوق محفوظة للضفة")
    marked = dict.fromkeys(edges, "furniture")
    known = [page(n, *edges[:2], text(n), SHORT, text(n + 60), *edges[2:], kinds=marked) for n in range(2)]
    unnamed = page(7, *edges[:2], text(7), SHORT, text(67), *edges[2:], source="a7", kinds=marked)
    assert kinds(across([*known, unnamed])[2])[2:5] == ["body", "furniture", "body"]
    stranger = page(8, text(8), SHORT, text(68), source="a8")
    assert across([*known, stranger])[2] == stranger


def test_nothing_is_left_without_an_article() -> None:
    pages = [page(n, text(n), SHORT) for n in range(3)] + [page(9, SHORT)]
    assert kinds(across(pages)[3]) == ["body"]


def test_order_and_number_stay() -> None:
    pages = [page(n, text(n), SHORT, source=f"صحيفة {n % 2}") for n in range(8)]
    assert [one.id for one in across(pages)] == [one.id for one in pages]
