"""The events of Oráculo: their structs, schemas, examples and catalogue."""
