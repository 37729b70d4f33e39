"""The Python half of the views: traits and records, no analysis; the other half is ``widgets/`` beside the package."""
