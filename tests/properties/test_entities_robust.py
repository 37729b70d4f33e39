"""Names are found in any text, however odd, without an error, and every span stands in its article."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.build import article_of
from workbench import samples
from workbench.corpus import Corpus
from workbench.extractors.entities import entities
from workbench.extractors.quotes import quotes

PAGES = list(samples.phone_call())
SENTENCES = [
    (page.language, piece.strip())
    for page in PAGES
    for piece in page.text.replace("\n", ". ").split(". ")
    if piece.strip()
]
LANGUAGES = st.sampled_from(["ar", "en"])
ARABIC = "الرئيس السوري أحمد الشرع وزير الدفاع أبو بن قال السابق « » ، . \n في شركة"
ENGLISH = "the former President Ms Abu al- Dr. Vladimir Putin , 's ( ) of"
WORDS = [*ARABIC.split(" "), *ENGLISH.split(" "), "\ud800"]


def check(texts: list[tuple[str, str]]) -> None:
    """Find names and quotations in some texts, and look at every span."""
    corpus = Corpus(article_of(text, name=f"p{n}", language=language) for n, (language, text) in enumerate(texts))
    found = entities(corpus, edits=False, progress=False)
    for row in found.mentions.itertuples():
        assert corpus[row.article].text[row.start : row.end] == row.text
    assert set(found.mentions["entity"]) == set(found.table["entity"])
    quotes(corpus, found, progress=False)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_shuffled_and_cut_sentences(data: st.DataObject):
    language = data.draw(LANGUAGES)
    own = [text for lang, text in SENTENCES if lang == language]
    texts = []
    for _ in range(data.draw(st.integers(1, 3))):
        picked = data.draw(st.lists(st.sampled_from(own), min_size=1, max_size=6))
        joint = data.draw(st.sampled_from([". ", "\n", " ", "، ", "\n\n", ": "]))
        text = joint.join(picked)
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        texts.append((language, text[start:end]))
    check(texts)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LANGUAGES, st.lists(st.text(max_size=80), min_size=1, max_size=3))
def test_any_characters(language: str, texts: list[str]):
    check([(language, text) for text in texts])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_words_of_names_titles_and_marks_in_any_order(data: st.DataObject):
    language = data.draw(LANGUAGES)
    check([(language, " ".join(data.draw(st.lists(st.sampled_from(WORDS), max_size=25)))) for _ in range(2)])
