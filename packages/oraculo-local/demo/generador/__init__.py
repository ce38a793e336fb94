"""The generator of the demonstration corpus: content files in, CSV and PDF files out."""
