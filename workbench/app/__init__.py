"""The app of the workbench."""
