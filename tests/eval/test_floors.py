"""Quality may not fall: floors for each part of the gold, and a digest so that the gold cannot change unseen.

A floor is raised when the figure rises. To change gold or floor, change this file in the same commit and say why.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.eval import bcubed, newswire, wire
from tests.eval import dates as date_eval
from tests.eval import entities as entity_eval
from tests.eval import lineages as lineage_eval
from tests.eval import pages as page_eval
from tests.eval import quotes as quote_eval
from tests.eval import reworded as reworded_eval
from tests.eval.gold import NEWSROOM_GOLD, SAMPLE_GOLD, SEED_GOLD, Collection, collections
from tests.eval.lineages import installed, score
from tests.eval.second import keyed
from tests.eval.stories import NAMES, stories
from workbench.extractors.entities import entities
from workbench.extractors.overlap import overlap
from workbench.extractors.quotes import quotes

# collection, part: direct quotes with speaker F1, indirect ones F1, people precision, people recall
FLOORS = {
    ("seeds", "tune"): (0.99, 0.84, 1.0, 1.0),
    ("sample", "tune"): (0.95, 0.87, 1.0, 1.0),
    ("sample", "held"): (0.92, 0.77, 1.0, 0.96),
    # at first look, before anything was tuned on it: 0.75, 0.62, 0.80, 0.95
    ("newsroom", "tune"): (0.84, 0.71, 0.95, 0.98),
}
# part of the stories of quotations: direct ones with the right speaker F1, their spans F1, indirect ones with the right
# speaker F1, the share of rejected spans that are reported
# (held: two stories of ordinary news and the sample; those of a university and a ferry were opened on 24 November when
# one of an examination came, which had .870 and .725 at its first look; their indirect quotations are the hardest yet)
QUOTE_FLOORS = {"tune": (0.937, 0.982, 0.867, 0.022), "held": (0.885, 0.965, 0.80, 0.027)}
# part of the stories and samples: lineages of the gold's quotations F1, of what is found F1, hard negatives joined
# (held: of what is found much less since the examination is in it, whose first look was .42)
LINEAGE_FLOORS = {"tune": (0.805, 0.745, 42), "held": (0.675, 0.45, 17)}
# the same with the sentence encoder
MEANT_FLOORS = {"tune": (0.84, 0.768, 53), "held": (0.71, 0.5, 19)}
# part of the newswire: direct quotes with speaker F1, their spans F1, people precision, people recall
# (tuned: an unnamed spokesman of a police force is nobody by the passages' gold, the force by the stories' guidelines;
# the tagger finds a third more people, one in six of all wrong; with lists and titles alone their precision was 0.95)
WIRE_FLOORS = {"tune": (0.73, 0.9, 0.88, 0.86), "held": (0.57, 0.81, 0.86, 0.90)}
# part of the invented stories: people precision, people recall, merges B-cubed F1
STORY_FLOORS = {"tune": (0.99, 0.98, 0.97), "held": (0.91, 0.95, 0.95)}
# exact agreement with ANERcorp's development part, F1 over persons, places and organisations
NEWSWIRE_FLOORS = {"tagger only": 0.765, "all": 0.745}
# part of the saved pages: lines of content F1, titles exact, dates exact
PAGE_FLOORS = {"tune": (0.996, 0.99, 0.99), "held": (0.97, 0.95, 0.95)}
# part of the sample pages: precision and recall of sentences in other words, and how many hard negatives are joined
REWORDED_FLOORS = {"tune": (0.84, 0.5, 0.01), "held": (0.77, 0.58, 0.02)}
DIGESTS = {
    date_eval.GOLD: "df00a0a3bc89ae96",
    page_eval.GOLD: "6c628abc0c8b0c7d",
    NAMES: "4072a98e4474d923",
    quote_eval.STORIES: "6e5deae3cfa0e65d",
    wire.GOLD: "aa48434c6dcd225a",
    SEED_GOLD: "b6a4a66597666b71",
    SAMPLE_GOLD: "3dd46d3cdffaba21",
    NEWSROOM_GOLD: "2a6afc28a89ac573",
    reworded_eval.GOLD: "cbb9e8a3242d732e",
}


@pytest.fixture(scope="module")
def loaded() -> dict[str, Collection]:
    return {collection.name: collection for collection in collections()}


def digest(folder: Path) -> str:
    state = hashlib.sha256()
    for path in sorted(folder.glob("*.tsv")):
        state.update(path.name.encode() + path.read_bytes())
    return state.hexdigest()[:16]


@pytest.mark.parametrize("folder", list(DIGESTS), ids=str)
def test_gold_is_what_the_floors_were_set_on(folder: Path):
    assert digest(folder) == DIGESTS[folder]


def test_two_annotators_agree_on_statements_as_before():
    scores = [score(rows, keys) for _, rows, keys in keyed()]
    right, of = sum(one.right for one in scores), sum(one.found + one.gold for one in scores)
    assert len(scores) >= 3
    assert 2 * right / of > 0.8


@pytest.mark.parametrize(("name", "part"), list(FLOORS))
def test_quality_does_not_fall(name: str, part: str, loaded: dict[str, Collection]):
    if name not in loaded:
        pytest.skip("the seed pages are not on this machine")
    collection = loaded[name]
    named = entities(collection.corpus)
    said = quotes(collection.corpus, named)
    direct, indirect, precision, recall = FLOORS[name, part]
    assert quote_eval.score(collection, said, part, "direct", errors=True)[0].f1 >= direct
    assert quote_eval.score(collection, said, part, "indirect", errors=False)[0].f1 >= indirect
    people = entity_eval.people(collection, named, part, errors=True)
    assert (people.precision, people.recall) >= (precision, recall)
    assert people.recall >= recall


def test_only_the_copied_seed_stands_in_another(loaded: dict[str, Collection]):
    if "seeds" not in loaded:
        pytest.skip("the seed pages are not on this machine")
    corpus = loaded["seeds"].corpus
    matrix = overlap(corpus).matrix(by="article")
    ids = {article.id[:3]: article.id for article in corpus}
    pair = {ids["003"], ids["001"]}
    assert matrix.loc[ids["003"], ids["001"]] >= 0.95
    rest = [matrix.loc[a, b] for a in matrix.index for b in matrix.columns if a != b and {a, b} != pair]
    assert max(rest) < 0.02


@pytest.mark.skipif(not wire.SENTENCES.exists(), reason="the newswire sentences are not on this machine")
@pytest.mark.parametrize("part", list(WIRE_FLOORS))
def test_quality_on_newswire_does_not_fall(part: str):
    scores = wire.measure(part)
    direct, spans, precision, recall = WIRE_FLOORS[part]
    assert scores["direct"].f1 >= direct
    assert scores["direct spans"].f1 >= spans
    assert scores["people"].precision >= precision
    assert scores["people"].recall >= recall


@pytest.mark.parametrize("part", list(STORY_FLOORS))
def test_names_of_the_stories_are_found_no_worse(part: str):
    totals = entity_eval.Totals()
    for story in stories(part):
        entity_eval.measure(story, part, totals, errors=part == "tune")
    precision, recall, merges = STORY_FLOORS[part]
    assert totals.scores["people"].precision >= precision
    assert totals.scores["people"].recall >= recall
    assert bcubed.bcubed(totals.merges)[2] >= merges


@pytest.mark.parametrize("part", list(QUOTE_FLOORS))
def test_quotations_of_the_stories_are_found_no_worse(part: str):
    total = quote_eval.Tally()
    for story in stories(part, quote_eval.STORIES):
        said = quotes(story.corpus, entities(story.corpus, progress=False), progress=False)
        total.add(quote_eval.tally(story, said, part, errors=part == "tune"))
    direct, spans, indirect, reported = QUOTE_FLOORS[part]
    assert total.scores["direct both"].f1 >= direct
    assert total.scores["direct spans"].f1 >= spans
    assert total.scores["indirect both"].f1 >= indirect
    assert total.scores["rejected, reported"].recall <= reported


@pytest.mark.parametrize("part", list(LINEAGE_FLOORS))
def test_wordings_of_one_statement_are_put_together_no_worse(part: str):
    scores = lineage_eval.measure(part, meaning=False)
    grouping, whole, joined = LINEAGE_FLOORS[part]
    assert scores["grouping"].f1 >= grouping
    assert scores["end to end"].f1 >= whole
    assert scores["hard negatives"].right <= joined


@pytest.mark.skipif(not installed(), reason="the sentence encoder (extra meaning) is not installed")
@pytest.mark.parametrize("part", list(MEANT_FLOORS))
def test_wordings_in_other_words_are_put_together_no_worse(part: str):
    scores = lineage_eval.measure(part, meaning=True)
    grouping, whole, joined = MEANT_FLOORS[part]
    assert scores["grouping"].f1 >= grouping
    assert scores["end to end"].f1 >= whole
    assert scores["hard negatives"].right <= joined


@pytest.mark.skipif(not newswire.DATA.exists(), reason="the newswire sentences are not on this machine")
@pytest.mark.parametrize("system", list(NEWSWIRE_FLOORS))
def test_names_agree_with_anercorp_no_worse(system: str):
    assert newswire.measure(system)["all"].f1 >= NEWSWIRE_FLOORS[system]


@pytest.fixture(scope="module")
def pages() -> tuple[list[page_eval.Gold], dict[str, page_eval.Reading]]:
    gold = page_eval.gold()
    return gold, page_eval.ours(gold)


@pytest.mark.parametrize("part", list(PAGE_FLOORS))
def test_pages_are_marked_no_worse(part: str, pages: tuple[list[page_eval.Gold], dict[str, page_eval.Reading]]):
    gold, readings = pages
    chosen = [page for page in gold if page.fields["part"] == part]
    score = page_eval.measure(chosen, lambda page: readings.get(page.page, page_eval.Reading()))
    lines, titles, dates = PAGE_FLOORS[part]
    assert score.measures[2] >= lines
    assert score.share("title") >= titles
    assert score.share("date") >= dates


@pytest.mark.parametrize("part", ["tune", "held"])
def test_dates_are_read_no_worse(part: str):
    score = date_eval.measure(part, errors=True)["all days and spans"]
    assert (score.precision, score.recall) >= (0.99, 0.99)
    assert score.recall >= 0.99


def test_the_claims_stand_where_they_are_said_to_stand():
    assert len(reworded_eval.gold()) == len(reworded_eval.read(reworded_eval.GOLD / "claims.tsv"))
    for row in reworded_eval.read(reworded_eval.GOLD / "claims.tsv"):
        text = reworded_eval.exact().corpus[row["page"]].text
        assert text[int(row["start"]) : int(row["end"])] == row["text"]
    known = {part: reworded_eval.wanted(part) for part in REWORDED_FLOORS}
    assert min(len(one[kind]) for one in known.values() for kind in ("same", "topic")) >= 200


def test_copies_alone_miss_most_of_what_says_the_same():
    for part, (_, recall, _) in REWORDED_FLOORS.items():
        scores = reworded_eval.measure(part)["exact"]
        assert scores.precision >= 0.95
        assert scores.recall <= recall / 2


@pytest.mark.skipif(not installed(), reason="the sentence encoder (extra meaning) is not installed")
@pytest.mark.parametrize("part", list(REWORDED_FLOORS))
def test_sentences_in_other_words_are_found_no_worse(part: str):
    scores = reworded_eval.measure(part)
    precision, recall, joined = REWORDED_FLOORS[part]
    assert scores["reworded"].precision >= precision
    assert scores["reworded"].recall >= recall
    assert scores["hard negatives"].recall <= joined
