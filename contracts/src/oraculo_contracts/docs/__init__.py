"""What is generated from the catalogue of events and from the glossary. Needs the extra `docs`."""
