"""Words that both workers' templates share."""

from datetime import datetime

AVISO_FICTICIO = "Corpus de demostración: datos ficticios."
"""Said of every answer from the demonstration corpus."""


def short_date(instant: datetime) -> str:
    """Return «24-11-2026»."""
    return f"{instant:%d-%m-%Y}"
