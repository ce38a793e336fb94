"""Workbooks (XLSX) into rows of texts, whatever was done to the file."""
