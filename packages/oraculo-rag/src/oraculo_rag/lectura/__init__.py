"""Reads the sources that people hand over into records, and reports every row it leaves out."""
