"""The evidence tray as files that others read: Markdown, DOCX, a notebook cell."""
