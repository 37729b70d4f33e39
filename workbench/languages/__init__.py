"""Languages as data: one folder a language, the same file names in each, and what reads them."""

from workbench.languages.pack import LanguagePack, detect, pack, packs

__all__ = ["LanguagePack", "detect", "pack", "packs"]
