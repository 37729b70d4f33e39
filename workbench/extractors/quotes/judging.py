"""What coders say of the quotations: accepted, rejected, corrected or missed; kept, and applied on the next run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Self, TypedDict, Unpack

from workbench.errors import WorkbenchError
from workbench.extractors.quotes.coders import coder_name
from workbench.extractors.quotes.judgingjournal import read_judgements
from workbench.extractors.quotes.judgingstate import Judging, Words

__all__ = ["Correction", "Judgeable", "Missed"]


class Correction(TypedDict, total=False):
    """What can be said of a quotation in ``correct``."""

    start: int
    end: int
    speaker: str
    speaker_text: Words
    kind: str
    cue: Words
    stance: str
    outside: bool
    coder: str
    reason: str


class Missed(TypedDict, total=False):
    """What can be said of a quotation in ``add``."""

    speaker: str
    speaker_text: Words
    kind: str
    cue: Words
    stance: str
    outside: bool
    coder: str
    reason: str


class Judgeable(Judging):
    """What coders can say of quotations: ``accept reject correct add``, with ``undo`` and ``redo``.

    Each changes the quotations in place and returns them; ``table``, ``rejected``, ``lineages`` and all else follow.
    It is written at once to ``quote-judgements.csv`` beside the corpus (``corpus.home``), and ``wb.quotes`` applies it
    again: to more articles, to other ids, to a page that has changed, to rules that find other spans. A corpus without
    a folder keeps it until it is saved. Views and figures that were made before stay as they are: make them again.

    Several coders can judge one quotation; each judgement is a row of ``judgements``. The last one counts in
    ``table``; ``judged_by`` shows it as others say. ``agreement`` measures them and the rules.
    """

    def accept(self, quote: str, *, coder: str | None = None, reason: str = "") -> Self:
        """Say that a quotation is right as it stands in the table, or, where it was rejected, that it is one.

        Parameters
        ----------
        quote: its id, as in ``table`` or ``judgements``.
        coder: who says so; ``quotes.coder`` where it is None.
        reason: why, in a few words.

        Raises
        ------
        UnknownNameError: there is no such quotation.
        WorkbenchError: it cannot be written.

        >>> from workbench.corpus import Article, Block, Corpus
        >>> from workbench.extractors.quotes import quotes
        >>> text = "وصف الكرملين المحادثات بأنها كانت «بنّاءة وعملية»."
        >>> page = Article("p", "s", "", None, "", "", "ar", text, (Block(0, len(text), "body"),), "p.txt")
        >>> said = quotes(Corpus([page])).accept("q1", coder="ليلى")
        >>> said.table[["text", "verdict"]].values.tolist(), said.judgements["coder"].tolist()
        ([['بنّاءة وعملية', 'accepted']], ['ليلى'])
        """
        return self._say(self._about(quote, "accepted"), coder, reason)

    def reject(self, quote: str, reason: str = "", *, coder: str | None = None) -> Self:
        """Say that a quotation is none: it leaves ``table`` and stands in ``rejected``.

        Parameters
        ----------
        quote: its id, as in ``table`` or ``judgements``.
        reason: why, in a few words.
        coder: who says so; ``quotes.coder`` where it is None.

        Raises
        ------
        UnknownNameError: there is no such quotation.
        WorkbenchError: it cannot be written.
        """
        return self._say(self._about(quote, "rejected"), coder, reason)

    def correct(self, quote: str, **said: Unpack[Correction]) -> Self:
        """Say what is wrong in a quotation; what is not named stays as the table shows it.

        Parameters
        ----------
        quote: its id, as in ``table`` or ``judgements``.
        start, end: code points into the article, half-open; white space at both ends is left out.
        speaker: the id of an entity, or a name or alias that only one has; empty for nobody.
        speaker_text: the words that name him: those nearest to the quotation, or their start and end; where only the
            speaker is said, his nearest mention in the same block.
        kind: direct or indirect.
        cue: the words that introduce it, likewise; empty for none.
        stance: endorsing, neutral or distancing; where only the cue is said, that of the cue, if it is a known one.
        outside: whether a span that is no content is meant; it is flagged ``outside``.
        coder, reason: who says so (``quotes.coder``), and why.

        Raises
        ------
        UnknownNameError: there is no such quotation or entity.
        WorkbenchError: the span is none or no content, the words do not stand there, there is no such kind or stance,
            nothing is corrected, or it cannot be written.
        """
        known = self._known(said, Correction)
        one = self._corrected(self._about(quote, "corrected"), known)
        return self._say(one, known.get("coder"), known.get("reason", ""))

    def add(self, article: str, start: int, end: int, **said: Unpack[Missed]) -> Self:
        """Say that ``text[start:end]`` of an article is a quotation that was missed.

        Parameters
        ----------
        article: its id.
        start, end: code points, half-open; white space at both ends is left out.
        speaker, speaker_text, kind, cue, stance, outside, coder, reason: as in ``correct``; direct and, without a
            cue, neutral, said by nobody, where nothing else is said.

        Raises
        ------
        UnknownNameError: there is no such article or entity.
        WorkbenchError: it is a quotation already, or as in ``correct``.
        """
        known = self._known(said, Missed)
        one = self._missed(article, start, end, known)
        return self._say(one, known.get("coder"), known.get("reason", ""))

    def undo(self, *, coder: str | None = None) -> Self:
        """Take back the last judgement, of this run or one before; what was merged last goes at once.

        Parameters
        ----------
        coder: whose; None for what was done last with this result, and, where that is nothing, for ``quotes.coder``.

        Raises
        ------
        WorkbenchError: there is none, or it cannot be written.
        """
        step = self._last_step(coder)
        if not step:
            who = self.coder if coder is None else coder
            raise WorkbenchError(
                f"there is no judgement of {who!r} to take back.",
                hint="quotes.judgements lists them with the coders.",
                code="no_judgement_undo",
                coder=who,
            )
        self._journal.remove(step)
        self._done = [one for one in self._done if one != step]
        self._undone.append(step)
        self._changed()
        return self

    def redo(self) -> Self:
        """Make the judgement again that was taken back last.

        Raises
        ------
        WorkbenchError: there is none, or it cannot be written.
        """
        if not self._undone:
            raise WorkbenchError(
                "there is no judgement to make again.", hint="quotes.undo takes one back.", code="no_redo"
            )
        step = self._undone[-1]
        if len(step) > 1:
            self._journal.merge(step)
        else:
            self._journal.add(step)
        self._done.append(self._undone.pop())
        self._changed()
        return self

    def judged_by(self, *coders: str) -> Self:
        """The same quotations as one or more coders judge them; where they differ, the last of them counts.

        Parameters
        ----------
        coders: their names; none for the quotations as they were found, without any judgement.

        Returns
        -------
        Quotes of the same judgements; what is judged with it is kept with them, by the first of the coders.

        Raises
        ------
        UnknownNameError: nobody of a name has judged anything.
        """
        return self._as_judged_by([self._expect_coder(one) for one in coders])

    def merge_judgements(self, path: str | os.PathLike[str]) -> Self:
        """Take in what other coders have judged elsewhere; what is there already is not doubled.

        Parameters
        ----------
        path: their ``quote-judgements.csv``, or the folder that it is in.

        Raises
        ------
        LoadError: there is no such file.
        WorkbenchError: it holds something else, or the merged file cannot be written.
        """
        step = tuple(self._journal.merge(read_judgements(path)))
        if step:
            self._done.append(step)
            self._undone.clear()
            self._changed()
        return self

    def save_judgements(self, path: str | os.PathLike[str] | None = None) -> Path:
        """Write the judgements to a file, to be sent to others or used by ``wb.quotes(corpus, judgements=path)``.

        Parameters
        ----------
        path: the file; None for the one beside the corpus, where each judgement is written at once anyway.

        Raises
        ------
        WorkbenchError: the corpus has no folder and no file is named, something else is in the file, or it cannot be
            written.
        """
        return self._journal.save(Path(path).expanduser() if path is not None else None)

    @staticmethod
    def _known(said: Any, kind: type) -> dict[str, Any]:
        """What was said; raises WorkbenchError where there is no such thing to say."""
        stray = sorted(set(said) - set(kind.__annotations__))
        if stray:
            raise WorkbenchError(
                f"nothing of a quotation is called {stray[0]!r}.", hint=f"one of {', '.join(kind.__annotations__)}."
            )
        if "coder" in said:
            said["coder"] = coder_name(said["coder"])
        return dict(said)
