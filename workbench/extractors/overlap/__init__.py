"""Overlap: which articles share their words, how much of each, and where it stands in both."""

from workbench.extractors.overlap.extract import overlap
from workbench.extractors.overlap.result import Overlap

__all__ = ["Overlap", "overlap"]
