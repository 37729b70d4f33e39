"""The figures of the workbench."""
