"""Documents and archives of files: Word, RTF, PDF, EPUB, ZIP and GZIP."""
