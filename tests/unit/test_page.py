"""The stand-alone page: one file, nothing from outside, and no text of the corpus that acts."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from tests.unit import handmade, unpacking
from workbench.app.page import page, script_json
from workbench.corpus import Corpus
from workbench.errors import MissingBundleError, UnknownLanguageError
from workbench.widgets import bundle as bundles

SCRIPT = 'const end = "</script>"; const comment = "<!--"; console.log(end + comment);'
HOSTILE = "<img src=x onerror=alert(1)> </script><!-- \u2028 & javascript:alert(1)"


@pytest.fixture(autouse=True)
def static(tmp_path, monkeypatch):
    folder = tmp_path / "static"
    folder.mkdir()
    (folder / "page.js").write_text(SCRIPT, encoding="utf-8")
    (folder / "page.css").write_text(".rw-root { color: red }", encoding="utf-8")
    monkeypatch.setattr(bundles, "STATIC", folder)
    return folder


class Page(HTMLParser):
    """The elements of a page, their attributes, and the text within scripts."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.scripts, self.within = [], [], None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag == "script":
            self.within = len(self.scripts)
            self.scripts.append("")

    def handle_endtag(self, tag):
        self.within = None if tag == "script" else self.within

    def handle_data(self, data):
        if self.within is not None:
            self.scripts[self.within] += data


def made(tmp_path, of=None, **options):
    of = of or handmade.corpus()
    found = {"entities": handmade.entities(of), "quotes": handmade.quotes(of), "overlap": handmade.shared(of)}
    path = page(of, tmp_path / "deep" / "story.html", **found, **options)
    return path.read_text(encoding="utf-8")


def unpacked(data):
    """The story that stands in a page."""
    return unpacking.unpacked(base64.b64decode(data))


def hostile():
    pages = [
        dataclasses.replace(one, title=HOSTILE, source=HOSTILE, author=HOSTILE, url="javascript:alert(1)")
        for one in handmade.corpus()
    ]
    return Corpus(pages)


def test_the_page_holds_the_story(tmp_path):
    labels, data, script = Page(made(tmp_path)).scripts
    story = unpacked(data)
    assert json.loads(labels)["language"] == "en"
    assert [article["source"] for article in story["articles"]] == ["الضفة", "المرفأ"]
    assert story["quotes"][0]["text"] == "وصلت السفينة إلى ميناء الواحة صباح اليوم"
    assert "console.log" in script


def test_the_page_asks_for_nothing_from_outside(tmp_path):
    text = made(tmp_path)
    for tag, attributes in Page(text).elements:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base"}
        assert not {"src", "href", "action", "srcset"} & attributes.keys()


def test_the_policy_allows_this_script_and_no_request(tmp_path):
    parsed = Page(made(tmp_path))
    (policy,) = [a["content"] for tag, a in parsed.elements if a.get("http-equiv") == "Content-Security-Policy"]
    digest = base64.b64encode(hashlib.sha256(parsed.scripts[-1].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "'unsafe-eval'" not in policy
    assert not re.search(r"https?:|\*", policy)


def test_hostile_text_cannot_leave_the_data(tmp_path):
    text = made(tmp_path, hostile(), title=HOSTILE)
    parsed = Page(text)
    assert len(parsed.scripts) == 3
    assert unpacked(parsed.scripts[1])["articles"][0]["title"] == HOSTILE
    assert not any("onerror" in attributes for _, attributes in parsed.elements)
    assert not re.search("[<>&\u2028\u2029]", parsed.scripts[0] + parsed.scripts[1])
    assert "<!--" not in parsed.scripts[-1]
    assert text.count("<script") == 3


def test_json_cannot_end_its_script():
    assert json.loads(script_json({"a": HOSTILE})) == {"a": HOSTILE}
    with pytest.raises(ValueError, match=r"JSON compliant"):
        script_json(float("nan"))


def test_the_labels_set_direction_and_title(tmp_path):
    text = made(tmp_path, language="ar")
    assert '<html lang="ar" dir="rtl">' in text
    assert "<title>طاولة العمل</title>" in text
    assert "<title>قصة</title>" in made(tmp_path, title="قصة")
    with pytest.raises(UnknownLanguageError):
        made(tmp_path, language="xx")


def test_the_page_extracts_what_it_is_not_given(tmp_path):
    path = page(handmade.corpus(), tmp_path / "story.html")
    assert unpacked(Page(path.read_text(encoding="utf-8")).scripts[1])["pairs"]


def test_a_missing_bundle_writes_no_page(tmp_path, static):
    (static / "page.js").unlink()
    with pytest.raises(MissingBundleError):
        made(tmp_path)
    assert not (tmp_path / "deep").exists()
