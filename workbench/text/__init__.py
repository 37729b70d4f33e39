"""Pure functions from text to records with offsets: tokens, sentences, folding, marks, dates, alignment."""
