"""Measurements of the package, each a script to run by itself."""
