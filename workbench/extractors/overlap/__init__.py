"""The overlap of the workbench."""
