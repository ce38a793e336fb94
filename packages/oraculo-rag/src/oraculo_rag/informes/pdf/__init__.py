"""PDF to blocks: geometry of words and lines, because a PDF has neither paragraphs nor tables."""
