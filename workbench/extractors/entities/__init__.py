"""The entities of the workbench."""
