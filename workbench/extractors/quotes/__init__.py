"""Who said what: direct and indirect quotations with their speakers, and the same statement across outlets."""

from workbench.extractors.quotes.extract import quotes
from workbench.extractors.quotes.result import Quotes

__all__ = ["Quotes", "quotes"]
