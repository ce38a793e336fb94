"""Port: the time."""

from datetime import datetime
from typing import Protocol


class Reloj(Protocol):
    """A clock."""

    def now(self) -> datetime:
        """Return the current instant, with its time zone."""
        ...
