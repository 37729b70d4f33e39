"""The loaders: one module a format, registered in ``formats.py``, and the one that marks the blocks of a page."""

from workbench.loaders.formats import FORMATS, READERS
from workbench.loaders.load import LoadInterrupted, load
from workbench.loaders.marks.marking import mark

__all__ = ["FORMATS", "READERS", "LoadInterrupted", "load", "mark"]
