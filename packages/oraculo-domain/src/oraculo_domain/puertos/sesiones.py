"""Port: the sessions in course."""

from typing import Protocol

from oraculo_contracts.tipos import Conversacion

from oraculo_domain.sesion import Sesion


class SesionRepository(Protocol):
    """Sessions by conversation. Saving is part of the commit of a turn."""

    def load(self, conversacion: Conversacion) -> Sesion | None:
        """Return the session of a conversation as last saved, expired or not, or `None`."""
        ...
