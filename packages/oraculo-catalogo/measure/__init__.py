"""Measures the linker against the real sample: run `medir.py`."""
