"""The loaders of the workbench."""
