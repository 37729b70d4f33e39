"""The samples of the workbench."""
