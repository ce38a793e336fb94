"""Port: a language model that chooses among what exists, asked only when the rules cannot."""

from collections.abc import Sequence
from typing import Protocol

from oraculo_domain.interpretacion import Intencion


class ModeloComprension(Protocol):
    """Understands a message that no rule understood."""

    def choose(self, texto: str, intenciones: Sequence[Intencion]) -> Intencion | None:
        """Return one of `intenciones`, or `None` when there is no model or it cannot say."""
        ...
