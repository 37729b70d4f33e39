"""The quotes of the workbench."""
