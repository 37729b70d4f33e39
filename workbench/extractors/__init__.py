"""The extractors of the workbench."""
