"""Who and what is named: people, places and organisations, one entity each."""

from workbench.extractors.entities.extract import entities
from workbench.extractors.entities.result import Entities

__all__ = ["Entities", "entities"]
