"""A collection in memory, small records, and the suite that every collection must pass."""
