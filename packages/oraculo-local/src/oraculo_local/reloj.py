"""The system's clock."""

from datetime import UTC, datetime


class RelojSistema:
    """Tells the real time."""

    def now(self) -> datetime:
        """Return the current instant in UTC."""
        return datetime.now(UTC)
