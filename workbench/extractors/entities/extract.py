"""Entities of a corpus: candidates found article by article, resolved over all of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from workbench.corpus import Corpus, expect
from workbench.corpus.kept import Kept
from workbench.extractors.entities.bodynames import mostly_latin
from workbench.extractors.entities.candidate import Candidate
from workbench.extractors.entities.elsewhere import named_elsewhere
from workbench.extractors.entities.headalone import HEAD_ALONE, named_by_head
from workbench.extractors.entities.misplaced import places_for_people
from workbench.extractors.entities.resolve import Resolved, resolve_with_roles
from workbench.extractors.entities.result import Entities
from workbench.extractors.entities.sharing import all_candidates, processes_for
from workbench.extractors.entities.tables import MENTION_COLUMNS, Known, entity_table
from workbench.extractors.entities.tagging.protocol import Tagger
from workbench.languages import pack
from workbench.progress import steps

__all__ = ["entities"]

HALF = re.compile("[\ud800-\udfff]")
"""Half of a character beyond the first 65,536 (a lone surrogate), as broken files have it."""

BY_PART = frozenset({"role", "surname", "nickname", HEAD_ALONE})
"""The rules of mentions that are less than a name."""


def entities(corpus: Corpus, *, tagger: Tagger | bool = True, edits: Kept = None, progress: bool = True) -> Entities:
    """The people, places and organisations that a corpus names, one entity each, whatever the spelling.

    Parameters
    ----------
    corpus: the articles; only their content (title, subtitle, body) is read.
    tagger: what finds names that no list or title announces: True for the one that comes with Riwaya (Arabic; other
        languages have none), False for none, one of ``wb.taggers``, or any object with the method ``tag`` of `Tagger`.
    edits: the file of a researcher's corrections that are applied; None for the one beside the corpus, where there is
        one; False for none, so that corrections made now are kept only by ``save_edits``.
    progress: whether a bar is shown for more than 200 articles.

    Raises
    ------
    LoadError: there is no file of corrections by that name.

    Returns
    -------
    Entities: ``.mentions`` (article, start, end, text, entity, type, rule, reason, phrase_start, phrase_end) and
        ``.table`` (entity, name, type, aliases, mentions, articles, sources, reasons). Offsets are code points into
        ``Article.text``. ``phrase_start``/``phrase_end`` take in the titles before the name.

    >>> from workbench.corpus import Article, Block, Corpus
    >>> text = "أكد الرئيس الروسي فلاديمير بوتين دعمه. وأضاف بوتين أنه مستعد."
    >>> page = Article("p", "s", "", None, "", "", "ar", text, (Block(0, len(text), "body"),), "p.txt")
    >>> entities(Corpus([page])).mentions[["text", "entity", "rule"]].values.tolist()
    [['فلاديمير بوتين', 'فلاديمير بوتين', 'title'], ['بوتين', 'فلاديمير بوتين', 'surname']]
    """
    import pandas as pd

    expect(corpus, "Corpus", maker="wb.load(...)")
    shared = all_candidates(corpus, tagger=tagger, processes=processes_for(corpus))
    found = {article.id: own for article, own in steps(shared, "entities", show=progress, expected=len(corpus))}
    halves = {article.id for article in corpus if HALF.search(article.text)}
    found = {id_: [one for one in own if id_ not in halves or _whole(corpus, one)] for id_, own in found.items()}
    settled = _settled(corpus)
    found = {article.id: found[article.id] for article in settled}
    found = named_by_head(settled, places_for_people(settled, named_elsewhere(settled, found)))
    resolutions, tenures = resolve_with_roles(settled, found)
    place = {article.id: position for position, article in enumerate(settled)}
    resolved = sorted(
        (one for one in resolutions if one.candidate.article not in halves or _whole(corpus, one.candidate)),
        key=lambda one: (place[one.candidate.article], one.candidate.start, one.candidate.end),
    )
    ids, names = _identities(settled, resolved)
    order = {article.id: position for position, article in enumerate(corpus)}
    resolved.sort(key=lambda one: (order[one.candidate.article], one.candidate.start, one.candidate.end))
    named = {ids[one.key] for one in resolved if one.key and one.rule != "side"}
    sides = [one for one in resolved if one.rule == "side" and one.candidate.type == "LOC" and ids[one.key] in named]
    aside = {id(one) for one in sides}
    rows = [_mention(corpus, one, ids) for one in resolved if one.key and id(one) not in aside]
    columns = [*MENTION_COLUMNS, "reason", "phrase_start", "phrase_end"]
    mentions = pd.DataFrame(rows, columns=columns)
    unresolved = [one.candidate for one in resolved if not one.key]
    table = entity_table(corpus, mentions, names)
    spoken = [(one.candidate, ids[one.key]) for one in sides]
    held = [(ids[key], tenure) for key, tenure in tenures if key in ids]
    return Entities(corpus, mentions, table, unresolved=unresolved, sides=spoken, held=held, edits=edits)


def _settled(corpus: Corpus) -> Corpus:
    """The articles in an order of their own, since who is who must not hang on theirs: those of most's language first.

    Where two names are as good, an entity has that of the first article.
    """
    languages = Counter(article.language for article in corpus)
    return Corpus(sorted(corpus, key=lambda one: (-languages[one.language], one.language, one.id)))


def _whole(corpus: Corpus, one: Candidate) -> bool:
    """Whether a candidate holds no half of a character, which no table can hold and nobody's name has."""
    return HALF.search(corpus[one.article].text, min(one.start, one.phrase_start), one.end) is None


