"""Trial reports to passages: PDF, DOCX, Markdown and plain text."""
