"""What a researcher corrects in the entities: said once, kept, and applied again on the next run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from workbench.errors import WorkbenchError
from workbench.extractors.entities.correcting import Correcting, chosen_rows, clean_name, known_type
from workbench.extractors.entities.editfile import Edit
from workbench.extractors.entities.refinding import content_span, folded, one_line

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Correctable"]


class Correctable(Correcting):
    """What can be corrected in entities: ``merge split rename retype drop add``, with ``undo`` and ``redo``.

    Each changes the entities in place and returns them; ``table``, ``mentions``, ``graph()`` and all else follow.
    It is written at once to ``entity-edits.csv`` beside the corpus (``corpus.home``), and ``wb.entities`` applies it
    again: to more articles, to other ids, to a name that is written more fully by then. A corpus without a folder
    keeps it until it is saved. Quotations, views and figures that were made before stay as they are: make them again.
    """

    def merge(self, *entities: str, name: str | None = None, type: str | None = None) -> Self:  # noqa: A002
        """Say that entities are one: all become the first.

        Parameters
        ----------
        entities: two or more ids, as in ``table``.
        name: what the one is called; that of the first where it is None.
        type: PER, LOC or ORG; needed where they differ in it.

        Raises
        ------
        UnknownNameError: there is no entity of an id.
        WorkbenchError: there are not two of them, or they are of several types and none is given.

        >>> from workbench.corpus import Article, Block, Corpus
        >>> from workbench.extractors.entities import entities
        >>> text = "قال فلاديمير بوتين إن الأمر انتهى. ثم قال فولوديا بوتينكو ذلك."
        >>> page = Article("p", "s", "", None, "", "", "ar", text, (Block(0, len(text), "body"),), "p.txt")
        >>> named = entities(Corpus([page]), edits=False)
        >>> _ = named.add("p", 43, 59, "فولوديا بوتينكو", "PER")
        >>> named.merge("فلاديمير بوتين", "فولوديا بوتينكو").table[["name", "mentions"]].values.tolist()
        [['فلاديمير بوتين', 2]]
        """
        for entity in entities:
            self._expect(entity)
        if len(set(entities)) < 2 or len(set(entities)) < len(entities):
            raise WorkbenchError(
                "to merge takes two or more entities, each once.",
                hint='entities.merge("one id", "another id").',
                code="merge_needs_two",
            )
        types = {entity: self._now.known[entity].type for entity in entities}
        kind = known_type(type) if type is not None else ""
        if len(set(types.values())) > 1 and not kind:
            said = ", ".join(f"{entity!r} is {one}" for entity, one in types.items())
            raise WorkbenchError(
                f"the entities are of several types: {said}.", hint='say which: type="PER".', code="several_types"
            )
        to = entities[0]
        step = [
            replace(self._about("merge", one, to=to, type=kind), to_names=self._now.names_of(to))
            for one in entities[1:]
        ]
        if (
            name is not None
            and self._free_name(name, besides=entities, kind=kind or types[to]) != self._now.known[to].name
        ):
            step.append(self._about("rename", to, to=clean_name(name)))
        return self._do(step)

    def split(
        self,
        entity: str,
        mentions: pd.DataFrame | Callable[[Any], bool] | None = None,
        *,
        name: str | None = None,
        to: str | None = None,
        articles: str | Iterable[str] | None = None,
        text: str | None = None,
    ) -> Self:
        """Say that some mentions of an entity are of another.

        Parameters
        ----------
        entity: its id.
        mentions: rows of ``entities.of(entity)``, or what says of such a row whether it goes.
        name: what the other is called, where it is a new entity; its id too.
        to: the id of the other, where it is there already.
        articles, text: in place of ``mentions``: those in one or more articles (ids), of one spelling, or both; they
            hold for mentions that are found later too.

        Raises
        ------
        UnknownNameError: there is no such entity or article.
        WorkbenchError: no mention goes, all of them go, or the other is there already or is the same.
        """
        self._expect(entity)
        own = self.mentions[self.mentions["entity"] == entity]
        if (mentions is None) == (articles is None and text is None):
            raise WorkbenchError(
                "it takes mentions to split off.", hint="rows of entities.of(entity), or articles=, text= or both."
            )
        names = self._other(entity, name, to)
        if mentions is None:
            chosen = [articles] if isinstance(articles, str) else [""] if articles is None else list(articles)
            for article in filter(None, chosen):
                self.corpus[article]
            shown = one_line(text or "")
            pages = {
                article: self._pages.of(article or str(own["article"].iloc[0])) for article in dict.fromkeys(chosen)
            }
            step = [Edit("split", entity, article=one, text=shown, page=page, **names) for one, page in pages.items()]
            fits = (
                any(edit.article in ("", str(where)) and folded(edit.text) in ("", folded(str(said))) for edit in step)
                for where, said in zip(own["article"], own["text"], strict=True)
            )
            going = sum(fits)
        else:
            rows = chosen_rows(own, mentions)
            going = len(rows)
            step = [replace(self._at(*row), action="split", entity=entity, **names) for row in rows]
        if not going:
            raise WorkbenchError(
                f"no mention of {entity!r} is among them.", hint="see entities.of(entity).", code="no_mention"
            )
        if going == len(own):
            raise WorkbenchError(
                f"nothing would be left of {entity!r}.",
                hint="entities.rename or entities.merge takes all mentions.",
                code="nothing_left",
            )
        return self._do([replace(edit, entity_names=self._now.names_of(entity)) for edit in step])

    def rename(self, entity: str, name: str) -> Self:
        """Say what an entity is called; its id stays, and the name that it had becomes an alias.

        Raises
        ------
        UnknownNameError: there is no such entity.
        WorkbenchError: it is no name, the one that it has, or that of another entity of its type.
        """
        self._expect(entity)
        known = self._now.known[entity]
        clean = self._free_name(name, besides=(entity,), kind=known.type)
        if clean == known.name:
            raise WorkbenchError(f"{entity!r} is called {clean!r} already.", code="same_name", name=clean)
        return self._do([self._about("rename", entity, to=clean)])

    def retype(self, entity: str, type: str) -> Self:  # noqa: A002
        """Say whether an entity is a person (PER), a place (LOC) or an organisation (ORG).

        Raises
        ------
        UnknownNameError: there is no such entity.
        WorkbenchError: there is no such type, or it is of that type.
        """
        self._expect(entity)
        if self._now.known[entity].type == known_type(type):
            raise WorkbenchError(f"{entity!r} is {type} already.", code="same_type")
        return self._do([self._about("retype", entity, type=known_type(type))])

    def drop(self, entity: str) -> Self:
        """Say that an entity is none: its mentions count no more, and stand in ``dropped``.

        Raises
        ------
        UnknownNameError: there is no such entity.
        """
        self._expect(entity)
        return self._do([self._about("drop", entity)])

    def add(self, article: str, start: int, end: int, entity: str, type: str | None = None) -> Self:  # noqa: A002
        """Say that ``text[start:end]`` of an article names an entity; mentions that meet it give way.

        Parameters
        ----------
        article: its id.
        start, end: code points, half-open; white space at both ends is left out.
        entity: the id of an entity, or the name of a new one.
        type: PER, LOC or ORG, of a new one.

        Raises
        ------
        UnknownNameError: there is no such article.
        WorkbenchError: the span is none, or lies outside the content; it names that entity already; a new entity
            without a type, or another type than the entity has.
        """
        text = self.corpus[article].text
        if not 0 <= start < end <= len(text) or not text[start:end].strip():
            raise WorkbenchError(
                f"{start}-{end} is no span of words in {article!r}.", hint="code points, half-open.", code="no_words"
            )
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end = start + len(text[start:end].rstrip())
        if not content_span(self.corpus[article], start, end):
            raise WorkbenchError(
                f"{start}-{end} of {article!r} is not in one block of its content.",
                hint="corpus.mark makes it body.",
                code="not_content",
            )
        now = self._now
        row = now.row_at.get((article, start, end), -1)
        if row >= 0 and now.entities[row] == entity:
            raise WorkbenchError(
                f"{text[start:end]!r} is a mention of {entity!r} already.", code="named_already", text=text[start:end]
            )
        if entity in now.known:
            known = now.known[entity]
            if type is not None and known.type != known_type(type):
                raise WorkbenchError(
                    f"{entity!r} is {known.type}.", hint="entities.retype changes that.", code="another_type"
                )
            names, kind = now.names_of(entity), known.type
        else:
            if type is None:
                raise WorkbenchError(
                    f"{entity!r} is no entity yet, and has no type.",
                    hint='say it: type="PER", "LOC" or "ORG".',
                    code="no_type",
                )
            names, kind = (), known_type(type)
            entity = self._free_name(entity, besides=(), kind=kind)
        return self._do(
            [replace(self._at(article, start, end), action="add", entity=entity, type=kind, entity_names=names)]
        )

    def undo(self) -> Self:
        """Take back the last correction, of this run or one before.

        Raises
        ------
        WorkbenchError: there is none.
        """
        if not self._journal.steps:
            raise WorkbenchError(
                "there is no correction to take back.", hint="entities.edits lists them.", code="no_undo"
            )
        step = self._journal.steps[-1]
        self._journal.remove(step, self._now)
        self._undone.append(step)
        self._apply()
        self._changed()
        return self

    def redo(self) -> Self:
        """Make the correction again that was taken back last.

        Raises
        ------
        WorkbenchError: there is none.
        """
        if not self._undone:
            raise WorkbenchError(
                "there is no correction to make again.", hint="entities.undo takes one back.", code="no_redo"
            )
        self._journal.add(self._undone[-1], self._now)
        self._undone.pop()
        self._apply()
        self._changed()
        return self

    def save_edits(self, path: str | os.PathLike[str] | None = None) -> Path:
        """Write the corrections to a file, to be used by ``wb.entities(corpus, edits=path)``.

        Parameters
        ----------
        path: the file; None for the one beside the corpus, where each correction is written at once anyway.

        Raises
        ------
        WorkbenchError: the corpus has no folder and no file is named, something else is in the file, or it cannot be
            written.
        """
        return self._journal.save(Path(path).expanduser() if path is not None else None)
