"""Text files: the decoded file exactly, whatever its encoding, or a reason."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from workbench.errors import EmptyCorpusError
from workbench.loaders import load
from workbench.loaders.encoding import decode

PARAGRAPH = (
    "قال العمدة زاهر النقشجي إن أعمال السقاية في واحة أم الغزلان ستبدأ في مطلع الشهر المقبل، "
    "وأضاف أن البلدية خصصت لها ما يكفي من المال، وأن الأهالي سيشاركون في تنظيف القنوات."
)
TITLE = "بلدية أم الغزلان تستعد لموسم السقاية"


def write(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_are_part_of_the_text(tmp_path: Path, end: str) -> None:
    text = f"  {TITLE}{end}{end}{PARAGRAPH}{end}"
    article = load(write(tmp_path, "a.txt", text))[0]
    assert article.text == text
    assert [article.slice(block) for block in article.blocks] == [TITLE, PARAGRAPH]
    assert [block.kind for block in article.blocks] == ["title", "body"]


def test_a_page_that_is_all_content_is_read_and_says_nothing_more(tmp_path: Path) -> None:
    corpus = load(write(tmp_path, "a.txt", f"{TITLE}\n{PARAGRAPH}"))
    assert corpus.report.table.loc[0, ["status", "reason", "article"]].tolist() == ["read", "", "a"]
    assert corpus[0].title == TITLE
    assert corpus[0].source == "a"
    assert corpus[0].published is None


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("cp1256", "windows-1256"), ("iso8859_6", "ISO-8859-6"), ("utf-16", "utf-16"), ("utf-16-le", "utf-16-le")],
)
def test_other_encodings_are_read_and_named(tmp_path: Path, encoding: str, said: str) -> None:
    corpus = load(write(tmp_path, "a.txt", f"{TITLE}\n{PARAGRAPH}".encode(encoding)))
    assert corpus[0].text == f"{TITLE}\n{PARAGRAPH}"
    assert corpus.report.rows[0].reason == f"read as {said}"


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    corpus = load(write(tmp_path, "a.txt", codecs.BOM_UTF8 + PARAGRAPH.encode()))
    assert corpus[0].text == PARAGRAPH
    assert corpus.report.rows[0].reason == ""


def test_a_western_page_is_not_taken_for_arabic() -> None:
    text = "The mayor said the café would open in the spring, and that naïve hopes were not to be trusted."
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (PARAGRAPH.encode()[:-21] + b"\xff\xfe" + PARAGRAPH.encode()[-21:], "broken UTF-8"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x00\x01\x02" * 40, "binary"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "byte order mark"),
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        ("التعليقات\nاضافة تعليق\n".encode(), "nothing of it is an article: 2 lines of furniture"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    write(tmp_path, "good.txt", PARAGRAPH)
    write(tmp_path, "bad.txt", data)
    corpus = load(tmp_path)
    assert [row.status for row in corpus.report.rows] == ["refused", "read"]
    assert reason in corpus.report.rows[0].reason
    assert "\ufffd" not in corpus[0].text


def test_a_single_bad_file_is_an_error_that_says_why(tmp_path: Path) -> None:
    with pytest.raises(EmptyCorpusError, match=r"bad\.txt: it is empty.*Hint: "):
        load(write(tmp_path, "bad.txt", b""))


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        ("The mayor said that Señor Peña would open the Universität in the spring.", "cp1252", "windows-1252"),
        ("Le président a été reçu à l’Élysée, où il a évoqué la crise. Ç’a été long.", "cp1252", "windows-1252"),
        ("لقاء بوتين والشرع", "cp1256", "windows-1256"),
        ("وكالة Reuters: أكد الرئيس في café موسكو على ذلك", "cp1256", "windows-1256"),
    ],
)
def test_the_encoding_in_which_words_are_words_wins(text: str, encoding: str, said: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, said)


def test_an_encoding_that_no_word_bears_out_is_called_a_guess(tmp_path: Path) -> None:
    text = "Le président français a été reçu à l’Élysée, où il a évoqué la crise européenne."
    corpus = load(write(tmp_path, "a.txt", text.encode("cp1252")))
    assert corpus.report.rows[0].reason.startswith("read as windows-1252, which is a guess")


@pytest.mark.parametrize(
    "data",
    [
        PARAGRAPH.encode() + PARAGRAPH.encode("cp1256"),
        PARAGRAPH.encode("cp1256") * 9 + "خبر".encode(),
        "The café was open. ".encode() + "The café was not open, and that was that. ".encode("cp1252") * 3,
        "The café was open, and that was that. ".encode("cp1252") + "“Fine”, he said.".encode(),
    ],
)
def test_a_file_in_two_encodings_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(EmptyCorpusError, match=r"a part of it is UTF-8 \(byte \d+\) and another part is not"):
        load(write(tmp_path, "a.txt", data))
    with pytest.raises(EmptyCorpusError, match="a part of it is UTF-8"):
        load(write(tmp_path, "a.html", b"<meta charset=windows-1256><p>" + data))


def test_a_page_that_says_latin_1_is_read_as_browsers_read_it(tmp_path: Path) -> None:
    text = "The mayor said: “it is for the people of the oasis to decide”."
    corpus = load(write(tmp_path, "a.html", b"<meta charset=iso-8859-1><p>" + text.encode("cp1252")))
    assert corpus[0].text == text


def test_letters_in_presentation_forms_are_counted_and_stay(tmp_path: Path) -> None:
    text = f"{PARAGRAPH}\n\ufeed\ufed7\ufe8e\ufedd \ufdfa"
    corpus = load(write(tmp_path, "a.txt", text))
    assert corpus[0].text == text
    assert "letters in presentation forms: 4; names and quotations will be missed" in corpus.report.rows[0].reason
    assert load(write(tmp_path, "b.txt", f"{PARAGRAPH} \ufdfa \ufdf2")).report.rows[0].reason == ""
