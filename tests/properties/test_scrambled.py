"""Pages whose words are torn out, moved and cut off raise nothing, whatever they end with."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.build import article_of
from workbench.corpus import Corpus
from workbench.extractors.entities import entities
from workbench.extractors.quotes import quotes

PAGES = sorted((Path(__file__).parents[1] / "data" / "gold" / "quotes" / "pages").glob("*.txt"))
SIGNS = ("", "", "", "،", ":", "»", "«", "\n", ".", " -", '"', "“", ",")
AT_ONCE = 8
CUT = 0.15


def scrambled(text, chance):
    """A page's text with its words dropped, shuffled, exchanged or followed by signs."""
    words = text.split(" ")
    way = chance.randrange(5)
    if way == 0:
        for _ in range(len(words) // 4):
            a, b = chance.randrange(len(words)), chance.randrange(len(words))
            words[a], words[b] = words[b], words[a]
    elif way == 1:
        words = [word for word in words if chance.random() > 0.25]
    elif way == 2:
        chance.shuffle(words)
    elif way == 3:
        words = [word + chance.choice(SIGNS) for word in words]
    else:  # lines end anywhere
        words = [word + ("\n" if chance.random() < CUT else "") for word in words]
    return " ".join(words)


@pytest.mark.parametrize("seed", [0, 1, 12, 16, 27])
def test_no_page_is_too_torn_to_be_read(seed):
    chance = random.Random(seed)
    texts = [scrambled(chance.choice(PAGES).read_text(encoding="utf-8"), chance) for _ in range(AT_ONCE)]
    arabic = [sum("\u0600" <= sign <= "\u06ff" for sign in text) > len(text) // 3 for text in texts]
    pages = [article_of(text, name=f"p{at}", language="ar" if arabic[at] else "en") for at, text in enumerate(texts)]
    corpus = Corpus(pages)
    found = quotes(corpus, entities(corpus, progress=False), progress=False)
    for row in found.table.itertuples():
        assert corpus[row.article].text[row.start : row.end] == row.text
