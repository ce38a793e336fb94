"""Ingestion, retrieval, drafting and verification: the whole job of the workers."""
