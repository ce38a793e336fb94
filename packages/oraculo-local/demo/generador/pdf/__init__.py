"""The reports as PDF: what each part looks like, and how the parts follow each other."""
