"""A story without the full texts, for a page that is passed on: titles, and a few words around what was marked.

What stays of a text: its title blocks; at most :data:`MOST_WORDS` words of each quotation, passage and sentence in
other words with what stands around them in the same sentence; and each mention of a name as it is written. A sentence
in which nothing was quoted or shared stands nowhere in such a story. Offsets stay those of the whole text.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections import defaultdict
from typing import NamedTuple

from workbench.corpus import Article, Block, Corpus
from workbench.languages import pack
from workbench.text.sentences import Sentence, sentences
from workbench.widgets.records import (
    ArticleRecord,
    BlockRecord,
    MarkRecord,
    PassageRecord,
    QuoteRecord,
    RejectedRecord,
    RewordedRecord,
    SegmentRecord,
    Story,
    WordingRecord,
)
from workbench.widgets.segments import Span, block_records
from workbench.widgets.telling.folding import searched

__all__ = ["MOST_WORDS", "excerpts", "first_words", "sums"]

MOST_WORDS = 25
"""The most words in a row that stay of a text, for each quotation and each side of a passage."""
WORD = re.compile(r"\S+")
QUOTED = ("quote", "passage", "reworded")


class Shown(NamedTuple):
    """A stretch of a text that stays, and whether the sentence goes on before and after it."""

    start: int
    end: int
    before: bool = False
    after: bool = False


def excerpts(story: Story, corpus: Corpus) -> Story:
    """The story with no more of its texts than the module says; everything else as it was."""
    marks = story["marks"]
    of: dict[str, list[int]] = defaultdict(list)
    for position, mark in enumerate(marks):
        of[mark["article"]].append(position)
    cut: list[MarkRecord] = list(marks)
    articles: list[ArticleRecord] = []
    for record in story["articles"]:
        article, own = corpus[record["id"]], of[record["id"]]
        titles = [Shown(block.start, block.end) for block in article.blocks if block.kind == "title"]
        shown = titles + _excerpts(article, [marks[position] for position in own], titles)
        for position in own:
            cut[position] = _cut(marks[position], article.text, shown)
        spans = [Span(marks[position]["start"], marks[position]["end"], position) for position in own]
        articles.append({**record, "blocks": _blocks(article, record, sorted(spans), shown[len(titles) :])})
    quotes = [_quote(quote, cut[quote["mark"]], corpus) for quote in story["quotes"]]
    texts = {quote["id"]: quote["text"] for quote in story["quotes"]}
    return {
        **story,
        "articles": articles,
        "marks": cut,
        "quotes": quotes,
        "rejected": [_rejected(one, corpus) for one in story["rejected"]],
        "lineages": [
            {**one, "wordings": [_wording(wording, texts) for wording in one["wordings"]]} for one in story["lineages"]
        ],
        "passages": [_passage(one, marks) for one in story["passages"]],
        "reworded": [_reworded(one, marks) for one in story["reworded"]],
        "shares": {
            **story["shares"],
            "boilerplate": [{**one, "text": first_words(one["text"])} for one in story["shares"]["boilerplate"]],
        },
    }


def sums(corpus: Corpus) -> list[tuple[Article, str]]:
    """Each article with the SHA-256 of its text in UTF-8, in hex: who has the text can tell that it is the same."""
    return [(article, hashlib.sha256(article.text.encode()).hexdigest()) for article in corpus]


def first_words(text: str) -> str:
    """A text as it is, or its first words where it has more than are kept.

    >>> first_words("word " * 30).count("word"), first_words("نعم")
    (25, 'نعم')
    """
    words = [found.end() for found in WORD.finditer(text)]
    return text if len(words) <= MOST_WORDS else f"{text[: words[MOST_WORDS - 1]]} …"


def _excerpts(article: Article, marks: list[MarkRecord], titles: list[Shown]) -> list[Shown]:
    """What is shown of the quotations and passages of an article, in order, none within another or a title."""
    around = sentences(article.text, pack(article.language))
    found = sorted(
        (_around(article.text, mark["start"], mark["end"], around) for mark in marks if mark["layer"] in QUOTED),
        key=lambda one: (one.start, -one.end),
    )
    kept: list[Shown] = []
    for one in found:
        if not any(other.start <= one.start and one.end <= other.end for other in (*titles, *kept[-1:])):
            kept.append(one)
    return kept


def _around(text: str, start: int, end: int, around: list[Sentence]) -> Shown:
    """The first words of a span or, of a short one, all of it with its neighbours in its sentence."""
    words = [found.end() for found in WORD.finditer(text, start, end)]
    if len(words) > MOST_WORDS:
        return Shown(start, words[MOST_WORDS - 1], after=True)
    low = next((a for a, b in around if a <= start < b), start)
    high = next((b for a, b in reversed(around) if a < end <= b), end)
    room = MOST_WORDS - len(words)
    behind = [found.start() for found in WORD.finditer(text, low, start)][-(room // 2) :] if room > 1 else []
    ahead = [found.end() for found in WORD.finditer(text, end, high)][: room - len(behind)]
    first, last = (behind[0] if behind else start), (ahead[-1] if ahead else end)
    return Shown(first, last, first > low, last < high)


def _cut(mark: MarkRecord, text: str, shown: list[Shown]) -> MarkRecord:
    """A mark with its first words, and around them what is shown anyway."""
    start, end = mark["start"], mark["end"]
    words = [found.end() for found in WORD.finditer(text, start, end)]
    stop = words[MOST_WORDS - 1] if len(words) > MOST_WORDS else end
    around = next((one for one in shown if one.start <= start and stop <= one.end), Shown(start, stop))
    before = " ".join(text[around.start : start].split())
    after = " ".join(text[stop : around.end].split())
    return {
        **mark,
        "text": text[start:stop] + (" …" if stop < end else ""),
        "before": ("… " if around.before else "") + before + " " * text[around.start : start].endswith(" "),
        "after": " " * text[stop : around.end].startswith(" ") + after + (" …" if around.after else ""),
    }


def _long(text: str) -> bool:
    return len(WORD.findall(text)) > MOST_WORDS


def _rejected(one: RejectedRecord, corpus: Corpus) -> RejectedRecord:
    text = first_words(one["text"])
    return {**one, "text": text, "folded": searched(pack(corpus[one["article"]].language), text)}


def _wording(one: WordingRecord, texts: dict[str, str]) -> WordingRecord:
    """A wording with its differences where it and the fullest one are short, else with its first words."""
    text = texts.get(one["quote"], "")
    if not _long(text) and not _long(texts.get(one["against"], "")):
        return one
    return {**one, "pieces": [{"op": "same", "text": first_words(text), "other": ""}]}


def _passage(one: PassageRecord, marks: list[MarkRecord]) -> PassageRecord:
    """A passage without its differences where it is longer than what is kept of it."""
    if not any(_long(marks[one[side]]["text"]) for side in ("mark_a", "mark_b")):
        return one
    return {**one, "differs": False, "pieces_a": [], "pieces_b": []}


def _reworded(one: RewordedRecord, marks: list[MarkRecord]) -> RewordedRecord:
    """Two sentences without their differences where one is longer than what is kept of it."""
    if not any(_long(marks[one[side]]["text"]) for side in ("mark_a", "mark_b")):
        return one
    return {**one, "pieces_a": [], "pieces_b": []}


def _quote(quote: QuoteRecord, mark: MarkRecord, corpus: Corpus) -> QuoteRecord:
    told = dict.fromkeys((mark["text"], quote["speaker_name"], quote["speaker_text"]))
    words = searched(pack(corpus[quote["article"]].language), *told)
    return {**quote, "text": mark["text"], "before": mark["before"], "after": mark["after"], "folded": words}


def _blocks(article: Article, record: ArticleRecord, spans: list[Span], shown: list[Shown]) -> list[BlockRecord]:
    """The titles, why there is no more, the excerpts, and the names that stand elsewhere in the text."""
    titles = [block for block in record["blocks"] if block["kind"] == "title"]
    blocks: list[BlockRecord] = [*titles, _block("excerpts", 0, 0, [])]
    blocks += [
        _excerpt(article, one, [span for span in spans if span.start < one.end and span.end > one.start])
        for one in shown
    ]
    there = {mark for block in blocks for segment in block["segments"] for mark in segment["marks"]}
    names = [span for span in spans if span.mark not in there]
    segments = [piece for span in names for piece in _name(article, span)][1:]
    return [*blocks, _block("mentions", 0, len(article.text), segments)] if segments else blocks


def _excerpt(article: Article, shown: Shown, spans: list[Span]) -> BlockRecord:
    start, end, before, after = shown
    one = dataclasses.replace(article, blocks=(Block(start, end, "body"),))
    within = [Span(max(span.start, start), min(span.end, end), span.mark) for span in spans]
    (block,) = [block for block in block_records(one, within) if block["kind"] == "body"]
    lead: list[SegmentRecord] = [_plain("… ", start)] if before else []
    trail: list[SegmentRecord] = [_plain(" …", end)] if after else []
    return _block("body", start, end, [*lead, *block["segments"], *trail])


def _name(article: Article, span: Span) -> list[SegmentRecord]:
    text = article.text[span.start : span.end]
    return [_plain(" · ", span.start), {"start": span.start, "text": text, "marks": [span.mark]}]


def _plain(text: str, start: int) -> SegmentRecord:
    """A sign of ours between the words of an article."""
    return {"start": start, "text": text, "marks": []}


def _block(kind: str, start: int, end: int, segments: list[SegmentRecord]) -> BlockRecord:
    return {"start": start, "end": end, "kind": kind, "rule": "", "segments": segments}
