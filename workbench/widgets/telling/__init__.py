"""From corpora and results to the records that the views draw: one module for what each extractor found."""
