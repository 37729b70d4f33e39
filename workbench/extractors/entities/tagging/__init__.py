"""Taggers: programs that say which words of a text name a person, a place or an organisation."""
