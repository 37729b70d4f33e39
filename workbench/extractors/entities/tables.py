"""The table of entities, made from their mentions: of all of them, or anew of those that an edit has touched."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from workbench.corpus import Corpus

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["ENTITY_COLUMNS", "MENTION_COLUMNS", "TYPES", "Known", "entity_table", "ordered"]

MENTION_COLUMNS = ("article", "start", "end", "text", "entity", "type", "rule")
ENTITY_COLUMNS = ("entity", "name", "type", "aliases", "mentions", "articles", "sources")
TYPES = ("PER", "LOC", "ORG")


class Known(NamedTuple):
    """What is known of an entity besides its mentions: ``also`` has names it goes by, each with the reason."""

    name: str
    type: str
    also: tuple[tuple[str, str], ...] = ()


def entity_table(corpus: Corpus, mentions: pd.DataFrame, names: Mapping[str, Known]) -> pd.DataFrame:
    """The table of the entities that have mentions, most mentioned first, then in the order of their first mention.

    Its columns are ``ENTITY_COLUMNS`` and reasons: one for each alias.
    """
    import pandas as pd

    source = {article.id: article.source for article in corpus}
    counts: dict[str, int] = {}
    aliases: dict[str, dict[str, str]] = {}
    articles: dict[str, set[str]] = {}
    columns = (mentions[column].tolist() for column in ("entity", "article", "text", "rule", "reason"))
    for entity, article, text, rule, reason in zip(*columns, strict=True):
        name = names[entity].name
        if entity not in counts:
            counts[entity], articles[entity] = 0, set()
            aliases[entity] = {other: why for other, why in names[entity].also if other != name}
        counts[entity] += 1
        articles[entity].add(article)
        if text != name:
            aliases[entity].setdefault(" ".join(text.split()), f"{rule}: {reason}" if reason else rule)
    rows = []
    for entity, count in counts.items():
        own, also = articles[entity], aliases[entity]
        sources = len({source[article] for article in own})
        rows.append((entity, *names[entity][:2], list(also), count, len(own), sources, list(also.values())))
    return ordered(pd.DataFrame(rows, columns=[*ENTITY_COLUMNS, "reasons"]), mentions)


def ordered(table: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """A table of entities, most mentioned first, then in the order of their first mention."""
    place = {entity: number for number, entity in enumerate(mentions["entity"].unique())}
    places = [place[entity] for entity in table["entity"]]
    by_place = table.iloc[sorted(range(len(table)), key=places.__getitem__)]
    return by_place.sort_values("mentions", ascending=False, kind="stable", ignore_index=True)
