"""The tagger that comes with Riwaya, its training, and the sharing of the work."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from tests.build import article_of
from workbench.corpus import Corpus
from workbench.extractors.entities import entities
from workbench.extractors.entities.sharing import all_candidates, processes_for
from workbench.extractors.entities.tagging.crf import default_tagger
from workbench.extractors.entities.tagging.features import Features, chains
from workbench.extractors.entities.tagging.likeness import MODELS, Likeness
from workbench.extractors.entities.tagging.protocol import Tagged, Tagger
from workbench.extractors.entities.tagging.swapping import Swapper, spans
from workbench.extractors.entities.tagging.train import Sample, labelled, read, train_tagger
from workbench.languages import pack
from workbench.text.tokens import tokens

TEXT = "التقى الباحث زيغفريد هولتسمان في لاهاي مندوبة شركة سيمكس فالنتينا أوسوريو. وشكر هولتسمان الشركة."
SENTENCE = [("وصل", "O"), ("كارلوس", "B-PERS"), ("مندوزا", "I-PERS"), ("إلى", "O"), ("دمشق", "B-LOC"), (".", "O")]


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    found = default_tagger(pack("ar"))
    assert found is not None
    return found


def test_names_that_no_list_or_title_announces_are_found(tagger: Tagger):
    said = tagger.tag(TEXT, tokens(TEXT, pack("ar")), pack("ar"))
    people = [TEXT[one.start : one.end] for one in said if one.type == "PER" and one.score >= 0.6]
    assert "زيغفريد هولتسمان" in people


def test_every_span_stands_in_the_text_in_order_and_apart(tagger: Tagger):
    said = tagger.tag(TEXT, tokens(TEXT, pack("ar")), pack("ar"))
    assert all(0 <= one.start < one.end <= len(TEXT) and 0 <= one.score <= 1 for one in said)
    assert all(a.end <= b.start for a, b in pairwise(said))


def test_a_language_without_a_model_has_no_tagger():
    assert default_tagger(pack("en")) is None


def test_models_are_small_and_have_a_card():
    assert sum(path.stat().st_size for path in MODELS.glob("*.crfsuite")) < 3_000_000
    card = (MODELS / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "CC BY-SA 4.0" in card
    assert "ANERcorp" in card


def test_chains_end_with_sentences_and_lines():
    text = "وصل أحمد. غادر محمد\nعاد 3.5 مرات"
    words = tokens(text, pack("ar"))
    assert [[word.text for word in chain] for chain in chains(text, words)] == [
        ["وصل", "أحمد"],
        ["غادر", "محمد"],
        ["عاد", "3", "5", "مرات"],
    ]
    assert chains("", []) == []


def test_words_of_names_are_graded_above_ordinary_ones(tagger: Tagger):
    likeness = Likeness(MODELS / "ar.letters.crfsuite")
    fold = pack("ar").fold
    assert min(likeness.grade(fold(word)) for word in ("شتاينماير", "سالدانيا", "غرانديز")) > 4
    assert max(likeness.grade(fold(word)) for word in ("يتناول", "والتطوير", "استثمارات")) < 3
    assert likeness.grade("بن") == -1


def test_a_tagged_sentence_is_read_as_running_text(tmp_path: Path):
    path = tmp_path / "data.txt"
    path.write_text("\n".join(f"{word} {tag}" for word, tag in SENTENCE) + "\n\n", encoding="utf-8")
    (sentence,) = read(path)
    sample = labelled(sentence, pack("ar"))
    assert sample.text == "وصل كارلوس مندوزا إلى دمشق."
    assert list(sample.tags) == ["O", "B-PERS", "I-PERS", "O", "B-LOC"]
    assert list(spans(sample.tags)) == [(1, 3, "PERS"), (4, 5, "LOC")]


def test_swapping_changes_people_and_nothing_else():
    sample = labelled(SENTENCE, pack("ar"))
    other = Swapper(pack("ar"), 3).swapped(sample)
    assert other is not None
    kept = [word.text for word, tag in zip(other.words, other.tags, strict=True) if not tag.endswith("PERS")]
    assert kept == ["وصل", "إلى", "دمشق"]
    assert other.text != sample.text
    assert [kind for _, _, kind in spans(other.tags)] == ["PERS", "LOC"]
    assert Swapper(pack("ar"), 3).swapped(sample) == other
    assert Swapper(pack("ar"), 3).swapped(labelled([("مطر", "O")], pack("ar"))) is None


def test_a_model_can_be_trained_and_used(tmp_path: Path):
    import pycrfsuite

    language = pack("ar")
    features = Features(language, Likeness(MODELS / "ar.letters.crfsuite"))
    samples = [labelled(SENTENCE, language)] * 4 + [Sample("", [], [])]
    assert train_tagger(samples, features, tmp_path / "m.crfsuite", iterations=20) == 4
    trained = pycrfsuite.Tagger()
    trained.open(str(tmp_path / "m.crfsuite"))
    assert trained.tag(features.of(samples[0].text, samples[0].words)) == list(samples[0].tags)


def _corpus(size: int) -> Corpus:
    pages = [
        article_of(TEXT, name="a"),
        article_of("The envoy Carlos Mendoza spoke in Paris.", name="b", language="en"),
    ]
    return Corpus(replace(pages[n % 2], id=f"p{n}") for n in range(size))


def test_shared_work_has_the_same_result_in_the_same_order(monkeypatch: pytest.MonkeyPatch):
    corpus = _corpus(40)
    monkeypatch.setattr("workbench.extractors.entities.sharing.BATCH", 400)
    alone = list(all_candidates(corpus, tagger=True, processes=1))
    assert list(all_candidates(corpus, tagger=True, processes=2)) == alone
    assert [article.id for article, _ in alone] == [article.id for article in corpus]


def test_small_corpora_are_read_by_one_process(monkeypatch: pytest.MonkeyPatch):
    assert processes_for(_corpus(4)) == 1
    monkeypatch.setattr("workbench.extractors.entities.sharing.LARGE", 10)
    monkeypatch.setattr("workbench.extractors.entities.sharing.cores", lambda most: min(most, 3))
    assert processes_for(_corpus(4)) == 3


def test_a_batch_whose_worker_is_killed_is_done_again(monkeypatch: pytest.MonkeyPatch):
    from concurrent.futures import Future

    from workbench import workers

    class Pool:
        def submit(self, *_: object, **__: object) -> Future[object]:
            future: Future[object] = Future()
            future.set_exception(RuntimeError("a worker was killed"))
            return future

        def shutdown(self, **_: object) -> None:
            pass

    monkeypatch.setattr(workers, "_waiting_for_work", {})
    monkeypatch.setattr(workers, "started", lambda processes: Pool())
    corpus = _corpus(3)
    assert list(all_candidates(corpus, tagger=True, processes=2)) == list(all_candidates(corpus, tagger=True))
    assert not workers._waiting_for_work


def test_workers_wait_for_more_work_and_end_where_it_is_stopped(monkeypatch: pytest.MonkeyPatch):
    from workbench import workers

    monkeypatch.setattr(workers, "_waiting_for_work", {})
    options = {"processes": 2, "weigh": lambda _: 1, "batch": 2}
    assert list(workers.shared(range(6), _owns, **options)) == [(n, -n) for n in range(6)]
    (pool,) = workers._waiting_for_work.values()
    before = set(pool._processes)
    assert list(workers.shared(range(6), _owns, **options)) == [(n, -n) for n in range(6)]
    assert set(pool._processes) == before
    stopped = workers.shared(range(60), _owns, **options)
    next(stopped)
    stopped.close()
    assert not workers._waiting_for_work
    assert not pool._processes


def _owns(batch: list[int]) -> list[int]:
    return [-n for n in batch]


def test_any_object_with_tag_is_a_tagger():
    class Mine:
        name = "mine"

        def tag(self, text: str, words: object, language: object) -> list[Tagged]:
            start = text.index("سيمكس")
            return [Tagged(start, start + 5, "ORG", 0.9)]

    page = article_of(TEXT, name="p")
    found = entities(Corpus([page]), tagger=Mine(), progress=False).mentions
    assert "شركة سيمكس" in set(found["text"]) or "سيمكس" in set(found["text"])
    assert not entities(Corpus([page]), tagger=False).mentions["rule"].eq("tagger").any()
