"""Port: a body of evidence that answers queries. What a worker is to the router."""

from typing import Protocol

from oraculo_contracts.eventos import ConsultaRag, RespuestaRag


class Conocimiento(Protocol):
    """One body of evidence (CER trials or the SAG register)."""

    def resolve(self, consulta: ConsultaRag) -> RespuestaRag:
        """Answer `consulta` from the evidence loaded: the same query, the same answer.

        An empty result and a deadline that has passed are answers, not exceptions.
        """
        ...
