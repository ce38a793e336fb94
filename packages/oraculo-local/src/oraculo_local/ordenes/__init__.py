"""The commands of `oraculo`, one module each. Texts in Spanish."""
