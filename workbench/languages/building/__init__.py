"""The gathered names of each pack, made anew from the packages that they were gathered from.

``python -m workbench.languages.building`` reads the packages of the extra ``build`` (it imports none of them but
babel) and writes ``names.txt.xz`` into each pack and ``ATTRIBUTION.md`` beside the packs. The same packages give
the same names. Nothing here is needed to use the names: `workbench.languages.gazetteers` reads them.
"""
