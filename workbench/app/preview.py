"""``wb.preview``: a look at what would be loaded, in a notebook as a form with a drop-down a field."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from workbench.loaders.preview import FIELD_NAMES, PAGE_COLUMNS, TABLE_COLUMNS, Preview
from workbench.widgets.language import labels
from workbench.widgets.preview import form, framed, rows_html

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Shown", "preview"]


def preview(
    what: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] | pd.DataFrame,
    *,
    columns: Mapping[str, str | None] | None = None,
) -> Shown:
    """What ``wb.load`` would make of a table, before it does: which column is taken for what, why, and three rows.

    In a notebook it is a form; what is chosen there, ``.load()`` does. Of a page, a folder or another thing that is no
    table, it shows how the first three pages would be marked.

    Parameters
    ----------
    what: what ``wb.load`` takes.
    columns: which column is which field, as in ``wb.load``; None for a field that has none.

    Raises
    ------
    LoadError: there is nothing by that name, it cannot be read, or ``columns`` names no field or no column.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"الجريدة": ["الضفة"], "نص الخبر": ["قال العمدة إن القنوات القديمة لا تكفي."]})
    >>> seen = preview(frame, columns={"source": "الجريدة"})
    >>> seen.columns
    {'text': 'نص الخبر', 'source': 'الجريدة'}
    >>> seen.load().sources
    ['الضفة']
    """
    return Shown(what, columns=columns)


class Shown(Preview):
    """A preview that displays itself as a form, in the language of ``wb.language()``."""

    def form(self, *, language: str | None = None) -> Any:
        """The form, as a widget; for a folder or a page there is none, as there are no columns to choose.

        Parameters
        ----------
        language: of the labels, "ar" or "en"; that of ``wb.language()`` where it is None.
        """
        return form(self, FIELD_NAMES, TABLE_COLUMNS, language=language) if self.names else None

    def _repr_html_(self) -> str:
        words = labels()
        if self.raw:
            return framed(rows_html(self.raw, list(self.raw[0]), words, problem=self.problem, raw=True), words)
        columns = TABLE_COLUMNS if self.names else PAGE_COLUMNS
        return framed(rows_html(self.rows, columns, words, problem=self.problem), words)

    def _repr_mimebundle_(self, **options: Any) -> dict[str, Any]:
        shown: dict[str, Any] = {"text/plain": repr(self), "text/html": self._repr_html_()}
        widget = self.form()
        return {**(widget._repr_mimebundle_(**options) if widget is not None else {}), **shown}
