"""Taggers: programs that say which words of a text name a person, a place or an organisation."""

from workbench.extractors.entities.tagging import outside as taggers

__all__ = ["taggers"]
