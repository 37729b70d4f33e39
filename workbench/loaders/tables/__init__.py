"""Articles in tables: CSV, JSON, XLSX, Parquet and frames, and which of their columns is what."""
