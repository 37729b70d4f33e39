"""What the quotation extractor returns: one row a statement, and the same statement across outlets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.corpus import Corpus, frame_html
from workbench.corpus.kept import Kept
from workbench.extractors.entities.result import Entities
from workbench.extractors.quotes.agreement import Measurable
from workbench.extractors.quotes.comparing import Compared

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["LINEAGE_COLUMNS", "QUOTE_COLUMNS", "Quotes"]

QUOTE_COLUMNS = (
    "quote",
    "article",
    "start",
    "end",
    "text",
    "kind",
    "speaker",
    "speaker_text",
    "speaker_start",
    "speaker_end",
    "cue",
    "cue_start",
    "cue_end",
    "stance",
    "rule",
    "flags",
    "lineage",
)
REJECTED_COLUMNS = ("article", "start", "end", "text", "reason")
LINEAGE_COLUMNS = ("lineage", "speaker", "wording", "sources", "quotes", "first", "kinds", "stances", "reasons")


class Quotes(Measurable, Compared):
    """The quotations of a corpus, direct and indirect, each with its speaker.

    Attributes
    ----------
    corpus, entities: what the spans and the speakers refer to.
    table: a frame with the columns quote (its id), article, start, end, text (what was said, without its marks), kind
        (direct indirect), speaker (an entity id, empty with a flag that says why), speaker_text, speaker_start,
        speaker_end (the words that name the speaker; -1 where none do), cue, cue_start, cue_end (the verb or phrase
        that introduces it; -1 where there is none), stance (endorsing neutral distancing), rule, flags (separated by
        spaces, see below), lineage (the id shared by the wordings of one statement).
    lineages: a frame with the columns lineage, speaker (of most of its wordings), wording (the longest), sources (a
        list), quotes (a list), first (the outlet that had it first: published before all others, or credited by them;
        empty where nothing tells), kinds, stances (lists), reasons (a list: why each quotation belongs to the others,
        such as ``q3 q17: words 0.64, same figure 30000``; one fewer than quotations).
    rejected: a frame with the columns article, start, end, text, reason, quote: what stands in marks and quotes nobody
        (quote is empty), and what coders have rejected (the id that it had, which ``accept`` takes).

    The flags say why a speaker is empty: ``anonymous`` or ``collective`` (a source, officials), ``role`` (a title that
    leads to nobody), ``unknown-name`` (a name that no list knows), ``no-speaker``; where he was found: ``carried`` (on
    from the sentence before), ``lead`` (the noun phrase that begins the sentence), ``document`` (whoever issued the
    statement), ``ownerless`` (nobody says it: who spoke last); and about the words: ``unmarked`` (direct without marks,
    behind a colon), ``unclosed`` (a mark that never closes: the quotation ends with its paragraph), ``negated`` (the
    verb is), ``uncued`` (nothing introduces the marks: their length alone speaks for them).
    """

    def __init__(
        self,
        corpus: Corpus,
        entities: Entities,
        table: pd.DataFrame,
        lineages: pd.DataFrame,
        *,
        rejected: pd.DataFrame | None = None,
        judgements: Kept = False,
    ) -> None:
        import pandas as pd

        left_out = pd.DataFrame(columns=list(REJECTED_COLUMNS)) if rejected is None else rejected
        self.corpus = corpus
        self.entities = entities
        self._begin(table, lineages, left_out, judgements)

    def __len__(self) -> int:
        return len(self.table)

    def __repr__(self) -> str:
        counts = self.table["kind"].value_counts()
        return f"Quotes({counts.get('direct', 0)} direct, {counts.get('indirect', 0)} indirect{self._told()})"

    def _repr_html_(self) -> str:
        return frame_html(self.table[["quote", "article", "text", "kind", "speaker_text", "cue"]])
