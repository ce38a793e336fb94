"""Failures of an index."""

from http import HTTPStatus

from oraculo_rag.errores import RagError


class IndiceError(RagError):
    """Base of the failures of an index."""


class IndiceInaccesibleError(IndiceError):
    """The server did not answer in time, or said that it cannot now."""

    retryable = True


class IndiceRechazaError(IndiceError):
    """The server refused what it was asked, or answered what nobody can read."""


class CargaIncompletaError(IndiceError):
    """A collection does not hold every point that was written into it."""

    retryable = True


class SinVectoresError(IndiceError):
    """A search by meaning in a collection that was loaded without it, or by another model."""

    def __init__(self) -> None:
        super().__init__(
            "La colección se cargó sin vectores de ese modelo; vuelve a cargar los datos."
        )


_PASAJEROS = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS}


def is_passing(status: int) -> bool:
    """Return whether the same request may succeed later."""
    return status in _PASAJEROS or status >= HTTPStatus.INTERNAL_SERVER_ERROR
