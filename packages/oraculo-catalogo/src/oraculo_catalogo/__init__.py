"""The catalogue of products, ingredients, crops, pests and companies, and its entity linker."""
