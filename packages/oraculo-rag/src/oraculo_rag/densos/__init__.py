"""Dense vectors: what a text means, beside the words that it holds."""
