"""What every chart begins and ends with: its labels, the check of what was asked, and the note beneath it."""

from __future__ import annotations

from dataclasses import replace

from workbench.corpus import Corpus
from workbench.errors import WorkbenchError
from workbench.figures.figure import Figure
from workbench.figures.spec import Spec
from workbench.languages import LanguagePack, pack

__all__ = ["Say", "finish", "ready"]


class Say:
    """The labels of the section ``figures`` of one language."""

    def __init__(self, language_pack: LanguagePack) -> None:
        self.pack = language_pack

    def __call__(self, key: str, **values: object) -> str:
        """One label, its places filled."""
        return self.pack.label("figures", key, **values)


def ready(language: str, most: int) -> LanguagePack:
    """The pack of a language.

    Raises
    ------
    UnknownLanguageError: there is no such pack.
    WorkbenchError: ``most`` leaves nothing to draw.
    """
    if most < 1:
        raise WorkbenchError(f"most={most} leaves nothing to draw.", hint="give a number from 1 on.")
    return pack(language)


def finish(draft: Spec, corpus: Corpus, notes: list[str], alt: str) -> Figure:
    """The draft with its note, alt text and the label of an empty chart."""
    say = Say(draft.language)
    source = say("source_note", articles=len(corpus), sources=len(corpus.sources))
    labels = {**draft.labels, "nothing": say("nothing"), "no_name": say("no_name")}
    return Figure(replace(draft, note=" ".join([*(note for note in notes if note), source]), alt=alt, labels=labels))
