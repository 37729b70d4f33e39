"""Pages as they were saved: HTML, MHT and plain text, and what their markup says."""
