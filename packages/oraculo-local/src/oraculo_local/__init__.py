"""The one-machine runtime of Oráculo and the `oraculo` command."""