def _mention(corpus: Corpus, one: Resolved, ids: dict[tuple[str, ...], str]) -> tuple[object, ...]:
    c = one.candidate
    text = corpus[c.article].text[c.start : c.end]
    rule = "party" if one.rule == "side" else one.rule
    return (c.article, c.start, c.end, text, ids[one.key], c.type, rule, one.reason, c.phrase_start, c.phrase_end)


def _identities(corpus: Corpus, resolved: list[Resolved]) -> tuple[dict[tuple[str, ...], str], dict[str, Known]]:
    """An id for each key (its name; with its type where a name has two), and each id's name and type."""
    spellings: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for one in resolved:
        c = one.candidate
        short = bool(c.name) and one.rule in ("repeated", "elsewhere")
        if one.key and one.rule not in BY_PART and not short and (one.rule, c.type) != ("side", "LOC"):
            spellings[one.key][" ".join(corpus[c.article].text[c.start : c.end].split())] += 1
    latin = mostly_latin(corpus)
    ids: dict[tuple[str, ...], str] = {}
    names: dict[str, Known] = {}
    for one in resolved:
        if not one.key or one.key in ids:
            continue
        own = spellings[one.key]
        main = Counter({text: count for text, count in own.items() if text[:1].isascii() == latin})
        name = _uncontracted(_display(one, main or own), one, corpus)
        if not one.candidate.parts and names.get(name) == Known(name, one.candidate.type):
            ids[one.key] = name  # a body that two rules have under two keys
            continue
        identity = f"{name} ({one.apart})" if one.apart else name
        identity = identity if identity not in names else f"{identity} ({one.candidate.type})"
        while identity in names:
            identity += "′"
        ids[one.key], names[identity] = identity, Known(name, one.candidate.type)
    return ids, names


def _display(one: Resolved, spellings: Counter[str]) -> str:
    """The name that stands for an entity: the gazetteer's, or the fullest of its most frequent spellings."""
    if one.candidate.rule == "gazetteer" or (one.rule == "side" and one.candidate.type == "LOC"):
        return one.candidate.name
    if not spellings:
        return one.key[-1] if one.candidate.name else " ".join(one.key[1:])
    own = one.key[1 : len(one.key) - bool(one.apart)] if one.candidate.parts else ()
    words = sum(len(part.split()) for part in own)
    return max(spellings, key=lambda name: (min(len(name.split()), words), spellings[name]))


def _uncontracted(name: str, one: Resolved, corpus: Corpus) -> str:
    """The name of a body with its article written out, where every mention has it contracted (``للقوات الروسية``)."""
    language = pack(corpus[one.candidate.article].language)
    written = next((row["clitic"] for row in language.rows("clitics") if row["kind"] == "article"), "")
    folded = language.fold(name)
    for contracted in language.clitics("preposition_article"):
        if folded.startswith(contracted) and one.candidate.name and not one.key[-1].startswith(contracted):
            return written + name[len(contracted) :]
    return name
